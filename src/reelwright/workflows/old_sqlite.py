"""Teaches an SQLite older than 3.42 what the durable engine expects of it.

From Python 3.12 on the engine's tables are filled with ``unixepoch('subsec')`` (dbos 3.4, read 2026-11-21),
which older libraries, such as Debian 12's 3.40, answer with NULL: its first insert then fails.
"""

import sqlite3
import time
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine

_FIRST_WITH_SUBSEC = (3, 42)


def teach(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> None:
    """Adds the function to every connection from now on, if this library lacks it."""
    if version < _FIRST_WITH_SUBSEC and not event.contains(Engine, "connect", _add_unixepoch):
        event.listen(Engine, "connect", _add_unixepoch)


def _add_unixepoch(connection: Any, record: object) -> None:
    driver: Any = getattr(connection, "driver_connection", connection)
    if isinstance(driver, sqlite3.Connection):
        driver.create_function("unixepoch", 1, _unixepoch)


def _unixepoch(modifier: object) -> float | None:
    """Seconds since 1970: with the part after the point for ``subsec``, whole for ``now``, else NULL."""
    if modifier in ("subsec", "subsecond"):
        return round(time.time(), 3)
    return int(time.time()) if modifier == "now" else None
