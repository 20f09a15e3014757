"""A pizza on a board: at table height, and from above."""

import math

from reelwright.providers.builtin.artist.brush import darker, ink, leaf, lighter, mix, oval
from reelwright.providers.builtin.artist.products.finish import GLAZED, MATTE, SATIN, with_gloss
from reelwright.providers.builtin.artist.products.sitter import Sitter, shape

_CRUST, _CHEESE = "#d9a35a", "#f2d48a"


def _paint(p: Sitter) -> None:
    board = oval(0, -50, 108, 48)
    under = oval(0, -46, 108, 46)
    p.canvas.drawPath(under, ink(darker(p.color, 0.5)))
    with p.lit(p.puffed(board, depth=3), MATTE) as canvas:
        canvas.drawPath(board, ink(p.color))
        for ring in range(0 if p.is_small else 7):
            canvas.drawPath(oval(0, -50, 104 - ring * 3, 46 - ring * 1.3), ink(darker(p.color, 0.4), 0.16, stroke=0.7))
    p.canvas.save()
    p.canvas.translate(0, -56)
    p.canvas.scale(1.84, 0.84)
    _pie(p)
    p.canvas.restore()


def _from_above(p: Sitter) -> None:
    p.canvas.save()
    p.canvas.translate(0, -50)
    board = oval(0, 0, 50, 50)
    with p.lit(p.puffed(board, depth=1.6), MATTE) as canvas:
        canvas.drawPath(board, ink(p.color))
    p.canvas.scale(0.92, 0.92)
    _pie(p)
    p.canvas.restore()


def _pie(p: Sitter) -> None:
    """Around (0, 0) with a radius of 50."""
    p.canvas.drawPath(oval(0, 3, 50, 50), ink("#1a0d08", 0.45, blur=2.5))
    crust, top = oval(0, 0, 50, 50), oval(0, 0, 43, 43)
    dice = p.dice("pizza")
    with p.lit(p.puffed(crust, depth=9, roundness=0.9), SATIN, within=crust) as canvas:
        canvas.drawPath(crust, ink(_CRUST))
        for index in range(26):
            turn = index / 26 * math.tau
            x, y = 46 * math.cos(turn), 46 * math.sin(turn)
            canvas.drawCircle(x, y, dice.uniform(1.2, 3.6), ink("#7a3f18", dice.uniform(0.15, 0.5), blur=1.0))
        canvas.drawPath(top, ink("#b8402a"))
        canvas.drawPath(oval(0, 0, 41.4, 41.4), ink(mix(_CHEESE, "#e8a04a", 0.3)))
    for _ in range(18 if p.is_small else 34):
        far, turn = 37 * math.sqrt(dice.random()), dice.uniform(0, math.tau)
        p.canvas.drawCircle(
            far * math.cos(turn),
            far * math.sin(turn),
            dice.uniform(2.5, 6.5),
            ink(lighter(_CHEESE, dice.uniform(0, 0.5)), 0.75, blur=0.9),
        )
    _toppings(p)
    for index in range(4):
        turn = index * math.pi / 4 + 0.2
        x, y = 48 * math.cos(turn), 48 * math.sin(turn)
        p.canvas.drawLine(-x, -y, x, y, ink("#8a4a20", 0.45, stroke=0.6))


def _toppings(p: Sitter) -> None:
    salami = mix("#b0322a", p.accent, 0.25)
    for far, degrees in (
        (0, 0),
        (21, 10),
        (20, 84),
        (22, 150),
        (21, 222),
        (22, 292),
        (35, 45),
        (36, 118),
        (35, 188),
        (36, 255),
        (36, 330),
    ):
        x, y = far * math.cos(math.radians(degrees)), far * math.sin(math.radians(degrees))
        slice_ = oval(x, y, 6.6, 6.6)
        with p.lit(p.puffed(slice_, depth=1.6), with_gloss(GLAZED, 0.3)) as canvas:
            canvas.drawPath(slice_, ink(salami))
            for dx, dy in ((-2, 1), (2.4, -1.6), (0.4, 3), (-1, -3)):
                canvas.drawCircle(x + dx, y + dy, 0.7, ink("#f0c8a8", 0.7))
    for x, y, lean in ((9, -12, 30), (-14, -9, -60), (-6, 16, 140), (15, 14, 100), (-28, 22, 200), (26, -22, 10)):
        blade = leaf(x, y, lean, 11, 7)
        with p.lit(p.puffed(blade, depth=2), SATIN) as canvas:
            canvas.drawPath(blade, ink("#4f7d35"))


SHAPE = shape(_paint, aspect=2.16, real_height_cm=15, focus=0.5, is_hot=True, from_above=_from_above)
