"""A bag: a stand-up paper pouch, or a handbag where the material is leather or cloth."""

from reelwright.providers.builtin.artist.brush import box, clipped, curve, darker, ink, lighter, mix, oval, smooth
from reelwright.providers.builtin.artist.products.finish import CLOTH, LEATHER, PAPER, SATIN
from reelwright.providers.builtin.artist.products.forms import stitches
from reelwright.providers.builtin.artist.products.marks import emblem, small_print, wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, readable, shape

_POUCH = smooth(
    [
        (-27, -84, "c"),
        (27, -84, "c"),
        (28, -76),
        (30.5, -52),
        (32, -22),
        (31, -5),
        (27, -0.6),
        (0, 0.8),
        (-27, -0.6),
        (-31, -5),
        (-32, -22),
        (-30.5, -52),
        (-28, -76),
    ]
)
_FOLD = smooth([(-27.6, -99, "c"), (27.6, -99, "c"), (28, -90), (27.4, -81, "c"), (-27.4, -81, "c"), (-28, -90)])
_PURSE = smooth(
    [
        (-27, -66),
        (0, -67),
        (27, -66),
        (31, -58),
        (36, -20),
        (36.5, -7),
        (32, -1),
        (0, 0.8),
        (-32, -1),
        (-36.5, -7),
        (-36, -20),
        (-31, -58),
    ]
)


def _paint(p: Sitter) -> None:
    if p.look.material in {"leather", "canvas", "silk", "cotton", "linen", "wool"}:
        _purse(p)
    else:
        _pouch(p)


def _pouch(p: Sitter) -> None:
    with p.lit(p.puffed(_POUCH, depth=17, roundness=0.75), PAPER, within=_POUCH) as canvas:
        canvas.drawPath(_POUCH, ink(p.color))
        _creases(p)
        paper = mix("#f8f2e4", p.color, 0.1)
        tone = readable(p.accent, paper)
        canvas.drawPath(box(-21, -66, 42, 44, 1.2), ink(paper))
        canvas.drawPath(box(-21, -66, 42, 8.5, 1.2), ink(p.accent))
        emblem(canvas, 0, -61.7, 2.6, readable(paper, p.accent))
        wordmark(p, 0, -43.6, 36, 19, tone)
        small_print(p, 0, -29, 24, tone)
    with p.lit(p.puffed(_FOLD, depth=4, roundness=0.7), PAPER, within=_FOLD) as canvas:
        canvas.drawPath(_FOLD, ink(lighter(p.color, 0.07)))
        canvas.drawPath(box(-29, -92.5, 58, 3.6), ink(p.accent))
    p.canvas.drawPath(curve((-27, -80.4), (0, -80), (27, -80.4)), ink(darker(p.color, 0.8), 0.5, stroke=1.1, blur=0.8))
    p.canvas.drawCircle(0, -72.5, 1.5, ink(darker(p.color, 0.6), 0.7))
    p.canvas.drawCircle(0, -72.5, 1.5, ink(lighter(p.color, 0.4), 0.7, stroke=0.4))


def _creases(p: Sitter) -> None:
    if p.is_small:
        return
    dice = p.dice("creases")
    for _ in range(16):
        x, y = dice.uniform(-27, 27), dice.uniform(-82, -4)
        dx, dy = dice.uniform(-7, 7), dice.uniform(4, 13)
        light = dice.random() < 0.5
        tone = lighter(p.color, 0.5) if light else darker(p.color, 0.5)
        p.canvas.drawPath(
            curve((x, y), (x + dx * 0.6, y + dy * 0.4), (x + dx, y + dy)), ink(tone, 0.22, stroke=0.8, blur=0.5)
        )
    for side in (-1, 1):
        gusset = curve((side * 25.5, -82), (side * 27, -50), (side * 28, -8))
        p.canvas.drawPath(gusset, ink(darker(p.color, 0.6), 0.35, stroke=0.7, blur=0.5))


def _purse(p: Sitter) -> None:
    finish = LEATHER if p.look.material == "leather" else CLOTH
    for back in (True, False):
        lift = 3 if back else 0
        strap = curve(
            (-17, -62),
            (-16, -82 - lift),
            (-8, -95 - lift),
            (0, -97.5 - lift * 0.5),
            (8, -95 - lift),
            (16, -82 - lift),
            (17, -62),
        )
        p.canvas.drawPath(strap, ink(darker(p.accent, 0.55 if back else 0.15), stroke=3.4))
        if not back:
            p.canvas.drawPath(strap, ink(mix(lighter(p.accent, 0.3), p.light.key, 0.3), 0.6, stroke=0.8, blur=0.5))
    with p.lit(p.puffed(_PURSE, depth=14, roundness=0.9), finish, within=_PURSE) as canvas:
        canvas.drawPath(_PURSE, ink(p.color))
        _grain(p)
        canvas.drawPath(
            smooth([(-40, -19, "c"), (0, -16.5), (40, -19, "c"), (40, 4, "c"), (-40, 4, "c")]), ink(p.accent)
        )
    stitches(p, curve((-33.4, -21), (0, -18.6), (33.4, -21)), lighter(p.color, 0.2))
    stitches(p, curve((-25.6, -63), (0, -64), (25.6, -63)), lighter(p.color, 0.2))
    for x in (-17, 17):
        tab = box(x - 3.2, -66, 6.4, 13, 2.6)
        with p.lit(p.puffed(tab, depth=1.6), finish) as canvas:
            canvas.drawPath(tab, ink(p.accent))
        p.canvas.drawCircle(x, -56.6, 1.2, ink("#e2c48a"))
    plate = box(-13, -45, 26, 11, 1.4)
    with p.lit(p.facing(plate, 0, -0.2, bevel=0.8), SATIN) as canvas:
        canvas.drawPath(plate, ink("#d8b679"))
        wordmark(p, 0, -39.5, 22, 7.6, "#3a2812", weight="medium", tracking=0.06, capitals=True)


def _grain(p: Sitter) -> None:
    if p.is_small:
        return
    dice = p.dice("grain")
    with clipped(p.canvas, _PURSE):
        for _ in range(240):
            x, y = dice.uniform(-36, 36), dice.uniform(-66, 0)
            tone = darker(p.color, 0.4) if dice.random() < 0.6 else lighter(p.color, 0.3)
            p.canvas.drawPath(oval(x, y, dice.uniform(0.3, 0.8), 0.3), ink(tone, 0.28))


SHAPE = shape(_paint, aspect=0.72, real_height_cm=26, focus=0.45)
