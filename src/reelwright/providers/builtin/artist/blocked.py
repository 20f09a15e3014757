"""The shot as its angle and size show it: who is in it, what is in whose hands, and how far off it is seen from."""

from reelwright.film.shot import Angle, Framing, Person, Shot
from reelwright.providers.builtin.artist.composition import (
    AT_THE_FACE,
    HANDWORK,
    LARGE_CM,
    VEHICLES,
    WIDES,
    Place,
    is_held,
)
from reelwright.providers.builtin.artist.contract import ProductShape
from reelwright.providers.builtin.artist.wheels import is_ridden


def stood_back(shot: Shot) -> Shot:
    """The shot from as far off as it takes to see a vehicle whole with who stands by it."""
    product, camera = shot.staging.product, shot.camera
    if product is None or product.shape not in VEHICLES or not shot.staging.people or is_ridden(shot):
        return shot
    if camera.framing in WIDES or camera.angle in (Angle.TOP, Angle.POV, Angle.OVER_SHOULDER):
        return shot
    return shot.model_copy(update={"camera": camera.model_copy(update={"framing": Framing.WIDE})})


def looked_down(shot: Shot, shape: ProductShape | None) -> Shot:
    """The shot from where something that lies alone on a table can be read: not from under the table's edge."""
    camera = shot.camera
    if shape is None or shape.shadow is None or shot.staging.people or camera.angle is not Angle.LOW:
        return shot
    return shot.model_copy(update={"camera": camera.model_copy(update={"angle": Angle.HIGH})})


def blocked(shot: Shot) -> tuple[Shot, Person | None]:
    """The shot as its angle shows it, and the person whose hands alone are seen.

    Over a shoulder, the last person stands with the back to us near the lens; a lone one has put down what they hold.
    Through somebody's eyes, and from above, only hands come into the frame.
    """
    staging, angle = shot.staging, shot.camera.angle
    people = staging.people
    if not people:
        return shot, None
    if angle is Angle.POV or (angle is Angle.TOP and staging.product is not None):
        person = next((person for person in people if person.holds_product), people[0])
        return _with_people(shot, _met(people, person) if angle is Angle.POV else ()), person
    if angle is Angle.OVER_SHOULDER and shot.camera.framing not in WIDES:
        near = people[-1].model_copy(update={"seen_from": "behind", "holds_product": False, "action": ""})
        beyond = tuple(person.model_copy(update={"place": _across(near)}) for person in people[:-1][:1])
        place = "centre" if beyond else _across(near)
        return _with_people(shot, (*beyond, near), product_place=place), None
    return shot, None


def _met(people: tuple[Person, ...], own: Person) -> tuple[Person, ...]:
    """Who is looked at through the eyes of one of the people: somebody who looks back."""
    other = next((person for person in people if person is not own), None)
    if other is None:
        return ()
    changes = {"place": "centre", "gaze": "camera", "seen_from": "front", "holds_product": False, "action": "nod"}
    return (other.model_copy(update=changes),)


def put_down(shot: Shot, shape: ProductShape | None) -> Shot:
    """The shot with a product that nobody can hold before them on the floor beside them, and nobody dropping it."""
    product = shot.staging.product
    if product is None or shape is None or shape.real_height_cm < LARGE_CM or product.shape in _CARRIED:
        return shot
    changes: dict[str, object] = {}
    if shot.staging.product_action in ("drop", "bounce", "break"):
        changes["product_action"] = "glint"
    if is_held(shot):
        changes["product_place"] = _across(shot.staging.people[0])
    people = tuple(_empty_handed(person) if person.holds_product else person for person in shot.staging.people)
    return _with_people(shot, people, **changes)


_CARRIED = ("garment", "umbrella")
"""Large things that are held all the same."""
_WITH_THE_HAND = (*HANDWORK, *AT_THE_FACE, "lift", "show", "offer", "put_down", "pick_up")


def _empty_handed(person: Person) -> Person:
    action = "" if person.action in _WITH_THE_HAND else person.action
    pose = "at_ease" if person.pose in ("holding", "in_both_hands") else person.pose
    return person.model_copy(update={"holds_product": False, "action": action, "pose": pose})


def _across(near: Person) -> Place:
    return "left" if near.place == "right" else "right"


def _with_people(shot: Shot, people: tuple[Person, ...], **changes: object) -> Shot:
    staging = shot.staging.model_copy(update={"people": people, **changes})
    return shot.model_copy(update={"staging": staging})
