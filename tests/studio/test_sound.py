"""A track of one's own, and sound effects, in whole films."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from tests.studio.command import PROMPT, SMALL, Command, Made

from reelwright.media.decode import read_sound
from reelwright.media.wav import write_wav

RATE_HZ = 48_000


def manifest_of(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "manifest.json").read_text())


def calls(folder: Path, model: str) -> list[dict[str, Any]]:
    return [call for call in manifest_of(folder)["calls"] if call["model"] == model]


def keys(folder: Path) -> dict[str, str]:
    return {call["key"]: call["model"] for call in manifest_of(folder)["calls"]}


def track(path: Path) -> str:
    """Four seconds of a chord in a file; its SHA-256."""
    t = np.arange(4 * RATE_HZ) / RATE_HZ
    chord = sum((0.1 * np.sin(2 * np.pi * hz * t) for hz in (220, 277, 330)), np.zeros(len(t)))
    write_wav(path, chord.astype(np.float32), RATE_HZ)
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_your_own_track_is_the_music_wherever_the_file_goes(new_command: Callable[[str], Command]) -> None:
    command = new_command("own")
    sha256 = track(command.folder / "song.wav")
    silent = (*SMALL, "--no-voice", "--json")
    ran = command("make", PROMPT, *silent, "--music", "song.wav", "--no-effects", "--out", "a")
    assert ran.code == 0, ran.err
    first = command.folder / "a"
    assert manifest_of(first)["brief"]["music"]["sha256"] == sha256
    assert calls(first, "builtin:composer") == []
    assert calls(first, "builtin:foley") == []
    assert calls(first, "builtin:own-track")[0]["request"] == {"track": sha256, "duration_s": 6.0}
    sound = read_sound(first / "film.mp4")
    assert 20 * np.log10(np.sqrt(np.mean(np.square(sound[: 4 * RATE_HZ])))) > -26
    assert np.abs(sound[-round(0.3 * RATE_HZ) :]).max() < 10 ** (-50 / 20)
    (command.folder / "song.wav").rename(command.folder / "renamed.wav")
    again = command("make", PROMPT, *silent, "--music", "renamed.wav", "--no-effects", "--out", "b")
    assert again.code == 0, again.err
    assert keys(command.folder / "b") == keys(first)


def test_an_edit_of_one_sound_makes_only_the_sound_again(coffee: Made) -> None:
    written = json.loads((coffee.folder / "shots.json").read_text())
    written["shots"][0]["sounds"] = ["birds", "theremin"]
    (coffee.command.folder / "heard.json").write_text(json.dumps(written))
    ran = coffee.command("film", "heard.json", "--out", "heard", "--json")
    assert ran.code == 0, ran.err
    folder = coffee.command.folder / "heard"
    new = [model for key, model in keys(folder).items() if key not in keys(coffee.folder)]
    assert sorted(set(new)) == ["builtin:foley", "builtin:mixer", "builtin:stitcher"]
    assert {call["request"]["sound"] for call in calls(folder, "builtin:foley")} >= {"birds", "theremin"}
    assert any("'theremin'" in warning for warning in ran.json["warnings"])


def test_a_track_that_is_gone_is_said_before_anything_is_made(coffee: Made) -> None:
    written = json.loads((coffee.folder / "shots.json").read_text())
    written["brief"]["music"] = {"sha256": "0" * 64, "media_type": "audio/wav", "byte_count": 5}
    (coffee.command.folder / "lost.json").write_text(json.dumps(written))
    ran = coffee.command("film", "lost.json", "--out", "lost", "--json")
    assert ran.code == 2
    assert "000000000000" in ran.json["error"]["message"]
    assert not (coffee.command.folder / "lost").exists()
