"""The contact sheet: every shot at its start, middle and end, with slate, timing and beat."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from reelwright.media.canvas import skia
from reelwright.media.layout import draw_line, draw_paragraph, draw_picture, opened
from reelwright.media.png import write_png
from reelwright.media.typeface import font_of

GROUND, INK, SOFT, ACCENT, LINE = 0xFF14121A, 0xFFF4EFE6, 0xFFA49DA8, 0xFFE8B86B, 0xFF2C2833
"""Colours as 0xAARRGGBB."""
MAX_SIDE_PX = 16_000
_WIDE = 1920
_MARGIN, _GAP, _HEAD, _TEXT_WIDTH = 56, 20, 132, 300


@dataclass(frozen=True)
class SheetShot:
    """One row of the sheet: pictures from left to right and the words beside them."""

    pictures: tuple[Path | tuple[Path, int], ...]
    """Image files, or frames of film files with their number."""
    slate: str
    timing: str
    """``0:00.0 to 0:03.5``."""
    beat: str
    note: str = ""
    """What happens, or how the camera moves; cut to what fits."""


def contact_sheet(title: str, shots: Sequence[SheetShot], out: Path, *, subtitle: str = "") -> None:
    """Writes the sheet as a PNG 1920 pixels wide: a row a shot, or several side by side for many, square or tall ones.

    Raises:
        UnreadableMedia: If a picture cannot be read.
        MediaError: If the file cannot be written.
    """
    rows = [[opened(source) for source in shot.pictures] for shot in shots]
    across = min(_across(rows), len(shots)) or 1
    plan = _Plan.of(rows, across)
    surface = skia.Surface(_WIDE, min(MAX_SIDE_PX, plan.height))
    canvas = surface.getCanvas()
    canvas.clear(GROUND)
    _heading(canvas, title, subtitle or f"{len(shots)} shots")
    for index, (shot, pictures) in enumerate(zip(shots, rows, strict=True)):
        x = _MARGIN + index % across * (plan.column + _GAP * 2)
        y = _HEAD + _MARGIN // 2 + index // across * plan.row
        _row(canvas, shot, pictures, plan, x, y)
    pixels = surface.toarray(colorType=skia.kRGBA_8888_ColorType)
    write_png(out, np.ascontiguousarray(pixels))


@dataclass(frozen=True)
class _Plan:
    column: int
    cell: tuple[int, int]
    row: int
    height: int
    beside: bool
    """Whether the words stand left of the pictures, or above them."""

    @classmethod
    def of(cls, rows: Sequence[Sequence[Any]], across: int) -> "_Plan":
        column = (_WIDE - 2 * _MARGIN - (across - 1) * _GAP * 2) // across
        count = max((len(row) for row in rows), default=1)
        ratio = rows[0][0].width() / rows[0][0].height() if rows and rows[0] else 16 / 9
        beside = across == 1
        room = column - (_TEXT_WIDTH if beside else 0)
        wide = (room - (count - 1) * _GAP) // count
        high = round(wide / ratio)
        if high > 560:
            wide, high = round(560 * ratio), 560
        row = high + (_GAP * 2 if beside else 96)
        lines = -(-len(rows) // across)
        return cls(column, (wide, high), row, _HEAD + _MARGIN + lines * row + _MARGIN // 2, beside)


def _across(rows: Sequence[Sequence[Any]]) -> int:
    """Shots side by side: one where wide pictures are few, more where they are many, square or tall."""
    first = rows[0][0] if rows and rows[0] else None
    ratio = first.width() / first.height() if first else 16 / 9
    if ratio >= 1.3:
        return 2 if len(rows) > 4 else 1
    return 2 if ratio > 0.9 else 4 if len(rows) == 4 else 3


def _heading(canvas: Any, title: str, subtitle: str) -> None:
    width = _WIDE - 2 * _MARGIN
    draw_line(canvas, title, _MARGIN, 76, 40, INK, weight=650, width=width - 300)
    font = font_of(20, 450)
    draw_line(canvas, subtitle, _WIDE - _MARGIN - font.measureText(subtitle), 76, 20, SOFT)
    canvas.drawRect(skia.Rect.MakeXYWH(_MARGIN, 108, width, 1.5), skia.Paint(Color=LINE))


def _row(canvas: Any, shot: SheetShot, pictures: Sequence[Any], plan: _Plan, x: int, y: int) -> None:
    wide, high = plan.cell
    if plan.beside:
        _words_beside(canvas, shot, x, y, high)
        left, top = x + _TEXT_WIDTH, y
    else:
        _words_above(canvas, shot, x, y, plan.column)
        left, top = x, y + 56
    for number, picture in enumerate(pictures):
        box = skia.Rect.MakeXYWH(left + number * (wide + _GAP), top, wide, high)
        draw_picture(canvas, picture, box, 8)


def _words_beside(canvas: Any, shot: SheetShot, x: int, y: int, high: int) -> None:
    width = _TEXT_WIDTH - 32
    draw_line(canvas, shot.slate, x, y + 30, 30, ACCENT, weight=650)
    draw_line(canvas, shot.timing, x, y + 64, 19, SOFT)
    at = y + 104
    at = draw_paragraph(canvas, shot.beat, x, at, 22, INK, width, 2, weight=600)
    draw_paragraph(canvas, shot.note, x, at + 6, 17, SOFT, width, max(0, int(y + high - at - 6) // 25))


def _words_above(canvas: Any, shot: SheetShot, x: int, y: int, column: int) -> None:
    draw_line(canvas, shot.slate, x, y + 36, 26, ACCENT, weight=650)
    timing = font_of(18, 450).measureText(shot.timing)
    draw_line(canvas, shot.timing, x + column - timing, y + 36, 18, SOFT)
    draw_line(canvas, shot.beat, x + 84, y + 36, 20, INK, weight=600, width=column - timing - 110)
