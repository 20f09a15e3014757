"""The order that goes to the speaking process and what comes back; light to import, the engine loads there."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SpeechJob:
    """All that the speaking process needs to know; plain values, so that it can be sent there."""

    text: str
    voice: str
    british: bool
    pace: float
    cache_dir: str
    target: str
    own_model: str = ""
    pronunciations: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class SpokenTimes:
    """Word times in seconds from the start of the file."""

    duration_s: float
    words: tuple[tuple[str, float, float], ...]
    exact: bool
    """False when the model gave no durations and letters were counted instead."""


def speak(job: SpeechJob) -> SpokenTimes:
    """Say a text into a WAV file; numpy and the model's runtime are imported by the process that calls this."""
    from reelwright.providers.builtin.narrator.engine import say

    return say(job)
