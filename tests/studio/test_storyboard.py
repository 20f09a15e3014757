"""A storyboard from the command line and from Python: broken down, drawn, gone on with, with a panel that fails."""

import json
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pytest
from tests.studio.command import Command
from tests.studio.test_application_version import compare, recorded

from reelwright import Studio
from reelwright.errors import BadInput, RunFailed
from reelwright.film.brief import Models
from reelwright.ports import ImageRequest, MediaReply, Model, ModelCard, Tools
from reelwright.providers.builtin.cards import ARTIST
from reelwright.providers.builtin.stills import BuiltinArtist
from reelwright.providers.registry import providers

STORY = "Aldar Kose rides his horse across the steppe to his yurt at sunset"
SIX = ("--story", STORY, "--num-frames", "6", "--token", "aldar_kose_man")


def dry_run(command: Command) -> str:
    """A storyboard that was only broken down, checked; its film's id."""
    folder = command.folder / "board"
    ran = command("storyboard", *SIX, "--size", "256x144", "--dry-run", "--output-dir", "board", "--json")
    assert ran.code == 0, ran.err
    assert {path.name for path in folder.iterdir()} == {
        "manifest.json",
        "scene_breakdown.json",
        "sdxl_prompts.json",
        "shots.json",
    }
    broken = json.loads((folder / "scene_breakdown.json").read_text("utf-8"))
    assert list(broken) == ["story", "timestamp", "num_frames", "scenes"]
    assert list(broken["scenes"][0]) == ["frame", "description", "camera", "mood"]
    assert broken["story"] == STORY
    assert len(broken["scenes"]) == broken["num_frames"] == 6
    assert sum(ran.json["cameras"].values()) == 6
    prompts = json.loads((folder / "sdxl_prompts.json").read_text("utf-8"))
    assert all(prompt.count("aldar_kose_man") == 1 for prompt in prompts)
    return str(ran.json["film_id"])


def test_a_dry_run_makes_no_picture(new_command: Callable[[str], Command]) -> None:
    dry_run(new_command("one"))


@pytest.mark.slow
def test_pictures_follow_a_dry_run(new_command: Callable[[str], Command]) -> None:
    command = new_command("one")
    folder, film_id = command.folder / "board", dry_run(command)
    drawn = command("storyboard", *SIX, "--size", "256x144", "--output-dir", "board", "--json")
    assert drawn.code == 0, drawn.err
    assert drawn.json["film_id"] == film_id
    names = {path.name for path in folder.iterdir()}
    assert {f"frame_{number:03d}.png" for number in range(1, 7)} | {"storyboard_grid.png"} <= names
    said = json.loads((folder / "manifest.json").read_text("utf-8"))
    seeds = [frame["seed"] for shot in said["shots"] for frame in shot["frames"]]
    assert len(set(seeds)) == 6


class OneStroke:
    """A provider whose painter draws the first panel as the built-in artist would; over the rest the brush breaks."""

    name = "one-stroke"
    cards = (ARTIST.model_copy(update={"provider": name, "model": "painter"}),)

    def open(self, card: ModelCard, tools: Tools) -> Model:
        return _OneStroke(card, BuiltinArtist(ARTIST, tools))


@dataclass
class _OneStroke:
    card: ModelCard
    artist: BuiltinArtist

    async def paint(self, request: ImageRequest) -> MediaReply:
        if request.shot.number > 1:
            raise RunFailed("the brush broke")
        return await self.artist.paint(request)


@pytest.fixture
def one_stroke() -> Generator[str]:
    known = cast(dict[str, Any], providers())
    known[OneStroke.name] = OneStroke()
    yield f"{OneStroke.name}:painter"
    del known[OneStroke.name]


def test_panels_that_fail_stop_nothing(
    own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one_stroke: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with Studio() as studio:
        report = studio.storyboard(STORY, num_frames=6, width_px=192, height_px=108, models=Models(image=one_stroke))
    compare("storyboard", recorded(own_home / "reelwright.db", report.film_id))
    assert report.status == "completed"
    assert report.path
    assert Path(report.path).name.startswith("prompt_storyboard_")
    names = {path.name for path in Path(report.path).iterdir()}
    assert "frame_002.png" not in names
    assert {"frame_001.png", "storyboard_grid.png"} <= names
    blank = [one for one in report.warnings if "could not be drawn and is left blank: the brush broke" in one]
    assert len(blank) == 5
    assert any("panel 2 could not be drawn" in one for one in blank)


def test_what_the_built_in_artist_does_not_use_is_told(
    own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with Studio() as studio:
        report = studio.storyboard(STORY, num_frames=6, lora_strength=1.1, dry_run=True)
    assert any("the built-in artist does not use --lora-strength" in one for one in report.warnings)


def test_a_storyboard_of_python_is_checked() -> None:
    with Studio() as studio:
        with pytest.raises(BadInput, match="--token 'two words'"):
            studio.storyboard(STORY, token="two words")
        assert studio.estimate_storyboard(STORY).is_free
        with pytest.raises(BadInput, match=r"no \.safetensors"):
            studio.storyboard(STORY, lora_path="lora.ckpt")
