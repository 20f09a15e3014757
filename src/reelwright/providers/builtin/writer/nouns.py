"""General knowledge of words: the class of common nouns (food, tool, animal) and a usual part of speech."""

import re
import zlib
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

from reelwright.providers.builtin.writer.words import lexicon

_FIRST = 33
_HERE = "reelwright.providers.builtin.writer"


@lru_cache(maxsize=1)
def _rows() -> bytes:
    """Lines of a word, a tab, the sign of its class and its part of speech, by `bench/noun_classes.py`."""
    return b"\n" + zlib.decompress((files(_HERE) / "lexicon" / "nouns.zz").read_bytes())


@lru_cache(maxsize=1)
def _names() -> tuple[str, ...]:
    return tuple(lexicon("noun_classes"))


@lru_cache(maxsize=4096)
def _row(word: str) -> tuple[str, str]:
    """The class and part of speech of a word as it stands; empty for an unknown one."""
    try:
        wanted = word.encode("ascii") + b"\t"
    except UnicodeEncodeError:
        return "", ""
    rows, low, high = _rows(), 0, len(_rows()) - 1
    while low < high:
        start = rows.rfind(b"\n", low, (low + high) // 2 + 1)
        start = low if start < 0 else start
        end = rows.index(b"\n", start + 1)
        line = rows[start + 1 : end]
        if line.startswith(wanted):
            return _names()[line[-2] - _FIRST], chr(line[-1])
        if line < wanted:
            low = end
        else:
            high = start
    return "", ""


def _singulars(word: str) -> tuple[str, ...]:
    """The word and what it may be the plural of."""
    stems = [word]
    if word.endswith("ies"):
        stems.append(f"{word[:-3]}y")
    if re.search(r"(?:s|sh|ch|x|z|o)es$", word):
        stems.append(word[:-2])
    if word.endswith("ves"):
        stems += [f"{word[:-3]}f", f"{word[:-3]}fe"]
    if re.search(r"[^su]s$", word):
        stems.append(word[:-1])
    if word.endswith("men"):
        stems.append(f"{word[:-3]}man")
    return tuple(stems)


@lru_cache(maxsize=4096)
def forms(word: str) -> tuple[str, ...]:
    """The word and what it may be a form of: plural, -s, -ed, -ing, -er, -est."""
    word = word.removesuffix("'s")
    stems = list(_singulars(word))
    for ending in ("ied", "ier", "iest", "ed", "ing", "er", "est"):
        bare = word.removesuffix(ending)
        if bare == word or len(bare) < 3:
            continue
        more = [f"{bare}y"] if ending[0] == "i" and ending != "ing" else [bare, f"{bare}e"]
        if bare[-1] == bare[-2]:
            more.append(bare[:-1])
        # ``rated`` comes of no rat.
        stems += [stem for stem in more if len(stem) > 4 or usual_part(stem) in ("v", "a")]
    return tuple(dict.fromkeys(stems))


@lru_cache(maxsize=4096)
def noun_class(word: str) -> str:
    """The class of a noun of one or two words in small letters, singular or plural; empty for an unknown word.

    Every key of `lexicon/noun_classes.toml` is a class.
    """
    known = ""
    for stem in _singulars(word):
        name = _row(stem)[0]
        if name and name != "other":
            return name
        known = known or name
    return known


def facts_of(name: str) -> dict[str, Any]:
    """The entry of a class: `kind`, `said`, `leads`, `problem`."""
    return lexicon("noun_classes").get(name, {})


def class_at_end(words: Sequence[str]) -> str:
    """The class of a noun phrase by its last two words, else its last."""
    low = [word.lower().replace("’", "'") for word in words]
    pair = noun_class(" ".join(low[-2:])) if len(low) > 1 else ""
    return pair or (noun_class(low[-1].rsplit("-", 1)[-1]) if low else "")


def class_kind(words: Sequence[str]) -> str:
    """The kind of product that a noun phrase's class is filmed as; empty where none fits."""
    return str(facts_of(class_at_end(words)).get("kind", ""))


def cast_of(word: str) -> tuple[str, int] | None:
    """Who is cast for a noun that names a person, an animal or a being of tales."""
    leads = facts_of(noun_class(word)).get("leads")
    return (str(leads[0]), int(leads[1])) if leads else None


def is_known(word: str) -> bool:
    """Whether English has the word, in any part of speech."""
    return any(_row(stem)[0] for stem in _singulars(word)) or bool(verb_stem(word))


def usual_part(word: str) -> str:
    """How a word is mostly used as it stands: n, v or a; empty for an unknown one."""
    return _row(word)[1]


@lru_cache(maxsize=4096)
def verb_stem(word: str) -> str:
    """The verb that a form in -s, -ed or -ing comes from, if it is mostly a verb; else empty."""
    for ending in ("ies", "es", "s", "ied", "ed", "ing"):
        if not word.endswith(ending) or len(word) - len(ending) < 2:
            continue
        bare = word[: -len(ending)]
        stems = [f"{bare}y"] if ending in ("ies", "ied") else [bare, f"{bare}e"]
        if ending in ("ed", "ing") and len(bare) > 2 and bare[-1] == bare[-2]:
            stems.append(bare[:-1])
        for stem in stems:
            if _row(stem)[1] == "v":
                return stem
    return word if _row(word)[1] == "v" else ""
