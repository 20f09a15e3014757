"""What a hand opens beside somebody, with the light behind it: a curtain drawn aside, a door pushed open."""

from dataclasses import replace
from typing import Any

import numpy as np

from reelwright.film.shot import Angle
from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import box, clipped, curve, darker, glow, ink, lighter, linear, mix, rect
from reelwright.providers.builtin.artist.composition import TIGHTS
from reelwright.providers.builtin.artist.contract import Anchor, Scene
from reelwright.providers.builtin.artist.painting import Layer, Plate, Stop

_NEAR, _FAR = 116.0, 372.0
"""Where its free edge and its fixed one are beside the middle of the head, in points."""
_OPENS_TO = {"curtain": 0.52, "door": 0.5}
"""Share of its width that is left: it goes on a little by itself."""
_BEGINS, _ENDS = 0.21, 0.33
"""Shares of a usual shot at which the hand has arrived and has done; a painting does not know its shot's length."""


def opened(scene: Scene, anchors: tuple[Anchor, ...], behind: tuple[Layer, ...] = ()) -> tuple[Layer, ...]:
    """The wall with the opening full of light and what covers it, from far to near; nothing where nobody opens it.

    ``behind`` are the layers of the room, whose wall has the colour of this one.
    """
    staging, camera = scene.shot.staging, scene.shot.camera
    what = next((one for one in _OPENS_TO if one in staging.props), "")
    if (
        not what
        or not anchors
        or camera.framing in TIGHTS
        or camera.angle in (Angle.TOP, Angle.POV, Angle.OVER_SHOULDER)
    ):
        return ()
    lead, anchor = staging.people[0], anchors[0]
    if lead.action != "open" or lead.holds_product or lead.holds or lead.seen_from == "behind":
        return ()
    side, unit = (-1 if anchor.faces < 0 else 1), anchor.head_height / 100
    left, right = sorted((anchor.head_x + side * _NEAR * unit, anchor.head_x + side * _FAR * unit))
    top, bottom = _heights(scene, anchor, what)
    wall = Plate(scene.size, 0.91, "wall")
    _wall(wall.canvas, scene, (left, right, bottom), side, _tone_of(scene, behind, left, right))
    light = Plate(scene.size, 0.92, "window")
    _opening(light.canvas, scene, (left, top, right, bottom))
    leaf = Plate(scene.size, 0.93, what)
    draw = _curtain if what == "curtain" else _door
    draw(leaf.canvas, scene, (left - 8 * unit, top - 14 * unit, right + 8 * unit, bottom), unit)
    course = (Stop(0), Stop(_BEGINS), Stop(_ENDS, wide=_OPENS_TO[what]))
    hinge = (right if side > 0 else left) + side * 8 * unit, (top + bottom) / 2
    shine = Plate(scene.size, 0.94, "light")
    glow(shine.canvas, (left + right) / 2 - side * 40 * unit, anchor.head_y + 90 * unit, 330 * unit, _day(scene), 0.34)
    grows = (Stop(0, opacity=0.0), Stop(_BEGINS, opacity=0.0), Stop(_ENDS + 0.1, opacity=1.0))
    found = (wall.layer(), light.layer(), _with(leaf.layer(pivot=hinge), course), _with(shine.layer(), grows))
    return tuple(layer for layer in found if layer is not None)


def _tone_of(scene: Scene, behind: tuple[Layer, ...], left: float, right: float) -> str:
    """The colour of the room's wall beside the opening: the middle one of what is seen high up there."""
    room = next((layer for layer in reversed(behind) if layer.is_still and layer.detail), None)
    if room is None:
        return scene.local("#c9ab92", 0.3)
    pixels = room.image.toarray(colorType=skia.kRGBA_8888_ColorType)
    per_unit = scene.size.scale * room.detail
    rows, columns = pixels.shape[:2]
    x0, x1 = (round(max(0, min(columns - 1, (x - room.left) * per_unit))) for x in (left, right))
    y0, y1 = (round(max(0, min(rows - 1, (y - room.top) * per_unit))) for y in (0, scene.size.height * 0.3))
    part = pixels[y0 : y1 + 1 : 3, x0 : x1 + 1 : 3].reshape(-1, 4)
    part = part[part[:, 3] > 250]
    if not len(part):
        return scene.local("#c9ab92", 0.3)
    red, green, blue = (int(np.median(part[:, channel])) for channel in range(3))
    return lighter(f"#{red:02x}{green:02x}{blue:02x}", 0.2)


def _wall(canvas: Any, scene: Scene, area: tuple[float, float, float], side: int, tone: str) -> None:
    """A wall that comes forward here and holds the opening, so that nothing of the room stands behind a pane."""
    (left, right, foot), size = area, scene.size
    wide = right - left
    start = left - 0.34 * wide if side > 0 else -size.margin_x
    end = size.width + size.margin_x if side > 0 else right + 0.34 * wide
    path = rect(start, -size.margin_y, end, foot)
    canvas.drawPath(path, ink(tone))
    falls = [(0.0, "#07050c", 0.22), (0.35, "#07050c", 0.0), (1.0, "#07050c", 0.14)]
    canvas.drawPath(path, ink(shader=linear((0, 0), (0, foot), [*falls])))
    corner = start if side > 0 else end
    shade = [(0.0, "#07050c", 0.4), (1.0, "#07050c", 0.0)]
    beyond = rect(min(corner, corner - side * 0.16 * wide), 0, max(corner, corner - side * 0.16 * wide), foot)
    canvas.drawPath(beyond, ink(shader=linear((corner, 0), (corner - side * 0.16 * wide, 0), [*shade])))
    near = rect(min(corner, corner + side * 5), -size.margin_y, max(corner, corner + side * 5), foot)
    canvas.drawPath(near, ink(lighter(tone, 0.35), 0.8))
    canvas.drawPath(rect(start, foot - wide * 0.07, end, foot), ink(lighter(tone, 0.25)))


def _with(layer: Layer | None, course: tuple[Stop, ...]) -> Layer | None:
    return None if layer is None else replace(layer, course=course)


def _heights(scene: Scene, anchor: Anchor, what: str) -> tuple[float, float]:
    """Top and foot: over the head, down to the floor, a little nearer to the wall than the person."""
    unit = anchor.head_height / 100
    foot = min(anchor.head_y + 690 * unit, scene.view.y(0, 0.7))
    return anchor.head_y - (150 if what == "curtain" else 110) * unit, foot


def _day(scene: Scene) -> str:
    return mix(scene.sky[-1], scene.hour.key, 0.5)


def _opening(canvas: Any, scene: Scene, area: tuple[float, float, float, float]) -> None:
    """A pane, or a doorway, with the sky in it."""
    left, top, right, bottom = area
    low = bottom if "door" in scene.shot.staging.props else top + (bottom - top) * 0.72
    sky = [(index / max(1, len(scene.sky) - 1), color) for index, color in enumerate(scene.sky)]
    pane = rect(left, top, right, low)
    canvas.drawPath(pane, ink(shader=linear((0, top), (0, low), [*sky])))
    canvas.drawPath(pane, ink(_day(scene), 0.4))
    frame = ink(darker(scene.local("#8a6a50", 0.3), 0.15), stroke=(right - left) * 0.05)
    canvas.drawPath(pane, frame)
    if low < bottom:
        canvas.drawLine((left + right) / 2, top, (left + right) / 2, low, frame)


def _curtain(canvas: Any, scene: Scene, area: tuple[float, float, float, float], unit: float) -> None:
    left, top, right, bottom = area
    cloth = scene.local(scene.pick("drawn curtain", ("#c9b79a", "#a9b5a2", "#c49a86")), 0.4)
    path = rect(left, top, right, bottom)
    canvas.drawPath(path, ink(cloth))
    with clipped(canvas, path):
        count = 9
        for index in range(count):
            x, wide = left + (right - left) * index / count, (right - left) / count
            stops = [(0.0, darker(cloth, 0.35)), (0.45, lighter(cloth, 0.22)), (1.0, darker(cloth, 0.28))]
            fold = rect(x, top, x + wide + 1, bottom)
            canvas.drawPath(fold, ink(shader=linear((x, 0), (x + wide, 0), stops)))
        canvas.drawPath(
            path, ink(shader=linear((0, top), (0, bottom), [(0, scene.hour.far, 0.1), (1, scene.hour.fill, 0.5)]))
        )
    canvas.drawPath(box(left - 20 * unit, top - 6 * unit, right - left + 40 * unit, 9 * unit, 4 * unit), ink("#4a382c"))


def _door(canvas: Any, scene: Scene, area: tuple[float, float, float, float], unit: float) -> None:
    left, top, right, bottom = area
    wood = scene.local(scene.pick("door", ("#7a5540", "#5f6f6b", "#8a4b3c")), 0.35)
    canvas.drawPath(rect(left, top, right, bottom), ink(wood))
    stops = [(0.0, scene.hour.key, 0.16), (0.5, scene.hour.key, 0.0), (1.0, scene.hour.fill, 0.4)]
    canvas.drawPath(rect(left, top, right, bottom), ink(shader=linear((left, 0), (right, 0), [*stops])))
    wide, high = right - left, bottom - top
    for y, tall in ((0.06, 0.36), (0.5, 0.42)):
        panel = box(left + wide * 0.16, top + high * y, wide * 0.68, high * tall, 3 * unit)
        canvas.drawPath(panel, ink(darker(wood, 0.3), stroke=3.2 * unit))
        canvas.drawPath(panel, ink(lighter(wood, 0.16), 0.5, stroke=1.2 * unit))
    knob_x = left + wide * 0.07 if scene.shot.staging.people[0].place != "right" else right - wide * 0.07
    canvas.drawPath(curve((knob_x, top + high * 0.46), (knob_x, top + high * 0.49)), ink("#d8b35c", stroke=8 * unit))
