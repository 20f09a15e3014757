"""The story: template, narrative, subject and the words that are spoken."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, field_validator

from reelwright.film.base import Noun
from reelwright.film.shot import Framing, Movement

Words = Annotated[str, StringConstraints(min_length=1, max_length=80)]


Text = Annotated[str, StringConstraints(max_length=2000)]
"""Words that a writer gives, bounded: what is longer is no answer."""


class Beat(Noun):
    """One step of a story template."""

    name: str = Field(min_length=1, max_length=40)
    purpose: str = Field(min_length=1, max_length=200)
    share: float = Field(gt=0, le=1)
    """Share of the film's duration; the shares of a template add up to 1."""
    emotion: str = Field(min_length=1, max_length=40)
    default_framing: Framing
    default_movement: Movement


class StoryTemplate(Noun):
    """A narrative structure, loaded from a data file."""

    slug: str = Field(pattern=r"^[a-z][a-z0-9-]{1,40}$")
    name: str = Field(min_length=1, max_length=80)
    version: int = Field(default=1, ge=1)
    """Raised by whoever changes the file; a film keeps the version it was begun with."""
    best_for: tuple[Words, ...] = Field(min_length=1, max_length=16)
    tone: tuple[Words, ...] = Field(min_length=1, max_length=8)
    beats: tuple[Beat, ...] = Field(min_length=2, max_length=8)
    product_first_visible: str
    """Name of the beat that first shows the product."""
    call_to_action: str
    """Name of the beat that carries the call to action."""
    example: str = Field(max_length=200)
    copy_guidance: str = Field(max_length=600)

    @field_validator("beats")
    @classmethod
    def _whole(cls, beats: tuple[Beat, ...]) -> tuple[Beat, ...]:
        total = sum(beat.share for beat in beats)
        if abs(total - 1) > 0.001:
            raise ValueError(f"the shares of the beats add up to {total:.3f}, not to 1")
        return beats


class TemplateChoice(Noun):
    """Stage 0: the template and the reading of the brief that led to it."""

    selected_template: str = Field(max_length=60)
    confidence: float = Field(ge=0, le=1)
    reasoning: Text
    alternative_template: str = Field(max_length=60)
    narrative_focus: Text
    emotional_goal: Text
    product_type: Text
    target_audience: Text
    is_fallback: bool = False
    """True when choosing failed and ``aida`` stands in."""


class Narrative(Noun):
    """The arc in four movements under one logline."""

    logline: Text
    setup: Text
    development: Text
    climax: Text
    resolution: Text


class Subject(Noun):
    """Who and what the film is about; the descriptions go verbatim into every picture prompt."""

    type: Literal["character", "product", "both", "none"]
    character_description: Text = ""
    product_description: Text = ""
    character_arc: Text = ""


class Character(Noun):
    """Somebody who is seen, the same in every shot of a film."""

    name: str = Field(min_length=1, max_length=60)
    description: str = Field(default="", max_length=800)
    """What the person looks like; goes word for word into every shot that shows the person."""
    voice: str = Field(default="", max_length=80)
    """Whose voice speaks the lines; empty lets the film choose."""

    @field_validator("name", "description")
    @classmethod
    def _one_line(cls, text: str) -> str:
        return " ".join(text.split())


class Line(Noun):
    """One spoken line."""

    beat: str = Field(max_length=120)
    text: Text


class Story(Noun):
    """Stage 1: the story."""

    title: str = Field(max_length=300)
    narrative: Narrative
    subject: Subject
    lines: tuple[Line, ...] = Field(max_length=60)
    setting: Text = ""
    """Where it plays, in words; the shots may say more."""
    brand: str = Field(default="", max_length=40)
    """Brand or product as the end card letters it; empty where nothing is offered."""
    call_to_action: str = Field(default="", max_length=80)
    """What the end card asks for, in a few words: ``Order today``; may be empty."""


class ConsistencyMarkers(Noun):
    """Stage 3: what every picture shares."""

    subject_description: str
    style: str
    color_palette: str
    lighting: str
    mood: str
