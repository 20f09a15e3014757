"""A cat that sits and looks about, facing right: drawn 100 points high from the ground at y = 0."""

from random import Random
from typing import Any

from reelwright.providers.builtin.artist.brush import Light, clipped, curve, darker, ink, lighter, oval, smooth, solid

HEIGHT_CM = 44.0
TAIL_ROOT = (-24.0, -6.0)
"""What the tail turns about."""
_COATS = (("#c98a4e", "#f3e3c8"), ("#6b6570", "#e9e4e0"), ("#2f2b33", "#4a4550"), ("#e3d9cc", "#fbf6ee"))


def coat_of(dice: Random) -> tuple[str, str]:
    """Main and light colour of a cat."""
    return dice.choice(_COATS)


def draw_tail(canvas: Any, light: Light, coat: tuple[str, str]) -> None:
    """The tail, curled up behind."""
    tail = smooth(
        [
            (-20, -2),
            (-38, -1),
            (-52, -10),
            (-56, -28),
            (-48, -40),
            (-42, -38),
            (-46, -27),
            (-42, -14),
            (-30, -9),
            (-20, -10),
        ]
    )
    _lit(canvas, tail, coat[0], light)
    for share in (0.3, 0.6):
        canvas.drawPath(
            curve((-54, -12 - share * 20), (-48, -14 - share * 18)), ink(darker(coat[0], 0.4), 0.5, stroke=2)
        )


def draw_cat(canvas: Any, light: Light, coat: tuple[str, str]) -> None:
    """Draws the cat, without its tail, on a canvas in hundredths of its height.

    Args:
        canvas: Skia canvas whose origin is on the ground, under the middle of the cat.
        light: The scene's light.
        coat: Main and light colour.
    """
    main, pale = coat
    canvas.drawPath(oval(-2, 0, 34, 3.2), ink("#0a0712", 0.42, blur=2.2))
    body = smooth(
        [(-26, -2), (-31, -18), (-24, -38), (-8, -54), (4, -64), (16, -62), (21, -46), (19, -22), (17, 0), (-18, 0)]
    )
    _lit(canvas, body, main, light)
    with clipped(canvas, body):
        canvas.drawPath(smooth([(10, -62), (21, -58), (22, -30), (15, -8), (9, -24)]), ink(pale, 0.9, blur=2))
        for x, y in ((-22, -34), (-14, -43), (-27, -22)):
            canvas.drawPath(curve((x, y), (x + 8, y + 5), (x + 12, y + 13)), ink(darker(main, 0.45), 0.4, stroke=2.6))
    haunch = smooth([(-29, -2), (-31, -16), (-20, -31), (-4, -26), (3, -10), (2, 0), (-20, 0.5)])
    _lit(canvas, haunch, main, light)
    for x, tone in ((15.5, darker(main, 0.25)), (8.5, main)):
        leg = smooth(
            [
                (x - 4.4, -34),
                (x + 3.2, -34),
                (x + 2.8, -6),
                (x + 6, -3),
                (x + 6, 0.4, "c"),
                (x - 4, 0.4, "c"),
                (x - 3.8, -8),
            ]
        )
        _lit(canvas, leg, tone, light)
        canvas.drawPath(oval(x + 1.6, -2, 4.6, 2.2), ink(pale, 0.85))
    _lit(canvas, smooth([(-8, -4), (6, -4.4), (8, 0.5, "c"), (-10, 0.5, "c")]), lighter(main, 0.2), light)
    _head(canvas, light, main, pale)


def _head(canvas: Any, light: Light, main: str, pale: str) -> None:
    for points in (((-3, -84), (-3, -103, "c"), (11, -92)), ((17, -92), (30, -102, "c"), (31, -82))):
        _lit(canvas, smooth([*points, (14, -78)]), main, light)
    for points in (((0, -87), (0, -98, "c"), (8, -91)), ((21, -91), (28, -97.5, "c"), (28.5, -85))):
        canvas.drawPath(smooth(list(points)), ink("#d99a94", 0.8))
    head = smooth(
        [(-6, -78), (-2, -89), (8, -94), (20, -94), (30, -88), (34, -77), (30, -67), (18, -61), (8, -61), (-3, -67)]
    )
    _lit(canvas, head, main, light)
    with clipped(canvas, head):
        canvas.drawPath(oval(19, -67, 13, 8.5), ink(pale, 0.92, blur=1.2))
        for x, y in ((9, -92), (14, -93), (19, -92)):
            canvas.drawLine(x, y, x + 0.6, y + 7, ink(darker(main, 0.5), 0.5, stroke=1.6))
    for x, wide in ((9, 3.9), (24.5, 3.6)):
        canvas.drawPath(oval(x, -79, wide, 4.4), ink("#1c1518"))
        canvas.drawPath(oval(x, -79, wide - 0.8, 3.7), ink("#b9c25a"))
        canvas.drawPath(oval(x + 0.3, -79, 1.3, 3.5), ink("#15100f"))
        canvas.drawCircle(x + 1, -80.6, 0.9, ink("#ffffff", 0.95))
    canvas.drawPath(smooth([(15.5, -72.6), (20, -72.6), (17.8, -69.8)]), ink("#c9746f"))
    for side in (-1, 1):
        canvas.drawPath(
            curve((17.8, -69.8), (17.8 + side * 2, -67.6), (17.8 + side * 4.6, -68)), ink("#5b3a34", stroke=0.9)
        )
        for lift in (-1.4, 0.8):
            whisker = curve(
                (17.8 + side * 6, -69), (17.8 + side * 15, -70 + lift * 2), (17.8 + side * 22, -69 + lift * 4)
            )
            canvas.drawPath(whisker, ink("#fdf8f0", 0.75, stroke=0.45))


def _lit(canvas: Any, path: Any, tone: str, light: Light) -> None:
    solid(canvas, path, tone, light, shade=0.58, rim=0.8, rim_width=1.1, soft=4)
