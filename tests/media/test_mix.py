"""The mix: exact length, loudness, true peak, ducking."""

import importlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from reelwright.errors import UnreadableMedia
from reelwright.film.sound import SoundCue
from reelwright.media.dynamics import duck_gain, envelope
from reelwright.media.loudness import integrated_loudness, true_peak
from reelwright.media.mix import RATE_HZ, mix
from reelwright.media.wav import read_wav, write_wav

av: Any = importlib.import_module("av")


@pytest.fixture
def voice(tmp_path: Path) -> Path:
    """Two seconds that rise and fall as syllables do, mono at 24 kHz."""
    times = np.arange(48_000) / 24_000
    syllables = np.abs(np.sin(2 * np.pi * 2.5 * times)) ** 0.7
    buzz = sum(np.sin(2 * np.pi * 140 * n * times) / n for n in range(1, 20))
    write_wav(tmp_path / "voice.wav", (0.15 * buzz * syllables).astype(np.float32), 24_000)
    return tmp_path / "voice.wav"


@pytest.fixture
def music(tmp_path: Path) -> Path:
    """Eight seconds of a steady chord over 4 kHz, where the voice has next to nothing."""
    times = np.arange(8 * RATE_HZ) / RATE_HZ
    chord = sum(np.sin(2 * np.pi * pitch * times) for pitch in (5000, 6300, 7500))
    write_wav(tmp_path / "music.wav", np.stack([0.1 * chord, 0.1 * chord], axis=1).astype(np.float32), RATE_HZ)
    return tmp_path / "music.wav"


def high_band(samples: NDArray[np.float32], start_s: float, end_s: float) -> float:
    part = samples[round(start_s * RATE_HZ) : round(end_s * RATE_HZ), 0]
    spectrum = np.abs(np.fft.rfft(part * np.hanning(len(part)))) ** 2
    return 10 * float(np.log10(spectrum[np.fft.rfftfreq(len(part), 1 / RATE_HZ) > 4500].sum() / len(part) ** 2))


@pytest.mark.parametrize("has_voice", [True, False])
@pytest.mark.parametrize("has_music", [True, False])
@pytest.mark.parametrize("duration_s", [8.0, 6.006])
def test_every_kind_of_mix_is_exact(
    has_voice: bool, has_music: bool, duration_s: float, voice: Path, music: Path, tmp_path: Path
) -> None:
    report = mix([(voice, 1.0)] if has_voice else [], music if has_music else None, duration_s, tmp_path / "mix.wav")
    samples, rate_hz = read_wav(tmp_path / "mix.wav")
    assert rate_hz == RATE_HZ
    assert samples.shape == (round(duration_s * RATE_HZ), 2)
    assert report.sample_count == len(samples)
    if not has_voice and not has_music:
        assert report.loudness_lufs is None
        assert report.true_peak_dbtp is None
        assert not samples.any()
        return
    assert integrated_loudness(samples) == pytest.approx(-14.0, abs=1.0)
    assert report.loudness_lufs == pytest.approx(integrated_loudness(samples), abs=0.1)
    assert true_peak(samples) <= -1.0


def test_the_music_goes_down_before_the_voice_and_comes_back(voice: Path, music: Path, tmp_path: Path) -> None:
    report = mix([(voice, 3.0)], music, 8.0, tmp_path / "mix.wav")
    samples, _ = read_wav(tmp_path / "mix.wav")
    before, under, after = high_band(samples, 1.0, 2.5), high_band(samples, 3.2, 4.8), high_band(samples, 7.2, 7.9)
    assert report.duck_db == pytest.approx(10, abs=1)
    assert 6.5 < before - under < 11.5
    assert abs(before - after) < 2
    assert before - high_band(samples, 2.95, 3.05) > 3


def test_ducking_stays_down_over_a_short_pause_only() -> None:
    speech = np.ones(RATE_HZ, np.float32) * 0.3
    gap, rest = np.zeros(RATE_HZ // 4, np.float32), np.zeros(3 * RATE_HZ, np.float32)
    gain = duck_gain(np.concatenate([speech, gap, speech, rest]))
    assert gain[100:125].max() < 0.36
    assert gain[-1] > 0.9


def test_quiet_and_loud_recordings_come_out_alike(voice: Path, tmp_path: Path) -> None:
    samples, rate_hz = read_wav(voice)
    write_wav(tmp_path / "quiet.wav", samples * np.float32(0.1), rate_hz)
    mix([(voice, 0.5), (tmp_path / "quiet.wav", 4.0)], None, 7.0, tmp_path / "mix.wav")
    mixed, _ = read_wav(tmp_path / "mix.wav")
    level = envelope(mixed[:, 0])
    first, second = (np.sqrt(np.mean(level[a : a + 180] ** 2)) for a in (60, 410))
    assert abs(20 * np.log10(first / second)) < 1


def test_a_voice_past_the_end_is_cut_without_a_click(voice: Path, tmp_path: Path) -> None:
    mix([(voice, 5.0)], None, 6.0, tmp_path / "mix.wav")
    samples, _ = read_wav(tmp_path / "mix.wav")
    assert len(samples) == 6 * RATE_HZ
    assert np.abs(samples[-5:]).max() < 0.01


def cue(start_s: float, duration_s: float, *, is_place: bool) -> SoundCue:
    return SoundCue(
        id="a", sound="rain", is_place=is_place, start_s=start_s, duration_s=duration_s, fade_in_s=0.2, fade_out_s=0.3
    )


@pytest.fixture
def rain(tmp_path: Path) -> Path:
    """Six seconds of noise, far too loud."""
    noise = np.random.default_rng(3).uniform(-0.9, 0.9, (6 * RATE_HZ, 2))
    write_wav(tmp_path / "rain.wav", noise.astype(np.float32), RATE_HZ)
    return tmp_path / "rain.wav"


def test_effects_lie_low_at_their_place_and_make_room_for_the_voice(voice: Path, rain: Path, tmp_path: Path) -> None:
    report = mix([(voice, 3.0)], None, 8.0, tmp_path / "mix.wav", effects=[(rain, cue(1.0, 6.0, is_place=True))])
    samples, _ = read_wav(tmp_path / "mix.wav")
    assert not samples[: round(0.99 * RATE_HZ)].any()
    assert not samples[round(7.05 * RATE_HZ) :].any()
    gap, under = high_band(samples, 1.4, 2.5), high_band(samples, 3.4, 4.6)
    assert 4 < gap - under < 8
    alone = integrated_loudness(samples[round(1.3 * RATE_HZ) : round(2.7 * RATE_HZ)])
    spoken = integrated_loudness(samples[3 * RATE_HZ : 5 * RATE_HZ])
    assert 9 < spoken - alone < 16
    assert report.speech_to_bed_lu is not None
    assert report.speech_to_bed_lu > 12


def test_what_happens_is_levelled_by_its_loudest_moment(voice: Path, tmp_path: Path) -> None:
    tick = np.zeros((RATE_HZ, 2), np.float32)
    tick[4800:4848] = 0.9
    write_wav(tmp_path / "tick.wav", tick, RATE_HZ)
    mix([(voice, 4.0)], None, 8.0, tmp_path / "mix.wav", effects=[(tmp_path / "tick.wav", cue(1, 1, is_place=False))])
    samples, _ = read_wav(tmp_path / "mix.wav")
    assert 0.05 < np.abs(samples[: 2 * RATE_HZ]).max() < 0.6


def test_effects_alone_stay_quiet(rain: Path, tmp_path: Path) -> None:
    report = mix([], None, 8.0, tmp_path / "mix.wav", effects=[(rain, cue(1.0, 6.0, is_place=True))])
    assert report.loudness_lufs == pytest.approx(-23, abs=0.5)
    assert report.speech_to_bed_lu is None


def test_the_music_makes_room_where_speech_is_understood(voice: Path, tmp_path: Path) -> None:
    noise = np.random.default_rng(4).uniform(-0.3, 0.3, 8 * RATE_HZ).astype(np.float32)
    write_wav(tmp_path / "wide.wav", np.stack([noise, -noise], axis=1), RATE_HZ)
    mix([(voice, 3.0)], tmp_path / "wide.wav", 8.0, tmp_path / "mix.wav")
    samples, _ = read_wav(tmp_path / "mix.wav")
    side = samples[:, 0] - samples[:, 1]

    def fall_db(low_hz: float, high_hz: float) -> float:
        powers: list[float] = []
        for start_s in (0.5, 3.3):
            part = side[round(start_s * RATE_HZ) :][: round(1.4 * RATE_HZ)]
            power = np.abs(np.fft.rfft(part)) ** 2
            frequency = np.fft.rfftfreq(len(part), 1 / RATE_HZ)
            powers.append(float(power[(frequency > low_hz) & (frequency < high_hz)].sum()))
        return 10 * float(np.log10(powers[0] / powers[1]))

    assert 1.5 < fall_db(1500, 3000) - fall_db(100, 400) < 4


def test_a_landing_before_a_line_is_heard() -> None:
    speech, rest = np.full(RATE_HZ, 0.3, np.float32), np.zeros(2 * RATE_HZ, np.float32)
    voice = np.concatenate([speech, rest, speech])
    at = 285
    assert duck_gain(voice)[at + 8 : at + 14].max() < 0.75
    landed = duck_gain(voice, accents_s=(at / 100,))
    assert landed[at : at + 11].min() > 0.9
    assert landed[320:].max() < 0.45


def test_a_file_that_is_no_sound_is_named(tmp_path: Path) -> None:
    (tmp_path / "broken.wav").write_bytes(b"RIFF....nothing")
    with pytest.raises(UnreadableMedia, match=r"broken\.wav"):
        mix([(tmp_path / "broken.wav", 0)], None, 6.0, tmp_path / "mix.wav")


@pytest.mark.parametrize("channels", [1, 2])
def test_wav_files_come_back_as_they_went(channels: int, tmp_path: Path) -> None:
    samples = np.random.default_rng(1).uniform(-1, 1, (999, channels)).astype(np.float32)
    write_wav(tmp_path / "a.wav", samples, 24_000)
    again, rate_hz = read_wav(tmp_path / "a.wav")
    assert rate_hz == 24_000
    assert np.abs(again - samples).max() < 1e-4


def test_the_true_peak_holds_after_aac(voice: Path, music: Path, tmp_path: Path) -> None:
    mix([(voice, 1.0), (voice, 4.0)], music, 8.0, tmp_path / "mix.wav")
    samples, _ = read_wav(tmp_path / "mix.wav")
    assert true_peak(_through_aac(samples, tmp_path / "mix.m4a")) <= -1.0


def _through_aac(samples: NDArray[np.float32], path: Path) -> NDArray[np.float32]:
    with av.open(str(path), "w") as out:
        stream = out.add_stream("aac", rate=RATE_HZ, layout="stereo")
        stream.bit_rate = 192_000
        for start in range(0, len(samples), 1024):
            part = np.ascontiguousarray(samples[start : start + 1024].T)
            frame = av.AudioFrame.from_ndarray(part, format="fltp", layout="stereo")
            frame.sample_rate, frame.pts = RATE_HZ, start
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    with av.open(str(path)) as coded:
        return np.concatenate([frame.to_ndarray() for frame in coded.decode(audio=0)], axis=1).T
