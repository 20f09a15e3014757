"""Killed anywhere, a film continues: the same film at the end, and no stored call made twice."""

import os
import random
import signal
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.studio.command import PROMPT, SMALL, Command, Made

KILLS = int(os.environ.get("REELWRIGHT_TEST_KILLS", "3"))


def stored_attempts(home: Path) -> dict[str, int]:
    """How often each stored call was begun."""
    database = home / "reelwright.db"
    if not database.exists():
        return {}
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        try:
            rows = connection.execute("select key, attempts from calls where state = 'stored'").fetchall()
        except sqlite3.OperationalError:  # killed before the tables were made
            return {}
    return dict(rows)


def test_killed_at_random_moments_it_ends_as_the_same_film(
    coffee: Made, new_command: Callable[[str], Command], tmp_path: Path
) -> None:
    command = new_command("killed")
    out = command.folder / "coffee"
    dice = random.Random(20261121)
    kept: dict[str, int] = {}
    for _ in range(KILLS):
        process = command.start("make", PROMPT, *SMALL, "--out", str(out), "--json")
        time.sleep(dice.uniform(0.3, 6.0))
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        now = stored_attempts(command.home)
        assert {key: now[key] for key in kept} == kept
        kept = now
    ran = command("make", PROMPT, *SMALL, "--out", str(out), "--json")
    assert ran.code == 0, ran.err
    now = stored_attempts(command.home)
    assert {key: now[key] for key in kept} == kept
    assert (out / "film.mp4").read_bytes() == (coffee.folder / "film.mp4").read_bytes()
    assert len(command("films", "--json").out.strip().splitlines()) == 1


def test_interrupt_ends_at_once_and_resume_finishes(coffee: Made, new_command: Callable[[str], Command]) -> None:
    command = new_command("interrupted")
    out = command.folder / "coffee"
    process = command.start("make", PROMPT, *SMALL, "--out", str(out), "--json")
    assert process.stderr is not None
    assert "Stage" in process.stderr.readline()  # from here on there is a film to go on with
    time.sleep(2)
    before = time.monotonic()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=10)
    assert time.monotonic() - before < 1.5  # one second by promise, half for a loaded test machine
    assert process.returncode == 130, err
    assert "resume" in err
    assert not out.exists()
    ran = command("resume", "--json")
    assert ran.code == 0, ran.err
    assert (out / "film.mp4").read_bytes() == (coffee.folder / "film.mp4").read_bytes()


@pytest.mark.slow
def test_a_second_process_waits_its_turn(coffee: Made, new_command: Callable[[str], Command]) -> None:
    command = new_command("two")
    first = command.start("make", PROMPT, *SMALL, "--json")
    deadline = time.monotonic() + 20
    while not (command.home / "studio.lock.json").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    second = command("make", "Another film entirely", *SMALL, "--json")
    assert second.code == 75
    assert str(first.pid) in second.json["error"]["message"]
    out, err = first.communicate(timeout=120)
    assert first.returncode == 0, err
    assert out


def test_nothing_is_left_running(new_command: Callable[[str], Command]) -> None:
    """Work processes die with the one that was killed."""
    command = new_command("orphans")
    process = command.start("make", PROMPT, *SMALL)
    time.sleep(4)
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    deadline = time.monotonic() + 5
    while (left := session_members(process.pid)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert left == []


def session_members(session: int) -> list[int]:
    """Living processes of a session, from /proc."""
    if not Path("/proc").is_dir():
        pytest.skip("needs /proc")
    found: list[int] = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if int(fields[3]) == session and fields[0] != "Z":
                found.append(int(entry.name))
    return found
