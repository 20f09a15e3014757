"""Who stands beside the lead: relatives who look related, elders grey, children small, the same in every shot."""

import random
import re
from typing import Any

from reelwright.film.base import derived_seed
from reelwright.film.brief import Brief
from reelwright.film.shot import Angle, Framing, Person, Shot
from reelwright.stages.colors import rgb
from reelwright.stages.lexicon import found_words, table
from reelwright.stages.stage_acting import Side, other_side

TOGETHER = (Framing.EXTREME_WIDE, Framing.WIDE, Framing.MEDIUM_WIDE, Framing.MEDIUM)
"""Framings that have room for more than one person."""
_OTHERS: tuple[dict[str, Any], ...] = (
    {"hair_color": "#1c1a1d", "garment_color": "#b85f43", "skin": 6, "hair_style": "curly", "garment": "shirt"},
    {"hair_color": "#b5602b", "garment_color": "#3f6f78", "skin": 2, "hair_style": "wavy", "garment": "sweater"},
    {"hair_color": "#1c1a1d", "garment_color": "#c9992f", "skin": 4, "hair_style": "straight", "garment": "t-shirt"},
    {"hair_color": "#d9b36c", "garment_color": "#6b4a7d", "skin": 2, "hair_style": "straight", "garment": "sweater"},
    {"hair_color": "#2a1c14", "garment_color": "#efe6d6", "skin": 5, "hair_style": "curly", "garment": "shirt"},
    {"hair_color": "#8a5a33", "garment_color": "#4b5f83", "skin": 3, "hair_style": "wavy", "garment": "t-shirt"},
)
_WOMENS_LENGTHS = {"curly": "chin", "wavy": "shoulder", "straight": "long"}
_GREYS = ("#b9bdc4", "#cfd0d2", "#9a9ba0")
_HAIR_OF_SKIN = {1: "#a5532b", 2: "#8a5a33", 3: "#4a2f1f"}
_DARK_HAIR = "#1c1a1d"
_CHILD_YEARS = 15
_OLD_YEARS = 60
_GENERATION_YEARS = 27
_ELDER_YEARS = (66, 80)
_YOUNG_YEARS = (6, 11)
_SEATED_TOGETHER = (
    "restaurant", "cafe", "kitchen", "living_room", "garden", "beach", "forest", "train", "library", "harbour", "car",
    "field", "steppe", "mountain", "classroom", "bedroom",
)  # fmt: skip
"""Places where two people sit down with one another."""
_AT_TABLES = ("restaurant", "cafe", "kitchen")
"""Places where more than two do."""


def company_of(shot: Shot, lead: Person, brief: Brief, side: Side, setting: str) -> tuple[Person, ...]:
    """The people beside the lead that the action speaks of, facing the lead; nobody in close shots.

    Args:
        shot: Its action says who; where it says only ``a friend``, the brief may know better.
        lead: As staged in this shot.
        brief: The same people stand beside the lead in all shots of its film.
        side: Where the lead stands.
        setting: Slug of the place, which may have no seats for several.
    """
    if shot.camera.framing not in TOGETHER:
        return ()
    called = _called(shot.action_description)
    others = [_other(number, word, lead, brief, side) for number, word in enumerate(called)]
    if others and shot.camera.angle is Angle.OVER_SHOULDER:
        others[0] = others[0].model_copy(update={"seen_from": "behind"})
    if lead.seen_from == "behind" and shot.camera.angle is not Angle.OVER_SHOULDER:
        others = [person.model_copy(update={"seen_from": "behind"}) for person in others]
    return tuple(_stood_up(person, len(others), setting) for person in others)


def among(lead: Person, count: int, side: Side, setting: str) -> Person:
    """The lead in such company: looking across at it, and on the feet where there is no seat for all."""
    if not count:
        return lead
    gaze = other_side(side) if lead.gaze == "camera" and lead.expression != "neutral" else lead.gaze
    changed = lead.model_copy(update={"place": side if count == 1 else "centre", "gaze": gaze})
    return _stood_up(changed, count, setting)


def _stood_up(person: Person, others: int, setting: str) -> Person:
    """Three never sit in a row, and nobody sits with another where there is only one chair."""
    places = _SEATED_TOGETHER if others == 1 else _AT_TABLES
    if person.pose != "sitting" or setting in places:
        return person
    return person.model_copy(update={"pose": "at_ease" if person.id == "lead" else "hand_on_hip"})


_ONE_OF = re.compile(r"^one of (?:the|two|them|her|his)(?: \w+)? ", re.IGNORECASE)
"""How a story names its lead who is one of a pair: those that the pair is called after are not two more."""
_GONE = re.compile(
    r"\b(?:her|his|their)(?: late| dead| lost)? \w+ (?:used to|once)\b|\b(?:late|dead|lost|absent) \w+", re.IGNORECASE
)
"""Those who are only remembered."""
_PLAIN = re.compile(r"\b(two) (?:old|young|little|small|best|good|elderly|close|new|former) ", re.IGNORECASE)


def _called(action: str) -> tuple[str, ...]:
    """The words for those beside the lead, at most two; who the sentence begins with is the lead."""
    words: dict[str, Any] = table("people")
    groups: dict[str, list[str]] = words["groups"]
    pairs: dict[str, str] = words["pairs"]
    singles = [word for entry in words["companion"].values() for word in entry["words"]]
    action = _GONE.sub(" ", _PLAIN.sub(r"\1 ", _ONE_OF.sub("The one ", action)))
    after = _after_the_lead(action)
    known = (*singles, *groups, *pairs)
    for word in (*found_words(after, known), *(one for one in found_words(action, known) if one in (*groups, *pairs))):
        if word in pairs:
            return (pairs[word],)
        if word in groups:
            return tuple(groups[word])
        return (word,)
    return ()


def _after_the_lead(action: str) -> str:
    """What follows the first words of the sentence: article, noun and verb."""
    words = action.split()
    skip = 0
    if action.lower().startswith("seen from ") and "," in action:
        skip = len(action.split(",")[0].split())
    return " ".join(words[skip + 3 :])


def _entry(word: str) -> dict[str, Any]:
    entries: dict[str, dict[str, Any]] = table("people")["companion"]
    return next((entry for entry in entries.values() if word in entry["words"]), entries["friend"])


def _other(number: int, word: str, lead: Person, brief: Brief, side: Side) -> Person:
    entry = _entry(word)
    dice = random.Random(f"company/{brief.film_seed}/{word}/{number}")
    age = _age(entry, lead, dice)
    is_male = _is_male(entry, word, lead, number)
    looks = _kin_looks(entry, lead, dice, age) if entry.get("kin") else _stranger_looks(number, lead, brief)
    looks |= _grown(entry, age, dice, is_male=is_male, style=str(looks["hair_style"]))
    if age >= _OLD_YEARS:
        looks["hair_color"] = dice.choice(_GREYS)
    looks |= {key: entry[key] for key in ("garment", "garment_color", "accent_color", "headwear") if key in entry}
    kind = ("girl", "boy") if age < _CHILD_YEARS else ("woman", "man")
    place = other_side(side) if number == 0 else side
    return Person.model_validate(
        looks
        | {
            "id": f"other{number + 1}" if _entry(word) is _entry("friend") else f"{word} {number + 1}",
            "age_years": age,
            "presentation": kind[is_male],
            "pose": beside(lead.pose, number),
            "action": _answer(lead.action, number),
            "expression": _shared_feeling(lead),
            "gaze": other_side(place),
            "place": place,
        }
    )


def _age(entry: dict[str, Any], lead: Person, dice: random.Random) -> int:
    """Years, by generations from the lead where the word tells them."""
    if "age" in entry:
        return int(entry["age"]) + dice.randrange(-2, 3)
    apart = int(entry.get("generation", 0))
    low, high = {2: _ELDER_YEARS, 1: (lead.age_years + 20, 82), -1: (5, 40), -2: _YOUNG_YEARS}.get(apart, (4, 95))
    if apart == 1 and lead.age_years < _CHILD_YEARS:
        low, high = 32, 46
    if apart == -1 and lead.age_years < 48:
        low, high = _YOUNG_YEARS
    years = lead.age_years + apart * _GENERATION_YEARS + dice.randrange(-3, 4)
    return min(max(years, low), high)


def _is_male(entry: dict[str, Any], word: str, lead: Person, number: int) -> bool:
    """What the word says, else the lead's sex for ``same``, else the other sex, in turn."""
    words = table("people")["companion_sex"]
    if word in words["male"] or word in words["female"]:
        return word in words["male"]
    lead_male = lead.presentation in ("man", "boy")
    return lead_male if entry.get("sex") == "same" else lead_male == bool(number)


def _kin_looks(entry: dict[str, Any], lead: Person, dice: random.Random, age: int) -> dict[str, Any]:
    """The lead's skin, and hair of the lead's family; clothes of another colour."""
    natural = _HAIR_OF_SKIN.get(lead.skin, _DARK_HAIR)
    own = lead.hair_color if lead.age_years < _OLD_YEARS else natural
    apart = sorted(_OTHERS, key=lambda look: -_distance(look["garment_color"], lead.garment_color))
    style = lead.hair_style if lead.hair_style in ("curly", "wavy", "straight", "afro") else "wavy"
    return {
        "skin": lead.skin,
        "hair_color": own,
        "hair_style": style,
        "eye_color": lead.eye_color,
        "garment_color": apart[dice.randrange(3)]["garment_color"],
        "garment": dice.choice(("t-shirt", "hoodie", "sweater") if age < _CHILD_YEARS else ("shirt", "sweater")),
    }


def _stranger_looks(number: int, lead: Person, brief: Brief) -> dict[str, Any]:
    """Somebody unlike the lead in skin, hair and clothes: always the same in the same film."""
    seed = derived_seed("company", brief.film_seed)
    unlike = sorted(_OTHERS, key=lambda look: -_unlikeness(look, lead))
    return dict(unlike[(seed % 2 + number) % 3])


def _grown(entry: dict[str, Any], age: int, dice: random.Random, *, is_male: bool, style: str) -> dict[str, Any]:
    """Hair's length, beard and glasses, as they go with age and sex."""
    if is_male:
        beards = ("beard", "moustache", "beard") if age >= _OLD_YEARS else ("none", "none", "stubble", "beard")
        beard = "none" if age < 18 else dice.choice(beards)
        wears_glasses = dice.random() < (0.55 if age >= _OLD_YEARS else 0.2)
        return {
            "hair_length": "short",
            "facial_hair": beard,
            "glasses": wears_glasses and age >= _CHILD_YEARS,
            "garment": "cardigan" if age >= _OLD_YEARS else dice.choice(("shirt", "sweater", "t-shirt")),
        }
    if age >= _OLD_YEARS:
        length, hair = dice.choice((("shoulder", "bun"), ("chin", "wavy"), ("short", "curly")))
        return {"hair_length": length, "hair_style": hair, "glasses": dice.random() < 0.6, "garment": "cardigan"}
    if age < _CHILD_YEARS:
        hair = style if style in ("curly", "afro") else dice.choice(("ponytail", "braid", "straight"))
        return {"hair_length": "shoulder", "hair_style": hair, "garment": dice.choice(("t-shirt", "dress", "hoodie"))}
    return {"hair_length": _WOMENS_LENGTHS.get(style, "shoulder")}


def _distance(one: str, other: str) -> float:
    return sum(abs(a - b) for a, b in zip(rgb(one), rgb(other), strict=True))


def _unlikeness(look: dict[str, Any], lead: Person) -> float:
    """How far somebody's skin, hair and clothes are from the lead's."""
    skin = min(abs(look["skin"] - lead.skin), 3) * 0.4
    hair = _distance(look["hair_color"], lead.hair_color)
    clothes = _distance(look["garment_color"], lead.garment_color)
    return skin + min(hair, 1.0) + min(clothes, 1.0)


def _answer(action: str, number: int) -> str:
    """What company does while the lead acts."""
    return {"walk": "walk", "run": "run", "ride": "ride", "celebrate": "celebrate", "wave": "wave"}.get(
        action, ("nod", "")[number % 2]
    )


def _shared_feeling(lead: Person) -> str:
    if lead.expression in ("joy", "worried", "tired", "awe", "calm"):
        return lead.expression
    return "smile" if lead.expression == "smile" else "calm"


def beside(pose: str, number: int) -> str:
    """The pose of somebody beside a lead in a pose."""
    if pose in ("walking", "running", "sitting", "celebrating", "riding", "looking_up"):
        return pose
    return ("at_ease", "hand_on_hip")[number % 2]
