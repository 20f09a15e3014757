"""What sounds are made of: damped partials, players of one wave, shaped noise. All mono, 48 kHz, float32."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

RATE_HZ = 48_000
Sound = NDArray[np.float32]
"""Shape (samples,)."""
Wave: TypeAlias = NDArray[np.floating[Any]]
"""The same on its way, of any precision."""
_TABLE_SIZE = 4096
_CUT_HZ = 14_000.0
_STRIDE = 256
_INAUDIBLE = 1e-4


def hertz(midi: float) -> float:
    """Frequency of a MIDI note."""
    return 440.0 * 2 ** ((midi - 69) / 12)


def seconds_of(length_s: float) -> Sound:
    """The time of each sample."""
    return np.arange(round(length_s * RATE_HZ), dtype=np.float32) / np.float32(RATE_HZ)


def damped(
    frequencies_hz: Sequence[float] | Wave,
    amplitudes: Sequence[float] | Wave,
    decays: Sequence[float] | Wave,
    length_s: float,
    seed: int = 0,
) -> Sound:
    """Partials that each die at their own rate: strings, bars, bells and skins.

    Args:
        frequencies_hz: Of each partial; those too high to be heard well are left out.
        amplitudes: Of each at its start.
        decays: Nepers per second of each.
        length_s: Length.
        seed: Dice for the phases, so that no two notes click alike.
    """
    pitch, loud, fall = (np.asarray(row, np.float64) for row in (frequencies_hz, amplitudes, decays))
    heard = (pitch < _CUT_HZ) & (pitch > 0) & (np.abs(loud) > _INAUDIBLE)
    pitch, loud, fall = pitch[heard], loud[heard], fall[heard]
    count = round(length_s * RATE_HZ)
    blocks = -(-count // _STRIDE)
    turns = np.random.default_rng(seed).uniform(0, 2 * np.pi, len(pitch))
    sound = np.zeros((blocks, _STRIDE), np.float32)
    strides, inside = np.arange(blocks) * _STRIDE, np.arange(_STRIDE)
    for step, size, turn in zip((2j * np.pi * pitch - fall) / RATE_HZ, loud, turns, strict=True):
        # Each partial is the product of a slow and a fast turn, and only as long as it can be heard.
        heard_s = np.log(abs(size) / _INAUDIBLE) / max(1e-3, -step.real * RATE_HZ)
        rows = min(blocks, max(1, int(heard_s * RATE_HZ / _STRIDE) + 1))
        slow, fast = size * np.exp(step * strides[:rows] + 1j * turn), np.exp(step * inside)
        sound[:rows] += np.outer(slow.real.astype(np.float32), fast.real.astype(np.float32))
        sound[:rows] -= np.outer(slow.imag.astype(np.float32), fast.imag.astype(np.float32))
    return sound.ravel()[:count]


def shaped(wave: Wave, attack_s: float, held_s: float, release_s: float) -> Sound:
    """Rise over ``attack_s``, sound until ``held_s``, die over ``release_s``, end in silence; a new array."""
    sound = wave.astype(np.float32)
    rise = max(2, min(len(sound), round(attack_s * RATE_HZ)))
    sound[:rise] *= np.square(np.sin(np.linspace(0, np.pi / 2, rise, dtype=np.float32)))
    start = min(len(sound), max(0, round(held_s * RATE_HZ)))
    rest = len(sound) - start
    if rest:
        sound[start:] *= np.exp(np.arange(rest, dtype=np.float32) * np.float32(-1 / (release_s * RATE_HZ)))
    end = min(len(sound), RATE_HZ // 50)
    sound[len(sound) - end :] *= np.linspace(1, 0, end, dtype=np.float32)
    return sound


@lru_cache(maxsize=64)
def _table(amplitudes: tuple[float, ...]) -> Sound:
    """One turn of the wave of these partials, peak 1."""
    spectrum = np.zeros(_TABLE_SIZE // 2 + 1, np.complex128)
    spectrum[1 : len(amplitudes) + 1] = -1j * np.asarray(amplitudes)
    wave = np.fft.irfft(spectrum, _TABLE_SIZE)
    return (wave / np.abs(wave).max()).astype(np.float32)


def players(
    midi: float,
    length_s: float,
    amplitudes: tuple[float, ...],
    cents: Sequence[float],
    vibrato: float = 0.0,
    settles_s: float = 0.35,
) -> Sound:
    """Several slightly detuned players of one wave, each with a vibrato of its own.

    Args:
        midi: Pitch.
        length_s: Length.
        amplitudes: Of the partials; those too high to be heard well are left out.
        cents: How far each player is off.
        vibrato: Cents to either side.
        settles_s: How late the vibrato sets in.
    """
    count = round(length_s * RATE_HZ)
    rng = np.random.default_rng(round(midi * 10) + 7)
    base = hertz(midi)
    table = _table(amplitudes[: max(1, int(_CUT_HZ / base))])
    ramp = np.arange(count, dtype=np.float64)
    out = np.zeros(count, np.float32)
    for cent in cents:
        step = base * 2 ** (cent / 1200) / RATE_HZ * _TABLE_SIZE
        phase = ramp * step + rng.uniform(0, _TABLE_SIZE)
        if vibrato:
            rate = 2 * np.pi * rng.uniform(4.6, 5.8) / RATE_HZ
            swing = step * vibrato * np.log(2) / 1200 / rate
            coming = np.minimum(1.0, ramp / (settles_s * RATE_HZ))
            phase += swing * coming * np.sin((rate * ramp + rng.uniform(0, 6.28)).astype(np.float32))
        out += table[phase.astype(np.int64) & (_TABLE_SIZE - 1)]
    return out / np.float32(len(cents) ** 0.7)


def fading(slope: float, count: int = 24, odd: bool = False) -> tuple[float, ...]:
    """Amplitudes that fall off by ``slope`` from partial to partial; ``odd`` leaves out every second one."""
    return tuple(0.0 if odd and n % 2 == 0 else 1.0 / n**slope for n in range(1, count + 1))


def voiced(
    midi: float, peaks: Sequence[tuple[float, float, float]], slope: float, count: int = 30
) -> tuple[float, ...]:
    """Amplitudes of a voice or a muted horn: falling partials under resonances of (Hz, width in Hz, gain)."""
    numbers = np.arange(1, count + 1)
    pitch = numbers * hertz(midi)
    body = 0.06 + sum(
        (gain * np.exp(-0.5 * np.square((pitch - peak) / width)) for peak, width, gain in peaks), np.zeros(count)
    )
    return tuple(float(value) for value in body / numbers**slope)


def noise_band(seed: int, length_s: float, low_hz: float, high_hz: float, tilt: float = 0.0) -> Sound:
    """Noise between two frequencies with soft edges, root mean square 1.

    Args:
        seed: Dice.
        length_s: Length.
        low_hz: Under it an octave is 12 dB quieter.
        high_hz: Above it an octave is 12 dB quieter.
        tilt: Decibels per octave between them, counted from 1 kHz.
    """
    count = max(2, round(length_s * RATE_HZ))
    size = 1 << (count - 1).bit_length()
    frequency = np.fft.rfftfreq(size, 1 / RATE_HZ).astype(np.float32)
    frequency[0] = frequency[1]
    square = np.square(frequency)
    response = square / (square + np.float32(low_hz**2)) / (1 + square / np.float32(high_hz**2))
    if tilt:
        response = response * (frequency / 1000) ** np.float32(tilt / 6.02)
    rng = np.random.default_rng(seed)
    spectrum = np.fft.rfft(rng.standard_normal(size, dtype=np.float32)) * response
    sound = np.fft.irfft(spectrum, size)[:count].astype(np.float32)
    return sound / np.float32(max(1e-9, float(np.sqrt(np.mean(np.square(sound))))))


def swept(start_hz: float, end_hz: float, fall_s: float, decay_s: float, length_s: float) -> Sound:
    """A drum head: a sine whose pitch falls quickly."""
    t = seconds_of(length_s)
    turns = end_hz * t + (start_hz - end_hz) * fall_s * (1 - np.exp(-t / np.float32(fall_s)))
    sound = np.sin(np.float32(2 * np.pi) * turns) * np.exp(-t / np.float32(decay_s))
    return shaped(sound, 0.001, length_s, 0.1)
