"""Which words of a brief may name who makes or sells, each with what is seen of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reelwright.providers.builtin.writer.laid_out import LaidOut
from reelwright.providers.builtin.writer.naming_signs import JOINERS, Place, Written, signs_of_name, signs_of_none
from reelwright.providers.builtin.writer.nouns import forms, is_known, usual_part
from reelwright.providers.builtin.writer.tagger import Mark
from reelwright.providers.builtin.writer.tokens import Token, tokens
from reelwright.providers.builtin.writer.words import lexicon

_LONGEST, _MOST = 6, 60
"""Words of a name, and places that are looked at."""
_VERBAL = ("VB", "VBZ", "VBP", "VBD", "AUX", "PRON+")


@dataclass(frozen=True)
class Naming:
    """Words that may be the brand, as they would be lettered, with what is seen of them."""

    text: str
    """Empty for a brief that names no brand."""
    signs: tuple[str, ...]


def brand_options(prompt: str, out: LaidOut, ruled: str) -> tuple[Naming, ...]:
    """No brand, and all that might be one.

    Args:
        prompt: As typed, with its hashes and handles.
        out: The brief.
        ruled: What the rules of `names` found; empty for nothing.
    """
    line, marks = out.marked, out.marks
    whole = Written(
        line,
        marks,
        ruled,
        frozenset(_quoted(out.brief, len(line))),
        frozenset(word.lower() for word in re.findall(r"#(\w+)", prompt)),
        frozenset(word.lower().strip(".") for word in re.findall(r"(?<!\w)@([\w.]+)", prompt)),
    )
    places = sorted({*_runs(line, marks), *_strange(whole), *whole.quoted, *_segments(line, marks)})
    options = [Naming("", tuple(signs_of_none(whole, places)))]
    for place in places[:_MOST]:
        signs = tuple(signs_of_name(whole, place))
        text = " ".join(token.text for token in line[slice(*place)])
        bare = re.sub(r"['’]s$", "", text)
        options.append(Naming(text, (*signs, "possessive kept" if bare != text else "as it stands")))
        if bare != text:
            options.append(Naming(bare, (*signs, "possessive cut")))
    if ruled and ruled not in [one.text for one in options]:
        options.append(Naming(ruled, ("ruled from nowhere", f"ruled from nowhere {len(ruled.split())}")))
    return tuple(options)


def _runs(line: Sequence[Token], marks: Sequence[Mark]) -> Iterator[Place]:
    """Words with capitals that stand together, and every part of them; with small nouns that end the clause."""
    start = 0
    while start < len(line):
        if not _is_written(line[start]):
            start += 1
            continue
        end = _end_of_run(line, start)
        for first in range(start, end):
            for last in range(first + 1, min(end, first + _LONGEST) + 1):
                if _is_written(line[first]) and _is_written(line[last - 1]):
                    yield first, last
        for last in range(end + 1, min(end + 2, len(line)) + 1):
            if line[last - 2].after or line[last - 1].opens or marks[last - 1].part not in ("NOUN", "PROPN", "ADJ"):
                break
            yield start, last
        start = end


def _end_of_run(line: Sequence[Token], start: int) -> int:
    """Where capitals that begin there end; up to two small joining words may stand between them."""
    end = start + 1
    while end < len(line) and not line[end - 1].after and not line[end].opens:
        ahead = end
        while ahead < len(line) - 1 and line[ahead].low in JOINERS and not line[ahead].after:
            ahead += 1
        if not _is_written(line[ahead]) or ahead - end > 2:
            break
        end = ahead + 1
    return end


def _is_written(token: Token) -> bool:
    return token.is_name_like or bool(re.fullmatch(r"[A-Z0-9]*\d[A-Z]\w*", token.text))


def _strange(whole: Written) -> Iterator[Place]:
    """Words in small letters that no list knows, handles, addresses, well-known brands, and what is called so."""
    known = lexicon("brands")["names"]
    for at, token in enumerate(whole.line):
        low = token.low.removesuffix("'s")
        is_coded = bool(re.search(r"\w[._]\w", low)) or low in whole.handles
        is_called = at > 0 and whole.line[at - 1].low in ("called", "named") and not token.is_name_like
        is_strange = len(low) > 3 and low.isalpha() and not is_known(low) and not any(map(usual_part, forms(low)))
        if is_coded or is_called or low in known or (is_strange and not token.is_name_like):
            yield at, at + 1


def _quoted(brief: str, count: int) -> Iterator[Place]:
    """What stands between quotation marks, a few words long."""
    at, start = 0, -1
    for word in brief.split():
        if not tokens(word):
            continue
        if word[0] in '"“':
            start = at
        if start >= 0 and word.rstrip(".,;:!?")[-1] in '"”' and start <= at < count:
            if at - start < _LONGEST:
                yield start, at + 1
            start = -1
        at += 1
    if 0 <= start < at <= count and at - start < _LONGEST:
        # The last sign of a brief is taken off before it is read.
        yield start, at


def _segments(line: Sequence[Token], marks: Sequence[Mark]) -> Iterator[Place]:
    """The last words between two signs where nothing is done: ``museum of city history``."""
    start = len(line) - 1
    while start > 0 and not line[start - 1].after:
        start -= 1
    if start > 0 and len(line) - start <= _LONGEST and not any(mark.part in _VERBAL for mark in marks[start:]):
        yield start, len(line)
