"""How `--pronounce` is read."""

import pytest

from reelwright.cli.options import pronunciations_of
from reelwright.errors import BadInput


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Reelwright=REEL-rite", ("Reelwright", "REEL-rite")),
        (" Nkosi = /ŋˈkoʊsi/ ", ("Nkosi", "/ŋˈkoʊsi/")),
        ("H&M=aitch and em", ("H&M", "aitch and em")),
    ],
)
def test_what_is_read(text: str, pair: tuple[str, str]) -> None:
    assert pronunciations_of([text]) == dict([pair])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Reelwright", "no `=`"),
        ("two words=too words", "not one word"),
        ("=reel", "not one word"),
        ("Reelwright=", "no respelling"),
        ("Reelwright=r33l", "no respelling"),
        ("Reelwright=/ʁ漢/", "not IPA"),
        ("Reelwright=/riːl", "not IPA"),
    ],
)
def test_what_is_refused_with_a_hint(text: str, told: str) -> None:
    with pytest.raises(BadInput, match=told) as caught:
        pronunciations_of([text])
    assert "REEL-rite" in caught.value.hint
