"""One client's account: its jobs, charges, limits and keys. A reset puts a new account in the place of the old one."""

import asyncio
import json
import math
from collections import deque
from collections.abc import Coroutine
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.backlot.books import BookKeeper, Books, charge_of
from tests.backlot.faults import FaultPlan, too_many
from tests.backlot.floor import Floor, Job, iso, lasting, now
from tests.backlot.media import EXTENSIONS, make
from tests.backlot.profile import Order, Profile
from tests.backlot.wire import Reply, post

_WEBHOOK_WAITS_S = (0.0, 0.1, 0.3, 1.0)


class Account:
    """All that a reset forgets. Everything happens on the event loop, so nothing here is locked."""

    def __init__(self, profile: Profile, books: Path | None, files_url: str) -> None:
        self.profile = profile
        self.plan = FaultPlan()
        self.keeper = BookKeeper(books)
        self.floor = Floor(profile.max_running)
        self.jobs: dict[str, Job] = {}
        self.acceptances: dict[str, tuple[str, asyncio.Task[Job]]] = {}
        self.news = asyncio.Event()
        """Set when the next end of a job may have moved."""
        self._files_url = files_url
        self._begun: deque[float] = deque()
        self._accepting = 0
        self._tasks: set[asyncio.Task[Any]] = set()

    def close(self) -> None:
        """Ends this account: late acceptances and webhooks that are still due never happen."""
        for task in self._tasks:
            task.cancel()
        for job in self.jobs.values():
            job.over.set()
        self.keeper.close()

    def set_profile(self, profile: Profile) -> None:
        """Changes the behaviour from now on; jobs that run keep their length."""
        self.profile = profile
        self.floor.max_running = profile.max_running
        self.advance()
        self.news.set()

    def advance(self) -> float:
        """Lets the clock take effect; returns the moment."""
        moment = now()
        for job in self.floor.advance(moment):
            self.keeper.write("end", job)
            self.send_webhook("completed", job)
        return moment

    def refusal(self) -> Reply | None:
        """Why no further order is taken now: the rate limit, or too many running."""
        moment = self.advance()
        profile = self.profile
        busy = self.floor.running + self.floor.queued + self._accepting
        if profile.refuse_over_running and profile.max_running is not None and busy >= profile.max_running:
            return too_many(None, code="concurrent_requests_limit")
        limit = profile.rate_limit
        if limit is None:
            return None
        while self._begun and self._begun[0] <= moment - limit.period_s:
            self._begun.popleft()
        if len(self._begun) < limit.starts:
            return None
        wait_s = round(self._begun[0] + limit.period_s - moment + 0.001, 3)
        return too_many(wait_s, text=str(math.ceil(wait_s)) if profile.whole_retry_after else None)

    def begin(
        self, order: Order, key: str | None, *, sync: bool, late_s: float, fails_with: tuple[str, str] | None
    ) -> "asyncio.Task[Job]":
        """Takes an order that was not refused; it is charged ``accept_delay_s + late_s`` from now, come what may."""
        self._begun.append(now())
        self._accepting += 1
        task = self.run(self._accept(order, key, now(), sync=sync, late_s=late_s, fails_with=fails_with))
        if key is not None and self.profile.idempotency:
            self.acceptances[key] = (order.input_hash, task)
        return task

    async def _accept(
        self,
        order: Order,
        key: str | None,
        received_at: float,
        *,
        sync: bool,
        late_s: float,
        fails_with: tuple[str, str] | None,
    ) -> Job:
        try:
            await asyncio.sleep(self.profile.accept_delay_s + late_s)
        finally:
            self._accepting -= 1
        job = Job(
            order=order,
            number=len(self.jobs),
            received_at=received_at,
            accepted_at=self.advance(),
            lasts_s=lasting(order, self.profile),
            price_usd=self.profile.price_of(order.kind),
            idempotency_key=key,
            sync=sync,
            fails_with=fails_with,
        )
        self.jobs[job.id] = job
        self.floor.add(job)
        self.keeper.write("charge", job)
        self.send_webhook("start", job)
        self.news.set()
        return job

    def cancel(self, job: Job) -> None:
        """Stops a job that is not over."""
        self.floor.cancel(job, now())
        self.keeper.write("cancel", job)
        self.send_webhook("completed", job)
        self.news.set()

    async def view(self, job: Job) -> dict[str, Any]:
        """The job as the API tells it, files made if it has succeeded."""
        moment = now()
        order = job.order
        body: dict[str, Any] = {
            "id": job.id,
            "kind": order.kind,
            "model": order.model,
            "status": job.status,
            "progress": job.progress(moment),
            "created_at": iso(job.accepted_at),
            "started_at": None if job.started_at is None else iso(job.started_at),
            "finished_at": None if job.finished_at is None else iso(job.finished_at),
            "output": None,
            "error": None,
        }
        if job.finished_at is not None and self.profile.reports_cost:
            body["cost_usd"] = "0" if job.refunded else str(job.price_usd)
        if job.status == "failed" and job.fails_with is not None:
            body["error"] = {"code": job.fails_with[0], "message": job.fails_with[1]}
        if job.status == "succeeded" and job.finished_at is not None:
            if job.size is None:
                job.size = len((await asyncio.to_thread(make, order)).body)
            address = f"{self._files_url}/files/{job.id}.{EXTENSIONS[order.kind]}"
            expires_at = iso(job.finished_at + self.profile.result_ttl_s)
            body["output"] = {"url": address, "size": job.size, "expires_at": expires_at}
        return body

    def books(self) -> Books:
        """The books as they stand."""
        self.advance()
        keeper, jobs = self.keeper, list(self.jobs.values())
        charges = tuple(charge_of(job) for job in jobs)
        return Books(
            charges=charges,
            total_usd=sum((charge.amount_usd for charge in charges if not charge.refunded), start=Decimal(0)),
            counts=dict(keeper.counts),
            answers=dict(keeper.answers),
            polls={job: tuple(moments) for job, moments in keeper.polls.items()},
            end_told_at=keeper.end_told_at,
            downloads=dict(keeper.downloads),
            peak_running=self.floor.peak_running,
            running=self.floor.running,
            queued=self.floor.queued,
            starts=tuple(sorted(job.started_at for job in jobs if job.started_at is not None)),
            key_leaks=tuple(keeper.leaks),
            faults_left=tuple(self.plan.faults),
            faults_fired=dict(self.plan.fired),
        )

    def send_webhook(self, event: str, job: Job) -> None:
        """Tells the address that came with the order, if the profile does so."""
        if self.profile.webhook and job.order.webhook is not None and not job.sync:
            self.run(self._tell(event, job, job.order.webhook))

    async def _tell(self, event: str, job: Job, address: str) -> None:
        fault = self.plan.take("webhook", job.order)
        if fault is not None and fault.fault == "lost":
            return
        body = json.dumps({"event": event, "job": await self.view(job)}).encode()
        if fault is not None and fault.fault == "hang":
            await asyncio.sleep(fault.seconds)
        for _ in range(2 if fault is not None and fault.fault == "twice" else 1):
            await self._deliver(address, body)

    async def _deliver(self, address: str, body: bytes) -> None:
        for wait_s in _WEBHOOK_WAITS_S:
            await asyncio.sleep(wait_s)
            try:
                status = await post(address, body)
            except OSError:
                status = 0
            delivered = 200 <= status < 300
            self.keeper.counts["webhook_delivered" if delivered else "webhook_failed"] += 1
            if delivered:
                return

    def run(self, work: Coroutine[Any, Any, Any]) -> "asyncio.Task[Any]":
        """Runs something that outlives its request, but not the account."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task
