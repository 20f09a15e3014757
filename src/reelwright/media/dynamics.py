"""What shapes levels over time: voice compression, ducking and a true-peak limiter."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reelwright.media.loudness import Channels, true_peak_envelope

RATE_HZ = 48_000
_TICK = 480
"""Samples per step of a slow control: 10 ms."""
_BLOCK = 48
"""Samples per step of the limiter: 1 ms."""
_LOOK_AHEAD = 4
_RELEASE_PER_MS = 0.012

Control = NDArray[np.float64]
"""One value per step, shape (steps,)."""


def envelope(samples: NDArray[np.float32]) -> Control:
    """RMS of each 10 ms, shape (steps,)."""
    steps = -(-len(samples) // _TICK)
    padded = np.zeros(steps * _TICK, np.float32)
    padded[: len(samples)] = samples
    return np.sqrt(np.square(padded, dtype=np.float64).reshape(steps, _TICK).mean(axis=1))


def at_audio_rate(control: NDArray[np.floating[Any]], count: int, tick: int = _TICK) -> NDArray[np.float32]:
    """A control drawn out to ``count`` samples, in straight lines between the middles of its steps of ``tick``."""
    edged = np.pad(control, 1, mode="edge").astype(np.float32)
    ramp = np.arange(tick, dtype=np.float32) / np.float32(tick)
    drawn = (edged[:-1, None] + np.diff(edged)[:, None] * ramp).ravel()[tick // 2 :]
    whole = drawn[:count] if len(drawn) >= count else np.pad(drawn, (0, count - len(drawn)), mode="edge")
    return np.asarray(whole, np.float32)


def compressed(voice: NDArray[np.float32], ratio: float = 2.2, knee_db: float = -3.0) -> NDArray[np.float32]:
    """Gentle levelling: what rises over the voice's own average is held back.

    Args:
        voice: Shape (samples,).
        ratio: Decibels in for each decibel out above the threshold.
        knee_db: Threshold relative to the average level of the spoken parts.
    """
    level = envelope(voice)
    if not level.any():
        return voice
    spoken = level[level > 0.05 * level.max()]
    over_db = 20 * np.log10(np.maximum(level, 1e-9)) - 20 * np.log10(np.sqrt(np.mean(spoken**2))) - knee_db
    gain_db = -np.maximum(over_db, 0) * (1 - 1 / ratio)
    return voice * at_audio_rate(10 ** (_glide(gain_db, 0.6, 0.08) / 20), len(voice))


def duck_gain(voice: NDArray[np.float32], depth_db: float = 10.0, accents_s: Sequence[float] = ()) -> Control:
    """Gain for the music under a voice, one value per 10 ms, in [10 ** (-depth_db / 20), 1].

    It falls before the voice sets in, stays down over short pauses and comes back slowly. Where the music lands on
    something just before a line, it falls only with the line, so that the landing is heard.

    Args:
        voice: Shape (samples,).
        depth_db: How far it falls.
        accents_s: Seconds of the music's landings.
    """
    level = envelope(voice)
    if not level.any():
        return np.ones(len(level))
    speaking = level > 0.06 * level.max()
    held = _widened(speaking, before=18, after=45)
    for accent_s in accents_s:
        at = round(accent_s * RATE_HZ / _TICK)
        coming = np.flatnonzero(speaking[max(0, at) :])
        if len(coming) and not speaking[max(0, at - 25) : at].any():
            held[max(0, at - 25) : max(0, at + int(coming[0]) - 3)] = False
    return 10 ** (_glide(np.where(held, -depth_db, 0.0), 0.22, 0.028) / 20)


def _widened(flags: NDArray[np.bool_], before: int, after: int) -> NDArray[np.bool_]:
    """Every True also covers ``before`` steps ahead of it and ``after`` steps behind it."""
    edges = np.zeros(len(flags) + 1, np.int64)
    places = np.flatnonzero(flags)
    np.add.at(edges, np.maximum(places - before, 0), 1)
    np.add.at(edges, np.minimum(places + after + 1, len(flags)), -1)
    return np.cumsum(edges[:-1]) > 0


def _glide(target_db: Control, fall: float, rise: float) -> Control:
    """A control that approaches its target by a share per step, another one down than up."""
    out = np.empty_like(target_db)
    now = float(target_db[0])
    for step, aim in enumerate(target_db.tolist()):
        now += (aim - now) * (fall if aim < now else rise)
        out[step] = now
    return out


def limited(samples: Channels, ceiling: float) -> Channels:
    """The samples with every true peak held at or under ``ceiling`` (an amplitude), without clipping.

    The gain is lowered ahead of a peak over 4 ms and released over about 80 ms, alike in all channels.
    """
    peaks = true_peak_envelope(samples, _BLOCK, floor=0.5 * ceiling)
    need = np.minimum(1.0, ceiling / np.maximum(peaks, 1e-9).astype(np.float64))
    if need.min() >= 1:
        return samples
    reach = 2 * _LOOK_AHEAD + 1
    padded = np.pad(need, _LOOK_AHEAD, mode="edge")
    lowest = np.lib.stride_tricks.sliding_window_view(padded, reach).min(axis=1)
    released = _released(lowest)
    weights = np.hanning(reach + 2)[1:-1]
    smooth: Any = np.convolve(np.pad(released, _LOOK_AHEAD, mode="edge"), weights / weights.sum(), "valid")
    return samples * at_audio_rate(smooth, len(samples), _BLOCK)[:, None]


def _released(lowest: Control) -> Control:
    out = np.empty_like(lowest)
    now = 1.0
    for step, need in enumerate(lowest.tolist()):
        now = min(need, now + (1 - now) * _RELEASE_PER_MS)
        out[step] = now
    return out
