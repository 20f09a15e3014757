"""A product about to do something: its layer, where it stands, and the layers that come of it."""

from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from reelwright.film.shot import ProductLook
from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.contract import ProductShape, Scene, Spot
from reelwright.providers.builtin.artist.painting import Drawing, Layer, Plate, Turning

DEPTH = 1.01


@dataclass
class Deed:
    """One product and what it does; the deed changes ``product`` and adds to ``layers``."""

    scene: Scene
    look: ProductLook
    shape: ProductShape
    spot: Spot
    product: Layer | None
    """The product alone; None where it is painted elsewhere: in a hand."""
    mask: Layer
    """What the product covers: its layer, or one like it."""
    before: list[Layer] = field(default_factory=list[Layer])
    """Layers behind the product."""
    after: list[Layer] = field(default_factory=list[Layer])
    """Layers in front of it."""
    begins: float = 0.16
    towards: int = 0
    """1 where what comes out of it goes to the right, -1 to the left; 0 where it has room."""

    @property
    def layers(self) -> tuple[Layer, ...]:
        """All of them, from far to near."""
        return (*self.before, *((self.product,) if self.product else ()), *self.after)

    @property
    def width(self) -> float:
        """Of the product, in units."""
        return self.spot.height * self.shape.aspect

    @property
    def top(self) -> float:
        """Upper edge of the product, in units from the top of the frame."""
        return self.spot.base_y - self.spot.height

    @property
    def free_side(self) -> int:
        """1 where there is more room to the right of the product, else -1."""
        return 1 if self.spot.x <= self.scene.size.width / 2 else -1

    def dice(self, what: str) -> Random:
        """Random numbers of this deed."""
        return self.scene.dice(f"deed {what}")

    def plate(self, left: float, top: float, right: float, bottom: float, *, soft: float = 0.0) -> Plate:
        """A plate for something at the product's depth; ``soft`` paints it on fewer pixels."""
        return Plate(self.scene.size, DEPTH, "deed", soft, area=(left, top, right, bottom))

    def book(self, drawings: list[Layer | None], turning: Turning, *, name: str = "deed") -> Layer | None:
        """A flip-book that shows nothing before it begins; the turning counts from its first drawing, 1."""
        first = next((layer for layer in drawings if layer is not None), None)
        if first is None:
            return None
        pictures = [Drawing(layer.image, layer.left, layer.top) if layer else Drawing(None) for layer in drawings]
        return replace(first, name=name, drawings=(Drawing(None), *pictures), turning=turning)


def cut(layer: Layer, scene: Scene, path: Any) -> Layer | None:
    """What of a layer lies inside a path in frame units."""
    image, per_unit = layer.image, scene.size.scale * layer.detail
    surface = skia.Surface(image.width(), image.height())
    canvas = surface.getCanvas()
    canvas.clear(0)
    canvas.save()
    canvas.scale(per_unit, per_unit)
    canvas.translate(-layer.left, -layer.top)
    canvas.clipPath(path, skia.ClipOp.kIntersect, True)
    canvas.resetMatrix()
    canvas.drawImage(image, 0, 0)
    canvas.restore()
    return replace(layer, image=surface.makeImageSnapshot())


def tinted(layer: Layer, scene: Scene, paint: Any) -> Layer:
    """A paint, in frame units, kept to what the layer covers."""
    image, per_unit = layer.image, scene.size.scale * layer.detail
    surface = skia.Surface(image.width(), image.height())
    canvas = surface.getCanvas()
    canvas.clear(0)
    canvas.drawImage(image, 0, 0)
    canvas.scale(per_unit, per_unit)
    canvas.translate(-layer.left, -layer.top)
    paint.setBlendMode(skia.BlendMode.kSrcIn)
    canvas.drawPaint(paint)
    return replace(layer, image=surface.makeImageSnapshot())
