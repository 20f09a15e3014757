"""How the shots join: straight cuts inside a scene, dissolves where time or place changes, fades at both ends."""

from collections.abc import Sequence
from fractions import Fraction

from reelwright.film.clock import frames_for
from reelwright.film.cut import CutPlan, Splice, SpliceKind
from reelwright.film.shot import Shot

FADE_IN_S, DISSOLVE_S, FADE_OUT_S = 0.4, 0.5, 0.6
_MOST_OF_A_SHOT = 0.25
"""A transition never takes more than this share of a shot it touches."""


def plan_cut(shots: Sequence[Shot], rate: Fraction) -> CutPlan:
    """The splices of a film, one more than it has shots.

    Args:
        shots: In order, staged.
        rate: Frames per second.
    """
    splices = [_splice(SpliceKind.FADE_IN, FADE_IN_S, rate, shots[0])]
    for before, after in zip(shots, shots[1:], strict=False):
        kind = SpliceKind.DISSOLVE if _somewhere_else(before, after) else SpliceKind.CUT
        splices.append(_splice(kind, DISSOLVE_S, rate, before, after))
    splices.append(_splice(SpliceKind.FADE_OUT, FADE_OUT_S, rate, shots[-1]))
    return CutPlan(splices=tuple(splices))


def _somewhere_else(before: Shot, after: Shot) -> bool:
    return (before.staging.setting, before.staging.time_of_day) != (after.staging.setting, after.staging.time_of_day)


def _splice(kind: SpliceKind, duration_s: float, rate: Fraction, *shots: Shot) -> Splice:
    if kind is SpliceKind.CUT:
        return Splice()
    shortest = min(shot.frame_count for shot in shots)
    frame_count = min(frames_for(duration_s, rate), int(shortest * _MOST_OF_A_SHOT)) // 2 * 2
    return Splice(kind=kind, frame_count=frame_count) if frame_count else Splice()
