"""Screenplays and kept scenes as scenarios: nobody asked, nothing paid, people the same wherever they appear."""

from pathlib import Path

import pytest

from reelwright.cli import run
from reelwright.errors import BadInput, NotFound
from reelwright.film.scenario import Scenario
from reelwright.scenario_writer import save_scenario, screenplay_scenario
from reelwright.scene_library import SceneLibrary
from reelwright.settings import Settings
from reelwright.wire import read_shot_list

FOUNTAIN = Path(__file__).parent / "golden" / "screenplays" / "lighthouse.fountain"


@pytest.fixture
def scene() -> Scenario:
    return screenplay_scenario(FOUNTAIN, "noir")


@pytest.fixture
def library(tmp_path: Path) -> SceneLibrary:
    return SceneLibrary(Settings(home=tmp_path / "home"))


def test_people_of_a_screenplay_are_described(scene: Scenario, tmp_path: Path) -> None:
    looks = {one.name: one.description for one in scene.cast}
    assert looks["Mara"].startswith("A woman aged 3")
    assert looks["Mara"].endswith("; 30s, soaked, a torn yellow raincoat.")
    assert looks["Old Keeper"].split(" aged ")[1].startswith("7")
    shown = [shot for shot in scene.shots if "Mara" in shot.characters]
    assert len(shown) > 3
    assert all(looks["Mara"] in shot.prompts.image_prompt for shot in shown)
    read = read_shot_list(save_scenario(scene, tmp_path / "shots.json").read_text("utf-8"))
    assert read.shots == scene.shots
    assert screenplay_scenario(FOUNTAIN, "noir") == scene


def test_scenes_are_kept_and_taken_again(scene: Scenario, library: SceneLibrary) -> None:
    assert library.names() == ()
    library.save("pier", scene)
    other = scene.model_copy(update={"title": "Other", "shots": scene.shots[:2]})
    library.save("start", other)
    assert library.names() == ("pier", "start")
    assert library.load("pier").shots == scene.shots
    joined = library.joined(["start:2", "pier", "start:1"])
    assert len(joined.shots) == len(scene.shots) + 2
    assert [shot.number for shot in joined.shots] == list(range(1, len(joined.shots) + 1))
    assert len({shot.id for shot in joined.shots}) == len(joined.shots)
    assert joined.shots[0].action_description == scene.shots[1].action_description
    assert joined.title == "Other"


def test_what_is_not_there_is_said(scene: Scenario, library: SceneLibrary, tmp_path: Path) -> None:
    library.save("pier", scene)
    for part, said in (("peer", "no scene 'peer' is kept"), ("pier:99", "has no shot '99'"), ("../x", "no scene")):
        with pytest.raises(NotFound, match=said):
            library.joined([part])
    with pytest.raises(BadInput, match="is no name"):
        library.save("Not A Name", scene)
    with pytest.raises(NotFound, match=r"there is no file .*gone\.fountain"):
        screenplay_scenario(tmp_path / "gone.fountain")


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("REELWRIGHT_HOME", str(tmp_path / "home"))

    def told(*arguments: str) -> str:
        assert run(["scenario", *arguments]) == 0
        return capsys.readouterr().out

    listed = tmp_path / "shots.json"
    made = told("--screenplay", str(FOUNTAIN), "--style", "noir", "--save", "pier", "-o", str(listed))
    assert "THE LIGHTHOUSE" in made
    assert "Mara: A woman aged 3" in made
    assert len(read_shot_list(listed.read_text("utf-8")).shots) > 5
    assert "pier" in told("--library")
    assert "(2 shots, " in told("--from-library", "pier:1", "--from-library", "pier:3")
    assert run(["scenario", "--screenplay", str(FOUNTAIN), "-d", "x"]) == 2
    assert "a scene comes from one place" in capsys.readouterr().err
