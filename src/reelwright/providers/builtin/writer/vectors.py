"""Where words point among meanings: a table of word pieces, and the direction of a whole text in whole numbers."""

import math
import re
import zlib
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

FILE = "vectors.zz"
_HERE = "reelwright.providers.builtin.writer"
SIZE = 48
"""Directions of meaning."""
LENGTH = 256
"""How long every direction is, so that its numbers are whole ones."""
STEPS = 1000
_LONGEST = 24


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, int], NDArray[np.int32]]:
    """The row of each piece, and the rows: (pieces, `SIZE`), by `bench/word_vectors.py`."""
    raw = zlib.decompress((files(_HERE) / "lexicon" / FILE).read_bytes())
    names, steps, packed = raw.split(b"\n", 2)
    halves = np.frombuffer(packed, np.uint8).reshape(-1, SIZE // 2)
    rows = np.stack((halves >> 4, halves & 15), axis=2).reshape(-1, SIZE).astype(np.int32) - 8
    pieces = {piece: at for at, piece in enumerate(names.decode("ascii").split(" "))}
    return pieces, rows * np.array(steps.split(), np.int32)


def is_common(word: str) -> bool:
    """Whether a word in small letters is a piece of its own, as some twenty thousand common words and forms are."""
    return word in _table()[0]


def pieces_of(word: str, known: Container[str]) -> Iterator[str]:
    """The longest known pieces that a word in small letters is made of; nothing of one that cannot be cut."""
    start, cut = 0, list[str]()
    word = word[:_LONGEST]
    while start < len(word):
        mark = "##" if start else ""
        end = next((end for end in range(len(word), start, -1) if mark + word[start:end] in known), 0)
        if not end:
            return
        cut.append(mark + word[start:end])
        start = end
    yield from cut


def direction_of(words: Sequence[str]) -> tuple[int, ...]:
    """Where words in small letters point together: `SIZE` whole numbers, `LENGTH` long; all 0 where none is known."""
    pieces, rows = _table()
    places = [
        pieces[piece] for word in words for bare in re.findall(r"[a-z0-9]+", word) for piece in pieces_of(bare, pieces)
    ]
    whole = [int(one) for one in rows[places].sum(axis=0, dtype=np.int64)]
    length = math.isqrt(sum(one * one for one in whole))
    return tuple(one * LENGTH // length for one in whole) if length else (0,) * SIZE
