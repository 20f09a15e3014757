"""Bringing a foreign take into the shape the cut needs."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reelwright.errors import UnreadableMedia
from reelwright.media.decode import raw_frames
from reelwright.media.encode import TakeEncoder
from reelwright.media.libav import RawPicture, av
from reelwright.media.probe import MediaFacts, opened


def fits(facts: MediaFacts, width_px: int, height_px: int, rate: Fraction, frame_count: int) -> str:
    """Why a take cannot be joined as it is; empty when it can."""
    if (facts.width_px, facts.height_px) != (width_px, height_px):
        return f"is {facts.width_px}x{facts.height_px}, not {width_px}x{height_px}"
    if facts.rate != rate:
        return f"runs at {facts.rate} frames per second, not {rate}"
    if facts.frame_count != frame_count:
        return f"has {facts.frame_count} frames, not {frame_count}"
    if facts.codec != "h264" or facts.extradata != parameter_sets(width_px, height_px, rate):
        return "was coded with other settings"
    return ""


@lru_cache(maxsize=16)
def parameter_sets(width_px: int, height_px: int, rate: Fraction) -> bytes:
    """What our coder writes for this size and rate, whatever the pictures and the quality."""
    target = BytesIO()
    with TakeEncoder(target, width_px, height_px, rate) as encoder:
        encoder.write(np.zeros((height_px, width_px, 4), np.uint8))
    target.seek(0)
    with av.open(target) as container:
        return container.streams.video[0].codec_context.extradata or b""


def conform(
    source: Path,
    out: Path,
    width_px: int,
    height_px: int,
    rate: Fraction,
    frame_count: int,
    keyframes: Sequence[int] = (),
) -> int:
    """Codes a foreign take anew: its size covered and cropped, its rate resampled, its length cut or its end held.

    Args:
        source: Any film file.
        out: The MP4 to write.
        width_px: Even.
        height_px: Even.
        rate: Frames per second wanted.
        frame_count: Frames wanted.
        keyframes: Where the cut will copy the stream, from ``keyframes_for``.

    Returns:
        How many frames at the end repeat the last one because the take was too short.

    Raises:
        UnreadableMedia: If the file cannot be read.
        MediaError: If the result cannot be written.
    """
    written = 0
    last: RawPicture | None = None
    with TakeEncoder(out, width_px, height_px, rate, keyframes=keyframes) as encoder:
        for frame in _resampled(source, rate, frame_count):
            last = _covered(frame, width_px, height_px)
            encoder.write_frame(last)
            written += 1
        if last is None:
            raise UnreadableMedia(f"{str(source)!r} holds no frames")
        for _ in range(frame_count - written):
            encoder.write_frame(last)
    return frame_count - written


def _resampled(source: Path, rate: Fraction, frame_count: int) -> Iterator[RawPicture]:
    """For every frame time of the film the frame of the source that is shown then."""
    with opened(source) as container:
        origin = container.streams.video[0].start_time or 0 if container.streams.video else 0
    shown, number = None, 0
    for frame in raw_frames(source):
        assert frame.pts is not None
        assert frame.time_base is not None
        starts = (frame.pts - origin) * frame.time_base
        while shown is not None and number < frame_count and (number + Fraction(1, 2)) / rate < starts:
            yield shown
            number += 1
        shown = frame
        if number >= frame_count:
            return
    if shown is not None and number < frame_count:
        yield shown


def _covered(frame: RawPicture, width_px: int, height_px: int) -> RawPicture:
    """The picture scaled to cover the frame and cropped in the middle, as yuv420p BT.709 limited."""
    scale = max(Fraction(width_px, frame.width), Fraction(height_px, frame.height))
    wide, high = (
        max(side, -(-round(old * scale) // 2) * 2) for side, old in ((width_px, frame.width), (height_px, frame.height))
    )
    full = "yuvj" in frame.format.name or frame.color_range == 2
    matrix = "ITU709" if frame.colorspace in (1, 2) or frame.format.name.startswith(("rgb", "bgr", "gbr")) else "ITU601"
    scaled = frame.reformat(
        wide,
        high,
        "yuv420p",
        src_colorspace=matrix,
        dst_colorspace="ITU709",
        src_color_range="JPEG" if full else "MPEG",
        dst_color_range="MPEG",
        interpolation="BICUBIC",
    )
    if (wide, high) == (width_px, height_px):
        return scaled
    planes = scaled.to_ndarray()
    return _cropped(planes, wide, high, width_px, height_px)


def _cropped(planes: NDArray[np.uint8], wide: int, high: int, width_px: int, height_px: int) -> RawPicture:
    left, top = (wide - width_px) // 4 * 2, (high - height_px) // 4 * 2
    luma = planes[:high][top : top + height_px, left : left + width_px]
    chroma = planes[high:].reshape(2, high // 2, wide // 2)
    half = chroma[:, top // 2 : (top + height_px) // 2, left // 2 : (left + width_px) // 2]
    flat = np.concatenate([luma.reshape(-1), half.reshape(-1)]).reshape(height_px * 3 // 2, width_px)
    return av.VideoFrame.from_ndarray(np.ascontiguousarray(flat), format="yuv420p")
