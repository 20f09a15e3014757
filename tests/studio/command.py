"""Runs ``reelwright`` as a person does: a process of its own, in a home of its own."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROMPT = "Artisan coffee that starts your morning right"
SMALL = ("--duration", "6", "--size", "320x180")


@dataclass(frozen=True)
class Ran:
    """What a command said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The one object on standard output."""
        return json.loads(self.out)


@dataclass(frozen=True)
class Command:
    """``reelwright`` in a home and a folder of its own."""

    home: Path
    folder: Path

    def start(self, *arguments: str) -> "subprocess.Popen[str]":
        """Starts it, in a process group of its own."""
        environment = {**os.environ, "REELWRIGHT_HOME": str(self.home), "COLUMNS": "100"}
        return subprocess.Popen(
            [sys.executable, "-m", "reelwright", *arguments],
            env=environment,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def __call__(self, *arguments: str) -> Ran:
        """Runs it to its end."""
        process = self.start(*arguments)
        out, err = process.communicate(timeout=120)
        return Ran(process.returncode, out, err)


@dataclass(frozen=True)
class Made:
    """A finished film, how it was made, and the command to go on with."""

    command: Command
    folder: Path
    report: dict[str, Any]


def command_in(place: Path, voice_cache: Path) -> Command:
    """A command with a home and a folder below ``place``."""
    (place / "home").mkdir(parents=True)
    (place / "work").mkdir()
    (place / "home" / "cache").symlink_to(voice_cache)
    return Command(place / "home", place / "work")


def until_said(process: "subprocess.Popen[str]", words: str) -> str:
    """Reads progress until a stage is named; what was said."""
    assert process.stderr is not None
    said = ""
    for line in process.stderr:
        said += line
        if words in line:
            return said
    raise AssertionError(f"{words!r} was never said: {said}")
