"""The heavy work of a cut as plain functions for the workshop: paths and values in, plain values out.

Everything heavy is imported inside, so that naming a job costs the calling process nothing.
"""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from reelwright.film.cut import CutPlan
from reelwright.film.sound import Caption, SoundCue

CEILING_DBTP = -1.0
"""True peak that a delivered film does not pass."""
_CODINGS = 5
Source = tuple[Path, int, int, int]
"""A take's file with its head frames, frames and tail frames."""


def mix_job(
    voice: Sequence[tuple[Path, float]],
    music: Path | None,
    duration_s: float,
    out: Path,
    effects: Sequence[tuple[Path, SoundCue]] = (),
    accents_s: Sequence[float] = (),
) -> dict[str, Any]:
    """Mixes to ``out`` as AAC; the loudness in LUFS of the mix and the true peak in dBTP of what was coded.

    Coding can raise a peak by more than a decibel. What was coded is therefore measured, and while it passes the
    ceiling the mix is made softer at those moments, at last as a whole, and coded again. Both figures are None for
    silence. With them come how far the music was ducked, and by how much the voice stands over all else while someone
    speaks.
    """
    from reelwright.media.decode import read_sound
    from reelwright.media.loudness import true_peak
    from reelwright.media.mix import mix, soften
    from reelwright.media.mux import code_sound

    mixed, wav = (voice, music, duration_s), out.with_suffix(".wav")
    report = mix(*mixed, wav, effects=effects, accents_s=accents_s, ceiling_dbtp=CEILING_DBTP)
    figures: dict[str, Any] = {
        "loudness_lufs": report.loudness_lufs,
        "true_peak_dbtp": None,
        "duck_db": report.duck_db,
        "speech_to_bed_lu": report.speech_to_bed_lu,
    }
    for left in reversed(range(_CODINGS)):
        code_sound(wav, report.sample_count, out)
        if report.true_peak_dbtp is None:
            return figures
        coded = read_sound(out)[: report.sample_count]
        figures["true_peak_dbtp"] = true_peak(coded)
        if figures["true_peak_dbtp"] <= CEILING_DBTP or not left:
            break
        soften(wav, coded, CEILING_DBTP, everywhere=left == 1)
    return figures


def join_job(parts: Sequence[Path], gap_s: float, out: Path) -> dict[str, Any]:
    """Joins recordings to ``out``; where each begins, and how long the whole is."""
    from reelwright.media.dialogue import join_recordings

    starts_s, duration_s = join_recordings(parts, gap_s, out)
    return {"starts_s": starts_s, "duration_s": duration_s}


def fit_track_job(track: Path, duration_s: float, out: Path) -> dict[str, Any]:
    """Writes a person's own track to ``out`` as long as the film; how it was fitted."""
    from reelwright.media.own_track import fit_track

    fitted = fit_track(track, duration_s, out)
    return {"loops": fitted.loops, "is_silent": fitted.is_silent}


def stitch_job(
    sources: Sequence[Source],
    plan: CutPlan,
    rate: Fraction,
    sound: Path | None,
    captions: Sequence[Caption],
    out: Path,
    burns_captions: bool,
    title: str,
    cache: Path | None = None,
) -> dict[str, Any]:
    """Assembles the film in ``out``; its number of frames. Coded splices are kept in ``cache`` and found again."""
    from reelwright.media.segments import TakeSource
    from reelwright.media.stitch import stitch

    takes = [TakeSource(*source) for source in sources]
    frame_count = stitch(takes, plan, rate, sound, captions, out, burn=burns_captions, title=title, cache=cache)
    return {"frame_count": frame_count}


Row = tuple[Path, Path, str, str, str, str]
"""A row of the contact sheet: start and end frame, slate, timing, beat, note."""


def sheet_job(title: str, subtitle: str, rows: Sequence[Row], out: Path) -> None:
    """Draws the contact sheet in ``out``."""
    from reelwright.media.sheet import SheetShot, contact_sheet

    shots = [SheetShot((start, end), slate, timing, beat, note) for start, end, slate, timing, beat, note in rows]
    contact_sheet(title, shots, out, subtitle=subtitle)


def grid_job(
    title: str,
    panels: Sequence[tuple[Path | None, tuple[str, str, str, str]]],
    size: tuple[int, int],
    out: Path,
) -> None:
    """Draws a storyboard's grid in ``out``: each panel's picture, if there is one, with number, camera, mood, words."""
    from reelwright.media.board_grid import GridPanel, storyboard_grid

    storyboard_grid(title, [GridPanel(picture, *words) for picture, words in panels], size, out)


def conform_job(
    source: Path, out: Path, width_px: int, height_px: int, rate: Fraction, frame_count: int, keyframes: tuple[int, ...]
) -> int:
    """Codes a foreign take as ours; how many frames its last one had to be held."""
    from reelwright.media.conform import conform

    return conform(source, out, width_px, height_px, rate, frame_count, keyframes)


def lettered_job(text: str) -> str:
    """The text without the signs that no typeface has."""
    from reelwright.media.typeface import lettered

    return lettered(text)
