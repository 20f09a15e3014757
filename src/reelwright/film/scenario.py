"""A scenario: a scene description as a list of shots. What is asked of its writer, and the data that guide it."""

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from reelwright.film.base import Noun
from reelwright.film.brief import MAX_SCENARIO_SHOTS, Brief
from reelwright.film.money import ShownUsd
from reelwright.film.shot import Angle, Framing, Movement, Shot
from reelwright.film.story import Character, Narrative, Story, Subject

DEFAULT_SHOTS = 5
TimeOfDay = Literal["dawn", "morning", "day", "golden hour", "dusk", "night"]
Name = Annotated[str, StringConstraints(min_length=1, max_length=60)]


class ShotType(StrEnum):
    """A camera set-up in one term, as a cinematographer calls it."""

    EXTREME_WIDE = "extreme wide"
    WIDE = "wide"
    MEDIUM_WIDE = "medium wide"
    MEDIUM = "medium"
    MEDIUM_CLOSE = "medium close-up"
    CLOSE_UP = "close-up"
    EXTREME_CLOSE_UP = "extreme close-up"
    INSERT = "insert"
    POV = "POV"
    OVER_SHOULDER = "over-the-shoulder"
    LOW_ANGLE = "low angle"
    HIGH_ANGLE = "high angle"
    TOP = "top"


_VIEWS = {
    ShotType.POV: (Framing.MEDIUM, Angle.POV),
    ShotType.OVER_SHOULDER: (Framing.MEDIUM, Angle.OVER_SHOULDER),
    ShotType.LOW_ANGLE: (Framing.MEDIUM_WIDE, Angle.LOW),
    ShotType.HIGH_ANGLE: (Framing.WIDE, Angle.HIGH),
    ShotType.TOP: (Framing.WIDE, Angle.TOP),
}


def set_up_of(kind: ShotType) -> tuple[Framing, Angle]:
    """The size and the angle that a shot type stands for."""
    return _VIEWS.get(kind) or (Framing(kind.value), Angle.EYE_LEVEL)


def shot_type_of(framing: Framing, angle: Angle) -> ShotType:
    """The one term for a size and an angle: a look through somebody's eyes, over a shoulder or from the top wins."""
    if angle in (Angle.POV, Angle.OVER_SHOULDER, Angle.TOP):
        return next(kind for kind, view in _VIEWS.items() if view[1] is angle)
    return ShotType(framing.value)


_MOST_TOLD = 500
"""Characters of a sentence that a story holds; a prompt may be longer."""


def story_of_scene(title: str, prompt: str, cast: Sequence[Character], product: str, shots: Sequence[Shot]) -> Story:
    """The little story that the rest of the house knows a scene's film by."""
    lead = cast[0].description if cast else ""
    kind = "both" if lead and product else "character" if lead else "product" if product else "none"
    told = [_short(shot.action_description, _MOST_TOLD) for shot in shots]
    acts = {"setup": told[0], "development": told[len(told) // 2], "climax": told[-2:][0], "resolution": told[-1]}
    return Story(
        title=_short(title, 300),
        narrative=Narrative(logline=_short(prompt, 300), **acts),
        subject=Subject(type=kind, character_description=lead, product_description=product),
        lines=(),
        setting=_short(shots[0].scene_heading.lower(), _MOST_TOLD),
    )


def _short(text: str, most: int) -> str:
    """A text of so many characters at the most, cut between words."""
    return text if len(text) <= most else f"{text[: most - 3].rsplit(' ', 1)[0]}..."


class PatternShot(Noun):
    """One set-up of a shot pattern."""

    role: Literal["place", "act", "detail", "face", "seen", "over", "together", "leave"]
    """What it is for: the place, an action, a thing, a face, what somebody sees, over a shoulder, all, the end."""
    framing: Framing
    angle: Angle = Angle.EYE_LEVEL
    movement: Movement = Movement.STATIC


class ShotPattern(Noun):
    """Which sizes and angles follow each other in a kind of scene."""

    slug: str
    best_for: str
    words: tuple[str, ...] = ()
    """What calls for it in a description."""
    opening: tuple[PatternShot, ...] = Field(min_length=1)
    cycle: tuple[PatternShot, ...] = Field(min_length=2)
    closing: tuple[PatternShot, ...] = Field(min_length=1)
    least: int = Field(default=1, ge=1)
    """How many of its words a description must hold."""
    pace_s: float = Field(default=4.0, ge=3, le=7)
    """How long its shots usually are."""

    def of(self, count: int) -> tuple[PatternShot, ...]:
        """The set-ups of so many shots, no two neighbours of the same size and angle."""
        middle = max(0, count - len(self.opening) - len(self.closing))
        turns = (self.cycle * (middle // len(self.cycle) + 1))[:middle]
        whole = [*self.opening[: max(1, count - len(self.closing))], *turns, *self.closing][:count]
        return tuple(_turned(whole))


def _turned(shots: list[PatternShot]) -> list[PatternShot]:
    kept: list[PatternShot] = []
    for shot in shots:
        if kept and (shot.framing, shot.angle) == (kept[-1].framing, kept[-1].angle):
            other = Angle.LOW if shot.angle is not Angle.LOW else Angle.EYE_LEVEL
            shot = shot.model_copy(update={"angle": other})
        kept.append(shot)
    return kept


class FilmStyle(Noun):
    """A style preset: what it adds to a picture's style, light, lens, colours and to what is to be avoided."""

    slug: str
    title: str
    words: tuple[str, ...]
    """What people call it by."""
    style: str
    light: str
    lens: str
    palette: str
    negative: str = ""
    soundtrack: str = ""
    """The music that goes with it, in a few words."""


class ExampleScenario(Noun):
    """A scene that ships as an example."""

    slug: str
    title: str
    description: str
    style: str
    mood: str
    shot_count: int = Field(ge=1, le=MAX_SCENARIO_SHOTS)
    aspect: str = "16:9"


class SpokenDraft(Noun):
    """A line of dialogue as a writer gives it."""

    speaker: Name
    text: str = Field(min_length=1, max_length=300)


class CharacterDraft(Noun):
    """A character as a writer describes one."""

    name: Name
    description: str = Field(default="", max_length=500)


class ScenarioShotDraft(Noun):
    """One shot as a writer decides it. Looks of people, style and palette are added in code."""

    shot_type: ShotType
    angle: Angle | None = None
    """Where the shot type leaves it open; None is the usual one."""
    movement: Movement = Movement.STATIC
    action: str = Field(min_length=10, max_length=500)
    lens: str = Field(default="", max_length=100)
    lighting: str = Field(default="", max_length=200)
    place: str = Field(default="", max_length=80)
    """``INT. OFFICE``."""
    time_of_day: TimeOfDay = "day"
    mood: str = Field(default="", max_length=60)
    duration_s: float = 4.0
    characters: tuple[Name, ...] = Field(default=(), max_length=6)
    dialogue: tuple[SpokenDraft, ...] = Field(default=(), max_length=4)
    negative: str = Field(default="", max_length=160)


class ScenarioDraft(Noun):
    """The answer to ``write_scenario``."""

    title: str = Field(min_length=1, max_length=100)
    characters: tuple[CharacterDraft, ...] = Field(default=(), max_length=8)
    soundtrack_mood: str = Field(default="", max_length=120)
    product_description: str = Field(default="", max_length=300)
    """Of a thing that is shown for sale; empty where none is."""
    shots: tuple[ScenarioShotDraft, ...] = Field(min_length=1, max_length=MAX_SCENARIO_SHOTS)


class WriteScenarioInputs(Noun):
    """What ``write_scenario`` is asked."""

    prompt: str
    style: FilmStyle | None
    style_words: str
    mood: str
    pattern: str
    """Slug of the shot pattern."""
    set_ups: tuple[PatternShot, ...] = Field(min_length=1)
    """One for each shot: a suggestion to a model, the plan of the built-in writer."""
    pace_s: float
    cast: tuple[Character, ...] = ()
    note: str = ""


class Scenario(Noun):
    """A written scenario: a shot list with its cast."""

    film_id: str
    title: str
    brief: Brief
    cast: tuple[Character, ...] = ()
    soundtrack_mood: str = ""
    product: str = ""
    """What is shown for sale, in forensic words; empty where nothing is."""
    shots: tuple[Shot, ...] = ()
    cost_usd: ShownUsd = Decimal(0)
    """What writing it has cost."""
    estimate_usd: ShownUsd = Decimal(0)
    elapsed_s: float = 0.0
    path: str | None = None
    """The film's folder, where it was shot too."""
    warnings: tuple[str, ...] = ()

    @property
    def duration_s(self) -> float:
        """How long the scene is."""
        return float(sum(shot.frame_count for shot in self.shots) / self.brief.rate)
