"""A ring standing on its shank: polished metal and a cut stone."""

from reelwright.providers.builtin.artist.brush import (
    box,
    darker,
    glow,
    ink,
    lighter,
    linear,
    minus,
    mix,
    oval,
    polygon,
    union,
)
from reelwright.providers.builtin.artist.products.finish import METAL
from reelwright.providers.builtin.artist.products.marks import name_of, wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, shape

_CY = -33.0


def _paint(p: Sitter) -> None:
    metal = lighter(mix(p.accent, "#e3bf83", 0.55), 0.15)
    band = minus(oval(0, _CY, 33, 33), oval(0, _CY - 1, 27.6, 27.8))
    inside = minus(oval(0, _CY - 1, 28.4, 28.6), oval(0, _CY - 4, 27.4, 27))
    p.canvas.drawPath(inside, ink(darker(metal, 0.45)))
    with p.lit(p.puffed(band, depth=3.6, roundness=1.1), METAL) as canvas:
        canvas.drawPath(band, ink(metal))
        if name_of(p):
            p.canvas.save()
            p.canvas.translate(0, -2.9)
            # Metal takes any tone: the name stands in a groove that keeps its own.
            canvas.drawPath(box(-8.6, -1.9, 17.2, 3.4, 1.4), ink("#17110a"))
            wordmark(p, 0, 0, 15, 2.6, "#fff6e0", weight="medium", tracking=0.1, capitals=True)
            p.canvas.restore()
    prongs = None
    for x in (-15, -5.4, 5.4, 15):
        prong = polygon((x * 0.4 - 1, -62), (x * 0.4 + 1, -62), (x * 0.98 + 1.1, -86), (x * 0.98 - 1.1, -86))
        prongs = prong if prongs is None else union(prongs, prong)
    with p.lit(p.puffed(prongs, depth=1.4), METAL) as canvas:
        canvas.drawPath(prongs, ink(metal))
    _stone(p)
    for x in (-15, 15):
        p.canvas.drawCircle(x, -86, 1.7, ink(lighter(metal, 0.5)))


def _stone(p: Sitter) -> None:
    crown = [(-20, -88), (-12, -97), (12, -97), (20, -88)]
    side = 1 if p.light.dx >= 0 else -1
    table = polygon((-12, -97), (12, -97), (8.4, -93.4), (-8.4, -93.4))
    whole = polygon(*crown, (0, -66))
    pale, deep = lighter(p.color, 0.6), darker(p.color, 0.45)
    p.canvas.drawPath(
        whole, ink(shader=linear((side * 20, -97), (-side * 12, -66), [(0, pale), (0.5, p.color), (1, deep)]))
    )
    tones = (pale, p.color, deep, lighter(p.color, 0.3), darker(p.color, 0.25), mix(p.color, "#ffffff", 0.75))
    xs = (-20, -12.5, -5, 0, 5, 12.5, 20)
    dice = p.dice("facets")
    for index in range(6):
        tone = tones[(index * 2 + (1 if side > 0 else 4)) % 6]
        p.canvas.drawPath(polygon((xs[index], -88), (xs[index + 1], -88), (0, -66)), ink(tone, 0.8))
        middle = (xs[index] + xs[index + 1]) / 2
        p.canvas.drawPath(
            polygon((xs[index], -88), (xs[index + 1], -88), (middle * 0.5, -76)), ink(dice.choice(tones), 0.55)
        )
        p.canvas.drawPath(
            polygon((xs[index], -88), (xs[index + 1], -88), (middle * 0.62, -95.6)),
            ink(tones[(index * 3 + 2) % 6], 0.85),
        )
    p.canvas.drawPath(table, ink(mix(pale, "#ffffff", 0.4), 0.9))
    p.canvas.drawPath(whole, ink("#ffffff", 0.6, stroke=0.35))
    glow(p.canvas, side * 9, -93, 9, mix("#ffffff", p.light.key, 0.3), 0.9)
    for dx, dy in ((7, 0), (0, 7)):
        p.canvas.drawPath(
            polygon(
                (side * 9 - dx, -93 - dy),
                (side * 9 + dy * 0.08, -93 - dx * 0.08),
                (side * 9 + dx, -93 + dy),
                (side * 9 - dy * 0.08, -93 + dx * 0.08),
            ),
            ink("#ffffff", 0.9),
        )


SHAPE = shape(_paint, aspect=0.68, real_height_cm=3.2, focus=0.84)
