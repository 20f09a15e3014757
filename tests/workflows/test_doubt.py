"""What may have been paid: a paid call attacked where providers, disks, databases and people fail it."""

import asyncio
import json
import resource
import signal
import time
from collections.abc import Callable, Generator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from threading import Timer
from typing import Any

import pytest
from sqlalchemy import event
from tests.backlot import Backlot, Fault
from tests.backlot.customer import Customer
from tests.backlot.models import card_of, open_model
from tests.workflows.crash.driver import PRICE, Order, drive, model_of, placed, request_of
from tests.workflows.crash.nest import KILLED, begin, end
from tests.workflows.crash.sync_model import SyncModel

from reelwright.errors import OutcomeUnknown, ReelwrightError, RunFailed, StorageError
from reelwright.film.brief import Brief
from reelwright.film.call import CallEvent, CallProfile, CallState
from reelwright.film.film import Film
from reelwright.ports import Model
from reelwright.store.calls import CallStore
from reelwright.store.charges import ChargeStore
from reelwright.store.database import Database, open_database
from reelwright.store.films import SqlFilmStore
from reelwright.store.media import FolderMediaStore
from reelwright.workflows.ledger import Ledger, Payer
from reelwright.workflows.recipes import Result

LISTED = CallProfile(is_remote=True, listing=True, listing_shows_running=True, timeout_s=0.3)
KEYED = CallProfile(is_remote=True, idempotency=True, timeout_s=0.5)
BARE = CallProfile(is_remote=True, timeout_s=5)
TOLD = CallProfile(is_remote=True, webhook_nonce=True, timeout_s=0.2, max_job_s=0.1)
SYNC = CallProfile(timeout_s=5)
LOST = Fault(on="create", fault="lost_response")


class Desk:
    """A ledger on a database of its own, before a provider of one kind."""

    def __init__(self, lot: Backlot, address: str, room: Path, profile: CallProfile, **account: Any) -> None:
        names = ("idempotency", "listing", "listing_shows_running", "listing_lag_s")
        lot.reset(**{name: getattr(profile, name) for name in names}, **account)
        self.lot, self.address, self.room, self.profile = lot, address, room, profile
        self.database = open_database(address, busy_timeout_s=0.3)
        self.films = SqlFilmStore(self.database)
        self.add_film("film1")
        self.calls, self.books = CallStore(self.database), ChargeStore(self.database)
        card = card_of("image", profile, concurrency=99)
        remote = open_model(card, lot.url, webhook_url="http://127.0.0.1:9/" if profile.webhook_nonce else "")
        self.model: Model = remote if profile.is_remote else SyncModel(card, remote.door)
        self.reached: Callable[[str], None] = lambda boundary: None

    def add_film(self, film_id: str) -> None:
        self.films.add_film(Film(id=film_id, brief=Brief(prompt="x"), created_at=datetime.now(UTC)))

    async def ask(self, seed: int = 1, *, run: int = 1, film_id: str = "film1") -> Result:
        """By a ledger of its own, as another process would."""
        ledger = Ledger(
            self.calls,
            FolderMediaStore(self.room / "media"),
            self.room / "scratch",
            reached=lambda boundary: self.reached(boundary),
            repeat_up_to_usd=Decimal(0),
        )
        return await ledger.ask(Payer(film_id, run), self.model, request_of("a mug", seed))

    def order(self, **more: Any) -> Order:
        """For a process that asks for seed 1 here."""
        report = self.room / f"{time.monotonic_ns()}.json"
        asks = (("film1", 1),)
        return Order(self.address, self.room, self.lot.url, self.lot.secret, self.profile, report, asks=asks, **more)

    def balanced(self) -> int:
        """The provider's charges, which must be ours, with nothing set aside; how many there are."""
        books = self.lot.books()
        ours = [charge.usage.cost_usd for charge in self.books.charges()]
        assert (sum(ours, Decimal(0)), self.books.reserved()) == (books.total_usd, 0)
        return len(books.charges)


@pytest.fixture
def desk(lot: Backlot, address: str, tmp_path: Path) -> Generator[Callable[..., Desk]]:
    made: list[Desk] = []

    def make(profile: CallProfile, **account: Any) -> Desk:
        made.append(Desk(lot, address, tmp_path, profile, **account))
        return made[-1]

    yield make
    for one in made:
        one.database.close()


async def test_a_listing_that_fails_is_no_empty_listing(desk: Callable[..., Desk]) -> None:
    at = desk(LISTED)
    at.lot.plan(LOST, Fault(on="list", fault="500_before", times=3))
    await at.ask()
    assert at.balanced() == 1


async def test_being_told_to_wait_says_nothing_of_the_request_before(desk: Callable[..., Desk]) -> None:
    at = desk(KEYED)
    at.lot.plan(LOST, Fault(on="create", fault="429", times=2, retry_after_s=0.1))
    await at.ask()
    assert at.balanced() == 1
    at.lot.plan(LOST, Fault(on="create", fault="status", status=401))
    with pytest.raises(ReelwrightError, match="401"):
        await at.ask(2)
    await at.ask(2)
    assert at.balanced() == 2


@pytest.mark.slow
@pytest.mark.parametrize("profile", [LISTED, KEYED], ids=["listing", "idempotency"])
async def test_a_provider_that_never_answers_is_not_asked_for_ever(
    desk: Callable[..., Desk], profile: CallProfile
) -> None:
    at = desk(profile)
    at.lot.plan(Fault(on="create", fault="500_before", times=None))
    with pytest.raises(ReelwrightError):
        await at.ask()
    assert at.lot.books().counts["create"] == 5
    assert at.books.reserved() == PRICE
    at.lot.plan()
    await at.ask()
    assert at.balanced() == 1


async def test_an_equal_job_of_a_stranger_is_left_alone_while_ours_may_come(desk: Callable[..., Desk]) -> None:
    at = desk(LISTED.model_copy(update={"listing_lag_s": 0.6}))
    stranger = Customer(at.lot)
    with stranger.http, stranger.keyless:
        theirs = stranger.http.post("/v1/jobs", json=placed("a mug", 1).model_dump(exclude={"webhook"})).json()["id"]
        time.sleep(0.7)
        at.lot.plan(LOST)
        result = await at.ask()
    assert at.calls.get(result.key).remote_id != theirs
    assert len(at.lot.books().charges) == 2
    assert at.books.totals("film1") == {"image": PRICE}


async def test_what_an_earlier_try_left_in_the_listing_is_not_taken_for_a_new_one(desk: Callable[..., Desk]) -> None:
    at = desk(LISTED)
    at.lot.plan(Fault(on="create", fault="failed_run"))
    with pytest.raises(RunFailed):
        await at.ask()
    order = at.order(die_at="intent written", run=2)
    assert end(begin(drive, order)) == KILLED
    await at.ask(run=2)
    assert at.balanced() == 2


async def test_a_picture_bought_again_after_its_film_was_removed_is_on_the_books_again(
    desk: Callable[..., Desk],
) -> None:
    at = desk(LISTED)
    result = await at.ask()
    media = FolderMediaStore(at.room / "media")
    for sha256 in at.films.remove_film("film1"):
        media.remove(sha256)
    at.add_film("film1")
    again = await at.ask()
    assert (again.key, again.reused) == (result.key, False)
    assert at.balanced() == 2


BOUNDARIES = ("before intent", "intent written", "id seen", "id stored", "end seen", "before download", "file stored")


@pytest.mark.parametrize("profile", [BARE, SYNC], ids=["remote", "at once"])
async def test_a_cancelled_call_goes_on_where_it_stood(desk: Callable[..., Desk], profile: CallProfile) -> None:
    at = desk(profile)
    for seed, boundary in enumerate((*BOUNDARIES, "kept")):
        asking = asyncio.ensure_future(at.ask(seed))

        def cancel(now: str, boundary: str = boundary, asking: "asyncio.Future[Result]" = asking) -> None:
            if now == boundary:
                asking.cancel()

        at.reached = cancel
        await asyncio.wait([asking])
        at.reached = lambda boundary: None
        await at.ask(seed)
        assert at.balanced() == seed + 1, boundary


async def test_a_cancelled_request_is_heard_to_its_end(desk: Callable[..., Desk]) -> None:
    at = desk(BARE, accept_delay_s=0.3)
    asking = asyncio.ensure_future(at.ask())
    await asyncio.to_thread(at.lot.wait_until, lambda books: books.counts.get("create", 0) == 1)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    assert at.calls.paid_calls()[0].state is CallState.SUBMITTED
    await at.ask()
    assert at.balanced() == 1


def refuses_writing(database: Database) -> Callable[[], object]:
    """The database can only be read from now on; gives it back."""
    reads_only = [True]

    def checked_out(connection: Any, *others: object) -> None:
        if database.path is not None:
            connection.execute(f"PRAGMA query_only={'ON' if reads_only else 'OFF'}")
        else:
            connection.execute(f"SET default_transaction_read_only = {'on' if reads_only else 'off'}")
            connection.commit()

    event.listen(database.engine.pool, "checkout", checked_out)
    return reads_only.pop


@pytest.mark.parametrize("boundary", ["id seen", "end seen", "file stored"])
async def test_a_database_that_cannot_be_written_for_a_moment_loses_nothing(
    desk: Callable[..., Desk], boundary: str
) -> None:
    at = desk(BARE)
    stuck: list[Timer] = []

    def break_it(now: str) -> None:
        if now == boundary and not stuck:
            stuck.append(Timer(0.8, refuses_writing(at.database)))
            stuck[0].start()

    at.reached = break_it
    if boundary == "id seen":  # known to nobody else: it is tried again until it is written
        await at.ask()
    else:
        with pytest.raises(StorageError, match=r"cannot be written|read-only transaction"):
            await at.ask()
    stuck[0].join()
    await at.ask()
    assert at.balanced() == 1


async def test_a_database_that_another_process_holds_for_a_moment_loses_nothing(desk: Callable[..., Desk]) -> None:
    at = desk(BARE)
    held: list[Timer] = []

    def hold(now: str) -> None:
        if now == "id seen" and not held:
            raw = at.database.engine.raw_connection()
            takes = "BEGIN IMMEDIATE" if at.database.path is not None else "LOCK TABLE calls, charges"
            raw.driver_connection.execute(takes)  # pyright: ignore[reportOptionalMemberAccess]
            held.append(Timer(0.8, raw.close))
            held[0].start()

    at.reached = hold
    await at.ask()
    assert at.balanced() == 1


def _on_a_full_disk(order: Order) -> None:
    """No file may grow beyond 100 bytes from the moment on that the provider has accepted."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    async def work() -> None:
        with open_database(order.database) as database:
            ledger = Ledger(
                CallStore(database),
                FolderMediaStore(order.room / "media"),
                order.room / "scratch",
                reached=lambda boundary: _fill_disk() if boundary == "before download" else None,
            )
            try:
                await ledger.ask(Payer("film1"), model_of(order), request_of(order.prompt, 1))
                said = "stored"
            except (ReelwrightError, OSError) as problem:
                said = str(ReelwrightError.wrap(problem).to_json())
            _fill_disk(resource.RLIM_INFINITY)
            order.report.write_text(json.dumps([said]))

    asyncio.run(work())


def _fill_disk(limit: int = 100) -> None:
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))


async def test_a_full_disk_is_named_and_the_paid_file_is_fetched_later(desk: Callable[..., Desk]) -> None:
    at = desk(BARE)
    order = at.order()
    assert end(begin(_on_a_full_disk, order)) == 0
    (said,) = json.loads(order.report.read_text())
    assert "StorageError" in said
    assert "full" in said
    assert at.calls.paid_calls()[0].state is CallState.SUCCEEDED
    await at.ask()
    assert at.balanced() == 1


async def test_a_webhook_that_comes_late_and_twice_ends_the_doubt(desk: Callable[..., Desk]) -> None:
    at = desk(TOLD)
    at.lot.plan(LOST)
    with pytest.raises(OutcomeUnknown):
        await at.ask()
    (call,), (charge,) = at.calls.paid_calls(), at.lot.books().charges
    assert call.state is CallState.UNKNOWN
    assert at.calls.note_webhook(call.nonce, charge.job, {"event": "start"})
    assert not at.calls.note_webhook(call.nonce, charge.job, {"event": "completed"})
    await at.ask()
    assert at.balanced() == 1


async def test_what_a_person_settled_is_sent_again_though_an_older_error_is_noted(desk: Callable[..., Desk]) -> None:
    at = desk(BARE)
    at.lot.plan(Fault(on="create", fault="refused"))
    with pytest.raises(ReelwrightError):
        await at.ask()
    at.lot.plan(Fault(on="create", fault="reset"))
    with pytest.raises(OutcomeUnknown):
        await at.ask(run=2)
    at.calls.move(at.calls.paid_calls()[0].key, CallEvent.FORGIVEN)
    await at.ask(run=2)
    assert at.balanced() == 1


async def test_two_calls_that_the_provider_cannot_tell_apart_are_both_found(desk: Callable[..., Desk]) -> None:
    at = desk(LISTED)
    at.lot.plan(LOST.model_copy(update={"times": 2}))
    ledger = Ledger(at.calls, FolderMediaStore(at.room / "media"), at.room / "scratch")
    takes = (ledger.ask(Payer("film1"), at.model, request_of("a mug", 1), take=take) for take in (1, 2))
    await asyncio.gather(*takes)
    assert at.balanced() == 2
