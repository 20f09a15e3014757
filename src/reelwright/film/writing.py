"""What is asked of a writer and what it must return: the inputs and outputs of the four writing tasks.

They stand below both sides: the stages, which ask and check, and the writers, which answer.
"""

from typing import Literal

from pydantic import Field

from reelwright.film.base import Noun
from reelwright.film.board import MAX_PANELS, PanelCamera
from reelwright.film.shot import Angle, Framing, Movement, Shot
from reelwright.film.story import ConsistencyMarkers, Story, StoryTemplate, Subject, TemplateChoice

STRONGEST = "at its strongest instant"
"""How a picture without words of its own ends."""


class TemplateSummary(Noun):
    """What a writer needs to know of a story template in order to choose."""

    slug: str
    name: str
    best_for: tuple[str, ...]
    tone: tuple[str, ...]


class PlannedShot(Noun):
    """A slot of the film's timing, fixed in code before a word is written."""

    number: int = Field(ge=1)
    beat: str
    covers: tuple[str, ...]
    """All beats that this shot stands for; more than one when a short film merges them."""
    part: int = Field(default=0, ge=0)
    """Position among the shots of the same beat, from 0."""
    parts: int = Field(default=1, ge=1)
    """How many shots the beat has."""
    purpose: str
    emotion: str
    framing: Framing
    movement: Movement
    frame_count: int = Field(ge=1)
    duration_s: float
    max_words: int
    """Words that are spoken unhurriedly within the shot."""
    product: Literal["hidden", "first", "free"]
    """``hidden`` before the template shows it, ``first`` where it must appear, ``free`` afterwards."""
    carries_call: bool = False


class ChooseTemplateInputs(Noun):
    """Stage 0 is asked this; it returns a ``TemplateChoice``."""

    prompt: str
    duration_s: float
    mood: str
    style: str
    templates: tuple[TemplateSummary, ...] = Field(min_length=1)
    note: str = ""


class WriteStoryInputs(Noun):
    """Stage 1 is asked this; it returns a ``Story`` with one line per planned shot."""

    prompt: str
    mood: str
    style: str
    template: StoryTemplate
    choice: TemplateChoice
    plan: tuple[PlannedShot, ...]
    note: str = ""


class BreakIntoShotsInputs(Noun):
    """Stage 2 is asked this; it returns a ``ShotsDraft`` with one draft per planned shot."""

    prompt: str
    mood: str
    style: str
    template: str
    story: Story
    plan: tuple[PlannedShot, ...]
    note: str = ""


class ShotDraft(Noun):
    """What a writer decides about a shot; timing, voice-over, lens and the wording of the light are settled in code."""

    action: str = Field(min_length=10, max_length=600)
    heading: str = Field(max_length=120)
    """``INT. KITCHEN - DAWN``."""
    framing: Framing
    angle: Angle
    movement: Movement
    light: str = Field(max_length=120)
    """Where the light comes from, in a few words; empty leaves it to the time of day."""
    tone: str = Field(max_length=80)
    """The feeling of the shot; empty takes that of its beat."""
    person: bool
    product: bool


class ShotsDraft(Noun):
    """Stage 2's answer."""

    shots: tuple[ShotDraft, ...] = Field(min_length=1, max_length=24)


class SpecifyPictureInputs(Noun):
    """Stage 3 is asked this for each shot by itself, so that all are specified side by side."""

    prompt: str
    style: str
    story: Story
    markers: ConsistencyMarkers
    shot: Shot
    note: str = ""


class PictureDraft(Noun):
    """What is seen in one shot's pictures, without looks, camera, light and style."""

    image: str = Field(min_length=10, max_length=600)
    """The strongest instant."""
    start: str = Field(min_length=5, max_length=600)
    """What differs just before the action."""
    end: str = Field(min_length=5, max_length=600)
    """What differs just after it."""
    motion: str = Field(max_length=300)
    """What moves besides the camera."""


def strongest_instant(action: str) -> str:
    """The picture of an action: its strongest instant."""
    return f"{action.rstrip('.')}, {STRONGEST}."


def plain_picture(action: str) -> PictureDraft:
    """The pictures of a shot as its action alone tells them; of the place where nothing happens."""
    return PictureDraft(
        image=strongest_instant(action.rstrip(".") or "The place as it is"),
        start="everything still, the movement about to begin",
        end="the movement complete, everything at rest",
        motion="",
    )


class WriteFilmInputs(Noun):
    """The single stage is asked this: the whole writing of a film at once; it returns a ``FilmDraft``."""

    prompt: str
    mood: str
    style: str
    template: StoryTemplate
    plan: tuple[PlannedShot, ...]
    note: str = ""


class WholeShotDraft(ShotDraft, PictureDraft):
    """A shot with its spoken line and its pictures."""

    line: str = Field(max_length=300)


class FilmDraft(Noun):
    """All that the four stages write, in one answer."""

    title: str = Field(min_length=1, max_length=120)
    logline: str = Field(max_length=400)
    setting: str = Field(max_length=300)
    subject: Subject
    brand: str = Field(max_length=40)
    call_to_action: str = Field(max_length=80)
    shots: tuple[WholeShotDraft, ...] = Field(min_length=1, max_length=24)


class BreakStoryboardInputs(Noun):
    """A storyboard is asked of this; it returns a ``BoardDraft`` with one draft per panel."""

    story: str
    panel_count: int
    token: str
    """By which alone the main character appears; empty when the looks are to be described."""
    mood: str = ""
    style: str = ""
    note: str = ""


class PanelDraft(Noun):
    """What a writer decides about a panel; number, prompt and light are settled in code."""

    description: str = Field(min_length=10, max_length=500)
    """One instant: who does what, where, in what light."""
    camera: PanelCamera
    mood: str = Field(max_length=60)
    lead: bool
    """Whether the main character is seen."""


class BoardDraft(Noun):
    """A storyboard's answer."""

    character: str = Field(default="", max_length=400)
    """The main character's looks, for every prompt; empty when a token stands for them."""
    product: str = Field(default="", max_length=300)
    """The looks of what is sold, for every prompt that shows it; empty in a story."""
    panels: tuple[PanelDraft, ...] = Field(min_length=1, max_length=2 * MAX_PANELS)
