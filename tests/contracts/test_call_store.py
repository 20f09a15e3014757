"""What the ledger of calls promises, on both databases."""

import decimal
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from reelwright.errors import Conflict, NotFound, OverBudget, RateLimited, RunFailed, from_json
from reelwright.film.asset import Asset
from reelwright.film.base import fingerprint
from reelwright.film.brief import Brief
from reelwright.film.call import Call, CallEvent, CallState
from reelwright.film.film import Film
from reelwright.film.money import CostSource, Usage
from reelwright.store.calls import Begun, CallStore, Intent, Limits, Wait
from reelwright.store.charges import Caps, ChargeStore
from reelwright.store.database import Database
from reelwright.store.films import SqlFilmStore

PICTURE = Asset(sha256=fingerprint("picture"), media_type="image/png", byte_count=7, origin="replicate:flux")
KEY, OTHER = fingerprint("key"), fingerprint("other key")
TINY = Decimal("0.000000000000000000000000000123456789")


@pytest.fixture
def calls(database: Database) -> CallStore:
    films = SqlFilmStore(database)
    for film_id in ("film1", "film2"):
        films.add_film(Film(id=film_id, brief=Brief(prompt="Coffee"), created_at=datetime.now(UTC)))
    return CallStore(database)


@pytest.fixture
def books(database: Database) -> ChargeStore:
    return ChargeStore(database)


def paid(cost_usd: str | Decimal) -> Usage:
    return Usage(cost_usd=Decimal(cost_usd), source=CostSource.REPORTED, units={"images": 1, "seconds": 0.1})


def wanted(key: str = KEY, film_id: str = "film1", estimate: str | Decimal | None = "0.04", **more: Any) -> Intent:
    estimate_usd = None if estimate is None else Decimal(estimate)
    return replace(
        Intent(key, film_id, "replicate", "flux", "image", {}, owner="me", estimate_usd=estimate_usd), **more
    )


def begun(calls: CallStore, intent: Intent, *, again: str = "") -> Begun:
    answer = calls.begin(intent, again=again)
    assert isinstance(answer, Begun)
    return answer


def finish(calls: CallStore, key: str, remote_id: str, usage: Usage) -> Call:
    calls.move(key, CallEvent.ACCEPTED, remote_id=remote_id)
    calls.move(key, CallEvent.FINISHED, usage=usage, output={"url": "x"})
    return calls.move(key, CallEvent.KEPT, asset=PICTURE, reply={"notes": ["x"]})


def test_an_intent_is_written_before_the_result(calls: CallStore) -> None:
    assert calls.find(KEY) is None
    first = begun(calls, wanted(estimate=TINY, request={"seed": 7, "text": "caf\u00e9\x00\ud83d"}))
    assert first == Begun(calls.get(KEY[:8]), is_mine=True)
    call = first.call
    assert (call.state, call.attempts, call.film_id, call.usage) == (CallState.INTENT, 1, "film1", None)
    assert call.request == {"seed": 7, "text": "caf\u00e9\x00\ud83d"}
    assert (call.estimate_usd, len(call.nonce), call.owner) == (TINY, 32, "me")
    stored = finish(calls, KEY, "job-1", paid("0.003"))
    assert stored == calls.find(KEY)
    assert (stored.state, stored.reply, stored.asset) == (CallState.STORED, {"notes": ["x"]}, PICTURE)
    assert (stored.usage, stored.output, stored.remote_id) == (paid("0.003"), {"url": "x"}, "job-1")
    assert stored.finished_at
    assert stored.submitted_at
    assert stored.updated_at >= stored.finished_at >= stored.submitted_at >= stored.intent_at >= stored.created_at
    assert stored.created_at.tzinfo is not None


def test_a_stored_call_is_reused_free_of_charge(calls: CallStore, books: ChargeStore) -> None:
    calls.begin(wanted())
    stored = finish(calls, KEY, "job-1", paid("0.04"))
    assert calls.begin(wanted(film_id="film2")) == Begun(stored, is_mine=False), "nothing changed, one attempt"
    assert calls.used_by("film2") == (stored,)
    assert books.totals("film1") == {"image": Decimal("0.04")}
    assert books.totals("film2") == {}


def test_a_call_under_way_belongs_to_whoever_began_it(calls: CallStore, books: ChargeStore) -> None:
    first = begun(calls, wanted())
    assert begun(calls, wanted(film_id="film2", owner="another")) == Begun(first.call, is_mine=False)
    assert [call.key for call in calls.used_by("film2")] == [KEY]
    assert books.reserved() == books.reserved("film1") == Decimal("0.04")
    with pytest.raises(Conflict, match="'me'"):
        calls.move(KEY, CallEvent.RETAKEN, owner="another", new_owner="another")
    assert calls.move(KEY, CallEvent.RETAKEN, owner="me", new_owner="another").owner == "another"


def test_of_two_results_the_first_stays(calls: CallStore, books: ChargeStore) -> None:
    calls.begin(wanted())
    first = finish(calls, KEY, "job-1", paid("0.04"))
    assert calls.move(KEY, CallEvent.KEPT, reply={"n": 2}, usage=paid("9")) == first
    assert calls.move(KEY, CallEvent.REJECTED, error=RateLimited("slow down").to_json()) == first
    assert books.totals("film1") == {"image": Decimal("0.04")}


def test_what_surely_was_not_accepted_releases_its_money_and_may_be_begun_again(
    calls: CallStore, books: ChargeStore
) -> None:
    first = begun(calls, wanted())
    refusal = RateLimited("slow down", hint="wait", retry_after_s=3)
    failed = calls.move(KEY, CallEvent.REJECTED, error=refusal.to_json())
    assert (failed.state, books.reserved()) == (CallState.FAILED, 0)
    assert begun(calls, wanted()) == Begun(failed, is_mine=False), "not by itself in the same run"
    again = begun(calls, wanted(film_id="film2"))
    assert (again.is_mine, again.call.attempts, again.call.film_id) == (True, 2, "film2")
    assert again.call.nonce != first.call.nonce
    assert again.call.error
    error = from_json(again.call.error)
    assert (type(error), error.hint, error.details) == (RateLimited, "wait", {"retry_after_s": 3})
    assert finish(calls, KEY, "job-1", paid("0.04")).error is None
    assert books.totals("film1") == {}
    assert books.totals("film2") == {"image": Decimal("0.04")}


def test_a_run_that_failed_is_on_the_books_and_bought_again_only_by_a_new_run(
    calls: CallStore, books: ChargeStore
) -> None:
    calls.begin(wanted())
    calls.move(KEY, CallEvent.ACCEPTED, remote_id="job-1")
    calls.move(KEY, CallEvent.BROKEN, usage=paid("0.04"), error=RunFailed("out of memory").to_json())
    assert not begun(calls, wanted()).is_mine
    assert begun(calls, wanted(run=2)).is_mine
    finish(calls, KEY, "job-2", paid("0.05"))
    assert [(charge.attempt, charge.usage.cost_usd) for charge in books.charges("film1")] == [
        (1, Decimal("0.04")),
        (2, Decimal("0.05")),
    ]


def test_our_own_work_is_free_and_begun_again_at_will(calls: CallStore, books: ChargeStore) -> None:
    for attempt in (1, 2):
        again = begun(calls, wanted(estimate=None, caps=Caps(film_usd=Decimal(0))))
        assert (again.is_mine, again.call.attempts) == (True, attempt)
    calls.move(KEY, CallEvent.KEPT, usage=Usage(), reply={})
    assert books.charges() == ()
    assert calls.open_calls() == ()


def test_money_adds_up_exactly(calls: CallStore, books: ChargeStore) -> None:
    costs = ["0.1"] * 3 + ["12345678901234567890.01", TINY, "1E-12"]
    for number, cost in enumerate(costs):
        calls.begin(wanted(f"{number}", modality="text", provider="openrouter"))
        assert finish(calls, f"{number}", f"job-{number}", paid(cost)).usage == paid(cost)
    calls.begin(wanted("video", modality="video"))
    finish(calls, "video", "job-v", paid("0.70"))
    calls.begin(wanted("open", modality="video", estimate="0.70"))
    with decimal.localcontext(prec=80):
        assert books.totals("film1") == {
            "text": Decimal("0.3") + Decimal("12345678901234567890.01") + TINY + Decimal("1E-12"),
            "video": Decimal("0.70"),
        }
    assert books.reserved("film1") == Decimal("0.70")


def test_a_cap_counts_what_is_spent_and_what_is_set_aside(calls: CallStore) -> None:
    caps = Caps(film_usd=Decimal("0.10"))
    calls.begin(wanted("spent", caps=caps))
    finish(calls, "spent", "job-1", paid("0.03"))
    calls.begin(wanted("doubt", caps=caps))
    calls.move("doubt", CallEvent.LOST)
    with pytest.raises(OverBudget, match=r"would cost \$0.04, and the film's budget is \$0.10: \$0.03 ") as told:
        calls.begin(wanted("third", caps=caps))
    assert told.value.details["reserved_usd"] == "0.04"
    assert calls.find("third") is None
    assert begun(calls, wanted("third", "film2", caps=caps)).is_mine, "another film has its own"
    calls.move("doubt", CallEvent.FORGIVEN)
    assert begun(calls, wanted("fourth", caps=caps)).is_mine


def test_the_daily_cap_holds_over_all_films(calls: CallStore) -> None:
    caps = Caps(day_usd=Decimal("0.10"))
    calls.begin(wanted("a", "film1", caps=caps))
    finish(calls, "a", "job-1", paid("0.04"))
    calls.begin(wanted("b", "film2", caps=caps))
    with pytest.raises(OverBudget, match="for a day"):
        calls.begin(wanted("c", "film2", caps=caps))


def test_a_provider_is_used_no_more_than_it_allows(calls: CallStore) -> None:
    limits = Limits(concurrency=2)
    for key in ("a", "b"):
        assert begun(calls, wanted(key, limits=limits)).is_mine
    assert isinstance(calls.begin(wanted("c", limits=limits)), Wait)
    assert begun(calls, wanted("c", provider="fal", limits=limits)).is_mine
    finish(calls, "a", "job-1", paid("0.04"))
    assert begun(calls, wanted("d", limits=limits)).is_mine


def test_a_rate_is_a_sliding_window(calls: CallStore) -> None:
    limits = Limits(starts=2, period_s=30)
    for key in ("a", "b"):
        calls.begin(wanted(key, limits=limits))
        calls.move(key, CallEvent.REJECTED, error=RunFailed("x").to_json())
    wait = calls.begin(wanted("c", limits=limits))
    assert isinstance(wait, Wait)
    assert 25 < wait.seconds <= 30


def test_a_pause_holds_everybody(calls: CallStore) -> None:
    calls.pause("replicate", 20)
    wait = calls.begin(wanted())
    assert isinstance(wait, Wait)
    assert 15 < wait.seconds <= 20


def test_a_remote_id_belongs_to_one_call(calls: CallStore) -> None:
    for key in (KEY, OTHER):
        calls.begin(wanted(key))
    calls.move(KEY, CallEvent.ACCEPTED, remote_id="job-1")
    with pytest.raises(Conflict):
        calls.move(OTHER, CallEvent.ACCEPTED, remote_id="job-1")
    assert calls.adopted("replicate") == {"job-1"}


def test_a_webhook_is_kept_once(calls: CallStore) -> None:
    call = begun(calls, wanted()).call
    assert calls.webhook_id(call.nonce) is None
    assert [calls.note_webhook(call.nonce, "job-1", {"status": "start"}) for _ in range(2)] == [True, False]
    assert calls.webhook_id(call.nonce) == "job-1"


def test_calls_come_in_the_order_they_were_begun(calls: CallStore) -> None:
    for key in ("c", "a", "b"):
        calls.begin(wanted(key))
    assert [call.key for call in calls.used_by("film1")] == ["c", "a", "b"]
    assert [call.key for call in calls.open_calls()] == ["c", "a", "b"]
    assert calls.used_by("film2") == ()


def test_unknown_calls_and_films_are_named(calls: CallStore) -> None:
    with pytest.raises(NotFound, match="'gone'"):
        calls.begin(wanted(film_id="gone"))
    assert calls.find(KEY) is None
    with pytest.raises(NotFound, match="'nothing'"):
        calls.move("nothing", CallEvent.LOST)
    with pytest.raises(NotFound, match="no call"):
        calls.get("nothing")


def test_the_books_outlive_films(calls: CallStore, books: ChargeStore, database: Database) -> None:
    calls.begin(wanted())
    finish(calls, KEY, "job-1", paid("0.04"))
    calls.begin(wanted(film_id="film2"))
    calls.begin(wanted(OTHER, estimate=None))
    calls.begin(wanted("open"))
    films = SqlFilmStore(database)
    assert films.remove_film("film1") == ()
    kept = calls.find(KEY)
    assert kept
    assert (kept.film_id, kept.asset) == (None, PICTURE)
    assert calls.find(OTHER) is None
    assert [call.key for call in calls.open_calls()] == ["open"], "its money is not settled yet"
    assert films.remove_film("film2") == (PICTURE.sha256,)
    assert calls.find(KEY) is None
    assert [charge.usage.cost_usd for charge in books.charges()] == [Decimal("0.04")]
