"""Instruments as functions of pitch, length and force. All are mono, 48 kHz, float32, without clicks at either end."""

from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

RATE_HZ = 48_000
Sound = NDArray[np.float32]
"""Shape (samples,)."""
_TABLE_SIZE = 4096
_CUT_HZ = 9000.0


def hertz(midi: float) -> float:
    """Frequency of a MIDI note."""
    return 440.0 * 2 ** ((midi - 69) / 12)


def play(name: str, midi: int, length_s: float, force: float) -> Sound:
    """A note.

    Args:
        name: One of ``INSTRUMENTS``.
        midi: Pitch.
        length_s: How long it is held; it rings on after.
        force: Loudness and brightness in (0, 1].
    """
    step = max(1, round(force * 6))
    held = max(0.05, round(length_s * 20) / 20)
    return INSTRUMENTS[name](midi, held, step / 6) * np.float32(force / (step / 6))


def beat(name: str, force: float) -> Sound:
    """A drum stroke; ``name`` is one of ``DRUMS``."""
    return DRUMS[name]() * np.float32(force)


def _seconds(length_s: float) -> NDArray[np.float32]:
    return np.arange(round(length_s * RATE_HZ), dtype=np.float32) / np.float32(RATE_HZ)


def _partials(midi: int, length_s: float, amplitudes: tuple[float, ...], decay: float, stretch: float = 0.0) -> Sound:
    """Sine partials, the higher the quicker they die; ``stretch`` makes them inharmonic as in struck strings."""
    t = _seconds(length_s)
    base = hertz(midi)
    rng = np.random.default_rng(midi)
    out = np.zeros_like(t)
    for number, amplitude in enumerate(amplitudes, start=1):
        frequency = number * base * (1 + stretch * number * number) ** 0.5
        if frequency > _CUT_HZ or amplitude <= 0:
            continue
        turn = np.float32(2 * np.pi * frequency)
        fading = np.exp(t * np.float32(-decay * (0.6 + 0.4 * number)))
        out += np.float32(amplitude) * np.sin(turn * t + np.float32(rng.uniform(0, 6.283))) * fading
    return out


def _shaped(sound: Sound, attack_s: float, held_s: float, release_s: float) -> Sound:
    """Rise over ``attack_s``, sound until ``held_s``, die over ``release_s``, end in silence."""
    rise = max(2, min(len(sound), round(attack_s * RATE_HZ)))
    sound[:rise] *= np.square(np.sin(np.linspace(0, np.pi / 2, rise, dtype=np.float32)))
    start = min(len(sound), round(held_s * RATE_HZ))
    rest = len(sound) - start
    if rest:
        sound[start:] *= np.exp(np.arange(rest, dtype=np.float32) * np.float32(-1 / (release_s * RATE_HZ)))
    end = min(len(sound), RATE_HZ // 50)
    sound[len(sound) - end :] *= np.linspace(1, 0, end, dtype=np.float32)
    return sound


@lru_cache(maxsize=16)
def _table(slope: float, odd: bool, count: int = 14) -> Sound:
    """One turn of a wave whose partials fall off by ``slope``."""
    turn = np.arange(_TABLE_SIZE) / _TABLE_SIZE * 2 * np.pi
    numbers = range(1, count + 1, 2 if odd else 1)
    wave = sum((np.sin(n * turn) / n**slope for n in numbers), np.zeros(_TABLE_SIZE))
    return (wave / np.abs(wave).max()).astype(np.float32)


def _choir(midi: int, length_s: float, cents: tuple[float, ...], slope: float, odd: bool = False) -> Sound:
    """Several slightly detuned players of one wave."""
    count = round(length_s * RATE_HZ)
    ramp = np.arange(count, dtype=np.float64)
    rng = np.random.default_rng(midi + 7)
    room = max(2, min(14, int(_CUT_HZ / hertz(midi))))
    table = _table(slope, odd, room)
    out = np.zeros(count, np.float32)
    for cent in cents:
        step = hertz(midi) * 2 ** (cent / 1200) / RATE_HZ * _TABLE_SIZE
        out += table[(ramp * step + rng.uniform(0, _TABLE_SIZE)).astype(np.int64) & (_TABLE_SIZE - 1)]
    return out / np.float32(len(cents) ** 0.7)


@lru_cache(maxsize=256)
def _felt(midi: int, length_s: float, force: float) -> Sound:
    amplitudes = tuple(float(np.exp(-(0.75 - 0.25 * force) * n)) for n in range(9))
    sound = _partials(midi, length_s + 0.7, amplitudes, 0.9 + hertz(midi) / 500, 0.0004)
    knock = np.random.default_rng(midi).standard_normal(900) * np.exp(-np.arange(900) / 180)
    sound[:900] += (np.convolve(knock, np.ones(32) / 32, "same") * 0.25 * force).astype(np.float32)
    return _shaped(sound, 0.005, length_s, 0.16) * np.float32(0.5 * force)


@lru_cache(maxsize=256)
def _glass(midi: int, length_s: float, force: float) -> Sound:
    sound = _partials(midi, length_s + 1.4, (1.0, 0.0, 0.28 * force, 0.0, 0.07, 0.0, 0.03), 1.3, 0.002)
    return _shaped(sound, 0.012, length_s + 0.4, 0.35) * np.float32(0.5 * force)


@lru_cache(maxsize=128)
def _bell(midi: int, length_s: float, force: float) -> Sound:
    sound = _partials(midi, length_s + 1.8, (1.0, 0.45, 0.0, 0.3 * force, 0.0, 0.16, 0.0, 0.1), 1.5, 0.006)
    return _shaped(sound, 0.003, length_s + 0.8, 0.4) * np.float32(0.35 * force)


@lru_cache(maxsize=256)
def _pluck(midi: int, length_s: float, force: float) -> Sound:
    amplitudes = tuple(float(force ** (0.15 * n)) / (n + 1) for n in range(11))
    return _shaped(_partials(midi, length_s + 0.35, amplitudes, 5.5), 0.002, length_s, 0.08) * np.float32(0.5 * force)


@lru_cache(maxsize=128)
def _marcato(midi: int, length_s: float, force: float) -> Sound:
    held = min(length_s, 0.22)
    sound = _choir(midi, held + 0.25, (-6, 5, 11), 1.25)
    return _shaped(sound, 0.018, held, 0.07) * np.float32(0.30 * force)


@lru_cache(maxsize=64)
def _strings(midi: int, length_s: float, force: float) -> Sound:
    return _shaped(_choir(midi, length_s + 0.9, (-8, -3, 4, 9), 1.75), 0.5, length_s, 0.3) * np.float32(0.2 * force)


@lru_cache(maxsize=64)
def _glow(midi: int, length_s: float, force: float) -> Sound:
    return _shaped(_choir(midi, length_s + 1.2, (-9, 0, 8), 2.4, odd=True), 0.9, length_s, 0.45) * np.float32(
        0.26 * force
    )


@lru_cache(maxsize=64)
def _saw(midi: int, length_s: float, force: float) -> Sound:
    return _shaped(_choir(midi, length_s + 0.4, (-11, -4, 5, 12), 1.45), 0.12, length_s, 0.12) * np.float32(
        0.17 * force
    )


@lru_cache(maxsize=64)
def _horn(midi: int, length_s: float, force: float) -> Sound:
    return _shaped(_choir(midi, length_s + 0.4, (-4, 4), 1.6), 0.09, length_s, 0.15) * np.float32(0.28 * force)


@lru_cache(maxsize=64)
def _upright(midi: int, length_s: float, force: float) -> Sound:
    sound = _partials(midi, length_s + 0.25, (1.0, 0.5, 0.22, 0.1, 0.05), 1.6)
    return _shaped(sound, 0.008, length_s, 0.09) * np.float32(0.55 * force)


@lru_cache(maxsize=64)
def _sub(midi: int, length_s: float, force: float) -> Sound:
    return _shaped(_partials(midi, length_s + 0.4, (1.0, 0.25, 0.06), 0.25), 0.08, length_s, 0.2) * np.float32(
        0.5 * force
    )


@lru_cache(maxsize=64)
def _synth(midi: int, length_s: float, force: float) -> Sound:
    return _shaped(_choir(midi, length_s + 0.1, (0, 6), 1.5), 0.004, length_s, 0.05) * np.float32(0.34 * force)


@lru_cache(maxsize=64)
def _brass(midi: int, length_s: float, force: float) -> Sound:
    return _shaped(_choir(midi, length_s + 0.3, (-5, 0, 5), 1.4), 0.06, length_s, 0.15) * np.float32(0.34 * force)


def _swept(start_hz: float, end_hz: float, fall_s: float, decay_s: float, length_s: float) -> Sound:
    """A drum head: a sine whose pitch falls quickly."""
    t = _seconds(length_s)
    turns = end_hz * t + (start_hz - end_hz) * fall_s * (1 - np.exp(-t / np.float32(fall_s)))
    sound = np.sin(np.float32(2 * np.pi) * turns) * np.exp(-t / np.float32(decay_s))
    return _shaped(sound.astype(np.float32), 0.001, length_s, 0.1)


def _hiss(seed: int, length_s: float, decay_s: float, differences: int, attack_s: float = 0.001) -> Sound:
    """A burst of noise; each difference takes away more of its lows."""
    count = round(length_s * RATE_HZ)
    noise = np.random.default_rng(seed).standard_normal(count + differences)
    for _ in range(differences):
        noise = np.diff(noise) * 0.7
    sound = noise * np.exp(-np.arange(count) / (decay_s * RATE_HZ))
    return _shaped(sound.astype(np.float32), attack_s, length_s, 0.1)


@lru_cache(maxsize=1)
def _kick() -> Sound:
    return _swept(150, 48, 0.025, 0.13, 0.45) * np.float32(0.75)


@lru_cache(maxsize=1)
def _soft_kick() -> Sound:
    return _swept(85, 45, 0.03, 0.15, 0.5) * np.float32(0.55)


@lru_cache(maxsize=1)
def _taiko() -> Sound:
    head, skin = _swept(120, 62, 0.05, 0.28, 0.9), _hiss(5, 0.9, 0.02, 0)
    return (0.75 * head + 0.09 * skin).astype(np.float32)


@lru_cache(maxsize=1)
def _hat() -> Sound:
    return _hiss(1, 0.12, 0.02, 2) * np.float32(0.16)


@lru_cache(maxsize=1)
def _clap() -> Sound:
    body = _hiss(2, 0.25, 0.055, 1)
    for late_s in (0.011, 0.021):
        late = round(late_s * RATE_HZ)
        body[late:] += 0.7 * _hiss(3, 0.25, 0.02, 1)[: len(body) - late]
    return (body * 0.14).astype(np.float32)


@lru_cache(maxsize=1)
def _shaker() -> Sound:
    return _hiss(4, 0.14, 0.03, 2, attack_s=0.018) * np.float32(0.15)


@lru_cache(maxsize=1)
def _air() -> Sound:
    """A breath that swells and is gone: the lift before a new bar."""
    sound = _hiss(6, 1.0, 5.0, 1)
    return _shaped(sound * np.square(np.linspace(0, 1, len(sound), dtype=np.float32)), 0.3, 0.92, 0.03) * np.float32(
        0.05
    )


INSTRUMENTS: dict[str, Callable[[int, float, float], Sound]] = {
    "felt": _felt, "glass": _glass, "bell": _bell, "pluck": _pluck, "marcato": _marcato, "strings": _strings,
    "glow": _glow, "saw": _saw, "horn": _horn, "upright": _upright, "sub": _sub, "synth": _synth, "brass": _brass,
}  # fmt: skip
DRUMS: dict[str, Callable[[], Sound]] = {
    "kick": _kick, "soft_kick": _soft_kick, "taiko": _taiko, "hat": _hat, "clap": _clap, "shaker": _shaker, "air": _air,
}  # fmt: skip
