"""The film's sound: voice on the time-line, music and effects ducked under it, levelled for delivery."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reelwright.film.sound import SoundCue
from reelwright.media.dynamics import RATE_HZ, at_audio_rate, compressed, duck_gain, limited
from reelwright.media.loudness import (
    Channels,
    block_power,
    fast_length,
    integrated_loudness,
    true_peak,
    true_peak_envelope,
)
from reelwright.media.resample import resample
from reelwright.media.wav import read_wav, write_wav

_VOICE_LUFS = -17.0
_MUSIC_UNDER_VOICE_LU = 4.0
"""How far the music lies under the voice where nobody speaks; ducking comes on top."""
_DUCK_DB = 10.0
_PRESENCE_HZ, _PRESENCE_DB = (1000.0, 4000.0), 3.5
"""Where speech is understood: while someone speaks the music makes room there, beyond ducking."""
_PLACE_LUFS, _HAPPENING_LUFS, _LASTING_LUFS = -29.0, -24.0, -28.0
"""Levels of sound effects: of a place over its length, of what happens in its loudest 0.4 s, or over its length where
it goes on."""
_LASTING_S = 2.4
_EFFECT_PEAK = 0.22
_EFFECT_DUCK = 0.6
"""How far effects go down with the music, as a share of its decibels."""
_EFFECTS_ALONE_LUFS = -23.0
"""A film with neither voice nor music stays quiet: rain is not to be as loud as a speaker."""
_HIGH_PASS_HZ = 75.0
_CODING_ROOM_DB = 0.7
"""Kept under the ceiling, because lossy coding raises peaks."""
_ROUNDS = 4
_MOMENT, _AROUND, _SPARE_DB = 480, 3, 0.3
"""Samples of a moment that is made softer, moments on each side that go with it, and how far under the ceiling."""


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
    speech_to_bed_lu: float | None = None
    """How much louder the voice is than all else while someone speaks; None without either."""

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
    effects: Sequence[tuple[Path, SoundCue]] = (),
    accents_s: Sequence[float] = (),
    target_lufs: float = -14.0,
    ceiling_dbtp: float = -1.0,
) -> MixReport:
    """Mix the film's sound into a WAV (stereo, 48 kHz, 16 bit) of exactly ``round(duration_s * 48000)`` samples.

    Args:
        voice_parts: Recordings, each with the second of the film it starts at; what passes the end is faded out.
        music_path: A score, or None.
        duration_s: Length of the film.
        out_path: File to write.
        effects: Recordings of sound effects with their places; each is brought to its level, whoever made it.
        accents_s: Seconds of the music's landings, which are kept clear of ducking.
        target_lufs: Integrated loudness to reach.
        ceiling_dbtp: True peak that is not passed.

    Returns:
        The measured mix. Without voice and music the file is digital silence.

    Raises:
        UnreadableMedia: If a recording or the score is no WAV file.
    """
    count = round(duration_s * RATE_HZ)
    voice = _voice_track(voice_parts, count)
    bed = _music_track(music_path, count)
    has_voice, has_music = bool(voice.any()), bool(bed.any())
    effects_track = _effects_track(effects, count)
    ducked_db, ratio_lu = 0.0, None
    if has_voice and (has_music or effects_track is not None):
        gain = at_audio_rate(duck_gain(voice, _DUCK_DB, accents_s), count)
        ducked_db = _duck(bed if has_music else None, effects_track, gain)
    if effects_track is not None:
        bed += effects_track
    if has_voice:
        ratio_lu = _speech_to_bed(voice, bed)
        bed += voice[:, None]
    elif not has_music:
        target_lufs = min(target_lufs, _EFFECTS_ALONE_LUFS)
    final, loudness, peak = _levelled(bed, target_lufs, ceiling_dbtp - _CODING_ROOM_DB)
    write_wav(out_path, final, RATE_HZ)
    return MixReport(out_path, count, loudness, peak, ducked_db, ratio_lu)


def soften(path: Path, coded: Channels, ceiling_dbtp: float, *, everywhere: bool = False) -> None:
    """Takes down, in the WAV file, the moments at which its coded form passes the ceiling; or all of it by as much."""
    samples, rate_hz = read_wav(path)
    peaks = true_peak_envelope(coded, _MOMENT, floor=0.5 * 10 ** (ceiling_dbtp / 20))
    gain = np.minimum(1.0, 10 ** ((ceiling_dbtp - _SPARE_DB) / 20) / np.maximum(peaks, 1e-9).astype(np.float64))
    gain[peaks <= 10 ** (ceiling_dbtp / 20)] = 1.0
    if everywhere:
        control = np.full(len(gain), gain.min())
    else:
        reach = 2 * _AROUND + 1
        lowest = np.lib.stride_tricks.sliding_window_view(np.pad(gain, 2 * _AROUND, mode="edge"), reach).min(axis=1)
        weights = np.hanning(reach + 2)[1:-1]
        control = np.convolve(lowest, weights / weights.sum(), "valid")
    write_wav(path, samples * at_audio_rate(control, len(samples))[:, None], rate_hz)


def _duck(music: Channels | None, effects: Channels | None, gain: NDArray[np.float32]) -> float:
    """Takes music and effects down in place while someone speaks; by how many decibels the music at most."""
    if effects is not None:
        effects *= (gain**_EFFECT_DUCK)[:, None]
    if music is None:
        return 0.0
    _make_room(music, gain)
    music *= gain[:, None]
    return float(-20 * np.log10(gain.min()))


def _make_room(music: Channels, gain: NDArray[np.float32]) -> None:
    """Takes some of the speech band out of the music, in place, as far as it is ducked; without shift in time."""
    size = fast_length(len(music) + RATE_HZ // 4)
    square = np.square(np.fft.rfftfreq(size, 1 / RATE_HZ))
    low, high = (edge_hz**2 for edge_hz in _PRESENCE_HZ)
    shape = (square / (square + low) / (1 + square / high)).astype(np.float32)
    most = 1 - 10 ** (-_PRESENCE_DB / 20)
    share = (1 - gain) * np.float32(most / (1 - 10 ** (-_DUCK_DB / 20)))
    for channel in range(music.shape[1]):
        band = np.fft.irfft(np.fft.rfft(music[:, channel], size) * shape, size)[: len(music)]
        music[:, channel] -= band.astype(np.float32, copy=False) * share


def _speech_to_bed(voice: NDArray[np.float32], bed: Channels) -> float | None:
    """Loudness of the voice over that of all else, in the stretches in which someone speaks."""
    spoken, other = 2 * block_power(voice[:, None]), block_power(bed)
    if not spoken.size:
        return None
    speaking = spoken > 0.1 * spoken.max()
    under = float(other[speaking].mean())
    return float(10 * np.log10(spoken[speaking].mean() / under)) if under > 0 else None


def _effects_track(effects: Sequence[tuple[Path, SoundCue]], count: int) -> Channels | None:
    """All effects at their levels and places, shape (count, 2); None where there are none."""
    if not effects:
        return None
    track = np.zeros((count, 2), np.float32)
    for path, cue in effects:
        pair = _in_two_channels(*read_wav(path))[: round(cue.duration_s * RATE_HZ)]
        begin = round(cue.start_s * RATE_HZ)
        pair = pair[: max(0, count - begin)] * np.float32(_effect_gain(pair, cue.is_place))
        for fade_s, part in ((cue.fade_in_s, pair), (cue.fade_out_s, pair[::-1])):
            size = min(len(pair), round(fade_s * RATE_HZ))
            part[:size] *= np.square(np.sin(np.linspace(0, np.pi / 2, size, dtype=np.float32)))[:, None]
        track[begin : begin + len(pair)] += pair
    return track


def _effect_gain(pair: Channels, is_place: bool) -> float:
    """Brings a recording to its level; what is only a tick is held by its peak."""
    padded = pair if len(pair) >= RATE_HZ // 2 else np.pad(pair, ((0, RATE_HZ // 2 - len(pair)), (0, 0)))
    power = block_power(padded)
    top = float(np.abs(pair).max(initial=0.0))
    lasts = is_place or len(pair) > _LASTING_S * RATE_HZ
    loudest = float(power.mean() if lasts and power.size else power.max(initial=0.0))
    if loudest <= 0 or top <= 0:
        return 0.0
    wanted_lufs = _PLACE_LUFS if is_place else _LASTING_LUFS if lasts else _HAPPENING_LUFS
    return float(min(10 ** ((wanted_lufs - (10 * np.log10(loudest) - 0.691)) / 20), _EFFECT_PEAK / top))


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
    pair = _in_two_channels(*read_wav(path))
    track[: min(count, len(pair))] = pair[:count]
    if len(pair) > count:
        fade = min(count, RATE_HZ // 2)
        track[count - fade :] *= np.linspace(1, 0, fade, dtype=np.float32)[:, None]
    loudness = integrated_loudness(track)
    if np.isfinite(loudness):
        track *= np.float32(10 ** ((_VOICE_LUFS - _MUSIC_UNDER_VOICE_LU - loudness) / 20))
    return track


def _in_two_channels(samples: Channels, rate_hz: int) -> Channels:
    """Stereo at our rate."""
    pair = samples[:, [0, -1]] if samples.shape[1] > 1 else np.repeat(samples, 2, axis=1)
    if rate_hz != RATE_HZ:
        pair = np.stack([resample(channel, rate_hz, RATE_HZ) for channel in pair.T], axis=1)
    return pair


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
        if abs(loudness - target_lufs) < 0.12:
            break
    peak = true_peak(final)
    if peak > ceiling_dbtp:
        final = final * np.float32(10 ** ((ceiling_dbtp - peak) / 20))
        loudness, peak = loudness + ceiling_dbtp - peak, ceiling_dbtp
    return final, loudness, peak
