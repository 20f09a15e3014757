"""The composer: form, harmony, length, ending."""

import asyncio
import itertools
from pathlib import Path

import numpy as np
import pytest

from reelwright.errors import BadInput
from reelwright.media.loudness import integrated_loudness, true_peak
from reelwright.media.wav import read_wav
from reelwright.media.workshop import Workshop
from reelwright.ports import MusicBeat, MusicModel, MusicRequest, Tools
from reelwright.providers.builtin.cards import COMPOSER
from reelwright.providers.builtin.composer import Composer
from reelwright.providers.builtin.composer.palettes import PALETTES, SCALES, Palette, choose_palette
from reelwright.providers.builtin.composer.render import RATE_HZ, perform, played
from reelwright.providers.builtin.composer.score import Feeling, ScoreJob, write_score

RISE = ("calm", "curiosity", "joy", "triumph")


def job(template: str = "emotional-arc", mood: str = "", duration_s: float = 15.0, seed: int = 5) -> ScoreJob:
    length = duration_s / len(RISE)
    feelings = tuple(Feeling(name, name, place * length, length) for place, name in enumerate(RISE))
    return ScoreJob(template, mood, (), feelings, duration_s, seed, "")


@pytest.mark.parametrize("template", ["emotional-arc", "teaser-reveal", "aida", "heros-journey"])
@pytest.mark.parametrize("duration_s", [6.0, 15.0, 14.9815])
def test_a_score_is_whole_clean_and_exactly_as_long(template: str, duration_s: float) -> None:
    sound = played(write_score(job(template, duration_s=duration_s)), round(duration_s * RATE_HZ))
    assert sound.shape == (round(duration_s * RATE_HZ), 2)
    assert true_peak(sound) < -1
    assert integrated_loudness(sound) > -24
    assert np.abs(sound[:2]).max() < 0.01
    assert np.abs(sound[-240:]).max() < 0.002
    tail = sound[-round(1.5 * RATE_HZ) :]
    thirds = [float(np.sqrt(np.mean(part**2))) for part in np.array_split(tail, 3)]
    assert thirds[0] > thirds[1] > thirds[2]
    assert abs(float(sound.mean())) < 1e-3


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.slug)
def test_harmony_stays_in_the_mode_moves_little_and_ends_on_the_tonic(palette: Palette) -> None:
    for seed in range(6):
        score = write_score(job("", mood=palette.slug.replace("-", " "), duration_s=30, seed=seed))
        assert score.palette is palette
        scale = {(score.tonic + step) % 12 for step in SCALES[score.palette.mode]}
        assert {note % 12 for chord in score.chords for note in chord} <= scale
        last = {note % 12 for note in score.chords[-1]}
        assert score.tonic % 12 in last
        assert (score.tonic + 7) % 12 in last
        for before, after in itertools.pairwise(score.chords):
            assert all(min(abs(tone - other) for other in before) <= 4 for tone in after)
        assert score.chords[-2] != score.chords[-1]


def test_the_music_grows_with_the_film() -> None:
    notes = [note for note in write_score(job(duration_s=20)).notes if note.part != "pad"]
    early = sum(note.force for note in notes if note.start_s < 5)
    late = sum(note.force for note in notes if 10 <= note.start_s < 15)
    assert late > 1.3 * early


def test_the_same_seed_gives_the_same_score_and_another_does_not() -> None:
    one, two = write_score(job()), write_score(job())
    assert one == two
    assert write_score(job(seed=6)).notes != one.notes


@pytest.mark.parametrize(
    ("template", "mood", "slug"),
    [
        ("emotional-arc", "", "warm-acoustic"),
        ("teaser-reveal", "", "ambient-luxury"),
        ("aida", "", "electronic-drive"),
        ("heros-journey", "", "epic-rise"),
        ("emotional-arc", "energetic", "electronic-drive"),
        ("aida", "luxurious and mysterious", "ambient-luxury"),
    ],
)
def test_palettes_follow_template_and_mood(template: str, mood: str, slug: str) -> None:
    assert choose_palette(template, mood, (), ()).slug == slug


def test_palettes_sound_different() -> None:
    bands = (0, 120, 250, 500, 1000, 2000, 4000, 8000)
    colours: list[list[float]] = []
    for palette in PALETTES:
        sound = played(write_score(job("", mood=palette.slug.replace("-", " "), duration_s=8)), 8 * RATE_HZ)[:, 0]
        power = np.abs(np.fft.rfft(sound)) ** 2
        frequency = np.fft.rfftfreq(len(sound), 1 / RATE_HZ)
        sums = [power[(frequency >= low) & (frequency < high)].sum() for low, high in itertools.pairwise(bands)]
        colours.append([10 * float(np.log10(band / power.sum())) for band in sums])
    for one, other in itertools.combinations(colours, 2):
        assert max(abs(a - b) for a, b in zip(one, other, strict=True)) > 3


def test_behind_the_port(tmp_path: Path) -> None:
    beats = (MusicBeat("Quiet Moment", "calm", 0, 3), MusicBeat("Joy", "joy", 3, 3))
    request = MusicRequest("emotional-arc", "", ("warm",), beats, 6.0, 3, tmp_path)
    with Workshop(processes=1) as workshop:
        composer = Composer(COMPOSER, Tools(workshop, tmp_path))
        assert isinstance(composer, MusicModel)
        reply = asyncio.run(composer.compose(request))
        samples, rate_hz = read_wav(reply.media.path)
        assert (len(samples), rate_hz) == (288_000, 48_000)
        feelings = tuple(Feeling(beat.name, beat.emotion, beat.start_s, beat.duration_s) for beat in beats)
        again = ScoreJob("emotional-arc", "", ("warm",), feelings, 6.0, 3, str(tmp_path / "again.wav"))
        perform(again)
        assert (tmp_path / "again.wav").read_bytes() == reply.media.path.read_bytes()
        with pytest.raises(BadInput):
            asyncio.run(composer.compose(MusicRequest("", "", (), (), 0.2, 1, tmp_path)))
