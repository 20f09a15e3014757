"""The score as sound: notes placed in a stereo room, a real ending, levelled. Runs in a spawned process."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reelwright.media.loudness import fast_length
from reelwright.media.wav import write_wav
from reelwright.providers.builtin.composer.drums import beat
from reelwright.providers.builtin.composer.instruments import play
from reelwright.providers.builtin.composer.parts import Note
from reelwright.providers.builtin.composer.score import Score, ScoreJob, write_score
from reelwright.providers.builtin.composer.waves import RATE_HZ

_PEAK = 0.79
_GAINS = {"keys": 0.62, "pad": 0.4, "bass": 0.62, "lead": 0.58, "drum": 0.62}
_SENDS = {"keys": 1.0, "pad": 0.8, "bass": 0.08, "lead": 1.3, "drum": 0.22}
_LOW_CUT_HZ, _SHELF_HZ, _SHELF_DB = 38.0, 2500.0, 4.0
"""Less rumble and more air: synthesised strings and skins are darker than recorded ones."""
_OPEN_S = 0.012
SILENT_S = 0.32
"""The end of every score in which nothing sounds."""
_PUMP_S = 0.22

Stereo = NDArray[np.float32]


def perform(job: ScoreJob) -> str:
    """Compose and play a score into ``job.target`` (WAV, stereo, 48 kHz); returns the palette's name."""
    score = write_score(job)
    write_wav(Path(job.target), played(score, round(job.duration_s * RATE_HZ)), RATE_HZ)
    return score.palette.slug


def played(score: Score, count: int) -> Stereo:
    """The score as exactly ``count`` samples in two channels, shape (count, 2), peak under 0.8."""
    dry, send = np.zeros((2, count), np.float32), np.zeros((2, count), np.float32)
    pump = _pump(score, count)
    for note in score.notes:
        _place(note, dry, send, pump if note.part in ("pad", "bass", "keys") else None)
    dry += _reverberated(send, score.palette.reverb_s) * np.float32(score.palette.wetness)
    mixed = _toned(dry)
    loud = float(np.percentile(np.abs(mixed[:, ::7]), 99.7))
    mixed = np.tanh(mixed * np.float32(0.77 / max(1e-6, loud)))
    _close(mixed, round(score.grid.end_s * RATE_HZ))
    mixed *= np.float32(_PEAK / max(1e-6, float(np.abs(mixed).max())))
    return np.ascontiguousarray(mixed.T)


def _pump(score: Score, count: int) -> NDArray[np.float32] | None:
    """Gain that dips under each kick and comes back, where the palette wants it."""
    if not score.palette.pump:
        return None
    size = round(_PUMP_S * RATE_HZ)
    dip = 1 - np.float32(score.palette.pump) * np.cos(np.linspace(0, np.pi / 2, size, dtype=np.float32)) ** 2
    down = np.linspace(1, dip[0], RATE_HZ // 250, dtype=np.float32)
    shape = np.concatenate([down, dip])
    gain = np.ones(count, np.float32)
    for note in score.notes:
        begin = max(0, round(note.start_s * RATE_HZ) - len(down))
        if note.sound == "kick" and begin < count:
            end = min(count, begin + len(shape))
            gain[begin:end] = np.minimum(gain[begin:end], shape[: end - begin])
    return gain


def _place(note: Note, dry: Stereo, send: Stereo, pump: NDArray[np.float32] | None) -> None:
    if note.part == "drum":
        sound = beat(note.sound, note.force)
    else:
        sound = play(note.sound, note.midi, note.length_s, note.force)
    begin = round(note.start_s * RATE_HZ)
    if begin < 0:
        # A rise that is longer than the film has had time for.
        sound = sound[-begin:] * np.minimum(1.0, np.arange(len(sound) + begin) / 960).astype(np.float32)
        begin = 0
    sound = sound[: max(0, dry.shape[1] - begin)] * np.float32(_GAINS[note.part])
    end = begin + len(sound)
    if note.swells:
        sound *= np.minimum(1, np.linspace(0.2, 1.2, len(sound), dtype=np.float32)) ** 2
    if pump is not None:
        sound *= pump[begin:end]
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
    ramp = np.arange(size, dtype=np.float32) / size
    room = rng.standard_normal((2, size), dtype=np.float32) * np.exp(np.float32(-6.9) * ramp)
    dark = np.cumsum(room, axis=1, dtype=np.float64).astype(np.float32)
    dark = (dark[:, 48:] - dark[:, :-48]) / 12
    room[:, 48:] = room[:, 48:] * (1 - ramp[48:]) * 0.25 + dark * ramp[48:]
    room = np.pad(room, ((0, 0), (round(0.021 * RATE_HZ), 0)))
    room /= np.sqrt(np.square(room).sum(axis=1, keepdims=True))
    total = fast_length(send.shape[1] + room.shape[1])
    wet = np.fft.irfft(np.fft.rfft(send, total) * np.fft.rfft(room, total), total)
    return wet[:, : send.shape[1]].astype(np.float32, copy=False)


def _toned(mixed: Stereo) -> Stereo:
    """The mix through a low cut and a high shelf, without any shift in time."""
    count = mixed.shape[1]
    size = fast_length(count + RATE_HZ // 4)
    square = np.square(np.fft.rfftfreq(size, 1 / RATE_HZ))
    low_cut = np.square(square) / (np.square(square) + _LOW_CUT_HZ**4)
    shelf = np.exp(_SHELF_DB / 20 * np.log(10) * square / (square + _SHELF_HZ**2))
    shape = (low_cut * shelf).astype(np.float32)
    return np.fft.irfft(np.fft.rfft(mixed, size) * shape, size)[:, :count].astype(np.float32, copy=False)


def _close(mixed: Stereo, last_chord: int) -> None:
    """No click at the start; the last chord rings out, and the very end is silent."""
    opening = round(_OPEN_S * RATE_HZ)
    mixed[:, :opening] *= np.linspace(0, 1, opening, dtype=np.float32)
    silent = mixed.shape[1] - round(SILENT_S * RATE_HZ)
    begin = last_chord + round(0.25 * (silent - last_chord))
    mixed[:, begin:silent] *= np.square(np.cos(np.linspace(0, np.pi / 2, silent - begin, dtype=np.float32)))
    mixed[:, silent:] = 0
