"""A model that can be chosen, as a person compares it with others."""

from datetime import date
from decimal import Decimal

from pydantic import Field

from reelwright.film.base import Noun
from reelwright.film.call import Modality
from reelwright.film.money import ShownUsd


class ModelOffer(Noun):
    """One row of the list of models."""

    name: str
    """``provider:model``."""
    modality: Modality
    aliases: tuple[str, ...] = ()
    """Shorter names that mean it, or what replaces it."""
    title: str = ""
    tier: str = ""
    """``premium``, ``balanced`` or ``budget``; ``free`` takes no money."""
    quality: str = ""
    prices_usd: dict[str, ShownUsd] = Field(default_factory=dict[str, Decimal])
    """US dollars a unit; empty is free, or unknown where it takes money."""
    takes_money: bool = False
    context_tokens: int | None = None
    typical_s: float | None = None
    """Seconds for an answer."""
    effort: str = ""
    """How much it is asked to think before it answers; empty leaves it to its host."""
    best_for: str = ""
    has_gone: bool = False
    """Whether it is no longer served."""
    retires_on: date | None = None
    replaced_by: str = ""
    """``provider:model``."""
    needs: str = ""
    """The variable that its key is set by; empty where it needs none."""
    has_key: bool = True
    """Whether that is set."""
    note: str = ""
