"""What is worn on the head, read from the words: hats, caps, scarves, helmets, crowns and bands."""

from collections.abc import Callable
from typing import Any

from reelwright.providers.builtin.artist.brush import (
    Point,
    clipped,
    curve,
    darker,
    ink,
    lighter,
    minus,
    mix,
    moved,
    oval,
    smooth,
)
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.head import outline
from reelwright.providers.builtin.artist.people.modelling import Blades, Hairs, cloth, soft_spot
from reelwright.providers.builtin.artist.people.outline import lerp

_TONES = {
    "black": "#26242a", "grey": "#66646a", "gray": "#66646a", "charcoal": "#45434a", "brown": "#6b4630",
    "tan": "#b98f62", "camel": "#b98f62", "beige": "#d3bd98", "white": "#efeae0", "cream": "#ece0c8",
    "navy": "#26365a", "blue": "#3a5f96", "green": "#4f6b4a", "olive": "#6b6a3e", "red": "#a83a34",
    "burgundy": "#6d2433", "yellow": "#d0a23a", "straw": "#d8b871", "gold": "#c79a3c", "pink": "#d597a0",
    "orange": "#d0742e", "purple": "#6a4a86", "teal": "#2f7d7a", "silver": "#aeb3ba", "turquoise": "#3aa6a0",
}  # fmt: skip


def covers_hair(figure: Figure) -> bool:
    """Whether what is worn hides all hair and the ears."""
    words = figure.person.headwear.lower()
    return "hijab" in words or "balaclava" in words


def draw_headwear(figure: Figure) -> None:
    """Nothing for an empty word; an unknown word is a soft cap."""
    words = figure.person.headwear.lower()
    if not words.strip() or words.strip() == "none":
        return
    for said, draw in _KINDS:
        if any(word in words for word in said):
            draw(figure)
            return
    _soft(figure)


def _from_behind(figure: Figure) -> bool:
    return figure.person.seen_from == "behind"


def _tone(figure: Figure, default: str) -> str:
    """The colour that the words give the hat."""
    said = figure.person.headwear.lower().split()
    return next((_TONES[word] for word in said if word in _TONES), default)


def _shade(figure: Figure, path: Any) -> None:
    """Its shadow on brow and hair."""
    if _from_behind(figure):
        return
    with clipped(figure.canvas, outline(figure)):
        figure.canvas.drawPath(moved(path, -figure.light.dx * 2, 4.5), ink(figure.look.skin.shadow, 0.6, blur=2.6))


def _lit(figure: Figure, path: Any, tone: str, rim_width: float = 2.2) -> None:
    cloth(figure.canvas, path, tone, figure.light, shade=0.55, rim=0.8, rim_width=rim_width)


def _fur(figure: Figure) -> None:
    """A felt crown with a thick brim of fur."""
    fur = _tone(figure, "#5c3b28")
    felt = mix(figure.look.garment, figure.look.accent, 0.15)
    t = figure.turn
    crown = smooth([
        (-38, -40), (-33, -66), (-10, -87), (5, -92, "c"), (17, -86), (34, -64), (38 - 4 * t, -40), (0, -34),
    ])  # fmt: skip
    _lit(figure, crown, felt)
    with clipped(figure.canvas, crown):
        for x in (-22, 3, 26):
            seam = curve((4, -92), (x * 0.9 + 2, -66), (x, -44))
            figure.canvas.drawPath(seam, ink(figure.look.accent, 0.85, stroke=2.0 if x == 3 else 1.3))
    figure.canvas.drawCircle(5, -92, 3.2, ink(figure.look.accent))
    roll = smooth([
        (-49, -33), (-46, -47), (-24, -54), (0, -55.5), (26, -54), (45 - 3 * t, -47), (49 - 4 * t, -33),
        (44 - 3 * t, -21), (22, -16), (0, -14), (-22, -16), (-44, -21),
    ])  # fmt: skip
    _shade(figure, roll)
    _lit(figure, roll, fur)
    _pelt(figure, roll, fur)


def _pelt(figure: Figure, roll: Any, fur: str) -> None:
    """Hairs of fur, over its edge too."""
    dice = figure.dice("fur")
    bundles = [(Blades(), mix(fur, "#1c100c", 0.45)), (Blades(), mix(fur, "#e8cfa8", 0.3)), (Blades(), fur)]
    for k in range(640 if figure.is_close else 420 if figure.is_fine else 90):
        x, y = dice.uniform(-48, 48), dice.uniform(-55, -16)
        if not roll.contains(x, y):
            continue
        away = (y + 35) / 20
        tip = (x + x * 0.06 + dice.uniform(-1.6, 1.6), y + away * 4.5 + dice.uniform(-1.5, 2.5))
        bundles[k % 3][0].add((x, y), (x + x * 0.02, y + away * 2), tip, 0.55)
    for blades, tone in bundles:
        blades.draw(figure.canvas, ink(tone, 0.62))


def _band(figure: Figure) -> None:
    t = figure.turn
    path = smooth([
        (-37.5 - 3 * t, -19), (-20, -32), (4 + 6 * t, -35.5), (24, -32), (36.5 - 5 * t, -20), (36.5 - 5 * t, -27.5),
        (24, -40), (2, -44), (-20, -40.5), (-37.5 - 3 * t, -27.5),
    ])  # fmt: skip
    _lit(figure, path, _tone(figure, figure.look.accent), 1.4)


def _crown_shape(figure: Figure, top: float, low: float, wide: float) -> Any:
    t = figure.turn
    return smooth([
        (-wide - 3 * t, low, "c"), (-wide - 3 * t, low - 16), (-wide * 0.8, top + 9), (-wide * 0.3, top),
        (wide * 0.3, top), (wide * 0.78 - 3 * t, top + 9),
        (wide - 5 * t, low - 16), (wide - 5 * t, low, "c"), (8 * t, low + 4),
    ])  # fmt: skip


def _brimmed(figure: Figure) -> None:
    """A fedora, a felt hat, a straw hat or a cowboy's: the brim's width and curl tell them apart."""
    words, t = figure.person.headwear.lower(), figure.turn
    is_straw, is_cowboy = "straw" in words or "sun" in words, "cowboy" in words
    wide = 76.0 if is_straw else 72.0 if is_cowboy else 60.0
    curl = 9.0 if is_cowboy else -2.0 if is_straw else 3.5
    usual = "#d8b871" if is_straw else "#8a6540" if is_cowboy else mix(figure.look.accent, figure.look.garment, 0.15)
    tone = _tone(figure, usual)
    brim = smooth([
        (-wide, -24 - curl), (-wide * 0.62, -31), (0, -34), (wide * 0.62, -31), (wide - 5 * t, -25 - curl),
        (wide * 0.7 - 3 * t, -16.5), (5 * t, -11), (-wide * 0.7, -16.5),
    ])  # fmt: skip
    _shade(figure, brim)
    under = moved(brim, 0, 1.6)
    figure.canvas.drawPath(under, ink(darker(tone, 0.6)))
    high = -66.0 if is_straw else -80.0
    crown = smooth([
        (-37 - 2 * t, -27, "c"), (-36 - 2 * t, -44), (-30.5, high + 11), (-17, high),
        (-1, high + (1 if is_straw else 6)),
        (15, high - 1), (29 - 2 * t, high + 10), (34.5 - 3 * t, -44), (36 - 4 * t, -27, "c"), (8 * t, -22),
    ])  # fmt: skip
    _lit(figure, brim, tone)
    _lit(figure, crown, tone)
    with clipped(figure.canvas, crown):
        if not is_straw:
            soft_spot(figure.canvas, (4 + 5 * t, -64), 7, 17, darker(tone, 0.5), 0.55, degrees=12)
            soft_spot(figure.canvas, (-24, -60), 6, 14, darker(tone, 0.5), 0.35, degrees=-14)
        band = smooth([(-40, -37), (0, -31.5), (39 - 4 * t, -37), (40 - 4 * t, -26), (0, -20.5), (-41, -26)])
        figure.canvas.drawPath(band, ink(mix(darker(tone, 0.5), figure.look.accent, 0.25)))
    if is_straw:
        _plaits(figure, brim, crown, tone)


def _plaits(figure: Figure, brim: Any, crown: Any, tone: str) -> None:
    hairs = Hairs()
    for k in range(9):
        y = -64 + k * 4.2
        hairs.add([(-40, y + 4), (0, y + 1), (40, y + 4)], darker(tone, 0.4), 0.3, 0.6)
    with clipped(figure.canvas, crown):
        hairs.draw(figure.canvas)
    for k in range(44):
        x = -76 + k * 3.5
        hairs.add([(x * 0.72, -32), (x, -12)], darker(tone, 0.4), 0.26, 0.6)
    with clipped(figure.canvas, minus(brim, crown)):
        hairs.draw(figure.canvas)


def _cap(figure: Figure) -> None:
    t, tone = figure.turn, _tone(figure, figure.look.accent)
    crown = _crown_shape(figure, -62, -25, 38)
    _shade(figure, crown)
    _lit(figure, crown, tone)
    with clipped(figure.canvas, crown):
        for x in (-24, 4 + 10 * t, 27):
            seam = curve((2 * t, -62), (x * 0.86, -48), (x, -26))
            figure.canvas.drawPath(seam, ink(darker(tone, 0.45), 0.5, stroke=0.8))
    figure.canvas.drawPath(oval(2 * t, -61.6, 3.4, 1.8), ink(darker(tone, 0.2)))
    if _from_behind(figure):
        gap = smooth([(-15, -24), (-11, -34), (0, -37), (11, -34), (15, -24), (0, -22)])
        figure.canvas.drawPath(gap, ink(figure.look.hair))
        return
    peak = smooth([
        (-31 + 26 * t, -25.5), (0 + 13 * t, -31), (30 + 5 * t, -26.5), (34 + 18 * t, -16), (18 + 24 * t, -10.5),
        (2 + 18 * t, -12), (-22 + 25 * t, -11.5), (-35 + 27 * t, -17),
    ])  # fmt: skip
    _shade(figure, peak)
    _lit(figure, peak, darker(tone, 0.14))
    stitch = curve((-28 + 26 * t, -15), (4 + 16 * t, -15.5), (29 + 14 * t, -17))
    figure.canvas.drawPath(stitch, ink(lighter(tone, 0.3), 0.4, stroke=0.5))


def _soft(figure: Figure) -> None:
    """A knitted cap, or a tall white one for a cook."""
    is_cook = "chef" in figure.person.headwear.lower()
    tone = "#f6f2ea" if is_cook else _tone(figure, figure.look.accent)
    crown = _crown_shape(figure, -104 if is_cook else -68, -28, 44 if is_cook else 38)
    _shade(figure, crown)
    _lit(figure, crown, tone)
    t = figure.turn
    hem = smooth([(-40 - 3 * t, -38), (0, -35), (38 - 4 * t, -38), (39 - 4 * t, -22), (4 * t, -17), (-41 - 3 * t, -22)])
    ribs = Hairs()
    for k in range(-13, 14):
        x = k * 3.0
        if is_cook:
            ribs.add([(x * 1.1, -96), (x, -30)], darker(tone, 0.4), 0.16, 1.2)
        elif figure.is_fine:
            ribs.add([(x * 0.35, -67), (x * 0.85, -52), (x, -36)], darker(tone, 0.45), 0.24, 0.9)
    with clipped(figure.canvas, crown):
        ribs.draw(figure.canvas)
    _lit(figure, hem, mix(tone, "#ffffff", 0.08))
    if figure.is_fine and not is_cook:
        for k in range(-14, 15):
            ribs.add([(k * 2.9, -40), (k * 3.0, -14)], darker(tone, 0.45), 0.36, 0.8)
        with clipped(figure.canvas, hem):
            ribs.draw(figure.canvas)


def _beret(figure: Figure) -> None:
    t, tone = figure.turn, _tone(figure, figure.look.accent)
    path = smooth(
        [(-35, -30), (-46, -46), (-38, -62), (-8, -67), (26, -58), (38 - 3 * t, -40), (35 - 4 * t, -28), (0, -32)]
    )
    _shade(figure, path)
    _lit(figure, path, tone)
    figure.canvas.drawLine(-6, -67, -5, -72, ink(darker(tone, 0.2), stroke=2.0))


def _scarf(figure: Figure) -> None:
    """A kerchief tied under the chin, or a hijab that covers neck and hair."""
    t, tone = figure.turn, _tone(figure, figure.look.accent)
    is_hijab = covers_hair(figure)
    low = 92.0 if is_hijab else 54.0
    outer: list[Point] = [
        (0, -60.5), (23, -57), (38 - 3 * t, -40), (41 - 5 * t, -14), (40 - 5 * t, 10), (38 - 4 * t, 34), (30, low - 12),
        (-4, low + 12), (-33, low - 12), (-41 - t, 34), (-43 - 3 * t, 10), (-43 - 3 * t, -14), (-39, -40), (-23, -57),
    ]  # fmt: skip
    if is_hijab:
        wide, tall = figure.body.shoulder * 0.62, figure.body.shoulder_y
        outer[6:9] = [
            (wide * 0.8, tall - 18),
            (wide, tall + 8),
            (0, tall + 44),
            (-wide, tall + 8),
            (-wide * 0.8, tall - 18),
        ]
    shape = smooth(outer)
    if not _from_behind(figure):
        edge = [(0, -39), (18, -34), (28.5, -18), (31, 2), (28.6, 22), (19, 39), (0, 50.5)]
        yaw = [(_turned(figure, x), y) for x, y in edge]
        left = [(_turned(figure, -x) + lerp(0, 4, t), y) for x, y in reversed(edge[1:-1])]
        opening = smooth([*yaw, *left])
        with clipped(figure.canvas, opening):
            rim = minus(shape, moved(opening, -figure.light.dx * 1.5, 2.0))
            figure.canvas.drawPath(rim, ink(figure.look.skin.shadow, 0.65, blur=2.0))
        shape = minus(shape, opening)
    _lit(figure, shape, tone)
    _drape(figure, shape, tone, low)


def _turned(figure: Figure, x: float) -> float:
    return figure.face(x, 0)[0] * 0.98


def _drape(figure: Figure, shape: Any, tone: str, low: float) -> None:
    """Folds that run round the face and gather under the chin."""
    dice, hairs = figure.dice("drape"), Hairs()
    for side in (-1, 1):
        for k in range(6):
            out = 33 + k * 1.7
            points = [(side * (6 + k * 2), -46 - k * 1.6), (side * out, -20), (side * (out + 0.5), 14)]
            points += [(side * (22 - k * 2), 46 + k * 2), (-side * dice.uniform(0, 8), low + dice.uniform(-6, 8))]
            dark = k % 2 == 0
            hairs.add(points, darker(tone, 0.5) if dark else lighter(tone, 0.4), 0.22, 1.5 if dark else 0.9)
    with clipped(figure.canvas, shape):
        hairs.draw(figure.canvas)


def _turban(figure: Figure) -> None:
    t, tone = figure.turn, _tone(figure, figure.look.accent)
    path = smooth(
        [
            (-42, -22),
            (-48, -44),
            (-36, -70),
            (0, -80),
            (36 - 2 * t, -70),
            (46 - 4 * t, -44),
            (40 - 4 * t, -22),
            (4, -36),
        ]
    )
    _shade(figure, path)
    _lit(figure, path, tone)
    hairs = Hairs()
    for k in range(8):
        hairs.add([(-46, -26 - k * 5), (-8, -44 - k * 6), (6, -38 - k * 5)], darker(tone, 0.45), 0.4, 1.3)
        hairs.add([(46, -26 - k * 5), (16, -46 - k * 6), (2, -36 - k * 5)], darker(tone, 0.45), 0.32, 1.3)
    with clipped(figure.canvas, path):
        hairs.draw(figure.canvas)


def _helmet(figure: Figure) -> None:
    """A cyclist's with vents, or a smooth one for building sites and riders."""
    t, words = figure.turn, figure.person.headwear.lower()
    is_hard = "hard" in words or "safety" in words
    tone = _tone(figure, "#e0a52e" if is_hard else figure.look.accent)
    shell = _crown_shape(figure, -68, -26, 43)
    _shade(figure, shell)
    if not is_hard and not _from_behind(figure):
        for side in (-1, 1):
            strap = curve((side * 33, -22), (side * 30, 14), (side * 12, 47))
            figure.canvas.drawPath(strap, ink("#2a2a30", 0.9, stroke=1.8))
    _lit(figure, shell, tone)
    if is_hard:
        ridge = smooth([(-5 + 3 * t, -71), (5 + 5 * t, -71), (6 + 9 * t, -28), (-6 + 7 * t, -28)])
        _lit(figure, ridge, lighter(tone, 0.15), 1.2)
        brim = smooth(
            [(-47 - 2 * t, -28), (0, -34), (46 - 4 * t, -28), (44 + 4 * t, -19), (4 + 8 * t, -15), (-46, -20)]
        )
        _lit(figure, brim, darker(tone, 0.08), 1.6)
        return
    for x in (-26, -9, 9, 25):
        vent = smooth([(x * 0.5, -62), (x * 0.82 + 3, -52), (x + 4, -34), (x - 1, -34), (x * 0.8 - 3, -50)])
        figure.canvas.drawPath(vent, ink(darker(tone, 0.75)))
    soft_spot(figure.canvas, (figure.light.dx * 22, -54), 14, 8, "#ffffff", 0.4)


def _royal(figure: Figure) -> None:
    """A crown of gold with stones."""
    t, gold = figure.turn, _tone(figure, "#d8a83c")
    xs = (-36, -18, 0, 18, 34)
    points: list[Any] = [(-37 - 2 * t, -32, "c")]
    for index, x in enumerate(xs):
        points.append((x + 2 * t, -72 if index % 2 == 0 else -76, "c"))
        if index < 4:
            points.append(((x + xs[index + 1]) / 2 + 2 * t, -52, "c"))
    points += [(36 - 3 * t, -32, "c"), (20, -27), (2 * t, -25), (-20, -27)]
    path = smooth(points)
    _shade(figure, path)
    _lit(figure, path, gold, 1.6)
    for index, x in enumerate(xs):
        figure.canvas.drawCircle(x + 2 * t, -74, 2.4, ink(lighter(gold, 0.4)))
        figure.canvas.drawCircle(
            x * 0.9 + 2 * t, -37 + 4 * (1 - (x / 36) ** 2), 2.6, ink(("#a8323a", "#2f5fa8")[index % 2])
        )


_KINDS: tuple[tuple[tuple[str, ...], Callable[[Figure], None]], ...] = (
    (("headband", "sweatband", "bandana"), _band),
    (("hijab", "headscarf", "kerchief", "shawl", "balaclava"), _scarf),
    (("turban",), _turban),
    (("helmet", "hard hat"), _helmet),
    (("crown", "tiara"), _royal),
    (("beret",), _beret),
    (("fur", "ushanka"), _fur),
    (("chef", "beanie", "knit", "skull"), _soft),
    (("fedora", "brim", "straw", "cowboy", "hat", "stetson"), _brimmed),
    (("band",), _band),
    (("cap",), _cap),
)
"""Words that name a kind of headwear; the first kind that is named wins."""
