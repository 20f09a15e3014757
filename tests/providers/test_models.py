"""The catalogue of language models: aliases and what replaces them, a person's own entries, the list."""

from datetime import date
from pathlib import Path

import pytest

from reelwright import Studio
from reelwright.cli.choosing import list_models
from reelwright.cli.screen import Screen
from reelwright.errors import BadInput, ConfigurationError
from reelwright.providers.catalogue import load_models, load_prices, meaning_of
from reelwright.providers.registry import card_for, providers

PRESETS = {
    "claude-3.5-sonnet": (
        "premium",
        "openrouter:anthropic/claude-3.5-sonnet",
        "openrouter:anthropic/claude-sonnet-5.5",
    ),
    "gpt-4-turbo": ("premium", "openrouter:openai/gpt-4-turbo", "openrouter:openai/gpt-6.1-sol"),
    "claude-3-haiku": ("balanced", "openrouter:anthropic/claude-3-haiku", "openrouter:anthropic/claude-haiku-5.5"),
    "gpt-3.5-turbo": ("balanced", "openrouter:openai/gpt-3.5-turbo", "openrouter:openai/gpt-6-luna"),
    "llama-3.1-70b": ("budget", "openrouter:meta-llama/llama-3.1-70b-instruct", ""),
    "gemini-pro": ("budget", "openrouter:google/gemini-pro", "openrouter:google/gemini-3.8-flash"),
}
TODAY = date(2026, 11, 21)


@pytest.mark.parametrize("alias", PRESETS)
def test_a_name_that_people_know_means_what_replaces_it_and_says_so(alias: str) -> None:
    tier, was, now = PRESETS[alias]
    assert load_models()[was].tier == tier
    meant = meaning_of(alias, today=TODAY)
    assert meant is not None
    assert meant.name == (now or was)
    assert bool(meant.notes) == bool(now)
    assert all(alias in note and now in note for note in meant.notes)


def test_a_model_is_itself_until_the_day_it_retires() -> None:
    before = meaning_of("gpt-4-turbo", today=date(2026, 10, 22))
    assert before is not None
    assert (before.name, before.notes) == ("openrouter:openai/gpt-4-turbo", ())


def test_an_exact_name_is_sent_as_it_was_asked() -> None:
    card = card_for("openrouter:anthropic/claude-3-haiku", "text")
    assert card.model == "anthropic/claude-3-haiku"
    assert "claude-haiku-5.5 replaces it" in card.notes[0]
    assert card.modes == ("prompt",)
    assert card_for("openrouter:who/knows-1:free", "text").model == "who/knows-1:free"


def test_the_card_of_an_alias_carries_the_note() -> None:
    card = card_for("claude-3-haiku", "text")
    assert card.name == "openrouter:anthropic/claude-haiku-5.5"
    assert card.is_paid
    assert "stands in for it" in card.notes[0]


def test_an_unknown_name_says_where_to_look() -> None:
    with pytest.raises(BadInput, match="gpt-99") as told:
        card_for("gpt-99", "text")
    assert "reelwright models" in told.value.hint
    with pytest.raises(BadInput):
        card_for("claude-3-haiku", "image")


def test_a_free_variant_of_openrouter_has_a_price_of_nothing() -> None:
    assert set(card_for("openrouter:who/knows-1:free", "text").prices_usd.values()) == {0}
    assert not card_for("openrouter:who/knows-1", "text").prices_usd


def test_every_model_has_a_price_and_an_installed_provider() -> None:
    prices = load_prices()
    for name, one in load_models().items():
        assert one.provider in providers(), name
        price = prices.get(name)
        assert price is not None, name
        if one.is_gone:
            assert price.replaced_by, name
        else:
            assert price.units_usd or price.replaced_by, name
        if price.replaced_by:
            assert f"{one.provider}:{price.replaced_by}" in load_models(), name


def test_aliases_mean_one_model_each() -> None:
    aliases = [alias for one in load_models().values() for alias in one.aliases]
    assert len(aliases) == len(set(aliases))
    assert not set(aliases) & set(providers())


def _own(home: Path, text: str) -> Path:
    home.mkdir(parents=True, exist_ok=True)
    (home / "models.toml").write_text(text)
    return home


def test_a_persons_own_entries_win(tmp_path: Path) -> None:
    home = _own(
        tmp_path,
        '[[model]]\nprovider = "local"\nmodel = "phi"\naliases = ["claude-3-haiku"]\nform = "prompt"\n'
        '[[model]]\nprovider = "openrouter"\nmodel = "openai/gpt-6-luna"\noutput_factor = 2.5\n',
    )
    assert card_for("claude-3-haiku", "text", home).name == "local:phi"
    luna = card_for("gpt-6-luna", "text", home)
    assert luna.unit_factors == {"output_tokens": 2.5}
    assert luna.typical_s == load_models()["openrouter:openai/gpt-6-luna"].typical_s


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[model]]\nprovider = 3", "model"),
        ('[[model]]\nprovider = "x"\nmodel = "y"\ntier = "gold"', "tier is 'gold'"),
        ('[[model]]\nprovider = "x"\nmodel = "y"\ntir = "budget"', "tir"),
        ("[[modell]]", "holds 'modell'"),
        ("=", "no TOML"),
    ],
)
def test_a_wrong_entry_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigurationError, match=r"models\.toml") as told:
        load_models(_own(tmp_path, text))
    assert said in told.value.message


def test_the_list_says_what_a_key_opens(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-canary")
    with Studio() as studio:
        listed = {one.name: one for one in studio.models()}
    assert listed["openai:gpt-6-luna"].has_key
    haiku = listed["openrouter:anthropic/claude-3-haiku"]
    assert (haiku.has_key, haiku.needs, haiku.has_gone) == (False, "OPENROUTER_API_KEY", True)
    assert haiku.replaced_by == "openrouter:anthropic/claude-haiku-5.5"
    assert listed["builtin:writer"].tier == "free"
    assert (listed["openai:gpt-6-luna"].effort, listed["openai:gpt-4o"].effort) == ("low", "")
    list_models(Screen(as_json=False, command="reelwright"), "text")
    shown = capsys.readouterr().out
    assert "sk-canary" not in shown
    assert "$0.1 / $0.5" in shown
    assert "gpt-3.5-turbo or openrouter:openai/gpt-3.5-turbo is no longer served since 2026-10-23" in shown
    assert "Not set: ANTHROPIC_API_KEY, GEMINI_API_KEY, OPENROUTER_API_KEY" in shown
    assert "builtin:artist" not in shown
