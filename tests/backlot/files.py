"""The output host: another port, where finished files are fetched without a key."""

import asyncio
import re
from dataclasses import replace

from tests.backlot.account import Account
from tests.backlot.books import Leak
from tests.backlot.faults import disturbed
from tests.backlot.floor import Job, now
from tests.backlot.media import EXTENSIONS, make
from tests.backlot.wire import Call, Outcome, Reply, failure

_RANGE = re.compile(r"bytes=(\d*)-(\d*)")


async def answer(account: Account, call: Call) -> Outcome:
    """The reply to ``GET /files/{job}.{extension}``, or 400 and a leak on record if a key came with it."""
    if "authorization" in call.headers:
        account.keeper.leaks.append(Leak(at=now(), path=call.path))
        return failure(400, "key_leaked", "this host takes no keys")
    account.keeper.counts["file"] += 1
    name, _, extension = call.path.removeprefix("/files/").partition(".")
    job = account.jobs.get(name)
    if call.method not in ("GET", "HEAD") or job is None or extension != EXTENSIONS[job.order.kind]:
        return failure(404, "not_found", f"there is no file {call.path!r}")
    account.keeper.downloads[job.id] += 1
    return await disturbed(account.plan.take("file", job.order), lambda: _fetch(account, call, job))


async def _fetch(account: Account, call: Call, job: Job) -> Reply:
    moment = account.advance()
    if job.status != "succeeded" or job.finished_at is None:
        return failure(404, "not_found", "the job has no file")
    if moment > job.finished_at + account.profile.result_ttl_s:
        return failure(410, "gone", "the file has expired")
    content = await asyncio.to_thread(make, job.order)
    whole = Reply(200, content.body, content.content_type, {"Accept-Ranges": "bytes"})
    return _part(whole, call.headers["range"]) if "range" in call.headers else whole


def _part(whole: Reply, asked: str) -> Reply:
    """One range of the file; 416 if it lies outside, and the whole file if the header cannot be read."""
    found = _RANGE.fullmatch(asked)
    if found is None or found.group(1) == found.group(2) == "":
        return whole
    length = len(whole.body)
    first, last = found.groups()
    start = int(first) if first else max(0, length - int(last))
    stop = min(length, int(last) + 1) if first and last else length
    if start >= stop:
        return replace(failure(416, "range", "outside the file"), headers={"Content-Range": f"bytes */{length}"})
    headers = {**whole.headers, "Content-Range": f"bytes {start}-{stop - 1}/{length}"}
    return replace(whole, status=206, body=whole.body[start:stop], headers=headers)
