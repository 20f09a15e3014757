"""Who rides crosses the frame, who rows moves the oars, an umbrella is seen, and what lies is seen from above."""

import pytest

from reelwright.film.shot import Angle, Camera, Framing, Person, ProductLook, Shot, Staging
from reelwright.providers.builtin.artist import paint_shot
from reelwright.providers.builtin.artist.composition import compose
from reelwright.providers.builtin.artist.painting import Canvas2D
from reelwright.providers.builtin.artist.products import shape_of
from reelwright.providers.builtin.artist.scene import build_scene
from reelwright.providers.builtin.artist.settings import setting_for


def _shot(people: tuple[Person, ...], framing: Framing, **staging: object) -> Shot:
    where = Staging.model_validate({"setting": "street", "people": people} | staging)
    return Shot(id="a", number=1, frame_count=96, camera=Camera(framing=framing), staging=where)


@pytest.mark.parametrize(("width", "height"), [(90, 160), (160, 90)])
def test_a_rider_crosses_a_good_part_of_the_frame(width: int, height: int) -> None:
    rider = Person(pose="riding", action="ride", place="left")
    scooter = ProductLook(shape="scooter", label="Zip")
    painting = paint_shot(_shot((rider,), Framing.WIDE, product=scooter), "illustrated", width, height, 1)
    courses = [layer.course for layer in painting.layers if layer.name in ("people", "product")]
    assert len(courses) == 2
    assert courses[0] == courses[1], "the scooter goes with its rider"
    assert courses[0][-1].x - courses[0][0].x >= 0.35 * painting.canvas.width


def test_two_who_ride_go_the_same_way() -> None:
    two = (
        Person(pose="riding", action="ride", place="left", gaze="right"),
        Person(id="other", pose="riding", action="ride", place="right", gaze="left"),
    )
    shot = _shot(two, Framing.WIDE, props=("bicycle",))
    setting, _ = setting_for(shot.staging)
    size = Canvas2D.for_size(160, 90)
    anchors = compose(build_scene(shot, setting, "illustrated", size, 1), None).anchors
    assert anchors[0].faces * anchors[1].faces > 0


def test_what_lies_alone_is_looked_down_at() -> None:
    card = ProductLook(shape="card", label="Wren Bank")
    heights: dict[Angle, int] = {}
    for angle in (Angle.LOW, Angle.HIGH):
        staging = Staging(setting="office", product=card)
        camera = Camera(framing=Framing.CLOSE_UP, angle=angle)
        shot = Shot(id="a", number=1, frame_count=96, camera=camera, staging=staging)
        painting = paint_shot(shot, "illustrated", 160, 90, 1)
        heights[angle] = max(layer.image.height() for layer in painting.layers if layer.name == "product")
    assert heights[Angle.LOW] == heights[Angle.HIGH]
    assert shape_of("card").stands is False


def test_the_oars_go_along_with_who_rows() -> None:
    for action, least in (("row", 4.0), ("settle", 0.0)):
        rower = Person(pose="sitting", action=action)
        shot = _shot((rower,), Framing.WIDE, setting="harbour", props=("rowing_boat",))
        oars = [layer for layer in paint_shot(shot, "illustrated", 160, 90, 1).layers if layer.name == "oar"]
        assert len(oars) == 2
        assert all(abs(oar.motion.amount) > least for oar in oars)


@pytest.mark.parametrize("framing", [Framing.MEDIUM, Framing.MEDIUM_WIDE])
def test_an_umbrella_is_in_the_frame(framing: Framing) -> None:
    two = (Person(place="left", gaze="right"), Person(id="other", place="right", gaze="left"))
    painting = paint_shot(_shot(two, framing, props=("umbrella",)), "illustrated", 160, 90, 1)
    carried = next(layer for layer in painting.layers if layer.name == "carried")
    assert carried.top > -0.05 * painting.canvas.height
