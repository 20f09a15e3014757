"""The generation API: create, poll, list, cancel, and the calls that answer with their result."""

import asyncio
import base64
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from pydantic import ValidationError
from tests.backlot.account import Account
from tests.backlot.faults import disturbed
from tests.backlot.floor import Job, iso, moment_of
from tests.backlot.media import BadOrder, check, make, text_of
from tests.backlot.profile import Door, Fault, Order
from tests.backlot.wire import Call, Drop, Outcome, Reply, failure, told

PAGE = 50
_POLICY = ("content_policy", "the order goes against the content policy")
_WIPED = failure(503, "unavailable", "the account was reset")


async def answer(account: Account, call: Call) -> Outcome:
    """The reply to a request whose key was right."""
    match call.method, call.path.strip("/").split("/"):
        case "POST", ["v1", "jobs"]:
            return await _order(account, call, "create")
        case "POST", ["v1", "sync"]:
            return await _order(account, call, "sync")
        case "GET", ["v1", "jobs"]:
            account.keeper.counts["list"] += 1
            return await disturbed(account.plan.take("list"), lambda: _list(account, call))
        case "GET", ["v1", "jobs", name]:
            return await _named(account, name, "poll", _poll)
        case "POST", ["v1", "jobs", name, "cancel"]:
            return await _named(account, name, "cancel", _cancel)
        case _:
            return failure(404, "not_found", f"nothing answers {call.method} {call.path}")


async def _named(account: Account, name: str, door: Door, act: Callable[[Account, Job], Awaitable[Reply]]) -> Outcome:
    account.keeper.counts[door] += 1
    job = account.jobs.get(name)
    if job is None or job.sync:
        return failure(404, "not_found", f"there is no job {name!r}")
    fault = account.plan.take(door, job.order)
    if door == "poll":
        moment = account.advance()
        account.keeper.polls[name].append(moment)
        if fault is None and job.finished_at is not None:
            account.keeper.end_told_at.setdefault(name, moment)
    return await disturbed(fault, lambda: act(account, job))


async def _poll(account: Account, job: Job) -> Reply:
    return told(await account.view(job))


async def _cancel(account: Account, job: Job) -> Reply:
    account.advance()
    if not account.profile.remote_cancel:
        return failure(404, "not_found", "this provider cannot cancel")
    if job.finished_at is not None:
        return failure(409, "already_finished", f"the job is {job.status}")
    account.cancel(job)
    return told(await account.view(job))


async def _list(account: Account, call: Call) -> Reply:
    profile, moment = account.profile, account.advance()
    if not profile.listing:
        return failure(404, "not_found", "this provider has no listing")
    try:
        after = iso(moment_of(call.query.get("after") or iso(0)))  # compared as told: to the microsecond
        below = int(call.query.get("cursor") or len(account.jobs))
    except ValueError:
        return failure(422, "invalid", f"'after' must be an ISO time and 'cursor' one of ours; got {dict(call.query)}")

    def shown(job: Job) -> bool:
        since = job.accepted_at if profile.listing_shows_running else job.finished_at
        listed = since is not None and since + profile.listing_lag_s <= moment
        return listed and not job.sync and job.number < below and iso(job.accepted_at) >= after

    found = [job for job in reversed(account.jobs.values()) if shown(job)]
    entries: list[dict[str, Any]] = []
    for job in found[:PAGE]:
        entries.append({**await account.view(job), "input": job.order.input, "webhook": job.order.webhook})
    cursor = str(found[PAGE - 1].number) if len(found) > PAGE else None
    return told({"results": entries, "next_cursor": cursor})


def _read(call: Call) -> Order | Reply:
    try:
        order = Order.model_validate_json(call.body)
        check(order)
    except ValidationError as problem:
        first = problem.errors()[0]
        return failure(422, "invalid", f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}")
    except BadOrder as problem:
        return failure(422, "invalid", str(problem))
    if order.webhook is not None and not order.webhook.startswith(("http://127.0.0.1:", "http://localhost:")):
        return failure(422, "invalid", f"webhook {order.webhook!r} is not on this machine")
    return order


async def _order(account: Account, call: Call, door: Door) -> Outcome:
    account.keeper.counts[door] += 1
    order = _read(call)
    if isinstance(order, Reply):
        return order
    fault = account.plan.take(door, order)
    if fault is not None and fault.fault == "refused" and fault.at == "create":
        return failure(400, *_POLICY)
    if fault is not None and fault.fault == "late_accept":
        begun = _accept(account, call, order, door, fault)
        return begun if isinstance(begun, Reply) else Drop()

    async def act() -> Reply:
        begun = _accept(account, call, order, door, fault)
        if isinstance(begun, Reply):
            return begun
        task, fresh = begun
        await asyncio.wait([task])
        if task.cancelled():
            return _WIPED
        job = task.result()
        if door == "create":
            reply = told({"id": job.id, "status": job.status, "created_at": iso(job.accepted_at)}, 201)
        else:
            reply = await _finished(account, job)
        return reply if fresh else replace(reply, headers={**reply.headers, "Idempotent-Replayed": "true"})

    return await disturbed(fault, act)


def _accept(
    account: Account, call: Call, order: Order, door: Door, fault: Fault | None
) -> "tuple[asyncio.Task[Job], bool] | Reply":
    """The acceptance under way and whether it is a new one, or why there is none."""
    key = call.headers.get("idempotency-key")
    if account.profile.idempotency and key is not None and key in account.acceptances:
        known, task = account.acceptances[key]
        if known != order.input_hash:
            return failure(422, "idempotency_mismatch", "this key was used with another order")
        return task, False
    refusal = account.refusal()
    if refusal is not None:
        return refusal
    late_s = fault.seconds if fault is not None and fault.fault == "late_accept" else 0.0
    fails_with = None
    if fault is not None and fault.fault == "refused":
        fails_with = _POLICY
    elif fault is not None and fault.fault == "failed_run":
        fails_with = (fault.code or "run_failed", "the model crashed; the run is charged")
    return account.begin(order, key, sync=door == "sync", late_s=late_s, fails_with=fails_with), True


async def _finished(account: Account, job: Job) -> Reply:
    await job.over.wait()
    if job.finished_at is None:
        return _WIPED
    if job.fails_with is not None:
        return failure(400 if job.fails_with == _POLICY else 500, *job.fails_with)
    order = job.order
    body: dict[str, Any] = {"id": job.id, "model": order.model}
    if order.kind == "text":
        body["text"] = text_of(order)
        body["usage"] = {"input_tokens": len(order.text) // 4, "output_tokens": len(body["text"]) // 4}
    else:
        content = await asyncio.to_thread(make, order)
        body["content"] = base64.b64encode(content.body).decode()
        body["content_type"] = content.content_type
        body["usage"] = {"bytes": len(content.body)}
    if account.profile.reports_cost:
        body["cost_usd"] = str(job.price_usd)
    return told(body)
