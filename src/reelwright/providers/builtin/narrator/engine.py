"""The neural voice itself: phonemes to samples and times. Runs in a spawned process; one model stays loaded there."""

import importlib.resources
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reelwright.errors import CapabilityError
from reelwright.media.wav import write_wav
from reelwright.providers.builtin.narrator.job import SpeechJob, SpokenTimes
from reelwright.providers.builtin.narrator.pronounce import WrittenWord, pronounce
from reelwright.providers.builtin.narrator.quick_graph import LIMITS
from reelwright.providers.builtin.narrator.session import session
from reelwright.providers.builtin.narrator.vocabulary import PAD, SYMBOLS

RATE_HZ = 24_000
_STEP = 600
"""Samples per step of duration."""
_MAX_SYMBOLS = 230
_LEAD_S, _TAIL_S = 0.06, 0.12
_EARLY_S = 0.05
"""The model's words are heard this much before its own boundary."""
_MARKS = ",.;:!?—…"
_FLOOR = 10 ** (-52 / 20)
"""Of the peak; what lies under it counts as silence."""


@dataclass(frozen=True)
class _Stretch:
    samples: NDArray[np.float32]
    bounds: list[tuple[float, float]]
    exact: bool


def say(job: SpeechJob) -> SpokenTimes:
    """Say a text into a WAV file (mono, 24 kHz, 16 bit).

    Raises:
        NotConfigured: If the model is missing or does not load.
        CapabilityError: If nothing in the text can be said.
    """
    words = pronounce(job.text, job.british, dict(job.pronunciations))
    if not any(word.sounds for word in words):
        raise CapabilityError(
            f"nothing in {job.text!r} can be spoken", hint="Give the line at least one word or number."
        )
    model = session(job.own_model, job.cache_dir)
    style = style_table(job.voice)
    stretches = [_voiced(part, model, style, job.pace) for part in _stretches(words)]
    samples = np.concatenate([stretch.samples for stretch in stretches])
    bounds: list[tuple[float, float]] = []
    offset_s = 0.0
    for stretch in stretches:
        bounds += [(start + offset_s, end + offset_s) for start, end in stretch.bounds]
        offset_s += len(stretch.samples) / RATE_HZ
    trimmed, cut_s = _trimmed(samples, bounds)
    write_wav(Path(job.target), trimmed, RATE_HZ)
    duration_s = len(trimmed) / RATE_HZ
    timed = _settled([(start - cut_s, end - cut_s) for start, end in bounds], duration_s)
    texts = [word.text for word in words]
    return SpokenTimes(
        duration_s,
        tuple((text, start, end) for text, (start, end) in zip(texts, timed, strict=True)),
        all(stretch.exact for stretch in stretches),
    )


def _stretches(words: Sequence[WrittenWord]) -> list[list[WrittenWord]]:
    """Runs of words that fit the model at once, parted after a sentence where possible."""
    found: list[list[WrittenWord]] = [[]]
    size = 0
    for word in words:
        length = len(word.sounds) + len(word.pause) + 1
        ends_sentence = bool(found[-1]) and found[-1][-1].pause in {".", "!", "?", "…"}
        if found[-1] and (size + length > _MAX_SYMBOLS or (ends_sentence and size > 0.75 * _MAX_SYMBOLS)):
            found.append([])
            size = 0
        found[-1].append(word)
        size += length
    return found


def _voiced(words: Sequence[WrittenWord], model: Any, style: NDArray[np.float32], pace: float) -> _Stretch:
    symbols, spans = _symbols(words)
    if not symbols:
        return _Stretch(np.zeros(0, np.float32), [(0.0, 0.0)] * len(words), True)
    ids = [PAD, *(SYMBOLS[symbol] for symbol in symbols), PAD]
    names = [entry.name for entry in model.get_inputs()]
    values: dict[str, Any] = {
        "style": style[min(len(symbols), len(style)) - 1][None],
        "speed": np.array([pace], np.float32),
        LIMITS: _limits(symbols),
    }
    tokens = next(name for name in names if name not in values)
    results = model.run(None, {tokens: np.array([ids], np.int64), **{n: values[n] for n in names if n in values}})
    samples = np.asarray(results[0], np.float32).ravel()
    exact = len(results) > 1 and np.size(results[1]) == len(ids)
    steps = np.asarray(results[1], np.float64).ravel() if exact else _by_letters(symbols, len(samples))
    edges = np.concatenate(([0.0], np.cumsum(steps))) * _STEP / RATE_HZ
    return _Stretch(samples, [(float(edges[a + 1]), float(edges[b + 1])) for a, b in spans], exact)


def _limits(symbols: str) -> NDArray[np.float32]:
    """The most steps for each symbol: the silence behind a stretch would be cut away, so it is not made at all."""
    limits = np.full(len(symbols) + 2, np.inf, np.float32)
    limits[-1] = 1
    if symbols[-1] in _MARKS:
        limits[-2] = 1
    return limits


def _symbols(words: Sequence[WrittenWord]) -> tuple[str, list[tuple[int, int]]]:
    """The symbols of a stretch, and for each word where its own begin and end among them."""
    text = ""
    spans: list[tuple[int, int]] = []
    for word in words:
        sounds = "".join(symbol for symbol in word.sounds if symbol in SYMBOLS)[:_MAX_SYMBOLS]
        if sounds:
            text += " " if text else ""
            spans.append((len(text), len(text) + len(sounds)))
            text += sounds
        else:
            spans.append((len(text), len(text)))
        if text and word.pause and text[-1] != word.pause:
            text += word.pause
    return text, spans


def _by_letters(symbols: str, sample_count: int) -> NDArray[np.float64]:
    weights = np.array([3.0, *(4.0 if symbol in _MARKS else 0.0 if symbol in "ˈˌ" else 1.0 for symbol in symbols), 4.0])
    return weights / weights.sum() * (sample_count / _STEP)


def _trimmed(samples: NDArray[np.float32], bounds: Sequence[tuple[float, float]]) -> tuple[NDArray[np.float32], float]:
    """The samples without the silence around the speech, faded at the ends, and the seconds cut from the start."""
    loud = np.flatnonzero(np.abs(samples) > _FLOOR * np.abs(samples).max())
    spoken = [(start, end) for start, end in bounds if end > start]
    first = min(int(loud[0]), int(spoken[0][0] * RATE_HZ)) if loud.size and spoken else 0
    last = int(loud[-1]) if loud.size else len(samples)
    begin = max(0, first - int(_LEAD_S * RATE_HZ))
    end = min(len(samples), last + int(_TAIL_S * RATE_HZ))
    kept = samples[begin:end].copy()
    fade = min(len(kept) // 2, int(0.03 * RATE_HZ))
    kept[:fade] *= np.linspace(0, 1, fade, dtype=np.float32)
    kept[len(kept) - fade :] *= np.linspace(1, 0, fade, dtype=np.float32)
    return kept, begin / RATE_HZ


def _settled(bounds: Sequence[tuple[float, float]], duration_s: float) -> list[tuple[float, float]]:
    """Times moved to where the words are heard: inside the file and in order."""
    found: list[tuple[float, float]] = []
    floor_s, ceiling_s = 0.0, math.floor(duration_s * 10_000) / 10_000
    for start, end in bounds:
        begin_s = min(max(round(start - _EARLY_S, 4), floor_s), ceiling_s)
        finish_s = min(max(round(end, 4), begin_s), ceiling_s)
        found.append((begin_s, finish_s))
        floor_s = finish_s
    return found


@lru_cache(maxsize=8)
def style_table(voice: str) -> NDArray[np.float32]:
    """The style table of a voice: shape (256, 256), one row for each count of symbols."""
    file = importlib.resources.files("reelwright.providers.builtin") / "voices" / f"{voice}.npy"
    with file.open("rb") as opened:
        return np.load(opened).astype(np.float32)
