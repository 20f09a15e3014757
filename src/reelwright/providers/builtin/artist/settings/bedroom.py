"""A bedroom: a window with curtains, the bed, lamps on both sides, a picture."""

from typing import Any

from reelwright.providers.builtin.artist.brush import box, glow
from reelwright.providers.builtin.artist.contract import Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.interiors import room
from reelwright.providers.builtin.artist.painting import Layer, LayerMotion
from reelwright.providers.builtin.artist.pieces import furniture
from reelwright.providers.builtin.artist.stagecraft import living

_WINDOW = (-190.0, -240.0, 122.0, 160.0)


def _dress(canvas: Any, scene: Scene) -> None:
    light, dice = scene.set_light, scene.place_dice("bedroom")
    furniture.window(canvas, light, *_WINDOW, scene.local("#d9cbbd"), (2, 2))
    furniture.picture(canvas, light, 52, -212, 92, 58, "#b58a5c", dice)
    furniture.bed(
        canvas, light, 6, 176, scene.local(scene.pick("cover", ("#9aa6b8", "#b59a8a", "#8fa393", "#a58fa8", "#d9cdb8")))
    )
    for x in (-28, 206):
        furniture.block(
            canvas,
            box(x - 18, -52, 40, 52, 2),
            scene.local(scene.pick("wood", ("#8a6450", "#a5825f", "#5f4f4a"))),
            light,
        )
        furniture.block(canvas, box(x - 3, -72, 10, 20, 4), "#d9cbb8", light)
        furniture.block(canvas, box(x - 14, -98, 32, 26, 5), "#f0dcb8", light)
        glow(canvas, x + 2, -84, 60, "#ffd9a0", 0.25)
    furniture.shelf(
        canvas, light, 262, -160, 96, scene.local(scene.pick("wood", ("#8a6450", "#a5825f", "#5f4f4a"))), dice
    )
    furniture.plant(canvas, light, 300, 0, 118, dice, "#b58a72")


def _curtains(scene: Scene) -> tuple[Layer | None, ...]:
    light = scene.set_light
    cloth = scene.local(scene.pick("curtain", ("#c9a9a0", "#d9cfc0", "#9fb0b0", "#b5a5c0")))
    found: list[Layer | None] = []
    for x, phase in ((-226.0, 0.0), (-82.0, 0.45)):

        def draw(canvas: Any, x: float = x) -> None:
            furniture.curtain(canvas, light, x, -256, 48, 252, cloth, 5)

        sway = LayerMotion("sway", 0.45, 6.0, phase)
        found.append(living(scene, draw, (x - 12, -258, x + 62, -2), 1, sway, (x + 24, -256)))
    return tuple(found)


def _paint(scene: Scene) -> Backdrop:
    return room(
        scene, _dress, wall=scene.pick("wall", ("#b9a3a8", "#a5b0a8", "#c2b09a", "#a5a9bd")),
        floor=scene.pick("floor", ("#9a7a68", "#b59c80", "#75604f")), openings=(_WINDOW,),
        lamps=((-26, -84), (208, -84)), outside=scene.pick("outside", ("trees", "hills", "city")), alive=_curtains,
        near=("leaves", "#56764f"),
    )  # fmt: skip


SETTING = Setting(_paint, "linen", is_interior=True, stations_cm=(-92, 84, 232))
