"""The engine's clock works where SQLite is older than the engine thinks."""

import time
from collections.abc import Generator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, event, text
from sqlalchemy.engine import Engine

from reelwright.workflows import old_sqlite


@pytest.fixture
def taught() -> Generator[None]:
    known = event.contains(Engine, "connect", old_sqlite._add_unixepoch)  # pyright: ignore[reportPrivateUsage]
    old_sqlite.teach((3, 40, 1))
    yield
    if not known:
        event.remove(Engine, "connect", old_sqlite._add_unixepoch)  # pyright: ignore[reportPrivateUsage]


def test_a_row_gets_its_time_with_milliseconds(taught: None, tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'x.db'}")
    with engine.begin() as connection:
        connection.execute(text("create table t (a, at integer not null default (unixepoch('subsec') * 1000))"))
        connection.execute(text("insert into t (a) values (1)"))
        at_ms = connection.execute(text("select at from t")).scalar_one()
    engine.dispose()
    assert abs(at_ms - time.time() * 1000) < 60_000


def test_a_new_sqlite_is_left_alone() -> None:
    before = event.contains(Engine, "connect", old_sqlite._add_unixepoch)  # pyright: ignore[reportPrivateUsage]
    old_sqlite.teach((3, 46, 0))
    assert event.contains(Engine, "connect", old_sqlite._add_unixepoch) == before  # pyright: ignore[reportPrivateUsage]
