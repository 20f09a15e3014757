"""Dialogue: a voice for each character, lines joined with their words in place, never shortened to fit."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from reelwright.errors import BadInput
from reelwright.film.asset import Asset
from reelwright.film.shot import DialogueLine, Shot, VoiceOver
from reelwright.film.sound import Speech, SpokenWord
from reelwright.film.story import Character
from reelwright.media.dialogue import join_recordings
from reelwright.media.wav import read_wav, write_wav
from reelwright.ports import Voice
from reelwright.stages.cast_voice import cast_voices
from reelwright.stages.lock_timing import lock_timing
from reelwright.stages.write_captions import write_captions

VOICES = (
    Voice("heart", "en-US", "a warm American woman's voice"),
    Voice("michael", "en-US", "a steady American man's voice"),
    Voice("emma", "en-GB", "a composed British woman's voice"),
)
CAST = (
    Character(name="Anna", description="A woman aged 30, red coat."),
    Character(name="Ben", description="A man aged 40, grey suit."),
    Character(name="Clara", description="A woman aged 60, silver hair."),
)


def test_each_character_has_a_voice_of_its_own_sex() -> None:
    found = cast_voices(["Ben", "Anna", "Clara", "Anna"], CAST, VOICES, "emma")
    assert found["Ben"] == "michael"
    assert {found["Anna"], found["Clara"]} == {"heart", "emma"}
    assert found == cast_voices(["Ben", "Anna", "Clara", "Anna"], CAST, VOICES, "emma")
    wished = (CAST[0].model_copy(update={"voice": "emma"}), *CAST[1:])
    assert cast_voices(["Anna", "Clara"], wished, VOICES, "michael") == {"Anna": "emma", "Clara": "heart"}
    assert cast_voices(["Nobody", "Anna"], CAST, VOICES[:1], "heart") == {"Nobody": "heart", "Anna": "heart"}


def test_lines_are_joined_at_one_rate(tmp_path: Path) -> None:
    first, second = tmp_path / "a.wav", tmp_path / "b.wav"
    write_wav(first, np.full(24_000, 0.5, np.float32), 24_000)
    write_wav(second, np.full((16_000, 2), 0.25, np.float32), 16_000)
    starts_s, duration_s = join_recordings([first, second], 0.25, tmp_path / "both.wav")
    samples, rate_hz = read_wav(tmp_path / "both.wav")
    assert (starts_s, duration_s, rate_hz) == ([0.0, 1.25], 2.25, 24_000)
    assert abs(float(samples[12_000, 0]) - 0.5) < 0.01
    assert float(np.abs(samples[24_100:29_900]).max()) == 0
    assert abs(float(samples[42_000, 0]) - 0.25) < 0.01


def spoken(shot: Shot, duration_s: float) -> Speech:
    asset = Asset(sha256="0" * 64, media_type="audio/wav", byte_count=1, origin="builtin:narrator")
    words = tuple(SpokenWord(text=word, start_s=0, end_s=duration_s) for word in shot.spoken.split())
    return Speech(shot_id=shot.id, text=shot.spoken, asset=asset, voice="v", duration_s=duration_s, words=words)


def test_dialogue_is_never_shortened() -> None:
    lines = (DialogueLine(speaker="Anna", text="Where were you?"), DialogueLine(speaker="Ben", text="At work."))
    shot = Shot(id="a", number=1, frame_count=72, dialogue=lines, voice_over=VoiceOver(text="Night."))
    other = Shot(id="b", number=2, frame_count=120)
    assert shot.spoken == "Night. Where were you? At work."
    timing = lock_timing((shot, other), (spoken(shot, 3.4),), Fraction(24))
    assert [(line.text, line.pace) for line in timing.respeak] == [(shot.spoken, 1.15)]
    assert [one.frame_count for one in timing.shots] == [79, 113]
    assert timing.shots[0].voice_over.text == "Night."
    with pytest.raises(BadInput, match=r"takes 9\.0 s"):
        lock_timing((shot,), (spoken(shot, 9.0),), Fraction(24))
    silent = write_captions((shot,), (), Fraction(24))
    assert " ".join(line for caption in silent for line in caption.lines) == shot.spoken
