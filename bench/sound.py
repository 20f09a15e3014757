"""Measures the sound of whole films: loudness, true peak, ducking, speech over bed, ending silence, the landing.

Usage: ``python bench/sound.py ["PROMPT" ...] [--duration 15]``. The films are made small, in a folder of their own.
"""

import argparse
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from reelwright.crew import Vault, open_vault
from reelwright.film.clock import seconds
from reelwright.film.shot import ShotList
from reelwright.media.decode import read_sound
from reelwright.media.loudness import integrated_loudness, true_peak
from reelwright.media.wav import read_wav
from reelwright.settings import Settings, load_settings
from reelwright.stages.place_sounds import first_seen_s
from reelwright.studio import Studio

PROMPTS = (
    "Artisan coffee that starts your morning right",
    "Fitness app for busy moms to stay healthy",
    "Luxury perfume capturing midnight elegance",
    "Aldar Kose riding his horse across the steppe to his yurt at sunset",
    "A detective enters his dimly lit office on a rainy night",
    "Marathon training app",
    "Gourmet chocolate tasting",
    "A toy robot that teaches children to count",
    "A grandmother's letters are read again in a quiet house",
    "Electric scooter for city commuters, 60 km on one charge",
    "A hospice where nobody is alone",
    "A whisky that waits twelve years",
)
"""Films in all palettes of the composer."""
_RATE_HZ = 48_000
_WINDOW = _RATE_HZ // 5
Sound = NDArray[np.float32]


@dataclass(frozen=True)
class Row:
    """What one film measures."""

    prompt: str
    palette: str
    effects: int
    loudness_lufs: float
    true_peak_dbtp: float
    duck_db: float
    speech_to_bed_lu: float | None
    ending_dbfs: float
    landing: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("prompts", nargs="*", default=list(PROMPTS))
    parser.add_argument("--duration", type=float, default=15.0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        settings = load_settings(home=Path(place) / "home")
        rows = [measured(settings, prompt, given.duration, Path(place)) for prompt in given.prompts]
    print("| Film | Palette | Effects | LUFS | True peak | Ducking | Speech over bed | Last 0.3 s | Product, landing |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for row in rows:
        ratio = "-" if row.speech_to_bed_lu is None else f"{row.speech_to_bed_lu:.1f} LU"
        print(
            f"| {row.prompt} | {row.palette} | {row.effects} | {row.loudness_lufs:.1f}"
            f" | {row.true_peak_dbtp:.1f} dBTP | {row.duck_db:.1f} dB | {ratio}"
            f" | {row.ending_dbfs:.0f} dBFS | {row.landing} |"
        )


def measured(settings: Settings, prompt: str, duration_s: float, place: Path) -> Row:
    """Makes the film and measures what is in it."""
    with Studio(settings) as studio:
        report = studio.make(
            prompt, duration_s=duration_s, width_px=192, height_px=108, out=place / str(abs(hash(prompt)))
        )
    with open_vault(settings) as vault:
        return _row(vault, report.film_id, prompt)


def _row(vault: Vault, film_id: str, prompt: str) -> Row:
    film, kept = vault.films.film(film_id), vault.films.media(film_id)
    shots = vault.films.shots(film_id)
    length_s = seconds(ShotList(shots=shots).frame_count, film.brief.rate)
    sound = read_sound(vault.media.path(kept["film.mp4"]))[: round(length_s * _RATE_HZ)]
    music, _ = read_wav(vault.media.path(kept["music"]))
    count = min(len(sound), len(music))
    rate = film.brief.rate
    starts = dict(zip([shot.id for shot in shots], ShotList(shots=shots).starts(), strict=True))
    spoken = [
        (seconds(starts[said.shot_id], rate) + said.offset_s, said.duration_s) for said in vault.films.speeches(film_id)
    ]
    ending = sound[-round(0.3 * _RATE_HZ) :]
    replies = {call.model: cast("dict[str, Any]", call.reply) for call in vault.calls.used_by(film_id)}
    seen = first_seen_s(shots, rate)
    return Row(
        prompt=prompt,
        palette=replies["composer"]["body"]["label"],
        effects=sum(name.startswith("effect ") for name in kept),
        loudness_lufs=integrated_loudness(sound),
        true_peak_dbtp=true_peak(sound),
        duck_db=_duck_db(sound[:count], music[:count], spoken),
        speech_to_bed_lu=replies["mixer"]["body"]["speech_to_bed_lu"],
        ending_dbfs=20 * float(np.log10(np.sqrt(np.mean(np.square(ending))) + 1e-9)),
        landing=f"{seen[0]:.2f} s, {_strongest_onset_s(music, seen[0]):.2f} s" if seen else "none",
    )


def _duck_db(sound: Sound, music: Sound, spoken: list[tuple[float, float]]) -> float:
    """How far the music goes down under the voice: the voice stands in the middle, so the sides are music alone."""
    gains: dict[bool, list[float]] = {True: [], False: []}
    sides = [np.asarray((pair[:, 0] - pair[:, 1]) / 2, np.float32) for pair in (sound, music)]
    for begin in range(0, len(sound) - _WINDOW, _WINDOW):
        at_s = (begin + _WINDOW / 2) / _RATE_HZ
        is_under = any(start + 0.3 < at_s < start + length - 0.2 for start, length in spoken)
        is_clear = all(at_s < start - 0.3 or at_s > start + length + 0.6 for start, length in spoken)
        mixed, own = (side[begin : begin + _WINDOW] for side in sides)
        power = float(own @ own)
        if power > 1e-3 and (is_under or is_clear):
            gains[is_under].append(20 * float(np.log10(max(1e-6, abs(float(mixed @ own)) / power))))
    if not gains[True] or not gains[False]:
        return float("nan")
    return float(np.percentile(gains[False], 90) - np.median(gains[True]))


def _strongest_onset_s(music: Sound, near_s: float) -> float:
    """Where the music's level rises most within half a second of a moment."""
    hop = _RATE_HZ // 100
    level: NDArray[np.float32] = np.square(music.mean(axis=1)[: len(music) // hop * hop]).reshape(-1, hop).mean(axis=1)
    rise = np.diff(np.log(np.convolve(level, np.ones(3) / 3, "same") + 1e-6))
    first = max(0, round((near_s - 0.5) * 100))
    return (first + int(np.argmax(rise[first : round((near_s + 0.5) * 100)])) + 1) / 100


if __name__ == "__main__":
    main()
