"""Stories and notices are told in their own words, broken where a speaker may pause."""

import pytest
from tests.providers.test_copy import told

from reelwright.providers.builtin.writer.analyse import analyse
from reelwright.providers.builtin.writer.end_card import end_card
from reelwright.providers.builtin.writer.happenings import images_of
from reelwright.providers.builtin.writer.laying import laid, opening_of, thoughts
from reelwright.providers.builtin.writer.retelling import is_past, retold
from reelwright.providers.builtin.writer.titles import titles_of

ROOMS = (7, 6, 7, 6)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "A boy hides a wounded crow in his school bag. The teacher hears it. She says nothing.",
            ["A boy hides a wounded crow…", "…in his school bag.", "The teacher hears it.", "She says nothing."],
        ),
        (
            "A private eye follows the mayor's wife to a motel and finds the mayor instead",
            ["A private eye follows the mayor's wife…", "…to a motel.", "And finds the mayor instead."],
        ),
        ("Snow falls, a door opens, no one comes in", ["Snow falls.", "A door opens.", "No one comes in."]),
        (
            "What happens to our rubbish after we throw it away?",
            ["What happens to our rubbish…", "…after we throw it away?"],
        ),
    ],
)
def test_a_text_is_broken_where_a_speaker_pauses(text: str, lines: list[str]) -> None:
    assert [piece.line for piece in laid(text, ROOMS, 4, gap=1.6)] == lines


def test_what_does_not_fit_is_left_out_whole() -> None:
    text = (
        "A woman walks back to the house where she grew up. It has been sold. "
        "A child she does not know waves from her window."
    )
    for seed in range(5):
        spoken = " ".join(piece.line for piece in laid(text, ROOMS, seed))
        assert "It has been sold." in spoken
        assert spoken.endswith("window.")


def test_no_piece_is_longer_than_its_window_or_out_of_order() -> None:
    text = "A retired boxer is asked to fight one last time by the son of the man he beat"
    for seed in range(9):
        pieces = laid(text, ROOMS, seed)
        assert all(len(piece.text.split()) <= ROOMS[piece.window] for piece in pieces)
        assert " ".join(piece.text for piece in pieces) == text


@pytest.mark.parametrize(
    ("prompt", "sentence"),
    [
        ("A mouse who wants to ride the postman's bicycle", "A mouse wants to ride the postman's bicycle"),
        ("The tailor who sewed wings for his daughter", "The tailor sewed wings for his daughter"),
        ("My grandfather crossing the Alps on foot with a goat", "My grandfather crosses the Alps on foot with a goat"),
        ("A girl who collects shadows loses her own", "A girl collects shadows and loses her own"),
        ("A thief who returns what he took", "A thief returns what he took"),
    ],
)
def test_a_headline_is_told_as_a_sentence(prompt: str, sentence: str) -> None:
    assert retold(analyse(prompt)) == sentence


def test_the_past_is_known() -> None:
    assert is_past("I was nine when my brother taught me how to swim")
    assert not is_past("A detective finds a glove that fits nobody")


def test_images_belong_to_what_the_story_names_and_repeat_none_of_it() -> None:
    images = images_of("A thief breaks into a bakery and cannot see the door")
    assert "soft soles" in images["still"]
    assert "eyes wide, and wider" not in images["still"]
    assert not any("bake" in image for image in images["still"])


def test_a_story_is_called_by_its_own_nouns() -> None:
    titles = titles_of("A mouse wants to ride the postman's bicycle")
    assert titles == ["the postman's bicycle", "the mouse and the bicycle"]


@pytest.mark.parametrize(
    ("prompt", "notice", "card"),
    [
        (
            "You're invited! Mia turns 6. Bouncy castle, Saturday 14 June, 2pm, Hill Street Park. RSVP to Anna",
            "birthday",
            ("Mia Turns 6", "Saturday 14 June, 2pm"),
        ),
        (
            "Parents are reminded that school closes at 1pm on Friday for staff training",
            "school",
            ("School Closes at 1pm on Friday", "For staff training"),
        ),
        (
            "Road closed on Mill Street from 3 to 17 August for water works",
            "council",
            ("Road Closed on Mill Street", "From 3 to 17 August for water works"),
        ),
        (
            "Vote Elena Marsh for council. Safer roads, cleaner parks, a library that stays open.",
            "vote",
            ("Vote Elena Marsh for Council", "A library that stays open"),
        ),
    ],
)
def test_a_notice_is_announced_in_its_own_words(prompt: str, notice: str, card: tuple[str, str]) -> None:
    reading = analyse(prompt)
    assert (reading.notice, end_card(reading)) == (notice, card)
    lines = [line.text.strip(" .…!").lower() for line in told(prompt, 1)[1].lines]
    assert sum(line in prompt.lower() for line in lines) >= 2
    assert lines[-1] in prompt.lower()


@pytest.mark.parametrize(
    "prompt",
    ["Birthday cakes made to order", "Fitness app for busy moms", "The clothes swap app for parents", "A hotel"],
)
def test_goods_are_no_notice(prompt: str) -> None:
    assert not analyse(prompt).notice


def test_a_card_holds_whole_phrases() -> None:
    assert opening_of("Road closed on Mill Street from 3 to 17 August", 40) == "Road closed on Mill Street"
    assert thoughts("Snow falls, a door opens") == ["Snow falls,", "a door opens"]


@pytest.mark.parametrize(
    ("brief", "last"),
    [
        ("my kitchen was from 1974. Refit & Sons did it in a week", "Refit & Sons."),
        ("say hello to Womble, the robot that sorts your recycling", "Womble."),
        ("teaser for our startup demo day, don't reveal what it does. name is Quillon", "Quillon."),
    ],
)
def test_what_no_world_knows_is_told_in_its_own_words_and_ends_with_its_name(brief: str, last: str) -> None:
    lines = [line.text for line in told(brief, 1)[1].lines]
    assert lines[-1] == last
    own = {word for word in brief.lower().replace(",", " ").replace(".", " ").split() if len(word) > 3}
    assert len(own & set(" ".join(lines).lower().replace("…", " ").replace(".", " ").split())) >= len(own) // 2
