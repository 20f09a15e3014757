"""Where bars fall: the tempo is chosen within the palette's range so that a downbeat meets the film's own moments."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

METER = 4
_TRIES = 33
_SOONEST_S = 1.2
"""A moment earlier than this is simply how the music begins."""


@dataclass(frozen=True)
class Stretch:
    """Some beats in a row; a bar is at most ``METER`` of them, an upbeat and the last may be shorter."""

    start_s: float
    beat_s: float
    beats: int
    before_landing: bool

    @property
    def length_s(self) -> float:
        """Seconds."""
        return self.beat_s * self.beats


@dataclass(frozen=True)
class Grid:
    """The bars of a score, and its two moments."""

    bars: tuple[Stretch, ...]
    landing_s: float | None
    """The downbeat that falls on the product, None when the first bar or the last chord does."""
    end_s: float
    """When the last chord sounds."""


def lay_grid(duration_s: float, tail_s: float, tempo_bpm: tuple[float, float], moments_s: Sequence[float]) -> Grid:
    """Bars from 0 to the last chord.

    Args:
        duration_s: Length of the film.
        tail_s: How long the last chord may ring.
        tempo_bpm: From and to.
        moments_s: What the music should land on, the most important first; what cannot be landed on is passed over.
    """
    end_s = duration_s - min(tail_s, duration_s * 0.36)
    landing_s = None
    for moment_s in moments_s:
        if _SOONEST_S <= moment_s <= end_s - 1.4:
            landing_s = moment_s
            break
        if end_s - 1.4 < moment_s <= duration_s - 1.7:
            # The product comes last: the last chord is its landing.
            end_s = moment_s
            break
    edges = [0.0, *([] if landing_s is None else [landing_s]), end_s]
    lengths = [after - before for before, after in pairwise(edges)]
    counts = _beat_counts(lengths, tempo_bpm)
    bars: list[Stretch] = []
    for index, (start_s, length_s, beats) in enumerate(zip(edges, lengths, counts, strict=False)):
        leads = landing_s is not None and index == 0
        bars += _bars(start_s, length_s / beats, beats, leads)
    return Grid(tuple(bars), landing_s, end_s)


def _beat_counts(lengths_s: Sequence[float], tempo_bpm: tuple[float, float]) -> list[int]:
    """Beats of each part at the tempo that has to give least."""

    def misfit(bpm: float) -> float:
        exact = [length_s * bpm / 60 for length_s in lengths_s]
        beats = [max(1, round(count)) for count in exact]
        stray = sum(abs(count - whole) / whole for count, whole in zip(exact, beats, strict=True))
        odd = sum(0.02 for whole in beats if whole % METER == 1) + sum(0.008 for whole in beats if whole % METER)
        return stray + odd

    best = min(np.linspace(*tempo_bpm, _TRIES).tolist(), key=misfit)
    return [max(1, round(length_s * best / 60)) for length_s in lengths_s]


def _bars(start_s: float, beat_s: float, beats: int, before_landing: bool) -> list[Stretch]:
    """Whole bars; what is over is an upbeat before a landing, and a short bar at the end otherwise."""
    full, over = divmod(beats, METER)
    sizes = [METER] * full
    if over and before_landing:
        sizes = [over, *sizes]
    elif over == 1 and sizes:
        sizes[-1] += 1
    elif over:
        sizes = [*sizes, over]
    if not before_landing and len(sizes) == 1 and sizes[0] >= METER:
        sizes = [sizes[0] - 2, 2]
    bars: list[Stretch] = []
    for size in sizes:
        bars.append(Stretch(start_s, beat_s, size, before_landing))
        start_s += size * beat_s
    return bars
