"""Every call to a model, and every costly piece of our own work, is asked for once and found again by its key."""

import asyncio
import re
import shutil
import tempfile
import threading
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from concurrent.futures import Future
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, cast
from uuid import uuid4

from reelwright.errors import ReelwrightError
from reelwright.film.call import Call, CallEvent, CallState
from reelwright.film.money import CostSource
from reelwright.keepers import MediaStore
from reelwright.ports import Model, ModelCard
from reelwright.store.calls import Begun, CallStore, Intent, Limits
from reelwright.store.charges import Caps
from reelwright.store.faults import disk_faults
from reelwright.workflows.call_desk import Desk
from reelwright.workflows.line import Line
from reelwright.workflows.paid_call import PaidCall
from reelwright.workflows.pricing import check_price_known, expected_of, price_of, units_of
from reelwright.workflows.recipes import Json, Made, Recipe, Result, recipe_for, verb_of
from reelwright.workflows.rescue import Rescue
from reelwright.workflows.waiting import to_its_end


@dataclass(frozen=True)
class Payer:
    """The film that wants a result, in one of its runs, and what may be spent."""

    film_id: str
    run: int = 1
    caps: Caps = Caps()


_UNSAFE, _LONGEST_NAME = re.compile(r"[^\w.-]+"), 60
"""What models' names hold that folders' names may not."""


def _nothing(*said: object) -> None:
    return None


class Ledger:
    """Asks once: a stored result with the same key is taken instead, at no cost.

    Args:
        calls: The rows.
        media: Where results are kept.
        scratch: Folder for work in progress.
        owner: This process, as the rows name it.
        is_alive: Whether another owner may still be at work; nobody else is where one process works alone.
        may_send: Whether this process still holds its lease.
        repeat_up_to_usd: What a short call may cost that is asked once more when its reply was lost.
        reached: Told at every boundary of a paid call; tests die there.
        told: Told the progress of a paid call.
        moved: Told a paid call of which the money may have moved.
        waits: Told a paid call that will be asked again in so many seconds, and why.
    """

    def __init__(
        self,
        calls: CallStore,
        media: MediaStore,
        scratch: Path,
        *,
        owner: str = "",
        is_alive: Callable[[str], bool] = lambda owner: False,
        may_send: Callable[[], bool] = lambda: True,
        repeat_up_to_usd: Decimal = Decimal("0.05"),
        reached: Callable[[str], None] = _nothing,
        told: Callable[[Call, float], None] = _nothing,
        moved: Callable[[Call], None] = _nothing,
        waits: Callable[[Intent, ReelwrightError, float], None] = _nothing,
    ) -> None:
        self._calls, self._media, self._scratch = calls, media, scratch
        self._owner = owner or uuid4().hex
        self._under_way: dict[str, Future[None]] = {}
        self._turning = threading.Lock()
        self._stopped: set[str] = set()
        self._desk = Desk(
            calls=calls,
            media=media,
            rescue=Rescue(scratch.with_name("rescued")),
            line=Line(),
            owner=self._owner,
            workdir=self._workdir,
            is_alive=is_alive,
            may_send=may_send,
            repeat_up_to_usd=repeat_up_to_usd,
            reached=reached,
            told=told,
            moved=moved,
            waits=waits,
            is_stopped=self._stopped.__contains__,
        )

    def stop(self, film_id: str, *, stops: bool = True) -> None:
        """Lets the long waits of a film's calls end early, since it was cancelled; or waits in peace again."""
        if stops:
            self._stopped.add(film_id)
        else:
            self._stopped.discard(film_id)

    async def ask(
        self, payer: Payer, model: Model, request_of: Callable[[Path], Any], *, take: int = 1, turn: int = 0
    ) -> Result:
        """A model's answer, from the store or by asking it once.

        Args:
            payer: The film that needs it.
            model: Who answers.
            request_of: The request, given the folder that its files go to; what the model reads must not depend on it.
            take: Raised when a person wants another one.
            turn: Of the film's calls that wait for a provider those with a lower one go first.

        Raises:
            OverBudget: If its price does not fit under a cap; nothing was sent.
            OutcomeUnknown: If it may have been paid, and only a person can find out.
            ReelwrightError: What the model failed with; recorded.
        """
        request = request_of(self._scratch)
        recipe = recipe_for(model.card, request, take=take)
        if not (model.card.is_paid or model.card.profile.is_remote):

            async def ask(workdir: Path) -> Made:
                return Made.of(await verb_of(model)(request_of(workdir)))

            return await self.once(payer.film_id, recipe, ask, run=payer.run)
        intent = self._intent(payer, recipe, model.card, request)
        async with self._turn(recipe.key):
            stored = await self._stored(intent)
            if stored is not None:
                return stored
            check_price_known(model.card, request, payer.caps.film_usd)
            return _result(await PaidCall(self._desk, model, intent, request_of, turn=turn).run(), reused=False)

    async def once(
        self, film_id: str, recipe: Recipe, ask: Callable[[Path], Awaitable[Made]], *, run: int = 1
    ) -> Result:
        """The result of a piece of our own work, which is free and may be repeated.

        Args:
            film_id: The film that needs it.
            recipe: What the result depends on.
            ask: Makes it; gets an empty folder for its files.
            run: The film's run.

        Raises:
            ReelwrightError: What ``ask`` raised; recorded, so that the next attempt asks again.
        """
        intent = self._intent(Payer(film_id, run), recipe, None, None)
        async with self._turn(recipe.key):
            return await self._stored(intent) or await self._made(intent, recipe, ask)

    async def _made(self, intent: Intent, recipe: Recipe, ask: Callable[[Path], Awaitable[Made]]) -> Result:
        self._calls.begin(intent)
        try:
            with self._workdir(recipe.model) as workdir:
                made = await ask(workdir)
                media = made.media
                asset = None
                if media is not None:
                    putting = asyncio.to_thread(self._media.put, media.path, media.media_type, recipe.name)
                    asset = await to_its_end(putting)
        except ReelwrightError as problem:
            self._calls.move(recipe.key, CallEvent.REJECTED, error=problem.to_json())
            raise
        reply = {"body": made.body, "notes": list(made.notes)}
        self._calls.move(recipe.key, CallEvent.KEPT, usage=made.usage, asset=asset, reply=cast(Any, reply))
        return Result(recipe.key, asset, made.body, made.notes, reused=False)

    def _intent(self, payer: Payer, recipe: Recipe, card: ModelCard | None, request: object) -> Intent:
        estimate_usd, limits = None, Limits()
        if card is not None:
            estimate_usd = price_of(card, expected_of(card, units_of(request)), CostSource.ESTIMATE).cost_usd
            limits = Limits(card.concurrency, card.starts, card.period_s)
        return Intent(
            key=recipe.key,
            film_id=payer.film_id,
            provider=recipe.provider,
            model=recipe.model,
            modality=recipe.modality,
            request=recipe.parts,
            run=payer.run,
            owner=self._owner,
            estimate_usd=estimate_usd,
            limits=limits,
            caps=payer.caps,
        )

    async def _stored(self, intent: Intent) -> Result | None:
        """What is kept already; bytes that are gone are noted as gone."""
        call = self._calls.find(intent.key)
        if call is None or call.state is not CallState.STORED:
            return None
        if call.asset and not await asyncio.to_thread(self._media.has, call.asset):
            self._calls.move(intent.key, CallEvent.REOPENED, seen=call)
            return None
        begun = self._calls.begin(intent)
        return _result(begun.call, reused=True) if isinstance(begun, Begun) else None

    @asynccontextmanager
    async def _turn(self, key: str) -> AsyncGenerator[None]:
        """Keeps everybody else in this process from asking for the key meanwhile.

        Two runs of one film can want the same thing at once: the one that continues and the one that a failure left.
        """
        mine = Future[None]()
        while True:
            with self._turning:
                before = self._under_way.setdefault(key, mine)
            if before is mine:
                break
            await asyncio.shield(asyncio.wrap_future(before))
        try:
            yield
        finally:
            with self._turning:
                del self._under_way[key]
            mine.set_result(None)

    @contextmanager
    def _workdir(self, name: str) -> Generator[Path]:
        """An empty folder, gone at the end."""
        with disk_faults(self._scratch):
            self._scratch.mkdir(parents=True, exist_ok=True)
            workdir = Path(tempfile.mkdtemp(prefix=f"{_UNSAFE.sub('-', name)[-_LONGEST_NAME:]}-", dir=self._scratch))
        try:
            yield workdir
        finally:
            shutil.rmtree(workdir, ignore_errors=True)


def _result(call: Call, *, reused: bool) -> Result:
    reply = cast(Json, call.reply)
    return Result(call.key, call.asset, reply["body"], tuple(reply["notes"]), reused)
