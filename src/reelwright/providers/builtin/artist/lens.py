"""What the lens adds: bloom, vignette and grain, as one picture that is laid over, so that playing stays cheap."""

from typing import Any

from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import SCREEN, ink, mix, radial
from reelwright.providers.builtin.artist.contract import Scene
from reelwright.providers.builtin.artist.painting import Overlay
from reelwright.providers.builtin.artist.styles.style import Style

_GRAIN_PX = 360
"""Side of the tile that grain is made on and repeated from: noise for every pixel of a frame is dear."""


def lens_overlays(scene: Scene, style: Style, width_px: int, height_px: int) -> tuple[Overlay, ...]:
    """The lens's picture, at the frame's size in pixels."""
    return (Overlay(_lens(scene, style, width_px, height_px)),)


def _light_corner(scene: Scene, width: float, height: float) -> tuple[float, float]:
    return width * (0.5 + scene.light.dx * 0.48), height * (0.5 + scene.light.dy * 0.48)


def _lens(scene: Scene, style: Style, width: int, height: int) -> Any:
    surface = skia.Surface(width, height)
    canvas = surface.getCanvas()
    canvas.clear(0)
    dark = mix(scene.hour.fill, "#04040a", 0.6)
    centre = (width * (0.5 + scene.light.dx * 0.06), height * 0.47)
    stops = [(0.0, dark, 0.0), (0.52, dark, 0.0), (1.0, dark, style.vignette)]
    canvas.drawPaint(ink(shader=radial(centre, max(width, height) * 0.74, stops)))
    x, y = _light_corner(scene, width, height)
    # A flare over a face washes out who it is.
    veil = 0.14 if scene.shot.staging.people else 0.26
    flare = [(0.0, scene.hour.key, veil * style.bloom * scene.light.power), (1.0, scene.hour.key, 0.0)]
    canvas.drawPaint(ink(shader=radial((x, y), max(width, height) * 0.55, flare), blend=SCREEN))
    _grain(canvas, scene.seed, style.grain)
    if style.over:
        style.over(canvas, scene, width, height)
    return surface.makeImageSnapshot()


def _grain(canvas: Any, seed: int, strength: float) -> None:
    """Noise around the middle grey: its light half as white, its dark half as black."""
    tile = skia.Surface(_GRAIN_PX, _GRAIN_PX)
    for grey, sign in ((1, 1), (0, -1)):
        gain = sign * strength * 1.2
        size = skia.ISize.Make(_GRAIN_PX, _GRAIN_PX)
        noise = skia.Paint(Shader=skia.PerlinNoiseShader.MakeFractalNoise(0.6, 0.6, 1, seed % 9973, size))
        flat = [0, 0, 0, 0, grey]
        noise.setColorFilter(skia.ColorFilters.Matrix([*flat, *flat, *flat, gain, 0, 0, 0, -gain / 2]))
        tile.getCanvas().drawPaint(noise)
    repeated = tile.makeImageSnapshot().makeShader(skia.TileMode.kRepeat, skia.TileMode.kRepeat)
    canvas.drawPaint(skia.Paint(Shader=repeated))
