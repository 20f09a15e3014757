"""Finishes painted layers once, so that playing them is cheap: the colour grade, and cutting away what never shows."""

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import SOFT_LIGHT, ink, linear, mix
from reelwright.providers.builtin.artist.contract import Scene
from reelwright.providers.builtin.artist.painting import OVERSCAN, Canvas2D, Layer
from reelwright.providers.builtin.artist.styles import Style

_PARALLAX_UNITS = 64
"""How far a layer may move against the one before it; a little more than the camera's longest move."""

_SOFT_EDGE = 0.03
"""Share of a layer at its rim that depth blur fades; the camera does not come that far."""


def developed(layers: tuple[Layer, ...], scene: Scene, style: Style) -> tuple[Layer, ...]:
    """The layers from far to near, cropped to what can show and graded warm to cool along the light."""
    if len(layers) > 1:
        layers = (*_behind(layers[0], layers[1], scene.size), *layers[1:])
    return tuple(_graded(layer, scene, style) for layer in layers)


def _behind(far: Layer, wall: Layer, size: Canvas2D) -> tuple[Layer, ...]:
    """The farthest layer without what the next one always hides: a view through a window need not fill the frame.

    Nothing is left of it behind a wall without a window.
    """
    whole = round(size.width * OVERSCAN * size.scale) * round(size.height * OVERSCAN * size.scale)
    if wall.motion.kind != "still" or wall.image.width() * wall.image.height() < whole:
        return (far,)
    open_to_view = _pixels(wall.image)[..., 3] < 255
    edge_x, edge_y = round(wall.image.width() * _SOFT_EDGE), round(wall.image.height() * _SOFT_EDGE)
    open_to_view[:edge_y] = open_to_view[-edge_y:] = False
    open_to_view[:, :edge_x] = open_to_view[:, -edge_x:] = False
    rows: NDArray[np.intp] = np.flatnonzero(open_to_view.any(axis=1))
    columns: NDArray[np.intp] = np.flatnonzero(open_to_view.any(axis=0))
    if rows.size == 0:
        return ()
    reach = round(_PARALLAX_UNITS * size.scale)
    left = round((wall.left - far.left) * size.scale) + int(columns[0]) - reach
    top = round((wall.top - far.top) * size.scale) + int(rows[0]) - reach
    right, bottom = left + int(columns[-1] - columns[0]) + 2 * reach, top + int(rows[-1] - rows[0]) + 2 * reach
    box = skia.IRect.MakeLTRB(max(0, left), max(0, top), min(far.image.width(), right), min(far.image.height(), bottom))
    if box.isEmpty():
        return ()
    seen = far.image.makeSubset(box).makeRasterImage()
    left_units, top_units = far.left + box.left() / size.scale, far.top + box.top() / size.scale
    return (replace(far, image=seen, left=left_units, top=top_units),)


def _graded(layer: Layer, scene: Scene, style: Style) -> Layer:
    """The layer under a soft light that runs from the key's colour to the shadow's, as it stands in the frame.

    The light is laid on the opaque picture and the layer's own alpha is put back, because blending modes would
    otherwise fill what is transparent.
    """
    size = scene.size
    surface = skia.Surface(layer.image.width(), layer.image.height())
    canvas = surface.getCanvas()
    canvas.clear(0xFF000000)
    canvas.drawImage(layer.image, 0, 0)
    canvas.scale(size.scale, size.scale)
    canvas.translate(-layer.left, -layer.top)
    x, y = size.width * (0.5 + scene.light.dx * 0.48), size.height * (0.5 + scene.light.dy * 0.48)
    stops = [(0.0, mix(scene.hour.key, "#ffffff", 0.1), 0.3 * style.grade), (1.0, scene.hour.fill, 0.26 * style.grade)]
    canvas.drawPaint(ink(shader=linear((x, y), (size.width - x, size.height - y), stops), blend=SOFT_LIGHT))
    alpha = _pixels(layer.image)[..., 3:]
    pixels = _pixels(surface, writable=True)
    np.minimum(pixels[..., :3], alpha, out=pixels[..., :3])
    pixels[..., 3:] = alpha
    return replace(layer, image=surface.makeImageSnapshot())


def _pixels(picture: Any, *, writable: bool = False) -> NDArray[np.uint8]:
    """The pixels of an image or surface, shape (height, width, 4), without a copy."""
    view = skia.Pixmap()
    picture.peekPixels(view)
    memory = view.writable_addr() if writable else view.addr()
    return np.frombuffer(memory, np.uint8).reshape(picture.height(), picture.width(), 4)
