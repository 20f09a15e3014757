"""Where a process can die under a paid call, what providers help with, and how each pair must end."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from tests.backlot import Fault, Profile

from reelwright.film.call import CallProfile

Verdict = Literal["ok", "asks", "repeats", "-"]
"""``ok``: every call paid once. ``asks``: stopped, never resent, a person decides. ``repeats``: at most one repeat."""


@dataclass(frozen=True)
class Boundary:
    """A moment in the life of a paid call."""

    title: str
    die_at: str
    """Empty when the process lives on."""
    fault: Fault | None = None
    remote_only: bool = False


BOUNDARIES = (
    Boundary("before intent", "before intent"),
    Boundary("intent written, not sent", "intent written"),
    Boundary("sent, no response yet", "sent", Fault(on="create", fault="hang", seconds=30, accepted=True)),
    Boundary("accepted seconds after we died", "sending", Fault(on="create", fault="late_accept", seconds=1.0)),
    Boundary("response lost, process alive", "", Fault(on="create", fault="lost_response")),
    Boundary("response seen, id not stored", "id seen"),
    Boundary("id stored, before the first poll", "id stored", remote_only=True),
    Boundary("end seen", "end seen", remote_only=True),
    Boundary("before download", "before download", remote_only=True),
    Boundary(
        "during download", "downloading", Fault(on="file", fault="slow_file", seconds=3, times=1), remote_only=True
    ),
    Boundary("file stored, ledger not", "file stored"),
    Boundary("kept, before the engine's checkpoint", "kept"),
    Boundary("after everything", "over"),
)


@dataclass(frozen=True)
class Help:
    """A provider that helps in one way, as the adapter's card says and as the backlot behaves."""

    title: str
    card: CallProfile
    lot: Profile
    repeat_up_to_usd: Decimal = Decimal(0)


def _quick(**more: object) -> CallProfile:
    return CallProfile.model_validate({"is_remote": True, "timeout_s": 2.0, "max_accept_delay_s": 1.5} | more)


_LATENCY_S = 0.05
_PATIENT = {"timeout_s": 30.0}
HELPS = (
    Help("no help", _quick(**_PATIENT), Profile(listing=False)),
    Help("webhook", _quick(webhook_nonce=True, max_job_s=3.0), Profile(listing=False, webhook=True)),
    Help("listing, running too", _quick(listing=True, listing_shows_running=True), Profile()),
    Help("listing, finished only", _quick(listing=True, max_job_s=3.0), Profile(listing_shows_running=False)),
    Help(
        "listing, 1 s late",
        _quick(listing=True, listing_shows_running=True, listing_lag_s=1.2),
        Profile(listing_lag_s=1.0),
    ),
    Help("idempotency key", _quick(idempotency=True), Profile(listing=False, idempotency=True)),
    Help("at once, repeat allowed", CallProfile(timeout_s=30), Profile(), Decimal("0.05")),
    Help("at once, repeat too dear", CallProfile(timeout_s=30, max_accept_delay_s=1.5), Profile(), Decimal("0.04")),
)

_IN_DOUBT = {"intent written", "sent", "sending", "", "id seen"}
"""Dying here, only the provider knows whether the call was accepted."""


def expected(boundary: Boundary, help_: Help) -> Verdict:
    """How a process that died there must end with that provider."""
    card = help_.card
    if not card.is_remote:
        if boundary.remote_only:
            return "-"
        in_doubt = boundary.die_at in _IN_DOUBT or boundary.die_at == "file stored"
        repeats = help_.repeat_up_to_usd > Decimal("0.04")
        return "ok" if not in_doubt else "repeats" if repeats else "asks"
    if boundary.die_at not in _IN_DOUBT or card.idempotency or card.listing:
        return "ok"
    if card.webhook_nonce:
        return "asks" if boundary.die_at == "intent written" else "ok"
    return "asks"
