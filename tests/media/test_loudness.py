"""Loudness and true peak against an independent meter."""

import importlib
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from reelwright.media.dynamics import RATE_HZ, limited
from reelwright.media.loudness import fast_length, integrated_loudness, true_peak, true_peak_envelope
from reelwright.media.resample import resample

av: Any = importlib.import_module("av")


def tone(frequency_hz: float, length_s: float, amplitude: float, phase: float = 0.0) -> NDArray[np.float32]:
    turn = np.arange(round(length_s * RATE_HZ)) / RATE_HZ * 2 * np.pi * frequency_hz
    return np.repeat((amplitude * np.sin(turn + phase)).astype(np.float32)[:, None], 2, axis=1)


def noise(length_s: float, seed: int) -> NDArray[np.float32]:
    """Noise that swells and falls, with a pause: the gate has something to do."""
    rng = np.random.default_rng(seed)
    count = round(length_s * RATE_HZ)
    swell = 0.02 + 0.2 * np.abs(np.sin(np.arange(count) / RATE_HZ * 1.3))
    swell[count // 2 : count // 2 + RATE_HZ] = 0.0
    return (rng.standard_normal((count, 2)) * swell[:, None]).astype(np.float32)


def by_ebur128(samples: NDArray[np.float32]) -> tuple[float, float]:
    """Integrated loudness and true peak as FFmpeg's filter measures them."""
    graph: Any = av.filter.Graph()
    source = graph.add_abuffer(sample_rate=RATE_HZ, format="flt", layout="stereo", time_base="1/48000")
    meter, sink = graph.add("ebur128", "metadata=1:peak=true"), graph.add("abuffersink")
    source.link_to(meter)
    meter.link_to(sink)
    graph.configure()
    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples.reshape(1, -1)), format="flt", layout="stereo")
    frame.sample_rate, frame.pts = RATE_HZ, 0
    graph.push(frame)
    graph.push(None)
    last: dict[str, str] = {}
    peak = 0.0
    while True:
        try:
            last = dict(graph.pull().metadata) or last
            peak = max(peak, *(float(last[f"lavfi.r128.true_peaks_ch{channel}"]) for channel in (0, 1)))
        except (av.error.EOFError, av.error.BlockingIOError):
            return float(last["lavfi.r128.I"]), peak


@pytest.mark.parametrize(
    "samples",
    [tone(997, 4, 0.1), tone(60, 4, 0.5), tone(8000, 4, 0.3), noise(8, 1)],
    ids=["tone", "low", "high", "noise"],
)
def test_loudness_agrees_with_ebur128(samples: NDArray[np.float32]) -> None:
    measured, _ = by_ebur128(samples)
    assert integrated_loudness(samples) == pytest.approx(measured, abs=0.1)


def test_a_full_scale_tone_reads_as_the_recommendation_says() -> None:
    left_only = tone(997, 5, 1.0) * np.array([1, 0], np.float32)
    assert integrated_loudness(left_only) == pytest.approx(-3.01, abs=0.05)


def test_silence_has_no_loudness() -> None:
    silence = np.zeros((RATE_HZ, 2), np.float32)
    assert integrated_loudness(silence) == float("-inf")
    assert true_peak(silence) == float("-inf")


def test_a_peak_between_samples_is_seen() -> None:
    hidden = tone(RATE_HZ / 4, 1, 1.0, phase=np.pi / 4)[480:-480]
    assert np.abs(hidden).max() < 0.71
    middle = true_peak(hidden * np.hanning(len(hidden)).astype(np.float32)[:, None])
    assert middle == pytest.approx(0.0, abs=0.1)


def test_the_limiter_holds_true_peaks_and_leaves_quiet_sound_alone() -> None:
    loud = noise(3, 2) * 3
    assert true_peak(loud) > 3
    assert true_peak(limited(loud, 0.8)) < 20 * np.log10(0.8) + 0.35
    quiet = noise(1, 3) * np.float32(0.01)
    assert limited(quiet, 0.8) is quiet


@pytest.mark.parametrize(("from_hz", "to_hz"), [(24_000, 48_000), (44_100, 48_000), (48_000, 16_000), (22_050, 48_000)])
def test_resampling_keeps_the_tone_and_adds_none(from_hz: int, to_hz: int) -> None:
    times = np.arange(from_hz) / from_hz
    sound = (np.sin(2 * np.pi * 1000 * times) * np.hanning(from_hz)).astype(np.float32)
    out = resample(sound, from_hz, to_hz)
    wanted = np.sin(2 * np.pi * 1000 * np.arange(to_hz) / to_hz) * np.interp(
        np.arange(to_hz) / to_hz, times, np.hanning(from_hz)
    )
    assert len(out) == to_hz
    assert np.abs(out - wanted).max() < 1e-3


@pytest.mark.parametrize("count", [1, 2, 7, 481, 72_001, 720_000, 732_000])
def test_fast_lengths_are_long_enough_and_smooth(count: int) -> None:
    size = fast_length(count)
    assert count <= size <= 2 * count + 2
    for factor in (2, 3, 5):
        while size % factor == 0:
            size //= factor
    assert size == 1


@pytest.mark.parametrize("seed", range(3))
def test_quiet_blocks_hide_no_peak(seed: int) -> None:
    samples = noise(3.0, seed)
    whole, quick = true_peak_envelope(samples, 48), true_peak_envelope(samples, 48, floor=0.3)
    loud = whole > 0.6
    assert loud.any()
    assert np.allclose(whole[loud], quick[loud])
    assert (quick <= whole + 1e-6).all()
