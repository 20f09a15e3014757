"""Clothes and looks of the character a token stands for are cut out cleanly, or named; anybody else's stay."""

import pytest

from reelwright.stages.leave_out_looks import leave_out_looks
from reelwright.stages.token_for_name import token_for_name

TOKEN = "aldar_kose_man"
CUT = [
    (
        "aldar_kose_man rides his horse, wearing a red velvet robe and a fur hat, across the steppe",
        "aldar_kose_man rides his horse, across the steppe",
    ),
    ("aldar_kose_man, wearing a long chapan, rides home.", "aldar_kose_man rides home."),
    ("A tall, bearded aldar_kose_man in a striped robe stands there.", "aldar_kose_man stands there."),
    ("aldar_kose_man adjusts his hat and looks up at the sky.", "aldar_kose_man looks up at the sky."),
    ("aldar_kose_man rides on, eyes narrow, one hand on the hat.", "aldar_kose_man rides on, eyes narrow."),
    ("aldar_kose_man, with a long grey beard and weathered face, laughs.", "aldar_kose_man laughs."),
    ("aldar_kose_man looks away, wind in the coat, hat pulled low", "aldar_kose_man looks away"),
    ("aldar_kose_man takes his coat and runs out.", "aldar_kose_man runs out."),
    ("aldar_kose_man is tall and has black hair. He walks in.", "He walks in."),
    ("He wears a brown coat. aldar_kose_man steps out.", "aldar_kose_man steps out."),
    ("aldar_kose_man dressed in traditional Kazakh clothing sings.", "aldar_kose_man sings."),
    ("Close on aldar_kose_man's weathered face, eyes bright", "Close on aldar_kose_man's face, eyes bright"),
    ("aldar_kose_man, handsome and young, rides", "aldar_kose_man rides"),
]
STAYS = [
    "aldar_kose_man meets a merchant in a green coat at the bazaar.",
    "A woman in a red dress waits under the lamp while aldar_kose_man watches.",
    "aldar_kose_man sews a coat by the fire.",
    "aldar_kose_man laughs, his eyes closed, firelight on the face",
    "aldar_kose_man rides under a blue sky with white clouds",
    "A boy gives aldar_kose_man a hat at the market.",
]
LEFT = [
    ("aldar_kose_man adjusts his hat.", "his hat"),
    ("aldar_kose_man hangs his coat on a coat rack", "his coat"),
    ("The young aldar_kose_man's dark hair flies in the wind", "aldar_kose_man's dark hair"),
]


@pytest.mark.parametrize(("text", "bare"), CUT)
def test_what_can_be_cut_is_cut(text: str, bare: str) -> None:
    found = leave_out_looks(text, TOKEN)
    assert found.text == bare
    assert found.cut
    assert found.left == ()


@pytest.mark.parametrize("text", STAYS)
def test_what_is_somebody_elses_or_nobodys_stays(text: str) -> None:
    found = leave_out_looks(text, TOKEN)
    assert (found.text, found.cut, found.left) == (text, (), ())


@pytest.mark.parametrize(("text", "phrase"), LEFT)
def test_what_would_break_a_sentence_is_named(text: str, phrase: str) -> None:
    assert leave_out_looks(text, TOKEN).left == (phrase,)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Aldar Kose rides home.", "aldar_kose_man rides home."),
        ("The main character looks up, and the main character smiles.", "aldar_kose_man looks up, and he smiles."),
        ("He opens the door.", "aldar_kose_man opens the door."),
        ("His hands hold the reins.", "aldar_kose_man's hands hold the reins."),
        ("aldar_kose_man waits; the horse follows aldar_kose_man.", "aldar_kose_man waits; the horse follows him."),
        ("A merchant counts his coins.", "A merchant counts his coins."),
    ],
)
def test_the_character_is_its_token_once(text: str, told: str) -> None:
    assert token_for_name(text, TOKEN, is_seen=True) == told
