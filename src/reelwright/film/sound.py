"""Speech and captions: words with their times."""

from typing import Literal

from pydantic import Field

from reelwright.film.asset import Asset
from reelwright.film.base import Noun


class SpokenWord(Noun):
    """One word as it is heard; times in seconds from the start it is given for."""

    text: str
    start_s: float = Field(ge=0)
    end_s: float = Field(ge=0)


TimingSource = Literal["engine", "aligned", "proportional"]
"""Where word times come from: the speech model, recognition afterwards, or letters counted."""


class Speech(Noun):
    """The recorded voice of one shot; word times count from the start of the recording."""

    shot_id: str
    text: str
    asset: Asset
    voice: str
    duration_s: float = Field(gt=0)
    words: tuple[SpokenWord, ...]
    timing_source: TimingSource = "engine"
    pace: float = Field(default=1.0, gt=0)
    """How fast it was spoken; 1 is the voice's own pace."""
    offset_s: float = Field(default=0.0, ge=0)
    """Where the recording starts within the shot."""
    notes: tuple[str, ...] = ()


class SoundCue(Noun):
    """A sound effect on the film's time-line."""

    id: str
    """Stable: the shot it begins in and its sound."""
    sound: str
    """Slug: ``rain``, ``pour``, ``steps``..."""
    is_place: bool
    """The sound of a place goes on under everything; any other is something that happens."""
    surface: str = ""
    """What it happens on: ``wood``, ``stone``, ``grass``..."""
    words: str = ""
    """What is seen while it is heard."""
    start_s: float = Field(ge=0)
    duration_s: float = Field(gt=0)
    fade_in_s: float = Field(default=0.0, ge=0)
    fade_out_s: float = Field(default=0.0, ge=0)


class Caption(Noun):
    """One caption on screen; times in seconds from the start of the film."""

    start_s: float = Field(ge=0)
    end_s: float = Field(gt=0)
    lines: tuple[str, ...] = Field(min_length=1, max_length=2)
    words: tuple[SpokenWord, ...] = ()
    """The words with film times, for highlighting."""
