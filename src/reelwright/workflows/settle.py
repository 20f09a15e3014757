"""A person says what became of a call that nobody else can find out about."""

from decimal import Decimal
from enum import StrEnum

from reelwright.crew import Vault
from reelwright.errors import BadInput, Conflict
from reelwright.film.call import Call, CallEvent, CallState
from reelwright.film.money import CostSource, Usage


class Verdict(StrEnum):
    """What a person found at the provider."""

    NOT_CHARGED = "not-charged"
    CHARGED = "charged"
    """It was charged, and its result cannot be had."""


def settle_call(vault: Vault, key: str, found: Verdict | str) -> Call:
    """Settles a call in doubt; ``reelwright resume`` then goes on with its film.

    Args:
        vault: What is kept.
        key: The call's key, or a start of it that no other call has.
        found: The verdict, or the provider's id of the call, whose result is then fetched.

    Raises:
        NotFound: If there is no such call.
        Conflict: If the call is not in doubt.
        BadInput: If the provider's id belongs to another call.
    """
    call = vault.calls.get(key)
    if call.state is not CallState.UNKNOWN:
        raise Conflict(
            f"the call {call.key[:12]} is {call.state.value!r}; only one that is 'unknown' waits for a verdict",
            hint=_HINTS[call.state],
        )
    match found:
        case Verdict.NOT_CHARGED:
            return vault.calls.move(call.key, CallEvent.FORGIVEN)
        case Verdict.CHARGED:
            usage = Usage(cost_usd=call.estimate_usd or Decimal(0), source=CostSource.ESTIMATE)
            return vault.calls.move(call.key, CallEvent.WRITTEN_OFF, usage=usage)
        case _:
            return _adopt(vault, call, found.strip())


def _adopt(vault: Vault, call: Call, remote_id: str) -> Call:
    if not remote_id:
        raise BadInput("the provider's id of the call is empty", hint="Its page of recent calls shows it.")
    if remote_id in vault.calls.adopted(call.provider):
        raise BadInput(
            f"{remote_id!r} at {call.provider!r} is another call of the ledger",
            hint="Give the id of the one that is missing, or `--not-charged` if there is none.",
        )
    return vault.calls.move(call.key, CallEvent.ACCEPTED, remote_id=remote_id)


_UNDER_WAY = "It is under way: `reelwright resume` goes on with its film."
_HINTS = {
    CallState.INTENT: _UNDER_WAY,
    CallState.SUBMITTED: _UNDER_WAY,
    CallState.SUCCEEDED: "It was made and charged; `reelwright resume` fetches its file.",
    CallState.STORED: "Its result is kept; there is nothing to settle.",
    CallState.FAILED: "It failed; `reelwright resume` sends it again if its film still needs it.",
}
