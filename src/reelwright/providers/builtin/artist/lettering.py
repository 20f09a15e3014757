"""Words on labels and screens, set in Inter and fitted to the room they have."""

import importlib.util
from functools import cache
from pathlib import Path
from typing import Any

from reelwright.errors import ConfigurationError
from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import ink

_WEIGHTS = {"light": 300, "regular": 400, "medium": 500, "bold": 700}


@cache
def typeface(weight: str = "medium") -> Any:
    """The Inter typeface of a weight: ``light``, ``regular``, ``medium`` or ``bold``."""
    spec = importlib.util.find_spec("fontpkg_inter")
    folder = Path(spec.origin).parent if spec and spec.origin else None
    found = [path for path in sorted(folder.rglob("Inter*.ttf")) if "Italic" not in path.name] if folder else []
    if not found:
        raise ConfigurationError("the font file of Inter is missing", hint="pip install fontpkg-inter")
    variable = skia.Typeface.MakeFromFile(str(found[0]))
    positions = skia.FontArguments.VariationPosition
    # The package holds one variable font; the axis is the four letters of its OpenType tag.
    # Skia keeps no copies: the coordinates must outlive the call.
    coordinates = positions.Coordinates([positions.Coordinate(int.from_bytes(b"wght"), _WEIGHTS[weight])])
    position = positions(coordinates)
    arguments = skia.FontArguments()
    arguments.setVariationDesignPosition(position)
    return variable.makeClone(arguments)


def _font(size: float, weight: str) -> Any:
    font = skia.Font(typeface(weight), size)
    font.setSubpixel(True)
    font.setEdging(skia.Font.Edging.kAntiAlias)
    font.setHinting(skia.FontHinting.kNone)
    font.setLinearMetrics(True)
    return font


def text_width(text: str, size: float, weight: str = "medium") -> float:
    """How wide a line is at a size, in the units of the size."""
    return float(_font(100, weight).measureText(text)) * size / 100


def letter(
    canvas: Any,
    text: str,
    x: float,
    y: float,
    size: float,
    color: str,
    *,
    weight: str = "medium",
    align: str = "centre",
    room: float = 0,
    alpha: float = 1.0,
) -> float:
    """Letters one line with its base line at y and returns the size it got.

    Args:
        canvas: Skia canvas.
        text: One line.
        x: Left edge, middle or right edge, by ``align``.
        y: Base line.
        size: Wished size; made smaller so that the line fits ``room``.
        color: ``#rrggbb``.
        weight: Weight of Inter.
        align: ``left``, ``centre`` or ``right``.
        room: Greatest width; 0 for any.
        alpha: Opacity.
    """
    wide = text_width(text, 1, weight)
    if room and wide * size > room:
        size = room / wide
    start = x - {"left": 0.0, "centre": 0.5, "right": 1.0}[align] * wide * size
    # Tiny sizes are set large and scaled down: a font below one unit loses its outline.
    canvas.save()
    canvas.translate(start, y)
    canvas.scale(size / 100, size / 100)
    canvas.drawString(text, 0, 0, _font(100, weight), ink(color, alpha))
    canvas.restore()
    return size


def label_lines(text: str, longest: int = 11) -> tuple[str, ...]:
    """A name broken into at most three lines of about equal length."""
    words = text.split()
    lines: list[str] = []
    for word in words:
        if lines and len(lines[-1]) + 1 + len(word) <= longest:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return tuple(lines[:3])


def label(
    canvas: Any,
    text: str,
    cx: float,
    cy: float,
    width: float,
    height: float,
    color: str,
    *,
    weight: str = "bold",
) -> None:
    """Sets a name in a box around (cx, cy), as large as it fits, in up to three lines."""
    lines = label_lines(text)
    if not lines:
        return
    widest = max(text_width(line, 1, weight) for line in lines)
    size = min(width / widest, height / (len(lines) * 1.12), height * 0.8)
    top = cy - size * 1.12 * len(lines) / 2
    for index, line in enumerate(lines):
        letter(canvas, line, cx, top + size * (1.12 * index + 0.9), size, color, weight=weight)
