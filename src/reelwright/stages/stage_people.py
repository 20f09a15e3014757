"""Who is drawn and how: traits from the description, and company where the action speaks of it."""

import re
from typing import Any

from reelwright.film.base import derived_seed
from reelwright.film.brief import Brief
from reelwright.film.shot import Angle, Framing, Person, Shot
from reelwright.film.story import Subject
from reelwright.stages.colors import colors_in, rgb
from reelwright.stages.lexicon import found_words, meaning, meanings, strongest, table
from reelwright.stages.stage_acting import Side, acting, line_side, other_side

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
_TOGETHER = (Framing.EXTREME_WIDE, Framing.WIDE, Framing.MEDIUM_WIDE, Framing.MEDIUM)


def people_in(shot: Shot, subject: Subject, brief: Brief) -> tuple[Person, ...]:
    """The people in the picture: the lead as described, and company where the action speaks of it."""
    if not shot.presence.character_visible:
        return ()
    side = line_side(brief)
    lead = acting(described(subject.character_description), shot, side)
    company = _company(shot.action_description)
    if not company or shot.camera.framing not in _TOGETHER:
        return (_over_own_shoulder(lead, shot),)
    others = [_other(number, lead, shot, brief, side) for number in range(2 if company == "two" else 1)]
    if shot.camera.angle is Angle.OVER_SHOULDER:
        others[0] = others[0].model_copy(update={"seen_from": "behind"})
    return (lead.model_copy(update={"place": side if len(others) == 1 else "centre"}), *others)


def _company(action: str) -> str:
    """``one``, the other of a ``pair`` or ``two`` more people, or nobody; who the sentence begins with is the lead."""
    lists: dict[str, list[str]] = table("people")["company"]
    begun = meaning(action, lists, "")
    return meaning(_after_the_lead(action), lists, "") or (begun if begun in ("two", "pair") else "")


def _after_the_lead(action: str) -> str:
    begins = re.match(r"(?:seen from [\w\s]+?, )?(?:\S+\s+){1,3}", action, re.IGNORECASE)
    return action[begins.end() :] if begins else action


def _over_own_shoulder(lead: Person, shot: Shot) -> Person:
    """Alone in an over-the-shoulder shot, it is the lead's own shoulder that we look over."""
    is_over = shot.camera.angle is Angle.OVER_SHOULDER and shot.camera.framing in (*_TOGETHER, Framing.MEDIUM_CLOSE)
    return lead.model_copy(update={"seen_from": "behind"}) if is_over else lead


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


_OTHERS: tuple[dict[str, Any], ...] = (
    {"hair_color": "#1c1a1d", "garment_color": "#b85f43", "skin": 6, "hair_style": "curly", "garment": "shirt"},
    {"hair_color": "#b5602b", "garment_color": "#3f6f78", "skin": 2, "hair_style": "wavy", "garment": "sweater"},
    {"hair_color": "#1c1a1d", "garment_color": "#c9992f", "skin": 4, "hair_style": "straight", "garment": "t-shirt"},
    {"hair_color": "#d9b36c", "garment_color": "#6b4a7d", "skin": 2, "hair_style": "straight", "garment": "sweater"},
    {"hair_color": "#2a1c14", "garment_color": "#efe6d6", "skin": 5, "hair_style": "curly", "garment": "shirt"},
    {"hair_color": "#8a5a33", "garment_color": "#4b5f83", "skin": 3, "hair_style": "wavy", "garment": "t-shirt"},
)
_WOMENS_LENGTHS = {"curly": "chin", "wavy": "shoulder", "straight": "long"}


def _other(number: int, lead: Person, shot: Shot, brief: Brief, side: Side) -> Person:
    """Someone beside the lead, facing them: always the same people in the same film, and nobody's twin."""
    seed = derived_seed("company", brief.film_seed)
    unlike = sorted(_OTHERS, key=lambda look: -_unlikeness(look, lead))
    look = unlike[(seed % 2 + number) % 3]
    words: dict[str, Any] = table("people")
    is_child = bool(found_words(shot.action_description, words["young"]["words"]))
    is_old = not is_child and bool(found_words(_after_the_lead(shot.action_description), words["old"]["words"]))
    is_male = _is_male(number, lead, shot, words)
    kind = (("girl", "boy") if is_child else ("woman", "man"))[is_male]
    place = other_side(side) if number == 0 else side
    return Person.model_validate(
        look
        | {
            "id": f"other{number + 1}",
            "age_years": 8 if is_child else 68 if is_old else 24 + (seed // 11 + number * 13) % 30,
            "presentation": kind,
            "hair_length": "short" if is_male else _WOMENS_LENGTHS[look["hair_style"]],
            "hair_color": "#b9bdc4" if is_old else look["hair_color"],
            "facial_hair": "beard" if kind == "man" and look["hair_color"] in ("#b5602b", "#2a1c14") else "none",
            "pose": _beside(lead.pose, number),
            "action": _answer(lead.action, number),
            "expression": _shared_feeling(lead),
            "gaze": other_side(place),
            "place": place,
        }
    )


def _is_male(number: int, lead: Person, shot: Shot, words: dict[str, Any]) -> bool:
    """What the word for the company says, else the other sex than the lead's, in turn."""
    called = meaning(_after_the_lead(shot.action_description), words["company_sex"], "")
    if called and number == 0:
        return called == "male"
    return (lead.presentation in ("woman", "girl")) != bool(number)


def _answer(action: str, number: int) -> str:
    """What company does while the lead acts."""
    return {"walk": "walk", "run": "run", "celebrate": "celebrate", "wave": "wave"}.get(action, ("nod", "")[number % 2])


def _shared_feeling(lead: Person) -> str:
    return lead.expression if lead.expression in ("joy", "worried", "tired", "awe", "calm") else "smile"


def _unlikeness(look: dict[str, Any], lead: Person) -> float:
    """How far somebody's skin, hair and clothes are from the lead's."""

    def apart(one: str, other: str) -> float:
        return sum(abs(a - b) for a, b in zip(rgb(one), rgb(other), strict=True))

    skin = min(abs(look["skin"] - lead.skin), 3) * 0.4
    hair, clothes = apart(look["hair_color"], lead.hair_color), apart(look["garment_color"], lead.garment_color)
    return skin + min(hair, 1.0) + min(clothes, 1.0)


def _beside(pose: str, number: int) -> str:
    if pose in ("walking", "running", "sitting", "celebrating"):
        return pose
    return ("greeting", "hand_on_hip")[number % 2]
