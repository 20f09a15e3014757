"""What a film will cost with the settings as they are: its models' cards, their prices, the story templates."""

from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Literal

from reelwright.crew import cards_of, writing_cards
from reelwright.errors import BadInput
from reelwright.film.brief import Brief
from reelwright.film.estimate import Estimate
from reelwright.film.film import Film, Until
from reelwright.film.money import cap_for
from reelwright.film.shot import Shot
from reelwright.ports import ModelCard
from reelwright.prompts.templates import load_templates
from reelwright.providers.catalogue import load_prices, price_notes
from reelwright.settings import Settings
from reelwright.workflows.calibration import calibrated
from reelwright.workflows.estimate import estimate_film


def quote(settings: Settings, brief: Brief, until: Until, shots: Sequence[Shot] | None = None) -> Estimate:
    """The estimate of a film, with what a person should know of its prices.

    Raises:
        BadInput: If a model does not exist.
        ConfigurationError: If the person's own ``prices.toml`` is wrong.
    """
    cards, writers = cards_of(settings, brief.models), calibrated(settings, writing_cards(settings, brief.models))
    stand_ins = _stand_ins(settings, brief)
    known = [*cards.values(), *writers.values(), *(card for one in stand_ins for card in one.values())]
    if not any(card.is_paid for card in known):
        return Estimate()
    templates = load_templates(settings.home / "story_templates")
    chosen = [templates[brief.template]] if brief.template else list(templates.values())
    found = estimate_film(brief, cards, chosen, until=until, shots=shots, writers=writers, stand_ins=stand_ins)
    prices, today = load_prices(settings.home), datetime.now(UTC).date()
    names = sorted({line.model for line in found.lines})
    asked = {card.name: card for card in known}.values()
    notes = [note for card in asked for note in card.notes]
    notes += [note for name in names for note in price_notes(name, prices, today)]
    return found.model_copy(update={"notes": tuple(dict.fromkeys(notes))})


def _stand_ins(settings: Settings, brief: Brief) -> list[dict[str, ModelCard]]:
    """Who is asked for each writing task when the one before is down, rank by rank."""
    found: list[dict[str, ModelCard]] = []
    while cards := writing_cards(settings, brief.models, rank=len(found) + 1):
        found.append(calibrated(settings, cards))
    return found


def budgeted(film: Film, estimate: Estimate, cap: Decimal | Literal["none"] | None) -> Film:
    """A film with its estimate and its cap.

    Args:
        film: The film.
        estimate: What it should cost.
        cap: US dollars, ``"none"`` for no limit, or None for the estimate and a fifth more.

    Raises:
        BadInput: If a cap cannot be kept, because nobody knows a model's price.
    """
    if estimate.unpriced and cap != "none":
        raise BadInput(
            f"nobody knows what {', '.join(estimate.unpriced)} costs, so no budget can be kept",
            hint="Write its price into prices.toml in the studio's home (docs/costs.md), or make the film with"
            " `--budget none`.",
        )
    cap_usd = cap_for(estimate.high_usd) if cap is None else None if cap == "none" else cap
    return film.model_copy(update={"estimate_usd": estimate.high_usd, "cap_usd": cap_usd})
