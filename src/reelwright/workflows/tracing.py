"""Finding out whether a provider has accepted a call whose answer was lost."""

from datetime import timedelta
from typing import Any

from reelwright.film.call import Call
from reelwright.ports import Model, RemoteModel
from reelwright.store.calls import CallStore

_CLOCKS_APART = timedelta(minutes=2)


async def trace(calls: CallStore, model: Model, call: Call, request: Any, *, is_quiet: bool) -> str | None:
    """The provider's id of a call that was accepted, if the provider has told it to a webhook or lists it.

    An equal job from before the intent may be a stranger's, while ours is not shown yet: it is only taken when the
    quiet period is over.

    Args:
        calls: The ledger's rows, with what webhooks told and which jobs belong to other calls.
        model: Who makes the call.
        call: The call in doubt.
        request: What was asked for.
        is_quiet: Whether the provider's quiet period is over.

    Raises:
        ProviderError: If the listing cannot be had.
    """
    profile = model.card.profile
    reported = calls.webhook_id(call.nonce) if profile.webhook_nonce else None
    if reported is not None or not profile.listing:
        return reported
    assert isinstance(model, RemoteModel), f"{model.card.name} says that it lists its jobs, and is not remote"
    listed = await model.listing(call.intent_at - _CLOCKS_APART)
    taken = calls.adopted(call.provider)
    own = [job for job in listed if job.id not in taken]
    for job in own:
        if job.nonce == call.nonce:
            return job.id
    equal = [job for job in own if not job.nonce and model.made_for(request, job)]
    later = [job for job in equal if job.created_at is None or job.created_at >= call.intent_at]
    found = later or (equal if is_quiet else [])
    return max(found, key=lambda job: job.created_at or call.intent_at).id if found else None
