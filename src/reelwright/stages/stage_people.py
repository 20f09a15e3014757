"""Who is drawn and how: traits from the description, pose and feeling from the shot's action."""

import re
from typing import Any

from reelwright.film.base import derived_seed
from reelwright.film.brief import Brief
from reelwright.film.shot import Framing, Person, Shot
from reelwright.film.story import Subject
from reelwright.stages.colors import colors_in, rgb
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
        and not found_words(action, table("things")["large"]["words"])
    )
    if pose == "standing" or (pose == "shading_eyes" and not shot.scene_heading.startswith("EXT")):
        pose = _at_ease(shot, action)
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


_EASES = ("at_ease", "hand_on_hip", "hands_together")


def _at_ease(shot: Shot, action: str) -> str:
    """Nobody stands like a post: what hands do that the action leaves free, another thing in the next shot."""
    tone = shot.emotional_tone.lower()
    if found_words(action, ("frowns", "thinks", "listens", "wonders", "doubtful")) or tone == "worried":
        return "pondering"
    return _EASES[shot.number % len(_EASES)]


def _place(shot: Shot) -> str:
    """Near shots stand in the middle; wider ones on a third, changing from shot to shot."""
    if shot.camera.framing in _NEAR:
        return "centre"
    if shot.presence.product_visible:
        return "centre" if shot.camera.framing is Framing.MEDIUM_CLOSE else "left"
    return ("left", "right", "centre")[shot.number % 3]


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


def _other(number: int, lead: Person, shot: Shot, brief: Brief) -> Person:
    """Someone beside the lead: always the same people in the same film, and nobody's twin."""
    seed = derived_seed("company", brief.film_seed)
    unlike = sorted(_OTHERS, key=lambda look: -_unlikeness(look, lead))
    look = unlike[(seed % 2 + number) % 3]
    is_child = bool(found_words(shot.action_description, ("child", "daughter", "son", "children", "kids", "family")))
    kinds = ("girl", "boy") if is_child else ("woman", "man")
    is_male = (lead.presentation in ("woman", "girl")) != bool(number)
    kind = kinds[is_male]
    return Person.model_validate(
        look
        | {
            "id": f"other{number + 1}",
            "age_years": 8 if is_child else 24 + (seed // 11 + number * 13) % 30,
            "presentation": kind,
            "hair_length": "short" if is_male else _WOMENS_LENGTHS[look["hair_style"]],
            "facial_hair": "beard" if kind == "man" and look["hair_color"] in ("#b5602b", "#2a1c14") else "none",
            "pose": _beside(lead.pose, number),
            "expression": "joy" if lead.expression == "joy" else "smile",
            "gaze": "left" if number == 0 else "right",
            "place": "right" if number == 0 else "left",
        }
    )


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
