"""Open air: sky with what stands on the horizon, the ground, one thing near the lens."""

from collections.abc import Callable, Sequence
from typing import Any

from reelwright.providers.builtin.artist.brush import ON_TOP, darker, ink, linear, mix, oval, rect
from reelwright.providers.builtin.artist.contract import Backdrop, Scene
from reelwright.providers.builtin.artist.painting import Layer, Plate
from reelwright.providers.builtin.artist.pieces import landscape
from reelwright.providers.builtin.artist.pieces.aloft import sky_life
from reelwright.providers.builtin.artist.pieces.crowd import crowd_layer
from reelwright.providers.builtin.artist.pieces.foreground import foreground
from reelwright.providers.builtin.artist.pieces.glows import glowing
from reelwright.providers.builtin.artist.stagecraft import floor_y, gather, wash


def open_air(
    scene: Scene,
    far: Callable[[Any, Scene, float], None],
    mid: Callable[[Any, Scene, float], None],
    *,
    near: tuple[str, str],
    lights: Callable[[Any, Scene], None] | None = None,
    alive: Callable[[Scene], Sequence[Layer | None]] | None = None,
    aloft: Callable[[Scene], Sequence[Layer | None]] | None = None,
    shows_sky: bool = True,
    crowd_depth: float = 2.0,
) -> Backdrop:
    """Outdoors: sky with what stands on the horizon, the middle ground, one thing near the lens.

    Args:
        scene: The shot.
        far: Draws what is far away, in frame units; gets the horizon's height.
        mid: Draws the ground and what stands on it, in frame units; gets the horizon's height.
        near: Kind and colour of the foreground.
        lights: Draws what shines by itself, over the hour's shadow.
        alive: Makes the layers that move on the ground: a tree, a boat.
        aloft: Makes the layers that move before what is far: boats, a beam.
        shows_sky: Whether there is a sky in which clouds drift and birds fly.
        crowd_depth: Where people walk by if the staging asks for a crowd.
    """
    horizon = scene.view.horizon_y
    back = Plate(scene.size, 0.12, "sky", scene.view.blur * 0.7)
    landscape.sky(back.canvas, scene, horizon)
    far(back.canvas, scene, horizon)
    ground = Plate(scene.size, 0.45, "ground", scene.view.blur)
    mid(ground.canvas, scene, horizon)
    wash(ground.canvas, scene, 0.8)
    if lights is not None:
        lights(ground.canvas, scene)
    if scene.shot.staging.weather == "fog":
        _haze(back.canvas, scene, horizon, 0.75)
        _haze(ground.canvas, scene, horizon, 0.6)
    back.blur(scene.view.blur * 0.7)
    ground.blur(scene.view.blur)
    over, upon = aloft(scene) if aloft else (), alive(scene) if alive else ()
    behind = gather(
        back.layer(),
        *(sky_life(scene, horizon) if shows_sky else ()),
        *over,
        ground.layer(),
        crowd_layer(scene, crowd_depth),
        *upon,
        *glowing(scene, indoors=False),
    )
    return Backdrop(behind, foreground(scene, *near), floor_y(scene))


def _haze(canvas: Any, scene: Scene, horizon: float, strength: float) -> None:
    """Fog over what is painted: thickest at the horizon, with banks that lie on the ground."""
    size, tone = scene.size, mix(scene.hour.sky[-1], scene.hour.sky[2], 0.3)
    low = size.height + size.margin_y
    stops = [(0.0, tone, strength * 0.55), (0.5, tone, strength), (0.72, tone, strength * 0.6), (1.0, tone, 0.1)]
    middle = max(horizon, size.height * 0.2)
    shader = linear((0, -size.margin_y), (0, middle * 2 + size.margin_y), stops)
    # On a plate that is not full the fog lies only on what stands there.
    canvas.drawPaint(ink(shader=shader, blend=ON_TOP))
    for index in range(5):
        y = horizon + (index - 0.6) * (low - horizon) * 0.13
        bank = oval(size.width * (0.15 + 0.19 * index), y, size.width * 0.5, size.height * 0.06)
        canvas.drawPath(bank, ink(tone, 0.4 * strength, blur=34, blend=ON_TOP))


def ground(canvas: Any, scene: Scene, horizon: float, color: str) -> None:
    """Ground from the horizon to the bottom, in frame units."""
    size = scene.size
    left, right, bottom = -size.margin_x, size.width + size.margin_x, size.height + size.margin_y
    color = mix(color, "#e9eff6", 0.8) if scene.shot.staging.weather == "snow" else color
    stops = [(0.0, mix(color, scene.hour.sky[-1], 0.45)), (0.3, color), (1.0, darker(color, 0.3))]
    canvas.drawPath(rect(left, horizon, right, bottom), ink(shader=linear((0, horizon), (0, bottom), stops)))
    haze = size.height * 0.012
    canvas.drawPath(rect(left, horizon - haze * 0.6, right, horizon + haze), ink(stops[0][1], 0.85, blur=haze))
