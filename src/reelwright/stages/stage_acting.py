"""What people do in a shot: pose, action, feeling, gaze, place; the line of action is kept."""

import re
from typing import Any, Literal

from reelwright.film.base import derived_seed
from reelwright.film.brief import Brief
from reelwright.film.shot import Angle, Framing, Person, ProductLook, Shot
from reelwright.stages.lexicon import deeds_only, found_words, meaning, meanings, strongest, table

NEAR = (Framing.CLOSE_UP, Framing.EXTREME_CLOSE_UP, Framing.INSERT)
_CARRYING = ("holding", "using_phone", "celebrating", "walking", "running", "sitting", "reaching")
"""Poses in which a hand is free for the product."""
_LET_GO = ("reaching", "looking_up", "greeting", "pondering", "shading_eyes", "standing")
"""Poses that give way to holding where the words put the product into a hand."""
_EASES = ("at_ease", "hand_on_hip", "hands_together")
_UNMOVED = ("neutral", "calm", "awe")
"""Feelings that a smile which the words name in passing comes before."""
_WALKS = {"walking": "walk", "running": "run", "riding": "ride", "celebrating": "celebrate"}
"""What a pose does even where the words name no action of their own."""
Side = Literal["left", "right"]


def line_side(brief: Brief) -> Side:
    """The side of the frame that the lead stands on and looks away from, in every shot of the film.

    Company and product take the other side, so that nobody crosses the line of action between two shots.
    """
    return "left" if derived_seed("line of action", brief.film_seed) % 2 == 0 else "right"


def other_side(side: Side) -> Side:
    """The opposite side."""
    return "right" if side == "left" else "left"


def acting(person: Person, shot: Shot, side: Side) -> Person:
    """The person in this shot: pose, action, expression, gaze, place and what is in the hands."""
    words: dict[str, Any] = table("people")
    action = deeds_only(shot.action_description)
    pose = strongest(action, words["pose"], "standing")
    if pose == "at_temple" and found_words(action, words["restraint"]["seated"]):
        pose = "sitting"
    if pose == "celebrating" and not _has_won(shot, action, words):
        pose = "standing"
    if pose in _LET_GO and found_words(action, words["pose"]["holding"]) and _holds("holding", shot, words):
        pose = "holding"
    holds = _holds(pose, shot, words)
    own = "" if holds else _own_thing(pose, shot, words)
    if own and pose not in _CARRYING:
        pose = "holding"
    if pose == "holding" and (holds or own) and found_words(action, words["carrying"]["in_both"]):
        pose = "in_both_hands"
    if pose == "standing" or (pose == "shading_eyes" and not shot.scene_heading.startswith("EXT")):
        pose = _at_ease(shot, action)
    feeling = meaning(action, words["expression"], "") or meaning(shot.emotional_tone, words["expression"], "neutral")
    if feeling in _UNMOVED and found_words(shot.action_description, words["restraint"]["smile"]):
        feeling = "smile"
    return Person.model_validate(
        person.model_dump()
        | {
            "pose": pose,
            "action": _action(pose, shot, words, holds=holds),
            "expression": feeling,
            "gaze": _gaze(shot, side, words, holds=holds, has_own=bool(own)),
            "place": _place(shot, side, holds=holds),
            "holds_product": holds,
            "holds": own,
            "seen_from": _seen_from(shot, words),
            "marks": (*person.marks, *meanings(action, words["passing"]))[:4],
        }
    )


def worn(people: tuple[Person, ...], look: ProductLook | None, action: str) -> tuple[Person, ...] | None:
    """The people with a product that the words have on the lead, not in a hand; None where it is not worn."""
    if look is None or not people or not found_words(action, table("people")["carrying"]["worn"]):
        return None
    lead = people[0].model_copy(update={"holds_product": False})
    if look.shape == "headphones":
        lead = lead.model_copy(update={"accessories": (*lead.accessories, "headphones")[-6:]})
    elif look.shape == "sunglasses":
        lead = lead.model_copy(update={"glasses": True})
    else:
        return None
    return (lead, *people[1:])


def _holds(pose: str, shot: Shot, words: dict[str, Any]) -> bool:
    action, things = shot.action_description, table("things")
    hands = [*words["pose"]["holding"], *words["pose"]["using_phone"], *words["carrying"]["words"]]
    return (
        shot.presence.product_visible
        and pose in _CARRYING
        and bool(found_words(action, hands))
        and not found_words(action, [*things["large"]["words"], *words["carrying"]["apart"]])
    )


def _own_thing(pose: str, shot: Shot, words: dict[str, Any]) -> str:
    """What the story puts into a hand: ``lifts an old letter``; not what lies about."""
    if pose in ("riding", "at_temple", "using_phone") or shot.presence.product_visible:
        return ""
    action = shot.action_description
    verbs = "|".join(map(re.escape, sorted(words["handling"]["verbs"], key=len, reverse=True)))
    handled = re.findall(rf"\b(?:{verbs})\b((?:[\s-][\w'-]+){{0,5}})", deeds_only(action), re.IGNORECASE)
    return next((slug for said in handled for slug in meanings(said, table("things")["held"])), "")


def _action(pose: str, shot: Shot, words: dict[str, Any], *, holds: bool) -> str:
    """The one thing the person does; what needs the product in hand is done only with it."""
    asked = set(meanings(deeds_only(shot.action_description), words["action"]))
    if not holds and "apply" not in asked:
        asked -= set(words["carrying"]["actions"])
    if not _has_won(shot, deeds_only(shot.action_description), words):
        asked.discard("celebrate")
    if holds and "lift" in asked:
        asked.discard("nod")
    named = next((slug for slug in words["action"] if slug in asked), _WALKS.get(pose, ""))
    return named or _unsaid(pose, shot, holds=holds)


_FEELS = {"tired": "slump", "worried": "ponder"}
"""What whoever sits does out of such a feeling."""


def _unsaid(pose: str, shot: Shot, *, holds: bool) -> str:
    """What somebody does of whom the words tell no action, so that the shot ends in another state than it began in."""
    if pose == "sitting":
        feeling = meaning(f"{shot.action_description} {shot.emotional_tone}", table("people")["expression"], "")
        return "lift" if holds else _FEELS.get(feeling, "settle")
    if holds:
        return "" if shot.camera.angle is Angle.POV else "lift"
    return "slump" if pose == "at_temple" else "settle"


def _has_won(shot: Shot, action: str, words: dict[str, Any]) -> bool:
    """Whether there is a cause for arms in the air: a glad moment, or something that is won."""
    restraint = words["restraint"]
    return shot.emotional_tone.lower() not in restraint["quiet"] or bool(found_words(action, restraint["won"]))


def _gaze(shot: Shot, side: Side, words: dict[str, Any], *, holds: bool, has_own: bool) -> str:
    """Where the lead looks; aside always means across the frame, towards what the film looks at."""
    said = strongest(shot.action_description, words["gaze"], "product" if holds else "")
    if said == "product" and not (shot.presence.product_visible or has_own):
        said = "aside"
    if not said:
        said = "aside" if shot.camera.angle is Angle.OVER_SHOULDER else "camera"
    return {"aside": other_side(side), "back": side}.get(said, said)


def _seen_from(shot: Shot, words: dict[str, Any]) -> str:
    return "behind" if "behind" in meanings(shot.action_description, words["seen_from"]) else "front"


def _at_ease(shot: Shot, action: str) -> str:
    """Nobody stands like a post: what hands do that the action leaves free, another thing in the next shot."""
    tone = shot.emotional_tone.lower()
    if found_words(action, ("frowns", "thinks", "listens", "wonders", "doubtful")) or tone == "worried":
        return "pondering"
    return _EASES[shot.number % len(_EASES)]


def _place(shot: Shot, side: Side, *, holds: bool) -> str:
    """Near shots stand in the middle; wider ones on the lead's third, or in the middle where nothing is beside them."""
    if shot.camera.framing in NEAR:
        return "centre"
    if shot.presence.product_visible:
        shows_it = holds and shot.number % 2 == 0
        return "centre" if shows_it or shot.camera.framing is Framing.MEDIUM_CLOSE else side
    return "centre" if derived_seed("place", shot.id) % 3 == 0 else side
