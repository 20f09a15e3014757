"""Colour words and colours: read out of a text, named again, and graded by time of day."""

import colorsys

from reelwright.film.base import HexColor
from reelwright.stages.lexicon import found_words, table

Rgb = tuple[float, float, float]
"""Red, green, blue in [0, 1], sRGB."""

_TIME_TINTS: dict[str, tuple[str, float, float]] = {
    # tint, how much of it, and how bright the result is
    "dawn": ("#e8a988", 0.10, 0.96),
    "morning": ("#f6dfae", 0.10, 1.06),
    "day": ("#f2f1e6", 0.12, 1.10),
    "golden hour": ("#f0a04b", 0.15, 1.0),
    "dusk": ("#5b5aa0", 0.16, 0.88),
    "night": ("#1a2350", 0.20, 0.74),
}


def colors_in(text: str) -> list[HexColor]:
    """The colours a text names, in order."""
    known = table("colors")["colors"]
    return [known[word] for word in found_words(text, known)]


def color_name(color: HexColor) -> str:
    """The nearest colour word."""
    known: dict[str, HexColor] = table("colors")["colors"]
    red, green, blue = rgb(color)

    def distance(other: HexColor) -> float:
        r, g, b = rgb(other)
        return 2 * (r - red) ** 2 + 4 * (g - green) ** 2 + 3 * (b - blue) ** 2

    return min(known, key=lambda word: distance(known[word]))


def graded(palette: tuple[HexColor, ...], time_of_day: str, lift: float = 1.0) -> tuple[HexColor, ...]:
    """The palette as it looks at a time of day, ``lift`` brighter or darker: the same family in another light."""
    tint, amount, bright = _TIME_TINTS.get(time_of_day, ("#ffffff", 0.0, 1.0))
    goal = rgb(tint)
    found: list[HexColor] = []
    for color in palette:
        red, green, blue = (a + (b - a) * amount for a, b in zip(rgb(color), goal, strict=True))
        hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
        found.append(hex_color(colorsys.hls_to_rgb(hue, min(0.97, lightness * bright * lift), saturation)))
    return tuple(found)


def rgb(color: HexColor) -> Rgb:
    """A colour as three numbers."""
    return int(color[1:3], 16) / 255, int(color[3:5], 16) / 255, int(color[5:7], 16) / 255


def hex_color(color: Rgb) -> HexColor:
    """Three numbers as a colour."""
    return "#" + "".join(f"{round(min(max(part, 0), 1) * 255):02x}" for part in color)
