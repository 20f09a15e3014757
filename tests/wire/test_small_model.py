"""A real model writes, badly: whatever it says ends as a typed answer, a stated fallback or a clear error."""

from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from tests.studio.command import PROMPT
from tests.wire.asking import request
from tests.wire.small_model import NAME, small_model

from reelwright import Studio, Until
from reelwright.errors import ReplyUnreadable
from reelwright.film.brief import Models
from reelwright.media.workshop import Workshop
from reelwright.ports import TextModel, Tools
from reelwright.providers.local import provider
from reelwright.scenario_writer import ScenarioWriter


@pytest.fixture(scope="module")
def address() -> Generator[str]:
    with small_model() as found:
        yield found


@pytest.fixture
def opened(address: str, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., TextModel]:
    def open_model(model: str = "") -> TextModel:
        card = provider().card_of(model, "text")
        assert card is not None
        found = provider().open(card, Tools(Workshop(1), tmp_path_factory.mktemp("cache"), {"base_url": address}))
        assert isinstance(found, TextModel)
        return found

    return open_model


async def test_a_real_server_is_found_asked_and_held_to_the_form(opened: Callable[..., TextModel]) -> None:
    model = opened()
    assert model.card.name == f"local:{NAME}"
    reply = await model.write(
        request("Name a short film about a mug of coffee, and write two lines that are spoken in it.")
    )
    assert (reply.output is None) == (reply.error is not None)
    assert reply.error is None or isinstance(reply.error, ReplyUnreadable)
    assert reply.usage.cost_usd == 0
    assert 0 < reply.usage.units["output_tokens"] <= 400


@pytest.mark.slow
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("stage", ["template", "story", "shots", "pictures"])
def test_every_stage_ends_as_a_typed_answer_or_a_stated_fallback(
    address: str, stage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REELWRIGHT_LOCAL_BASE_URL", address)
    models = Models(text=f"builtin; {stage}=local")
    with Studio() as studio:
        try:
            studio.make(PROMPT, duration_s=6, width_px=320, height_px=180, until=Until.SHOTS, models=models)
            failure = ""
        except ReplyUnreadable as problem:
            failure = problem.message
        film = studio.find(studio.films()[0].id)
        assert studio.costs().total.spent_usd == 0
    assert film.choice is not None
    if failure:
        assert f"local:{NAME}, asked 3 times" in failure
        return
    assert film.story is not None
    assert all("asked 3 times" in one.reason for one in film.fallbacks)


@pytest.mark.slow
@pytest.mark.timeout(1200)
async def test_a_scene_ends_as_a_shot_list(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REELWRIGHT_LOCAL_BASE_URL", address)
    async with ScenarioWriter("local") as writer:
        scene = await writer.write("A lighthouse keeper climbs the stairs in a storm", num_shots=2)
    assert len(scene.shots) == 2
    assert all(shot.prompts.image_prompt for shot in scene.shots)


@pytest.mark.slow
@pytest.mark.timeout(1200)
async def test_a_storyboard_ends_as_panels(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REELWRIGHT_LOCAL_BASE_URL", address)
    async with Studio() as studio:
        wanted = {"num_frames": 6, "dry_run": True, "models": Models(text="local"), "out": tmp_path / "board"}
        report = await studio.storyboard("A fox crosses a frozen lake to its den.", **wanted)  # type: ignore[arg-type]
        board = await studio.storyboard_of(report.film_id)
    assert len(board.scenes) == 6
