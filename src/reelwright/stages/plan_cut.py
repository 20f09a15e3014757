"""How one shot gives way to the next: fades at the two ends, dissolves where time or place changes, cuts elsewhere."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from reelwright.film.clock import frames_for
from reelwright.film.cut import CutPlan, Splice, SpliceKind
from reelwright.film.shot import Shot

FADE_IN_S, FADE_OUT_S, DISSOLVE_S = 0.4, 0.6, 0.5
_HOURS = {"dawn": 0, "morning": 0, "day": 1, "golden hour": 2, "dusk": 2, "night": 3}
"""Times of day between which no time seems to pass."""


def plan_cut(shots: Sequence[Shot], rate: Fraction) -> CutPlan:
    """The splices of a film: one before each shot and one at the end.

    Args:
        shots: In order, staged, with their final frame counts.
        rate: Frames per second.
    """
    inner = [_between(before, after, rate) for before, after in pairwise(shots)]
    first = Splice(kind=SpliceKind.FADE_IN, frame_count=_even(FADE_IN_S, rate, shots[0].frame_count // 3))
    last = Splice(kind=SpliceKind.FADE_OUT, frame_count=_even(FADE_OUT_S, rate, shots[-1].frame_count // 3))
    return CutPlan(splices=(first, *inner, last))


def _between(before: Shot, after: Shot, rate: Fraction) -> Splice:
    """A dissolve says that time or place has changed; a cut that it has not."""
    same_place = before.staging.setting == after.staging.setting
    same_time = _HOURS[before.staging.time_of_day] == _HOURS[after.staging.time_of_day]
    if same_place and same_time:
        return Splice()
    frames = _even(DISSOLVE_S, rate, min(before.frame_count, after.frame_count) // 3)
    return Splice(kind=SpliceKind.DISSOLVE, frame_count=frames) if frames else Splice()


def _even(wish_s: float, rate: Fraction, most: int) -> int:
    """An even number of frames near the wish; a splice takes half from each side."""
    return min(frames_for(wish_s, rate), most) // 2 * 2
