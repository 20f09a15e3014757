"""The scenario list: a scene as shots under the names that scenario writers know, to be edited and shot."""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Any, cast

from pydantic import Field, JsonValue

from reelwright.errors import BadInput
from reelwright.film.base import Noun
from reelwright.film.brief import Brief
from reelwright.film.clock import frames_for, seconds
from reelwright.film.scenario import Scenario, ShotType, set_up_of, shot_type_of, story_of_scene
from reelwright.film.shot import (
    SHOTS_SCHEMA_VERSION,
    Angle,
    Camera,
    DialogueLine,
    Framing,
    Lighting,
    Movement,
    Presence,
    Prompts,
    Shot,
    VoiceOver,
)
from reelwright.film.story import Character
from reelwright.wire.checking import Json, checked
from reelwright.wire.scene_prompt import action_in, prompts_of, recast

_HINT = "`reelwright scenario -d TEXT -o shots.json` writes a list to start from."
_TIMES = ("golden hour", "dawn", "morning", "dusk", "night", "day")
_OTHER_TIMES = {"sunset": "golden hour", "sunrise": "dawn", "evening": "dusk", "afternoon": "day", "noon": "day",
                "midday": "day", "midnight": "night", "twilight": "dusk"}  # fmt: skip
_TYPES = {
    "establishing": ShotType.EXTREME_WIDE, "aerial": ShotType.EXTREME_WIDE, "drone": ShotType.EXTREME_WIDE,
    "extreme long": ShotType.EXTREME_WIDE, "ews": ShotType.EXTREME_WIDE, "els": ShotType.EXTREME_WIDE,
    "long": ShotType.WIDE, "full": ShotType.WIDE, "ws": ShotType.WIDE, "ls": ShotType.WIDE, "master": ShotType.WIDE,
    "medium long": ShotType.MEDIUM_WIDE, "cowboy": ShotType.MEDIUM_WIDE, "mls": ShotType.MEDIUM_WIDE,
    "mid": ShotType.MEDIUM, "ms": ShotType.MEDIUM, "two": ShotType.MEDIUM, "group": ShotType.MEDIUM_WIDE,
    "medium close": ShotType.MEDIUM_CLOSE, "medium close up": ShotType.MEDIUM_CLOSE, "mcu": ShotType.MEDIUM_CLOSE,
    "close": ShotType.CLOSE_UP, "close up": ShotType.CLOSE_UP, "closeup": ShotType.CLOSE_UP, "cu": ShotType.CLOSE_UP,
    "extreme close up": ShotType.EXTREME_CLOSE_UP, "ecu": ShotType.EXTREME_CLOSE_UP, "macro": ShotType.EXTREME_CLOSE_UP,
    "detail": ShotType.INSERT, "cutaway": ShotType.INSERT, "point of view": ShotType.POV, "pov": ShotType.POV,
    "subjective": ShotType.POV, "over the shoulder": ShotType.OVER_SHOULDER, "ots": ShotType.OVER_SHOULDER,
    "overhead": ShotType.TOP, "bird's eye": ShotType.TOP, "birds eye": ShotType.TOP, "top down": ShotType.TOP,
}  # fmt: skip
"""What others call the shot types."""


class _WireShot(Noun):
    """A shot of a scenario list; all but prompt, type and duration may be left out."""

    shot_id: str | None = Field(default=None, pattern=r"^[a-z0-9][a-z0-9_-]{0,31}$")
    shot_number: int | None = None
    shot_type: str = "medium"
    enhanced_prompt: str = Field(min_length=1, max_length=6000)
    negative_prompt: str = Field(default="", max_length=2000)
    duration: float = Field(gt=0, le=600)
    dialogue: JsonValue = ()  # type: ignore[assignment]  # a list of lines, or one line as text
    characters: tuple[str, ...] = Field(default=(), max_length=12)
    landscapes: tuple[str, ...] = Field(default=(), max_length=4)
    styles: tuple[str, ...] = Field(default=(), max_length=8)
    mood: str = Field(default="", max_length=120)
    time_of_day: str = Field(default="", max_length=40)
    scene_heading: str = Field(default="", max_length=200)
    camera_size: Framing | None = None
    camera_angle: Angle | None = None
    camera_movement: Movement = Movement.STATIC
    lens: str = Field(default="", max_length=200)
    lighting: str = Field(default="", max_length=400)
    voice_over: str = Field(default="", max_length=2000)
    product_visible: bool = False
    seed: int | None = Field(default=None, ge=0, lt=2**31)


def write_scenario_list(scenario: Scenario) -> Json:
    """A scenario under its wire names; ``read_shot_list`` reads it."""
    return {
        "schema_version": SHOTS_SCHEMA_VERSION,
        "kind": "scenario",
        "title": scenario.title,
        "description": scenario.brief.prompt,
        "brief": scenario.brief.model_dump(mode="json", exclude_defaults=True, exclude={"prompt", "kind", "cast"}),
        "soundtrack_mood": scenario.soundtrack_mood,
        "product": scenario.product,
        "characters": {
            one.name: {"description": one.description, "voice": one.voice} if one.voice else one.description
            for one in scenario.cast
        },
        "shots": [write_scenario_shot(shot, scenario.brief.rate) for shot in scenario.shots],
    }


def write_scenario_shot(shot: Shot, rate: Fraction) -> Json:
    """One shot under its wire names; what is as usual is left out of the optional ones."""
    kind, place = shot_type_of(shot.camera.framing, shot.camera.angle), _place(shot.scene_heading)
    usual = set_up_of(kind)
    said: Json = {
        "shot_id": f"shot_{shot.number:03d}" if re.fullmatch(r"shot_\d+", shot.id) else shot.id,
        "shot_number": shot.number,
        "shot_type": kind.value,
        "enhanced_prompt": shot.prompts.image_prompt or shot.action_description,
        "negative_prompt": shot.prompts.negative_prompt,
        "duration": round(seconds(shot.frame_count, rate), 6),
        "dialogue": [line.model_dump(mode="json", exclude_defaults=True) for line in shot.dialogue],
        "characters": list(shot.characters),
        "landscapes": [place] if place else [],
        "styles": list(shot.styles),
        "mood": shot.emotional_tone,
        "time_of_day": _time(shot.scene_heading),
        "scene_heading": shot.scene_heading,
        "camera_movement": shot.camera.movement.value,
    }
    optional: Json = {
        "camera_size": shot.camera.framing.value if shot.camera.framing is not usual[0] else None,
        "camera_angle": shot.camera.angle.value if shot.camera.angle is not usual[1] else None,
        "lens": shot.camera.lens_note,
        "lighting": shot.lighting.setup,
        "voice_over": shot.voice_over.text,
        "product_visible": shot.presence.product_visible or None,
        "seed": shot.seed,
    }
    return said | {name: value for name, value in optional.items() if value not in (None, "")}


def is_scenario_list(whole: Json) -> bool:
    """Whether a parsed list is a scenario list rather than ours."""
    shots = whole.get("shots")
    first: object = cast("list[object]", shots)[0] if isinstance(shots, list) and shots else None
    return whole.get("kind") == "scenario" or (isinstance(first, dict) and "enhanced_prompt" in first)


def as_shot_list(whole: Json) -> Json:
    """A scenario list in the form of our own shot list.

    Raises:
        BadInput: If a field is wrong; names it.
    """
    given = dict(whole)
    given.pop("kind", None)
    brief = _brief(given)
    people = _cast(given.pop("characters", {}))
    product = _text(given.pop("product", ""), "product")
    music = _text(given.pop("soundtrack_mood", ""), "soundtrack_mood")
    title = _text(given.pop("title", ""), "title") or brief.prompt[:60]
    listed = given.pop("shots", None)
    if not isinstance(listed, list) or not listed:
        raise BadInput("shot list, field 'shots': it must be a list of at least one shot", hint=_HINT)
    unknown = sorted(set(given) - {"schema_version", "cut_plan"})
    if unknown:
        raise BadInput(f"shot list, field {unknown[0]!r}: there is no such field", hint=_HINT)
    seen: list[str] = []
    shots: list[Shot] = []
    for number, entry in enumerate(cast("list[object]", listed), start=1):
        read = checked(_WireShot, entry, f"shots.{number - 1}")
        shots.append(_shot(read, number, brief, people, seen))
        seen += [name for name in shots[-1].characters if name not in seen]
    story = story_of_scene(title, brief.prompt, people, product, shots)
    return {
        **given,
        "brief": brief.model_dump(mode="json"),
        "title": title,
        "story": story.model_dump(mode="json"),
        "cast": [one.model_dump(mode="json") for one in people],
        "soundtrack_mood": music,
        "shots": [shot.model_dump(mode="json") for shot in shots],
    }


def _shot(read: _WireShot, number: int, brief: Brief, people: Sequence[Character], seen: Sequence[str]) -> Shot:
    kind = _type(read.shot_type, f"shots.{number - 1}.shot_type")
    framing, angle = set_up_of(kind)
    names = tuple(_named(name, people) for name in read.characters)
    prompt = recast(read.enhanced_prompt, names, people, seen)
    shot = Shot(
        id=read.shot_id or f"shot_{number:03d}",
        number=number,
        scene_heading=_heading(read),
        frame_count=max(1, frames_for(read.duration, brief.rate)),
        action_description=action_in(read.enhanced_prompt, people),
        presence=Presence(
            character_visible=bool(names),
            character_timing="throughout" if names else "never",
            product_visible=read.product_visible,
            product_timing="throughout" if read.product_visible else "never",
        ),
        camera=Camera(
            framing=read.camera_size if read.camera_size and _fits(kind) else framing,
            angle=read.camera_angle or angle,
            movement=read.camera_movement,
            lens_note=read.lens,
        ),
        lighting=Lighting(setup=read.lighting),
        emotional_tone=read.mood,
        voice_over=VoiceOver(text=read.voice_over),
        dialogue=_dialogue(read.dialogue, f"shots.{number - 1}.dialogue"),
        characters=names,
        styles=read.styles,
        prompts=Prompts(negative_prompt=read.negative_prompt),
        seed=read.seed,
    )
    return shot.model_copy(update={"prompts": prompts_of(prompt, shot)})


def _fits(kind: ShotType) -> bool:
    """Whether a shot type leaves the size open."""
    return kind in (ShotType.POV, ShotType.OVER_SHOULDER, ShotType.TOP, ShotType.LOW_ANGLE, ShotType.HIGH_ANGLE)


def _type(text: str, where: str) -> ShotType:
    said = re.sub(r"\s+", " ", re.sub(r"[-_]", " ", text.lower())).strip()
    said = re.sub(r"(?: shot| view| angle)+$", "", said) if said not in ("low angle", "high angle") else said
    for kind in ShotType:
        if re.sub(r"[-_]", " ", kind.value.lower()) in (said, f"{said} angle"):
            return kind
    if said in _TYPES:
        return _TYPES[said]
    allowed = ", ".join(kind.value for kind in ShotType)
    raise BadInput(f"shot list, field {where!r}: {text[:60]!r} is no shot type; allowed are {allowed}", hint=_HINT)


def _dialogue(given: JsonValue, where: str) -> tuple[DialogueLine, ...]:
    """Lines as objects, as ``NAME: words``, or one of these alone."""
    entries = given if isinstance(given, list | tuple) else [given] if given else []
    found: list[DialogueLine] = []
    for at, entry in enumerate(entries):
        if isinstance(entry, str):
            speaker, colon, text = entry.partition(":")
            named = bool(colon) and 0 < len(speaker.split()) <= 4
            entry = {"speaker": speaker.strip() if named else "Voice", "text": (text if named else entry).strip()}
        elif isinstance(entry, dict) and "speaker" not in entry:
            renamed = {"character": "speaker", "name": "speaker", "line": "text", "words": "text"}
            entry = {renamed.get(key, key): value for key, value in entry.items()}
        found.append(checked(DialogueLine, entry, f"{where}.{at}"))
    return tuple(found)


def _cast(given: object) -> tuple[Character, ...]:
    if isinstance(given, list):  # names alone, or objects with a name
        entries: list[Any] = [{"name": one} if isinstance(one, str) else one for one in cast("list[Any]", given)]
    elif isinstance(given, dict):
        entries = [
            {"name": name, **(cast(Json, value) if isinstance(value, dict) else {"description": value})}
            for name, value in cast(Json, given).items()
        ]
    else:
        raise BadInput("shot list, field 'characters': it must be an object of names and descriptions", hint=_HINT)
    return tuple(checked(Character, one, f"characters.{at}") for at, one in enumerate(entries))


def _named(name: str, people: Sequence[Character]) -> str:
    return next((one.name for one in people if one.name.lower() == name.strip().lower()), name.strip())


def _brief(given: Json) -> Brief:
    """The brief; a list may give its fields outside, under the names of a request for a scenario."""
    own = given.pop("brief", {})
    if not isinstance(own, dict):
        raise BadInput(f"shot list, field 'brief': a {type(own).__name__}; it must be an object", hint=_HINT)
    brief = dict(cast(Json, own))
    for name, field in (
        ("prompt", "prompt"), ("description", "prompt"), ("style", "style"), ("mood", "mood"),
        ("aspect_ratio", "aspect"), ("aspect", "aspect"),
    ):  # fmt: skip
        if name in given:
            brief.setdefault(field, given.pop(name))
    for name in ("num_shots", "model"):
        given.pop(name, None)
    brief.setdefault("prompt", str(given.get("title") or "A scene"))
    brief.setdefault("wants_cards", False)
    if "aspect" in brief and not {"width_px", "height_px"} <= set(brief):
        wide, high = {"16:9": (1280, 720), "9:16": (720, 1280), "1:1": (720, 720), "4:5": (720, 900)}.get(
            str(brief["aspect"]), (1280, 720)
        )
        brief |= {"width_px": wide, "height_px": high}
    brief["kind"] = "scenario"
    return checked(Brief, brief, "brief")


def _text(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise BadInput(f"shot list, field {where!r}: it must be text in quotes", hint=_HINT)
    return value[:1000]


def _heading(read: _WireShot) -> str:
    """The heading as it was, unless place or hour have been changed beside it."""
    place = read.landscapes[0].strip() if read.landscapes else ""
    hour = _OTHER_TIMES.get(read.time_of_day.lower().strip(), read.time_of_day.lower().strip())
    if read.scene_heading and (_place(read.scene_heading), _time(read.scene_heading)) == (place.lower(), hour):
        return read.scene_heading
    if not place and not hour:
        return read.scene_heading
    side = re.match(r"(?:INT|EXT|EST|I/E)[^ ]* ", place or read.scene_heading) or re.match(
        r"(?:INT|EXT|EST|I/E)[^ ]* ", read.scene_heading
    )
    bare = re.sub(r"^(?:INT|EXT|EST|I/E)[^ ]* ", "", place or _place(read.scene_heading))
    return " - ".join(part for part in (f"{side[0] if side else ''}{bare}".upper(), hour.upper()) if part.strip())


def _place(heading: str) -> str:
    return re.sub(r"^(?:INT|EXT|EST|I/E)[^ ]* ", "", heading).rsplit(" - ", 1)[0].lower() if heading else ""


def _time(heading: str) -> str:
    said = heading.rsplit(" - ", 1)[-1].lower() if heading else ""
    found = next((time for time in _TIMES if time in said), "")
    return found or next((time for word, time in _OTHER_TIMES.items() if word in said), "")
