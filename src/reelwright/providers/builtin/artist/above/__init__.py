"""A place and its people seen from straight above: floor, furniture, heads and shoulders."""

from reelwright.film.shot import Angle, Framing, Shot
from reelwright.providers.builtin.artist.above.people import people_above
from reelwright.providers.builtin.artist.above.places import place_above
from reelwright.providers.builtin.artist.above.plan import Plan
from reelwright.providers.builtin.artist.contract import Backdrop, Scene
from reelwright.providers.builtin.artist.painting import Layer

_NEAR = (Framing.MEDIUM_CLOSE, Framing.CLOSE_UP, Framing.EXTREME_CLOSE_UP, Framing.INSERT)


def is_from_above(shot: Shot) -> bool:
    """Whether the shot looks straight down on a place; on a product alone, the table fills the frame."""
    return shot.camera.angle is Angle.TOP and shot.staging.product is None


def floor_above(scene: Scene, *, indoors: bool) -> Backdrop:
    """The ground with what stands on it, instead of the walls."""
    is_near = scene.shot.camera.framing in _NEAR and bool(scene.shot.staging.people)
    return Backdrop(place_above(scene, Plan.of(scene), indoors=indoors, is_near=is_near), (), scene.size.height)


def figures_above(scene: Scene) -> tuple[Layer, ...] | None:
    """The people as crowns and shoulders; None where the camera is so near that they lie and look up at it."""
    return None if scene.shot.camera.framing in _NEAR else people_above(scene, Plan.of(scene))
