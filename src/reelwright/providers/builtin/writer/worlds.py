"""The worlds of the copy: for each thing that is advertised, the moments, sounds, troubles and gestures around it."""

import re
import tomllib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Any

from reelwright.providers.builtin.writer.analyse import Reading
from reelwright.providers.builtin.writer.words import found

POOLS = (
    "still", "trouble", "worse", "trace", "sense", "touch", "act", "joy", "people", "doubt", "effort", "tag", "time",
    "title", "turn", "end",
)  # fmt: skip
"""Kinds of fragments; ``worlds/README`` in words: the head of ``worlds/generic.toml`` says what each must look like."""
OPENINGS = ("still", "trouble", "trace", "effort", "doubt", "time")
"""Pools that begin things; what the others say may answer them."""
_INSTEAD = {"turn": ("joy",), "end": ("joy",), "effort": ("trouble",), "touch": ("sense",), "worse": ("trouble",)}
_GENERIC, _SOLEMN = "generic", "solemn"
_VAGUE = ("food", "drink", "service", "home", "health", "travel", "appliance")
"""Kinds that say less of a product than its own words."""


@dataclass(frozen=True, eq=False)
class World:
    """The fragments a film may draw from, its own first, then its category's, then what fits anything."""

    name: str
    layers: tuple[dict[str, tuple[str, ...]], ...]

    def answers(self, fragment: str) -> bool:
        """Whether a fragment takes up an image that another one begins, so that it means little without it."""
        return fragment in self._answers

    @cached_property
    def _answers(self) -> frozenset[str]:
        return _answering(self.layers[0])

    def pool(self, name: str, depth: int = 0) -> tuple[str, ...]:
        """The fragments of a pool from the layer at ``depth``, or of the pool that stands in for it."""
        layer = self.layers[depth]
        for candidate in (name, *_INSTEAD.get(name, ())):
            if layer.get(candidate):
                return layer[candidate]
        return ()


def _answering(layer: dict[str, tuple[str, ...]]) -> frozenset[str]:
    begun = [_images(one) for pool in (*OPENINGS, "worse", "turn") for one in layer.get(pool, ())]
    images = frozenset[str]().union(*begun)
    answers = ("worse", "joy", "turn", "end", "tag", "act")
    return frozenset(one for pool in answers for one in layer.get(pool, ()) if _known(one) & images)


def _known(fragment: str) -> frozenset[str]:
    """Things that are named as known already, by their article."""
    return frozenset(re.findall(r"\bthe (\w{4,})", fragment))


def _images(fragment: str) -> frozenset[str]:
    """Things that are named as known already: ``the bucket``."""
    return frozenset(re.findall(r"\bthe (\w{4,})", fragment)) | frozenset(re.findall(r"\ban? (\w{4,})", fragment))


def world_of(reading: Reading) -> World:
    """The world a brief plays in: by its product's words, else its kind, else its category."""
    entries = all_worlds()
    if reading.mood == _SOLEMN:
        # Grief is spoken of in its own plain words only.
        names = [_of_kind(reading.kind, entries), _SOLEMN] if reading.category == _SOLEMN else [_SOLEMN]
        return World(names[0], tuple(_pools(entries[name]) for name in dict.fromkeys(names)))
    own = _own(reading, entries)
    category = next((name for name, entry in entries.items() if reading.category in entry.get("categories", ())), "")
    names = [name for name in dict.fromkeys((own, category, _GENERIC)) if name]
    return World(names[0], tuple(_pools(entries[name]) for name in names))


def _own(reading: Reading, entries: dict[str, dict[str, Any]]) -> str:
    """The world that the product's last word calls, unless its kind has another one."""
    called, of_kind = _called(reading.noun_phrase, entries), _of_kind(reading.kind, entries)
    head = (reading.noun_phrase.split() or [""])[-1].lower()
    # "Clean water for every village" sells no drink.
    told = [word for word in found(reading.spoken, _owners()) if " " in word and head in word.split()]
    if told and not reading.is_story:
        return _owners()[told[0]]
    if reading.kind == _GENERIC:
        return called or ("" if reading.is_story else _called(reading.spoken, entries)) or of_kind
    kinds = entries[called].get("kinds", ()) if called else ()
    is_phrase = bool(called) and " " in found(reading.noun_phrase, _owners())[-1]
    if called and (not kinds or is_phrase or reading.kind in (*kinds, *_VAGUE) or not of_kind):
        return called
    return of_kind or called


@lru_cache(maxsize=2)
def all_worlds(shelf: str = "worlds") -> dict[str, dict[str, Any]]:
    """Every world of ``worlds/*.toml``, or every theme of ``tales/*.toml``, by its name."""
    folder = files("reelwright.providers.builtin.writer") / shelf
    entries: dict[str, dict[str, Any]] = {}
    for path in sorted(folder.iterdir(), key=lambda one: one.name):
        if path.name.endswith(".toml"):
            entries |= tomllib.loads(path.read_text(encoding="utf-8"))
    return entries


def merged(entries: list[dict[str, Any]]) -> dict[str, tuple[str, ...]]:
    """The pools of several entries as one layer."""
    return {name: tuple(one for entry in entries for one in entry.get(name, ())) for name in POOLS}


def _pools(entry: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(entry[name]) for name in POOLS if name in entry}


def _called(text: str, entries: dict[str, dict[str, Any]]) -> str:
    """The world whose word stands last: English puts the head of a phrase there."""
    words = found(text, _owners()) if text else []
    return _owners()[words[-1]] if words else ""


@lru_cache(maxsize=1)
def _owners() -> dict[str, str]:
    owners: dict[str, str] = {}
    for name, entry in all_worlds().items():
        for word in entry.get("words", ()):
            owners[word] = name
            owners.setdefault(_plural(word), name)
    return owners


def _plural(word: str) -> str:
    if re.search(r"(s|sh|ch|x)$", word):
        return f"{word}es"
    return f"{word[:-1]}ies" if re.search(r"[^aeiou]y$", word) else f"{word}s"


def _of_kind(kind: str, entries: dict[str, dict[str, Any]]) -> str:
    return next((name for name, entry in entries.items() if kind in entry.get("kinds", ())), "")
