"""What the artist hands to the camera: layers at depths, and the overlays of the lens.

Everything is measured in *units*: the short side of the frame is 720 units, whatever its size in pixels.
"""

import math
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

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
class Stop:
    """Where a layer is at a moment of the shot, against where it was painted."""

    at: float
    """Share of the shot's time."""
    x: float = 0.0
    """Units to the right."""
    y: float = 0.0
    """Units down."""
    degrees: float = 0.0
    wide: float = 1.0
    high: float = 1.0
    opacity: float = 1.0
    pace: Literal["eased", "even", "falling", "rising"] = "eased"
    """How the layer comes here from the stop before."""


@dataclass(frozen=True)
class Drawing:
    """One picture of a flip-book, painted like a layer's."""

    image: Any
    """None shows nothing."""
    left: float = 0.0
    top: float = 0.0


@dataclass(frozen=True)
class Turning:
    """When a flip-book turns: a pure function of the shot's time. Before it begins, the first drawing is seen."""

    order: tuple[int, ...]
    """Indices of drawings, in the order in which they are seen."""
    begins: float = 0.1
    """Share of the shot at which the first drawing gives way."""
    step_s: float = 0.1
    """How long each is seen, unless ``rounds`` is given."""
    again_from: int | None = None
    """Place in the order to which it returns at the end; None keeps the last drawing."""
    ends: float = 0.92
    """Share of the shot from which a book that repeats keeps the drawing it returns to."""
    rounds: float | None = None
    """How often the whole order is seen in the shot, from its first frame to its last, whatever its length."""

    def index(self, u: float, t_s: float) -> int:
        """The drawing seen at ``u`` of the shot, ``t_s`` seconds from its first frame."""
        count = len(self.order)
        if self.rounds is not None:
            return self.order[math.floor(u * self.rounds * count + _LITTLE) % count]
        if self.again_from is not None and u > self.ends:
            return self.order[self.again_from]
        passed = 0
        if self.begins <= 0:
            passed = math.floor(t_s / self.step_s + _LITTLE)
            if self.again_from == 0:
                return self.order[passed % count]
        elif u > self.begins:
            # A shot lasts t_s / u seconds; so much has passed since the book began to turn.
            passed = math.floor(t_s * (1 - self.begins / u) / self.step_s + _LITTLE)
        if passed < count:
            return self.order[max(0, passed)]
        if self.again_from is None:
            return self.order[-1]
        return self.order[self.again_from + (passed - count) % (count - self.again_from)]


_LITTLE = 1e-6


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
    detail: float = 1.0
    """Pixels of the image for each pixel of the canvas: below 1 for what is soft."""
    course: tuple[Stop, ...] = ()
    """Its way within the shot, in the order of time; turns and scales about the pivot."""
    drawings: tuple[Drawing, ...] = ()
    """A flip-book that is seen instead of ``image``, which is its first drawing."""
    turning: Turning | None = None

    def drawn(self, u: float, t_s: float) -> Drawing:
        """What is seen at ``u`` of the shot, ``t_s`` seconds from its first frame."""
        if self.turning is None or not self.drawings:
            return Drawing(self.image, self.left, self.top)
        return self.drawings[self.turning.index(u, t_s)]

    @property
    def is_still(self) -> bool:
        """Whether it is the same throughout the shot."""
        return self.motion.kind == "still" and not self.course and self.turning is None

    @property
    def images(self) -> tuple[Any, ...]:
        """Its pictures, each once."""
        found = {id(drawing.image): drawing.image for drawing in self.drawings if drawing.image is not None}
        return tuple({id(self.image): self.image, **found}.values())


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
        images = [image for layer in self.layers for image in layer.images]
        images += [overlay.image for overlay in self.overlays]
        return sum(4 * image.width() * image.height() for image in images)


@dataclass
class Plate:
    """A plane being painted: ``canvas`` draws in frame units, with the overscan around it."""

    size: Canvas2D
    depth: float
    name: str = ""
    soft: float = 0.0
    """Sigma in units of the ``blur`` to come: what will be soft is painted on fewer pixels."""
    area: tuple[float, float, float, float] | None = None
    """Left, top, right, bottom in units of all that is painted; None for the frame and its overscan."""
    detail: float = field(init=False)
    surface: Any = field(init=False)
    canvas: Any = field(init=False)

    def __post_init__(self) -> None:
        radius, self.detail = self.soft * self.size.scale, 1.0
        while radius >= _COARSE_PX:
            radius, self.detail = radius / 2, self.detail / 2
        left, top, right, bottom = self._bounds()
        per_unit = self.size.scale * self.detail
        width, height = max(1, math.ceil((right - left) * per_unit)), max(1, math.ceil((bottom - top) * per_unit))
        self.surface = skia.Surface(width, height)
        self.canvas = self.surface.getCanvas()
        self.canvas.clear(0)
        self.canvas.scale(per_unit, per_unit)
        self.canvas.translate(-left, -top)

    def _bounds(self) -> tuple[float, float, float, float]:
        size = self.size
        whole = (-size.margin_x, -size.margin_y, size.width + size.margin_x, size.height + size.margin_y)
        if self.area is None:
            return whole
        left, top, right, bottom = self.area
        per_unit = self.size.scale * self.detail
        # On whole pixels, so that the same thing painted on two plates is the same in every pixel.
        left, top = math.floor(left * per_unit) / per_unit, math.floor(max(top, whole[1]) * per_unit) / per_unit
        return left, top, max(left, right), max(top, min(bottom, whole[3]))

    def blur(self, sigma: float) -> None:
        """Softens all that was painted so far: depth of field. ``sigma`` in units."""
        radius = sigma * self.size.scale * self.detail
        if radius < 0.4:
            return
        picture = self.surface.makeImageSnapshot()
        # Each halving averages two by two pixels: the same softness for a quarter of the work.
        while radius >= _COARSE_PX and min(picture.width(), picture.height()) > 1:
            picture, radius = _drawn(picture, picture.width() // 2, picture.height() // 2, _BETWEEN), radius / 2
        soft = _softened(picture, radius)
        self.canvas.save()
        self.canvas.resetMatrix()
        self.canvas.clear(0)
        self.canvas.drawImageRect(soft, skia.Rect.MakeWH(self.surface.width(), self.surface.height()), _BETWEEN)
        self.canvas.restore()

    def lay_on(self, canvas: Any) -> None:
        """Lays what was painted so far on another plate's canvas, enlarged to its scale."""
        left, top, _, _ = self._bounds()
        per_unit = self.size.scale * self.detail
        area = skia.Rect.MakeXYWH(left, top, self.surface.width() / per_unit, self.surface.height() / per_unit)
        canvas.drawImageRect(self.surface.makeImageSnapshot(), area, _BETWEEN)

    def layer(self, motion: LayerMotion = STILL, pivot: tuple[float, float] | None = None) -> Layer | None:
        """The finished layer, cropped to what is painted; None when nothing was."""
        picture = self.surface.makeImageSnapshot()
        box = painted_box(picture)
        if box is None:
            return None
        cropped = picture.makeSubset(skia.IRect.MakeLTRB(*box))
        per_unit, (left, top, _, _) = self.size.scale * self.detail, self._bounds()
        return Layer(
            self.name,
            cropped.makeRasterImage(),
            left + box[0] / per_unit,
            top + box[1] / per_unit,
            self.depth,
            motion,
            pivot,
            self.detail,
        )


_COARSE_PX = 1.25
"""Blur in pixels from which half as many pixels across show the same."""
_BETWEEN = skia.SamplingOptions(skia.FilterMode.kLinear)


def _drawn(picture: Any, width: int, height: int, sampling: Any) -> Any:
    """The picture drawn at another size."""
    surface = skia.Surface(width, height)
    surface.getCanvas().drawImageRect(picture, skia.Rect.MakeWH(width, height), sampling)
    return surface.makeImageSnapshot()


def _softened(picture: Any, radius: float) -> Any:
    """A small Gaussian blur, from averages of two by two pixels: a tenth of the cost of Skia's own.

    Two averages, shifted half a pixel there and back, have a variance of half a square pixel.
    """
    for _ in range(max(1, round(2 * radius * radius))):
        for shift in (0.5, -0.5):
            surface = skia.Surface(picture.width(), picture.height())
            surface.getCanvas().drawImage(picture, shift, shift, _BETWEEN)
            picture = surface.makeImageSnapshot()
    return picture


def painted_box(picture: Any) -> tuple[int, int, int, int] | None:
    """Bounds (left, top, right, bottom) in pixels of all that is not fully transparent, with one pixel around."""
    # Colours are multiplied by their opacity: what is transparent is nought in all four bytes, looked at as one number.
    pixels: NDArray[np.uint32] = pixels_of(picture).view(np.uint32)[..., 0]
    rows: NDArray[np.intp] = np.flatnonzero(pixels.any(axis=1))
    if rows.size == 0:
        return None
    columns: NDArray[np.intp] = np.flatnonzero(np.bitwise_or.reduce(pixels[rows[0] : rows[-1] + 1], axis=0))
    height, width = pixels.shape
    return (
        max(0, int(columns[0]) - 1),
        max(0, int(rows[0]) - 1),
        min(width, int(columns[-1]) + 2),
        min(height, int(rows[-1]) + 2),
    )


def pixels_of(picture: Any, *, writable: bool = False) -> NDArray[np.uint8]:
    """The pixels of an image or surface, shape (height, width, 4), without a copy."""
    view = skia.Pixmap()
    picture.peekPixels(view)
    memory = view.writable_addr() if writable else view.addr()
    return np.frombuffer(memory, np.uint8).reshape(picture.height(), picture.width(), 4)
