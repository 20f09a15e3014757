"""A provider of language models that is paid and needs a key: its card for any name, and its door."""

from dataclasses import dataclass
from decimal import Decimal

from reelwright.errors import NotConfigured
from reelwright.film.call import CallProfile, Modality
from reelwright.ports import Model, ModelCard, Tools
from reelwright.providers.language.vendor import Vendor

READS = ("task", "prompt", "form", "seed", "answer_tokens")
ADAPTER_VERSION = "1"
_TIMEOUT_S = 180.0
_TYPICAL_S = 8.0


def language_card(provider: str, model: str, *, is_paid: bool = True, timeout_s: float = _TIMEOUT_S) -> ModelCard:
    """The card of a language model by any name; its prices come from the catalogue."""
    return ModelCard(
        provider=provider,
        model=model,
        modality="text",
        title=model,
        version=ADAPTER_VERSION,
        reads=READS,
        seeds=False,
        takes_money=is_paid,
        concurrency=8,
        typical_s=_TYPICAL_S,
        profile=CallProfile(timeout_s=timeout_s),
    )


def no_key(card: ModelCard, key_name: str) -> NotConfigured:
    """That a model's key is not set, and by which variable it is."""
    return NotConfigured(
        f"{card.name!r} needs a key of {card.provider}",
        hint=f"Set {key_name}, or write it into config.toml; `builtin` needs none.",
    )


@dataclass(frozen=True)
class LanguageProvider:
    """A vendor of language models.

    Args:
        name: Its name, as models and settings write it.
        vendor: Its wire.
        base_url: Its API, unless a setting names another.
        key_name: The variable that its key is set by.
        default_model: The model when only the provider is named.
        key_header: The header that carries the key.
        free_suffix: How the names of models end that the vendor charges nothing for.
    """

    name: str
    vendor: Vendor
    base_url: str
    key_name: str
    default_model: str
    key_header: str = "Authorization"
    free_suffix: str = ""
    cards: tuple[ModelCard, ...] = ()

    def card_of(self, model: str, modality: Modality) -> ModelCard | None:
        """The card of a language model of any name."""
        if modality != "text":
            return None
        card = language_card(self.name, model or self.default_model)
        if self.free_suffix and card.model.endswith(self.free_suffix):
            return card.model_copy(update={"prices_usd": dict.fromkeys(("input_tokens", "output_tokens"), Decimal(0))})
        return card

    def open(self, card: ModelCard, tools: Tools) -> Model:
        """The model behind a card.

        Raises:
            NotConfigured: If there is no key.
        """
        from reelwright.providers.http import HttpDoor
        from reelwright.providers.language.model import LanguageModel

        key = tools.options.get("api_key", "")
        if not key:
            raise no_key(card, self.key_name)
        door = HttpDoor(
            provider=self.name,
            base_url=tools.options.get("base_url", self.base_url),
            key=key,
            timeout_s=card.profile.timeout_s,
            judge=self.vendor.judge,
            key_header=self.key_header,
            key_name=self.key_name,
        )
        return LanguageModel(card, door, self.vendor, "prompt" if "prompt" in card.modes else "json_schema")
