"""Story templates of one's own: begun, checked, shown, used, broken, and kept by the films made with them."""

from pathlib import Path
from typing import Any

import pytest
from tests.studio.command import Command

from reelwright import Studio, Until
from reelwright.cli import run
from reelwright.errors import BadInput

FIVE_BEATS = """
slug = "five-doors"
name = "Five doors"
best_for = ["walks through old towns"]
tone = ["curious"]
product_first_visible = "Third door"
call_to_action = "Home"
example = "A walk through the old town"
copy_guidance = ""
""" + "".join(
    f"""
[[beats]]
name = "{name}"
purpose = "Open it"
share = 0.2
emotion = "somewhat puzzled"
default_framing = "medium"
default_movement = "static"
"""
    for name in ("First door", "Second door", "Third door", "Fourth door", "Home")
)


def _json(*arguments: str, home: Path, code: int = 0) -> dict[str, Any]:
    home.mkdir(parents=True, exist_ok=True)
    ran = Command(home, home)(*arguments, "--json")
    assert ran.code == code, ran.err
    return ran.json


def test_one_is_begun_checked_shown_and_listed(own_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["templates", "new", "my-launch", "--from", "teaser-reveal"]) == 0
    path = own_home / "story_templates" / "my-launch.toml"
    assert str(path) in capsys.readouterr().out
    for named in ([], ["my-launch"], [str(path)]):
        assert run(["templates", "check", *named]) == 0
        assert capsys.readouterr().out == "my-launch: in order (version 1, 4 beats)\n"
    assert run(["templates", "show", "my-launch"]) == 0
    assert "(version 1, yours)" in capsys.readouterr().out
    assert run(["templates"]) == 0
    assert "yours" in capsys.readouterr().out
    shown = _json("templates", "show", "my-launch", "--duration", "30", home=own_home)
    assert sum(slot["frame_count"] for slot in shown["plan"]) == 720
    assert shown["path"] == str(path)


def test_a_wrong_one_is_told_field_by_field(own_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["templates", "new", "my-launch"]) == 0
    path = own_home / "story_templates" / "my-launch.toml"
    path.write_text(path.read_text("utf-8").replace('"push-in"', '"teleport"').replace("0.22", "0.5"), "utf-8")
    capsys.readouterr()
    assert run(["templates", "check", "my-launch"]) == 2
    said = capsys.readouterr().out
    assert "'teleport' is unknown; allowed: static, push-in" in said
    assert "0.5 + 0.26 + 0.28 + 0.24 add up to 1.280" in said
    assert "next: " in said
    checked = _json("templates", "check", home=own_home, code=2)
    assert [fault["field"] for fault in checked["files"][0]["faults"]] == ["beats.0.default_movement", "beats"]
    assert run(["templates"]) == 0
    listed = capsys.readouterr()
    assert "my-launch" not in listed.out
    assert "'my-launch.toml' is left out" in listed.err


def test_a_wrong_one_stops_only_films_that_name_it(own_home: Path) -> None:
    (own_home / "story_templates").mkdir(parents=True)
    (own_home / "story_templates" / "mine.toml").write_text("slug = 7")
    with Studio() as studio:
        with pytest.raises(BadInput, match=r"'mine.toml' cannot be used: field 'slug': 7 is wrong"):
            studio.make("Green tea", template="mine")
        report = studio.make("Green tea", template="aida", until=Until.STORY)
        assert [warning for warning in report.warnings if "'mine.toml' is left out" in warning]
        assert next(check for check in studio.doctor() if check.name == "templates").state == "degraded"


def test_a_film_keeps_the_version_it_was_begun_with(
    own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = own_home / "story_templates"
    folder.mkdir(parents=True)
    (folder / "own.toml").write_text(FIVE_BEATS)
    with Studio() as studio:
        first = studio.make("A walk through the old town", template="five-doors", until=Until.STORY)
        changed = FIVE_BEATS.replace("Second door", "Back door").replace("tone =", "version = 2\ntone =")
        (folder / "own.toml").write_text(changed)
        film = studio.find(studio.make("A walk through the old town", template="five-doors", until=Until.SHOTS).film_id)
        assert film.id == first.film_id
        assert film.template
        assert (film.template.version, film.template.beats[1].name) == (1, "Second door")
        assert film.story
        assert {line.beat for line in film.story.lines} <= {beat.name for beat in film.template.beats}
        new = studio.find(
            studio.make("A walk through the old town", template="five-doors", until=Until.SHOTS, new=True).film_id
        )
        assert new.template
        assert (new.template.version, new.template.beats[1].name) == (2, "Back door")
