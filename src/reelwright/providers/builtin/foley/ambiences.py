"""Sounds of a place, of any length: rain, wind, waves, birds, fire, a crowd, traffic."""

import numpy as np

from reelwright.providers.builtin.composer.waves import RATE_HZ, Wave, seconds_of
from reelwright.providers.builtin.foley.stuff import bed, burst, glide, hump, placed, sprinkled, wander


def rain(length_s: float, seed: int, surface: str) -> Wave:
    """A soft hiss with drops in front of it; on a hard ground they tick more, and indoors it is behind the window."""
    if surface == "wood":
        pane = sprinkled(seed + 2, length_s, 26, burst(3, 0.02, 0.004, 900, 3800, 0.0004), spread=0.8)
        return bed(seed, length_s, 250, 2600, tilt=-2) * np.float32(0.3) + pane * np.float32(0.3)
    hard = surface in ("stone", "metal", "wet")
    hiss = bed(seed, length_s, 900, 9000, tilt=-2)
    near = sprinkled(seed + 1, length_s, 150, burst(2, 0.008, 0.0012, 2200, 9000, 0.0003))
    large = sprinkled(seed + 2, length_s, 34 if hard else 14, burst(3, 0.02, 0.003, 700, 3200, 0.0004), spread=0.7)
    return hiss * np.float32(0.3) + near * np.float32(0.2) + large * np.float32(0.25)


def wind(length_s: float, seed: int, surface: str) -> Wave:
    """Three bands that swell on their own, so that the pitch of the gusts wanders."""
    bands = ((120, 320, 1.0), (320, 620, 0.7), (620, 1300, 0.3))
    sound = np.zeros(round(length_s * RATE_HZ), np.float32)
    for place, (low_hz, high_hz, loudness) in enumerate(bands):
        gust = wander(seed + place, length_s, 2.2 - 0.4 * place, 0.1, 1.0) ** 2
        sound += bed(seed + 10 + place, length_s, low_hz, high_hz) * gust * np.float32(loudness)
    return sound


def waves(length_s: float, seed: int, surface: str) -> Wave:
    """A breaker every six to eight seconds: a roar that rises, foam that runs out."""
    rng = np.random.default_rng(seed)
    rush = bed(seed, length_s, 150, 2200, tilt=-3)
    foam = bed(seed + 1, length_s, 2500, 10_000)
    swell = np.full(len(rush), 0.12, np.float32)
    fizz = np.full(len(rush), 0.05, np.float32)
    at_s = -float(rng.uniform(0.5, 2.5))
    while at_s < length_s:
        turn_s = float(rng.uniform(5.6, 7.6))
        t = seconds_of(length_s) - np.float32(at_s)
        up, down = t / np.float32(turn_s * 0.42), (t - np.float32(turn_s * 0.42)) / np.float32(turn_s * 0.5)
        breaker = np.where(t < turn_s * 0.42, np.clip(up, 0, 1) ** 2.5, np.exp(-2.2 * np.clip(down, 0, 9)))
        swell += np.where(t > 0, breaker, 0).astype(np.float32)
        foaming = np.clip((t - np.float32(turn_s * 0.3)) / np.float32(0.9), 0, 1) ** 2
        fizz += foaming * np.exp(-1.6 * np.clip(down, 0, 9)) * np.float32(0.5)
        at_s += turn_s
    return rush * swell + foam * fizz * np.float32(0.3)


def birds(length_s: float, seed: int, surface: str) -> Wave:
    """Two or three singers with phrases of their own over a breath of air."""
    rng = np.random.default_rng(seed)
    events: list[tuple[float, Wave]] = []
    for _ in range(3):
        base_hz, loudness = float(rng.uniform(2600, 5200)), float(rng.uniform(0.3, 1.0))
        shape = [
            (float(rng.uniform(0.75, 1.3)), float(rng.uniform(0.05, 0.12))) for _ in range(int(rng.integers(2, 5)))
        ]
        at_s = float(rng.uniform(0.2, 1.6))
        while at_s < length_s - 0.5:
            start_s = at_s
            for ratio, size_s in shape:
                events.append((start_s, _chirp(base_hz * ratio, size_s, float(rng.uniform(0.8, 1.25))) * loudness))
                start_s += size_s + 0.04
            at_s += float(rng.uniform(1.3, 3.4))
    return placed(length_s, events) + bed(seed, length_s, 300, 2500, tilt=-4) * np.float32(0.012)


def _chirp(pitch_hz: float, length_s: float, bend: float) -> Wave:
    u = np.linspace(0, 1, round(length_s * RATE_HZ))
    phase = glide(pitch_hz * bend**u)
    return hump((np.sin(phase) + 0.12 * np.sin(2 * phase)).astype(np.float32), 0.35, 1.4) * np.float32(0.5)


def fire(length_s: float, seed: int, surface: str) -> Wave:
    """A low flutter with small and large cracks."""
    rng = np.random.default_rng(seed + 4)
    flutter = bed(seed, length_s, 60, 420) * wander(seed + 1, length_s, 0.16, 0.3, 1.0)
    hiss = bed(seed + 2, length_s, 2000, 8000) * np.float32(0.05)
    small = sprinkled(seed + 3, length_s, 22, burst(3, 0.012, 0.002, 1800, 9000, 0.0003))
    cracks = [burst(kind, 0.06, 0.007, 500, 6000, 0.0003) for kind in range(3)]
    times = rng.uniform(0, length_s, max(1, round(2.2 * length_s))).tolist()
    large = placed(length_s, [(at_s, cracks[int(rng.integers(3))] * float(rng.uniform(0.2, 0.7))) for at_s in times])
    return flutter * np.float32(0.5) + hiss + small * np.float32(0.12) + large * np.float32(0.45)


def crowd(length_s: float, seed: int, surface: str) -> Wave:
    """A murmur: many bands that each speak in syllables of their own and never in step."""
    rng = np.random.default_rng(seed)
    sound = bed(seed, length_s, 180, 900, tilt=-3) * np.float32(0.25)
    for place in range(9):
        centre_hz = float(rng.choice((260, 420, 560, 760, 1050, 1500, 2100)))
        talk = wander(seed + 20 + place, length_s, float(rng.uniform(0.1, 0.17)), 0.0, 1.0) ** 2
        turns = wander(seed + 40 + place, length_s, 1.6, 0.0, 1.0)
        sound += (
            bed(seed + place % 3, length_s, centre_hz * 0.8, centre_hz * 1.2)
            * talk
            * turns
            * np.float32(280 / (280 + centre_hz))
        )
    return sound


def traffic(length_s: float, seed: int, surface: str) -> Wave:
    """A far rumble; now and then a car goes by."""
    rng = np.random.default_rng(seed)
    rumble = bed(seed, length_s, 40, 260) * np.float32(0.4)
    tyres = bed(seed + 1, length_s, 350, 1800, tilt=-2)
    passing = np.zeros(len(tyres), np.float32)
    at_s = float(rng.uniform(-0.5, 1.5))
    t = seconds_of(length_s)
    while at_s < length_s + 2:
        width_s, loudness = rng.uniform(0.7, 1.4), rng.uniform(0.4, 1.0)
        passing += np.float32(loudness) / (1 + np.square((t - np.float32(at_s)) / np.float32(width_s))) ** 2
        at_s += float(rng.uniform(2.2, 4.8))
    return rumble * (1 + passing) + tyres * passing * np.float32(0.5)
