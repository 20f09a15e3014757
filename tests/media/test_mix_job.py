"""What leaves the mix is coded, and it is the coded sound that keeps the ceiling."""

from pathlib import Path

import numpy as np
import pytest

from reelwright.media.decode import read_sound
from reelwright.media.jobs import CEILING_DBTP, mix_job
from reelwright.media.loudness import true_peak
from reelwright.media.wav import write_wav

RATE_HZ = 24_000


def bursts(seed: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """Four seconds of a hum with bursts of noise, as consonants are: what coding overshoots on."""
    dice = np.random.default_rng(seed)
    sound = 0.05 * np.sin(np.arange(4 * RATE_HZ) * 0.05)
    for at in dice.integers(RATE_HZ // 2, 3 * RATE_HZ, 12):
        sound[at : at + 2400] += 0.5 * dice.choice([-1.0, 1.0], 2400) * np.exp(-np.arange(2400) / 600)
    return sound.astype(np.float32)


@pytest.mark.parametrize("seed", range(4))
def test_the_coded_sound_keeps_the_ceiling(tmp_path: Path, seed: int) -> None:
    write_wav(tmp_path / "voice.wav", bursts(seed), RATE_HZ)
    out = tmp_path / "mix.m4a"
    said = mix_job([(tmp_path / "voice.wav", 0.0)], None, 4.0, out)
    peak_dbtp = true_peak(read_sound(out)[: 4 * 48_000])
    assert peak_dbtp <= CEILING_DBTP
    assert said["true_peak_dbtp"] == pytest.approx(peak_dbtp)


def test_silence_has_no_figures(tmp_path: Path) -> None:
    said = mix_job([], None, 2.0, tmp_path / "mix.m4a")
    assert (said["loudness_lufs"], said["true_peak_dbtp"]) == (None, None)
    assert (tmp_path / "mix.m4a").stat().st_size > 0
