"""What settings, products and people agree on, so that each is one small file."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

from reelwright.film.shot import Framing, ProductLook, Shot
from reelwright.providers.builtin.artist.brush import Light
from reelwright.providers.builtin.artist.painting import Canvas2D, Layer, Overlay


@dataclass(frozen=True)
class Scene:
    """A shot about to be painted: its size, light, colours and dice."""

    shot: Shot
    style: str
    size: Canvas2D
    light: Light
    palette: tuple[str, ...]
    """Dark to light, at least five colours."""
    sky: tuple[str, ...]
    """Sky colours from zenith to horizon for the time of day and weather."""
    seed: int

    def dice(self, what: str) -> Random:
        """Random numbers that depend on the seed and on what they are for, on nothing else."""
        return Random(f"{self.seed}/{what}")

    def tone(self, position: float) -> str:
        """The palette's colour at 0 (darkest) to 1 (lightest), interpolated."""
        from reelwright.providers.builtin.artist.brush import mix

        at = max(0.0, min(1.0, position)) * (len(self.palette) - 1)
        low = min(int(at), len(self.palette) - 2)
        return mix(self.palette[low], self.palette[low + 1], at - low)


@dataclass(frozen=True)
class Backdrop:
    """A painted setting: what lies behind the subject and in front of it, and where the subject can stand."""

    behind: tuple[Layer, ...]
    before: tuple[Layer, ...]
    floor_y: float
    """Where feet or a product's base stand, in units from the top, for this framing."""
    surface_y: float | None = None
    """The top of a table or counter a product can stand on; None when there is none."""
    overlays: tuple[Overlay, ...] = ()


SettingPainter = Callable[[Scene], Backdrop]
"""One per setting, in ``artist/settings/<slug>.py`` as ``paint``."""


@dataclass(frozen=True)
class Spot:
    """Where a product is drawn: ``x`` is its middle and ``base_y`` its foot, ``height`` its height, all in units."""

    x: float
    base_y: float
    height: float
    tilt_degrees: float = 0.0


ProductPainter = Callable[[Any, ProductLook, Spot, Light, "Scene"], None]
"""``draw(canvas, look, spot, light, scene)``, one per shape, in ``artist/products/<slug>.py``."""


@dataclass(frozen=True)
class Held:
    """A product in a hand. ``draw(canvas, spot)`` paints it; the figure calls it between palm and fingers."""

    draw: Callable[[Any, Spot], None]
    aspect: float
    """Width divided by height of the product's outline."""
    real_height_cm: float
    """So that a lipstick is small in the hand and a laptop is not."""
    shape: str


@dataclass(frozen=True)
class Anchor:
    """Where a figure stands in the frame: the middle of the head and the head's height (crown to chin), in units."""

    head_x: float
    head_y: float
    head_height: float
    framing: Framing
    faces: float = 0.0
    """-1 profile to the left, 0 towards the camera, 1 profile to the right; three-quarter is about 0.5."""
