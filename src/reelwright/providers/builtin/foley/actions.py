"""Sounds of what someone or something does: pouring, steps, hooves, a click, a bark."""

from collections.abc import Sequence

import numpy as np

from reelwright.providers.builtin.composer.waves import RATE_HZ, Wave, damped, noise_band, shaped
from reelwright.providers.builtin.foley.stuff import bed, burst, glide, hump, placed, sprinkled, throat, wander

_SOFT = ("grass", "sand", "snow", "earth")


def _knock(pitches_hz: Sequence[float], decays: Sequence[float], length_s: float, seed: int) -> Wave:
    """A hard thing struck: a few partials that die at once."""
    loud = [1 / (1 + 0.6 * place) for place in range(len(pitches_hz))]
    return shaped(damped(pitches_hz, loud, decays, length_s, seed), 0.0008, length_s, 0.02)


def pour(length_s: float, seed: int, surface: str) -> Wave:
    """Bubbles whose pitch rises as the vessel fills, under the hiss of the stream."""
    rng = np.random.default_rng(seed)
    events: list[tuple[float, Wave]] = []
    for at_s in np.sort(rng.uniform(0.05, length_s - 0.15, round(75 * length_s))).tolist():
        filled = at_s / length_s
        pitch_hz = float((430 + 1250 * filled**1.3) * rng.uniform(0.82, 1.22))
        bubble = damped((pitch_hz, pitch_hz * 2.3), (1, 0.2), (70, 140), 0.045, round(at_s * 1000))
        events.append((at_s, shaped(bubble, 0.003, 0.045, 0.01) * np.float32(rng.uniform(0.15, 0.7))))
    stream = bed(seed, length_s, 900, 6000, tilt=-1) * wander(seed + 1, length_s, 0.12, 0.5, 1.0)
    sound = placed(length_s, events) + stream * np.float32(0.07)
    return shaped(sound, 0.12, length_s - 0.3, 0.1)


def _step(seed: int, surface: str, weight: float) -> Wave:
    if surface in _SOFT:
        low_hz, high_hz = {"sand": (500, 3500), "snow": (900, 6500)}.get(surface, (250, 3800))
        body = hump(noise_band(seed, 0.16, low_hz, high_hz), 0.25) * np.float32(0.22)
        return placed(0.3, [(0.0, body), (0.0, burst(seed + 1, 0.12, 0.02, 60, 260) * np.float32(0.12 * weight))])
    heel = {
        "wood": _knock((118, 205, 390), (38, 46, 70), 0.14, seed),
        "metal": _knock((310, 870, 1730), (20, 26, 34), 0.3, seed),
    }.get(surface, _knock((150, 1150, 2300), (60, 85, 110), 0.1, seed))
    tap = burst(seed + 2, 0.06, 0.008, 900, 6500) * np.float32(0.13)
    events = [(0.0, heel * np.float32(0.4 * weight)), (0.0, tap), (0.085, tap * np.float32(0.55))]
    if surface == "wet":
        events.append((0.01, hump(noise_band(seed + 3, 0.2, 1800, 9000), 0.2) * np.float32(0.12)))
    return placed(0.4, events)


def steps(length_s: float, seed: int, surface: str) -> Wave:
    """Walking: heel and toe on the ground there is, left and right not alike."""
    rng = np.random.default_rng(seed)
    events: list[tuple[float, Wave]] = []
    at_s, foot = 0.12, 0
    while at_s < max(0.2, length_s - 0.4):
        events.append((at_s, _step(seed + foot % 4, surface, 1.0 if foot % 2 else 0.85) * float(rng.uniform(0.8, 1))))
        at_s += 0.56 + float(rng.normal(0, 0.015))
        foot += 1
    return placed(length_s, events)


def hooves(length_s: float, seed: int, surface: str) -> Wave:
    """A canter: three beats and a breath."""
    rng = np.random.default_rng(seed)
    soft = surface in _SOFT
    events: list[tuple[float, Wave]] = []
    at_s, count = 0.1, 0
    while at_s < max(0.2, length_s - 0.3):
        for late_s, force in ((0.0, 0.75), (0.13, 0.85), (0.25, 1.0)):
            kind = seed + count % 5
            thud = burst(kind, 0.14, 0.026, 55, 240) * np.float32(0.4 if soft else 0.2)
            clop = _knock((690, 1180, 1820), (70, 90, 110), 0.07, kind) * np.float32(0.05 if soft else 0.34)
            earth = burst(kind + 9, 0.1, 0.02, 300, 2600) * np.float32(0.1 if soft else 0.03)
            hit = placed(0.16, [(0, thud), (0, clop), (0.004, earth)])
            events.append((at_s + late_s + float(rng.normal(0, 0.006)), hit * np.float32(force)))
            count += 1
        at_s += 0.56 + float(rng.normal(0, 0.01))
    return placed(length_s, events)


def whoosh(length_s: float, seed: int, surface: str) -> Wave:
    """Air that something quick has parted: low, high, low again."""
    size_s = min(length_s, 0.9)
    low, high = noise_band(seed, size_s, 180, 700), noise_band(seed + 1, size_s, 900, 4200)
    return placed(length_s, [(0.0, hump(low, 0.5, 1.6) * np.float32(0.5) + hump(high, 0.55, 4.0) * np.float32(0.5))])


def click(length_s: float, seed: int, surface: str) -> Wave:
    """Pressed and let go."""
    down = _knock((2300, 3900, 5600), (240, 300, 380), 0.03, seed) * np.float32(0.5)
    body = _knock((420, 760), (110, 150), 0.05, seed + 1) * np.float32(0.2)
    return placed(length_s, [(0.02, down), (0.02, body), (0.13, down * np.float32(0.55))])


def sizzle(length_s: float, seed: int, surface: str) -> Wave:
    """Fat in a hot pan: a bright hiss that never stands still, with spits."""
    hiss = bed(seed, length_s, 3200, 12_000) * wander(seed + 1, length_s, 0.07, 0.35, 1.0)
    spit = sprinkled(seed + 2, length_s, 34, burst(7, 0.012, 0.0025, 2500, 11_000, 0.0003), spread=0.8)
    return shaped(hiss * np.float32(0.3) + spit * np.float32(0.1), 0.15, length_s - 0.4, 0.12)


def crunch(length_s: float, seed: int, surface: str) -> Wave:
    """A bite: a hard crack, then crumbs."""
    rng = np.random.default_rng(seed)
    events = [(0.02, burst(seed, 0.1, 0.012, 500, 5000, 0.0005) * np.float32(0.6))]
    for place in range(14):
        at_s = 0.03 + 0.3 * float(rng.uniform()) ** 1.5
        crumb = burst(seed + place % 5, 0.05, 0.005, 1200, 7500, 0.0004)
        events.append((at_s, crumb * np.float32(rng.uniform(0.1, 0.4))))
    return placed(length_s, events)


def chime(length_s: float, seed: int, surface: str) -> Wave:
    """Two small bells, a fourth apart."""
    notes = ((0.0, 1318.5), (0.14, 1760.0))
    return placed(
        length_s,
        [
            (at_s, shaped(damped((hz, hz * 2.76, hz * 5.4), (1, 0.3, 0.12), (3.2, 7, 15), 1.5, seed), 0.001, 1.1, 0.2))
            for at_s, hz in notes
        ],
    )


def typing(length_s: float, seed: int, surface: str) -> Wave:
    """Keys in runs, with a thought between them."""
    rng = np.random.default_rng(seed)
    keys = [
        placed(
            0.07,
            [
                (0.0, burst(seed + k, 0.03, 0.004, 1500, 6500, 0.0004) * np.float32(0.4)),
                (0.0, _knock((340 + 25 * k, 690 + 40 * k), (120, 150), 0.05, seed + k) * np.float32(0.3)),
            ],
        )
        for k in range(4)
    ]
    events: list[tuple[float, Wave]] = []
    at_s = 0.05
    while at_s < length_s - 0.1:
        events.append((at_s, keys[int(rng.integers(4))] * np.float32(rng.uniform(0.6, 1))))
        at_s += float(rng.uniform(0.09, 0.18)) + (0.45 if rng.uniform() < 0.12 else 0)
    return placed(length_s, events)


def cloth(length_s: float, seed: int, surface: str) -> Wave:
    """Two soft swishes."""
    swish = noise_band(seed, 0.32, 900, 5500, tilt=-2)
    return placed(
        length_s, [(0.0, hump(swish, 0.4, 2.5) * np.float32(0.3)), (0.36, hump(swish, 0.6, 2) * np.float32(0.2))]
    )


def bark(length_s: float, seed: int, surface: str) -> Wave:
    """Two barks: a rough voice that drops."""
    size_s = 0.19
    u = np.linspace(0, 1, round(size_s * RATE_HZ))
    pitch = 330 + 190 * np.sin(np.pi * np.minimum(1, u * 1.5)) - 120 * u
    voice = throat(glide(pitch), pitch, ((700, 220, 1.0), (1400, 300, 0.7), (2700, 500, 0.25)))
    rough = voice * (1 + 0.5 * noise_band(seed, size_s, 60, 400))
    one = hump(rough, 0.2, 1.2) * np.float32(0.4) + burst(seed + 1, size_s, 0.03, 700, 3500) * 0.05
    return placed(length_s, [(0.02, one), (0.42, one * 0.85)])


def meow(length_s: float, seed: int, surface: str) -> Wave:
    """A voice that opens and closes: mee-ow."""
    size_s = 0.75
    u = np.linspace(0, 1, round(size_s * RATE_HZ))
    pitch = 520 + 260 * np.sin(np.pi * u**0.8) - 90 * u
    phase = glide(pitch)
    thin = throat(phase, pitch, ((750, 250, 1.0), (2600, 500, 0.9)))
    wide = throat(phase, pitch, ((950, 280, 1.0), (1500, 350, 0.7)))
    mixed = thin * (1 - u) + wide * u
    return placed(length_s, [(0.02, hump(mixed, 0.35, 1.3) * np.float32(0.3))])


def engine(length_s: float, seed: int, surface: str) -> Wave:
    """A motor: firing strokes with their partials, a rev and back to a steady run."""
    u = np.linspace(0, 1, round(length_s * RATE_HZ))
    pitch = 42 + 34 * np.exp(-0.5 * np.square((u - 0.3) / 0.16)) + 8 * u
    pitch = pitch + wander(seed, length_s, 0.25, -1.2, 1.2)
    phase = glide(pitch)
    tone = sum((np.sin((n + 0.02) * phase + n) / n**0.8 for n in (1, 2, 3, 4, 6, 8)), np.zeros(len(u)))
    air = bed(seed + 1, length_s, 150, 1600, tilt=-2) * (0.5 + 0.5 * np.sin(phase)).astype(np.float32)
    return shaped((0.25 * tone).astype(np.float32) + air * np.float32(0.12), 0.2, length_s - 0.5, 0.18)


def spray(length_s: float, seed: int, surface: str) -> Wave:
    """A short mist from a nozzle."""
    mist = shaped(noise_band(seed, 0.55, 2800, 13_000) * np.float32(0.3), 0.02, 0.32, 0.07)
    press = click(0.2, seed, "")[: RATE_HZ // 10] * np.float32(0.3)
    return placed(length_s, [(0.02, press), (0.05, mist)])
