"""A call is made once: found again by what it depends on, made again when its bytes are gone, never half kept."""

import asyncio
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import pytest

from reelwright.errors import RunFailed, StorageError
from reelwright.film.asset import Asset
from reelwright.film.call import CallState
from reelwright.film.shot import Shot
from reelwright.ports import MediaFile, ModelCard
from reelwright.store.calls import CallStore
from reelwright.store.database import Database
from reelwright.store.media import FolderMediaStore
from reelwright.workflows.ledger import Ledger
from reelwright.workflows.recipes import Made, Recipe, Result, recipe_for


@dataclass(frozen=True)
class Request:
    shot: Shot
    rate: Fraction
    start: Asset | None
    workdir: Path
    seed: int = 1


CARD = ModelCard(
    provider="p", model="m", modality="image", title="t", version="1", reads=("shot.camera", "rate", "start", "seed")
)
SHOT = Shot(id="sh01", number=1, frame_count=72)


@pytest.fixture
def ledger(database: Database, tmp_path: Path) -> Ledger:
    return Ledger(CallStore(database), FolderMediaStore(tmp_path / "media"), tmp_path / "scratch")


class Asked:
    """Counts how often it was asked, and writes a file."""

    def __init__(self) -> None:
        self.times = 0

    async def __call__(self, workdir: Path) -> Made:
        self.times += 1
        path = workdir / "picture.png"
        path.write_bytes(b"pixels")
        return Made(MediaFile(path, "image/png"), {"n": self.times}, notes=("a note",))


RECIPE = Recipe("p", "m", "1", "image", {"seed": 1})


async def test_the_same_recipe_is_asked_once_across_films(ledger: Ledger) -> None:
    ask = Asked()
    first = await ledger.once("film1", RECIPE, ask)
    second = await ledger.once("film2", RECIPE, ask)
    assert ask.times == 1
    assert (first.reused, second.reused) == (False, True)
    assert first.media == second.media
    assert second.notes == ("a note",)


async def test_another_version_is_asked_again(ledger: Ledger) -> None:
    ask = Asked()
    await ledger.once("film1", RECIPE, ask)
    await ledger.once("film1", Recipe("p", "m", "2", "image", {"seed": 1}), ask)
    assert ask.times == 2


async def test_a_failed_call_is_recorded_and_asked_again(ledger: Ledger, database: Database) -> None:
    async def fail(workdir: Path) -> Made:
        raise RunFailed("the model broke")

    with pytest.raises(RunFailed, match="broke"):
        await ledger.once("film1", RECIPE, fail)
    call = CallStore(database).find(RECIPE.key)
    assert call is not None
    assert call.error is not None
    assert call.error["message"] == "the model broke"
    result = await ledger.once("film1", RECIPE, Asked())
    assert not result.reused


async def test_lost_bytes_are_made_again(ledger: Ledger, tmp_path: Path) -> None:
    ask = Asked()
    result = await ledger.once("film1", RECIPE, ask)
    FolderMediaStore(tmp_path / "media").remove(result.media.sha256)
    again = await ledger.once("film1", RECIPE, ask)
    assert ask.times == 2
    assert FolderMediaStore(tmp_path / "media").path(again.media).read_bytes() == b"pixels"


async def test_bytes_made_again_may_differ_and_are_kept(ledger: Ledger, database: Database, tmp_path: Path) -> None:
    """A model that is not deterministic: what is paid a second time is not asked a third time."""
    made: list[int] = []

    async def ask(workdir: Path) -> Made:
        made.append(1)
        (workdir / "picture.png").write_bytes(b"pixels" * len(made))
        return Made(MediaFile(workdir / "picture.png", "image/png"), {"n": len(made)})

    first = await ledger.once("film1", RECIPE, ask)
    FolderMediaStore(tmp_path / "media").remove(first.media.sha256)
    again = await ledger.once("film1", RECIPE, ask)
    assert (await ledger.once("film1", RECIPE, ask)).media == again.media != first.media
    assert len(made) == 2
    call = CallStore(database).find(RECIPE.key)
    assert call is not None
    assert (call.attempts, call.asset) == (2, again.media)


async def test_two_who_want_it_at_once_ask_once(ledger: Ledger) -> None:
    """Also from two event loops: continued work runs on the engine's own."""
    ask = Asked()

    async def slow(workdir: Path) -> Made:
        await asyncio.sleep(0.05)
        return await ask(workdir)

    def beside() -> Result:
        return asyncio.run(ledger.once("film1", RECIPE, slow))

    others = [asyncio.to_thread(beside) for _ in range(3)]
    results = await asyncio.gather(ledger.once("film2", RECIPE, slow), ledger.once("film1", RECIPE, slow), *others)
    assert ask.times == 1
    assert sorted(result.reused for result in results) == [False, True, True, True, True]


async def test_who_waited_asks_when_the_first_one_failed(ledger: Ledger) -> None:
    ask = Asked()

    async def fail(workdir: Path) -> Made:
        await asyncio.sleep(0.02)
        raise RunFailed("the model broke")

    first, second = await asyncio.gather(
        ledger.once("film1", RECIPE, fail), ledger.once("film1", RECIPE, ask), return_exceptions=True
    )
    assert isinstance(first, RunFailed)
    assert isinstance(second, Result)
    assert ask.times == 1


async def test_a_disk_that_fails_is_said(database: Database, tmp_path: Path) -> None:
    (tmp_path / "scratch").write_text("a file in the way")
    ledger = Ledger(CallStore(database), FolderMediaStore(tmp_path / "media"), tmp_path / "scratch")
    with pytest.raises(StorageError, match="scratch"):
        await ledger.once("film1", RECIPE, Asked())
    call = CallStore(database).find(RECIPE.key)
    assert call is not None
    assert call.state is CallState.FAILED


async def test_scratch_is_left_empty(ledger: Ledger, tmp_path: Path) -> None:
    await ledger.once("film1", RECIPE, Asked())
    assert list((tmp_path / "scratch").iterdir()) == []


def test_only_what_the_card_reads_enters_the_key(tmp_path: Path) -> None:
    request = Request(SHOT, Fraction(24), None, tmp_path)
    same = Request(
        SHOT.model_copy(update={"voice_over": {"text": "other"}}), Fraction(24), None, tmp_path / "elsewhere"
    )
    other = Request(SHOT, Fraction(25), None, tmp_path)
    assert recipe_for(CARD, request).key == recipe_for(CARD, same).key
    assert recipe_for(CARD, request).key != recipe_for(CARD, other).key
    assert recipe_for(CARD, request, take=2).key != recipe_for(CARD, request).key


def test_a_path_may_not_enter_a_key(tmp_path: Path) -> None:
    card = CARD.model_copy(update={"reads": ("workdir",)})
    with pytest.raises(TypeError, match="content key"):
        recipe_for(card, Request(SHOT, Fraction(24), None, tmp_path))
