"""The narrator: a real voice from the real model, with the times of its words."""

import asyncio
import itertools
import os
from collections.abc import Generator
from pathlib import Path

import numpy as np
import pytest

from reelwright.errors import BadInput, CapabilityError, NotConfigured, NotFound
from reelwright.media.wav import read_wav
from reelwright.media.workshop import Workshop
from reelwright.ports import SpeechModel, SpeechReply, SpeechRequest, Tools
from reelwright.providers.builtin.cards import NARRATOR
from reelwright.providers.builtin.narrator import Narrator, find_voice, model_file
from reelwright.providers.builtin.narrator.engine import say
from reelwright.providers.builtin.narrator.job import SpeechJob
from reelwright.workflows.recipes import recipe_for

TEXT = "Save 50% — on your 1st Wi-Fi kettle, today!"


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Generator[Tools]:
    with Workshop(processes=1) as workshop:
        yield Tools(workshop=workshop, cache_dir=tmp_path_factory.mktemp("cache"))


def ask(tools: Tools, folder: Path, text: str = TEXT, voice: str = "", pace: float = 1.0) -> SpeechReply:
    folder.mkdir(exist_ok=True)
    return asyncio.run(Narrator(NARRATOR, tools).speak(SpeechRequest(text, voice, pace, "joy", folder)))


@pytest.fixture(scope="module")
def reply(tools: Tools, tmp_path_factory: pytest.TempPathFactory) -> SpeechReply:
    return ask(tools, tmp_path_factory.mktemp("voice"))


def test_it_stands_behind_the_port(tools: Tools) -> None:
    narrator = Narrator(NARRATOR, tools)
    assert isinstance(narrator, SpeechModel)
    assert len(narrator.voices) >= 4
    assert {voice.language for voice in narrator.voices} == {"en-US", "en-GB"}


def test_the_recording_is_speech_of_the_told_length(reply: SpeechReply) -> None:
    samples, rate_hz = read_wav(reply.media.path)
    assert (rate_hz, samples.shape[1]) == (24_000, 1)
    assert reply.duration_s == pytest.approx(len(samples) / rate_hz)
    assert 2 < reply.duration_s < 6
    assert 0.05 < np.abs(samples).max() < 1.0
    assert np.abs(samples[:3]).max() < 0.01
    assert np.abs(samples[-3:]).max() < 0.01


def test_every_written_word_has_its_time_in_order(reply: SpeechReply) -> None:
    assert [word.text for word in reply.words] == TEXT.split()
    assert reply.timing_source == "engine"
    for word, following in itertools.pairwise(reply.words):
        assert word.start_s <= word.end_s <= following.start_s
    assert reply.words[-1].end_s <= reply.duration_s
    lengths = {word.text: word.end_s - word.start_s for word in reply.words}
    assert lengths["—"] < 0.01
    assert all(length > 0.05 for text, length in lengths.items() if text != "—")
    assert lengths["50%"] > lengths["on"]


def test_words_are_loud_where_they_are_said_to_be(reply: SpeechReply) -> None:
    samples, rate_hz = read_wav(reply.media.path)
    level = np.abs(samples[:, 0])
    inside = np.zeros(len(level), bool)
    for word in reply.words:
        inside[round(word.start_s * rate_hz) : round(word.end_s * rate_hz)] = True
    assert np.square(level[inside]).sum() > 0.97 * np.square(level).sum()
    assert level[: round(reply.words[0].start_s * rate_hz)].max() < 0.35 * level.max()


def test_the_same_line_sounds_the_same_and_another_voice_does_not(
    tools: Tools, tmp_path: Path, reply: SpeechReply
) -> None:
    again = ask(tools, tmp_path / "again")
    other = ask(tools, tmp_path / "other", voice="michael")
    assert again.media.path.read_bytes() == reply.media.path.read_bytes()
    assert other.media.path.read_bytes() != reply.media.path.read_bytes()


def test_pace_shortens_the_line(tools: Tools, tmp_path: Path, reply: SpeechReply) -> None:
    assert ask(tools, tmp_path / "quick", pace=1.15).duration_s < 0.95 * reply.duration_s


@pytest.mark.slow
def test_a_long_text_is_said_whole(tools: Tools, tmp_path: Path) -> None:
    text = "Every mile hurt, and every mile counted for something. " * 5
    long = ask(tools, tmp_path / "long", text=text)
    assert len(long.words) == len(text.split())
    assert long.duration_s > 11
    assert all(word.end_s > word.start_s for word in long.words)


def test_one_cached_model_is_made_and_kept(tools: Tools, reply: SpeechReply) -> None:
    files = list(tools.cache_dir.iterdir())
    assert len(files) == 1
    assert files[0].name.startswith(model_file.model_key(""))


def test_a_damaged_cached_model_is_made_again(tools: Tools, tmp_path: Path, reply: SpeechReply) -> None:
    name = next(tools.cache_dir.iterdir()).name
    (tmp_path / name).write_bytes(b"half a mo")
    job = SpeechJob(TEXT, "af_heart", False, 1.0, str(tmp_path), str(tmp_path / "a.wav"))
    assert say(job).duration_s == pytest.approx(reply.duration_s)
    assert (tmp_path / name).stat().st_size > 80_000_000


def test_parts_with_a_wrong_hash_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_file, "SHA256", "0" * 64)
    with pytest.raises(NotConfigured, match="SHA-256"):
        model_file.model_parts("")


def test_missing_parts_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_file, "PACKAGES", ("kokoro_that_is_not_there",))
    with pytest.raises(NotConfigured, match="kokoro_that_is_not_there") as caught:
        model_file.model_parts("")
    assert "captions" in caught.value.hint


def test_an_own_model_that_is_no_model_is_refused(tools: Tools, tmp_path: Path) -> None:
    (tmp_path / "mine.onnx").write_bytes(os.urandom(64))
    options = {"voice_model_path": str(tmp_path / "mine.onnx")}
    narrator = Narrator(NARRATOR, Tools(tools.workshop, tmp_path / "cache", options))
    assert narrator.card.version != NARRATOR.version
    with pytest.raises(NotConfigured, match=r"mine\.onnx"):
        asyncio.run(narrator.speak(SpeechRequest("Hello.", "", 1.0, "", tmp_path)))


def test_an_own_model_that_works_is_used(tools: Tools, tmp_path: Path) -> None:
    own = tmp_path / "mine.onnx"
    own.write_bytes(model_file.joined_parts())
    narrator = Narrator(NARRATOR, Tools(tools.workshop, tmp_path / "cache", {"voice_model_path": str(own)}))
    reply = asyncio.run(narrator.speak(SpeechRequest("Hello there.", "", 1.0, "", tmp_path)))
    assert reply.duration_s > 0.4
    assert len(reply.words) == 2


@pytest.mark.parametrize(("text", "pace"), [("", 1.0), ("   ", 1.0), ("Hello.", 0.5), ("Hello.", 1.3)])
def test_bad_requests_are_refused(text: str, pace: float, tools: Tools, tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        ask(tools, tmp_path / "bad", text=text, pace=pace)


def test_what_cannot_be_said_is_told(tmp_path: Path) -> None:
    with pytest.raises(CapabilityError, match="nothing in"):
        say(SpeechJob("🎉 …", "af_heart", False, 1.0, str(tmp_path), str(tmp_path / "a.wav")))


def test_marks_of_a_pronunciation_that_have_no_sound_are_told(tools: Tools, tmp_path: Path) -> None:
    own = (("okeanos", "/oʊˈkeɪʀəˌnoʊs/"), ("zyntho", "ZIN-toh"))
    reply = asyncio.run(Narrator(NARRATOR, tools).speak(SpeechRequest("Okeanos.", "", 1.0, "", tmp_path, own)))
    assert reply.notes == ("of the pronunciation '/oʊˈkeɪʀəˌnoʊs/' for 'okeanos' the voice cannot say ʀ",)


def test_voices_by_name() -> None:
    assert find_voice("").name == "af_heart"
    assert find_voice("Emma").name == "bf_emma"
    with pytest.raises(NotFound, match="af_heart"):
        find_voice("gandalf")


def test_a_persons_pronunciation_is_heard_and_keyed_where_its_word_is(tools: Tools, tmp_path: Path) -> None:
    narrator = Narrator(NARRATOR, tools)
    plain = SpeechRequest("Meet Zyntho today.", "", 1.0, "", tmp_path / "plain")
    own = SpeechRequest("Meet Zyntho today.", "", 1.0, "", tmp_path / "own", (("zyntho", "ZIN-toh-lah-mee"),))
    for request in (plain, own):
        request.workdir.mkdir()
    spoken, respoken = (asyncio.run(narrator.speak(request)) for request in (plain, own))
    assert respoken.duration_s > spoken.duration_s + 0.1
    assert recipe_for(narrator.card, plain).key != recipe_for(narrator.card, own).key
