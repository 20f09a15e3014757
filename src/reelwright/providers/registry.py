"""Finds providers by their entry points, ours and yours alike, and opens models by name."""

from difflib import get_close_matches
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import cast

from reelwright.errors import BadInput, ConfigurationError
from reelwright.film.call import Modality
from reelwright.ports import ModelCard, OpenProvider, Provider
from reelwright.providers.catalogue.models import known_card, load_models, meaning_of

GROUP = "reelwright.providers"


@cache
def providers() -> dict[str, Provider]:
    """All installed providers by name.

    Raises:
        ConfigurationError: If one does not load.
    """
    found: dict[str, Provider] = {}
    for entry in entry_points(group=GROUP):
        try:
            found[entry.name] = cast(Provider, entry.load()())
        except (ImportError, AttributeError, TypeError) as problem:
            raise ConfigurationError(
                f"the provider {entry.name!r} ({entry.value}) does not load: {problem}",
                hint=f"Reinstall or remove the package that brings {entry.name!r}.",
            ) from problem
    return found


def card_for(name: str, modality: Modality, home: Path | None = None) -> ModelCard:
    """The card of ``provider:model``, of a provider's first model when only the provider is named, or of an alias.

    Args:
        name: What a person wrote. ``provider:model`` is taken as it stands; an alias whose model is no longer served
            means what replaces it, and the card's notes say so.
        modality: What it should make.
        home: The studio's home, where a person's own aliases may be.

    Raises:
        BadInput: If no installed provider has it; names what there is.
    """
    if ":" not in name and name not in providers() and (meant := meaning_of(name, home)):
        card = card_for(meant.name, modality, home)
        return card.model_copy(update={"notes": (*meant.notes, *card.notes)})
    return known_card(_card(name, modality), home)


def _card(name: str, modality: Modality) -> ModelCard:
    provider_name, _, model = name.partition(":")
    cards = [card for provider in providers().values() for card in provider.cards if card.modality == modality]
    for card in cards:
        if card.provider == provider_name and model in ("", card.model):
            return card
    provider = providers().get(provider_name)
    if isinstance(provider, OpenProvider) and (found := provider.card_of(model, modality)):
        return found
    raise _unknown(name, modality, cards)


def _unknown(name: str, modality: Modality, cards: list[ModelCard]) -> BadInput:
    """Says what there is, and what was perhaps meant."""
    open_to_all = [one for one, found in providers().items() if isinstance(found, OpenProvider)]
    takers = [one for one in open_to_all if cast(OpenProvider, providers()[one]).card_of("any", modality)]
    allowed = sorted([*(card.name for card in cards), *(f"{one}:MODEL" for one in takers)])
    short = [alias for one in load_models().values() for alias in one.aliases] if modality == "text" else []
    provider, colon, model = name.partition(":")
    near = get_close_matches(provider, takers, n=1) if colon else get_close_matches(name, [*short, *takers], n=1)
    meant = f"Did you mean `{near[0]}{colon}{model}`? " if near else ""
    return BadInput(
        f"there is no {modality} model {name[:80]!r}; allowed are {', '.join(allowed) or 'none'}"
        + (", and the short names of `reelwright models`" if short else ""),
        hint=f"{meant}`reelwright models` lists what is known; `builtin` needs no key.",
    )


def provider_of(card: ModelCard) -> Provider:
    """The provider that offers a card."""
    return providers()[card.provider]
