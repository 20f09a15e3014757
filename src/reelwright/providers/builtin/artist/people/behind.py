"""A head seen from behind: the back of it with its hair, and the ears at its sides."""

from reelwright.providers.builtin.artist.brush import Point, clipped, curve, darker, ink, mix, moved, oval, smooth
from reelwright.providers.builtin.artist.people.curls import draw_curls
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.hair import draw_tail
from reelwright.providers.builtin.artist.people.hair_cuts import ENDS, is_cropped, is_curled, is_gathered
from reelwright.providers.builtin.artist.people.head import behind_shift, draw_ear, skull_behind
from reelwright.providers.builtin.artist.people.headwear import covers_hair, draw_headwear
from reelwright.providers.builtin.artist.people.modelling import cloth, soft_spot
from reelwright.providers.builtin.artist.people.outline import joined, lerp
from reelwright.providers.builtin.artist.people.strands import Panel, draw_panel, gloss


def draw_back_of_head(figure: Figure) -> None:
    """The back of the head, over the garment: skull, ears, hair that hangs down the back, and the hat."""
    skull = skull_behind(figure)
    skin = figure.look.skin
    cloth(figure.canvas, skull, skin.base, figure.skin_light, shade=0.6, rim=0.8, rim_width=2.2)
    if not covers_hair(figure):
        _ears(figure)
        _hair(figure)
    if figure.person.glasses:
        frame = mix(figure.look.accent, "#1c1a20", 0.6)
        for side in (-1, 1):
            figure.canvas.drawLine(side * 33, -1, side * 38, 0, ink(frame, stroke=1.2))
    draw_headwear(figure)


def _ears(figure: Figure) -> None:
    if not (is_gathered(figure) or is_cropped(figure) or figure.person.hair_length in ("bald", "short")):
        return
    for side in (-1, 1):
        draw_ear(figure, (side * 34.4 - behind_shift(figure), 3.0), side, 1.0)


def _hair(figure: Figure) -> None:
    person, tone = figure.person, figure.look.hair
    if person.hair_length == "bald":
        for y in (17, 23):
            line = curve((-13, y + 1), (0, y + 3), (13, y + 1))
            figure.canvas.drawPath(line, ink(figure.look.skin.line, 0.22, stroke=1.0, blur=0.6))
        return
    if person.hair_style == "afro":
        size = {"short": 46.0, "chin": 54.0}.get(person.hair_length, 60.0)
        draw_curls(figure, oval(-behind_shift(figure), -15, size, size * 0.94), tone, "behind", size=0.5)
        return
    if is_cropped(figure) or is_gathered(figure):
        _close(figure, tone)
        return
    panel = _falling(figure)
    if is_curled(figure):
        draw_curls(figure, panel.path, tone, "behind")
        return
    draw_panel(figure, panel, tone, "behind", shade=0.55)
    gloss(figure, (figure.light.dx * 16 - behind_shift(figure), -34), 24, 12, 0.5)


def _close(figure: Figure, tone: str) -> None:
    """Hair that lies close: cropped down to the nape, or gathered into a bun, a tail or a braid."""
    x = behind_shift(figure)
    low = 27.0 if not is_gathered(figure) else 31.0
    fade = figure.person.hair_style == "undercut"
    left: list[Point] = [
        (-6, -52),
        (-22, -51),
        (-35.6, -36),
        (-37.4, -14),
        (-35.4, 2),
        (-30, 16),
        (-19, low - 2),
        (0, low),
    ]
    inner = tuple((px - x, py) for px, py in left)
    outer = tuple((-px - x, py) for px, py in left)
    if is_curled(figure):
        draw_curls(figure, Panel(inner, outer).path, tone, "behind", size=0.8)
        return
    draw_panel(figure, Panel(inner, outer), tone, "behind", shade=0.5)
    with clipped(figure.canvas, Panel(inner, outer).path):
        soft_spot(figure.canvas, (-x, low + 2), 26, 12, figure.look.skin.base, 0.85 if fade else 0.5)
    gloss(figure, (figure.light.dx * 16 - x, -32), 22, 13, 0.5)
    if is_gathered(figure):
        _gathered(figure, tone)


def _gathered(figure: Figure, tone: str) -> None:
    x, style = -behind_shift(figure), figure.person.hair_style
    if style == "bun":
        knot = joined(oval(x, -34, 18, 15), oval(x + 4, -26, 14, 10))
        figure.canvas.drawPath(moved(knot, 0, 3), ink(darker(tone, 0.6), 0.5, blur=2.4))
        rings = Panel(
            ((x - 17, -30), (x - 8, -47), (x + 8, -47), (x + 17, -30)),
            ((x - 4, -30), (x, -33), (x + 2, -32), (x + 4, -29)),
        )
        draw_panel(figure, rings, tone, "bun", over=knot)
        return
    if style == "braid":
        draw_tail(figure, tone, at=x)
        return
    end = max(64.0, ENDS[figure.person.hair_length] * 0.95)
    spine = [(x, -30, 8.0), (x, -12, 12.0), (x + 3, end * 0.5, 13.0), (x - 2, end, 2.5)]
    left = tuple((px - half, py) for px, py, half in spine)
    right = tuple((px + half, py) for px, py, half in spine)
    tail = Panel(left, right, wave=0.8)
    figure.canvas.drawPath(moved(tail.path, -figure.light.dx * 3, 3), ink(darker(tone, 0.6), 0.5, blur=2.6))
    draw_panel(figure, tail, tone, "tail")
    band = smooth([(x - 8.5, -32), (x, -34.5), (x + 8.5, -32), (x + 9, -27), (x, -25), (x - 9, -27)])
    cloth(figure.canvas, band, figure.look.accent, figure.light, rim_width=1.0)


def _falling(figure: Figure) -> Panel:
    """Loose hair from the crown down the back."""
    person, x = figure.person, behind_shift(figure)
    end = max(30.0, ENDS[person.hair_length])
    broad = {"straight": 40.0, "wavy": 43.5, "curly": 48.0}.get(person.hair_style, 41.0)
    flare = {"straight": 0.96, "wavy": 1.08, "curly": 1.1}.get(person.hair_style, 1.0)
    left: list[Point] = [(-5, -56.5), (-22, -54), (-37, -38), (-broad, -12)]
    left += [(-broad * lerp(1.0, flare, k / 4), lerp(-12, end - 4, k / 4)) for k in (1, 2, 3)]
    left += [(-broad * flare * 0.86, end - 1), (-broad * 0.4, end + 2)]
    right = [(-px, py + (1.5 if py > 20 else 0)) for px, py in left]
    wave = 2.4 if person.hair_style == "wavy" else 0.3
    return Panel(tuple((px - x, py) for px, py in left), tuple((px - x, py) for px, py in right), wave=wave)
