"""What happens in a shot, in words: the blocking's sentences filled from person, product and place."""

import random
import re
from typing import Any

from reelwright.film.writing import BreakIntoShotsInputs
from reelwright.providers.builtin.writer.analyse import Reading
from reelwright.providers.builtin.writer.casting import pronouns
from reelwright.providers.builtin.writer.deeds import held_of
from reelwright.providers.builtin.writer.where import Spot, told_place
from reelwright.providers.builtin.writer.words import capitalised, found, lexicon, uncapitalised

_TEXTS = ("use", "detail", "prepare", "trouble")
_PHRASES = ("hold", "holding", "raise", "carry", "pov", "portrait", "rides", "friend")
_TRAITS = ("flat", "living", "ridden", "in_hand")
_KIN = re.compile(
    r"\b(?:his|her|their)\s+(daughter|grandson|son|granddaughter|grandchild|child|mother|father|grandmother|grandfather|"
    r"wife|husband|partner|brother|sister|friend|apprentice)\b(?!['’]s)",
    re.IGNORECASE,
)
"""Whoever is named; their father's well has no father in it."""
_PAIR = re.compile(r"\b(brothers|sisters|twins|friends|couple|lovers|strangers|rivals)\b", re.IGNORECASE)
_OTHER_OF = {
    "brothers": "{her} brother",
    "sisters": "{her} sister",
    "twins": "{her} twin",
    "friends": "{her} friend",
    "couple": "{her} partner",
    "lovers": "{her} partner",
    "strangers": "the other stranger",
    "rivals": "{her} rival",
}
STRANGER = "a friend"
"""Who shares a moment where nobody is named."""
_ACT = re.compile(r"\{(?:she|hero)(?:_mid)?\} (\w+)")
_SPORT = re.compile(
    r"\b(?:workouts?|fitness|training (?:app|plan)|exercis\w+|gym|marathon|pilates|aerobics)\b", re.IGNORECASE
)
_ANIMALS = ("the dog", "the cat")


class Phrases:
    """The words of one film. A text of the product is told once before any is told again."""

    def __init__(self, inputs: BreakIntoShotsInputs, reading: Reading, seed: int) -> None:
        self._reading = reading
        self._who, pronoun = pronouns(inputs.story.subject.character_description)
        self._is_she = pronoun == "she"
        self._handling, self._thing = handling_of(inputs.story.subject.product_description, reading)
        self._dice = random.Random(f"phrases/{seed}/{reading.prompt}")
        self._told: dict[str, int] = {}
        self._done: list[str] = []
        self._pools = {name: self._pool(name) for name in _TEXTS}
        self.companion = STRANGER if self._handling["living"] else _companion(reading)

    @property
    def product_traits(self) -> frozenset[str]:
        """What can be asked of it: ``large`` or ``small``, ``flat``, ``living``, ``ridden``, ``in_hand``, ``sport``."""
        size = "large" if self._handling["large"] else "small"
        sport = ("sport",) if self._reading.category == "fitness" or _SPORT.search(self._reading.prompt) else ()
        return frozenset((size, *sport, *(trait for trait in _TRAITS if self._handling[trait])))

    def has(self, text: str, spot: Spot) -> bool:
        """Whether every text of the product that a sentence asks for can be told in this place."""
        return all(self._fitting(name, spot) for name in _TEXTS if f"{{{name}}}" in text)

    def act(self, text: str, spot: Spot) -> str:
        """The verb of what somebody would do in a sentence, ``lifts``; empty where nobody acts."""
        for name in _TEXTS:
            if f"{{{name}}}" in text:
                text = text.replace(f"{{{name}}}", self._first(name, spot))
        for name in _PHRASES:
            text = text.replace(f"{{{name}}}", "" if name == "friend" else str(self._handling[name]))
        found = _ACT.search(text)
        return found.group(1) if found else ""

    def is_done(self, text: str, spot: Spot) -> bool:
        """Whether the film has shown somebody do the same."""
        return self.act(text, spot) in self._done

    def told(self, text: str, spot: Spot, time: str, object_of_story: str = "") -> str:
        """The sentence, filled."""
        self._done.append(self.act(text, spot) or "-")
        for name in _TEXTS:
            if f"{{{name}}}" in text:
                text = text.replace(f"{{{name}}}", self._next(name, spot))
        for name in _PHRASES:
            own = self.companion if name == "friend" else str(self._handling[name])
            text = text.replace(f"{{{name}}}", own)
        text = capitalised(text.format(**self._words(spot, time, object_of_story)))
        text = self._with_animal(text)
        return re.sub(r": ([A-Z])(?=\w* )", lambda match: f": {match.group(1).lower()}", text)

    def _words(self, spot: Spot, time: str, object_of_story: str) -> dict[str, str]:
        hero = self._reading.hero
        if re.fullmatch(r"the \w+[^s]s", hero):
            hero = f"one of {hero}"
        return {
            "she": self._who,
            "she_mid": uncapitalised(self._who),
            "her": "her" if self._is_she else "his",
            "them": "her" if self._is_she else "him",
            "hero": capitalised(hero) if hero else self._who,
            "hero_mid": hero or uncapitalised(self._who),
            "object": object_of_story,
            "held": held_of(self._reading),
            "place": spot.where,
            "place_cap": capitalised(spot.where),
            "place_of": f"of {spot.where}",
            "at": spot.at,
            "through": spot.through,
            "surface": self._surface(spot),
            "far": spot.far,
            "view": spot.view,
            "thing": self._thing,
            "s": "" if self._handling["plural"] else "s",
            "last_light": _last_light(time),
            "noun": self._thing,
        }

    def _surface(self, spot: Spot) -> str:
        """What the product stands on; nobody puts a car on a table."""
        if not self._handling["large"]:
            return spot.surface
        return "the open ground" if spot.outside else "the bare floor"

    def _pool(self, name: str) -> list[str]:
        """The kind's own texts and those of the product's shape, in the film's own order."""
        own = self._reading.facts.get(name, [])
        listed = [str(one) for one in own] if isinstance(own, list) else [str(own)]  # pyright: ignore[reportUnknownVariableType,reportUnknownArgumentType]
        listed = [self._gendered(text) for text in listed if text]
        shared = [str(text) for text in self._handling.get(name, ())]
        self._dice.shuffle(shared)
        return [*listed, *shared] if self._dice.random() < 0.5 else [*shared[:1], *listed, *shared[1:]]

    def _gendered(self, text: str) -> str:
        return re.sub(r"\b(?<!{)her(?!})\b", "{her}", text)

    def _fitting(self, name: str, spot: Spot) -> list[str]:
        return [text for text in self._pools[name] if told_place(text) in ("", spot.slug)]

    def _next(self, name: str, spot: Spot) -> str:
        """The text to be told now."""
        text = self._first(name, spot)
        self._told[text] = self._told.get(text, 0) + 1
        return text

    def _first(self, name: str, spot: Spot) -> str:
        """The text that was told least, among those one in which something else is done than before."""
        fitting = self._fitting(name, spot) or self._pools[name]

        def staleness(text: str) -> tuple[int, bool]:
            found = _ACT.search(text)
            return self._told.get(text, 0), found is not None and found.group(1) in self._done[:-1]

        return min(fitting, key=staleness)

    def _with_animal(self, text: str) -> str:
        """A film for an animal shows it, and animals do not smile."""
        if self.companion not in _ANIMALS:
            return text
        animal = self.companion.removeprefix("the ")
        for plain, own in ((", both smiling", ", smiling"), (", both laughing", ", laughing")):
            text = text.replace(plain, own)
        if animal == "cat":
            text = re.sub(r"\bdog\b", animal, text)
        if animal in text or self._who.lower() not in text.lower():
            return text
        return f"{text.rstrip('.')}, the {animal} beside {'her' if self._is_she else 'him'}."


def handling_of(description: str, reading: Reading) -> tuple[dict[str, Any], str]:
    """How the product is handled, by its shape and kind, and what it is called in an action."""
    table = lexicon("handling")
    plain = re.sub(r"[\"“][^\"”]*[\"”]", " ", description)
    entries: dict[str, dict[str, Any]] = table["shape"]
    words = found(plain, [word for entry in entries.values() for word in entry["words"]])
    thing = str(reading.facts.get("thing") or "")
    called = [entry for entry in entries.values() if thing and thing in entry.get("things", ())]
    called += [entry for entry in entries.values() if words and words[0] in entry["words"] and "things" not in entry]
    for entry in called:
        if reading.category in entry.get("categories", (reading.category,)):
            return _named({**table["any"], **entry}, str(entry.get("noun") or thing or words[0]), thing)
    noun = thing or (reading.noun_phrase.split()[-1] if reading.noun_phrase else "thing")
    return {**table["any"], "plural": noun.endswith("s") and not noun.endswith("ss")}, noun


def _named(entry: dict[str, Any], noun: str, thing: str) -> tuple[dict[str, Any], str]:
    """The entry with the kind's own name for the thing, where it has one."""
    if not thing or thing == noun or entry["plural"]:
        return entry, noun

    def renamed(text: str) -> str:
        return re.sub(rf"\b{noun}\b", thing, text)

    texts = {key: renamed(text) for key, text in entry.items() if isinstance(text, str)}
    lists = {key: [renamed(text) for text in entry[key]] for key in ("use", "detail", "prepare")}
    return {**entry, **texts, **lists}, thing


def _companion(reading: Reading) -> str:
    """Who shares the moment: in a story whom it names, else by the words of the brief."""
    if reading.is_story:
        named = _KIN.search(reading.prompt)
        pair = _PAIR.search(reading.prompt)
        if pair and not named:
            return _OTHER_OF[pair.group(1).lower()]
        return f"{{her}} {named.group(1).lower()}" if named else STRANGER
    called: dict[str, list[str]] = lexicon("sets")["companions"]
    owner = {word: name for name, words in called.items() for word in words}
    hits = found(f"{reading.prompt} {reading.noun_phrase} {reading.category}", owner)
    animal = next((owner[hit] for hit in hits if owner[hit] in _ANIMALS), "")
    return animal or (owner[hits[-1]] if hits else STRANGER)


def _last_light(time: str) -> str:
    lights = {
        "night": "the last lamp still glowing",
        "dawn": "first light on the ground",
        "morning": "morning light on the ground",
        "day": "clear light on the ground",
    }
    return lights.get(time, "the last low sun behind")
