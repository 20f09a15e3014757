"""Characters as they are drawn: the person that a description describes, and those of a cast whom a shot names."""

import re
from collections.abc import Sequence
from typing import Any

from reelwright.film.brief import Brief
from reelwright.film.shot import Angle, Person, Shot
from reelwright.film.story import Character
from reelwright.stages.colors import colors_in
from reelwright.stages.lexicon import found_words, meaning, meanings, strongest, table
from reelwright.stages.stage_acting import Side, acting, line_side, other_side
from reelwright.stages.stage_company import TOGETHER, beside

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


def cast_in(shot: Shot, named: Sequence[Character], cast: Sequence[Character], brief: Brief) -> tuple[Person, ...]:
    """The characters whom a shot names, each on the own side of the line of action in every shot of the film.

    The first one acts; near shots have room for that one alone. Over a shoulder, the first one is the shoulder and the
    second one is seen.

    Args:
        shot: With action and camera.
        named: Those of the cast whom it names, in its order, at least one.
        cast: All characters: their order gives each one a side.
        brief: For the line of action.
    """
    over = shot.camera.angle is Angle.OVER_SHOULDER and len(named) > 1
    order = [named[1], named[0]] if over else list(named)
    lead = acting(_person(order[0]), shot, _side(order[0], cast, brief))
    if len(order) == 1 or shot.camera.framing not in TOGETHER:
        return (lead,)
    side = _side(order[0], cast, brief)
    lead = lead.model_copy(update={"seen_from": "front"}) if over else lead
    placed = lead.model_copy(update={"place": side, "gaze": other_side(side) if lead.gaze == "camera" else lead.gaze})
    others = [
        _beside(_person(one), lead, at, other_side(side), is_shoulder=over and at == 0)
        for at, one in enumerate(order[1:3])
    ]
    return (placed, *others)


def _person(who: Character) -> Person:
    name = re.sub(r"[^a-z0-9]+", "_", who.name.lower()).strip("_") or "somebody"
    return described(who.description).model_copy(update={"id": name})


def _side(who: Character, cast: Sequence[Character], brief: Brief) -> Side:
    side = line_side(brief)
    at = next((at for at, one in enumerate(cast) if one.name == who.name), 0)
    return side if at % 2 == 0 else other_side(side)


def _beside(person: Person, lead: Person, number: int, side: Side, *, is_shoulder: bool) -> Person:
    """Somebody who stands with the one who acts, facing that one."""
    return Person.model_validate(
        person.model_dump()
        | {
            "pose": beside(lead.pose, number),
            "expression": "calm" if lead.expression in ("smile", "joy") else lead.expression,
            "gaze": other_side(side),
            "place": side if number == 0 else "centre",
            "seen_from": "behind" if is_shoulder else "front",
        }
    )


def described(text: str) -> Person:
    """The person that a description describes; what it leaves open keeps the usual value."""
    words: dict[str, Any] = table("people")
    plain = Person()
    hair, eyes, clothes = _hair(text, words), _around(text, "eyes"), _clothes(text, words)
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
            "headwear": _headwear(text, words),
            "garment": meaning(clothes or text, words["garment"], plain.garment),
            "garment_color": colors[0] if colors else plain.garment_color,
            "accent_color": colors[1] if len(colors) > 1 else plain.accent_color,
            "eye_color": next(iter(colors_in(eyes)), plain.eye_color),
            "face_shape": meaning(_around(text, "face"), words["face_shape"], ""),
            "fringe": bool(found_words(text, words["fringe"]["words"])),
            "marks": tuple(meanings(text, words["marks"]))[:4],
            "accessories": tuple(meanings(text, words["accessories"]))[:6],
        }
    )


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


def _hair(text: str, words: dict[str, Any]) -> str:
    """What is said of the hair: its clause, and the next one where that goes on about curls or a parting."""
    clauses = re.split(r"[,;.]", text)
    at = next((index for index, clause in enumerate(clauses) if re.search(r"\bhair\b", clause, re.IGNORECASE)), None)
    if at is None:
        return ""
    more = clauses[at + 1] if at + 1 < len(clauses) else ""
    goes_on = bool(meaning(more, words["hair_style"], "")) or "parting" in more
    return f"{clauses[at]} {more}" if goes_on else clauses[at]


def _headwear(text: str, words: dict[str, Any]) -> str:
    """The hat with the colour that is said just before it: ``grey fedora``."""
    hat = meaning(text, words["headwear"], "")
    if not hat:
        return ""
    names = "|".join(re.escape(word) for word in sorted(words["headwear"][hat], key=len, reverse=True))
    before = re.search(rf"(\w+)\s+(?:{names})\b", text, re.IGNORECASE)
    color = before.group(1).lower() if before and colors_in(before.group(1)) else ""
    return f"{color} {hat}".strip()


def _clothes(text: str, words: dict[str, Any]) -> str:
    garments = [word for names in words["garment"].values() for word in names]
    clauses = re.split(r"[,;.]", text)
    return next((clause for clause in clauses if found_words(clause, garments)), "")
