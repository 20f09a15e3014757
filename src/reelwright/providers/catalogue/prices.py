"""Reads prices: those that ship with us, and a person's own ``prices.toml`` in the studio's home."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, cast

from pydantic import BeforeValidator, Field, ValidationError

from reelwright.film.base import Noun
from reelwright.ports import ModelCard
from reelwright.providers.catalogue.entries import Entry, EntryFile, fault_of

UNITS = ("calls", "images", "megapixels", "seconds", "characters", "input_tokens", "output_tokens")
OLD_AFTER_DAYS = 90
_AMOUNT = re.compile(r"\s*(\S+?)\s*(?:(?:per|/)\s*(million|thousand))?\s*")
_PARTS = {None: 1, "thousand": 1_000, "million": 1_000_000}
_FILE = EntryFile(
    "prices.toml",
    "price",
    'An entry reads: [[price]] provider = "fal", model = "NAME", seconds = "0.07"; docs/costs.md lists the units.',
)
_TIER = re.compile(r"\d{2,4}p")


def _amount(value: object) -> Decimal:
    """``"0.05"``, ``0.05`` or ``"0.25 per million"``, exact."""
    match = _AMOUNT.fullmatch(str(value)) if isinstance(value, str | int | Decimal) else None
    try:
        amount = Decimal(match[1].removeprefix("$")) / _PARTS[match[2]] if match else Decimal("NaN")
    except (InvalidOperation, KeyError):
        amount = Decimal("NaN")
    if isinstance(value, bool) or not amount.is_finite() or amount < 0:
        raise ValueError('write US dollars a unit, such as "0.05", or "0.25 per million"')
    return amount


Amount = Annotated[Decimal, BeforeValidator(_amount)]


class ModelPrice(Noun):
    """What a model costs by its unit, when and where that was read, and what becomes of it."""

    provider: str = Field(min_length=1)
    model: str = Field(min_length=1)
    units_usd: dict[str, Amount] = Field(default_factory=dict[str, Decimal])
    """US dollars a unit; ``seconds@720p`` where the price depends on the picture's short side. Empty is unknown."""
    checked_on: date | None = None
    source: str = ""
    note: str = ""
    """What the price stands for, where the provider has several: a quality, a size."""
    retires_on: date | None = None
    replaced_by: str = ""
    is_own: bool = False
    """Whether a person wrote its units down."""

    @property
    def name(self) -> str:
        """``provider:model``."""
        return f"{self.provider}:{self.model}"


def load_prices(home: Path | None = None) -> Mapping[str, ModelPrice]:
    """All known prices by ``provider:model``; what a person wrote in ``prices.toml`` wins, field by field.

    Args:
        home: The studio's home; None reads ours alone.

    Raises:
        ConfigurationError: If the person's file is wrong; names the entry and the field.
    """
    found = dict(_shipped())
    for entry in _FILE.own(home):
        own = _read(entry)
        ours = found.get(own.name)
        if ours is not None:
            fields = {name: getattr(own, name) for name in own.model_fields_set if name != "is_own"}
            if own.units_usd:  # ours were read elsewhere, on another day
                fields |= {"is_own": True, "checked_on": own.checked_on, "source": own.source, "note": own.note}
            own = ours.model_copy(update=fields)
        else:
            own = own.model_copy(update={"is_own": True})
        found[own.name] = own
    return found


def priced_card(card: ModelCard, prices: Mapping[str, ModelPrice]) -> ModelCard:
    """The card with its prices: a person's own, else those that the adapter states, else the catalogue's."""
    price = prices.get(card.name)
    if price is None or not price.units_usd or (card.prices_usd and not price.is_own):
        return card
    return card.model_copy(update={"prices_usd": price.units_usd})


def price_notes(name: str, prices: Mapping[str, ModelPrice], today: date) -> tuple[str, ...]:
    """What a person should know of a model's price: that it is old, what it stands for, that the model goes away."""
    price = prices.get(name)
    if price is None:
        return ()
    notes: list[str] = []
    if price.checked_on is not None and (age := (today - price.checked_on).days) > OLD_AFTER_DAYS:
        notes.append(f"The price of {name} was read {age} days ago, on {price.checked_on}; it may have changed.")
    if price.note and price.units_usd:
        notes.append(f"The price of {name} is for {price.note}.")
    if price.retires_on is not None:
        ends = "was retired" if price.retires_on <= today else "retires"
        instead = f"; {price.replaced_by} replaces it" if price.replaced_by else ""
        notes.append(f"{name} {ends} on {price.retires_on}{instead}.")
    return tuple(notes)


@lru_cache(maxsize=1)
def _shipped() -> Mapping[str, ModelPrice]:
    return {price.name: price for price in map(_read, _FILE.shipped())}


def _read(entry: Entry) -> ModelPrice:
    """One entry, its units flattened: ``seconds = { 720p = 0.1 }`` becomes ``seconds@720p``."""
    units: dict[str, Any] = {}
    fields: dict[str, Any] = {}
    for key, value in entry.given.items():
        if key not in UNITS:
            fields[key] = value
        elif isinstance(value, dict):
            units |= {f"{key}@{tier}": amount for tier, amount in cast(dict[str, Any], value).items()}
        else:
            units[key] = value
    for key in [*fields, *units]:
        base, _, tier = key.partition("@")
        if key in units and (not tier or _TIER.fullmatch(tier)):
            continue
        if key in units or key not in _FIELDS:
            near = get_close_matches(base, (*_FIELDS, *UNITS), n=1)
            meant = f"; did you mean {near[0]!r}?" if near and not tier else ""
            said = f"the size {tier!r}, which is not like '720p'" if tier else f"{key!r}, which is no field{meant}"
            raise entry.wrong(f"it sets {said}")
    try:
        return ModelPrice.model_validate(fields | ({"units_usd": units} if units else {}))
    except ValidationError as problem:
        field, said = fault_of(problem)
        raise entry.wrong(f"{field.removeprefix('units_usd.').replace('@', '.')} {said}") from None


_FIELDS = ("provider", "model", "checked_on", "source", "note", "retires_on", "replaced_by")
