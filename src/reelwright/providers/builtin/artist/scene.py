"""Reads a shot's staging into a scene: light, colours, sky, camera."""

import itertools
from dataclasses import replace

from reelwright.film.shot import Shot
from reelwright.providers.builtin.artist.brush import Light, luminance, mix
from reelwright.providers.builtin.artist.composition import view_of
from reelwright.providers.builtin.artist.contract import Hour, Scene, Setting
from reelwright.providers.builtin.artist.hours import hour_for
from reelwright.providers.builtin.artist.painting import Canvas2D
from reelwright.providers.builtin.artist.styles import style_named

_FROM = {"left": (-1.0, -0.42), "right": (1.0, -0.42), "back": (-0.55, -0.85), "above": (-0.25, -1.0)}


def build_scene(shot: Shot, setting: Setting, style: str, size: Canvas2D, seed: int) -> Scene:
    """The scene of a shot: where the light comes from and what colour it has, the palette, the view."""
    hour = hour_for(shot.staging)
    look, _ = style_named(style)
    if look.relit:
        hour = look.relit(hour)
    if setting.is_dark:
        hour = _shut_out(hour)
    dx, dy = _FROM[shot.staging.light_from]
    light = Light.towards(dx, dy, hour.key, hour.fill, hour.power)
    scene = Scene(shot, style, size, light, look.palette or _palette(shot, setting), hour.sky, seed, hour=hour)
    view = view_of(scene, setting)
    return replace(scene, view=replace(view, blur=view.blur * look.blur))


def _shut_out(hour: Hour) -> Hour:
    """A place without daylight: lamps and beams whatever the hour."""
    key = mix("#ffc27a", hour.key, 0.45)
    return replace(hour, key=key, fill="#06050f", power=0.85, lamps=1.0, shafts=0.8)


def _palette(shot: Shot, setting: Setting) -> tuple[str, ...]:
    """The staging's colours, dark to light and at least five; the setting's own where there are none."""
    colors = sorted(shot.staging.palette, key=luminance) or list(setting.palette)
    while len(colors) < 5:
        gaps = [luminance(b) - luminance(a) for a, b in itertools.pairwise(colors)]
        if not gaps:
            colors = [mix(colors[0], "#0d0a16", 0.75), colors[0], mix(colors[0], "#fff6e8", 0.7)]
            continue
        at = gaps.index(max(gaps))
        colors.insert(at + 1, mix(colors[at], colors[at + 1], 0.5))
    return tuple(colors)
