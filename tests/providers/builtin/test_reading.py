"""What is written, and how it is said."""

import tomllib
from pathlib import Path

import pytest

from reelwright.providers.builtin.narrator.ipa import from_ipa, unsaid_marks
from reelwright.providers.builtin.narrator.letters import VOWEL_SOUNDS, sound_out
from reelwright.providers.builtin.narrator.lexicon import lexicon
from reelwright.providers.builtin.narrator.numerals import cardinal, ordinal, year
from reelwright.providers.builtin.narrator.pronounce import pronounce, said_as
from reelwright.providers.builtin.narrator.vocabulary import SYMBOLS
from reelwright.providers.builtin.narrator.words import word_list

READINGS: dict[str, str] = tomllib.loads((Path(__file__).parent / "readings.toml").read_text("utf-8"))
SOUNDS: list[list[str]] = tomllib.loads((Path(__file__).parent / "sounds.toml").read_text("utf-8"))["sounds"]


@pytest.mark.parametrize("written", READINGS)
def test_readings(written: str) -> None:
    assert " ".join(said_as(written)) == READINGS[written]


@pytest.mark.parametrize(("line", "word", "sounds"), SOUNDS)
def test_sounds(line: str, word: str, sounds: str) -> None:
    said = next(entry.sounds for entry in pronounce(line) if entry.text.strip(".") == word)
    assert said == sounds
    assert set(said) <= SYMBOLS.keys()


def test_nothing_is_said_for_a_picture() -> None:
    assert said_as("🎉 — …") == ()


def test_every_listed_word_has_sounds_in_both_accents() -> None:
    for group in word_list("names").values():
        for word, ipa in group.items():
            assert not unsaid_marks(f"/{ipa}/"), word
            for british in (False, True):
                assert set(lexicon(british).sounds(word)) & VOWEL_SOUNDS, word


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
        ("lasagne", "ləzˈɑnjə"),
        ("ASMR", "ˌAˌɛsˌɛmˈɑɹ"),
        ("Kumo", "kˈumO"),
        ("Yaga", "jˈɑɡə"),
        ("Velora", "vɛlˈɔɹə"),
        ("Posturo", "pɑstˈuɹO"),
        ("Stello", "stˈɛlO"),
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
    assert words[0].sounds == "ŋkˈOsi"
    assert words[2].sounds == " ".join(lexicon(False).sounds(word) for word in ("zin", "tow"))
    assert from_ipa("/ˈriːl.raɪt/") == "ɹˈilɹIt"


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
