"""What is asked of a writer in prompt craft, and what it must return; below stages and writers, as `writing` is."""

from pydantic import Field

from reelwright.film.base import Noun
from reelwright.film.craft import Criterion, Mark, PromptField, PromptParts
from reelwright.film.score import Score
from reelwright.film.shot import Shot


class ShotFacts(Noun):
    """What a cinematographer knows of the shot beside its prompt."""

    shot: Shot
    look: str = ""
    """Slug of the film's look, or a style in words."""
    template: str = ""
    mood: str = ""
    palette: str = ""
    """Colour names with commas, dark to light."""
    about: str = ""
    """What the film is about: its brief."""


class EnhancePromptInputs(Noun):
    """The cinematographer is asked this; it returns ``PromptParts``."""

    picture: str
    """What the original shows."""
    rest: str = ""
    """What else it says, beside the subject."""
    parts: PromptParts | None = None
    """The best round so far."""
    subject: tuple[str, ...]
    """Sentences that code puts in; they are read, not written."""
    keeps: tuple[str, ...] = ()
    """Words within what is seen that must stay as they are."""
    facts: ShotFacts
    weak: tuple[Mark, ...] = ()
    """What the critic missed in the best round."""
    worse: tuple[Mark, ...] = ()
    """What it missed in the round after that, where that one was worse."""
    number: int = Field(default=1, ge=1)
    most_words: int = Field(ge=1)
    """Room beside the subject."""


class JudgePromptInputs(Noun):
    """The critic is asked this; it returns a ``CritiqueDraft``."""

    prompt: str
    subject: tuple[str, ...]
    criteria: tuple[Criterion, ...]
    """What it judges; the rest is measured by code."""


class CritiqueDraft(Noun):
    """The critic's answer: one mark for each criterion that it was asked for."""

    marks: tuple[Mark, ...] = Field(min_length=1, max_length=12)


class WriteMotionInputs(Noun):
    """Asked for what moves in a shot; a ``MotionDraft`` comes back."""

    facts: ShotFacts
    subject: tuple[str, ...]
    hero: str
    """The prompt of the chosen hero frame, without subject and style: the take must grow out of what it shows."""
    move: str
    """The camera's movement in words, which code puts in."""


class MotionDraft(Noun):
    """What moves besides the camera, and how fast."""

    subject: str = Field(min_length=5, max_length=240)
    environment: str = Field(default="", max_length=160)
    """Dust, steam, rain, confetti, people behind."""
    speed: str = Field(default="", max_length=80)
    """``real time, 24 fps``, ``slow motion, 120 fps``."""


class SuggestChangesInputs(Noun):
    """Asked for changes that should mend low scores; a ``ChangesDraft`` comes back."""

    shot: Shot
    subject: tuple[str, ...]
    weak: tuple[Score, ...]
    """Only dimensions with a number, below what is good enough."""


class ChangeDraft(Noun):
    """One prompt, rewritten for one dimension."""

    field: PromptField
    dimension: str = Field(max_length=60)
    new: str = Field(min_length=3, max_length=1500)
    reason: str = Field(min_length=3, max_length=300)


class ChangesDraft(Noun):
    """The answer: at most one change for each prompt of the shot."""

    changes: tuple[ChangeDraft, ...] = Field(default=(), max_length=5)
