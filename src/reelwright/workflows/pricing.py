"""What a request costs before it is sent: the units that it asks for, at the prices of the model's card."""

from decimal import Decimal

from reelwright.film.money import CostSource, Usage
from reelwright.ports import (
    ImageRequest,
    ModelCard,
    MusicRequest,
    SoundRequest,
    SpeechRequest,
    TextRequest,
    VideoRequest,
)

_CHARACTERS_A_TOKEN = 4
_OUTPUT_TOKENS = {"choose_template": 120, "write_story": 500, "break_into_shots": 700, "specify_pictures": 600}
"""What each writing task usually answers with, counted on the built-in writer's answers."""


def units_of(request: object) -> dict[str, float]:
    """What a request asks for, in the units that prices are given in."""
    match request:
        case TextRequest():
            output = _OUTPUT_TOKENS.get(request.task, 600)
            asked = {"input_tokens": len(request.prompt) / _CHARACTERS_A_TOKEN, "output_tokens": float(output)}
        case ImageRequest():
            asked = {"images": 1.0, "megapixels": request.width_px * request.height_px / 1e6}
        case VideoRequest():
            asked = {"seconds": float(request.total_frames / request.rate)}
        case SpeechRequest():
            asked = {"characters": float(len(request.text))}
        case MusicRequest() | SoundRequest():
            asked = {"seconds": request.duration_s}
        case _:
            asked = {}
    return asked | {"calls": 1.0}


def price_of(card: ModelCard, units: dict[str, float], source: CostSource = CostSource.COMPUTED) -> Usage:
    """Units at the card's prices; free when the card has none."""
    if not card.prices_usd:
        return Usage(units=units)
    cost_usd = sum(
        (price * Decimal(str(round(units.get(unit, 0.0), 6))) for unit, price in card.prices_usd.items()), Decimal(0)
    )
    return Usage(cost_usd=cost_usd, source=source, units=units)
