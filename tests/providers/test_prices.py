"""The catalogue of prices: ours is sound, a person's own wins, and a wrong entry is named."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from reelwright.errors import ConfigurationError
from reelwright.ports import ModelCard
from reelwright.providers.catalogue import load_prices, price_notes, priced_card
from reelwright.providers.catalogue.prices import UNITS

FLUX = "fal:fal-ai/flux/dev"


def card(**more: object) -> ModelCard:
    named = {"provider": "fal", "model": "fal-ai/flux/dev", "modality": "image", "title": "Flux", "version": "1"}
    return ModelCard.model_validate({**named, "reads": ("prompt",), **more})


def write(home: Path, text: str) -> Path:
    home.mkdir(exist_ok=True)
    (home / "prices.toml").write_text(text, "utf-8")
    return home


def test_every_price_of_ours_has_a_day_a_source_and_known_units() -> None:
    prices = load_prices()
    assert len(prices) > 40
    for price in prices.values():
        assert price.checked_on is not None, price.name
        assert price.source, price.name
        assert price.units_usd or price.replaced_by or price.retires_on, f"{price.name} says nothing"
        assert {unit.partition("@")[0] for unit in price.units_usd} <= set(UNITS), price.name


def test_known_figures_are_exact() -> None:
    prices = load_prices()
    haiku = prices["openrouter:anthropic/claude-3-haiku"]
    assert haiku.units_usd == {"input_tokens": Decimal("0.00000025"), "output_tokens": Decimal("0.00000125")}
    assert prices["fal:minimax/h3/image-to-video"].units_usd["seconds@768p"] == Decimal("0.06")


def test_a_card_takes_its_price_from_the_catalogue_unless_it_states_one() -> None:
    prices = load_prices()
    assert priced_card(card(), prices).prices_usd == {"images": Decimal("0.025")}
    own = card(prices_usd={"images": Decimal("0.01")})
    assert priced_card(own, prices) == own
    unknown = card(model="nobody-knows")
    assert priced_card(unknown, prices) == unknown


def test_a_persons_own_price_wins_over_both(tmp_path: Path) -> None:
    home = write(tmp_path, '[[price]]\nprovider = "fal"\nmodel = "fal-ai/flux/dev"\nmegapixels = 0.02\n')
    prices = load_prices(home)
    assert prices[FLUX].units_usd == {"megapixels": Decimal("0.02")}
    assert prices[FLUX].checked_on is None
    stated = card(prices_usd={"images": Decimal("0.01")})
    assert priced_card(stated, prices).prices_usd == {"megapixels": Decimal("0.02")}
    assert load_prices()[FLUX].units_usd == {"images": Decimal("0.025")}


def test_a_persons_own_fields_leave_the_others(tmp_path: Path) -> None:
    home = write(tmp_path, '\ufeff[[price]]\nprovider = "fal"\nmodel = "fal-ai/flux/dev"\nretires_on = 2027-01-01\n')
    price = load_prices(home)[FLUX]
    assert price.units_usd == {"images": Decimal("0.025")}
    assert price.retires_on == date(2027, 1, 1)
    stated = card(prices_usd={"images": Decimal("0.01")})
    assert priced_card(stated, load_prices(home)) == stated


def test_sizes_and_parts_are_read(tmp_path: Path) -> None:
    home = write(
        tmp_path,
        '[[price]]\nprovider = "me"\nmodel = "v"\nseconds = { 480p = "$0.05", 720p = "1 per thousand" }\n'
        'characters = "80 / million"\ncalls = 1\n',
    )
    assert load_prices(home)["me:v"].units_usd == {
        "seconds@480p": Decimal("0.05"),
        "seconds@720p": Decimal("0.001"),
        "characters": Decimal("0.00008"),
        "calls": Decimal(1),
    }


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ('seconds = "cheap"', "me:v: seconds is 'cheap': write US dollars a unit"),
        ("images = -1", "me:v: images is -1"),
        ("images = true", "me:v: images is True"),
        ("images = nan", "me:v: images is"),
        ('second = "0.05"', "'second', which is no field; did you mean 'seconds'?"),
        ("seconds = { hd = 0.1 }", "the size 'hd', which is not like '720p'"),
        ("seconds = { 720p = [] }", "me:v: seconds.720p is \\[\\]"),
        ('checked_on = "yesterday"', "me:v: checked_on is 'yesterday'"),
        ("is_own = true", "'is_own', which is no field"),
    ],
)
def test_a_wrong_entry_is_named(tmp_path: Path, lines: str, said: str) -> None:
    home = write(tmp_path, f'[[price]]\nprovider = "me"\nmodel = "v"\n{lines}\n')
    with pytest.raises(ConfigurationError, match=f"prices.toml: .*{said}") as told:
        load_prices(home)
    assert "[[price]]" in told.value.hint


@pytest.mark.parametrize("text", ["[[prices]]\nprovider = 1", "price = 3", "[[price]", '[[price]]\nmodel = "v"'])
def test_a_wrong_file_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigurationError, match=re.escape(str(tmp_path / "prices.toml"))):
        load_prices(write(tmp_path, text))


def test_old_prices_and_retired_models_are_said() -> None:
    prices = load_prices()
    assert price_notes(FLUX, prices, date(2027, 2, 19)) == ()
    assert "92 days ago, on 2026-11-21" in price_notes(FLUX, prices, date(2027, 2, 21))[0]
    gone = price_notes("openrouter:openai/gpt-4-turbo", prices, date(2026, 11, 22))
    assert gone == ("openrouter:openai/gpt-4-turbo was retired on 2026-10-23; openai/gpt-6.1-sol replaces it.",)
    assert "retires on 2027-01-06" in price_notes("openai:tts-1", prices, date(2026, 11, 22))[0]
    assert price_notes("nobody:knows", prices, date(2027, 2, 21)) == ()
