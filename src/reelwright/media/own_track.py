"""A person's own music: checked early, then trimmed or looped to the film's length with a real ending."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from reelwright.errors import BadInput, UnreadableMedia
from reelwright.media.libav import av
from reelwright.media.loudness import Channels
from reelwright.media.probe import opened
from reelwright.media.wav import write_wav

_RATE_HZ = 48_000
_SHORTEST_S = 1.0
_SPARE_S = 20.0
"""How much silence at the start of a track is skipped at most."""
_QUIET = 10 ** (-50 / 20)
_SILENT_END_S = 0.35
_FADE_S, _FADE_SHARE = 3.0, 0.25
_SEAM_S, _SEARCH_S, _TICK = 1.2, 1.0, 480
_MEDIA_TYPES = {
    "wav": "audio/wav", "mp3": "audio/mpeg", "flac": "audio/flac", "ogg": "audio/ogg",
    "mov,mp4,m4a,3gp,3g2,mj2": "audio/mp4", "aiff": "audio/aiff", "aac": "audio/aac", "matroska,webm": "audio/webm",
}  # fmt: skip


@dataclass(frozen=True)
class Fitted:
    """How a track was made to fit."""

    loops: int
    """How often it is heard from its start; 1 where it was long enough."""
    is_silent: bool


def check_track(track: str | Path) -> str:
    """Makes sure that a file is music that can be read; its media type.

    Args:
        track: As it was given; an empty text names no file.

    Raises:
        BadInput: Naming the file, what is wrong with it and what is allowed.
    """
    path = Path(track)
    hint = "Give a WAV, MP3, M4A, FLAC or OGG file with --music, or leave it out for a composed score."
    if not str(track).strip():
        raise BadInput(f"--music {str(track)!r} names no file", hint=hint)
    if path.is_dir():
        raise BadInput(f"--music {str(path)!r} is a folder; it must be one file of music", hint=hint)
    if path.exists() and not path.is_file():
        raise BadInput(f"--music {str(path)!r} is a device or a pipe; it must be a file on disk", hint=hint)
    if not path.is_file():
        raise BadInput(f"--music: there is no file {str(path)!r}", hint=hint)
    if path.stat().st_size == 0:
        raise BadInput(f"--music {str(path)!r} is empty", hint=hint)
    try:
        samples = _decoded(path, _SHORTEST_S)
        with opened(path) as container:
            kind = str(container.format.name)
    except UnreadableMedia as problem:
        raise BadInput(f"--music {str(path)!r} is no sound that can be read: {problem.message}", hint=hint) from problem
    if len(samples) < _SHORTEST_S * _RATE_HZ:
        raise BadInput(f"--music {str(path)!r} lasts under {_SHORTEST_S:g} s; a track is longer", hint=hint)
    return _MEDIA_TYPES.get(kind, "audio/x-unknown")


def fit_track(path: Path, duration_s: float, out: Path) -> Fitted:
    """Writes the track as a WAV (stereo, 48 kHz) of exactly ``round(duration_s * 48000)`` samples.

    Silence at its start is skipped; a short track goes round with a crossfade where its beats meet; the end is faded
    as music is, into silence.

    Raises:
        UnreadableMedia: If it cannot be read.
    """
    count = round(duration_s * _RATE_HZ)
    samples = _trimmed(_decoded(path, duration_s + _SPARE_S))
    if not len(samples):
        write_wav(out, np.zeros((count, 2), np.float32), _RATE_HZ)
        return Fitted(1, is_silent=True)
    looped, loops = _looped(samples, count)
    silent = count - round(_SILENT_END_S * _RATE_HZ)
    fade = min(silent, round(min(_FADE_S, duration_s * _FADE_SHARE) * _RATE_HZ))
    looped[silent - fade : silent] *= np.square(np.cos(np.linspace(0, np.pi / 2, fade, dtype=np.float32)))[:, None]
    looped[silent:] = 0
    edge = _RATE_HZ // 100
    looped[:edge] *= np.linspace(0, 1, edge, dtype=np.float32)[:, None]
    top = float(np.abs(looped).max())
    write_wav(out, looped / np.float32(max(1.0, top)), _RATE_HZ)
    return Fitted(loops, is_silent=False)


def _decoded(path: Path, most_s: float) -> Channels:
    """The first seconds of a file's sound, shape (samples, 2), at 48 kHz."""
    resampler = av.AudioResampler(format="fltp", layout="stereo", rate=_RATE_HZ)
    parts: list[Channels] = []
    size, most = 0, round(most_s * _RATE_HZ)
    with opened(path) as container:
        if not container.streams.audio:
            raise UnreadableMedia(f"{str(path)!r} holds no sound")
        for frame in container.decode(audio=0):
            for part in resampler.resample(frame):
                parts.append(part.to_ndarray().T)
                size += len(parts[-1])
            if size >= most:
                break
        else:
            parts += [part.to_ndarray().T for part in resampler.resample(None)]
    if not parts:
        return np.zeros((0, 2), np.float32)
    return np.ascontiguousarray(np.concatenate(parts)[:most], dtype=np.float32)


def _trimmed(samples: Channels) -> Channels:
    """Without the silence at both ends."""
    if not len(samples):
        return samples
    loud = np.flatnonzero(np.abs(samples).max(axis=1) > _QUIET * max(float(np.abs(samples).max()), 1e-4))
    return samples[loud[0] : loud[-1] + 1] if loud.size else samples[:0]


def _looped(samples: Channels, count: int) -> tuple[Channels, int]:
    if len(samples) >= count:
        return samples[:count].copy(), 1
    seam = min(round(_SEAM_S * _RATE_HZ), len(samples) // 4)
    turn = _turning_point(samples, seam)
    rise = np.sin(np.linspace(0, np.pi / 2, seam, dtype=np.float32))[:, None]
    out = np.zeros((count + len(samples), 2), np.float32)
    at, loops = 0, 0
    while at < count:
        part = samples[: turn + seam].copy()
        if loops:
            part[:seam] *= rise
        part[turn:] *= rise[::-1]
        out[at : at + len(part)] += part
        at += turn
        loops += 1
    return out[:count], loops


def _turning_point(samples: Channels, seam: int) -> int:
    """Where to go back to the start: there the strokes of the last seconds fall on those of the first."""
    latest = len(samples) - seam
    search = min(round(_SEARCH_S * _RATE_HZ), latest // 2)
    head = _strokes(samples[:seam])
    tail = _strokes(samples[latest - search :])
    if len(head) < 8:
        return latest
    fits = [float(tail[at : at + len(head)] @ head) for at in range(max(1, len(tail) - len(head)))]
    return min(latest, latest - search + int(np.argmax(fits)) * _TICK)


def _strokes(samples: Channels) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Where energy rises, per 10 ms."""
    steps = len(samples) // _TICK
    energy = np.square(samples[: steps * _TICK], dtype=np.float64).reshape(steps, -1).sum(axis=1)
    return np.maximum(np.diff(np.log(energy + 1e-6)), 0)
