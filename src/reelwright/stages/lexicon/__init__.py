"""Word lists as data files, and how words are found in a text: whole words, the longest first."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any


@lru_cache(maxsize=16)
def table(name: str) -> dict[str, Any]:
    """The word lists of ``<name>.toml``."""
    return tomllib.loads((files("reelwright.stages.lexicon") / f"{name}.toml").read_text(encoding="utf-8"))


def found_words(text: str, words: Iterable[str]) -> list[str]:
    """Those of the words that stand in the text, in the order of the text; a longer one hides those inside it."""
    pattern = _pattern(tuple(words))
    return [match.group(0).lower() for match in pattern.finditer(text.lower())] if pattern else []


def meanings(text: str, lists: Mapping[str, list[str]]) -> list[str]:
    """The keys whose words stand in the text, in the order of the text, each once."""
    owner = {word: key for key, words in reversed(list(lists.items())) for word in words}
    return list(dict.fromkeys(owner[word] for word in found_words(text, owner)))


def meaning(text: str, lists: Mapping[str, list[str]], default: str) -> str:
    """The first key whose words stand in the text."""
    return next(iter(meanings(text, lists)), default)


def strongest(text: str, lists: Mapping[str, list[str]], default: str) -> str:
    """The key that stands first in the lists among those found: for lists that are ordered by what matters most."""
    found = set(meanings(text, lists))
    return next((key for key in lists if key in found), default)


def deeds_only(text: str) -> str:
    """The text without turns of phrase in which nobody does what the verb says: ``light runs along the edge``."""
    return _idioms().sub(" ", text)


@lru_cache(maxsize=1)
def _idioms() -> re.Pattern[str]:
    return re.compile("|".join(table("people")["idioms"]["patterns"]), re.IGNORECASE)


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str] | None:
    if not words:
        return None
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w-])")
