"""When to ask a provider again how a call stands."""

_FIRST_SHARE = 0.7
"""The first question comes after this share of the usual time."""
_SOON_S, _OFTEN_S, _SELDOM_S = 0.3, 1.0, 2.0
_LONG_S = 20.0
_NEAR_S, _NEAR_SHARE = 0.5, 0.03
"""How often a long call is asked after within this share of its usual time around its usual end."""
_QUICK_S = 0.02
"""The shortest wait, for calls that usually take a second or less."""


def next_poll_s(elapsed_s: float, typical_s: float | None, polls: int) -> float:
    """Seconds to wait until the next question.

    Around the usual end a finished call is noticed within a second; over a long call there is at most one question in
    two seconds. Questions that were not asked at the start are what pays for asking often at the end.

    Args:
        elapsed_s: Since the provider accepted the call.
        typical_s: How long such a call usually takes; None while that is not known.
        polls: Questions asked so far.
    """
    if typical_s is not None and elapsed_s < typical_s * _FIRST_SHARE:
        return max(_QUICK_S, typical_s * _FIRST_SHARE - elapsed_s)
    if polls >= elapsed_s / _SELDOM_S and elapsed_s > _LONG_S:
        return _SELDOM_S
    if typical_s is not None and typical_s > _LONG_S:
        return _NEAR_S if abs(elapsed_s - typical_s) <= typical_s * _NEAR_SHARE else _OFTEN_S
    soon_s = _SOON_S if typical_s is None else min(_SOON_S, max(_QUICK_S, typical_s / 50))
    return min(_OFTEN_S, max(soon_s, elapsed_s / 50))
