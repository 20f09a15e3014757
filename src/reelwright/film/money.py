"""What things cost: decimal US dollars, each figure with its source."""

from decimal import ROUND_UP, Decimal
from enum import StrEnum

from pydantic import Field

from reelwright.film.base import Noun

CENT = Decimal("0.01")
_MILLIONTH = Decimal("0.000001")
_MARGIN = Decimal("1.2")
"""A film may cost its estimate and a fifth more, unless somebody says otherwise."""


class CostSource(StrEnum):
    """Where a figure comes from."""

    FREE = "free"
    REPORTED = "reported"
    """The provider said it."""
    COMPUTED = "computed"
    """Counted units at the price of the catalogue."""
    ESTIMATE = "estimate"
    """Units that nobody counted, or a call whose end nobody knows."""
    UNKNOWN = "unknown"
    """Money was taken, and nobody knows how much: the provider does not say, and no price is known."""


class Usage(Noun):
    """What one call used."""

    cost_usd: Decimal = Decimal(0)
    source: CostSource = CostSource.FREE
    units: dict[str, float] = Field(default_factory=dict[str, float])
    """Counted units: ``input_tokens``, ``output_tokens``, ``images``, ``seconds``, ``cpu_s``."""


def cap_for(estimate_usd: Decimal) -> Decimal:
    """What a film may cost by default: its estimate and a fifth more, rounded up to a cent."""
    return (estimate_usd * _MARGIN).quantize(CENT, ROUND_UP)


def dollars(amount: Decimal) -> str:
    """An amount for people: ``$1.50``, ``$0.0004``; two decimals or more, a millionth rounded, never an exponent."""
    rounded = amount if amount == amount.quantize(CENT) else amount.quantize(_MILLIONTH)
    whole, _, decimals = f"{rounded:f}".partition(".")
    return f"${whole}.{decimals.rstrip('0').ljust(2, '0')}"
