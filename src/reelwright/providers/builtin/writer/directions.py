"""What a brief says to the makers of its film, and not to those who watch it: how to shoot it, how long, for whom."""

import re
from functools import lru_cache

from reelwright.providers.builtin.writer.words import lexicon

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=\S)")
_CLAUSE = re.compile(r"(?<=[,;])\s+|\s+[-–—]\s+")


def undirected(text: str) -> str:
    """The text without its directions: ``Cold brew over ice, super slow motion`` as ``Cold brew over ice``.

    What opens the text is never taken for a direction: who writes ``Show a boy who finds a fox`` tells of the boy.
    """
    sentences = _SENTENCE.split(text)
    kept = [sentences[0], *(one for one in sentences[1:] if not _openings().match(one))]
    return " ".join(filter(None, map(_without_clauses, kept))).rstrip(" ,;") or text


def _without_clauses(sentence: str) -> str:
    plain = _within().sub("", sentence)
    ends = list(_CLAUSE.finditer(plain))
    starts = [0, *(end.end() for end in ends)]
    parts = [plain[start:stop] for start, stop in zip(starts, [*starts[1:], len(plain)], strict=True)]
    kept = parts[:1]
    for part in parts[1:]:
        if not (_openings().match(part) or _clauses().match(part)):
            kept.append(part)
        elif re.search(r"\s[-–—]\s+$", part):
            # What follows a dash is set off from what stands before it, whatever is left out between.
            kept[-1] = kept[-1].rstrip(" ,;") + " - "
    if len(kept) == len(parts):
        return plain.strip()
    end = sentence[-1] if sentence[-1] in ".!?" else ""
    return re.sub(r"\s*[.,;–—-]?\s*$", "", "".join(kept)) + end


@lru_cache(maxsize=1)
def _openings() -> re.Pattern[str]:
    return _any_of("openings", r"\b")


@lru_cache(maxsize=1)
def _clauses() -> re.Pattern[str]:
    return _any_of("clauses", r"\s*[.,;!?]*\s*(?:[-–—]\s*)?$")


@lru_cache(maxsize=1)
def _within() -> re.Pattern[str]:
    patterns: list[str] = lexicon("directions")["within"]
    return re.compile(rf"(?<=\S)\s+(?:{'|'.join(patterns)})(?=[\s.,;!?]|$)", re.IGNORECASE)


def _any_of(name: str, end: str) -> re.Pattern[str]:
    patterns: list[str] = lexicon("directions")[name]
    return re.compile(rf"(?:and |but |so |then |also |just )?(?:please )?(?:{'|'.join(patterns)}){end}", re.IGNORECASE)
