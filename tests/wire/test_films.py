"""Films whose words come from language models at the simulator: paid once, whatever dies, and told as what it was."""

import os
import signal
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from tests.studio.command import PROMPT, SMALL, Command
from tests.wire import KEYS, Case, Simulator
from tests.wire.recorded import answers_for
from tests.wire.said import Charge, Seen
from tests.wire.shapes import error_of

from reelwright import Studio, Until
from reelwright.cli import run
from reelwright.cli.shooting import cost_of
from reelwright.errors import BadInput, Busy, NotConfigured, RateLimited, Refused, ReplyUnreadable, Unauthorised
from reelwright.film.brief import Brief, Models
from reelwright.film.film import Event
from reelwright.film.report import FilmReport
from reelwright.studio import BlockingStudio

MODEL = "openrouter:anthropic/claude-haiku-5.5"
PRICES = (Decimal("0.0000001"), Decimal("0.0000005"))


def story_by(studio: BlockingStudio, writers: str, template: str | None = None) -> FilmReport:
    """The story of the coffee film."""
    models = Models(text=writers)
    return studio.make(
        PROMPT, duration_s=6, width_px=320, height_px=180, template=template, until=Until.STORY, models=models
    )


@pytest.fixture(scope="module")
def answers() -> Mapping[str, str]:
    return answers_for(Brief(prompt=PROMPT, duration_s=6, width_px=320, height_px=180))


@pytest.fixture
def room(simulator: Simulator, answers: Mapping[str, str], monkeypatch: pytest.MonkeyPatch) -> Simulator:
    """The simulator with answers to the coffee film, its addresses and keys set."""
    simulator.writer = lambda seen: answers[seen.prompt]
    simulator.prices["anthropic/claude-haiku-5.5"] = PRICES
    for name, value in simulator.environment().items():
        monkeypatch.setenv(name, value)
    return simulator


def test_a_story_costs_what_the_vendor_charged(room: Simulator) -> None:
    with Studio() as studio:
        report = story_by(studio, MODEL)
        assert report.title
        assert len(room.charges) == 2
        assert report.cost_usd == room.spent_usd
        again = story_by(studio, MODEL)
        assert again.title == report.title
        assert len(room.charges) == 2


def test_a_retry_is_told_what_was_wrong_and_is_paid_as_well(room: Simulator, answers: Mapping[str, str]) -> None:
    choice = next(answer for prompt, answer in answers.items() if "strategist" in prompt)

    def mended(seen: Seen) -> str:
        return choice if "Your last answer was refused: " in seen.prompt else answers[seen.prompt]

    room.plan.append(Case('{"selected_template": "opera"'))
    room.writer = mended
    with Studio() as studio:
        report = story_by(studio, MODEL)
    assert len(room.charges) == 3
    assert report.cost_usd == room.spent_usd


def prose(seen: Seen) -> str:
    return "I would rather not write JSON today."


def test_three_useless_answers_are_paid_kept_and_not_bought_again(room: Simulator) -> None:
    room.writer = prose
    with Studio() as studio, pytest.raises(ReplyUnreadable, match="asked 3 times"):
        story_by(studio, MODEL, "emotional-arc")
    assert len(room.charges) == 6, "three for the story, three for the single stage that stands in"
    with Studio() as studio, pytest.raises(ReplyUnreadable, match="asked 3 times"):
        studio.resume()
    assert len(room.charges) == 9, "three new tries of the single stage, none of the old ones again"


def test_the_next_model_stands_in_and_the_film_says_so(room: Simulator) -> None:
    room.always["openrouter"] = Case(status=402, error=error_of("openrouter", 402, "no credit"))
    with Studio() as studio:
        report = story_by(studio, f"{MODEL},anthropic:claude-haiku-5-5")
        film = studio.find(report.film_id)
    assert {charge.vendor for charge in room.charges} == {"anthropic"}
    assert {(one.wanted, one.used) for one in film.fallbacks} == {(MODEL, "anthropic:claude-haiku-5-5")}
    assert any("no credit" in warning for warning in report.warnings)


def test_a_name_of_old_says_what_stands_in_for_it(room: Simulator) -> None:
    with Studio() as studio:
        models = Models(text="claude-3-haiku")
        told = studio.estimate(PROMPT, duration_s=6, until=Until.STORY, models=models).notes
        report = story_by(studio, "claude-3-haiku")
    assert [charge.model for charge in room.charges] == ["anthropic/claude-haiku-5.5"] * 2
    assert any("claude-3-haiku (openrouter:anthropic/claude-3-haiku) is no longer served" in note for note in told)
    assert sum("stands in for it" in warning for warning in report.warnings) == 1


def test_what_nobody_knows_is_not_told_as_nothing(room: Simulator) -> None:
    with Studio() as studio:
        models = Models(text="openai:gpt-unheard-of")
        with pytest.raises(BadInput, match="nobody knows what openai:gpt-unheard-of costs"):
            studio.make(PROMPT, duration_s=6, until=Until.STORY, models=models)
        assert not room.charges, "nothing is sent whose price cannot be kept under a budget"
        report = studio.make(
            PROMPT, duration_s=6, width_px=320, height_px=180, until=Until.STORY, models=models, budget="none"
        )
    assert (report.cost_usd, report.unknown_calls) == (0, 2)
    assert "nobody knows of 2 calls" in cost_of(report)


def test_a_server_of_ones_own_is_missed_by_name(room: Simulator, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REELWRIGHT_LOCAL_API_KEY", "another")
    with Studio() as studio, pytest.raises(Unauthorised) as refused:
        story_by(studio, "local")
    assert "REELWRIGHT_LOCAL_API_KEY" in refused.value.hint
    monkeypatch.setenv("REELWRIGHT_LOCAL_BASE_URL", "http://127.0.0.1:9/v1")
    with Studio() as studio, pytest.raises(Busy, match="no local server answers") as gone:
        story_by(studio, "local:small-model")
    assert "REELWRIGHT_LOCAL_BASE_URL" in gone.value.hint
    with Studio() as studio:
        report = story_by(studio, f"local:small-model,{MODEL}")
    assert report.fallbacks[0].wanted == "local:small-model"
    assert {charge.vendor for charge in room.charges} == {"openrouter"}


def test_stages_have_writers_of_their_own(room: Simulator) -> None:
    with Studio() as studio:
        report = story_by(studio, "local; story=google:gemini-3.5-flash-lite")
    assert [charge.vendor for charge in room.charges] == ["local", "google"]
    told = [(one.model, one.stages, one.calls) for one in report.writers]
    assert told == [("local:small-model", ("template",), 1), ("google:gemini-3.5-flash-lite", ("story",), 1)]
    assert [one.cost_usd for one in report.writers] == [0, report.cost_usd]


def test_a_refusal_is_paid_told_and_not_asked_again(room: Simulator) -> None:
    room.plan.append(Case("It is not for me to say.", end="refused"))
    with Studio() as studio:
        with pytest.raises(Refused, match="refused the content"):
            story_by(studio, MODEL)
        with pytest.raises(Refused):
            studio.resume()
        assert studio.costs().total.spent_usd == room.spent_usd > 0
    assert len(room.charges) == 1


def test_a_lost_answer_is_asked_for_once_more(room: Simulator) -> None:
    room.plan.append(Case(drop="after"))
    with Studio() as studio:
        report = story_by(studio, MODEL)
    assert report.title
    assert len(room.charges) == 3, "the lost one, and one for each task"


def test_a_limit_is_waited_for(room: Simulator) -> None:
    limit = Case(status=429, error=error_of("openrouter", 429, "slow down"), headers={"Retry-After": "0.4"})
    room.plan += [limit, limit]
    told: list[Event] = []
    with Studio(on_event=told.append) as studio:
        assert story_by(studio, MODEL).title
    assert len(room.charges) == 2
    waits = [event.body for event in told if event.kind == "call_waits"]
    assert [(one["model"], one["wait_s"]) for one in waits] == [(MODEL, 0.4)] * 2
    assert "slow down" in str(waits[0]["message"])


def test_a_missing_key_begins_no_film_and_stops_no_written_list(
    room: Simulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Studio() as studio:
        models = Models(text=MODEL)
        size = {"duration_s": 6, "width_px": 320, "height_px": 180}
        studio.make(PROMPT, **size, until=Until.SHOTS, models=models, out=tmp_path / "out")  # type: ignore[arg-type]
        monkeypatch.delenv("OPENROUTER_API_KEY")
    with Studio() as studio:
        with pytest.raises(NotConfigured, match="needs a key of openrouter") as told:
            story_by(studio, f"{MODEL}", "aida")
        assert "OPENROUTER_API_KEY" in told.value.hint
        assert len(studio.films()) == 1
        shot = studio.film(tmp_path / "out" / "shots.json", until=Until.FRAMES, out=tmp_path / "shot")
    assert shot.shots == 2
    monkeypatch.setenv("REELWRIGHT_TEXT_MODEL", MODEL)
    with Studio() as studio:
        found = next(check for check in studio.doctor() if check.name == "models")
    assert (found.state, "OPENROUTER_API_KEY" in found.hint) == ("blocked", True)


def test_a_limit_that_is_too_long_says_when_to_come_back(room: Simulator) -> None:
    limit = Case(status=429, error=error_of("openrouter", 429, "enough"), headers={"Retry-After": "4000"})
    room.always["openrouter"] = limit
    with Studio() as studio, pytest.raises(RateLimited) as told:
        story_by(studio, MODEL)
    assert "`reelwright resume` in 67 min" in told.value.hint


def test_what_stopped_a_film_is_told_with_the_next_step(room: Simulator, capsys: pytest.CaptureFixture[str]) -> None:
    room.writer = prose
    with Studio() as studio, pytest.raises(ReplyUnreadable) as problem:
        story_by(studio, MODEL, "emotional-arc")
    assert "story=builtin" in problem.value.hint
    with Studio() as studio:
        report = studio.show(studio.films()[0].id)
    assert report.stopped_by is not None
    assert (report.stopped_by.message, report.stopped_by.hint) == (problem.value.message, problem.value.hint)
    assert run(["show", report.film_id]) == 0
    shown = capsys.readouterr().out
    assert f"story, shots, pictures by {MODEL} (6 answers, $" in shown
    assert "asked 3 times" in shown
    assert "story=builtin" in shown


def _killed_at(room: Simulator, command: Command, charge_number: int, *arguments: str) -> None:
    """Runs a film and kills it when the model has run so often, before the answer leaves."""
    process = command.start("make", PROMPT, *SMALL, *arguments)

    def kill(charge: Charge) -> None:
        if len(room.charges) == charge_number:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(30)

    room.after = kill
    out, err = process.communicate(timeout=120)
    assert process.returncode == -signal.SIGKILL, out + err


@pytest.fixture
def command(tmp_path: Path) -> Command:
    (tmp_path / "killed").mkdir()
    return Command(tmp_path / "killed" / "home", tmp_path / "killed")


def test_a_crash_repeats_one_call_at_most(room: Simulator, command: Command) -> None:
    _killed_at(room, command, 1, "--until", "story", "--text-model", MODEL)
    ran = command("resume", "--json")
    assert ran.code == 0, ran.err
    assert len(room.charges) == 3, "the lost one again, and the other task"
    assert command("costs", "--json").json["total"]["calls"] == 3, "the lost one stands on the books"
    assert not [key for key in KEYS.values() if key in ran.out + ran.err]


@pytest.mark.slow
def test_a_crash_repeats_the_pictures_under_way_once_and_nothing_else(room: Simulator, command: Command) -> None:
    _killed_at(room, command, 4, "--until", "shots", "--text-model", MODEL)
    ran = command("resume", "--json")
    assert ran.code == 0, ran.err
    asked = [seen.prompt for seen in room.seen]
    once, pictures = asked[:3], set(asked[3:])
    assert [asked.count(prompt) for prompt in once] == [1, 1, 1], "what was answered is not asked again"
    assert len(pictures) == 2
    assert all(asked.count(prompt) <= 2 for prompt in pictures)
    assert len(asked) <= command("costs", "--json").json["total"]["calls"] <= 7, "lost calls stand on the books"


@pytest.mark.slow
def test_a_whole_film_from_words_that_were_bought(room: Simulator, command: Command) -> None:
    _killed_at(room, command, 4, "--text-model", MODEL)
    ran = command("resume", "--json")
    assert ran.code == 0, ran.err
    assert 5 <= len(room.charges) <= 7, "at most the two that were under way are asked for again"
    prompts = [seen.prompt for seen in room.seen]
    assert all(prompts.count(prompt) <= 2 for prompt in prompts)
    costs = command("costs", "--json").json["total"]
    assert len(room.charges) <= costs["calls"] <= 7, "what may have been sent when it died stands on the books"
    assert Decimal(str(costs["spent_usd"])) >= room.spent_usd * Decimal("0.95")
