"""Captions on the spoken words: at most two lines of 42 characters, at most 20 characters a second, never overlapping.

Source of the norms: the specification's section 6, after the common broadcast and streaming guides.
"""

from collections.abc import Sequence
from fractions import Fraction

from reelwright.film.clock import seconds
from reelwright.film.shot import Shot
from reelwright.film.sound import Caption, Speech, SpokenWord

MAX_CHARACTERS, MAX_LINES, MAX_CHARACTERS_PER_S = 42, 2, 20.0
_EARLIER_S = 0.05
"""A word is heard a little before the model says it starts."""
_LINGER_S, _MIN_S, _GAP_S = 0.45, 1.0, 0.04
_JOINING = {
    "and",
    "but",
    "or",
    "so",
    "for",
    "with",
    "to",
    "of",
    "in",
    "on",
    "at",
    "from",
    "that",
    "when",
    "before",
    "by",
}


def write_captions(
    shots: Sequence[Shot], speeches: Sequence[Speech], rate: Fraction, *, max_characters: int = MAX_CHARACTERS
) -> tuple[Caption, ...]:
    """The film's captions, times in seconds from its start.

    Args:
        shots: In order, with settled lengths.
        speeches: The recordings; a shot with words but no recording is captioned over its voice-over window.
        rate: Frames per second.
        max_characters: Characters a line may have; fewer on narrow frames.
    """
    heard = {speech.shot_id: speech for speech in speeches}
    groups: list[list[SpokenWord]] = []
    start_frame = 0
    for shot in shots:
        words = _film_words(shot, heard.get(shot.id), seconds(start_frame, rate))
        groups += _groups(words, max_characters)
        start_frame += shot.frame_count
    return _timed(groups, seconds(start_frame, rate), max_characters)


def _film_words(shot: Shot, speech: Speech | None, shot_start_s: float) -> list[SpokenWord]:
    """The shot's words with film times."""
    if speech is None:
        return _spread(shot, shot_start_s)
    at = shot_start_s + speech.offset_s - _EARLIER_S
    return [
        SpokenWord(text=word.text, start_s=max(0.0, at + word.start_s), end_s=max(0.0, at + word.end_s))
        for word in speech.words
    ]


def _spread(shot: Shot, shot_start_s: float) -> list[SpokenWord]:
    """Words without a recording, spread over their window by their letters."""
    texts = shot.voice_over.text.split()
    whole = sum(len(text) + 1 for text in texts) or 1
    length_s = max(0.5, shot.voice_over.end_s - shot.voice_over.start_s)
    found: list[SpokenWord] = []
    at = shot_start_s + shot.voice_over.start_s
    for text in texts:
        until = at + length_s * (len(text) + 1) / whole
        found.append(SpokenWord(text=text, start_s=at, end_s=until))
        at = until
    return found


def _groups(words: list[SpokenWord], max_characters: int) -> list[list[SpokenWord]]:
    """Words that are shown together: whole sentences where they fit, else parts that break at a pause."""
    sentences: list[list[SpokenWord]] = [[]]
    for word in words:
        sentences[-1].append(word)
        if word.text.rstrip("\"'”’)").endswith((".", "!", "?", "…")):
            sentences.append([])
    groups: list[list[SpokenWord]] = []
    for sentence in sentences:
        for part in _parts(sentence, max_characters):
            if groups and len(_text(groups[-1])) + len(_text(part)) < max_characters:
                groups[-1] = groups[-1] + part
            else:
                groups.append(part)
    return groups


def _parts(words: list[SpokenWord], max_characters: int) -> list[list[SpokenWord]]:
    if not words:
        return []
    if len(words) == 1 or _lines(_text(words), max_characters) is not None:
        return [words]
    cut = max(range(1, len(words)), key=lambda place: _break_value(words, place))
    return _parts(words[:cut], max_characters) + _parts(words[cut:], max_characters)


def _break_value(words: list[SpokenWord], place: int) -> float:
    """How well a text breaks before the word at ``place``: after a comma, before a joining word, near the middle."""
    left, right = len(_text(words[:place])), len(_text(words[place:]))
    value = -abs(left - right) / (left + right)
    if words[place - 1].text.endswith((",", ";", ":", "—", "-")):
        value += 0.5
    elif words[place].text.lower() in _JOINING:
        value += 0.2
    return value


def _text(words: Sequence[SpokenWord]) -> str:
    return " ".join(word.text for word in words)


def _lines(text: str, max_characters: int) -> tuple[str, ...] | None:
    """The text on one line, or on two of like length; None when it needs more. A word longer than a line stands alone."""
    if len(text) <= max_characters:
        return (text,)
    words = text.split()
    if len(words) == 1:
        return (text,)
    tokens = [SpokenWord(text=word, start_s=0, end_s=0) for word in words]
    best: tuple[float, tuple[str, str]] | None = None
    for place in range(1, len(words)):
        pair = (" ".join(words[:place]), " ".join(words[place:]))
        if max(map(len, pair)) <= max_characters:
            value = _break_value(tokens, place)
            if best is None or value > best[0]:
                best = (value, pair)
    return best[1] if best else None


def _timed(groups: list[list[SpokenWord]], film_s: float, max_characters: int) -> tuple[Caption, ...]:
    captions: list[Caption] = []
    free_from_s = 0.0
    for index, group in enumerate(groups):
        text = _text(group)
        limit_s = groups[index + 1][0].start_s - _GAP_S if index + 1 < len(groups) else film_s
        needed_s = max(_MIN_S, len(text) / MAX_CHARACTERS_PER_S)
        start_s = group[0].start_s
        end_s = min(max(group[-1].end_s + _LINGER_S, start_s + needed_s), limit_s, film_s)
        if end_s - start_s < needed_s:
            start_s = max(free_from_s, end_s - needed_s)
        captions.append(
            Caption(
                start_s=round(start_s, 3),
                end_s=round(max(end_s, start_s + 0.1), 3),
                lines=_lines(text, max_characters) or (text[:max_characters],),
                words=tuple(group),
            )
        )
        free_from_s = end_s + _GAP_S
    return tuple(captions)
