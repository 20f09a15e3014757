"""Outlines that several products share, and small things that sit on surfaces."""

from typing import Any

from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import PathPoint, clipped, darker, ink, lighter, linear, oval, smooth
from reelwright.providers.builtin.artist.products.sitter import Sitter


def mirrored(right: list[PathPoint], cx: float = 0.0) -> Any:
    """A closed smooth outline from its right side, top to bottom; x counts from the middle ``cx``."""
    points = [(cx + point[0], *point[1:]) for point in right]
    left = [(cx - point[0], *point[1:]) for point in reversed(right) if point[0] > 0]
    return smooth([*points, *left])  # type: ignore[list-item]


def band(half: float, top: float, bottom: float, sag: float, cx: float = 0.0) -> Any:
    """A strip around something round, its edges bent as seen from a little above."""
    builder = skia.PathBuilder()
    builder.moveTo(cx - half, top)
    builder.quadTo(cx, top + 2 * sag, cx + half, top)
    builder.lineTo(cx + half, bottom)
    builder.quadTo(cx, bottom + 2 * sag, cx - half, bottom)
    builder.close()
    return builder.detach()


def plane(canvas: Any, origin: tuple[float, float], across: tuple[float, float], down: tuple[float, float]) -> Any:
    """A context in which (0, 0)-(1, 1) is a parallelogram: a face of a box in perspective."""
    return _Plane(canvas, skia.Matrix.MakeAll(across[0], down[0], origin[0], across[1], down[1], origin[1], 0, 0, 1))


class _Plane:
    def __init__(self, canvas: Any, matrix: Any) -> None:
        self._canvas, self._matrix = canvas, matrix

    def __enter__(self) -> Any:
        self._canvas.save()
        self._canvas.concat(self._matrix)
        return self._canvas

    def __exit__(self, *problem: object) -> None:
        self._canvas.restore()


def droplets(p: Sitter, path: Any, count: int, largest: float = 1.0) -> None:
    """Cold droplets on a surface; none where they would be specks."""
    if p.px < 2.2:
        return
    bounds, dice = path.getBounds(), p.dice("droplets")
    side = 1 if p.light.dx >= 0 else -1
    with clipped(p.canvas, path):
        for _ in range(count):
            x, y = dice.uniform(bounds.left(), bounds.right()), dice.uniform(bounds.top(), bounds.bottom())
            r = largest * dice.uniform(0.25, 1.0) ** 2
            p.canvas.drawPath(oval(x, y + r * 0.25, r, r * 1.15), ink("#0a0712", 0.28, blur=r * 0.3))
            fill = linear((x, y - r), (x, y + r), [(0, "#ffffff", 0.05), (1, "#ffffff", 0.42)])
            p.canvas.drawPath(oval(x, y, r * 0.9, r * 1.05), ink(shader=fill))
            p.canvas.drawCircle(x + side * r * 0.3, y - r * 0.4, r * 0.22, ink("#ffffff", 0.9))


def stitches(p: Sitter, path: Any, color: str, width: float = 0.5) -> None:
    """A seam sewn along an open path; left out where it would be noise."""
    if p.is_small:
        return
    paint = ink(darker(color, 0.35), 0.5, stroke=width * 1.6)
    p.canvas.drawPath(path, paint)
    dashes = ink(lighter(color, 0.3), 0.95, stroke=width)
    dashes.setPathEffect(skia.DashPathEffect.Make([width * 2.6, width * 2.2], 0))
    p.canvas.drawPath(path, dashes)
