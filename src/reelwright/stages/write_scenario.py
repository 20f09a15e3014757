"""A scene description becomes a shot list: asked for, checked, its prompts composed in code."""

import re
from dataclasses import dataclass
from fractions import Fraction

from reelwright.errors import ReplyUnreadable
from reelwright.film.brief import Brief
from reelwright.film.clock import frames_for
from reelwright.film.scenario import (
    DEFAULT_SHOTS,
    ScenarioDraft,
    ScenarioShotDraft,
    ShotType,
    WriteScenarioInputs,
    set_up_of,
    story_of_scene,
)
from reelwright.film.shot import (
    MAX_SHOT_S,
    MIN_SHOT_S,
    Angle,
    Camera,
    DialogueLine,
    Framing,
    Lighting,
    Movement,
    Presence,
    Prompts,
    Shot,
)
from reelwright.film.story import Character, Story
from reelwright.ports import TextRequest
from reelwright.prompts.render import render
from reelwright.prompts.scenes import pattern_for, style_named
from reelwright.stages.negative_prompt import NEGATIVE_PROMPT
from reelwright.stages.writing_tokens import scenario_answer_tokens
from reelwright.wire.scene_prompt import scene_prompts

SPOKEN_WORDS_PER_S, SILENCE_S = 2.2, 1.0
"""How fast dialogue is planned, and the least silence around it."""
_OTHER_ANGLES = (Angle.EYE_LEVEL, Angle.LOW, Angle.HIGH)


@dataclass(frozen=True)
class WrittenScenario:
    """A scenario as it was read: the story around it, its cast and its shots, not yet staged."""

    story: Story
    cast: tuple[Character, ...]
    soundtrack_mood: str
    shots: tuple[Shot, ...]
    notes: tuple[str, ...] = ()
    """What was repaired in the answer."""


def write_scenario_request(brief: Brief, *, note: str = "", complaint: str = "") -> TextRequest[ScenarioDraft]:
    """Ask for the shot list of a scene.

    Args:
        brief: What was asked for; its prompt is the description.
        note: A director's wish in words.
        complaint: What was wrong with the last answer.
    """
    count = brief.shot_count or DEFAULT_SHOTS
    pattern = pattern_for(brief.prompt)
    inputs = WriteScenarioInputs(
        prompt=brief.prompt,
        style=style_named(brief.style) if brief.style else None,
        style_words=brief.style,
        mood=brief.mood,
        pattern=pattern.slug,
        set_ups=pattern.of(count),
        pace_s=pattern.pace_s,
        cast=brief.cast,
        note=note,
    )
    prompt = render(
        "write_scenario",
        task=inputs,
        complaint=complaint,
        shot_types=[kind.value for kind in ShotType],
        movements=[movement.value for movement in Movement],
    )
    return TextRequest("write_scenario", inputs, prompt, ScenarioDraft, brief.film_seed, scenario_answer_tokens(count))


def read_scenario(output: ScenarioDraft, brief: Brief) -> WrittenScenario:
    """The shots, checked: as many as wanted, speakers known, lengths of 3 to 7 s, no two neighbours alike.

    Raises:
        ReplyUnreadable: If shots are missing or too many, or a line cannot be spoken within the longest shot.
    """
    count = brief.shot_count or DEFAULT_SHOTS
    if len(output.shots) != count:
        raise ReplyUnreadable(f"shots: {len(output.shots)} were given, exactly {count} are needed")
    notes: list[str] = []
    cast = _cast(output, brief)
    style = style_named(brief.style) if brief.style else None
    product = output.product_description.strip()
    shots: list[Shot] = []
    seen: list[str] = []
    for number, draft in enumerate(_varied(output.shots, notes), start=1):
        shot = _shot(number, draft, cast, brief, product, notes)
        avoided = (draft.negative, style.negative if style else "", brief.negative, NEGATIVE_PROMPT)
        negative = ", ".join(part for part in avoided if part)
        shot = shot.model_copy(update={"prompts": Prompts(negative_prompt=negative)})
        shots.append(shot.model_copy(update={"prompts": scene_prompts(shot, cast, style, brief.style, seen)}))
        seen += [name for name in shot.characters if name not in seen]
    story = story_of_scene(" ".join(output.title.split()), brief.prompt, cast, product, shots)
    music = output.soundtrack_mood.strip() or (style.soundtrack if style else "")
    return WrittenScenario(story, cast, music, tuple(shots), tuple(notes))


def scene_length_s(words: int, wish_s: float) -> float:
    """How long a shot is: as wished within 3 to 7 s, longer where its dialogue needs it."""
    needed_s = words / SPOKEN_WORDS_PER_S + SILENCE_S if words else 0.0
    return min(MAX_SHOT_S, max(MIN_SHOT_S, wish_s, needed_s))


def _cast(output: ScenarioDraft, brief: Brief) -> tuple[Character, ...]:
    """Those the brief describes, as it does; then those the writer added."""
    given = {one.name.lower(): one for one in brief.cast}
    drafted = {one.name.lower(): one.description for one in output.characters}
    kept = [
        one if one.description else one.model_copy(update={"description": drafted.get(name, "")})
        for name, one in given.items()
    ]
    names = [one.name for one in output.characters if one.name.lower() not in given]
    kept += [Character(name=name, description=drafted[name.lower()]) for name in dict.fromkeys(names)]
    return tuple(kept)


def _shot(
    number: int, draft: ScenarioShotDraft, cast: tuple[Character, ...], brief: Brief, product: str, notes: list[str]
) -> Shot:
    framing, angle = set_up_of(draft.shot_type)
    dialogue = tuple(
        DialogueLine(speaker=_known(line.speaker, cast) or line.speaker, text=line.text) for line in draft.dialogue
    )
    names = [_known(name, cast) or name for name in draft.characters]
    words = sum(len(line.text.split()) for line in dialogue)
    most = int((MAX_SHOT_S - SILENCE_S) * SPOKEN_WORDS_PER_S)
    if words > most:
        raise ReplyUnreadable(
            f"shots.{number - 1}.dialogue: {words} words, at most {most} are spoken in {MAX_SHOT_S:g} s"
        )
    length_s = scene_length_s(words, draft.duration_s)
    if abs(length_s - draft.duration_s) > 0.01:
        notes.append(f"Shot {number}: {draft.duration_s:g} s were given, it has {length_s:g} s.")
    shows = bool(product) and _names_product(draft.action, product)
    return Shot(
        id=f"shot_{number:03d}",
        number=number,
        story_beat=_beat(number, brief.shot_count or DEFAULT_SHOTS),
        scene_heading=_heading(draft),
        frame_count=frames_for(length_s, Fraction(brief.rate)),
        action_description=" ".join(draft.action.split()),
        presence=Presence(
            character_visible=bool(names),
            character_timing="throughout" if names else "never",
            product_visible=shows,
            product_timing="throughout" if shows else "never",
        ),
        camera=Camera(
            framing=framing, angle=draft.angle or angle, movement=draft.movement, lens_note=" ".join(draft.lens.split())
        ),
        lighting=Lighting(setup=" ".join(draft.lighting.split())),
        emotional_tone=" ".join((draft.mood or brief.mood).split()),
        dialogue=dialogue,
        characters=tuple(dict.fromkeys(names)),
        styles=(brief.style,) if brief.style else (),
    )


def _known(name: str, cast: tuple[Character, ...]) -> str:
    return next((one.name for one in cast if one.name.lower() == name.strip().lower()), "")


def _names_product(action: str, product: str) -> bool:
    """Whether an action speaks of the product: by its noun, or by what is lettered on it."""
    noun = re.split(r"\s+(?:of|with|in)\s+|,", product.lower())[0].split()[-1:]
    lettered = re.findall(r"[\"“]([^\"”]{2,40})[\"”]", product)
    low = action.lower()
    return any(word and word in low for word in [*noun, *(text.lower() for text in lettered)])


def _heading(draft: ScenarioShotDraft) -> str:
    place = " ".join(draft.place.split()).upper().split(" - ")[0].strip(" .-")
    return f"{place} - {draft.time_of_day.upper()}" if place else draft.time_of_day.upper()


def _beat(number: int, count: int) -> str:
    """Which part of the scene a shot belongs to: its music follows that."""
    part = (number - 1) / max(1, count - 1)
    return "opening" if number == 1 else "closing" if number == count else "turn" if part > 0.6 else "development"


def _varied(drafts: tuple[ScenarioShotDraft, ...], notes: list[str]) -> list[ScenarioShotDraft]:
    """No two neighbours of the same size and angle: the later one is seen from another angle."""
    kept: list[ScenarioShotDraft] = []
    for number, draft in enumerate(drafts, start=1):
        if kept and _view(draft) == _view(kept[-1]):
            other = next(angle for angle in _OTHER_ANGLES if angle is not _view(draft)[1])
            draft = draft.model_copy(update={"angle": other})
            notes.append(f"Shot {number} had the size and angle of shot {number - 1}; it is seen from another angle.")
        kept.append(draft)
    return kept


def _view(draft: ScenarioShotDraft) -> tuple[Framing, Angle]:
    framing, angle = set_up_of(draft.shot_type)
    return framing, draft.angle or angle
