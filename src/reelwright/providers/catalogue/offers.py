"""All models that can be chosen by name: those of installed providers, and what your own server serves."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from reelwright.film.offer import ModelOffer
from reelwright.ports import ModelCard
from reelwright.providers.catalogue.models import ModelFacts, has_gone, load_models
from reelwright.providers.catalogue.prices import ModelPrice, load_prices, priced_card
from reelwright.providers.registry import card_for, providers
from reelwright.settings import Settings


def offers(settings: Settings, today: date | None = None) -> tuple[ModelOffer, ...]:
    """The models by what they make; first those that need no key, then the known ones in the catalogue's order.

    Raises:
        ConfigurationError: If the person's own ``models.toml`` or ``prices.toml`` is wrong.
    """
    today = today or datetime.now(UTC).date()
    models, prices = load_models(settings.home), load_prices(settings.home)
    cards = [card for provider in providers().values() for card in provider.cards]
    cards += [card_for(f"local:{name}", "text", settings.home) for name in _served(settings)]
    cards += [card_for(name, "text", settings.home) for name, one in models.items() if one.provider in providers()]
    return tuple(_offer(priced_card(card, prices), models, prices, settings, today) for card in cards)


def _served(settings: Settings) -> tuple[str, ...]:
    """What your own server serves; nothing when none runs."""
    if "local" not in providers():
        return ()
    from reelwright.providers.local import find_server

    found = find_server(settings.provider_options("local"))
    return found.models if found else ()


def _offer(
    card: ModelCard,
    models: Mapping[str, ModelFacts],
    prices: Mapping[str, ModelPrice],
    settings: Settings,
    today: date,
) -> ModelOffer:
    facts = models.get(card.name, ModelFacts(provider=card.provider, model=card.model))
    price = prices.get(card.name)
    is_served = card.provider == "local"
    needs = getattr(providers()[card.provider], "key_name", "")
    return ModelOffer(
        name=card.name,
        modality=card.modality,
        aliases=facts.aliases,
        title=card.title,
        tier=facts.tier or ("" if card.is_paid else "free"),
        quality=facts.quality,
        prices_usd=card.prices_usd,
        takes_money=card.is_paid,
        context_tokens=facts.context_tokens,
        typical_s=facts.typical_s if is_served else card.typical_s,
        effort=card.effort,
        best_for=facts.best_for or ("" if card.is_paid else "your own server" if is_served else card.title),
        has_gone=has_gone(card.name, models, prices, today),
        retires_on=price.retires_on if price else None,
        replaced_by=f"{price.provider}:{price.replaced_by}" if price and price.replaced_by else "",
        needs=needs,
        has_key=not needs or bool(settings.api_key(card.provider)),
        note=facts.note,
    )
