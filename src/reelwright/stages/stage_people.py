"""Who is drawn and how: traits from the description, pose and feeling from the shot's action."""

import re
from typing import Any

from reelwright.film.base import derived_seed
from reelwright.film.brief import Brief
from reelwright.film.shot import Framing, Person, Shot
from reelwright.film.story import Subject
from reelwright.stages.colors import colors_in
from reelwright.stages.lexicon import found_words, meaning, strongest, table

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}
_SKIN_WORDS = {
    "very fair": 1,
    "pale": 1,
    "fair": 2,
    "light": 2,
    "olive": 4,
    "tan": 4,
    "tanned": 4,
    "brown": 5,
    "dark": 6,
    "deep": 6,
}
_NEAR = (Framing.CLOSE_UP, Framing.EXTREME_CLOSE_UP, Framing.INSERT)
_TOGETHER = (Framing.EXTREME_WIDE, Framing.WIDE, Framing.MEDIUM_WIDE, Framing.MEDIUM)


def people_in(shot: Shot, subject: Subject, brief: Brief) -> tuple[Person, ...]:
    """The people in the picture: the lead as described, and company where the action speaks of it."""
    if not shot.presence.character_visible:
        return ()
    lead = acting(described(subject.character_description), shot)
    company = meaning(shot.action_description, table("people")["company"], "")
    if not company or shot.camera.framing not in _TOGETHER:
        return (lead,)
    others = [_other(number, lead, shot, brief) for number in range(1 if company == "one" else 2)]
    return (lead.model_copy(update={"place": "left" if len(others) == 1 else "centre"}), *others)


def described(text: str) -> Person:
    """The person that a description describes; what it leaves open keeps the usual value."""
    words: dict[str, Any] = table("people")
    plain = Person()
    hair, eyes, clothes = _around(text, "hair"), _around(text, "eyes"), _clothes(text, words)
    colors = colors_in(clothes)
    presentation = strongest(text, words["presentation"], plain.presentation)
    is_bald = bool(found_words(text, words["hair_length"]["bald"]))
    return Person.model_validate(
        {
            "age_years": _age(text, presentation),
            "presentation": presentation,
            "build": meaning(_around(text, "build") or text, words["build"], plain.build),
            "skin": _skin(text),
            "hair_color": next(iter(colors_in(hair)), plain.hair_color),
            "hair_length": "bald"
            if is_bald
            else meaning(hair, words["hair_length"], "short" if presentation in ("man", "boy") else "shoulder"),
            "hair_style": meaning(hair, words["hair_style"], "straight"),
            "facial_hair": meaning(text, words["facial_hair"], "none"),
            "glasses": bool(found_words(text, ("glasses", "spectacles"))),
            "headwear": meaning(text, words["headwear"], ""),
            "garment": meaning(clothes or text, words["garment"], plain.garment),
            "garment_color": colors[0] if colors else plain.garment_color,
            "accent_color": colors[1] if len(colors) > 1 else plain.accent_color,
            "eye_color": next(iter(colors_in(eyes)), plain.eye_color),
        }
    )


def acting(person: Person, shot: Shot) -> Person:
    """The person in this shot: pose, expression, gaze, place and what is in the hands."""
    words: dict[str, Any] = table("people")
    action, tone = shot.action_description, shot.emotional_tone
    pose = strongest(action, words["pose"], "standing")
    holds = (
        shot.presence.product_visible
        and pose in ("holding", "using_phone", "celebrating")
        and bool(found_words(action, [*words["pose"]["holding"], *words["pose"]["using_phone"]]))
    )
    feeling = meaning(action, words["expression"], "") or meaning(tone, words["expression"], "neutral")
    return Person.model_validate(
        person.model_dump()
        | {
            "pose": pose,
            "expression": feeling,
            "gaze": strongest(action, words["gaze"], "product" if holds else "camera"),
            "place": _place(shot),
            "holds_product": holds,
        }
    )


def _place(shot: Shot) -> str:
    """Near shots stand in the middle; wider ones keep to one side of the line, on a third."""
    if shot.camera.framing in _NEAR:
        return "centre"
    return "left" if shot.presence.product_visible and shot.camera.framing is not Framing.MEDIUM_CLOSE else "centre"


def _age(text: str, presentation: str) -> int:
    match = re.search(r"\baged?\s+(\d{1,2})|\b(\d{1,2})[ -](?:years?|year-old)", text)
    if match:
        return min(max(int(match.group(1) or match.group(2)), 4), 95)
    return 9 if presentation in ("girl", "boy") else 32


def _skin(text: str) -> int:
    match = re.search(r"fitzpatrick\s+(?:skin\s+)?(?:type\s+)?(iv|v?i{0,3}|[1-6])\b", text, re.IGNORECASE)
    if match and match.group(1):
        said = match.group(1).lower()
        return int(said) if said.isdigit() else _ROMAN[said]
    near = _around(text, "skin")
    return next((_SKIN_WORDS[word] for word in found_words(near, _SKIN_WORDS)), Person().skin)


def _around(text: str, noun: str) -> str:
    """The clause about a noun: from the comma before it to the comma after it, with its parting and the like."""
    clauses = re.split(r"[,;.]", text)
    return next((clause for clause in clauses if re.search(rf"\b{noun}\b", clause, re.IGNORECASE)), "")


def _clothes(text: str, words: dict[str, Any]) -> str:
    garments = [word for names in words["garment"].values() for word in names]
    clauses = re.split(r"[,;.]", text)
    return next((clause for clause in clauses if found_words(clause, garments)), "")


_OTHERS = (
    {"hair_color": "#2a1c14", "garment_color": "#b85f43", "skin": 5, "hair_length": "short", "hair_style": "curly"},
    {"hair_color": "#8a5a33", "garment_color": "#3a6ea8", "skin": 2, "hair_length": "chin", "hair_style": "straight"},
    {"hair_color": "#1c1a1d", "garment_color": "#93a585", "skin": 4, "hair_length": "long", "hair_style": "ponytail"},
    {"hair_color": "#b5602b", "garment_color": "#c9992f", "skin": 1, "hair_length": "shoulder", "hair_style": "wavy"},
)


def _other(number: int, lead: Person, shot: Shot, brief: Brief) -> Person:
    """Someone beside the lead: always the same people in the same film."""
    seed = derived_seed("company", brief.film_seed)
    look = _OTHERS[(seed + number) % len(_OTHERS)]
    is_child = bool(found_words(shot.action_description, ("child", "daughter", "son", "children", "kids", "family")))
    kinds = ("girl", "boy") if is_child else ("man", "woman")
    kind = kinds[(seed // 7 + number) % 2]
    return Person.model_validate(
        look
        | {
            "id": f"other{number + 1}",
            "age_years": 8 if is_child else 24 + (seed // 11 + number * 13) % 30,
            "presentation": kind,
            "garment": "t-shirt" if number else "sweater",
            "pose": lead.pose if lead.pose in ("walking", "running", "sitting", "celebrating") else "standing",
            "expression": "smile",
            "gaze": "left" if number == 0 else "right",
            "place": "right" if number == 0 else "left",
        }
    )
