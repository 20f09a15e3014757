"""A cabinet beside somebody who searches it: its top drawer stands open, full of files, and a hand goes into it."""

from typing import Any

from reelwright.film.shot import Angle
from reelwright.providers.builtin.artist.brush import Point, box, darker, ink, lighter, linear, mix, polygon
from reelwright.providers.builtin.artist.composition import TIGHTS
from reelwright.providers.builtin.artist.contract import Anchor, Scene
from reelwright.providers.builtin.artist.painting import Layer, Plate
from reelwright.providers.builtin.artist.pieces.furniture import block
from reelwright.providers.builtin.artist.stagecraft import gather, wash

_LEFT, _RIGHT, _TOP, _FOOT = 104.0, 348.0, 176.0, 690.0
"""In points from the middle of the head: an adult's chest is as high as its top."""
_INTO = (206.0, 232.0)
"""Where the hand goes."""


def drawer_place(scene: Scene, anchors: tuple[Anchor, ...]) -> Point | None:
    """Where in the frame a hand goes into the drawer; None where there is none."""
    if not _is_searched(scene, anchors):
        return None
    anchor = anchors[0]
    unit = anchor.head_height / 100
    return anchor.head_x + _side(anchor) * _INTO[0] * unit, anchor.head_y + _INTO[1] * unit


def drawer(scene: Scene, anchors: tuple[Anchor, ...]) -> tuple[tuple[Layer, ...], tuple[Layer, ...]]:
    """What of it is behind the people, and the front of the open drawer, which is before their hands."""
    if not _is_searched(scene, anchors):
        return (), ()
    tone = scene.local(scene.pick("cabinet", ("#7a5a44", "#5f6b6f", "#6f4f3f")), 0.3)
    found: list[tuple[Layer, ...]] = []
    for draw, depth in ((_cabinet, 0.98), (_front, 1.02)):
        plate = Plate(scene.size, depth, "drawer")
        plate.canvas.save()
        plate.canvas.translate(anchors[0].head_x, anchors[0].head_y)
        unit = anchors[0].head_height / 100
        plate.canvas.scale(_side(anchors[0]) * unit, unit)
        draw(plate.canvas, scene, tone)
        plate.canvas.restore()
        wash(plate.canvas, scene, 0.55)
        found.append(gather(plate.layer()))
    return found[0], found[1]


def _side(anchor: Anchor) -> int:
    return -1 if anchor.faces < 0 else 1


def _is_searched(scene: Scene, anchors: tuple[Anchor, ...]) -> bool:
    staging, camera = scene.shot.staging, scene.shot.camera
    is_there = "drawer" in staging.props and bool(anchors) and staging.product is None
    if not is_there or camera.framing in TIGHTS or camera.angle in (Angle.TOP, Angle.POV, Angle.OVER_SHOULDER):
        return False
    lead = staging.people[0]
    return lead.pose not in ("sitting", "riding", "walking", "running") and lead.seen_from == "front"


def _cabinet(canvas: Any, scene: Scene, tone: str) -> None:
    wide = _RIGHT - _LEFT
    block(canvas, box(_LEFT, _TOP, wide, _FOOT - _TOP, 5), tone, scene.light)
    top = polygon((_LEFT - 4, _TOP + 2), (_RIGHT + 4, _TOP + 2), (_RIGHT - 14, _TOP - 26), (_LEFT + 14, _TOP - 26))
    block(canvas, top, lighter(tone, 0.22), scene.light)
    for y in (336.0, 456.0, 576.0):
        block(canvas, box(_LEFT + 12, y, wide - 24, 106, 5), lighter(tone, 0.08), scene.light)
        canvas.drawPath(box(_LEFT + wide / 2 - 26, y + 30, 52, 9, 4), ink("#d8c08a"))
    shade = [(0.0, "#07050c", 0.6), (1.0, "#07050c", 0.0)]
    canvas.drawPath(box(_LEFT, 300, wide, 90, 0), ink(shader=linear((0, 300), (0, 390), [*shade])))
    inside = polygon((_LEFT + 14, _TOP + 14), (_RIGHT - 14, _TOP + 14), (_RIGHT + 8, 256), (_LEFT - 8, 256))
    canvas.drawPath(inside, ink(darker(tone, 0.72)))
    dice = scene.place_dice("files")
    for row in range(6):
        y, out = 204 + row * 10.0, row * 3.4
        left, right = _LEFT + 22 - out * 0.6, _RIGHT - 22 + out * 0.6
        folder = mix(dice.choice(("#d9b878", "#c9a25e", "#b5c0b0", "#cfa98a")), tone, 0.12)
        at = left + dice.uniform(0.05, 0.7) * (right - left - 50)
        block(canvas, box(at, y - 26, 46, 14, 3), lighter(folder, 0.15), scene.light)
        if row % 2 == 0:
            x = left + dice.uniform(0.1, 0.6) * (right - left)
            block(canvas, box(x, y - 34, 58, 40, 1), "#f4efe4", scene.light)
        block(canvas, box(left, y - 15, right - left, 62, 3), folder, scene.light)


def _front(canvas: Any, scene: Scene, tone: str) -> None:
    panel = box(_LEFT - 12, 246, _RIGHT - _LEFT + 24, 92, 5)
    block(canvas, panel, lighter(tone, 0.16), scene.light)
    canvas.drawPath(box(_LEFT - 12, 246, _RIGHT - _LEFT + 24, 7, 3), ink(lighter(tone, 0.45), 0.8))
    middle = (_LEFT + _RIGHT) / 2
    canvas.drawPath(box(middle - 30, 266, 60, 20, 2), ink("#f0e8d6"))
    canvas.drawPath(box(middle - 28, 302, 56, 11, 5), ink("#d8c08a"))
