"""A screenplay as a shot list: scenes keep their headings, dialogue is kept word for word, code places the camera."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reelwright.errors import BadInput
from reelwright.film.brief import Brief
from reelwright.film.clock import frames_for
from reelwright.film.scenario import PatternShot, Scenario
from reelwright.film.screenplay import Screenplay, ScreenplayElement
from reelwright.film.shot import (
    MAX_SHOT_S,
    MIN_SHOT_S,
    Angle,
    Camera,
    DialogueLine,
    Framing,
    Movement,
    Presence,
    Prompts,
    Shot,
)
from reelwright.film.story import Character
from reelwright.prompts.scenes import pattern_for, style_named
from reelwright.stages.fountain import plain_words
from reelwright.stages.specify_pictures import NEGATIVE_PROMPT
from reelwright.wire.scene_prompt import scene_prompts

MAX_SCREENPLAY_SHOTS = 300
_SPOKEN_WORDS_PER_S, _SILENCE_S = 2.2, 1.0
_MOST_WORDS = int((MAX_SHOT_S - _SILENCE_S) * _SPOKEN_WORDS_PER_S)
_INTRODUCED = re.compile(r"\b([A-Z][A-Z'’.-]*(?: [A-Z][A-Z'’.-]*){0,2})\s*\(([^)]{2,120})\)")
_FACES = (
    PatternShot(role="face", framing=Framing.MEDIUM_CLOSE),
    PatternShot(role="face", framing=Framing.CLOSE_UP, movement=Movement.PUSH_IN),
    PatternShot(role="over", framing=Framing.MEDIUM, angle=Angle.OVER_SHOULDER),
    PatternShot(role="face", framing=Framing.MEDIUM_CLOSE, angle=Angle.LOW),
)


@dataclass
class _Planned:
    """A shot that is being filled."""

    heading: str
    action: str = ""
    lines: list[DialogueLine] = field(default_factory=list[DialogueLine])
    speakers: list[str] = field(default_factory=list[str])
    """Who is seen speaking; a voice from outside is not."""


def screenplay_scenario(screenplay: Screenplay, brief: Brief, *, title: str = "") -> Scenario:
    """The shots of a screenplay, in its order.

    Args:
        screenplay: With at least one scene or one line.
        brief: For style, mood, size, rate and the cast that is described beforehand.
        title: Where the screenplay has none.

    Raises:
        BadInput: If nothing in it can be filmed, or it is too long.
    """
    planned = list(_planned(screenplay.elements))
    if not planned:
        raise BadInput(
            "nothing in the screenplay can be filmed: it has no action and no dialogue",
            hint="Is it a Fountain file? A scene begins with a line like `INT. KITCHEN - NIGHT`.",
        )
    if len(planned) > MAX_SCREENPLAY_SHOTS:
        raise BadInput(
            f"the screenplay makes {len(planned)} shots; at most {MAX_SCREENPLAY_SHOTS} are allowed",
            hint="Give a few of its scenes at a time.",
        )
    cast = screenplay_cast(screenplay, brief)
    style = style_named(brief.style) if brief.style else None
    shots: list[Shot] = []
    seen: list[str] = []
    for number, one in enumerate(planned, start=1):
        shot = _shot(number, one, planned, cast, brief, shots)
        negative = ", ".join(part for part in (style.negative if style else "", NEGATIVE_PROMPT) if part)
        shot = shot.model_copy(update={"prompts": Prompts(negative_prompt=negative)})
        shots.append(shot.model_copy(update={"prompts": scene_prompts(shot, cast, style, brief.style, seen)}))
        seen += [name for name in shot.characters if name not in seen]
    return Scenario(
        film_id="",
        title=screenplay.title or title or "Screenplay",
        brief=brief,
        cast=cast,
        soundtrack_mood=style.soundtrack if style else "",
        shots=tuple(shots),
    )


def screenplay_cast(screenplay: Screenplay, brief: Brief) -> tuple[Character, ...]:
    """Those who speak, in the order of their first words; what the action says of them in brackets describes them."""
    given = {one.name.lower(): one for one in brief.cast}
    cues = [_name(one) for one in screenplay.elements if one.kind == "character"]
    names = {name.lower(): name for name in reversed(cues)}
    names = {low: names[low] for low in dict.fromkeys(name.lower() for name in cues)}
    told: dict[str, str] = {}
    for one in screenplay.elements:
        if one.kind == "action":
            for match in _INTRODUCED.finditer(plain_words(one.text)):
                told.setdefault(match[1].title().lower(), match[2].strip())
    found = [given.get(low) or Character(name=name, description=told.get(low, "")) for low, name in names.items()]
    return (*found, *(one for one in brief.cast if one.name.lower() not in names))


def _planned(elements: Sequence[ScreenplayElement]) -> Iterator[_Planned]:
    """A shot for each paragraph of action and each speech, several for long ones, one for two who speak at once."""
    heading, speaker, manner, last = "", "", "", None
    cue: ScreenplayElement | None = None
    names: dict[str, str] = {}
    for one in elements:
        if one.kind == "scene":
            heading, last = one.text, None
        elif one.kind == "action":
            for text in _actions(one.text):
                last = _Planned(heading, text)
                yield last
        elif one.kind == "character":
            cue, manner = one, ""
            speaker = names.setdefault(_name(one).lower(), _name(one))
        elif one.kind == "parenthetical":
            manner = plain_words(one.text)
        elif one.kind in ("dialogue", "lyrics") and cue is not None:
            is_seen = not re.search(r"\b(?:V\.?O|O\.?S|O\.?C)\b", cue.extension, re.IGNORECASE)
            pieces = _pieces(plain_words(one.text))
            for piece in pieces:
                line = DialogueLine(speaker=speaker, text=piece, manner=manner[:120])
                if cue.is_dual and last is not None and last.lines and piece is pieces[0]:
                    last.lines.append(line)
                    last.speakers += [speaker] if is_seen else []
                    continue
                last = _Planned(heading, "", [line], [speaker] if is_seen else [])
                yield last
            manner = ""


def _actions(text: str) -> list[str]:
    """A paragraph in shots: one for each two sentences, word for word."""
    parts = re.split(r"(?<=[.!?…])[\"”’]?\s+(?=[A-Z\"“])", plain_words(text))
    sentences = [part for part in parts if part]
    return [" ".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2)]


def _pieces(text: str) -> list[str]:
    """A speech in parts that can be spoken within a shot, cut where sentences or clauses end; no word is lost."""
    pieces: list[str] = []
    for clause in re.split(r"(?<=[.!?…])\s+|(?<=[,;:–—])\s+", text):
        words = clause.split()
        for at in range(0, len(words), _MOST_WORDS):
            part = " ".join(words[at : at + _MOST_WORDS])
            joined = f"{pieces[-1]} {part}" if pieces else part
            if pieces and len(joined.split()) <= _MOST_WORDS:
                pieces[-1] = joined
            else:
                pieces.append(part)
    return pieces


def _name(cue: ScreenplayElement) -> str:
    """A character's name as people write it: ``MARY ANN`` is Mary Ann; one in mixed letters is left alone."""
    name = " ".join(cue.text.split())
    return (name.title().replace("'S", "'s") if name == name.upper() else name)[:60]


def _shot(
    number: int,
    one: _Planned,
    planned: Sequence[_Planned],
    cast: Sequence[Character],
    brief: Brief,
    before: Sequence[Shot],
) -> Shot:
    scene = [other for other in planned if other.heading == one.heading]
    at = next(index for index, other in enumerate(scene) if other is one)
    set_up = _set_up(one, at, scene, before)
    names = _seen(one, cast)
    words = sum(len(line.text.split()) for line in one.lines)
    told = len(one.action.split())
    length_s = max(
        MIN_SHOT_S, min(MAX_SHOT_S, 3.0 + told / 14), words / _SPOKEN_WORDS_PER_S + _SILENCE_S if words else 0
    )
    return Shot(
        id=f"shot_{number:03d}",
        number=number,
        scene_heading=one.heading,
        frame_count=frames_for(round(2 * length_s + 0.24) / 2, brief.rate),
        action_description=one.action or _speaking(one, cast),
        presence=Presence(
            character_visible=bool(names),
            character_timing="throughout" if names else "never",
        ),
        camera=Camera(framing=set_up.framing, angle=set_up.angle, movement=set_up.movement),
        emotional_tone=brief.mood,
        dialogue=tuple(one.lines),
        characters=names,
        styles=(brief.style,) if brief.style else (),
    )


def _set_up(one: _Planned, at: int, scene: Sequence[_Planned], before: Sequence[Shot]) -> PatternShot:
    """Dialogue is seen from near and over shoulders, action as its pattern goes; no two neighbours are alike."""
    pattern = pattern_for(" ".join(other.action for other in scene))
    wanted = pattern.of(max(2, len(scene)))[at]
    if one.lines:
        turn = sum(bool(other.lines) for other in scene[:at])
        wanted = _FACES[turn % len(_FACES)]
        if len(one.lines) > 1:
            wanted = PatternShot(role="together", framing=Framing.MEDIUM)
        elif wanted.role == "over" and len({name for other in scene for name in other.speakers}) < 2:
            wanted = _FACES[0]
    last = before[-1].camera if before else None
    if last is not None and (last.framing, last.angle) == (wanted.framing, wanted.angle):
        other = Angle.LOW if wanted.angle is not Angle.LOW else Angle.EYE_LEVEL
        wanted = wanted.model_copy(update={"angle": other})
    return wanted


def _seen(one: _Planned, cast: Sequence[Character]) -> tuple[str, ...]:
    """Who is in the picture: who speaks there, and whom the action names."""
    named = [who.name for who in cast if re.search(rf"\b{re.escape(who.name)}\b", one.action, re.IGNORECASE)]
    return tuple(dict.fromkeys([*one.speakers, *named]))[:12]


def _speaking(one: _Planned, cast: Sequence[Character]) -> str:
    """What is seen while somebody talks."""
    line = one.lines[0]
    how = f", {line.manner}" if line.manner else ""
    if not one.speakers:
        return f"The place while {line.speaker} is heard{how}."
    if len(one.speakers) > 1:
        return f"{one.speakers[0]} and {one.speakers[1]} speak at the same time."
    return f"{line.speaker} speaks{how}."
