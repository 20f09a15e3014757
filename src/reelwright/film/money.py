"""What things cost: decimal US dollars, each figure with its source."""

from decimal import Decimal
from enum import StrEnum

from pydantic import Field

from reelwright.film.base import Noun


class CostSource(StrEnum):
    """Where a figure comes from."""

    FREE = "free"
    REPORTED = "reported"
    COMPUTED = "computed"
    ESTIMATE = "estimate"
    UNKNOWN = "unknown"


class Usage(Noun):
    """What one call used."""

    cost_usd: Decimal = Decimal(0)
    source: CostSource = CostSource.FREE
    units: dict[str, float] = Field(default_factory=dict[str, float])
    """Counted units: ``input_tokens``, ``output_tokens``, ``images``, ``seconds``, ``cpu_s``."""
