"""Any still as a painting with one layer, so that the camera can move over it."""

from pathlib import Path
from typing import Any

from reelwright.errors import UnreadableMedia
from reelwright.film.shot import Movement
from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.painting import Canvas2D, Layer, Painting
from reelwright.providers.builtin.camera.moves import pose_at

_STEPS = 25
_SHARP = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)


def still_painting(path: Path, width_px: int, height_px: int, move: Movement, seed: int = 0) -> Painting:
    """A still enlarged just so much that the move never shows its edge; a push-in begins with all of it.

    Raises:
        UnreadableMedia: If the file is no PNG, JPEG or WebP.
    """
    try:
        picture = skia.Image.open(str(path))
    except RuntimeError as problem:
        raise UnreadableMedia(f"{str(path)!r} is no picture the camera can read (PNG, JPEG, WebP)") from problem
    canvas = Canvas2D.for_size(width_px, height_px)
    cover = _cover(move, seed)
    wide, high = round(width_px * cover), round(height_px * cover)
    left, top = -(wide - width_px) / 2 / canvas.scale, -(high - height_px) / 2 / canvas.scale
    layer = Layer("still", _covering(picture, wide, high), left, top, 1.0)
    return Painting(canvas, width_px, height_px, (layer,))


def _cover(move: Movement, seed: int) -> float:
    """The least enlargement at which every moment of the move lies inside the still."""
    need = 1.0
    for step in range(-5, _STEPS + 6):
        for t_s in (0.0,) if move is not Movement.HANDHELD else tuple(n / 4 for n in range(40)):
            scale, x, y = pose_at(move, step / _STEPS, t_s, seed=seed).place(1.0)
            need = max(need, (1 + 2 * max(abs(x), abs(y))) / scale)
    return need + (0.004 if need > 1 else 0.0)


def _covering(picture: Any, wide: int, high: int) -> Any:
    surface = skia.Surface(wide, high)
    scale = max(wide / picture.width(), high / picture.height())
    canvas = surface.getCanvas()
    canvas.translate((wide - picture.width() * scale) / 2, (high - picture.height() * scale) / 2)
    canvas.scale(scale, scale)
    canvas.drawImage(picture.withDefaultMipmaps(), 0, 0, _SHARP)
    return surface.makeImageSnapshot()
