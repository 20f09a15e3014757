"""Databases for the store's contracts: SQLite in a file, and a PostgreSQL cluster of the test run's own."""

from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from tests.postgres import cluster

from reelwright.store.database import Database, open_database


@pytest.fixture(scope="session")
def postgres() -> Generator[Callable[..., str]]:
    """A running cluster; each call gives the address of a new, empty database."""
    with cluster() as fresh:
        if fresh is None:
            pytest.skip("PostgreSQL's initdb is not installed")
        yield fresh


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    if request.param == "sqlite":
        return str(tmp_path / "films.db")
    fresh: Callable[..., str] = request.getfixturevalue("postgres")
    return fresh()


@pytest.fixture
def database(address: str) -> Generator[Database]:
    """An open database with the present schema."""
    with open_database(address) as opened:
        yield opened
