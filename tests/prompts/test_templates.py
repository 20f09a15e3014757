"""Story templates: eight ship; a bad file of a user is named with its field."""

from pathlib import Path

import pytest

from reelwright.errors import BadInput
from reelwright.prompts.templates import SLUGS, load_templates, template

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
        load_templates(tmp_path)
    assert "own.toml" in caught.value.message
    assert repr(field) in caught.value.message


def test_no_toml_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text("slug = ")
    with pytest.raises(BadInput, match="no TOML"):
        load_templates(tmp_path)


def test_an_unknown_slug_lists_the_allowed_ones() -> None:
    with pytest.raises(BadInput, match="aida, problem-agitate-solve"):
        template("adia")
