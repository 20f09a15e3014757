"""A person's own pronunciations: checked kindly, and used only where their word is."""

import pytest

from reelwright.errors import ConfigurationError
from reelwright.film.pronunciation import spoken_in
from reelwright.providers.builtin.narrator.pronounce import pronounce
from reelwright.settings import load_settings


def test_only_entries_whose_word_occurs_count() -> None:
    book = {"Reelwright": "REEL-rite", "Almaty": "al-MAH-tee"}
    assert spoken_in("“Reelwright’s new film.”", book) == (("reelwright", "REEL-rite"),)
    assert spoken_in("Nothing of it.", book) == ()


def test_settings_check_their_entries() -> None:
    assert load_settings(pronunciations={"Zyntho": "ZIN-toh"}).pronunciations == {"Zyntho": "ZIN-toh"}
    with pytest.raises(ConfigurationError, match="not one word"):
        load_settings(pronunciations={"two words": "too"})


@pytest.mark.parametrize(
    ("said", "sounds"),
    [
        ("REEL-rite", "ɹˈilɹIt"),
        ("al-MAH-tee", "ælmˈɑti"),
        ("kuh-NOO", "kənˈu"),
        ("/kəˈnu/", "kənˈu"),
    ],
)
def test_how_a_respelling_sounds(said: str, sounds: str) -> None:
    assert pronounce("The word.", own={"word": said})[1].sounds == sounds


def test_a_possessive_is_said_like_its_word() -> None:
    assert pronounce("Zyntho's best", own={"zyntho": "ZIN-toh"})[0].sounds == "zˈɪntOz"
