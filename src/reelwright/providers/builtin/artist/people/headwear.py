"""What is worn on the head, read from the words: a cap, a hat, a beanie, a headband or a chef's hat."""

from typing import Any

from reelwright.providers.builtin.artist.brush import clipped, curve, darker, ink, mix, moved, smooth, solid
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.head import outline


def draw_headwear(figure: Figure) -> None:
    """Nothing for an empty word; an unknown word is a soft cap."""
    words = figure.person.headwear.lower()
    if not words.strip() or words.strip() == "none":
        return
    if "band" in words:
        _band(figure)
    elif "fur" in words:
        _fur(figure)
    elif any(word in words for word in ("fedora", "brim", "straw", "cowboy", "hat")) and "chef" not in words:
        _brimmed(figure)
    elif "cap" in words and "skull" not in words:
        _cap(figure)
    else:
        _soft(figure)


_TONES = {
    "black": "#26242a", "grey": "#66646a", "gray": "#66646a", "charcoal": "#45434a", "brown": "#6b4630",
    "tan": "#b98f62", "camel": "#b98f62", "beige": "#d3bd98", "white": "#efeae0", "cream": "#ece0c8",
    "navy": "#26365a", "blue": "#3a5f96", "green": "#4f6b4a", "olive": "#6b6a3e", "red": "#a83a34",
    "burgundy": "#6d2433", "yellow": "#d0a23a", "straw": "#d8b871", "gold": "#c79a3c", "pink": "#d597a0",
}  # fmt: skip


def _tone(figure: Figure, default: str) -> str:
    """The colour that the words give the hat."""
    said = figure.person.headwear.lower().split()
    return next((_TONES[word] for word in said if word in _TONES), default)


def _fur(figure: Figure) -> None:
    """A felt crown with a thick brim of fur."""
    fur = _tone(figure, "#5c3b28")
    felt = mix(figure.look.garment, figure.look.accent, 0.15)
    t = figure.turn
    crown = smooth([(-40, -40), (-34, -70), (-8, -92), (6, -96, "c"), (18, -90), (36, -68), (40 - 4 * t, -40)])
    _lit(figure, crown, felt)
    figure.canvas.drawPath(curve((4, -94), (2, -70), (2, -44)), ink(figure.look.accent, 0.9, stroke=3))
    roll = smooth([
        (-52, -34), (-48, -50), (-24, -57), (0, -58), (26, -57), (48 - 3 * t, -50), (52 - 4 * t, -34),
        (46 - 3 * t, -20), (22, -15), (0, -13), (-22, -15), (-46, -20),
    ])  # fmt: skip
    _shade(figure, roll)
    _lit(figure, roll, fur)
    dice = figure.dice("fur")
    with clipped(figure.canvas, roll):
        for _ in range(420 if figure.is_fine else 60):
            x, y = dice.uniform(-52, 52), dice.uniform(-58, -15)
            hair = ink(mix(fur, dice.choice(("#e8cfa8", "#1c100c")), 0.22), 0.6, stroke=0.8)
            figure.canvas.drawLine(x, y, x + x * 0.03 + dice.uniform(-1.5, 1.5), y + 6, hair)


def _shade(figure: Figure, path: Any) -> None:
    with clipped(figure.canvas, outline(figure)):
        figure.canvas.drawPath(moved(path, -figure.light.dx * 2, 4.5), ink(figure.look.skin.shadow, 0.6, blur=3))


def _lit(figure: Figure, path: Any, tone: str) -> None:
    solid(figure.canvas, path, tone, figure.light, shade=0.55, rim=0.8, rim_width=2.4, soft=7)


def _band(figure: Figure) -> None:
    t = figure.turn
    path = smooth(
        [
            (-39 - 2 * t, -18),
            (-20, -33),
            (4 + 6 * t, -37),
            (24, -33),
            (38 - 6 * t, -20),
            (38 - 6 * t, -28),
            (24, -41),
            (2, -46),
            (-20, -42),
            (-39 - 2 * t, -27),
        ]
    )
    _lit(figure, path, figure.look.accent)


def _crown(figure: Figure, top: float, low: float, wide: float) -> Any:
    t = figure.turn
    return smooth([
        (-wide - 3 * t, low, "c"), (-wide - 3 * t, low - 16), (-wide * 0.8, top + 9), (-wide * 0.3, top),
        (wide * 0.3, top), (wide * 0.78 - 3 * t, top + 9),
        (wide - 5 * t, low - 16), (wide - 5 * t, low, "c"), (8 * t, low + 4),
    ])  # fmt: skip


def _brimmed(figure: Figure) -> None:
    t, tone = figure.turn, _tone(figure, mix(figure.look.accent, figure.look.garment, 0.15))
    brim = smooth([(-66, -21), (-40, -30), (0, -32), (42, -30), (66 - 4 * t, -22), (40, -13), (4, -10), (-40, -13)])
    _shade(figure, brim)
    crown = smooth([
        (-37 - 3 * t, -26, "c"), (-36 - 2 * t, -44), (-30, -70), (-16, -80), (0, -73), (14, -81), (28 - 2 * t, -71),
        (34 - 4 * t, -44), (36 - 4 * t, -26, "c"), (8 * t, -22),
    ])  # fmt: skip
    _lit(figure, crown, tone)
    with clipped(figure.canvas, crown):
        dent = curve((2, -78), (4 + 4 * t, -62), (8 + 6 * t, -48))
        figure.canvas.drawPath(dent, ink(darker(tone, 0.5), 0.5, stroke=5, blur=3))
    band = smooth([(-39, -35), (0, -30), (37 - 4 * t, -35), (38 - 4 * t, -25), (0, -20), (-40, -25)])
    figure.canvas.drawPath(band, ink(darker(tone, 0.5)))
    _lit(figure, brim, tone)


def _cap(figure: Figure) -> None:
    t, tone = figure.turn, _tone(figure, figure.look.accent)
    crown = _crown(figure, -66, -24, 40)
    _shade(figure, crown)
    _lit(figure, crown, tone)
    reach = 14 + 26 * t
    peak = smooth(
        [
            (-26 + 22 * t, -25),
            (2 + 12 * t, -30),
            (28 + 6 * t, -26),
            (30 + reach * 0.9, -15),
            (18 + reach, -10),
            (4 + 16 * t, -16),
            (-22 + 26 * t, -13),
        ]
    )
    _shade(figure, peak)
    _lit(figure, peak, darker(tone, 0.12))
    figure.canvas.drawPath(
        curve((2 * t, -66), (6 + 10 * t, -48), (4 + 12 * t, -30)), ink(darker(tone, 0.4), 0.4, stroke=0.9)
    )


def _soft(figure: Figure) -> None:
    """A knitted cap, or a tall white one for a cook."""
    is_cook = "chef" in figure.person.headwear.lower()
    tone = "#f6f2ea" if is_cook else _tone(figure, figure.look.accent)
    crown = _crown(figure, -104 if is_cook else -70, -28, 44 if is_cook else 40)
    _shade(figure, crown)
    _lit(figure, crown, tone)
    t = figure.turn
    hem = smooth([(-42 - 3 * t, -36), (0, -32), (40 - 4 * t, -36), (41 - 4 * t, -22), (4 * t, -17), (-43 - 3 * t, -22)])
    _lit(figure, hem, mix(tone, "#ffffff", 0.08))
    if figure.is_fine and not is_cook:
        with clipped(figure.canvas, hem):
            for k in range(-11, 12):
                figure.canvas.drawLine(k * 3.8, -40, k * 3.9, -14, ink(darker(tone, 0.45), 0.35, stroke=0.8))
