"""The provider's own books: every charge, every request counted, and a file of charges that outlives the server."""

import json
import os
from collections import Counter, defaultdict
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import Field
from tests.backlot.floor import Job, Status
from tests.backlot.profile import Fault, Kind, Value


class Charge(Value):
    """One accepted order. Moments are seconds since 1970, UTC."""

    job: str
    kind: Kind
    model: str
    input_hash: str
    """``Order.input_hash``: equal orders have equal hashes, so two charges of one hash are a double payment."""
    idempotency_key: str | None
    """As sent, whether honoured or not."""
    webhook: str | None
    amount_usd: Decimal
    received_at: float
    at: float
    """When it was accepted and charged."""
    sync: bool
    status: Status = "queued"
    started_at: float | None = None
    finished_at: float | None = None
    cancelled: bool = False
    refunded: bool = False
    """Cancelled before it ran: the amount was given back."""


class Leak(Value):
    """A key that arrived where no key belongs."""

    at: float
    path: str


class Books(Value):
    """All the provider knows about its clients."""

    charges: tuple[Charge, ...]
    total_usd: Decimal
    """Charged less refunded."""
    counts: dict[str, int]
    """Requests by door (``create``, ``sync``, ``poll``, ``list``, ``cancel``, ``file``), ``unauthorised``, and webhooks
    ``webhook_delivered`` and ``webhook_failed`` (one per attempt)."""
    answers: dict[int, int]
    """Replies by status; 0 counts the dropped connections."""
    polls: dict[str, tuple[float, ...]]
    """When each job was polled."""
    end_told_at: dict[str, float]
    """When a poll first told that the job was over."""
    downloads: dict[str, int]
    """File requests per job."""
    peak_running: int
    running: int
    queued: int
    starts: tuple[float, ...]
    """When jobs began to run, in order."""
    key_leaks: tuple[Leak, ...]
    faults_left: tuple[Fault, ...]
    faults_fired: dict[str, int] = Field(default_factory=dict[str, int])
    """Like ``{"create 429": 2}``."""

    @property
    def too_many(self) -> int:
        """429s sent."""
        return self.answers.get(429, 0)

    @property
    def doubles(self) -> dict[str, int]:
        """Hashes of orders paid more than once, with how often."""
        return doubles(self.charges)


def doubles(charges: Sequence[Charge]) -> dict[str, int]:
    """Hashes of orders paid more than once (refunds do not count), with how often."""
    paid = Counter(charge.input_hash for charge in charges if not charge.refunded)
    return {order: times for order, times in paid.items() if times > 1}


def charge_of(job: Job) -> Charge:
    """The entry for a job as it stands."""
    order = job.order
    return Charge(
        job=job.id,
        kind=order.kind,
        model=order.model,
        input_hash=order.input_hash,
        idempotency_key=job.idempotency_key,
        webhook=order.webhook,
        amount_usd=job.price_usd,
        received_at=job.received_at,
        at=job.accepted_at,
        sync=job.sync,
        status=job.status,
        started_at=job.started_at,
        finished_at=job.finished_at,
        cancelled=job.status == "canceled",
        refunded=job.refunded,
    )


def charges_in(path: Path) -> tuple[Charge, ...]:
    """Charges since the last reset, read from the file alone: the server may be dead. A torn last line is left out."""
    charges: dict[str, Charge] = {}
    for line in path.read_bytes().split(b"\n")[:-1]:
        entry: dict[str, Any] = json.loads(line)
        if entry["event"] == "reset":
            charges.clear()
        else:
            charge = Charge.model_validate(entry["charge"])
            charges[charge.job] = charge
    return tuple(charges.values())


class BookKeeper:
    """Writes the file and keeps the counts."""

    def __init__(self, path: Path | None) -> None:
        self.counts: Counter[str] = Counter()
        self.answers: Counter[int] = Counter()
        self.polls: defaultdict[str, list[float]] = defaultdict(list)
        self.end_told_at: dict[str, float] = {}
        self.downloads: Counter[str] = Counter()
        self.leaks: list[Leak] = []
        self._file = None if path is None else path.open("ab")

    def write(self, event: str, job: Job) -> None:
        """Appends a charge as it now stands; on the disk when this returns."""
        self._append({"event": event, "charge": charge_of(job).model_dump(mode="json")})

    def close(self) -> None:
        """Everything so far no longer counts; what still comes in for it is forgotten."""
        self._append({"event": "reset"})
        if self._file is not None:
            self._file.close()
            self._file = None

    def _append(self, entry: dict[str, Any]) -> None:
        if self._file is not None:
            self._file.write(json.dumps(entry).encode() + b"\n")
            self._file.flush()
            os.fsync(self._file.fileno())
