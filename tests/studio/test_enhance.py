"""``enhance`` from end to end: the exchange is kept, the best round wins, what fails falls back, accepting holds."""

import json
from collections.abc import Generator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest
from tests.stages.films import write as words

from reelwright import Studio
from reelwright.crew import open_vault
from reelwright.desk import Desk
from reelwright.errors import BadInput, Conflict, OverBudget, Refused, ReplyUnreadable
from reelwright.film.brief import Models
from reelwright.film.craft import SHARES, Enhancement, Mark, PromptParts
from reelwright.film.crafting import CritiqueDraft, EnhancePromptInputs, JudgePromptInputs
from reelwright.film.film import Film, FilmStatus, Until
from reelwright.film.score import Score, ScoreFailure
from reelwright.film.shot import Shot
from reelwright.ports import Model, ModelCard, TextReply, TextRequest, Tools
from reelwright.providers.builtin.writer import Writer
from reelwright.providers.registry import providers
from reelwright.settings import load_settings

FIELDS = ["image_prompt", "start_image_prompt", "end_image_prompt", "motion_prompt"]


def keep_film(text: str) -> str:
    """A film that was made up to its shots."""
    written = words("Red kites over the sea", 6.0, width_px=320, height_px=180, models=Models(text=text))
    made = Film(
        id="0123456789ab",
        brief=written.brief,
        status=FilmStatus.COMPLETED,
        until=Until.SHOTS,
        choice=written.choice,
        story=written.story,
        markers=written.markers,
        created_at=datetime.now(UTC),
        finished_at=datetime.now(UTC),
    )
    with open_vault(load_settings()) as vault:
        vault.films.add_film(made, written.shots)
    return made.id


@pytest.fixture
def film() -> str:
    return keep_film("builtin")


@dataclass
class Crafted:
    """A provider whose cinematographer and critic say what they are told to."""

    name: str = "crafted"
    scores: list[int] = field(default_factory=list[int])
    """What the critic gives, the original first."""
    fails_at: int = 99
    """The round whose writing fails."""
    problem: Exception | None = None

    @property
    def cards(self) -> tuple[ModelCard, ...]:
        reads = ("task", "prompt", "form", "seed")
        card = ModelCard(provider=self.name, model="both", modality="text", title="Both", version="1", reads=reads)
        return (card,)

    def open(self, card: ModelCard, tools: Tools) -> Model:
        return _Both(card, self)


@dataclass
class _Both:
    card: ModelCard
    told: Crafted

    async def write(self, request: TextRequest[Any]) -> TextReply[Any]:
        inputs = request.inputs
        if isinstance(inputs, EnhancePromptInputs):
            if inputs.number == self.told.fails_at and self.told.problem is not None:
                raise self.told.problem
            parts = PromptParts(picture=f"The kites stand in the wind, version {inputs.number}.", light="soft sun")
            return TextReply(parts)
        if isinstance(inputs, JudgePromptInputs):
            whole, asked = sum(SHARES.values()), self.told.scores.pop(0)
            marks = tuple(Mark(criterion=one, points=round(SHARES[one] * asked / whole), weak="so") for one in SHARES)
            return TextReply(CritiqueDraft(marks=marks))
        return await Writer().write(request)


@pytest.fixture
def crafted() -> Generator[Crafted]:
    known = cast(dict[str, Any], providers())
    known["crafted"] = crafted = Crafted()
    yield crafted
    del known["crafted"]


@pytest.fixture
def crafted_film(crafted: Crafted) -> str:
    """A film that this provider crafts the prompts of."""
    return keep_film("builtin; camera=crafted:both; critic=crafted:both")


def shots_of(film_id: str) -> tuple[Shot, ...]:
    with Desk(load_settings()).look() as vault:
        return vault.films.shots(film_id)


def film_of(film_id: str) -> Film:
    return Desk(load_settings()).find(film_id)


async def test_the_exchange_is_kept_and_nothing_is_changed_unasked(film: str, tmp_path: Path) -> None:
    before = shots_of(film), film_of(film)
    async with Studio() as studio:
        made = await studio.enhance(film, 1, keep_trace=tmp_path / "trace")
    assert made.best is not None
    assert made.original_critique is not None
    assert made.best.critique.score > made.original_critique.score
    assert (made.best.writer, made.best.critique.critic) == ("builtin:writer", "builtin:writer")
    assert made.stopped_early
    assert (shots_of(film), film_of(film)) == before
    with Desk(load_settings()).look() as vault:
        assert vault.prompts.enhancements(film) == (made,)
        told = [event.body for event in vault.films.events(film) if event.kind == "round"]
    assert [(one["number"], one["score"]) for one in told] == [
        (0, made.original_critique.score),
        (1, made.best.critique.score),
    ]
    names = sorted(path.name for path in (tmp_path / "trace").iterdir())
    assert names == [
        "00_original_prompt.txt",
        "01_agent1_iteration_1.txt",
        "02_agent2_iteration_1.txt",
        "final_enhanced_prompt.txt",
        "prompt_trace_summary.json",
    ]
    assert (tmp_path / "trace" / "final_enhanced_prompt.txt").read_text() == made.final + "\n"
    summary = json.loads((tmp_path / "trace" / "prompt_trace_summary.json").read_text())
    assert (summary["best_iteration"], summary["stopped_early"]) == (1, True)


async def test_what_is_accepted_holds_when_the_film_is_made_on(film: str, tmp_path: Path) -> None:
    async with Studio() as studio:
        made = await studio.enhance(film, "sh01", accept=True)
        accepted = shots_of(film)[0].prompts
        assert {change.decision for change in made.changes} == {"accepted"}
        assert accepted.image_prompt == made.final
        assert [change.field.value for change in made.changes][:3] == FIELDS[:3]
        await studio.resume(film, out=tmp_path / "out")
        again = await studio.enhance(film, 1)
    assert shots_of(film)[0].prompts == accepted
    listed = json.loads((tmp_path / "out" / "shots.json").read_text())["shots"]
    assert listed[0]["prompts"]["image_prompt"] == accepted.image_prompt
    assert again.best is None, "what scores 100 is not replaced by its like"
    assert film_of(film).status is FilmStatus.COMPLETED
    desk = Desk(load_settings())
    assert desk.acceptance(film) == {"enhancement": {"accepted": len(made.changes)}}
    with pytest.raises(Conflict, match="accepted already"):
        desk.decide_changes(film, [made.changes[0].id], accepts=False)


async def test_a_change_of_a_prompt_that_has_changed_since_is_refused(film: str) -> None:
    async with Studio() as studio:
        made = await studio.enhance(film, 1)
    settings = load_settings()
    first = shots_of(film)[0]
    edited = first.model_copy(update={"prompts": first.prompts.model_copy(update={"image_prompt": "Mine."})})
    with open_vault(settings) as vault:
        vault.films.save_shots(film, (edited, *shots_of(film)[1:]))
    with pytest.raises(Conflict, match="has changed since"):
        Desk(settings).decide_changes(film, [made.changes[0].id], accepts=True)
    rejected = Desk(settings).decide_changes(film, [made.changes[0].id], accepts=False)
    assert [one.decision for one in rejected] == ["rejected"]
    assert Desk(settings).acceptance()["enhancement"]["rejected"] == 1


async def enhanced(film: str, rounds: int = 4) -> Enhancement:
    async with Studio() as studio:
        return await studio.enhance(film, 1, rounds=rounds)


async def test_the_best_round_wins_even_if_the_last_is_worse(crafted_film: str, crafted: Crafted) -> None:
    crafted.scores = [40, 60, 72, 50, 44]
    made = await enhanced(crafted_film)
    assert len(made.rounds) == 4
    assert made.best is not None
    assert made.best.number == 2
    assert made.final == made.rounds[1].prompt
    assert not made.stopped_early
    assert made.rounds[-1].critique.score < made.best.critique.score


async def test_it_stops_when_a_round_is_good_enough(crafted_film: str, crafted: Crafted) -> None:
    crafted.scores = [40, 60, 100]
    made = await enhanced(crafted_film)
    assert (len(made.rounds), made.stopped_early) == (2, True)
    crafted.scores = [40, 61, 62]
    assert len((await enhanced(crafted_film, rounds=2)).rounds) == 2


async def test_the_original_stays_when_no_round_is_better(crafted_film: str, crafted: Crafted) -> None:
    crafted.scores = [80, 40, 50, 60, 60]
    made = await enhanced(crafted_film)
    assert (made.best, made.final, made.changes) == (None, made.original, ())


@pytest.mark.parametrize("problem", [ReplyUnreadable("no JSON"), Refused("not this")])
async def test_what_fails_leaves_the_original_and_is_told(
    crafted_film: str, crafted: Crafted, problem: Exception
) -> None:
    crafted.scores, crafted.fails_at, crafted.problem = [40], 1, problem
    made = await enhanced(crafted_film)
    assert (made.final, made.rounds) == (made.original, ())
    assert "the original prompt stands" in made.fell_back
    (fact,) = film_of(crafted_film).fallbacks
    assert (fact.stage, fact.used) == ("enhancement", "the original prompt")
    assert film_of(crafted_film).status is FilmStatus.COMPLETED


async def test_a_failure_in_a_later_round_leaves_the_best_so_far(crafted_film: str, crafted: Crafted) -> None:
    crafted.scores, crafted.fails_at, crafted.problem = [40, 60], 2, Refused("not this")
    made = await enhanced(crafted_film)
    assert made.best is not None
    assert made.best.number == 1
    assert "round 1 stands" in made.fell_back


async def test_money_is_no_fallback(crafted_film: str, crafted: Crafted) -> None:
    crafted.scores, crafted.fails_at, crafted.problem = [40], 1, OverBudget("too dear")
    with pytest.raises(OverBudget):
        await enhanced(crafted_film)
    assert film_of(crafted_film).status is FilmStatus.COMPLETED


async def test_a_prompt_without_a_film_is_paid_by_a_film_of_its_own(tmp_path: Path) -> None:
    words = "A tall woman in a grey coat waits at a tram stop at night, wide shot"
    async with Studio() as studio:
        made = await studio.enhance_prompt(words, subject="A tall woman in a grey coat", style="35 mm photograph")
        with pytest.raises(BadInput, match="does not stand in the prompt"):
            await studio.enhance_prompt(words, subject="A small man")
    assert made.best is not None
    assert "A tall woman in a grey coat" in made.final
    assert made.final.endswith("35 mm photograph.")
    assert 80 <= len(made.final.split()) <= 150
    paying = film_of(made.film_id)
    assert (paying.brief.kind.value, paying.status) == ("prompt", FilmStatus.COMPLETED)


async def test_a_prompt_of_one_word_is_enhanced_too() -> None:
    async with Studio() as studio:
        made = await studio.enhance_prompt("cat")
    assert made.final.startswith("Cat.")


async def test_low_scores_become_changes_that_are_decided_and_counted(film: str) -> None:
    scores = (
        Score(dimension="aesthetic", value=0.2, scorer="s", version="1"),
        ScoreFailure(dimension="alignment", scorer="s", version="1", reason="no model"),
    )
    async with Studio() as studio:
        before = shots_of(film)[0].prompts
        changes = await studio.suggest(film, 1, scores)
        assert [one.field.value for one in changes] == [*FIELDS[:3], "negative_prompt"]
        assert all(one.decision is None and one.reason.startswith("aesthetic 0.2 (s 1)") for one in changes)
        assert shots_of(film)[0].prompts == before
        assert await studio.suggest(film, 1, scores) == changes, "what is open is not proposed twice"
        assert await studio.suggest(film, 1, scores[1:]) == ()
        await studio.decide_changes(film, [changes[0].id], accepts=True)
        await studio.decide_changes(film, [changes[1].id], accepts=False)
        evolved = await studio.prompt_changes(film)
    assert shots_of(film)[0].prompts.image_prompt == changes[0].new
    assert [one.decision for one in evolved] == ["accepted", "rejected", None, None]
    assert Desk(load_settings()).acceptance() == {"suggestion": {"accepted": 1, "rejected": 1, "open": 2}}
