"""Pitched instruments as functions of pitch, length and force. All are mono, 48 kHz, without clicks at either end."""

from collections.abc import Callable
from functools import lru_cache

import numpy as np

from reelwright.providers.builtin.composer.waves import (
    Sound,
    damped,
    fading,
    hertz,
    noise_band,
    players,
    shaped,
    voiced,
)

_STEPS = 5


def play(name: str, midi: int, length_s: float, force: float) -> Sound:
    """A note.

    Args:
        name: One of ``INSTRUMENTS``.
        midi: Pitch.
        length_s: How long it is held; it rings on after.
        force: Loudness and brightness in (0, 1].
    """
    step = max(1, round(force * _STEPS))
    held = max(0.05, round(length_s * 12) / 12)
    return _played(name, midi, held, step / _STEPS) * np.float32(force / (step / _STEPS))


@lru_cache(maxsize=512)
def _played(name: str, midi: int, length_s: float, force: float) -> Sound:
    return INSTRUMENTS[name](midi, length_s, force)


def _string(midi: int, length_s: float, force: float, place: float, sustain_s: float, dull: float) -> Sound:
    """A plucked string as Karplus and Strong have it: what a comb of the plucking place leaves, dulled turn by turn.

    Args:
        midi: Pitch.
        length_s: Length.
        force: A harder pluck is brighter.
        place: Where it is plucked, as a share of its length.
        sustain_s: How long the lowest partial takes to fall by 60 dB at middle C.
        dull: How much quicker high partials die.
    """
    numbers = np.arange(1, 41)
    rng = np.random.default_rng(midi)
    comb = np.abs(np.sin(np.pi * numbers * place))
    loud = comb / numbers ** (1.55 - 0.5 * force) * rng.uniform(0.8, 1.2, len(numbers))
    lowest = 6.9 / sustain_s * (hertz(midi) / 262) ** 0.45
    pitch = numbers * hertz(midi) * np.sqrt(1 + 0.00006 * numbers**2)
    return damped(pitch, loud, lowest * (1 + dull * np.square(pitch / 1000)), length_s, midi)


def _finger(seed: int, loudness: float, low_hz: float = 900, high_hz: float = 4000) -> Sound:
    """The sound of a finger, a pick or a felt hammer on its way."""
    sound = noise_band(seed, 0.03, low_hz, high_hz)
    return shaped(sound, 0.001, 0.003, 0.006) * np.float32(loudness)


def _with_onset(sound: Sound, onset: Sound) -> Sound:
    sound[: len(onset)] += onset[: len(sound)]
    return sound


def _felt(midi: int, length_s: float, force: float) -> Sound:
    numbers = np.arange(1, 15)
    loud = np.exp(-(0.62 - 0.3 * force) * (numbers - 1)) * np.abs(np.sin(np.pi * numbers / 8.2))
    pitch = hertz(midi) * numbers * np.sqrt(1 + 0.0005 * numbers**2)
    fall = (0.8 + hertz(midi) / 520) * (0.6 + 0.4 * numbers)
    body = damped(pitch, loud, fall, length_s + 0.8, midi)
    # Two strings a note, a hair apart: the slow beating that makes a piano sing.
    body += damped(pitch[:6] * 1.0007, 0.6 * loud[:6], fall[:6] * 0.5, length_s + 0.8, midi + 1)
    body = _with_onset(body, _finger(midi, 0.05 + 0.08 * force, 120, 900))
    return shaped(body, 0.004, length_s, 0.17) * np.float32(0.55 * force)


def _nylon(midi: int, length_s: float, force: float) -> Sound:
    body = _string(midi, length_s + 0.9, force, 0.21, 2.6, 0.9)
    return shaped(_with_onset(body, _finger(midi, 0.05 * force)), 0.0015, length_s + 0.35, 0.16) * np.float32(
        0.42 * force
    )


def _ukulele(midi: int, length_s: float, force: float) -> Sound:
    body = _string(midi, length_s + 0.3, force, 0.14, 1.1, 0.7)
    return shaped(_with_onset(body, _finger(midi, 0.07 * force, 1500, 6000)), 0.001, length_s, 0.1) * np.float32(
        0.45 * force
    )


def _dombra(midi: int, length_s: float, force: float) -> Sound:
    body = _string(midi, length_s + 0.35, 0.5 + 0.5 * force, 0.11, 1.3, 0.45)
    return shaped(_with_onset(body, _finger(midi, 0.09 * force, 1200, 5000)), 0.001, length_s, 0.12) * np.float32(
        0.66 * force
    )


def _harp(midi: int, length_s: float, force: float) -> Sound:
    return shaped(_string(midi, length_s + 1.6, 0.8 * force, 0.4, 4.0, 0.55), 0.002, length_s + 0.9, 0.3) * np.float32(
        0.42 * force
    )


def _pizzicato(midi: int, length_s: float, force: float) -> Sound:
    body = _string(midi, 0.7, 0.7 * force, 0.17, 0.62, 1.6)
    return shaped(_with_onset(body, _finger(midi, 0.06 * force, 500, 2500)), 0.002, 0.3, 0.12) * np.float32(
        0.62 * force
    )


def _pluck(midi: int, length_s: float, force: float) -> Sound:
    numbers = np.arange(1, 19)
    loud = force ** (0.12 * numbers) / numbers
    body = damped(hertz(midi) * numbers, loud, 3.2 + 1.3 * numbers, length_s + 0.45, midi)
    return shaped(body, 0.0015, length_s + 0.1, 0.08) * np.float32(0.42 * force)


def _marimba(midi: int, length_s: float, force: float) -> Sound:
    ratios, loud, fall = (1.0, 3.93, 9.6), (1.0, 0.28 * force, 0.1 * force), (5.5, 14.0, 40.0)
    body = damped([hertz(midi) * ratio for ratio in ratios], loud, fall, 0.9, midi)
    return shaped(_with_onset(body, _finger(midi, 0.03, 400, 1800)), 0.0015, 0.6, 0.1) * np.float32(0.6 * force)


def _vibes(midi: int, length_s: float, force: float) -> Sound:
    body = damped(
        [hertz(midi) * r for r in (1.0, 4.0, 10.2)], (1.0, 0.16 * force, 0.04), (0.9, 2.4, 12.0), length_s + 1
    )
    wave = np.arange(len(body), dtype=np.float32) * np.float32(2 * np.pi * 4.7 / 48_000)
    return shaped(body * (1 + np.float32(0.18) * np.sin(wave)), 0.002, length_s, 0.3) * np.float32(0.5 * force)


def _glock(midi: int, length_s: float, force: float) -> Sound:
    ratios, loud, fall = (1.0, 2.756, 5.404), (1.0, 0.35 * force, 0.16 * force), (2.6, 7.0, 16.0)
    return shaped(damped([hertz(midi) * r for r in ratios], loud, fall, 1.6, midi), 0.001, 1.2, 0.2) * np.float32(
        0.4 * force
    )


def _bell(midi: int, length_s: float, force: float) -> Sound:
    ratios = (0.5, 1.0, 1.19, 1.5, 2.0, 2.51, 2.66, 4.1)
    loud = (0.25, 1.0, 0.42, 0.22, 0.4 * force, 0.16 * force, 0.12 * force, 0.08 * force)
    fall = (0.7, 1.1, 1.5, 1.9, 2.3, 3.2, 3.4, 6.0)
    body = damped([hertz(midi) * ratio for ratio in ratios], loud, fall, length_s + 2.0, midi)
    return shaped(body, 0.002, length_s + 1.0, 0.4) * np.float32(0.32 * force)


def _glass(midi: int, length_s: float, force: float) -> Sound:
    ratios, loud, fall = (1.0, 2.01, 3.02, 5.1), (1.0, 0.14, 0.22 * force, 0.05), (1.1, 1.4, 1.9, 4.0)
    body = damped([hertz(midi) * ratio for ratio in ratios], loud, fall, length_s + 1.5, midi)
    return shaped(body, 0.014, length_s + 0.5, 0.35) * np.float32(0.46 * force)


def _upright(midi: int, length_s: float, force: float) -> Sound:
    body = _string(midi, length_s + 0.3, 0.35 + 0.4 * force, 0.24, 2.6, 2.4)
    return shaped(_with_onset(body, _finger(midi, 0.06 * force, 300, 1600)), 0.004, length_s, 0.09) * np.float32(
        0.75 * force
    )


def _sub(midi: int, length_s: float, force: float) -> Sound:
    body = damped([hertz(midi) * n for n in (1, 2, 3)], (1.0, 0.5, 0.16), (0.2, 0.3, 0.5), length_s + 0.4, midi)
    return shaped(body, 0.07, length_s, 0.2) * np.float32(0.36 * force)


def _synth(midi: int, length_s: float, force: float) -> Sound:
    numbers = np.arange(1, 31)
    body = damped(hertz(midi) * numbers, 1 / numbers**0.95, 1.2 + (0.9 - 0.4 * force) * numbers, length_s + 0.1, midi)
    return shaped(body, 0.003, length_s, 0.04) * np.float32(0.4 * force)


def _strings(midi: int, length_s: float, force: float) -> Sound:
    body = players(midi, length_s + 0.9, fading(1.62 - 0.25 * force), (-9, -3, 4, 10), vibrato=9)
    return shaped(body, 0.45, length_s, 0.3) * np.float32(0.22 * force)


def _marcato(midi: int, length_s: float, force: float) -> Sound:
    held = min(length_s, 0.2)
    body = players(midi, held + 0.25, fading(1.35 - 0.3 * force), (-6, 5, 11))
    return shaped(_with_onset(body, _finger(midi, 0.04 * force, 800, 4000)), 0.014, held, 0.07) * np.float32(
        0.30 * force
    )


def _choir(midi: int, length_s: float, force: float) -> Sound:
    loud = voiced(midi, ((620, 130, 1.0), (1080, 180, 0.6), (2600, 350, 0.18), (3300, 400, 0.08)), 0.55)
    body = players(midi, length_s + 0.9, loud, (-11, -2, 7, 13), vibrato=16, settles_s=0.6)
    return shaped(body, 0.5, length_s, 0.35) * np.float32(0.2 * force)


def _glow(midi: int, length_s: float, force: float) -> Sound:
    body = players(midi, length_s + 1.2, fading(2.2, odd=True), (-9, 0, 8), vibrato=4)
    return shaped(body, 0.8, length_s, 0.45) * np.float32(0.26 * force)


def _saw(midi: int, length_s: float, force: float) -> Sound:
    body = players(midi, length_s + 0.4, fading(1.5 - 0.35 * force, 32), (-12, -4, 5, 13))
    return shaped(body, 0.1, length_s, 0.12) * np.float32(0.16 * force)


def _horn(midi: int, length_s: float, force: float) -> Sound:
    body = players(midi, length_s + 0.4, fading(1.9 - 0.6 * force), (-4, 4), vibrato=3)
    return shaped(body, 0.09, length_s, 0.15) * np.float32(0.28 * force)


def _brass(midi: int, length_s: float, force: float) -> Sound:
    body = players(midi, length_s + 0.3, fading(1.6 - 0.5 * force), (-5, 0, 5))
    return shaped(body, 0.05, length_s, 0.13) * np.float32(0.32 * force)


def _trumpet(midi: int, length_s: float, force: float) -> Sound:
    """Muted: the cup lets through little but a band around 1.4 kHz."""
    loud = voiced(midi, ((1350, 420, 1.0), (2700, 500, 0.28)), 0.62 - 0.15 * force)
    body = players(midi, length_s + 0.25, loud, (0,), vibrato=14, settles_s=0.5)
    breath = noise_band(midi, length_s + 0.25, 900, 3500) * np.float32(0.012)
    return shaped(body + breath, 0.05, length_s, 0.09) * np.float32(0.34 * force)


def _flute(midi: int, length_s: float, force: float) -> Sound:
    body = players(midi, length_s + 0.25, (1.0, 0.34 * force, 0.16, 0.05, 0.02), (0,), vibrato=12, settles_s=0.4)
    breath = noise_band(midi, length_s + 0.25, 1200, 5000) * np.float32(0.03)
    return shaped(body + breath, 0.06, length_s, 0.1) * np.float32(0.34 * force)


def _clarinet(midi: int, length_s: float, force: float) -> Sound:
    loud = tuple((1.0 if n % 2 else 0.12) / n ** (1.25 - 0.3 * force) for n in range(1, 18))
    return shaped(players(midi, length_s + 0.2, loud, (0,), vibrato=4), 0.03, length_s, 0.06) * np.float32(0.3 * force)


def _timpani(midi: int, length_s: float, force: float) -> Sound:
    ratios, loud, fall = (1.0, 1.5, 1.98, 2.44, 2.9), (1.0, 0.6, 0.4, 0.2, 0.12), (2.0, 2.4, 3.4, 5.0, 7.0)
    body = damped([hertz(midi) * ratio for ratio in ratios], loud, fall, 1.6, midi)
    return shaped(_with_onset(body, _finger(midi, 0.2 * force, 80, 500)), 0.002, 1.2, 0.2) * np.float32(0.6 * force)


INSTRUMENTS: dict[str, Callable[[int, float, float], Sound]] = {
    "bell": _bell, "brass": _brass, "choir": _choir, "clarinet": _clarinet, "dombra": _dombra, "felt": _felt,
    "flute": _flute, "glass": _glass, "glock": _glock, "glow": _glow, "harp": _harp, "horn": _horn,
    "marcato": _marcato, "marimba": _marimba, "nylon": _nylon, "pizzicato": _pizzicato, "pluck": _pluck, "saw": _saw,
    "strings": _strings, "sub": _sub, "synth": _synth, "timpani": _timpani, "trumpet": _trumpet,
    "ukulele": _ukulele, "upright": _upright, "vibes": _vibes,
}  # fmt: skip
