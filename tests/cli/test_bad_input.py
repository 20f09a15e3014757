"""Row by row: what a person may type wrongly, what is said, and that nothing was started."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from reelwright.cli import run

ROWS = [
    (["make"], "PROMPT"),
    (["make", ""], "''"),
    (["make", "   "], "'   '"),
    (["make", "x" * 5001], "5001"),
    (["make", "two", "words"], "words"),
    (["make", "x", "--duration", "abc"], "'abc'"),
    (["make", "x", "--duration", "5.9"], "'5.9'"),
    (["make", "x", "--duration", "61"], "'61'"),
    (["make", "x", "--duration", "nan"], "'nan'"),
    (["make", "x", "--duration", "inf"], "'inf'"),
    (["make", "x", "--duration", "-6"], "'-6'"),
    (["make", "x", "--aspect", "3:2"], "'3:2'"),
    (["make", "x", "--aspect", ""], "''"),
    (["make", "x", "--size", "720p"], "'720p'"),
    (["make", "x", "--size", "1281x720"], "1281"),
    (["make", "x", "--size", "32x18"], "32"),
    (["make", "x", "--size", "8192x4608"], "8192"),
    (["make", "x", "--size", "1000x700"], "1000x700"),
    (["make", "x", "--size", "1280x720", "--aspect", "1:1"], "1280x720"),
    (["make", "x", "--fps", "0"], "'0'"),
    (["make", "x", "--fps", "121"], "'121'"),
    (["make", "x", "--fps", "1/0"], "'1/0'"),
    (["make", "x", "--fps", "fast"], "'fast'"),
    (["make", "x", "--template", "aidaa"], "'aidaa'"),
    (["make", "x", "--voice", "nobody"], "'nobody'"),
    (["make", "x", "--music", "gone.mp3"], "'gone.mp3'"),
    (["make", "x", "--music", "."], "'.'"),
    (["make", "x", "--music", ""], "'' names no file"),
    (["make", "x", "--music", "/dev/null"], "'/dev/null' is a device"),
    (["make", "x", "--music", "gone.mp3", "--no-music"], "--no-music"),
    (["make", "x", "--seed", "1.5"], "'1.5'"),
    (["make", "x", "--seed", "-2"], "'-2'"),
    (["make", "x", "--seed", "2147483648"], "'2147483648'"),
    (["make", "x", "--until", "cut"], "'cut'"),
    (["make", "x", "--image-model", "nobody:paints"], "nobody"),
    (["make", "x", "--text-model", "builtin; stroy=local"], "'stroy' is no stage"),
    (["make", "x", "--text-model", ";"], "';'"),
    (["make", "x", "--text-model", "opnrouter:a/b"], "Did you mean `openrouter:a/b`"),
    (["make", "x", "--text-model", "claude-3-haku"], "Did you mean `claude-3-haiku`"),
    (["make", "x", "--frobnicate"], "--frobnicate"),
    (["make", "x", "--duration"], "--duration"),
    (["film"], "SHOTS.json"),
    (["film", "missing.json"], "missing.json"),
    (["film", "missing.json", "--until", "story"], "'story'"),
    (["scenario"], "no scene"),
    (["scenario", "-d", "  "], "no scene"),
    (["scenario", "-d", "x", "-n", "25"], "'25'"),
    (["scenario", "-d", "x", "--aspect", "3:2"], "'3:2'"),
    (["scenario", "-d", "x", "--model", "nobody:x"], "'nobody:x'"),
    (["scenario", "-d", "x", "--model", "builtin; scenario=,"], "'' is no model"),
    (["scenario", "-d", "x", "--character", "Maya=" + "y" * 900], "'Maya' has 900 characters; allowed are 800"),
    (["scenario", "-d", "x" * 5001], "has 5001 characters; allowed are 5000"),
    (["scenario", "-d", "x", "-o", "."], "-o '.' is a folder"),
    (["scenario", "-d", "x", "--out", "here"], "--out does not go without --shoot"),
    (["scenario", "--screenplay", "x.fountain", "-n", "3"], "-n does not go with --screenplay"),
    (["scenario", "--from-library", "x", "--mood", "sad"], "--mood does not go with --from-library"),
    (["scenario", "-d", "x", "--save", "Not/a Name"], "'Not/a Name'"),
    (["scenario", "-d", "x", "--character", "Maya"], "'Maya'"),
    (["scenario", "--example", "noir"], "'noir'"),
    (["resume", "nope1"], "'nope1'"),
    (["resume"], "unfinished"),
    (["rewrite", "nope1", "camera"], "there is no stage 'camera'"),
    (["show", "nope1"], "'nope1'"),
    (["show"], "FILM_ID"),
    (["rm", "nope1", "--yes"], "'nope1'"),
    (["make", "x", "--budget", "lots"], "'lots'"),
    (["make", "x", "--budget", "-1"], "'-1'"),
    (["make", "x", "--budget", "inf"], "'inf'"),
    (["resume", "nope1", "--budget", "2"], "'nope1'"),
    (["costs", "--by", "week"], "'week'"),
    (["costs", "--since", "yesterday"], "'yesterday'"),
    (["costs", "--film", "nope1"], "'nope1'"),
    (["calls", "--film", "nope1"], "'nope1'"),
    (["calls", "settle"], "CALL"),
    (["calls", "settle", "abcdef"], "--not-charged"),
    (["calls", "settle", "abcdef", "--charged", "--not-charged"], "--remote-id"),
    (["calls", "settle", "abcdef", "--charged"], "'abcdef'"),
    (["calls", "settle", "%", "--charged"], "'%'"),
    (["storyboard"], "no story"),
    (["storyboard", "--story", " "], "' '"),
    (["storyboard", "--story", "x" * 5001], "5001"),
    (["storyboard", "--story", "x", "--model", "a b=c"], "'b' is no stage"),
    (["enhance", "--prompt", "x", "--text-model", "crtic=local"], "'crtic' is no stage"),
    (["storyboard", "--story", "x", "--num-frames", "5"], "--num-frames 5"),
    (["storyboard", "--story", "x", "--num-frames", "11"], "--num-frames 11"),
    (["storyboard", "--story", "x", "--num-frames", "six"], "'six'"),
    (["storyboard", "--story", "x", "--token", "two words"], "'two words'"),
    (["storyboard", "--story", "x", "--num-inference-steps", "0"], "--num-inference-steps 0"),
    (["storyboard", "--story", "x", "--guidance-scale", "high"], "'high'"),
    (["storyboard", "--story", "x", "--lora-strength", "3"], "--lora-strength 3"),
    (["storyboard", "--story", "x", "--lora-path", "gone.safetensors"], "gone.safetensors"),
    (["storyboard", "--story", "x", "--lora-path", "weights.ckpt"], "weights.ckpt"),
    (["storyboard", "--story", "x", "--device", "tpu"], "'tpu'"),
    (["storyboard", "--story", "x", "--base-seed", "1.5"], "'1.5'"),
    (["templates", "new"], "SLUG"),
    (["templates", "new", "My Launch"], "templates new my-launch"),
    (["templates", "new", "mine", "--from", "aidaa"], "'aidaa'"),
    (["templates", "check", "nope1"], "'nope1'"),
    (["templates", "show", "nope1"], "'nope1'"),
    (["templates", "show", "aida", "--duration", "5"], "'5'"),
    (["frobnicate"], "'frobnicate'"),
]


@pytest.mark.parametrize(("arguments", "named"), ROWS)
def test_every_wrong_value(
    arguments: list[str],
    named: str,
    own_home: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    assert run(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert named in said.err
    assert "next: " in said.err
    assert "Traceback" not in said.err
    assert list(folder.iterdir()) == [], "a usage error leaves nothing behind"
    assert not list((own_home / "media").rglob("*.*"))


def test_a_model_without_a_price_is_refused_before_it_is_asked(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENROUTER_API_KEY", "none of any use")
    assert run(["make", "x", "--text-model", "openrouter:who/knows"]) == 2
    assert "nobody knows what openrouter:who/knows costs" in capsys.readouterr().err


def _command(*arguments: str, home: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    import os

    return subprocess.run(
        [sys.executable, "-P", "-m", "reelwright", *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=home.parent,
        env={**os.environ, "REELWRIGHT_HOME": str(home), **environment},
    )


def test_json_errors_are_one_object(own_home: Path) -> None:
    done = _command("make", "x", "--json", "--duration", "soon", home=own_home)
    assert done.returncode == 2
    error = json.loads(done.stdout)["error"]
    assert set(error) == {"kind", "message", "hint", "details"}
    assert error["kind"] == "BadInput"


@pytest.mark.parametrize("verb", ["films", "templates", "voices", "doctor"])
def test_json_results_are_one_object(verb: str, own_home: Path) -> None:
    done = _command(verb, "--json", home=own_home)
    assert done.returncode == 0, done.stderr
    assert isinstance(json.loads(done.stdout), dict)


def test_a_wrong_setting_is_a_configuration_error(own_home: Path) -> None:
    done = _command("films", home=own_home, REELWRIGHT_WORKERS="many")
    assert done.returncode == 78
    assert "REELWRIGHT_WORKERS" in done.stderr


def test_a_corrupt_database_is_said_and_kept(own_home: Path) -> None:
    own_home.mkdir()
    database = own_home / "reelwright.db"
    database.write_bytes(b"this is no database" * 100)
    done = _command("films", "--json", home=own_home)
    assert done.returncode == 1, done.stderr
    assert json.loads(done.stdout)["error"]["kind"] == "StorageError"
    assert database.read_bytes() == b"this is no database" * 100


def test_commands_are_named_as_the_person_types_them(own_home: Path) -> None:
    done = _command("resume", home=own_home, REELWRIGHT_COMMAND="python3 reel")
    assert "`python3 reel films`" in done.stderr


def test_version_and_help(own_home: Path) -> None:
    assert _command("--version", home=own_home).stdout.startswith("reelwright 0.")
    assert "make" in _command(home=own_home).stdout


def test_rm_asks_somebody(own_home: Path, tmp_path: Path) -> None:
    done = _command("rm", "nope1", home=own_home)
    assert done.returncode == 2


@pytest.mark.parametrize("kind", ["a file", "below a file", "someone's folder"])
def test_an_output_folder_that_is_not_ours(kind: str, own_home: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "diary.txt").write_text("dear diary")
    out = {"a file": mine / "diary.txt", "below a file": mine / "diary.txt" / "film", "someone's folder": mine}[kind]
    done = _command("make", "x", "--json", "--out", str(out), home=own_home)
    error = json.loads(done.stdout)["error"]
    assert done.returncode in (1, 2), error
    assert error["kind"] in ("BadInput", "StorageError")
    assert error["hint"]
    assert str(mine) in error["message"]
    assert (mine / "diary.txt").read_text() == "dear diary"
    assert [path.name for path in mine.iterdir()] == ["diary.txt"]


def test_a_second_process_is_told_to_wait(own_home: Path) -> None:
    from reelwright.workflows.lock import studio_lock

    with studio_lock(own_home, "film abc, 'First Light'"):
        done = _command("make", "x", "--json", home=own_home)
    error = json.loads(done.stdout)["error"]
    assert done.returncode == 75
    assert error["kind"] == "Conflict"
    assert "First Light" in error["message"]
