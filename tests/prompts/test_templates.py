"""Story templates: eight ship; a bad file of a user is named with its field."""

import json
from pathlib import Path

import pytest

from reelwright.errors import BadInput, Conflict
from reelwright.prompts.own_templates import begin_template, check_templates
from reelwright.prompts.template_check import MAX_BYTES, read_template_file
from reelwright.prompts.templates import SLUGS, left_out, load_templates, own_templates, template

GOOD = """
slug = "my-own"
name = "My Own"
best_for = ["tests"]
tone = ["dry"]
product_first_visible = "End"
call_to_action = "End"
example = "A test"
copy_guidance = "Short."
[[beats]]
name = "Start"
purpose = "Begin"
share = 0.5
emotion = "calm"
default_framing = "wide"
default_movement = "static"
[[beats]]
name = "End"
purpose = "Stop"
share = 0.5
emotion = "glad"
default_framing = "insert"
default_movement = "push-in"
"""


def test_the_eight_ship() -> None:
    assert tuple(load_templates()) == SLUGS
    assert all(abs(sum(beat.share for beat in one.beats) - 1) < 1e-9 for one in load_templates().values())


def test_a_user_adds_one(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(GOOD)
    assert load_templates(tmp_path)["my-own"].beats[1].name == "End"
    assert "my-own" not in load_templates()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (('share = 0.5\nemotion = "calm"', 'share = 0.7\nemotion = "calm"'), "beats"),
        (('"wide"', '"gigantic"'), "beats.0.default_framing"),
        (('"push-in"', '"teleport"'), "beats.1.default_movement"),
        (('call_to_action = "End"', 'call_to_action = "Nowhere"'), "call_to_action"),
        (('name = "My Own"', ""), "name"),
        (('slug = "my-own"', 'slug = "My Own"'), "slug"),
    ],
)
def test_a_bad_file_is_named_with_its_field(tmp_path: Path, change: tuple[str, str], field: str) -> None:
    (tmp_path / "own.toml").write_text(GOOD.replace(*change))
    with pytest.raises(BadInput) as caught:
        template("own", tmp_path)
    assert "own.toml" in caught.value.message
    assert repr(field) in caught.value.message
    assert "reelwright templates check" in caught.value.hint


def test_a_bad_file_stops_no_other_template(tmp_path: Path) -> None:
    (tmp_path / "aida.toml").write_text(GOOD.replace('"my-own"', '"aida"').replace('"wide"', '"gigantic"'))
    (tmp_path / "own.toml").write_text(GOOD)
    assert tuple(load_templates(tmp_path)) == (*SLUGS, "my-own")
    assert load_templates(tmp_path)["aida"].beats[0].name == "Attention"
    assert template("social-proof", tmp_path).slug == "social-proof"
    with pytest.raises(BadInput, match="gigantic"):
        template("aida", tmp_path)
    broken = own_templates(tmp_path)[0]
    assert (broken.slug, broken.replaces_ours, broken.template) == ("aida", True, None)
    assert "'gigantic'" in left_out(broken)


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    bad = (
        GOOD.replace('name = "My Own"', "")
        .replace('"wide"', '"gigantic"')
        .replace('"push-in"', "7")
        .replace('name = "End"', 'name = "Start"')
        .replace('share = 0.5\nemotion = "glad"', 'share = 0.7\nmood = "glad"')
        .replace('tone = ["dry"]', "tone = []")
        .replace('call_to_action = "End"', 'call_to_action = "Finish"')
    )
    (tmp_path / "own.toml").write_text('colour = "red"\nversion = 0\n' + bad)
    faults = {fault.field: fault for fault in own_templates(tmp_path)[0].faults}
    assert faults.keys() == {
        "colour",
        "version",
        "name",
        "tone",
        "product_first_visible",
        "call_to_action",
        "beats",
        "beats.0.default_framing",
        "beats.1.default_movement",
        "beats.1.emotion",
        "beats.1.mood",
        "beats.1.name",
    }
    assert faults["beats.0.default_framing"].allowed.startswith("extreme wide, wide, medium wide")
    assert faults["beats.0.default_framing"].value == "'gigantic'"
    assert faults["beats"].value == "0.5 + 0.7"
    assert faults["call_to_action"].allowed == "Start, Start"
    assert "best_for" in faults["colour"].allowed
    assert "purpose" in faults["beats.1.mood"].allowed
    assert all(fault.allowed for fault in faults.values())


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (b"slug = ", "no TOML: Invalid value (at"),
        (b"\xff\xfe", "no UTF-8 text: byte 0"),
        (b"#" * (MAX_BYTES + 1), f"has {MAX_BYTES + 1} bytes; allowed: {MAX_BYTES} bytes"),
        (b"", "field 'slug': is missing; allowed: small letters"),
        (b'beats = "none"', "field 'beats': 'none' is wrong"),
        (b"beats = [1]", "field 'beats.0': 1 is wrong; allowed: a table"),
    ],
)
def test_what_is_no_template_at_all_is_said_so(tmp_path: Path, written: bytes, said: str) -> None:
    (tmp_path / "own.toml").write_bytes(written)
    with pytest.raises(BadInput) as caught:
        template("own", tmp_path)
    assert said in caught.value.message


def test_a_folder_named_like_a_file_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "own.toml").mkdir()
    assert "cannot be read" in str(own_templates(tmp_path)[0].faults[0])


def test_of_two_files_with_one_slug_the_second_is_named(tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text(GOOD)
    first, second = own_templates(tmp_path)
    assert first.template
    assert str(second.faults[0]) == "field 'slug': 'my-own' is that of 'a.toml' already; allowed: another slug"
    assert template("my-own", tmp_path)


@pytest.mark.parametrize("source", SLUGS)
def test_what_is_begun_from_a_template_is_in_order(tmp_path: Path, source: str) -> None:
    path = begin_template(tmp_path, "my-own", source)
    (read,) = check_templates(tmp_path, "my-own")
    assert read.path == str(path)
    assert read.template == template(source).model_copy(update={"slug": "my-own", "name": "My own", "version": 1})
    assert path.read_text("utf-8").startswith("# A story template of your own")
    with pytest.raises(Conflict, match="my-own"):
        begin_template(tmp_path, "my-own", source)


def test_quotes_and_signs_survive_being_copied(tmp_path: Path) -> None:
    odd = 'Say "yes" \\ now\x7f\t\u00e9'
    (tmp_path / "odd.toml").write_text(GOOD.replace('"Short."', json.dumps(odd).replace("\x7f", "\\u007f")))
    assert check_templates(tmp_path, begin_template(tmp_path, "copy", "my-own"))[0].template
    assert template("copy", tmp_path).copy_guidance == odd


@pytest.mark.parametrize("slug", ["My Launch!", "a", "1st", "../up", "", "x" * 42])
def test_no_slug_is_refused_with_a_near_one(tmp_path: Path, slug: str) -> None:
    with pytest.raises(BadInput, match="no slug"):
        begin_template(tmp_path, slug, "aida")
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_slug_lists_the_allowed_ones() -> None:
    with pytest.raises(BadInput, match="aida, problem-agitate-solve"):
        template("adia")


def test_wrong_beats_are_not_told_as_missing_ones(tmp_path: Path) -> None:
    path = tmp_path / "two.toml"
    path.write_text(GOOD.replace("share = 0.5", "share = 9"), "utf-8")
    told = [(fault.field, fault.allowed) for fault in read_template_file(path).faults]
    assert ("beats.1.share", "more than 0, at most 1") in told
    assert ("beats", "2 at least") not in told
