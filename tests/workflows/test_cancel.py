"""A film is cancelled while its call stands anywhere: nothing more is bought, and what was bought is kept."""

import asyncio
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.backlot import Backlot, Fault
from tests.backlot.models import card_of, open_model

from reelwright.errors import BadInput, Cancelled
from reelwright.film.call import CallProfile, CallState
from reelwright.film.film import FilmStatus
from reelwright.film.frame import FrameRole
from reelwright.film.shot import Shot
from reelwright.ports import ImageRequest
from reelwright.store.calls import CallStore
from reelwright.store.charges import ChargeStore
from reelwright.store.database import Database
from reelwright.store.films import SqlFilmStore
from reelwright.store.media import FolderMediaStore
from reelwright.store.turns import TurnStore
from reelwright.workflows.ledger import Ledger, Payer
from reelwright.workflows.recipes import Result

STOPPED = CallProfile(is_remote=True, listing=True, listing_shows_running=True, remote_cancel=True, timeout_s=0.5)
UNSTOPPED = CallProfile(is_remote=True, listing=True, listing_shows_running=True, timeout_s=0.5)


def request_of(seed: int) -> Callable[[Path], ImageRequest]:
    shot = Shot(id="sh01", number=1, frame_count=72)
    return lambda workdir: ImageRequest(
        FrameRole.START, "a mug", "", shot, "illustrated", 32, 18, seed, workdir, rate=Fraction(24)
    )


class Set:
    """A ledger, a model of the backlot, and a person who cancels."""

    def __init__(self, lot: Backlot, database: Database, tmp_path: Path, profile: CallProfile, **told: Any) -> None:
        lot.reset(remote_cancel=profile.remote_cancel, **told)
        self.lot, self.database = lot, database
        self.calls, self.books, self.turns = CallStore(database), ChargeStore(database), TurnStore(database)
        self.films = SqlFilmStore(database)
        self.model = open_model(card_of("image", profile, concurrency=2), lot.url)
        self.media, self.scratch = FolderMediaStore(tmp_path / "media"), tmp_path / "scratch"
        self.ledger = Ledger(self.calls, self.media, self.scratch, moved=self.moved)
        self.at: dict[CallState, asyncio.Event] = {}

    def moved(self, call: Any) -> None:
        if call.state in self.at:
            self.at[call.state].set()

    async def ask(self, run: int = 1, film_id: str = "film1", seed: int = 1) -> Result:
        return await self.ledger.ask(Payer(film_id, run), self.model, request_of(seed))

    def cancel(self, film_id: str = "film1") -> None:
        self.turns.cancel(film_id, "anna")
        self.ledger.stop(film_id)

    def resume(self, film_id: str = "film1") -> None:
        self.films.change_film(film_id, status=FilmStatus.PROCESSING, run=2)
        self.ledger.stop(film_id, stops=False)

    async def cancelled_when(self, state: CallState) -> "asyncio.Task[Result]":
        """The film is cancelled when its call is in a state."""
        self.at[state] = asyncio.Event()
        asked = asyncio.ensure_future(self.ask())
        await asyncio.wait_for(self.at[state].wait(), 5)
        self.cancel()
        return asked

    def charged(self) -> list[Decimal]:
        return [charge.amount_usd for charge in self.lot.books().charges]


@pytest.fixture
def stage(lot: Backlot, database: Database, tmp_path: Path) -> Callable[..., Set]:
    def make(profile: CallProfile = STOPPED, **told: Any) -> Set:
        return Set(lot, database, tmp_path, profile, **told)

    return make


async def test_a_cancelled_film_begins_no_call_and_says_how_to_go_on(stage: Callable[..., Set]) -> None:
    at = stage()
    at.cancel()
    with pytest.raises(Cancelled, match="film1 was cancelled") as told:
        await at.ask()
    assert "resume film1" in told.value.hint
    assert at.charged() == []
    assert at.calls.paid_calls() == ()
    assert at.books.reserved() == 0
    await at.ask(film_id="film2")  # others are not touched
    at.resume()
    assert (await at.ask(run=2)).reused
    assert len(at.charged()) == 1


async def test_a_call_that_waits_for_its_place_is_never_sent(stage: Callable[..., Set]) -> None:
    at = stage(latency_s={"image": 5.0})
    others = [asyncio.ensure_future(at.ask(film_id="film2", seed=seed)) for seed in (2, 3)]
    await asyncio.to_thread(at.lot.wait_until, lambda books: len(books.charges) == 2)
    waiting = asyncio.ensure_future(at.ask())
    await asyncio.sleep(0.3)
    at.cancel()
    with pytest.raises(Cancelled):
        await asyncio.wait_for(waiting, 3)
    assert len(at.charged()) == 2
    for other in others:
        other.cancel()
    await asyncio.wait(others)


async def test_a_call_in_doubt_is_not_sent_again_while_its_film_is_cancelled(stage: Callable[..., Set]) -> None:
    at = stage()
    at.lot.plan(Fault(on="create", fault="reset"))
    asked = await at.cancelled_when(CallState.INTENT)
    with pytest.raises(Cancelled):
        await asyncio.wait_for(asked, 5)
    assert at.charged() == []
    at.resume()
    await at.ask(run=2)
    assert len(at.charged()) == 1


async def test_a_running_call_is_stopped_at_its_provider_and_made_anew_on_resuming(stage: Callable[..., Set]) -> None:
    at = stage(latency_s={"image": 60.0})
    asked = await at.cancelled_when(CallState.SUBMITTED)
    with pytest.raises(Cancelled):
        await asyncio.wait_for(asked, 5)
    assert [charge.cancelled for charge in at.lot.books().charges] == [True]
    assert at.books.reserved("film1") == 0
    at.lot.set_profile(latency_s={"image": 0.1})
    at.resume()
    assert not (await at.ask(run=2)).reused
    assert [charge.cancelled for charge in at.lot.books().charges] == [True, False]


async def test_a_running_call_that_cannot_be_stopped_is_found_on_resuming(stage: Callable[..., Set]) -> None:
    at = stage(UNSTOPPED, latency_s={"image": 1.5})
    asked = await at.cancelled_when(CallState.SUBMITTED)
    with pytest.raises(Cancelled):
        await asyncio.wait_for(asked, 1.2)
    assert at.books.reserved("film1") > 0  # it may yet cost
    at.resume()
    await at.ask(run=2)
    assert len(at.charged()) == 1
    assert at.books.reserved("film1") == 0


async def test_a_call_that_another_film_wants_is_left_alone(stage: Callable[..., Set]) -> None:
    at = stage(latency_s={"image": 1.0})
    at.at[CallState.SUBMITTED] = asyncio.Event()
    asked = asyncio.ensure_future(at.ask())
    await asyncio.wait_for(at.at[CallState.SUBMITTED].wait(), 5)
    other = Ledger(at.calls, at.media, at.scratch, is_alive=lambda owner: True)  # as in another process
    wanted = asyncio.ensure_future(other.ask(Payer("film2"), at.model, request_of(1)))
    await asyncio.sleep(0.2)
    at.cancel()
    with pytest.raises(Cancelled):
        await asyncio.wait_for(asked, 5)
    assert (await wanted).media
    assert [charge.cancelled for charge in at.lot.books().charges] == [False]


@pytest.mark.parametrize("state", [CallState.SUCCEEDED, CallState.STORED])
async def test_what_is_made_already_is_kept(stage: Callable[..., Set], state: CallState) -> None:
    at = stage()
    result = await (await at.cancelled_when(state))
    assert at.calls.get(result.key).state is CallState.STORED
    at.resume()
    assert (await at.ask(run=2)).reused
    assert len(at.charged()) == 1


def test_cancelling_twice_tells_it_once_and_a_complete_film_cannot_be(database: Database) -> None:
    turns, films = TurnStore(database), SqlFilmStore(database)
    turns.cancel("film1", "anna")
    turns.cancel("film1", "ben")
    assert [(event.kind, event.body["by"]) for event in films.events("film1")] == [("cancelled", "anna")]
    films.change_film("film2", status=FilmStatus.COMPLETED)
    with pytest.raises(BadInput, match="is complete"):
        turns.cancel("film2", "anna")
    with pytest.raises(Cancelled):
        films.change_film("film1", "some process", run=3)
