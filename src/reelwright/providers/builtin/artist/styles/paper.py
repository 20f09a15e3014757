"""A storyboard panel: pencil contours and hatching on warm paper, a few flat washes, an inked frame."""

from functools import lru_cache
from random import Random
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray

from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import channels, curve, ink
from reelwright.providers.builtin.artist.contract import Scene
from reelwright.providers.builtin.artist.styles.style import (
    AIR,
    ALPHA,
    Sheet,
    Style,
    lay,
    luma,
    paint_of,
    softened,
)

_PAPER, _PENCIL, _FRAME = "#f3ecdd", "#342e2c", "#34302e"
_WASH = {"people": 0.5, "product": 0.62, "creatures": 0.46}
"""How strongly local colours are washed in; what lies behind is left nearly to the pencil."""
_PEOPLE = ("people", "lids", "hands")
_SKIN_LIFT = np.float32(0.62)
_LIFT = 0.42
"""Lightness of the darkest wash."""
_HATCH_UNITS = 6.5
"""Distance between the strokes of a hatching."""
_MARGIN = 0.028
"""Of the panel's frame from the edge of the picture, as a share of the short side."""


def _finish(sheet: Sheet) -> None:
    """Contours where lightness falls, hatching by depth of shadow, washes, all on the colour of paper."""
    if sheet.layer in AIR:
        _as_strokes(sheet)
        return
    if sheet.layer == "foreground":
        sheet.pixels[...] = 0  # it is painted out of focus, and a pencil has no lens
        return
    own = _stretched(luma(sheet), sheet)
    if sheet.layer in _PEOPLE:
        # Skin of any colour is paper with a wash, or eyes and mouth would sink into it.
        own = np.asarray(own**_SKIN_LIFT, np.float32)
    light = _on_paper(own, sheet)
    lines = _contours(light, sheet)
    tone = np.maximum(lines, _hatching(softened(light, max(1.0, 3.0 * sheet.px_per_unit)), sheet))
    far = max(0.5, min(1.0, 0.45 + 0.55 * sheet.depth))
    tone = np.clip(tone * far, 0, 1)
    wash = _WASH.get(sheet.layer, 0.22 * far)
    flat_light = _LIFT + (1 - _LIFT) * np.round(softened(light, 1.5 * sheet.px_per_unit) * 4) / 4
    parts: list[NDArray[Any]] = []
    for one, paper, pencil in zip(paint_of(sheet), channels(_PAPER), channels(_PENCIL), strict=True):
        hue = np.clip(one / np.maximum(own, 0.12), 0, 1.6)
        flat = paper * (1 - wash) + np.minimum(paper * flat_light * (0.45 + 0.55 * hue), 255) * wash
        parts.append(flat * (1 - tone) + pencil * tone)
    lay(sheet, *parts)


def _stretched(light: NDArray[np.float32], sheet: Sheet) -> NDArray[np.float32]:
    """Lightness drawn most of the way to the full range, so that a dim room has lines too."""
    painted = light[::8, ::8][sheet.pixels[::8, ::8, ALPHA] > 128]
    if painted.size < 16:
        return light
    low, high = np.percentile(painted, (3, 97))
    full = (light - low) / np.float32(max(0.2, high - low))
    return np.clip(light * 0.4 + full * 0.6, 0, 1).astype(np.float32)


def _on_paper(light: NDArray[np.float32], sheet: Sheet) -> NDArray[np.float32]:
    """Lightness with blank paper where the drawing is transparent, so that its outline is a fall of light too."""
    share = sheet.pixels[..., ALPHA].astype(np.float32) / np.float32(255)
    return np.asarray(np.clip(light, 0, 1) * share + (1 - share), np.float32)


def _contours(light: NDArray[np.float32], sheet: Sheet) -> NDArray[np.float32]:
    """Difference of two blurs: dark along every edge, thicker at strong ones; the pencil skips a little."""
    fine = softened(light, max(0.7, 0.9 * sheet.px_per_unit))
    wide = softened(light, max(1.4, 2.6 * sheet.px_per_unit))
    lines = np.clip((wide - fine) * 17 - 0.1, 0, 1)
    return np.asarray(lines * (0.62 + 0.38 * _tooth(sheet)), np.float32)


def _hatching(light: NDArray[np.float32], sheet: Sheet) -> NDArray[np.float32]:
    """Strokes one way in half shadow, both ways in deep shadow."""
    strokes = np.zeros_like(light)
    for (down, across), below in (((1, 1), 0.46), ((-4, 5), 0.24)):
        depth = np.clip((np.float32(below) - light) * np.float32(5), 0, 1)
        if depth.any():
            np.maximum(strokes, _ruled(sheet, down, across) * depth, out=strokes)
    return np.asarray(strokes * (0.3 + 0.34 * _tooth(sheet)), np.float32)


def _ruled(sheet: Sheet, down: int, across: int) -> NDArray[np.float32]:
    """Parallel strokes, 0 to 1, that climb ``down`` for ``across``: every row is the same line, begun elsewhere."""
    height, width = sheet.pixels.shape[:2]
    begin = min(0, down * (height - 1))
    steps = np.arange(begin, max(0, down * (height - 1)) + across * (width - 1) + 1, dtype=np.float32)
    units = steps / np.float32(across * sheet.px_per_unit) + np.float32(sheet.left + down / across * sheet.top)
    off = np.abs(units / np.float32(_HATCH_UNITS) % 1 - np.float32(0.5))
    line = np.asarray(np.clip(1 - off * 4.2, 0, 1), np.float32)
    size = line.itemsize
    return as_strided(line[-begin:], (height, width), (down * size, across * size), writeable=False)


@lru_cache(maxsize=8)
def _noise(height: int, width: int) -> NDArray[np.float32]:
    dice = np.random.default_rng(7)
    return dice.random((height, width), np.float32)


def _tooth(sheet: Sheet) -> NDArray[np.float32]:
    """The paper's grain, 0 to 1: where it is high the pencil bites."""
    height, width = sheet.pixels.shape[:2]
    return _noise(height, width)


def _as_strokes(sheet: Sheet) -> None:
    """Rain, steam and beams: light on paper is nothing, so they become faint pencil."""
    sheet.pixels[..., ALPHA] = (sheet.pixels[..., ALPHA] * 0.5).astype(np.uint8)
    lay(sheet, *(np.full(sheet.pixels.shape[:2], tone + 60, np.float32) for tone in channels(_PENCIL)))


def _panel(canvas: Any, scene: Scene, width: int, height: int) -> None:
    """Paper grain over everything, and around the panel its inked frame with bare paper outside."""
    tile = skia.PerlinNoiseShader.MakeFractalNoise(0.75, 0.75, 2, scene.seed % 997, skia.ISize.Make(512, 512))
    grain = skia.Paint(Shader=tile)
    brown = [0, 0, 0, 0, 0.3, 0, 0, 0, 0, 0.24, 0, 0, 0, 0, 0.18]
    grain.setColorFilter(skia.ColorFilters.Matrix([*brown, 0.4, 0, 0, 0, -0.17]))
    canvas.drawPaint(grain)
    short = min(width, height)
    inset, dice = short * _MARGIN, Random(f"panel/{scene.seed}")
    outer = skia.Path.Rect(skia.Rect.MakeWH(width, height))
    inner = skia.Path.Rect(skia.Rect.MakeLTRB(inset, inset, width - inset, height - inset))
    canvas.drawPath(skia.Op(outer, inner, skia.kDifference_PathOp), ink(_PAPER))
    corners = [(inset, inset), (width - inset, inset), (width - inset, height - inset), (inset, height - inset)]
    for start, end in zip(corners, [*corners[1:], corners[0]], strict=True):
        canvas.drawPath(_by_hand(start, end, short * 0.0022, dice), ink(_FRAME, 0.92, stroke=short * 0.0052))


def _by_hand(start: tuple[float, float], end: tuple[float, float], unrest: float, dice: Random) -> Any:
    """A ruled line as a hand draws it: a little unsteady, running past its corner."""
    points = [
        (
            start[0] + (end[0] - start[0]) * share + dice.gauss(0, unrest),
            start[1] + (end[1] - start[1]) * share + dice.gauss(0, unrest),
        )
        for share in (-0.006, 0.2, 0.4, 0.6, 0.8, 1.006)
    ]
    return curve(*points)


PAPER = Style("paper", grade=0.0, vignette=0.0, grain=0.0, bloom=0.0, blur=0.12, finish=_finish, over=_panel)
