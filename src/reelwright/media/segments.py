"""Where a cut copies a take's stream, and where it has to code anew: the arithmetic of splices in whole frames."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from reelwright.errors import MediaError
from reelwright.film.cut import Card, CutPlan, SpliceKind


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


Plain = Body | Dissolve | Fade


@dataclass(frozen=True)
class Lettered:
    """The stretch that a card lies over; ``first`` is its first frame counted from the card's start."""

    under: tuple[Plain, ...]
    card: Card
    first: int

    @property
    def frame_count(self) -> int:
        """How many frames of the film this is."""
        return sum(part.frame_count for part in self.under)


Segment = Plain | Lettered


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
    lettered = [head_frames + at for span in _card_spans(plan, index, frame_count) for at in span[1]]
    return tuple(sorted({0} | {at for at in (start, stop, *lettered) if at < total}))


def segments(takes: tuple[TakeSource, ...], plan: CutPlan) -> tuple[Segment, ...]:
    """The film as a row of copied bodies and splices; their frames add up to those of the shots.

    Raises:
        MediaError: If the plan does not fit the takes.
    """
    if len(plan.splices) != len(takes) + 1:
        raise MediaError(
            f"a cut of {len(takes)} takes needs {len(takes) + 1} splices, not {len(plan.splices)}",
            hint="Give `cut_plan.splices` one more entry than there are shots.",
        )
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
    return _lettered(row, takes, plan)


def _card_spans(plan: CutPlan, index: int, frame_count: int) -> list[tuple[Card, tuple[int, int]]]:
    """The cards over shot ``index`` with their first frame and the one after their last, counted from the shot's start.

    Raises:
        MediaError: If a card lasts longer than its shot.
    """
    spans: list[tuple[Card, tuple[int, int]]] = []
    for card in plan.cards:
        if card.kind == "title" and index == 0:
            spans.append((card, (card.lead_frames, card.lead_frames + card.frame_count)))
        elif card.kind == "end" and index + 2 == len(plan.splices):
            spans.append((card, (frame_count - card.frame_count, frame_count)))
    for card, (start, stop) in spans:
        if start < 0 or stop > frame_count:
            raise MediaError(
                f"the {card.kind} card needs {stop - min(start, 0)} frames; its shot has {frame_count}",
                hint="Shorten the card in `cut_plan.cards`, or remove it.",
            )
    return spans


def _lettered(row: list[Segment], takes: tuple[TakeSource, ...], plan: CutPlan) -> tuple[Segment, ...]:
    """The row with everything that lies under a card marked; bodies are parted at a card's ends."""
    total, last = sum(take.frame_count for take in takes), len(takes) - 1
    before_last = total - takes[last].frame_count
    for index, offset in {0: 0, last: before_last}.items():
        for card, (start, stop) in _card_spans(plan, index, takes[index].frame_count):
            row = _under(row, card, offset + start, offset + stop)
    return tuple(row)


def _under(row: list[Segment], card: Card, start: int, stop: int) -> list[Segment]:
    """The row with a card over the film's frames ``start`` to before ``stop``; splices there go under it whole."""
    before: list[Segment] = []
    under: list[Plain] = []
    after: list[Segment] = []
    at = first = 0
    for segment in row:
        end = at + segment.frame_count
        if isinstance(segment, Lettered) or end <= start:
            before.append(segment)
        elif at >= stop:
            after.append(segment)
        else:
            if not under:
                first = at - start
            if isinstance(segment, Body):
                head, tail = max(0, start - at), max(0, end - stop)
                first += head
                before += _part(segment, 0, head)
                under += _part(segment, head, segment.frame_count - tail)
                after += _part(segment, segment.frame_count - tail, segment.frame_count)
            else:
                under.append(segment)
        at = end
    return [*before, Lettered(tuple(under), card, first), *after]


def _part(body: Body, start: int, stop: int) -> list[Body]:
    return [Body(body.take, body.start + start, body.start + stop)] if start < stop else []


def _body(plan: CutPlan, index: int, head: int, count: int, tail: int) -> tuple[int, int]:
    before, after = plan.splices[index], plan.splices[index + 1]
    last = index + 2 == len(plan.splices)
    if (index == 0 and before.kind is SpliceKind.DISSOLVE) or (last and after.kind is SpliceKind.DISSOLVE):
        raise MediaError("a film cannot begin or end with a dissolve", hint="Use a fade in or a fade out there.")
    needed_head, needed_tail = plan.spare_frames(index)
    if head < needed_head or tail < needed_tail:
        raise MediaError(
            f"the take of shot {index + 1} has {head} and {tail} spare frames; "
            f"its dissolves need {needed_head} and {needed_tail}",
            hint="Shorten its dissolves in `cut_plan.splices`, or make them cuts.",
        )
    used_head, used_tail = plan.used_frames(index)
    start, stop = head + used_head, head + count - used_tail
    if start > stop:
        raise MediaError(
            f"the splices of shot {index + 1} overlap: it has only {count} frames",
            hint="Shorten them in `cut_plan.splices`, or make the shot longer.",
        )
    return start, stop
