"""What people of a story have in their hands: letters, photographs, lanterns, and shapes of products without a name."""

from dataclasses import dataclass

from reelwright.film.shot import ProductLook
from reelwright.providers.builtin.artist.brush import (
    box,
    curve,
    darker,
    glow,
    ink,
    lighter,
    mix,
    oval,
    polygon,
    smooth,
)
from reelwright.providers.builtin.artist.contract import ProductShape
from reelwright.providers.builtin.artist.products import SHAPES
from reelwright.providers.builtin.artist.products.finish import METAL, PAPER, SATIN
from reelwright.providers.builtin.artist.products.sitter import Sitter, shape


@dataclass(frozen=True)
class HandProp:
    """A thing in a hand, without lettering."""

    shape: ProductShape
    look: ProductLook


def hand_prop(slug: str) -> HandProp | None:
    """The prop of a slug; None where nobody has drawn it."""
    if slug in _DRAWN:
        return HandProp(_DRAWN[slug], ProductLook(shape=slug, color="#efe3c8", accent="#8a4b3a"))
    known = _BORROWED.get(slug)
    return HandProp(SHAPES[known[0]], ProductLook(shape=known[0], color=known[1], accent=known[2])) if known else None


def _letter(p: Sitter) -> None:
    """A sheet folded in three, written on by hand."""
    for at, (top, bottom) in enumerate(((-100, -66), (-66, -33), (-33, 0))):
        lean = (-2, 3, -1)[at]
        fold = polygon((-36, top), (36, top + lean), (36, bottom + (3, -1, 0)[at]), (-36, bottom))
        with p.lit(
            p.facing(fold, (0.1, -0.15, 0.12)[at], (-0.3, 0.3, -0.3)[at], bevel=0.5), PAPER, within=fold
        ) as canvas:
            canvas.drawPath(fold, ink(("#f4e9d2", "#eadcc0", "#f2e6cd")[at]))
    lines = p.dice("lines")
    for row in range(9):
        y = -90 + row * 9.6
        end = 26 - 14 * lines.random() if row < 8 else -4
        wave = [(-27 + step * 4.0, y + (-0.9, 0.9)[step % 2]) for step in range(int((end + 27) / 4) + 1)]
        if len(wave) > 1:
            p.canvas.drawPath(curve(*wave), ink("#3b3a52", 0.75, stroke=1.3))


def _photograph(p: Sitter) -> None:
    """An old print with a white border: two people on a hill."""
    sheet = box(-38, -100, 76, 100, 1.5)
    with p.lit(p.facing(sheet, 0.1, -0.12, bevel=0.5), PAPER, within=sheet) as canvas:
        canvas.drawPath(sheet, ink("#f6efe0"))
        canvas.drawPath(box(-31, -93, 62, 70), ink("#c7a983"))
        canvas.drawPath(smooth([(-31, -48), (-8, -56), (31, -42), (31, -23), (-31, -23)]), ink("#7d5f45"))
        for x, tall in ((-8, 21), (9, 26)):
            canvas.drawPath(oval(x, -45 - tall * 0.55, 5.2, 6.0), ink("#4a3527"))
            canvas.drawPath(box(x - 7, -44 - tall * 0.2, 14, tall, 6), ink(("#5b4231", "#efe2c8")[x > 0]))
        canvas.drawPath(oval(18, -80, 6, 6), ink("#efd9ae"))


def _map(p: Sitter) -> None:
    """Unfolded: land, a river, a dashed way to a cross."""
    for at in range(3):
        left, right = -72 + at * 48, -24 + at * 48
        dy = (0, 5, 0, 5)
        fold = polygon((left, -100 + dy[at]), (right, -100 + dy[at + 1]), (right, -5 + dy[at + 1]), (left, -5 + dy[at]))
        with p.lit(p.facing(fold, (-0.3, 0.3, -0.3)[at], -0.05, bevel=0.4), PAPER, within=fold) as canvas:
            canvas.drawPath(fold, ink("#ead9b4"))
            canvas.drawPath(
                smooth([(-66, -84), (-20, -92), (30, -78), (60, -50), (20, -20), (-50, -30)]), ink("#c9b983")
            )
            canvas.drawPath(curve((-60, -70), (-20, -60), (10, -74), (64, -60)), ink("#5f8fa8", stroke=4))
    for step in range(7):
        p.canvas.drawPath(oval(-46 + step * 13, -32 - 5 * (step % 3) - step * 2, 2.4, 2.4), ink("#9c3b2e"))
    for one, other in (((42, -62), (56, -48)), ((56, -62), (42, -48))):
        p.canvas.drawPath(curve(one, other), ink("#9c3b2e", stroke=4))


def _lantern(p: Sitter) -> None:
    """A storm lantern, burning."""
    p.canvas.drawPath(curve((-22, -72), (-20, -98), (20, -98), (22, -72)), ink("#4a423c", stroke=3))
    glow(p.canvas, 0, -40, 80, "#ffc874", 0.55)
    p.canvas.drawPath(box(-22, -66, 44, 50, 10), ink("#ffe2a6", 0.75))
    flame = smooth([(0, -60), (8, -42), (6, -28), (-6, -28), (-8, -42)])
    p.canvas.drawPath(flame, ink("#ff9d3c"))
    p.canvas.drawPath(oval(0, -35, 4, 8), ink("#fff4cf"))
    for x in (-21, 21):
        p.canvas.drawPath(curve((x, -68), (x * 1.15, -42), (x, -14)), ink("#3d362f", stroke=3))
    for y, tall, half in ((-80, 16, 20), (-18, 18, 27)):
        part = box(-half, y, 2 * half, tall, 5)
        with p.lit(p.turned(part, soften=3), METAL) as canvas:
            canvas.drawPath(part, ink("#6a5947"))


def _flower(p: Sitter) -> None:
    """One flower on its stem."""
    p.canvas.drawPath(curve((0, 0), (-3, -34), (1, -70)), ink("#4f7a45", stroke=4))
    p.canvas.drawPath(smooth([(-2, -26), (-20, -42), (-24, -34), (-12, -24)]), ink("#5d8c50"))
    for step in range(8):
        p.canvas.save()
        p.canvas.rotate(step * 45, 1, -78)
        p.canvas.drawPath(oval(1, -92, 6.4, 11), ink(("#d9574f", "#e8746a")[step % 2]))
        p.canvas.restore()
    p.canvas.drawPath(oval(1, -78, 7.5, 7.5), ink("#f2c14e"))


def _key(p: Sitter) -> None:
    """One old key, bow up."""
    p.canvas.drawPath(oval(0, -82, 17, 17), ink("#8a6a33", stroke=11))
    p.canvas.drawPath(oval(-1, -83, 17, 17), ink("#d9b566", stroke=7))
    blade = box(-5, -66, 10, 66, 2)
    with p.lit(p.turned(blade, soften=2), METAL) as canvas:
        canvas.drawPath(blade, ink("#c9a24f"))
    for y in (-18, -6):
        p.canvas.drawPath(box(3, y, 17, 7, 1), ink("#b08d42"))


def _brush(p: Sitter) -> None:
    """A painter's brush with colour on it."""
    p.canvas.drawPath(polygon((-2.5, 0), (2.5, 0), (3.6, -66), (-3.6, -66)), ink("#a3693c"))
    p.canvas.drawPath(box(-4.6, -76, 9.2, 14, 1), ink("#c6c9cf"))
    p.canvas.drawPath(smooth([(-5, -76), (5, -76), (5, -90), (0, -101), (-5, -90)]), ink("#3f6fb0"))


def _reel(p: Sitter) -> None:
    """The handle of a line, between the fingers: no more of a line is seen in a hand."""
    p.canvas.drawPath(curve((0, -12), (0, -52)), ink("#2a2430", 0.7, stroke=2.6))
    bar = box(-30, -19, 60, 13, 6)
    with p.lit(p.puffed(bar, depth=3), SATIN) as canvas:
        canvas.drawPath(bar, ink("#a87444"))


def _paper_boat(p: Sitter) -> None:
    """Folded from a sheet."""
    fold = "#f3efe4"
    p.canvas.drawPath(polygon((0, -100), (38, -38), (-38, -38)), ink(darker(fold, 0.08)))
    p.canvas.drawPath(polygon((0, -100), (0, -38), (-38, -38)), ink(fold))
    p.canvas.drawPath(polygon((-84, -56), (84, -56), (48, 0), (-48, 0)), ink(lighter(fold, 0.2)))
    p.canvas.drawPath(polygon((-84, -56), (0, -24), (-48, 0)), ink(mix(fold, "#8f8a9a", 0.22)))


_DRAWN: dict[str, ProductShape] = {
    "letter": shape(_letter, aspect=0.74, real_height_cm=19),
    "photograph": shape(_photograph, aspect=0.78, real_height_cm=15),
    "map": shape(_map, aspect=1.46, real_height_cm=24),
    "lantern": shape(_lantern, aspect=0.6, real_height_cm=27),
    "flower": shape(_flower, aspect=0.5, real_height_cm=26),
    "key": shape(_key, aspect=0.5, real_height_cm=13),
    "brush": shape(_brush, aspect=0.2, real_height_cm=24),
    "reel": shape(_reel, aspect=0.3, real_height_cm=11),
    "paper_boat": shape(_paper_boat, aspect=1.7, real_height_cm=12),
}
_BORROWED: dict[str, tuple[str, str, str]] = {
    "book": ("book", "#7a3b34", "#e3c889"),
    "ball": ("ball", "#f1ece0", "#2f3542"),
    "bouquet": ("bouquet", "#e0868a", "#5d8c50"),
    "camera": ("camera", "#2e2f36", "#8d6b4a"),
    "candle": ("candle", "#efe3c8", "#8a5a3c"),
    "cake": ("cake", "#f0d9c4", "#b5483c"),
    "bread": ("bread", "#c98f4e", "#8a5a3c"),
    "box": ("box", "#b5483c", "#efe0c0"),
    "toy": ("toy", "#d99a3f", "#6fae9f"),
    "ring": ("ring", "#e3c25e", "#dfeaf5"),
    "mug": ("mug", "#efe6d6", "#8a5a3c"),
    "plant": ("plant", "#b8704a", "#5d8c50"),
    "backpack": ("backpack", "#5d6b4a", "#c9a25e"),
    "phone": ("phone", "#262a33", "#8fb3d9"),
    "watch": ("watch", "#d9b566", "#5a3522"),
    "ticket": ("ticket", "#e8d3a2", "#a8483c"),
    "folder": ("folder", "#c7a46a", "#7a5a3a"),
    "dumbbell": ("dumbbell", "#3c4048", "#b5483c"),
    "bowl": ("bowl", "#efe6d6", "#a8483c"),
    "plate": ("plate", "#f3efe6", "#a8483c"),
}
"""Shapes of products that are held without a name on them, with their two colours."""
HAND_PROPS = (*_DRAWN, *_BORROWED)
"""Every prop that can be in a hand."""
