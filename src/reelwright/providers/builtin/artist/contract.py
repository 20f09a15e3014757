"""What settings, products and people agree on, so that each is one small file."""

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from random import Random
from typing import Any, Literal, TypeVar

from reelwright.film.shot import Framing, ProductLook, Shot
from reelwright.providers.builtin.artist.brush import Light, luminance, mix
from reelwright.providers.builtin.artist.painting import Canvas2D, Layer

_Choice = TypeVar("_Choice")
Surface = Literal["wood", "marble", "gloss", "stone", "sand", "grass", "asphalt", "linen", "rubber", "snow"]
"""What a product can stand on."""


@dataclass(frozen=True)
class View:
    """Where the camera stands in a setting measured in centimetres.

    The floor is y = 0 and up is negative. Depth 0 is the subject's plane, 1 the back wall, more is beyond it.
    """

    subject_scale: float
    """Units a centimetre measures at the subject."""
    wall_scale: float
    """Units a centimetre measures at the back wall."""
    x_cm: float
    """The place of the setting that stands in the middle of the frame."""
    eye_cm: float
    """The camera's height."""
    horizon_y: float
    """Where the camera's height lies in the frame, in units."""
    centre_x: float
    mirrored: bool = False
    """Settings are drawn with their light on the left; mirrored, it comes from the right."""
    blur: float = 2.0
    """Softness of the back wall in units."""

    def scale(self, depth: float) -> float:
        """Units a centimetre measures at a depth."""
        return 1 / (1 / self.subject_scale + depth * (1 / self.wall_scale - 1 / self.subject_scale))

    def y(self, height_cm: float, depth: float) -> float:
        """Where a height above the floor lies in the frame, in units."""
        return self.horizon_y + (self.eye_cm - height_cm) * self.scale(depth)

    def x(self, x_cm: float, depth: float) -> float:
        """Where a place lies in the frame, in units."""
        side = -1 if self.mirrored else 1
        return self.centre_x + side * (x_cm - self.x_cm) * self.scale(depth)

    def span(self, depth: float, width: float) -> tuple[float, float]:
        """Leftmost and rightmost centimetres that can be seen at a depth, overscan included."""
        half = width * 0.62 / self.scale(depth)
        return self.x_cm - half, self.x_cm + half

    @contextmanager
    def at(self, canvas: Any, depth: float) -> Generator[None, None, None]:
        """A context in which the canvas draws centimetres of the setting at a depth."""
        scale = self.scale(depth)
        canvas.save()
        canvas.translate(self.centre_x, self.horizon_y)
        canvas.scale(-scale if self.mirrored else scale, scale)
        canvas.translate(-self.x_cm, self.eye_cm)
        try:
            yield
        finally:
            canvas.restore()


@dataclass(frozen=True)
class Hour:
    """The light of a time of day and weather."""

    sky: tuple[str, ...]
    """From zenith to horizon."""
    key: str
    fill: str
    near: str
    """What local colours are multiplied by close to the light."""
    far: str
    """The same, far from it."""
    power: float
    sun: str
    sun_height: float
    """Of the sun or moon above the horizon: 0 on it, 1 at the top of the sky."""
    lamps: float
    """How strongly lamps burn, 0 to 1."""
    shafts: float
    """How strongly beams of light show in the air, 0 to 1."""


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
    view: View = View(4, 3, 0, 150, 300, 640)  # frozen
    hour: Hour = Hour(("#4f97d8", "#eef6f2"), "#fff6e0", "#3b4468", "#ffffff", "#a8afc8", 0.6, "#ffffff", 0.8, 0, 0.4)

    def dice(self, what: str) -> Random:
        """Random numbers that depend on the seed and on what they are for, on nothing else."""
        return Random(f"{self.seed}/{what}")

    def place_dice(self, what: str) -> Random:
        """Random numbers that are the same in every shot of a place: its furniture does not jump."""
        staging = self.shot.staging
        return Random(f"{staging.setting}/{staging.place_seed}/{what}")

    def pick(self, what: str, choices: "Sequence[_Choice]") -> "_Choice":
        """One of the choices, the same in every shot of a place and film, another in the next film."""
        return self.place_dice(what).choice(choices)

    def tone(self, position: float) -> str:
        """The palette's colour at 0 (darkest) to 1 (lightest), interpolated."""
        at = max(0.0, min(1.0, position)) * (len(self.palette) - 1)
        low = min(int(at), len(self.palette) - 2)
        return mix(self.palette[low], self.palette[low + 1], at - low)

    def local(self, color: str, share: float = 0.4) -> str:
        """A setting's own colour, drawn towards the film's palette where the shot brings one."""
        if not self.shot.staging.palette:
            return color
        return mix(color, self.tone(luminance(color)), share)

    @property
    def set_light(self) -> Light:
        """The light as the setting's own, possibly mirrored, coordinates see it."""
        return replace(self.light, dx=-self.light.dx) if self.view.mirrored else self.light


@dataclass(frozen=True)
class Backdrop:
    """A painted setting: what lies behind the subject and in front of it, and where the subject can stand."""

    behind: tuple[Layer, ...]
    before: tuple[Layer, ...]
    floor_y: float
    """Where feet or a product's base stand, in units from the top, for this framing."""


SettingPainter = Callable[[Scene], Backdrop]
"""Paints a setting for one shot."""


@dataclass(frozen=True)
class Setting:
    """A place the artist knows: one per file in ``artist/settings/``, as ``SETTING``."""

    paint: SettingPainter
    surface: Surface
    """What a product stands on here."""
    is_interior: bool
    stations_cm: tuple[float, ...] = (-70, 60, 170)
    """Places in front of which a shot is set up; the seed chooses."""
    palette: tuple[str, ...] = ("#1c1730", "#4b3a4c", "#8d6a72", "#c9957a", "#f3d4a8")
    is_dark: bool = False
    """Whether the place keeps the daylight out."""


@dataclass(frozen=True)
class Spot:
    """Where a product is drawn: ``x`` is its middle and ``base_y`` its foot, ``height`` its height, all in units."""

    x: float
    base_y: float
    height: float
    tilt_degrees: float = 0.0

    @contextmanager
    def box(self, canvas: Any) -> Generator[None, None, None]:
        """A context in which the product is 100 high: its foot at (0, 0), its top at y = -100."""
        canvas.save()
        canvas.translate(self.x, self.base_y)
        canvas.rotate(self.tilt_degrees)
        canvas.scale(self.height / 100, self.height / 100)
        try:
            yield
        finally:
            canvas.restore()


ProductPainter = Callable[[Any, ProductLook, Spot, Light, "Scene"], None]
"""``draw(canvas, look, spot, light, scene)``, one per shape."""


@dataclass(frozen=True)
class ProductShape:
    """A product the artist knows: one per file in ``artist/products/``, as ``SHAPE``."""

    draw: ProductPainter
    aspect: float
    """Width divided by height of its outline."""
    real_height_cm: float
    draw_from_above: ProductPainter | None = None
    """How it looks on a table seen from above, where lying on its back will not do; the spot is a square's foot."""
    focus: float = 0.5
    """Height of its most telling detail, 0 at the foot to 1 at the top: what an extreme close-up is about."""
    is_hot: bool = False
    """Whether it steams."""
    stands: bool = True
    """Whether it stands by itself; what does not is laid down or held."""
    deep: float = 0.0
    """How far up its picture its foot reaches, as a share of its height: a ring seen from above covers ground."""
    is_alive: bool = False
    """Whether it is framed as people are: near shots show its head and chest."""
    shadow: ProductPainter | None = None
    """The shadow of what lies flat; None where it stands and casts a usual one."""


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
