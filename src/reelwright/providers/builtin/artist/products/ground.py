"""How a product meets what it stands on: contact shadow, shadow cast away from the light, reflection."""

from collections.abc import Callable
from typing import Any

from reelwright.film.shot import ProductLook
from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import Light, contact_shadow, ink, linear, mix, oval, polygon
from reelwright.providers.builtin.artist.contract import ProductShape, Scene, Spot, Surface

REFLECTION: dict[Surface, float] = {"gloss": 0.42, "marble": 0.2, "wood": 0.07, "stone": 0.05}
"""How much of a product a surface mirrors, 0 to 1; the others mirror nothing."""


def stand(
    canvas: Any,
    shape: ProductShape,
    look: ProductLook,
    spot: Spot,
    light: Light,
    scene: Scene,
    surface: Surface = "wood",
) -> None:
    """Paints a product that stands on a surface: reflection and shadows first, then the product."""
    share = REFLECTION.get(surface, 0.0)
    if share and shape.shadow is None:
        reflect(canvas, lambda: shape.draw(canvas, look, spot, light, scene), spot, share, shape.aspect)
    cast(canvas, shape, look, spot, light, scene)
    shape.draw(canvas, look, spot, light, scene)


def cast(canvas: Any, shape: ProductShape, look: ProductLook, spot: Spot, light: Light, scene: Scene) -> None:
    """The shadow of a product, standing or lying."""
    if shape.shadow is not None:
        shape.shadow(canvas, look, spot, light, scene)
        return
    shadows(canvas, spot, light, shape.aspect)


def shadows(canvas: Any, spot: Spot, light: Light, aspect: float) -> None:
    """The shadow a product casts away from the light and the dark line where it touches the ground."""
    width = spot.height * aspect
    reach = -light.dx * min(spot.height * 0.9, width * 1.6)
    foot, end = width * 0.46, width * 0.34
    depth = width * 0.11
    cast = polygon(
        (spot.x - foot, spot.base_y - 1),
        (spot.x + foot, spot.base_y - 1),
        (spot.x + reach + end, spot.base_y + depth),
        (spot.x + reach - end, spot.base_y + depth),
    )
    dark = mix(light.fill, "#05030a", 0.7)
    stops = [(0, dark, 0.5 * (0.4 + 0.6 * light.power)), (1, dark, 0.0)]
    shader = linear((spot.x, spot.base_y), (spot.x + reach, spot.base_y + depth), stops)
    canvas.drawPath(cast, ink(shader=shader, blur=max(2.0, width * 0.035)))
    contact_shadow(canvas, spot.x, spot.base_y, width * 1.02, 0.42, dark)
    canvas.drawPath(
        oval(spot.x, spot.base_y, width * 0.42, max(1.5, width * 0.018)), ink(dark, 0.6, blur=max(1.0, width * 0.012))
    )


def reflect(canvas: Any, draw: Callable[[], None], spot: Spot, share: float, aspect: float) -> None:
    """Paints what ``draw`` paints once more, mirrored at the foot and fading with the distance.

    Args:
        canvas: Skia canvas in frame units.
        draw: Paints the product upright at the spot.
        spot: Where it stands.
        share: Opacity at the foot, 0 to 1.
        aspect: Width divided by height.
    """
    half, reach = spot.height * max(aspect, 0.3) * 0.75, spot.height * 0.55
    bounds = skia.Rect.MakeLTRB(spot.x - half, spot.base_y - 2, spot.x + half, spot.base_y + reach)
    soft = skia.Paint(ImageFilter=skia.ImageFilters.Blur(spot.height * 0.002, spot.height * 0.008))
    canvas.saveLayer(bounds, soft)
    canvas.save()
    canvas.translate(0, 2 * spot.base_y)
    canvas.scale(1, -1)
    draw()
    canvas.restore()
    fade = linear((0, spot.base_y), (0, spot.base_y + reach), [(0, "#000000", share), (1, "#000000", 0.0)])
    canvas.drawRect(bounds.makeOutset(4, 4), ink(shader=fade, blend=skia.BlendMode.kDstIn))
    canvas.restore()
