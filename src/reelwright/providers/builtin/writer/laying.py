"""A brief's own words laid into the windows of a film: broken where a speaker may pause, kept in their order."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from reelwright.providers.builtin.writer.joints import CLAUSE, FREE, NEVER, TAIL, joints
from reelwright.providers.builtin.writer.words import capitalised, uncapitalised

_SIGNS = " .,;:!?-–—"
_LOST, _LOST_MORE, _LOST_TAIL, _LOST_WORD = 8.0, 5.0, 6.5, 0.12
"""What it costs to leave a thought out, each one behind it, to end one before where it is, and each word of these."""
_GAP = 1.6
_PAUSE, _CHANCE = 0.3, 0.35
"""What a pause within a thought costs beside its place, and how much the seed adds at most."""
_THIN = {1: 2.5, 2: 0.8}
"""What a piece of so few words costs that is no sentence."""

_Span = tuple[int, int, int]
"""A window, and the words told in it."""
_Way = tuple[float, tuple[_Span, ...]]


@dataclass(frozen=True)
class Piece:
    """Some neighbouring words of a brief, as they are written there."""

    text: str
    window: int
    begins: bool
    """Whether a thought of its own begins here."""
    ends: bool
    """Whether nothing that follows in the film goes on with it."""
    asks: bool = False
    """Whether it is of a question."""

    @property
    def line(self) -> str:
        """The piece as it is spoken: sentences, or with dots where it is taken up or goes on."""
        bare = re.sub(r"(?<=[a-z][.!?] )[a-z]", lambda first: first[0].upper(), self.text.rstrip(",;:-–—"))
        sign = "" if bare[-1:] in (".", "!", "?") else "…" if not self.ends else "?" if self.asks else "."
        end = bare + sign
        return capitalised(end) if self.begins else f"…{uncapitalised(end)}"


def laid(text: str, rooms: Sequence[int], seed: int, *, gap: float = _GAP, is_last_told: bool = False) -> list[Piece]:
    """The words of a text by window: whole where they fit, else without what can be left out.

    Args:
        text: Sentences, or a phrase, of at most sixty words.
        rooms: Most words of each window.
        seed: Decides between equals: which window is left to something else.
        gap: What it costs to leave a window empty.
        is_last_told: Whether the last window holds the last words, and none is left empty within a sentence.
    """
    words = _words(text)
    if not words:
        return []
    dice = random.Random(f"laid {seed} {text}")
    costs = joints(words)
    starts = _starts(words, costs)
    if len(words) > sum(rooms) and len(starts) < 3:
        starts = [at for at, cost in enumerate(costs) if cost <= TAIL] + [len(words)]
    costs = [cost + _PAUSE + _CHANCE * dice.random() if CLAUSE < cost < NEVER else cost for cost in costs]
    gaps = [gap + 0.8 * dice.random() for _ in rooms]
    gaps[-1] += 20.0 * is_last_told
    return _pieces(words, costs, _Plan(words, costs, starts, gaps, rooms, is_last_told).spans())


def _words(text: str) -> list[str]:
    return re.sub(r"\s+[–—-](?=\s)", ",", text).split()


def _starts(words: list[str], costs: list[float]) -> list[int]:
    """Where thoughts begin, and the end of the text."""
    return [at for at in range(len(words)) if _is_afresh(words, costs, at)] + [len(words)]


def _is_afresh(words: list[str], costs: list[float], at: int) -> bool:
    """Whether a sentence may begin here; a question is asked to its end."""
    return costs[at] <= (FREE if _asks(words, at) else CLAUSE)


def _asks(words: list[str], at: int) -> bool:
    """Whether the sentence that a word stands in is a question."""
    return next((word for word in words[at:] if word[-1] in ".!?"), "").endswith("?")


@dataclass(frozen=True)
class _Plan:
    """The ways of telling words in windows; the cheapest is sought from the end."""

    words: list[str]
    costs: list[float]
    starts: list[int]
    gaps: list[float]
    rooms: Sequence[int]
    is_last_told: bool

    def spans(self) -> tuple[_Span, ...]:
        """What is told in which window."""

        @cache
        def best(window: int, at: int) -> _Way:
            if at == len(self.words):
                return sum(self.gaps[window:]), ()
            if window == len(self.rooms):
                return self._lost(at, len(self.words)) + 50.0 * (at not in self.starts), ()
            ways = [
                _added(self._told(at, end), best(window + 1, end), (window, at, end))
                for end in range(at + 1, min(len(self.words), at + self.rooms[window]) + 1)
            ]
            if self._may_wait(window, at):
                ways.append(_added(self.gaps[window], best(window + 1, at)))
            if at and (at in self.starts or 1.0 <= self.costs[at] - _PAUSE <= TAIL):
                end = next(one for one in self.starts if one > at)
                ways.append(_added(self._lost(at, end), best(window, end)))
            return min(ways, key=lambda way: way[0])

        return best(0, 0)[1]

    def _told(self, at: int, end: int) -> float:
        thin = 0.0 if self.words[end - 1][-1] in ".!?" else _THIN.get(end - at, 0.0)
        return (self.costs[at] if at else 0.0) + thin

    def _lost(self, at: int, end: int) -> float:
        thoughts = sum(at < start < end for start in self.starts)
        own = _LOST if at in self.starts else _LOST_TAIL
        return own + _LOST_MORE * thoughts + _LOST_WORD * (end - at) + 1.5 * (end == len(self.words))

    def _may_wait(self, window: int, at: int) -> bool:
        if at not in self.starts or (at == 0 and window == len(self.rooms) - 1):
            return False
        return not self.is_last_told or not at or self.costs[at] == FREE


def _added(cost: float, way: _Way, *spans: _Span) -> _Way:
    return cost + way[0], (*spans, *way[1])


def _pieces(words: list[str], costs: list[float], spans: Sequence[_Span]) -> list[Piece]:
    pieces: list[Piece] = []
    for index, (window, at, end) in enumerate(spans):
        before = spans[index - 1][2] if index else -1
        after = spans[index + 1][1] if index + 1 < len(spans) else -1
        begins = before != at or _is_afresh(words, costs, at)
        ends = after != end or _is_afresh(words, costs, end)
        text = " ".join(words[at:end])
        if all(text.strip(_SIGNS).lower() != one.text.strip(_SIGNS).lower() for one in pieces):
            # A brief that says a thing twice is told it once.
            pieces.append(Piece(text, window, begins, ends, _asks(words, end - 1)))
    return pieces


def opening_of(text: str, most: int) -> str:
    """As much of a text as so many characters hold, up to where a phrase ends; at least its first word."""
    words = text.split()
    costs = joints(words)
    fitting = [at for at in range(1, len(words) + 1) if len(" ".join(words[:at])) <= most]
    ends = [at for at in fitting if at == len(words) or costs[at] <= TAIL]
    if not ends and fitting:
        ends = [min(fitting[len(fitting) // 3 :], key=lambda at: (costs[at], -at))]
    return " ".join(words[: (ends or [1])[-1]])


def is_whole(text: str, opening: str) -> bool:
    """Whether a text may end where this opening of it does."""
    words, count = text.split(), len(opening.split())
    return count == len(words) or joints(words)[count] <= TAIL


def thoughts(text: str) -> list[str]:
    """A text in thoughts of their own, as they are written: ``Snow falls,`` ``a door opens.``"""
    words = _words(text)
    starts = _starts(words, joints(words)) if words else []
    return [" ".join(words[at:end]) for at, end in pairwise(starts)]
