"""Two people who have to do with each other: how near they stand, how they face, where their hands meet."""

from dataclasses import dataclass

from reelwright.film.shot import Person, Shot
from reelwright.providers.builtin.artist.brush import Point
from reelwright.providers.builtin.artist.contract import Anchor
from reelwright.providers.builtin.artist.people.proportions import Body


@dataclass(frozen=True)
class Bond:
    """What two people do with each other."""

    gap: float
    """Between the middles of their heads, in heads."""
    turn: float
    """How far each faces the other: 0 towards us, 1 in profile."""
    meets: float
    """How far below the middle of an adult's head their hands meet, in heads."""


BONDS: dict[str, Bond] = {
    "hug": Bond(1.0, 0.8, 1.5),
    "arm_around": Bond(1.75, 0.3, 1.1),
    "hold_hands": Bond(2.3, 0.36, 3.0),
    "shake_hands": Bond(2.9, 0.85, 2.0),
    "give": Bond(2.9, 0.85, 1.85),
    "high_five": Bond(2.9, 0.8, -0.15),
    "walk_together": Bond(2.3, 0.0, 3.0),
    "show": Bond(1.85, 0.5, 1.9),
    "talk": Bond(2.7, 0.75, 2.0),
}
"""By the action of the one who begins it."""
PAIR = 2
APART = 2.9
"""Heads between two who only stand side by side."""
_SEATS_APART = 3.1
_GROWN_YEARS = 15


def bond_of(shot: Shot) -> Bond | None:
    """What the first two people of a shot do with each other; None where each is busy alone."""
    people = shot.staging.people[:PAIR]
    if len(people) < PAIR or any(person.seen_from == "behind" for person in people):
        return None
    return next((BONDS[person.action] for person in people if person.action in BONDS), None)


def gap_of(shot: Shot) -> float:
    """Heads between two neighbours of a shot."""
    bond = bond_of(shot)
    sits = any(person.pose == "sitting" for person in shot.staging.people)
    grown = {person.age_years >= _GROWN_YEARS for person in shot.staging.people[:PAIR]}
    beside_a_child = 0.25 if bond is BONDS["hug"] and len(grown) > 1 else 0.0
    return max(bond.gap + beside_a_child if bond else APART, _SEATS_APART if sits else 0.0)


def meeting(shot: Shot, anchors: tuple[Anchor, ...], index: int) -> Point | None:
    """Where the hands of one of the first two go, in frame units; None where nobody touches."""
    bond = bond_of(shot)
    if bond is None or index >= PAIR:
        return None
    own, other = anchors[index], anchors[1 - index]
    way = 1 if other.head_x > own.head_x else -1
    person, partner = shot.staging.people[index], shot.staging.people[1 - index]
    if person.action == "arm_around":
        return other.head_x - way * 0.7 * _breadth(partner, other), _below(partner, other, 1.06)
    if person.action == "look_on":
        return other.head_x + way * 0.3 * _breadth(partner, other), _below(partner, other, 1.35)
    if person.action == "hug":
        # A child's arms go round the waist.
        low = max(_below(partner, other, bond.meets), _below(person, own, 1.15))
        return other.head_x + way * 0.16 * _breadth(partner, other), low
    low = [_below(one, anchor, bond.meets) for one, anchor in zip((person, partner), (own, other), strict=True)]
    return (own.head_x + other.head_x) / 2, min(low) if bond.meets > 0 else sum(low) / 2


def _below(person: Person, anchor: Anchor, heads: float) -> float:
    return anchor.head_y + Body.of(person).y(heads * 100) * anchor.head_height / 100


def _breadth(person: Person, anchor: Anchor) -> float:
    return Body.of(person).breadth * anchor.head_height
