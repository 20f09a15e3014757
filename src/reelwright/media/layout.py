"""What sheets and grids are laid out of: pictures in boxes, and words in lines."""

from bisect import bisect_right
from pathlib import Path
from typing import Any

import numpy as np

from reelwright.errors import UnreadableMedia
from reelwright.media.canvas import skia
from reelwright.media.decode import frame_at
from reelwright.media.typeface import font_of

_SMOOTH = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)


def opened(source: Path | tuple[Path, int]) -> Any:
    """An image file, or one frame of a film file by its number, as Skia draws it fast.

    Raises:
        UnreadableMedia: If it is no picture.
    """
    if isinstance(source, tuple):
        rgb = frame_at(*source)
        pixels = np.full((*rgb.shape[:2], 4), 255, np.uint8)
        pixels[..., :3] = rgb
        return _native(skia.Image.fromarray(pixels, skia.kRGBA_8888_ColorType))
    try:
        return _native(skia.Image.open(str(source)))
    except RuntimeError as problem:
        raise UnreadableMedia(f"{str(source)!r} is no picture") from problem


def _native(picture: Any) -> Any:
    """The picture in the form Skia draws fast, with smaller versions of itself."""
    surface = skia.Surface(picture.width(), picture.height())
    surface.getCanvas().drawImage(picture, 0, 0)
    return surface.makeImageSnapshot().withDefaultMipmaps()


def draw_picture(canvas: Any, picture: Any, box: Any, radius: float = 0.0) -> None:
    """Fills a box with a picture, cut to its shape, with round corners."""
    canvas.save()
    canvas.clipRRect(skia.RRect.MakeRectXY(box, radius, radius), True)
    scale = max(box.width() / picture.width(), box.height() / picture.height())
    wide, high = picture.width() * scale, picture.height() * scale
    target = skia.Rect.MakeXYWH(box.centerX() - wide / 2, box.centerY() - high / 2, wide, high)
    canvas.drawImageRect(picture, target, _SMOOTH)
    canvas.restore()


def draw_line(
    canvas: Any, text: str, x: float, y: float, size: float, color: int, *, weight: int = 450, width: float = 0
) -> None:
    """Draws words on a base line; cut to ``width`` pixels, unless that is 0."""
    font = font_of(size, weight)
    shown = text if width <= 0 else _shortened(text, font, width)
    canvas.drawString(shown, x, y, font, skia.Paint(AntiAlias=True, Color=color))


def _shortened(text: str, font: Any, width: float) -> str:
    if font.measureText(text) <= width:
        return text
    most = bisect_right(range(len(text)), width, key=lambda count: font.measureText(f"{text[:count]}…"))
    return f"{text[: max(0, most - 1)].rstrip()}…"


def draw_paragraph(
    canvas: Any, text: str, x: float, y: float, size: float, color: int, width: float, most: int, *, weight: int = 450
) -> float:
    """Draws words in at most so many lines; returns where the next line would stand."""
    font, leading = font_of(size, weight), size * 1.4
    lines = _wrapped(text, font, width)
    if len(lines) > most > 0:
        lines = [*lines[: most - 1], _shortened(" ".join(lines[most - 1 :]), font, width)]
    for line in lines[: max(0, most)]:
        canvas.drawString(_shortened(line, font, width), x, y, font, skia.Paint(AntiAlias=True, Color=color))
        y += leading
    return y


def _wrapped(text: str, font: Any, width: float) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and font.measureText(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
