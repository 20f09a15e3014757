"""The engine loses its tables, or has another version's, while a film is half made: nothing is paid again."""

from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.backlot import Backlot
from tests.workflows.fleet import Fleet

from reelwright.film.film import FilmStatus
from reelwright.store import schema
from reelwright.store.database import open_database

SILENT = ("--duration", "6", "--size", "320x180", "--no-voice", "--no-music", "--no-effects", "--takes", "1")
MODELS = ("--image-model", "backlot:image", "--video-model", "backlot:video", "--budget", "none")
PAID = 6
"""Four frames and two takes."""
OURS = {*schema.metadata.tables, "reelwright_version"}


def drop(fleet: Fleet) -> None:
    with open_database(fleet.address) as database, database.write() as connection:
        if fleet.is_shared:
            connection.execute(text("DROP SCHEMA dbos CASCADE"))
            return
        for table in engine_tables(fleet):
            connection.execute(text(f'DROP TABLE "{table}"'))


def empty(fleet: Fleet) -> None:
    """All rows but those that tell how far the tables are brought up to date."""
    tables = [name for name in engine_tables(fleet) if not name.endswith("dbos_migrations")]
    with open_database(fleet.address) as database, database.write() as connection:
        if fleet.is_shared:
            connection.execute(text(f"TRUNCATE {', '.join(tables)}"))
            return
        for table in tables:
            connection.execute(text(f'DELETE FROM "{table}"'))


def make_older(fleet: Fleet) -> None:
    table = "dbos.workflow_status" if fleet.is_shared else "workflow_status"
    with open_database(fleet.address) as database, database.write() as connection:
        changed = connection.execute(text(f"UPDATE {table} SET application_version = 'rw-0'"))
        assert changed.rowcount > 5


def engine_tables(fleet: Fleet) -> list[str]:
    """The tables that are not ours."""
    query = "SELECT name FROM sqlite_master WHERE type = 'table'"
    if fleet.is_shared:
        query = "SELECT 'dbos.' || tablename FROM pg_tables WHERE schemaname = 'dbos'"
    with open_database(fleet.address) as database, database.read() as connection:
        names: list[str] = list(connection.execute(text(query)).scalars())
    found = [name for name in names if name not in OURS and not name.startswith("sqlite_")]
    assert len(found) > 5
    return found


@pytest.fixture(scope="module")
def lot() -> Generator[Backlot]:
    with Backlot() as running:
        yield running


@pytest.fixture
def fleet(lot: Backlot, tmp_path: Path, request: pytest.FixtureRequest) -> Generator[Fleet]:
    fresh: Callable[[], str] = request.getfixturevalue("postgres") if request.param == "postgresql" else str
    lot.reset(latency_s={"image": 0.1, "video": 1.0})
    fleet = Fleet(tmp_path, fresh(), lot.url)
    yield fleet
    fleet.close()


@pytest.mark.parametrize(
    ("fleet", "harm"),
    [
        pytest.param("sqlite", empty, id="SQLite, emptied", marks=pytest.mark.slow),
        pytest.param("sqlite", drop, id="SQLite, dropped", marks=pytest.mark.slow),
        pytest.param("sqlite", make_older, id="SQLite, older", marks=pytest.mark.slow),
        pytest.param("postgresql", empty, id="PostgreSQL, emptied", marks=pytest.mark.slow),
        pytest.param("postgresql", drop, id="PostgreSQL, dropped"),
        pytest.param("postgresql", make_older, id="PostgreSQL, older", marks=pytest.mark.slow),
    ],
    indirect=["fleet"],
)
def test_a_film_is_finished_and_nothing_paid_again(fleet: Fleet, lot: Backlot, harm: Callable[[Fleet], None]) -> None:
    maker = fleet.start("make", "Red kites over the sea", *SILENT, *MODELS)
    lot.wait_until(lambda books: len(books.charges) > 4, within_s=30)
    maker.kill()
    assert len(fleet.steps()) > 10
    harm(fleet)
    (film,) = fleet.films()
    fleet.until(lambda: not fleet.is_alive(film.worker))
    again = fleet.start("resume", film.id, "--out", str(fleet.room / "out"))
    assert again.ended() == 0, again.said
    assert fleet.film(film.id).status is FilmStatus.COMPLETED
    assert (fleet.room / "out" / "film.mp4").exists()
    books = lot.books()
    assert not books.doubles
    assert len(books.charges) == PAID
    assert fleet.spent_usd() == books.total_usd
