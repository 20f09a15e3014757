"""What is written, and how it is said."""

import pytest

from reelwright.providers.builtin.narrator.letters import VOWEL_SOUNDS, sound_out
from reelwright.providers.builtin.narrator.lexicon import lexicon
from reelwright.providers.builtin.narrator.numerals import cardinal, ordinal, year
from reelwright.providers.builtin.narrator.pronounce import from_ipa, pronounce
from reelwright.providers.builtin.narrator.reading import spoken_words
from reelwright.providers.builtin.narrator.vocabulary import SYMBOLS


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("10M", "ten million"),
        ("$4.50", "four dollars and fifty cents"),
        ("$1", "one dollar"),
        ("$0.99", "ninety nine cents"),
        ("$1.2M", "one point two million dollars"),
        ("£20", "twenty pounds"),
        ("$9.99/month", "nine dollars and ninety nine cents per month"),
        ("50%", "fifty percent"),
        ("2026", "twenty twenty six"),
        ("1990s", "nineteen nineties"),
        ("1,250", "one thousand two hundred fifty"),
        ("3.5", "three point five"),
        ("007", "zero zero seven"),
        ("24/7", "twenty four seven"),
        ("9:30am", "nine thirty A M"),
        ("22nd", "twenty second"),
        ("5kg", "five kilograms"),
        ("10x", "ten times"),
        ("10-15", "ten to fifteen"),
        ("rock&roll", "rock and roll"),
        ("U.S.A", "U S A"),
        ("e.g", "for example"),
        ("Dr", "doctor"),
        ("reelwright.com", "reelwright dot com"),
        ("🎉", ""),
        ("", ""),
    ],
)
def test_readings(written: str, said: str) -> None:
    assert " ".join(spoken_words(written)) == said


def test_numbers() -> None:
    assert " ".join(cardinal(1_002_003)) == "one million two thousand three"
    assert " ".join(ordinal(20)) == "twentieth"
    assert " ".join(year(1905)) == "nineteen oh five"
    assert " ".join(year(2005)) == "two thousand five"
    assert len(cardinal(10**20)) == 21


@pytest.mark.parametrize(
    ("word", "sounds"),
    [
        ("mornings", "mˈɔɹnɪŋz"),
        ("waited", "wˈATᵻd"),
        ("Wi-Fi", "wˈIfˌI"),
        ("AI", "ˈAˌI"),
        ("GPS", "ʤˌipˌiˈɛs"),
        ("SUVs", "ˌɛsjˌuvˈiz"),
        ("NASA", "nˈæsə"),
        ("Reelwright", "ɹˈilɹˌIt"),
        ("café", "kæfˈA"),
    ],
)
def test_words(word: str, sounds: str) -> None:
    assert pronounce(word)[0].sounds == sounds


@pytest.mark.parametrize(
    ("text", "place", "sounds"),
    [
        ("live your life", 0, "lˈɪv"),
        ("a live show", 1, "lˈIv"),
        ("close your eyes", 0, "klˈOz"),
        ("so close now", 1, "klˈOs"),
        ("the apple", 0, "ði"),
        ("the pear", 0, "ðə"),
        ("mornings used to be", 1, "jˈust"),
    ],
)
def test_context(text: str, place: int, sounds: str) -> None:
    assert pronounce(text)[place].sounds == sounds


def test_each_written_word_is_kept_with_its_punctuation() -> None:
    text = "“Wait,” she said — 10M users… really?! 🎉"
    words = pronounce(text)
    assert [word.text for word in words] == text.split()
    assert [word.pause for word in words] == [",", "", "", "—", "", "…", "?", ""]
    assert not words[3].sounds
    assert not words[-1].sounds


def test_a_persons_pronunciations_win() -> None:
    words = pronounce("Nkosi and Zyntho", own={"nkosi": "/ŋˈkoʊsi/", "ZYNTHO": "zin tow"})
    assert words[0].sounds == "ŋˈkOsi"
    assert words[2].sounds == " ".join(lexicon(False).sounds(word) for word in ("zin", "tow"))
    assert from_ipa("/ˈriːl.raɪt/") == "ˈɹilɹIt"


@pytest.mark.parametrize(
    "word", ["zyntho", "quokkify", "brr", "xylo", "glowbaeur", "sprigatoni", "aerfjord", "tsk", "kleiness"]
)
def test_any_letters_can_be_said_in_known_symbols(word: str) -> None:
    for sounds in (sound_out(word), lexicon(False).sounds(word), lexicon(True).sounds(word)):
        assert sounds
        assert set(sounds) <= SYMBOLS.keys()
    if set(word) & set("aeiou"):
        assert set(sound_out(word)) & VOWEL_SOUNDS


def test_british_voices_read_british_dictionaries() -> None:
    assert pronounce("bath", british=True)[0].sounds == "bˈɑːθ"
    assert pronounce("bath")[0].sounds == "bˈæθ"
