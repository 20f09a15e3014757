"""What a brief says to the makers of its film is neither spoken nor sold; what opens it always is."""

import random

import pytest

from reelwright.providers.builtin.writer.analyse import analyse
from reelwright.providers.builtin.writer.counts import number_of
from reelwright.providers.builtin.writer.directions import undirected


@pytest.mark.parametrize(
    ("brief", "said"),
    [
        ("Cold brew pouring over ice, super slow motion", "Cold brew pouring over ice"),
        ("swiss skeleton watch, dark, elegant, don't show it till the end", "swiss skeleton watch, dark, elegant"),
        ("Car insurance for new drivers, seen entirely through the mirror", "Car insurance for new drivers"),
        ("A kettle for campers. Audience: families. Tone calm, no jokes. 20% off", "A kettle for campers. 20% off"),
        ("ear plugs for wives of snoring husbands lol", "ear plugs for wives of snoring husbands"),
        ("Show a boy who finds a fox", "Show a boy who finds a fox"),
        ("Make it up to her with a dog collar. Make it funny.", "Make it up to her with a dog collar."),
        ("A whisky bar where the ice is carved by hand", "A whisky bar where the ice is carved by hand"),
        ("Show it only at the end", "Show it only at the end"),
    ],
)
def test_directions_are_left_unspoken(brief: str, said: str) -> None:
    assert undirected(brief) == said


def test_a_direction_names_no_product() -> None:
    reading = analyse("Commercial for heated work gloves, shot on an oil platform in winter")
    assert reading.noun_phrase == "heated work gloves"
    assert "platform" not in reading.spoken


@pytest.mark.parametrize(
    ("brief", "number"),
    [
        ("Emergency plumber 24/7 south london", ""),
        ("3 bedroom flats for sale in Lekki", ""),
        ("Festival by the lake, crowd 18-30 make some noise", ""),
        ("Online chess platform with 5 million players", "5 million players"),
        ("A tool for 10,000 happy teams", "10,000 happy teams"),
        ("Why 4 out of 5 nurses choose our socks", ""),
        ("Limited edition whisky, only 200 bottles", "only 200 bottles"),
    ],
)
def test_only_what_can_be_counted_is_counted(brief: str, number: str) -> None:
    assert number_of(analyse(brief), random.Random(1)) == number


def test_a_sentence_keeps_its_end_without_its_direction() -> None:
    assert undirected("A lamp, super slow motion. Name is Quillon") == "A lamp. Name is Quillon"
