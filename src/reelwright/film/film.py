"""A film: one version of a piece."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from pydantic import Field

from reelwright.film.base import Noun
from reelwright.film.brief import Brief
from reelwright.film.cut import CutPlan
from reelwright.film.publishing import Publishing
from reelwright.film.story import Character, ConsistencyMarkers, Story, StoryTemplate, TemplateChoice


class FilmStatus(StrEnum):
    """Where a film stands."""

    QUEUED = "queued"
    PROCESSING = "processing"
    WAITING = "waiting"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Until(StrEnum):
    """How far a film is made."""

    STORY = "story"
    SHOTS = "shots"
    FRAMES = "frames"
    FILM = "film"


class GateStage(StrEnum):
    """After which stage a film can wait for a person."""

    STORY = "story"
    FRAMES = "frames"
    TAKES = "takes"


class Gate(Noun):
    """A place where a film waits, or waited, for a person."""

    film_id: str
    stage: GateStage
    opened_at: datetime
    decision: Literal["approved", "rejected"] | None = None
    """None while nobody has decided."""
    decided_by: str = ""
    decided_at: datetime | None = None
    note: str = ""
    """What the person said."""


class Fallback(Noun):
    """Something stood in for what was wanted: a fact of the film that its maker is told."""

    stage: str
    """``template``, ``story``, ``shots``, ``pictures``, ``writing`` for the whole pipeline..."""
    wanted: str
    used: str
    reason: str


class Rewrite(Noun):
    """A stage of the writing that a person wanted written once more."""

    times: int = Field(ge=1)
    note: str = Field(default="", max_length=1000)
    """The last wish, in words: ``make it funnier``."""


class Film(Noun):
    """One version of a piece. Its shots, frames and takes are kept beside it under its id."""

    id: str
    brief: Brief
    status: FilmStatus = FilmStatus.QUEUED
    until: Until = Until.FILM
    parent_id: str | None = None
    iteration: int = 1
    run: int = 1
    """Number of the current run; continuing after a failure starts the next one."""
    choice: TemplateChoice | None = None
    template: StoryTemplate | None = None
    """The chosen story template as it was then; its file may change meanwhile."""
    story: Story | None = None
    markers: ConsistencyMarkers | None = None
    cast: tuple[Character, ...] = ()
    """Who its shots name as characters, with their descriptions."""
    soundtrack_mood: str = ""
    """The music that suits it, in a few words; the mood of the score where the brief names none."""
    publishing: Publishing | None = None
    """Title, description and tags to put it out with, once somebody has asked for them."""
    cut_plan: CutPlan | None = None
    """How the shots join. Planned once with the shots, so that an edit of one shot leaves its neighbours alone."""
    pause_after: tuple[GateStage, ...] = ()
    """After which stages it waits for a person. No part of the brief: the film is the same with and without."""
    retakes: dict[str, int] = Field(default_factory=dict[str, int])
    """Takes that a person asked for beside the automatic ones, by the shot's id."""
    rewrites: dict[str, Rewrite] = Field(default_factory=dict[str, Rewrite])
    """Stages of the writing that a person wanted anew: ``template``, ``story``, ``shots``, ``pictures``."""
    supplied_shots: bool = False
    """True when a person supplied the shot list: it is then honoured exactly."""
    notes: tuple[str, ...] = ()
    """What the user should be told of that list; each becomes a warning."""
    single_stage: bool = False
    """Whether one call wrote it all: by choice, or because the four stages failed."""
    fallbacks: tuple[Fallback, ...] = ()
    """What stood in for what was wanted while it was made, in order."""
    estimate_usd: Decimal = Decimal(0)
    """What the film was expected to cost when it was begun."""
    cap_usd: Decimal | None = None
    """What it may cost in all; None is without limit."""
    out_dir: str = ""
    worker: str = ""
    """The process that makes it, or made it last."""
    created_at: datetime
    finished_at: datetime | None = None

    def has_fallen_back(self, stage: str) -> bool:
        """Whether something stands in for a stage already: it is then not tried again."""
        return any(fact.stage == stage for fact in self.fallbacks)

    def note_for(self, stage: str) -> str:
        """What a person wishes of a stage of the writing."""
        return self.rewrites[stage].note if stage in self.rewrites else ""

    @property
    def workflow_type(self) -> str:
        """How it was written, by its wire name."""
        return "single_stage" if self.single_stage else "multi_stage_story_driven"

    @property
    def title(self) -> str:
        """The story's title, or the start of the prompt while there is none."""
        return self.story.title if self.story else self.brief.prompt[:60]


class Event(Noun):
    """Something that happened to a film, in the order it happened."""

    id: int = Field(ge=1)
    film_id: str
    kind: str
    """``stage_started``, ``progress``, ``money``, ``waiting``, ``done`` and others; `docs/events.md` lists them."""
    at: datetime
    body: dict[str, str | int | float | bool | None] = Field(default_factory=dict[str, str | int | float | bool | None])
