"""Interiors: the view outside, a wall with windows and what stands at it, the floor, a table people sit at."""

from collections.abc import Callable, Sequence
from typing import Any, Literal

from reelwright.providers.builtin.artist.at_table import sits_at_table
from reelwright.providers.builtin.artist.brush import (
    SCREEN,
    darker,
    glow,
    ink,
    lighter,
    linear,
    minus,
    mix,
    oval,
    polygon,
    rect,
)
from reelwright.providers.builtin.artist.clutter import named, on_the_table
from reelwright.providers.builtin.artist.contract import Backdrop, Scene
from reelwright.providers.builtin.artist.painting import Layer, LayerMotion, Plate
from reelwright.providers.builtin.artist.pieces import landscape, tables
from reelwright.providers.builtin.artist.pieces.city import skyline
from reelwright.providers.builtin.artist.pieces.crowd import crowd_layer
from reelwright.providers.builtin.artist.pieces.foreground import foreground
from reelwright.providers.builtin.artist.pieces.glows import glowing
from reelwright.providers.builtin.artist.stagecraft import floor_y, gather, wash

Opening = tuple[float, float, float, float]
"""A window's opening in centimetres: left, top (negative), width, height."""
Dress = Callable[[Any, Scene], None]
Tread = Literal["boards", "tiles", "checks", "plain"]


def room(
    scene: Scene,
    dress: Dress,
    *,
    wall: str,
    floor: str,
    openings: Sequence[Opening] = (),
    lamps: Sequence[tuple[float, float]] = (),
    outside: str = "hills",
    near: tuple[str, str] = ("leaves", "#4f6f4d"),
    tread: Tread = "boards",
    alive: Callable[[Scene], Sequence[Layer | None]] | None = None,
    beyond: Callable[[Scene], Sequence[Layer | None]] | None = None,
    crowd_depth: float = 0.88,
    table: Literal["", "wood", "cloth"] = "",
) -> Backdrop:
    """An interior: the view outside, the wall with everything at it, the floor, one thing near the lens.

    Args:
        scene: The shot.
        dress: Draws the furniture, in centimetres.
        wall: Its local colour.
        floor: Its local colour.
        openings: Windows; they are cut out of the wall.
        lamps: Places (x, y) in centimetres that glow when lamps burn.
        outside: ``hills``, ``city``, ``trees`` or ``sea``.
        near: Kind and colour of the foreground.
        tread: What the floor is made of.
        alive: Makes the layers that move before the wall: a curtain, a flame.
        beyond: Makes the view outside instead of ``outside``.
        crowd_depth: Where people walk by if the staging asks for a crowd; 0 where nobody can.
        table: What people who sit here sit at.
    """
    plate = Plate(scene.size, 0.42, "room", scene.view.blur)
    canvas, view = plate.canvas, scene.view
    left, right = view.span(1, scene.size.width)
    with view.at(canvas, 1):
        _wall(canvas, scene.local(wall), openings, left, right)
    _floor(canvas, scene, scene.local(floor), tread)
    with view.at(canvas, 1):
        dress(canvas, scene)
    wash(canvas, scene)
    with view.at(canvas, 1):
        _lamplight(canvas, scene, lamps)
        _spill(canvas, scene, openings)
    plate.blur(view.blur)
    seen = any(x < right and x + width > left for x, _, width, _ in openings)
    far: Sequence[Layer | None] = ()
    if seen:
        far = (*(beyond(scene) if beyond else (_outside(scene, outside),)), _falling(scene, openings))
    people = crowd_layer(scene, crowd_depth, 2, 5) if crowd_depth else None
    moving = (*(alive(scene) if alive else ()), *glowing(scene, indoors=True), people)
    before = (*gather(_table_before(scene, table)), *foreground(scene, *near))
    return Backdrop(gather(*far, plate.layer(), *moving), before, floor_y(scene))


def _table_before(scene: Scene, kind: str) -> Layer | None:
    """The table at which people sit, with what lies on it."""
    staging, size, view = scene.shot.staging, scene.size, scene.view
    if not sits_at_table(scene.shot):
        return None
    sitting = [person for person in staging.people if person.pose == "sitting"]
    reach = 0.165 if size.width > size.height else 0.1
    x = 0.5 if len(sitting) > 1 else {"left": 0.5 - reach, "centre": 0.5, "right": 0.5 + reach}[sitting[0].place]
    apart = 2 * (reach if size.width > size.height else 0.21) * size.width / view.scale(-0.06)
    width = 120.0 if len(sitting) == 1 else apart + 86
    plate = Plate(size, 1.04, "table")
    canvas, dice = plate.canvas, scene.place_dice("table")
    canvas.translate(size.width * x, view.y(0, -0.06))
    canvas.scale(view.scale(-0.06), view.scale(-0.06))
    # In the shade under the table a lap would look like somebody else's.
    deep = darker(scene.hour.fill, 0.6)
    shade = linear((0, -70), (0, 0), [(0, deep, 0.86), (0.5, deep, 0.66), (1, deep, 0.0)])
    canvas.drawPath(rect(-width / 2 + 8, -72, width / 2 - 8, 0), ink(shader=shade, blur=3))
    if kind == "cloth":
        tables.dining_table(canvas, scene.light, 0, width, scene.local("#efe6da", 0.2), dice, scene.hour.lamps)
    else:
        bare = bool(named(scene))
        tables.long_table(canvas, scene.light, 0, width, scene.local("#8f6546", 0.25), dice, bare=bare)
        canvas.translate(0, -tables.TABLE_CM)
        on_the_table(canvas, scene, width / 2)
    canvas.resetMatrix()
    wash(canvas, scene, 0.4)
    return plate.layer()


def _falling(scene: Scene, openings: Sequence[Opening]) -> Layer | None:
    """Rain that runs down the panes, or snow behind them."""
    weather, view, size = scene.shot.staging.weather, scene.view, scene.size
    if weather not in ("rain", "snow"):
        return None
    sides = [view.x(x + part, 1) for x, _, width, _ in openings for part in (0, width)]
    top = view.y(-min(opening[1] for opening in openings), 1)
    bottom = view.y(-max(opening[1] + opening[3] for opening in openings), 1)
    left, right = max(min(sides), -size.margin_x), min(max(sides), size.width + size.margin_x)
    if left >= right or top > size.height or bottom < 0:
        return None
    plate = Plate(size, 0.3, "falling", 0.0, (left, top - 30, right, bottom + 30))
    dice, tone = scene.dice("panes"), mix("#dfe9f5", scene.hour.sky[-1], 0.25)
    count = int(min(160, (right - left) * (bottom - top) / 2600))
    for _ in range(count):
        x, y, near = dice.uniform(left, right), dice.uniform(top - 30, bottom + 30), dice.random()
        if weather == "snow":
            plate.canvas.drawCircle(x, y, 1.2 + near * 3, ink("#ffffff", 0.4 + near * 0.5, blur=1))
        else:
            plate.canvas.drawLine(x, y, x - 2, y + 14 + near * 26, ink(tone, 0.25 + near * 0.4, stroke=1 + near))
            plate.canvas.drawPath(oval(x - 2, y + 16 + near * 26, 1.4 + near, 2.2 + near), ink(tone, 0.6))
    return plate.layer(LayerMotion("fall", 46, 0.9 if weather == "rain" else 3.2))


def _wall(canvas: Any, color: str, openings: Sequence[Opening], left: float, right: float) -> None:
    path = rect(left - 50, -900, right + 50, 2)
    for x, top, width, height in openings:
        path = minus(path, rect(x, top, x + width, top + height))
    stops = [(0.0, darker(color, 0.32)), (0.45, color), (1.0, lighter(color, 0.06))]
    canvas.drawPath(path, ink(shader=linear((0, -420), (0, 0), stops)))
    canvas.drawPath(rect(left - 50, -9, right + 50, 2), ink(lighter(color, 0.3)))


def _floor(canvas: Any, scene: Scene, color: str, tread: Tread) -> None:
    size, view = scene.size, scene.view
    top = view.y(0, 1)
    bottom = size.height + size.margin_y
    if top >= bottom:
        return
    stops = [(0.0, darker(color, 0.3)), (0.3, color), (1.0, darker(color, 0.2))]
    canvas.drawPath(
        rect(-size.margin_x, top, size.width + size.margin_x, bottom), ink(shader=linear((0, top), (0, bottom), stops))
    )
    line, gap = ink(darker(color, 0.6), 0.3, stroke=2), 30.0
    if tread in ("tiles", "checks"):
        line, gap = ink(darker(color, 0.5), 0.26, stroke=1.6), 60.0
        _rows(canvas, scene, color, top, bottom, gap, is_checked=tread == "checks")
    run = (bottom - view.horizon_y) / max(top - view.horizon_y, 1)
    for index in range(-16, 17) if tread != "plain" else ():
        x = view.centre_x + index * gap * view.wall_scale
        canvas.drawLine(x, top, view.centre_x + (x - view.centre_x) * run, bottom, line)
    if tread == "plain":
        sheen = [(0.0, scene.hour.key, 0.22), (0.6, scene.hour.key, 0.0)]
        canvas.drawPath(
            rect(-size.margin_x, top, size.width + size.margin_x, bottom),
            ink(shader=linear((0, top), (0, bottom), sheen)),
        )
    canvas.drawPath(rect(-size.margin_x, top - 3, size.width + size.margin_x, top + 14), ink("#0a0712", 0.35, blur=8))


def _rows(canvas: Any, scene: Scene, color: str, top: float, bottom: float, gap: float, *, is_checked: bool) -> None:
    """Rows of tiles towards the eye, every other one dark where they are checked."""
    size, view = scene.size, scene.view
    deep, y = (top - view.horizon_y), top
    edges = [top]
    for row in range(1, 9):
        # A row lies where the same width fits under the horizon: 1 / distance.
        near = deep * view.wall_scale / max(view.wall_scale - row * 0.1 * view.wall_scale, 0.02)
        y = min(view.horizon_y + max(near, deep + row * 2), bottom + 80)
        edges.append(y)
        canvas.drawLine(-size.margin_x, y, size.width + size.margin_x, y, ink(darker(color, 0.5), 0.26, stroke=1.6))
    if not is_checked:
        return
    dark = ink(darker(color, 0.55), 0.55)
    for row in range(8):
        high, low = (edges[row] - view.horizon_y) / deep, (edges[row + 1] - view.horizon_y) / deep
        for index in range(-16 + row % 2, 16, 2):
            x0, x1 = index * gap * view.wall_scale, (index + 1) * gap * view.wall_scale
            canvas.drawPath(
                polygon(
                    (view.centre_x + x0 * high, edges[row]),
                    (view.centre_x + x1 * high, edges[row]),
                    (view.centre_x + x1 * low, edges[row + 1]),
                    (view.centre_x + x0 * low, edges[row + 1]),
                ),
                dark,
            )


def _lamplight(canvas: Any, scene: Scene, lamps: Sequence[tuple[float, float]]) -> None:
    for x, y in lamps if scene.hour.lamps > 0.1 else ():
        glow(canvas, x, y, 150, "#ffbe72", 0.75 * scene.hour.lamps)
        glow(canvas, x, y, 36, "#fff0cc", 0.8 * scene.hour.lamps)


def _spill(canvas: Any, scene: Scene, openings: Sequence[Opening]) -> None:
    """Window light that falls on the wall beside the window and on the floor."""
    if scene.hour.lamps > 0.9:
        return
    for x, top, width, height in openings:
        glow(canvas, x + width, top + height / 2, height * 1.1, scene.hour.key, 0.3 * scene.light.power)
        low = top + height + 30
        path = polygon(
            (x + width + 30, top + 40), (x + width + 95, top + 10), (x + width + 150, low), (x + width + 80, low + 30)
        )
        canvas.drawPath(path, ink(scene.hour.key, 0.13 * scene.hour.shafts, blur=14, blend=SCREEN))


def _outside(scene: Scene, kind: str) -> Layer | None:
    plate = Plate(scene.size, 0.14, "outside", max(1.6, scene.view.blur * 0.8))
    canvas, size = plate.canvas, scene.size
    horizon = scene.view.y(118, 1)
    landscape.sky(canvas, scene, horizon)
    dice = scene.place_dice("outside")
    far, near = mix(scene.hour.sky[2], scene.hour.fill, 0.35), mix(scene.hour.sky[2], scene.hour.fill, 0.62)
    scale = size.height / 720
    if kind == "sea":
        landscape.sea(canvas, scene, horizon, size.height + size.margin_y)
    elif kind == "city":
        skyline(canvas, scene, horizon + 60 * scale, 250 * scale, far, dice)
        skyline(canvas, scene, horizon + 150 * scale, 200 * scale, near, dice)
    else:
        landscape.ridge(canvas, scene, horizon + 20 * scale, 90 * scale, far, dice)
        landscape.ridge(canvas, scene, horizon + 70 * scale, 70 * scale, near, dice)
    if kind == "trees":
        for _ in range(14):
            x = dice.uniform(-0.1, 1.1) * size.width
            landscape.far_tree(
                canvas,
                x,
                horizon + 150 * scale,
                dice.uniform(170, 300) * scale,
                mix("#55754e", near, 0.3),
                scene.light,
                dice,
            )
    plate.blur(max(1.6, scene.view.blur * 0.8))
    return plate.layer()
