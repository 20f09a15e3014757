"""Drums and unpitched sounds of the score, each a function without arguments, made once a process."""

from collections.abc import Callable
from functools import lru_cache

import numpy as np

from reelwright.providers.builtin.composer.waves import RATE_HZ, Sound, damped, noise_band, shaped, swept


def beat(name: str, force: float) -> Sound:
    """A drum stroke; ``name`` is one of ``DRUMS``."""
    return _struck(name) * np.float32(force)


@lru_cache(maxsize=64)
def _struck(name: str) -> Sound:
    return DRUMS[name]()


def _hiss(
    seed: int, length_s: float, decay_s: float, low_hz: float, high_hz: float = 16_000, attack_s: float = 0.001
) -> Sound:
    """A burst of noise."""
    sound = noise_band(seed, length_s, low_hz, high_hz)
    sound *= np.exp(-np.arange(len(sound), dtype=np.float32) / np.float32(decay_s * RATE_HZ))
    return shaped(sound, attack_s, length_s, 0.1)


def _over(*sounds: Sound) -> Sound:
    """Sounds that begin together."""
    out = np.zeros(max(len(sound) for sound in sounds), np.float32)
    for sound in sounds:
        out[: len(sound)] += sound
    return out


def _kick() -> Sound:
    return _over(swept(160, 48, 0.025, 0.13, 0.45) * np.float32(0.75), _hiss(11, 0.02, 0.004, 1500) * np.float32(0.05))


def _soft_kick() -> Sound:
    return swept(85, 45, 0.03, 0.15, 0.5) * np.float32(0.55)


def _taiko() -> Sound:
    return _over(swept(120, 62, 0.05, 0.28, 0.9) * np.float32(0.75), _hiss(5, 0.3, 0.02, 60, 2500) * np.float32(0.12))


def _frame_drum() -> Sound:
    head = damped((92, 146, 197, 268), (1.0, 0.5, 0.3, 0.2), (7, 11, 14, 20), 0.6, 3)
    return _over(shaped(head, 0.002, 0.4, 0.1) * np.float32(0.42), _hiss(12, 0.1, 0.012, 500, 4000) * np.float32(0.06))


def _frame_slap() -> Sound:
    head = damped((210, 333, 470, 690), (0.6, 0.5, 0.4, 0.3), (22, 26, 30, 34), 0.25, 4)
    return _over(shaped(head, 0.001, 0.2, 0.05) * np.float32(0.3), _hiss(13, 0.09, 0.014, 1500, 7000) * np.float32(0.1))


def _hat() -> Sound:
    return _hiss(1, 0.12, 0.02, 7000) * np.float32(0.13)


def _open_hat() -> Sound:
    return _hiss(1, 0.4, 0.11, 6500) * np.float32(0.09)


def _clap() -> Sound:
    body = _hiss(2, 0.25, 0.055, 900, 5000)
    for late_s in (0.011, 0.021):
        late = round(late_s * RATE_HZ)
        body[late:] += 0.7 * _hiss(3, 0.25, 0.02, 900, 5000)[: len(body) - late]
    return (body * 0.15).astype(np.float32)


def _snap() -> Sound:
    ring = damped((1900, 2450, 3300), (0.6, 0.5, 0.3), (90, 95, 120), 0.12, 6)
    return _over(shaped(ring, 0.001, 0.1, 0.02) * np.float32(0.2), _hiss(14, 0.1, 0.012, 1800, 7000) * np.float32(0.12))


def _snare() -> Sound:
    ring = damped((185, 330), (0.7, 0.4), (18, 24), 0.2, 7)
    return _over(shaped(ring, 0.001, 0.2, 0.05) * np.float32(0.3), _hiss(15, 0.25, 0.05, 1500, 9000) * np.float32(0.14))


def _shaker() -> Sound:
    return _hiss(4, 0.14, 0.03, 5000, attack_s=0.018) * np.float32(0.14)


def _tambourine() -> Sound:
    jingles = damped((5200, 6100, 7400, 8300, 9700), (1, 1, 0.8, 0.7, 0.6), (24, 26, 28, 30, 34), 0.2, 8)
    return _over(shaped(jingles, 0.002, 0.2, 0.03) * np.float32(0.05), _hiss(16, 0.1, 0.02, 7000) * np.float32(0.05))


def _brush_tap() -> Sound:
    return _hiss(17, 0.16, 0.03, 1300, 8000, attack_s=0.003) * np.float32(0.14)


def _brush_swish() -> Sound:
    """A wire brush drawn over the skin: it swells and goes."""
    sound = noise_band(18, 0.42, 1800, 9000)
    curve = np.sin(np.linspace(0, np.pi, len(sound), dtype=np.float32)) ** 2
    return sound * curve * np.float32(0.075)


def _ride() -> Sound:
    ping = damped((3150, 4210, 5330, 6740, 8920), (0.7, 0.6, 0.5, 0.4, 0.3), (7, 8, 9, 10, 12), 0.6, 9)
    wash = _hiss(19, 0.6, 0.16, 6000) * np.float32(0.03)
    return _over(shaped(ping, 0.001, 0.5, 0.1) * np.float32(0.035), wash)


def _wood() -> Sound:
    return shaped(damped((890, 1480, 2200), (1, 0.5, 0.3), (45, 60, 80), 0.16, 10), 0.001, 0.14, 0.02) * np.float32(
        0.24
    )


def _boom() -> Sound:
    """A deep stroke for a landing."""
    return _over(swept(70, 36, 0.12, 0.6, 2.0) * np.float32(0.75), _hiss(20, 1.2, 0.3, 40, 900) * np.float32(0.06))


def _cymbal() -> Sound:
    return _hiss(21, 2.2, 0.6, 4500, attack_s=0.004) * np.float32(0.08)


def _swell() -> Sound:
    """A cymbal rolled from nothing up to the beat that follows; two seconds."""
    sound = noise_band(22, 2.0, 3500, 12_000)
    return shaped(sound * np.linspace(0, 1, len(sound), dtype=np.float32) ** 3, 0.3, 1.96, 0.012) * np.float32(0.09)


def _riser() -> Sound:
    """Noise whose pitch and force rise to the beat that follows; two seconds."""
    low, high = noise_band(23, 2.0, 300, 1500), noise_band(24, 2.0, 2500, 9000)
    up = np.linspace(0, 1, len(low), dtype=np.float32)
    return shaped((low * (1 - up) + high * up) * up**2, 0.3, 1.96, 0.01) * np.float32(0.09)


def _breath() -> Sound:
    """Air that swells and is gone: the lift before a new bar; two seconds."""
    sound = noise_band(25, 2.0, 600, 3000, tilt=-3)
    up = np.linspace(0, 1, len(sound), dtype=np.float32)
    return shaped(sound * up**2, 0.4, 1.94, 0.02) * np.float32(0.05)


RISES = frozenset({"swell", "riser", "breath"})
"""Drums that lead up to a beat: they are placed to end on it."""
RISE_S = 2.0
DRUMS: dict[str, Callable[[], Sound]] = {
    "boom": _boom, "breath": _breath, "brush_swish": _brush_swish, "brush_tap": _brush_tap, "clap": _clap,
    "cymbal": _cymbal, "frame_drum": _frame_drum, "frame_slap": _frame_slap, "hat": _hat, "kick": _kick,
    "open_hat": _open_hat, "ride": _ride, "riser": _riser, "shaker": _shaker, "snap": _snap, "snare": _snare,
    "soft_kick": _soft_kick, "swell": _swell, "taiko": _taiko, "tambourine": _tambourine, "wood": _wood,
}  # fmt: skip
