"""Another sample rate without new tones: band-limited, in the frequency domain."""

from math import gcd

import numpy as np
from numpy.typing import NDArray

from reelwright.media.loudness import fast_length


def resample(samples: NDArray[np.float32], from_hz: int, to_hz: int) -> NDArray[np.float32]:
    """The same sound at another rate.

    Args:
        samples: Shape (samples,), one channel.
        from_hz: Its rate.
        to_hz: The wanted rate; a lower one removes what lies above half of it.

    Returns:
        Shape (round(samples * to_hz / from_hz),).
    """
    if from_hz == to_hz or not samples.size:
        return samples
    unit = from_hz // gcd(from_hz, to_hz)
    guard = from_hz // 50
    size = fast_length(-(-(len(samples) + guard) // unit)) * unit
    out_size = size // unit * (to_hz // gcd(from_hz, to_hz))
    spectrum = np.fft.rfft(samples, size)
    bins = out_size // 2 + 1
    kept = np.zeros(bins, spectrum.dtype)
    shared = min(bins, len(spectrum)) - 1
    kept[:shared] = spectrum[:shared]
    wide = np.fft.irfft(kept, out_size) * (out_size / size)
    return wide[: round(len(samples) * to_hz / from_hz)].astype(np.float32)
