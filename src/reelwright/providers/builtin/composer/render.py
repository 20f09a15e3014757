"""The score as sound: notes placed in a stereo room, a real ending, levelled. Runs in a spawned process."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reelwright.media.loudness import fast_length
from reelwright.media.wav import write_wav
from reelwright.providers.builtin.composer.instruments import RATE_HZ, beat, play
from reelwright.providers.builtin.composer.score import Note, Score, ScoreJob, write_score

_PEAK = 0.79
_GAINS = {"keys": 0.62, "pad": 0.5, "bass": 0.62, "lead": 0.34, "drum": 0.62}
_SENDS = {"keys": 1.0, "pad": 0.8, "bass": 0.08, "lead": 1.3, "drum": 0.22}
_LOW_CUT_HZ, _SHELF_HZ, _SHELF_DB = 38.0, 1800.0, 7.0
"""Less rumble and more air: synthesised strings and skins are darker than recorded ones."""
_OPEN_S = 0.012
_FADE_SHARE = 0.7
"""Part of the last chord's time over which the sound goes down to nothing."""

Stereo = NDArray[np.float32]


def perform(job: ScoreJob) -> str:
    """Compose and play a score into ``job.target`` (WAV, stereo, 48 kHz); returns the palette's name."""
    score = write_score(job)
    write_wav(Path(job.target), played(score, round(job.duration_s * RATE_HZ)), RATE_HZ)
    return score.palette.slug


def played(score: Score, count: int) -> Stereo:
    """The score as exactly ``count`` samples in two channels, shape (count, 2), peak under 0.8."""
    dry, send = np.zeros((2, count), np.float32), np.zeros((2, count), np.float32)
    for note in score.notes:
        _place(note, dry, send)
    hall = _reverberated(send, score.palette.reverb_s) * score.palette.wetness
    mixed = _toned((dry + hall).astype(np.float32))
    mixed = np.tanh(
        mixed * np.float32(1.1 / max(1e-6, float(np.percentile(np.abs(mixed[:, ::7]), 99.7)))) * np.float32(0.7)
    )
    _close(mixed, round(len(score.chords[:-1]) * score.bar_s * RATE_HZ))
    mixed *= np.float32(_PEAK / max(1e-6, float(np.abs(mixed).max())))
    return np.ascontiguousarray(mixed.T)


def _place(note: Note, dry: Stereo, send: Stereo) -> None:
    sound = (
        beat(note.sound, note.force) if note.part == "drum" else play(note.sound, note.midi, note.length_s, note.force)
    )
    begin = round(note.start_s * RATE_HZ)
    sound = sound[: max(0, dry.shape[1] - begin)] * np.float32(_GAINS[note.part])
    end = begin + len(sound)
    angle = note.pan * np.pi / 2
    for channel, share in enumerate((np.cos(angle), np.sin(angle))):
        side = sound * np.float32(share)
        dry[channel, begin:end] += side
        side *= np.float32(_SENDS[note.part])
        send[channel, begin:end] += side


def _reverberated(send: Stereo, length_s: float) -> Stereo:
    """A hall: decaying noise, darker the longer it lasts, after a short gap."""
    rng = np.random.default_rng(20)
    size = round(length_s * RATE_HZ)
    ramp = np.arange(size) / size
    room = rng.standard_normal((2, size)) * np.exp(-6.9 * ramp)
    dark = np.cumsum(room, axis=1)
    dark = (dark[:, 48:] - dark[:, :-48]) / 12
    room[:, 48:] = room[:, 48:] * (1 - ramp[48:]) * 0.25 + dark * ramp[48:]
    room = np.pad(room, ((0, 0), (round(0.021 * RATE_HZ), 0))).astype(np.float32)
    room /= np.sqrt(np.square(room).sum(axis=1, keepdims=True))
    total = fast_length(send.shape[1] + room.shape[1])
    wet = np.fft.irfft(np.fft.rfft(send, total) * np.fft.rfft(room, total), total)
    return wet[:, : send.shape[1]].astype(np.float32)


def _toned(mixed: Stereo) -> Stereo:
    """The mix through a low cut and a high shelf, without any shift in time."""
    count = mixed.shape[1]
    size = fast_length(count + RATE_HZ // 4)
    frequency = np.fft.rfftfreq(size, 1 / RATE_HZ)
    low_cut = frequency**4 / (frequency**4 + _LOW_CUT_HZ**4)
    share = frequency**2 / (frequency**2 + _SHELF_HZ**2)
    shelf = 10 ** (_SHELF_DB / 20 * share)
    return np.fft.irfft(np.fft.rfft(mixed, size) * (low_cut * shelf).astype(np.float32), size)[:, :count].astype(
        np.float32
    )


def _close(mixed: Stereo, last_chord: int) -> None:
    """No click at the start, and nothing left at the end."""
    opening = round(_OPEN_S * RATE_HZ)
    mixed[:, :opening] *= np.linspace(0, 1, opening, dtype=np.float32)
    fade = round((mixed.shape[1] - last_chord) * _FADE_SHARE)
    mixed[:, mixed.shape[1] - fade :] *= np.square(np.cos(np.linspace(0, np.pi / 2, fade, dtype=np.float32)))
