"""What the words name as lying about: on the table at which somebody sits, beside them on the sofa, at their feet."""

from collections.abc import Sequence
from typing import Any

from reelwright.film.shot import Angle, Framing
from reelwright.providers.builtin.artist.composition import HEAD_CM, TIGHTS
from reelwright.providers.builtin.artist.contract import Anchor, Scene
from reelwright.providers.builtin.artist.painting import Layer, Plate
from reelwright.providers.builtin.artist.people.proportions import Body
from reelwright.providers.builtin.artist.pieces.belongings import BELONGINGS, draw_belonging
from reelwright.providers.builtin.artist.pieces.seats import BROAD_SEATS, seat_for
from reelwright.providers.builtin.artist.stagecraft import gather, wash

_ON_A_TABLE = ("papers", "letter", "dishes", "laptop", "tissues", "toys", "laundry")
_SEAT, _BESIDE = 372.0, 190.0
"""Below the middle of a sitting head, in points: the seat; and how far beside it things lie."""
_FROM_THE_FEET, _APART = 62.0, 8.0
"""Centimetres from who stands to what lies on the floor, and between things."""


def named(scene: Scene) -> tuple[str, ...]:
    """What lies about in a shot, in the order of the words' lexicon."""
    return tuple(slug for slug in BELONGINGS if slug in scene.shot.staging.props)


def on_the_table(canvas: Any, scene: Scene, half: float) -> bool:
    """Lays what is named on a table top that is ``half`` wide each way of the origin; False where there is nothing."""
    there = [slug for slug in named(scene) if slug in _ON_A_TABLE][:3]
    if not there:
        return False
    places = {1: (0.42,), 2: (-0.5, 0.5), 3: (-0.62, 0.05, 0.66)}[len(there)]
    for slug, share in zip(there, places, strict=True):
        reach = half - BELONGINGS[slug][1]
        canvas.save()
        canvas.translate(max(-reach, min(reach, share * half)), 0)
        draw_belonging(canvas, slug, scene.light, scene.place_dice(slug))
        canvas.restore()
    return True


def clutter(scene: Scene, anchors: tuple[Anchor, ...], *, has_table: bool) -> tuple[Layer, ...]:
    """What lies beside the lead on a broad seat, else on the floor where the frame shows it; from far to near."""
    staging, camera = scene.shot.staging, scene.shot.camera
    there = [slug for slug in named(scene) if not (has_table and slug in _ON_A_TABLE)]
    if not there or not anchors or camera.framing in TIGHTS or camera.framing is Framing.CLOSE_UP:
        return ()
    if camera.angle in (Angle.TOP, Angle.POV, Angle.OVER_SHOULDER):
        return ()
    lead, anchor = staging.people[0], anchors[0]
    plate = Plate(scene.size, 1.02, "clutter")
    sits_broadly = lead.pose == "sitting" and seat_for(scene.shot) in BROAD_SEATS
    if sits_broadly and len(staging.people) == 1:
        seat = anchor.head_y + Body.of(lead).y(_SEAT) * anchor.head_height / 100
        _beside(plate.canvas, scene, anchor, there[:2], seat)
    elif lead.pose != "riding":
        _on_the_floor(plate.canvas, scene, anchors, there[:3])
    wash(plate.canvas, scene, 0.35)
    return gather(plate.layer())


def _beside(canvas: Any, scene: Scene, anchor: Anchor, there: Sequence[str], seat: float) -> None:
    """One on each side, the first where there is more room."""
    free = 1 if anchor.head_x < scene.size.width / 2 else -1
    for slug, side in zip(there, (free, -free), strict=False):
        x = anchor.head_x + side * _BESIDE * anchor.head_height / 100
        _set(canvas, scene, slug, x, seat, anchor.head_height / HEAD_CM)


def _on_the_floor(canvas: Any, scene: Scene, anchors: tuple[Anchor, ...], there: Sequence[str]) -> None:
    """Nearer to us than who stands there, away from the middle of the frame's other things."""
    depth = -0.05
    floor, scale = scene.view.y(0, depth), scene.view.scale(depth)
    if floor > scene.size.height * 0.995:
        return
    heads = [anchor.head_x for anchor in anchors]
    for index, slug in enumerate(there):
        side = (1 if sum(heads) / len(heads) < scene.size.width / 2 else -1) * (1 if index % 2 == 0 else -1)
        edge = max(heads) if side > 0 else min(heads)
        x = edge + side * (_FROM_THE_FEET + (index // 2) * 60 + _APART) * scale
        half = BELONGINGS[slug][1] * scale
        _set(canvas, scene, slug, max(half, min(scene.size.width - half, x)), floor, scale)


def _set(canvas: Any, scene: Scene, slug: str, x: float, foot: float, scale: float) -> None:
    canvas.save()
    canvas.translate(x, foot)
    canvas.scale(scale, scale)
    draw_belonging(canvas, slug, scene.light, scene.place_dice(slug))
    canvas.restore()
