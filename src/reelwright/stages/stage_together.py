"""What two people of a shot do with each other: what the words say, else what people who belong together do."""

from typing import Any

from reelwright.film.shot import Angle, Person, Shot
from reelwright.stages.lexicon import deeds_only, meanings, table
from reelwright.stages.stage_company import TOGETHER

_ANSWERS = {"arm_around": "lean_in", "give": "take", "talk": "listen", "show": "look_on"}
"""What the other one does; else both do the same."""
_MILD = ("", "turn", "nod", "settle", "look_down", "reach", "lift")
"""Actions of a lead that give way to what the words say two people do."""
_IDLE = ("", "turn", "nod", "settle", "lift")
"""Actions that leave room for what the words do not say."""
_FOND = ("smile", "joy", "calm", "tired", "worried")
_GLAD = ("smile", "joy")
_SEATED = ("talk", "give", "arm_around", "hold_hands", "high_five")
"""What people can do who sit."""
_PAIR = 2


def together(people: tuple[Person, ...], shot: Shot) -> tuple[Person, ...]:
    """The people of a shot with the first two doing something with each other.

    Where the words name nothing that both do, relatives and couples touch in a warm moment, walk hand in hand with a
    child, and others talk. Who rides or runs, whose back is turned, and who is filmed through somebody's eyes stays.
    """
    if len(people) < _PAIR or shot.camera.framing not in TOGETHER:
        return people
    lead, other = people[:_PAIR]
    apart = any(one.seen_from == "behind" or one.pose in ("riding", "running", "celebrating") for one in (lead, other))
    if apart or shot.camera.angle in (Angle.OVER_SHOULDER, Angle.POV, Angle.TOP):
        return people
    bond = _named(lead, shot) or _natural(lead, other, shot)
    if not bond:
        return people
    answer = _ANSWERS.get(bond, bond)
    return (_doing(lead, bond), _doing(other, answer), *people[_PAIR:])


def _named(lead: Person, shot: Shot) -> str:
    """What the words say that both do."""
    words: dict[str, Any] = table("people")["together"]
    found = meanings(deeds_only(shot.action_description), words)
    if not found:
        return ""
    slug = next(one for one in words if one in found)
    if lead.pose == "walking" or lead.action == "walk":
        return "walk_together" if slug in ("hold_hands", "arm_around") else ""
    if lead.pose == "sitting" and slug not in _SEATED:
        return "talk"
    if slug == "talk" and lead.action not in _IDLE:
        return ""
    return slug if lead.action in _MILD or slug in ("hug", "give", "high_five", "shake_hands") else ""


def _natural(lead: Person, other: Person, shot: Shot) -> str:
    """What two people do of whom the words say only that they are there."""
    is_near = _is_near(other)
    if lead.pose == "walking" or lead.action == "walk":
        return "walk_together" if is_near and _can_take_hands(lead, other) else ""
    if lead.action not in _IDLE or lead.holds or lead.pose in ("using_phone", "at_temple"):
        return ""
    if lead.holds_product:
        return "show"
    if lead.action == "lift":
        return ""
    is_fond = lead.expression in (_FOND if is_near else _GLAD)
    if is_fond and shot.number % 2 == 0 and lead.pose != "sitting":
        return "arm_around"
    return "high_five" if lead.expression == "joy" and not is_near and lead.pose != "sitting" else "talk"


def _is_near(other: Person) -> bool:
    """Whether somebody is family or loved: called so by the words that put them there."""
    companions: dict[str, dict[str, Any]] = table("people")["companion"]
    word = other.id.rsplit(" ", 1)[0]
    near = [entry for slug, entry in companions.items() if entry.get("kin") or slug == "partner"]
    return any(word in entry["words"] for entry in near)


def _can_take_hands(lead: Person, other: Person) -> bool:
    """Whether the hand on the other one's side is free: products are held in the hand ahead."""
    busy = lead.holds_product or bool(lead.holds)
    return not busy and not other.holds_product and not other.holds


def _doing(person: Person, slug: str) -> Person:
    pose = person.pose if person.pose in ("sitting", "walking", "holding", "in_both_hands") else "at_ease"
    pose = "standing" if pose == "at_ease" and slug not in ("talk", "listen", "give", "take") else pose
    gaze = "camera" if person.gaze in ("up", "down") else person.gaze
    return person.model_copy(update={"action": slug, "pose": pose, "gaze": gaze})
