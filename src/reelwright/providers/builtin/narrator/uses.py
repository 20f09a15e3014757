"""How a word that sounds different by its use is used, told from its neighbours."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reelwright.providers.builtin.narrator.words import word_list

_NEAR = 4
_WEAK_WORDS = "be been by can could get gone got had has have her hers his my could've couldn't"
_WEAK = frozenset(_WEAK_WORDS.split())


@dataclass(frozen=True)
class Place:
    """A word among the others of its line; neighbours are in lower case."""

    word: str
    """As it is written."""
    before: str
    """The word before in the same phrase; empty at its beginning."""
    after: str
    """The word behind in the same phrase; empty at its end."""
    line: Sequence[str]
    index: int
    """Of the word within the line."""


@dataclass(frozen=True)
class _Rule:
    say: str
    before: frozenset[str]
    after: frozenset[str]
    near: frozenset[str]
    begins: bool
    ends: bool
    capital: bool

    def holds(self, place: Place) -> bool:
        around = {*place.line[max(0, place.index - _NEAR) : place.index + _NEAR + 1]}
        return (
            (not self.before or place.before in self.before)
            and (not self.after or place.after in self.after)
            and (not self.near or bool(self.near & around))
            and (not self.begins or not place.before)
            and (not self.ends or not place.after)
            and (not self.capital or (place.word[:1].isupper() and bool(place.before)))
        )


def use_of(place: Place) -> str:
    """``DEFAULT``, ``VERB``, ``NOUN``, ``ADJ``, ``VBD``, ``None`` (a small word that ends its phrase), or IPA."""
    word, lists = place.word.lower(), _lists()
    for rule in _rules().get(word, ()):
        if rule.holds(place):
            return rule.say
    if place.before in lists["nouns_follow"]:
        return "NOUN"
    if place.before in lists["verbs_follow"]:
        return "VERB"
    if not place.before and place.after in lists["imperatives_before"]:
        return "VERB"
    if word == "use" and not place.after:
        return "NOUN"
    return "None" if not place.after and word in _WEAK else "DEFAULT"


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(text.split()) for name, text in word_list("uses").items() if isinstance(text, str)}


@lru_cache(maxsize=1)
def _rules() -> dict[str, tuple[_Rule, ...]]:
    found: dict[str, list[_Rule]] = {}
    for entry in word_list("uses")["rule"]:
        for word in entry["words"]:
            found.setdefault(word, []).append(_rule(entry))
    return {word: tuple(rules) for word, rules in found.items()}


def _rule(entry: dict[str, Any]) -> _Rule:
    before, after, near = (frozenset(str(entry.get(name, "")).split()) for name in ("before", "after", "near"))
    begins, ends, capital = (bool(entry.get(name)) for name in ("begins", "ends", "capital"))
    return _Rule(entry["say"], before, after, near, begins, ends, capital)
