"""Jobs and when they run: computed from the clock, no thread or timer per job."""

import asyncio
import heapq
import random
import secrets
import time
from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from typing import Literal

from tests.backlot.profile import Order, Profile

Status = Literal["queued", "running", "succeeded", "failed", "canceled"]
_ORIGIN = time.time() - time.monotonic()


def now() -> float:
    """Seconds since 1970, UTC; never steps back while the server lives."""
    return _ORIGIN + time.monotonic()


def iso(moment: float) -> str:
    """The moment as real providers write it: ``2026-11-21T11:02:03.004005Z``."""
    return datetime.fromtimestamp(moment, UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def moment_of(text: str) -> float:
    """The moment an ISO time means, UTC unless it says otherwise.

    Raises:
        ValueError: If it is no ISO time.
    """
    moment = datetime.fromisoformat(text)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


@dataclass(eq=False)
class Job:
    """An accepted, charged order."""

    order: Order
    number: int
    received_at: float
    accepted_at: float
    lasts_s: float
    price_usd: Decimal
    idempotency_key: str | None = None
    sync: bool = False
    fails_with: tuple[str, str] | None = None
    """Code and message of the failure this job will end in."""
    id: str = field(default_factory=lambda: f"job_{secrets.token_hex(8)}")
    status: Status = "queued"
    started_at: float | None = None
    finished_at: float | None = None
    refunded: bool = False
    size: int | None = None
    """Bytes of the result, once it was made."""
    over: asyncio.Event = field(default_factory=asyncio.Event)

    def progress(self, moment: float) -> float:
        """0 while it waits, then by the clock, 1 only when it has succeeded."""
        if self.status == "succeeded":
            return 1.0
        if self.started_at is None:
            return 0.0
        until = moment if self.finished_at is None else self.finished_at
        return round(min(0.99, (until - self.started_at) / max(self.lasts_s, 1e-6)), 3)

    def end(self, status: Status, moment: float) -> None:
        """The job is over, one way or another."""
        self.status, self.finished_at = status, moment
        self.over.set()


def lasting(order: Order, profile: Profile) -> float:
    """Seconds this order's job will run."""
    dice = random.Random(f"latency/{order.input_hash}")
    return profile.latency_of(order.kind) * (1 + profile.jitter * dice.uniform(-1, 1))


class Floor:
    """Which jobs run and which wait. Call ``advance`` before looking at any job."""

    def __init__(self, max_running: int | None) -> None:
        self.max_running = max_running
        self.peak_running = 0
        self._ends: list[tuple[float, int, Job]] = []
        self._waiting: deque[Job] = deque()

    @property
    def running(self) -> int:
        """Jobs that run now."""
        return len(self._ends)

    @property
    def queued(self) -> int:
        """Jobs that wait for a place."""
        return len(self._waiting)

    @property
    def next_end(self) -> float | None:
        """When the next job ends, if any runs."""
        return self._ends[0][0] if self._ends else None

    def add(self, job: Job) -> None:
        """Takes an accepted job; it starts at once if there is room."""
        self._waiting.append(job)
        self._fill(job.accepted_at)

    def advance(self, moment: float) -> list[Job]:
        """Lets time pass; returns the jobs that ended, in order. A waiting job starts the moment another ends."""
        ended: list[Job] = []
        while self._ends and self._ends[0][0] <= moment:
            ends_at, _, job = heapq.heappop(self._ends)
            job.end("failed" if job.fails_with else "succeeded", ends_at)
            ended.append(job)
            self._fill(ends_at)
        self._fill(moment)
        return ended

    def cancel(self, job: Job, moment: float) -> None:
        """Stops a job that is not over; one that had not started is refunded."""
        job.refunded = job.status == "queued"
        if job.refunded:
            self._waiting.remove(job)
        else:
            self._ends = [entry for entry in self._ends if entry[2] is not job]
            heapq.heapify(self._ends)
        job.end("canceled", moment)
        self._fill(moment)

    def _fill(self, moment: float) -> None:
        while self._waiting and (self.max_running is None or self.running < self.max_running):
            job = self._waiting.popleft()
            job.status, job.started_at = "running", moment
            heapq.heappush(self._ends, (moment + job.lasts_s, job.number, job))
        self.peak_running = max(self.peak_running, self.running)
