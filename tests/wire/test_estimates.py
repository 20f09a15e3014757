"""What words will cost, beside what the simulator then charges: learnt after five answers, right within a tenth."""

from decimal import Decimal

import pytest
from tests.wire import Simulator
from tests.wire.recorded import answers_for

from reelwright import Studio, Until
from reelwright.briefing import MakeOptions
from reelwright.film.brief import Brief, Models

LUNA, HAIKU = "openrouter:openai/gpt-6-luna", "anthropic:claude-haiku-5-5"
PRICES = (Decimal("0.0000001"), Decimal("0.0000005"))
BRIEFS = (
    "Artisan coffee that starts your morning right",
    "Fitness app for busy moms to stay healthy",
    "Luxury perfume capturing midnight elegance",
    "A detective enters his dimly lit office on a rainy night",
    "Cyber Monday deal: our noise cancelling headphones are $89 instead of $179, today only",
    "New smartphone launch",
    "Skincare transformation",
    "Marathon training app",
    "Gourmet chocolate tasting",
    "launch video for Fennel, a meal kit box that comes to your door every tuesday",
    "Handmade leather bags from Florence, cut and sewn by one person from start to finish, mended for life",
    "10M users tracking goals",
)


def errors(
    simulator: Simulator, model: str, briefs: tuple[str, ...], durations_s: tuple[int, ...], until: Until
) -> list[float]:
    """For one film after the other: how far the estimate was off, as a share of what was charged.

    Each length has a seed of its own, so that nothing is found that was made before.
    """
    off: list[float] = []
    with Studio() as studio:
        for duration_s in durations_s:
            for prompt in briefs:
                answers = answers_for(Brief(prompt=prompt, duration_s=duration_s, seed=duration_s))
                simulator.writer = lambda seen, answers=answers: answers[seen.prompt]
                before = simulator.spent_usd
                models = Models(text=model)
                asked: MakeOptions = {"duration_s": duration_s, "until": until, "models": models, "seed": duration_s}
                asked["budget"] = "none"
                expected = studio.estimate(prompt, **asked).low_usd
                studio.make(prompt, **asked)
                charged = simulator.spent_usd - before
                off.append(abs(float(expected / charged) - 1))
    return off


@pytest.fixture
def vendors(simulator: Simulator, monkeypatch: pytest.MonkeyPatch) -> Simulator:
    """Two models that count otherwise than we do: one thinks, one is sent the form as words."""
    for name, value in simulator.environment().items():
        monkeypatch.setenv(name, value)
    simulator.prices |= {"openai/gpt-6-luna": PRICES, "claude-haiku-5-5": PRICES}
    simulator.factors |= {"openai/gpt-6-luna": (0.9, 2.4), "claude-haiku-5-5": (1.2, 1.15)}
    return simulator


@pytest.mark.slow
def test_an_estimate_learns_from_five_answers(vendors: Simulator) -> None:
    first, *_, last = errors(vendors, LUNA, BRIEFS[:6], (6,), Until.STORY)
    assert first > 0.2, "nobody knew how much it thinks"
    assert last < 0.1


@pytest.mark.slow
@pytest.mark.parametrize("model", [LUNA, HAIKU])
def test_nineteen_in_twenty_are_right_within_a_tenth(vendors: Simulator, model: str) -> None:
    off = errors(vendors, model, BRIEFS, (6, 15, 30), Until.SHOTS)[5:]
    assert sum(one < 0.1 for one in off) >= 0.95 * len(off), sorted(off)[-6:]
