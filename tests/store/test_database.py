"""Opening the database, and every way in which that can go wrong: nothing is ever lost."""

import os
import sqlite3
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import text

from reelwright.errors import ConfigurationError, Conflict, NotFound, ReelwrightError, StorageError
from reelwright.store.database import open_database
from reelwright.store.films import SqlFilmStore


def run(script: str, *arguments: object) -> str:
    """What a process of its own prints."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_database_is_durable_and_shared_from_the_start(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "f\u00efl m?#%41.db"
    with open_database(path) as database, database.write() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
        }
    assert pragmas == {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 2, "busy_timeout": 10_000}
    assert [found.name for found in path.parent.iterdir()] == [path.name], "the log is folded in at the end"
    with open_database(f"sqlite:///{tmp_path / 'other.db'}") as database:
        assert database.path == tmp_path / "other.db"


_COST = """
import sys, time
import reelwright.store
assert "sqlalchemy" not in sys.modules
import sqlalchemy
from reelwright.store.database import open_database
open_database(sys.argv[1]).close()
open_database(sys.argv[1] + "2").close()
assert "alembic" not in sys.modules, "slow to import, and not needed"
start = time.process_time()
open_database(sys.argv[1]).close()
sys.stdout.write(str(time.process_time() - start))
"""


def test_opening_costs_little(tmp_path: Path) -> None:
    assert float(run(_COST, tmp_path / "films.db")) < 0.08


def test_reading_works_beside_a_writer(tmp_path: Path) -> None:
    path = tmp_path / "films.db"
    with (
        open_database(path) as writer,
        writer.write() as connection,
        open_database(path, read_only=True) as reader,
        reader.read() as other,
    ):
        connection.execute(text("INSERT INTO assets VALUES ('ab', 'image/png', 1, '', '2026')"))
        assert other.execute(text("SELECT count(*) FROM assets")).scalar() == 0
        with pytest.raises(StorageError, match="cannot be written"), reader.write() as refused:
            refused.execute(text("DELETE FROM films"))


def test_reading_does_not_create(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no database at"):
        open_database(tmp_path / "films.db", read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_a_busy_database_is_a_conflict(tmp_path: Path) -> None:
    path = tmp_path / "films.db"
    with open_database(path) as first, open_database(path, busy_timeout_s=0.05) as second, first.write():
        with pytest.raises(Conflict, match="busy") as caught, second.write():
            pass
        assert str(path) in caught.value.message
        assert caught.value.exit_code == 75
        assert SqlFilmStore(second).films() == (), "reading goes on"


def test_a_new_database_that_another_process_holds(tmp_path: Path) -> None:
    path = tmp_path / "films.db"
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(Conflict, match="busy"):
        open_database(path, busy_timeout_s=0.05)
    holder.close()
    open_database(path).close()


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with open_database(tmp_path / "films.db") as database:
        with suppress(ZeroDivisionError), database.write() as connection:
            connection.execute(text("INSERT INTO assets VALUES ('ab', 'image/png', 1, '', '2026')"))
            connection.info["never"] = 1 / 0
        with database.read() as connection:
            assert connection.execute(text("SELECT count(*) FROM assets")).scalar() == 0


def _read_all(path: Path) -> None:
    with open_database(path) as database:
        SqlFilmStore(database).films()
        SqlFilmStore(database).events("0123")


def _opens(path: Path) -> ReelwrightError:
    """The error of opening, and of reading everything if the beginning was still good."""
    with pytest.raises(StorageError) as caught:
        _read_all(path)
    return caught.value


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "films.db"
    path.write_bytes(b"holiday pictures" * 500)
    error = _opens(path)
    assert str(path) in error.message
    assert "move it aside" in error.hint
    assert path.read_bytes() == b"holiday pictures" * 500
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("damage", ["pages", "schema", "cut"])
def test_a_damaged_database_is_named_and_kept(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "films.db"
    open_database(path).close()
    whole = path.read_bytes()
    broken = {
        "pages": whole[:4096] + b"\xff" * (len(whole) - 4096),
        "schema": whole[:100] + b"\xff" * 3996 + whole[4096:],
        "cut": whole[:5000],
    }[damage]
    path.write_bytes(broken)
    error = _opens(path)
    assert "damaged" in error.message
    assert str(path) in error.message
    assert path.read_bytes() == broken


def test_places_that_cannot_hold_a_database(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("mine")
    for place in (tmp_path, file / "films.db", Path("/proc/none/films.db")):
        with pytest.raises(StorageError) as caught:
            open_database(place)
        assert str(place.parent) in caught.value.message
        assert caught.value.hint
    assert file.read_text() == "mine"


_UNWRITABLE = """
import os, sys
from pathlib import Path
from reelwright.errors import StorageError
import reelwright.store.films, sqlalchemy.dialects.sqlite
from reelwright.store.database import open_database
from reelwright.store.media import FolderMediaStore
folder = Path(sys.argv[1])
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
def told(action):
    try:
        action()
    except StorageError as error:
        assert str(folder) in error.message and error.hint, error
    else:
        raise AssertionError("nothing was raised")
told(lambda: open_database(folder / "new.db"))
told(lambda: open_database(folder / "sub" / "new.db"))
told(lambda: open_database(folder / "old.db"))
told(lambda: FolderMediaStore(folder / "media").put(Path(sys.argv[2]), "text/plain"))
"""


def _let_others_pass(folder: Path) -> None:
    """The process that gives up its rights must still come as far as the folder."""
    for place in (folder, *folder.parents):
        if place.stat().st_mode & 0o001 == 0:
            place.chmod(place.stat().st_mode | 0o001)
        if place.name.startswith("pytest-of"):
            return


def test_a_folder_without_permission(tmp_path: Path) -> None:
    open_database(tmp_path / "locked" / "old.db").close()
    source = tmp_path / "source"
    source.write_text("words")
    (tmp_path / "locked").chmod(0o555)
    if os.geteuid() == 0:
        _let_others_pass(tmp_path)
    run(_UNWRITABLE, tmp_path / "locked", source)
    assert source.read_text() == "words"
    (tmp_path / "locked").chmod(0o755)


@pytest.mark.parametrize(
    "address", ["mysql://u:secret@host/db", "sqlite://", "sqlite:///:memory:", "nonsense://", "postgres//://x"]
)
def test_addresses_that_are_not_ours(address: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        open_database(address)
    assert "secret" not in str(caught.value.to_json())
    assert "postgresql://" in caught.value.hint


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_a_server_that_is_not_there(scheme: str) -> None:
    with pytest.raises(StorageError, match="cannot be opened") as caught:
        open_database(f"{scheme}://reel:s3cret@127.0.0.1:1/films")
    assert "s3cret" not in str(caught.value.to_json())
    assert "127.0.0.1" in caught.value.message
