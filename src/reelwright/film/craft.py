"""Prompt craft: how a prompt was made better, by whom it was judged, and what would change in a shot."""

from datetime import datetime
from enum import StrEnum
from typing import Literal

from pydantic import Field

from reelwright.film.base import Noun

GOOD_ENOUGH = 85
"""From this score on a prompt is not rewritten any more."""
MAX_ROUNDS = 4


class Criterion(StrEnum):
    """What a picture prompt is judged by."""

    SUBJECT = "subject"
    CAMERA = "camera"
    LENS = "lens"
    LIGHT = "light"
    COMPOSITION = "composition"
    COLOUR = "colour"
    INSTANT = "instant"
    LENGTH = "length"
    AGREEMENT = "agreement"
    CONCRETE = "concrete"


SHARES: dict[Criterion, int] = {
    Criterion.SUBJECT: 15,
    Criterion.CAMERA: 10,
    Criterion.LENS: 10,
    Criterion.LIGHT: 15,
    Criterion.COMPOSITION: 10,
    Criterion.COLOUR: 10,
    Criterion.INSTANT: 10,
    Criterion.LENGTH: 5,
    Criterion.AGREEMENT: 5,
    Criterion.CONCRETE: 10,
}
"""What each criterion is worth; together 100."""
MEANINGS: dict[Criterion, str] = {
    Criterion.SUBJECT: "the descriptions of person and product stand there word for word",
    Criterion.CAMERA: "a camera body is named",
    Criterion.LENS: "a lens is named, with focal length and aperture",
    Criterion.LIGHT: "the light has a source in the place, a direction and a quality",
    Criterion.COMPOSITION: "where in the frame the subject is, and what stands before and behind",
    Criterion.COLOUR: "a film stock or colour science, and the palette",
    Criterion.INSTANT: "one instant that a still can hold",
    Criterion.LENGTH: "80 to 150 words",
    Criterion.AGREEMENT: "nothing contradicts anything else",
    Criterion.CONCRETE: "things that can be seen, no praise and no abstractions",
}
MEASURED = (Criterion.SUBJECT, Criterion.LENGTH)
"""What code measures whoever the critic is."""


class Mark(Noun):
    """What a prompt gets on one criterion."""

    criterion: Criterion
    points: int = Field(ge=0, le=100)
    """At most the criterion's share."""
    weak: str = Field(default="", max_length=200)
    """What is missing, in words; empty where nothing is."""


class Critique(Noun):
    """A prompt's score, 0 to 100, with who gave it. A criterion that does not apply has no mark and no share."""

    marks: tuple[Mark, ...] = Field(min_length=1)
    critic: str
    """``provider:model`` of the critic; length and subject are measured by code for all of them."""
    version: str

    @property
    def score(self) -> float:
        """Points of the points that could be had, 0 to 100."""
        return round(
            100 * sum(mark.points for mark in self.marks) / sum(SHARES[mark.criterion] for mark in self.marks), 1
        )

    @property
    def weak(self) -> tuple[Mark, ...]:
        """Where points were lost, the most first."""
        lost = [mark for mark in self.marks if mark.points < SHARES[mark.criterion]]
        return tuple(sorted(lost, key=lambda mark: mark.points - SHARES[mark.criterion]))


class PromptParts(Noun):
    """What a cinematographer writes; code puts the subject's descriptions between, word for word."""

    picture: str = Field(min_length=1, max_length=1500)
    """What is seen: one instant."""
    camera: str = Field(default="", max_length=240)
    """Body, lens, aperture, size of the shot."""
    light: str = Field(default="", max_length=320)
    composition: str = Field(default="", max_length=320)
    colour: str = Field(default="", max_length=240)
    """Film stock, colour science, palette."""


class Round(Noun):
    """One rewriting with its critique."""

    number: int = Field(ge=1, le=MAX_ROUNDS)
    parts: PromptParts
    prompt: str
    critique: Critique
    writer: str
    """``provider:model`` of the cinematographer."""


class PromptField(StrEnum):
    """The prompts of a shot that can change."""

    IMAGE = "image_prompt"
    START = "start_image_prompt"
    END = "end_image_prompt"
    MOTION = "motion_prompt"
    NEGATIVE = "negative_prompt"


class PromptChange(Noun):
    """A prompt as it is and as it would be, with the reason. A person accepts or rejects it."""

    id: str = ""
    """Given by the store; empty while the change is only thought of."""
    shot_id: str
    field: PromptField
    old: str
    new: str
    reason: str = Field(max_length=400)
    source: Literal["enhancement", "suggestion"]
    """What it came from."""
    decision: Literal["accepted", "rejected"] | None = None
    """None while nobody has decided."""
    at: datetime | None = None
    decided_at: datetime | None = None


class Enhancement(Noun):
    """The whole exchange between cinematographer and critic over one prompt, and what came of it."""

    id: str
    film_id: str
    shot_id: str
    original: str
    original_critique: Critique | None = None
    """None when the critic never answered."""
    rounds: tuple[Round, ...] = Field(default=(), max_length=MAX_ROUNDS)
    max_rounds: int = Field(default=MAX_ROUNDS, ge=1, le=MAX_ROUNDS)
    changes: tuple[PromptChange, ...] = ()
    """What accepting it would change in the shot."""
    fell_back: str = ""
    """Why it ended before its time: what the cinematographer or the critic failed with."""
    at: datetime

    @property
    def best(self) -> Round | None:
        """The round that wins: the best one, the first of equals. None where none is better than the original."""
        bar = self.original_critique.score if self.original_critique else -1.0
        winner = max(self.rounds, key=lambda one: one.critique.score, default=None)
        return winner if winner is not None and winner.critique.score > bar else None

    @property
    def final(self) -> str:
        """The winner's prompt, or the original."""
        return self.best.prompt if self.best else self.original

    @property
    def stopped_early(self) -> bool:
        """Whether a round was good enough before the last one that was allowed."""
        is_good = bool(self.rounds) and self.rounds[-1].critique.score >= GOOD_ENOUGH
        return is_good and len(self.rounds) < self.max_rounds
