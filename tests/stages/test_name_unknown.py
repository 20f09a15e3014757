"""What an edited shot list asks for and the artist does not draw is named; what the artist draws is all listed."""

import pytest

from reelwright.film.brief import Brief
from reelwright.film.shot import Person, Shot, Staging
from reelwright.film.story import Subject
from reelwright.providers.builtin.artist.deeds import DEEDS
from reelwright.providers.builtin.artist.hand_props import HAND_PROPS
from reelwright.providers.builtin.artist.people.actions import ACTIONS
from reelwright.providers.builtin.artist.people.clothes import CUTS, slug_of
from reelwright.providers.builtin.artist.people.poses import POSES
from reelwright.stages.name_unknown import drawn, name_unknown
from reelwright.stages.stage_shot import stage_shots

BRIEF, NOBODY = Brief(prompt="tea"), Subject(type="none")


def named(staging: Staging, action: str = "Tea waits.") -> tuple[str, ...]:
    shot = Shot(id="one", number=2, frame_count=72, action_description=action, staging=staging)
    return name_unknown((shot,), NOBODY, BRIEF)


def somebody(**fields: object) -> Staging:
    return Staging(people=(Person.model_validate(fields),))


@pytest.mark.parametrize(
    ("staging", "said"),
    [
        (somebody(action="jugle"), "action 'jugle'; they only breathe and blink; known are sip"),
        (somebody(pose="siting"), "pose 'siting'; they stand; did you mean 'sitting'"),
        (somebody(holds="lettre"), "thing in the hand 'lettre'; the hand is empty; did you mean 'letter'"),
        (somebody(garment="toga"), "garment 'toga'; a shirt is drawn; known are shirt"),
        (somebody(headwear="sombrero"), "headwear 'sombrero'; a soft cap is drawn"),
        (somebody(accessories=("Scarf",)), "accessory 'Scarf'; it is not drawn; did you mean 'scarf'"),
        (somebody(marks=("tattoo",)), "mark 'tattoo'"),
        (Staging(effects=("stem",)), "effect 'stem'; it is not drawn; did you mean 'steam'"),
        (Staging(props=("guitar",)), "prop 'guitar'; it is not drawn; known are dog"),
        (Staging(product_action="explode"), "product action 'explode'; the product rests"),
    ],
)
def test_what_is_drawn_as_nothing_is_named(staging: Staging, said: str) -> None:
    (note,) = named(staging)
    assert note.startswith(f"sh02: the artist does not know the {said}")


def test_one_slug_in_several_shots_is_named_once() -> None:
    shot = Shot(id="one", number=1, frame_count=72, staging=Staging(effects=("stem",)))
    other = shot.model_copy(update={"id": "two", "number": 2})
    (note,) = name_unknown((shot, other), NOBODY, BRIEF)
    assert note.startswith("sh01, sh02: ")


def test_what_the_artist_knows_is_not_named() -> None:
    known = Staging(
        props=("cat", "bar stool"),
        effects=("light shafts",),
        people=(Person(garment="a red wool coat", headwear="brown fedora", marks=("Scar",), pose="at_ease"),),
    )
    assert named(known) == ()


def test_what_the_words_themselves_say_is_not_named() -> None:
    assert named(Staging(props=("piano",)), "Tea waits on the piano.") == ()
    shots = (Shot(id="one", number=1, frame_count=72, action_description="A guitar leans on a suitcase."),)
    assert name_unknown(stage_shots(shots, NOBODY, BRIEF), NOBODY, BRIEF) == ()


def test_what_is_listed_is_what_the_artist_draws() -> None:
    registries = {"pose": POSES, "action": ACTIONS, "product_action": DEEDS, "holds": HAND_PROPS}
    for field, registry in registries.items():
        assert set(drawn(field)) == set(registry), f"add what is new to stages/lexicon/drawn.toml, {field}"
    garments = drawn("garment")
    assert set(CUTS) <= set(garments)
    assert [word for word in garments if slug_of(word) == "shirt"] == ["shirt"]
