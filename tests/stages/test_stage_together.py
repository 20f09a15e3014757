import pytest

from reelwright.film.brief import Brief
from reelwright.film.shot import Angle, Camera, Framing, Presence, Shot
from reelwright.film.story import Subject
from reelwright.stages.stage_shot import stage_shot

SUBJECT = Subject(type="both", character_description="A woman of 34, dark hair, a white shirt", product_description="")
BRIEF = Brief(prompt="A mother and her son", seed=4)


def _people(action: str, number: int = 1, *, product: bool = False, **camera: object) -> tuple[tuple[str, str], ...]:
    """Action and place of everybody, as staged."""
    shot = Shot(
        id="sh-a",
        number=number,
        frame_count=72,
        action_description=action,
        emotional_tone="warm",
        presence=Presence(character_visible=True, product_visible=product),
        camera=Camera.model_validate({"framing": Framing.MEDIUM, **camera}),
    )
    return tuple((one.action, one.pose) for one in stage_shot(shot, SUBJECT, BRIEF).staging.people)


@pytest.mark.parametrize(
    ("action", "lead", "other"),
    [
        ("Two friends hug at the station after years apart.", "hug", "hug"),
        ("The mother hands her daughter an old key.", "give", "take"),
        ("The woman shakes hands with a customer.", "shake_hands", "shake_hands"),
        ("The woman puts an arm around her son on the beach.", "arm_around", "lean_in"),
        ("The woman tells her friend a story.", "talk", "listen"),
        ("The woman walks along the beach with her daughter.", "walk_together", "walk_together"),
        ("The woman stands in the kitchen with a colleague.", "talk", "listen"),
    ],
)
def test_two_people_do_something_with_each_other(action: str, lead: str, other: str) -> None:
    assert tuple(one for one, _ in _people(action)) == (lead, other)


def test_family_touches_in_every_second_shot_that_leaves_it_open() -> None:
    told = "The woman smiles in the kitchen with her son."
    assert [_people(told, number)[0][0] for number in (1, 2)] == ["talk", "arm_around"]


def test_who_holds_the_product_shows_it_to_the_other_one() -> None:
    shown = "The woman holds the mug in both hands beside a friend, both smiling."
    assert [one for one, _ in _people(shown, product=True)] == ["show", "look_on"]


def test_who_is_busy_or_turned_away_is_left_alone() -> None:
    assert _people("The woman rides across the field with her friend.")[0][0] == "ride"
    assert _people("The woman points at the sea beside her friend.")[0][0] == "point"
    assert all(action not in ("talk", "hug") for action, _ in _people("She hugs a friend.", angle=Angle.OVER_SHOULDER))
