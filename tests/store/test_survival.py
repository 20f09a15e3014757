"""Killed while writing, and no space left: what was acknowledged is there, and the rest can go on."""

import os
import subprocess
import sys
from collections.abc import Generator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from reelwright.errors import StorageError
from reelwright.film.brief import Brief
from reelwright.film.film import Film
from reelwright.store.database import Database, open_database
from reelwright.store.films import SqlFilmStore
from reelwright.store.media import FolderMediaStore

FILM = Film(id="0123", brief=Brief(prompt="Coffee"), created_at=datetime(2026, 11, 21, tzinfo=UTC))

_WRITE_FOR_EVER = """
import sys
from pathlib import Path
from reelwright.store.database import open_database
from reelwright.store.films import SqlFilmStore
from reelwright.store.media import FolderMediaStore
home = Path(sys.argv[1])
films, media = SqlFilmStore(open_database(home / "films.db")), FolderMediaStore(home / "media")
n = 0
while True:
    source = home / f"source{n}"
    source.write_bytes(b"%d " % n * 50_000)
    asset = media.put(source, "text/plain")
    films.save_media("0123", f"file{n}", asset)
    films.add_event("0123", "step", {"n": n})
    sys.stdout.write(f"{n}\\n"); sys.stdout.flush()
    n += 1
"""


def _write_and_kill(home: Path, acknowledged: int) -> int:
    """Kills a process -9 after so many writes; returns the last one that it said was done."""
    writer = subprocess.Popen([sys.executable, "-c", _WRITE_FOR_EVER, str(home)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout
    for _ in range(acknowledged):
        writer.stdout.readline()
    writer.kill()
    rest = writer.stdout.read().splitlines()
    writer.wait()
    writer.stdout.close()
    return acknowledged - 1 + len([line for line in rest if line])


@pytest.mark.parametrize("acknowledged", [1, 7, 18])
def test_killed_while_writing(tmp_path: Path, acknowledged: int) -> None:
    with open_database(tmp_path / "films.db") as database:
        SqlFilmStore(database).add_film(FILM)
    last = _write_and_kill(tmp_path, acknowledged)
    media = FolderMediaStore(tmp_path / "media")
    with open_database(tmp_path / "films.db") as database:
        with database.read() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        films = SqlFilmStore(database)
        seen = [event.body["n"] for event in films.events("0123")]
        assert seen in (list(range(last + 1)), list(range(last + 2))), "all it told of, perhaps the one under way"
        for asset in films.media("0123").values():
            assert media.verify(asset)
        films.add_event("0123", "resumed", {})


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Generator[Path]:
    """A disk of 1 MB of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        pytest.skip("mounting a small disk needs more rights than this process has")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def _add_events(films: SqlFilmStore, written: list[int]) -> None:
    for number in range(10_000):
        films.add_event("0123", "step", {"text": "x" * 5000})
        written.append(number)


def _fill(database: Database) -> int:
    """Adds events until the disk is full; returns how many were written."""
    written: list[int] = []
    with pytest.raises(StorageError, match="the disk is full") as caught:
        _add_events(SqlFilmStore(database), written)
    assert str(database.path) in caught.value.message
    assert " free)" in caught.value.message
    return len(written)


def test_a_full_disk_loses_nothing_and_goes_on_when_there_is_space(tiny_disk: Path) -> None:
    ballast = tiny_disk / "ballast"
    ballast.write_bytes(bytes(300_000))
    with open_database(tiny_disk / "films.db") as database:
        films = SqlFilmStore(database)
        films.add_film(FILM)
        written = _fill(database)
        assert written > 10
        assert len(films.events("0123")) == written
        media = FolderMediaStore(tiny_disk / "media")
        source = tiny_disk.parent / "source"
        source.write_bytes(os.urandom(400_000))
        with pytest.raises(StorageError, match="the disk is full"):
            media.put(source, "image/png")
        assert source.exists(), "the file is where it was"
        ballast.unlink()
        films.add_event("0123", "step", {})
        assert len(films.events("0123")) == written + 1
        with database.read() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    with open_database(tiny_disk / "films.db", read_only=True) as database:
        assert len(SqlFilmStore(database).events("0123")) == written + 1


def test_a_database_at_its_largest(tmp_path: Path) -> None:
    with open_database(tmp_path / "films.db") as database:
        films = SqlFilmStore(database)
        films.add_film(FILM)
        with database.read() as connection:
            pages = connection.execute(text("PRAGMA page_count")).scalar() or 0
            connection.execute(text(f"PRAGMA max_page_count={pages + 8}"))
        written = _fill(database)
        assert len(films.events("0123")) == written


_NO_ROOM_FOR_FILES = """
import resource, sys
from pathlib import Path
from reelwright.errors import StorageError
from reelwright.store.media import FolderMediaStore
media, source = FolderMediaStore(Path(sys.argv[1])), Path(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
try:
    media.put(source, "image/png")
except StorageError as error:
    assert "the disk is full" in error.message and " free)" in error.message, error
else:
    raise AssertionError("nothing was raised")
"""


def test_a_file_that_does_not_fit_leaves_no_half(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_bytes(os.urandom(200_000))
    subprocess.run([sys.executable, "-c", _NO_ROOM_FOR_FILES, tmp_path / "media", source], check=True)
    assert source.stat().st_size == 200_000
    assert [found for found in (tmp_path / "media").rglob("*") if found.is_file()] == []
