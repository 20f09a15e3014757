"""Prices of calls and of films: exact decimals, honest sources, ranges where nobody can know."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from reelwright.film.brief import Brief
from reelwright.film.call import Modality
from reelwright.film.estimate import Estimate
from reelwright.film.film import Until
from reelwright.film.frame import FrameRole
from reelwright.film.money import CostSource, Usage, cap_for, dollars
from reelwright.film.shot import Shot, VoiceOver
from reelwright.ports import ImageRequest, ModelCard, VideoRequest
from reelwright.prompts.templates import load_templates
from reelwright.workflows.estimate import estimate_film
from reelwright.workflows.pricing import price_of, settled, units_of

PARTS: tuple[Modality, ...] = ("text", "image", "video", "voice", "music", "sound")


def card(modality: Modality = "image", **more: Any) -> ModelCard:
    named = {"provider": "far", "model": modality, "modality": modality, "title": "Far", "version": "1"}
    return ModelCard.model_validate({**named, "reads": ("prompt",), **more})


def cards(**prices: dict[str, str]) -> dict[Modality, ModelCard]:
    return {part: card(part, prices_usd=prices.get(part, {})) for part in PARTS}


def cards_but(other: ModelCard, **prices: dict[str, str]) -> dict[Modality, ModelCard]:
    return {**cards(**prices), other.modality: other}


def estimate(brief: Brief, template: str | None = None, **prices: dict[str, str]) -> Estimate:
    known = load_templates()
    return estimate_film(brief, cards(**prices), [known[template]] if template else list(known.values()))


def still(width_px: int = 1280, height_px: int = 720) -> ImageRequest:
    shot = Shot(id="sh01", number=1, frame_count=72)
    return ImageRequest(FrameRole.START, "a mug", "", shot, "illustrated", width_px, height_px, 1, Path())


def take(frame_count: int, height_px: int, rate: Fraction = Fraction(24)) -> VideoRequest:
    shot = Shot(id="sh01", number=1, frame_count=frame_count)
    return VideoRequest(
        "a mug", "", shot, "", None, None, None, 0, frame_count, 0, (), rate, height_px * 2, height_px, 1, Path()
    )


def test_money_is_added_exactly() -> None:
    paid = card(prices_usd={"images": Decimal("0.1"), "megapixels": Decimal("0.2")})
    costs = [price_of(paid, {"images": 1.0, "megapixels": 1.0}).cost_usd for _ in range(3)]
    assert sum(costs) == Decimal("0.9")
    assert price_of(paid, units_of(still())).cost_usd == Decimal("0.1") + Decimal("0.2") * Decimal("0.9216")


def test_seconds_of_broadcast_rates_are_exact_to_a_microsecond() -> None:
    paid = card("video", prices_usd={"seconds": Decimal("0.07")})
    asked = units_of(take(120, 720, Fraction(24000, 1001)))
    assert price_of(paid, asked).cost_usd == Decimal("0.07") * Decimal("5.005")


@pytest.mark.parametrize(
    ("height_px", "price"), [(240, "0.05"), (480, "0.05"), (482, "0.10"), (720, "0.10"), (1080, "0.20"), (2160, "0.20")]
)
def test_the_smallest_size_that_holds_the_picture_is_paid(height_px: int, price: str) -> None:
    prices = {"seconds@720p": "0.10", "seconds@1080p": "0.20", "seconds@480p": "0.05"}
    assert price_of(card("video", prices_usd=prices), units_of(take(24, height_px))).cost_usd == Decimal(price)


def test_unknown_is_never_free() -> None:
    assert price_of(card(), units_of(still())).source is CostSource.FREE
    assert price_of(card(takes_money=True), units_of(still())).source is CostSource.UNKNOWN
    by_token = card(prices_usd={"output_tokens": "0.00003"})
    assert price_of(by_token, units_of(still())).source is CostSource.UNKNOWN
    assert settled(by_token, still(), Usage(units={"output_tokens": 1000.0})).cost_usd == Decimal("0.03")


def test_what_the_provider_reports_goes_before_what_we_count() -> None:
    paid = card(prices_usd={"images": "0.05"})
    told = Usage(cost_usd=Decimal("0.04"), source=CostSource.REPORTED)
    assert settled(paid, still(), told) == told
    assert settled(paid, still(), None).source is CostSource.COMPUTED
    assert settled(paid, still(), Usage()).cost_usd == Decimal("0.05")


def test_caps_are_rounded_up_to_a_cent() -> None:
    assert cap_for(Decimal("0.30")) == Decimal("0.36")
    assert cap_for(Decimal("0.0001")) == Decimal("0.01")
    assert cap_for(Decimal(0)) == 0


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        ("0", "$0.00"),
        ("1.5", "$1.50"),
        ("1E+1", "$10.00"),
        ("0.0004", "$0.0004"),
        ("1E-7", "$0.00"),
        ("2.123", "$2.123"),
    ],
)
def test_amounts_are_shown_as_people_write_them(amount: str, shown: str) -> None:
    assert dollars(Decimal(amount)) == shown


def test_a_free_film_has_no_estimate() -> None:
    assert estimate(Brief(prompt="x")).is_free


def test_two_frames_and_a_take_a_shot() -> None:
    found = estimate(
        Brief(prompt="x", duration_s=15, takes=1), "aida", image={"images": "0.05"}, video={"calls": "0.20"}
    )
    assert [(line.step, line.high_calls, line.high_usd) for line in found.lines] == [
        ("frames", 8, Decimal("0.40")),
        ("takes", 4, Decimal("0.80")),
    ]
    assert found.low_usd == found.high_usd == Decimal("1.20")


def test_spare_frames_are_paid_at_the_most() -> None:
    found = estimate(Brief(prompt="x", duration_s=15, takes=1), "aida", video={"seconds": "0.10"})
    assert (found.low_usd, found.high_usd) == (Decimal("1.50"), Decimal("1.70"))


def test_stories_differ_in_their_shots_and_writers_may_be_asked_twice() -> None:
    words = {"input_tokens": "0.000001", "output_tokens": "0.000005"}
    found = estimate(Brief(prompt="x", duration_s=60), text=words, image={"images": "0.05"})
    writing, frames = found.lines
    assert (writing.low_calls, writing.high_calls) == (3 + 12, 2 * (3 + 12))
    assert frames.low_calls <= frames.high_calls
    assert found.low_usd < found.high_usd
    known = Brief(prompt="x", template="aida")
    assert estimate(known, "aida", text=words).lines[0].low_calls == 2 + 4


def test_what_the_film_does_without_is_not_priced() -> None:
    prices = {"voice": {"characters": "0.00008"}, "music": {"calls": "0.08"}, "sound": {"calls": "0.01"}}
    loud = estimate(Brief(prompt="x"), "aida", **prices)
    assert {line.step for line in loud.lines} == {"voice", "music", "sounds"}
    silent = Brief(prompt="x", wants_voice=False, wants_music=False, wants_effects=False)
    assert estimate(silent, "aida", **prices).is_free


def test_a_film_that_stops_early_pays_for_what_it_makes() -> None:
    templates = list(load_templates().values())
    priced = cards(text={"calls": "1"}, image={"calls": "1"}, video={"calls": "1"})
    steps = {
        until: [line.step for line in estimate_film(Brief(prompt="x"), priced, templates, until=until).lines]
        for until in Until
    }
    assert steps[Until.STORY] == ["writing"]
    assert steps[Until.FRAMES] == ["writing", "frames"]
    assert steps[Until.FILM] == ["writing", "frames", "takes"]


def test_frames_that_follow_the_voice_may_be_paid_twice() -> None:
    priced = cards_but(card("image", prices_usd={"calls": "1"}, reads=("prompt", "shot.frame_count")))
    templates = [load_templates()["aida"]]
    line = estimate_film(Brief(prompt="x"), priced, templates).lines[0]
    assert (line.low_calls, line.high_calls) == (8, 16)
    silent = Brief(prompt="x", wants_voice=False)
    assert estimate_film(silent, priced, templates).lines[0].high_calls == 8


def test_a_list_of_shots_is_priced_as_it_is() -> None:
    shots = [
        Shot(id="a", number=1, frame_count=72, voice_over=VoiceOver(text="Hello there.")),
        Shot(id="b", number=2, frame_count=96, sounds=("pour",)),
    ]
    priced = cards(text={"calls": "9"}, image={"calls": "1"}, voice={"characters": "0.01"}, sound={"calls": "0.5"})
    found = estimate_film(Brief(prompt="x"), priced, [], shots=shots)
    assert [(line.step, line.low_usd, line.high_usd) for line in found.lines] == [
        ("frames", Decimal(4), Decimal(4)),
        ("voice", Decimal("0.12"), Decimal("0.12")),
        ("sounds", Decimal("0.5"), Decimal("0.5")),
    ]


def test_models_without_a_price_are_named() -> None:
    priced = cards_but(card("video", takes_money=True), image={"calls": "1"})
    found = estimate_film(Brief(prompt="x"), priced, [load_templates()["aida"]])
    assert found.unpriced == ("far:video",)
    assert not found.is_free
