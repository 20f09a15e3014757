"""Where sound effects lie: places go on over splices, what happens falls within its shot, the end is quiet."""

from fractions import Fraction

import pytest

from reelwright.film.shot import Presence, Shot, Staging
from reelwright.film.sound import SoundCue
from reelwright.stages.lexicon import table
from reelwright.stages.place_sounds import first_seen_s, place_sounds

RATE = Fraction(24)


def shots(*sounds: tuple[str, ...], seconds: int = 4, setting: str = "kitchen") -> tuple[Shot, ...]:
    return tuple(
        Shot(
            id=f"s{number}",
            number=number,
            story_beat="Joy",
            frame_count=24 * seconds,
            action_description="She pours.",
            sounds=heard,
            staging=Staging(setting=setting),
        )
        for number, heard in enumerate(sounds, start=1)
    )


def one(cues: tuple[SoundCue, ...], sound: str) -> SoundCue:
    found = [cue for cue in cues if cue.sound == sound]
    assert len(found) == 1
    return found[0]


def test_a_place_goes_on_over_neighbouring_shots() -> None:
    cues = place_sounds(shots(("rain",), ("rain", "steps"), (), ("rain",)), RATE)
    first, second = (cue for cue in cues if cue.sound == "rain")
    assert first.start_s == 0
    assert first.start_s + first.duration_s == pytest.approx(8.4)
    assert second.start_s == pytest.approx(11.7)
    assert second.start_s + second.duration_s == pytest.approx(15.6)
    assert second.fade_out_s > 1
    assert first.is_place


def test_what_happens_does_so_when_the_action_does() -> None:
    pour = one(place_sounds(shots((), ("pour",), ()), RATE), "pour")
    assert 4 + 0.25 * 4 <= pour.start_s <= 4 + 0.4 * 4
    assert pour.start_s + pour.duration_s <= 8.6
    steps = one(place_sounds(shots((), ("steps",), ()), RATE), "steps")
    assert 4 < steps.start_s < 4.5
    assert steps.start_s + steps.duration_s < 8
    whoosh = one(place_sounds(shots((), ("whoosh",), ()), RATE), "whoosh")
    assert whoosh.start_s < 4 < whoosh.start_s + whoosh.duration_s


@pytest.mark.parametrize("sound", [*table("sound_cues")["sound"], "theremin"])
@pytest.mark.parametrize("seconds", [3, 7])
def test_every_sound_lies_inside_the_film_and_leaves_its_end_quiet(sound: str, seconds: int) -> None:
    cues = place_sounds(shots((sound,), (), (sound,), seconds=seconds), RATE)
    assert len(cues) == 2
    for cue in cues:
        assert cue.start_s >= 0
        assert cue.start_s + cue.duration_s <= 3 * seconds - 0.3
        assert cue.duration_s > cue.fade_out_s


def test_an_edit_of_one_shot_leaves_the_other_cues_alone() -> None:
    before = {cue.id: cue for cue in place_sounds(shots(("steps",), ("pour",), ("chime",)), RATE)}
    after = {cue.id: cue for cue in place_sounds(shots(("steps",), ("sizzle",), ("chime",)), RATE)}
    assert before["s1-steps"] == after["s1-steps"]
    assert before["s3-chime"] == after["s3-chime"]
    assert "s2-pour" not in after


def test_the_ground_is_that_of_the_setting() -> None:
    assert one(place_sounds(shots(("steps",), setting="beach"), RATE), "steps").surface == "sand"
    wet = shots(("steps",), setting="street")[0]
    wet = wet.model_copy(update={"staging": wet.staging.model_copy(update={"weather": "rain"})})
    assert place_sounds((wet,), RATE)[0].surface == "wet"


def test_the_product_is_first_seen_where_the_shots_say() -> None:
    plain = shots((), (), ())
    seen = plain[1].model_copy(update={"presence": Presence(product_visible=True, product_timing="throughout")})
    late = plain[1].model_copy(update={"presence": Presence(product_visible=True, product_timing="at the end")})
    assert first_seen_s(plain, RATE) == ()
    assert first_seen_s((plain[0], seen, plain[2]), RATE) == (4.0,)
    assert 6 < first_seen_s((plain[0], late, plain[2]), RATE)[0] < 7
