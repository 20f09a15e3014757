"""Camera moves: where the camera is at every moment, as pure functions."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from reelwright.film.shot import Movement
from reelwright.providers.builtin.artist.painting import OVERSCAN

MAX_DEPTH = 2.0
"""Layers nearer than this move as if they stood here, so that the overscan is never exceeded."""
_PUSH = 0.085
_TRAVEL = 0.036
_TURN = 0.058
_ORBIT = 0.045
_SHAKE = 0.0035
_HOLD = 0.06
_DRIFT = 0.22
_FURTHEST = 0.35


@dataclass(frozen=True)
class Pose:
    """Where the camera is. Shares of the frame's width or height; the scene moves by them.

    ``travel`` grows with the depth of a layer beyond ``pivot``; ``turn`` moves all layers alike; ``zoom`` is the scale
    of the plane at depth 1.
    """

    travel_x: float = 0.0
    travel_y: float = 0.0
    turn_x: float = 0.0
    turn_y: float = 0.0
    zoom: float = 1.0
    pivot: float = 0.0

    def place(self, depth: float) -> tuple[float, float, float]:
        """Scale about the frame's middle, and shift in shares of width and height, of a layer at a depth."""
        near = min(max(depth, 0.0), MAX_DEPTH)
        scale = 1 + (self.zoom - 1) * near
        room = max(0.0, OVERSCAN / 2 * scale - 0.5)
        x = self.travel_x * (near - self.pivot) + self.turn_x
        y = self.travel_y * (near - self.pivot) + self.turn_y
        return scale, max(-room, min(room, x)), max(-room, min(room, y))


def eased(u: float) -> float:
    """The share of a move done at ``u`` of its time: a smootherstep over a slow drift that never stops.

    0 at 0 and 1 at 1; before and after it drifts on, for the spare frames of a dissolve.
    """
    inner = max(0.0, min(1.0, (u - _HOLD) / (1 - 2 * _HOLD)))
    smoother = inner**3 * (inner * (6 * inner - 15) + 10)
    return _DRIFT * max(-_FURTHEST, min(1 + _FURTHEST, u)) + (1 - _DRIFT) * smoother


def pose_at(move: Movement, u: float, t_s: float = 0.0, *, strength: float = 1.0, seed: int = 0) -> Pose:
    """Where the camera is within a shot.

    Args:
        move: The movement.
        u: Share of the shot's time, 0 at its first frame and 1 at its last; spare frames lie outside.
        t_s: Seconds from the shot's first frame, for the unrest of a hand.
        strength: 1 is the usual extent; at most 1.2.
        seed: Varies the extent a little and the unrest of a hand.
    """
    dice = Random(f"camera/{seed}")
    extent = min(strength, 1.2) * dice.uniform(0.92, 1.08)
    return _MOVES[move](eased(u), extent, t_s, dice)


_Move = Callable[[float, float, float, Random], Pose]


def _across(kind: str, sign: float) -> _Move:
    def move(e: float, extent: float, t_s: float, dice: Random) -> Pose:
        reach = sign * (2 * e - 1) * extent
        match kind:
            case "dolly":
                return Pose(travel_x=reach * _TRAVEL, zoom=1.02)
            case "track":
                return Pose(travel_x=reach * _TRAVEL * 1.1, zoom=1.03 + 0.02 * e)
            case "pan":
                return Pose(turn_x=reach * _TURN, travel_x=reach * _TRAVEL * 0.15, zoom=1.02)
            case "tilt":
                return Pose(turn_y=reach * _TURN, travel_y=reach * _TRAVEL * 0.15, zoom=1.02)
            case _:
                return Pose(travel_x=reach * _ORBIT, zoom=1.03, pivot=1.0)

    return move


def _hand(e: float, extent: float, t_s: float, dice: Random) -> Pose:
    """A camera held by a person: slow breathing, quicker tremor, and a slight lean forward."""
    x, y = _unrest(t_s, dice), _unrest(t_s, dice)
    turn_x, turn_y = _SHAKE * extent * x, _SHAKE * 1.4 * extent * y
    return Pose(turn_x=turn_x, turn_y=turn_y, travel_x=turn_x, travel_y=turn_y, zoom=1.025 + 0.02 * e)


def _unrest(t_s: float, dice: Random) -> float:
    """A smooth signal within about [-1.6, 1.6] made of three slow waves."""
    waves = [(dice.uniform(low, high), dice.uniform(0, math.tau), size) for low, high, size in _WAVES]
    return sum(size * math.sin(math.tau * pace * t_s + phase) for pace, phase, size in waves)


_WAVES = ((0.22, 0.34, 0.9), (0.6, 0.9, 0.45), (1.5, 2.1, 0.16))
_MOVES: dict[Movement, _Move] = {
    Movement.STATIC: lambda e, extent, t_s, dice: Pose(),
    Movement.PUSH_IN: lambda e, extent, t_s, dice: Pose(zoom=1 + _PUSH * extent * max(0.0, e)),
    Movement.PULL_OUT: lambda e, extent, t_s, dice: Pose(zoom=1 + _PUSH * extent * max(0.0, 1 - e)),
    Movement.DOLLY_LEFT: _across("dolly", 1),
    Movement.DOLLY_RIGHT: _across("dolly", -1),
    Movement.PAN_LEFT: _across("pan", 1),
    Movement.PAN_RIGHT: _across("pan", -1),
    Movement.TILT_UP: _across("tilt", 1),
    Movement.TILT_DOWN: _across("tilt", -1),
    Movement.TRACKING: _across("track", -1),
    Movement.ORBIT: _across("orbit", 1),
    Movement.HANDHELD: _hand,
}
