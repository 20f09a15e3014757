"""Deaths of processes under a film: in a row without getting any further, and in all."""

from collections.abc import Callable, Generator
from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from reelwright.film.brief import Brief
from reelwright.film.film import Film, FilmStatus
from reelwright.store.database import STANDSTILL_S, open_database
from reelwright.store.films import SqlFilmStore
from reelwright.store.leases import MOST_CRASHES, MOST_DEATHS, Claimed, LeaseStore


class Deaths:
    """A film that one process after the other takes and dies under."""

    def __init__(self, address: str) -> None:
        self.database = open_database(address)
        self.films = SqlFilmStore(self.database)
        self.films.add_film(Film(id="film1", brief=Brief(prompt="x"), created_at=datetime.now(UTC)))
        self.taken = 0

    def take(self) -> Claimed:
        """The next process takes it, and says so if the one before is dead."""
        self.taken += 1
        leases = LeaseStore(self.database, f"studio-{self.taken}", 30.0)
        claimed = leases.take("film1")
        assert claimed is not None
        if claimed.died:
            self.films.add_event("film1", "taken_over", {"run": claimed.film.run})
        return claimed

    def tell(self, what: str) -> None:
        """A piece of work is done."""
        run = self.films.film("film1").run
        self.films.add_event("film1", "progress", {"run": run, "stage": "frames", "what": what, "weight": 0.5})


@pytest.fixture
def deaths(address: str) -> Generator[Deaths]:
    made = Deaths(address)
    made.films.change_film("film1", status=FilmStatus.QUEUED)
    yield made
    made.database.close()


def test_three_in_a_row_are_deadly(deaths: Deaths) -> None:
    deaths.take()
    deaths.tell("a")
    found = [deaths.take() for _ in range(MOST_CRASHES)]
    assert [claimed.crashes for claimed in found] == [1, 2, 3]
    assert [claimed.is_deadly for claimed in found] == [False, False, True]


def test_a_film_that_gets_further_is_not_to_blame_until_it_is_ten(deaths: Deaths) -> None:
    deaths.take()
    found: list[Claimed] = []
    for number in range(MOST_DEATHS):
        deaths.tell(f"piece {number}")
        found.append(deaths.take())
    assert {claimed.crashes for claimed in found} == {1}
    assert [claimed.is_deadly for claimed in found] == [False] * (MOST_DEATHS - 1) + [True]


def test_the_same_piece_told_again_is_no_progress(deaths: Deaths) -> None:
    deaths.take()
    found: list[Claimed] = []
    for _ in range(MOST_CRASHES):
        deaths.tell("the same piece")
        found.append(deaths.take())
    assert found[-1].is_deadly


def test_another_run_starts_from_nothing(deaths: Deaths) -> None:
    for _ in range(MOST_CRASHES):
        deaths.take()
    deaths.films.change_film("film1", "studio-3", run=2)
    LeaseStore(deaths.database, "studio-3", 30.0).give_back("film1", FilmStatus.QUEUED)
    assert deaths.take().crashes == 0
    assert deaths.take().crashes == 1


def test_a_process_that_stands_still_inside_a_transaction_loses_it(postgres: Callable[[], str]) -> None:
    with open_database(postgres()) as database, database.read() as connection:
        assert connection.execute(text("SHOW idle_in_transaction_session_timeout")).scalar() == f"{STANDSTILL_S:g}s"
