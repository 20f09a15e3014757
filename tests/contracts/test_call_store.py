"""What the ledger of calls promises, on both databases."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from reelwright.errors import NotFound, RateLimited, from_json
from reelwright.film.asset import Asset
from reelwright.film.base import fingerprint
from reelwright.film.brief import Brief
from reelwright.film.film import Film
from reelwright.film.money import CostSource, Usage
from reelwright.store.calls import CallState, CallStore
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


def paid(cost_usd: str | Decimal) -> Usage:
    return Usage(cost_usd=Decimal(cost_usd), source=CostSource.REPORTED, units={"images": 1, "seconds": 0.1})


def test_an_intent_is_written_before_the_result(calls: CallStore) -> None:
    assert calls.find(KEY) is None
    begun = calls.begin(KEY, "film1", "replicate", "flux", "image", {"seed": 7, "text": "caf\u00e9\x00\ud83d"}, TINY)
    assert begun == calls.find(KEY)
    assert (begun.state, begun.attempts, begun.film_id, begun.usage) == (CallState.INTENT, 1, "film1", None)
    assert begun.request == {"seed": 7, "text": "caf\u00e9\x00\ud83d"}
    assert begun.estimate_usd == TINY
    stored = calls.store(KEY, {"notes": ["x"]}, PICTURE, paid("0.003"))
    assert stored == calls.find(KEY)
    assert (stored.state, stored.reply, stored.asset) == (CallState.STORED, {"notes": ["x"]}, PICTURE)
    assert stored.usage == paid("0.003")
    assert stored.updated_at >= stored.created_at
    assert stored.created_at.tzinfo is not None


def test_a_stored_call_is_reused_free_of_charge(calls: CallStore) -> None:
    calls.begin(KEY, "film1", "replicate", "flux", "image", {})
    stored = calls.store(KEY, {}, PICTURE, paid("0.04"))
    assert calls.begin(KEY, "film2", "replicate", "flux", "image", {}) == stored, "nothing changed, one attempt"
    assert calls.used_by("film2") == (stored,)
    assert calls.totals("film1") == {"image": Decimal("0.04")}
    assert calls.totals("film2") == {}


def test_of_two_results_the_first_stays(calls: CallStore) -> None:
    calls.begin(KEY, "film1", "replicate", "flux", "image", {})
    first = calls.store(KEY, {"n": 1}, PICTURE, paid("0.04"))
    assert calls.store(KEY, {"n": 2}, None, paid("9")) == first
    assert calls.fail(KEY, RateLimited("slow down").to_json()) == first


def test_a_failed_call_is_tried_again_by_who_asks_next(calls: CallStore) -> None:
    calls.begin(KEY, "film1", "replicate", "flux", "image", {})
    failed = calls.fail(KEY, RateLimited("slow down", hint="wait", retry_after_s=3).to_json())
    assert failed.state is CallState.FAILED
    again = calls.begin(KEY, "film2", "replicate", "flux", "image", {})
    assert (again.state, again.attempts, again.film_id) == (CallState.INTENT, 2, "film2")
    assert again.error
    error = from_json(again.error)
    assert (type(error), error.hint, error.details) == (RateLimited, "wait", {"retry_after_s": 3})
    stored = calls.store(KEY, {}, None, paid("0.04"))
    assert stored.error is None
    assert calls.totals("film1") == {}
    assert calls.totals("film2") == {"image": Decimal("0.04")}


def test_money_adds_up_exactly(calls: CallStore) -> None:
    costs = ["0.1"] * 3 + ["12345678901234567890.01", TINY, "1E-12"]
    for number, cost in enumerate(costs):
        calls.begin(f"{number}", "film1", "openrouter", "gpt", "text", {})
        assert calls.store(f"{number}", {}, None, paid(cost)).usage == paid(cost)
    calls.begin("video", "film1", "fal", "kling", "video", {})
    calls.store("video", {}, None, paid("0.70"))
    calls.begin("failed", "film1", "fal", "kling", "video", {}, Decimal("0.70"))
    import decimal

    with decimal.localcontext(prec=80):
        assert calls.totals("film1") == {
            "text": Decimal("0.3") + Decimal("12345678901234567890.01") + TINY + Decimal("1E-12"),
            "video": Decimal("0.70"),
        }


def test_calls_come_in_the_order_they_were_begun(calls: CallStore) -> None:
    for key in ("c", "a", "b"):
        calls.begin(key, "film1", "builtin", "writer", "text", {})
    assert [call.key for call in calls.used_by("film1")] == ["c", "a", "b"]
    assert calls.used_by("film2") == ()


def test_unknown_calls_and_films_are_named(calls: CallStore) -> None:
    with pytest.raises(NotFound, match="'gone'"):
        calls.begin(KEY, "gone", "builtin", "writer", "text", {})
    assert calls.find(KEY) is None
    with pytest.raises(NotFound, match="'nothing'"):
        calls.store("nothing", {}, PICTURE, Usage())
    with pytest.raises(NotFound, match="'nothing'"):
        calls.fail("nothing", RateLimited("x").to_json())


def test_the_paying_film_may_go_before_the_call(calls: CallStore, database: Database) -> None:
    calls.begin(KEY, "film1", "replicate", "flux", "image", {})
    calls.store(KEY, {}, PICTURE, paid("0.04"))
    calls.begin(KEY, "film2", "replicate", "flux", "image", {})
    calls.begin(OTHER, "film1", "replicate", "flux", "image", {})
    assert SqlFilmStore(database).remove_film("film1") == ()
    kept = calls.find(KEY)
    assert kept
    assert (kept.film_id, kept.asset) == (None, PICTURE)
    assert calls.find(OTHER) is None
    with pytest.raises(NotFound):
        calls.store(OTHER, {}, PICTURE, Usage())
