"""Steps the camera aside where a tree, a lamp or a frame would grow out of somebody's head."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reelwright.film.shot import Angle
from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.composition import TIGHTS, is_ridden, near_shoulder
from reelwright.providers.builtin.artist.contract import Anchor, Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.painting import Canvas2D, Layer, pixels_of

_LOOK_PX = 168
"""Width of the picture that is looked at, or its height in a tall frame: edges are seen, details are not."""
_STEPS = (1.0, -1.0, 2.0, -2.0)
"""How far the camera tries to step, in heads at the back wall."""
_CLEAN = 3.4
"""Mean step of brightness around a head, of 255 a pixel, up to which nothing need be tried."""
_GAIN = 0.72
"""What is left of the unrest must be this share at most, or the camera stays."""
_LIKELY = 0.85
"""The same before the step is tried: things nearer than the wall pass by faster than one picture tells."""
_ABOVE = 2.0
"""How much more what stands over a head counts than what stands beside it."""


@dataclass(frozen=True)
class _Round:
    """What the background should leave free: a middle in units and its half height and width."""

    x: float
    y: float
    half: float


def clear_of_heads(scene: Scene, setting: Setting, anchors: Sequence[Anchor]) -> Scene:
    """The scene, seen from a little aside where that leaves the heads before calmer ground.

    Only rooms have a wall that passes by; outdoors trees are moved instead.
    """
    shot = scene.shot
    heads = _heads(scene, anchors)
    if (
        not setting.is_interior
        or not heads
        or shot.camera.framing in TIGHTS
        or shot.camera.angle in (Angle.TOP, Angle.POV)
    ):
        return scene
    seen = _Seen.of(scene, setting)
    first = seen.unrest(heads)
    if first <= _CLEAN:
        return scene
    reach = max(head.half for head in heads) * 2
    side = -1 if scene.view.mirrored else 1
    # Where the camera steps to the right, what stood there comes before the heads: one picture tells all steps.
    told = {step: seen.unrest([replace(head, x=head.x + side * step * reach) for head in heads]) for step in _STEPS}
    calmest = min(told, key=lambda step: told[step])
    if told[calmest] >= first * _GAIN:
        return scene
    return replace(scene, view=replace(scene.view, x_cm=scene.view.x_cm + calmest * reach / scene.view.wall_scale))


@dataclass(frozen=True)
class _Seen:
    """A set painted small: the step of brightness at every pixel, with the overscan around the frame."""

    steps: NDArray[np.float32]
    size: Canvas2D

    @classmethod
    def of(cls, scene: Scene, setting: Setting) -> "_Seen":
        """The set of a scene without its people."""
        long = max(scene.size.width, scene.size.height)
        small = Canvas2D(scene.size.width, scene.size.height, _LOOK_PX / long)
        return cls(_steps(_flat(setting.paint(replace(scene, size=small)), small)), small)

    def unrest(self, heads: Sequence[_Round]) -> float:
        """The mean step around the worst of the heads; infinite where the picture does not reach."""
        return max(self._around(head) for head in heads)

    def _around(self, head: _Round) -> float:
        reach = head.half * _OUTER
        if head.x - reach < -self.size.margin_x or head.x + reach > self.size.width + self.size.margin_x:
            return math.inf
        return _around(
            self.steps, replace(head, x=head.x + self.size.margin_x, y=head.y + self.size.margin_y), self.size.scale
        )


def _heads(scene: Scene, anchors: Sequence[Anchor]) -> list[_Round]:
    near = near_shoulder(scene.shot)
    heads = [
        _Round(anchor.head_x, anchor.head_y, anchor.head_height / 2)
        for index, anchor in enumerate(anchors)
        if index != near
    ]
    if is_ridden(scene.shot) and "bicycle" not in scene.shot.staging.props:
        rider = anchors[0]
        side, unit = (-1 if rider.faces < 0 else 1), rider.head_height / 100
        heads.append(_Round(rider.head_x + side * 430 * unit, rider.head_y + 130 * unit, 90 * unit))
    return heads


def _flat(backdrop: Backdrop, size: Canvas2D) -> NDArray[np.float32]:
    """The set and its overscan as one small picture, shape (height, width, 3)."""
    wide, high = size.width + 2 * size.margin_x, size.height + 2 * size.margin_y
    surface: Any = skia.Surface(max(8, round(wide * size.scale)), max(8, round(high * size.scale)))
    canvas = surface.getCanvas()
    canvas.clear(0xFF000000)
    canvas.scale(size.scale, size.scale)
    canvas.translate(size.margin_x, size.margin_y)
    for layer in backdrop.behind:
        per_unit = size.scale * layer.detail
        wide, high = layer.image.width() / per_unit, layer.image.height() / per_unit
        canvas.drawImageRect(layer.image, skia.Rect.MakeXYWH(layer.left, layer.top, wide, high))
    return pixels_of(surface)[..., :3].astype(np.float32)


def _steps(seen: NDArray[np.float32]) -> NDArray[np.float32]:
    """The larger step to the right or down at every pixel, of the channel that changes most."""
    across = np.abs(np.diff(seen, axis=1, append=seen[:, -1:])).max(axis=2)
    down = np.abs(np.diff(seen, axis=0, append=seen[-1:])).max(axis=2)
    return np.maximum(across, down)


def _around(steps: NDArray[np.float32], head: _Round, scale: float) -> float:
    """Mean step in a ring around the head, without what is below the chin."""
    columns = np.arange(steps.shape[1], dtype=np.float32)[None, :]
    rows = np.arange(steps.shape[0], dtype=np.float32)[:, None]
    dx = (columns / scale - head.x) / (head.half * 0.86)
    dy = (rows / scale - head.y) / (head.half * 1.1)
    far = np.sqrt(dx * dx + dy * dy)
    ring = ((far > _INNER) & (far < _OUTER) & (dy < _CHIN)).astype(np.float32)
    above = ((np.abs(dx) < _BREADTH) & (dy < 0)).astype(np.float32)
    weight = ring * (1 + (_ABOVE - 1) * above)
    total = float(weight.sum())
    return float((steps * weight).sum()) / total if total > 0 else 0.0


_INNER, _OUTER, _CHIN, _BREADTH = 0.8, 1.75, 0.75, 0.9
"""In halves of a head: the ring that is looked at, where it ends below, and how broad what is above the head is."""
_MOVABLE = ("living", "tree")
"""Layers of one thing each, which can stand elsewhere: trees, sails."""
_FREE, _TRIES = 0.05, 14
"""So small a share of the place around a head may be covered; how often a thing is moved on by a third of a head."""


def set_aside(behind: Sequence[Layer], scene: Scene, anchors: Sequence[Anchor]) -> tuple[Layer, ...]:
    """The layers of an open place with every tree moved from where it would grow out of a head or a shoulder."""
    heads = _heads(scene, anchors)
    framing = scene.shot.camera.framing
    if not heads or framing in TIGHTS:
        return tuple(behind)
    return tuple(
        aside
        for layer in behind
        for aside in ((_aside(layer, scene.size, heads),) if layer.name in _MOVABLE else (layer,))
        if aside is not None
    )


def _aside(layer: Layer, size: Canvas2D, heads: Sequence[_Round]) -> Layer | None:
    """The layer where it leaves the heads free; None where it finds no such place nearby."""
    alpha, per_unit = pixels_of(layer.image)[..., 3], size.scale * layer.detail
    step = max(head.half for head in heads) * 2 / 3
    middle = layer.left + layer.image.width() / per_unit / 2
    outwards = 1 if middle >= heads[0].x else -1
    for number in range(_TRIES):
        for way in (outwards, -outwards) if number else (outwards,):
            dx = way * number * step
            if all(
                _covered(alpha, per_unit, head.x - layer.left - dx, head.y - layer.top, head.half) for head in heads
            ):
                pivot = (layer.pivot[0] + dx, layer.pivot[1]) if layer.pivot else None
                return replace(layer, left=layer.left + dx, pivot=pivot)
    return None


def _covered(alpha: NDArray[np.uint8], per_unit: float, x: float, y: float, half: float) -> bool:
    """Whether next to nothing, or all, of the place around a head and on its shoulders is covered."""
    high, wide = alpha.shape
    covered = 0
    for dx, dy in _SPOTS:
        column, row = round((x + dx * half) * per_unit), round((y + dy * half) * per_unit)
        covered += 0 <= column < wide and 0 <= row < high and int(alpha[row, column]) > _SOLID
    share = covered / len(_SPOTS)
    return share <= _FREE or share >= 1 - _FREE


_SOLID = 110
_RING = tuple(math.tau * number / 24 for number in range(24))
_SPOTS: tuple[tuple[float, float], ...] = (
    *((r * math.cos(turn), 1.1 * r * math.sin(turn)) for r in (0.9, 1.25, 1.6) for turn in _RING),
    *((side * x, 1.15 + 0.12 * x) for side in (-1, 1) for x in (0.9, 1.3, 1.7, 2.1)),
)
"""Places around a head and on the shoulders, in halves of its height."""
