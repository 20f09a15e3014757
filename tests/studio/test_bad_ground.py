"""The ground gives way: disks, homes, folders, processes and databases that fail. Row by row, what is said and kept."""

import contextlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from tests.studio.command import PROMPT, SMALL, Command, Made, Ran, until_said

from reelwright.store import schema

QUIET = (*SMALL, "--no-voice", "--no-music", "--json")
OUR_TABLES = {*schema.metadata.tables, "reelwright_version"}
MOMENTS = ("Stage 1: Story", "Stage 2: Scene Division", "Voice-over", "Stage 3: Storyboard", "Takes", "Cut")


def error_of(ran: Ran, code: int) -> dict[str, str]:
    """The one error object of a command that ended with ``code``."""
    assert ran.code == code, ran.err
    assert "Traceback" not in ran.err
    error = ran.json["error"]
    assert error["hint"]
    return error


def attempts_of(home: Path) -> dict[str, int]:
    """How often each stored call was begun."""
    with contextlib.closing(sqlite3.connect(f"file:{home / 'reelwright.db'}?mode=ro", uri=True)) as connection:
        return dict(connection.execute("select key, attempts from calls where state = 'stored'").fetchall())


@pytest.fixture
def disk(tmp_path: Path) -> Generator[Callable[[str], Path]]:
    """Mounts a small disk of its own; the same call again changes it."""
    folder = tmp_path / "disk"
    folder.mkdir()

    def mount(options: str) -> Path:
        again = os.path.ismount(folder)
        source = ["-o", f"remount,{options}"] if again else ["-t", "tmpfs", "-o", options, "tmpfs"]
        done = subprocess.run(["mount", *source, folder], capture_output=True, check=False)
        if done.returncode != 0:
            pytest.skip("mounting a small disk needs more rights than this process has")
        return folder

    yield mount
    if os.path.ismount(folder):
        subprocess.run(["umount", "-l", folder], check=True)


# Disks


def test_a_full_disk_while_making(disk: Callable[[str], Path], tmp_path: Path) -> None:
    """What was made is kept: with room again, ``resume`` finishes the film."""
    home = disk("size=1500k") / "home"
    home.mkdir()
    command = Command(home, tmp_path)
    error = error_of(command("make", PROMPT, *QUIET, "--out", str(tmp_path / "film")), 1)
    assert error["kind"] == "StorageError"
    assert "the disk is full" in error["message"]
    assert not (tmp_path / "film").exists()
    kept = attempts_of(home)
    disk("size=64m")
    assert command("resume", "--json").code == 0
    assert attempts_of(home).items() >= kept.items()
    assert (tmp_path / "film" / "film.mp4").exists()


@pytest.mark.slow
def test_a_full_disk_while_handing_over(copied: Made, disk: Callable[[str], Path], tmp_path: Path) -> None:
    """The film is not complete before it is handed over, so ``resume`` knows of it; nothing is left half written."""
    small = disk("size=300k")
    error = error_of(copied.command("make", PROMPT, *SMALL, "--out", str(small / "film"), "--json"), 1)
    assert error["kind"] == "StorageError"
    assert "resume --out" in error["hint"]
    assert list(small.iterdir()) == []
    ran = copied.command("resume", "--out", str(tmp_path / "elsewhere"), "--json")
    assert ran.code == 0, ran.err
    assert (tmp_path / "elsewhere/film.mp4").read_bytes() == (copied.folder / "film.mp4").read_bytes()


def test_a_disk_as_the_output_folder_is_refused_at_once(copied: Made, disk: Callable[[str], Path]) -> None:
    """It cannot be put in place by a rename; the hint names a folder inside."""
    small = disk("size=8m")
    error = error_of(copied.command("make", PROMPT, *SMALL, "--out", str(small), "--json"), 2)
    assert error["kind"] == "BadInput"
    assert f"--out {small / 'film'}" in error["hint"]


def test_a_home_that_may_only_be_read(copied: Made, disk: Callable[[str], Path]) -> None:
    """Looking goes on, making is refused, nothing changes."""
    home = disk("size=64m") / "home"
    shutil.copytree(copied.command.home, home, symlinks=True)
    for name in ("reelwright.db-wal", "reelwright.db-shm"):
        (home / name).unlink(missing_ok=True)
    before = (home / "reelwright.db").read_bytes()
    disk("ro")
    command = Command(home, copied.command.folder)
    error = error_of(command("make", PROMPT, *SMALL, "--json"), 1)
    assert error["kind"] == "StorageError"
    assert str(home) in error["message"]
    assert error_of(command("rm", str(copied.report["film_id"]), "--yes", "--json"), 1)["kind"] == "StorageError"
    assert command("show", str(copied.report["film_id"]), "--json").json["status"] == "completed"
    assert (home / "reelwright.db").read_bytes() == before
    assert list(copied.command.folder.iterdir()) == []


# Databases


def test_a_database_of_a_newer_reelwright(copied: Made) -> None:
    database = copied.command.home / "reelwright.db"
    with contextlib.closing(sqlite3.connect(database)) as connection:
        connection.execute("update reelwright_version set version = '9999'")
        connection.commit()
    before = database.read_bytes()
    for arguments in (("make", PROMPT, *SMALL), ("films",), ("resume",)):
        assert error_of(copied.command(*arguments, "--json"), 1)["kind"] == "StorageError"
    assert database.read_bytes() == before


def test_a_damaged_database(copied: Made) -> None:
    database = copied.command.home / "reelwright.db"
    for name in ("-wal", "-shm"):
        database.with_name(database.name + name).unlink(missing_ok=True)
    database.write_bytes(database.read_bytes()[:4096] + b"\xff" * 40_000)
    before = database.read_bytes()
    for arguments in (("make", PROMPT, *SMALL), ("films",), ("resume",)):
        error = error_of(copied.command(*arguments, "--json"), 1)
        assert error["kind"] == "StorageError"
        assert str(database) in error["message"]
    assert database.read_bytes() == before
    assert any((copied.command.home / "media").rglob("*"))


def test_the_engine_forgets_everything(copied: Made, tmp_path: Path) -> None:
    """Its tables are not the truth: the film is finished from the ledger, and nothing is asked again."""
    before = attempts_of(copied.command.home)
    with contextlib.closing(sqlite3.connect(copied.command.home / "reelwright.db")) as connection:
        tables = [name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")]
        engine_tables = [name for name in tables if name not in OUR_TABLES and not name.startswith("sqlite_")]
        assert "workflow_status" in engine_tables
        connection.executescript(";".join(f'drop table "{name}"' for name in engine_tables))
    ran = copied.command("resume", str(copied.report["film_id"]), "--out", str(tmp_path / "again"), "--json")
    assert ran.code == 0, ran.err
    assert (tmp_path / "again/film.mp4").read_bytes() == (copied.folder / "film.mp4").read_bytes()
    assert attempts_of(copied.command.home) == before


# Folders between runs


@pytest.mark.slow
def test_media_that_were_deleted_are_made_again(copied: Made, tmp_path: Path) -> None:
    shutil.rmtree(copied.command.home / "media")
    ran = copied.command("resume", str(copied.report["film_id"]), "--out", str(tmp_path / "again"), "--json")
    assert ran.code == 0, ran.err
    assert (tmp_path / "again/film.mp4").read_bytes() == (copied.folder / "film.mp4").read_bytes()


def test_the_output_folder_was_deleted_or_edited(copied: Made, tmp_path: Path) -> None:
    out = tmp_path / "film"
    request = ("resume", str(copied.report["film_id"]), "--out", str(out), "--json")
    assert copied.command(*request).code == 0
    shutil.rmtree(out)
    assert copied.command(*request).code == 0
    assert (out / "film.mp4").read_bytes() == (copied.folder / "film.mp4").read_bytes()
    (out / "story.json").write_text("my own story")
    error = error_of(copied.command(*request), 2)
    assert error["kind"] == "BadInput"
    assert "story.json" in error["message"]
    assert (out / "story.json").read_text() == "my own story"


def test_killed_while_handing_over(copied: Made) -> None:
    """The folder is whole or absent, and the next time clears what was left."""
    place = copied.command.folder
    for number in range(8):
        process = copied.command.start("make", PROMPT, *SMALL, "--new", "--out", str(place / "film"), "--json")
        while process.poll() is None and not any(name.startswith(".film.") for name in os.listdir(place)):
            time.sleep(0.0005)
        time.sleep(0.002 * number)
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        left = set(os.listdir(place))
        assert left <= {"film", *(name for name in left if name.startswith(".film."))}
        if (place / "film").exists():
            assert (place / "film/film.mp4").read_bytes() == (copied.folder / "film.mp4").read_bytes()
            assert (place / "film/manifest.json").exists()
        if any(name.startswith(".film.") for name in left):
            break
    ran = copied.command("resume", "--json")
    assert ran.code == 0, ran.err
    assert os.listdir(place) == ["film"]
    assert (place / "film/film.mp4").read_bytes() == (copied.folder / "film.mp4").read_bytes()


# Shot lists


@pytest.mark.parametrize("content", ["{", '{"schema_version": 99}', "\0\0"])
def test_a_broken_shot_list(content: str, coffee: Made, tmp_path: Path) -> None:
    (tmp_path / "shots.json").write_text(content)
    error = error_of(coffee.command("film", str(tmp_path / "shots.json"), "--json"), 2)
    assert error["kind"] == "BadInput"


def test_a_supplied_line_that_cannot_fit(copied: Made) -> None:
    """A supplied list is honoured or refused, never reworded: the error names the line."""
    shots = json.loads((copied.folder / "shots.json").read_text())
    line = "This line is far too long to be spoken by anyone at all in the three short seconds that it has been given"
    shots["shots"][0]["voice_over"]["text"] = line
    edited = copied.command.folder / "shots.json"
    edited.write_text(json.dumps(shots))
    error = error_of(copied.command("film", str(edited), "--out", str(copied.command.folder / "x"), "--json"), 2)
    assert line[:30] in error["message"]
    assert not (copied.command.folder / "x").exists()


@pytest.mark.slow
def test_killed_while_shooting_a_list(copied: Made, tmp_path: Path) -> None:
    """The list is kept with the film, so that ``resume`` needs no file; takes that were lost are shot again."""
    with contextlib.closing(sqlite3.connect(copied.command.home / "reelwright.db")) as connection:
        for (sha256,) in connection.execute("select sha256 from takes").fetchall():
            (copied.command.home / "media" / sha256[:2] / sha256[2:]).unlink()
    edited = tmp_path / "shots.json"
    edited.write_bytes((copied.folder / "shots.json").read_bytes())
    process = copied.command.start("film", str(edited), "--out", str(tmp_path / "film"), "--json")
    until_said(process, "Takes")
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    edited.unlink()
    ran = copied.command("resume", "--json")
    assert ran.code == 0, ran.err
    assert (tmp_path / "film/film.mp4").read_bytes() == (copied.folder / "film.mp4").read_bytes()


# Processes


def test_two_at_once_on_an_empty_home(new_command: Callable[[str], Command]) -> None:
    """Both make the tables; one makes its film, the other one is told to wait or comes after it."""
    command = new_command("race")
    both = [
        command.start("make", prompt, *QUIET, "--until", "shots", "--out", str(command.folder / prompt))
        for prompt in ("tea", "coffee")
    ]
    ended = {process.communicate(timeout=60)[1]: process.returncode for process in both}
    assert set(ended.values()) <= {0, 75}, ended
    assert 0 in ended.values()
    assert "Traceback" not in "".join(ended)


def work_processes(owner: int) -> list[int]:
    """Children of a process, from /proc."""
    if not Path("/proc").is_dir():
        pytest.skip("needs /proc")
    listed = Path(f"/proc/{owner}/task").glob("*/children")
    return [int(child) for children in listed for child in children.read_text().split()]


@pytest.mark.slow
def test_one_film_through_every_misfortune(coffee: Made, new_command: Callable[[str], Command]) -> None:
    """Ctrl-C in every stage, SIGTERM, a killed work process, a lost scratch folder: in the end, the same film."""
    command = new_command("misfortunes")
    out = command.folder / "film"
    arguments = ("make", PROMPT, *SMALL, "--out", str(out), "--json")
    kept: dict[str, int] = {}
    for moment in MOMENTS:
        process = command.start(*arguments)
        until_said(process, moment)
        before = time.monotonic()
        process.send_signal(signal.SIGINT)
        written, said = process.communicate(timeout=10)
        assert time.monotonic() - before < 1.5, f"{moment}: one second, and half a one for a busy machine"
        assert process.returncode == 130, said
        assert json.loads(written)["error"]["kind"] == "Cancelled"
        assert "Traceback" not in said
        assert not out.exists()
        now = attempts_of(command.home)
        assert {key: now[key] for key in kept} == kept, moment
        kept = now
    process = command.start(*arguments)
    until_said(process, "Stage 3")
    process.terminate()
    process.communicate(timeout=10)
    shutil.rmtree(command.home / "scratch", ignore_errors=True)
    ran = command("resume", "--json")
    assert ran.code == 0, ran.err
    now = attempts_of(command.home)
    assert {key: now[key] for key in kept} == kept
    assert (out / "film.mp4").read_bytes() == (coffee.folder / "film.mp4").read_bytes()
    assert len(command("films", "--json").json["films"]) == 1


def test_a_work_process_is_killed(new_command: Callable[[str], Command]) -> None:
    """The film fails and says why; ``resume`` finishes it and repeats nothing that was kept."""
    command = new_command("killed")
    process = command.start("make", PROMPT, *QUIET, "--out", str(command.folder / "film"))
    said = until_said(process, "Takes")
    deadline = time.monotonic() + 20
    while process.poll() is None and time.monotonic() < deadline:
        for child in work_processes(process.pid):
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        time.sleep(0.05)
    written, rest = process.communicate(timeout=20)
    assert process.returncode == 1, said + rest
    error = json.loads(written)["error"]
    assert error["kind"] == "MediaError"
    assert "SIGKILL" in error["message"]
    assert "resume" in rest
    kept = attempts_of(command.home)
    ran = command("resume", "--json")
    assert ran.code == 0, ran.err
    now = attempts_of(command.home)
    assert {key: now[key] for key in kept} == kept
