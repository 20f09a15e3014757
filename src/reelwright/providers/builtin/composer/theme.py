"""The motif: hinted at in the opening, stated on the landing, answered, and led home to the tonic."""

from collections.abc import Sequence

import numpy as np

from reelwright.providers.builtin.composer.harmony import chord_of, scale_notes
from reelwright.providers.builtin.composer.palettes import Palette
from reelwright.providers.builtin.composer.parts import Bar, Note
from reelwright.providers.builtin.composer.timing import Grid

Motif = tuple[tuple[float, float, int], ...]
_PAN = 0.57


def theme(bars: Sequence[Bar], palette: Palette, grid: Grid, rng: np.random.Generator) -> list[Note]:
    """The lead's notes for the whole film."""
    motif = palette.motifs[int(rng.integers(len(palette.motifs)))]
    last = (palette.lead.low + palette.lead.high) // 2
    notes: list[Note] = []
    stated = 0
    for index, bar in enumerate(bars):
        lands = grid.landing_s is not None and abs(bar.stretch.start_s - grid.landing_s) < 0.01
        is_last = index == len(bars) - 1
        line = _line(motif, bar, palette, lands, is_last, stated, index)
        if line is None:
            continue
        found = _sung(line, bar, palette, last, rng)
        if found:
            last = found[-1].midi
            notes += found
            stated += 1
    return notes


def _line(
    motif: Motif, bar: Bar, palette: Palette, lands: bool, is_last: bool, stated: int, index: int
) -> Motif | None:
    """What of the motif sounds in a bar: all of it, its head, an answer, or nothing."""
    head = motif[: max(2, len(motif) // 2)]
    if lands:
        return motif
    if bar.stretch.beats < 3:
        return None
    if is_last:
        # Home in long steps: the head, then down towards the tonic.
        return ((head[0][0], 1.0, head[0][2]), (2.0, 1.5, 1))
    if bar.level < palette.lead.from_level:
        return head if index == 1 else None
    if stated % 2:
        # An answer bends the other way at its end.
        return (*motif[:-1], (motif[-1][0], motif[-1][1], -motif[-1][2] + 1))
    return motif


def _sung(line: Motif, bar: Bar, palette: Palette, last: int, rng: np.random.Generator) -> list[Note]:
    """A line over a chord: long notes and those on the beat are chord notes, short ones steps of the scale."""
    lead = palette.lead
    chord = chord_of(bar.symbol)
    ladder = scale_notes(palette.mode, bar.tonic, lead.low - 7, lead.high + 7, chord)
    classes = set(chord.pitches(bar.tonic))
    inside = [note for note in range(lead.low, lead.high + 1) if note % 12 in classes]
    middle = (lead.low + lead.high) // 2
    # Where the line hangs: near what was sung last, and drawn back to the middle of the instrument.
    anchor = min(inside, key=lambda note: abs(note - last) + 0.6 * abs(note - middle + 2))
    foot = min(range(len(ladder)), key=lambda place: abs(ladder[place] - anchor))
    notes: list[Note] = []
    for beat, held, step in line:
        if beat >= bar.stretch.beats:
            continue
        tone = ladder[min(len(ladder) - 1, max(0, foot + step))]
        if beat % 1 == 0 or held >= 1:
            tone = min(inside, key=lambda note: (abs(note - tone), note))
        while tone > lead.high:
            tone -= 12
        start_s = max(0.0, bar.at(beat, palette.swing) + float(rng.normal(0.004, palette.looseness_s)))
        force = (
            lead.loudness * (0.3 + 0.45 * bar.level) * (1.0 if beat % 1 == 0 else 0.85) * float(rng.uniform(0.92, 1.05))
        )
        notes.append(Note("lead", lead.sound, tone, start_s, held * bar.stretch.beat_s * 0.92, min(1.0, force), _PAN))
    return notes
