"""A provider to break, and the two films that pay for its calls, on either database."""

from collections.abc import Generator

import pytest
from tests.backlot import Backlot
from tests.workflows.films import add_two_films

from reelwright.store.database import Database, open_database


@pytest.fixture(scope="module")
def lot() -> Generator[Backlot]:
    """The provider; tests reset it to the account they want."""
    with Backlot() as running:
        yield running


@pytest.fixture
def database(address: str) -> Generator[Database]:
    """An open database with the films ``film1`` and ``film2``."""
    with open_database(address) as opened:
        add_two_films(opened)
        yield opened
