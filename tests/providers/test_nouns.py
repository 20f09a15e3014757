"""What the writer knows of common words."""

import pytest

from reelwright.providers.builtin.writer.analyse import analyse
from reelwright.providers.builtin.writer.casting import describe_person, is_played
from reelwright.providers.builtin.writer.nouns import cast_of, class_kind, facts_of, forms, noun_class, verb_stem
from reelwright.providers.builtin.writer.words import lexicon


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("spatula", "kitchenware"),
        ("spatulas", "kitchenware"),
        ("moccasins", "footwear"),
        ("osteopath", "doctor"),
        ("sled dog", "pet"),
        ("ravioli", "noodles"),
        ("foxes", "animal"),
        ("xyzzyx", ""),
        ("größe", ""),
    ],
)
def test_common_nouns_have_a_class(word: str, name: str) -> None:
    assert noun_class(word) == name


def test_every_class_is_filmed_as_a_kind_that_there_is() -> None:
    kinds = lexicon("kinds")["kind"]
    for name, entry in lexicon("noun_classes").items():
        assert not entry["kind"] or entry["kind"] in kinds, name
        assert entry["roots"] or name == "other"


def test_forms_of_words() -> None:
    assert verb_stem("visits") == "visit"
    assert verb_stem("running") == "run"
    assert "battle" in forms("battling")
    assert "rat" not in forms("rated")
    assert class_kind(["copper", "saucepan"]) == "cookware"
    assert facts_of("kitchenware")["said"] == "a kitchen tool"
    assert cast_of("locksmith") == ("man", 45)


def test_a_person_stands_in_for_a_fox_and_it_is_said() -> None:
    reading = analyse("A fox steals the moon")
    assert (reading.is_story, reading.hero) == (True, "the fox")
    assert is_played(reading.hero)
    assert "in the part of the fox" in describe_person(reading, 1)
    assert not is_played(analyse("The clockmaker repairs a watch").hero)
