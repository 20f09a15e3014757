"""A small real film, made once for each test process: 6 s at 320x180, voice, music and captions included."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.studio.command import PROMPT, SMALL, Command, Made, command_in


@pytest.fixture(scope="session")
def voice_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The assembled voice model, shared by all homes of this process."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def new_command(tmp_path: Path, voice_cache: Path) -> Callable[[str], Command]:
    """Makes a command with an empty home whose voice model is assembled already."""

    def make(name: str = "one") -> Command:
        return command_in(tmp_path / name, voice_cache)

    return make


@pytest.fixture(scope="session")
def coffee(tmp_path_factory: pytest.TempPathFactory, voice_cache: Path) -> Made:
    """The coffee film. Tests that go on with it make new films in its home and change nothing of it."""
    command = command_in(tmp_path_factory.mktemp("coffee") / "place", voice_cache)
    folder = command.folder / "coffee"
    ran = command("make", PROMPT, *SMALL, "--out", str(folder), "--json")
    assert ran.code == 0, ran.err
    return Made(command, folder, ran.json)


@pytest.fixture
def copied(coffee: Made, tmp_path: Path) -> Made:
    """The coffee film in a home of its own, to be ill-treated."""
    home, work = tmp_path / "copied" / "home", tmp_path / "copied" / "work"
    shutil.copytree(coffee.command.home, home, symlinks=True)
    work.mkdir()
    return Made(Command(home, work), coffee.folder, coffee.report)
