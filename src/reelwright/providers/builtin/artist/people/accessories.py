"""What is worn with clothes: ties, scarves, necklaces, earrings and headphones; only what is named."""

from typing import Any

from reelwright.providers.builtin.artist.brush import clipped, curve, ink, lighter, mix, oval, smooth
from reelwright.providers.builtin.artist.people.clothes import cut_of
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.modelling import Hairs, cloth
from reelwright.providers.builtin.artist.people.outline import lerp, taper
from reelwright.providers.builtin.artist.people.tailoring import dark_of, laid

_GOLD = "#d9b05a"


def draw_worn(figure: Figure, path: Any) -> None:
    """What hangs round the neck, over the garment."""
    worn = figure.person.accessories
    if "necklace" in worn:
        _necklace(figure)
    if "tie" in worn and cut_of(figure).neckline < 60:
        with clipped(figure.canvas, path):
            tie(figure, top=6)
    if "bow tie" in worn:
        _bow_tie(figure)
    if "scarf" in worn:
        _scarf(figure)


def draw_at_ears(figure: Figure) -> None:
    """Earrings and headphones, over hair and ears."""
    worn = figure.person.accessories
    if "headphones" in worn:
        _headphones(figure)
    if "earrings" in worn:
        _earrings(figure)


def tie(figure: Figure, top: float = 1.0) -> None:
    """A tie with its knot; ``top`` is how far the knot hangs below the pit of the neck, in points."""
    tall, canvas, tone = figure.body.shoulder_y + top, figure.canvas, figure.look.accent
    long = figure.body.y(320) - tall if top > 5 else 110
    blade = smooth(
        [(-4.2, tall + 12), (4.2, tall + 12), (9, tall + long - 12), (0, tall + long), (-9, tall + long - 12)]
    )
    cloth(canvas, blade, tone, figure.light, shade=0.5, rim=0.5, rim_width=1.2)
    with clipped(canvas, blade):
        stripes = Hairs()
        for k in range(12):
            y = tall + 16 + k * 13
            stripes.add([(-12, y + 8), (12, y)], lighter(tone, 0.4), 0.4, 2.0)
        stripes.draw(canvas)
    knot = smooth([(-6.5, tall + 2), (0, tall), (6.5, tall + 2), (4.4, tall + 14), (-4.4, tall + 14)])
    laid(figure, knot, tone, rim_width=1.0)


def _bow_tie(figure: Figure) -> None:
    tall, tone = figure.body.shoulder_y, figure.look.accent
    for side in (-1, 1):
        wing = smooth([(0, tall + 1, "c"), (side * 15, tall - 6), (side * 17, tall + 2), (side * 15, tall + 10)])
        laid(figure, wing, tone, rim_width=1.0)
    laid(figure, oval(0, tall + 1.5, 3.6, 4.4), lighter(tone, 0.08), rim_width=0.8)


def _necklace(figure: Figure) -> None:
    half, tall = figure.body.neck, figure.body.shoulder_y
    low = tall + min(24.0, max(2.0, cut_of(figure).neckline - 8))
    chain = curve(
        (-half * 1.15, tall - 26),
        (-half * 0.7, (tall + low) / 2 - 4),
        (0, low),
        (half * 0.7, (tall + low) / 2 - 4),
        (half * 1.15, tall - 26),
    )
    canvas = figure.canvas
    canvas.drawPath(chain, ink(dark_of(_GOLD), 0.6, stroke=1.4))
    canvas.drawPath(chain, ink(_GOLD, stroke=0.9))
    canvas.drawPath(oval(0, low + 3.4, 2.8, 3.6), ink(_GOLD))
    canvas.drawPath(oval(0, low + 3.4, 1.8, 2.5), ink(mix(figure.look.accent, "#ffffff", 0.25)))
    canvas.drawCircle(-0.6, low + 2.6, 0.6, ink("#ffffff", 0.9))


def _scarf(figure: Figure) -> None:
    """A knitted scarf wound once, one end hanging."""
    half, tall, canvas = figure.body.neck, figure.body.shoulder_y, figure.canvas
    tone = figure.look.accent
    tail = taper(
        [(-half * 0.5, tall + 4, 12), (-half * 0.72, tall + 60, 14), (-half * 0.6, tall + 118, 15)], round_end=False
    )
    wound = smooth([
        (-half * 1.35, tall - 34), (-half * 0.5, tall - 27), (half * 0.5, tall - 27), (half * 1.35, tall - 34),
        (half * 1.9, tall - 16), (half * 1.4, tall + 8), (0, tall + 18), (-half * 1.4, tall + 8),
        (-half * 1.9, tall - 16),
    ])  # fmt: skip
    for path, flow in ((tail, False), (wound, True)):
        laid(figure, path, tone, rim_width=1.8)
        hairs = Hairs()
        for k in range(7):
            if flow:
                y = tall - 30 + k * 7
                hairs.add([(-half * 2, y - 8), (0, y + 8), (half * 2, y - 8)], dark_of(tone), 0.34, 1.2)
            else:
                x = -half * 0.72 - 12 + k * 4
                hairs.add([(x + 3, tall), (x, tall + 60), (x + 2, tall + 120)], dark_of(tone), 0.3, 1.0)
        with clipped(canvas, path):
            hairs.draw(canvas)


def _earrings(figure: Figure) -> None:
    places = [lerp(-34.4, -19.4, figure.turn)]
    if figure.turn < 0.3:
        places.append(34.4 - figure.turn * 10)
    for x in places:
        figure.canvas.drawLine(x, 13, x, 16, ink(_GOLD, stroke=0.8))
        figure.canvas.drawPath(oval(x, 18.6, 2.0, 2.8), ink(_GOLD))
        figure.canvas.drawCircle(x - 0.6, 17.6, 0.7, ink("#fffbe8", 0.95))


def _headphones(figure: Figure) -> None:
    t, canvas = figure.turn, figure.canvas
    tone = mix(figure.look.accent, "#23242b", 0.55)
    band = curve((lerp(-38, -30, t), 0), (-37 - 2 * t, -34), (-2, -62), (36 - 4 * t, -36), (38 - 6 * t, -4))
    canvas.drawPath(band, ink(tone, stroke=5.0))
    canvas.drawPath(band, ink(lighter(tone, 0.4), 0.4, stroke=1.4))
    cups = [lerp(-37.5, -22, t)] + ([37.5 - 8 * t] if t < 0.5 else [])
    for x in cups:
        cloth(canvas, oval(x, 3, 7.5 + 3 * t, 12.5), tone, figure.light, rim_width=1.2)
        canvas.drawPath(oval(x, 3, 4 + 2 * t, 7.5), ink(lighter(tone, 0.2)))
