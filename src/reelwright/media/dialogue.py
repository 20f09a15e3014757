"""Several recordings as one, one after the other: a dialogue within a shot."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from reelwright.media.resample import resample
from reelwright.media.wav import Samples, read_wav, write_wav


def join_recordings(parts: Sequence[Path], gap_s: float, out: Path) -> tuple[list[float], float]:
    """Writes the recordings to ``out`` (WAV, mono) with silence between them.

    Args:
        parts: WAV files, at least one; the first one's rate is kept.
        gap_s: Silence between two, in seconds.
        out: File to write.

    Returns:
        Where each begins, and how long the whole is, in seconds.

    Raises:
        UnreadableMedia: If one is no WAV file.
    """
    read = [read_wav(part) for part in parts]
    rate_hz = read[0][1]
    silence = np.zeros(round(gap_s * rate_hz), np.float32)
    joined: list[Samples] = []
    starts, at = [0.0] * len(read), 0
    for number, (samples, own_hz) in enumerate(read):
        if number:
            joined.append(silence)
            at += len(silence)
        mono = resample(samples.mean(axis=1, dtype=np.float32), own_hz, rate_hz)
        starts[number] = at / rate_hz
        joined.append(mono)
        at += len(mono)
    write_wav(out, np.concatenate(joined), rate_hz)
    return starts, at / rate_hz
