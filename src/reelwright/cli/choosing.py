"""``models``: what can be chosen, what it costs, and whether its key is set."""

from typing import TYPE_CHECKING

from reelwright.cli.screen import Screen

if TYPE_CHECKING:
    from reelwright.film.offer import ModelOffer

_MILLION = 1_000_000


def list_models(screen: Screen, makes: str | None) -> None:
    """The models that can be chosen, of all kinds or of one.

    Args:
        screen: Where to say it.
        makes: What they make: ``text``, ``image``...; None is everything.
    """
    from reelwright.settings import load_settings
    from reelwright.studio import Desk

    found = [one for one in Desk(load_settings()).models() if makes in (None, one.modality)]

    def show() -> None:
        heads = ("MAKES", "MODEL", "TIER", "QUALITY", "COST", "CONTEXT", "SECONDS", "BEST FOR", "KEY")
        screen.table(heads, [_row(one) for one in found if not one.has_gone])
        if any(one.context_tokens for one in found):
            screen.say("What words cost: US dollars for a million tokens of prompt / of answer.")
        short = [alias for one in found if not one.has_gone for alias in one.aliases if alias in one.name]
        if short:
            screen.say(f"Short names, which mean the same: {', '.join(short)}.")
        for one in found:
            if told := _ending(one):
                screen.say(told)
        unset = sorted({one.needs for one in found if not one.has_key})
        if unset:
            screen.say(f"Not set: {', '.join(unset)}. Any other model of a provider is written as provider:model.")

    screen.result({"models": [one.model_dump(mode="json") for one in found]}, show)


def _row(one: "ModelOffer") -> tuple[str, ...]:
    return (
        one.modality,
        one.name,
        one.tier,
        one.quality,
        _price(one),
        _short(one.context_tokens),
        f"{one.typical_s:g}" if one.typical_s else "",
        one.best_for,
        "none needed" if not one.needs else "set" if one.has_key else "not set",
    )


def _price(one: "ModelOffer") -> str:
    """``$2 / $10``, or another unit's price."""
    if not one.takes_money:
        return "free"
    if {"input_tokens", "output_tokens"} <= one.prices_usd.keys():
        sides = (one.prices_usd["input_tokens"], one.prices_usd["output_tokens"])
        return " / ".join(f"${side * _MILLION:.3f}".rstrip("0").rstrip(".") for side in sides)
    return ", ".join(f"${amount:f} {unit}" for unit, amount in one.prices_usd.items()) or "unknown"


def _short(tokens: int | None) -> str:
    if tokens is None:
        return ""
    return f"{tokens / _MILLION:.3g}M" if tokens >= _MILLION else f"{tokens / 1000:.0f}k"


def _ending(one: "ModelOffer") -> str:
    """What became of a model, or will."""
    names = " or ".join([*one.aliases, one.name])
    instead = f"; {one.replaced_by} replaces it" if one.replaced_by else ""
    if one.has_gone:
        when = f" since {one.retires_on}" if one.retires_on else ""
        return f"{names} is no longer served{when}{instead}."
    return f"{names} retires on {one.retires_on}{instead}." if one.retires_on else ""
