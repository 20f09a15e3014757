"""What a media file holds, without decoding it."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from reelwright.errors import UnreadableMedia
from reelwright.media.libav import av

BT709 = 1
LIMITED = 1


@dataclass(frozen=True)
class AudioFacts:
    """The sound of a file."""

    codec: str
    sample_rate_hz: int
    channels: int
    duration_s: float


@dataclass(frozen=True)
class MediaFacts:
    """The picture of a file, and what goes with it."""

    codec: str
    pixel_format: str
    width_px: int
    height_px: int
    rate: Fraction
    frame_count: int
    duration_s: float
    """Of the picture alone."""
    container_duration_s: float
    primaries: int
    transfer: int
    matrix: int
    range: int
    """The last four as in ITU-T H.273; 1 means BT.709 for three of them and limited for the range."""
    keyframes: tuple[int, ...]
    extradata: bytes
    """Parameter sets; equal ones allow streams to be joined without coding again."""
    audio: AudioFacts | None
    subtitles: int
    """The number of soft caption tracks."""
    title: str

    @property
    def is_tagged_bt709(self) -> bool:
        """Whether players are told how to read the colours: BT.709, limited range."""
        return (self.primaries, self.transfer, self.matrix, self.range) == (BT709, BT709, BT709, LIMITED)


@contextmanager
def opened(path: Path) -> Generator[Any, None, None]:
    """A local file opened for reading by PyAV.

    Raises:
        UnreadableMedia: If it is missing, or is no media file; also for errors while the block reads it.
    """
    try:
        with av.open(f"file:{path.absolute()}", options={"protocol_whitelist": "file"}) as container:
            yield container
    except FileNotFoundError:
        raise UnreadableMedia(f"there is no file {str(path)!r}") from None
    except av.FFmpegError as problem:
        raise UnreadableMedia(f"{str(path)!r} cannot be read as picture or sound: {problem.strerror}") from problem


def probe(path: Path) -> MediaFacts:
    """Counts the packets of the picture and reads the headers.

    Raises:
        UnreadableMedia: If the file is missing, no media file or without picture.
    """
    with opened(path) as container:
        if not container.streams.video:
            raise UnreadableMedia(f"{str(path)!r} holds no picture")
        stream = container.streams.video[0]
        times, keys = _times(container, stream)
        return _facts(container, stream, times, keys)


def _times(container: Any, stream: Any) -> tuple[list[int], tuple[int, ...]]:
    """Presentation times in order, and the frames that are keyframes."""
    packets = [packet for packet in container.demux(stream) if packet.pts is not None]
    times = sorted(packet.pts for packet in packets)
    index = {pts: number for number, pts in enumerate(times)}
    return times, tuple(sorted(index[packet.pts] for packet in packets if packet.is_keyframe))


def _facts(container: Any, stream: Any, times: list[int], keys: tuple[int, ...]) -> MediaFacts:
    context = stream.codec_context
    rate = Fraction(stream.average_rate or stream.guessed_rate or 0)
    if not times or not rate:
        raise UnreadableMedia(f"{container.name!r} holds no frames")
    return MediaFacts(
        codec=context.name,
        pixel_format=str(context.pix_fmt),
        width_px=context.width,
        height_px=context.height,
        rate=rate,
        frame_count=len(times),
        duration_s=float((times[-1] - times[0]) * stream.time_base + 1 / rate),
        container_duration_s=(container.duration or 0) / av.time_base,
        primaries=context.color_primaries,
        transfer=context.color_trc,
        matrix=context.colorspace,
        range=context.color_range,
        keyframes=keys,
        extradata=context.extradata or b"",
        audio=_audio(container),
        subtitles=len(container.streams.subtitles),
        title=container.metadata.get("title", ""),
    )


def _audio(container: Any) -> AudioFacts | None:
    if not container.streams.audio:
        return None
    stream = container.streams.audio[0]
    duration = float(stream.duration * stream.time_base) if stream.duration else 0.0
    context = stream.codec_context
    return AudioFacts(context.name, context.sample_rate, context.channels, duration)
