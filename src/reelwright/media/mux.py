"""Writing packets of picture, sound and captions into one MP4 with exact times."""

import heapq
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from reelwright.errors import MediaError, UnreadableMedia
from reelwright.film.sound import Caption
from reelwright.media.libav import RawSound, av
from reelwright.media.probe import opened

SAMPLE_RATE_HZ = 48_000
AUDIO_BITS_PER_S = 160_000
REORDERED_FRAMES = 2
"""Our coder's B-frames let a packet be decoded this many frames before it is shown, never more."""
_MILLISECONDS = Fraction(1, 1000)


@dataclass(frozen=True)
class Piece:
    """A stretch of the film: packets in decoding order whose ``pts`` counts frames from the stretch's start."""

    frame_count: int
    packets: Iterator[Any]


def copied(source: Path | BinaryIO, start: int, stop: int) -> Iterator[Any]:
    """Packets of the frames ``start`` to before ``stop``, with ``pts`` in frames from ``start``.

    Raises:
        MediaError: If no closed group of pictures begins at ``start`` or at ``stop``.
    """
    with _open(source) as container:
        stream = container.streams.video[0]
        tick = 1 / (stream.average_rate * stream.time_base)
        origin = stream.start_time or 0
        found = 0
        for packet in container.demux(stream):
            if packet.pts is None:
                continue
            number = round((packet.pts - origin) / tick)
            if not start <= number < stop:
                continue
            if not found and not (packet.is_keyframe and number == start):
                raise MediaError(f"{container.name!r} has no keyframe at frame {start}")
            found += 1
            packet.pts = number - start
            yield packet
        if found != stop - start:
            raise MediaError(f"{container.name!r} has {found} of the {stop - start} frames from {start}")


@contextmanager
def _open(source: Path | BinaryIO) -> Generator[Any, None, None]:
    if isinstance(source, Path):
        with opened(source) as container:
            yield container
    else:
        with av.open(source) as container:
            yield container


class FilmWriter:
    """An MP4 with one picture stream, AAC sound and a soft caption track; its index stands at the front.

    Args:
        out: The file to write.
        template: A take whose parameter sets hold for all packets.
        rate: Frames per second.
        title: For the file's metadata.
        language: ISO 639-2 code of sound and captions.
    """

    def __init__(self, out: Path, template: Path, rate: Fraction, *, title: str, language: str) -> None:
        self._rate, self._language = rate, language
        ticks = lcm(SAMPLE_RATE_HZ, rate.numerator)
        options = {"movflags": "+faststart", "movie_timescale": str(ticks)}
        try:
            self._container = av.open(f"file:{out.absolute()}", "w", format="mp4", options=options)
        except (av.FFmpegError, OSError) as problem:
            raise MediaError(f"{str(out)!r} cannot be written: {problem}") from problem
        if title:
            self._container.metadata["title"] = title
        with opened(template) as source:
            self._video: Any = self._container.add_stream_from_template(source.streams.video[0])
        self._video.time_base = 1 / rate

    def write(
        self,
        pieces: Iterator[Piece],
        audio_path: Path | None,
        captions: Sequence[Caption],
        *,
        frame_count: int,
    ) -> None:
        """Writes everything, interleaved.

        Raises:
            MediaError: If the pieces do not add up to ``frame_count``, or the disk is full.
        """
        end = frame_count / self._rate
        streams = [self._picture(pieces, frame_count)]
        if audio_path is not None:
            streams.append(self._sound(audio_path, round(end * SAMPLE_RATE_HZ)))
        if captions:
            streams.append(self._captions(captions, float(end)))
        try:
            for _, _, packet in heapq.merge(*streams, key=lambda entry: entry[:2]):
                self._container.mux(packet)
        except av.FFmpegError as problem:
            raise MediaError(f"the film could not be written: {problem}") from problem

    def _picture(self, pieces: Iterator[Piece], frame_count: int) -> Iterator[tuple[float, int, Any]]:
        decoded = offset = 0
        for piece in pieces:
            for packet in piece.packets:
                packet.time_base = 1 / self._rate
                packet.pts += offset
                packet.dts = decoded - REORDERED_FRAMES
                packet.duration = 1
                packet.stream = self._video
                decoded += 1
                yield float(packet.dts / self._rate), 0, packet
            offset += piece.frame_count
        if not decoded == offset == frame_count:
            raise MediaError(f"the cut has {decoded} frames, not {frame_count}")

    def _sound(self, path: Path, sample_count: int) -> Iterator[tuple[float, int, Any]]:
        if is_coded_sound(path, sample_count):
            return self._copied_sound(path)
        stream: Any = self._container.add_stream("aac", rate=SAMPLE_RATE_HZ, layout="stereo")
        stream.bit_rate = AUDIO_BITS_PER_S
        stream.metadata["language"] = self._language
        return self._sound_packets(stream, path, sample_count)

    def _sound_packets(self, stream: Any, path: Path, sample_count: int) -> Iterator[tuple[float, int, Any]]:
        for frame in _exact_sound(path, sample_count):
            for packet in stream.encode(frame):
                yield float(packet.dts * packet.time_base), 1, packet
        for packet in stream.encode(None):
            yield float(packet.dts * packet.time_base), 1, packet

    def _copied_sound(self, path: Path) -> Iterator[tuple[float, int, Any]]:
        with opened(path) as source:
            stream: Any = self._container.add_stream_from_template(source.streams.audio[0])
        stream.metadata["language"] = self._language
        return _sound_of(path, stream)

    def _captions(self, captions: Sequence[Caption], end_s: float) -> Iterator[tuple[float, int, Any]]:
        stream: Any = self._container.add_mux_stream("mov_text")
        stream.time_base = _MILLISECONDS
        stream.metadata["language"] = self._language
        stream.disposition = av.stream.Disposition.default
        return ((start / 1000, 2, _cue(stream, start, stop, text)) for start, stop, text in _track(captions, end_s))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._container.close()
        except (av.FFmpegError, OSError) as failure:
            if kind is None:
                raise MediaError(f"the film could not be written: {failure}") from failure


def code_sound(source: Path, sample_count: int, out: Path) -> None:
    """Codes a sound once as the AAC that films carry, cut or padded to ``sample_count`` samples (48 kHz, stereo).

    Raises:
        UnreadableMedia: If the source holds no sound.
        MediaError: If the file cannot be written.
    """
    try:
        with av.open(f"file:{out.absolute()}", "w", format="mp4") as container:
            stream: Any = container.add_stream("aac", rate=SAMPLE_RATE_HZ, layout="stereo")
            stream.bit_rate = AUDIO_BITS_PER_S
            for frame in (*_exact_sound(source, sample_count), None):
                container.mux(stream.encode(frame))
    except av.FFmpegError as problem:
        raise MediaError(f"{str(out)!r} cannot be written: {problem}") from problem


def is_coded_sound(path: Path, sample_count: int) -> bool:
    """Whether a file is what ``code_sound`` writes for that many samples, and can be copied."""
    with opened(path) as source:
        sounds = source.streams.audio
        if not sounds or sounds[0].codec_context.name != "aac" or sounds[0].duration is None:
            return False
        fits = (sounds[0].rate, sounds[0].channels) == (SAMPLE_RATE_HZ, 2)
        length = round(sounds[0].duration * sounds[0].time_base * SAMPLE_RATE_HZ)
    return fits and abs(length - sample_count) <= 1


def _sound_of(path: Path, stream: Any) -> Iterator[tuple[float, int, Any]]:
    with opened(path) as source:
        for packet in source.demux(audio=0):
            if packet.dts is None:
                continue
            at = float(packet.dts * packet.time_base)
            packet.stream = stream
            yield at, 1, packet


def _track(captions: Sequence[Caption], end_s: float) -> Iterator[tuple[int, int, str]]:
    """Captions and the empty stretches between them, in milliseconds, without a hole, up to the film's end."""
    at = 0
    for caption in captions:
        start = max(at, round(caption.start_s * 1000))
        stop = min(round(caption.end_s * 1000), round(end_s * 1000))
        if stop <= start:
            continue
        if start > at:
            yield at, start, ""
        yield start, stop, "\n".join(caption.lines)
        at = stop
    if at < round(end_s * 1000):
        yield at, round(end_s * 1000), ""


def _cue(stream: Any, start_ms: int, stop_ms: int, text: str) -> Any:
    body = text.encode()
    packet: Any = av.Packet(len(body).to_bytes(2, "big") + body)
    packet.stream = stream
    packet.time_base = _MILLISECONDS
    packet.pts = packet.dts = start_ms
    packet.duration = stop_ms - start_ms
    return packet


def _exact_sound(path: Path, sample_count: int) -> Iterator[RawSound]:
    """The sound in AAC-sized frames, cut or padded with silence to ``sample_count`` samples."""
    import numpy as np

    from reelwright.media.decode import read_sound

    sound = read_sound(path, SAMPLE_RATE_HZ)
    if not len(sound):
        raise UnreadableMedia(f"{str(path)!r} holds no sound")
    exact = np.zeros((2, sample_count), np.float32)
    count = min(len(sound), sample_count)
    exact[:, :count] = sound[:count].T
    for start in range(0, sample_count, 1024):
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(exact[:, start : start + 1024]), "fltp", "stereo")
        frame.sample_rate, frame.pts, frame.time_base = SAMPLE_RATE_HZ, start, Fraction(1, SAMPLE_RATE_HZ)
        yield frame
