"""A product that is carried through a shot: painted once, laid down wherever the hand has it."""

from typing import Any

from reelwright.film.shot import ProductLook
from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.contract import ProductShape, Scene, Spot

_FINE: Any = skia.SamplingOptions(skia.CubicResampler.Mitchell())
_ROOM = 1.3
"""Around a product's outline, as a share of its height, for handles and glow."""


class Prop:
    """One product in hands.

    Args:
        scene: The shot.
        product: What it looks like.
        shape: What it is.
        spots: Gets each place where it was drawn, in frame units.
    """

    def __init__(self, scene: Scene, product: ProductLook, shape: ProductShape, spots: list[Spot]) -> None:
        self._scene, self._product, self._shape, self._spots = scene, product, shape, spots
        self._kept: dict[float, Any] = {}

    def draw(self, canvas: Any, spot: Spot) -> None:
        """Draws it at a spot on a canvas in frame units, which may be turned."""
        self._spots.append(spot)
        scale = self._scene.size.scale
        half, tall = spot.height * max(1.0, self._shape.aspect) * _ROOM / 2, spot.height * _ROOM
        key = round(spot.height, 3)
        if key not in self._kept:
            self._kept[key] = self._painted(spot.height, half, tall, scale)
        canvas.save()
        canvas.translate(spot.x - half, spot.base_y - tall)
        canvas.scale(1 / scale, 1 / scale)
        canvas.drawImage(self._kept[key], 0, 0, _FINE, None)
        canvas.restore()

    def _painted(self, height: float, half: float, tall: float, scale: float) -> Any:
        surface = skia.Surface(round(2 * half * scale) + 2, round((tall + height * 0.15) * scale) + 2)
        canvas = surface.getCanvas()
        canvas.clear(0)
        canvas.scale(scale, scale)
        self._shape.draw(canvas, self._product, Spot(half, tall, height), self._scene.light, self._scene)
        return surface.makeImageSnapshot()
