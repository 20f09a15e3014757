"""Chords as musicians write them, laid out so that voices move little, and the scales that melodies step along."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_NUMERALS = {"i": 0, "ii": 2, "iii": 4, "iv": 5, "v": 7, "vi": 9, "vii": 11}
_MAJOR: dict[str, tuple[int, ...]] = {
    "": (0, 4, 7), "5": (0, 7), "6": (0, 4, 7, 9), "69": (0, 4, 7, 9, 14), "7": (0, 4, 7, 10), "9": (0, 4, 7, 10, 14),
    "7b9": (0, 4, 7, 10, 13), "maj7": (0, 4, 7, 11), "maj9": (0, 4, 7, 11, 14), "add9": (0, 4, 7, 14),
    "sus2": (0, 2, 7), "sus4": (0, 5, 7),
}  # fmt: skip
_MINOR: dict[str, tuple[int, ...]] = {
    "": (0, 3, 7), "5": (0, 7), "6": (0, 3, 7, 9), "69": (0, 3, 7, 9, 14), "7": (0, 3, 7, 10), "9": (0, 3, 7, 10, 14),
    "11": (0, 3, 7, 10, 17), "7b5": (0, 3, 6, 10), "add9": (0, 3, 7, 14),
}  # fmt: skip
_CHORD = re.compile(r"([b#]?)([iv]+|[IV]+)([a-z0-9]*)(?:/([357]))?")
SCALES: dict[str, tuple[int, ...]] = {
    "major": (0, 2, 4, 5, 7, 9, 11),
    "minor": (0, 2, 3, 5, 7, 8, 10),
    "dorian": (0, 2, 3, 5, 7, 9, 10),
    "lydian": (0, 2, 4, 6, 7, 9, 11),
}
_LOWEST, _HIGHEST, _MIDDLE = 52, 76, 63


@dataclass(frozen=True)
class Chord:
    """A chord relative to the tonic, in semitones."""

    symbol: str
    root: int
    intervals: tuple[int, ...]
    """Above the root, the root first."""
    bass: int
    """The note in the bass, above the root."""

    def pitches(self, tonic: int) -> tuple[int, ...]:
        """Pitch classes, the root first."""
        return tuple((tonic + self.root + interval) % 12 for interval in self.intervals)


@lru_cache(maxsize=128)
def chord_of(symbol: str) -> Chord:
    """Reads ``bVImaj7`` or ``V/3``.

    Raises:
        ValueError: If it is not written so.
    """
    match = _CHORD.fullmatch(symbol)
    qualities = _MAJOR if match and match[2].isupper() else _MINOR
    if not match or match[2].lower() not in _NUMERALS or match[3] not in qualities:
        raise ValueError(f"{symbol!r} is no chord; written are I to VII or i to vii with {sorted(qualities)}")
    root = _NUMERALS[match[2].lower()] + {"b": -1, "#": 1, "": 0}[match[1]]
    intervals = qualities[match[3]]
    bass = intervals[min(len(intervals) - 1, {"3": 1, "5": 2, "7": 3}[match[4]])] if match[4] else 0
    return Chord(symbol, root % 12, intervals, bass)


def voiced_chords(symbols: Sequence[str], tonic: int) -> list[tuple[int, ...]]:
    """Each chord as MIDI notes, laid out so that its voices move as little as they can from the chord before.

    A chord of five notes leaves its root to the bass.
    """
    found: list[tuple[int, ...]] = []
    for symbol in symbols:
        chord = chord_of(symbol)
        kept = chord.intervals[1:] if len(chord.intervals) > 4 else chord.intervals
        layouts = _layouts([(tonic + chord.root + interval) % 12 for interval in kept])
        before = found[-1] if found else None
        found.append(min(layouts, key=lambda layout: _cost(before, layout)))
    return found


def _layouts(classes: Sequence[int]) -> list[tuple[int, ...]]:
    """Close positions, and those with the second voice from the top an octave lower, within the middle of the piano."""
    ordered = sorted(dict.fromkeys(classes))
    found: list[tuple[int, ...]] = []
    for turn in range(len(ordered)):
        close = [*ordered[turn:], *(pitch + 12 for pitch in ordered[:turn])]
        opened = sorted([*close[:-2], close[-2] - 12, close[-1]]) if len(close) > 2 else close
        for layout in (close, opened):
            for octave in (48, 60, 72):
                notes = tuple(pitch + octave for pitch in layout)
                if notes[0] >= _LOWEST and notes[-1] <= _HIGHEST:
                    found.append(notes)
    return found


def _cost(before: Sequence[int] | None, after: Sequence[int]) -> float:
    middle = abs(sum(after) / len(after) - _MIDDLE)
    if before is None:
        return middle
    # Both ways, so that no voice of either chord is left behind by a leap.
    there = sum(min(abs(tone - other) for other in before) for tone in after) / len(after)
    back = sum(min(abs(tone - other) for other in after) for tone in before) / len(before)
    top = abs(after[-1] - before[-1])
    return there + back + 0.3 * top + 0.12 * middle


def scale_notes(mode: str, tonic: int, low: int, high: int, chord: Chord | None = None) -> list[int]:
    """The scale's notes within a range, both ends included; notes of the chord stand in for neighbours that rub."""
    classes = {(tonic + step) % 12 for step in SCALES[mode]}
    borrowed = set(chord.pitches(tonic)) - classes if chord else set[int]()
    for pitch in borrowed:
        classes = {note for note in classes if (note - pitch) % 12 not in (1, 11)} | {pitch}
    return [note for note in range(low, high + 1) if note % 12 in classes]
