"""What each part plays in a bar, before a landing and at the end."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from reelwright.providers.builtin.composer.drums import DRUMS, RISE_S, RISES
from reelwright.providers.builtin.composer.harmony import chord_of, scale_notes
from reelwright.providers.builtin.composer.palettes import Figure, Palette
from reelwright.providers.builtin.composer.timing import Stretch

_BASS_TOP = 50
_STRUM_S = 0.013


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
    swells: bool = False
    """Whether it grows from a third of its force to all of it."""

    def shortened(self, length_s: float) -> "Note":
        """The same, held for less."""
        return replace(self, length_s=max(0.05, length_s))


@dataclass(frozen=True)
class Bar:
    """A bar with what its players know."""

    stretch: Stretch
    symbol: str
    chord: tuple[int, ...]
    next_symbol: str
    tonic: int
    level: float

    def at(self, beat: float, swing: float) -> float:
        """The second a beat falls on."""
        late = swing * (1 - abs(2 * (beat % 1) - 1)) / 2 if beat % 1 else 0.0
        return self.stretch.start_s + (beat + late) * self.stretch.beat_s


def bar_notes(bar: Bar, palette: Palette, rng: np.random.Generator) -> list[Note]:
    """Pads, keys, bass and drums of a bar, as full as its level."""
    notes = [
        Note(
            "pad",
            pad,
            tone,
            bar.stretch.start_s,
            bar.stretch.length_s * 1.02,
            (0.4 + 0.5 * bar.level) * loudness,
            _wide(place),
        )
        for pad, from_level, loudness in palette.pads
        if bar.level >= from_level
        for place, tone in enumerate(bar.chord)
    ]
    for figure in palette.keys:
        if bar.level >= figure.from_level:
            notes += _keys(bar, figure, palette, rng)
    for figure in palette.bass:
        if bar.level >= figure.from_level:
            notes += _bass(bar, figure, palette, rng)
    return notes + _drums(bar, palette, rng)


def _wide(place: int) -> float:
    return (0.22, 0.78, 0.36, 0.64, 0.5)[place % 5]


def _force(bar: Bar, beat: float, loudness: float, rng: np.random.Generator) -> float:
    accent = 1.0 if beat == 0 else 0.88 if beat % 1 == 0 else 0.76
    played = (0.34 + 0.6 * bar.level) * accent * loudness * float(rng.normal(1.0, 0.05))
    return min(1.0, max(0.08, played))


def _human(at_s: float, palette: Palette, rng: np.random.Generator) -> float:
    return max(0.0, at_s + float(np.clip(rng.normal(0.0, palette.looseness_s), -0.03, 0.03)))


def _keys(bar: Bar, figure: Figure, palette: Palette, rng: np.random.Generator) -> list[Note]:
    notes: list[Note] = []
    for beat, index, held in figure.pattern:
        if beat >= bar.stretch.beats:
            continue
        start_s = _human(bar.at(beat, palette.swing), palette, rng)
        force = _force(bar, beat, figure.loudness, rng)
        length_s = held * bar.stretch.beat_s
        tones = bar.chord if index < 0 else (bar.chord[index % len(bar.chord)] + 12 * (index // len(bar.chord)),)
        share = 1 / len(tones) ** 0.4
        notes += [
            Note(
                "keys",
                figure.sound,
                tone + figure.octave,
                start_s + place * _STRUM_S,
                length_s,
                force * share,
                figure.pan + 0.05 * (place % 3 - 1),
            )
            for place, tone in enumerate(tones)
        ]
    return notes


def bass_note(symbol: str, tonic: int) -> int:
    """The chord's bass as a MIDI note between E1 and D3."""
    chord = chord_of(symbol)
    return _low(tonic + chord.root + chord.bass)


def _low(note: int) -> int:
    return 28 + (note - 28) % 12 if (note - 28) % 12 >= 3 else 40 + (note - 28) % 12


def _bass(bar: Bar, figure: Figure, palette: Palette, rng: np.random.Generator) -> list[Note]:
    chord = chord_of(bar.symbol)
    root, coming = bass_note(bar.symbol, bar.tonic), bass_note(bar.next_symbol, bar.tonic)
    fifth = _low(bar.tonic + chord.root + (7 if 7 in chord.intervals else chord.intervals[-1] % 12))
    octave = root + 12 if root + 12 <= _BASS_TOP else root + 7 if 7 in chord.intervals else root
    tones = (root, fifth, octave, _step_to(coming, root, palette, bar.tonic) if coming != root else fifth)
    return [
        Note(
            "bass",
            figure.sound,
            tones[index],
            _human(bar.at(beat, palette.swing), palette, rng),
            min(held, bar.stretch.beats - beat) * bar.stretch.beat_s * 0.94,
            _force(bar, beat, figure.loudness, rng),
            0.5,
        )
        for beat, index, held in figure.pattern
        if beat < bar.stretch.beats
    ]


def _step_to(coming: int, root: int, palette: Palette, tonic: int) -> int:
    """The note before the next root: a half step in jazz, a step of the scale elsewhere."""
    side = 1 if coming < root else -1
    if palette.swing >= 0.3:
        return coming + side
    near = [note for note in scale_notes(palette.mode, tonic, coming - 2, coming + 2) if (note - coming) * side > 0]
    return min(near, key=lambda note: abs(note - coming)) if near else coming + side


def _drums(bar: Bar, palette: Palette, rng: np.random.Generator) -> list[Note]:
    return [
        Note(
            "drum",
            drum.sound,
            0,
            _human(bar.at(beat, palette.swing), palette, rng),
            0.5,
            drum.loudness * (0.45 + 0.55 * bar.level) * float(rng.uniform(0.84, 1.0)),
            drum.pan,
        )
        for drum in palette.drums
        if bar.level >= drum.from_level
        for beat in drum.beats
        if beat < bar.stretch.beats
    ]


def rise(palette: Palette, last: Bar, goal_s: float) -> list[Note]:
    """What swells up to a landing: cymbals and air, a roll that grows, pads that open."""
    room_s = goal_s - last.stretch.start_s
    notes = [
        Note("drum", name, 0, goal_s - RISE_S if name in RISES else goal_s - 0.42, RISE_S, 0.9, 0.5)
        for name in palette.rises
    ]
    for pad, _, loudness in palette.pads[:1]:
        notes += [
            Note("pad", pad, tone, last.stretch.start_s, room_s * 0.98, 0.75 * loudness, _wide(place), swells=True)
            for place, tone in enumerate(last.chord)
        ]
    if palette.roll:
        notes += _roll(palette.roll, last, goal_s)
    return notes


def _roll(sound: str, last: Bar, goal_s: float) -> list[Note]:
    """Strokes of a quarter beat over at most three beats, from soft to strong."""
    unit_s = last.stretch.beat_s / 4
    count = min(12, int((goal_s - last.stretch.start_s) / unit_s))
    part, midi = ("drum", 0) if sound in DRUMS else ("bass", bass_note(last.symbol, last.tonic))
    return [
        Note(part, sound, midi, goal_s - (count - place) * unit_s, unit_s, 0.1 + 0.5 * (place / count) ** 1.6, 0.48)
        for place in range(count)
    ]


def landing_strokes(palette: Palette, at_s: float) -> list[Note]:
    """The drums of a landing."""
    return [Note("drum", name, 0, at_s, 1.0, 0.85, 0.5) for name in palette.landing]


def ending(
    palette: Palette, symbol: str, chord: Sequence[int], tonic: int, start_s: float, duration_s: float
) -> list[Note]:
    """The last chord, spread a little, that rings out."""
    left_s = duration_s - start_s
    top = tonic
    while top < 74:
        top += 12
    held_s = max(0.3, left_s * 0.42)
    first = palette.keys[0]
    spread = (*chord, top)
    notes = [
        Note("keys", first.sound, tone, start_s + 0.03 * place, left_s * 0.7, 0.6, 0.34 + 0.08 * place)
        for place, tone in enumerate(spread)
    ]
    notes += [
        Note("pad", pad, tone, start_s, held_s, 0.62 * loudness, _wide(place))
        for pad, _, loudness in palette.pads[:2]
        for place, tone in enumerate(chord)
    ]
    sung = min(1.0, 0.45 * palette.lead.loudness)
    notes.append(Note("lead", palette.lead.sound, top, start_s + 0.02, left_s * 0.5, sung, 0.58))
    if palette.bass:
        notes.append(Note("bass", palette.bass[0].sound, bass_note(symbol, tonic), start_s, left_s * 0.6, 0.72, 0.5))
    return notes + [Note("drum", name, 0, start_s, 1.0, 0.7, 0.5) for name in palette.closing]
