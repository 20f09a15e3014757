"""What a film is expected to cost before anything is spent."""

from decimal import Decimal

from pydantic import Field

from reelwright.film.base import Noun
from reelwright.film.call import Modality


class EstimateLine(Noun):
    """One step of the film. Low is when all goes well and little is wanted, high when steps are repeated."""

    step: str
    """``writing``, ``frames``, ``takes``, ``voice``, ``music``, ``sounds``."""
    modality: Modality
    model: str
    """``provider:model``."""
    low_calls: int = Field(ge=0)
    high_calls: int = Field(ge=0)
    low_usd: Decimal = Field(ge=0)
    high_usd: Decimal = Field(ge=0)


class Estimate(Noun):
    """The priced steps of a film; those that are free are left out."""

    lines: tuple[EstimateLine, ...] = ()
    unpriced: tuple[str, ...] = ()
    """Models that take money and whose price nobody knows."""
    notes: tuple[str, ...] = ()
    """What a person should know: a price that is old, a model that is retired."""

    @property
    def low_usd(self) -> Decimal:
        """The least that it should cost."""
        return sum((line.low_usd for line in self.lines), Decimal(0))

    @property
    def high_usd(self) -> Decimal:
        """The most that it should cost; the film's budget follows from it."""
        return sum((line.high_usd for line in self.lines), Decimal(0))

    @property
    def is_free(self) -> bool:
        """Whether no step takes money."""
        return not self.lines and not self.unpriced
