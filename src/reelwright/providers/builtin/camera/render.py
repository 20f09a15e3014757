"""Composing a painting as the camera sees it, frame by frame, fast."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from reelwright.film.shot import Movement
from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.painting import Layer, Overlay, Painting
from reelwright.providers.builtin.camera.life import alive, along
from reelwright.providers.builtin.camera.moves import Pose, pose_at
from reelwright.providers.builtin.camera.sparse import Piece, pieces_of

LAYOUT = "bgra" if skia.Surface(1, 1).imageInfo().colorType() == skia.kBGRA_8888_ColorType else "rgba"
"""The order of channels in which Skia draws fastest here; its Python constant for it is not to be trusted."""
_SMOOTH = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kNone)
_BLENDS = {
    "over": skia.BlendMode.kSrcOver,
    "screen": skia.BlendMode.kScreen,
    "soft light": skia.BlendMode.kSoftLight,
    "overlay": skia.BlendMode.kOverlay,
    "multiply": skia.BlendMode.kMultiply,
}
_Stack = list[Layer | Any]


class Lens:
    """Looks at one painting. Frames are drawn into one buffer that the next frame overwrites.

    Args:
        painting: Layers from far to near, and overlays.
        move: The camera's movement.
        seed: Varies the move.
    """

    def __init__(self, painting: Painting, move: Movement, seed: int = 0) -> None:
        self._painting, self._move, self._seed = painting, move, seed
        self._surface = skia.Surface(painting.width_px, painting.height_px)
        self._canvas = self._surface.getCanvas()
        self._format = self._surface.imageInfo()
        self._pixels = np.empty((painting.height_px, painting.width_px, 4), np.uint8)
        self._overlays = _merged(painting.overlays, painting.width_px, painting.height_px)
        self._cut: dict[int, tuple[Piece, ...]] = {}
        self._stack = self._flattened() if move is Movement.STATIC else list(painting.layers)

    def look(self, u: float, t_s: float) -> NDArray[np.uint8]:
        """The frame at ``u`` of the shot (0 first frame, 1 last) and ``t_s`` seconds from its first frame.

        Returns:
            Shape (height, width, 4), channels in the order of ``LAYOUT``, opaque; overwritten by the next call.
        """
        pose = pose_at(self._move, u, t_s, seed=self._seed)
        self._canvas.resetMatrix()
        self._canvas.clear(0xFF000000)
        for part in self._stack:
            if isinstance(part, Layer):
                self._place(self._canvas, part, pose, u, t_s)
            else:
                self._canvas.drawImage(part, 0, 0)
        for image, paint in self._overlays:
            self._canvas.drawImage(image, 0, 0, skia.SamplingOptions(), paint)
        self._surface.readPixels(self._format, self._pixels, self._pixels.strides[0])
        return self._pixels

    def _place(self, canvas: Any, layer: Layer, pose: Pose, u: float, t_s: float) -> None:
        size, drawing = self._painting.canvas, layer.drawn(u, t_s)
        opacity = 1.0
        if drawing.image is None:
            return
        scale, x, y = pose.place(layer.depth)
        canvas.save()
        canvas.translate(self._painting.width_px / 2, self._painting.height_px / 2)
        canvas.scale(scale * size.scale, scale * size.scale)
        canvas.translate(x * size.width / scale - size.width / 2, y * size.height / scale - size.height / 2)
        if layer.course:
            opacity = along(canvas, layer, u)
        for share in alive(canvas, layer, t_s) if opacity > 0 else ():
            canvas.translate(drawing.left, drawing.top)
            canvas.scale(1 / (size.scale * layer.detail), 1 / (size.scale * layer.detail))
            for image, left, top in self._pieces(layer, drawing.image):
                canvas.drawImage(image, left, top, _SMOOTH, _faint(share * opacity))
            canvas.restore()
        canvas.restore()

    def _pieces(self, layer: Layer, image: Any) -> tuple[Piece, ...]:
        """The picture in the parts it is laid down in; flip-books are cropped already."""
        if layer.turning is not None:
            return ((image, 0, 0),)
        known = self._cut.get(id(image))
        if known is None:
            known = self._cut[id(image)] = pieces_of(image)
        return known

    def _flattened(self) -> _Stack:
        """For a camera that stands still: neighbouring layers that stand still too become one picture."""
        stack: _Stack = []
        still: list[Layer] = []
        for layer in (*self._painting.layers, None):
            if layer is not None and layer.is_still:
                still.append(layer)
                continue
            if still:
                stack.append(self._one(still))
                still = []
            if layer is not None:
                stack.append(layer)
        return stack

    def _one(self, layers: list[Layer]) -> Any:
        surface = skia.Surface(self._painting.width_px, self._painting.height_px)
        canvas = surface.getCanvas()
        canvas.clear(0)
        for layer in layers:
            self._place(canvas, layer, Pose(), 0.0, 0.0)
        return surface.makeImageSnapshot()


def as_rgba(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """A copy of what ``Lens.look`` returned, with channels red, green, blue, alpha."""
    return pixels[..., [2, 1, 0, 3]] if LAYOUT == "bgra" else pixels.copy()


def _merged(overlays: tuple[Overlay, ...], width_px: int, height_px: int) -> list[tuple[Any, Any]]:
    """Overlays as pictures and paints; neighbours that simply lie over each other become one."""
    merged: list[tuple[Any, Any]] = []
    before = ""
    for overlay in overlays:
        if overlay.blend == before == "over":
            surface = skia.Surface(width_px, height_px)
            surface.getCanvas().drawImage(merged.pop()[0], 0, 0)
            surface.getCanvas().drawImage(overlay.image, 0, 0)
            merged.append((surface.makeImageSnapshot(), skia.Paint()))
        else:
            merged.append((overlay.image, skia.Paint(BlendMode=_BLENDS[overlay.blend])))
        before = overlay.blend
    return merged


def _faint(opacity: float) -> Any:
    if opacity >= 1:
        return None
    paint = skia.Paint()
    paint.setAlphaf(max(0.0, opacity))
    return paint
