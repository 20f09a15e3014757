"""How much a model shall think before it answers: said where each vendor wants it, left out where it is refused."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.wire import Case, Simulator, Vendor
from tests.wire.asking import GOOD, request
from tests.wire.shapes import effort_of, error_of

from reelwright.errors import ConfigurationError, Missing
from reelwright.ports import TextModel
from reelwright.providers.registry import card_for
from reelwright.workflows.recipes import recipe_for

THINKS: dict[Vendor, tuple[str, Any]] = {
    "openrouter": ("openai/gpt-6-luna", "low"),
    "openai": ("gpt-6-luna", "low"),
    "anthropic": ("claude-haiku-5-5", "low"),
    "google": ("gemini-3.5-flash-lite", "MINIMAL"),
    "local": ("thinker", "high"),
}
"""By vendor: a model that thinks unasked, and how little it is asked to; by a person's own wish at a local server."""
REFUSALS: dict[Vendor, tuple[int, str]] = {
    "openrouter": (404, "No endpoints found that can handle the requested parameters."),
    "openai": (400, "Unsupported parameter: 'reasoning_effort' is not supported with this model."),
    "anthropic": (400, "This model does not support the effort parameter."),
    "google": (400, "Thinking level is not supported for this model."),
    "local": (400, "reasoning_effort: unknown field"),
}


def own(home: Path, provider: str, model: str, effort: str) -> Path:
    """A studio's home where a person asks a model for an effort."""
    entry = f'[[model]]\nprovider = "{provider}"\nmodel = "{model}"\neffort = "{effort}"\n'
    (home / "models.toml").write_text(entry, "utf-8")
    return home


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return own(tmp_path, "local", "thinker", "high")


@pytest.mark.parametrize("vendor", THINKS)
async def test_a_model_that_thinks_is_asked_to_think_little(
    simulator: Simulator, opened: Callable[..., TextModel], vendor: Vendor, home: Path
) -> None:
    model, effort = THINKS[vendor]
    simulator.plan.append(Case(GOOD))
    reply = await opened(vendor, model, home=home).write(request())
    assert reply.output is not None
    assert effort_of(simulator.seen[-1]) == effort
    assert simulator.seen[-1].schema is not None, "the form is asked for as well"


@pytest.mark.parametrize(
    ("vendor", "model"),
    [
        ("openrouter", "meta-llama/llama-3.3-70b-instruct"),
        ("openai", "gpt-4o"),
        ("anthropic", "claude-haiku-4-5"),
        ("google", "somebody-s-own"),
        ("local", "small-model"),
    ],
)
async def test_others_are_told_nothing_of_it(
    simulator: Simulator, opened: Callable[..., TextModel], vendor: Vendor, model: str
) -> None:
    simulator.plan.append(Case(GOOD))
    await opened(vendor, model).write(request())
    said = str(simulator.seen[-1].body)
    assert not [word for word in ("effort", "reasoning", "thinking") if word in said]


@pytest.mark.parametrize("vendor", THINKS)
async def test_a_host_that_refuses_it_is_asked_without(
    simulator: Simulator, opened: Callable[..., TextModel], vendor: Vendor, home: Path
) -> None:
    status, message = REFUSALS[vendor]
    simulator.plan += [Case(status=status, error=error_of(vendor, status, message)), Case(GOOD)]
    reply = await opened(vendor, THINKS[vendor][0], home=home).write(request())
    first, second = simulator.seen
    assert effort_of(first)
    assert effort_of(second) is None
    assert second.schema == first.schema
    assert reply.output is not None
    assert ["cannot be told how much to think" in note for note in reply.notes] == [True]
    assert len(simulator.charges) == 1, "what is turned down is not charged"


async def test_what_takes_neither_is_asked_in_words(simulator: Simulator, opened: Callable[..., TextModel]) -> None:
    turned_down = Case(status=404, error=error_of("openrouter", *REFUSALS["openrouter"]))
    simulator.plan += [turned_down, turned_down, Case(GOOD)]
    reply = await opened("openrouter", "openai/gpt-6-luna").write(request())
    assert [(effort_of(seen), seen.schema is None) for seen in simulator.seen] == [
        ("low", False),
        (None, False),
        (None, True),
    ]
    assert len(reply.notes) == 2
    simulator.plan += [turned_down] * 3
    with pytest.raises(Missing):
        await opened("openrouter", "openai/gpt-6-luna").write(request())


def test_another_effort_is_another_answer(tmp_path: Path) -> None:
    """What was written with one effort does not stand for what another would write."""
    usual = card_for("openai:gpt-6-luna", "text")
    unasked = card_for("openai:gpt-6-luna", "text", own(tmp_path, "openai", "gpt-6-luna", ""))
    assert (usual.effort, unasked.effort) == ("low", "")
    assert recipe_for(usual, request()).key != recipe_for(unasked, request()).key


def test_an_effort_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="openai:gpt-6-luna: effort is 'little'"):
        card_for("openai:gpt-6-luna", "text", own(tmp_path, "openai", "gpt-6-luna", "little"))
