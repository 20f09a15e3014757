"""Dark shapes before a bright back: people and product keep only their outline and a rim of light."""

from dataclasses import replace
from typing import Any

from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import SCREEN, ink, mix, oval, radial, rgba
from reelwright.providers.builtin.artist.contract import Anchor, Scene
from reelwright.providers.builtin.artist.painting import Drawing, Layer

_SHAPES = ("people", "product", "thing", "hands")
_RIM_UNITS = 3.4
_DARK = 0.97


def silhouetted(layers: tuple[Layer, ...], scene: Scene) -> tuple[Layer, ...]:
    """The layers of the subject as dark shapes; lids and glints, which nobody would see, are left out."""
    return tuple(_dark(layer, scene) for layer in layers if layer.name not in ("lids", "glint"))


def shine_behind(canvas: Any, scene: Scene, first: Anchor) -> None:
    """The bright back that a silhouette needs, on a canvas in frame units."""
    size = scene.size
    x, y = first.head_x, first.head_y + first.head_height
    reach = max(size.width, size.height) * 0.62
    light = mix(scene.hour.key, "#fff2d6", 0.45)
    stops = [(0.0, light, 0.85), (0.45, light, 0.4), (1.0, light, 0.0)]
    canvas.drawPath(oval(x, y, reach, reach), ink(shader=radial((x, y), reach, stops), blend=SCREEN))


def _dark(layer: Layer, scene: Scene) -> Layer:
    if layer.name not in _SHAPES:
        return layer
    done: dict[int, Any] = {}

    def dark(image: Any) -> Any:
        if image is not None and id(image) not in done:
            done[id(image)] = _outlined(image, scene, layer.detail)
        return done.get(id(image))

    drawings = tuple(Drawing(dark(drawing.image), drawing.left, drawing.top) for drawing in layer.drawings)
    return replace(layer, image=dark(layer.image), drawings=drawings)


def _outlined(image: Any, scene: Scene, detail: float) -> Any:
    """The picture darkened to one tone, with light along its edge towards the sky and the key."""
    surface = skia.Surface(image.width(), image.height())
    canvas = surface.getCanvas()
    canvas.clear(0)
    canvas.drawImage(image, 0, 0)
    shade = skia.Paint(
        ColorFilter=skia.ColorFilters.Blend(rgba(mix(scene.hour.fill, "#05040a", 0.75)), skia.BlendMode.kSrcIn)
    )
    shade.setAlphaf(_DARK)
    canvas.drawImage(image, 0, 0, skia.SamplingOptions(), shade)
    reach = max(1.0, _RIM_UNITS * scene.size.scale * detail)
    rim = skia.Paint(
        ColorFilter=skia.ColorFilters.Blend(rgba(mix(scene.hour.key, "#ffffff", 0.3)), skia.BlendMode.kSrcIn)
    )
    canvas.saveLayer(None, skia.Paint(Alphaf=0.85))
    canvas.drawImage(image, 0, 0, skia.SamplingOptions(), rim)
    away = skia.Paint(BlendMode=skia.BlendMode.kDstOut, ImageFilter=skia.ImageFilters.Blur(reach * 0.4, reach * 0.4))
    canvas.drawImage(image, -scene.light.dx * reach, reach * 0.8, skia.SamplingOptions(), away)
    canvas.restore()
    return surface.makeImageSnapshot()
