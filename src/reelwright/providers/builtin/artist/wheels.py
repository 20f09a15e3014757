"""Bicycles and scooters that are ridden: where their riders sit, tread and hold on, in a rider's points."""

from dataclasses import dataclass
from typing import Any

from reelwright.film.shot import ProductLook, Shot
from reelwright.providers.builtin.artist.brush import Light, Point, contact_shadow
from reelwright.providers.builtin.artist.contract import Anchor, Scene, Spot
from reelwright.providers.builtin.artist.people.proportions import Body
from reelwright.providers.builtin.artist.products import shape_of

HIP = 354.0
"""From the middle of an adult rider's head down to the saddle."""


@dataclass(frozen=True)
class Wheels:
    """A vehicle under its rider."""

    pose: str
    """Slug of the rider's pose."""
    points: float
    """Points that a hundredth of its height measures."""
    saddle: Point
    """Where the rider sits, in hundredths of its height: the foot at 0, up is negative."""

    @property
    def ground(self) -> float:
        """From the middle of the rider's head down to the ground, in points."""
        return HIP - self.saddle[1] * self.points


WHEELS = {
    "bicycle": Wheels("cycling", 4.1, (-18.0, -95.0)),
    "scooter": Wheels("scooting", 4.7, (-20.0, -72.0)),
}
"""By the slug of prop and product."""
_PAINTS = ("#b5483c", "#e3b04a", "#3f6b8a", "#d9d5cc", "#5a7f6f", "#4a4f6b")


def is_ridden(shot: Shot) -> bool:
    """Whether somebody sits on a horse, a bicycle or a scooter."""
    return any(person.pose == "riding" for person in shot.staging.people)


def wheels_of(shot: Shot) -> str:
    """What is ridden in a shot, where it has wheels; empty for a horse and where nobody rides."""
    if not is_ridden(shot):
        return ""
    product = shot.staging.product
    if product is not None and product.shape in WHEELS:
        return product.shape
    return next((slug for slug in WHEELS if slug in shot.staging.props), "")


def rides_product(shot: Shot) -> bool:
    """Whether the product itself is ridden."""
    product = shot.staging.product
    return product is not None and product.shape == wheels_of(shot)


def draw_wheels(canvas: Any, scene: Scene, anchor: Anchor, light: Light, breadth: Body) -> None:
    """The vehicle under a rider, without the rider; a product is lettered with its name."""
    slug = wheels_of(scene.shot)
    wheels, scale, side = WHEELS[slug], anchor.head_height / 100, -1 if anchor.faces < 0 else 1
    foot = anchor.head_y + (breadth.y(HIP) - wheels.saddle[1] * wheels.points) * scale
    x = anchor.head_x - side * wheels.saddle[0] * wheels.points * scale
    product, shape = scene.shot.staging.product, shape_of(slug)
    plain = ProductLook(shape=slug, color=scene.local(scene.pick("vehicle", _PAINTS), 0.25), accent="#4a342c")
    look = product if product is not None and rides_product(scene.shot) else plain
    height = 100 * wheels.points * scale
    contact_shadow(canvas, x, foot, height * shape.aspect, 0.5, scene.hour.fill)
    canvas.save()
    canvas.translate(x, 0)
    canvas.scale(side, 1)
    seen = Light(light.dx * side, light.dy, light.key, light.fill, light.power)
    shape.draw(canvas, look, Spot(0, foot, height), seen, scene)
    canvas.restore()
