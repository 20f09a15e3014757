"""Hair as masses: one behind the head, one over it with its parting, and the strands that catch the light."""

import math
from typing import Any

from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import (
    Point,
    Stop,
    clipped,
    curve,
    ink,
    lighter,
    linear,
    mix,
    moved,
    oval,
    smooth,
    solid,
)
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.head import outline
from reelwright.providers.builtin.artist.people.outline import joined, lerp, taper

_ENDS = {"short": 18.0, "chin": 50.0, "shoulder": 88.0, "long": 146.0}


def _gathered(figure: Figure) -> bool:
    return figure.person.hair_style in ("bun", "ponytail")


def _mannish(figure: Figure) -> bool:
    return figure.body.is_male and figure.person.hair_length == "short"


def _over(figure: Figure, x: float, y: float) -> Point:
    """A point of the hair's outer edge, which turns with the skull."""
    if x >= 0:
        return lerp(x, x * 0.86 - 1.5, figure.turn), y
    return lerp(x, x * 1.1 - 1.5, figure.turn), y


def _fringe(figure: Figure, x: float, y: float) -> Point:
    """A point of the hair line, which lies on the face."""
    yaw = figure.turn * 0.6
    depth = 17 - 0.012 * x * x
    return x * math.cos(yaw) + depth * math.sin(yaw), y


def shows_ears(figure: Figure) -> bool:
    """Whether the ears lie over the hair."""
    return _gathered(figure) or figure.person.hair_length in ("bald", "short")


def draw_back_hair(figure: Figure) -> None:
    """What hangs behind neck and shoulders."""
    if figure.person.hair_length == "bald":
        return
    tone = mix(figure.look.hair, figure.look.hair_dark, 0.25)
    if _gathered(figure):
        _draw_mass(figure, _tail(figure), tone)
        return
    if _mannish(figure) or (figure.person.hair_length == "short" and figure.person.hair_style != "curly"):
        return
    _draw_mass(figure, _mass(figure), tone)


def _mass(figure: Figure) -> Any:
    end = _ENDS[figure.person.hair_length]
    style = figure.person.hair_style
    broad = {"straight": 41.0, "wavy": 45.0, "curly": 51.0}.get(style, 43.0)
    flare = {"straight": 1.0, "wavy": 1.1, "curly": 1.16}.get(style, 1.0)
    right: list[Point] = [(0, -56), (22, -54), (broad * 0.87, -38), (broad * 0.98, -12)]
    steps = max(2, round((end + 12) / 22))
    for k in range(1, steps):
        y = lerp(-12, end - 10, k / steps)
        wave = 3.6 * math.sin(k * 2.3 + 0.6) if style == "wavy" else 0.0
        right.append((broad * lerp(1.0, flare, k / steps) + wave, y))
    right += [(broad * flare * 0.9, end - 3), (broad * 0.5, end + 3)]
    left = [(-x + (2.4 * math.sin(y * 0.09) if style == "wavy" else 0), y) for x, y in reversed(right[1:])]
    return smooth([_over(figure, x, y) for x, y in [*right, (0, end), *left]])


def _draw_curly(figure: Figure, shape: Any, tone: str, what: str) -> None:
    """A mass of curls: round ones along the edge, arcs within, shaded as one thing."""
    canvas, dice, light = figure.canvas, figure.dice(what), figure.light
    measure = skia.PathMeasure(shape, False)
    count = max(8, round(measure.getLength() / (9.5 if _mannish(figure) else 13)))
    bounds = shape.getBounds()
    reach = max(bounds.width(), bounds.height()) / 2
    face = outline(figure) if what == "front" else None
    canvas.saveLayer(bounds.makeOutset(16, 16), None)
    canvas.drawPath(shape, ink(tone))
    for k in range(count):
        at, _ = measure.getPosTan(measure.getLength() * k / count)
        radius = dice.uniform(7.5, 10.5) * (0.72 if _mannish(figure) else 1.0)
        x, y = at.x(), at.y()
        if face is not None and face.contains(x, y + 6):
            away = radius * 0.6 / (math.hypot(x, y - 5) or 1.0)
            x, y = x + x * away, y + (y - 5) * away
        canvas.drawCircle(x, y, radius, ink(tone))
        facing = (at.x() - bounds.centerX()) * light.dx + (at.y() - bounds.centerY()) * light.dy
        if facing > reach * 0.15:
            glow = min(1.0, facing / reach) * 0.22 * light.power
            rim = ink(light.key, glow, stroke=2.2, blur=1.3, blend=skia.BlendMode.kSrcATop)
            canvas.drawCircle(at.x() - light.dx * 1.5, at.y() - light.dy * 1.5, radius, rim)
    _curls_inside(figure, shape, what)
    near = (bounds.centerX() + light.dx * reach, bounds.centerY() + light.dy * reach)
    far = (bounds.centerX() - light.dx * reach, bounds.centerY() - light.dy * reach)
    stops: list[Stop] = [
        (0, light.key, 0.3 * light.power),
        (0.45, light.key, 0.0),
        (0.5, light.fill, 0.05),
        (1, light.fill, 0.42),
    ]
    canvas.drawPaint(ink(shader=linear(near, far, stops), blend=skia.BlendMode.kSrcATop))
    canvas.restore()


def _tail(figure: Figure) -> Any:
    """Bun or ponytail."""
    t = figure.turn
    if figure.person.hair_style == "bun":
        x, y = lerp(-2, -24, t), lerp(-61, -50, t)
        return joined(oval(x, y, 17, 15), oval(x + 5, y + 8, 14, 10))
    end = max(60.0, _ENDS[figure.person.hair_length] * 0.85)
    out = lerp(-34, -54, t)
    spine = [(lerp(-8, -28, t), -44, 6), (out * 0.9, -40, 10), (out - 8, -8, 12), (out - 3, end * 0.45, 11)]
    return taper([*spine, (out - 10, end, 2)], steps=4)


def _draw_mass(figure: Figure, path: Any, tone: str) -> None:
    canvas = figure.canvas
    if figure.person.hair_style == "curly":
        _draw_curly(figure, path, tone, "back")
        return
    solid(canvas, path, tone, figure.light, shade=0.5, rim=0.75, rim_width=2.6, soft=9)
    bounds = path.getBounds()
    dice = figure.dice("back strands")
    with clipped(canvas, path):
        for k in range(26 if figure.is_fine else 10):
            x = lerp(bounds.left(), bounds.right(), (k + dice.random()) / 26)
            wave = 3.5 if figure.person.hair_style == "wavy" else 0.6
            points = [
                (x * lerp(0.5, 1.0, j / 5) + wave * math.sin(j * 1.9 + k), lerp(-50, bounds.bottom(), j / 5))
                for j in range(6)
            ]
            bright = dice.random() < 0.4 and x * figure.light.dx > 0
            tone_ = figure.look.hair_light if bright else figure.look.hair_dark
            canvas.drawPath(
                curve(*points), ink(tone_, dice.uniform(0.16, 0.4), stroke=dice.uniform(0.4, 1.1), blur=0.3)
            )


def _curls_inside(figure: Figure, path: Any, what: str) -> None:
    bounds, dice = path.getBounds(), figure.dice(what + " curls")
    count = round(bounds.width() * bounds.height() / (110 if figure.is_fine else 400))
    for _ in range(min(130, count)):
        x, y = dice.uniform(bounds.left(), bounds.right()), dice.uniform(bounds.top(), bounds.bottom())
        radius = dice.uniform(3, 6.5)
        lit = (x * figure.light.dx + (y + 20) * figure.light.dy) > 12
        pale = figure.look.hair_light if lit else lighter(figure.look.hair, 0.16)
        tone = pale if dice.random() < 0.6 else figure.look.hair_dark
        arc = skia.PathBuilder()
        square = skia.Rect.MakeLTRB(x - radius, y - radius, x + radius, y + radius)
        arc.addArc(square, dice.uniform(0, 360), dice.uniform(120, 230))
        alpha, width = dice.uniform(0.25, 0.5), dice.uniform(0.7, 1.3)
        line = ink(tone, alpha, stroke=width, blur=0.25, blend=skia.BlendMode.kSrcATop)
        figure.canvas.drawPath(arc.detach(), line)


def draw_front_hair(figure: Figure) -> None:
    """What lies over the head: its shadow on the brow first."""
    if figure.person.hair_length == "bald":
        return
    shape = _front(figure)
    canvas = figure.canvas
    with clipped(canvas, outline(figure)):
        shade = mix(figure.look.skin.shadow, figure.look.skin.line, 0.25)
        canvas.drawPath(moved(shape, -figure.light.dx * 1.8, 3.2), ink(shade, 0.5, blur=2.2))
    if figure.person.hair_style == "curly":
        _draw_curly(figure, shape, figure.look.hair, "front")
        return
    solid(canvas, shape, figure.look.hair, figure.light, shade=0.52, rim=0.8, rim_width=2.2, soft=7)
    _front_strands(figure, shape)


def _parting(figure: Figure) -> float:
    return 9.0 * figure.side * (1 if figure.dice("parting").random() < 0.5 else -1)


def _front(figure: Figure) -> Any:
    if _mannish(figure):
        return _crop(figure)
    return _swept(figure) if _gathered(figure) else _parted(figure)


def _crop(figure: Figure) -> Any:
    """Short at the sides with some height in front; the hair line rises with age."""
    over, line = figure, figure
    high = 5.5 * figure.body.age
    young = 5.0 * figure.body.childhood
    s = 1 if _parting(figure) > 0 else -1
    top = [
        (-36.5, 3),
        (-38.2, -16),
        (-36.5, -38),
        (-22, -56),
        (0, -60.5),
        (21, -57),
        (36.5, -38),
        (38.2, -16),
        (36.5, 3),
    ]
    edge = [
        (32, 6),
        (31.4, -9),
        (28.5 - high, -20 - high),
        (22, -30 - high + young),
        (9, -33.5 - high * 0.7 + young * 1.5),
    ]
    edge += [
        (-8, -35 - high + young * 2),
        (-21, -30 - high + young),
        (-28.5 + high, -19.5 - high),
        (-31.4, -8),
        (-32, 6),
    ]
    outer = [_over(over, x, y - (2.5 if x * s > 0 and y < -50 else 0)) for x, y in top]
    inner = [_fringe(line, x, y) for x, y in edge]
    inner[-2:] = [(lerp(-31.4, -17, figure.turn), -8), (lerp(-33, -20, figure.turn), 7)]
    inner[0] = (min(inner[0][0], outer[-1][0] - 1), inner[0][1])
    behind = min(1.0, figure.turn * 1.7)
    outer[0] = (lerp(-36.5, -29, behind), lerp(3, 24, behind))
    return smooth(
        [
            (*outer[0], "c"),
            (lerp(-37.8, -41, behind), lerp(-4, 6, behind)),
            *outer[1:-1],
            (*outer[-1], "c"),
            *inner[:-1],
            (*inner[-1], "c"),
        ]
    )


def _swept(figure: Figure) -> Any:
    """Combed back to a bun or a tail."""
    top = [(-36, 2), (-37.5, -16), (-35, -37), (-20, -54), (0, -57.5), (20, -54), (35, -37), (37, -16), (35, 0)]
    edge = [(32.6, -8), (29.5, -22), (19, -33), (2, -38), (-17, -33), (-29, -21), (-32, -7)]
    outer = [_over(figure, x, y) for x, y in top]
    inner = [_fringe(figure, x, y) for x, y in edge]
    inner[-1] = (lerp(-32, -18, figure.turn), -6)
    behind = min(1.0, figure.turn * 1.7)
    outer[0] = (lerp(-36, -27, behind), lerp(2, 24, behind))
    nape = (lerp(-37, -40, behind), lerp(-4, 6, behind))
    return smooth([(*outer[0], "c"), nape, *outer[1:-1], (*outer[-1], "c"), *inner])


def _parted(figure: Figure) -> Any:
    """Loose hair, parted at the side, framing the face."""
    part = _parting(figure)
    ends = _ENDS[figure.person.hair_length]
    end = min(ends - 6, {"straight": 60.0, "wavy": 70.0, "curly": 46.0}.get(figure.person.hair_style, 60.0))
    wave = 3.0 if figure.person.hair_style == "wavy" else 0.0
    broad = 42.5 if figure.person.hair_style != "curly" else 46.0
    left = [(-broad + 5, end), (-broad - 1 - wave, end * 0.55), (-broad + wave * 0.5, 6), (-broad + 0.5, -16)]
    crown = [(-36.5, -39), (-20, -55), (part * 0.6, -58.5), (20, -55.5), (36.5, -39)]
    right = [(broad - 0.5, -16), (broad - wave * 0.5, 6), (broad + 1 + wave, end * 0.55), (broad - 5, end)]
    outer = [_over(figure, x, y) for x, y in [*left, *crown, *right]]
    sweep = 1 if part > 0 else -1
    drop = {"short": 9.0, "chin": 4.0}.get(figure.person.hair_length, 0.0) * (1 - figure.body.age)
    face_r = [
        (38, end * 0.6),
        (34.5 - wave * 0.4, end * 0.3),
        (33.6, 4),
        (29.5, -15),
        (lerp(18, 22, (sweep + 1) / 2), -31),
    ]
    face_l = [
        (lerp(-22, -18, (sweep + 1) / 2), -31 + drop),
        (-29.5, -15 + drop * 0.6),
        (-33.6, 4),
        (-34.5 + wave * 0.4, end * 0.3),
        (-38, end * 0.6),
    ]
    inner = [_fringe(figure, x, y) for x, y in face_r]
    inner[0] = (outer[-2][0] - 5, inner[0][1])
    inner[1] = (min(inner[1][0], outer[-2][0] - 6), inner[1][1])
    peak = _fringe(figure, part, -40.5 + drop * 0.8)
    near = [_fringe(figure, x, y) for x, y in face_l]
    near[-1] = (lerp(-38, -31, figure.turn), near[-1][1])
    near[-2] = (lerp(-34.5, -22, figure.turn), near[-2][1])
    near[-3] = (lerp(-33.6, -18, figure.turn), near[-3][1])
    return smooth([(*outer[0], "c"), *outer[1:-1], (*outer[-1], "c"), *inner, peak, *near])


def _front_strands(figure: Figure, shape: Any) -> None:
    canvas, dice = figure.canvas, figure.dice("front strands")
    part = 0.0 if _gathered(figure) or _mannish(figure) else _parting(figure)
    low = min(70.0, _ENDS[figure.person.hair_length]) if not (_gathered(figure) or _mannish(figure)) else 4.0
    px = _fringe(figure, part, 0)[0] * 0.8
    spread = 24 if _mannish(figure) else 6
    with clipped(canvas, shape):
        band = curve(*[_over(figure, x, y) for x, y in [(-38, -22), (-27, -42), (0, -50), (27, -42), (38, -22)]])
        canvas.drawPath(band, ink(figure.look.hair_light, 0.34 * figure.light.power + 0.1, stroke=7, blur=4))
        count = 56 if figure.is_close else 34 if figure.is_fine else 14
        for k in range(count):
            share = (k + dice.random()) / count
            angle = lerp(-1.0, 1.0, share)
            wide = 36 + dice.uniform(-4, 6)
            wave = dice.uniform(1.2, 3.2) if figure.person.hair_style == "wavy" else 0.6
            side = 1 if angle > 0 else -1
            reach = abs(angle)
            points = [
                (px + angle * spread, -57),
                _over(figure, px * (1 - reach) + side * wide * reach**0.7, -57 + 26 * reach),
            ]
            points.append(_over(figure, side * (wide * lerp(0.72, 1.04, reach)) - side * wave, lerp(-22, -8, reach)))
            points.append(_over(figure, side * (wide * lerp(0.9, 1.08, reach)) + side * wave, low * 0.45))
            points.append(_over(figure, side * (wide * lerp(0.94, 1.05, reach)) - side * wave, low))
            lit = side * figure.light.dx > 0 and dice.random() < 0.55
            tone = figure.look.hair_light if lit else figure.look.hair_dark
            canvas.drawPath(
                curve(*points), ink(tone, dice.uniform(0.18, 0.42), stroke=dice.uniform(0.35, 1.0), blur=0.2)
            )
