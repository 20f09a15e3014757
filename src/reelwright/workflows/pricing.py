"""What a call costs: the units that its request asks for, at the prices of the model's card."""

from collections.abc import Collection, Mapping
from decimal import Decimal

from reelwright.errors import OverBudget
from reelwright.film.money import CostSource, Usage, dollars
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
_TOKENS = frozenset({"input_tokens", "output_tokens"})


def units_of(request: object) -> dict[str, float]:
    """What a request asks for, in the units that prices are given in; tokens are expected, all else is exact.

    ``lines`` is the picture's short side, on which some prices depend.
    """
    match request:
        case TextRequest():
            prompt_tokens = len(request.prompt) / _CHARACTERS_A_TOKEN
            asked = {"input_tokens": prompt_tokens, "output_tokens": float(request.answer_tokens)}
        case ImageRequest():
            megapixels = request.width_px * request.height_px / 1e6
            lines = float(min(request.width_px, request.height_px))
            asked = {"images": 1.0, "megapixels": megapixels, "lines": lines}
        case VideoRequest():
            lines = float(min(request.width_px, request.height_px))
            asked = {"seconds": float(request.total_frames / request.rate), "lines": lines}
        case SpeechRequest():
            asked = {"characters": float(len(request.text))}
        case MusicRequest() | SoundRequest():
            asked = {"seconds": request.duration_s}
        case _:
            asked = {}
    return asked | {"calls": 1.0}


def price_of(card: ModelCard, units: Mapping[str, float], source: CostSource = CostSource.COMPUTED) -> Usage:
    """Units at the card's prices; free when the model is, and unknown when a price or a unit is."""
    if not card.is_paid:
        return Usage(units=dict(units))
    prices = _prices_at(card, units.get("lines", 0.0))
    if not prices or prices.keys() - units.keys():
        source = CostSource.UNKNOWN
    cost_usd = sum((price * _exact(units.get(unit, 0.0)) for unit, price in prices.items()), Decimal(0))
    return Usage(cost_usd=cost_usd, source=source, units=dict(units))


def expected_of(card: ModelCard, units: Mapping[str, float]) -> dict[str, float]:
    """Expected units as the model's card says that this model takes them."""
    return {unit: count * card.unit_factors.get(unit, 1.0) for unit, count in units.items()}


def check_price_known(card: ModelCard, request: object, cap_usd: Decimal | None) -> None:
    """Refuses a call whose price nobody knows where a budget must be kept.

    Raises:
        OverBudget: Names the model and the two ways on.
    """
    if cap_usd is not None and price_of(card, units_of(request)).source is CostSource.UNKNOWN:
        raise OverBudget(
            f"nobody knows what {card.name} costs, so the film's budget of {dollars(cap_usd)} cannot be kept",
            hint="It was not sent. Write its price into prices.toml in the studio's home (docs/costs.md), or"
            " `reelwright resume --budget none`.",
        )


def settled(card: ModelCard, request: object, told: Usage | None) -> Usage:
    """What a call cost: as the provider reports it, else the units that it counted, else those that were asked for.

    Tokens that nobody counted are an estimate; pictures, seconds and characters are what we asked for.
    """
    if told is not None and told.source is not CostSource.FREE:
        return told
    counted = told.units if told is not None else {}
    guessed = (card.prices_usd.keys() & _TOKENS) - counted.keys()
    expected = expected_of(card, units_of(request))
    return price_of(card, expected | counted, CostSource.ESTIMATE if guessed else CostSource.COMPUTED)


def _prices_at(card: ModelCard, lines: float) -> dict[str, Decimal]:
    """The prices for a picture of so many lines: of several sizes the smallest that holds it, else the largest."""
    by_size: dict[str, dict[int, Decimal]] = {}
    for name, price in card.prices_usd.items():
        unit, _, size = name.partition("@")
        by_size.setdefault(unit, {})[int(size.removesuffix("p") or 0)] = price
    return {unit: prices[_fitting(prices, lines)] for unit, prices in by_size.items()}


def _fitting(sizes: Collection[int], lines: float) -> int:
    return min((size for size in sizes if size >= lines), default=max(sizes))


def _exact(units: float) -> Decimal:
    return Decimal(str(round(units, 6))).normalize()
