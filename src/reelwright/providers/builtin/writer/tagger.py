"""Parts of speech, noun phrases and their roles: two small perceptrons over hashed features, learned beforehand."""

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from reelwright.providers.builtin.writer.nouns import usual_part
from reelwright.providers.builtin.writer.tokens import Token

PARTS = (
    "NOUN", "PROPN", "VB", "VBZ", "VBP", "VBD", "VBG", "VBN", "ADJ", "ADV", "ADP", "DET", "PRON", "PRON+", "AUX", "NUM",
    "PART", "CCONJ", "SCONJ", "INTJ", "X",
)  # fmt: skip
"""Universal parts of speech, verbs by their form; ``PRON+`` is a pronoun grown together with its verb: ``there's``."""
CHUNKS = (
    "O", "B", "I", "E-subj", "E-obj", "E-pobj", "E-root", "E-conj", "E-appos", "E-attr", "E-other",
)  # fmt: skip
"""Outside of noun phrases, their first word, a word within, and the head that ends one, by its role in the sentence."""
BITS = 16
"""Rows of each table of weights, as a power of two."""
FILE = "tagger.zz"
_MOST = 150
"""Words that are tagged; what follows is beyond what one film can say."""
Weights = NDArray[np.int8]


@dataclass(frozen=True)
class Mark:
    """What a word is, and its place in a noun phrase."""

    part: str
    """One of `PARTS`."""
    chunk: str
    """One of `CHUNKS`."""

    @property
    def role(self) -> str:
        """What the noun phrase that ends here does: subj, obj, pobj, root, conj, appos, attr, other; else empty."""
        return self.chunk[2:]


@dataclass(frozen=True)
class Span:
    """A noun phrase: tokens ``start`` to ``end`` (not included), with its role."""

    start: int
    end: int
    role: str


@lru_cache(maxsize=1)
def _weights() -> tuple[Weights, Weights]:
    """The tables for parts and for chunks, by `bench/train_tagger.py`: a row a hash, a column an answer."""
    path = files("reelwright.providers.builtin.writer") / "lexicon" / FILE
    rows = np.frombuffer(zlib.decompress(path.read_bytes()), np.int8).reshape(1 << BITS, -1)
    return rows[:, : len(PARTS)], rows[:, len(PARTS) :]


def marks(line: Sequence[Token]) -> tuple[Mark, ...]:
    """The mark of each token, at most the first 150."""
    line = line[:_MOST]
    by_part, by_chunk = _weights()
    parts: list[str] = []
    words = word_features(line)
    for at in range(len(line)):
        parts.append(PARTS[_best(by_part, part_features(words, parts, at))])
    chunks: list[str] = []
    for at in range(len(line)):
        chunks.append(CHUNKS[_best(by_chunk, chunk_features(line, parts, chunks, at))])
    return tuple(Mark(part, chunk) for part, chunk in zip(parts, chunks, strict=True))


def spans(found: Sequence[Mark]) -> Iterator[Span]:
    """The noun phrases among marks, in order."""
    start = -1
    for at, mark in enumerate(found):
        if mark.chunk == "O" or (mark.chunk == "B" and start >= 0):
            start = at if mark.chunk == "B" else -1
        elif start < 0:
            start = at
        if mark.role:
            yield Span(start, at + 1, mark.role)
            start = -1


def _best(weights: Weights, features: Sequence[str]) -> int:
    rows = [rows_of(feature) for feature in features]
    return int(weights[rows].sum(axis=0, dtype=np.int32).argmax())


def rows_of(feature: str) -> int:
    """The row of a feature."""
    return zlib.crc32(feature.encode()) & ((1 << BITS) - 1)


def word_features(line: Sequence[Token]) -> list[tuple[str, ...]]:
    """Each word's own features: the word, its ending, its look, its usual part of speech."""
    return [
        (token.low, token.low[-3:], token.low[-2:], _look(token), usual_part(token.low), token.after, str(token.opens))
        for token in line
    ]


def _look(token: Token) -> str:
    text = token.text
    case = (
        "u" if text.isupper() and len(text) > 1 else "c" if text[:1].isupper() else "m" if token.is_name_like else "l"
    )
    return (
        case
        + ("9" if re.search(r"\d", text) else "")
        + ("-" if "-" in text else "")
        + ("'" if "'" in token.low else "")
    )


_NONE = ("", "", "", "", "", "", "")


def part_features(words: Sequence[tuple[str, ...]], parts: Sequence[str], at: int) -> tuple[str, ...]:
    """What speaks for the part of speech of a word, those before it being known."""
    low, three, two, look, usual, after, opens = words[at]
    before = words[at - 1] if at else _NONE
    ahead = words[at + 1] if at + 1 < len(words) else _NONE
    last = parts[at - 1] if at else "^"
    other = parts[at - 2] if at > 1 else "^"
    return (
        f"w{low}", f"s{three}", f"t{two}", f"l{look}{opens}", f"u{usual}{ahead[4]}{after}", f"p{last}",
        f"q{other} {last}",
        f"pw{last} {low}", f"b{before[0]}", f"bs{before[1]}", f"n{ahead[0]}", f"ns{ahead[1]}{after}",
        f"nw{low} {ahead[0]}", f"bu{last} {usual} {ahead[4]}", f"ls{look} {three} {last}", f"o{opens}{usual}{ahead[1]}",
        f"m{words[at + 2][0] if at + 2 < len(words) else ''}",  f"a{before[5]}{last}{three}",
        f"un{usual}{ahead[4]}{ahead[0]}",
    )  # fmt: skip


def chunk_features(line: Sequence[Token], parts: Sequence[str], chunks: Sequence[str], at: int) -> tuple[str, ...]:
    """What speaks for the chunk and the role of a word, parts and the chunks before it being known."""
    token, part = line[at], parts[at]
    ahead = parts[at + 1] if at + 1 < len(line) and not token.after else f"${token.after}"
    later = parts[at + 2] if at + 2 < len(line) and ahead[:1] != "$" and not line[at + 1].after else "$"
    before = parts[at - 1] if at else "^"
    last = chunks[at - 1] if at else "^"
    mark = line[at - 1].after if at else "^"
    ruler, verb, role = _ruler(line, parts, chunks, at)
    next_low = line[at + 1].low if at + 1 < len(line) else ""
    return (
        f"P{part} {ahead}", f"Q{before} {part} {ahead}", f"R{last} {part} {ahead}", f"S{part} {ahead} {later} {last}",
        f"W{token.low} {ahead}", f"N{part} {next_low}", f"L{last} {part} {mark}", f"V{ruler} {part} {ahead}",
        f"X{ruler} {verb} {role} {ahead}", f"Y{verb} {role} {part} {ahead[:1] == '$'}",
        f"Z{role} {last} {ahead} {ruler}",
        f"T{token.low[-3:]} {part} {ahead}", f"M{mark} {token.opens} {part} {ahead}",
        f"A{ahead} {later} {ruler} {role}",
        f"D{role} {ahead} {next_low}",
    )  # fmt: skip


def _ruler(line: Sequence[Token], parts: Sequence[str], chunks: Sequence[str], at: int) -> tuple[str, str, str]:
    """What rules a word: the last one outside of phrases, the form of the last verb, the last phrase's role."""
    ruler = verb = role = "^"
    for back in range(at - 1, max(-1, at - 9), -1):
        if line[back].sentence != line[at].sentence:
            break
        chunk = chunks[back]
        if chunk == "O" and ruler == "^":
            ruler = line[back].low if parts[back] in ("ADP", "SCONJ", "CCONJ", "PART") else parts[back]
        if chunk == "O" and parts[back][0] in "VA" and parts[back] in ("VB", "VBZ", "VBP", "VBD", "VBG", "VBN", "AUX"):
            verb = parts[back] if verb == "^" else verb
        if chunk[0] == "E" and role == "^":
            role = f"{chunk[2:]}{line[back].after}"
    return ruler, verb, role
