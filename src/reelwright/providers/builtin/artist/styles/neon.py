"""Neon: violet darkness, saturated colour, magenta and cyan light along every edge of the subject."""

from dataclasses import replace
from typing import Any

import numpy as np

from reelwright.providers.builtin.artist.brush import SCREEN, ink, mix, radial
from reelwright.providers.builtin.artist.contract import Hour, Scene
from reelwright.providers.builtin.artist.styles.style import ALPHA, BLUE, GREEN, RED, Sheet, Style, lay, softened

_HOT, _COLD, _DARK = "#ff3fa4", "#2de2ff", "#0d0626"
_SUBJECT = 0.85
"""Depth from which a layer gets light along its edges."""


def _relit(hour: Hour) -> Hour:
    """Night whatever the hour: magenta light, violet shadows, all lamps on."""
    return replace(
        hour,
        sky=("#070318", "#140a3c", "#2c1269", "#63208f", "#c4358f"),
        key=mix(_HOT, "#ffd0ec", 0.25),
        fill="#100a3c",
        near="#c58fe0",
        far="#2a1f78",
        power=0.85,
        sun="#ffd7f3",
        lamps=1.0,
        shafts=0.5,
    )


def _finish(sheet: Sheet) -> None:
    """Shadows drawn to violet, colours pushed; the subject rimmed hot on the light's side, cold on the other."""
    pixels = sheet.pixels.astype(np.float32)
    alpha = np.maximum(pixels[..., ALPHA], 1)
    red, green, blue = (pixels[..., channel] / alpha for channel in (RED, GREEN, BLUE))
    light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    push = 1.35
    red, green, blue = (np.clip(light + (one - light) * push, 0, 1) for one in (red, green, blue))
    deep = (1 - light) ** 2 * 0.62
    dark = [int(_DARK[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    parts = [one * (1 - deep) + tone * deep for one, tone in zip((red, green, blue), dark, strict=True)]
    if sheet.depth >= _SUBJECT and sheet.layer in ("people", "product", "creatures"):
        parts = _rimmed(sheet, parts)
    lay(sheet, *(255 * part for part in parts))


def _rimmed(sheet: Sheet, parts: list[Any]) -> list[Any]:
    """Screens two lights onto the outline: how much the shape falls away towards each side."""
    shape = sheet.pixels[..., ALPHA].astype(np.float32) / np.float32(255)
    soft = softened(shape, max(1.0, 5 * sheet.px_per_unit))
    slope = np.gradient(soft, axis=1) * (9 * sheet.px_per_unit) * shape
    side = -1.0 if sheet.scene.light.dx < 0 else 1.0
    for color, towards in ((_HOT, -side), (_COLD, side)):
        rim = np.clip(slope * towards * 2.6, 0, 0.9)
        tones = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        parts = [1 - (1 - part) * (1 - rim * tone) for part, tone in zip(parts, tones, strict=True)]
    return parts


def _glow(canvas: Any, scene: Scene, width: int, height: int) -> None:
    """Hot light from the light's side, cold from the other, low along the floor."""
    side = 0.0 if scene.light.dx < 0 else 1.0
    for x, color, strength in ((side, _HOT, 0.3), (1 - side, _COLD, 0.24)):
        stops = [(0.0, color, strength), (1.0, color, 0.0)]
        shader = radial((width * x, height * 0.72), max(width, height) * 0.5, stops)
        canvas.drawPaint(ink(shader=shader, blend=SCREEN))


NEON = Style(
    "neon",
    grade=0.7,
    vignette=0.5,
    grain=0.06,
    bloom=1.3,
    relit=_relit,
    palette=("#0d0b1e", "#2a1560", "#5b2a9c", "#c23a8f", "#35b6c9", "#f0e6ff"),
    finish=_finish,
    over=_glow,
)
