"""Staging is read from words, kept when a person edited it, read again when the words changed."""

import pytest

from reelwright.film.brief import Brief
from reelwright.film.shot import Camera, Framing, Presence, Shot
from reelwright.film.story import Subject
from reelwright.stages.colors import rgb
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


@pytest.mark.parametrize(
    ("action", "slug"),
    [
        ("The man raises the warm mug and takes a first slow sip", "sip"),
        ("The man bites into it with eyes closed", "taste"),
        ("The man walks through the kitchen", "walk"),
        ("The man runs along the river", "run"),
        ("The man is riding across the steppe", "ride"),
        ("The man looks up", "look_up"),
        ("The man turns to the window", "turn"),
        ("The man opens the drawer", "open"),
        ("The man pours the coffee", "pour"),
        ("The man waves across the street", "wave"),
        ("The man applies the cream to the cheek", "apply"),
        ("The man taps the screen", "tap"),
        ("The man slumps at the counter", "slump"),
        ("The man stretches in the light", "loosen"),
        ("The man stretches both arms in the light", "stretch"),
        ("The man stands still", "settle"),
    ],
)
def test_what_people_do(action: str, slug: str) -> None:
    assert stage_shot(_shot(action), SUBJECT, BRIEF).staging.people[0].action == slug


def test_what_needs_the_product_in_hand_is_not_done_without_it() -> None:
    assert stage_shot(_shot("The man takes a sip.", product=False), SUBJECT, BRIEF).staging.people[0].action == "settle"


def test_marks_face_and_what_is_worn() -> None:
    woman = described("A woman aged 30, heart-shaped face, light freckles across the nose, a scarf and gold earrings.")
    assert (woman.marks, woman.face_shape) == (("freckles",), "heart")
    assert set(woman.accessories) == {"scarf", "earrings"}
    assert described("A man aged 40, square face.").marks == ()


@pytest.mark.parametrize(
    ("description", "action", "slug"),
    [
        ("White mug", "Coffee pours into the mug on the counter.", "fill"),
        ("Glass perfume flacon", "A fine mist leaves the flacon.", "spray"),
        ("Smartphone", "The screen wakes in the dark.", "light_up"),
        ("Dark chocolate bar", "The bar snaps in two.", "break"),
        ("Low car", "The car drives along the coast road.", "drive"),
        ("Cream jar", "The lid lifts and light falls in.", "open"),
        ("Cream jar", "The jar drives along the road.", ""),
        ("White mug", "Steam rises over the counter.", ""),
    ],
)
def test_what_the_product_does(description: str, action: str, slug: str) -> None:
    subject = SUBJECT.model_copy(update={"product_description": description})
    assert stage_shot(_shot(action), subject, BRIEF).staging.product_action == slug


def test_who_is_seen_from_behind() -> None:
    people = [
        stage_shot(_shot(action, product=False), SUBJECT, BRIEF).staging.people[0].seen_from
        for action in ("Seen from behind, the man waits.", "The man stands in a beam from behind.")
    ]
    assert people == ["behind", "front"]


def test_nobody_crosses_the_line() -> None:
    for prompt in ("One", "Two", "Three", "Four"):
        brief = Brief(prompt=prompt)
        sides: set[tuple[str, str]] = set()
        for number, action in enumerate(("looks out into the distance", "turns to a friend", "walks on"), start=1):
            shot = _shot(f"The man {action}.", "EXT. FIELD - DAY").model_copy(
                update={"number": number, "id": f"s{number}"}
            )
            lead, *others = stage_shot(shot, SUBJECT, brief).staging.people
            sides |= {(lead.gaze, "left" if lead.gaze == "right" else "right")}
            assert all(other.gaze != lead.gaze and other.place != lead.place for other in others)
        assert len(sides) == 1


def test_sounds_are_read_kept_and_read_again() -> None:
    street = _shot("The man walks on in the rain.", "EXT. STREET - NIGHT", product=False)
    heard = stage_shot(street, SUBJECT, BRIEF)
    assert heard.sounds == ("steps", "rain")
    beach = heard.model_copy(update={"scene_heading": "EXT. BEACH - DAY", "action_description": "The man stands."})
    assert stage_shot(beach, SUBJECT, BRIEF).sounds == ("waves",)
    chosen = beach.model_copy(update={"sounds": ("bark",)})
    kept = stage_shot(chosen, SUBJECT, BRIEF)
    assert kept.sounds == ("bark",)
    silent = heard.model_copy(update={"sounds": ()})
    assert stage_shot(silent, SUBJECT, BRIEF).sounds == ()
    assert stage_shot(kept.model_copy(update={"scene_heading": "INT. OFFICE - DAY"}), SUBJECT, BRIEF).sounds == (
        "bark",
    )


def test_a_crowd_and_effects() -> None:
    staging = stage_shot(
        _shot("The man stands in silhouette before a crowd, neon and confetti above.", product=False), SUBJECT, BRIEF
    ).staging
    assert staging.crowd == "many"
    assert set(staging.effects) == {"silhouette", "neon", "confetti"}


@pytest.mark.parametrize(
    ("action", "pose", "slug"),
    [
        ("She cradles the steaming mug in both hands and inhales the aroma.", "in_both_hands", "breathe_in"),
        ("Close on her hands as she ties the laces of her running shoes.", "reaching", "reach"),
        ("She buries her face in her hands.", "at_temple", "slump"),
        ("She crosses the finish line with her arms in the air.", "celebrating", "celebrate"),
        ("She sits cross-legged on the floor, meditating.", "sitting", "breathe_in"),
        ("Light runs along the mug as the road climbs behind her.", "at_ease", "settle"),
        ("A smile opens on her face.", "at_ease", "settle"),
        ("She looks across the waves.", "at_ease", "settle"),
    ],
)
def test_any_writers_words_are_read(action: str, pose: str, slug: str) -> None:
    shot = _shot(action).model_copy(update={"number": 3})
    lead = stage_shot(shot, SUBJECT, BRIEF).staging.people[0]
    assert (lead.pose, lead.action) == (pose, slug)


def test_who_acts_is_not_company() -> None:
    wide = Camera(framing=Framing.MEDIUM)
    alone = _shot("The grandfather sits by the stove.", product=False).model_copy(update={"camera": wide})
    assert len(stage_shot(alone, SUBJECT, BRIEF).staging.people) == 1
    taught = _shot("The man teaches his grandfather to text.", product=False).model_copy(update={"camera": wide})
    lead, other = stage_shot(taught, SUBJECT, BRIEF).staging.people
    assert (lead.id, other.presentation, other.skin) == ("lead", "man", lead.skin)
    assert other.age_years >= 66


def test_relatives_look_related() -> None:
    wide = Camera(framing=Framing.MEDIUM)
    girl = SUBJECT.model_copy(update={"character_description": "A girl aged 9, long red hair, skin type II, shirt."})
    for said, kind, years in (
        ("The girl turns to her grandfather and smiles.", "man", range(66, 83)),
        ("The girl turns to her grandmother and smiles.", "woman", range(66, 83)),
        ("The girl turns to her mother and smiles.", "woman", range(30, 48)),
        ("The girl turns to her little brother and smiles.", "boy", range(5, 14)),
    ):
        lead, other = stage_shot(
            _shot(said, product=False).model_copy(update={"camera": wide}), girl, BRIEF
        ).staging.people
        assert (other.presentation, other.skin) == (kind, lead.skin)
        assert other.age_years in years
        assert (rgb(other.hair_color)[0] - rgb(other.hair_color)[2] < 0.1) == (other.age_years > 60)


def test_three_do_not_sit_in_a_row_where_there_is_no_table() -> None:
    wide = Camera(framing=Framing.WIDE)
    shot = _shot("The man sits among friends, all laughing.", product=False).model_copy(update={"camera": wide})
    for heading, sits in (("INT. SHOP - DAY", False), ("INT. RESTAURANT - DAY", True)):
        people = stage_shot(shot.model_copy(update={"scene_heading": heading}), SUBJECT, BRIEF).staging.people
        assert len(people) == 3
        assert all((person.pose == "sitting") == sits for person in people)


def test_headphones_are_worn_where_the_words_say_so() -> None:
    subject = SUBJECT.model_copy(update={"product_description": 'Black headphones, lettered "HUSH".'})
    worn = stage_shot(_shot("The man walks along the street wearing the headphones."), subject, BRIEF).staging
    assert (worn.product, worn.people[0].holds_product) == (None, False)
    assert "headphones" in worn.people[0].accessories
    held = stage_shot(_shot("The man holds the headphones and smiles."), subject, BRIEF).staging
    assert held.people[0].holds_product
    assert "headphones" not in held.people[0].accessories


@pytest.mark.parametrize(("tone", "pose"), [("joyful", "celebrating"), ("calm", "hand_on_hip")])
def test_nobody_throws_up_the_arms_in_a_quiet_moment(tone: str, pose: str) -> None:
    shot = _shot("The man raises both arms.").model_copy(update={"emotional_tone": tone})
    person = stage_shot(shot, SUBJECT, BRIEF).staging.people[0]
    assert (person.pose == "celebrating") == (pose == "celebrating")
    assert (person.action == "celebrate") == (pose == "celebrating")


@pytest.mark.parametrize(
    ("action", "count"),
    [
        ("Two old friends play chess in the park.", 2),
        ("One of the friends looks across at her friend in the park.", 2),
        ("A widow plants roses where her husband used to sit.", 1),
        ("The woman waves to her friends.", 3),
    ],
)
def test_company_is_who_is_there(action: str, count: int) -> None:
    assert len(stage_shot(_shot(action), SUBJECT, BRIEF).staging.people) == count


def test_wiped_hands_and_tables_are_no_wiped_foreheads() -> None:
    def does(action: str) -> str:
        return stage_shot(_shot(action), SUBJECT, BRIEF).staging.people[0].action

    assert does("The man wipes the forehead.") == "wipe_brow"
    assert does("The man wipes the table.") == "wipe"
    assert does("The man wipes both hands and smiles.") == "settle"


def test_who_studies_a_letter_looks_at_it() -> None:
    shot = _shot("The man lifts the letter into the light and studies it.", product=False)
    person = stage_shot(shot, SUBJECT, BRIEF).staging.people[0]
    assert (person.holds, person.gaze) == ("letter", "product")
