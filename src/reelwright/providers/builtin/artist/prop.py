"""A product that is carried through a shot: painted once, laid down wherever the hand has it."""

from typing import Any

from reelwright.film.shot import ProductLook
from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import darker, ink, lighter, mix, oval
from reelwright.providers.builtin.artist.contract import ProductShape, Scene, Spot

_FINE: Any = skia.SamplingOptions(skia.CubicResampler.Mitchell())
_ROOM = 1.3
"""Around a product's outline, as a share of its height, for handles and glow."""


_LIDS: dict[str, tuple[float, float]] = {"jar": (0.745, 37.5)}
"""By shape: height of the mouth as a share of the whole, and its half width in hundredths of that."""


class Prop:
    """One product in hands.

    Args:
        scene: The shot.
        product: What it looks like.
        shape: What it is.
        spots: Gets each place where it was drawn, in frame units.
        is_open: Whether somebody takes from it: a jar without its lid.
    """

    def __init__(
        self, scene: Scene, product: ProductLook, shape: ProductShape, spots: list[Spot], *, is_open: bool = False
    ) -> None:
        self._scene, self._product, self._shape, self._spots = scene, product, shape, spots
        self._is_open = is_open and product.shape in _LIDS
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
        if self._is_open:
            self._without_lid(canvas, Spot(half, tall, height))
        else:
            self._shape.draw(canvas, self._product, Spot(half, tall, height), self._scene.light, self._scene)
        return surface.makeImageSnapshot()

    def _without_lid(self, canvas: Any, spot: Spot) -> None:
        """What is below the lid, and its mouth with what is in it."""
        line, half = _LIDS[self._product.shape]
        y, unit = spot.base_y - spot.height * line, spot.height / 100
        canvas.save()
        canvas.clipRect(skia.Rect.MakeLTRB(-9999, y, 9999, 9999))
        self._shape.draw(canvas, self._product, spot, self._scene.light, self._scene)
        canvas.restore()
        filling = lighter(self._product.color, 0.55)
        canvas.drawPath(oval(spot.x, y, half * unit, 5.6 * unit), ink(mix(filling, "#eef3f6", 0.5)))
        canvas.drawPath(oval(spot.x, y + 0.5 * unit, (half - 3) * unit, 4.4 * unit), ink(darker(filling, 0.28)))
        canvas.drawPath(oval(spot.x, y + 1.5 * unit, (half - 4.4) * unit, 3.2 * unit), ink(filling))
        swirl = oval(spot.x + self._scene.light.dx * 6 * unit, y + 0.9 * unit, half * 0.4 * unit, 1.5 * unit)
        canvas.drawPath(swirl, ink("#ffffff", 0.7, blur=0.8 * unit))
