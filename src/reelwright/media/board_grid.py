"""A storyboard's grid: its panels in rows on paper, each with its number, camera, mood and words."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from reelwright.media.canvas import skia
from reelwright.media.layout import draw_line, draw_paragraph, draw_picture, opened
from reelwright.media.png import write_png
from reelwright.media.typeface import font_of

PAPER, INK, SOFT, LINE, BLANK = 0xFFFBF8F1, 0xFF2A2522, 0xFF857B72, 0xFFD9D0C3, 0xFFF1EBDF
"""Colours as 0xAARRGGBB."""
_WIDE = 2160
_MARGIN, _GAP, _HEAD, _LINES = 72, 36, 140, 3
_SIZE_PX, _LEADING = 21, 1.4
_WORDS = 62 + round(_LINES * _SIZE_PX * _LEADING) + 16
"""Height of the words below a panel, in pixels."""


@dataclass(frozen=True)
class GridPanel:
    """One panel of a storyboard."""

    picture: Path | None
    """None leaves it blank."""
    number: str
    camera: str
    mood: str
    words: str


def storyboard_grid(title: str, panels: Sequence[GridPanel], size: tuple[int, int], out: Path) -> None:
    """Writes the grid as a PNG 2160 pixels wide.

    Args:
        title: The story's.
        panels: In their order, 1 to 10.
        size: Width and height of a panel's picture, for the shape of the cells.
        out: The PNG file.

    Raises:
        UnreadableMedia: If a picture cannot be read.
        MediaError: If the file cannot be written.
    """
    across = _across(len(panels), size[0] / size[1])
    wide = (_WIDE - 2 * _MARGIN - (across - 1) * _GAP) // across
    high = round(wide * size[1] / size[0])
    row = high + _WORDS + _GAP
    rows = -(-len(panels) // across)
    surface = skia.Surface(_WIDE, _HEAD + rows * row + _MARGIN - _GAP)
    canvas = surface.getCanvas()
    canvas.clear(PAPER)
    _heading(canvas, title, f"{len(panels)} panels")
    for index, panel in enumerate(panels):
        # A last row that is not full stands in the middle.
        missing = across - (len(panels) - index // across * across) if index // across == rows - 1 else 0
        x = _MARGIN + index % across * (wide + _GAP) + max(0, missing) * (wide + _GAP) // 2
        _panel(canvas, panel, x, _HEAD + index // across * row, wide, high)
    write_png(out, np.ascontiguousarray(surface.toarray(colorType=skia.kRGBA_8888_ColorType)))


def _across(count: int, ratio: float) -> int:
    """Panels side by side, so that the last row is as full as can be."""
    if ratio < 0.9:
        return 5 if count in (5, 9, 10) else 4
    if ratio < 1.3:
        return 4 if count in (4, 7, 8) else 5 if count in (9, 10) else 3
    return 2 if count in (2, 4) else 3 if count in (3, 5, 6, 9) else 4 if count in (7, 8) else 5


def _heading(canvas: Any, title: str, beside: str) -> None:
    font = font_of(24, 450)
    draw_line(canvas, title, _MARGIN, 84, 42, INK, weight=650, width=_WIDE - 2 * _MARGIN - 240)
    draw_line(canvas, beside, _WIDE - _MARGIN - font.measureText(beside), 84, 24, SOFT)
    canvas.drawRect(skia.Rect.MakeXYWH(_MARGIN, 112, _WIDE - 2 * _MARGIN, 1.5), skia.Paint(Color=LINE))


def _panel(canvas: Any, panel: GridPanel, x: float, y: float, wide: int, high: int) -> None:
    box = skia.Rect.MakeXYWH(x, y, wide, high)
    if panel.picture is None:
        canvas.drawRect(box, skia.Paint(Color=BLANK))
        draw_line(canvas, "not drawn", x + 24, y + high / 2, 26, SOFT)
    else:
        draw_picture(canvas, opened(panel.picture), box)
    edge = skia.Paint(AntiAlias=True, Color=LINE, Style=skia.Paint.kStroke_Style, StrokeWidth=1.5)
    canvas.drawRect(box, edge)
    at = y + high + 36
    draw_line(canvas, panel.number, x, at, 28, INK, weight=700)
    shift = font_of(28, 700).measureText(panel.number) + 16
    mood_px = min(font_of(20, 450).measureText(panel.mood), wide * 0.4)
    draw_line(canvas, panel.camera, x + shift, at, 20, INK, weight=600, width=wide - shift - mood_px - 12)
    draw_line(canvas, panel.mood, x + wide - mood_px, at, 20, SOFT, width=mood_px + 1)
    draw_paragraph(canvas, panel.words, x, at + 34, _SIZE_PX, SOFT, wide, _LINES)
