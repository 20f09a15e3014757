"""One backlot for all its tests, emptied between them."""

from collections.abc import Generator
from pathlib import Path

import pytest
from tests.backlot import Backlot
from tests.backlot.customer import Customer


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Generator[Backlot]:
    with Backlot(books=tmp_path_factory.mktemp("backlot") / "books.jsonl") as lot:
        yield lot
        assert lot.process.poll() is None, "the backlot crashed"


@pytest.fixture
def customer(running: Backlot) -> Generator[Customer]:
    running.reset()
    customer = Customer(running)
    with customer.http, customer.keyless:
        yield customer


@pytest.fixture
def books_file(running: Backlot) -> Path:
    assert running.books_file is not None
    return running.books_file
