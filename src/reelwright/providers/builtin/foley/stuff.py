"""What sound effects are made of: endless noise, sprinkled grains, slow chance. All mono, 48 kHz, float32."""

from collections.abc import Iterable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from reelwright.media.dynamics import at_audio_rate
from reelwright.providers.builtin.composer.waves import RATE_HZ, Sound, Wave, noise_band, shaped

_TURN, _SPRINKLE_TURN = 1 << 17, 1 << 18
"""Samples after which a bed of noise (2.7 s) or what is sprinkled (5.5 s) comes round again, without a seam."""


@lru_cache(maxsize=32)
def _turn(low_hz: float, high_hz: float, tilt: float) -> Sound:
    return noise_band(round(low_hz), _TURN / RATE_HZ, low_hz, high_hz, tilt)


def bed(seed: int, length_s: float, low_hz: float, high_hz: float, tilt: float = 0.0) -> Sound:
    """Noise of any length, root mean square 1; a new array. The dice say where in its turn it begins."""
    begin = int(np.random.default_rng(seed).integers(_TURN))
    count = round(length_s * RATE_HZ)
    return np.resize(_turn(low_hz, high_hz, tilt), begin + count)[begin:]


def sprinkled(seed: int, length_s: float, per_second: float, grain: Wave, spread: float = 1.0) -> Sound:
    """A grain many times over at random times and strengths, as rain drops and sparks are.

    Args:
        seed: Dice.
        length_s: Length.
        per_second: Grains.
        grain: The sound of one.
        spread: How unequal they are.
    """
    rng = np.random.default_rng(seed)
    size = min(_SPRINKLE_TURN, 1 << max(10, (round(length_s * RATE_HZ) - 1).bit_length()))
    count = max(1, round(per_second * size / RATE_HZ))
    hits = np.zeros(size, np.float32)
    strength = rng.exponential(1.0, count) ** spread * rng.choice((-1.0, 1.0), count)
    np.add.at(hits, rng.integers(0, size, count), strength.astype(np.float32))
    kernel = np.zeros(size, np.float32)
    kernel[: len(grain)] = grain[:size]
    turned = np.fft.irfft(np.fft.rfft(hits) * np.fft.rfft(kernel), size).astype(np.float32)
    return np.resize(turned, round(length_s * RATE_HZ))


def wander(seed: int, length_s: float, every_s: float, low: float, high: float) -> Sound:
    """A slow random curve between two values: gusts, passing cars, talk that rises and falls."""
    rng = np.random.default_rng(seed)
    knots = rng.uniform(0, 1, max(3, int(length_s / every_s) + 3))
    places = (np.arange(len(knots)) - rng.uniform(0, 1)) * every_s * RATE_HZ
    count = round(length_s * RATE_HZ)
    curve = np.interp(np.arange(0, count + 960, 480), places, knots)
    width = max(1, round(every_s * RATE_HZ / 480 / 2))
    smooth = np.convolve(np.pad(curve, width, mode="edge"), np.ones(2 * width + 1) / (2 * width + 1), "valid")
    return at_audio_rate(low + (high - low) * smooth, count)


def placed(length_s: float, events: Iterable[tuple[float, Wave]]) -> Sound:
    """Sounds at their seconds on one track."""
    track = np.zeros(round(length_s * RATE_HZ), np.float32)
    for at_s, sound in events:
        begin = round(at_s * RATE_HZ)
        if 0 <= begin < len(track):
            part = sound[: len(track) - begin]
            track[begin : begin + len(part)] += part
    return track


def burst(seed: int, length_s: float, decay_s: float, low_hz: float, high_hz: float, attack_s: float = 0.002) -> Sound:
    """Noise that is struck and dies."""
    sound = noise_band(seed, length_s, low_hz, high_hz)
    sound *= np.exp(np.arange(len(sound), dtype=np.float32) * np.float32(-1 / (decay_s * RATE_HZ)))
    return shaped(sound, attack_s, length_s, 0.05)


def hump(sound: Wave, peak: float, sharpness: float = 2.0) -> Sound:
    """The sound rising to ``peak`` (a share of its length) and falling after."""
    u = np.linspace(0, 1, len(sound), dtype=np.float32)
    curve = np.where(u < peak, u / peak, (1 - u) / (1 - peak))
    return (sound * np.sin(curve * np.pi / 2) ** sharpness).astype(np.float32)


def glide(pitch_hz: NDArray[np.float64]) -> NDArray[np.float64]:
    """The phase in radians of a tone that has this pitch at each sample; shapes (samples,)."""
    return np.cumsum(pitch_hz) * (2 * np.pi / RATE_HZ)


def throat(
    phase: NDArray[np.float64],
    pitch_hz: NDArray[np.float64],
    formants: tuple[tuple[float, float, float], ...],
    count: int = 18,
) -> Sound:
    """A voiced sound: partials of a gliding tone under resonances of (Hz, width in Hz, gain)."""
    out = np.zeros(len(phase), np.float64)
    for number in range(1, count + 1):
        frequency = number * pitch_hz
        loud = sum(
            (gain * np.exp(-0.5 * np.square((frequency - peak) / width)) for peak, width, gain in formants),
            np.full(len(phase), 0.03),
        )
        out += loud / number**0.5 * np.sin(number * phase)
    return out.astype(np.float32)
