"""Parts of a figure that stay the same through a flip-book: painted once, then laid down where the figure is."""

from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import Any

from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.painting import painted_box
from reelwright.providers.builtin.artist.people.figure import Figure

HEAD_REACH = skia.Rect.MakeLTRB(-150, -130, 150, 340)
"""All that a part of the head or the trunk can cover, in points."""
BODY_REACH = skia.Rect.MakeLTRB(-430, -260, 430, 780)
"""All that a limb can cover."""
_SMOOTH = skia.SamplingOptions(skia.FilterMode.kLinear)


class Parts:
    """The parts of one figure that were painted so far, by what their look depends on."""

    def __init__(self, *, keep: bool = True, moving: frozenset[str] = frozenset()) -> None:
        self._keep = keep
        self.moving = moving
        """Arms (``left``, ``right``) that are not the same in all drawings."""
        self._kept: dict[Hashable, tuple[Any, int, int, Any] | None] = {}

    def lay(self, figure: Figure, key: Hashable, paint: Callable[[Figure], None], reach: Any = HEAD_REACH) -> None:
        """Paints a part, or lays down what was painted for the same key, moved as the canvas has moved since.

        Args:
            figure: Where it is painted; its canvas carries the place and the tilt.
            key: All that the look of the part depends on, but for its place and tilt.
            paint: Paints it on the canvas of the figure it is given.
            reach: All that it can cover, in points.
        """
        if not self._keep:
            paint(figure)
            return
        matrix = figure.canvas.getTotalMatrix()
        if key not in self._kept:
            self._kept[key] = _painted(figure, matrix, paint, reach)
        part = self._kept[key]
        if part is None:
            return
        image, left, top, seen = part
        canvas = figure.canvas
        canvas.save()
        canvas.resetMatrix()
        back = skia.Matrix()
        is_moved = _numbers(seen) != _numbers(matrix)
        if is_moved and seen.invert(back):
            canvas.concat(skia.Matrix.Concat(matrix, back))
        canvas.drawImage(image, left, top, _SMOOTH if is_moved else skia.SamplingOptions(), None)
        canvas.restore()


def _numbers(matrix: Any) -> tuple[float, ...]:
    return tuple(round(matrix.get(index), 3) for index in range(9))


def _painted(
    figure: Figure, matrix: Any, paint: Callable[[Figure], None], rect: Any
) -> tuple[Any, int, int, Any] | None:
    """The part on a canvas of its own, cropped, with its corner and the matrix it was painted under."""
    size = figure.canvas.getBaseLayerSize()
    reach = matrix.mapRect(rect)
    box = skia.IRect.MakeLTRB(
        *(int(edge) for edge in (reach.left(), reach.top(), reach.right() + 1, reach.bottom() + 1))
    )
    if not box.intersect(skia.IRect.MakeWH(size.width(), size.height())):
        return None
    surface = skia.Surface(box.width(), box.height())
    canvas = surface.getCanvas()
    canvas.clear(0)
    canvas.translate(-box.left(), -box.top())
    canvas.concat(matrix)
    paint(replace(figure, canvas=canvas))
    image = surface.makeImageSnapshot()
    bounds = painted_box(image)
    if bounds is None:
        return None
    cropped = image.makeSubset(skia.IRect.MakeLTRB(*bounds)).makeRasterImage()
    return cropped, box.left() + bounds[0], box.top() + bounds[1], matrix
