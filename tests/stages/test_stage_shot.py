"""Staging is read from words, kept when a person edited it, read again when the words changed."""

import pytest

from reelwright.film.brief import Brief
from reelwright.film.shot import Camera, Framing, Presence, Shot
from reelwright.film.story import Subject
from reelwright.stages.stage_people import described
from reelwright.stages.stage_shot import stage_shot

BRIEF = Brief(prompt="Artisan coffee that starts your morning right")
SUBJECT = Subject(
    type="both",
    character_description=(
        "A man aged 47, 181 cm tall, broad build, short grey hair with a side parting, square face, green eyes, "
        "brown skin (Fitzpatrick type V), a trimmed beard, charcoal wool coat with a tan collar, tired look."
    ),
    product_description='White stoneware mug, 9 cm tall, matte glaze, walnut rim, lettered "DAWN".',
)


def _shot(action: str, heading: str = "INT. KITCHEN - DAWN", *, product: bool = True) -> Shot:
    presence = Presence(character_visible=True, product_visible=product)
    return Shot(id="a", number=1, frame_count=96, action_description=action, scene_heading=heading, presence=presence)


def test_a_description_is_drawn() -> None:
    man = described(SUBJECT.character_description)
    assert (man.presentation, man.age_years, man.build, man.skin) == ("man", 47, "broad", 5)
    assert (man.hair_length, man.hair_color, man.facial_hair) == ("short", "#86888c", "beard")
    assert (man.garment, man.garment_color, man.accent_color) == ("coat", "#33343a", "#b98f62")
    assert man.eye_color == "#4d8a55"


def test_place_time_product_and_pose() -> None:
    staging = stage_shot(_shot("The man lifts the warm mug and smiles, steam rising."), SUBJECT, BRIEF).staging
    assert (staging.setting, staging.time_of_day, staging.weather) == ("kitchen", "dawn", "clear")
    assert staging.product is not None
    assert (staging.product.shape, staging.product.label, staging.product.material) == ("mug", "DAWN", "stoneware")
    assert (staging.people[0].pose, staging.people[0].expression) == ("holding", "smile")
    assert staging.people[0].holds_product
    assert staging.product_place == "in hand"
    assert "steam" in staging.effects


@pytest.mark.parametrize(
    ("action", "pose"),
    [
        ("The man runs along the river", "running"),
        ("The man walks in", "walking"),
        ("The man sits on the sofa", "sitting"),
        ("The man crosses his arms", "arms_crossed"),
        ("The man looks up", "looking_up"),
        ("The man reaches for the door", "reaching"),
        ("The man taps the screen", "using_phone"),
        ("The man raises both arms and cheers", "celebrating"),
        ("The man waits", "hand_on_hip"),
        ("The man frowns and listens", "pondering"),
        ("The man is riding across the steppe", "riding"),
    ],
)
def test_poses(action: str, pose: str) -> None:
    assert stage_shot(_shot(action, product=False), SUBJECT, BRIEF).staging.people[0].pose == pose


def test_words_changed_are_read_again_and_an_edit_is_kept() -> None:
    first = stage_shot(_shot("The man sits."), SUBJECT, BRIEF)
    assert stage_shot(first, SUBJECT, BRIEF) == first
    moved = first.model_copy(update={"scene_heading": "EXT. BEACH - NIGHT"})
    assert stage_shot(moved, SUBJECT, BRIEF).staging.setting == "beach"
    edited = moved.model_copy(update={"staging": first.staging.model_copy(update={"weather": "snow"})})
    assert stage_shot(edited, SUBJECT, BRIEF).staging == edited.staging


def test_staging_made_by_hand_is_kept() -> None:
    shot = _shot("The man sits.")
    by_hand = shot.model_copy(update={"staging": shot.staging.model_copy(update={"setting": "forest"})})
    assert stage_shot(by_hand, SUBJECT, BRIEF).staging.setting == "forest"


def test_company_comes_when_the_action_speaks_of_it() -> None:
    shot = _shot("The man laughs beside a friend.").model_copy(update={"camera": Camera(framing=Framing.WIDE)})
    assert len(stage_shot(shot, SUBJECT, BRIEF).staging.people) == 2


def test_company_is_nobodys_twin() -> None:
    shot = _shot("The man holds the mug beside a friend, both smiling.").model_copy(
        update={"camera": Camera(framing=Framing.MEDIUM_WIDE)}
    )
    lead, friend = stage_shot(shot, SUBJECT, BRIEF).staging.people
    assert friend.presentation == "woman"
    assert friend.hair_length != "short"
    assert friend.garment_color != lead.garment_color
    assert friend.skin != lead.skin


def test_hair_that_goes_on_after_the_comma_and_a_coloured_hat() -> None:
    words = "A woman aged 30, chin-length chestnut hair, curly with a side parting, a grey fedora, sage sweater."
    woman = described(words)
    assert (woman.hair_length, woman.hair_style, woman.headwear) == ("chin", "curly", "grey fedora")


def test_nobody_holds_a_car() -> None:
    subject = SUBJECT.model_copy(update={"product_description": "car with a long low body, deep teal lacquer"})
    staging = stage_shot(_shot("The man holds the car and smiles."), subject, BRIEF).staging
    assert not staging.people[0].holds_product
    assert staging.product_place != "in hand"
