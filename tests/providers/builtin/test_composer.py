"""The composer: form, harmony, the landing on the product, dynamics, ending, and eight palettes that differ."""

import asyncio
import itertools
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from reelwright.errors import BadInput
from reelwright.media.loudness import integrated_loudness, true_peak
from reelwright.media.wav import read_wav
from reelwright.media.workshop import Workshop
from reelwright.ports import MusicBeat, MusicModel, MusicRequest, Tools
from reelwright.providers.builtin.cards import COMPOSER
from reelwright.providers.builtin.composer import Composer
from reelwright.providers.builtin.composer.drums import DRUMS
from reelwright.providers.builtin.composer.feelings import Feeling
from reelwright.providers.builtin.composer.harmony import SCALES, chord_of, voiced_chords
from reelwright.providers.builtin.composer.instruments import INSTRUMENTS, play
from reelwright.providers.builtin.composer.palettes import choose_palette, palettes
from reelwright.providers.builtin.composer.render import perform, played
from reelwright.providers.builtin.composer.score import Score, ScoreJob, write_score
from reelwright.providers.builtin.composer.timing import lay_grid
from reelwright.providers.builtin.composer.waves import RATE_HZ

RISE = ("calm", "curiosity", "joy", "triumph")
SLUGS = tuple(palettes())


def job(slug: str = "warm-acoustic", duration_s: float = 15.0, seed: int = 5, accent_s: float | None = 7.5) -> ScoreJob:
    length = duration_s / len(RISE)
    feelings = tuple(Feeling(name, name, place * length, length) for place, name in enumerate(RISE))
    accents = () if accent_s is None else (accent_s,)
    return ScoreJob("", slug.replace("-", " "), (), feelings, duration_s, seed, "", accents_s=accents)


def sound_of(score: Score, duration_s: float) -> NDArray[np.float32]:
    return played(score, round(duration_s * RATE_HZ))


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("duration_s", [6.0, 14.9815])
def test_a_score_is_whole_clean_and_rings_out(slug: str, duration_s: float) -> None:
    score = write_score(job(slug, duration_s))
    assert score.palette.slug == slug
    sound = sound_of(score, duration_s)
    assert sound.shape == (round(duration_s * RATE_HZ), 2)
    assert np.isfinite(sound).all()
    assert true_peak(sound) < -1
    assert integrated_loudness(sound) > -24
    assert np.abs(sound[:2]).max() < 0.01
    assert np.abs(sound[-round(0.3 * RATE_HZ) :]).max() < 10 ** (-50 / 20)
    tail = sound[-round(1.5 * RATE_HZ) :]
    thirds = [float(np.sqrt(np.mean(part**2))) for part in np.array_split(tail, 3)]
    assert thirds[0] > thirds[1] > thirds[2]
    assert abs(float(sound.mean())) < 1e-3


@pytest.mark.parametrize("slug", SLUGS)
def test_it_is_wide_and_whole_in_mono(slug: str) -> None:
    sound = sound_of(write_score(job(slug, 9.0, accent_s=4.0)), 9.0)
    middle: NDArray[np.float32] = sound.mean(axis=1)
    side = (sound[:, 0] - sound[:, 1]) / 2
    side_db = 10 * np.log10(np.mean(side**2) / np.mean(middle**2))
    assert -18 < side_db < -5
    assert float(np.asarray(np.corrcoef(sound.T))[0, 1]) > 0.5


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("seed", range(4))
def test_voices_move_little_and_the_end_is_the_tonic(slug: str, seed: int) -> None:
    score = write_score(job(slug, 30.0, seed, accent_s=14.2))
    home = chord_of(score.symbols[-1])
    assert home.root == 0
    assert score.tonic % 12 in home.pitches(score.tonic)
    assert score.chords[-2] != score.chords[-1]
    assert score.symbols[-2] in score.palette.cadence
    for before, after in itertools.pairwise(score.chords):
        assert all(min(abs(tone - other) for other in before) <= 5 for tone in after), (before, after)
        assert abs(after[-1] - before[-1]) <= 7
    last_lead = [note for note in score.notes if note.part == "lead"][-1]
    assert last_lead.midi % 12 == score.tonic % 12


@pytest.mark.parametrize("slug", SLUGS)
def test_every_chord_and_sound_of_a_palette_exists(slug: str) -> None:
    palette = palettes()[slug]
    runs = [*palette.bright, *palette.dark, palette.approach, palette.cadence, (palette.final,)]
    for symbol in itertools.chain.from_iterable(runs):
        assert chord_of(symbol).intervals
    assert all(chord_of(run[0]).root == 0 for run in palette.bright), "a landing is on the tonic"
    assert palette.mode in SCALES
    pitched = [*(figure.sound for figure in (*palette.keys, *palette.bass)), palette.lead.sound]
    assert {*pitched, *(pad for pad, _, _ in palette.pads)} <= set(INSTRUMENTS)
    struck = [*(drum.sound for drum in palette.drums), *palette.rises, *palette.landing, *palette.closing]
    assert set(struck) <= set(DRUMS)
    assert not palette.roll or palette.roll in DRUMS or palette.roll in INSTRUMENTS
    assert palette.tempo_bpm[0] < palette.tempo_bpm[1]


@pytest.mark.parametrize("accent_s", [1.3, 3.7, 5.02, 7.5, 9.9, 11.0])
@pytest.mark.parametrize("slug", ["warm-acoustic", "electronic-drive", "ambient-luxury"])
def test_a_downbeat_falls_on_the_product_and_the_tempo_stays_in_range(slug: str, accent_s: float) -> None:
    palette = palettes()[slug]
    grid = lay_grid(15.0, palette.tail_s, palette.tempo_bpm, (accent_s,))
    assert accent_s in {grid.landing_s, grid.end_s}
    ends = [bar.start_s + bar.length_s for bar in grid.bars]
    assert any(abs(end - accent_s) < 1e-6 for end in ends)
    assert ends[-1] == pytest.approx(grid.end_s)
    for before, after in itertools.pairwise(grid.bars):
        assert before.start_s + before.length_s == pytest.approx(after.start_s)
    beats = sum(bar.beats for bar in grid.bars)
    assert palette.tempo_bpm[0] * 0.9 < beats / grid.end_s * 60 < palette.tempo_bpm[1] * 1.1


@pytest.mark.parametrize("slug", SLUGS)
def test_it_rises_to_the_product_and_lands_on_it(slug: str) -> None:
    sound = sound_of(write_score(job(slug, 15.0, accent_s=7.5)), 15.0)
    early, on = (integrated_loudness(sound[round(a * RATE_HZ) : round(b * RATE_HZ)]) for a, b in ((1, 5), (7.45, 9.5)))
    assert on > early + 1.5
    hop = RATE_HZ // 100
    level = np.square(sound.mean(axis=1)[: len(sound) // hop * hop]).reshape(-1, hop).mean(axis=1)
    jump = np.log(level[1:] + 1e-7) - np.log(level[:-1] + 1e-7)
    strongest = float(jump[742:760].max())
    assert strongest > 3 * float(np.median(np.abs(jump[600:740])))


def test_without_a_product_it_lands_on_the_climax() -> None:
    grid = write_score(job(accent_s=None)).grid
    assert 11.25 in (grid.landing_s, grid.end_s)


def test_the_motif_returns() -> None:
    score = write_score(job("warm-acoustic", 30.0, accent_s=12.0))
    lead = [note for note in score.notes if note.part == "lead"]

    def rhythm(start_s: float, beat_s: float) -> tuple[float, ...]:
        inside = [note for note in lead if start_s - 0.05 <= note.start_s < start_s + 4 * beat_s - 0.1]
        return tuple(round((note.start_s - start_s) / beat_s * 2) / 2 for note in inside)

    after = [bar for bar in score.grid.bars if not bar.before_landing and bar.beats == 4]
    rhythms = [rhythm(bar.start_s, bar.beat_s) for bar in after]
    assert rhythms.count(rhythms[0]) >= 3
    assert len(rhythms[0]) >= 3


def test_the_music_grows_with_the_film() -> None:
    notes = [note for note in write_score(job(duration_s=20, accent_s=10)).notes if note.part != "pad"]
    early = sum(note.force for note in notes if note.start_s < 5)
    late = sum(note.force for note in notes if 10 <= note.start_s < 15)
    assert late > 1.3 * early


def test_the_same_seed_gives_the_same_score_and_another_does_not() -> None:
    one, two = write_score(job()), write_score(job())
    assert one == two
    assert write_score(job(seed=6)).notes != one.notes


@pytest.mark.parametrize(
    ("template", "mood", "look", "words", "slug"),
    [
        ("emotional-arc", "", "illustrated", "Artisan coffee that starts your morning right", "warm-acoustic"),
        ("problem-agitate-solve", "", "illustrated", "Fitness app for busy moms to stay healthy", "electronic-drive"),
        ("teaser-reveal", "", "illustrated", "Luxury perfume capturing midnight elegance", "ambient-luxury"),
        ("aida", "", "illustrated", "New smartphone launch", "electronic-drive"),
        ("heros-journey", "", "illustrated", "Marathon training app", "epic-rise"),
        ("sensory-experience", "", "illustrated", "Gourmet chocolate tasting", "ambient-luxury"),
        ("emotional-arc", "", "noir", "A detective enters his dimly lit office on a rainy night", "noir-jazz"),
        ("heros-journey", "", "", "Aldar Kose riding his horse across the steppe to his yurt at sunset", "steppe-folk"),
        ("emotional-arc", "", "", "Crayons for kids who draw on everything", "playful"),
        ("aida", "", "neon", "A noodle bar", "electronic-drive"),
        ("emotional-arc", "energetic", "", "", "electronic-drive"),
        ("aida", "luxurious and mysterious", "", "", "ambient-luxury"),
        ("aida", "playful", "", "", "playful"),
        ("emotional-arc", "tender, nostalgic", "", "", "tender-piano"),
    ],
)
def test_palettes_follow_mood_look_words_and_template(
    template: str, mood: str, look: str, words: str, slug: str
) -> None:
    assert choose_palette(template, mood, (), (), look, words).slug == slug


def test_palettes_sound_different() -> None:
    bands = (0, 120, 250, 500, 1000, 2000, 4000, 8000)
    colours: list[list[float]] = []
    for slug in SLUGS:
        sound = sound_of(write_score(job(slug, 8.0, accent_s=4.0)), 8.0)[:, 0]
        power = np.abs(np.fft.rfft(sound)) ** 2
        frequency = np.fft.rfftfreq(len(sound), 1 / RATE_HZ)
        sums = [power[(frequency >= low) & (frequency < high)].sum() for low, high in itertools.pairwise(bands)]
        colours.append([10 * float(np.log10(band / power.sum())) for band in sums])
    for one, other in itertools.combinations(colours, 2):
        assert max(abs(a - b) for a, b in zip(one, other, strict=True)) > 2


def test_palettes_have_bands_of_their_own() -> None:
    players = [{note.sound for note in write_score(job(slug)).notes} for slug in SLUGS]
    for one, other in itertools.combinations(players, 2):
        assert len(one & other) <= len(one | other) / 2


@pytest.mark.parametrize("name", sorted(INSTRUMENTS))
def test_instruments_play_the_pitch_and_do_not_click(name: str) -> None:
    midi = 45 if name in ("upright", "sub", "synth", "timpani", "brass") else 69
    sound = play(name, midi, 1.0, 0.8)
    assert np.abs(sound[:2]).max() < 0.01
    assert np.abs(sound[-2:]).max() < 1e-3
    assert 0.05 < np.abs(sound).max() < 1
    power = np.abs(np.fft.rfft(sound, 1 << 18)) ** 2
    frequency = np.fft.rfftfreq(1 << 18, 1 / RATE_HZ)
    base = 440 * 2 ** ((midi - 69) / 12)
    near = (frequency > base * 0.94) & (frequency < base * 1.06)
    assert power[near].max() > 0.02 * power.max()
    assert abs(1200 * np.log2(frequency[near][power[near].argmax()] / base)) < 25


def test_chords_are_read_and_wrong_ones_named() -> None:
    assert chord_of("bVImaj7").pitches(0) == (8, 0, 3, 7)
    assert chord_of("V/3").bass == 4
    assert chord_of("ii7b5").pitches(0) == (2, 5, 8, 0)
    assert len(voiced_chords(["i9"], 50)[0]) == 4
    with pytest.raises(ValueError, match="Vwrong"):
        chord_of("Vwrong")


def test_behind_the_port(tmp_path: Path) -> None:
    beats = (MusicBeat("Quiet Moment", "calm", 0, 3), MusicBeat("Joy", "joy", 3, 3))
    request = MusicRequest("emotional-arc", "", ("warm",), beats, 6.0, 3, tmp_path, "noir", "A cup", (2.5,))
    with Workshop(processes=1) as workshop:
        composer = Composer(COMPOSER, Tools(workshop, tmp_path))
        assert isinstance(composer, MusicModel)
        reply = asyncio.run(composer.compose(request))
        samples, rate_hz = read_wav(reply.media.path)
        assert (len(samples), rate_hz) == (288_000, 48_000)
        assert (reply.label, reply.notes) == ("noir-jazz", ())
        feelings = tuple(Feeling(beat.name, beat.emotion, beat.start_s, beat.duration_s) for beat in beats)
        again = ScoreJob(
            "emotional-arc", "", ("warm",), feelings, 6.0, 3, str(tmp_path / "again.wav"), "noir", "A cup", (2.5,)
        )
        perform(again)
        assert (tmp_path / "again.wav").read_bytes() == reply.media.path.read_bytes()
        with pytest.raises(BadInput):
            asyncio.run(composer.compose(MusicRequest("", "", (), (), 0.2, 1, tmp_path)))
