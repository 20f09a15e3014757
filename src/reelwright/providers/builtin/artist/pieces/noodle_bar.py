"""A noodle bar: a lit kitchen behind half curtains, lanterns, menu strips, a counter with stools. In centimetres."""

from typing import Any

from reelwright.providers.builtin.artist.brush import box, curve, darker, glow, ink, lighter, oval, rect, smooth
from reelwright.providers.builtin.artist.contract import Scene
from reelwright.providers.builtin.artist.pieces import furniture

_HATCHES = (-330.0, -60.0, 210.0)
_WIDE = 220.0


def noodle_bar(canvas: Any, scene: Scene) -> None:
    """The whole wall, from one side of the frame to the other."""
    light, (left, right) = scene.set_light, scene.view.span(1, scene.size.width)
    wood = scene.local(scene.pick("wood", ("#6f4a34", "#5a3a30", "#7a5a44")), 0.25)
    canvas.drawPath(rect(left - 50, -420, right + 50, 0), ink(darker(wood, 0.1)))
    x = left - left % 30 - 30
    while x < right + 30:
        canvas.drawLine(x, -420, x, 0, ink(darker(wood, 0.5), 0.4, stroke=1.4))
        x += 30
    for hatch in _HATCHES:
        _kitchen(canvas, scene, hatch)
        _half_curtains(canvas, scene, hatch)
    for x in (-375.0, -92.0, 178.0):
        _strips(canvas, scene, x)
    furniture.block(canvas, rect(left - 50, -112, right + 50, -102), lighter(wood, 0.3), light, 0.9)
    furniture.block(canvas, rect(left - 50, -102, right + 50, 0), wood, light)
    for x in range(-360, 400, 88):
        _stool(canvas, scene, float(x))
        if (x // 88) % 2 == 0:
            _bowl(canvas, scene, x + 30.0)
    for x in (-250.0, -20.0, 120.0, 320.0):
        _lantern(canvas, scene, x)


def _kitchen(canvas: Any, scene: Scene, x: float) -> None:
    """The opening to the kitchen: warm light, pots that steam, a shelf of bowls."""
    canvas.drawPath(rect(x, -262, x + _WIDE, -112), ink("#e8b06a"))
    glow(canvas, x + _WIDE / 2, -190, 150, "#fff0c8", 0.7)
    canvas.drawPath(rect(x, -176, x + _WIDE, -172), ink("#7a5236"))
    for index in range(9):
        canvas.drawPath(smooth([(x + 14 + index * 22, -188, "c"), (x + 32 + index * 22, -188, "c"),
                                (x + 28 + index * 22, -176), (x + 18 + index * 22, -176)]),
                        ink(("#f1e8da", "#b5483c", "#3f5a6b")[index % 3]))  # fmt: skip
    for at in (46.0, 150.0):
        furniture.block(canvas, box(x + at - 24, -150, 48, 40, 4), "#8f959c", scene.set_light, 0.9)
        steam = curve((x + at, -152), (x + at + 8, -164), (x + at - 6, -176))
        canvas.drawPath(steam, ink("#ffffff", 0.5, stroke=7, blur=5))


def _half_curtains(canvas: Any, scene: Scene, x: float) -> None:
    """Four short panels of cloth with slits between them and a mark on each."""
    cloth = scene.local(scene.pick("cloth", ("#2f4a6b", "#8a2f2c", "#3f5a4a")), 0.15)
    each = _WIDE / 4
    for index in range(4):
        left = x + index * each
        panel = smooth([(left + 1, -268, "c"), (left + each - 1, -268, "c"), (left + each - 2, -214, "c"),
                        (left + each / 2, -211), (left + 2, -214, "c")])  # fmt: skip
        furniture.block(canvas, panel, cloth, scene.set_light)
        canvas.drawPath(oval(left + each / 2, -240, 13, 13), ink("#f6ecd8", 0.9, stroke=3))
        for wave in (-4, 2):
            mark = curve(
                (left + each / 2 - 8, -240 + wave), (left + each / 2, -243 + wave), (left + each / 2 + 8, -240)
            )
            canvas.drawPath(mark, ink("#f6ecd8", 0.9, stroke=2))
    canvas.drawPath(rect(x - 8, -272, x + _WIDE + 8, -267), ink("#3a2a20"))


def _strips(canvas: Any, scene: Scene, x: float) -> None:
    """The menu: strips of paper, one a dish."""
    dice = scene.place_dice("menu")
    for index in range(3):
        left = x + index * 13
        canvas.drawPath(box(left, -250, 10, 92, 1), ink("#f4ead2"))
        for row in range(5):
            tall = 8 + 5 * dice.random()
            canvas.drawPath(box(left + 3, -244 + row * 17, 4, tall, 1), ink("#3a2a28", 0.8))
        canvas.drawPath(box(left, -250, 10, 5, 0), ink("#b5362c", 0.85))


def _stool(canvas: Any, scene: Scene, x: float) -> None:
    canvas.drawLine(x, 0, x, -66, ink("#2a2528", stroke=5))
    canvas.drawPath(oval(x, 0, 17, 3), ink("#17141a"))
    furniture.block(canvas, box(x - 19, -74, 38, 10, 5), "#8a2f2c", scene.set_light, 0.8)


def _bowl(canvas: Any, scene: Scene, x: float) -> None:
    bowl = smooth([(x - 12, -124, "c"), (x + 12, -124, "c"), (x + 6, -113), (x - 6, -113)])
    furniture.block(canvas, bowl, "#efe6da", scene.set_light, 0.9)
    canvas.drawPath(oval(x, -124, 12, 2), ink("#c98a3a"))
    canvas.drawLine(x + 4, -124, x + 17, -133, ink("#3a2418", stroke=1.4))


def _lantern(canvas: Any, scene: Scene, x: float) -> None:
    canvas.drawLine(x, -420, x, -330, ink("#1c1618", stroke=1.6))
    glow(canvas, x, -300, 95, "#ff9a5a", 0.35 + 0.3 * scene.hour.lamps)
    furniture.block(canvas, oval(x, -300, 25, 31), "#d9472f", scene.set_light, 0.8)
    for y in (-322, -311, -300, -289, -278):
        half = 25 * (1 - ((y + 300) / 31) ** 2) ** 0.5
        canvas.drawLine(x - half, y, x + half, y, ink("#7a1f18", 0.5, stroke=0.9))
    for y in (-334, -272):
        canvas.drawPath(box(x - 10, y, 20, 6, 1), ink("#1c1618"))
