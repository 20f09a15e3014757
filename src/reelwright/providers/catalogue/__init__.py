"""What hosted models cost: dated facts in ``prices.toml``, a person's own over them."""

from reelwright.providers.catalogue.prices import ModelPrice, load_prices, price_notes, priced_card

__all__ = ["ModelPrice", "load_prices", "price_notes", "priced_card"]
