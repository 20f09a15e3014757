"""Speech recognition over finished mixes: the script can be heard above the music."""

import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest

from reelwright.media.mix import mix
from reelwright.providers.builtin.composer.feelings import Feeling
from reelwright.providers.builtin.composer.render import perform
from reelwright.providers.builtin.composer.score import ScoreJob
from reelwright.providers.builtin.narrator.engine import say
from reelwright.providers.builtin.narrator.job import SpeechJob

SCRIPTS = (
    ("emotional-arc", "af_heart", ("Mornings used to be chaos.", "Now every morning starts with intention.")),
    ("aida", "am_michael", ("A camera that sees in the dark.", "Available now, from $499.")),
    ("heros-journey", "am_fenrir", ("10M users started with one step.", "In 2026, the finish line is yours.")),
    ("teaser-reveal", "bf_emma", ("Connect your Wi-Fi kettle in seconds.", "Just $4.50 a week, with AI that learns.")),
)


def _recognition() -> Any:
    path = Path(__file__).parents[2] / "bench" / "speech_recognition.py"
    spec = importlib.util.spec_from_file_location("speech_recognition_bench", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


recognition = _recognition()


def test_words_are_compared_as_they_are_spoken() -> None:
    assert recognition.plain_words("Just $4.50!") == recognition.plain_words("just four dollars, fifty cents")
    assert recognition.edit_distance(["a", "b", "c"], ["a", "x", "c", "d"]) == 2


def test_what_sounds_alike_counts_as_heard() -> None:
    assert recognition.Reading("", ("flour", "in", "colour"), ("flower", "in", "color")).errors == 0
    assert recognition.Reading("", ("flour", "queue"), ("floor", "cue")).errors == 1


def test_by_spelling_only_the_spelling_of_a_country_is_alike() -> None:
    reading = recognition.Reading("", ("dew", "colour", "the", "theatre"), ("do", "color", "the", "theater"))
    assert (reading.errors, reading.spelled_errors) == (0, 1)
    assert [recognition.american(word) for word in ("organised", "travelling", "four", "rise", "calling")] == [
        "organized", "traveling", "four", "rise", "caling",
    ]  # fmt: skip


def test_briefs_are_taken_from_a_file_at_equal_distances(tmp_path: Path) -> None:
    file = tmp_path / "briefs.toml"
    file.write_text("".join(f'[[brief]]\ntext = "brief {number}"\n' for number in range(40)))
    assert recognition.prompts_of(file)[:3] == ("brief 0", "brief 2", "brief 4")
    assert len(recognition.prompts_of(file)) == len(recognition.prompts_of(None)) == 20


@pytest.mark.asr
@pytest.mark.skipif(not recognition.is_installed(), reason="the `asr` extra is not installed")
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning", "ignore::SyntaxWarning")
def test_the_script_is_heard_over_the_music(tmp_path: Path) -> None:
    readings: list[Any] = []
    for number, (template, voice, lines) in enumerate(SCRIPTS):
        music = tmp_path / f"music{number}.wav"
        perform(ScoreJob(template, "", (), (Feeling("joy", "joy", 0, 8),), 8.0, number, str(music)))
        parts: list[tuple[Path, float]] = []
        at_s = 0.4
        for place, line in enumerate(lines):
            target = tmp_path / f"voice{number}_{place}.wav"
            told = say(SpeechJob(line, voice, voice.startswith("b"), 1.0, str(tmp_path), str(target)))
            parts.append((target, at_s))
            at_s += told.duration_s + 0.4
        mixed = tmp_path / f"mix{number}.wav"
        mix(parts, music, max(8.0, at_s), mixed)
        readings.append(recognition.read(voice, " ".join(lines), recognition.wav_for_recognition(mixed)))
    assert recognition.pooled_error_rate(readings) <= 0.05, [(reading.said, reading.heard) for reading in readings]
