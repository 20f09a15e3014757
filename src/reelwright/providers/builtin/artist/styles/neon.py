"""Neon: violet darkness, saturated colour, magenta and cyan light along every edge of the subject."""

from dataclasses import replace
from typing import Any

import numpy as np

from reelwright.providers.builtin.artist.brush import SCREEN, channels, ink, mix, radial
from reelwright.providers.builtin.artist.contract import Hour, Scene
from reelwright.providers.builtin.artist.styles.style import ALPHA, Sheet, Style, lay, paint_of, softened

_HOT, _COLD, _DARK = "#ff3fa4", "#2de2ff", "#0d0626"
_PUSH = 1.35
"""How much stronger colours are than painted."""
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
    red, green, blue = paint_of(sheet)
    light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    pushed = (np.clip(light + (one - light) * _PUSH, 0, 1) for one in (red, green, blue))
    deep = (1 - light) ** 2 * 0.62
    parts = [one * (1 - deep) + tone * deep for one, tone in zip(pushed, _shares(_DARK), strict=True)]
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
        parts = [1 - (1 - part) * (1 - rim * tone) for part, tone in zip(parts, _shares(color), strict=True)]
    return parts


def _shares(color: str) -> list[float]:
    """Red, green and blue, 0 to 1."""
    return [value / 255 for value in channels(color)]


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
