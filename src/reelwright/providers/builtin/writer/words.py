"""The writer's word lists, how words are found in a text, and small English grammar."""

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import Any

_HERE = "reelwright.providers.builtin.writer"
_SMALL_WORDS = frozenset(
    ("a", "an", "the", "of", "for", "to", "in", "on", "at", "and", "from", "by", "or", "but", "as", "than")
)


@lru_cache(maxsize=32)
def lexicon(name: str) -> dict[str, Any]:
    """The word lists of ``lexicon/<name>.toml``, or of all files of the folder ``lexicon/<name>/`` together."""
    folder = files(_HERE) / "lexicon" / name
    if not folder.is_dir():
        return tomllib.loads((files(_HERE) / "lexicon" / f"{name}.toml").read_text(encoding="utf-8"))
    whole: dict[str, dict[str, Any]] = {}
    for path in sorted(folder.iterdir(), key=lambda one: one.name):
        for table, entries in (
            tomllib.loads(path.read_text(encoding="utf-8")).items() if path.name[-5:] == ".toml" else ()
        ):
            whole.setdefault(table, {}).update(entries)
    return whole


@lru_cache(maxsize=16)
def copy_file(name: str) -> dict[str, Any] | None:
    """The sentences of ``copy/<name>.toml``, None if there is no such file."""
    path = files(_HERE) / "copy" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else None


def found(text: str, words: Iterable[str]) -> list[str]:
    """Those of the words that stand in the text, in order; a longer one hides those inside it."""
    pattern = _pattern(tuple(words))
    return [match.group(0).lower() for match in pattern.finditer(text.lower())] if pattern else []


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str] | None:
    if not words:
        return None
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w-])")


@lru_cache(maxsize=16)
def telling(name: str) -> frozenset[str]:
    """A list of ``copy/telling.toml`` as a set."""
    return frozenset((copy_file("telling") or {})[name])


def capitalised(text: str) -> str:
    """The text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def uncapitalised(text: str) -> str:
    """The text with a small first letter, unless its first word is a name or an acronym."""
    first = text.split(" ", 1)[0]
    is_name = first == "I" or first.startswith("I'") or (len(first) > 1 and not first[1:].strip(",.:;!?").islower())
    return text if is_name else text[:1].lower() + text[1:]


def sentence(text: str) -> str:
    """The text with a capital and a full stop."""
    bare = text.strip().rstrip(",;:-")
    return capitalised(bare if bare.endswith((".", "!", "?")) else bare + ".")


def word_count(text: str) -> int:
    """Words as they are counted for speaking."""
    return len(text.split())


def titled(text: str) -> str:
    """Title case: every word of weight, the first and the last."""
    words = re.sub(r"[.;](?!\d)", "", text).split()
    last = len(words) - 1
    return " ".join(
        word if 0 < index < last and word.lower() in _SMALL_WORDS else _raised(word) for index, word in enumerate(words)
    )


def _raised(word: str) -> str:
    if word[:1].isdigit():
        # ``2pm``
        return word
    at = next((index for index, sign in enumerate(word) if sign.isalpha()), 0)
    return word[:at] + word[at : at + 1].upper() + word[at + 1 :]
