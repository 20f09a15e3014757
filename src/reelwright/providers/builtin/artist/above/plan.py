"""A place measured from above: centimetres about the middle of the frame."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from reelwright.film.shot import Framing
from reelwright.providers.builtin.artist.brush import ink, moved
from reelwright.providers.builtin.artist.contract import Scene

_UNITS_A_CM = {
    Framing.EXTREME_WIDE: 1.0, Framing.WIDE: 1.55, Framing.MEDIUM_WIDE: 2.2, Framing.MEDIUM: 3.0,
    Framing.MEDIUM_CLOSE: 3.5, Framing.CLOSE_UP: 4.4, Framing.EXTREME_CLOSE_UP: 6.5, Framing.INSERT: 5.0,
}  # fmt: skip
"""For a frame 720 high."""


@dataclass(frozen=True)
class Plan:
    """Where the camera hangs over a place."""

    scene: Scene
    scale: float
    """Units a centimetre measures on the ground."""

    @classmethod
    def of(cls, scene: Scene) -> "Plan":
        """The plan of a shot."""
        size = scene.size
        length = min(size.height, 1.5 * size.width)
        return cls(scene, _UNITS_A_CM[scene.shot.camera.framing] * length / 720)

    @contextmanager
    def on(self, canvas: Any, x: float = 0.0, y: float = 0.0, degrees: float = 0.0) -> Generator[None, None, None]:
        """A context in which the canvas draws centimetres about a place of the plan."""
        size = self.scene.size
        canvas.save()
        canvas.translate(size.width / 2, size.height / 2)
        canvas.scale(self.scale, self.scale)
        canvas.translate(x, y)
        canvas.rotate(degrees)
        try:
            yield
        finally:
            canvas.restore()

    @property
    def reach(self) -> tuple[float, float]:
        """Half the width and height in centimetres of all that can be seen, overscan included."""
        size = self.scene.size
        return (size.width / 2 + size.margin_x) / self.scale, (size.height / 2 + size.margin_y) / self.scale

    def shadow(self, canvas: Any, path: Any, height_cm: float, degrees: float = 0.0) -> None:
        """The shadow that something so high throws on the ground; ``degrees`` undoes a turned canvas."""
        canvas.save()
        canvas.rotate(-degrees)
        dx, dy = -self.scene.light.dx * height_cm * 0.42, max(0.25, -self.scene.light.dy) * height_cm * 0.42
        canvas.translate(dx, dy)
        canvas.rotate(degrees)
        canvas.drawPath(moved(path, 0, 0), ink("#0a0712", 0.34, blur=max(3.0, height_cm * 0.07)))
        canvas.restore()
