"""An open laptop: the product's page on its screen, keys and touchpad in front of it."""

from reelwright.providers.builtin.artist.brush import (
    SCREEN,
    box,
    clipped,
    darker,
    ink,
    lighter,
    linear,
    mix,
    polygon,
    radial,
)
from reelwright.providers.builtin.artist.products.finish import BRUSHED, SATIN
from reelwright.providers.builtin.artist.products.screens import (
    bars,
    chart,
    ground_of,
    icon,
    line,
    ring,
    title,
    vivid,
)
from reelwright.providers.builtin.artist.products.sitter import Sitter, shape

_LID = box(-62, -100, 124, 82, 4)
_SCREEN = box(-59, -97, 118, 75, 2)


def _paint(p: Sitter) -> None:
    metal = mix(lighter(p.color, 0.2), "#b9bdc4", 0.65)
    with p.lit(p.puffed(_LID, depth=1.6), BRUSHED) as canvas:
        canvas.drawPath(_LID, ink(metal))
    p.canvas.drawPath(box(-61, -99, 122, 80.4, 3), ink("#0a0a0f"))
    with clipped(p.canvas, _SCREEN):
        _page(p)
        side = 1 if p.light.dx >= 0 else -1
        sheen = polygon((side * 10, -100), (side * 60, -100), (side * 60, -50), (side * -6, -18), (side * -26, -18))
        p.canvas.drawPath(
            sheen, ink(shader=linear((side * 60, -100), (0, -30), [(0, "#ffffff", 0.14), (1, "#ffffff", 0.02)]))
        )
    _deck(p, metal)


def _page(p: Sitter) -> None:
    ground, card, text = ground_of(p)
    first, second = vivid(p)
    canvas = p.canvas
    canvas.drawPath(_SCREEN, ink(shader=linear((0, -98), (0, -22), [(0, lighter(ground, 0.08)), (1, ground)])))
    canvas.drawPath(_SCREEN, ink(shader=radial((24, -74), 66, [(0, first, 0.24), (1, first, 0)]), blend=SCREEN))
    canvas.drawPath(box(-59, -97, 24, 75), ink(darker(ground, 0.25)))
    for index in range(5):
        y = -83 + index * 9.4
        canvas.drawCircle(-53.4, y, 1.9, ink(second if index == 0 else text, 1.0 if index == 0 else 0.3))
        line(canvas, -49.6, y - 0.8, (9, 11, 7, 10, 8)[index], 1.6, text, 0.8 if index == 0 else 0.32)
    title(p, -31, -85, 8, 62)
    line(canvas, -31, -81, 30, 1.6, text, 0.4)
    canvas.drawPath(box(41, -91.4, 14, 5.6, 2.8), ink(shader=linear((41, 0), (55, 0), [(0, first), (1, second)])))
    line(canvas, 44.6, -89.3, 6.8, 1.4, ground, 0.9)
    canvas.drawPath(box(-31, -75, 55, 30, 3), ink(card))
    chart(p, -27, -70, 47, 22, first)
    canvas.drawPath(box(27, -75, 28, 30, 3), ink(card))
    ring(canvas, 41, -60, 9, 0.72, first, second, lighter(card, 0.1))
    icon(canvas, len(p.look.label), 41, -60, 3.8, text)
    for index in range(3):
        x = -31 + index * 29
        canvas.drawPath(box(x, -41.6, 27.4, 16, 2.6), ink(card))
        if index == 1:
            bars(p, x + 3, -39.4, 21, 11.6, first, second)
            continue
        canvas.drawCircle(x + 6, -33.6, 3.4, ink((first, first, second)[index], 0.25))
        icon(canvas, len(p.look.label) + index + 1, x + 6, -33.6, 2, (first, first, second)[index])
        line(canvas, x + 12, -36.4, 11, 1.7, text, 0.85)
        line(canvas, x + 12, -32.4, 7, 1.4, text, 0.4)


def _deck(p: Sitter, metal: str) -> None:
    deck = polygon((-62, -18.6), (62, -18.6), (71, -3.4), (-71, -3.4))
    with p.lit(p.facing(deck, 0, -0.75, bevel=0.8), SATIN) as canvas:
        canvas.drawPath(deck, ink(metal))
    glow = ground_of(p)[1]
    p.canvas.drawPath(polygon((-60, -18.6), (60, -18.6), (62, -15), (-62, -15)), ink(glow, 0.5, blur=1))
    keys = ink(darker(metal, 0.82))
    rows = 1 if p.is_small else 4
    for row in range(rows):
        y, tall = (-17 + row * 2.2, 1.8) if rows > 1 else (-17, 8)
        half = 54 + row * 1.2
        columns = 14 if rows > 1 else 1
        step = 2 * half / columns
        for column in range(columns):
            if row == 3 and 3 < column < 9:
                continue
            p.canvas.drawPath(box(-half + column * step + 0.35, y, step - 0.7, tall, 0.5), keys)
        if row == 3:
            p.canvas.drawPath(box(-half + 4 * step + 0.35, y, 5 * step - 0.7, tall, 0.5), keys)
    p.canvas.drawPath(polygon((-15, -7.6), (15, -7.6), (16, -4), (-16, -4)), ink(darker(metal, 0.14)))
    lip = box(-71, -3.6, 142, 3.6, 1.8)
    with p.lit(p.facing(lip, 0, 0.3, bevel=1.2), BRUSHED) as canvas:
        canvas.drawPath(lip, ink(metal))
        canvas.drawPath(box(-9, -3.6, 18, 1.2, 0.6), ink(darker(metal, 0.4)))


SHAPE = shape(_paint, aspect=1.42, real_height_cm=24, focus=0.6)
