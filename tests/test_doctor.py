"""The doctor finds what is wrong: each part is made to fail, and says what to do."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Generator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.postgres import cluster

from reelwright.crew import open_vault
from reelwright.film.brief import Brief
from reelwright.film.call import CallEvent
from reelwright.film.film import Film, FilmStatus, GateStage
from reelwright.film.report import Check
from reelwright.settings import Settings, load_settings
from reelwright.store.calls import CallStore, Intent
from reelwright.store.database import open_database
from reelwright.store.leases import LeaseStore, worker_id
from reelwright.studio import Desk
from reelwright.workflows.lock import studio_lock

FILM_ID = "a1b2c3d4e5f6"


@pytest.fixture(scope="module")
def postgres() -> Generator[Callable[..., str] | None]:
    with cluster() as fresh:
        yield fresh


@pytest.fixture
def settings() -> Settings:
    return load_settings()


@pytest.fixture
def shared(postgres: Callable[..., str] | None) -> Settings:
    if postgres is None:
        pytest.skip("PostgreSQL's initdb is not installed")
    return load_settings(database_url=postgres())


def found(settings: Settings, name: str) -> Check:
    return next(check for check in Desk(settings).doctor() if check.name == name)


def add_film(settings: Settings, status: FilmStatus, worker: str = "") -> None:
    film = Film(id=FILM_ID, brief=Brief(prompt="x"), status=status, worker=worker, created_at=datetime.now(UTC))
    with open_vault(settings) as vault:
        vault.films.add_film(film)


def killed(settings: Settings, what: str, *, leaves_child: bool = False) -> int:
    """A process that took the home's lock and died; its child may hold the lock on."""
    child = "subprocess.Popen(['sleep', '60'], close_fds=False, stdout=-3, stderr=-3)" if leaves_child else "None"
    code = (
        "import os, signal, subprocess, sys, pathlib\n"
        "from reelwright.workflows.lock import studio_lock\n"
        "with studio_lock(pathlib.Path(sys.argv[1]), sys.argv[2]):\n"
        "    for fd in range(3, 64):\n"
        "        try: os.set_inheritable(fd, True)\n"
        "        except OSError: pass\n"
        f"    child = {child}\n"
        "    print(child.pid if child else 0, flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    command = [sys.executable, "-c", code, settings.home, what]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return int(done.stdout)


# The ground


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs mount")
@pytest.mark.parametrize(("size", "state"), [("40m", "blocked"), ("300m", "degraded"), ("600m", "passed")])
def test_disk(size: str, state: str, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", disk], capture_output=True)
    if done.returncode != 0:
        pytest.skip("mounting a small disk needs more rights than this process has")
    try:
        check = found(load_settings(home=disk / "home"), "disk")
        assert check.state == state
        assert str(disk) in check.message
        assert (check.hint == "") == (state == "passed")
    finally:
        subprocess.run(["umount", "-l", disk], check=True)


def test_a_film_larger_than_usual_needs_more_room(settings: Settings, tmp_path: Path) -> None:
    add_film(settings, FilmStatus.COMPLETED)
    (tmp_path / "take").write_bytes(b"x")
    with open_vault(settings) as vault:
        calls = CallStore(vault.database)
        calls.begin(Intent("k", FILM_ID, "p", "m", "video", {}))
        asset = vault.media.put(tmp_path / "take", "video/mp4").model_copy(update={"byte_count": 10**15})
        calls.move("k", CallEvent.KEPT, asset=asset, reply={})
    assert (
        found(settings, "disk").state == "blocked" or "a film may take 3000000.00 GB" in found(settings, "disk").message
    )


def test_a_damaged_database_is_blocked_and_nothing_else_is_said_of_it(settings: Settings) -> None:
    add_film(settings, FilmStatus.COMPLETED)
    path = settings.home / "reelwright.db"
    assert found(settings, "database").state == "passed"
    for name in ("-wal", "-shm"):
        path.with_name(path.name + name).unlink(missing_ok=True)
    content = bytearray(path.read_bytes())
    content[4096 * 8 : 4096 * 9] = b"\xff" * 4096
    path.write_bytes(content)
    checks = Desk(settings).doctor()
    check = next(check for check in checks if check.name == "database")
    assert check.state == "blocked"
    assert "damaged" in check.message
    assert "backup" in check.hint
    assert not any(check.name in ("lock", "films", "gates", "calls") for check in checks)


def test_a_database_that_cannot_be_reached() -> None:
    settings = load_settings(database_url="postgresql://nobody@localhost:1/nowhere")
    check = found(settings, "database")
    assert check.state == "blocked"
    assert check.hint
    assert "password" not in check.message


def test_a_media_place_that_cannot_be_written(tmp_path: Path) -> None:
    place = tmp_path / "media"
    place.mkdir()
    assert found(load_settings(media_url=str(place)), "media").state == "passed"
    (place / "incoming").rmdir()
    (place / "incoming").write_text("a file in the way")
    check = found(load_settings(media_url=str(place)), "media")
    assert check.state == "blocked"
    assert str(place) in check.message
    assert found(load_settings(media_url=str(tmp_path / "absent")), "media").state == "blocked"


def test_a_new_home_is_healthy_and_stays_empty(settings: Settings) -> None:
    assert {check.state for check in Desk(settings).doctor()} == {"passed"}
    assert not (settings.home / "reelwright.db").exists()
    assert not settings.media_dir.exists()


# Work


def test_who_holds_the_home(settings: Settings) -> None:
    add_film(settings, FilmStatus.PROCESSING)
    with studio_lock(settings.home, f"film {FILM_ID}, 'Tea'"):
        check = found(settings, "lock")
        assert check.state == "passed"
        assert str(os.getpid()) in check.message
        assert FILM_ID in check.message
        assert found(settings, "films").state == "passed"
    assert "nobody" in found(settings, "lock").message


def test_a_stale_lock_and_a_film_whose_process_is_gone(settings: Settings) -> None:
    add_film(settings, FilmStatus.PROCESSING)
    killed(settings, f"film {FILM_ID}, 'Tea'")
    check = found(settings, "lock")
    assert check.state == "degraded"
    assert "stale" in check.message
    assert FILM_ID in check.message
    film = found(settings, "films")
    assert film.state == "degraded"
    assert f"`reelwright resume {FILM_ID}`" in film.hint


def test_a_lock_that_a_lost_child_holds_on(settings: Settings) -> None:
    add_film(settings, FilmStatus.COMPLETED)
    child = killed(settings, "film x", leaves_child=True)
    try:
        check = found(settings, "lock")
        assert check.state == "blocked"
        assert "still holds" in check.message
    finally:
        os.kill(child, 9)


def test_a_queued_film_that_nobody_makes(settings: Settings) -> None:
    add_film(settings, FilmStatus.QUEUED)
    check = found(settings, "films")
    assert check.state == "degraded"
    assert "reelwright worker" in check.hint
    with studio_lock(settings.home, "the studio", is_studio=True):
        assert found(settings, "films").state == "passed"


def test_leases_and_films_of_workers(shared: Settings) -> None:
    dead, alive = (worker_id("host", name, takes_any=True) for name in ("dead", "alive"))
    add_film(shared, FilmStatus.PROCESSING, worker=dead)
    with open_database(shared.database) as database:
        for name in (dead, alive):
            LeaseStore(database, name, shared.lease_s).begin(f"{name}, process 7")
        assert found(shared, "workers").state == "passed"
        assert found(shared, "films").state == "passed"
        with database.write() as connection:
            old = {"at": "2026-01-01T00:00:00.000000+00:00", "id": dead}
            connection.execute(text("UPDATE workers SET beat_at = :at WHERE executor_id = :id"), old)
    check = found(shared, "workers")
    assert check.state == "degraded"
    assert f"not heard of any more: {dead}" in check.message
    assert "reelwright worker" in check.hint
    assert FILM_ID in found(shared, "films").message


def test_a_gate_that_waits_long(settings: Settings) -> None:
    add_film(settings, FilmStatus.PROCESSING)
    with open_vault(settings) as vault:
        vault.turns.wait(FILM_ID, "", GateStage.STORY, "Tea")
        assert found(settings, "gates") == Check(
            name="gates", state="passed", message="none has waited long; 1 waiting"
        )
        with vault.database.write() as connection:
            at = (datetime.now(UTC) - timedelta(days=4)).isoformat(timespec="microseconds")
            connection.execute(text("UPDATE gates SET opened_at = :at"), {"at": at})
    check = found(settings, "gates")
    assert check.state == "degraded"
    assert f"`reelwright approve {FILM_ID}`" in check.hint


def test_calls_in_doubt_and_calls_that_nobody_waits_for(settings: Settings) -> None:
    add_film(settings, FilmStatus.FAILED)
    with open_vault(settings) as vault:
        calls = CallStore(vault.database)
        for key in ("call-one-0001", "call-two-0002"):
            calls.begin(Intent(key, FILM_ID, "p", "m", "video", {}, estimate_usd=Decimal("1.25")))
        check = found(settings, "calls")
        assert check.state == "degraded"
        assert "2 for $2.50" in check.message
        assert f"`reelwright resume {FILM_ID}`" in check.hint
        calls.move("call-two-0002", CallEvent.LOST)
    check = found(settings, "calls")
    assert check.state == "degraded"
    assert "$1.25" in check.message
    assert "`reelwright calls settle call-two-000`" in check.hint


def test_the_exit_code_says_whether_films_can_be_made(settings: Settings) -> None:
    add_film(settings, FilmStatus.QUEUED)

    def doctor() -> tuple[int, str]:
        command = [sys.executable, "-m", "reelwright", "doctor", "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return done.returncode, json.loads(done.stdout)["state"]

    assert doctor() == (0, "degraded")
    (settings.home / "reelwright.db").write_bytes(b"no database")
    assert doctor() == (78, "blocked")
