"""Databases for the store's contracts."""

from collections.abc import Generator

import pytest

from reelwright.store.database import Database, open_database


@pytest.fixture
def database(address: str) -> Generator[Database]:
    """An open database with the present schema."""
    with open_database(address) as opened:
        yield opened
