"""House-keeping deletes what nothing needs, and nothing else: not beside a running film, not a moment before a row."""

import asyncio
import os
import threading
import time
from collections.abc import Callable, Generator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.postgres import cluster

from reelwright import Studio, Until
from reelwright.crew import open_vault
from reelwright.errors import BadInput, Conflict, StorageError
from reelwright.film.asset import Asset
from reelwright.film.brief import Brief
from reelwright.film.call import Call
from reelwright.film.film import Film, FilmStatus
from reelwright.ports import MediaFile
from reelwright.settings import Settings, load_settings
from reelwright.store.calls import CallStore
from reelwright.store.database import open_database
from reelwright.store.media import FolderMediaStore
from reelwright.studio import Desk
from reelwright.workflows.ledger import Ledger
from reelwright.workflows.lock import studio_lock
from reelwright.workflows.pruning import prune_a_little
from reelwright.workflows.recipes import Made, Recipe

PROMPT = "Gourmet chocolate tasting"
LONG_AGO_S = time.time() - 3 * 24 * 3600


@pytest.fixture(scope="module")
def postgres() -> Generator[Callable[..., str] | None]:
    with cluster() as fresh:
        yield fresh


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Films are handed over here."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def settings() -> Settings:
    return load_settings()


@pytest.fixture(params=["sqlite", "postgresql"])
def either(request: pytest.FixtureRequest) -> Settings:
    """Settings for both databases."""
    if request.param == "sqlite":
        return load_settings()
    fresh: Callable[..., str] | None = request.getfixturevalue("postgres")
    if fresh is None:
        pytest.skip("PostgreSQL's initdb is not installed")
    return load_settings(database_url=fresh())


def workflows(settings: Settings) -> list[str]:
    """What the engine has rows of."""
    prefix = "dbos." if settings.is_shared else ""
    tables = ("workflow_status", "operation_outputs", "workflow_input", "workflow_output")
    with open_database(settings.database) as database, database.read() as connection:
        rows = [connection.execute(text(f"SELECT workflow_uuid FROM {prefix}{name}")).scalars() for name in tables]
        return [found for row in rows for found in row]


def calls(settings: Settings) -> dict[str, int]:
    with open_database(settings.database) as database, database.read() as connection:
        rows = connection.execute(text("SELECT key, attempts FROM calls")).all()
    return {row[0]: row[1] for row in rows}


def keep(settings: Settings, content: bytes, *, put_at_s: float | None = None, named_by: str = "") -> Asset:
    """A file in the media store, of now or of long ago, and perhaps a row that names it."""
    source = settings.home / "source"
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_bytes(content)
    with open_vault(settings) as vault:
        asset = vault.media.put(source, "image/png")
        if put_at_s is not None:
            os.utime(vault.media.path(asset), (put_at_s, put_at_s))
        if named_by:
            vault.films.save_media(named_by, "poster.png", asset)
    return asset


def add_film(settings: Settings, film_id: str = "film1") -> str:
    with open_vault(settings) as vault:
        vault.films.add_film(Film(id=film_id, brief=Brief(prompt="x"), created_at=datetime.now(UTC)))
    return film_id


def is_there(settings: Settings, asset: Asset) -> bool:
    with open_vault(settings) as vault:
        return vault.media.has(asset)


async def test_rows_of_ended_films_go_and_all_others_stay(either: Settings) -> None:
    """The one that waits goes on afterwards; the pruned one is found in the ledger; nothing is asked again."""
    studio, desk = Studio(either), Desk(either)
    ended = await studio.make(PROMPT, until=Until.STORY)
    waits = await studio.make("Marathon training app", until=Until.SHOTS, pause_after="story")
    before, asked = workflows(either), calls(either)
    told = desk.clean(days=0, dry_run=True)
    assert workflows(either) == before
    assert told.films == 1
    done = desk.clean(days=0)
    assert done.engine_rows == told.engine_rows > 0
    assert sorted(workflows(either)) == sorted(name for name in before if name.startswith(waits.film_id))
    assert len(before) - len(workflows(either)) == done.engine_rows
    desk.approve(waits.film_id)
    assert (await studio.resume(waits.film_id)).status == FilmStatus.COMPLETED
    assert (await studio.resume(ended.film_id)).status == FilmStatus.COMPLETED
    assert {key: calls(either)[key] for key in asked} == asked


async def test_films_keep_their_rows_for_some_days(settings: Settings) -> None:
    report = await Studio(settings).make(PROMPT, until=Until.STORY)
    kept = workflows(settings)
    Desk(settings).clean()
    with open_vault(settings) as vault:
        prune_a_little(vault.database, settings)
    assert workflows(settings) == kept != []
    with open_vault(settings) as vault:
        prune_a_little(vault.database, settings.model_copy(update={"engine_days": 0}))
    assert workflows(settings) == []
    assert (await Studio(settings).show(report.film_id)).status == FilmStatus.COMPLETED


async def test_rows_of_removed_films_go(settings: Settings) -> None:
    report = await Studio(settings).make(PROMPT, until=Until.STORY)
    Desk(settings).remove(report.film_id)
    assert workflows(settings) != []
    assert Desk(settings).clean(days=0).films == 1
    assert workflows(settings) == []


def test_only_old_files_that_nothing_names_go(settings: Settings) -> None:
    film_id = add_film(settings)
    named = keep(settings, b"named", put_at_s=LONG_AGO_S, named_by=film_id)
    fresh = keep(settings, b"just put")
    lost = [keep(settings, bytes(100 + number), put_at_s=LONG_AGO_S) for number in range(3)]
    told = Desk(settings).clean(dry_run=True)
    assert (told.media_files, told.media_bytes) == (3, 303)
    assert all(is_there(settings, asset) for asset in lost)
    done = Desk(settings).clean()
    assert (done.media_files, done.media_bytes) == (3, 303)
    assert not any(is_there(settings, asset) for asset in lost)
    assert is_there(settings, named)
    assert is_there(settings, fresh)


def test_a_frame_that_was_replaced_is_garbage(settings: Settings) -> None:
    film_id = add_film(settings)
    first = keep(settings, b"first", put_at_s=LONG_AGO_S, named_by=film_id)
    second = keep(settings, b"second", put_at_s=LONG_AGO_S, named_by=film_id)
    Desk(settings).clean()
    assert not is_there(settings, first)
    assert is_there(settings, second)


async def test_a_call_in_flight_keeps_its_file(settings: Settings) -> None:
    """Garbage that is put in once more, with the row a moment later and house-keeping between the two."""
    film_id = add_film(settings)
    garbage = keep(settings, b"pixels", put_at_s=LONG_AGO_S)
    is_put, may_go_on = threading.Event(), threading.Event()

    class Paused(FolderMediaStore):
        def put(self, source: Path, media_type: str, origin: str = "") -> Asset:
            asset = super().put(source, media_type, origin)
            is_put.set()
            assert may_go_on.wait(10)
            return asset

    async def ask(workdir: Path) -> Made:
        (workdir / "picture.png").write_bytes(b"pixels")
        return Made(MediaFile(workdir / "picture.png", "image/png"))

    def call() -> Call | None:
        with open_database(settings.database) as database:
            ledger = Ledger(CallStore(database), Paused(settings.media_dir), settings.home / "work")
            recipe = Recipe("p", "m", "1", "image", {"seed": 1})
            asyncio.run(ledger.once(film_id, recipe, ask))
            return CallStore(database).find(recipe.key)

    in_flight = asyncio.create_task(asyncio.to_thread(call))
    assert await asyncio.to_thread(is_put.wait, 10)
    assert Desk(settings).clean(sure=True).media_files == 0
    may_go_on.set()
    made = await in_flight
    assert made is not None
    assert made.asset is not None
    assert made.asset.sha256 == garbage.sha256
    assert is_there(settings, made.asset)


def test_putting_in_and_collecting_at_the_same_moment(settings: Settings, tmp_path: Path) -> None:
    """Whoever was told that his file is kept finds it."""
    store, lost = FolderMediaStore(settings.media_dir), 0
    asset = keep(settings, b"pixels")
    for number in range(100):
        os.utime(store.path(asset), (LONG_AGO_S, LONG_AGO_S))
        (kept,) = store.everything()
        source = tmp_path / "again"
        source.write_bytes(b"pixels")
        collector = threading.Thread(target=store.collect, args=(kept,))
        collector.start()
        time.sleep(number * 1e-6)
        store.put(source, "image/png")
        collector.join()
        lost += not store.has(asset)
    assert lost == 0


def test_most_of_the_media_goes_only_when_you_are_sure(settings: Settings) -> None:
    """A database that was replaced, or another one's media: nothing is deleted unasked."""
    lost = [keep(settings, bytes(100 + number), put_at_s=LONG_AGO_S) for number in range(12)]
    with pytest.raises(Conflict, match="12 of 12 media files") as raised:
        Desk(settings).clean()
    assert "--yes" in raised.value.hint
    assert all(is_there(settings, asset) for asset in lost)
    assert Desk(settings).clean(sure=True).media_files == 12


def test_scratch_and_queues_of_dead_processes(settings: Settings) -> None:
    """While another process works here only what is a day old goes."""
    scratch = settings.home / "scratch"
    for name, changed_s in (("old", LONG_AGO_S), ("new", time.time())):
        (scratch / name).mkdir(parents=True)
        (scratch / name / "half").write_bytes(bytes(1000))
        os.utime(scratch / name, (changed_s, changed_s))
    with studio_lock(settings.home, "a film"):
        assert Desk(settings).clean().scratch_bytes == 1000
        assert [left.name for left in scratch.iterdir()] == ["new"]
    assert Desk(settings).clean().scratch_bytes == 1000
    assert list(scratch.iterdir()) == []


async def test_queues_without_a_process_go(either: Settings) -> None:
    await Studio(either).make(PROMPT, until=Until.STORY)
    prefix = "dbos." if either.is_shared else ""
    with open_database(either.database) as database:
        with database.write() as connection:
            connection.execute(
                text(f"INSERT INTO {prefix}queues (queue_id, name, created_at, updated_at) VALUES ('q', 'dead', 1, 1)")
            )
        assert Desk(either).clean(dry_run=True).leases == 1
        assert Desk(either).clean().leases == 1
        with database.read() as connection:
            assert connection.execute(text(f"SELECT count(*) FROM {prefix}queues")).scalar_one() == 0
        with database.write() as connection:
            row = "INSERT INTO workers (executor_id, name, started_at, beat_at) VALUES ('studio-a', 'a', :at, :at)"
            connection.execute(text(row), {"at": "2026-01-01T00:00:00.000000+00:00"})
    assert Desk(either).clean().leases == (1 if either.is_shared else 0)


def test_an_empty_home_is_clean(settings: Settings) -> None:
    assert Desk(settings).clean().media_files == 0
    with pytest.raises(BadInput, match="-1"):
        Desk(settings).clean(days=-1)


def test_a_film_whose_media_cannot_be_deleted_is_not_removed(tmp_path: Path) -> None:
    """No orphan stays behind: the rows are still there to say what belongs to it."""
    shared = tmp_path / "shared"
    shared.mkdir()
    settings = load_settings(media_url=str(shared))
    film_id = add_film(settings)
    asset = keep(settings, b"pixels", named_by=film_id)
    (shared / "incoming").rmdir()
    (shared / "incoming").write_text("a file in the way")
    with pytest.raises(StorageError, match="shared"):
        Desk(settings).remove(film_id)
    assert is_there(settings, asset)
    (shared / "incoming").unlink()
    assert Desk(settings).remove(film_id).id == film_id
    assert not is_there(settings, asset)
