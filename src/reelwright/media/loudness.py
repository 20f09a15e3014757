"""How loud a sound is, and how high its true peaks: ITU-R BS.1770-4 in numpy."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Channels = NDArray[np.float32]
"""Shape (samples, channels), full scale is 1."""

_RATE_HZ = 48_000
_BLOCK, _STEP = 19_200, 4_800
_ABSOLUTE_GATE_LUFS = -70.0
_PHASES, _HALF_TAPS = 4, 12
_OVERSHOOT = 0.5
"""No sound of ours rises between its samples to more than twice what they hold."""


def integrated_loudness(samples: Channels) -> float:
    """Gated programme loudness.

    Args:
        samples: Shape (samples, channels), float, full scale 1, at 48 kHz; one or two channels.

    Returns:
        LUFS; ``-inf`` when every 400 ms block is under -70 LUFS (or there is no whole block).

    Source: Recommendation ITU-R BS.1770-4, annex 1.
    """
    power = block_power(samples)
    heard = power[_lufs(power) > _ABSOLUTE_GATE_LUFS]
    if not heard.size:
        return float("-inf")
    relative = float(_lufs(heard.mean())) - 10
    loud = heard[_lufs(heard) > relative]
    return float(_lufs(loud.mean()))


def block_power(samples: Channels) -> NDArray[np.float64]:
    """K-weighted power of each 400 ms block (a new one every 100 ms), summed over the channels; shape (blocks,)."""
    weighted = _k_weighted(samples)
    square = np.square(weighted, dtype=np.float64).sum(axis=1)
    steps = len(square) // _STEP
    if steps < 4:
        return np.zeros(0)
    sums = square[: steps * _STEP].reshape(steps, _STEP).sum(axis=1)
    running = np.concatenate(([0.0], np.cumsum(sums)))
    return (running[4:] - running[:-4]) / _BLOCK


def true_peak(samples: Channels) -> float:
    """Highest inter-sample peak (4 x oversampled) in dBTP; ``-inf`` for digital silence."""
    if not samples.size or not np.any(samples):
        return float("-inf")
    likely = _OVERSHOOT * float(np.abs(samples).max())
    return float(20 * np.log10(true_peak_envelope(samples, 480, likely).max()))


def true_peak_envelope(samples: Channels, block: int, floor: float = 0.0) -> NDArray[np.float32]:
    """True peak of each block of ``block`` samples, all channels together, as an amplitude; shape (blocks,).

    Args:
        samples: Shape (samples, channels).
        block: Samples of a block.
        floor: Blocks whose samples stay under it are not looked at between their samples, which saves most of the work.
    """
    count = -(-len(samples) // block)
    reach = _HALF_TAPS
    padded = np.zeros(count * block + 2 * reach, np.float32)
    peaks = np.zeros(count, np.float32)
    for channel in samples.T:
        padded[reach : reach + len(channel)] = channel
        own = np.abs(padded[reach:-reach]).reshape(count, block).max(axis=1)
        np.maximum(peaks, own, out=peaks)
        busy = np.flatnonzero(own > floor)
        if not len(busy):
            continue
        windows = np.lib.stride_tricks.sliding_window_view(padded, block + 2 * reach)[busy * block]
        flat = np.ascontiguousarray(windows).ravel()
        for taps in _interpolators():
            between = np.abs(np.convolve(flat, taps, "same")).reshape(len(busy), -1)[:, reach:-reach]
            peaks[busy] = np.maximum(peaks[busy], between.max(axis=1))
    return peaks


@lru_cache(maxsize=1)
def _interpolators() -> tuple[NDArray[np.float32], ...]:
    """Windowed sincs that read the signal a quarter, a half and three quarters of a sample after each sample."""
    found: list[NDArray[np.float32]] = []
    for phase in range(1, _PHASES):
        distance = np.arange(-_HALF_TAPS, _HALF_TAPS + 1) + phase / _PHASES
        inside = np.clip(1 - np.square(distance / (_HALF_TAPS + 1)), 0, None)
        taps = np.sinc(distance) * np.i0(8.0 * np.sqrt(inside)) / np.i0(8.0)
        found.append((taps / taps.sum()).astype(np.float32))
    return tuple(found)


def _k_weighted(samples: Channels) -> Channels:
    size = fast_length(len(samples) + _RATE_HZ // 4)
    shape = _k_response(size)[:, None]
    spectrum = np.fft.rfft(samples, size, axis=0) * shape
    return np.fft.irfft(spectrum, size, axis=0)[: len(samples)].astype(np.float32, copy=False)


@lru_cache(maxsize=4)
def _k_response(size: int) -> NDArray[np.complex64]:
    """The pre-filter and the RLB high-pass of BS.1770 at 48 kHz, on the bins of a real transform of ``size``."""
    z = np.exp(-2j * np.pi * np.arange(size // 2 + 1) / size)
    square = z * z
    shelf = (1.53512485958697 - 2.69169618940638 * z + 1.19839281085285 * square) / (
        1 - 1.69065929318241 * z + 0.73248077421585 * square
    )
    high_pass = (1 - 2 * z + square) / (1 - 1.99004745483398 * z + 0.99007225036621 * square)
    return (shelf * high_pass).astype(np.complex64)


def fast_length(count: int) -> int:
    """The smallest length of at least ``count`` whose only prime factors are 2, 3 and 5: quick to transform."""
    best = 1 << max(1, (count - 1).bit_length())
    fives = 1
    while fives < best:
        threes = fives
        while threes < best:
            twos = -(-count // threes)
            best = min(best, threes << max(1, (twos - 1).bit_length()))
            threes *= 3
        fives *= 5
    return best


def _lufs(power: NDArray[np.float64] | np.float64) -> NDArray[np.float64]:
    return -0.691 + 10 * np.log10(np.maximum(power, 1e-20))
