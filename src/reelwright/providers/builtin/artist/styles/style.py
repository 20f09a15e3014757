"""What a look is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.contract import Hour, Scene

Pixels = NDArray[np.uint8]
"""Shape (height, width, 4), premultiplied, in Skia's own order of channels."""
RED, GREEN, BLUE = (2, 1, 0) if skia.Surface(1, 1).imageInfo().colorType() == skia.kBGRA_8888_ColorType else (0, 1, 2)
ALPHA = 3


@dataclass(frozen=True)
class Sheet:
    """A drawing about to be finished."""

    pixels: Pixels
    """Changed in place."""
    layer: str
    """The layer's name: ``people``, ``product``, ``room``, ``sky``..."""
    depth: float
    """0 infinitely far, 1 the subject's plane."""
    px_per_unit: float
    left: float
    top: float
    """Where its corner stands in the frame, in units."""
    scene: Scene


@dataclass(frozen=True)
class Style:
    """A look. What is left out stays as the illustrated look has it."""

    slug: str
    grade: float = 1.0
    """Strength of the warm-to-cool colour grade."""
    vignette: float = 0.42
    """Darkness of the corners, 0 to 1."""
    grain: float = 0.05
    """Strength of the film grain, 0 to 1; strong grain costs bit rate."""
    bloom: float = 1.0
    """Strength of the glow towards the light."""
    blur: float = 1.0
    """Share of the depth blur that stays."""
    relit: Callable[[Hour], Hour] | None = None
    """The hour's light as the look wants it."""
    palette: tuple[str, ...] = ()
    """Dark to light; replaces the shot's where the look lives by its colours."""
    finish: Callable[[Sheet], None] | None = None
    """Works a painted drawing over."""
    over: Callable[[Any, Scene, int, int], None] | None = None
    """Draws on the lens's picture: ``over(canvas, scene, width_px, height_px)``."""


AIR = ("air", "steam", "rain", "snow", "beam", "fog")
"""Layers without outlines."""


def luma(sheet: Sheet) -> NDArray[np.float32]:
    """Lightness of what is painted, shape (height, width), 0 to 1; 0 where nothing is."""
    pixels = sheet.pixels
    weighed = 0.2126 * pixels[..., RED] + 0.7152 * pixels[..., GREEN] + 0.0722 * pixels[..., BLUE]
    return (weighed / np.maximum(pixels[..., ALPHA], 1)).astype(np.float32)


def paint_of(sheet: Sheet) -> list[NDArray[np.float32]]:
    """Red, green and blue of the paint itself, whatever its opacity: shape (height, width), 0 to 1."""
    alpha = np.maximum(sheet.pixels[..., ALPHA], 1).astype(np.float32)
    return [np.asarray(sheet.pixels[..., channel] / alpha, np.float32) for channel in (RED, GREEN, BLUE)]


def softened(values: NDArray[np.float32], sigma_px: float) -> NDArray[np.float32]:
    """A Gaussian blur, nearly, of values in [0, 1], shape (height, width); the edge is continued.

    Sums of neighbours in 16 bits: a twentieth of the cost of Skia's own, and finer than its 8 bits.
    """
    fixed = (values * np.float32(_ONE) + np.float32(0.5)).astype(np.uint16)
    return _spread(fixed, sigma_px * sigma_px).astype(np.float32) * np.float32(1 / _ONE)


_Fixed = NDArray[np.uint16]
_ONE = 4080
"""What stands for 1: sixteen of it still fit."""
_COARSE = 2.2
"""Variance in square pixels from which half as many pixels across show the same."""
_BY_HALVING = 0.55
"""Variance that halving and doubling add."""


def _spread(values: _Fixed, variance: float) -> _Fixed:
    height, width = values.shape
    if variance > _COARSE and min(height, width) > 8:
        small = _spread(_halved(values), (variance - _BY_HALVING) / 4)
        return _doubled(_doubled(small, height).T, width).T
    for _ in range(max(1, round(2 * variance))):
        rows = values[:-1] + values[1:]
        rows = rows[:-1] + rows[1:]
        both = rows[:, :-1] + rows[:, 1:]
        both = both[:, :-1] + both[:, 1:]
        values = values.copy()
        np.right_shift(both, 4, out=values[1:-1, 1:-1])
    return values


def _halved(values: _Fixed) -> _Fixed:
    """Averages of two by two pixels; an odd last row or column is left out."""
    height, width = values.shape[0] // 2 * 2, values.shape[1] // 2 * 2
    rows = values[0:height:2, :width] + values[1:height:2, :width]
    return (rows[:, 0::2] + rows[:, 1::2]) >> np.uint16(2)


def _doubled(values: _Fixed, count: int) -> _Fixed:
    """As many rows as asked for, twice as many or one more, each three parts of the nearer old one."""
    found = np.empty((count, values.shape[1]), np.uint16)
    most = 3 * values
    found[0], found[2 : 2 * len(values) : 2] = values[0], (most[1:] + values[:-1]) >> np.uint16(2)
    found[1 : 2 * len(values) - 1 : 2] = (most[:-1] + values[1:]) >> np.uint16(2)
    found[2 * len(values) - 1 :] = values[-1]
    return found


def lay(sheet: Sheet, red: Any, green: Any, blue: Any) -> None:
    """Puts colours (arrays or numbers, 0 to 255) where the drawing is, under its own alpha."""
    share = sheet.pixels[..., ALPHA].astype(np.float32) / np.float32(255)
    for channel, values in ((RED, red), (GREEN, green), (BLUE, blue)):
        sheet.pixels[..., channel] = np.clip(values * share + 0.5, 0, 255)
