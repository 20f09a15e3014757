"""A paid call against a provider of its own process and books: charged once, whatever the provider does."""

import asyncio
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.backlot import Backlot, Fault
from tests.backlot.models import card_of, open_model

from reelwright.errors import (
    InvalidRequest,
    Missing,
    OutcomeUnknown,
    OverBudget,
    RateLimited,
    Refused,
    ReplyUnreadable,
    RunFailed,
)
from reelwright.film.call import CallProfile, CallState
from reelwright.film.frame import FrameRole
from reelwright.film.money import CostSource
from reelwright.film.shot import Shot
from reelwright.ports import ImageRequest
from reelwright.store.calls import CallStore
from reelwright.store.charges import Caps, ChargeStore
from reelwright.store.database import Database
from reelwright.store.media import FolderMediaStore
from reelwright.workflows.ledger import Ledger, Payer
from reelwright.workflows.recipes import Result

PRICE = Decimal("0.05")
LISTED = CallProfile(is_remote=True, listing=True, listing_shows_running=True, timeout_s=0.5)
BARE = CallProfile(is_remote=True, timeout_s=0.5)
KEYED = CallProfile(is_remote=True, idempotency=True, timeout_s=0.5)


def request_of(seed: int) -> Callable[[Path], ImageRequest]:
    shot = Shot(id="sh01", number=1, frame_count=72)
    return lambda workdir: ImageRequest(
        FrameRole.START, "a mug", "", shot, "illustrated", 32, 18, seed, workdir, rate=Fraction(24)
    )


class House:
    """A ledger with a model of the backlot, and both sides' books."""

    def __init__(self, lot: Backlot, database: Database, tmp_path: Path, profile: CallProfile, **card: Any) -> None:
        lot.reset(
            idempotency=profile.idempotency,
            listing=profile.listing,
            listing_shows_running=profile.listing_shows_running,
            listing_lag_s=profile.listing_lag_s,
        )
        self.lot, self.calls, self.books = lot, CallStore(database), ChargeStore(database)
        self.model = open_model(card_of("image", profile, **card), lot.url)
        self.media = FolderMediaStore(tmp_path / "media")
        self.scratch = tmp_path / "scratch"
        self.ledger = Ledger(self.calls, self.media, self.scratch)

    async def ask(self, seed: int = 1, payer: Payer | None = None) -> Result:
        return await self.ledger.ask(payer or Payer("film1"), self.model, request_of(seed))

    def balanced(self) -> int:
        """The provider's charges, which must be ours; how many there are."""
        theirs = [charge.amount_usd for charge in self.lot.books().charges]
        assert sum(theirs, Decimal(0)) == sum((charge.usage.cost_usd for charge in self.books.charges()), Decimal(0))
        return len(theirs)


@pytest.fixture
def house(lot: Backlot, database: Database, tmp_path: Path) -> Callable[..., House]:
    def make(profile: CallProfile = LISTED, **card: Any) -> House:
        return House(lot, database, tmp_path, profile, **card)

    return make


async def test_a_call_is_sent_watched_fetched_and_put_on_the_books(house: Callable[..., House]) -> None:
    at = house()
    result = await at.ask()
    assert at.media.path(result.media).read_bytes().startswith(b"\x89PNG")
    assert (await at.ask(payer=Payer("film2"))).reused
    assert at.balanced() == 1
    assert at.lot.books().key_leaks == ()
    call = at.calls.get(result.key)
    assert (call.state, call.attempts) == (CallState.STORED, 1)


@pytest.mark.parametrize("profile", [LISTED, KEYED], ids=["listing", "idempotency"])
@pytest.mark.parametrize("fault", ["503_after", "lost_response", "malformed_json", "html_200", "hang"])
async def test_an_answer_that_is_lost_is_found_again(
    house: Callable[..., House], profile: CallProfile, fault: str
) -> None:
    at = house(profile)
    accepted = True if fault in ("html_200", "hang") else None
    at.lot.plan(Fault(on="create", fault=fault, seconds=1.0, accepted=accepted))
    await at.ask()
    assert at.balanced() == 1


async def test_without_help_a_lost_answer_is_never_sent_again(house: Callable[..., House]) -> None:
    at = house(BARE)
    at.lot.plan(Fault(on="create", fault="lost_response"))
    with pytest.raises(OutcomeUnknown, match=r"for \$0.05") as told:
        await at.ask()
    assert "calls settle" in told.value.hint
    for run in (1, 2):
        with pytest.raises(OutcomeUnknown):
            await at.ask(payer=Payer("film1", run))
    assert len(at.lot.books().charges) == 1
    assert at.books.reserved("film1") == PRICE


async def test_after_the_quiet_period_what_was_not_accepted_is_sent_again(house: Callable[..., House]) -> None:
    at = house(LISTED)
    at.lot.plan(Fault(on="create", fault="reset"))
    await at.ask()
    assert at.balanced() == 1
    assert at.lot.books().counts["create"] == 2


@pytest.mark.parametrize("fault", ["500_before", "html_200", "reset"])
async def test_an_idempotent_provider_is_asked_again_at_once(house: Callable[..., House], fault: str) -> None:
    at = house(KEYED)
    at.lot.plan(Fault(on="create", fault=fault, times=2))
    await at.ask()
    assert at.balanced() == 1


async def test_too_many_requests_are_waited_for(house: Callable[..., House]) -> None:
    at = house()
    at.lot.plan(Fault(on="create", fault="429", times=3, retry_after_s=0.1))
    await at.ask()
    assert at.balanced() == 1
    assert at.lot.books().counts["create"] == 4


async def test_refused_content_is_not_tried_again(house: Callable[..., House]) -> None:
    at = house()
    at.lot.plan(Fault(on="create", fault="refused"))
    for _ in range(2):
        with pytest.raises(Refused, match="content"):
            await at.ask()
    assert at.lot.books().counts["create"] == 1
    assert at.balanced() == 0
    assert at.books.reserved() == 0


async def test_a_run_that_fails_is_charged_and_bought_again_only_in_a_new_run(house: Callable[..., House]) -> None:
    at = house()
    at.lot.plan(Fault(on="create", fault="failed_run"))
    for _ in range(2):
        with pytest.raises(RunFailed, match="crashed"):
            await at.ask()
    assert at.balanced() == 1
    await at.ask(payer=Payer("film1", 2))
    assert at.balanced() == 2


@pytest.mark.parametrize("fault", ["429", "500_before", "reset", "malformed_json", "html_200", "error_in_200"])
async def test_questions_are_asked_again(house: Callable[..., House], fault: str) -> None:
    at = house()
    at.lot.plan(Fault(on="poll", fault=fault, retry_after_s=0.1))
    await at.ask()
    assert at.balanced() == 1


@pytest.mark.parametrize("word", ["aborted", "pondering"])
async def test_a_state_that_nobody_knows_is_no_end(house: Callable[..., House], word: str) -> None:
    at = house()
    at.lot.plan(Fault(on="poll", fault="unknown_status", code=word, times=2))
    await at.ask()
    assert at.balanced() == 1


@pytest.mark.parametrize("fault", ["truncated_file", "wrong_type_file", "429", "500_before", "reset"])
async def test_a_file_is_fetched_until_it_is_whole(house: Callable[..., House], fault: str) -> None:
    at = house()
    at.lot.plan(Fault(on="file", fault=fault, retry_after_s=0.1))
    result = await at.ask()
    assert at.media.verify(result.media)
    assert at.balanced() == 1


@pytest.mark.slow
async def test_a_file_that_never_comes_whole_is_kept_for_later(house: Callable[..., House]) -> None:
    at = house()
    at.lot.plan(Fault(on="file", fault="wrong_type_file", times=5))
    with pytest.raises(ReplyUnreadable, match="not image/png"):
        await at.ask()
    await at.ask(payer=Payer("film1", 2))
    assert at.balanced() == 1


async def test_a_file_that_expired_is_bought_again_only_in_a_new_run(house: Callable[..., House]) -> None:
    at = house()
    at.lot.plan(Fault(on="file", fault="expired_file"))
    for _ in range(2):
        with pytest.raises(Missing, match="it was paid, and is gone"):
            await at.ask()
    assert at.balanced() == 1
    await at.ask(payer=Payer("film1", 2))
    assert at.balanced() == 2


async def test_what_does_not_fit_the_budget_is_not_sent(house: Callable[..., House]) -> None:
    at = house()
    payer = Payer("film1", caps=Caps(film_usd=Decimal("0.12")))
    results = await asyncio.gather(*(at.ask(seed, payer) for seed in range(4)), return_exceptions=True)
    assert sorted(type(result).__name__ for result in results) == ["OverBudget", "OverBudget", "Result", "Result"]
    assert at.balanced() == 2
    assert isinstance(next(result for result in results if isinstance(result, OverBudget)).exit_code, int)


async def test_a_provider_runs_no_more_at_once_than_it_allows(house: Callable[..., House]) -> None:
    at = house(concurrency=3)
    at.lot.set_profile(latency_s={"image": 0.2})
    await asyncio.gather(*(at.ask(seed) for seed in range(9)))
    assert at.lot.books().peak_running <= 3
    assert at.balanced() == 9


async def test_a_remote_model_that_costs_nothing_is_sent_and_watched_too(house: Callable[..., House]) -> None:
    at = house()
    at.lot.set_profile(reports_cost=False)
    at.model = open_model(at.model.card.model_copy(update={"prices_usd": {}}), at.lot.url)
    assert (await at.ask()).media.media_type == "image/png"
    assert at.books.charges() == ()


async def test_a_price_that_nobody_knows_is_on_the_books_as_unknown(house: Callable[..., House]) -> None:
    at = house()
    at.lot.set_profile(reports_cost=False)
    at.model = open_model(at.model.card.model_copy(update={"prices_usd": {}, "takes_money": True}), at.lot.url)
    capped = Payer("film1", caps=Caps(film_usd=Decimal(5)))
    with pytest.raises(OverBudget, match="nobody knows what backlot:image costs"):
        await at.ask(payer=capped)
    assert at.lot.books().charges == ()
    await at.ask()
    assert [charge.usage.source for charge in at.books.charges()] == [CostSource.UNKNOWN]
    assert (await at.ask(payer=capped)).reused


async def test_what_the_provider_does_not_tell_is_counted(house: Callable[..., House]) -> None:
    at = house()
    at.lot.set_profile(reports_cost=False)
    await at.ask()
    (charge,) = at.books.charges()
    assert (charge.usage.cost_usd, charge.usage.source) == (PRICE, CostSource.COMPUTED)


async def test_twenty_who_want_the_same_pay_once(house: Callable[..., House]) -> None:
    at = house()
    results = await asyncio.gather(*(at.ask() for _ in range(20)))
    assert len({result.media.sha256 for result in results}) == 1
    assert at.balanced() == 1


async def test_no_error_shows_the_key(house: Callable[..., House]) -> None:
    at = house()
    at.lot.plan(Fault(on="create", fault="status", status=400, code="backlot-key"))
    with pytest.raises(InvalidRequest) as told:
        await at.ask()
    assert "backlot-key" not in str(told.value.to_json())
    at.lot.plan(Fault(on="create", fault="429", times=None, retry_after_s=700))
    with pytest.raises(RateLimited):
        await at.ask(seed=2)
