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
    """A Gaussian blur of values in [0, 1], shape (height, width); the edge is continued."""
    height, width = values.shape
    grey = np.repeat((values * 255 + 0.5).astype(np.uint8)[..., None], 4, axis=2)
    grey[..., ALPHA] = 255
    surface = skia.Surface(width, height)
    gauss = skia.Paint(ImageFilter=skia.ImageFilters.Blur(sigma_px, sigma_px, skia.TileMode.kClamp))
    surface.getCanvas().drawImage(skia.Image.fromarray(grey), 0, 0, skia.SamplingOptions(), gauss)
    return surface.toarray()[..., GREEN].astype(np.float32) / np.float32(255)


def lay(sheet: Sheet, red: Any, green: Any, blue: Any) -> None:
    """Puts colours (arrays or numbers, 0 to 255) where the drawing is, under its own alpha."""
    share = sheet.pixels[..., ALPHA].astype(np.float32) / np.float32(255)
    for channel, values in ((RED, red), (GREEN, green), (BLUE, blue)):
        sheet.pixels[..., channel] = np.clip(values * share + 0.5, 0, 255)
