"""Many processes ask at once, some of them killed or frozen: charged once, never above a cap, never over a limit."""

import json
import random
import time
from collections.abc import Callable, Generator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text
from tests.backlot import Backlot, Fault
from tests.postgres import cluster
from tests.workflows.crash.driver import PRICE, Order, drive
from tests.workflows.crash.matrix import FILMS, Databases
from tests.workflows.crash.nest import KILLED, Process, begin, end, is_frozen, thaw

from reelwright.film.call import RESERVING, CallProfile
from reelwright.store import schema
from reelwright.store.calls import CallStore
from reelwright.store.charges import Caps, ChargeStore
from reelwright.store.database import Database, open_database
from reelwright.workflows.paid_call import FENCE_S

LISTED = CallProfile(is_remote=True, listing=True, listing_shows_running=True, timeout_s=1)
KEYED = CallProfile(is_remote=True, idempotency=True, timeout_s=1)
BARE = CallProfile(is_remote=True, timeout_s=1)


@pytest.fixture(scope="module")
def postgres() -> Generator[Callable[..., str] | None]:
    with cluster() as fresh:
        yield fresh


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def databases(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Databases:
    fresh = request.getfixturevalue("postgres") if request.param == "postgresql" else None
    if request.param == "postgresql" and fresh is None:
        pytest.skip("PostgreSQL's initdb is not installed")
    return Databases(tmp_path_factory.mktemp("databases"), fresh)


class Scene:
    """A database, the backlot, and the processes that ask."""

    def __init__(self, lot: Backlot, databases: Databases, room: Path, profile: CallProfile, **account: Any) -> None:
        lot.reset(
            idempotency=profile.idempotency,
            listing=profile.listing,
            listing_shows_running=profile.listing_shows_running,
            **account,
        )
        self.lot, self.database, self.room = lot, databases.new(), room
        self.order = Order(self.database, room, lot.url, lot.secret, profile, room / "0.json")
        self._number = 0
        self._begun: list[Process] = []

    def start(self, **changes: Any) -> tuple[Process, Order]:
        """A process that asks, and its order."""
        self._number += 1
        order = replace(self.order, report=self.room / f"{self._number}.json", **changes)
        self._begun.append(begin(drive, order))
        return self._begun[-1], order

    def close(self) -> None:
        """Frozen processes too."""
        for process in self._begun:
            process.kill()

    def settled(self) -> int:
        """The provider's charges, which must be ours, with nothing left in doubt; how many there are."""
        books = self.lot.books()
        with open_database(self.database) as database:
            ours = [charge.usage.cost_usd for charge in ChargeStore(database).charges()]
            assert ChargeStore(database).reserved() == 0
        assert sum(ours, Decimal(0)) == books.total_usd
        assert not books.doubles
        return len(books.charges)


@pytest.fixture
def scene(lot: Backlot, databases: Databases, tmp_path: Path) -> Generator[Callable[..., Scene]]:
    made: list[Scene] = []

    def make(profile: CallProfile = LISTED, **account: Any) -> Scene:
        made.append(Scene(lot, databases, tmp_path, profile, **account))
        return made[-1]

    yield make
    for one in made:
        one.close()


def ended(process: Process, order: Order) -> list[str]:
    assert end(process) == 0
    return json.loads(order.report.read_text())[-1]


@pytest.mark.parametrize(
    ("profile", "alive"),
    [(LISTED, False), (KEYED, False), (BARE, True)],
    ids=["listing, taken for dead", "idempotency, taken for dead", "no help, known to live"],
)
def test_twenty_who_want_the_same_in_four_processes_pay_once(
    scene: Callable[..., Scene], profile: CallProfile, alive: bool
) -> None:
    at = scene(profile, latency_s={"image": 0.3}, accept_delay_s=0.1)
    wanted = tuple((film_id, 1) for film_id in ("film1", "film2", "film1", "film1", "film2"))
    asking = [at.start(asks=wanted, at_once=True, alive=alive) for _ in range(4)]
    assert [ended(*one) for one in asking] == [["stored"] * 5] * 4
    assert at.settled() == 1


def test_a_lost_answer_is_not_sent_again_by_all_who_waited_for_it(scene: Callable[..., Scene]) -> None:
    at = scene(LISTED)
    at.lot.plan(Fault(on="create", fault="reset"))
    asking = [at.start(asks=(("film1", 1),), alive=alive) for alive in (True, False, True, False)]
    assert [ended(*one) for one in asking] == [["stored"]] * 4
    assert at.settled() == 1
    assert at.lot.books().counts["create"] == 2


FROZEN = [
    pytest.param(LISTED, "intent written", id="listing, before sending"),
    pytest.param(LISTED, "sent", id="listing, sent", marks=pytest.mark.slow),
    pytest.param(LISTED, "id seen", id="listing, answered", marks=pytest.mark.slow),
    pytest.param(KEYED, "intent written", id="idempotency, before sending", marks=pytest.mark.slow),
    pytest.param(KEYED, "sent", id="idempotency, sent"),
]


@pytest.mark.parametrize(("profile", "stop_at"), FROZEN)
def test_a_frozen_process_does_not_pay_for_what_another_has_taken_over(
    scene: Callable[..., Scene], profile: CallProfile, stop_at: str
) -> None:
    at = scene(profile)
    one = (("film1", 1),)
    if stop_at == "sent":
        at.lot.plan(Fault(on="create", fault="hang", seconds=0.3, accepted=True))
    frozen = at.start(asks=one, stop_at=stop_at)
    deadline = time.monotonic() + 10
    while not is_frozen(frozen[0]):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    assert ended(*at.start(asks=one, alive=True)) == ["stored"]
    thaw(frozen[0])
    assert ended(*frozen) == ["stored"]
    assert at.settled() == 1


def test_a_process_that_was_frozen_leaves_to_a_person_what_another_gave_up(scene: Callable[..., Scene]) -> None:
    at = scene(BARE)
    one = (("film1", 1),)
    frozen = at.start(asks=one, stop_at="intent written")
    deadline = time.monotonic() + 10
    while not is_frozen(frozen[0]):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    assert ended(*at.start(asks=one, alive=True))[0].startswith("OutcomeUnknown")
    thaw(frozen[0])
    assert ended(*frozen)[0].startswith("OutcomeUnknown")
    assert not at.lot.books().charges


PERIOD_S = 2.0


def test_limits_hold_over_four_processes(scene: Callable[..., Scene]) -> None:
    at = scene(LISTED, latency_s={"image": 0.4})
    card = {"concurrency": 3, "starts": 5, "period_s": PERIOD_S}
    shares = [tuple(("film1", 4 * share + number) for number in range(4)) for share in range(4)]
    asking = [at.start(asks=share, at_once=True, card=card) for share in shares]
    assert [ended(*one) for one in asking] == [["stored"] * 4] * 4
    assert at.settled() == 16
    books = at.lot.books()
    assert books.peak_running <= 3
    with open_database(at.database) as database:
        begun = sorted(call.created_at.timestamp() for call in CallStore(database).paid_calls())
    assert all(later - earlier >= PERIOD_S for earlier, later in zip(begun, begun[5:], strict=False))
    # Between our note of a start and the provider's lie the request's way and at most the fence.
    there = sorted(charge.received_at for charge in books.charges)
    assert all(later - earlier >= PERIOD_S - FENCE_S - 0.1 for earlier, later in zip(there, there[5:], strict=False))


def taken(database: Database) -> Decimal:
    """Spent and reserved, at one moment."""
    calls, charges = schema.calls, schema.charges
    with database.read() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
        spent = connection.execute(select(charges.c.cost_usd)).scalars().all()
        set_aside = select(calls.c.estimate_usd).where(calls.c.state.in_([state.value for state in RESERVING]))
        return sum((*spent, *connection.execute(set_aside).scalars()), Decimal(0))


@pytest.mark.parametrize("kind", ["film", "day"])
def test_eight_processes_with_kills_stay_under_a_cap(scene: Callable[..., Scene], kind: str) -> None:
    at = scene(LISTED, latency_s={"image": 0.1})
    cap = PRICE * 12
    caps = Caps(film_usd=cap) if kind == "film" else Caps(day_usd=cap)
    films = FILMS[:1] if kind == "film" else FILMS
    dice = random.Random(f"kills/{kind}")
    shares = [tuple((films[seed % len(films)], seed) for seed in range(share, 40, 8)) for share in range(8)]
    working = [at.start(asks=share, caps=caps) for share in shares]
    kills, most, until = 0, Decimal(0), time.monotonic() + 3
    with open_database(at.database) as database:
        while time.monotonic() < until:
            most = max(most, taken(database))
            place = dice.randrange(8)
            process, order = working[place]
            if dice.random() < 0.2:
                process.kill()
                process.join()
                kills += process.exitcode == KILLED
            if not process.is_alive():
                working[place] = at.start(asks=order.asks, caps=caps)
            time.sleep(0.02)
        for one in working:
            end(one[0])
        # The whole once more, by a process that nobody kills: what was in doubt is resolved.
        everything = tuple(wanted for share in shares for wanted in share)
        last = ended(*at.start(asks=everything, caps=caps))
        most = max(most, taken(database))
    assert kills >= 5
    assert most <= cap
    assert {said.partition(":")[0] for said in last} == {"stored", "OverBudget"}
    assert at.settled() == 12


def test_processes_whose_clocks_are_apart_pay_once(scene: Callable[..., Scene]) -> None:
    at = scene(LISTED)
    on_one_machine = "://" not in at.database  # whose clock can only go on; an intent from tomorrow is waited for
    for seed, (its_clock_s, our_clock_s) in enumerate(((0, 90), (-90, 0), (90, 0))):
        if on_one_machine and its_clock_s > our_clock_s:
            continue
        at.lot.plan(Fault(on="create", fault="hang", seconds=30, accepted=True))
        asks = (("film1", seed),)
        assert end(at.start(asks=asks, die_at="sent", clock_s=its_clock_s)[0]) == KILLED
        assert ended(*at.start(asks=asks, clock_s=our_clock_s)) == ["stored"]
    assert at.settled() == (2 if on_one_machine else 3)


def test_a_call_that_is_resumed_long_after_its_end_is_fetched(scene: Callable[..., Scene]) -> None:
    at = scene(LISTED.model_copy(update={"max_job_s": 0.3}))
    first = at.start(asks=(("film1", 1),), die_at="id stored")
    assert end(first[0]) == KILLED
    time.sleep(0.5)
    assert ended(*at.start(asks=(("film1", 1),))) == ["stored"]
    assert at.settled() == 1
