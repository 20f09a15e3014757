"""The worlds of the copy: for each thing that is advertised, the moments, sounds, troubles and gestures around it."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from reelwright.providers.builtin.writer.analyse import Reading
from reelwright.providers.builtin.writer.called import world_called
from reelwright.providers.builtin.writer.nouns import class_at_end, noun_class
from reelwright.providers.builtin.writer.reading import UNNAMED
from reelwright.providers.builtin.writer.tails import after_the_name, is_asking
from reelwright.providers.builtin.writer.words import found, lexicon, telling

_HERE = "reelwright.providers.builtin.writer"

POOLS = (
    "still", "trouble", "worse", "trace", "sense", "touch", "act", "joy", "people", "doubt", "effort", "tag", "time",
    "title", "turn", "end",
)  # fmt: skip
"""Kinds of fragments; the head of ``worlds/generic.toml`` says what each must look like."""
OPENINGS = ("still", "trouble", "trace", "effort", "doubt", "time")
"""Pools that begin things; what the others say may answer them."""
_INSTEAD = {"turn": ("joy",), "end": ("joy",), "effort": ("trouble",), "touch": ("sense",), "worse": ("trouble",)}
_GENERIC, _SOLEMN, _APPS = "generic", "solemn", "programs"
_RELIEF, _HELP = "relief", re.compile(r"\b(?:help|appeal|relief|aid|donate|support|fund)\b", re.IGNORECASE)
_CAUSES = "causes"
_KEPT_IN = ("house", "hotel", "box", "hut", "home", "feeder", "tower", "villa")
_ALIKE = ("drink", "beauty", "scent", "community")
_GIVES = re.compile(r"(?:donate|volunteer|give|sponsor|help|support|save|plant|protect|lend)\b", re.IGNORECASE)
"""Calls that ask for something and sell nothing."""
_OF_ONES_OWN = re.compile(
    r"(?:fix|print|rent out|let out|translate|wash|repair|bring|clear|clean|sell|mend|grow|make|wake|keep)\b",
    re.IGNORECASE,
)
"""Calls that name what one has already, and not what is sold."""


_SOFTWARE = ("app", "apps", "software", "platform", "website")
_ANY_SORT = ("", "classes", "online shop", "subscribed", "shopping", "programs", "trades", "desks", "work", "market")
"""Worlds of whoever teaches or brings anything."""
_OF_A_SORT = (
    "food", "produce", "sandwich", "sauce", "dessert", "sweet", "snack", "bread", "noodles", "drink", "alcohol",
    "garment", "sportswear", "nightwear", "footwear", "jewel", "flower", "toy", "instrument", "medicine", "skin_cream",
    "soap", "car_part", "baby_thing",
)  # fmt: skip
"""Classes whose things are alike enough to be told by them whatever stands before."""
_CLASSES = ("class", "classes", "course", "courses", "lesson", "lessons", "workshop", "workshops", "school")
_TAUGHT = re.compile(r"(?:in|on|for) ((?:[\w-]+ )?[\w-]+)$")
"""``an evening class in pottery`` plays at the wheel."""
_SOLD = re.compile(
    r"(?:for|of|with|selling) ((?:[\w'’-]+ ){0,3}?[\w'’-]+)(?=$|[,.]| (?:in|at|from|by|near|on|that|and|who)\b)"
)
"""``an online store for used textbooks``: who only brings things speaks of the things."""


@dataclass(frozen=True, eq=False)
class World:
    """The fragments a film may draw from, its own first, then its category's, then what fits anything."""

    name: str
    layers: tuple[dict[str, tuple[str, ...]], ...]
    names_product: bool = True
    """Whether ``it`` is the product here; else it is the matter at hand, however many the product is."""

    @property
    def is_solemn(self) -> bool:
        """Whether nothing here may be said lightly."""
        return self.name in (_SOLEMN, "remembrance", _RELIEF) and len(self.layers) < 3

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
    """The world a brief plays in: by the last words of its product, else its kind or its class."""
    entries = all_worlds()
    if reading.mood == _SOLEMN:
        # Grief is spoken of in its own plain words only.
        names = [_of_kind(reading.kind, entries), _SOLEMN] if reading.category == _SOLEMN else [_SOLEMN]
        # Who helps those who live speaks of them and not of the dead.
        names = [_RELIEF, _SOLEMN] if _HELP.search(reading.spoken) and reading.kind == "remembrance" else names
        return World(names[0], tuple(_pools(entries[name]) for name in dict.fromkeys(names)))
    own = _narrowed(_own(reading, entries) or _of_nothing_else(reading), reading.spoken, entries)
    names = [name for name in dict.fromkeys((own, _GENERIC)) if name]
    return World(names[0], tuple(_pools(entries[name]) for name in names), "it" not in entries[names[0]])


def _of_nothing_else(reading: Reading) -> str:
    """The world of a brief that names no thing: of a sale, a bare name or a resolution."""
    if _OF_ONES_OWN.match(reading.call):
        return "resolve"
    if reading.kind != _GENERIC:
        return ""
    if reading.is_question and not reading.brand:
        return "wondering" if is_asking(reading) else "resolve"
    if found(reading.spoken, all_worlds()["sale"]["words"]):
        return "sale"
    if reading.brand and reading.noun_phrase == UNNAMED:
        return called_at_end(reading.brand.lower().split()) or "names"
    if reading.brand and " " in reading.brand:
        return called_at_end(reading.brand.lower().split())
    is_lone = reading.spoken.strip(" .!").lower() == reading.noun_phrase and not noun_class(reading.noun_phrase)
    return "resolve" if reading.call else "names" if is_lone else ""


def _narrowed(name: str, spoken: str, entries: dict[str, dict[str, Any]]) -> str:
    """The world within this one that a word beside the product calls: a bag for *school*, a snack for *films*."""
    within = (one for one, entry in entries.items() if name in entry.get("narrows", ()))
    narrow = next((one for one in within if found(spoken, entries[one]["beside"])), name)
    if narrow != _APPS:
        return narrow
    # "An app to practise job interviews" is told by the job; what is a thing to hold tells no app.
    told = [world for word in found(spoken, _owners()) if "it" in entries[world := _owners()[word]] and world != _APPS]
    return told[-1] if told else narrow


def _own(reading: Reading, entries: dict[str, dict[str, Any]]) -> str:
    """The world that the end of the product's phrase calls; empty where only its whole is known."""
    phrase = re.sub(r"['’]s?\b", "", reading.noun_phrase.lower())
    head = (phrase.split() or [""])[-1]
    if called_at_end(phrase.split()) in _ANY_SORT and (of_it := _carried(head, after_the_name(reading))):
        return of_it
    # "Clean water for every village" sells no drink.
    told = [word for word in found(reading.spoken, _owners()) if " " in word and head in word.split()]
    if told:
        return _owners()[told[0]]
    if found(reading.spoken, entries[_RELIEF]["words"]):
        return _RELIEF
    asked = asked_for(reading)
    if asked:
        return asked
    if _GIVES.match(reading.call):
        return _called(reading.call, entries) if "blood" in reading.call else _CAUSES
    if _OF_ONES_OWN.match(reading.call):
        return ""
    words = phrase.split()
    called = called_at_end(words)
    if called:
        return called
    lexical = lexicon("kinds")["kind"][reading.kind]
    last = " ".join(words[-2:])
    named = found(last, (*lexical["words"], *map(_plural, lexical["words"]))) if reading.kind != _GENERIC else []
    is_named = bool(named) and last.endswith(named[-1])
    # Verbs and well-known brands name a kind without its noun; a class of nouns is believed where it is plain.
    if is_named or reading.noun_phrase == str(lexical.get("noun", "")):
        return _of_kind(reading.kind, entries) or _of_category(reading.category, entries)
    of_class = class_at_end(words[-1:])
    if of_class not in _OF_A_SORT and (beside := called_at_end(words[:-1])):
        # A guitar pedal is no sort of guitar, but belongs to it.
        return beside
    return next((name for name, entry in entries.items() if of_class in entry.get("classes", ())), "")


def _carried(head: str, added: str) -> str:
    """The world of what is taught or brought: ``a class in pottery``, ``an online store for used textbooks``."""
    ways = (_TAUGHT, _SOLD) if head in _CLASSES else (_SOLD,) if head in telling("carriers") else ()
    said = (way.match(added) for way in ways)
    # "Classes in Bath" teach no bathing, but those in Spanish do speak it.
    taught = (one[1] for one in said if one and (one[1][0].islower() or called_at_end([one[1].lower()]) == "tongues"))
    return next((world for one in taught if (world := called_at_end(one.lower().split()))), "")


def asked_for(reading: Reading) -> str:
    """The world of what a brief calls for, asks, or names without a product: ``stop losing your keys``; else empty."""
    entries = all_worlds()
    if not (reading.call or reading.is_question or reading.noun_phrase == UNNAMED):
        return ""
    said = reading.spoken.lower()
    calls = {phrase: name for name, entry in entries.items() for phrase in entry.get("calls", ())}
    return next((calls[phrase] for phrase in found(said, calls)), "")


def called_at_end(words: Sequence[str]) -> str:
    """The world that calls itself by the last words of a phrase; what only sells or holds a thing gives way to it."""
    owners = _owners()
    for at in range(len(words) - 1):
        ending = " ".join(words[at:])
        if world := owners.get(ending) or world_called(ending):
            return world
    if not words:
        return ""
    if (
        len(words) > 1
        and words[-1].removesuffix("s") in _KEPT_IN
        and noun_class(words[-2]) in ("animal", "pest", "pet")
    ):
        # A hotel for bees takes no guests.
        return "pet_needs" if words[-2] in ("cat", "dog", "puppy", "kitten", "pet") else "outdoors"
    held = called_at_end(words[:-1]) if words[-1] in (*telling("holders"), *_SOFTWARE) else ""
    if held and words[-1] in _SOFTWARE and "it" not in all_worlds()[held]:
        # An app for wine cannot be poured.
        held = ""
    own = owners.get(words[-1]) or owners.get(words[-1].rsplit("-", 1)[-1], "")
    return held or own or world_called(words[-1])


def _of_category(category: str, entries: dict[str, dict[str, Any]]) -> str:
    """The world of a category whose things are all alike; of others nothing is said that might not be so."""
    if category not in _ALIKE:
        return ""
    return next((name for name, entry in entries.items() if category in entry.get("categories", ())), "")


@lru_cache(maxsize=2)
def all_worlds(shelf: str = "worlds") -> dict[str, dict[str, Any]]:
    """Every world of the shelf ``worlds``, or every theme of ``tales``, by its name: files and folders by name."""
    return {name: entry for text in _shelved(files(_HERE) / shelf) for name, entry in tomllib.loads(text).items()}


def _shelved(folder: Traversable) -> Iterator[str]:
    for path in sorted(folder.iterdir(), key=lambda one: one.name):
        if path.is_dir():
            yield from _shelved(path)
        elif path.name.endswith(".toml"):
            yield path.read_text(encoding="utf-8")


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
    named = {word: name for name, entry in all_worlds().items() for word in entry.get("words", ())}
    # The plural belongs to whom the singular belongs in the end.
    return {_plural(word): name for word, name in named.items()} | named


def _plural(word: str) -> str:
    if re.search(r"(s|sh|ch|x)$", word):
        return f"{word}es"
    return f"{word[:-1]}ies" if re.search(r"[^aeiou]y$", word) else f"{word}s"


def _of_kind(kind: str, entries: dict[str, dict[str, Any]]) -> str:
    return next((name for name, entry in entries.items() if kind in entry.get("kinds", ())), "")
