"""Furniture, plants and vehicles from straight above, each about (0, 0) and as wide and deep as asked."""

from collections.abc import Callable
from typing import Any

from reelwright.providers.builtin.artist.above.plan import Plan
from reelwright.providers.builtin.artist.brush import (
    box,
    clipped,
    curve,
    darker,
    glow,
    ink,
    leaf,
    lighter,
    linear,
    mix,
    oval,
    rect,
    smooth,
    solid,
)
from reelwright.providers.builtin.artist.contract import Scene

Piece = Callable[[Any, Scene, Plan, float, float, float], None]


def _block(canvas: Any, scene: Scene, plan: Plan, path: Any, color: str, tall_cm: float, degrees: float) -> None:
    """Something that stands: its shadow, then its lit top."""
    plan.shadow(canvas, path, tall_cm, degrees)
    solid(canvas, path, color, scene.light, shade=0.34, rim=0.55, rim_width=2.2, soft=9)


def _at(wide: float, deep: float, radius: float = 6.0) -> Any:
    return box(-wide / 2, -deep / 2, wide, deep, radius)


def _rug(canvas: Any, scene: Scene, plan: Plan, wide: float, deep: float, degrees: float) -> None:
    color = scene.local(scene.pick("rug", ("#a8553f", "#4f6d7a", "#b58a4a", "#6d4f6b")), 0.4)
    plan.shadow(canvas, _at(wide, deep, 4), 3, degrees)
    canvas.drawPath(_at(wide, deep, 4), ink(color))
    for inset, tone in ((12, lighter(color, 0.35)), (20, darker(color, 0.25))):
        canvas.drawPath(_at(wide - 2 * inset, deep - 2 * inset, 3), ink(tone, 0.8, stroke=3.2))
    canvas.drawPath(oval(0, 0, wide * 0.2, deep * 0.2), ink(lighter(color, 0.3), 0.7, stroke=3))
    for x in (-wide / 2, wide / 2):
        for step in range(int(deep // 7)):
            y = -deep / 2 + 4 + step * 7
            canvas.drawLine(x, y, x + (5 if x > 0 else -5), y, ink(lighter(color, 0.5), 0.8, stroke=1.3))


def _sofa(canvas: Any, scene: Scene, plan: Plan, wide: float, deep: float, degrees: float) -> None:
    color = scene.local(scene.pick("sofa", ("#54678f", "#7b8f6a", "#a56a56", "#6a5f7d")), 0.4)
    _block(canvas, scene, plan, _at(wide, deep, 16), darker(color, 0.12), 62, degrees)
    seats = max(1, round(wide / 95))
    each = (wide - 44) / seats
    for index in range(seats):
        x = -wide / 2 + 22 + index * each
        solid(canvas, box(x + 1, -deep / 2 + 24, each - 2, deep - 28, 10), color, scene.light, shade=0.3, rim_width=2)
    solid(canvas, box(-wide / 2 + 4, -deep / 2 + 3, wide - 8, 22, 10), lighter(color, 0.06), scene.light, shade=0.3)
    pillow = scene.local("#d7a55a", 0.35)
    solid(canvas, box(-wide / 2 + 26, -deep / 2 + 16, 38, 26, 9), pillow, scene.light, shade=0.35, rim_width=2)


def _bed(canvas: Any, scene: Scene, plan: Plan, wide: float, deep: float, degrees: float) -> None:
    color = scene.local("#9db0bf", 0.4)
    _block(canvas, scene, plan, _at(wide, deep, 8), scene.local("#7a5a44", 0.3), 50, degrees)
    canvas.drawPath(_at(wide - 10, deep - 10, 8), ink("#efe8dd"))
    solid(
        canvas, box(-wide / 2 + 4, -deep * 0.16, wide - 8, deep * 0.64, 10), color, scene.light, shade=0.4, rim_width=2
    )
    for fold in (0.02, 0.2, 0.34):
        path = curve((-wide / 2 + 10, deep * fold), (0, deep * (fold + 0.05)), (wide / 2 - 10, deep * (fold - 0.02)))
        canvas.drawPath(path, ink(darker(color, 0.4), 0.4, stroke=2.2, blur=1.2))
    count = 2 if wide > 120 else 1
    each = (wide - 30) / count
    for index in range(count):
        place = box(-wide / 2 + 12 + index * (each + 6), -deep / 2 + 14, each - 4, deep * 0.2, 12)
        solid(canvas, place, "#f6f1e8", scene.light, shade=0.3, rim_width=2)


def _table(canvas: Any, scene: Scene, plan: Plan, wide: float, deep: float, degrees: float) -> None:
    """A round one with its chairs, and cups on it."""
    wood = scene.local("#9a6a45", 0.3)
    seat = scene.local(scene.pick("chair", ("#4f6d6a", "#8a4f42", "#5c5470")), 0.35)
    for dx, dy in ((-1, 0), (1, 0), (0, -1), (0, 1)):
        x, y = dx * wide * 0.66, dy * deep * 0.66
        canvas.save()
        canvas.translate(x, y)
        _block(canvas, scene, plan, box(-21, -21, 42, 42, 12), seat, 44, degrees)
        back = (dx * 19 - dy * 17, dy * 19 - dx * 17), (dx * 24, dy * 24), (dx * 19 + dy * 17, dy * 19 + dx * 17)
        canvas.drawPath(curve(*back), ink(darker(seat, 0.4), stroke=5.5))
        canvas.restore()
    _block(canvas, scene, plan, oval(0, 0, wide / 2, deep / 2), wood, 74, degrees)
    canvas.drawPath(oval(0, 0, wide * 0.42, deep * 0.42), ink(lighter(wood, 0.2), 0.35, stroke=1.4))
    for x, y in ((-wide * 0.22, deep * 0.08), (wide * 0.2, -deep * 0.14)):
        solid(canvas, oval(x, y, 12, 12), "#efe9df", scene.light, shade=0.3, rim_width=1.2, soft=3)
        canvas.drawPath(oval(x, y, 6.4, 6.4), ink("#5a3726"))


def _low_table(canvas: Any, scene: Scene, plan: Plan, wide: float, deep: float, degrees: float) -> None:
    wood = scene.local("#a77a54", 0.3)
    _block(canvas, scene, plan, _at(wide, deep, 5), wood, 42, degrees)
    book = scene.local("#b5483c", 0.35)
    solid(canvas, box(-wide * 0.28, -deep * 0.3, 24, 32, 1.5), book, scene.light, shade=0.3, rim_width=1, soft=3)
    solid(canvas, oval(wide * 0.1, deep * 0.24, 10, 10), "#efe9df", scene.light, shade=0.3, rim_width=1, soft=3)


def _desk(canvas: Any, scene: Scene, plan: Plan, wide: float, deep: float, degrees: float) -> None:
    seat = scene.local("#3b3f4c", 0.3)
    canvas.save()
    canvas.translate(0, deep * 0.82)
    _block(canvas, scene, plan, oval(0, 0, 27, 25), seat, 48, degrees)
    canvas.drawPath(curve((-22, 18), (0, 27), (22, 18)), ink(darker(seat, 0.4), stroke=7))
    canvas.restore()
    _block(canvas, scene, plan, _at(wide, deep, 5), scene.local("#a47a55", 0.3), 72, degrees)
    solid(canvas, box(-19, -deep * 0.28, 38, 8, 2), "#2a2d36", scene.light, shade=0.2, rim_width=1, soft=2)
    solid(canvas, box(-19, -deep * 0.28 + 9, 38, 24, 2), "#c3c7cf", scene.light, shade=0.3, rim_width=1, soft=2)
    canvas.drawPath(box(-15, -deep * 0.28 + 12, 30, 11, 1), ink("#4a4f5c"))
    for x in (-wide * 0.36, -wide * 0.3):
        canvas.drawPath(box(x, -deep * 0.2, 22, 30, 1), ink("#f1ece2"))
    solid(canvas, oval(wide * 0.34, -deep * 0.1, 7, 7), "#efe9df", scene.light, shade=0.3, rim_width=1, soft=2)


def _counter(canvas: Any, scene: Scene, plan: Plan, wide: float, deep: float, degrees: float) -> None:
    top = scene.local("#c9bda9", 0.35)
    _block(canvas, scene, plan, _at(wide, deep, 2), top, 80, degrees)
    solid(canvas, box(-170, -deep * 0.3, 78, deep * 0.6, 9), "#8d9399", scene.light, shade=0.5, rim_width=1.6, soft=4)
    canvas.drawPath(box(-163, -deep * 0.22, 64, deep * 0.44, 7), ink("#5d646b"))
    canvas.drawPath(box(70, -deep * 0.34, 92, deep * 0.68, 3), ink("#22242b"))
    for x, y in ((93, -12), (138, -12), (93, 14), (138, 14)):
        canvas.drawPath(oval(x, y, 12, 11), ink("#4b4e58", stroke=2))
    solid(canvas, oval(138, -12, 15, 14), scene.local("#b5483c", 0.2), scene.light, shade=0.4, rim_width=1.6, soft=4)
    canvas.drawPath(box(-40, -deep * 0.28, 56, deep * 0.5, 4), ink(scene.local("#8a5f3e", 0.2)))


def _shelf(canvas: Any, scene: Scene, plan: Plan, wide: float, deep: float, degrees: float) -> None:
    dice = scene.place_dice(f"shelf {wide}")
    _block(canvas, scene, plan, _at(wide, deep, 2), scene.local("#6f4e38", 0.3), 120, degrees)
    x = -wide / 2 + 6
    while x < wide / 2 - 12:
        thick = dice.uniform(4, 11)
        tone = scene.local(dice.choice(("#b5483c", "#3f6b8a", "#d9c9a5", "#5a7f6f", "#c9902f", "#4b3a4c")), 0.35)
        canvas.drawPath(box(x, -deep * 0.3, thick - 0.8, deep * dice.uniform(0.5, 0.62), 1), ink(tone))
        x += thick


def _bath(canvas: Any, scene: Scene, plan: Plan, wide: float, deep: float, degrees: float) -> None:
    _block(canvas, scene, plan, _at(wide, deep, wide * 0.4), "#f1efec", 55, degrees)
    water = scene.local("#9cc6cf", 0.25)
    canvas.drawPath(_at(wide - 18, deep - 18, wide * 0.36), ink(water))
    glow(canvas, -wide * 0.14, -deep * 0.2, wide * 0.4, "#ffffff", 0.5)


def _mat(canvas: Any, scene: Scene, plan: Plan, wide: float, deep: float, degrees: float) -> None:
    color = scene.local(scene.pick("mat", ("#7a5fa0", "#3f8f8b", "#c2603f")), 0.25)
    plan.shadow(canvas, _at(wide, deep, 5), 4, degrees)
    solid(canvas, _at(wide, deep, 5), color, scene.light, shade=0.3, rim_width=1.4)
    for y in (-deep * 0.4, deep * 0.4):
        canvas.drawLine(-wide / 2 + 4, y, wide / 2 - 4, y, ink(lighter(color, 0.3), 0.7, stroke=2))


def _disc(canvas: Any, scene: Scene, plan: Plan, wide: float, deep: float, degrees: float) -> None:
    """A pool of lamp light on a dark floor."""
    glow(canvas, 0, 0, wide * 0.62, scene.hour.key, 0.55)
    canvas.drawPath(oval(0, 0, wide / 2, deep / 2), ink(scene.hour.key, 0.16))
    canvas.drawPath(oval(0, 0, wide / 2, deep / 2), ink(scene.hour.key, 0.4, stroke=2.4, blur=1.6))


def _plant(canvas: Any, scene: Scene, plan: Plan, wide: float, deep: float, degrees: float) -> None:
    dice, green = scene.place_dice(f"plant {wide}"), scene.local("#5a7d4a", 0.25)
    plan.shadow(canvas, oval(0, 0, wide * 0.42, deep * 0.42), 70, degrees)
    solid(
        canvas, oval(0, 0, wide * 0.24, deep * 0.24), scene.local("#b06a48", 0.3), scene.light, shade=0.4, rim_width=2
    )
    for index in range(11):
        tone = mix(green, dice.choice((darker(green, 0.3), lighter(green, 0.25))), 0.6)
        path = leaf(0, 0, index * 33 + dice.uniform(-9, 9), wide * dice.uniform(0.4, 0.56), wide * 0.13)
        solid(canvas, path, tone, scene.light, shade=0.35, rim_width=1.2, soft=4)


def _tree(canvas: Any, scene: Scene, plan: Plan, wide: float, deep: float, degrees: float) -> None:
    dice, green = scene.place_dice(f"tree {wide}"), scene.local("#5f7a3e", 0.25)
    if scene.shot.staging.weather == "snow":
        green = "#cfdad6"
    blobs = [
        (dice.uniform(-0.3, 0.3) * wide, dice.uniform(-0.3, 0.3) * deep, dice.uniform(0.2, 0.3) * wide)
        for _ in range(9)
    ]
    for x, y, reach in blobs:
        plan.shadow(canvas, oval(x, y, reach, reach), 150, degrees)
    for index, (x, y, reach) in enumerate(blobs):
        tone = mix(darker(green, 0.25), lighter(green, 0.14), index / 8)
        solid(canvas, oval(x, y, reach, reach * 0.94), tone, scene.light, shade=0.45, rim=0.35, rim_width=3, soft=10)


def _rock(canvas: Any, scene: Scene, plan: Plan, wide: float, deep: float, degrees: float) -> None:
    edge = [(-0.5, 0.05), (-0.3, -0.46), (0.2, -0.5), (0.5, -0.02), (0.26, 0.5), (-0.24, 0.44)]
    path = smooth([(x * wide, y * deep) for x, y in edge])
    _block(canvas, scene, plan, path, scene.local("#8a837c", 0.3), 40, degrees)


def _strip(color: str, edge: str = "") -> Piece:
    """A band of ground that is something else: a path, a pavement, a verge."""

    def draw(canvas: Any, scene: Scene, plan: Plan, wide: float, deep: float, degrees: float) -> None:
        del plan, degrees
        tone = scene.local(color, 0.28)
        canvas.drawPath(rect(-wide / 2, -deep / 2, wide / 2, deep / 2), ink(tone, blur=0.0 if edge else 5.0))
        if edge:
            for y in (-deep / 2, deep / 2):
                canvas.drawLine(-wide / 2, y, wide / 2, y, ink(scene.local(edge, 0.2), 0.9, stroke=6))
            for step in range(int(wide // 60)):
                x = -wide / 2 + step * 60
                canvas.drawLine(x, -deep / 2, x, deep / 2, ink(darker(tone, 0.3), 0.5, stroke=1.2))

    return draw


def _lane(canvas: Any, scene: Scene, plan: Plan, wide: float, deep: float, degrees: float) -> None:
    for step in range(int(wide // 150)):
        x = -wide / 2 + step * 150
        canvas.drawPath(box(x, -deep / 2, 86, deep, 1), ink("#e9e4d6", 0.85))


def _car(canvas: Any, scene: Scene, plan: Plan, wide: float, deep: float, degrees: float) -> None:
    paint = scene.local(scene.pick(f"car {degrees}", ("#b5483c", "#e3b04a", "#3f6b8a", "#d9d5cc")), 0.25)
    for x in (-wide * 0.3, wide * 0.3):
        canvas.drawPath(box(x - 34, -deep * 0.49, 68, deep * 0.98, 8), ink("#17181d"))
    _block(canvas, scene, plan, _at(wide, deep * 0.94, 46), paint, 60, degrees)
    glass, roof = "#27313d", lighter(paint, 0.08)
    canvas.drawPath(_at(wide * 0.54, deep * 0.78, 30), ink(glass))
    solid(
        canvas, box(-wide * 0.19, -deep * 0.35, wide * 0.35, deep * 0.7, 16), roof, scene.light, shade=0.35, rim_width=3
    )
    for y in (-deep * 0.34, deep * 0.34):
        canvas.drawPath(oval(wide * 0.47, y, 9, 13), ink("#fff3cf"))
        canvas.drawPath(oval(-wide * 0.475, y, 6, 12), ink("#c23b31"))


def _awning(canvas: Any, scene: Scene, plan: Plan, wide: float, deep: float, degrees: float) -> None:
    dice = scene.place_dice(f"stall {wide} {degrees}")
    cloth = scene.local(scene.pick(f"awning {degrees}", ("#c2603f", "#3f6b8a", "#c9902f")), 0.25)
    front = deep * 0.62
    _block(canvas, scene, plan, box(-wide / 2, 0, wide, front, 3), scene.local("#8a6346", 0.2), 70, degrees)
    for step in range(int(wide // 22)):
        for row in range(3):
            tone = dice.choice(("#c2442f", "#e0a83a", "#7f9a3f", "#d8703a"))
            x, y = -wide / 2 + 13 + step * 22, 12 + row * front * 0.27
            solid(canvas, oval(x, y, 9.4, 9.2), scene.local(tone, 0.15), scene.light, shade=0.4, rim_width=1.4, soft=3)
    plan.shadow(canvas, box(-wide / 2, -deep / 2, wide, deep * 0.56, 3), 30, degrees)
    for step in range(int(wide // 36)):
        x = -wide / 2 + step * 36
        canvas.drawPath(rect(x, -deep / 2, x + 36, deep * 0.06), ink(cloth if step % 2 else "#efe6d6"))


def _bed_of_flowers(canvas: Any, scene: Scene, plan: Plan, wide: float, deep: float, degrees: float) -> None:
    dice = scene.place_dice("flower bed")
    canvas.drawPath(_at(wide, deep, deep * 0.4), ink(scene.local("#5d4632", 0.2)))
    for _ in range(90):
        x, y = dice.uniform(-0.46, 0.46) * wide, dice.uniform(-0.4, 0.4) * deep
        tone = dice.choice(("#d8657a", "#e6b84f", "#efe9f4", "#9a6fb5", "#6f8a48", "#5f7a3e"))
        canvas.drawCircle(x, y, dice.uniform(4, 7.5), ink(scene.local(tone, 0.15)))
        canvas.drawCircle(x, y, 1.8, ink("#fff3cf", 0.8))


def _bench(canvas: Any, scene: Scene, plan: Plan, wide: float, deep: float, degrees: float) -> None:
    wood = scene.local("#9a6a45", 0.25)
    plan.shadow(canvas, _at(wide, deep, 3), 45, degrees)
    for index in range(4):
        slat = box(-wide / 2, -deep / 2 + index * deep / 4, wide, deep / 4 - 2.5, 2)
        solid(canvas, slat, wood, scene.light, shade=0.3, rim_width=1.2, soft=4)


def _sea(canvas: Any, scene: Scene, plan: Plan, wide: float, deep: float, degrees: float) -> None:
    """Water from the upper edge down to its foam."""
    dice, water = scene.place_dice("surf"), scene.local("#4f93a5", 0.3)
    points = [(-wide / 2, -deep)]
    step = 110.0
    line = [(-wide / 2 + index * step, deep / 2 + dice.uniform(-16, 16)) for index in range(int(wide // step) + 2)]
    points += [*line[:1], *line[1:], (line[-1][0], -deep)]
    path = smooth([(x, y, "c") if y <= -deep else (x, y) for x, y in points])
    for grow, tone, alpha in ((30, lighter(water, 0.4), 0.4), (12, "#ffffff", 0.75), (0, water, 1.0)):
        canvas.save()
        canvas.translate(0, grow)
        canvas.drawPath(path, ink(tone, alpha, blur=4 if grow else 1.5))
        canvas.restore()
    with clipped(canvas, path):
        shade = linear((0, -deep), (0, deep / 2), [(0, darker(water, 0.35)), (1, lighter(water, 0.16))])
        canvas.drawPaint(ink(shader=shade, alpha=0.8))
        for _ in range(46):
            x, y, long = dice.uniform(-wide / 2, wide / 2), dice.uniform(-deep, deep / 2), dice.uniform(30, 90)
            canvas.drawPath(
                curve((x, y), (x + long / 2, y - 7), (x + long, y)), ink("#ffffff", 0.3, stroke=2.4, blur=0.8)
            )


def _towel(canvas: Any, scene: Scene, plan: Plan, wide: float, deep: float, degrees: float) -> None:
    color = scene.local(scene.pick("towel", ("#d8657a", "#3f8f8b", "#e0a83a")), 0.2)
    plan.shadow(canvas, _at(wide, deep, 3), 3, degrees)
    canvas.drawPath(_at(wide, deep, 3), ink(color))
    for index in range(4):
        y = -deep / 2 + 16 + index * deep * 0.26
        canvas.drawPath(rect(-wide / 2, y, wide / 2, y + 13), ink("#f6f1e8", 0.85))


def _rows(canvas: Any, scene: Scene, plan: Plan, wide: float, deep: float, degrees: float) -> None:
    dice, green = scene.place_dice("rows"), scene.local("#74883f", 0.25)
    for index in range(int(deep // 62)):
        y = -deep / 2 + index * 62
        canvas.drawPath(rect(-wide / 2, y, wide / 2, y + 22), ink(scene.local("#5d4632", 0.2), 0.5, blur=4))
        for step in range(int(min(wide, 2 * plan.reach[0]) // 26)):
            x = -plan.reach[0] + step * 26 + dice.uniform(-5, 5)
            tone = mix(green, dice.choice((darker(green, 0.3), lighter(green, 0.2))), 0.6)
            canvas.drawPath(oval(x, y + 44, 12, 9), ink(tone))


def _hay(canvas: Any, scene: Scene, plan: Plan, wide: float, deep: float, degrees: float) -> None:
    straw = scene.local("#cfa552", 0.2)
    _block(canvas, scene, plan, _at(wide, deep, 12), straw, 110, degrees)
    for index in range(9):
        y = -deep / 2 + 10 + index * deep * 0.1
        canvas.drawPath(
            curve((-wide / 2 + 8, y), (0, y + 4), (wide / 2 - 8, y - 2)), ink(darker(straw, 0.35), 0.5, stroke=1.8)
        )


def _boat(canvas: Any, scene: Scene, plan: Plan, wide: float, deep: float, degrees: float) -> None:
    edge = [(-0.5, -0.34), (0.2, -0.5), (0.5, 0.0), (0.2, 0.5), (-0.5, 0.34)]
    hull = smooth([(x * wide, y * deep) for x, y in edge])
    _block(canvas, scene, plan, hull, scene.local("#b5483c", 0.25), 50, degrees)
    canvas.save()
    canvas.scale(0.82, 0.7)
    canvas.drawPath(hull, ink(scene.local("#a77a54", 0.2)))
    canvas.restore()
    for x in (-wide * 0.24, wide * 0.04):
        canvas.drawPath(rect(x, -deep * 0.3, x + 26, deep * 0.3), ink(scene.local("#7a5a44", 0.2)))


PIECES: dict[str, Piece] = {
    "awning": _awning, "bath": _bath, "bed": _bed, "bed_of_flowers": _bed_of_flowers, "bench": _bench, "boat": _boat,
    "car": _car, "counter": _counter, "desk": _desk, "disc": _disc, "hay": _hay, "lane": _lane,
    "low_table": _low_table, "mat": _mat, "path": _strip("#b59f7c"), "pavement": _strip("#9a958e", "#c9c4bb"),
    "plant": _plant, "rock": _rock, "rows": _rows, "rug": _rug, "sea": _sea, "shelf": _shelf, "sofa": _sofa,
    "table": _table, "towel": _towel, "tree": _tree, "verge": _strip("#6f8a48"),
}  # fmt: skip
"""By slug."""
