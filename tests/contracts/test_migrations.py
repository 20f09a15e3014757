"""Any older database becomes the present one, with its rows, or stays as it was; on both databases."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text

from reelwright.errors import StorageError
from reelwright.store import migrations, schema
from reelwright.store.calls import CallStore
from reelwright.store.charges import ChargeStore
from reelwright.store.database import Database, open_database
from reelwright.store.films import SqlFilmStore
from reelwright.store.migrations import NEWEST, bring_up_to_date, stored_version, upgrade

FOLDER = Path(migrations.__file__).parent
OLDEST = "20261121_0530"

ROWS = (
    "INSERT INTO films VALUES ('0123', 'i', 'completed', 'film', '2026-11-21T12:00:00.000000+00:00',"
    ' \'2026-11-21T12:00:00.000000+00:00\', \'{"id":"0123","brief":{"prompt":"Coffee"},'
    '"status":"completed","created_at":"2026-11-21T12:00:00Z"}\')',
    "INSERT INTO assets VALUES ('%(sha)s', 'image/png', 7, 'builtin', '2026-11-21T12:00:00.000000+00:00')",
    'INSERT INTO shots VALUES (\'0123\', \'a\', 1, \'{"id":"a","number":1,"frame_count":72}\')',
    "INSERT INTO frames VALUES ('0123', 'f', 'a', 'start', 1, '%(sha)s', '{\"id\":\"f\",\"film_id\":\"0123\","
    '"shot_id":"a","role":"start","asset":%(asset)s}\')',
    "INSERT INTO film_media VALUES ('0123', 'poster.png', '%(sha)s', '%(asset)s')",
    "INSERT INTO calls VALUES ('key', '0123', 'builtin', 'artist', 'image', 'stored', '{}', '{}', NULL, '%(sha)s',"
    " '%(asset)s', NULL, '0.10', 'reported', '{}', 1, '2026-11-21T12:00:00.000000+00:00',"
    " '2026-11-21T12:00:00.000000+00:00')",
    "INSERT INTO film_calls VALUES ('0123', 'key')",
    "INSERT INTO events (film_id, kind, at, body) VALUES ('0123', 'done', '2026-11-21T12:00:00.000000+00:00', '{}')",
)
"""Rows as the oldest schema held them: never changed, whatever the nouns become."""

NEXT = """
import sqlalchemy as sa
from alembic import op
revision, down_revision = "29990101_0000", "{newest}"
def upgrade():
    with op.batch_alter_table("films", recreate="auto") as films:
        films.add_column(sa.Column("note", sa.Text(), server_default="none", nullable=False))
        films.alter_column("until", existing_type=sa.String(16), nullable=True)
    if {fails}:
        raise RuntimeError("half way")
"""


@pytest.fixture
def engine(database: Database) -> Engine:
    """The engine alone, on a database without our tables but with one of the workflow engine's."""
    with database.write() as connection:
        schema.metadata.drop_all(connection)
        connection.execute(text("CREATE TABLE workflow_status (workflow_uuid TEXT PRIMARY KEY)"))
    return database.engine


@pytest.fixture
def oldest(engine: Engine) -> Engine:
    """A database as the first Reelwright left it."""
    sha = "ab" * 32
    asset = f'{{"sha256":"{sha}","media_type":"image/png","byte_count":7}}'
    with engine.begin() as connection:
        upgrade(connection, "", "test", to=OLDEST)
        for row in ROWS:
            connection.exec_driver_sql(row % {"sha": sha, "asset": asset} if "%(" in row else row)
    return engine


def shape(connection: Connection) -> dict[str, Any]:
    """Everything about our tables that a migration could have got wrong."""
    seen = inspect(connection)
    return {
        table: (
            [(c["name"], str(c["type"]), c["nullable"], c["default"]) for c in seen.get_columns(table)],
            seen.get_pk_constraint(table),
            sorted(map(str, seen.get_foreign_keys(table))),
            sorted(map(str, seen.get_indexes(table))),
        )
        for table in set(schema.metadata.tables) & set(seen.get_table_names())
    }


def _is_ours(name: str | None, kind: str, _: object) -> bool:
    return kind != "table" or name in schema.metadata.tables


def test_the_newest_migration_is_the_one_the_schema_names() -> None:
    scripts = ScriptDirectory(str(FOLDER))
    assert scripts.get_heads() == [NEWEST]
    assert scripts.get_bases() == [OLDEST]
    for file in (FOLDER / "versions").glob("*.py"):
        assert any(file.name.startswith(step.revision) for step in scripts.walk_revisions()), file.name


@pytest.mark.usefixtures("oldest")
def test_the_oldest_schema_becomes_the_present_one_with_its_rows(address: str) -> None:
    with open_database(address) as database:
        films, calls = SqlFilmStore(database), CallStore(database)
        assert films.film("0123").brief.prompt == "Coffee"
        assert [shot.id for shot in films.shots("0123")] == ["a"]
        assert [frame.id for frame in films.frames("0123")] == ["f"]
        assert list(films.media("0123")) == ["poster.png"]
        assert [event.kind for event in films.events("0123")] == ["done"]
        assert [call.key for call in calls.used_by("0123")] == ["key"]
        assert str(ChargeStore(database).totals("0123")["image"]) == "0.10"
        assert films.remove_film("0123") == ("ab" * 32,)


def test_migrations_and_schema_do_not_drift(engine: Engine) -> None:
    with engine.begin() as connection:
        schema.metadata.create_all(connection)
        made = shape(connection)
        schema.metadata.drop_all(connection)
        upgrade(connection, "", "test")
        assert shape(connection) == made
        context = MigrationContext.configure(connection, opts={"include_name": _is_ours})
        assert compare_metadata(context, schema.metadata) == []
        assert inspect(connection).has_table("workflow_status"), "the engine's tables are left alone"


def _scripts(tmp_path: Path, fails: bool) -> Path:
    folder = tmp_path / "scripts"
    shutil.copytree(FOLDER / "versions", folder / "versions", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "29990101_0000_next.py").write_text(NEXT.format(fails=fails, newest=NEWEST))
    return folder


def test_rebuilding_a_table_keeps_what_refers_to_it(
    oldest: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrations, "NEWEST", "29990101_0000")
    with oldest.connect() as connection:
        bring_up_to_date(connection, "test", _scripts(tmp_path, fails=False))
        assert stored_version(connection) == "29990101_0000"
        assert connection.execute(text("SELECT note FROM films")).scalars().all() == ["none"]
        for table in ("shots", "frames", "film_media", "film_calls", "events"):
            assert connection.execute(text(f"SELECT count(*) FROM {table}")).scalar() == 1, table
        connection.rollback()
        with connection.begin():
            connection.execute(text("DELETE FROM films"))
            assert connection.execute(text("SELECT count(*) FROM shots")).scalar() == 0, "keys are enforced again"


def test_a_migration_that_fails_leaves_the_database_as_it_was(
    oldest: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with oldest.connect() as connection:
        before = shape(connection)
    monkeypatch.setattr(migrations, "NEWEST", "29990101_0000")
    with oldest.connect() as connection, pytest.raises(RuntimeError, match="half way"):
        bring_up_to_date(connection, "test", _scripts(tmp_path, fails=True))
    with oldest.connect() as connection:
        assert stored_version(connection) == OLDEST
        assert shape(connection) == before
        assert connection.execute(text("SELECT count(*) FROM frames")).scalar() == 1


@pytest.mark.parametrize("version", ["29991231_2359", "20000101_0000"])
@pytest.mark.parametrize("read_only", [False, True])
def test_a_schema_of_another_program_is_left_alone(address: str, version: str, read_only: bool) -> None:
    with open_database(address) as database, database.write() as connection:
        connection.execute(schema.schema_version.update().values(version=version))
    with pytest.raises(StorageError, match=version) as caught:
        open_database(address, read_only=read_only)
    assert "Nothing was changed" in caught.value.hint
    with database, database.read() as connection:
        assert stored_version(connection) == version


_OPEN = """
import sys
from reelwright.store.database import open_database
sys.stdout.write("ready\\n"); sys.stdout.flush(); sys.stdin.readline()
open_database(sys.argv[1]).close()
"""


def test_two_processes_may_create_the_database_at_once(address: str) -> None:
    pipe = subprocess.PIPE
    starters = [subprocess.Popen([sys.executable, "-c", _OPEN, address], stdin=pipe, stdout=pipe) for _ in range(2)]
    for starter in starters:
        assert starter.stdout
        starter.stdout.readline()
    for starter in starters:
        assert starter.stdin
        starter.stdin.write(b"go\n")
        starter.stdin.flush()
    for starter in starters:
        starter.communicate()
        assert starter.returncode == 0
    with open_database(address, read_only=True) as database, database.read() as connection:
        assert stored_version(connection) == NEWEST


def test_the_fixture_gives_the_present_schema(database: Database) -> None:
    with database.read() as connection:
        assert stored_version(connection) == NEWEST
