"""PostgreSQL goes away in the middle of a film and comes back: the film goes on, or says so and is resumed."""

import signal
import time
from collections.abc import Generator
from pathlib import Path

import pytest
from tests.backlot import Backlot
from tests.postgres import Cluster, own_cluster
from tests.workflows.fleet import PAID, PICTURES, Fleet

from reelwright.errors import StorageError
from reelwright.film.film import FilmStatus

AWAY_S = 2.0


@pytest.fixture(scope="module")
def server() -> Generator[Cluster]:
    with own_cluster() as made:
        if made is None:
            pytest.skip("PostgreSQL's initdb is not installed")
        yield made


@pytest.fixture
def lot() -> Generator[Backlot]:
    with Backlot() as running:
        yield running


@pytest.fixture
def fleet(server: Cluster, lot: Backlot, tmp_path: Path) -> Generator[Fleet]:
    lot.reset(latency_s={"image": 1.5})
    made = Fleet(tmp_path, server.fresh(), lot.url)
    yield made
    made.close()


def away(server: Cluster) -> None:
    server.stop(signal.SIGQUIT)
    time.sleep(AWAY_S)
    server.start()


@pytest.mark.slow
def test_one_who_makes_a_film_says_what_to_do(server: Cluster, fleet: Fleet, lot: Backlot) -> None:
    maker = fleet.make("Red kites over the sea", *PAID)
    lot.wait_until(lambda books: len(books.charges) >= 2, within_s=30)
    away(server)
    assert maker.ended() == StorageError.exit_code, maker.said
    assert "cannot be opened" in maker.said
    assert "Traceback" not in maker.said
    (film,) = fleet.films()
    assert f"resume {film.id}" in maker.said
    fleet.until(lambda: not fleet.is_alive(film.worker))
    again = fleet.start("resume", film.id)
    assert again.ended() == 0, again.said
    paid_once(fleet, lot)


def test_a_worker_goes_on_when_it_is_back(server: Cluster, fleet: Fleet, lot: Backlot) -> None:
    film_id = fleet.queue("Red kites over the sea", image="backlot:image")
    worker = fleet.worker()
    lot.wait_until(lambda books: len(books.charges) >= 2, within_s=30)
    away(server)
    fleet.until(lambda: fleet.film(film_id).status is FilmStatus.COMPLETED)
    assert worker.said.count("cannot be opened") == 1
    assert worker.said.count("the database is back") == 1
    worker.signal(signal.SIGTERM)
    assert worker.ended() == 0
    paid_once(fleet, lot)


def paid_once(fleet: Fleet, lot: Backlot) -> None:
    """Everything is made and charged once, in their books as in ours."""
    books = lot.books()
    assert {film.status for film in fleet.films()} == {FilmStatus.COMPLETED}
    assert not books.doubles
    assert len(books.charges) == PICTURES
    assert fleet.spent_usd() == books.total_usd
