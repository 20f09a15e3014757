"""Reading pictures and sound back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reelwright.errors import UnreadableMedia
from reelwright.media.libav import RawPicture, av
from reelwright.media.probe import opened

RgbPicture = NDArray[np.uint8]
"""Shape (height, width, 3), sRGB."""


def as_rgb(frame: RawPicture) -> RgbPicture:
    """A decoded frame as sRGB pixels; an untagged one is read as BT.709, limited range."""
    full = "yuvj" in frame.format.name or frame.color_range == 2
    converted = frame.reformat(
        format="rgb24",
        src_colorspace="ITU709",
        dst_colorspace="ITU709",
        src_color_range="JPEG" if full else "MPEG",
        dst_color_range="JPEG",
        interpolation="BICUBIC",
    )
    return converted.to_ndarray()


def raw_frames(path: Path, start: int = 0, stop: int | None = None) -> Iterator[RawPicture]:
    """Decoded frames ``start`` to before ``stop`` in the order they are shown, as the file stores them.

    Decoding begins at the keyframe before ``start``.

    Raises:
        UnreadableMedia: If the file cannot be read or has fewer frames.
    """
    if stop is not None and start >= stop:
        return
    with opened(path) as container:
        yield from _counted(container, start, stop, path)


def _counted(container: Any, start: int, stop: int | None, path: Path) -> Iterator[RawPicture]:
    if not container.streams.video:
        raise UnreadableMedia(f"{str(path)!r} holds no picture")
    stream = container.streams.video[0]
    stream.thread_type = "NONE"
    tick = 1 / (stream.average_rate * stream.time_base)
    if start:
        container.seek((stream.start_time or 0) + round(start * tick), stream=stream)
    found = start
    for frame in container.decode(stream):
        number = round((frame.pts - (stream.start_time or 0)) / tick)
        if stop is not None and number >= stop:
            return
        if number >= start:
            yield frame
            found = number + 1
    if stop is not None and found < stop:
        raise UnreadableMedia(f"{str(path)!r} has {found} frames; frame {stop - 1} was asked for")


def rgb_frames(path: Path, start: int = 0, stop: int | None = None) -> Iterator[RgbPicture]:
    """Frames ``start`` to before ``stop`` as sRGB pixels."""
    for frame in raw_frames(path, start, stop):
        yield as_rgb(frame)


def frame_at(path: Path, number: int) -> RgbPicture:
    """One frame, counted from 0.

    Raises:
        UnreadableMedia: If there is no such frame.
    """
    return next(rgb_frames(path, number, number + 1))


def read_sound(path: Path, sample_rate_hz: int = 48_000, channels: int = 2) -> NDArray[np.float32]:
    """The whole sound of a file.

    Returns:
        Shape (samples, channels), float32 in [-1, 1], resampled to ``sample_rate_hz``; edit lists are obeyed.

    Raises:
        UnreadableMedia: If there is none.
    """
    layout = "stereo" if channels == 2 else "mono"
    resampler = av.AudioResampler(format="fltp", layout=layout, rate=sample_rate_hz)
    with opened(path) as container:
        if not container.streams.audio:
            raise UnreadableMedia(f"{str(path)!r} holds no sound")
        frames = [part for frame in container.decode(audio=0) for part in resampler.resample(frame)]
        frames += resampler.resample(None)
    if not frames:
        return np.zeros((0, channels), np.float32)
    return np.ascontiguousarray(np.concatenate([frame.to_ndarray() for frame in frames], axis=1).T, dtype=np.float32)
