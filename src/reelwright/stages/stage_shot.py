"""What the artist draws from, read out of a shot's words by lexicon, for every writer and for hand-made lists."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from reelwright.film.base import HexColor, fingerprint
from reelwright.film.brief import Brief
from reelwright.film.shot import Framing, Person, Shot, Staging
from reelwright.film.story import Character, Subject
from reelwright.stages.colors import graded
from reelwright.stages.lexicon import found_words, meaning, meanings, strongest, table
from reelwright.stages.stage_acting import line_side, other_side, worn
from reelwright.stages.stage_people import people_in
from reelwright.stages.stage_product import product_action, product_look
from reelwright.stages.stage_sounds import sounds_of

_BRIGHT_SHOTS = (Framing.EXTREME_WIDE, Framing.WIDE)
_NEAR_SHOTS = (Framing.INSERT, Framing.EXTREME_CLOSE_UP)


def stage_shot(
    shot: Shot,
    subject: Subject,
    brief: Brief,
    *,
    setting: str = "",
    template: str = "",
    cast: Sequence[Character] = (),
) -> Shot:
    """The shot with its staging read from its words.

    A staging that a person has edited is kept; one that was read before is read again when the words have changed.

    Args:
        shot: With action, heading, presence, camera and light.
        subject: The descriptions that people and product are drawn after.
        brief: For mood, style and the prompt where the shot is silent.
        setting: The story's place in words, where the shot names none.
        template: Slug of the story template, whose tone helps to choose the palette.
        cast: What the characters look like whom the shot names.
    """
    words = _words(shot, subject, brief, setting, template, cast)
    if _is_edited(shot.staging):
        return shot
    read = _read(shot, subject, brief, setting, template, cast)
    sounds = sounds_of(shot, read) if _sounds_are_ours(shot) else shot.sounds
    heard = _sounds_mark(sounds) if _sounds_are_ours(shot) else _mark_of_sounds_read(shot)
    marked = read.model_copy(update={"derived": f"{words}{heard}-{_mark(read)}"})
    return shot.model_copy(update={"staging": marked, "sounds": sounds})


def stage_shots(
    shots: tuple[Shot, ...],
    subject: Subject,
    brief: Brief,
    *,
    setting: str = "",
    template: str = "",
    cast: Sequence[Character] = (),
) -> tuple[Shot, ...]:
    """All shots of a film, staged."""
    return tuple(stage_shot(shot, subject, brief, setting=setting, template=template, cast=cast) for shot in shots)


def staging_of_words(
    shot: Shot,
    subject: Subject,
    brief: Brief,
    *,
    setting: str = "",
    template: str = "",
    cast: Sequence[Character] = (),
) -> Staging:
    """What the words of a shot alone say, whatever a person made of its staging."""
    return _read(shot, subject, brief, setting, template, cast)


def _mark(staging: Staging) -> str:
    return fingerprint(staging.model_dump(mode="json", exclude={"derived"}))[:16]


def _sounds_are_ours(shot: Shot) -> bool:
    """Whether the shot's sounds were read before, or there are none yet; a person's choice of sounds is kept."""
    words, _, _ = shot.staging.derived.rpartition("-")
    return words.endswith(_sounds_mark(shot.sounds)) if words else not shot.sounds


def _sounds_mark(sounds: tuple[str, ...]) -> str:
    return "." + fingerprint(list(sounds))[:6]


def _mark_of_sounds_read(shot: Shot) -> str:
    """The mark as it was, so that a person's choice of sounds leaves alone what the picture is known by."""
    _, dot, mark = shot.staging.derived.rpartition("-")[0].rpartition(".")
    return dot + mark if dot else ""


def _is_edited(staging: Staging) -> bool:
    if not staging.derived:
        return staging != Staging()
    return staging.derived.rpartition("-")[2] != _mark(staging)


_UNREAD = {"staging", "prompts", "voice_over", "dialogue", "frame_count", "seed", "sounds", "styles"}
"""Fields of a shot that its picture does not depend on."""


def _words(shot: Shot, subject: Subject, brief: Brief, setting: str, template: str, cast: Sequence[Character]) -> str:
    read = shot.model_dump(mode="json", exclude=_UNREAD if shot.characters else {*_UNREAD, "characters"})
    told = [subject.model_dump(mode="json"), brief.prompt, brief.mood, brief.style, setting, template]
    told += [one.model_dump(mode="json", exclude={"voice"}) for one in cast]
    return fingerprint([read, *told])[:16]


def _read(
    shot: Shot, subject: Subject, brief: Brief, setting: str, template: str, cast: Sequence[Character]
) -> Staging:
    places, things = table("places"), table("things")
    scene = f"{shot.scene_heading}. {shot.action_description}"
    light = f"{shot.lighting.setup} {shot.lighting.mood} {shot.lighting.color_temperature}"
    look = product_look(subject, brief) if shot.presence.product_visible else None
    place = _first_found(
        places["settings"], "abstract", shot.scene_heading, shot.action_description, setting, brief.prompt
    )
    people = people_in(shot, subject, brief, place, cast)
    dressed = worn(people, look, shot.action_description)
    if dressed is not None:
        people, look = dressed, None
    held = any(person.holds_product for person in people)
    time_of_day = _first_found(
        places["times"], "day", shot.scene_heading, shot.action_description, light, setting, brief.prompt
    )
    return Staging(
        setting=place,
        place_seed=brief.film_seed,
        time_of_day=time_of_day,  # type: ignore[arg-type]  # the lexicon's keys are the allowed values
        weather=strongest(f"{scene} {setting}", places["weather"], "clear"),  # type: ignore[arg-type]
        light_from=strongest(f"{light} {scene}", places["light"], "left"),  # type: ignore[arg-type]
        palette=_palette(shot, brief, setting, template, time_of_day),
        product=look,
        product_place="in hand" if held else _place(shot, brief, bool(people)),  # type: ignore[arg-type]
        people=people,
        props=_mounted(_props(scene, things, look.shape if look else ""), people, brief),
        product_action=product_action(shot.action_description, look, alone=not people) if look else "",
        crowd=strongest(shot.action_description, table("people")["crowd"], "none"),  # type: ignore[arg-type]
        effects=tuple(meanings(f"{scene} {light}", things["effects"])[:4]),
    )


def _first_found(lists: Mapping[str, list[str]], default: str, *texts: str) -> str:
    """The meaning of the first text that has one: the heading speaks before the action, the action before the rest."""
    for text in texts:
        found = meaning(text, lists, "")
        if found:
            return found
    return default


def _place(shot: Shot, brief: Brief, beside_people: bool) -> str:
    """A product alone stands in the middle when near, on a third when wide; beside a person it takes the other side."""
    if beside_people:
        return other_side(line_side(brief))
    return "centre" if shot.camera.framing in _NEAR_SHOTS else "left" if shot.number % 2 == 0 else "right"


def _props(scene: str, things: dict[str, Any], shape: str) -> tuple[str, ...]:
    """Objects and animals that the words name as there, without the product itself."""
    there = re.sub(r"\b(?:lost|missing|stolen|no|without an?)\s+\w+", " ", scene, flags=re.IGNORECASE)
    return tuple(prop for prop in meanings(there, things["props"]) if prop != shape)[:6]


def _mounted(props: tuple[str, ...], people: tuple[Person, ...], brief: Brief) -> tuple[str, ...]:
    """Who rides in a film about bicycles rides one, whatever else the shot says; else it is a horse."""
    rides = any(person.pose == "riding" for person in people)
    about = meanings(brief.prompt, {"bicycle": table("things")["props"]["bicycle"]})
    wheels = rides and about and not meanings(brief.prompt, {"horse": table("things")["props"]["horse"]})
    return tuple(dict.fromkeys((*props, "bicycle")))[-6:] if wheels else props


def _palette(shot: Shot, brief: Brief, setting: str, template: str, time_of_day: str) -> tuple[HexColor, ...]:
    lift = 1.06 if shot.camera.framing in _BRIGHT_SHOTS else 0.9 if shot.camera.framing in _NEAR_SHOTS else 1.0
    return graded(_family(brief, setting, template), time_of_day, lift)


_TEMPLATE_MOODS = {
    "aida": "confident tech",
    "problem-agitate-solve": "trustworthy",
    "before-after-bridge": "soft",
    "heros-journey": "epic",
    "emotional-arc": "warm",
    "teaser-reveal": "mysterious",
    "social-proof": "fun",
    "sensory-experience": "indulgent",
}


def _family(brief: Brief, setting: str, template: str) -> tuple[HexColor, ...]:
    """The film's palette: called by style and mood, else by the prompt's words, else by place and template."""
    palettes: list[dict[str, Any]] = table("palettes")["palette"]
    for text in (f"{brief.style} {brief.mood}", brief.prompt, setting, _TEMPLATE_MOODS.get(template, "")):
        called = [(len(found_words(text, one["words"])), -at) for at, one in enumerate(palettes)]
        hits, minus_at = max(called)
        if hits:
            return tuple(palettes[-minus_at]["colors"])
    return tuple(palettes[-1]["colors"])
