"""Finishes painted layers once, so that playing them is cheap: the colour grade, and cutting away what never shows."""

import math
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import SOFT_LIGHT, ink, linear, mix
from reelwright.providers.builtin.artist.contract import Scene
from reelwright.providers.builtin.artist.painting import OVERSCAN, Canvas2D, Drawing, Layer, pixels_of
from reelwright.providers.builtin.artist.styles.style import Sheet, Style

_PARALLAX_UNITS = 64
"""How far a layer may move against the one before it; a little more than the camera's longest move."""

_SOFT_EDGE = 0.03
"""Share of a layer at its rim that depth blur fades; the camera does not come that far."""


def developed(layers: tuple[Layer, ...], scene: Scene, style: Style) -> tuple[Layer, ...]:
    """The layers from far to near, cropped to what can show and graded warm to cool along the light."""
    seen = _seen(layers, scene.size)
    return tuple(_graded(layer, scene, style) for layer in seen)


def _seen(layers: tuple[Layer, ...], size: Canvas2D) -> tuple[Layer, ...]:
    """The layers without what the first wall always hides: a view through a window need not fill the frame."""
    for index, wall in enumerate(layers):
        is_whole = wall.image.width() * wall.image.height() >= 0.98 * _whole_px(size, wall.detail)
        if index and is_whole and wall.is_still:
            window = _window(wall, size)
            behind = tuple(part for layer in layers[:index] if window and (part := _through(layer, window, size)))
            return (*behind, *layers[index:])
    return layers


def _whole_px(size: Canvas2D, detail: float) -> float:
    return size.width * size.height * (OVERSCAN * size.scale * detail) ** 2


def _window(wall: Layer, size: Canvas2D) -> tuple[float, float, float, float] | None:
    """Left, top, right, bottom in units of what can be looked at through the wall; None where it has no window."""
    open_to_view = pixels_of(wall.image)[..., 3] < 255
    edge_x, edge_y = round(wall.image.width() * _SOFT_EDGE), round(wall.image.height() * _SOFT_EDGE)
    open_to_view[:edge_y] = open_to_view[-edge_y:] = False
    open_to_view[:, :edge_x] = open_to_view[:, -edge_x:] = False
    rows: NDArray[np.intp] = np.flatnonzero(open_to_view.any(axis=1))
    columns: NDArray[np.intp] = np.flatnonzero(open_to_view.any(axis=0))
    if rows.size == 0:
        return None
    per_unit, reach = size.scale * wall.detail, _PARALLAX_UNITS
    return (
        wall.left + int(columns[0]) / per_unit - reach,
        wall.top + int(rows[0]) / per_unit - reach,
        wall.left + int(columns[-1] + 1) / per_unit + reach,
        wall.top + int(rows[-1] + 1) / per_unit + reach,
    )


def _through(layer: Layer, window: tuple[float, float, float, float], size: Canvas2D) -> Layer | None:
    """What of a still layer is seen through a window; a moving one is kept whole."""
    per_unit = size.scale * layer.detail
    left, top = math.floor((window[0] - layer.left) * per_unit), math.floor((window[1] - layer.top) * per_unit)
    right, bottom = math.ceil((window[2] - layer.left) * per_unit), math.ceil((window[3] - layer.top) * per_unit)
    box = skia.IRect.MakeLTRB(
        max(0, left), max(0, top), min(layer.image.width(), right), min(layer.image.height(), bottom)
    )
    if box.isEmpty():
        return None
    if not layer.is_still:
        return layer
    image = layer.image.makeSubset(box).makeRasterImage()
    return replace(layer, image=image, left=layer.left + box.left() / per_unit, top=layer.top + box.top() / per_unit)


def _graded(layer: Layer, scene: Scene, style: Style) -> Layer:
    """The layer and its flip-book under a soft light that runs from the key's colour to the shadow's."""
    done: dict[int, Any] = {}

    def graded(drawing: Drawing) -> Drawing:
        if drawing.image is None:
            return drawing
        if id(drawing.image) not in done:
            done[id(drawing.image)] = _under_light(drawing, layer, scene, style)
        return replace(drawing, image=done[id(drawing.image)])

    first = graded(Drawing(layer.image, layer.left, layer.top))
    return replace(layer, image=first.image, drawings=tuple(graded(drawing) for drawing in layer.drawings))


def _under_light(drawing: Drawing, layer: Layer, scene: Scene, style: Style) -> Any:
    """A drawing graded as it stands in the frame.

    The light is laid on the opaque picture and the drawing's own alpha is put back, because blending modes would
    otherwise fill what is transparent.
    """
    size, detail = scene.size, layer.detail
    surface = skia.Surface(drawing.image.width(), drawing.image.height())
    canvas = surface.getCanvas()
    canvas.clear(0xFF000000)
    canvas.drawImage(drawing.image, 0, 0)
    canvas.scale(size.scale * detail, size.scale * detail)
    canvas.translate(-drawing.left, -drawing.top)
    x, y = size.width * (0.5 + scene.light.dx * 0.48), size.height * (0.5 + scene.light.dy * 0.48)
    stops = [(0.0, mix(scene.hour.key, "#ffffff", 0.1), 0.3 * style.grade), (1.0, scene.hour.fill, 0.26 * style.grade)]
    canvas.drawPaint(ink(shader=linear((x, y), (size.width - x, size.height - y), stops), blend=SOFT_LIGHT))
    alpha = pixels_of(drawing.image)[..., 3]
    pixels = pixels_of(surface, writable=True)
    for channel in range(3):
        np.minimum(pixels[..., channel], alpha, out=pixels[..., channel])
    pixels[..., 3] = alpha
    if style.finish:
        per_unit = size.scale * detail
        style.finish(Sheet(pixels, layer.name, layer.depth, per_unit, drawing.left, drawing.top, scene))
    return surface.makeImageSnapshot()
