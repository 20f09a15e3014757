"""How hair is cut and combed: the edges of its panels over the head, for every style and length."""

import math

from reelwright.providers.builtin.artist.brush import Point
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.outline import lerp
from reelwright.providers.builtin.artist.people.strands import Panel

ENDS = {"short": 18.0, "chin": 50.0, "shoulder": 88.0, "long": 146.0}
"""How far down hair reaches, in points, by length."""


def is_gathered(figure: Figure) -> bool:
    """Whether it is combed back to a bun, tail or braid."""
    return figure.person.hair_style in ("bun", "ponytail", "braid")


def is_cropped(figure: Figure) -> bool:
    """Whether it is cut short over ears and neck."""
    person = figure.person
    if person.hair_style in ("pixie", "undercut"):
        return True
    return figure.body.is_male and person.hair_length == "short" and not is_gathered(figure)


def is_curled(figure: Figure) -> bool:
    """Whether it is drawn as curls."""
    return figure.person.hair_style in ("curly", "afro")


def over(figure: Figure, x: float, y: float) -> Point:
    """A point of the hair's outer edge, which turns with the skull."""
    if x >= 0:
        return lerp(x, x * 0.86 - 1.5, figure.turn), y
    return lerp(x, x * 1.1 - 1.5, figure.turn), y


def on_brow(figure: Figure, x: float, y: float) -> Point:
    """A point of the hair line, which lies on the face."""
    yaw = figure.turn * 0.6
    depth = 17 - 0.012 * x * x
    return x * math.cos(yaw) + depth * math.sin(yaw), y


def parting(figure: Figure) -> float:
    """Where hair parts, left or right of the middle: the same side of the person however the head turns."""
    return 9.0 * figure.side * (1 if figure.dice("parting").random() < 0.5 else -1)


def cropped(figure: Figure) -> list[Panel]:
    """Short at the sides with some height in front, combed to one side; the hair line rises with age."""
    body, person = figure.body, figure.person
    dice = figure.dice("crop")
    high = 5.5 * body.age if body.is_male else 1.0 * body.age
    young, s = 5.0 * body.childhood, 1 if parting(figure) > 0 else -1
    tall = dice.uniform(-1.5, 2.5) + (5.0 if person.hair_style == "undercut" else 0.0)
    side = 34.6 if person.hair_style == "undercut" else 36.4
    low = -8 if person.hair_style == "undercut" else 4
    top = [(-side + 0.4, low), (-side - 0.6, -16), (-35.8, -36), (-23, -53 - tall), (-1, -58.5 - tall)]
    top += [(21, -54 - tall), (35.8, -37), (side + 0.6, -16), (side - 0.4, low)]
    dip = 2.5 if s > 0 else -2.5
    edge = [(-32, low + 2), (-31.6, -9), (-29 + high * 0.7, -20 - high), (-22, -30.5 - high + young + dip * 0.4)]
    edge += [(-8, -34.5 - high * 0.8 + young * 1.7), (8, -34.5 - high * 0.8 + young * 1.7)]
    edge += [(22, -30.5 - high + young - dip * 0.4), (29 - high * 0.7, -20 - high), (31.6, -9), (32, low + 2)]
    outer = [over(figure, x, y - (1.6 if x * s < 0 and y < -50 else 0)) for x, y in top]
    inner = [on_brow(figure, x, y) for x, y in edge]
    inner[0], inner[1] = (lerp(-33, -20, figure.turn), low + 3), (lerp(-31.6, -17.5, figure.turn), -8)
    inner[-1] = (min(inner[-1][0], outer[-1][0] - 1), inner[-1][1])
    inner[-2] = (min(inner[-2][0], outer[-2][0] - 2), inner[-2][1])
    behind = min(1.0, figure.turn * 1.7)
    outer[0] = (lerp(-side + 0.4, -28, behind), lerp(low, 19, behind))
    outer.insert(1, (lerp(-side, -38.5, behind), lerp(low - 7, 5, behind)))
    return [Panel(tuple(inner), tuple(outer), crosswise=True, sweep=0.1 * s)]


def swept(figure: Figure) -> list[Panel]:
    """Combed back to a bun or a tail."""
    top = [(-36, 2), (-37, -16), (-34.5, -37), (-20, -53), (0, -56.5), (20, -53), (34.5, -37), (36.4, -16), (34.5, 0)]
    edge = [(-32, -7), (-29, -21), (-18, -32.5), (0, -37), (18, -32.5), (29.5, -22), (32.6, -8)]
    outer = [over(figure, x, y) for x, y in top]
    inner = [on_brow(figure, x, y) for x, y in edge]
    inner[0] = (lerp(-32, -18, figure.turn), -6)
    inner[-1] = (min(inner[-1][0], outer[-1][0] - 1.5), inner[-1][1])
    behind = min(1.0, figure.turn * 1.7)
    outer[0] = (lerp(-36, -27, behind), lerp(2, 24, behind))
    outer.insert(1, (lerp(-37, -40, behind), lerp(-4, 6, behind)))
    return [Panel(tuple(inner), tuple(outer), crosswise=True, sweep=0.0)]


def parted(figure: Figure) -> list[Panel]:
    """Loose hair, parted at the side, framing the face: one panel to the left of the parting, one to the right."""
    part, person = parting(figure), figure.person
    ends = ENDS[person.hair_length]
    end = min(ends - 6, {"straight": 62.0, "wavy": 72.0, "curly": 46.0}.get(person.hair_style, 60.0))
    wave = 2.6 if person.hair_style == "wavy" else 0.0
    broad = 45.0 if person.hair_style == "curly" else 40.5
    drop = {"short": 9.0, "chin": 4.0}.get(person.hair_length, 0.0) * (1 - figure.body.age)
    found: list[Panel] = []
    for side in (-1, 1):
        is_long_sweep = (part > 0) != (side > 0)
        temple = 20.0 if is_long_sweep else 17.0
        fall = drop if is_long_sweep else 0.0
        outer = [
            (part * 0.5, -57.5), (side * 20, -54.5), (side * 35.5, -38), (side * broad, -15),
            (side * (broad - wave * 0.5), 6), (side * (broad + 1 + wave), end * 0.55), (side * (broad - 4), end),
        ]  # fmt: skip
        inner = [
            (part, -40 + fall * 0.7), (side * temple, -32.5 + fall), (side * 29.5, -15 + fall * 0.5), (side * 33.4, 4),
            (side * (34 - wave * 0.4), end * 0.3), (side * (36 + wave * 0.5), end * 0.62), (side * (broad - 4.5), end),
        ]  # fmt: skip
        found.append(_beside(figure, inner, outer, side, 2.4 if wave else 0.25))
    return found if part < 0 else found[::-1]


def _beside(figure: Figure, inner: list[Point], outer: list[Point], side: int, wave: float) -> Panel:
    out = [over(figure, x, y) for x, y in outer]
    edge = [on_brow(figure, x, y) for x, y in inner[:4]] + [over(figure, x, y) for x, y in inner[4:]]
    if side > 0:
        gaps = (0, 0, 3, 4.5, 6, 6, 0.5)
        edge = [(min(e[0], o[0] - gap), e[1]) if gap else e for e, o, gap in zip(edge, out, gaps, strict=True)]
    else:
        near = {3: -18.0, 4: -21.0, 5: -29.0}
        edge = [(lerp(e[0], near.get(k, e[0]), figure.turn), e[1]) for k, e in enumerate(edge)]
    return Panel(tuple(edge), tuple(out), wave=wave)


def fringe(figure: Figure) -> Panel:
    """Hair over the forehead down to the brows."""
    low = -13.5 + 3 * figure.body.childhood
    if figure.person.hair_style in ("pixie", "undercut") or figure.body.is_male:
        low -= 7
    roots = [(-22, -40), (-14, -50), (0, -54), (14, -50), (22, -40)]
    dice = figure.dice("fringe")
    tips = [(x, low + 0.006 * x * x + dice.uniform(-1.6, 1.6)) for x in (-30, -25, -20, -14, -8, -2, 4, 10, 16, 22, 29)]
    inner = [over(figure, x, y) for x, y in roots]
    outer = [on_brow(figure, x, y) for x, y in tips]
    outer[0] = (lerp(-30, -20, figure.turn), outer[0][1])
    return Panel(tuple(inner), tuple(outer), crosswise=True, wave=0.4)
