"""`scenario` as a person uses it: written through the engine, edited, shot exactly, and from Python."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.studio.command import Command

from reelwright import ScenarioWriter, Settings
from reelwright.desk import Desk
from reelwright.errors import BadInput

SCENE = 'Maya enters a dark cafe at night. Tom waits by the window. He says, "You came."'


def test_a_scene_is_written_edited_and_shot_exactly(new_command: Callable[[str], Command]) -> None:
    command = new_command("scene")
    listed = command.folder / "shots.json"
    ran = command("scenario", "-d", SCENE, "-n", "4", "--style", "film noir", "--mood", "tense", "--aspect", "9:16",
                  "-o", str(listed), "--json")  # fmt: skip
    assert ran.code == 0, ran.err
    told = ran.json
    assert (len(told["shots"]), told["cost_usd"], told["saved_to"]) == (4, 0, str(listed))
    assert set(told["characters"]) == {"Maya", "Tom"}
    written = json.loads(listed.read_text("utf-8"))
    written["brief"] |= {"width_px": 180, "height_px": 320, "wants_voice": False, "wants_music": False}
    written["brief"]["wants_effects"] = False
    del written["shots"][1]
    written["shots"][0]["duration"] = 1.25
    listed.write_text(json.dumps(written), "utf-8")
    shot = command("film", str(listed), "--until", "frames", "--out", "cut", "--json")
    assert shot.code == 0, shot.err
    film = Desk(Settings(home=command.home)).scenario(shot.json["film_id"])
    assert [one.id for one in film.shots] == ["shot_001", "shot_003", "shot_004"]
    assert film.shots[0].frame_count == 30
    said = [entry["enhanced_prompt"].split("\n")[0] for entry in written["shots"]]
    assert [one.prompts.image_prompt.split("\n")[0] for one in film.shots] == said
    assert (command.folder / "cut" / "contact_sheet.png").stat().st_size > 1000
    assert film.cast[1].description in film.shots[1].prompts.image_prompt


def test_from_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(home=tmp_path / "home")

    async def written() -> None:
        async with ScenarioWriter(settings=settings) as writer:
            assert (await writer.estimate(SCENE, 3)).is_free
            made = await writer.write(SCENE, 3, "noir", characters={"Maya": "a woman aged 70, silver hair"})
            assert len(made.shots) == 3
            assert made.duration_s == sum(shot.frame_count for shot in made.shots) / 24
            assert "a woman aged 70, silver hair" in made.shots[0].prompts.image_prompt
            with pytest.raises(BadInput, match="0 shots"):
                await writer.write(SCENE, 0)
            with pytest.raises(BadInput, match="until 'cut': allowed are story, shots"):
                await writer.write(SCENE, 3, until="cut")

    asyncio.run(written())


@pytest.mark.slow
def test_dialogue_is_spoken_by_its_characters(new_command: Callable[[str], Command]) -> None:
    command = new_command("talk")
    shots = [
        {"shot_type": "wide", "enhanced_prompt": "A kitchen at night.", "duration": 2},
        {"shot_type": "close-up", "enhanced_prompt": "Anna looks up.", "duration": 3.5, "characters": ["Anna"],
         "dialogue": ["Anna: Where were you?", "Ben: Working."]},
    ]  # fmt: skip
    people = {"Anna": "A woman aged 30, red coat", "Ben": "A man aged 40, grey suit"}
    size = {"width_px": 160, "height_px": 90}
    listed = command.folder / "talk.json"
    listed.write_text(json.dumps({"description": "x", "brief": size, "characters": people, "shots": shots}), "utf-8")
    ran = command("film", str(listed), "--out", "talk", "--json")
    assert ran.code == 0, ran.err
    manifest = json.loads((command.folder / "talk" / "manifest.json").read_text("utf-8"))
    said = {
        call["request"]["text"]: call["request"]["voice"] for call in manifest["calls"] if call["modality"] == "voice"
    }
    assert set(said) == {"Where were you?", "Working."}
    assert said["Where were you?"].split("_")[0] in ("af", "bf")
    assert said["Working."].split("_")[0] in ("am", "bm")
    assert "Where were you? Working." in (command.folder / "talk" / "captions.srt").read_text("utf-8")
    assert ran.json["duration_s"] == 5.5
