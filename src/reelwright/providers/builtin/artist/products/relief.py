"""The form of a flat outline: which way each point of it faces, so that light can fall on it."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import ink

Grid = NDArray[Any]
"""Floats, (rows, columns)."""
LONGEST_PX = 300
"""Most pixels along the longer side of a relief: form is smooth, so it is measured coarsely and enlarged."""
_FINEST = 0.62
"""Reliefs are measured at this share of the picture's resolution."""


@dataclass(frozen=True)
class Relief:
    """Normals over a rectangle in box units: x to the right, y down, z towards the viewer, each (rows, columns)."""

    left: float
    top: float
    width: float
    height: float
    nx: Grid
    ny: Grid
    nz: Grid
    down: Grid
    """0 at the top of the outline to 1 at its foot, (rows, 1)."""

    @classmethod
    def of(cls, frame: "_Frame", nx: Grid, ny: Grid) -> "Relief":
        """A relief from slopes towards x and y; the z part is what is left of length 1."""
        length = np.sqrt(nx * nx + ny * ny + 1)
        rows = nx.shape[0]
        down = np.linspace(0, 1, rows, dtype=np.float32)[:, None]
        return cls(frame.left, frame.top, frame.width, frame.height, nx / length, ny / length, 1 / length, down)


@dataclass(frozen=True)
class _Frame:
    left: float
    top: float
    width: float
    height: float
    step: float
    """Box units a grid cell measures."""
    mask: Grid
    """Coverage, 0 to 1."""


def _measure(path: Any, px_per_unit: float, margin: float) -> _Frame:
    bounds = path.getBounds()
    width, height = bounds.width() + 2 * margin, bounds.height() + 2 * margin
    step = max(1 / (px_per_unit * _FINEST), max(width, height) / LONGEST_PX)
    columns, rows = max(4, round(width / step)), max(4, round(height / step))
    surface = skia.Surface(columns, rows)
    canvas = surface.getCanvas()
    canvas.clear(0)
    canvas.scale(columns / width, rows / height)
    canvas.translate(margin - bounds.left(), margin - bounds.top())
    canvas.drawPath(path, ink("#ffffff"))
    mask = surface.toarray()[..., 3].astype(np.float32) / 255
    return _Frame(bounds.left() - margin, bounds.top() - margin, width, height, step, mask)


def _smoothed(values: Grid, sigma: float) -> Grid:
    """A 1-D Gaussian over values, ends repeated; ``sigma`` in cells."""
    if sigma < 0.3:
        return values
    reach = int(3 * sigma) + 1
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2).astype(np.float32)
    padded: Grid = np.pad(values, reach, mode="edge")
    smooth: Grid = np.convolve(padded, kernel / kernel.sum(), mode="valid")
    return smooth.astype(np.float32)


def turned(path: Any, px_per_unit: float, *, soften: float = 1.2, lying: bool = False) -> Relief:
    """The relief of something turned on a lathe: any outline that mirrors left to right.

    Args:
        path: Outline in box units.
        px_per_unit: Pixels a box unit measures in the picture.
        soften: How far corners of the profile are rounded, in box units.
        lying: Turned around its horizontal instead of its vertical axis.
    """
    frame = _measure(path, px_per_unit, 0)
    mask: Grid = frame.mask.T if lying else frame.mask
    columns = mask.shape[1]
    span = mask.sum(axis=1) / 2
    at = np.arange(columns, dtype=np.float32) + 0.5
    middle = (mask * at).sum(axis=1) / np.maximum(mask.sum(axis=1), 1e-3)
    middle: Grid = np.where(span > 0.5, middle, columns / 2)
    radius = np.maximum(_smoothed(span, soften / frame.step), 0.5)
    slope = np.clip(np.gradient(radius), -2.5, 2.5).astype(np.float32)
    side = np.clip((at[None, :] - middle[:, None]) / radius[:, None], -0.985, 0.985)
    front = np.sqrt(1 - side * side)
    # (side, -slope, front) is the normal; slopes are given per unit of z.
    nx, ny = side / front, np.broadcast_to(-slope[:, None], side.shape) / front
    if lying:
        nx, ny = ny.T, nx.T
    return Relief.of(frame, np.ascontiguousarray(nx, np.float32), np.ascontiguousarray(ny, np.float32))


def _boxed(values: Grid, reach: int, axis: int) -> Grid:
    """A running mean over ``2 * reach + 1`` cells, edges repeated."""
    padded = np.pad(values, [(reach + 1, reach) if axis == a else (0, 0) for a in (0, 1)], mode="edge")
    total = np.cumsum(padded, axis=axis, dtype=np.float64)
    size, width = values.shape[axis], 2 * reach + 1
    high = np.take(total, range(width, width + size), axis)
    return ((high - np.take(total, range(size), axis)) / width).astype(np.float32)


def _blurred(values: Grid, sigma: float) -> Grid:
    """A Gaussian blur, as three running means: eight bits of a picture's blur would show as terraces."""
    reach = max(1, round(sigma))
    for _ in range(3):
        values = _boxed(_boxed(values, reach, 0), reach, 1)
    return values


def puffed(path: Any, px_per_unit: float, *, depth: float = 8, roundness: float = 1.0) -> Relief:
    """The relief of something soft or cast: flat in the middle and rounded towards any outline.

    Args:
        path: Outline in box units.
        px_per_unit: Pixels a box unit measures in the picture.
        depth: How far inwards the rounding reaches, in box units.
        roundness: 1 a full quarter round, less a shallow swell.
    """
    frame = _measure(path, px_per_unit, depth * 0.4)
    sigma = max(0.6, depth * 0.55 / frame.step)
    height = np.clip(_blurred(frame.mask, sigma) * 2 - 1, 0, 1)
    height = 1 - (1 - height) ** 2
    height = _blurred(height, sigma * 0.22)
    rise_y, rise_x = np.gradient(height)
    strength = roundness * depth / frame.step
    return Relief.of(frame, (-rise_x * strength).astype(np.float32), (-rise_y * strength).astype(np.float32))


def facing(path: Any, px_per_unit: float, nx: float = 0.0, ny: float = 0.0, *, bevel: float = 1.5) -> Relief:
    """The relief of a flat face that looks to a side, its edges a little broken; ``bevel`` in box units."""
    edge = puffed(path, px_per_unit, depth=bevel, roundness=0.8)
    nz = float(np.sqrt(max(0.05, 1 - nx * nx - ny * ny)))
    sx, sy = edge.nx / edge.nz + nx / nz, edge.ny / edge.nz + ny / nz
    length = np.sqrt(sx * sx + sy * sy + 1)
    return Relief(edge.left, edge.top, edge.width, edge.height, sx / length, sy / length, 1 / length, edge.down)
