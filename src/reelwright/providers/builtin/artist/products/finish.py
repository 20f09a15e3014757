"""What a surface does with light: finishes, and the light and gloss that a relief under a finish sends back."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import Light, channels
from reelwright.providers.builtin.artist.products.relief import Grid, Relief

Color = NDArray[Any]


@dataclass(frozen=True)
class Finish:
    """A surface. All numbers are shares from 0 to 1."""

    shade: float = 0.8
    """Depth of the shadow side."""
    wrap: float = 0.35
    """How far light creeps around the form: much for wax and cloth, little for stone."""
    gloss: float = 0.35
    """Strength of the reflected softboxes."""
    sharp: float = 0.5
    """Sharpness of the reflections' edges."""
    rim: float = 0.5
    """Strength of the light along the edges."""
    metal: float = 0.0
    """Share of the surroundings that it mirrors in its own colour."""


MATTE = Finish(gloss=0.06, sharp=0.1, rim=0.35, wrap=0.45)
PAPER = Finish(gloss=0.03, sharp=0.1, rim=0.25, wrap=0.4, shade=0.7)
CLOTH = Finish(gloss=0.0, sharp=0.1, rim=0.3, wrap=0.55)
SATIN = Finish(gloss=0.3, sharp=0.3, rim=0.45)
GLAZED = Finish(gloss=0.46, sharp=0.72, rim=0.55)
LACQUER = Finish(gloss=0.75, sharp=0.85, rim=0.65, shade=0.9)
PLASTIC = Finish(gloss=0.42, sharp=0.5, rim=0.5)
RUBBER = Finish(gloss=0.14, sharp=0.2, rim=0.4, wrap=0.3)
LEATHER = Finish(gloss=0.24, sharp=0.25, rim=0.4, wrap=0.35)
METAL = Finish(gloss=0.9, sharp=0.6, rim=0.6, metal=0.95, shade=0.9)
BRUSHED = Finish(gloss=0.5, sharp=0.18, rim=0.5, metal=0.75, shade=0.85)
GLASS = Finish(gloss=0.85, sharp=0.9, rim=0.9, wrap=0.8, shade=0.3)


def with_gloss(finish: Finish, gloss: float) -> Finish:
    """The finish, duller or shinier."""
    return replace(finish, gloss=gloss)


def _rgb(color: str) -> Color:
    return np.array(channels(color), np.float32) / 255


def _step(low: float, high: float, values: Grid) -> Grid:
    at = np.clip((values - low) / (high - low), 0, 1)
    return at * at * (3 - 2 * at)


def _window(values: Grid, low: float, high: float, soft: float) -> Grid:
    return _step(low - soft, low + soft, values) * (1 - _step(high - soft, high + soft, values))


def _sides(light: Light) -> tuple[float, float]:
    """How strongly the light comes from the left and from the right; from behind or above it is both."""
    across = light.dx / max(0.3, abs(light.dx) + 0.35 * abs(light.dy))
    return max(0.0, min(1.0, 0.5 - across * 0.62)), max(0.0, min(1.0, 0.5 + across * 0.62))


def _softboxes(relief: Relief, light: Light, soft: float) -> Grid:
    """What a mirror of this form shows of a tall softbox on each side and one overhead, 0 to 1."""
    rx, ry = 2 * relief.nz * relief.nx, 2 * relief.nz * relief.ny
    left, right = _sides(light)
    tall = _window(ry, -0.8, 0.72, 0.12 + soft * 0.3)
    boxes = _window(rx, -0.93, -0.60, 0.03 + soft * 0.2) * (0.28 + 0.72 * left) * tall * (left > 0.2)
    boxes = boxes + _window(rx, 0.60, 0.93, 0.03 + soft * 0.2) * (0.28 + 0.72 * right) * tall * (right > 0.2)
    faint = _window(rx, 0.82, 0.93, 0.03 + soft * 0.1) * (right <= 0.2) + _window(
        rx, -0.93, -0.82, 0.03 + soft * 0.1
    ) * (left <= 0.2)
    overhead = _window(ry, -0.95, -0.55, 0.05 + soft * 0.3) * _window(rx, -0.6, 0.6, 0.1 + soft * 0.4)
    return np.clip(boxes + faint * 0.22 * tall + overhead * 0.4, 0, 1)


def _diffuse(relief: Relief, light: Light, wrap: float) -> Grid:
    """Light received from the key, 0 to 1."""
    front = 0.72
    length = float(np.sqrt(light.dx**2 + light.dy**2 + front**2))
    facing = (relief.nx * light.dx + relief.ny * light.dy + relief.nz * front) / length
    return np.clip((facing + wrap) / (1 + wrap), 0, 1)


def _surroundings(relief: Relief, light: Light) -> Grid:
    """Brightness of the studio that polished metal mirrors: dark flags and pale walls, 0 to about 1.3."""
    rx, ry = 2 * relief.nz * relief.nx, 2 * relief.nz * relief.ny
    left, right = _sides(light)
    room = 0.42 - 0.22 * ry + 0.16 * rx * (right - left)
    flag = _window(rx * (1 if right >= left else -1), -0.42, 0.12, 0.2)
    edge = _step(0.9, 1.0, np.sqrt(relief.nx**2 + relief.ny**2))
    return np.clip(room - 0.24 * flag + 0.85 * _softboxes(relief, light, 0.35) - 0.25 * edge, 0.06, 1.4)


def received(relief: Relief, light: Light, finish: Finish) -> Color:
    """What local colours are multiplied by, (rows, columns, 3), 0 to 1."""
    key, fill = _rgb(light.key), _rgb(light.fill)
    lit = 1 - (1 - key) * (0.16 + 0.2 * light.power)
    floor = 0.46 - 0.22 * light.power
    dark = 1 - finish.shade * (1 - (floor + (0.5 - 0.1 * light.power) * fill))
    amount = _diffuse(relief, light, finish.wrap)
    amount = amount * (1.0 - 0.16 * relief.down * (0.4 + 0.6 * light.power))
    amount = _step(-0.08, 0.98, amount)
    tone = dark + (lit - dark) * amount[..., None]
    if finish.metal:
        mirrored = _surroundings(relief, light)[..., None] * lit
        tone = tone + (mirrored - tone) * finish.metal
    return np.clip(tone, 0, 1).astype(np.float32)


def gloss(relief: Relief, light: Light, finish: Finish) -> tuple[Color, Grid]:
    """Highlights: their colour (rows, columns, 3) and their opacity (rows, columns), both 0 to 1."""
    key, fill = _rgb(light.key), _rgb(light.fill)
    left, right = _sides(light)
    warm = 1 - (1 - key) * 0.55
    cool = np.clip(fill * 0.4 + np.array([0.60, 0.66, 0.86], np.float32) * 0.8, 0, 1)
    boxes = _softboxes(relief, light, 1 - finish.sharp) * finish.gloss
    grazing = (1 - relief.nz) ** 3
    towards = np.clip(relief.nx * light.dx + relief.ny * light.dy, 0, 1)
    back = 1 - abs(light.dx)
    towards = np.maximum(towards, back * 0.7 * np.abs(relief.nx))
    rim = grazing * towards * finish.rim * (0.5 + 0.7 * light.power) * 1.5
    away = np.clip(-relief.nx * (right - left), 0, 1) * grazing * finish.rim * 0.55
    side = _step(-0.15, 0.15, relief.nx * (right - left) if right != left else relief.nz)
    power = np.clip(boxes + rim, 0, 1)
    alpha = np.clip(power + away * (1 - power), 0, 0.97)
    share = (side * (alpha > 0))[..., None]
    color = cool + (warm - cool) * np.maximum(share, (rim > away)[..., None].astype(np.float32) * 0.9)
    return color.astype(np.float32), alpha.astype(np.float32)


def as_picture(color: Color, alpha: Grid | None = None) -> Any:
    """Colours and opacities in 0-1 as a Skia image."""
    rows, columns = color.shape[:2]
    pixels = np.empty((rows, columns, 4), np.uint8)
    pixels[..., :3] = np.clip(color * 255 + 0.5, 0, 255)
    pixels[..., 3] = 255 if alpha is None else np.clip(alpha * 255 + 0.5, 0, 255)
    return skia.Image.fromarray(pixels, skia.ColorType.kRGBA_8888_ColorType)
