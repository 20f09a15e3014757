"""Hair: what hangs behind, what lies over the head, and which style is which."""

import math

from reelwright.providers.builtin.artist.brush import Point, clipped, darker, ink, mix, moved, oval, smooth
from reelwright.providers.builtin.artist.people.curls import draw_curls
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.hair_cuts import (
    ENDS,
    cropped,
    fringe,
    is_cropped,
    is_curled,
    is_gathered,
    over,
    parted,
    swept,
)
from reelwright.providers.builtin.artist.people.head import outline
from reelwright.providers.builtin.artist.people.headwear import covers_hair
from reelwright.providers.builtin.artist.people.modelling import Blades, Hairs
from reelwright.providers.builtin.artist.people.outline import joined, lerp, taper
from reelwright.providers.builtin.artist.people.strands import (
    Panel,
    draw_panel,
    draw_strands,
    gloss,
    head_of_hair,
    shades,
)


def shows_ears(figure: Figure) -> bool:
    """Whether the ears lie over the hair."""
    if covers_hair(figure):
        return False
    person = figure.person
    if person.hair_style == "afro" and person.hair_length != "bald":
        return False
    return is_gathered(figure) or is_cropped(figure) or person.hair_length in ("bald", "short")


def draw_back_hair(figure: Figure) -> None:
    """What hangs behind neck and shoulders."""
    person = figure.person
    if person.hair_length == "bald" or covers_hair(figure):
        return
    tone = darker(figure.look.hair, 0.16)
    if person.hair_style == "afro":
        draw_curls(figure, _ball(figure), tone, "back", size=0.5)
    elif is_gathered(figure):
        draw_tail(figure, tone)
    elif is_cropped(figure):
        return
    elif is_curled(figure):
        draw_curls(figure, _mass(figure).path, tone, "back")
    elif person.hair_length != "short":
        draw_panel(figure, _mass(figure), tone, "back", shade=0.6)


def _ball(figure: Figure) -> object:
    size = {"short": 47.0, "chin": 55.0}.get(figure.person.hair_length, 62.0)
    return oval(lerp(0, -6, figure.turn), -16 - (size - 47) * 0.25, size, size * 0.92)


def _mass(figure: Figure) -> Panel:
    """Loose hair from the crown to its ends, as strands from one side to the other."""
    end, style = ENDS[figure.person.hair_length], figure.person.hair_style
    broad = {"straight": 39.0, "wavy": 43.0, "curly": 48.0}.get(style, 41.0)
    flare = {"straight": 1.0, "wavy": 1.08, "curly": 1.12}.get(style, 1.0)
    wave = 2.6 if style == "wavy" else 0.0
    left: list[Point] = [(-4, -56), (-24, -53), (-broad * 0.94, -32), (-broad, -4)]
    steps = max(2, round((end + 4) / 24))
    for k in range(1, steps):
        share = k / steps
        left.append((-broad * lerp(1, flare, share) + wave * math.sin(k * 2.3), lerp(-4, end - 6, share)))
    left.append((-broad * flare * 0.86, end - 1))
    right = [(-x + (wave * 1.3 * math.sin(y * 0.07) if y > 0 else 0), y - (2 if y > 20 else 0)) for x, y in left]
    middle = (0.0, end + 3)
    return Panel(
        (*[over(figure, *p) for p in left], over(figure, *middle)),
        (*[over(figure, *p) for p in right], over(figure, *middle)),
        wave=2.2 if style == "wavy" else 0.3,
    )


def draw_tail(figure: Figure, tone: str, at: float | None = None) -> None:
    """A bun, a ponytail or a braid; a braid hangs at ``at``, over the near shoulder where that is None."""
    t, canvas = figure.turn, figure.canvas
    style = figure.person.hair_style
    if style == "bun":
        x, y = lerp(-2, -24, t), lerp(-61, -50, t)
        shape = joined(oval(x, y, 17, 14.5), oval(x + 4, y + 8, 13, 9))
        ring = Panel(
            ((x - 16, y + 5), (x - 8, y - 13), (x + 8, y - 13), (x + 16, y + 5)),
            ((x - 5, y + 4), (x, y), (x + 5, y + 4)),
        )
        draw_panel(figure, ring, tone, "bun", over=shape)
        return
    if style == "braid":
        _draw_braid(figure, tone, at)
        return
    end = max(60.0, ENDS[figure.person.hair_length] * 0.85)
    out = lerp(-34, -54, t)
    spine = [(lerp(-8, -28, t), -44, 7), (out * 0.9, -42, 11), (out - 8, -8, 12), (out - 3, end * 0.45, 11)]
    path = taper([*spine, (out - 8, end, 2)], steps=4)
    ways = ((0.0, 1.0), (0.7, 0.7), (1.0, 0.0), (1.0, 0.0), (1.0, 0.0))
    joints = [(*joint, *way) for joint, way in zip([*spine, (out - 8, end, 2)], ways, strict=True)]
    inner = tuple((x + half * dx, y + half * dy) for x, y, half, dx, dy in joints)
    outer = tuple((x - half * dx, y - half * dy) for x, y, half, dx, dy in joints)
    draw_panel(figure, Panel(inner, outer, wave=0.8), tone, "tail", over=path)
    band = smooth([(out * 0.62, -50), (out * 0.62 - 6, -44), (out * 0.62 - 2, -33), (out * 0.62 + 4, -36)])
    canvas.drawPath(band, ink(figure.look.accent))


def _draw_braid(figure: Figure, tone: str, at: float | None) -> None:
    """A plait: its lobes lie over each other, right and left by turns."""
    end = max(92.0, min(150.0, ENDS[figure.person.hair_length]))
    x0 = lerp(-30, -34, figure.turn) if at is None else at
    top = 26.0 if at is None else 14.0
    count, hairs = 9, Hairs()
    deep, pale, _ = shades(figure, tone)
    for k in range(count):
        share = k / (count - 1)
        y, x = lerp(top, end, share), x0 - 7 * math.sin(share * 2.2)
        half = lerp(10.5, 5.5, share)
        for side in (-1, 1) if k % 2 else (1, -1):
            lobe = oval(x + side * half * 0.42, y, half * 0.78, half * 1.06)
            figure.canvas.save()
            figure.canvas.rotate(side * 24, x, y)
            head_of_hair(figure, lobe, tone, 0.6)
            for reach in (-0.45, -0.1, 0.25, 0.6):
                middle = x + side * half * (0.42 + reach * 0.7)
                hairs.add(
                    [(x + side * half * 0.3, y - half * 0.9), (middle, y), (x + side * half * 0.2, y + half * 0.95)],
                    deep if reach < 0 else pale, 0.4, 0.7,
                )  # fmt: skip
            hairs.draw(figure.canvas)
            figure.canvas.restore()
    figure.canvas.drawPath(oval(x0 - 6, end + 6, 5.4, 3), ink(figure.look.accent))
    tuft = taper([(x0 - 6, end + 6, 4.4), (x0 - 6.5, end + 14, 5.4), (x0 - 5, end + 24, 1)])
    figure.canvas.drawPath(tuft, ink(tone))


def draw_front_hair(figure: Figure) -> None:
    """What lies over the head: its shadow on the brow first."""
    person = figure.person
    if person.hair_length == "bald" or covers_hair(figure):
        return
    panels = _panels(figure)
    shape = panels[0].path if len(panels) == 1 else joined(*[panel.path for panel in panels])
    canvas, tone = figure.canvas, figure.look.hair
    with clipped(canvas, outline(figure)):
        shade = mix(figure.look.skin.shadow, figure.look.skin.line, 0.3)
        canvas.drawPath(moved(shape, -figure.light.dx * 1.8, 2.6), ink(shade, 0.5, blur=1.6 if figure.is_fine else 0))
    if is_curled(figure):
        draw_curls(
            figure,
            shape,
            tone,
            "front",
            size=0.5 if person.hair_style == "afro" else 0.8 if is_cropped(figure) else 1.0,
        )
        return
    if person.hair_style == "undercut":
        _shaved_sides(figure)
    head_of_hair(figure, shape, tone, 0.5)
    for index, panel in enumerate(panels):
        path = panel.path
        if index and not panels[index - 1].crosswise and not panel.crosswise:
            with clipped(canvas, panels[index - 1].path):
                canvas.drawPath(moved(path, 0, 1.2), ink(darker(tone, 0.6), 0.4, blur=1.0))
        draw_strands(figure, panel, tone, f"front {index}")
        if index and panel.crosswise:
            _wisps(figure, panel, tone)
    gloss(figure, over(figure, figure.light.dx * 17, -42), 22, 9, 0.4, degrees=figure.light.dx * 24)
    _hairline(figure, panels)


def _panels(figure: Figure) -> list[Panel]:
    person = figure.person
    if is_cropped(figure):
        found = cropped(figure)
    elif is_gathered(figure) or person.hair_style == "afro":
        found = swept(figure)
    else:
        found = parted(figure)
    if person.hair_style == "afro":
        return found
    if person.fringe or (person.hair_style == "pixie" and not figure.body.is_male):
        found.append(fringe(figure))
    return found


def _hairline(figure: Figure, panels: list[Panel]) -> None:
    """Single hairs that cross the edge of the brow, so that hair grows there instead of ending."""
    if not figure.is_fine:
        return
    dice, hairs = figure.dice("hairline"), Hairs()
    tone = mix(figure.look.hair, figure.look.skin.line, 0.2)
    for panel in panels:
        if not panel.crosswise:
            continue
        count = 120 if figure.is_close else 40
        for k in range(count):
            a, b = panel.strand(lerp(0.08, 0.92, (k + dice.random()) / count), 0, 0.0, 0.2, 1)
            short = dice.uniform(0.0, 0.24)
            down = (a[0] - (b[0] - a[0]) * short * 0.6, a[1] - (b[1] - a[1]) * short)
            hairs.add([down, a, b], tone, 0.34, 0.34)
    hairs.draw(figure.canvas)


def _wisps(figure: Figure, panel: Panel, tone: str) -> None:
    """Ends of a fringe, longer and shorter."""
    dice, blades = figure.dice("wisps"), Blades()
    count = 70 if figure.is_close else 26
    for k in range(count):
        root, bend, tip = panel.strand((k + dice.random()) / count, 0, 0.93, dice.uniform(1.0, 1.08), 2)
        blades.add(root, bend, tip, dice.uniform(0.5, 1.0))
    blades.draw(figure.canvas, ink(tone, 0.85))


def _shaved_sides(figure: Figure) -> None:
    """Cropped to the skin above the ears."""
    with clipped(figure.canvas, outline(figure)):
        for side in (-1, 1):
            x, y = over(figure, side * 36, -17)
            patch = oval(lerp(x, -30, figure.turn) if side < 0 else x, y, 9, 24)
            figure.canvas.drawPath(patch, ink(mix(figure.look.hair, figure.look.skin.shadow, 0.35), 0.7, blur=2.6))
