"""What an app shows by what it is for: exercise, money, tasks, words, sleep, a map, messages, a shop, music.

Everything is drawn in hundredths of a phone's height, its foot at y = 0, between x = -18 and 18 and y = -78 and -4.
"""

import math
from collections.abc import Callable

from reelwright.providers.builtin.artist.brush import box, clipped, curve, ink, linear, mix, oval, polygon
from reelwright.providers.builtin.artist.lettering import letter
from reelwright.providers.builtin.artist.products.screens import bars, chart, ground_of, icon, line, ring, vivid
from reelwright.providers.builtin.artist.products.sitter import Sitter

_LEFT, _WIDE = -18.2, 36.4


def _exercise(p: Sitter) -> None:
    """Three rings of a day, and the columns of a week."""
    _, card, text = ground_of(p)
    first, second = vivid(p)
    for radius, share, tones in (
        (15.5, 0.82, (first, second)),
        (10.6, 0.66, (second, first)),
        (5.8, 0.9, (first, first)),
    ):
        ring(p.canvas, 0, -59, radius, share, *tones, card)
    p.canvas.drawPath(box(_LEFT, -38, _WIDE, 24, 3), ink(card))
    bars(p, -16, -34.6, 32, 17.5, first, second)
    _button(p, first, second, text)


def _money(p: Sitter) -> None:
    """A card, what is left this month, and what came and went."""
    ground, card, text = ground_of(p)
    first, second = vivid(p)
    face = box(_LEFT, -77, _WIDE, 22, 3)
    p.canvas.drawPath(face, ink(shader=linear((_LEFT, -77), (18, -55), [(0, first), (1, second)])))
    p.canvas.drawPath(box(-15.4, -72.4, 5, 3.8, 0.8), ink("#f6e3b0", 0.95))
    line(p.canvas, -15.4, -60.6, 16, 1.6, ground, 0.9)
    for x in (11.4, 14.2):
        p.canvas.drawCircle(x, -59.8, 2.3, ink(ground, 0.75))
    line(p.canvas, -17, -51, 9, 1.3, text, 0.45)
    line(p.canvas, -17, -47.6, 21, 3.4, text, 0.9)
    dice = p.dice("sums")
    for row in range(4):
        y = -40 + row * 8.6
        p.canvas.drawPath(box(_LEFT, y, _WIDE, 7.4, 2), ink(card))
        p.canvas.drawCircle(-14.4, y + 3.7, 2.2, ink((first, second)[row % 2], 0.35))
        line(p.canvas, -10.6, y + 1.7, dice.uniform(8, 14), 1.3, text, 0.8)
        line(p.canvas, -10.6, y + 4.4, dice.uniform(5, 8), 1.0, text, 0.35)
        came = row % 3 == 0
        line(p.canvas, 9.6, y + 2.9, 6.4, 1.6, "#3f9d63" if came else text, 0.95 if came else 0.6)


def _tasks(p: Sitter) -> None:
    """A list with ticks, done from the top, and how far the day is."""
    ground, card, text = ground_of(p)
    first, second = vivid(p)
    p.canvas.drawPath(box(_LEFT, -76, _WIDE, 5, 2.5), ink(card))
    fill = linear((_LEFT, 0), (18, 0), [(0, first), (1, second)])
    p.canvas.drawPath(box(_LEFT, -76, _WIDE * 0.64, 5, 2.5), ink(shader=fill))
    dice = p.dice("tasks")
    for row in range(5):
        y, done = -67 + row * 11.2, row < 3
        p.canvas.drawPath(box(_LEFT, y, _WIDE, 9.4, 2.6), ink(card))
        p.canvas.drawCircle(-13.6, y + 4.7, 2.7, ink(second, 1.0) if done else ink(text, 0.5, stroke=0.7))
        if done:
            p.canvas.drawPath(curve((-15, y + 4.8), (-13.9, y + 5.9), (-12, y + 3.5)), ink(ground, stroke=0.9))
        line(p.canvas, -8.8, y + 2.5, dice.uniform(12, 21), 1.5, text, 0.4 if done else 0.85)
        line(p.canvas, -8.8, y + 5.7, dice.uniform(6, 12), 1.1, text, 0.3)
    line(p.canvas, -5.5, -8, 11, 1.2, text, 0.5)


def _words(p: Sitter) -> None:
    """Somebody speaks; one of three answers is right."""
    ground, card, text = ground_of(p)
    first, second = vivid(p)
    p.canvas.drawCircle(-10.6, -63, 6.4, ink(second, 0.4))
    p.canvas.drawCircle(-10.6, -65, 2.6, ink(second))
    p.canvas.drawPath(oval(-10.6, -58.6, 4.2, 3), ink(second))
    bubble = box(-2.4, -74, 20.6, 14, 4)
    p.canvas.drawPath(bubble, ink(first))
    p.canvas.drawPath(polygon((-1, -63), (-5, -60), (3, -61)), ink(first))
    line(p.canvas, 1.2, -70.4, 13, 1.9, ground, 0.95)
    line(p.canvas, 1.2, -66, 9, 1.9, ground, 0.7)
    for row, wide in enumerate((16, 21, 12)):
        y, right = -50 + row * 12.4, row == 1
        p.canvas.drawPath(box(_LEFT, y, _WIDE, 10, 3.4), ink(second if right else card))
        line(p.canvas, -wide / 2, y + 4.1, wide, 1.9, ground if right else text, 0.95 if right else 0.7)
    _button(p, first, second, text)


def _calm(p: Sitter) -> None:
    """Night: a moon over quiet waves, and one button."""
    first, second = vivid(p)
    night, deep = mix("#2b2f55", first, 0.25), mix("#14162e", first, 0.12)
    area = box(-21.6, -97.6, 43.2, 95.2, 6)
    with clipped(p.canvas, area):
        p.canvas.drawPath(area, ink(shader=linear((0, -98), (0, -2), [(0, deep), (1, night)])))
        p.canvas.drawCircle(0, -62, 13, ink("#f6ecd0", 0.25, blur=4))
        p.canvas.drawCircle(0, -62, 9.6, ink("#f8f0d8"))
        p.canvas.drawCircle(4, -65, 8.4, ink(mix(deep, night, 0.36)))
        dice = p.dice("stars")
        for _ in range(16):
            p.canvas.drawCircle(
                dice.uniform(-19, 19), dice.uniform(-92, -46), dice.uniform(0.2, 0.5), ink("#ffffff", 0.8)
            )
        for level, (tone, alpha) in enumerate(((second, 0.35), (first, 0.4), (mix(first, second, 0.5), 0.55))):
            y = -38 + level * 8
            points = [(-24 + 6 * k, y + 2.2 * math.sin(k * 1.1 + level * 2)) for k in range(9)]
            p.canvas.drawPath(polygon(*points, (24, 2), (-24, 2)), ink(tone, alpha))
    p.canvas.drawCircle(0, -14, 5.4, ink("#ffffff", 0.95))
    p.canvas.drawPath(polygon((-1.6, -16.8), (-1.6, -11.2), (3, -14)), ink(night))
    if p.look.label:
        letter(p.canvas, p.look.label, 0, -83, 5.4, "#f4f1ff", weight="bold", align="centre", room=32)


def _map(p: Sitter) -> None:
    """Streets, a park, a way through them to a pin."""
    ground, card, text = ground_of(p)
    first, second = vivid(p)
    area = box(_LEFT, -77, _WIDE, 54, 3)
    with clipped(p.canvas, area):
        p.canvas.drawPath(area, ink(mix(card, "#e7e2d6", 0.6)))
        p.canvas.drawPath(oval(-11, -38, 11, 9), ink("#a9cf9a"))
        p.canvas.drawPath(polygon((8, -80), (22, -80), (22, -60), (14, -62)), ink("#9cc7e6"))
        for a, b in (
            ((-20, -66), (20, -58)),
            ((-20, -46), (20, -40)),
            ((-8, -80), (-4, -20)),
            ((8, -80), (6, -20)),
            ((-20, -30), (20, -26)),
        ):
            p.canvas.drawPath(curve(a, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), b), ink("#ffffff", stroke=2.2))
        way = curve((-12, -27), (-6, -34), (-5, -45), (2, -50), (7.4, -57))
        p.canvas.drawPath(way, ink(first, stroke=2.0))
    p.canvas.drawCircle(-12, -27, 2.0, ink(ground))
    p.canvas.drawCircle(-12, -27, 1.3, ink(first))
    p.canvas.drawPath(polygon((4.2, -62), (10.6, -62), (7.4, -55.4)), ink(second))
    p.canvas.drawCircle(7.4, -63.4, 3.9, ink(second))
    p.canvas.drawCircle(7.4, -63.4, 1.5, ink(ground))
    p.canvas.drawPath(box(_LEFT, -20.4, _WIDE, 9.4, 2.6), ink(card))
    line(p.canvas, -15, -18, 15, 1.6, text, 0.85)
    line(p.canvas, -15, -14.6, 9, 1.2, text, 0.4)
    p.canvas.drawCircle(13.4, -15.7, 2.6, ink(first))


def _messages(p: Sitter) -> None:
    """Two people write to each other."""
    ground, card, text = ground_of(p)
    first, second = vivid(p)
    dice = p.dice("talk")
    y = -77.0
    for row, (mine, lines) in enumerate(((False, 2), (True, 1), (False, 1), (True, 2), (False, 1))):
        wide, tall = dice.uniform(17, 23), 4.6 + 3.4 * lines
        x = 18.2 - wide if mine else _LEFT + 6.4
        p.canvas.drawPath(box(x, y, wide, tall, 3.2), ink(first if mine else card))
        if not mine:
            p.canvas.drawCircle(_LEFT + 2.6, y + tall - 2.8, 2.6, ink(second, 0.9 if row else 0.6))
        for at in range(lines):
            room = (wide - 5) * (1.0 if at < lines - 1 else 0.66)
            line(p.canvas, x + 2.6, y + 3 + at * 3.4, room, 1.5, ground if mine else text, 0.9 if mine else 0.7)
        y += tall + 2.4
    p.canvas.drawPath(box(_LEFT, -10.4, 29, 6.4, 3.2), ink(card))
    p.canvas.drawCircle(14.6, -7.2, 3.2, ink(second))


def _shop(p: Sitter) -> None:
    """Pictures of things with their prices, one of them liked."""
    ground, card, text = ground_of(p)
    first, second = vivid(p)
    tones = (mix(first, ground, 0.35), mix(second, ground, 0.35), mix(first, second, 0.5), mix(second, "#f0c060", 0.5))
    for index in range(4):
        x, y = (_LEFT, 1.0)[index % 2], (-77, -42)[index // 2]
        p.canvas.drawPath(box(x, y, 17.2, 32, 3), ink(card))
        with clipped(p.canvas, box(x + 1.2, y + 1.2, 14.8, 18.6, 2.2)):
            p.canvas.drawPath(box(x + 1.2, y + 1.2, 14.8, 18.6, 2.2), ink(tones[index], 0.55))
            icon(p.canvas, len(p.look.label) + index, x + 8.6, y + 10.8, 5.2, mix(tones[index], "#ffffff", 0.55))
        line(p.canvas, x + 2, y + 22.6, 11.5, 1.5, text, 0.8)
        line(p.canvas, x + 2, y + 26.4, 6.4, 1.8, second if index == 2 else text, 0.95 if index == 2 else 0.5)
    icon(p.canvas, 0, 14.8, -74, 1.8, second)


def _music(p: Sitter) -> None:
    """A cover, a wave, three buttons."""
    ground, _, text = ground_of(p)
    first, second = vivid(p)
    cover = box(-14.6, -76, 29.2, 29.2, 3)
    p.canvas.drawPath(cover, ink(shader=linear((-15, -76), (15, -47), [(0, first), (1, second)])))
    for radius, alpha in ((11, 0.25), (7.4, 0.3), (3.4, 0.9)):
        p.canvas.drawCircle(0, -61.4, radius, ink(ground, alpha))
    line(p.canvas, -10, -42.6, 20, 2.2, text, 0.9)
    line(p.canvas, -6, -38.6, 12, 1.4, text, 0.45)
    dice = p.dice("wave")
    for index in range(18):
        tall = 1.6 + 6.4 * dice.random()
        tone = second if index < 8 else text
        p.canvas.drawPath(box(-17 + index * 1.94, -28 - tall / 2, 1.1, tall, 0.5), ink(tone, 1.0 if index < 8 else 0.3))
    p.canvas.drawCircle(0, -14, 5.4, ink(first))
    p.canvas.drawPath(polygon((-1.6, -16.8), (-1.6, -11.2), (3, -14)), ink(ground))
    for side in (-1, 1):
        p.canvas.drawPath(polygon((side * 11, -16.4), (side * 11, -11.6), (side * 14.6, -14)), ink(text, 0.7))


def _home(p: Sitter) -> None:
    """A phone's own first screen: the hour, a wallpaper, rows of apps."""
    first, second = vivid(p)
    area = box(-21.6, -97.6, 43.2, 95.2, 6)
    with clipped(p.canvas, area):
        dusk = linear(
            (-20, -98), (20, -2), [(0, mix(first, "#ffffff", 0.25)), (0.6, second), (1, mix(first, "#101226", 0.5))]
        )
        p.canvas.drawPath(area, ink(shader=dusk))
        p.canvas.drawPath(oval(14, -34, 26, 20), ink("#ffffff", 0.16))
        p.canvas.drawPath(oval(-16, -20, 30, 24), ink(mix(first, "#101226", 0.3), 0.4))
        letter(p.canvas, "9:41", 0, -72, 15, "#ffffff", weight="bold", align="centre", room=36)
        if p.look.label:
            letter(p.canvas, p.look.label, 0, -62, 4.8, "#ffffff", weight="bold", align="centre", room=34)
        tones = ("#ffffff", mix(second, "#ffffff", 0.7), "#f5c659", mix(first, "#ffffff", 0.6), "#ef7d6a", "#7ccf9a")
        for index in range(12):
            x, y = -17.4 + (index % 4) * 9.4, -50 + (index // 4) * 11.4
            p.canvas.drawPath(box(x, y, 7, 7, 2), ink(tones[index * 5 % 6], 0.95))
            icon(p.canvas, index + len(p.look.label), x + 3.5, y + 3.5, 2.0, mix(first, "#101226", 0.55))
        p.canvas.drawPath(box(-18.4, -14.4, 36.8, 9.6, 3.4), ink("#ffffff", 0.28))
        for index in range(4):
            p.canvas.drawPath(box(-16.4 + index * 8.8, -12.8, 6.4, 6.4, 1.9), ink(tones[(index * 2 + 1) % 6], 0.95))


def _overview(p: Sitter) -> None:
    """A ring, a curve, two cards: what any app may show."""
    _, card, text = ground_of(p)
    first, second = vivid(p)
    ring(p.canvas, 0, -61, 13, 0.76, first, second, card)
    icon(p.canvas, len(p.look.label) + 1, 0, -61, 5.4, text)
    p.canvas.drawPath(box(_LEFT, -42, _WIDE, 17, 3), ink(card))
    chart(p, -15.6, -39.6, 31, 12, first)
    for index, x in enumerate((_LEFT, 0.8)):
        p.canvas.drawPath(box(x, -22.6, 17.4, 12, 2.6), ink(card))
        p.canvas.drawCircle(x + 4.4, -16.6, 2.6, ink((first, second)[index], 0.25))
        icon(p.canvas, len(p.look.label) + index + 2, x + 4.4, -16.6, 1.5, (first, second)[index])
        line(p.canvas, x + 8.4, -18.8, 6.6, 1.3, text, 0.85)
        line(p.canvas, x + 8.4, -16, 4.4, 1.1, text, 0.4)
    _button(p, first, second, ground_of(p)[0])


def _button(p: Sitter, first: str, second: str, label: str) -> None:
    p.canvas.drawPath(box(-17, -8.2, 34, 4.6, 2.3), ink(shader=linear((-17, 0), (17, 0), [(0, first), (1, second)])))
    line(p.canvas, -5.5, -6.4, 11, 1.1, label, 0.9)


SCREENS: dict[str, Callable[[Sitter], None]] = {
    "": _overview,
    "calm": _calm,
    "exercise": _exercise,
    "home": _home,
    "map": _map,
    "messages": _messages,
    "money": _money,
    "music": _music,
    "shop": _shop,
    "tasks": _tasks,
    "words": _words,
}
"""By what the app is for."""
UNTITLED = ("calm", "home")
"""Those that letter the name themselves."""
