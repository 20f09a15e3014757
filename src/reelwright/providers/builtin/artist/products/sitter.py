"""A product that sits for its portrait: where it is drawn, at which size, in which light."""

import math
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from reelwright.film.shot import ProductLook
from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import (
    MODULATE,
    Light,
    clipped,
    contrast_ratio,
    darker,
    legible,
    lighter,
    luminance,
    mix,
)
from reelwright.providers.builtin.artist.contract import ProductPainter, ProductShape, Scene, Spot
from reelwright.providers.builtin.artist.products.finish import Finish, as_picture, gloss, received
from reelwright.providers.builtin.artist.products.relief import Relief, facing, puffed, turned

_SMOOTH: Any = skia.SamplingOptions(skia.CubicResampler.Mitchell())


@dataclass(frozen=True)
class Sitter:
    """One product being painted: its foot is at (0, 0), its top at y = -100, x counts from its middle."""

    canvas: Any
    look: ProductLook
    light: Light
    """The scene's light as the tilted product sees it."""
    px: float
    """Pixels a box unit measures."""
    seed: int

    @property
    def is_small(self) -> bool:
        """So small in the picture that fine detail would only be noise."""
        return self.px < 1.1

    def dice(self, what: str) -> Random:
        """Random numbers that are the same in every shot of the film's product."""
        return Random(f"{self.look.shape}/{self.look.label}/{what}")

    @property
    def color(self) -> str:
        """The product's main colour."""
        return self.look.color

    @property
    def accent(self) -> str:
        """The product's second colour."""
        return self.look.accent

    @property
    def ink(self) -> str:
        """A colour for lettering straight on the product: the accent where it can be read."""
        return readable(self.accent, self.color)

    def turned(self, path: Any, **how: Any) -> Relief:
        """``relief.turned`` at this size."""
        return turned(path, self.px, **how)

    def puffed(self, path: Any, **how: Any) -> Relief:
        """``relief.puffed`` at this size."""
        return puffed(path, self.px, **how)

    def facing(self, path: Any, nx: float = 0.0, ny: float = 0.0, **how: Any) -> Relief:
        """``relief.facing`` at this size."""
        return facing(path, self.px, nx, ny, **how)

    @contextmanager
    def lit(self, relief: Relief, finish: Finish, *, within: Any = None) -> Generator[Any]:
        """A context in which flat artwork is drawn that then takes the light of a form.

        Args:
            relief: The form; its rectangle bounds what can be drawn.
            finish: The surface.
            within: An outline that all that is drawn is kept inside of.
        """
        bounds = skia.Rect.MakeXYWH(relief.left, relief.top, relief.width, relief.height)
        self.canvas.saveLayer(bounds.makeOutset(1, 1), None)
        self.canvas.save()
        if within is not None:
            self.canvas.clipPath(within, skia.ClipOp.kIntersect, True)
        try:
            yield self.canvas
        finally:
            self.canvas.restore()
            tone = as_picture(received(relief, self.light, finish))
            self.canvas.drawImageRect(tone, bounds, _SMOOTH, skia.Paint(BlendMode=MODULATE))
            shine = as_picture(*gloss(relief, self.light, finish))
            self.canvas.drawImageRect(shine, bounds, _SMOOTH, skia.Paint(BlendMode=skia.BlendMode.kSrcATop))
            self.canvas.restore()

    def shine(self, path: Any, relief: Relief, finish: Finish, strength: float = 1.0) -> None:
        """Highlights alone, laid over what is there within the path: the front of a glass."""
        bounds = skia.Rect.MakeXYWH(relief.left, relief.top, relief.width, relief.height)
        shine = as_picture(*gloss(relief, self.light, finish))
        with clipped(self.canvas, path):
            self.canvas.drawImageRect(shine, bounds, _SMOOTH, skia.Paint(Alphaf=strength))


def readable(color: str, ground: str) -> str:
    """The colour, moved towards dark or light until letters in it can be read on the ground."""
    return legible(color, ground)


def apart(color: str, ground: str, least: float) -> str:
    """The colour, moved towards dark or light until its lightness is so far from the ground's, of 1."""
    against = luminance(ground)
    towards = darker if against > 0.5 else lighter
    for share in (0.0, 0.25, 0.45, 0.65, 0.85):
        found = towards(color, share)
        if abs(luminance(found) - against) >= least:
            return found
    return towards(color, 1.0)


def contrast(color: str) -> str:
    """Near-black or near-white, whichever reads better on the colour."""
    tone = max(("#17141c", "#fbf6ec"), key=lambda found: contrast_ratio(found, color))
    return legible(tone, color)


def companion(color: str) -> str:
    """A quieter neighbour of a colour, for linings and seams."""
    return mix(color, "#8a8690", 0.35)


def _turned_light(light: Light, degrees: float) -> Light:
    angle = math.radians(-degrees)
    cos, sin = math.cos(angle), math.sin(angle)
    return replace(light, dx=light.dx * cos - light.dy * sin, dy=light.dx * sin + light.dy * cos)


def painter(paint: Callable[[Sitter], None]) -> ProductPainter:
    """What the artist calls, from a function that paints in the box 100 units high."""

    def draw(canvas: Any, look: ProductLook, spot: Spot, light: Light, scene: Scene) -> None:
        px = spot.height / 100 * scene.size.scale
        with spot.box(canvas):
            paint(Sitter(canvas, look, _turned_light(light, spot.tilt_degrees), px, scene.seed))

    return draw


def shape(
    paint: Callable[[Sitter], None],
    *,
    aspect: float,
    real_height_cm: float,
    focus: float = 0.5,
    is_hot: bool = False,
    stands: bool = True,
    deep: float = 0.0,
    is_alive: bool = False,
    from_above: Callable[[Sitter], None] | None = None,
) -> ProductShape:
    """A product shape from its painting functions."""
    above = painter(from_above) if from_above else None
    return ProductShape(painter(paint), aspect, real_height_cm, above, focus, is_hot, stands, deep, is_alive)
