"""A provider call in the ledger: its states, what moves it from one to the next, and what its provider helps with."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from pydantic import Field, JsonValue

from reelwright.errors import Conflict, ErrorJson
from reelwright.film.asset import Asset
from reelwright.film.base import Noun
from reelwright.film.money import Usage

Modality = Literal["text", "image", "video", "voice", "music", "sound", "cut"]
"""What a call makes; ``cut`` is our own work on finished parts: mixing, stitching, sheets."""


class CallState(StrEnum):
    """Where a call stands."""

    INTENT = "intent"
    """Written down and its money reserved; perhaps sent."""
    SUBMITTED = "submitted"
    """The provider runs it under an id that we know."""
    SUCCEEDED = "succeeded"
    """Done and charged; its file is still at the provider."""
    STORED = "stored"
    """Its result is kept here."""
    FAILED = "failed"
    """Surely not accepted, or run and failed."""
    UNKNOWN = "unknown"
    """It may have been accepted and charged, and nobody but a person can find out. Its money stays reserved."""


RESERVING = frozenset({CallState.INTENT, CallState.SUBMITTED, CallState.UNKNOWN})
"""States in which a call's estimate is set aside from the budget."""

RUNNING = frozenset({CallState.INTENT, CallState.SUBMITTED})
"""States in which a call takes one of its provider's places."""


class CallEvent(StrEnum):
    """What can happen to a call."""

    BEGUN = "begun"
    """Somebody wants it made, for the first time or once more."""
    RETAKEN = "retaken"
    """Somebody else sends it again, since it surely was not accepted or the provider knows it by its nonce."""
    ACCEPTED = "accepted"
    """The provider's id is known: from its reply, its webhook, its listing or a person."""
    FINISHED = "finished"
    """The provider says that it is done, and what it cost."""
    KEPT = "kept"
    """The result is in the store."""
    REJECTED = "rejected"
    """The provider did not take it; nothing is charged."""
    BROKEN = "broken"
    """The provider ran it and failed, or lost it."""
    EXPIRED = "expired"
    """It was made, but the file is no longer there to fetch."""
    LOST = "lost"
    """Nobody can tell whether the provider took it."""
    FORGIVEN = "forgiven"
    """A person found that it was not charged."""
    WRITTEN_OFF = "written off"
    """A person found that it was charged, and the result cannot be had."""
    REOPENED = "reopened"
    """The bytes of a stored result are gone."""


_MOVES: dict[CallEvent, dict[CallState | None, CallState]] = {
    CallEvent.BEGUN: {None: CallState.INTENT, CallState.FAILED: CallState.INTENT},
    CallEvent.RETAKEN: {CallState.INTENT: CallState.INTENT},
    CallEvent.ACCEPTED: {CallState.INTENT: CallState.SUBMITTED, CallState.UNKNOWN: CallState.SUBMITTED},
    CallEvent.FINISHED: {CallState.SUBMITTED: CallState.SUCCEEDED},
    CallEvent.KEPT: {
        CallState.INTENT: CallState.STORED,
        CallState.SUCCEEDED: CallState.STORED,
        CallState.UNKNOWN: CallState.STORED,
    },
    CallEvent.REJECTED: {CallState.INTENT: CallState.FAILED, CallState.UNKNOWN: CallState.FAILED},
    CallEvent.BROKEN: {CallState.SUBMITTED: CallState.FAILED},
    CallEvent.EXPIRED: {CallState.SUCCEEDED: CallState.FAILED},
    CallEvent.LOST: {CallState.INTENT: CallState.UNKNOWN},
    CallEvent.FORGIVEN: {CallState.UNKNOWN: CallState.FAILED},
    CallEvent.WRITTEN_OFF: {CallState.UNKNOWN: CallState.FAILED},
    CallEvent.REOPENED: {CallState.STORED: CallState.FAILED},
}


def state_after(state: CallState | None, event: CallEvent) -> CallState:
    """The state that an event leads to.

    Raises:
        Conflict: If the event cannot happen in that state: somebody else has moved the call meanwhile.
    """
    moves = _MOVES[event]
    if state not in moves:
        allowed = ", ".join(repr(known.value) for known in moves if known)
        raise Conflict(
            f"a call that is {state.value if state else 'not begun'!r} cannot be {event.value!r}",
            hint=f"That is for calls that are {allowed}. `reelwright calls` shows how each stands.",
        )
    return moves[state]


class CallProfile(Noun):
    """What a provider does for us when a process dies between sending and hearing: it decides how doubt is resolved."""

    is_remote: bool = False
    """The provider makes it under an id of its own and is asked for it later."""
    idempotency: bool = False
    """The same nonce sent twice is accepted and charged once."""
    listing: bool = False
    """Accepted calls can be listed with their inputs."""
    listing_shows_running: bool = False
    """The listing shows calls before they are finished."""
    listing_lag_s: float = Field(default=0, ge=0)
    """How late a call may appear in the listing."""
    webhook_nonce: bool = False
    """The provider reports back to an address that carries our nonce."""
    remote_cancel: bool = False
    """A call under way can be cancelled."""
    charges_failures: bool = True
    """A run that fails is charged, unless the provider says otherwise."""
    result_ttl_s: float | None = Field(default=None, gt=0)
    """How long the result can be fetched; None is for ever."""
    timeout_s: float = Field(default=60, gt=0)
    """How long we wait for the reply to one request."""
    max_accept_delay_s: float = Field(default=0, ge=0)
    """How long after it was sent a request may still be accepted."""
    max_job_s: float = Field(default=1800, gt=0)
    """The longest that a call may run."""

    @property
    def quiet_s(self) -> float:
        """After so long without a trace in the listing a request was surely not accepted."""
        unseen_s = 0 if self.listing_shows_running else self.max_job_s
        return self.answer_s + self.listing_lag_s + unseen_s

    @property
    def answer_s(self) -> float:
        """After so long a request has been answered, or never will be."""
        return self.timeout_s + self.max_accept_delay_s


class Call(Noun):
    """One row of the ledger."""

    key: str
    film_id: str | None
    """The film that pays; None when that film has been removed and another one still uses the call."""
    run: int = 1
    """The run of that film in which it was last begun."""
    provider: str
    model: str
    modality: Modality
    state: CallState
    nonce: str
    """Tells this try from every other to the provider; a new one with every new try."""
    owner: str
    """The process that sends it."""
    remote_id: str | None = None
    request: JsonValue
    output: JsonValue = None
    """What the provider said when it was done: where to fetch the file."""
    reply: JsonValue = None
    error: ErrorJson | None = None
    """The last failure; kept until the call succeeds."""
    asset: Asset | None = None
    usage: Usage | None = None
    """What it cost; None until that is known."""
    estimate_usd: Decimal | None = None
    attempts: int
    created_at: datetime
    intent_at: datetime
    submitted_at: datetime | None = None
    finished_at: datetime | None = None
    updated_at: datetime


class Charge(Noun):
    """Money that a provider took: it stays on the books when the film is removed."""

    call_key: str
    attempt: int
    film_id: str | None
    provider: str
    model: str
    modality: Modality
    usage: Usage
    at: datetime
