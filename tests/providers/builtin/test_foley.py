"""Sound effects: each is what its name says, by what can be measured of it."""

import asyncio
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from reelwright.errors import BadInput
from reelwright.media.wav import read_wav
from reelwright.media.workshop import Workshop
from reelwright.ports import SoundModel, SoundRequest, Tools
from reelwright.providers.builtin.cards import FOLEY
from reelwright.providers.builtin.foley import Foley
from reelwright.providers.builtin.foley.stage import ACTIONS, AMBIENCES, effect
from reelwright.stages.lexicon import table

RATE_HZ = 48_000
ALL = (*AMBIENCES, *ACTIONS)


def middle(sound: str, length_s: float = 4.0, surface: str = "stone", seed: int = 3) -> NDArray[np.float32]:
    return effect(sound, surface, length_s, seed).mean(axis=1)


def centroid_hz(samples: NDArray[np.float32]) -> float:
    power = np.abs(np.fft.rfft(samples)) ** 2
    return float((np.fft.rfftfreq(len(samples), 1 / RATE_HZ) * power).sum() / power.sum())


def onsets_s(samples: NDArray[np.float32], gap_s: float = 0.08) -> list[float]:
    """Where 10 ms are much louder than those before."""
    level = np.sqrt(np.square(samples[: len(samples) // 480 * 480]).reshape(-1, 480).mean(axis=1))
    found: list[float] = []
    for step in range(1, len(level)):
        is_loud = level[step] > 0.25 * level.max() and level[step] > 2 * level[step - 1]
        if is_loud and (not found or step / 100 - found[-1] > gap_s):
            found.append(step / 100)
    return found


@pytest.mark.parametrize("sound", ALL)
@pytest.mark.parametrize("length_s", [0.4, 4.0083])
def test_every_sound_is_whole_clean_and_the_same_again(sound: str, length_s: float) -> None:
    made = effect(sound, "stone", length_s, 7)
    assert made.shape == (round(length_s * RATE_HZ), 2)
    assert made.dtype == np.float32
    assert np.isfinite(made).all()
    assert np.abs(made).max() == pytest.approx(0.5, abs=1e-3)
    assert np.abs(made[[0, -1]]).max() < 0.01
    assert abs(float(made.mean())) < 0.01
    assert np.array_equal(made, effect(sound, "stone", length_s, 7))


def test_all_that_a_shot_can_ask_for_is_there() -> None:
    lists = table("sounds")
    named = {*lists["words"], *table("sound_cues")["sound"]}
    assert named == set(ALL)


@pytest.mark.parametrize("sound", sorted(AMBIENCES))
def test_places_are_wide_and_whole_in_mono(sound: str) -> None:
    made = effect(sound, "grass", 6.0, 5)
    assert float(np.asarray(np.corrcoef(made.T))[0, 1]) < 0.8
    assert float(np.square(made.mean(axis=1)).mean()) > 0.5 * float(np.square(made).mean())


@pytest.mark.parametrize(
    ("sound", "low_hz", "high_hz"),
    [
        ("rain", 2500, 7000), ("wind", 200, 1000), ("waves", 400, 2500), ("traffic", 100, 900), ("crowd", 350, 1500),
        ("birds", 2000, 6500), ("sizzle", 5000, 13_000), ("spray", 5000, 13_000), ("engine", 50, 600),
        ("bark", 400, 2000), ("meow", 500, 2500), ("chime", 1100, 2500), ("whoosh", 500, 4000), ("cloth", 1200, 5000),
    ],
)  # fmt: skip
def test_sounds_lie_where_they_lie_in_the_world(sound: str, low_hz: float, high_hz: float) -> None:
    assert low_hz < centroid_hz(middle(sound)) < high_hz


def test_pouring_rises_as_the_vessel_fills() -> None:
    made = middle("pour", 2.2)
    parts = np.array_split(made[4800:-9600], 4)
    peaks: list[float] = []
    for part in parts:
        power = np.abs(np.fft.rfft(part)) ** 2
        frequency = np.fft.rfftfreq(len(part), 1 / RATE_HZ)
        inside = (frequency > 300) & (frequency < 2500)
        peaks.append(float((frequency[inside] * power[inside]).sum() / power[inside].sum()))
    assert peaks == sorted(peaks)
    assert peaks[-1] > 1.8 * peaks[0]


def test_steps_walk_and_hooves_canter() -> None:
    steps = onsets_s(middle("steps", 5.0, "wood"), gap_s=0.3)
    assert 7 <= len(steps) <= 10
    assert np.diff(steps).mean() == pytest.approx(0.56, abs=0.05)
    hooves = onsets_s(middle("hooves", 5.0, "stone"), gap_s=0.09)
    assert 20 <= len(hooves) <= 27


def test_the_ground_is_heard() -> None:
    heard = [centroid_hz(middle("steps", 4.0, surface)) for surface in ("wood", "stone", "sand")]
    assert heard[0] < heard[1] < heard[2]


def test_rain_is_duller_behind_a_window() -> None:
    assert centroid_hz(middle("rain", surface="wood")) < 0.6 * centroid_hz(middle("rain", surface="stone"))


def test_a_whoosh_comes_and_goes() -> None:
    made = np.abs(middle("whoosh", 0.9))
    thirds = [float(part.mean()) for part in np.array_split(made, 3)]
    assert thirds[1] > 2 * thirds[0]
    assert thirds[1] > 2 * thirds[2]


def test_fire_crackles_and_typing_pauses() -> None:
    fire = middle("fire", 6.0)
    assert float(np.abs(fire).max() / np.sqrt(np.mean(fire**2))) > 4
    gaps = np.diff(onsets_s(middle("typing", 8.0), gap_s=0.06))
    assert gaps.min() < 0.2
    assert gaps.max() > 0.4


def test_behind_the_port(tmp_path: Path) -> None:
    with Workshop(processes=1) as workshop:
        foley = Foley(FOLEY, Tools(workshop, tmp_path))
        assert isinstance(foley, SoundModel)
        reply = asyncio.run(foley.sound(SoundRequest("rain", "stone", "Rain falls.", 2.5, 3, tmp_path)))
        samples, rate_hz = read_wav(reply.media.path)
        assert (samples.shape, rate_hz) == ((120_000, 2), 48_000)
        assert reply.notes == ()
        unknown = asyncio.run(foley.sound(SoundRequest("theremin", "stone", "", 1.0, 3, tmp_path)))
        assert not read_wav(unknown.media.path)[0].any()
        assert "'theremin'" in unknown.notes[0]
        with pytest.raises(BadInput):
            asyncio.run(foley.sound(SoundRequest("rain", "", "", 0.0, 3, tmp_path)))
