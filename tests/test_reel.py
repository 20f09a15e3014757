"""The bootstrap script: sets up once, starts at once, survives interruption, and says what is missing."""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
from importlib.machinery import SourceFileLoader
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = """
[project]
name = "reelwright"
version = "0.0.1"
[project.scripts]
reelwright = "reelwright:run"
[project.entry-points."reelwright.providers"]
builtin = "reelwright:provider"
"""
PROGRAM = """
import json, sys
from importlib.metadata import entry_points, version
print(json.dumps({
    "arguments": sys.argv[1:], "version": version("reelwright"), "python": sys.executable,
    "providers": [point.value for point in entry_points(group="reelwright.providers")],
}))
"""


@pytest.fixture
def reel(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The script as a module."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    loader = SourceFileLoader("reel_script", str(ROOT / "reel"))
    spec = importlib.util.spec_from_loader("reel_script", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with an empty lock, so that no network is needed."""
    root = tmp_path / "check out"
    package = root / "src" / "reelwright"
    package.mkdir(parents=True)
    shutil.copy(ROOT / "reel", root)
    (root / "pyproject.toml").write_text(PROJECT)
    (package / "__init__.py").write_text("def run():\n    from reelwright import __main__\n\ndef provider(): ...\n")
    (package / "__main__.py").write_text(PROGRAM)
    for name in ("requirements.lock", "requirements-test.lock", "requirements-slow.lock"):
        (root / name).write_text("# nothing is needed\n")
    return root


def start(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(root / "reel"), *arguments]
    return subprocess.run(
        command, cwd=root.parent, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )


def test_a_checkout_through_its_life(checkout: Path) -> None:
    first = start(checkout, "make", "two words", "--json")
    assert first.returncode == 0, first.stderr
    assert "making .venv" in first.stderr
    assert "ready after" in first.stderr
    said = json.loads(first.stdout)
    assert said["arguments"] == ["make", "two words", "--json"]
    assert said["python"].startswith(str(checkout / ".venv"))
    assert (said["version"], said["providers"]) == ("0.0.1", ["reelwright:provider"])

    second = start(checkout, "films")
    assert second.stderr == "", "the second start says nothing and sets nothing up"

    done = subprocess.run([checkout / ".venv/bin/reelwright", "doctor"], capture_output=True, text=True, check=False)
    assert json.loads(done.stdout)["arguments"] == ["doctor"]

    (checkout / "pyproject.toml").write_text(PROJECT.replace("0.0.1", "0.0.2"))
    assert json.loads(start(checkout, "films").stdout)["version"] == "0.0.2"

    (checkout / "requirements.lock").write_text("# something else is needed\n")
    assert "updating .venv" in start(checkout, "films").stderr

    (checkout / ".venv" / "reel-unfinished").write_text("1")
    (checkout / ".venv" / "reel-stamp.json").unlink()
    assert "making .venv" in start(checkout, "films").stderr, "an interrupted set-up is done again"

    moved = checkout.rename(checkout.parent / "moved")
    said = json.loads(start(moved, "films").stdout)
    assert said["python"].startswith(str(moved)), "a checkout that was moved works where it is now"


def test_two_at_once_set_up_once(checkout: Path) -> None:
    command = [sys.executable, str(checkout / "reel"), "films"]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [process.communicate(timeout=60) for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert "".join(err for _, err in said).count("making .venv") == 1


def test_a_ready_start_is_fast(reel: Any, checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(ROOT / "requirements.lock", checkout)
    monkeypatch.setattr(reel, "ROOT", str(checkout))
    began = time.process_time()
    assert not reel.is_ready("run")
    reel.wanted("run")
    assert time.process_time() - began < 0.06


def test_a_folder_of_ones_own_is_left_alone(checkout: Path) -> None:
    (checkout / ".venv").mkdir()
    (checkout / ".venv" / "diary.txt").write_text("mine")
    done = start(checkout, "films")
    assert done.returncode == 78
    assert "in the way" in done.stderr
    assert (checkout / ".venv" / "diary.txt").read_text() == "mine"


def test_a_failing_installation_is_explained_and_done_again(checkout: Path) -> None:
    (checkout / "requirements.lock").write_text("no-such-package-here==1 --hash=sha256:" + "0" * 64 + "\n")
    environment = {**os.environ, "PIP_NO_INDEX": "1", "UV_OFFLINE": "1", "PIP_FIND_LINKS": ""}
    command = [sys.executable, str(checkout / "reel"), "films"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 1
    assert "set-up failed" in done.stderr
    assert not (checkout / ".venv" / "reel-stamp.json").exists()


def test_an_old_python_hears_what_to_install(
    reel: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(reel, "OLDEST", (3, 98))
    monkeypatch.setattr(reel, "NEWEST", (3, 99))
    assert reel.main(["make", "x"]) == 78
    assert "python3.13-venv" in capsys.readouterr().err


def test_a_python_without_ensurepip_hears_what_to_install(reel: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(name: str) -> None:
        return None

    monkeypatch.setattr(importlib.util, "find_spec", nothing)
    with pytest.raises(reel.Stop, match="apt install python3-venv") as stop:
        reel.make_environment(None)
    assert stop.value.code == 78


def test_help_for_the_tests(reel: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert reel.main(["test", "--help"]) == 0
    assert "--slow" in capsys.readouterr().out
