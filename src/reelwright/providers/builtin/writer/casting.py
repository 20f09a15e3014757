"""Who plays: forensic descriptions with at least ten identifiers, in words the staging reads back."""

import random
import re
from typing import Any

from reelwright.providers.builtin.writer.analyse import Reading
from reelwright.providers.builtin.writer.nouns import cast_of, noun_class
from reelwright.providers.builtin.writer.words import lexicon

_PLAYED = ("animal", "pet", "pest", "being")
_MAKERS = ("maker", "makers", "keeper", "keepers", "seller", "sellers", "twins", "friends", "runner", "stranger")
_STEPPE = ("steppe", "nomad", "yurt")
_CHILD_YEARS = 15
_PRONOUN = re.compile(r"\b(she|her|hers|herself|he|his|him|himself)\b", re.IGNORECASE)
_YEARS = re.compile(r"\b(?:aged? (\d{1,2})|(\d{1,2})[- ]year[- ]old)\b", re.IGNORECASE)


def describe_person(reading: Reading, seed: int) -> str:
    """The lead of the film, as a police report would have it."""
    dice = random.Random(f"cast {seed} {reading.prompt}")
    traits = lexicon("cast")
    who, age = _who(reading, dice)
    skins = traits["skin"]
    skin = dice.choice(skins[2:4] if _is_steppe(reading) else skins)
    color = dice.choice(("silver", "grey") if age >= 58 else skin["hair"])
    hair = dice.choice(traits["men_hair" if who in ("man", "boy") else "women_hair"]).format(c=color)
    marks = dice.choice(traits["men_marks" if who == "man" else "marks"])
    builds = ("athletic", "slim") if reading.facts["category"] == "fitness" else ("slim", "average", "athletic")
    named = reading.hero and not reading.hero.startswith("the ")
    name = f"{reading.hero}, a {who}" if named else f"A {who}"
    if reading.is_story and is_played(reading.hero):
        name = f"A {who} in the part of {reading.hero},"
    return (
        f"{name} aged {age}, {_height_cm(who, age, dice)} cm tall, {dice.choice(builds)} build, {hair}, "
        f"{dice.choice(traits['faces'])}, {dice.choice(skin['eyes'])} eyes, {skin['words']}, {marks}, "
        f"{_clothes(reading, who, dice, traits)}, open and calm expression."
    )


def is_played(hero: str) -> bool:
    """Whether a person stands in for the lead: an animal, a being of tales or a thing that leads a story."""
    if not hero.startswith("the "):
        return False
    noun = hero.split()[-1]
    name = noun_class(noun)
    if name in _PLAYED:
        return True
    is_person = noun in lexicon("people")["leads"] or cast_of(noun) is not None or hero.endswith(_MAKERS)
    return bool(name) and name not in ("group", "other") and not is_person


def pronouns(description: str) -> tuple[str, str]:
    """How the lead is called in an action: in full, and as a pronoun."""
    head = description.split(" aged")[0]
    word = next((word for word in ("woman", "girl", "boy") if word in head), "man")
    return f"The {word}", "she" if word in ("woman", "girl") else "he"


def _who(reading: Reading, dice: random.Random) -> tuple[str, int]:
    who, age = reading.cast or ("any", dice.choice((27, 31, 34, 38, 42)))
    if reading.is_story:
        who, age = _told(reading, who, age)
    if who == "any":
        who = dice.choice(("woman", "woman", "man") if age > 12 else ("girl", "boy"))
    if age < _CHILD_YEARS:
        who = {"woman": "girl", "man": "boy"}.get(who, who)
    elif reading.cast and 16 < age < 60:
        age += dice.choice((-2, -1, 0, 1, 2))
    return who, age


def _told(reading: Reading, who: str, age: int) -> tuple[str, int]:
    """What a story says of its lead's sex and age: by the first pronoun, by ``young`` or ``old``, by years."""
    words = lexicon("cast")["told"]
    prompt, noun = reading.prompt.lower(), reading.hero.removeprefix("the ").split()[-1].lower()
    said = _PRONOUN.search(prompt)
    if said and noun not in words["sexed"] and not noun.endswith(("man", "men", "woman", "women")):
        earlier = [word for word in re.findall(r"\w+", prompt[: said.start()]) if word in words["sexed"]]
        who = who if earlier else "woman" if said.group(1).startswith(("she", "her")) else "man"
    before = re.search(rf"\b([\w-]+)(?:\s+[\w-]+)?\s+{re.escape(noun)}\b", prompt)
    near = prompt[before.start() : before.end()] if before else noun
    for word, (low, high) in words["ages"].items():
        if re.search(rf"\b{word}\b", near):
            age = min(max(age, low), high)
            break
    years = _YEARS.search(prompt)
    if years:
        age = min(max(int(years.group(1) or years.group(2)), 5), 95)
    is_play = any(re.search(rf"\b{word}\b", prompt) for word in words["childish"])
    return who, min(age, 11) if noun in words["perhaps_young"] and is_play else age


def _is_steppe(reading: Reading) -> bool:
    return any(word in reading.prompt.lower() for word in _STEPPE)


def _height_cm(who: str, age: int, dice: random.Random) -> int:
    if who in ("girl", "boy"):
        return min(95 + age * 4, 165) + dice.randrange(5)
    return (162 if who == "woman" else 174) + dice.randrange(14)


def _clothes(reading: Reading, who: str, dice: random.Random, traits: dict[str, Any]) -> str:
    clothes: dict[str, list[str]] = traits["clothes"]
    if who in ("girl", "boy"):
        return dice.choice(clothes["child"])
    if reading.is_story:
        costumes: dict[str, str] = traits["story_clothes"]
        called = reading.hero.removeprefix("the ")
        costume = costumes.get("rider" if _is_steppe(reading) else called) or costumes.get(called.split()[-1])
        return costume or dice.choice([*clothes["home"], *clothes["wear"]])
    wardrobe = str(traits["wardrobe"].get(reading.facts["category"], "home"))
    return dice.choice(clothes["scent_men" if wardrobe == "scent" and who in ("man", "boy") else wardrobe])
