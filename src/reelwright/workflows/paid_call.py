"""One paid call on its way from intent to result. Each state has one method, which moves it to the next.

The order of writing and sending is what the promise rests on: the intent and its money before anything is sent, the
provider's id before the first question, the file before the word that it is kept. Decision record 0019.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar, TypeVar, cast

from reelwright.errors import (
    BadInput,
    Busy,
    CapabilityError,
    Conflict,
    InvalidRequest,
    Missing,
    OutcomeUnknown,
    ProviderError,
    RateLimited,
    ReelwrightError,
    Refused,
    ReplyUnreadable,
    StorageError,
    TimedOut,
    from_json,
)
from reelwright.film.call import Call, CallEvent, CallState
from reelwright.film.money import CostSource, Usage
from reelwright.ports import Model, RemoteJob, RemoteModel
from reelwright.store.calls import Begun, Intent, Wait
from reelwright.store.faults import disk_faults
from reelwright.store.films import cancelled_film
from reelwright.workflows.call_desk import Desk
from reelwright.workflows.call_errors import no_reason, nobody_can_tell, not_finished
from reelwright.workflows.polling import next_poll_s
from reelwright.workflows.pricing import expected_of, price_of, settled, units_of
from reelwright.workflows.recipes import Made, verb_of
from reelwright.workflows.rescue import Answer
from reelwright.workflows.tracing import trace
from reelwright.workflows.waiting import asked_wait_s, back_off_s, clock_s, to_its_end

Said = TypeVar("Said")
FENCE_S = 0.5
"""Who was stopped for longer between writing the intent and sending looks again whether the call is still his."""
_LOOK_AGAIN_S, _LOOK_SELDOM_S = 0.2, 5.0
_NAP_S = 0.5
_STOPPING_S = 5.0
"""How long the end of a call that its provider agreed to stop is waited for."""
_TRIES = 5
"""How often a definite failure that may pass is tried again; waits that the provider asks for are not counted."""
_LONGEST_WAIT_S = 600.0
"""The longest that a provider may make us wait in all for one call."""
_MAY_PASS = (Busy, RateLimited, TimedOut, ReplyUnreadable)
_JUDGED = (Refused, InvalidRequest)
"""Answers to the request itself. Others (too many, no key, no money) say nothing of an earlier request like it."""


class PaidCall:
    """One paid call.

    Args:
        desk: What it works with.
        model: Who makes it.
        intent: What is wanted.
        request_of: The request, with the folder that its files go to.
        turn: See ``Line.first``.
    """

    def __init__(
        self, desk: Desk, model: Model, intent: Intent, request_of: Callable[[Path], Any], *, turn: int = 0
    ) -> None:
        self._desk, self._model, self._intent, self._request_of = desk, model, intent, request_of
        self._key, self._profile, self._turn = intent.key, model.card.profile, turn
        self._is_mine = False
        self._may_be_sent = False
        """Whether an earlier request of the same nonce may have been accepted."""
        self._begun_s = 0.0
        self._tries = self._repeats = self._resent = 0
        self._waited_s = 0.0
        self._stop_asked_s: float | None = None

    async def run(self) -> Call:
        """Brings the call to its end, wherever it stands.

        Raises:
            OverBudget: If its price does not fit; nothing was sent.
            OutcomeUnknown: If nobody can tell whether it was accepted; it is never sent again without a person.
            Cancelled: If a person has cancelled the film; what is sent already is kept in the ledger.
            ProviderError: Its definite failure.
        """
        self._desk.reached("before intent")
        call = await self._begin()
        try:
            while call.state is not CallState.STORED:
                call = await self._moved_on(call)
        finally:
            self._desk.line.free(call.provider)
        return call

    async def _moved_on(self, call: Call) -> Call:
        """One step; when another process was faster with it, what that one made of the call."""
        try:
            return await self._moves[call.state](self, call)
        except Conflict:
            now = self._now()
            if now == call:
                raise
            return now

    async def _begin(self, *, again: str = "") -> Call:
        provider = self._intent.provider
        async with self._desk.line.first(provider, self._intent.film_id, turn=self._turn):
            while isinstance(begun := self._begun(again), Wait):
                await self._desk.line.freed(provider, begun.seconds)
        self._is_mine, self._may_be_sent = begun.is_mine, False
        self._desk.moved(begun.call)
        return begun.call

    def _begun(self, again: str) -> Begun | Wait:
        self._begun_s = clock_s()
        return self._desk.calls.begin(self._intent, again=again)

    async def _send_or_resolve(self, call: Call) -> Call:
        if not self._is_mine:
            return await self._resolve(call)
        self._is_mine = False
        self._desk.reached("intent written")
        try:
            self._desk.rescue.prepare(call.nonce)
        except StorageError as problem:
            if not self._may_be_sent:
                self._rejected(call, problem)
            raise
        call = self._pass_fence(call)
        try:
            return await to_its_end(self._send(call) if self._profile.is_remote else self._ask(call))
        except (OutcomeUnknown, TimedOut, ReplyUnreadable) as problem:
            self._may_be_sent = True  # an intent that is not ours any more: resolved like one that a dead process left
            return await self._doubted(problem)
        except (ProviderError, CapabilityError, BadInput) as problem:
            if self._may_be_sent and not isinstance(problem, _JUDGED):
                return await self._doubted(problem)
            return self._rejected(call, problem)

    async def _doubted(self, problem: ReelwrightError) -> Call:
        """The call as it stands, after a wait where it would be sent again at once."""
        if self._profile.is_remote and self._profile.idempotency:
            await self._wait_or_raise(problem, self._intent.provider)
        return self._now()

    def _rejected(self, call: Call, problem: ReelwrightError) -> Call:
        return self._moved(CallEvent.REJECTED, seen=call, owner=self._desk.owner, error=problem.to_json())

    def _pass_fence(self, call: Call) -> Call:
        """Makes sure that the call is still ours, right before it is sent.

        Raises:
            Conflict: If it is somebody else's by now.
            Busy: If this process has lost its lease.
        """
        while clock_s() - self._begun_s > FENCE_S or not self._desk.may_send():
            self._begun_s = clock_s()
            if not self._desk.may_send():
                problem = Busy("the process that was about to send the call has lost its lease; it was not sent")
                if not self._may_be_sent:
                    self._rejected(call, problem)
                raise problem
            if self._is_cancelled() and not self._may_be_sent:
                self._rejected(call, cancelled_film(self._intent.film_id))
            self._must_go_on()
            owner = self._desk.owner
            call = self._moved(CallEvent.RETAKEN, seen=call, owner=owner, new_owner=owner)
        return call

    async def _send(self, call: Call) -> Call:
        with self._desk.workdir(call.model) as workdir:
            job = await self._in_time(self._remote.send(self._request_of(workdir), call.nonce))
        self._desk.reached("id seen")

        async def write() -> Call:
            return self._accepted(call, job.id)

        try:
            return await self._written(call, write, f"accepted as {job.id!r}")
        except StorageError:
            self._desk.rescue.keep_id(call.nonce, job.id)
            raise

    async def _in_time(self, request: Awaitable[Said]) -> Said:
        """Ends a request that takes too long in all, not only one whose bytes stop: the quiet period counts on it."""
        try:
            async with asyncio.timeout(self._profile.timeout_s):
                return await request
        except TimeoutError as problem:
            raise OutcomeUnknown(f"no answer in {self._profile.timeout_s:g} s") from problem

    async def _written(self, call: Call, write: Callable[[], Awaitable[Call]], what: str) -> Call:
        """Writes down what the provider said; a store that fails for a moment must not lose what was paid.

        Raises:
            StorageError: With what could not be written.
            Conflict: If somebody else has moved the call.
        """
        for failures in range(1, _TRIES + 1):
            try:
                return await write()
            except (StorageError, Conflict) as problem:
                if isinstance(problem, Conflict) and self._was_moved(call):
                    raise
                if failures == _TRIES:
                    raise StorageError(f"the call was {what}, and {problem}", hint=problem.hint) from problem
                await asyncio.sleep(back_off_s(failures))
        raise AssertionError("the loop returns or raises")

    def _was_moved(self, call: Call) -> bool:
        """Whether somebody else has moved the call; not as far as can be seen while the store fails."""
        with suppress(StorageError, Conflict):
            return self._now() != call
        return False

    async def _ask(self, call: Call) -> Call:
        """A call that is answered at once."""
        with self._desk.workdir(call.model) as workdir:
            with disk_faults(workdir, only_writing=True):
                made = Made.of(await self._in_time(verb_of(self._model)(self._request_of(workdir))))
            self._desk.reached("id seen")
            answer = Answer(replace(made, usage=self._settled(made.usage)))
            try:
                return await self._written(call, lambda: self._keep(call, answer, paid=True), "answered and paid")
            except StorageError:
                self._desk.rescue.keep_answer(call.nonce, answer)
                raise

    async def _resolve(self, call: Call) -> Call:
        """Finds out what became of an intent that somebody wrote and perhaps sent."""
        looks, failures = 0, 0
        while (call := self._now()).state is CallState.INTENT:
            self._must_go_on()
            age_s = self._desk.calls.age_s(self._key)
            quiet_left_s = self._profile.quiet_s + FENCE_S - age_s
            if self._is_anothers(call) and age_s <= self._profile.answer_s + FENCE_S:
                await asyncio.sleep(_LOOK_AGAIN_S)
                continue
            try:
                resolved = await self._resolved(call, quiet_left_s)
            except _MAY_PASS as problem:  # not being told is no sign that there is nothing
                failures += 1
                if failures >= _TRIES and quiet_left_s < 0:
                    raise
                await asyncio.sleep(max(back_off_s(failures), asked_wait_s(problem)))
                continue
            if resolved is not None:
                return resolved
            looks += 1
            await asyncio.sleep(min(_LOOK_AGAIN_S * looks, _LOOK_SELDOM_S, _LOOK_AGAIN_S + quiet_left_s))
        return call

    async def _resolved(self, call: Call, quiet_left_s: float) -> Call | None:
        """The intent moved on, if what became of it can be told by now."""
        profile = self._profile
        rescued = await self._rescued(call)
        if rescued is not None:
            return rescued
        if profile.is_remote and profile.idempotency:
            self._may_be_sent = True
            return self._retaken(call)
        if self._may_repeat(call):
            return self._repeated(call)
        found = await self._trace(call, is_quiet=quiet_left_s < 0)
        if found is not None:
            return self._accepted(call, found)
        if (profile.listing or profile.webhook_nonce) and quiet_left_s >= 0:
            return None
        if profile.listing:
            self._may_be_sent = False
            self._resent += 1
            if self._resent == _TRIES:
                raise Busy(f"{call.provider} has accepted none of {_TRIES} requests, and answered none of them")
            return self._retaken(call)
        return self._moved(CallEvent.LOST, seen=call)

    async def _rescued(self, call: Call) -> Call | None:
        """The call moved on by what its provider had said when the store failed."""
        match self._desk.rescue.find(call.nonce):
            case None:
                return None
            case str(remote_id):
                return self._accepted(call, remote_id)
            case answer:
                return await self._keep(call, answer, paid=True)

    def _is_anothers(self, call: Call) -> bool:
        return call.owner != self._desk.owner and self._desk.is_alive(call.owner)

    def _may_repeat(self, call: Call) -> bool:
        """Whether a call without an id is cheap enough to be asked once more."""
        if self._profile.is_remote or self._repeats:
            return False
        return (call.estimate_usd or Decimal(0)) <= self._desk.repeat_up_to_usd

    def _repeated(self, call: Call) -> Call:
        """The call as ours to send a second time; the first one stands on the books, since it may have been charged."""
        self._repeats += 1
        begun_s = clock_s()
        taken = self._desk.calls.repeat(self._intent, call)
        self._is_mine, self._may_be_sent, self._begun_s = True, False, begun_s
        return taken

    def _retaken(self, call: Call) -> Call:
        """The call as ours to send."""
        begun_s = clock_s()
        taken = self._moved(CallEvent.RETAKEN, seen=call, new_owner=self._desk.owner)
        self._is_mine, self._begun_s = True, begun_s
        return taken

    async def _trace(self, call: Call, *, is_quiet: bool) -> str | None:
        return await trace(self._desk.calls, self._model, call, self._request_of(Path()), is_quiet=is_quiet)

    async def _watch(self, call: Call) -> Call:
        """Asks how the call stands until it ends."""
        self._desk.reached("id stored")
        assert call.remote_id is not None, "it was accepted"
        card = self._model.card
        typical_s = self._desk.calls.typical_s(card.provider, card.model) or card.typical_s
        since_s = (datetime.now(UTC) - (call.submitted_at or call.intent_at)).total_seconds()
        started_s, polls, failures = clock_s() - max(0.0, since_s), 0, 0
        is_late = False
        while not is_late:
            elapsed_s = clock_s() - started_s
            wait_s = next_poll_s(elapsed_s, typical_s, polls) if not failures else back_off_s(failures)
            wait_s = wait_s if self._stop_asked_s is None else _LOOK_AGAIN_S
            await self._nap(wait_s)
            polls += 1
            if self._is_cancelled():
                await self._stop(call)
            try:
                job = await self._remote.look(call.remote_id)
            except Missing as problem:
                return self._broken(call, problem, None)
            except _MAY_PASS as problem:
                failures += 1
                is_late = failures >= _TRIES and elapsed_s > self._profile.max_job_s
                await asyncio.sleep(asked_wait_s(problem))
                continue
            failures = 0
            if job.state == "succeeded":
                return self._finished(call, job)
            if job.state in ("failed", "cancelled"):
                return self._broken(call, job.error or no_reason(job), job.usage)
            if job.progress is not None:
                self._desk.told(call, job.progress)
            is_late = elapsed_s > self._profile.max_job_s
        raise not_finished(call, self._profile.max_job_s)

    async def _stop(self, call: Call) -> None:
        """Has a call of a cancelled film stopped at its provider; what comes of it anyway is still waited for, briefly.

        Raises:
            Cancelled: If it cannot be stopped, or another film wants it: it goes on there, and is found on resuming.
        """
        assert call.remote_id is not None, "it was accepted"
        if self._stop_asked_s is None:
            self._stop_asked_s = clock_s()
            if self._profile.remote_cancel and not self._desk.calls.is_wanted(self._key):
                with suppress(ProviderError):
                    if await self._remote.cancel(call.remote_id):
                        return
            self._must_go_on()
        if clock_s() - self._stop_asked_s > _STOPPING_S:
            self._must_go_on()

    async def _nap(self, wait_s: float) -> None:
        """A long wait that ends when the film is cancelled."""
        ends_s = clock_s() + wait_s
        while (left_s := ends_s - clock_s()) > 0:
            if self._stop_asked_s is None and self._desk.is_stopped(self._intent.film_id):
                return
            await asyncio.sleep(min(left_s, _NAP_S))

    def _is_cancelled(self) -> bool:
        return self._desk.calls.is_cancelled(self._intent.film_id)

    def _must_go_on(self) -> None:
        if self._is_cancelled():
            raise cancelled_film(self._intent.film_id)

    def _finished(self, call: Call, job: RemoteJob) -> Call:
        self._desk.reached("end seen")
        finished = self._moved(CallEvent.FINISHED, seen=call, usage=self._settled(job.usage), output=job.output)
        self._desk.line.free(finished.provider)
        return finished

    def _broken(self, call: Call, problem: ReelwrightError, usage: Usage | None) -> Call:
        if usage is None:
            usage = self._expected() if self._profile.charges_failures else Usage()
        return self._moved(CallEvent.BROKEN, seen=call, usage=usage, error=problem.to_json())

    async def _fetch(self, call: Call) -> Call:
        """Downloads the result while the provider still has it."""
        self._desk.reached("before download")
        assert call.remote_id is not None, "it was accepted"
        job = RemoteJob(call.remote_id, "succeeded", output=call.output)
        for failures in range(1, _TRIES + 1):
            try:
                with self._desk.workdir(call.model) as workdir:
                    with disk_faults(workdir, only_writing=True):
                        made = Made.of(await self._remote.fetch(job, workdir))
                    return await self._keep(call, Answer(made), paid=False)
            except Missing as problem:
                gone = Missing(f"{problem}: it was paid, and is gone", hint="`reelwright resume` buys it again.")
                return self._moved(CallEvent.EXPIRED, seen=call, error=gone.to_json())
            except _MAY_PASS as problem:
                if failures == _TRIES:
                    raise
                await asyncio.sleep(max(back_off_s(failures), asked_wait_s(problem)))
        raise AssertionError("the loop returns or raises")

    async def _keep(self, call: Call, answer: Answer, *, paid: bool) -> Call:
        """Puts the file away and writes the answer down; ``paid``: its cost too, which is not on the books yet."""
        made, media = answer.made, self._desk.media
        if made.media is not None and answer.asset is None:
            putting = asyncio.to_thread(media.put, made.media.path, made.media.media_type, self._model.card.name)
            answer.asset = await to_its_end(putting)
        self._desk.reached("file stored")
        reply, usage = {"body": made.body, "notes": list(made.notes)}, made.usage if paid else None
        kept = self._moved(CallEvent.KEPT, seen=call, usage=usage, asset=answer.asset, reply=cast(Any, reply))
        self._desk.reached("kept")
        return kept

    async def _again_or_raise(self, call: Call) -> Call:
        """Tries a failure that may pass once more; raises any other."""
        await self._wait_or_raise(from_json(call.error or {}), call.provider)
        return await self._begin(again=call.nonce)

    async def _wait_or_raise(self, problem: ReelwrightError, provider: str) -> None:
        """Waits before the next try, or raises what will not pass, or has not in several tries."""
        self._tries += 1
        wait_s = asked_wait_s(problem) or back_off_s(self._tries)
        self._waited_s += wait_s
        waits = isinstance(problem, RateLimited) and self._waited_s <= _LONGEST_WAIT_S
        if not waits and not (
            isinstance(problem, Busy | TimedOut | ReplyUnreadable | OutcomeUnknown) and self._tries < _TRIES
        ):
            raise problem
        if isinstance(problem, RateLimited):
            self._desk.calls.pause(provider, wait_s)
        self._desk.line.free(provider)
        self._desk.waits(self._intent, problem, wait_s)
        await asyncio.sleep(wait_s)

    async def _resolve_or_raise(self, call: Call) -> Call:
        """Looks once more for a trace; without one a person must say what happened."""
        rescued = await self._rescued(call)
        if rescued is not None:
            return rescued
        with suppress(ProviderError):
            found = await self._trace(call, is_quiet=True)
            if found is not None:
                return self._accepted(call, found)
        raise nobody_can_tell(call)

    def _accepted(self, call: Call, remote_id: str) -> Call:
        return self._moved(CallEvent.ACCEPTED, seen=call, remote_id=remote_id)

    def _moved(self, what: CallEvent, **changes: Any) -> Call:
        call = self._desk.calls.move(self._key, what, **changes)
        if call.state not in (CallState.INTENT, CallState.UNKNOWN):
            with suppress(StorageError):  # the slot is read no more
                self._desk.rescue.forget(call.nonce)
        self._desk.moved(call)
        return call

    def _now(self) -> Call:
        return self._desk.calls.get(self._key)

    def _settled(self, told: Usage | None) -> Usage:
        return settled(self._model.card, self._request_of(Path()), told)

    def _expected(self) -> Usage:
        card = self._model.card
        return price_of(card, expected_of(card, units_of(self._request_of(Path()))), CostSource.ESTIMATE)

    @property
    def _remote(self) -> RemoteModel:
        assert isinstance(self._model, RemoteModel), f"{self._model.card.name} says that it is remote, and is not"
        return self._model

    _moves: ClassVar[dict[CallState, Callable[["PaidCall", Call], Awaitable[Call]]]] = {
        CallState.INTENT: _send_or_resolve,
        CallState.SUBMITTED: _watch,
        CallState.SUCCEEDED: _fetch,
        CallState.FAILED: _again_or_raise,
        CallState.UNKNOWN: _resolve_or_raise,
    }
