"""What is told about a film, and about the studio's health."""

from decimal import Decimal
from typing import Literal

from pydantic import field_serializer

from reelwright.film.base import Noun


class FilmReport(Noun):
    """What became of a film."""

    film_id: str
    title: str
    template: str
    duration_s: float
    shots: int
    path: str | None
    """The output folder; None when no files were asked for."""
    cost_usd: Decimal
    elapsed_s: float
    """Wall time of this run."""
    warnings: tuple[str, ...]

    @field_serializer("cost_usd", when_used="json")
    def _number(self, value: Decimal) -> float:
        return float(value)


class Check(Noun):
    """One finding of the doctor."""

    name: str
    state: Literal["passed", "degraded", "blocked"]
    message: str
    hint: str = ""
