"""A dog that sits and looks up, facing right: drawn 100 points high from the ground at y = 0."""

from typing import Any

from reelwright.providers.builtin.artist.brush import Light, clipped, curve, darker, ink, lighter, oval, smooth, solid

HEIGHT_CM = 58.0
TAIL_ROOT = (-21.0, -9.0)
"""What the tail turns about."""
_COAT, _PALE = "#c68a4e", "#f1e0c4"


def draw_dog(canvas: Any, light: Light, *, wags: bool = True) -> None:
    """Draws the dog on a canvas in hundredths of its height.

    Args:
        canvas: Skia canvas whose origin is on the ground, under the middle of the dog.
        light: The scene's light.
        wags: Whether the tail is up; then ``draw_tail`` draws it.
    """
    canvas.drawPath(oval(0, 0, 36, 3.4), ink("#0a0712", 0.42, blur=2.2))
    if not wags:
        _lit(canvas, smooth([(-22, -8), (-34, -10), (-48, -3, "c"), (-38, -4), (-24, -1)]), _COAT, light)
    haunch = smooth([(-27, -2), (-29, -18), (-18, -32), (-2, -28), (4, -10), (2, 0), (-20, 0.5)])
    body = smooth([(-24, -4), (-25, -26), (-13, -46), (2, -58), (15, -56), (20, -40), (17, -22), (14, 0), (-18, 0)])
    _lit(canvas, body, _COAT, light)
    chest = smooth([(6, -55), (17, -54), (20, -40), (17, -22), (12, -8), (7, -20), (5, -40)])
    canvas.drawPath(chest, ink(_PALE, 0.9, blur=1.6))
    for x, tone in ((16.5, darker(_COAT, 0.3)), (9.5, _COAT)):
        leg = smooth(
            [
                (x - 4.6, -34),
                (x + 3.4, -34),
                (x + 3, -6),
                (x + 7.5, -3),
                (x + 7.5, 0.4, "c"),
                (x - 4.4, 0.4, "c"),
                (x - 4, -8),
            ]
        )
        _lit(canvas, leg, tone, light)
    _lit(canvas, haunch, _COAT, light)
    paw = smooth([(-8, -5), (6, -5), (8, 0.5, "c"), (-10, 0.5, "c")])
    _lit(canvas, paw, lighter(_COAT, 0.25), light)
    _head(canvas, light)


def draw_tail(canvas: Any, light: Light) -> None:
    """The raised tail alone, so that it can wag about ``TAIL_ROOT``."""
    tail = smooth([(-19, -7), (-30, -13), (-40, -27), (-47, -40), (-43, -42), (-35, -32), (-27, -19), (-18, -13)])
    _lit(canvas, tail, _COAT, light)


def _lit(canvas: Any, path: Any, tone: str, light: Light) -> None:
    solid(canvas, path, tone, light, shade=0.58, rim=0.8, rim_width=1.1, soft=4)


def _head(canvas: Any, light: Light) -> None:
    head = smooth(
        [
            (-6, -76),
            (-3, -92),
            (9, -99),
            (21, -94),
            (27, -86),
            (40, -81),
            (44, -76),
            (41, -69),
            (26, -65),
            (14, -58),
            (1, -60),
        ]
    )
    collar = smooth([(-5, -61), (8, -55), (19, -58), (20, -53), (8, -49), (-7, -56)])
    _lit(canvas, collar, "#b5483c", light)
    canvas.drawCircle(11, -50, 2.2, ink("#e6bd5a"))
    _lit(canvas, head, _COAT, light)
    with clipped(canvas, head):
        muzzle = smooth([(22, -82), (40, -82), (46, -75), (42, -67), (24, -63), (17, -71)])
        canvas.drawPath(muzzle, ink(_PALE, 0.92, blur=1.4))
    canvas.drawPath(oval(41.5, -79, 3.6, 2.9), ink("#1c1416"))
    canvas.drawPath(oval(40.8, -80, 1.1, 0.7), ink("#ffffff", 0.7))
    canvas.drawPath(curve((42, -75), (36, -70), (27, -71)), ink("#5b3424", stroke=1.1))
    tongue = smooth([(31, -70.5), (37, -70), (36.5, -63), (33, -62)])
    _lit(canvas, tongue, "#d9737a", light)
    canvas.drawPath(oval(20.5, -85, 2.4, 2.7), ink("#1c1212"))
    canvas.drawCircle(21.3, -86, 0.8, ink("#ffffff", 0.9))
    canvas.drawPath(curve((16.5, -89.5), (20, -91), (23.5, -89.5)), ink(darker(_COAT, 0.45), stroke=1))
    ear = smooth([(1, -95), (8, -96), (10, -84), (6, -68), (-3, -63), (-8, -70), (-6, -84)])
    _lit(canvas, ear, darker(_COAT, 0.32), light)
