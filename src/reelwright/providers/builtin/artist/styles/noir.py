"""Film noir: black and white in deep contrast, blinds of light, a trace of colour left in the product."""

from dataclasses import replace
from typing import Any

import numpy as np

from reelwright.film.shot import Framing
from reelwright.providers.builtin.artist.brush import ink, linear, mix, polygon
from reelwright.providers.builtin.artist.contract import Hour, Scene
from reelwright.providers.builtin.artist.settings import setting_named
from reelwright.providers.builtin.artist.styles.style import ALPHA, BLUE, GREEN, RED, Sheet, Style, lay, luma

_KEPT = {"product": 0.6, "people": 0.1}
"""Share of the local colour that stays."""
_TIGHTS = (Framing.EXTREME_CLOSE_UP, Framing.INSERT)
_SLATS = 7
_TINT = (1.0, 0.985, 0.955)
"""Of white: a warm print."""


def _relit(hour: Hour) -> Hour:
    """One hard light; shadows nearly black."""
    return replace(
        hour,
        fill="#040409",
        far=mix(hour.far, "#14141c", 0.55),
        sky=tuple(mix(color, "#15161d", 0.6) for color in hour.sky),
        power=min(1.0, hour.power + 0.25),
        shafts=max(hour.shafts, 0.6),
    )


def _finish(sheet: Sheet) -> None:
    """Contrast by an S-curve that keeps faces readable and lets shadows sink."""
    light = luma(sheet)
    curved = np.clip((light - 0.06) / 0.82, 0, 1)
    curved = np.minimum(1, curved**1.2 * (1 + 0.75 * (1 - curved)))
    kept = _KEPT.get(sheet.layer, 0.04)
    gain = curved / np.maximum(light, 1e-3)
    alpha = np.maximum(sheet.pixels[..., ALPHA], 1)
    own = [sheet.pixels[..., channel] / alpha for channel in (RED, GREEN, BLUE)]
    toned = [255 * (curved * tone * (1 - kept) + one * gain * kept) for one, tone in zip(own, _TINT, strict=True)]
    lay(sheet, *toned)


def _blinds(canvas: Any, scene: Scene, width: int, height: int) -> None:
    """Light through slats, indoors only: broad bars over a place, soft ones beside a face, none on a detail."""
    staging, framing = scene.shot.staging, scene.shot.camera.framing
    if framing in _TIGHTS or not setting_named(staging.setting)[0].is_interior:
        return
    near = framing in (Framing.CLOSE_UP, Framing.MEDIUM_CLOSE) or not staging.people
    strength, pitch = (0.2, height / 5) if near else (0.4, height / _SLATS)
    # The side away from the light keeps clear, or faces that look into it would be barred.
    lit, dim, lean = (0.0, 0.62, -0.34) if scene.light.dx < 0 else (1.0, 0.38, 0.34)
    stops = [(0.0, "#020206", strength), (1.0, "#020206", 0.0)]
    fade = linear((width * lit, 0), (width * dim, 0), stops)
    for number in range(-2, round(height / pitch) + 3):
        top = number * pitch + (scene.seed % 40) / 40 * pitch
        drop = lean * height
        band = polygon((0, top), (width, top + drop), (width, top + drop + pitch * 0.5), (0, top + pitch * 0.5))
        canvas.drawPath(band, ink(shader=fade, blur=pitch * 0.06))


NOIR = Style("noir", grade=0.25, vignette=0.8, grain=0.11, bloom=0.55, relit=_relit, finish=_finish, over=_blinds)
