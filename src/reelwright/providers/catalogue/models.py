"""Reads what language models are good for: the entries that ship with us, and a person's own ``models.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from reelwright.film.base import Noun
from reelwright.ports import ModelCard
from reelwright.providers.catalogue.entries import Entry, EntryFile, fault_of
from reelwright.providers.catalogue.prices import ModelPrice, load_prices

Tier = Literal["premium", "balanced", "budget"]
_FILE = EntryFile(
    "models.toml",
    "model",
    'An entry reads: [[model]] provider = "openrouter", model = "NAME", aliases = ["SHORT"]; docs/language-models.md.',
)
_MOST_SUCCESSORS = 5


class ModelFacts(Noun):
    """What is known of a language model besides its price."""

    provider: str = Field(min_length=1)
    model: str = Field(min_length=1)
    aliases: tuple[str, ...] = ()
    """Names without a provider that mean this model."""
    tier: Tier | None = None
    quality: str = ""
    context_tokens: int | None = Field(default=None, ge=1)
    typical_s: float | None = Field(default=None, gt=0)
    """Seconds for an answer: a hint."""
    best_for: str = ""
    form: Literal["json_schema", "prompt"] = "json_schema"
    """How it is told the form of its answers: held to it by its host, or asked in words."""
    effort: Literal["", "none", "minimal", "low", "medium", "high", "xhigh", "max"] = ""
    """How much it is asked to think before it answers; empty leaves it to its host."""
    input_factor: float = Field(default=1.0, gt=0, le=20)
    """Tokens that it counts for each one expected of a prompt."""
    output_factor: float = Field(default=1.0, gt=0, le=20)
    """Tokens that it answers with for each one expected, with those it thinks in."""
    is_gone: bool = False
    """Whether it is no longer served, although no day was told."""
    note: str = ""
    checked_on: date | None = None
    source: str = ""

    @property
    def name(self) -> str:
        """``provider:model``."""
        return f"{self.provider}:{self.model}"


@dataclass(frozen=True)
class Meant:
    """The model that an alias means today."""

    name: str
    """``provider:model``."""
    notes: tuple[str, ...] = ()
    """What a person should know: that another model stands in for the one that the alias was."""


def load_models(home: Path | None = None) -> Mapping[str, ModelFacts]:
    """All known models by ``provider:model``; what a person wrote in ``models.toml`` wins, field by field.

    Args:
        home: The studio's home; None reads ours alone.

    Raises:
        ConfigurationError: If the person's file is wrong; names the entry and the field.
    """
    found = dict(_shipped())
    for own in map(_entry, _FILE.own(home)):
        ours = found.pop(own.name, None)
        fields = {name: getattr(own, name) for name in own.model_fields_set}
        found = {own.name: ours.model_copy(update=fields) if ours else own, **found}  # so that its aliases win
    return found


def meaning_of(alias: str, home: Path | None = None, today: date | None = None) -> Meant | None:
    """The model that a name without a provider means; None when it is no alias.

    A model that is no longer served gives way to what replaces it, and a note says so.
    """
    models, prices = load_models(home), load_prices(home)
    found = next((one for one in models.values() if alias in one.aliases), None)
    if found is None:
        return None
    today = today or datetime.now(UTC).date()
    name = current_name(found.name, models, prices, today)
    if name == found.name:
        return Meant(name)
    ends = prices[found.name].retires_on if found.name in prices else None
    when = f" since {ends}" if ends else ""
    return Meant(name, (f"{alias} ({found.name}) is no longer served{when}: {name} stands in for it.",))


def known_card(card: ModelCard, home: Path | None = None) -> ModelCard:
    """The card of a language model with what is known of it."""
    facts = load_models(home).get(card.name) if card.modality == "text" else None
    if facts is None:
        return card
    factors = {"input_tokens": facts.input_factor, "output_tokens": facts.output_factor}
    return card.model_copy(
        update={
            "typical_s": facts.typical_s or card.typical_s,
            "modes": ("prompt",) if facts.form == "prompt" else (),
            "effort": facts.effort,
            "version": f"{card.version}+{facts.effort}" if facts.effort else card.version,
            "unit_factors": {unit: factor for unit, factor in factors.items() if factor != 1},
            "notes": (*card.notes, *_parting(facts, home)),
        }
    )


def _parting(facts: ModelFacts, home: Path | None) -> tuple[str, ...]:
    """That a model which is asked for by its own name has gone, on a day that nobody told."""
    if not facts.is_gone:
        return ()
    price = load_prices(home).get(facts.name)
    instead = f"; {price.provider}:{price.replaced_by} replaces it" if price and price.replaced_by else ""
    return (f"{facts.name} is no longer listed by its maker{instead}.",)


def current_name(name: str, models: Mapping[str, ModelFacts], prices: Mapping[str, ModelPrice], today: date) -> str:
    """The model itself, or what replaces it by now."""
    for _ in range(_MOST_SUCCESSORS):
        price = prices.get(name)
        if not has_gone(name, models, prices, today) or price is None or not price.replaced_by:
            return name
        name = f"{price.provider}:{price.replaced_by}"
    return name


def has_gone(name: str, models: Mapping[str, ModelFacts], prices: Mapping[str, ModelPrice], today: date) -> bool:
    """Whether a model is no longer served, as far as is known."""
    facts, price = models.get(name), prices.get(name)
    ends = price.retires_on if price else None
    return bool(facts and facts.is_gone) or (ends is not None and ends <= today)


@lru_cache(maxsize=1)
def _shipped() -> Mapping[str, ModelFacts]:
    return {one.name: one for one in map(_entry, _FILE.shipped())}


def _entry(entry: Entry) -> ModelFacts:
    try:
        return ModelFacts.model_validate(entry.given)
    except ValidationError as problem:
        field, said = fault_of(problem)
        raise entry.wrong(f"{field} {said}") from None
