"""Mischief: which planned fault a request meets, and what it does to the answer."""

import asyncio
import json
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from tests.backlot.profile import MAKING, Door, Fault, Order
from tests.backlot.wire import Drop, Outcome, Reply, failure

_PAGE = b"<!doctype html><html><body><h1>502 Bad Gateway</h1><p>Please come back later.</p></body></html>"
Act = Callable[[], Awaitable[Reply]]


class FaultPlan:
    """An ordered list of faults, used up as they happen."""

    def __init__(self, faults: tuple[Fault, ...] = ()) -> None:
        self.faults = list(faults)
        self.fired: Counter[str] = Counter()

    def take(self, door: Door, order: Order | None = None) -> Fault | None:
        """The first planned fault that fits, counted down."""
        text = "" if order is None else order.text
        for place, fault in enumerate(self.faults):
            if fault.on == door and fault.match in text:
                if fault.times == 1:
                    del self.faults[place]
                elif fault.times is not None:
                    self.faults[place] = fault.model_copy(update={"times": fault.times - 1})
                self.fired[f"{door} {fault.fault}"] += 1
                return fault
        return None


def page() -> Reply:
    """A proxy's error page that calls itself a success."""
    return Reply(200, _PAGE, "text/html; charset=utf-8")


def too_many(retry_after_s: float | None, *, code: str = "rate_limited", text: str | None = None) -> Reply:
    """A 429. ``text`` is the header where it differs from the number of seconds."""
    facts = {} if retry_after_s is None else {"retry_after_s": retry_after_s}
    reply = failure(429, code, "too many requests", **facts)
    if retry_after_s is None:
        return reply
    return replace(reply, headers={**reply.headers, "Retry-After": text or f"{retry_after_s:g}"})


def _mislabelled() -> Reply:
    return failure(200, "upstream_error", "the model's host returned an error")


def _stated(fault: Fault) -> Reply:
    return failure(fault.status, fault.code or "error", "as planned")


_INSTEAD: dict[str, Callable[[Fault], Outcome]] = {
    "429": lambda fault: too_many(fault.retry_after_s),
    "500_before": lambda fault: failure(500, "internal_error", "nothing was accepted"),
    "status": _stated,
    "reset": lambda fault: Drop(reset=True),
    "html_200": lambda fault: page(),
    "error_in_200": lambda fault: _mislabelled(),
    "malformed_json": lambda fault: Reply(200, b'{"id": "job_'),
}
"""Faults that answer without doing anything."""


def _reworded(reply: Reply, **facts: Any) -> Reply:
    told: dict[str, Any] = json.loads(reply.body)
    return replace(reply, body=json.dumps({**told, **facts}).encode())


_AFTER: dict[str, Callable[[Fault, Reply], Outcome]] = {
    "503_after": lambda fault, reply: failure(503, "unavailable", "try again later"),
    "lost_response": lambda fault, reply: Drop(),
    "malformed_json": lambda fault, reply: replace(reply, body=reply.body[: len(reply.body) // 2]),
    "html_200": lambda fault, reply: page(),
    "error_in_200": lambda fault, reply: _mislabelled(),
    "unknown_status": lambda fault, reply: _reworded(reply, status=fault.code or "aborted", output=None),
    "truncated_file": lambda fault, reply: replace(reply, sent=len(reply.body) // 2),
    "wrong_type_file": lambda fault, reply: replace(reply, body=_PAGE),
    "expired_file": lambda fault, reply: failure(410, "gone", "the file has expired"),
    "slow_file": lambda fault, reply: replace(reply, over_s=fault.seconds),
}
"""Faults that do what was asked, and then tell it wrongly or not at all."""


async def disturbed(fault: Fault | None, act: Act) -> Outcome:
    """What the client gets for a request that meets this fault; ``act`` does what was asked and words the answer."""
    if fault is None:
        return await act()
    if fault.fault == "hang":
        return await _hung(fault, act)
    goes_through = fault.accepts or fault.fault not in _INSTEAD
    if not goes_through:
        return _INSTEAD[fault.fault](fault)
    reply = await act()
    twisted = fault.fault in _AFTER and (reply.status < 400 or fault.fault in ("503_after", "lost_response"))
    if not twisted:
        return reply
    return _AFTER[fault.fault](fault, reply)


async def _hung(fault: Fault, act: Act) -> Outcome:
    """Holds the line. An order that is not accepted is then dropped, all else is answered late."""
    if fault.accepts:
        reply = await act()
        await asyncio.sleep(fault.seconds)
        return reply
    await asyncio.sleep(fault.seconds)
    return Drop() if fault.on in MAKING else await act()
