"""How the backlot behaves: what it is asked to make, how it treats its clients, and the mischief planned for it."""

import hashlib
import json
from decimal import Decimal
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Kind = Literal["image", "video", "music", "sound", "speech", "text"]
KINDS: tuple[Kind, ...] = ("image", "video", "music", "sound", "speech", "text")
Door = Literal["create", "sync", "poll", "list", "cancel", "file", "webhook"]


def _doors(*doors: Door) -> frozenset[Door]:
    return frozenset(doors)


MAKING = _doors("create", "sync")
ASKING = MAKING | _doors("poll", "list", "cancel")
ANY = ASKING | _doors("file")
FAULTS: dict[str, frozenset[Door]] = {
    "none": ANY | _doors("webhook"),
    "429": ANY,
    "500_before": ANY,
    "503_after": ANY,
    "status": ANY,
    "lost_response": ANY,
    "reset": ANY,
    "hang": ANY | _doors("webhook"),
    "late_accept": MAKING,
    "malformed_json": ASKING,
    "html_200": ANY,
    "error_in_200": ASKING,
    "refused": MAKING,
    "failed_run": MAKING,
    "unknown_status": _doors("create", "poll"),
    "truncated_file": _doors("file"),
    "wrong_type_file": _doors("file"),
    "expired_file": _doors("file"),
    "slow_file": _doors("file"),
    "lost": _doors("webhook"),
    "twice": _doors("webhook"),
}
"""Every fault and the doors it can happen at; ``none`` lets requests through, to reach the third poll, say."""


class Value(BaseModel):
    """A frozen value that travels as JSON."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Order(Value):
    """The body of a create or sync call."""

    kind: Kind
    model: str
    input: dict[str, Any] = Field(default_factory=dict[str, Any])
    webhook: str | None = None

    @property
    def text(self) -> str:
        """Kind, model and input as JSON without spaces, keys sorted: what ``Fault.match`` is looked for in."""
        made = {"kind": self.kind, "model": self.model, "input": self.input}
        return json.dumps(made, sort_keys=True, separators=(",", ":"), ensure_ascii=False)

    @property
    def input_hash(self) -> str:
        """SHA-256 (hex) of ``text``; equal orders have equal hashes, and equal files."""
        return hashlib.sha256(self.text.encode()).hexdigest()


class RateLimit(Value):
    """At most ``starts`` accepted orders in any ``period_s`` seconds."""

    starts: int = Field(ge=1)
    period_s: float = Field(gt=0)


class Profile(Value):
    """What the provider offers and how fast and dear it is."""

    idempotency: bool = False
    """``Idempotency-Key`` is honoured: the same key gives the same job, also while the first is being accepted."""
    listing: bool = True
    listing_shows_running: bool = True
    """Otherwise only finished jobs are listed."""
    listing_lag_s: float = 0.0
    """A job is listed this long after it was accepted (or finished, if running ones are not shown)."""
    webhook: bool = False
    remote_cancel: bool = True
    result_ttl_s: float = 3600.0
    """Counted from the end of the job; then the file answers 410."""
    accept_delay_s: float = 0.0
    """From the arrival of an order to its acceptance, which happens even if the client has gone."""
    latency_s: dict[Kind, float] = Field(default_factory=dict[Kind, float])
    """From start to end of a job; 0.05 where a kind is not named."""
    jitter: float = Field(default=0.0, ge=0, le=1)
    """Latency varies by up to this fraction either way; the dice come from the order, so equal orders last equally."""
    price_usd: dict[Kind, Decimal] = Field(default_factory=dict[Kind, Decimal])
    """0.05 where a kind is not named."""
    reports_cost: bool = True
    max_running: int | None = Field(default=None, ge=1)
    """Accepted jobs beyond it wait as ``queued``."""
    refuse_over_running: bool = False
    """Orders beyond ``max_running`` are answered 429, without ``Retry-After``, in place of queueing."""
    rate_limit: RateLimit | None = None
    keep_alive_s: float = 75.0
    """An idle connection is closed after this long, as real hosts do: a client may then send into a closed line."""
    whole_retry_after: bool = True
    """``Retry-After`` of the rate limit in whole seconds, rounded up, as HTTP has it; otherwise exact to the ms."""

    def latency_of(self, kind: Kind) -> float:
        """Seconds a job of this kind runs, before jitter."""
        return self.latency_s.get(kind, 0.05)

    def price_of(self, kind: Kind) -> Decimal:
        """US dollars that a job of this kind costs."""
        return self.price_usd.get(kind, Decimal("0.05"))


class Fault(Value):
    """One planned piece of mischief; the first of the plan that fits a request happens to it.

    Raises:
        ValidationError: If the fault is unknown or cannot happen at that door.
    """

    on: Door
    fault: str
    match: str = ""
    """Only for orders whose ``Order.text`` contains this. Lists have no order: only an empty match fits them."""
    times: int | None = Field(default=1, ge=1)
    """How many requests it happens to; None is for ever."""
    accepted: bool | None = None
    """Whether the order was accepted first, for ``hang``, ``html_200`` and ``error_in_200`` (no, unless said) and
    ``malformed_json`` (yes, unless said)."""
    seconds: float = 1.0
    """Of ``hang``, ``late_accept`` (until it is accepted) and ``slow_file`` (the whole download)."""
    retry_after_s: float | None = 1.0
    """Of ``429``; None sends no header."""
    status: int = Field(default=500, ge=400, le=599)
    """Of ``status``: answered instead of doing anything."""
    code: str = ""
    """The error code of ``status`` and ``failed_run``, and the word told by ``unknown_status`` ("aborted")."""
    at: Literal["create", "run"] = "create"
    """``refused``: the order itself is answered 400, or the accepted and charged job fails."""

    @model_validator(mode="after")
    def _fits_its_door(self) -> Self:
        if self.fault not in FAULTS:
            raise ValueError(f"{self.fault!r} is none of {sorted(FAULTS)}")
        if self.on not in FAULTS[self.fault]:
            raise ValueError(f"{self.fault!r} happens on {sorted(FAULTS[self.fault])}, not on {self.on!r}")
        return self

    @property
    def accepts(self) -> bool:
        """Whether the order goes through before the mischief."""
        return self.fault == "malformed_json" if self.accepted is None else self.accepted
