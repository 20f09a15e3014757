"""The heavy work of a cut as plain functions for the workshop: paths and values in, plain values out.

Everything heavy is imported inside, so that naming a job costs the calling process nothing.
"""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from reelwright.film.cut import CutPlan
from reelwright.film.sound import Caption

Source = tuple[Path, int, int, int]
"""A take's file with its head frames, frames and tail frames."""


def mix_job(voice: Sequence[tuple[Path, float]], music: Path | None, duration_s: float, out: Path) -> dict[str, Any]:
    """Mixes to ``out`` as AAC; the loudness in LUFS and true peak in dBTP reached before coding, None for silence."""
    from reelwright.media.mix import mix
    from reelwright.media.mux import code_sound

    report = mix(voice, music, duration_s, out.with_suffix(".wav"))
    code_sound(report.path, report.sample_count, out)
    return {
        "loudness_lufs": report.loudness_lufs,
        "true_peak_dbtp": report.true_peak_dbtp,
        "duck_db": report.duck_db,
    }


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
    from reelwright.media.stitch import TakeSource, stitch

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


def conform_job(
    source: Path, out: Path, width_px: int, height_px: int, rate: Fraction, frame_count: int, keyframes: tuple[int, ...]
) -> int:
    """Codes a foreign take as ours; how many frames its last one had to be held."""
    from reelwright.media.conform import conform

    return conform(source, out, width_px, height_px, rate, frame_count, keyframes)
