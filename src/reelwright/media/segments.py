"""Where a cut copies a take's stream, and where it has to code anew: the arithmetic of splices in whole frames."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from reelwright.errors import MediaError
from reelwright.film.cut import CutPlan, Splice, SpliceKind


@dataclass(frozen=True)
class TakeSource:
    """A take as a file: ``head_frames`` spare, ``frame_count`` of the shot, ``tail_frames`` spare."""

    path: Path
    head_frames: int
    frame_count: int
    tail_frames: int

    @property
    def total_frames(self) -> int:
        """Frames in the file."""
        return self.head_frames + self.frame_count + self.tail_frames


@dataclass(frozen=True)
class Body:
    """Frames ``start`` to before ``stop`` of a take, copied as they are."""

    take: int
    start: int
    stop: int

    @property
    def frame_count(self) -> int:
        """How many frames of the film this is."""
        return self.stop - self.start


@dataclass(frozen=True)
class Dissolve:
    """``frame_count`` frames that go from one take over to the next."""

    take: int
    start: int
    next_start: int
    frame_count: int


@dataclass(frozen=True)
class Fade:
    """``frame_count`` frames of a take from black or to black."""

    take: int
    start: int
    frame_count: int
    direction: Literal["in", "out"]


Segment = Body | Dissolve | Fade


def keyframes_for(plan: CutPlan, index: int, head_frames: int, frame_count: int, tail_frames: int) -> tuple[int, ...]:
    """The frames at which the take of shot ``index`` (from 0) needs a closed group, so that its body can be copied.

    Args:
        plan: The cut.
        index: The shot, from 0.
        head_frames: Spare frames before the shot.
        frame_count: Frames of the shot.
        tail_frames: Spare frames after it.

    Returns:
        Frame numbers within the take's file, ascending, always with 0.

    Raises:
        MediaError: If the splices at both ends do not fit into the shot or its spare frames.
    """
    start, stop = _body(plan, index, head_frames, frame_count, tail_frames)
    total = head_frames + frame_count + tail_frames
    return tuple(sorted({0} | {at for at in (start, stop) if at < total}))


def segments(takes: tuple[TakeSource, ...], plan: CutPlan) -> tuple[Segment, ...]:
    """The film as a row of copied bodies and splices; their frames add up to those of the shots.

    Raises:
        MediaError: If the plan does not fit the takes.
    """
    if len(plan.splices) != len(takes) + 1:
        raise MediaError(f"a cut of {len(takes)} takes needs {len(takes) + 1} splices, not {len(plan.splices)}")
    row: list[Segment] = []
    for index, take in enumerate(takes):
        start, stop = _body(plan, index, take.head_frames, take.frame_count, take.tail_frames)
        before, after = plan.splices[index], plan.splices[index + 1]
        if before.kind is SpliceKind.FADE_IN and before.frame_count:
            row.append(Fade(index, take.head_frames, before.frame_count, "in"))
        if stop > start:
            row.append(Body(index, start, stop))
        if after.kind is SpliceKind.FADE_OUT and after.frame_count:
            row.append(Fade(index, stop, after.frame_count, "out"))
        elif after.kind is SpliceKind.DISSOLVE and after.frame_count:
            following = takes[index + 1].head_frames - after.frame_count // 2
            row.append(Dissolve(index, stop, following, after.frame_count))
    return tuple(row)


def _body(plan: CutPlan, index: int, head: int, count: int, tail: int) -> tuple[int, int]:
    before, after = plan.splices[index], plan.splices[index + 1]
    last = index + 2 == len(plan.splices)
    if (index == 0 and before.kind is SpliceKind.DISSOLVE) or (last and after.kind is SpliceKind.DISSOLVE):
        raise MediaError("a film cannot begin or end with a dissolve", hint="Use a fade in or a fade out there.")
    needed_head, needed_tail = plan.spare_frames(index)
    if head < needed_head or tail < needed_tail:
        raise MediaError(
            f"the take of shot {index + 1} has {head} and {tail} spare frames; "
            f"its dissolves need {needed_head} and {needed_tail}"
        )
    start = head + _used(before, SpliceKind.FADE_IN)
    stop = head + count - _used(after, SpliceKind.FADE_OUT)
    if start > stop:
        raise MediaError(f"the splices of shot {index + 1} overlap: it has only {count} frames")
    return start, stop


def _used(splice: Splice, fade: SpliceKind) -> int:
    """Frames of the shot itself that a splice at one of its ends consumes."""
    if splice.kind is SpliceKind.DISSOLVE:
        return splice.frame_count // 2
    return splice.frame_count if splice.kind is fade else 0
