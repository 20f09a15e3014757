"""The shell completes what there is to choose from, and help shows commands as they are typed."""

import os
import subprocess
import sys

import pytest

from reelwright import Studio, Until


def _completed(typed: str) -> list[str]:
    environment = {
        **os.environ,
        "_REELWRIGHT_COMPLETE": "complete_bash",
        "COMP_WORDS": typed,
        "COMP_CWORD": str(len(typed.split(" ")) - 1),
    }
    code = "import sys; from reelwright.cli import run; sys.argv[0] = 'reelwright'; sys.exit(run())"
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("reelwright res", ["resume"]),
        ("reelwright make x --asp", ["--aspect"]),
        ("reelwright make x --aspect 1", ["16:9", "1:1"]),
        ("reelwright make x --template te", ["teaser-reveal"]),
        ("reelwright make x --voice af", ["af_heart"]),
        ("reelwright show ", []),
    ],
)
def test_words_are_completed(typed: str, words: list[str]) -> None:
    assert _completed(typed) == words


def test_films_are_completed() -> None:
    with Studio() as studio:
        made = studio.make("Gourmet chocolate tasting", until=Until.STORY)
    for command in ("show", "rm", "resume"):
        assert _completed(f"reelwright {command} {made.film_id[:2]}") == [made.film_id]


def test_examples_name_the_command_that_was_typed() -> None:
    environment = {**os.environ, "REELWRIGHT_COMMAND": "python3 reel"}
    command = [sys.executable, "-m", "reelwright", "make", "--help"]
    shown = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    assert "Example: python3 reel make" in shown
    assert "Usage: python3 reel make" in shown
