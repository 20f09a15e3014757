"""Captions on the spoken words: at most two lines, readable, never overlapping."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from reelwright.film.clock import seconds
from reelwright.film.shot import Shot, ShotList
from reelwright.film.sound import Caption, Speech, SpokenWord

MAX_CHARACTERS, MAX_LINES, MAX_CHARACTERS_PER_S = 42, 2, 20.0
MIN_SHOWN_S, GAP_S = 0.8, 0.05
_LINGER_S = 0.35
_STOPS = (".", "!", "?", "…")
_PAUSES = (",", ";", ":", "—", "–")


@dataclass(frozen=True)
class _Cue:
    words: tuple[SpokenWord, ...]
    lines: tuple[str, ...]


def write_captions(
    shots: Sequence[Shot], speeches: Sequence[Speech], rate: Fraction, *, max_characters: int = MAX_CHARACTERS
) -> tuple[Caption, ...]:
    """The film's captions, times in seconds from its start.

    Args:
        shots: With their final frame counts.
        speeches: The recorded lines; a shot with text and no recording is captioned over its voice-over window.
        rate: Frames per second.
        max_characters: Characters a line, 42 by the norm; fewer for narrow frames.
    """
    recorded = {speech.shot_id: speech for speech in speeches}
    starts = ShotList(shots=tuple(shots)).starts()
    total_s = seconds(sum(shot.frame_count for shot in shots), rate)
    cues: list[_Cue] = []
    for shot, start in zip(shots, starts, strict=True):
        words = _film_words(shot, recorded.get(shot.id), seconds(start, rate), seconds(shot.frame_count, rate))
        cues += [_Cue(group, _broken(group, max_characters)) for group in _groups(words, max_characters)]
    return _timed(cues, total_s)


def _film_words(shot: Shot, speech: Speech | None, start_s: float, length_s: float) -> list[SpokenWord]:
    """The words with times in the film."""
    if speech is None:
        return _even_words(shot, start_s, length_s)
    at = start_s + speech.offset_s
    return [
        SpokenWord(text=word.text, start_s=max(0.0, at + word.start_s), end_s=max(0.0, at + word.end_s))
        for word in speech.words
        if word.text.strip()
    ]


def _even_words(shot: Shot, start_s: float, length_s: float) -> list[SpokenWord]:
    """Without a voice the words share the window by their letters."""
    words = shot.spoken.split()
    if not words:
        return []
    first = start_s + shot.voice_over.start_s
    last = start_s + (max(shot.voice_over.end_s, length_s - 0.2) if shot.voice_over.end_s else length_s)
    letters = sum(len(word) + 1 for word in words)
    found: list[SpokenWord] = []
    for word in words:
        until = first + (last - (start_s + shot.voice_over.start_s)) * (len(word) + 1) / letters
        found.append(SpokenWord(text=word, start_s=first, end_s=until))
        first = until
    return found


def _groups(words: list[SpokenWord], most: int) -> list[tuple[SpokenWord, ...]]:
    """Words in cues: split at sentence ends where a cue is full enough, always before it overflows."""
    groups: list[tuple[SpokenWord, ...]] = []
    current: list[SpokenWord] = []
    for word in words:
        if current and not _fits([*current, word], most):
            head, current = _split_at_pause(current)
            groups.append(head)
        current.append(word)
        if word.text.endswith(_STOPS) and len(_text(current)) >= most * 0.6:
            groups.append(tuple(current))
            current = []
    if current:
        groups.append(tuple(current))
    return groups


def _split_at_pause(words: list[SpokenWord]) -> tuple[tuple[SpokenWord, ...], list[SpokenWord]]:
    """A full cue gives its end to the next one, after the last pause in its second half."""
    for index in range(len(words) - 1, len(words) // 2, -1):
        if words[index - 1].text.endswith(_STOPS + _PAUSES):
            return tuple(words[:index]), words[index:]
    return tuple(words), []


def _text(words: Sequence[SpokenWord]) -> str:
    return re.sub(r"\s+", " ", " ".join(word.text for word in words)).strip()


def _fits(words: Sequence[SpokenWord], most: int) -> bool:
    text = _text(words)
    return len(text) <= most or _best_break(text.split(), most) is not None


def _best_break(words: list[str], most: int) -> int | None:
    """Where to break into two lines: as even as it gets, better after a pause; None if it does not fit."""
    best: tuple[float, int] | None = None
    for index in range(1, len(words)):
        upper, lower = " ".join(words[:index]), " ".join(words[index:])
        if len(upper) > most or len(lower) > most:
            continue
        cost = abs(len(upper) - len(lower)) - (14 if upper.endswith(_STOPS + _PAUSES) else 0)
        if best is None or cost < best[0]:
            best = (cost, index)
    return best[1] if best else None


def _broken(words: Sequence[SpokenWord], most: int) -> tuple[str, ...]:
    text = _text(words)
    if len(text) <= most:
        return (text,)
    pieces = text.split()
    index = _best_break(pieces, most)
    if index is None:
        # One word longer than a line: it is cut, so that the norm of characters a line holds.
        return (text[:most], text[most : 2 * most].strip()) if len(text) > most else (text,)
    return (" ".join(pieces[:index]), " ".join(pieces[index:]))


def _timed(cues: list[_Cue], total_s: float) -> tuple[Caption, ...]:
    """Each cue stays as long as it takes to read, into the silence that follows, never over the next one."""
    starts = [max(0.0, cue.words[0].start_s) for cue in cues]
    spans: list[tuple[float, float]] = []
    for index, cue in enumerate(cues):
        limit = starts[index + 1] - GAP_S if index + 1 < len(cues) else total_s
        reading_s = _reading_s(cue)
        start_s = starts[index]
        end_s = min(max(cue.words[-1].end_s + _LINGER_S, start_s + reading_s), limit)
        if end_s - start_s < reading_s:
            spans, start_s = _earlier(spans, cues, end_s - reading_s, start_s)
        spans.append((start_s, max(end_s, start_s + 0.1)))
    return tuple(_caption(cue, *span) for cue, span in zip(cues, spans, strict=True))


def _reading_s(cue: _Cue) -> float:
    """The least time a cue is shown; a hair more than the norm, so that rounding keeps it."""
    return max(MIN_SHOWN_S, sum(len(line) for line in cue.lines) / MAX_CHARACTERS_PER_S) + 0.003


def _earlier(
    spans: list[tuple[float, float]], cues: list[_Cue], wished_s: float, start_s: float
) -> tuple[list[tuple[float, float]], float]:
    """A cue in a hurry starts earlier: the one before gives up what it does not need to be read."""
    if not spans:
        return spans, max(0.0, wished_s)
    before_start_s, before_end_s = spans[-1]
    needed_end_s = min(before_end_s, before_start_s + _reading_s(cues[len(spans) - 1]))
    end_s = min(before_end_s, max(needed_end_s, wished_s - GAP_S))
    return [*spans[:-1], (before_start_s, end_s)], min(start_s, max(end_s + GAP_S, wished_s))


def _caption(cue: _Cue, start_s: float, end_s: float) -> Caption:
    words = tuple(
        word.model_copy(update={"start_s": min(word.start_s, end_s), "end_s": min(word.end_s, end_s)})
        for word in cue.words
    )
    # Rounded inwards, so that rounding never makes two captions overlap.
    return Caption(
        start_s=math.ceil(start_s * 1000) / 1000, end_s=math.floor(end_s * 1000) / 1000, lines=cue.lines, words=words
    )
