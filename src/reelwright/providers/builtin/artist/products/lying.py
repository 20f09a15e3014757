"""What cannot stand is laid down: a phone, a card or a ticket on a table, seen in perspective with its own shadow."""

import math
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reelwright.film.shot import Angle, ProductLook
from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import Light, darker, rgba
from reelwright.providers.builtin.artist.contract import ProductShape, Scene, Spot
from reelwright.providers.builtin.artist.painting import Canvas2D

_FLATTENED = {Angle.LOW: 0.4, Angle.HIGH: 0.72}
_USUALLY = 0.54
"""How much of its length is left to the eye, which looks down at a table."""
_RECEDES = 0.3
"""How much smaller the far end is, for each length of the product."""
_DEGREES = 14.0
"""How it lies askew, as things do that somebody put down."""
_THICK_CM = {True: 0.65, False: 0.1}
"""Height of the edge of a thing, and of what is no longer than a card."""
_SHEET_CM = 9.0
_UPRIGHT = ("studio", "abstract", "stage", "space")
"""Places built for the camera, where a product is held up by what nobody sees."""


def lies(shape: ProductShape, setting: str) -> bool:
    """Whether a product is laid down where nobody holds it."""
    return not shape.stands and setting not in _UPRIGHT


def laid(shape: ProductShape, angle: Angle) -> ProductShape:
    """The shape as it lies, seen from an angle: its spot is as wide and high as what is seen of it."""
    plane, corners = _plane(shape.aspect, _FLATTENED.get(angle, _USUALLY))
    high = float(-corners[:, 1].min())
    wide = float(2 * np.abs(corners[:, 0]).max())
    thick = _THICK_CM[shape.real_height_cm > _SHEET_CM] / shape.real_height_cm

    def draw(canvas: Any, look: ProductLook, spot: Spot, light: Light, scene: Scene) -> None:
        picture = _flat(shape, look, spot.height / high, light, scene)
        matrix = _matrix(plane, picture, shape.aspect)
        edge = skia.ColorFilters.Blend(rgba(darker(look.color, 0.6)), skia.BlendMode.kSrcIn)
        with spot.box(canvas):
            canvas.scale(100 / high, 100 / high)
            for step in (1.0, 0.75, 0.5, 0.25):
                _lay(canvas, picture, matrix, step * thick, skia.Paint(ColorFilter=edge))
            _lay(canvas, picture, matrix, 0.0, skia.Paint())

    def shadow(canvas: Any, look: ProductLook, spot: Spot, light: Light, scene: Scene) -> None:
        del look
        outline = skia.PathBuilder()
        outline.addPolygon([skia.Point(float(x), float(y)) for x, y in corners], True)
        path = outline.detach()
        with spot.box(canvas):
            canvas.scale(100 / high, 100 / high)
            for out, soft, alpha in ((0.03, 0.012, 0.55), (0.07, 0.045, 0.45)):
                canvas.save()
                canvas.translate(-light.dx * out, thick + out * 0.6)
                paint = skia.Paint(AntiAlias=True, Color=rgba("#07040c", alpha))
                paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, soft))
                canvas.drawPath(path, paint)
                canvas.restore()

    return replace(
        shape,
        draw=draw,
        aspect=wide / high,
        real_height_cm=shape.real_height_cm * high,
        focus=0.5,
        stands=True,
        shadow=shadow,
    )


def _plane(aspect: float, flattened: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """From a sheet one long, about its middle and up, to the picture: the map, and where the four corners come."""
    angle = math.radians(_DEGREES)
    cos, sin = math.cos(angle), math.sin(angle)
    turn = np.array([[cos, sin, 0.0], [-sin, cos, 0.0], [0.0, 0.0, 1.0]])
    sheet = np.array([[-aspect / 2, -0.5, 1], [aspect / 2, -0.5, 1], [aspect / 2, 0.5, 1], [-aspect / 2, 0.5, 1]])
    nearest = float((sheet @ turn.T)[:, 1].min())
    to_the_foot = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, -nearest], [0.0, 0.0, 1.0]])
    away = np.array([[1.0, 0.0, 0.0], [0.0, -flattened, 0.0], [0.0, _RECEDES, 1.0]])
    plane = away @ to_the_foot @ turn
    seen = sheet @ plane.T
    corners = seen[:, :2] / seen[:, 2:]
    middle = (corners[:, 0].min() + corners[:, 0].max()) / 2
    centred = np.array([[1.0, 0.0, -middle], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    corners[:, 0] -= middle
    return centred @ plane, corners


def _flat(shape: ProductShape, look: ProductLook, length: float, light: Light, scene: Scene) -> Any:
    """The product as it is seen from straight before it, ``length`` units long."""
    scale = scene.size.scale
    wide, high = math.ceil(length * shape.aspect * scale), math.ceil(length * scale)
    surface = skia.Surface(max(1, wide), max(1, high))
    canvas = surface.getCanvas()
    canvas.clear(0)
    canvas.scale(scale, scale)
    seen = replace(scene, size=Canvas2D(wide / scale, high / scale, scale))
    shape.draw(canvas, look, Spot(wide / scale / 2, high / scale, length), light, seen)
    return surface.makeImageSnapshot()


def _matrix(plane: NDArray[np.float64], picture: Any, aspect: float) -> Any:
    """From the picture's pixels to where they lie."""
    sheet = np.array(
        [[aspect / picture.width(), 0.0, -aspect / 2], [0.0, -1.0 / picture.height(), 0.5], [0.0, 0.0, 1.0]]
    )
    return skia.Matrix.MakeAll(*(float(value) for value in (plane @ sheet).ravel()))


def _lay(canvas: Any, picture: Any, matrix: Any, lower: float, paint: Any) -> None:
    canvas.save()
    canvas.translate(0, lower)
    canvas.concat(matrix)
    smooth = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)
    canvas.drawImage(picture.withDefaultMipmaps(), 0, 0, smooth, paint)
    canvas.restore()
