"""The score as notes: tempo, form, harmony and dynamics from the film's beats. Pure; nothing sounds here."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reelwright.providers.builtin.composer.palettes import SCALES, Palette, choose_palette

_BEATS_PER_BAR = 4
_DARK = frozenset(
    {
        "problem", "frustration", "frustrated", "tension", "doubt", "sceptic", "skeptic", "struggle", "mystery",
        "mysterious", "agitate", "pain", "anxious", "overwhelmed", "worry", "lonely", "tired", "suspense",
        "intrigue", "before", "chaos", "stress",
    }
)  # fmt: skip
_LEVELS: dict[str, float] = {
    "calm": 0.34, "quiet": 0.28, "gentle": 0.36, "intimate": 0.4, "mystery": 0.34, "tease": 0.34, "curiosity": 0.45,
    "curious": 0.45, "tension": 0.5, "problem": 0.42, "agitate": 0.55, "frustration": 0.5, "struggle": 0.62,
    "surprise": 0.65, "hope": 0.6, "relief": 0.7, "solve": 0.72, "desire": 0.75, "joy": 0.85, "excitement": 0.9,
    "reveal": 0.92, "breakthrough": 0.9, "triumph": 1.0, "bliss": 0.75, "action": 0.92, "confidence": 0.85,
    "community": 0.8, "join": 0.85, "awe": 0.85, "pride": 0.9, "wonder": 0.75,
}  # fmt: skip


@dataclass(frozen=True)
class Feeling:
    """A stretch of the film as the score sees it; plain values, so that it can be sent to a process."""

    name: str
    emotion: str
    start_s: float
    duration_s: float


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


@dataclass(frozen=True)
class Note:
    """One event of the score."""

    part: str
    """``keys``, ``pad``, ``bass``, ``lead`` or ``drum``."""
    sound: str
    midi: int
    start_s: float
    length_s: float
    force: float
    pan: float
    """0 is left, 1 is right."""


@dataclass(frozen=True)
class Score:
    """A whole score."""

    palette: Palette
    tonic: int
    bar_s: float
    chords: tuple[tuple[int, ...], ...]
    """The voiced chord of each bar; the last one is the tonic that rings out."""
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class _Bar:
    start_s: float
    length_s: float
    chord: tuple[int, ...]
    root: int
    level: float
    grows: bool


def write_score(job: ScoreJob) -> Score:
    """Compose: as many bars as fit before the last chord, which rings to the exact end."""
    emotions = tuple(word for feeling in job.feelings for word in (feeling.emotion, feeling.name))
    palette = choose_palette(job.template, job.mood, job.tone, emotions)
    rng = np.random.default_rng(job.seed)
    tail_s = min(palette.tail_s, job.duration_s * 0.4)
    count = max(1, round((job.duration_s - tail_s) * palette.tempo_bpm / 60 / _BEATS_PER_BAR))
    bar_s = (job.duration_s - tail_s) / count
    tonic = 55 + int(rng.integers(-4, 5))
    levels = [_level(job, (index + 0.5) * bar_s) for index in range(count)]
    degrees = _degrees(palette, [_is_dark(job, (index + 0.5) * bar_s) for index in range(count)], rng)
    chords = _voiced([*degrees, 0], palette, tonic)
    bars = [
        _Bar(index * bar_s, bar_s, chords[index], _root(degrees[index], palette, tonic), levels[index], index % 2 == 1)
        for index in range(count)
    ]
    notes = [note for bar in bars for note in _bar_notes(bar, palette, rng)]
    notes += _lead(bars, palette, rng)
    notes += _ending(palette, chords[-1], tonic, count * bar_s, job.duration_s)
    return Score(palette, tonic, bar_s, tuple(chords), tuple(notes))


def _feeling_at(job: ScoreJob, at_s: float) -> Feeling | None:
    inside = [feeling for feeling in job.feelings if feeling.start_s <= at_s]
    return inside[-1] if inside else None


def _level(job: ScoreJob, at_s: float) -> float:
    """How full the music is at a time, in [0.2, 1]: by the feeling's words, else rising through the film."""
    rise = 0.38 + 0.5 * at_s / job.duration_s
    feeling = _feeling_at(job, at_s)
    words = f"{feeling.emotion} {feeling.name}".lower().replace("-", " ").split() if feeling else []
    known = [_LEVELS[word] for word in words if word in _LEVELS]
    return float(np.clip(0.45 * rise + 0.55 * (sum(known) / len(known)) if known else rise, 0.2, 1.0))


def _is_dark(job: ScoreJob, at_s: float) -> bool:
    feeling = _feeling_at(job, at_s)
    return bool(feeling and set(f"{feeling.emotion} {feeling.name}".lower().replace("-", " ").split()) & _DARK)


def _degrees(palette: Palette, dark: Sequence[bool], rng: np.random.Generator) -> list[int]:
    """The root of each bar's chord on the scale; runs go on within a stretch, and the end is prepared."""
    bright_run = palette.bright[int(rng.integers(len(palette.bright)))]
    dark_run = palette.dark[int(rng.integers(len(palette.dark)))]
    degrees: list[int] = []
    place = 0
    for index, is_dark in enumerate(dark):
        place = 0 if index and dark[index - 1] != is_dark else place
        run = dark_run if is_dark else bright_run
        degrees.append(run[place % len(run)])
        place += 1
    lead_in = palette.cadence[-min(len(palette.cadence), len(degrees)) :]
    if len(degrees) > 2:
        degrees[-len(lead_in) :] = lead_in
    return degrees


def _root(degree: int, palette: Palette, tonic: int) -> int:
    scale = SCALES[palette.mode]
    return tonic + scale[degree % 7] + 12 * (degree // 7)


def _tones(degree: int, palette: Palette, tonic: int) -> list[int]:
    """The chord in thirds on a degree, its seventh included where it is not the leading tone over the tonic."""
    size = 4 if palette.slug != "epic-rise" and degree not in (0, 4) else 3
    return [_root(degree + 2 * third, palette, tonic) for third in range(size)]


def _voiced(degrees: Sequence[int], palette: Palette, tonic: int) -> list[tuple[int, ...]]:
    """Each chord laid out so that its notes move as little as they can from the one before."""
    found: list[tuple[int, ...]] = []
    for degree in degrees:
        layouts = _layouts(_tones(degree, palette, tonic))
        if not found:
            found.append(min(layouts, key=lambda layout: abs(sum(layout) / len(layout) - 62)))
            continue
        before = found[-1]
        found.append(min(layouts, key=lambda layout: _movement(before, layout)))
    return found


def _layouts(tones: Sequence[int]) -> list[tuple[int, ...]]:
    """All close positions of a chord between the F under middle C and the D an octave above it."""
    layouts: list[tuple[int, ...]] = []
    for turn in range(len(tones)):
        turned = [tone + 12 for tone in tones[:turn]]
        close = sorted([*tones[turn:], *turned])
        for octave in (-24, -12, 0, 12):
            moved = tuple(tone + octave for tone in close)
            if moved[0] >= 53 and moved[-1] <= 75:
                layouts.append(moved)
    return layouts or [tuple(sorted(tones))]


def _movement(before: Sequence[int], after: Sequence[int]) -> float:
    steps = sum(min(abs(tone - other) for other in before) for tone in after)
    return steps + 0.15 * abs(sum(after) / len(after) - 63)


def _bar_notes(bar: _Bar, palette: Palette, rng: np.random.Generator) -> list[Note]:
    notes = [
        Note(
            "pad", palette.pad, tone, bar.start_s, bar.length_s * 1.02, 0.45 + 0.45 * bar.level, 0.3 + 0.4 * (place % 2)
        )
        for place, tone in enumerate(bar.chord)
    ]
    notes += _figure(bar, palette, rng)
    if bar.level > 0.36:
        notes += _bass(bar, palette)
    if bar.level > 0.5:
        notes += _drums(bar, palette, rng)
    return notes


def _figure(bar: _Bar, palette: Palette, rng: np.random.Generator) -> list[Note]:
    """The keys: half of the pattern when the music is thin, all of it when it is full."""
    size = len(palette.figure)
    shown = palette.figure[: max(size // 2, round(size * min(1.0, bar.level + 0.15)))]
    unit_s = bar.length_s / _BEATS_PER_BAR
    notes: list[Note] = []
    for beat, index in shown:
        tone = (
            bar.chord[index % len(bar.chord)]
            + 12 * (index // len(bar.chord))
            + (12 if palette.keys != "marcato" else 0)
        )
        late = palette.swing * unit_s / 2 if beat % 1 else 0.0
        start = max(0.0, bar.start_s + beat * unit_s + late + float(rng.uniform(-0.006, 0.010)))
        accent = 1.0 if beat == 0 else 0.86 if beat % 1 == 0 else 0.72
        force = (0.42 + 0.5 * bar.level) * accent * float(rng.uniform(0.88, 1.06))
        notes.append(
            Note("keys", palette.keys, tone, start, unit_s * 1.4, min(1.0, force), 0.36 + 0.28 * float(rng.uniform()))
        )
    return notes


def _bass(bar: _Bar, palette: Palette) -> list[Note]:
    root = bar.root
    while root > 47:
        root -= 12
    unit_s = bar.length_s / _BEATS_PER_BAR
    pulses = {"synth": (0, 0.75, 1.5, 2.5, 3.25), "brass": (0, 2), "upright": (0, 2.5)}.get(palette.bass, (0,))
    beats = pulses if bar.level > 0.55 else pulses[:1]
    ends = [*beats[1:], _BEATS_PER_BAR]
    return [
        Note(
            "bass",
            palette.bass,
            root,
            bar.start_s + beat * unit_s,
            (end - beat) * unit_s * 0.92,
            0.5 + 0.4 * bar.level,
            0.5,
        )
        for beat, end in zip(beats, ends, strict=True)
    ]


def _drums(bar: _Bar, palette: Palette, rng: np.random.Generator) -> list[Note]:
    unit_s = bar.length_s / _BEATS_PER_BAR
    shown = palette.drums if bar.level > 0.68 else palette.drums[:2]
    return [
        Note("drum", drum, 0, bar.start_s + beat * unit_s + float(rng.uniform(0, 0.006)), unit_s,
             loudness * (0.5 + 0.5 * bar.level) * float(rng.uniform(0.85, 1.0)), 0.5 if "kick" in drum else 0.58)
        for drum, beats, loudness in shown
        for beat in beats
    ]  # fmt: skip


def _lead(bars: Sequence[_Bar], palette: Palette, rng: np.random.Generator) -> list[Note]:
    """A sparse upper line over the full parts: chord notes, each as near as can be to the one before."""
    notes: list[Note] = []
    last = 79
    for bar in bars:
        if bar.level < 0.62:
            continue
        unit_s = bar.length_s / _BEATS_PER_BAR
        for beat, length in ((0.0, 2.0), (2.5, 1.5)) if bar.grows else ((0.0, 3.0),):
            choices = [tone + octave for tone in bar.chord for octave in (12, 24) if 70 <= tone + octave <= 88]
            if not choices:
                continue
            ranked = sorted(choices, key=lambda tone: (abs(tone - last) + (2 if tone == last else 0), tone))
            last = ranked[int(rng.integers(min(2, len(ranked))))]
            start = bar.start_s + beat * unit_s + float(rng.uniform(0.0, 0.012))
            notes.append(Note("lead", palette.lead, last, start, length * unit_s * 0.9, 0.35 + 0.35 * bar.level, 0.62))
    return notes


def _ending(palette: Palette, chord: Sequence[int], tonic: int, start_s: float, duration_s: float) -> list[Note]:
    """The tonic, spread a little, that rings to the end."""
    left_s = duration_s - start_s
    low = tonic
    while low > 47:
        low -= 12
    spread = (*chord, tonic + (24 if tonic + 24 <= 84 else 12))
    held_s = max(0.3, left_s * 0.5)
    keys = "felt" if palette.keys == "marcato" else palette.keys
    notes = [
        Note("keys", keys, tone + 12 * bool(place), start_s + 0.028 * place, left_s * 0.7, 0.62, 0.35 + 0.08 * place)
        for place, tone in enumerate(spread)
    ]
    notes += [Note("pad", palette.pad, tone, start_s, held_s, 0.7, 0.3 + 0.4 * (i % 2)) for i, tone in enumerate(chord)]
    notes.append(Note("bass", palette.bass, low, start_s, held_s, 0.75, 0.5))
    closing = {"electronic-drive": "kick", "epic-rise": "taiko"}.get(palette.slug)
    return [*notes, Note("drum", closing, 0, start_s, 0.5, 0.8, 0.5)] if closing else notes
