"""How writers are named: a list of stand-ins, and other lists for single stages."""

import pytest

from reelwright.film.brief import Models
from reelwright.film.writers import Writers, writers_of


def test_one_model_writes_everything() -> None:
    found = writers_of("openrouter:anthropic/claude-haiku-5.5")
    assert found.of("choose_template") == found.of("specify_picture") == ("openrouter:anthropic/claude-haiku-5.5",)


def test_stand_ins_and_single_stages() -> None:
    found = writers_of("openrouter:a/b:free, anthropic:c ; story=openai:d,builtin")
    assert found.names == ("openrouter:a/b:free", "anthropic:c")
    assert found.of("write_story") == ("openai:d", "builtin")
    assert found.of("break_into_shots") == found.names
    assert found.all == ("openrouter:a/b:free", "anthropic:c", "openai:d", "builtin")


def test_a_stage_alone_leaves_the_rest_to_the_built_in_writer() -> None:
    assert writers_of("story=openai:d") == Writers(by_stage={"story": ("openai:d",)})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "'' is no model"),
        ("openai:a,,b", "'' is no model"),
        ("plot=openai:a", "'plot' is no stage of the writing; allowed are template, story, shots, pictures"),
        ("story=", "'' is no model"),
        ("Open AI", "'Open' is no model"),
    ],
)
def test_what_cannot_be_read_is_named(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said.replace("'", "'")):
        writers_of(text)
    with pytest.raises(ValueError, match="no "):
        Models(text=text)
