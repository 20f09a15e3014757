"""What the lens adds: one grade with grain in soft light, one vignette. Two pictures, so that playing stays cheap."""

from typing import Any

from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import SCREEN, ink, linear, mix, radial
from reelwright.providers.builtin.artist.contract import Scene
from reelwright.providers.builtin.artist.painting import Overlay
from reelwright.providers.builtin.artist.styles import Style


def lens_overlays(scene: Scene, style: Style, width_px: int, height_px: int) -> tuple[Overlay, ...]:
    """Colour grade and grain, then the vignette, at the frame's size in pixels."""
    return (
        Overlay(_grade(scene, style, width_px, height_px), "soft light"),
        Overlay(_vignette(scene, style, width_px, height_px), "over"),
    )


def _light_corner(scene: Scene, width: float, height: float) -> tuple[float, float]:
    return width * (0.5 + scene.light.dx * 0.48), height * (0.5 + scene.light.dy * 0.48)


def _grade(scene: Scene, style: Style, width: int, height: int) -> Any:
    surface = skia.Surface(width, height)
    canvas = surface.getCanvas()
    canvas.clear(0)
    x, y = _light_corner(scene, width, height)
    stops = [(0.0, mix(scene.hour.key, "#ffffff", 0.1), 0.3 * style.grade), (1.0, scene.hour.fill, 0.26 * style.grade)]
    canvas.drawPaint(ink(shader=linear((x, y), (width - x, height - y), stops)))
    noise = skia.Paint(Shader=skia.PerlinNoiseShader.MakeFractalNoise(0.6, 0.6, 1, scene.seed % 9973))
    grey = [0.33, 0.33, 0.33, 0, 0]
    noise.setColorFilter(skia.ColorFilters.Matrix([*grey, *grey, *grey, 0, 0, 0, 0, style.grain * 3]))
    canvas.drawPaint(noise)
    return surface.makeImageSnapshot()


def _vignette(scene: Scene, style: Style, width: int, height: int) -> Any:
    surface = skia.Surface(width, height)
    canvas = surface.getCanvas()
    canvas.clear(0)
    dark = mix(scene.hour.fill, "#04040a", 0.6)
    centre = (width * (0.5 + scene.light.dx * 0.06), height * 0.47)
    stops = [(0.0, dark, 0.0), (0.52, dark, 0.0), (1.0, dark, style.vignette)]
    canvas.drawPaint(ink(shader=radial(centre, max(width, height) * 0.74, stops)))
    x, y = _light_corner(scene, width, height)
    flare = [(0.0, scene.hour.key, 0.26 * style.bloom * scene.light.power), (1.0, scene.hour.key, 0.0)]
    canvas.drawPaint(ink(shader=radial((x, y), max(width, height) * 0.55, flare), blend=SCREEN))
    return surface.makeImageSnapshot()
