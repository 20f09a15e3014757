"""Images that belong to what a story names: its deeds, and the things, places and beings in it."""

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

from reelwright.providers.builtin.writer.joints import marked
from reelwright.providers.builtin.writer.nouns import forms
from reelwright.providers.builtin.writer.tokens import tokens
from reelwright.providers.builtin.writer.words import found

_IRREGULAR = {
    "found": "find", "lost": "lose", "sought": "seek", "wrote": "write", "taught": "teach", "built": "build",
    "wove": "weave", "sewn": "sew", "stole": "steal", "stolen": "steal", "broke": "break", "fought": "fight",
    "came": "come", "went": "go", "left": "leave", "rode": "ride", "drove": "drive", "ran": "run", "fled": "flee",
    "dying": "die", "said": "say", "dreamt": "dream", "heard": "hear", "saw": "see", "met": "meet", "lied": "lie",
    "lying": "lie", "sang": "sing", "drew": "draw", "bought": "buy", "woke": "wake", "slept": "sleep", "flew": "fly",
    "fell": "fall", "sank": "sink", "kept": "keep", "sent": "send", "became": "become", "dug": "dig", "burnt": "burn",
    "lit": "light", "swam": "swim", "won": "win", "fed": "feed", "ate": "eat", "drank": "drink", "swore": "swear",
    "rang": "ring", "forgot": "forget", "forgave": "forgive", "grew": "grow", "hid": "hide", "knew": "know",
    "stopped": "stop", "set": "set", "looked": "look", "looking": "look", "looks": "look",
}  # fmt: skip
Pools = dict[str, tuple[str, ...]]


def images_of(text: str, *, has_deeds: bool = True) -> Pools:
    """Images for a story by pool: ``still`` at any time, ``end`` once its deeds are told; deeds before things.

    Args:
        text: The story's own sentences.
        has_deeds: Whether its lead can do anything: snow that falls has no knees.
    """
    deeds, things = _called("verbs", _plain_forms(text)) if has_deeds else [], _called("things", _without_deeds(text))
    pools = {
        pool: tuple(one for entry in (*deeds, *things) for one in entry.get(pool, ())) for pool in ("still", "end")
    }
    return {pool: tuple(one for one in images if not _stems(one) & _stems(text)) for pool, images in pools.items()}


def _called(shelf: str, text: str) -> list[dict[str, tuple[str, ...]]]:
    owners = _owners(shelf)
    names = dict.fromkeys(owners[word.replace(_NOUN, "")] for word in found(text, _both(shelf)))
    entries = [_entries(shelf)[name] for name in names]
    # Who names planets means another ship.
    return [entry for entry in entries if not found(text, entry.get("unless", ()))]


def _without_deeds(text: str) -> str:
    """The text without its verbs: who leaves a boat names no leaves."""
    line = tokens(text)
    parts = [mark.part for mark in marked(line)]
    kept = [one for at, one in enumerate(line) if at >= len(parts) or parts[at] not in ("VB", "VBZ", "VBP", "VBD")]
    return " ".join(f"{one.text}{one.after}" for one in kept)


_NOUN = "_n"
"""Marks a word that is no deed where it stands, but may belong to one: ``fall in love``."""


@lru_cache(maxsize=2)
def _both(shelf: str) -> tuple[str, ...]:
    """The words of a shelf, phrases also with a noun at their end."""
    words = tuple(_owners(shelf))
    return (*words, *(f"{word}{_NOUN}" for word in words if " " in word))


def _plain_forms(text: str) -> str:
    """The deeds of a text, verbs in their plain form with what follows them: ``break into a bakery``; none denied."""
    line = tokens(text)
    found_marks = marked(line)
    known = {word.split()[0] for word in _owners("verbs")}
    told: list[str] = []
    for at, token in enumerate(line[: len(found_marks)]):
        low = _IRREGULAR.get(token.low, token.low)
        plain = low if low in known else next((form for form in forms(low) if form in known), low)
        is_verb = found_marks[at].part[:2] in ("VB", "AU") or low in _MOODS
        is_denied = any(one.low in _NOT or one.low.endswith("n't") for one in line[max(0, at - 2) : at])
        is_only_noun = plain in known and not is_verb and " " not in plain
        is_dumb = is_denied and plain not in ("sleep", "speak", "stop")
        told.append(f"{plain}{_NOUN}" if is_only_noun else "" if is_dumb else plain)
    return " ".join(told)


_NOT = ("not", "never", "nobody", "no", "cannot", "without")
_MOODS = ("afraid", "scared", "frightened", "terrified", "trapped", "stuck", "stranded", "still")


@lru_cache(maxsize=2)
def _entries(shelf: str) -> dict[str, dict[str, tuple[str, ...]]]:
    path = files("reelwright.providers.builtin.writer") / "happenings" / f"{shelf}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@lru_cache(maxsize=2)
def _owners(shelf: str) -> dict[str, str]:
    owners: dict[str, str] = {}
    for name, entry in _entries(shelf).items():
        for word in entry["words"]:
            owners.setdefault(word, name)
            if shelf == "things":
                owners.setdefault(_plural(word), name)
    return owners


def _plural(word: str) -> str:
    if re.search(r"(?:s|sh|ch|x)$", word):
        return f"{word}es"
    if word.endswith("man"):
        return f"{word[:-3]}men"
    return f"{word[:-1]}ies" if re.search(r"[^aeiou]y$", word) else f"{word}s"


def stems(text: str) -> frozenset[str]:
    """What words of weight come from, so that ``flattened`` is known beside ``flatten``."""
    return _stems(text)


_SMALL = frozenset(("this",))


def _stems(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in re.findall(r"[^\W\d_]{4,}", text.lower()) if word not in _SMALL)


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "er", "ly", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            word = word[: -len(ending)]
            break
    word = word[:-1] if len(word) > 3 and word[-1] == word[-2] else word
    return word.removesuffix("e") if len(word) > 3 else word


def shared(fragment: str, said: Iterable[str]) -> bool:
    """Whether a fragment takes up a stem of what was said."""
    return any(_stems(fragment) & _stems(one) for one in said)
