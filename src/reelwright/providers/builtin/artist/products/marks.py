"""What is printed on a product: the name as a mark, set to the room it has, and what stands in where there is none."""

from typing import Any

from reelwright.media.typeface import typeface
from reelwright.providers.builtin.artist.brush import box, ink, oval
from reelwright.providers.builtin.artist.lettering import letter, text_width
from reelwright.providers.builtin.artist.products.sitter import Sitter

_LEADING = 1.16


def printable(text: str) -> str:
    """The text without what the typeface has no glyphs for."""
    face = typeface()
    kept = "".join(c if c == " " or face.unicharToGlyph(ord(c)) else " " for c in text if c.isprintable())
    return " ".join(kept.split())


def name_of(p: Sitter) -> str:
    """The product's name as it can be lettered; empty when there is none."""
    return printable(p.look.label)


def _tracked_width(text: str, size: float, weight: str, tracking: float) -> float:
    return text_width(text, size, weight) + tracking * size * max(0, len(text) - 1)


def tracked(
    canvas: Any, text: str, cx: float, y: float, size: float, color: str, *, weight: str, tracking: float, alpha: float
) -> None:
    """Letters one line around cx with extra room between the letters; ``tracking`` in shares of the size."""
    if not tracking:
        letter(canvas, text, cx, y, size, color, weight=weight, alpha=alpha)
        return
    x = cx - _tracked_width(text, size, weight, tracking) / 2
    for index, character in enumerate(text):
        letter(canvas, character, x, y, size, color, weight=weight, align="left", alpha=alpha)
        # The width of the pair keeps its kerning.
        pair = text[index : index + 2]
        x += text_width(pair, size, weight) - text_width(pair[1:], size, weight) + tracking * size


def wordmark(
    p: Sitter,
    cx: float,
    cy: float,
    width: float,
    height: float,
    color: str,
    *,
    weight: str = "bold",
    tracking: float = 0.0,
    capitals: bool = False,
    alpha: float = 1.0,
) -> float:
    """Sets the product's name in a box around (cx, cy), as large as it fits, and returns the size it got.

    Without a name an emblem stands there, so that nothing looks unfinished.
    """
    name = name_of(p)
    if not name:
        emblem(p.canvas, cx, cy, min(width, height) * 0.36, color, alpha)
        return 0.0
    text = name.upper() if capitals else name
    lines = max(broken(text), key=lambda found: _size(found, width, height, weight, tracking))
    size = _size(lines, width, height, weight, tracking)
    top = cy - size * _LEADING * len(lines) / 2
    for index, line in enumerate(lines):
        baseline = top + size * (_LEADING * index + 0.94)
        tracked(p.canvas, line, cx, baseline, size, color, weight=weight, tracking=tracking, alpha=alpha)
    return size


def broken(text: str) -> list[tuple[str, ...]]:
    """The ways to set a name in one to five lines, each as even as it goes; no word is ever left out."""
    words = text.split()
    found: list[tuple[str, ...]] = []
    longest = max(len(word) for word in words)
    for room in range(longest, len(text) + 1):
        lines = [words[0]]
        for word in words[1:]:
            if len(lines[-1]) + 1 + len(word) <= room:
                lines[-1] += " " + word
            else:
                lines.append(word)
        if len(lines) <= 5 and tuple(lines) not in found:
            found.append(tuple(lines))
    return found or [(text,)]


def _size(lines: tuple[str, ...], width: float, height: float, weight: str, tracking: float) -> float:
    widest = max(_tracked_width(line, 1, weight, tracking) for line in lines)
    return min(width / max(widest, 0.1), height / (len(lines) * _LEADING))


def emblem(canvas: Any, cx: float, cy: float, radius: float, color: str, alpha: float = 1.0) -> None:
    """A ring with a leaf-shaped spark in it: the mark of a product without a name."""
    canvas.drawPath(oval(cx, cy, radius, radius), ink(color, alpha, stroke=radius * 0.12))
    canvas.drawPath(oval(cx, cy, radius * 0.16, radius * 0.58), ink(color, alpha))
    canvas.drawPath(oval(cx, cy, radius * 0.58, radius * 0.16), ink(color, alpha))


def small_print(
    p: Sitter, cx: float, y: float, width: float, color: str, *, lines: int = 2, alpha: float = 0.55
) -> None:
    """Fine rules where a pack has its small print: too small to read, never words that mean nothing."""
    if p.is_small:
        return
    dice = p.dice("small print")
    for index in range(lines):
        long = width * (1.0 if index < lines - 1 else dice.uniform(0.45, 0.75))
        p.canvas.drawPath(box(cx - long / 2, y + index * 2.2, long, 0.55, 0.27), ink(color, alpha))
