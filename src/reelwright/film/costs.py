"""What was spent and what is set aside, added up."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from pydantic import Field

from reelwright.film.base import Noun
from reelwright.film.money import CostSource, ShownUsd


class CostsBy(StrEnum):
    """What costs are added up by."""

    FILM = "film"
    PROVIDER = "provider"
    MODEL = "model"
    STEP = "step"
    DAY = "day"


class CostLine(Noun):
    """What one film, provider, model, step or day cost."""

    name: str
    """The film's id, the provider, ``provider:model``, the step (``image``, ``video``...), or the day of UTC."""
    title: str = ""
    """A film's title while the film is there."""
    calls: int = 0
    """Calls that were charged."""
    spent_usd: ShownUsd = Decimal(0)
    reserved_usd: ShownUsd = Decimal(0)
    """Set aside for calls under way or in doubt."""
    by_source: dict[CostSource, ShownUsd] = Field(default_factory=dict[CostSource, Decimal])
    """Where the figures of what is spent come from."""
    unknown_calls: int = 0
    """Calls that took money which nobody can name; they are not in the sums."""
    estimate_usd: ShownUsd | None = None
    """Of a film that is there: what it was expected to cost."""
    cap_usd: ShownUsd | None = None
    """Of a film that is there: what it may cost; None is without limit."""


class Costs(Noun):
    """The books, added up."""

    by: CostsBy
    lines: tuple[CostLine, ...]
    total: CostLine
    today_usd: ShownUsd
    """Spent and set aside today, in UTC, by all films."""
    daily_cap_usd: ShownUsd | None
    """None is without limit."""
    at: datetime
