"""A hand that opens a curtain or a door has one to open, and light comes in."""

import numpy as np
import pytest

from reelwright.film.brief import Brief
from reelwright.film.shot import Camera, Framing, Person, Presence, Shot, Staging
from reelwright.film.story import Subject
from reelwright.media.canvas import skia
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


def test_it_hangs_on_a_wall_of_the_rooms_colour_and_not_before_cupboards() -> None:
    layers = _layers("curtain", "kitchen")
    names = list(layers)
    assert names.index("room") < names.index("wall") < names.index("window") < names.index("curtain")
    wall, curtain = layers["wall"], layers["curtain"]
    assert wall.left < curtain.left
    assert wall.left + wall.image.width() / 0.25 >= 1280, "to the edge of the frame"
    rgba = skia.kRGBA_8888_ColorType
    seen = [layer.image.toarray(colorType=rgba).reshape(-1, 4) for layer in (wall, layers["room"])]
    colors = [np.median(part[part[:, 3] > 250][:, :3], axis=0) for part in seen]
    assert np.abs(colors[0] - colors[1]).max() < 90
    assert colors[0][0] > colors[0][2], "a warm wall, as the kitchen's"


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
