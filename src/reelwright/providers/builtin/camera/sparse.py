"""Cuts pictures that are mostly empty into what is painted on them: empty pixels cost as much to lay down as others."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.painting import pixels_of

Piece = tuple[Any, int, int]
"""A picture and where its corner is in the whole, in pixels."""
_Box = tuple[int, int, int, int]
"""Left, top, right, bottom in blocks."""
_BLOCK_PX = 24
_LEAST_PX = 120_000
"""Smaller pictures are laid down whole."""
_FULL = 0.6
"""Share of the area from which cutting saves nothing."""


def pieces_of(image: Any) -> tuple[Piece, ...]:
    """The parts of a picture that do not touch each other, or the whole where it is not sparse."""
    width, height = image.width(), image.height()
    if width * height < _LEAST_PX:
        return ((image, 0, 0),)
    alpha = pixels_of(image)[..., 3]
    if np.count_nonzero(alpha[::8, ::8]) > _FULL / 2 * (width // 8) * (height // 8):
        return ((image, 0, 0),)
    blocks = _blocks(alpha)
    if blocks.mean() > _FULL / 2:
        return ((image, 0, 0),)
    boxes = _boxes(blocks)
    area = sum((right - left) * (bottom - top) for left, top, right, bottom in boxes) * _BLOCK_PX**2
    if area > _FULL * width * height or len(boxes) > 60:
        return ((image, 0, 0),)
    found: list[Piece] = []
    for left, top, right, bottom in boxes:
        box = skia.IRect.MakeLTRB(
            left * _BLOCK_PX, top * _BLOCK_PX, min(width, right * _BLOCK_PX), min(height, bottom * _BLOCK_PX)
        )
        found.append((image.makeSubset(box).makeRasterImage(), box.left(), box.top()))
    return tuple(found)


def _blocks(alpha: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Which blocks have something painted in them or, so that no edge is cut, right beside them."""
    height, width = alpha.shape
    rows, columns = list(range(0, height, _BLOCK_PX)), list(range(0, width, _BLOCK_PX))
    above, before = [row - 1 for row in rows[1:]], [column - 1 for column in columns[1:]]
    strips: NDArray[np.uint8] = np.maximum.reduceat(alpha, rows, axis=0)
    filled: NDArray[np.bool_] = np.maximum.reduceat(strips, columns, axis=1) > 0
    # What reaches a block's rim belongs to its neighbour too.
    rims: NDArray[np.uint8] = np.maximum(alpha[above], alpha[rows[1:]])
    touched: NDArray[np.bool_] = np.maximum.reduceat(rims, columns, axis=1) > 0
    filled[:-1] |= touched
    filled[1:] |= touched
    rims = np.maximum(alpha[:, before], alpha[:, columns[1:]])
    touched = np.maximum.reduceat(rims, rows, axis=0) > 0
    filled[:, :-1] |= touched
    filled[:, 1:] |= touched
    return filled


def _boxes(filled: NDArray[np.bool_]) -> list[_Box]:
    """The rectangles that hold what hangs together; they do not overlap."""
    rows, columns = np.nonzero(filled)
    boxes: list[_Box] = [(int(x), int(y), int(x) + 1, int(y) + 1) for y, x in zip(rows, columns, strict=True)]
    done: list[_Box] = []
    while boxes:
        box = boxes.pop()
        while meeting := [other for other in (*boxes, *done) if _meet(box, other)]:
            boxes = [other for other in boxes if other not in meeting]
            done = [other for other in done if other not in meeting]
            box = _around((box, *meeting))
        done.append(box)
    return sorted(done)


def _around(boxes: tuple[_Box, ...]) -> _Box:
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def _meet(a: _Box, b: _Box) -> bool:
    """Whether two rectangles overlap or share an edge or a corner."""
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]
