"""What the artist hands to the camera: layers at depths, and the overlays of the lens.

Everything is measured in *units*: the short side of the frame is 720 units, whatever its size in pixels.
"""

from dataclasses import dataclass, field
from typing import Any, Literal

from reelwright.media.canvas import skia

SHORT_SIDE_UNITS = 720
OVERSCAN = 1.2
"""Layers reach this much beyond the frame, so that the camera can move."""


@dataclass(frozen=True)
class Canvas2D:
    """The size of a picture: ``width`` x ``height`` units, drawn at ``scale`` pixels a unit."""

    width: float
    height: float
    scale: float

    @classmethod
    def for_size(cls, width_px: int, height_px: int) -> "Canvas2D":
        """The canvas of a frame in pixels: 1280x720 is 1280 x 720 units, 1080x1920 is 720 x 1280."""
        scale = min(width_px, height_px) / SHORT_SIDE_UNITS
        return cls(width_px / scale, height_px / scale, scale)

    @property
    def margin_x(self) -> float:
        """Units that a layer reaches beyond the frame on the left and on the right."""
        return self.width * (OVERSCAN - 1) / 2

    @property
    def margin_y(self) -> float:
        """Units that a layer reaches beyond the frame above and below."""
        return self.height * (OVERSCAN - 1) / 2

    @property
    def is_tall(self) -> bool:
        """Whether the frame is higher than wide."""
        return self.height > self.width


@dataclass(frozen=True)
class LayerMotion:
    """How a layer lives while the camera looks: small, periodic and a pure function of time."""

    kind: Literal["still", "rise", "drift", "sway", "breathe", "flicker", "fall"] = "still"
    amount: float = 0.0
    """Units of travel (rise, drift, fall), degrees (sway), share of scale (breathe) or of opacity (flicker)."""
    period_s: float = 4.0
    phase: float = 0.0
    """Start within the period, 0 to 1."""


STILL = LayerMotion()


@dataclass(frozen=True)
class Layer:
    """A painted plane: premultiplied RGBA at the canvas's scale, cropped to what is painted."""

    name: str
    image: Any
    left: float
    top: float
    """Where the image's corner stands in the frame, in units; negative beyond the frame."""
    depth: float
    """Parallax: 0 infinitely far, 1 the subject's plane, above 1 in front of it."""
    motion: LayerMotion = STILL
    pivot: tuple[float, float] | None = None
    """Centre of sway and breathing, in frame units; the layer's own centre if None."""


@dataclass(frozen=True)
class Overlay:
    """A full-frame picture of the lens, baked at the frame's size in pixels: bloom, vignette, grade, grain."""

    image: Any
    blend: Literal["over", "screen", "soft light", "overlay", "multiply"] = "over"


@dataclass(frozen=True)
class Painting:
    """A shot as layers from far to near, and the overlays in the order they are laid on."""

    canvas: Canvas2D
    width_px: int
    height_px: int
    layers: tuple[Layer, ...]
    overlays: tuple[Overlay, ...] = ()
    notes: tuple[str, ...] = ()
    """Fallbacks that a person should know of: an unknown setting, shape or pose."""

    @property
    def byte_count(self) -> int:
        """Memory of the pictures in bytes."""
        images = [part.image for part in (*self.layers, *self.overlays)]
        return sum(4 * image.width() * image.height() for image in images)


@dataclass
class Plate:
    """A plane being painted: ``canvas`` draws in frame units, with the overscan around it."""

    size: Canvas2D
    depth: float
    name: str = ""
    surface: Any = field(init=False)
    canvas: Any = field(init=False)

    def __post_init__(self) -> None:
        width = round(self.size.width * OVERSCAN * self.size.scale)
        height = round(self.size.height * OVERSCAN * self.size.scale)
        self.surface = skia.Surface(width, height)
        self.canvas = self.surface.getCanvas()
        self.canvas.clear(0)
        self.canvas.scale(self.size.scale, self.size.scale)
        self.canvas.translate(self.size.margin_x, self.size.margin_y)

    def blur(self, sigma: float) -> None:
        """Softens all that was painted so far: depth of field. ``sigma`` in units."""
        radius = sigma * self.size.scale
        if radius < 0.4:
            return
        picture = self.surface.makeImageSnapshot()
        # Each halving averages two by two pixels: the same softness for a quarter of the work.
        while radius >= 1.8:
            picture, radius = _drawn(picture, picture.width() // 2, picture.height() // 2, _BETWEEN), radius / 2
        gauss = skia.ImageFilters.Blur(radius, radius, skia.TileMode.kClamp)
        soft = _drawn(picture, picture.width(), picture.height(), skia.SamplingOptions(), skia.Paint(ImageFilter=gauss))
        self.canvas.save()
        self.canvas.resetMatrix()
        self.canvas.clear(0)
        self.canvas.drawImageRect(soft, skia.Rect.MakeWH(self.surface.width(), self.surface.height()), _BETWEEN)
        self.canvas.restore()

    def layer(self, motion: LayerMotion = STILL, pivot: tuple[float, float] | None = None) -> Layer | None:
        """The finished layer, cropped to what is painted; None when nothing was."""
        picture = self.surface.makeImageSnapshot()
        box = _painted_box(picture)
        if box is None:
            return None
        left, top, right, bottom = box
        cropped = picture.makeSubset(skia.IRect.MakeLTRB(left, top, right, bottom))
        return Layer(
            self.name,
            cropped.makeRasterImage(),
            left / self.size.scale - self.size.margin_x,
            top / self.size.scale - self.size.margin_y,
            self.depth,
            motion,
            pivot,
        )


_BETWEEN = skia.SamplingOptions(skia.FilterMode.kLinear)


def _drawn(picture: Any, width: int, height: int, sampling: Any, paint: Any = None) -> Any:
    """The picture drawn at another size or through a paint."""
    surface = skia.Surface(width, height)
    surface.getCanvas().drawImageRect(picture, skia.Rect.MakeWH(width, height), sampling, paint)
    return surface.makeImageSnapshot()


def _painted_box(picture: Any) -> tuple[int, int, int, int] | None:
    """Bounds (left, top, right, bottom) in pixels of all that is not fully transparent, with one pixel around."""
    alpha = picture.toarray()[..., 3]
    rows, columns = alpha.any(axis=1).nonzero()[0], alpha.any(axis=0).nonzero()[0]
    if rows.size == 0:
        return None
    height, width = alpha.shape
    return (
        max(0, int(columns[0]) - 1),
        max(0, int(rows[0]) - 1),
        min(width, int(columns[-1]) + 2),
        min(height, int(rows[-1]) + 2),
    )
