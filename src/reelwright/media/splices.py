"""Dissolves and fades on decoded frames, in the coded (gamma) domain as editing programs do it."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reelwright.media.decode import raw_frames
from reelwright.media.libav import RawPicture, av
from reelwright.media.segments import Dissolve, Fade, Plain, TakeSource

_BLACK = {0: 16, 1: 128, 2: 128}
_ONE = 256


def spliced(segment: Dissolve | Fade, takes: tuple[TakeSource, ...]) -> Iterator[RawPicture]:
    """The frames of a splice as yuv420p, limited range; weights are symmetric: ``(k + 1/2) / n``."""
    source = takes[segment.take].path
    first = raw_frames(source, segment.start, segment.start + segment.frame_count)
    if isinstance(segment, Dissolve):
        stop = segment.next_start + segment.frame_count
        second = raw_frames(takes[segment.take + 1].path, segment.next_start, stop)
        for number, (before, after) in enumerate(zip(first, second, strict=True)):
            yield _blend(before, after, _weight(number, segment.frame_count))
        return
    for number, frame in enumerate(first):
        weight = _weight(number, segment.frame_count)
        yield _blend(None, frame, weight) if segment.direction == "in" else _blend(frame, None, weight)


def shown_shares(segment: Plain) -> list[float]:
    """How much of the picture each frame of a segment shows, 0 to 1; the rest is black. Only fades show less than 1."""
    if not isinstance(segment, Fade):
        return [1.0] * segment.frame_count
    come = [_weight(number, segment.frame_count) / _ONE for number in range(segment.frame_count)]
    return come if segment.direction == "in" else [1 - share for share in come]


def _weight(number: int, count: int) -> int:
    """The share of what comes, in 256ths."""
    return round(_ONE * (2 * number + 1) / (2 * count))


def _blend(before: RawPicture | None, after: RawPicture | None, weight: int) -> RawPicture:
    shape = before or after
    assert shape is not None
    target = av.VideoFrame(shape.width, shape.height, "yuv420p")
    for index, plane in enumerate(target.planes):
        gone, come = _plane(before, index), _plane(after, index)
        mixed = (gone * np.uint16(_ONE - weight) + come * np.uint16(weight) + np.uint16(_ONE // 2)) >> 8
        _view(plane)[...] = mixed.astype(np.uint8)
    return target


def _plane(frame: RawPicture | None, index: int) -> NDArray[np.uint16]:
    if frame is None:
        return np.array(_BLACK[index], np.uint16)
    return _view(frame.planes[index]).astype(np.uint16)


def _view(plane: Any) -> NDArray[np.uint8]:
    rows = np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)
    return rows[: plane.height, : plane.width]
