"""A hand that opens a curtain or a door has one to open, and light comes in."""

import pytest

from reelwright.film.brief import Brief
from reelwright.film.shot import Camera, Framing, Person, Presence, Shot, Staging
from reelwright.film.story import Subject
from reelwright.providers.builtin.artist import paint_shot
from reelwright.providers.builtin.artist.painting import Layer
from reelwright.stages.stage_shot import stage_shot


def _layers(prop: str, setting: str = "bedroom", **person: object) -> dict[str, Layer]:
    lead = Person.model_validate({"place": "left", "action": "open", **person})
    staging = Staging(setting=setting, people=(lead,), props=(prop,))
    camera = Camera(framing=Framing.MEDIUM_WIDE)
    shot = Shot(id="sh-a", number=1, frame_count=1, camera=camera, staging=staging)
    return {layer.name: layer for layer in paint_shot(shot, "illustrated", 320, 180, 3).layers}


@pytest.mark.parametrize("what", ["curtain", "door"])
def test_it_opens_where_the_hand_goes_and_light_grows(what: str) -> None:
    layers = _layers(what)
    names = list(layers)
    assert names.index("window") < names.index(what) < names.index("people")
    assert layers[what].course[0].wide == 1.0
    assert [stop.at for stop in layers[what].course] == sorted(stop.at for stop in layers[what].course)
    assert layers[what].course[-1].wide < 0.7
    assert [stop.opacity for stop in layers["light"].course][::2] == [0.0, 1.0]
    people = layers["people"]
    assert layers[what].left > people.left, "it is on the side of the hand"


def test_it_stays_away_where_nobody_opens_it() -> None:
    assert "door" not in _layers("door", action="walk", pose="walking")
    assert "curtain" not in _layers("curtain", seen_from="behind")
    assert "door" not in _layers("door", "beach")


def test_the_words_call_for_it() -> None:
    said = Shot(
        id="sh-a",
        number=1,
        frame_count=72,
        action_description="The woman opens the curtain in the kitchen and light falls across the room.",
        scene_heading="INT. KITCHEN - MORNING",
        presence=Presence(character_visible=True),
    )
    subject = Subject(type="character", character_description="A woman of 30, brown hair")
    staging = stage_shot(said, subject, Brief(prompt="Coffee", seed=1)).staging
    assert "curtain" in staging.props
    assert staging.people[0].action == "open"
