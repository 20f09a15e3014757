"""One paid call on its way from intent to result. Each state has one method, which moves it to the next.

The order of writing and sending is what the promise rests on: the intent and its money before anything is sent, the
provider's id before the first question, the file before the word that it is kept. Decision record 0018.
"""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar, cast

from reelwright.errors import (
    BadInput,
    Busy,
    Cancelled,
    CapabilityError,
    Conflict,
    Missing,
    OutcomeUnknown,
    ProviderError,
    RateLimited,
    ReelwrightError,
    ReplyUnreadable,
    RunFailed,
    TimedOut,
    from_json,
)
from reelwright.film.call import Call, CallEvent, CallState
from reelwright.film.money import CostSource, Usage
from reelwright.keepers import MediaStore
from reelwright.ports import Model, RemoteJob, RemoteModel
from reelwright.store.calls import CallStore, Intent, Wait
from reelwright.workflows.line import Line
from reelwright.workflows.polling import next_poll_s
from reelwright.workflows.pricing import price_of, settled, units_of
from reelwright.workflows.recipes import Made, verb_of

FENCE_S = 0.5
"""Who was stopped for longer between writing the intent and sending looks again whether the call is still his."""
_LOOK_AGAIN_S = 0.2
_CLOCKS_APART = timedelta(minutes=2)
_TRIES = 5
"""How often a definite failure that may pass is tried again; waits that the provider asks for are not counted."""
_LONGEST_WAIT_S = 600.0
"""The longest that a provider may make us wait in all for one call."""


@dataclass(frozen=True)
class Desk:
    """What every paid call works with."""

    calls: CallStore
    media: MediaStore
    line: Line
    owner: str
    """This process, as the ledger names it."""
    workdir: Callable[[str], AbstractContextManager[Path]]
    is_alive: Callable[[str], bool]
    """Whether the process of an owner may still be at work."""
    may_send: Callable[[], bool]
    """Whether this process still holds its lease."""
    repeat_up_to_usd: Decimal
    """A call without an id whose reply was lost is repeated once when it costs no more than this."""
    reached: Callable[[str], None]
    """Told at every boundary; tests die there."""
    told: Callable[[Call, float], None]
    """Told the progress of a call, 0 to 1."""


class PaidCall:
    """One paid call.

    Args:
        desk: What it works with.
        model: Who makes it.
        intent: What is wanted.
        request_of: The request, with the folder that its files go to.
    """

    def __init__(self, desk: Desk, model: Model, intent: Intent, request_of: Callable[[Path], Any]) -> None:
        self._desk, self._model, self._intent, self._request_of = desk, model, intent, request_of
        self._key, self._profile = intent.key, model.card.profile
        self._is_mine = False
        self._begun_s = 0.0
        self._tries = 0
        self._waited_s = 0.0

    async def run(self) -> Call:
        """Brings the call to its end, wherever it stands.

        Raises:
            OverBudget: If its price does not fit; nothing was sent.
            OutcomeUnknown: If nobody can tell whether it was accepted; it is never sent again without a person.
            ProviderError: Its definite failure.
        """
        self._desk.reached("before intent")
        call = await self._begin()
        try:
            while call.state is not CallState.STORED:
                call = await self._moves[call.state](self, call)
        finally:
            self._desk.line.free(call.provider)
        return call

    async def _begin(self, *, again: bool = False) -> Call:
        provider = self._intent.provider
        async with self._desk.line.first(provider):
            while isinstance(begun := self._desk.calls.begin(self._intent, again=again), Wait):
                await self._desk.line.freed(provider, begun.seconds)
        self._is_mine, self._begun_s = begun.is_mine, _clock_s()
        return begun.call

    async def _send_or_resolve(self, call: Call) -> Call:
        if not self._is_mine:
            return await self._resolve(call)
        self._is_mine = False
        self._desk.reached("intent written")
        try:
            self._pass_fence()
        except Conflict:
            return self._now()
        try:
            return await (self._send(call) if self._profile.is_remote else self._ask(call))
        except (OutcomeUnknown, TimedOut, ReplyUnreadable):
            return self._now()  # an intent that is not ours any more: resolved like one that a dead process left
        except (ProviderError, CapabilityError, BadInput) as problem:
            return self._moved(CallEvent.REJECTED, error=problem.to_json())

    def _pass_fence(self) -> None:
        """Makes sure that the call is still ours, right before it is sent."""
        while _clock_s() - self._begun_s > FENCE_S or not self._desk.may_send():
            self._begun_s = _clock_s()
            if not self._desk.may_send():
                raise Conflict("this process has lost its lease")
            self._moved(CallEvent.RETAKEN, owner=self._desk.owner, new_owner=self._desk.owner)

    async def _send(self, call: Call) -> Call:
        with self._desk.workdir(call.model) as workdir:
            job = await self._remote.send(self._request_of(workdir), call.nonce)
        self._desk.reached("id seen")
        return self._accepted(job.id)

    async def _ask(self, call: Call) -> Call:
        """A call that is answered at once."""
        with self._desk.workdir(call.model) as workdir:
            made = Made.of(await verb_of(self._model)(self._request_of(workdir)))
            self._desk.reached("id seen")
            return self._keep(made, self._settled(made.usage))

    async def _resolve(self, call: Call) -> Call:
        """Finds out what became of an intent that somebody wrote and perhaps sent."""
        while (call := self._now()).state is CallState.INTENT:
            age_s = self._desk.calls.age_s(self._key)
            if self._is_anothers(call) and age_s < self._profile.quiet_s:
                await asyncio.sleep(_LOOK_AGAIN_S)
                continue
            if self._profile.idempotency or self._may_repeat(call):
                return self._retaken(call)
            found = await self._trace(call)
            if found is not None:
                return self._accepted(found)
            leaves_traces = self._profile.listing or self._profile.webhook_nonce
            if leaves_traces and age_s <= self._profile.quiet_s:
                await asyncio.sleep(min(1.0, _LOOK_AGAIN_S + self._profile.quiet_s - age_s))
                continue
            if self._profile.listing:
                return self._retaken(call)
            return self._moved(CallEvent.LOST)
        return call

    def _is_anothers(self, call: Call) -> bool:
        return call.owner != self._desk.owner and self._desk.is_alive(call.owner)

    def _may_repeat(self, call: Call) -> bool:
        """Whether a call without an id is cheap enough to be asked once more."""
        if self._profile.is_remote or self._tries:
            return False
        self._tries += 1
        return (call.estimate_usd or Decimal(0)) <= self._desk.repeat_up_to_usd

    def _retaken(self, call: Call) -> Call:
        """The call as ours to send, unless somebody else was faster."""
        try:
            taken = self._moved(CallEvent.RETAKEN, owner=call.owner, new_owner=self._desk.owner)
        except Conflict:
            return self._now()
        self._is_mine, self._begun_s = True, _clock_s()
        return taken

    async def _trace(self, call: Call) -> str | None:
        """The provider's id of a call that was accepted, if the provider shows it."""
        calls, profile = self._desk.calls, self._profile
        reported = calls.webhook_id(call.nonce) if profile.webhook_nonce else None
        if reported is not None or not profile.listing:
            return reported
        try:
            listed = await self._remote.listing(call.intent_at - _CLOCKS_APART)
        except ProviderError:
            return None
        taken = calls.adopted(call.provider)
        request = self._request_of(Path())
        own = [job for job in listed if job.id not in taken]
        for job in own:
            if job.nonce == call.nonce:
                return job.id
        return next((job.id for job in own if not job.nonce and self._remote.made_for(request, job)), None)

    async def _watch(self, call: Call) -> Call:
        """Asks how the call stands until it ends."""
        self._desk.reached("id stored")
        assert call.remote_id is not None, "it was accepted"
        card = self._model.card
        typical_s = self._desk.calls.typical_s(card.provider, card.model) or card.typical_s
        since_s = (datetime.now(UTC) - (call.submitted_at or call.intent_at)).total_seconds()
        started_s, polls, failures = _clock_s() - max(0.0, since_s), 0, 0
        while (elapsed_s := _clock_s() - started_s) < self._profile.max_job_s:
            wait_s = next_poll_s(elapsed_s, typical_s, polls) if not failures else _back_off_s(failures)
            await asyncio.sleep(wait_s)
            polls += 1
            try:
                job = await self._remote.look(call.remote_id)
            except Missing as problem:
                return self._broken(problem, None)
            except (Busy, RateLimited, TimedOut, ReplyUnreadable) as problem:
                failures += 1
                await asyncio.sleep(_asked_wait_s(problem))
                continue
            failures = 0
            if job.state == "succeeded":
                return self._finished(job)
            if job.state in ("failed", "cancelled"):
                return self._broken(job.error or _no_reason(job), job.usage)
            if job.progress is not None:
                self._desk.told(call, job.progress)
        raise TimedOut(
            f"{call.provider}:{call.model} has not finished {call.remote_id!r} in {self._profile.max_job_s:g} s",
            hint="`reelwright resume` goes on waiting for it; nothing is sent again.",
        )

    def _finished(self, job: RemoteJob) -> Call:
        self._desk.reached("end seen")
        finished = self._moved(CallEvent.FINISHED, usage=self._settled(job.usage), output=job.output)
        self._desk.line.free(finished.provider)
        return finished

    def _broken(self, problem: ReelwrightError, usage: Usage | None) -> Call:
        if usage is None:
            usage = self._expected() if self._profile.charges_failures else Usage()
        return self._moved(CallEvent.BROKEN, usage=usage, error=problem.to_json())

    async def _fetch(self, call: Call) -> Call:
        """Downloads the result while the provider still has it."""
        self._desk.reached("before download")
        assert call.remote_id is not None, "it was accepted"
        job = RemoteJob(call.remote_id, "succeeded", output=call.output)
        for failures in range(1, _TRIES + 1):
            try:
                with self._desk.workdir(call.model) as workdir:
                    return self._keep(Made.of(await self._remote.fetch(job, workdir)), None)
            except Missing as problem:
                gone = Missing(f"{problem}: it was paid, and is gone", hint="`reelwright resume` buys it again.")
                return self._moved(CallEvent.EXPIRED, error=gone.to_json())
            except (Busy, RateLimited, TimedOut, ReplyUnreadable) as problem:
                if failures == _TRIES:
                    raise
                await asyncio.sleep(max(_back_off_s(failures), _asked_wait_s(problem)))
        raise AssertionError("the loop returns or raises")

    def _keep(self, made: Made, usage: Usage | None) -> Call:
        name = self._model.card.name
        asset = self._desk.media.put(made.media.path, made.media.media_type, name) if made.media else None
        self._desk.reached("file stored")
        reply = {"body": made.body, "notes": list(made.notes)}
        kept = self._moved(CallEvent.KEPT, usage=usage, asset=asset, reply=cast(Any, reply))
        self._desk.reached("kept")
        return kept

    async def _again_or_raise(self, call: Call) -> Call:
        """Tries a failure that may pass once more; raises any other."""
        problem = from_json(call.error or {})
        self._tries += 1
        wait_s = _asked_wait_s(problem) or _back_off_s(self._tries)
        self._waited_s += wait_s
        waits = isinstance(problem, RateLimited) and self._waited_s <= _LONGEST_WAIT_S
        if not waits and not (isinstance(problem, Busy) and self._tries < _TRIES):
            raise problem
        if isinstance(problem, RateLimited):
            self._desk.calls.pause(call.provider, wait_s)
        self._desk.line.free(call.provider)
        await asyncio.sleep(wait_s)
        return await self._begin(again=True)

    async def _resolve_or_raise(self, call: Call) -> Call:
        """Looks once more for a trace; without one a person must say what happened."""
        found = await self._trace(call)
        if found is not None:
            return self._accepted(found)
        raise OutcomeUnknown(
            f"nobody can tell whether {call.provider}:{call.model} accepted the call of {call.intent_at:%Y-%m-%d %H:%M}"
            f" UTC for ${call.estimate_usd or 0:f}; it is not sent again, and its money stays set aside",
            hint=f"Look at the provider's page, then `reelwright calls settle {call.key[:12]}` with --not-charged,"
            " --charged or --remote-id ID, and `reelwright resume`.",
            call=call.key,
        )

    def _accepted(self, remote_id: str) -> Call:
        return self._moved(CallEvent.ACCEPTED, remote_id=remote_id)

    def _moved(self, what: CallEvent, **changes: Any) -> Call:
        return self._desk.calls.move(self._key, what, **changes)

    def _now(self) -> Call:
        return self._desk.calls.get(self._key)

    def _settled(self, told: Usage | None) -> Usage:
        return settled(self._model.card, self._request_of(Path()), told)

    def _expected(self) -> Usage:
        return price_of(self._model.card, units_of(self._request_of(Path())), CostSource.ESTIMATE)

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


def _clock_s() -> float:
    """A clock that goes on while the machine sleeps, where the system has one."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()


def _back_off_s(failures: int) -> float:
    """Half a second, doubled with each failure up to 30 s, less up to a half at random so that not all come at once."""
    return min(30.0, 0.5 * 2 ** (failures - 1)) * random.uniform(0.5, 1.0)


def _asked_wait_s(problem: ReelwrightError) -> float:
    """What the provider asked us to wait, in seconds; 0 when it did not."""
    asked = problem.details.get("retry_after_s")
    return float(asked) if isinstance(asked, int | float) and not isinstance(asked, bool) else 0.0


def _no_reason(job: RemoteJob) -> ReelwrightError:
    if job.state == "cancelled":
        return Cancelled("it was cancelled at the provider")
    return RunFailed("the provider gave no reason")
