"""What is said when a paid call cannot go on."""

from decimal import Decimal

from reelwright.errors import Cancelled, OutcomeUnknown, ReelwrightError, RunFailed, TimedOut
from reelwright.film.call import Call
from reelwright.film.money import dollars
from reelwright.ports import RemoteJob


def nobody_can_tell(call: Call) -> OutcomeUnknown:
    """Why a call in doubt stops."""
    return OutcomeUnknown(
        f"nobody can tell whether {call.provider}:{call.model} accepted the call of {call.intent_at:%Y-%m-%d %H:%M}"
        f" UTC for {dollars(call.estimate_usd or Decimal(0))}; it is not sent again, and its money stays set aside",
        hint=f"Look at the provider's page, then `reelwright calls settle {call.key[:12]}` with --not-charged,"
        " --charged or --remote-id ID, and `reelwright resume`.",
        call=call.key,
    )


def not_finished(call: Call, max_job_s: float) -> TimedOut:
    """Why a job is not waited for any longer."""
    return TimedOut(
        f"{call.provider}:{call.model} has not finished {call.remote_id!r} in {max_job_s:g} s",
        hint="`reelwright resume` goes on waiting for it; nothing is sent again.",
    )


def no_reason(job: RemoteJob) -> ReelwrightError:
    """What stands for the reason of a job whose provider gave none."""
    if job.state == "cancelled":
        return Cancelled("it was cancelled at the provider")
    return RunFailed("the provider gave no reason")
