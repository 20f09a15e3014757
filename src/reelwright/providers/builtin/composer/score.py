"""The score as notes: form, harmony, motif and dynamics from the film's beats. Pure; nothing sounds here."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from reelwright.providers.builtin.composer.feelings import Feeling, climax_s, is_dark, level_at
from reelwright.providers.builtin.composer.harmony import chord_of, voiced_chords
from reelwright.providers.builtin.composer.palettes import Palette, choose_palette
from reelwright.providers.builtin.composer.parts import Bar, Note, bar_notes, ending, landing_strokes, rise
from reelwright.providers.builtin.composer.theme import theme
from reelwright.providers.builtin.composer.timing import Grid, lay_grid

_LOWEST_TONIC, _TONICS = 50, 10


@dataclass(frozen=True)
class ScoreJob:
    """All that decides a score."""

    template: str
    mood: str
    tone: tuple[str, ...]
    feelings: tuple[Feeling, ...]
    duration_s: float
    seed: int
    target: str
    look: str = ""
    words: str = ""
    """What the film is about: the prompt."""
    accents_s: tuple[float, ...] = ()
    """Moments to land on, the most important first: where the product is first seen."""


@dataclass(frozen=True)
class Score:
    """A whole score."""

    palette: Palette
    tonic: int
    grid: Grid
    symbols: tuple[str, ...]
    """The chord of each bar as it is written; the last one rings out."""
    chords: tuple[tuple[int, ...], ...]
    """The same as MIDI notes."""
    levels: tuple[float, ...]
    """How full each bar is, in [0, 1]."""
    notes: tuple[Note, ...] = field(repr=False)


def write_score(job: ScoreJob) -> Score:
    """Compose: bars that land where the film does, then a last chord that rings to the end."""
    emotions = tuple(word for feeling in job.feelings for word in (feeling.emotion, feeling.name))
    palette = choose_palette(job.template, job.mood, job.tone, emotions, job.look, job.words)
    rng = np.random.default_rng(job.seed)
    climax = climax_s(job.feelings, job.duration_s)
    moments = job.accents_s if climax is None else (*job.accents_s, climax)
    grid = lay_grid(job.duration_s, palette.tail_s, palette.tempo_bpm, moments)
    tonic = _LOWEST_TONIC + int(rng.integers(_TONICS))
    symbols = _symbols(job, grid, palette, rng)
    chords = voiced_chords(symbols, tonic)
    levels = _levels(job, grid)
    bars = [
        Bar(stretch, symbols[index], chords[index], symbols[index + 1], tonic, levels[index])
        for index, stretch in enumerate(grid.bars)
    ]
    notes = [note for bar in bars for note in bar_notes(bar, palette, rng)]
    notes = _hushed(notes, grid, palette, bars)
    notes += theme(bars, palette, grid, rng)
    notes += _landing(bars, grid, palette)
    notes += ending(palette, symbols[-1], chords[-1], tonic, grid.end_s, job.duration_s)
    return Score(palette, tonic, grid, tuple(symbols), tuple(chords), tuple(levels), tuple(notes))


def _symbols(job: ScoreJob, grid: Grid, palette: Palette, rng: np.random.Generator) -> list[str]:
    """The chord of each bar: runs go on within a feeling, a landing is led up to, and so is the end."""
    first = int(rng.integers(len(palette.bright))), int(rng.integers(len(palette.dark)))
    landing = next((i for i, bar in enumerate(grid.bars) if not bar.before_landing), 0) if grid.landing_s else 0
    found: list[str] = []
    place, was_dark = 0, False
    for index, bar in enumerate(grid.bars):
        now_dark = is_dark(job.feelings, bar.start_s + bar.length_s / 2) and index != landing
        if now_dark != was_dark or index == landing:
            place, was_dark = 0, now_dark
        found.append(_chord_of_run(palette.dark if now_dark else palette.bright, first[now_dark], place))
        place += 1
    _lead_to(found, len(found), palette.cadence, first=landing + 1 if grid.landing_s else 1)
    if grid.landing_s:
        _lead_to(found, landing, palette.approach, first=0 if landing == 1 else 1)
    return [*found, palette.final]


def _chord_of_run(runs: Sequence[Sequence[str]], first: int, place: int) -> str:
    """The chord at a place of a long part: each run is heard twice, then the next one."""
    number = first
    while place >= 2 * len(runs[number % len(runs)]):
        place -= 2 * len(runs[number % len(runs)])
        number += 1
    run = runs[number % len(runs)]
    return run[place % len(run)]


def _lead_to(found: list[str], goal: int, run: Sequence[str], first: int) -> None:
    """Writes the end of a run before a goal, as much of it as there is room for from ``first`` on."""
    size = min(len(run), goal - first)
    if size > 0:
        found[goal - size : goal] = run[-size:]


def _levels(job: ScoreJob, grid: Grid) -> list[float]:
    """How full each bar is; held back before a landing and opened on it."""
    found: list[float] = []
    landed = grid.landing_s is None
    for bar in grid.bars:
        level = level_at(job.feelings, job.duration_s, bar.start_s + bar.length_s / 2)
        if bar.before_landing:
            level = min(level, 0.66)
        elif grid.landing_s is not None:
            level = max(level, 0.56 if landed else 0.8)
            landed = True
        found.append(level)
    return found


def _hushed(notes: list[Note], grid: Grid, palette: Palette, bars: Sequence[Bar]) -> list[Note]:
    """Before a landing the players hold their breath: notes of the last beats are left out, long ones end early."""
    if grid.landing_s is None or not palette.hush_beats:
        return notes
    last = max((bar.stretch for bar in bars if bar.stretch.before_landing), key=lambda stretch: stretch.start_s)
    from_s = grid.landing_s - palette.hush_beats * last.beat_s - 0.02
    kept: list[Note] = []
    for note in notes:
        if from_s <= note.start_s < grid.landing_s - 0.05:
            continue
        if note.part in ("keys", "bass") and note.start_s < from_s < note.start_s + note.length_s:
            note = note.shortened(from_s - note.start_s)
        kept.append(note)
    return kept


def _landing(bars: Sequence[Bar], grid: Grid, palette: Palette) -> list[Note]:
    """The rise to the landing and the strokes on it."""
    goal_s = grid.end_s if grid.landing_s is None else grid.landing_s
    before = [bar for bar in bars if bar.stretch.start_s < goal_s - 0.05]
    if not before:
        return []
    found = rise(palette, before[-1], goal_s)
    return found + (landing_strokes(palette, goal_s) if grid.landing_s is not None else [])


__all__ = ["Feeling", "Score", "ScoreJob", "chord_of", "write_score"]
