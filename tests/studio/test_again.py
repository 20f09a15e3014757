"""Again, further, changed: what is made once is found again."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.sampling import sampled
from tests.studio.command import PROMPT, SMALL, Made


def calls_of(folder: Path) -> dict[str, str]:
    """Key to model of every call a film rests on."""
    calls: list[dict[str, Any]] = json.loads((folder / "manifest.json").read_text())["calls"]
    return {call["key"]: call["model"].removeprefix("builtin:") for call in calls}


def test_the_same_request_is_a_new_film_at_no_cost(coffee: Made, tmp_path: Path) -> None:
    again = tmp_path / "again"
    ran = coffee.command("make", PROMPT, *SMALL, "--out", str(again), "--json")
    assert ran.code == 0, ran.err
    assert ran.json["film_id"] != coffee.report["film_id"]
    assert calls_of(again) == calls_of(coffee.folder)
    assert (again / "film.mp4").read_bytes() == (coffee.folder / "film.mp4").read_bytes()


def test_a_picture_change_of_one_shot_remakes_that_shot_alone(coffee: Made, tmp_path: Path) -> None:
    changed = json.loads((coffee.folder / "shots.json").read_text())
    staging = changed["shots"][1]["staging"]
    staging["light_from"] = "right" if staging["light_from"] != "right" else "left"
    edited = tmp_path / "edited.json"
    edited.write_text(json.dumps(changed))
    out = tmp_path / "changed"
    ran = coffee.command("film", str(edited), "--out", str(out), "--json")
    assert ran.code == 0, ran.err
    before, after = calls_of(coffee.folder), calls_of(out)
    new = sorted(after[key] for key in after.keys() - before.keys())
    assert new == ["artist", "artist", "camera", "sheet", "stitcher"]
    assert (out / "captions.srt").read_bytes() == (coffee.folder / "captions.srt").read_bytes()
    for name in ("takes/sh01_t01.mp4", "frames/clip_001_start.png"):
        assert (out / name).read_bytes() == (coffee.folder / name).read_bytes()
    assert (out / "takes/sh02_t01.mp4").read_bytes() != (coffee.folder / "takes/sh02_t01.mp4").read_bytes()


def test_an_unedited_list_gives_the_same_film(coffee: Made, tmp_path: Path) -> None:
    out = tmp_path / "same"
    ran = coffee.command("film", str(coffee.folder / "shots.json"), "--out", str(out), "--json")
    assert ran.code == 0, ran.err
    assert (out / "film.mp4").read_bytes() == (coffee.folder / "film.mp4").read_bytes()
    assert json.loads((out / "shots.json").read_text()) == json.loads((coffee.folder / "shots.json").read_text())


@pytest.mark.slow
def test_a_film_is_extended_step_by_step(coffee: Made, tmp_path: Path) -> None:
    """Its own brief (another seed), so that nothing is there yet but the voice model."""
    out = tmp_path / "stepwise"
    request = ["make", PROMPT, *SMALL, "--seed", "77", "--no-voice", "--no-music", "--json"]
    ids: set[str] = set()
    held: dict[str, set[str]] = {}
    for until in ("story", "shots", "frames", "film"):
        ran = coffee.command(*request, "--until", until, *([] if until == "story" else ["--out", str(out)]))
        assert ran.code == 0, ran.err
        ids.add(ran.json["film_id"])
        held[until] = {path.name for path in out.rglob("*") if path.is_file()} if out.exists() else set()
    assert len(ids) == 1
    assert held["story"] == set()
    assert held["shots"] == {"story.json", "shots.json", "manifest.json"}
    assert "clip_001_start.png" in held["frames"]
    assert "film.mp4" not in held["frames"]
    assert "film.mp4" in held["film"]


def test_films_show_and_rm(coffee: Made, tmp_path: Path) -> None:
    ran = coffee.command(
        "make", PROMPT, *SMALL, "--seed", "5", "--until", "shots", "--out", str(tmp_path / "x"), "--json"
    )
    film_id = ran.json["film_id"]
    listed = coffee.command("films", "--json").out
    assert film_id in listed
    assert coffee.report["film_id"] in listed
    assert coffee.command("show", film_id[:6], "--json").code == 0
    assert coffee.command("rm", film_id, "--yes").code == 0
    assert coffee.command("show", film_id).code == 2
    assert coffee.command("show", str(coffee.report["film_id"])).code == 0


@pytest.mark.parametrize("aspect", sampled(("9:16", "1:1", "4:5"), 3))
def test_other_aspects_are_composed_for_themselves(coffee: Made, tmp_path: Path, aspect: str) -> None:
    """Frames only: that a tall film is not a crop of a wide one shows in its stills."""
    size = {"9:16": "180x320", "1:1": "180x180", "4:5": "180x226"}[aspect]
    out = tmp_path / "tall"
    ran = coffee.command(
        "make", PROMPT, "--duration", "6", "--size", size, "--until", "frames", "--out", str(out), "--json"
    )
    assert ran.code == 0, ran.err
    picture = (out / "frames/clip_001_start.png").read_bytes()
    width, height = int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")
    assert f"{width}x{height}" == size
