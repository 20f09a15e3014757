"""Title and end cards: lettering drawn over decoded frames."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reelwright.film.cut import Card
from reelwright.media.canvas import skia
from reelwright.media.typeface import Family, font_of, lettered, typeface

Picture = NDArray[np.uint8]
_SOFTEN_S, _RISE_S, _LEAVE_S = 0.5, 0.55, 0.4
_HEADING_AT_S, _RULE_AT_S, _LINE_AT_S = 0.25, 0.5, 0.65
"""When the parts of an end card begin to appear, seconds from its start."""
_GROUND_STRENGTH = 0.62
_SLIDE = 0.014
"""How far letters rise while they appear, as a share of the short side."""
_FAMILIES: dict[str, tuple[Family, int, float]] = {
    "sans": ("inter", 650, -0.015),
    "serif": ("playfair", 500, 0.005),
    "hand": ("caveat", 650, 0.0),
    "neon": ("inter", 300, 0.06),
}
"""Family, weight and tracking (share of the size) of a heading."""


@dataclass(frozen=True)
class _Row:
    """One line of letters: ``x`` and ``baseline`` in pixels."""

    text: str
    font: Any
    tracking_px: float
    x: float
    baseline: float


class CardPainter:
    """Draws one card over the frames of one film size.

    Args:
        card: What is lettered, and how.
        width_px: Of the film.
        height_px: Of the film.
        rate: Frames per second.
    """

    def __init__(self, card: Card, width_px: int, height_px: int, rate: Fraction) -> None:
        self._card, self._rate = _with_letters_there_are(card), rate
        self._width, self._height = width_px, height_px
        self._short = min(width_px, height_px)
        self._heading, self._rule, self._line = self._laid_out()
        self._softened: Any = None

    def letter(self, pictures: Iterable[Picture], first: int = 0) -> Iterator[Picture]:
        """The pictures with the card on them.

        Args:
            pictures: Shape (height, width, 3), uint8, sRGB; consecutive frames.
            first: The number of the first one, counted from the card's own start.

        Yields:
            Shape (height, width, 4), uint8, opaque.
        """
        for number, picture in enumerate(pictures, first):
            pixels = np.full((self._height, self._width, 4), 255, np.uint8)
            pixels[..., :3] = picture
            if not self._heading:
                yield pixels
                continue
            surface = skia.Surface(pixels, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
            if self._card.kind == "end":
                self._end(surface.getCanvas(), pixels, float(number / self._rate))
            else:
                self._title(surface.getCanvas(), float(number / self._rate))
            yield pixels

    def _title(self, canvas: Any, now_s: float) -> None:
        left_s = float(self._card.frame_count / self._rate) - now_s
        strength = min(_eased(now_s / _RISE_S), _eased(left_s / _LEAVE_S))
        self._shade(canvas, strength)
        self._write(canvas, self._heading, strength, 1 - _eased(now_s / _RISE_S))

    def _end(self, canvas: Any, pixels: Picture, now_s: float) -> None:
        if self._softened is None:
            self._softened = self._soft_ground(pixels)
        canvas.drawImage(self._softened, 0, 0, skia.SamplingOptions(), _alpha(_eased(now_s / _SOFTEN_S)))
        for rows, at_s in ((self._heading, _HEADING_AT_S), (self._line, _LINE_AT_S)):
            shown = _eased((now_s - at_s) / _RISE_S)
            self._write(canvas, rows, shown, 1 - shown)
        if self._line:
            x, y, long = self._rule
            reach = long / 2 * _eased((now_s - _RULE_AT_S) / _RISE_S)
            thick = max(1.5, self._short * 0.0035)
            canvas.drawRect(skia.Rect.MakeLTRB(x - reach, y, x + reach, y + thick), _ink(self._card.accent, 1.0))

    def _soft_ground(self, pixels: Picture) -> Any:
        """The picture under an end card: far out of focus and drawn towards the card's ground."""
        picture = skia.Image.fromarray(pixels.copy(), colorType=skia.kRGBA_8888_ColorType)
        surface = skia.Surface(self._width, self._height)
        blur = self._short * 0.03
        soft = skia.Paint(ImageFilter=skia.ImageFilters.Blur(blur, blur, skia.TileMode.kClamp))
        surface.getCanvas().drawImage(picture, 0, 0, skia.SamplingOptions(), soft)
        surface.getCanvas().drawPaint(_ink(self._card.ground, _GROUND_STRENGTH))
        return surface.makeImageSnapshot()

    def _shade(self, canvas: Any, strength: float) -> None:
        """A soft pool of the ground's colour behind a title, so that it reads on any picture."""
        left = min(row.x for row in self._heading)
        right = max(row.x + _width(row.text, row.font, row.tracking_px) for row in self._heading)
        size = self._heading[0].font.getSize()
        top, bottom = self._heading[0].baseline - size * 1.25, self._heading[-1].baseline + size * 0.6
        paint = _ink(self._card.ground, 0.66 * strength)
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, size * 0.6))
        pad = size * 0.55
        canvas.drawRoundRect(skia.Rect.MakeLTRB(left - pad, top, right + pad, bottom), size * 0.7, size * 0.7, paint)

    def _write(self, canvas: Any, rows: tuple[_Row, ...], strength: float, below: float) -> None:
        if strength <= 0:
            return
        canvas.save()
        canvas.translate(0, below * _SLIDE * self._short)
        if self._card.lettering == "neon":
            glow = _ink(self._card.accent, 0.85 * strength)
            glow.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, self._short * 0.012))
            for row in rows:
                _draw(canvas, row, glow)
        for row in rows:
            _draw(canvas, row, _ink(self._card.ink, strength))
        canvas.restore()

    def _laid_out(self) -> tuple[tuple[_Row, ...], tuple[float, float, float], tuple[_Row, ...]]:
        if not self._card.heading:
            return (), (0, 0, 0), ()
        if self._card.kind == "title":
            return self._title_rows(), (0, 0, 0), ()
        family, weight, tracking = _family(self._card)
        widest = self._width * 0.8
        words, size = _wrapped(self._card.heading, family, weight, tracking, self._short * 0.125, widest, 2)
        font = font_of(size, weight, family=family)
        leading = size * 1.12
        line_font = font_of(self._short * (0.052 if family == "caveat" else 0.036), 500, family=_small(family))
        block = leading * len(words) + (self._short * 0.115 if self._card.line else 0)
        top = self._height * 0.47 - block / 2
        heading = tuple(
            self._centred(text, font, tracking * size, top + leading * (number + 0.78))
            for number, text in enumerate(words)
        )
        rule_y = top + leading * len(words) + self._short * 0.038
        rule = (self._width / 2, rule_y, self._short * 0.13)
        line = _fitted(self._card.line, line_font, widest)
        rows = (
            (self._centred(line, line_font, 0.01 * line_font.getSize(), rule_y + self._short * 0.07),) if line else ()
        )
        return heading, rule, rows

    def _title_rows(self) -> tuple[_Row, ...]:
        """On one side in a wide frame, over the head of a tall one."""
        family, weight, tracking = _family(self._card)
        is_wide = self._width > self._height * 1.2
        widest = self._width * (0.4 if is_wide else 0.8)
        words, size = _wrapped(self._card.heading, family, weight, tracking, self._short * 0.108, widest, 3)
        font, leading = font_of(size, weight, family=family), size * 1.16
        middle = self._height * (0.44 if is_wide else 0.17)
        top = max(self._height * 0.07, middle - leading * len(words) / 2)
        rows: list[_Row] = []
        for number, text in enumerate(words):
            long = _width(text, font, tracking * size)
            x = (self._width - long) / 2
            if is_wide and self._card.place != "centre":
                x = self._width * 0.075 if self._card.place == "left" else self._width * 0.925 - long
            rows.append(_Row(text, font, tracking * size, x, top + leading * (number + 0.78)))
        return tuple(rows)

    def _centred(self, text: str, font: Any, tracking_px: float, baseline: float) -> _Row:
        return _Row(text, font, tracking_px, (self._width - _width(text, font, tracking_px)) / 2, baseline)


def _with_letters_there_are(card: Card) -> Card:
    """The card without signs that no typeface has; one that keeps no heading leaves its pictures as they are."""
    return card.model_copy(update={"heading": lettered(card.heading), "line": lettered(card.line)})


def _family(card: Card) -> tuple[Family, int, float]:
    """The lettering's typeface; Inter where it lacks one of the heading's letters."""
    family, weight, tracking = _FAMILIES[card.lettering]
    face = typeface(weight, family=family)
    if any(not face.unicharToGlyph(ord(sign)) for sign in card.heading + card.line if not sign.isspace()):
        return _FAMILIES["sans"]
    return family, weight, tracking


def _small(family: Family) -> Family:
    return "caveat" if family == "caveat" else "inter"


def _wrapped(
    text: str, family: Family, weight: int, tracking: float, largest_px: float, widest_px: float, most_rows: int
) -> tuple[list[str], float]:
    """The text in as few and as even rows as fit, and its size: smaller only when the rows do not suffice."""
    font = font_of(largest_px, weight, family=family)
    for row_count in range(1, most_rows + 1):
        rows = _even_rows(text.split(), row_count, font, tracking * largest_px)
        long = max(_width(row, font, tracking * largest_px) for row in rows)
        if long <= widest_px or row_count == most_rows:
            return rows, largest_px * min(1.0, widest_px / long)
    raise AssertionError("the last number of rows always answers")


def _even_rows(words: list[str], count: int, font: Any, tracking_px: float) -> list[str]:
    """The words in ``count`` rows (or one a word) whose longest is as short as can be."""
    if count <= 1 or len(words) <= 1:
        return [" ".join(words)]
    splits = [
        [" ".join(words[:at]), *_even_rows(words[at:], count - 1, font, tracking_px)] for at in range(1, len(words))
    ]
    return min(splits, key=lambda rows: max(_width(row, font, tracking_px) for row in rows))


def _fitted(text: str, font: Any, widest_px: float) -> str:
    """The text, its font made smaller where it is too long."""
    long = font.measureText(text) if text else 0.0
    if long > widest_px:
        font.setSize(font.getSize() * widest_px / long)
    return text


def _width(text: str, font: Any, tracking_px: float) -> float:
    return float(font.measureText(text)) + tracking_px * max(0, len(text) - 1)


def _draw(canvas: Any, row: _Row, paint: Any) -> None:
    """Letters placed one by one when tracked, so that the spacing is even; kerning stays by measuring beginnings."""
    for at, letter in enumerate(row.text):
        x = row.x + float(row.font.measureText(row.text[:at])) + row.tracking_px * at
        canvas.drawString(letter, x, row.baseline, row.font, paint)


def _ink(color: str, strength: float) -> Any:
    red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    return skia.Paint(AntiAlias=True, Color=skia.ColorSetARGB(round(255 * strength), red, green, blue))


def _alpha(strength: float) -> Any:
    return skia.Paint(Alphaf=strength)


def _eased(share: float) -> float:
    """A smoothstep from 0 to 1."""
    inner = max(0.0, min(1.0, share))
    return inner * inner * (3 - 2 * inner)
