"""A disk that fills up or is sealed while paid calls are under way: what was paid is kept, and never paid again."""

import asyncio
import os
import subprocess
import time
from collections.abc import Callable, Generator
from contextlib import suppress
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from tests.backlot import Backlot
from tests.backlot.models import card_of, open_model
from tests.workflows.crash.sync_model import SyncModel
from tests.workflows.test_paid_call import BARE, LISTED, request_of

from reelwright.errors import StorageError
from reelwright.film.asset import Asset
from reelwright.film.brief import Brief
from reelwright.film.call import CallProfile
from reelwright.film.film import Film
from reelwright.store.calls import CallStore
from reelwright.store.charges import ChargeStore
from reelwright.store.database import open_database
from reelwright.store.films import SqlFilmStore
from reelwright.store.media import FolderMediaStore
from reelwright.workflows.ledger import Ledger, Payer
from reelwright.workflows.recipes import Result

AT_ONCE = CallProfile(timeout_s=5)
BOUNDARIES = ("id seen", "end seen", "before download", "file stored")


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Writing is tried again at once, not for seconds."""

    def at_once(failures: int) -> float:
        return 0.01

    monkeypatch.setattr("reelwright.workflows.paid_call.back_off_s", at_once)


class Disk:
    """A small disk of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self._mount("-t", "tmpfs", "-o", "size=2m", "tmpfs")

    def fill(self) -> None:
        """Takes every byte that is free."""
        with suppress(OSError), (self.folder / "ballast").open("wb", buffering=0) as writer:
            while True:
                writer.write(bytes(4096))

    def empty(self) -> None:
        (self.folder / "ballast").unlink(missing_ok=True)

    def seal(self) -> None:
        self._mount("-o", "remount,ro")

    def unseal(self) -> None:
        self._mount("-o", "remount,rw")

    def _mount(self, *options: str) -> None:
        done = subprocess.run(["mount", *options, self.folder], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            pytest.skip(f"mounting a small disk needs more rights than this process has: {done.stderr}")


@pytest.fixture
def disk(tmp_path: Path) -> Generator[Disk]:
    folder = tmp_path / "disk"
    yield Disk(folder)
    if os.path.ismount(folder):
        subprocess.run(["umount", "-l", folder], check=True)


async def ask(home: Path, media: Path, lot: Backlot, profile: CallProfile, reached: Callable[[str], None]) -> Result:
    """One call by a process of its own, as far as the ledger can tell."""
    with open_database(home / "films.db") as database:
        with suppress(Exception):
            SqlFilmStore(database).add_film(Film(id="film1", brief=Brief(prompt="x"), created_at=datetime.now(UTC)))
        ledger = Ledger(CallStore(database), FolderMediaStore(media), home / "scratch", reached=reached)
        card = card_of("image", profile)
        model = open_model(card, lot.url)
        if profile is AT_ONCE:
            return await ledger.ask(Payer("film1"), SyncModel(card, model.door), request_of(1))
        return await ledger.ask(Payer("film1"), model, request_of(1))


def balanced(home: Path, lot: Backlot) -> int:
    """The provider's charges, which must be ours; how many there are."""
    with open_database(home / "films.db") as database:
        ours = sum((charge.usage.cost_usd for charge in ChargeStore(database).charges()), Decimal(0))
    books = lot.books()
    assert sum((charge.amount_usd for charge in books.charges), Decimal(0)) == ours
    return len(books.charges)


def at(boundary: str, happen: Callable[[], None]) -> Callable[[str], None]:
    return lambda reached: happen() if reached == boundary else None


@pytest.mark.parametrize("boundary", BOUNDARIES)
@pytest.mark.parametrize(
    "profile", [pytest.param(LISTED, marks=pytest.mark.slow), BARE, AT_ONCE], ids=["listed", "bare", "at once"]
)
async def test_the_disk_fills_up(profile: CallProfile, boundary: str, disk: Disk, lot: Backlot) -> None:
    """Home, database and media lie on it. With room again the same call ends; one charge."""
    if profile is AT_ONCE and boundary in ("end seen", "before download"):
        pytest.skip("a call that is answered at once has no such moment")
    lot.reset(listing=profile.listing, listing_shows_running=True)
    home = disk.folder / "home"
    home.mkdir()
    with pytest.raises(StorageError, match=r"the disk .*full|is full") as raised:
        await ask(home, home / "media", lot, profile, at(boundary, disk.fill))
    assert str(disk.folder) in raised.value.message
    assert "resume" in raised.value.hint
    disk.empty()
    result = await ask(home, home / "media", lot, profile, lambda reached: None)
    assert FolderMediaStore(home / "media").verify(result.media)
    assert balanced(home, lot) == 1
    assert list((home / "rescued").iterdir()) == []


@pytest.mark.parametrize("profile", [BARE, AT_ONCE], ids=["bare", "at once"])
async def test_the_media_folder_is_sealed(profile: CallProfile, disk: Disk, lot: Backlot, tmp_path: Path) -> None:
    """The media lies on a disk of its own that may only be read all of a sudden."""
    lot.reset()
    home, media = tmp_path / "own", disk.folder / "media"
    home.mkdir()
    boundary = "id seen" if profile is AT_ONCE else "before download"
    with pytest.raises(StorageError, match="cannot be written") as raised:
        await ask(home, media, lot, profile, at(boundary, disk.seal))
    assert str(media) in raised.value.message
    assert raised.value.hint
    disk.unseal()
    result = await ask(home, media, lot, profile, lambda reached: None)
    assert FolderMediaStore(media).verify(result.media)
    assert balanced(home, lot) == 1


async def test_without_room_nothing_is_sent(disk: Disk, lot: Backlot) -> None:
    lot.reset()
    home = disk.folder / "home"
    home.mkdir()
    await ask(home, home / "media", lot, AT_ONCE, lambda reached: None)
    (home / "media").rename(disk.folder / "gone")
    disk.fill()
    with pytest.raises(StorageError, match="full"):
        await ask(home, home / "media", lot, AT_ONCE, lambda reached: None)
    assert len(lot.books().charges) == 1
    disk.empty()


async def test_a_slow_media_store_holds_nobody_up(
    lot: Backlot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large file on its way to a bucket: the event loop goes on meanwhile."""
    lot.reset()
    put, gaps = FolderMediaStore.put, [0.0]

    def slow(self: FolderMediaStore, source: Path, media_type: str, origin: str = "") -> Asset:
        time.sleep(0.5)
        return put(self, source, media_type, origin)

    monkeypatch.setattr(FolderMediaStore, "put", slow)

    async def tick() -> None:
        while True:
            before = time.monotonic()
            await asyncio.sleep(0.01)
            gaps.append(time.monotonic() - before)

    ticking = asyncio.create_task(tick())
    await ask(tmp_path, tmp_path / "media", lot, BARE, lambda reached: None)
    ticking.cancel()
    assert max(gaps) < 0.3
