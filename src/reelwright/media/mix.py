"""The film's sound: voice on the time-line, music ducked under it, levelled for delivery."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reelwright.media.dynamics import RATE_HZ, at_audio_rate, compressed, duck_gain, limited
from reelwright.media.loudness import Channels, fast_length, integrated_loudness, true_peak
from reelwright.media.resample import resample
from reelwright.media.wav import read_wav, write_wav

_VOICE_LUFS = -17.0
_MUSIC_UNDER_VOICE_LU = 4.0
"""How far the music lies under the voice where nobody speaks; ducking comes on top."""
_DUCK_DB = 10.0
_HIGH_PASS_HZ = 75.0
_CODING_ROOM_DB = 0.7
"""Kept under the ceiling, because lossy coding raises peaks."""
_ROUNDS = 4


@dataclass(frozen=True)
class MixReport:
    """What the mix measures."""

    path: Path
    sample_count: int
    loudness_lufs: float | None
    """Integrated, None for silence."""
    true_peak_dbtp: float | None
    duck_db: float
    """How far the music goes down under the voice; 0 where there is no voice or no music."""

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return self.sample_count / RATE_HZ


def mix(
    voice_parts: Sequence[tuple[Path, float]],
    music_path: Path | None,
    duration_s: float,
    out_path: Path,
    *,
    target_lufs: float = -14.0,
    ceiling_dbtp: float = -1.0,
) -> MixReport:
    """Mix the film's sound into a WAV (stereo, 48 kHz, 16 bit) of exactly ``round(duration_s * 48000)`` samples.

    Args:
        voice_parts: Recordings, each with the second of the film it starts at; what passes the end is faded out.
        music_path: A score, or None.
        duration_s: Length of the film.
        out_path: File to write.
        target_lufs: Integrated loudness to reach.
        ceiling_dbtp: True peak that is not passed.

    Returns:
        The measured mix. Without voice and music the file is digital silence.

    Raises:
        UnreadableMedia: If a recording or the score is no WAV file.
    """
    count = round(duration_s * RATE_HZ)
    voice = _voice_track(voice_parts, count)
    music = _music_track(music_path, count)
    has_voice, has_music = bool(voice.any()), bool(music.any())
    ducked_db = 0.0
    if has_voice and has_music:
        gain = duck_gain(voice, _DUCK_DB)
        ducked_db = float(-20 * np.log10(gain.min()))
        music *= at_audio_rate(gain, count)[:, None]
    music += voice[:, None]
    final, loudness, peak = _levelled(music, target_lufs, ceiling_dbtp - _CODING_ROOM_DB)
    write_wav(out_path, final, RATE_HZ)
    return MixReport(out_path, count, loudness, peak, ducked_db)


def _voice_track(parts: Sequence[tuple[Path, float]], count: int) -> NDArray[np.float32]:
    """All recordings at one level on a track of ``count`` samples, one channel."""
    track = np.zeros(count, np.float32)
    for path, start_s in parts:
        samples, rate_hz = read_wav(path)
        voice = _treated(resample(samples.mean(axis=1), rate_hz, RATE_HZ))
        begin = max(0, round(start_s * RATE_HZ))
        room = max(0, count - begin)
        if len(voice) > room:
            voice = voice[:room].copy()
            fade = min(room, RATE_HZ // 50)
            voice[room - fade :] *= np.linspace(1, 0, fade, dtype=np.float32)
        track[begin : begin + len(voice)] += voice
    return track


def _treated(voice: NDArray[np.float32]) -> NDArray[np.float32]:
    """A recording without rumble, gently compressed, at the voice's level."""
    if not voice.any():
        return voice
    levelled = compressed(_high_passed(voice))
    loudness = integrated_loudness(_at_least_one_block(levelled)[:, None])
    if not np.isfinite(loudness):
        return levelled
    gain_db = min(_VOICE_LUFS - loudness, 30.0)
    return levelled * np.float32(10 ** (gain_db / 20))


def _at_least_one_block(voice: NDArray[np.float32]) -> NDArray[np.float32]:
    """A very short word is measured as if it went on."""
    needed = RATE_HZ // 2
    return voice if len(voice) >= needed else np.resize(voice, needed)


def _high_passed(voice: NDArray[np.float32]) -> NDArray[np.float32]:
    """Second-order high-pass without any shift in time."""
    size = fast_length(len(voice) + RATE_HZ // 4)
    frequency = np.fft.rfftfreq(size, 1 / RATE_HZ)
    shape = (frequency**4 / (frequency**4 + _HIGH_PASS_HZ**4)).astype(np.float32)
    return np.fft.irfft(np.fft.rfft(voice, size) * shape, size)[: len(voice)].astype(np.float32)


def _music_track(path: Path | None, count: int) -> Channels:
    """The score in two channels at the music's level, cut or padded to ``count`` samples."""
    track = np.zeros((count, 2), np.float32)
    if path is None:
        return track
    samples, rate_hz = read_wav(path)
    pair = samples[:, [0, -1]] if samples.shape[1] > 1 else np.repeat(samples, 2, axis=1)
    if rate_hz != RATE_HZ:
        pair = np.stack([resample(channel, rate_hz, RATE_HZ) for channel in pair.T], axis=1)
    track[: min(count, len(pair))] = pair[:count]
    if len(pair) > count:
        fade = min(count, RATE_HZ // 2)
        track[count - fade :] *= np.linspace(1, 0, fade, dtype=np.float32)[:, None]
    loudness = integrated_loudness(track)
    if np.isfinite(loudness):
        track *= np.float32(10 ** ((_VOICE_LUFS - _MUSIC_UNDER_VOICE_LU - loudness) / 20))
    return track


def _levelled(mixed: Channels, target_lufs: float, ceiling_dbtp: float) -> tuple[Channels, float | None, float | None]:
    """Gain and limiting repeated until loudness and true peak both hold; what was measured last comes along."""
    loudness = integrated_loudness(mixed)
    if not np.isfinite(loudness):
        return mixed, None, None
    ceiling = 10 ** (ceiling_dbtp / 20)
    gain_db, final = 0.0, mixed
    for _ in range(_ROUNDS):
        gain_db += target_lufs - loudness
        final = limited(mixed * np.float32(10 ** (gain_db / 20)), ceiling)
        loudness = integrated_loudness(final)
        if abs(loudness - target_lufs) < 0.3:
            break
    peak = true_peak(final)
    if peak > ceiling_dbtp:
        final = final * np.float32(10 ** ((ceiling_dbtp - peak) / 20))
        loudness, peak = loudness + ceiling_dbtp - peak, ceiling_dbtp
    return final, loudness, peak
