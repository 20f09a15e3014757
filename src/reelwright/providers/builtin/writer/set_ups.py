"""Which size and angle a shot is filmed in: the one that is least like the shots before it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_ANGLES = ("eye level", "low angle", "high angle")
_SIZES = ("extreme wide", "wide", "medium wide", "medium", "medium close-up", "close-up", "extreme close-up")
_AT: dict[str, float] = {size: at for at, size in enumerate(_SIZES)} | {"extreme wide": 0.5, "insert": 6}
"""How near a size is; the two widest look much alike."""
_FACE = 4
"""From this size on a face fills the picture."""
_LIKE = {
    "extreme wide": "wide",
    "wide": "extreme wide",
    "medium wide": "medium",
    "medium": "medium wide",
    "medium close-up": "medium",
    "close-up": "medium close-up",
    "extreme close-up": "close-up",
    "insert": "close-up",
}
"""The next size, where a film has used up a way's own."""
_NEARER = {"wide": "medium wide", "medium wide": "medium", "medium": "medium close-up"}
"""The next size nearer to somebody who is alone."""
_RANK, _TURNED, _RESIZED = 0.15, 0.6, 0.9
"""What it costs to take a way's second camera, to turn its angle, to take another size than its own."""
_SAME, _SAME_SIZE, _NEXT_SIZE = 5.0, 1.6, 0.5
"""What it costs to show the same people or things again: alike, in the same size, in the next one."""
_OTHER_ACT = 0.4
"""How much of that remains where something else is done."""
_NEIGHBOUR, _TWIN, _NEARLY = 3.0, 6.0, 0.7
"""What it costs to follow a shot of the same size, of the same size and angle, and of the next size on the same."""

SetUp = tuple[str, str, str]
"""Framing, angle, movement."""


@dataclass(frozen=True)
class Shown:
    """What a shot of a film was filmed in, and who was seen: ``person``, ``product``, ``company``."""

    framing: str
    angle: str
    seen: tuple[str, ...]
    act: str
    """The verb of what somebody does; empty where nobody acts."""


def set_up(cameras: Sequence[str], seen: tuple[str, ...], act: str, before: Sequence[Shown], *, nearer: bool) -> SetUp:
    """The set-up of a shot, of all that its way can be filmed in the one least like what was shown.

    Args:
        cameras: ``framing, angle, movement`` as the way lists them, the best first.
        seen: Who is in the picture.
        act: The verb of what is done.
        before: The film's shots so far.
        nearer: Whether the way may be filmed one size nearer than it says.
    """
    options = list(_options([camera(one) for one in cameras], nearer=nearer))
    return min(options, key=lambda option: option[0] + _likeness(option[1], seen, act, before))[1]


def camera(text: str) -> SetUp:
    """A set-up as a way lists it."""
    framing, angle, movement = (part.strip() for part in text.split(","))
    return framing, angle, movement


def _options(own: Sequence[SetUp], *, nearer: bool) -> Iterator[tuple[float, SetUp]]:
    """Every set-up with its cost, the way's own ones first."""
    for rank, (framing, angle, movement) in enumerate(own):
        yield _RANK * rank, (framing, angle, movement)
    for rank, (framing, angle, movement) in enumerate(own):
        for other in _turned(angle):
            turned = 0.0 if other == angle else _TURNED
            yield _RANK * rank + turned, (framing, other, movement)
            sizes = (_LIKE[framing], *((_NEARER[framing],) if nearer and framing in _NEARER else ()))
            for size in sizes:
                yield _RANK * rank + _RESIZED + turned, (size, other, movement)


def _turned(angle: str) -> tuple[str, ...]:
    """Angles that show the same; a look through somebody's eyes, over a shoulder or from the top stays."""
    return _ANGLES if angle in _ANGLES else (angle,)


def _likeness(option: SetUp, seen: tuple[str, ...], act: str, before: Sequence[Shown]) -> float:
    """How much a set-up repeats what was shown."""
    framing, angle, _ = option
    cost = 0.0
    for shown in before:
        apart = abs(_AT[framing] - _AT[shown.framing])
        if shown.seen != seen:
            is_alike = "person" in seen and "person" in shown.seen and apart <= 1
            # Near faces look alike, whatever else is in the picture.
            is_near = min(_AT[framing], _AT[shown.framing]) >= _FACE
            cost += (_NEXT_SIZE if is_near else _NEXT_SIZE * _OTHER_ACT) if is_alike else 0.0
            continue
        is_same = (framing, angle) == (shown.framing, shown.angle)
        size = _SAME_SIZE if apart < 1 else _NEXT_SIZE if apart <= 1 else 0.0
        cost += _SAME if is_same else size if act == shown.act else size * _OTHER_ACT
    if before:
        last = before[-1]
        cost += _TWIN if (framing, angle) == (last.framing, last.angle) else 0.0
        cost += _NEIGHBOUR if framing == last.framing else 0.0
        cost += _NEARLY if seen == last.seen and abs(_AT[framing] - _AT[last.framing]) <= 1 else 0.0
    return cost
