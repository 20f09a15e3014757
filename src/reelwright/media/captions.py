"""Captions as pixels."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reelwright.film.sound import Caption
from reelwright.media.canvas import skia
from reelwright.media.caption_text import plain
from reelwright.media.typeface import font_of, lettered

PLATE, TEXT, SPOKEN = 0x99110D18, 0xFFFFFFFF, 0xFFFFD27F
"""Colours as 0xAARRGGBB: a translucent plate, white words, a warm tone for the word being spoken."""
_FADE_S = 0.12
_LINGER_S = 0.06


@dataclass(frozen=True)
class _Word:
    text: str
    start_s: float
    end_s: float


class CaptionPainter:
    """Draws captions into frames of one size.

    Words stay inside the safe area: 8 % off the sides, and off the bottom 8 % in wide and square frames, 21 % in tall
    ones, where players put their own buttons.
    """

    def __init__(self, width_px: int, height_px: int) -> None:
        self._width, self._height = width_px, height_px
        short = min(width_px, height_px)
        self._largest = short * (0.047 if width_px > height_px else 0.052)
        self._bottom = height_px * (0.79 if height_px > width_px * 1.3 else 0.92)
        self._widest = width_px * 0.84

    def shows(self, captions: Sequence[Caption], now_s: float) -> bool:
        """Whether a caption is on screen at a time."""
        return self._current(captions, now_s) is not None

    @staticmethod
    def _current(captions: Sequence[Caption], now_s: float) -> Caption | None:
        return next((caption for caption in captions if caption.start_s <= now_s < caption.end_s), None)

    def draw(self, picture: NDArray[np.uint8], captions: Sequence[Caption], now_s: float) -> NDArray[np.uint8]:
        """The picture with the caption of a moment drawn on.

        Args:
            picture: Shape (height, width, 3) or (height, width, 4), uint8, sRGB.
            captions: Those of the film.
            now_s: Seconds from the start of the film.

        Returns:
            Shape (height, width, 4), opaque; a new array.
        """
        pixels = np.full((self._height, self._width, 4), 255, np.uint8)
        pixels[..., :3] = picture[..., :3]
        caption = self._current(captions, now_s)
        if caption is not None:
            surface = skia.Surface(pixels, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
            self._draw(surface.getCanvas(), caption, now_s)
        return pixels

    def _draw(self, canvas: Any, caption: Caption, now_s: float) -> None:
        rows = [_timed(line, caption) for line in _split_words(caption)]
        font = self._fitting([" ".join(word.text for word in row) for row in rows])
        size = font.getSize()
        widths = [font.measureText(" ".join(word.text for word in row)) for row in rows]
        leading, pad_x, pad_y = size * 1.3, size * 0.62, size * 0.42
        high = leading * len(rows) + pad_y * 2
        wide = max(widths) + pad_x * 2
        top = self._bottom - high
        strength = max(0.0, min(1.0, (now_s - caption.start_s) / _FADE_S, (caption.end_s - now_s) / _FADE_S))
        canvas.saveLayerAlpha(skia.Rect.MakeWH(self._width, self._height), round(64 + 191 * strength))
        plate = skia.Rect.MakeXYWH((self._width - wide) / 2, top, wide, high)
        canvas.drawRoundRect(plate, size * 0.42, size * 0.42, skia.Paint(AntiAlias=True, Color=PLATE))
        for number, (row, width) in enumerate(zip(rows, widths, strict=True)):
            baseline = top + pad_y + leading * number + leading * 0.5 + size * 0.36
            _draw_row(canvas, font, row, (self._width - width) / 2, baseline, now_s)
        canvas.restore()

    def _fitting(self, rows: Sequence[str]) -> Any:
        """The font, smaller when a line is too long for the frame."""
        font = font_of(self._largest, 600)
        widest = max(font.measureText(row) for row in rows)
        if widest > self._widest:
            font.setSize(self._largest * self._widest / widest)
        return font


def _draw_row(canvas: Any, font: Any, row: Sequence[_Word], x: float, baseline: float, now_s: float) -> None:
    for word in row:
        spoken = word.start_s <= now_s < word.end_s + _LINGER_S
        paint = skia.Paint(AntiAlias=True, Color=SPOKEN if spoken else TEXT)
        canvas.drawString(word.text, x, baseline, font, paint)
        x += font.measureText(word.text + " ")


def _split_words(caption: Caption) -> list[list[str]]:
    return [words for line in caption.lines if (words := lettered(plain(line)).split())] or [["…"]]


def _timed(line: list[str], caption: Caption) -> list[_Word]:
    """A line's words with their times; the caption's words count on through its lines."""
    lines = _split_words(caption)
    first = sum(len(other) for other in lines[: lines.index(line)])
    times = caption.words if len(caption.words) == sum(map(len, lines)) else ()
    if not times:
        return [_Word(text, -1.0, -1.0) for text in line]
    return [_Word(text, times[first + n].start_s, times[first + n].end_s) for n, text in enumerate(line)]
