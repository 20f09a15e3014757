"""Coding pictures as H.264, always with the same settings, so that files can be joined without coding again."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

import numpy as np
from numpy.typing import NDArray

from reelwright.errors import MediaError
from reelwright.media.libav import RawPicture, av
from reelwright.media.probe import BT709, LIMITED

Pixels = NDArray[np.uint8]
"""Shape (height, width, 4), sRGB with alpha that is ignored."""

CRF = 23
PRESET = "superfast"
KEYFRAME_EVERY_S = 4
"""At least this often, so that players seek well."""


def coder_options(crf: float, preset: str, rate: Fraction) -> dict[str, str]:
    """Options of libx264. None of them depends on the content, so equal sizes and rates give equal parameter sets.

    ``stitchable`` keeps the picture parameter set apart from the quality; groups of pictures are closed; one thread
    keeps the bytes the same on every machine with the same library. ``mbtree`` is off because with B-frames its
    assembler reads memory that was never written: the same pictures then gave other bytes from run to run.
    """
    parameters = {
        "stitchable": 1,
        "open-gop": 0,
        "keyint": round(rate * KEYFRAME_EVERY_S),
        "min-keyint": 1,
        "scenecut": 0,
        "threads": 1,
        "lookahead-threads": 1,
        "sliced-threads": 0,
        "mbtree": 0,
        "weightp": 0,
        "b-adapt": 0,
        "me": "dia",
        "bframes": 2,
        "subme": 1,
        "ref": 1,
    }
    return {
        "preset": preset,
        "crf": f"{crf:g}",
        "forced-idr": "1",
        "x264-params": ":".join(f"{name}={value}" for name, value in parameters.items()),
    }


class TakeEncoder:
    """Writes an MP4 (H.264, yuv420p, BT.709 limited range, tagged) frame by frame; use it as a context manager.

    Args:
        target: Where to write: a path, or an open binary file.
        width_px: Even.
        height_px: Even.
        rate: Frames per second.
        keyframes: Frames that begin a closed group, so that the stream can be cut before them. Frame 0 always does.
        crf: libx264's quality, lower is better.
        preset: libx264's preset.

    Raises:
        MediaError: If the size is odd, the disk is full or the coder refuses.
    """

    def __init__(
        self,
        target: Path | BinaryIO,
        width_px: int,
        height_px: int,
        rate: Fraction,
        *,
        keyframes: Sequence[int] = (),
        crf: float = CRF,
        preset: str = PRESET,
    ) -> None:
        if width_px % 2 or height_px % 2:
            raise MediaError(f"a film of {width_px}x{height_px} cannot be coded; both sides must be even")
        self.frame_count = 0
        self._size, self._tick = (width_px, height_px), 1 / rate
        self._keyframes = frozenset((0, *keyframes))
        name = f"file:{target.absolute()}" if isinstance(target, Path) else target
        try:
            self._container = av.open(name, "w", format="mp4")
            self._stream = self._open_stream(rate, coder_options(crf, preset, rate))
        except (av.FFmpegError, OSError) as problem:
            raise MediaError(f"{str(target)!r} cannot be written: {problem}") from problem
        self._reformatter = av.video.reformatter.VideoReformatter()

    def _open_stream(self, rate: Fraction, options: dict[str, str]) -> Any:
        stream: Any = self._container.add_stream("libx264", rate=rate)
        context = stream.codec_context
        stream.width, stream.height = self._size
        stream.pix_fmt = "yuv420p"
        stream.options = options
        context.time_base = self._tick
        context.thread_count = 1
        context.color_primaries = context.color_trc = context.colorspace = BT709
        context.color_range = LIMITED
        return stream

    def write(self, pixels: Pixels, layout: str = "rgba") -> None:
        """Adds one frame; ``layout`` is ``rgba`` or ``bgra``. The array may be used again afterwards."""
        frame = av.VideoFrame.from_numpy_buffer(pixels, format=layout)
        self.write_frame(as_limited_yuv(frame, self._reformatter))

    def write_frame(self, frame: RawPicture) -> None:
        """Adds one frame that is yuv420p, BT.709, limited range already."""
        if (frame.width, frame.height) != self._size:
            raise MediaError(f"a frame of {frame.width}x{frame.height} does not fit into a film of {self._size}")
        number = self.frame_count
        frame.pts, frame.time_base = number, self._tick
        kind = av.video.frame.PictureType
        frame.pict_type = kind.I if number in self._keyframes else kind.NONE
        self._mux(frame)
        self.frame_count = number + 1

    def _mux(self, frame: RawPicture | None) -> None:
        try:
            for packet in self._stream.encode(frame):
                self._container.mux(packet)
        except (av.FFmpegError, OSError) as problem:
            raise MediaError(f"the film could not be written: {problem}") from problem

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._mux(None)
        finally:
            try:
                self._container.close()
            except (av.FFmpegError, OSError) as failure:
                if kind is None:
                    raise MediaError(f"the film could not be written: {failure}") from failure


def as_limited_yuv(frame: RawPicture, reformatter: Any = None) -> RawPicture:
    """An RGB picture as yuv420p in BT.709 with limited range."""
    return (reformatter or av.video.reformatter.VideoReformatter()).reformat(
        frame,
        format="yuv420p",
        dst_colorspace="ITU709",
        src_color_range="JPEG",
        dst_color_range="MPEG",
        interpolation="BILINEAR",
        threads=1,
    )
