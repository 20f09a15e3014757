"""What hosted models cost and are good for: dated facts in TOML files, a person's own over them."""

from reelwright.providers.catalogue.models import (
    Meant,
    ModelFacts,
    current_name,
    has_gone,
    known_card,
    load_models,
    meaning_of,
)
from reelwright.providers.catalogue.prices import ModelPrice, load_prices, price_notes, priced_card

__all__ = [
    "Meant",
    "ModelFacts",
    "ModelPrice",
    "current_name",
    "has_gone",
    "known_card",
    "load_models",
    "load_prices",
    "meaning_of",
    "price_notes",
    "priced_card",
]
