"""Writers that fail: answers nobody can use, models that are down, refusals; what stands in is a fact of the film."""

from collections.abc import Awaitable, Callable, Generator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import pytest

from reelwright.crew import open_vault
from reelwright.errors import BadInput, PaymentRequired, ReelwrightError, Refused, ReplyUnreadable
from reelwright.film.brief import Models
from reelwright.film.call import CallState
from reelwright.film.film import Film, Until
from reelwright.film.money import CostSource, Usage
from reelwright.film.story import Story
from reelwright.film.writing import FilmDraft
from reelwright.ports import Model, ModelCard, Output, TextReply, TextRequest, Tools
from reelwright.providers.builtin.writer import Writer
from reelwright.providers.registry import providers
from reelwright.scenario_writer import ScenarioWriter
from reelwright.settings import Settings
from reelwright.studio import Studio

Said = Callable[[TextRequest[Any]], TextReply[Any] | Awaitable[TextReply[Any]]] | ReelwrightError | None
"""What a task is answered with: something of its own, an error that costs nothing, or None for a good answer."""
PRICE = Decimal("0.01")
PROMPT = "Artisan coffee that starts your morning right"
BAD = ReplyUnreadable("lines: 1 was given, exactly 2 are needed")


@dataclass
class Script:
    """A provider of paid writers, each of which says what it is told to, and writes down what it was asked."""

    name: str = "script"
    answers: dict[str, list[Said]] = field(default_factory=dict[str, list[Said]])
    """By ``model/task``; the last one holds for all further calls."""
    asked: list[tuple[str, TextRequest[Any]]] = field(default_factory=list[tuple[str, TextRequest[Any]]])

    @property
    def cards(self) -> tuple[ModelCard, ...]:
        return tuple(
            ModelCard(
                provider="script",
                model=model,
                modality="text",
                title="A writer with a script",
                version="1",
                reads=("task", "prompt", "form", "seed", "answer_tokens"),
                prices_usd={"calls": PRICE},
            )
            for model in ("one", "two")
        )

    def open(self, card: ModelCard, tools: Tools) -> Model:
        return _Scripted(card, self)

    def tasks(self, model: str = "one") -> list[str]:
        return [request.task for name, request in self.asked if name == model]


@dataclass
class _Scripted:
    card: ModelCard
    script: Script

    async def write(self, request: TextRequest[Output]) -> TextReply[Output]:
        self.script.asked.append((self.card.model, request))
        queue = self.script.answers.get(f"{self.card.model}/{request.task}", [None])
        said = queue.pop(0) if len(queue) > 1 else queue[0]
        if isinstance(said, ReelwrightError):
            raise said
        if said is not None:
            reply = said(request)
            return await reply if isinstance(reply, Awaitable) else reply
        good = await Writer().write(request)
        return TextReply(good.output, Usage(cost_usd=PRICE, source=CostSource.REPORTED))


def unusable(request: TextRequest[Any]) -> TextReply[Any]:
    return TextReply(None, Usage(cost_usd=PRICE, source=CostSource.REPORTED), error=BAD, said="Once upon a time")


def refused(request: TextRequest[Any]) -> TextReply[Any]:
    usage = Usage(cost_usd=PRICE, source=CostSource.REPORTED)
    return TextReply(None, usage, error=Refused("script refused the content", hint="Change the prompt."))


@pytest.fixture
def script() -> Generator[Script]:
    known = cast(dict[str, Any], providers())
    known["script"] = script = Script()
    yield script
    del known["script"]


@dataclass
class House:
    """A studio that writes with the script."""

    home: Path
    out: Path
    database_url: str = ""

    @property
    def settings(self) -> Settings:
        return Settings(home=self.home, database_url=self.database_url)

    async def make(self, text: str = "script:one", until: Until = Until.SHOTS, **more: Any) -> Film:
        async with Studio(self.settings) as studio:
            models = Models(text=text)
            where = {} if until is Until.STORY else {"out": self.out}
            report = await studio.make(PROMPT, duration_s=6.0, models=models, until=until, **where, **more)
            return await studio.find(report.film_id)

    async def spent(self) -> Decimal:
        async with Studio(self.settings) as studio:
            return (await studio.costs()).total.spent_usd

    async def resume(self, **more: Any) -> Film:
        async with Studio(self.settings) as studio:
            return await studio.find((await studio.resume(**more)).film_id)


@pytest.fixture
def house(tmp_path: Path, script: Script) -> House:
    return House(tmp_path / "home", tmp_path / "out")


@pytest.fixture
def either_house(tmp_path: Path, script: Script, address: str) -> House:
    """The studio on either database."""
    return House(tmp_path / "home", tmp_path / "out", address if "://" in address else "")


async def test_a_model_writes_all_four_stages(either_house: House, script: Script) -> None:
    film = await either_house.make()
    assert script.tasks() == ["choose_template", "write_story", "break_into_shots", *["specify_picture"] * 2]
    assert (film.single_stage, film.fallbacks) == (False, ())
    assert await either_house.spent() == 5 * PRICE


async def test_a_useless_answer_is_paid_told_what_was_wrong_and_mended(house: House, script: Script) -> None:
    script.answers["one/write_story"] = [unusable, unusable, None]
    film = await house.make(until=Until.STORY)
    told = [request for _, request in script.asked if request.task == "write_story"]
    assert len(told) == 3
    assert [BAD.message in request.prompt for request in told] == [False, True, True]
    assert film.story is not None
    assert film.fallbacks == ()
    assert await house.spent() == 4 * PRICE


async def test_a_story_that_fails_three_times_is_written_at_once(either_house: House, script: Script) -> None:
    script.answers["one/write_story"] = [unusable]
    film = await either_house.make()
    assert script.tasks() == ["choose_template", *["write_story"] * 3, "write_film"]
    assert film.single_stage
    (fact,) = film.fallbacks
    assert (fact.stage, fact.used) == ("writing", "a single stage")
    assert "exactly 2 are needed" in fact.reason


async def test_shots_that_fail_are_written_at_once_too(house: House, script: Script) -> None:
    script.answers["one/break_into_shots"] = [unusable]
    film = await house.make()
    assert film.single_stage
    async with Studio(house.settings) as studio:
        shots = (await studio.show(film.id)).shots
    assert shots == 2


async def test_a_story_that_a_person_approved_is_not_replaced(house: House, script: Script) -> None:
    script.answers["one/break_into_shots"] = [unusable]
    waiting = await house.make(pause_after="story")
    async with Studio(house.settings) as studio:
        await studio.approve(waiting.id)
    with pytest.raises(ReplyUnreadable, match="asked 3 times"):
        await house.resume()


async def test_pictures_that_fail_are_composed_from_their_action(house: House, script: Script) -> None:
    script.answers["one/specify_picture"] = [unusable]
    film = await house.make()
    assert sorted(fact.stage for fact in film.fallbacks) == ["pictures of sh01", "pictures of sh02"]
    assert len(script.tasks()) == 3 + 2 * 3


async def test_a_template_that_fails_falls_back_to_aida(house: House, script: Script) -> None:
    script.answers["one/choose_template"] = [unusable]
    film = await house.make(until=Until.STORY)
    assert film.choice is not None
    assert (film.choice.selected_template, film.choice.is_fallback) == ("aida", True)
    assert [fact.stage for fact in film.fallbacks] == ["template"]


async def test_when_all_fails_it_stops_clearly_and_a_later_start_asks_anew(house: House, script: Script) -> None:
    script.answers |= {"one/write_story": [unusable], "one/write_film": [unusable]}
    with pytest.raises(ReplyUnreadable, match="script:one, asked 3 times: lines: 1 was given"):
        await house.make()
    assert len(script.tasks()) == 1 + 3 + 3
    script.answers |= {"one/write_film": [None]}
    film = await house.resume()
    assert film.single_stage
    assert script.tasks()[7:] == ["write_film"], (
        "what failed for good is not tried again, what was paid is not repeated"
    )


async def test_the_single_stage_by_choice_takes_one_call(house: House, script: Script) -> None:
    film = await house.make(single_stage=True)
    assert script.tasks() == ["write_film"]
    assert (film.single_stage, film.fallbacks) == (True, ())
    assert film.choice is not None
    assert film.choice.selected_template == "emotional-arc"


async def test_a_model_that_is_down_is_stood_in_for(house: House, script: Script) -> None:
    down = PaymentRequired("script answered 402", hint="Add credit.")
    script.answers |= {f"one/{task}": [down] for task in ("write_story", "break_into_shots")}
    film = await house.make("script:one,script:two")
    assert script.tasks("two") == ["write_story", "break_into_shots"]
    facts = [(fact.stage, fact.wanted, fact.used) for fact in film.fallbacks]
    assert facts == [("write story", "script:one", "script:two"), ("break into shots", "script:one", "script:two")]
    assert await house.spent() == 5 * PRICE


async def test_who_stood_in_goes_on_after_a_failure(either_house: House, script: Script) -> None:
    """The first model is back, but its story would be another one."""
    script.answers["one/write_story"] = [PaymentRequired("script answered 402")]
    script.answers["one/break_into_shots"] = [PaymentRequired("script answered 402")]
    script.answers["two/break_into_shots"] = [PaymentRequired("script answered 402"), None]
    with pytest.raises(PaymentRequired):
        await either_house.make("script:one,script:two")
    script.answers.pop("one/write_story")
    film = await either_house.resume()
    assert script.tasks("two").count("write_story") == 1
    assert script.tasks("one").count("write_story") == 1
    assert film.story is not None


async def test_with_no_stand_in_it_stops_clearly(house: House, script: Script) -> None:
    script.answers["one/write_story"] = [PaymentRequired("script answered 402", hint="Add credit.")]
    with pytest.raises(PaymentRequired, match="402"):
        await house.make()
    assert "write_film" not in script.tasks()


async def test_a_story_with_faults_is_asked_once_more_and_what_is_left_is_told(house: House, script: Script) -> None:
    async def boasting(request: TextRequest[Any]) -> TextReply[Any]:
        good: Story = cast(Any, (await Writer().write(request)).output)
        lines = [line.model_copy(update={"text": "Guaranteed 90% better."}) for line in good.lines[:1]]
        return TextReply(good.model_copy(update={"lines": (*lines, *good.lines[1:])}))

    script.answers["one/write_story"] = [boasting]
    report = await house.make(until=Until.STORY)
    told = [request.prompt for _, request in script.asked if request.task == "write_story"]
    assert len(told) == 2
    assert "lines.0: it says '90', a figure that the brief does not hold" in told[1]
    async with Studio(house.settings) as studio:
        warnings = (await studio.show(report.id)).warnings
    assert "write story: lines.0: it promises 'guaranteed', which the brief does not say" in warnings
    script.answers["one/write_story"] = [boasting, None]
    better = await house.make(until=Until.STORY, seed=8)
    assert better.story is not None
    assert "90" not in better.story.lines[0].text


async def test_what_is_written_at_once_answers_for_its_words_too(house: House, script: Script) -> None:
    async def boasting(request: TextRequest[Any]) -> TextReply[Any]:
        good: FilmDraft = cast(Any, (await Writer().write(request)).output)
        first = good.shots[0].model_copy(update={"line": "Guaranteed 90% better."})
        return TextReply(good.model_copy(update={"shots": (first, *good.shots[1:])}))

    script.answers["one/write_film"] = [boasting, None]
    film = await house.make(single_stage=True)
    told = [request.prompt for _, request in script.asked if request.task == "write_film"]
    assert len(told) == 2
    assert "shots.0.line: it says '90', a figure that the brief does not hold" in told[1]
    assert film.story is not None
    assert "90" not in film.story.lines[0].text


async def test_a_refusal_is_paid_and_never_repeated(house: House, script: Script) -> None:
    script.answers["one/write_story"] = [refused]
    for attempt in (house.make, house.resume):
        with pytest.raises(Refused) as caught:
            await attempt()
        assert caught.value.hint == "Change the prompt."
    assert script.tasks() == ["choose_template", "write_story"]
    assert await house.spent() == 2 * PRICE


async def test_one_stage_by_a_model_and_the_rest_by_the_built_in_writer(house: House, script: Script) -> None:
    film = await house.make("builtin; story=script:one")
    assert script.tasks() == ["write_story"]
    assert film.fallbacks == ()
    async with Studio(house.settings) as studio:
        calls = await studio.calls(film.id)
    assert [(call.provider, call.state) for call in calls] == [("script", CallState.STORED)]


async def test_a_stage_is_written_once_more_with_a_wish(either_house: House, script: Script) -> None:
    film = await either_house.make()
    async with Studio(either_house.settings) as studio:
        await studio.rewrite(film.id, "story", note="make it funnier")
        again = await studio.find(film.id)
    anew = script.asked[5:]
    assert [request.task for _, request in anew[:2]] == ["write_story", "break_into_shots"]
    assert "The director asks: make it funnier" in anew[0][1].prompt
    assert film.story is not None
    assert again.story is not None
    assert again.story.lines != film.story.lines
    assert await either_house.spent() == len(script.asked) * PRICE


async def test_only_what_follows_is_written_anew(house: House, script: Script) -> None:
    film = await house.make()
    async with Studio(house.settings) as studio:
        await studio.rewrite(film.id, "pictures")
        assert script.tasks()[5:] == ["specify_picture"] * 2
        with pytest.raises(BadInput, match="there is no stage 'sound'"):
            await studio.rewrite(film.id, "sound")


async def test_a_template_that_a_person_named_is_not_chosen_anew(house: House, script: Script) -> None:
    film = await house.make(until=Until.STORY, template="teaser-reveal")
    async with Studio(house.settings) as studio:
        with pytest.raises(BadInput, match="asked for with the template 'teaser-reveal'") as told:
            await studio.rewrite(film.id, "template")
        assert f"`reelwright rewrite {film.id} story`" in told.value.hint
        await studio.rewrite(film.id, "story")
    assert "choose_template" not in script.tasks()


@pytest.mark.parametrize(
    ("stage", "changes"), [("template", ""), ("story", "story"), ("shots", "shots"), ("pictures", "")]
)
async def test_the_built_in_writer_has_other_versions_of_story_and_shots_alone(
    house: House, stage: str, changes: str
) -> None:
    film = await house.make("builtin")

    def told() -> dict[str, object]:
        with open_vault(house.settings) as vault:
            now, shots = vault.films.film(film.id), vault.films.shots(film.id)
        return {"template": now.choice, "story": now.story, "shots": [one.camera for one in shots], "pictures": shots}

    before = told()
    async with Studio(house.settings) as studio:
        await studio.rewrite(film.id, stage)
    after = told()
    assert (after == before) is not bool(changes)
    assert not changes or after[changes] != before[changes]


async def test_what_was_written_at_once_is_rewritten_from_its_story(house: House, script: Script) -> None:
    script.answers["one/write_story"] = [unusable]
    film = await house.make()
    script.answers["one/write_story"] = [None]
    async with Studio(house.settings) as studio:
        with pytest.raises(BadInput, match="written at once"):
            await studio.rewrite(film.id, "shots")
        await studio.rewrite(film.id, "story")
        again = await studio.find(film.id)
    assert (again.single_stage, again.fallbacks) == (False, ())


async def test_a_scene_that_a_model_cannot_write_is_written_by_the_built_in_writer_and_said(
    house: House, script: Script
) -> None:
    script.answers["one/write_scenario"] = [unusable]
    async with ScenarioWriter("script:one", settings=house.settings) as writer:
        scene = await writer.write("A lighthouse keeper climbs the stairs in a storm", num_shots=3)
    assert len(scene.shots) == 3
    assert script.tasks() == ["write_scenario"] * 3
    assert any("the built-in writer stands in for a language model" in warning for warning in scene.warnings)
