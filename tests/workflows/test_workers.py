"""Workers that are killed, frozen or stopped: others go on, nothing recorded runs again, nothing is paid twice."""

import signal
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from tests.backlot import Backlot, Books
from tests.postgres import cluster
from tests.workflows.fleet import LEASE_S, PAID, PICTURES, Fleet

from reelwright.film.film import FilmStatus


@pytest.fixture(scope="module")
def postgres() -> Generator[Callable[..., str] | None]:
    with cluster() as fresh:
        yield fresh


@pytest.fixture
def new_fleet(lot: Backlot, tmp_path: Path, request: pytest.FixtureRequest) -> Generator[Callable[[str], Fleet]]:
    """Makes a fleet on SQLite or PostgreSQL; its provider takes a second for a picture."""
    made: list[Fleet] = []

    def make(kind: str) -> Fleet:
        url = ""
        if kind == "postgresql":
            fresh: Callable[..., str] | None = request.getfixturevalue("postgres")
            if fresh is None:
                pytest.skip("PostgreSQL's initdb is not installed")
            url = fresh()
        lot.reset(latency_s={"image": 1.0})
        room = tmp_path / f"{kind}{len(made)}"
        room.mkdir()
        made.append(Fleet(room, url, lot.url))
        return made[-1]

    yield make
    for fleet in made:
        fleet.close()


@pytest.fixture
def fleet(new_fleet: Callable[[str], Fleet]) -> Fleet:
    return new_fleet("postgresql")


def charged(count: int) -> Callable[[Books], bool]:
    return lambda books: len(books.charges) >= count


def all_paid_once(lot: Backlot, pictures: int = PICTURES) -> bool:
    books = lot.books()
    return not books.doubles and len(books.charges) == pictures


@pytest.mark.parametrize("kind", [pytest.param("sqlite", marks=pytest.mark.slow), "postgresql"])
def test_killed_its_film_is_finished_by_another(kind: str, new_fleet: Callable[[str], Fleet], lot: Backlot) -> None:
    fleet = new_fleet(kind)
    film_id = fleet.queue("Red kites over the sea", image="backlot:image")
    first = fleet.worker()
    second = fleet.worker() if fleet.is_shared else None
    fleet.until(lambda: fleet.film(film_id).worker)
    lot.wait_until(charged(1), within_s=30)
    taken_by = fleet.film(film_id).worker
    maker = first if second is None or taken_by in first.said or first.popen.pid == _pid(fleet, taken_by) else second
    maker.kill()
    recorded = fleet.steps()
    if not fleet.is_shared:
        fleet.worker()
    took_s = fleet.until(lambda: fleet.film(film_id).worker != taken_by)
    assert took_s < LEASE_S + 5
    fleet.until(lambda: fleet.film(film_id).status is FilmStatus.COMPLETED)
    assert recorded, "some steps were recorded before it was killed"
    assert {step: at for step, at in fleet.steps().items() if step in recorded} == recorded
    assert all_paid_once(lot)
    assert fleet.events(film_id, "taken_over")


def _pid(fleet: Fleet, worker: str) -> int:
    from sqlalchemy import select

    from reelwright.store import schema
    from reelwright.store.database import open_database

    with open_database(fleet.address) as database, database.read() as connection:
        query = select(schema.workers.c.name).where(schema.workers.c.executor_id == worker)
        return int(connection.execute(query).scalar_one().rpartition(" ")[2])


@pytest.mark.slow
def test_frozen_and_thawed_it_ends_itself(fleet: Fleet, lot: Backlot) -> None:
    film_id = fleet.queue("Red kites over the sea", image="backlot:image")
    frozen = fleet.worker()
    lot.wait_until(charged(1), within_s=30)
    frozen.signal(signal.SIGSTOP)
    fleet.worker()
    fleet.until(lambda: fleet.events(film_id, "taken_over"))
    frozen.signal(signal.SIGCONT)
    assert frozen.ended() == 75
    assert "not heard of" in frozen.said
    fleet.until(lambda: fleet.film(film_id).status is FilmStatus.COMPLETED)
    assert all_paid_once(lot)


def test_stopped_it_hands_over_at_once(fleet: Fleet, lot: Backlot) -> None:
    film_id = fleet.queue("Red kites over the sea", image="backlot:image")
    first = fleet.worker()
    lot.wait_until(charged(1), within_s=30)
    second = fleet.worker()
    before = fleet.film(film_id).worker
    first.signal(signal.SIGTERM)
    took_s = fleet.until(lambda: fleet.film(film_id).worker not in ("", before))
    assert took_s < 3
    assert first.ended() == 0, first.said
    fleet.until(lambda: fleet.film(film_id).status is FilmStatus.COMPLETED)
    assert all_paid_once(lot)
    assert not fleet.events(film_id, "taken_over"), "nobody died"
    second.signal(signal.SIGTERM)
    assert second.ended() == 0


def test_a_film_that_kills_three_workers_is_stopped_and_takes_no_other_with_it(fleet: Fleet) -> None:
    deadly = fleet.queue("A film to die for", image="deadly:image")
    innocent = fleet.queue("Red kites over the sea", image="backlot:image")
    workers = [fleet.worker() for _ in range(4)]
    fleet.until(lambda: fleet.film(deadly).status is FilmStatus.FAILED, within_s=60)
    fleet.until(lambda: fleet.film(innocent).status is FilmStatus.COMPLETED)
    assert sorted(worker.popen.poll() is None for worker in workers) == [False, False, False, True]
    (failed,) = fleet.events(deadly, "failed")
    assert "3 workers died" in str(failed.body["message"])


@pytest.mark.slow
def test_two_makes_share_a_database_and_one_film_is_made_once(fleet: Fleet, lot: Backlot) -> None:
    lot.reset(latency_s={"image": 3.0})
    one = fleet.make("Red kites over the sea", *PAID)
    two = fleet.make("Blue bicycles in the rain", *PAID)
    fleet.until(lambda: len([film for film in fleet.films() if film.worker]) == 2)
    same = fleet.make("Red kites over the sea", *PAID)
    assert (one.ended(), two.ended()) == (0, 0), one.said + two.said
    assert same.ended() == 75, same.said
    assert "is being made by" in same.said
    assert {film.status for film in fleet.films()} == {FilmStatus.COMPLETED}
    assert all_paid_once(lot, 2 * PICTURES)


@pytest.mark.slow
def test_made_alone_and_killed_a_film_goes_on_with_the_next_worker(fleet: Fleet, lot: Backlot) -> None:
    maker = fleet.make("Red kites over the sea", *PAID)
    lot.wait_until(charged(1), within_s=30)
    maker.kill()
    fleet.worker()
    fleet.until(lambda: fleet.films()[0].status is FilmStatus.COMPLETED)
    assert all_paid_once(lot)
    assert len(fleet.events(fleet.films()[0].id, "taken_over")) == 1


@pytest.mark.parametrize("kind", [pytest.param("sqlite", marks=pytest.mark.slow), "postgresql"])
def test_where_a_worker_runs_a_film_is_left_to_it(kind: str, new_fleet: Callable[[str], Fleet], lot: Backlot) -> None:
    fleet = new_fleet(kind)
    worker = fleet.worker()
    make = fleet.make("Red kites over the sea", *PAID, "--out", str(fleet.room / "out"), "--json")
    assert make.ended() == 0, make.said
    (film,) = fleet.films()
    assert f"{film.id}  done" in worker.said
    assert (fleet.room / "out" / "shots.json").exists()
    assert "Stage 3" in make.said
    assert all_paid_once(lot)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_left_alone_by_the_worker_it_makes_the_film_itself(
    kind: str, new_fleet: Callable[[str], Fleet], lot: Backlot
) -> None:
    fleet = new_fleet(kind)
    worker = fleet.worker()
    make = fleet.make("Red kites over the sea", *PAID, "--out", str(fleet.room / "out"))
    lot.wait_until(charged(1), within_s=30)
    worker.kill()
    assert make.ended() == 0, make.said
    assert (fleet.room / "out" / "shots.json").exists()
    assert all_paid_once(lot)
