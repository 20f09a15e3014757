"""Words on labels and screens, set in Inter and fitted to the room they have."""

from typing import Any

from reelwright.media.typeface import font_of
from reelwright.providers.builtin.artist.brush import ink

_WEIGHTS = {"light": 300, "regular": 400, "medium": 500, "bold": 700}


def _set(weight: str) -> Any:
    """Inter at size 100, with its text shapes at any size: letters on a thing are read small."""
    return font_of(100, _WEIGHTS[weight], optical_size=14.0)


def text_width(text: str, size: float, weight: str = "medium") -> float:
    """How wide a line is at a size, in the units of the size."""
    return float(_set(weight).measureText(text)) * size / 100


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
    canvas.drawString(text, 0, 0, _set(weight), ink(color, alpha))
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
