"""Slips of the finger: words nobody knows that are one letter away from a product's or a customer's name."""

import re
from collections.abc import Iterator
from functools import lru_cache

from reelwright.providers.builtin.writer.kinds import owners
from reelwright.providers.builtin.writer.nouns import forms, is_known, usual_part
from reelwright.providers.builtin.writer.vectors import is_common
from reelwright.providers.builtin.writer.words import lexicon

_SHORTEST = 5
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def respelled(text: str) -> str:
    """The text with such words mended: ``coffe machine`` as ``coffee machine``; what has a capital stays.

    Short forms of messages are written out: ``w/`` as ``with``, ``thru`` as ``through``.
    """
    short = lexicon("names")["short"]
    text = re.sub(
        r"(?<![\w'’.@/-])[a-z]+/?(?![\w'’@/-])", lambda match: short.get(match.group(0), match.group(0)), text
    )
    text = re.sub(r"(?<=\d) ?(million|thousand|billion)s(?= [a-z])", r" \1", text)
    return re.sub(rf"(?<![\w'’.@-])[a-z]{{{_SHORTEST},}}(?![\w'’@-])", lambda match: _mended(match.group(0)), text)


@lru_cache(maxsize=512)
def _mended(word: str) -> str:
    if (
        is_known(word)
        or any(map(is_common, _bare_forms(word)))
        or any(usual_part(one) or one in _wanted() for one in forms(word))
        or _is_listed(word)
    ):
        return word
    near = {one for one in _one_away(word) if one in _wanted() and one[0] == word[0]}
    return next(iter(near)) if len(near) == 1 else word


def _bare_forms(word: str) -> Iterator[str]:
    """The word, and what it is a verb's form of: ``biking``, ``bike``."""
    yield word
    for ending in ("ing", "ed", "ly"):
        bare = word.removesuffix(ending)
        if bare != word and len(bare) > 2:
            yield from (bare, f"{bare}e")


@lru_cache(maxsize=1)
def _wanted() -> frozenset[str]:
    """What a slip may have stood for: products and people, singular and plural."""
    return frozenset(word for word in {*owners(), *lexicon("people")["audience"]} if " " not in word and len(word) > 4)


def _is_listed(word: str) -> bool:
    grammar = lexicon("grammar")
    return (
        any(word in words for words in grammar.values() if isinstance(words, list))
        or word in lexicon("brands")["names"]
    )


def _one_away(word: str) -> set[str]:
    """Every string that one letter less, more, other or two swapped letters make of a word."""
    cuts = [(word[:at], word[at:]) for at in range(1, len(word) + 1)]
    less = {head + tail[1:] for head, tail in cuts if tail}
    swapped = {head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1}
    other = {head + letter + tail[1:] for head, tail in cuts if tail for letter in _LETTERS}
    more = {head + letter + tail for head, tail in cuts for letter in _LETTERS}
    return less | swapped | other | more
