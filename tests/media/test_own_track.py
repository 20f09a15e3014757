"""A person's own music: refused kindly when it is none, and fitted to the film when it is."""

import importlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from reelwright.errors import BadInput
from reelwright.media.own_track import check_track, fit_track
from reelwright.media.wav import read_wav, write_wav

av: Any = importlib.import_module("av")
RATE_HZ = 48_000


def beats(length_s: float, period_s: float = 0.5) -> NDArray[np.float32]:
    """A stroke twice a second over a hum."""
    t = np.arange(round(length_s * RATE_HZ)) / RATE_HZ
    stroke = np.exp(-(t % period_s) * 18) * np.sin(2 * np.pi * 220 * t)
    sound = 0.4 * stroke + 0.05 * np.sin(2 * np.pi * 110 * t)
    return np.stack([sound, 0.8 * sound], axis=1).astype(np.float32)


def coded(samples: NDArray[np.float32], path: Path, codec: str) -> Path:
    with av.open(str(path), "w") as out:
        stream = out.add_stream(codec, rate=RATE_HZ, layout="stereo")
        resampler = av.AudioResampler(
            format=stream.format.name, layout="stereo", rate=RATE_HZ, frame_size=stream.frame_size or 1024
        )
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples.T), format="fltp", layout="stereo")
        frame.sample_rate = RATE_HZ
        for part in [*resampler.resample(frame), *resampler.resample(None)]:
            out.mux(stream.encode(part))
        out.mux(stream.encode(None))
    return path


@pytest.mark.parametrize(
    ("name", "codec", "media_type"),
    [
        ("a.wav", "pcm_s16le", "audio/wav"),
        ("a.mp3", "libmp3lame", "audio/mpeg"),
        ("a.m4a", "aac", "audio/mp4"),
        ("a.flac", "flac", "audio/flac"),
        ("a.ogg", "libopus", "audio/ogg"),
    ],
)
def test_all_the_usual_kinds_are_taken(name: str, codec: str, media_type: str, tmp_path: Path) -> None:
    path = coded(beats(8.0), tmp_path / name, codec)
    assert check_track(path) == media_type
    assert fit_track(path, 6.0, tmp_path / "fit.wav").loops == 1
    fitted, rate_hz = read_wav(tmp_path / "fit.wav")
    assert (fitted.shape, rate_hz) == ((6 * RATE_HZ, 2), RATE_HZ)
    assert np.abs(fitted).max() > 0.2


@pytest.mark.parametrize("content", [b"", b"this is a letter, not a song", b"RIFF\x00\x00\x00\x00WAVE"])
def test_what_is_no_music_is_named(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "song.mp3").write_bytes(content)
    with pytest.raises(BadInput, match=r"song\.mp3"):
        check_track(tmp_path / "song.mp3")


def test_missing_files_folders_pictures_and_ticks_are_named(tmp_path: Path) -> None:
    write_wav(tmp_path / "tick.wav", beats(0.4), RATE_HZ)
    with pytest.raises(BadInput, match=r"there is no file .*gone\.mp3"):
        check_track(tmp_path / "gone.mp3")
    with pytest.raises(BadInput, match="is a folder"):
        check_track(tmp_path)
    with pytest.raises(BadInput, match=r"tick\.wav.* lasts under 1 s"):
        check_track(tmp_path / "tick.wav")


def test_a_long_track_is_trimmed_and_fades_as_music_does(tmp_path: Path) -> None:
    silence = np.zeros((2 * RATE_HZ, 2), np.float32)
    write_wav(tmp_path / "long.wav", np.concatenate([silence, beats(30.0)]), RATE_HZ)
    fit_track(tmp_path / "long.wav", 10.0, tmp_path / "fit.wav")
    fitted, _ = read_wav(tmp_path / "fit.wav")
    level = np.sqrt(np.square(fitted).reshape(20, -1).mean(axis=1))
    assert level[0] > 0.05
    assert level[15] > level[16] > level[17] > level[18]
    assert not fitted[-round(0.3 * RATE_HZ) :].any()


@pytest.mark.parametrize("length_s", [3.0, 4.3, 7.0])
def test_a_short_track_goes_round_in_time(length_s: float, tmp_path: Path) -> None:
    write_wav(tmp_path / "short.wav", beats(length_s), RATE_HZ)
    assert fit_track(tmp_path / "short.wav", 15.0, tmp_path / "fit.wav").loops > 1
    fitted, _ = read_wav(tmp_path / "fit.wav")
    level = np.square(fitted[: 12 * RATE_HZ]).mean(axis=1).reshape(-1, 480).mean(axis=1)
    assert level.reshape(-1, 50).mean(axis=1).min() > 1e-3
    strokes = np.flatnonzero((level[1:] > 0.01) & (level[1:] > 3 * level[:-1])) + 1
    gaps = np.diff(strokes)
    assert np.abs(gaps[gaps > 5] - 50).max() <= 4, "the beat goes on over the seam"
    assert np.abs(np.diff(fitted[:, 0])).max() < 0.2


def test_silence_is_said(tmp_path: Path) -> None:
    write_wav(tmp_path / "still.wav", np.zeros((3 * RATE_HZ, 2), np.float32), RATE_HZ)
    assert fit_track(tmp_path / "still.wav", 6.0, tmp_path / "fit.wav").is_silent
    assert not read_wav(tmp_path / "fit.wav")[0].any()
