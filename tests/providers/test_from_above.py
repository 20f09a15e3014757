"""From straight above, places are floors and people are crowns and shoulders."""

import numpy as np
import pytest
from tests.sampling import sampled

from reelwright.film.shot import Angle, Camera, Framing, Person, ProductLook, Shot, Staging
from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist import paint_shot
from reelwright.providers.builtin.artist.blocked import blocked
from reelwright.providers.builtin.artist.painting import Layer, Painting, pixels_of
from reelwright.providers.builtin.artist.settings import SETTINGS

RED_HAIR = Person(hair_color="#c0521f", hair_length="short", garment_color="#2f6f4f", place="left")
OTHER = Person(id="o", presentation="man", place="right")


def _painted(setting: str, framing: Framing, *people: Person, angle: Angle = Angle.TOP) -> Painting:
    staging = Staging(setting=setting, people=people)
    shot = Shot(id="sh-a", number=1, frame_count=72, camera=Camera(framing=framing, angle=angle), staging=staging)
    return paint_shot(shot, "illustrated", 320, 180, 3)


def _figures(painting: Painting) -> list[Layer]:
    return [layer for layer in painting.layers if layer.name == "people"]


def _ground(painting: Painting) -> np.ndarray:
    """The set's picture at 32 by 18, RGB as floats: the mean of each block."""
    image = next(layer.image for layer in painting.layers if layer.is_still)
    small = image.resize(32, 18, skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear))
    return small.toarray(colorType=skia.kRGBA_8888_ColorType)[..., :3].astype(float)


@pytest.mark.parametrize("setting", sampled(sorted(SETTINGS), 4))
def test_every_place_has_a_floor_that_fills_the_frame(setting: str) -> None:
    above = _painted(setting, Framing.WIDE, RED_HAIR)
    ground = next(layer for layer in above.layers if layer.is_still)
    assert (pixels_of(ground.image)[..., 3] == 255).all(), "the ground has holes"
    assert above.notes == ()
    level = _painted(setting, Framing.WIDE, RED_HAIR, angle=Angle.EYE_LEVEL)
    assert np.abs(_ground(above) - _ground(level)).mean() > 8, "it is the view from the side"


def test_somebody_is_hair_and_shoulders_without_a_face() -> None:
    (figure,) = _figures(_painted("studio", Framing.MEDIUM, RED_HAIR))
    pixels = figure.image.toarray(colorType=skia.kRGBA_8888_ColorType).astype(float)
    height, width = pixels.shape[:2]
    assert 0.4 < width / height < 2.4, "no figure stands upright"
    solid = pixels[pixels[..., 3] > 250][:, :3]
    ruddy = (solid[:, 0] > 1.5 * solid[:, 1]) & (solid[:, 0] > 60)
    assert ruddy.mean() > 0.1, "the hair is not seen"


def test_two_are_two_and_a_walker_goes_its_way() -> None:
    pair = _figures(_painted("kitchen", Framing.MEDIUM, RED_HAIR, OTHER))
    assert len(pair) == 2
    (walker,) = _figures(_painted("street", Framing.WIDE, RED_HAIR.model_copy(update={"action": "walk"})))
    assert len({id(drawing.image) for drawing in walker.drawings}) > 3
    assert abs(walker.course[-1].x - walker.course[0].x) + abs(walker.course[-1].y - walker.course[0].y) > 40


def test_through_somebodys_eyes_the_other_one_looks_back_and_oneself_is_not_seen() -> None:
    staging = Staging(setting="cafe", people=(RED_HAIR, OTHER), product=ProductLook(shape="mug"))
    for framing in (Framing.WIDE, Framing.MEDIUM):
        camera = Camera(framing=framing, angle=Angle.POV)
        seen, hands = blocked(Shot(id="sh-a", number=1, frame_count=72, camera=camera, staging=staging))
        assert [person.id for person in seen.staging.people] == ["o"]
        assert seen.staging.people[0].gaze == "camera"
        assert hands is not None
        assert hands.id == "lead"


@pytest.mark.parametrize("framing", [Framing.MEDIUM, Framing.CLOSE_UP])
def test_from_below_and_above_a_body_is_drawn_otherwise_than_at_eye_level(framing: Framing) -> None:
    """Feet far away are narrow, feet near the lens broad: the lower edge of the figure tells which."""
    widths: list[int] = []
    for angle in (Angle.HIGH, Angle.EYE_LEVEL, Angle.LOW):
        (figure,) = _figures(_painted("studio", framing, OTHER.model_copy(update={"place": "centre"}), angle=angle))
        last = pixels_of(figure.image)[-3, :, 3] > 200
        widths.append(int(np.flatnonzero(last)[-1] - np.flatnonzero(last)[0]))
    high, level, low = widths
    assert high < level * 0.97 < level * 1.03 < low, widths
