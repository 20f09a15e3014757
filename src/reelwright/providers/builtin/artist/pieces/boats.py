"""Boats, in centimetres: the water line is y = 0, the middle of the hull x = 0."""

from typing import Any

from reelwright.providers.builtin.artist.brush import (
    Light,
    box,
    curve,
    darker,
    ink,
    lighter,
    mix,
    oval,
    rect,
    smooth,
    solid,
)


def fishing_boat(canvas: Any, light: Light, color: str, burns: float) -> None:
    """A small boat with a cabin, 620 long, bow to the right."""
    hull = smooth([(-310, -96, "c"), (-120, -78), (120, -84), (320, -140, "c"), (262, 22), (-270, 22)])
    _lit(canvas, rect(-6, -420, 4, -80), "#5a4a3f", light)
    canvas.drawLine(0, -410, 300, -140, ink("#2c2b33", 0.8, stroke=3))
    canvas.drawLine(0, -410, -290, -96, ink("#2c2b33", 0.8, stroke=3))
    _lit(canvas, box(-170, -220, 150, 150, 10), "#efe6d6", light)
    _lit(canvas, box(-186, -236, 182, 22, 6), color, light)
    for x in (-152, -88):
        glass = mix(mix("#4f6a80", light.key, 0.25), "#ffd590", burns)
        canvas.drawPath(box(x, -198, 46, 48, 6), ink(glass))
    _lit(canvas, hull, color, light)
    band = smooth([(-308, -96), (-120, -78), (120, -84), (318, -140)], closed=False)
    canvas.drawPath(band, ink(lighter(color, 0.75), stroke=13))
    keel = smooth([(-290, -6, "c"), (284, -10, "c"), (264, 24), (-270, 24)])
    canvas.drawPath(keel, ink(darker(color, 0.6), 0.9))
    for x in (-200, -60, 80):
        canvas.drawPath(oval(x, -44, 17, 17), ink("#2a2a33", stroke=9))


def sailing_boat(canvas: Any, light: Light, color: str, sail: str) -> None:
    """A yacht under sail, 560 long, bow to the right."""
    _lit(canvas, rect(-16, -760, -8, -50), "#6b5a4a", light)
    main = smooth([(-20, -740, "c"), (-60, -420), (-236, -96, "c"), (-20, -88, "c")])
    jib = smooth([(-4, -700, "c"), (110, -380), (262, -92, "c"), (60, -110), (0, -84, "c")])
    solid(canvas, main, sail, light, shade=0.6, rim=0.8, rim_width=5, soft=40)
    solid(canvas, jib, darker(sail, 0.06), light, shade=0.6, rim=0.8, rim_width=5, soft=40)
    for share in (0.3, 0.55, 0.8):
        y = -740 + share * 650
        canvas.drawPath(curve((-22, y), (-22 - share * 190, y + 22)), ink(darker(sail, 0.35), 0.35, stroke=3))
    hull = smooth([(-280, -66, "c"), (0, -56), (290, -82, "c"), (220, 16), (-250, 16)])
    _lit(canvas, hull, color, light)
    canvas.drawPath(smooth([(-278, -66), (0, -56), (288, -82)], closed=False), ink(lighter(color, 0.8), stroke=8))


def mirror_below(canvas: Any, wide: float, color: str) -> None:
    """The soft dark of a hull on the water."""
    for index in range(4):
        y = 26 + index * 16
        canvas.drawPath(
            oval(index % 2 * 30 - 10, y, wide * (0.48 - index * 0.07), 6), ink(color, 0.42 - index * 0.08, blur=5)
        )


def _lit(canvas: Any, path: Any, color: str, light: Light) -> None:
    solid(canvas, path, color, light, shade=0.6, rim=0.85, rim_width=4, soft=18)
