"""The difference of two prompts, word by word, from which both can be read."""

import random

from reelwright.stages.word_diff import marked, word_diff


def _side(old: str, new: str, without: str) -> str:
    return " ".join(one.text for one in word_diff(old, new) if one.kind != without)


def test_both_texts_can_be_read_from_it() -> None:
    chance = random.Random(7)
    for _ in range(200):
        old, new = (" ".join(chance.choices(["a", "b", "c", "d", "e", "f"], k=chance.randrange(12))) for _ in range(2))
        assert _side(old, new, "added") == old
        assert _side(old, new, "removed") == new


def test_a_change_is_marked_and_scraps_between_changes_belong_to_them() -> None:
    assert marked("a red door", "a blue door") == "a [-red-] {+blue+} door"
    assert marked("", "new words") == "{+new words+}"
    old, new = "here is one and then the two", "here is three and then the four"
    assert marked(old, new) == "here is [-one and then the two-] {+three and then the four+}"
