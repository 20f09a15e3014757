"""Things beside people: near their true size, whole in the frame, on something that holds them."""

import itertools
import math

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.sampling import sampled

from reelwright.film.shot import Angle, Camera, Framing, Person, ProductLook, Shot, Staging
from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist import paint_shot
from reelwright.providers.builtin.artist.blocked import put_down
from reelwright.providers.builtin.artist.composition import HEAD_CM, compose, head_height
from reelwright.providers.builtin.artist.contract import Spot
from reelwright.providers.builtin.artist.painting import Canvas2D, Painting, pixels_of
from reelwright.providers.builtin.artist.people.poses import cycling
from reelwright.providers.builtin.artist.products import SHAPES, shape_of
from reelwright.providers.builtin.artist.products.ground import cast
from reelwright.providers.builtin.artist.products.lying import laid, lies
from reelwright.providers.builtin.artist.scene import build_scene
from reelwright.providers.builtin.artist.settings import SETTINGS

SIZES = ((640, 360), (360, 640), (480, 480), (400, 500))
BESIDE = (Framing.WIDE, Framing.MEDIUM_WIDE, Framing.MEDIUM, Framing.MEDIUM_CLOSE)
LARGE = ("bicycle", "car", "guitar", "scooter", "sofa")


def _shot(setting: str, framing: Framing, slug: str = "", **staging: object) -> Shot:
    look = ProductLook(shape=slug, label="Aurora") if slug else None
    staged = Staging.model_validate({"setting": setting, "product": look, **staging})
    return Shot(id="sh-a", number=1, frame_count=72, camera=Camera(framing=framing), staging=staged)


def _spot(shot: Shot, width: int, height: int) -> tuple[Spot, Canvas2D]:
    size = Canvas2D.for_size(width, height)
    assert shot.staging.product is not None
    scene = build_scene(shot, SETTINGS[shot.staging.setting], "illustrated", size, 7)
    spot = compose(scene, shape_of(shot.staging.product.shape)).spot
    assert spot is not None
    return spot, size


def _painted(shot: Shot) -> Painting:
    return paint_shot(shot, "illustrated", 320, 180, 5)


@pytest.mark.parametrize("framing", BESIDE)
@pytest.mark.parametrize("slug", sorted(SHAPES))
def test_nothing_beside_a_person_is_far_from_its_true_size(slug: str, framing: Framing) -> None:
    shot = _shot("office", framing, slug, people=(Person(place="left"),), product_place="right")
    for width, height in SIZES:
        spot, size = _spot(shot, width, height)
        true = shape_of(slug).real_height_cm * head_height(shot, size) / HEAD_CM
        assert spot.height <= 2.01 * true


@pytest.mark.parametrize("framing", BESIDE)
@pytest.mark.parametrize("slug", LARGE)
def test_what_is_large_is_seen_whole_beside_a_person(slug: str, framing: Framing) -> None:
    for width, height in SIZES:
        shot = _shot("street", framing, slug, people=(Person(place="left"),), product_place="left")
        spot, size = _spot(shot, width, height)
        half = spot.height * shape_of(slug).aspect / 2
        assert spot.x - half >= 0
        assert spot.x + half <= size.width
        assert spot.base_y <= size.height


def test_what_is_small_is_farther_away_and_stands_higher() -> None:
    shot = _shot("street", Framing.MEDIUM, "sofa", people=(Person(place="left"),))
    feet = [_spot(shot, width, 360)[0].base_y for width in (1280, 640, 480)]
    assert feet == sorted(feet, reverse=True)
    assert feet[0] > feet[-1]


def test_what_cannot_stand_lies_on_its_table() -> None:
    """All of it on the table top, wider than it is high, and no block under it."""
    assert [slug for slug, shape in sorted(SHAPES.items()) if not shape.stands] == [
        "card",
        "chocolate",
        "phone",
        "ticket",
    ]
    for slug, framing in itertools.product(("card", "phone"), (Framing.INSERT, Framing.CLOSE_UP, Framing.MEDIUM)):
        for people in ((), (Person(place="left"),)):
            shot = _shot("street", framing, slug, people=people, product_place="right")
            shape = laid(shape_of(slug), shot.camera.angle)
            for width, height in SIZES:
                size = Canvas2D.for_size(width, height)
                scene = build_scene(shot, SETTINGS["street"], "illustrated", size, 7)
                plan = compose(scene, shape)
                assert plan.spot is not None
                assert plan.back_edge_y is not None
                assert plan.back_edge_y < plan.spot.base_y - plan.spot.height
                assert plan.spot.base_y <= size.height
    assert laid(shape_of("card"), Angle.EYE_LEVEL).aspect > 2.2
    assert not lies(shape_of("phone"), "studio")
    assert not lies(shape_of("mug"), "street")


def test_a_laid_card_is_seen_with_its_shadow() -> None:
    scene = build_scene(_shot("street", Framing.MEDIUM), SETTINGS["street"], "illustrated", Canvas2D(320, 240, 1), 7)
    shape, look = laid(shape_of("card"), Angle.EYE_LEVEL), ProductLook(shape="card", color="#20486a", label="Ama")
    surface = skia.Surface(320, 240)
    surface.getCanvas().clear(skia.ColorWHITE)
    cast(surface.getCanvas(), shape, look, Spot(160, 200, 70), scene.light, scene)
    shadow = surface.toarray()[..., :3].mean(axis=2)
    assert (shadow < 200).sum() > 1500, "its shadow lies round it"
    shape.draw(surface.getCanvas(), look, Spot(160, 200, 70), scene.light, scene)
    rows, columns = np.nonzero(np.abs(surface.toarray()[..., :3].mean(axis=2) - shadow) > 40)
    assert rows.max() - rows.min() == pytest.approx(70, abs=6)
    assert columns.max() - columns.min() == pytest.approx(70 * shape.aspect, abs=8)


def test_no_dark_screen_hangs_where_the_hand_is_yet_to_come() -> None:
    unlit = {
        action: any(
            layer.name == "unlit"
            for layer in _painted(
                _shot(
                    "office",
                    Framing.MEDIUM,
                    "phone",
                    product_action="light_up",
                    people=(Person(holds_product=True, pose="holding", action=action),),
                )
            ).layers
        )
        for action in ("", "lift")
    }
    assert unlit == {"": True, "lift": False}


@pytest.mark.parametrize("framing", [Framing.WIDE, Framing.MEDIUM_WIDE, Framing.MEDIUM])
def test_a_kite_flies_higher_than_any_head(framing: Framing) -> None:
    shot = _shot("beach", framing, props=("kite",), people=(Person(place="left"),))
    kite = next(layer for layer in _painted(shot).layers if layer.name == "carried")
    person = next(layer for layer in _painted(shot).layers if layer.name == "people")
    assert kite.top <= person.top


def test_vehicles_park_in_a_market_and_not_in_an_office() -> None:
    names = {
        setting: {layer.name for layer in _painted(_shot(setting, Framing.WIDE, props=("scooter",))).layers}
        for setting in ("market", "office")
    }
    assert "parked" in names["market"]
    assert "parked" not in names["office"]


def test_a_detail_of_a_car_is_on_the_road_and_not_on_a_table() -> None:
    shot = _shot("road", Framing.INSERT, "car").model_copy(
        update={"camera": Camera(framing=Framing.INSERT, angle=Angle.LOW)}
    )
    scene = build_scene(shot, SETTINGS["road"], "illustrated", Canvas2D.for_size(360, 640), 7)
    assert compose(scene, shape_of("car")).back_edge_y is None


@pytest.mark.parametrize("slug", ["tent", "suitcase", "guitar", "sofa"])
def test_nobody_holds_or_drops_what_is_large(slug: str) -> None:
    lead = Person(holds_product=True, pose="holding", action="lift", place="left")
    shot = _shot("road", Framing.MEDIUM, slug, people=(lead,), product_action="drop", product_place="in hand")
    seen = put_down(shot, shape_of(slug)).staging
    assert (seen.people[0].holds_product, seen.people[0].action, seen.people[0].pose) == (False, "", "at_ease")
    assert (seen.product_action, seen.product_place) == ("glint", "right")
    assert "product" in {layer.name for layer in _painted(shot).layers}


def test_what_is_small_stays_in_the_hand() -> None:
    shot = _shot("road", Framing.MEDIUM, "mug", people=(Person(holds_product=True, pose="holding", action="lift"),))
    assert put_down(shot, shape_of("mug")) == shot


@pytest.mark.parametrize("framing", [Framing.INSERT, Framing.EXTREME_CLOSE_UP])
@pytest.mark.parametrize("slug", sampled(("book", "can", "jar", "lipstick", "mug", "phone", "ring", "watch"), 3))
def test_what_somebody_holds_is_seen_in_the_tightest_shots(slug: str, framing: Framing) -> None:
    """Hands, not the face above them: the product makes a difference to the middle of the frame."""
    person = Person(holds_product=True, pose="holding")
    pictures: list[np.ndarray] = []
    for color in ("#c8102e", "#0a7d3c"):
        look = ProductLook(shape=slug, color=color, accent=color)
        shot = _shot("office", framing, people=(person,)).model_copy()
        staging = shot.staging.model_copy(update={"product": look, "product_place": "in hand"})
        painting = _painted(shot.model_copy(update={"staging": staging}))
        pictures.append(_flat(painting)[36:144, 80:240].astype(float))
    assert (np.abs(pictures[0] - pictures[1]).max(axis=2) > 24).mean() > 0.004


def _flat(painting: Painting) -> np.ndarray:
    """The frame's first picture, uint8 RGB of shape (180, 320, 3)."""
    surface = skia.Surface(painting.width_px, painting.height_px)
    canvas, scale = surface.getCanvas(), painting.canvas.scale
    for layer in painting.layers:
        canvas.save()
        canvas.translate(layer.left * scale, layer.top * scale)
        canvas.scale(1 / layer.detail, 1 / layer.detail)
        canvas.drawImage(layer.image, 0, 0)
        canvas.restore()
    return surface.makeImageSnapshot().toarray()[..., :3]


@pytest.mark.parametrize("slug", ["bicycle", "scooter", "car"])
def test_nobody_hides_the_vehicle_they_stand_beside(slug: str) -> None:
    """It is seen whole, and a bicycle or a scooter stands before its owner."""
    shot = _shot("street", Framing.MEDIUM_CLOSE, slug, people=(Person(pose="hand_on_hip", place="left"),))
    painting = _painted(shot)
    names = [layer.name for layer in painting.layers if layer.name in ("product", "people")]
    assert names == (["product", "people"] if slug == "car" else ["people", "product"])
    left, _, right, _ = _solid(painting, "product")
    assert 0 <= left < right <= painting.canvas.width


def _solid(painting: Painting, name: str) -> tuple[float, float, float, float]:
    """Left, top, right, bottom in units of what a layer shows but for shadow and glow."""
    layer = next(layer for layer in painting.layers if layer.name == name)
    rows, columns = np.nonzero(pixels_of(layer.image)[..., 3] > 230)
    scale = painting.canvas.scale * layer.detail
    left, right, top, bottom = (float(each) / scale for each in (*_ends(columns), *_ends(rows)))
    return layer.left + left, layer.top + top, layer.left + right, layer.top + bottom


def _ends(places: NDArray[np.intp]) -> tuple[int, int]:
    return int(places.min()), int(places.max())


@pytest.mark.parametrize("slug", ["bicycle", "scooter"])
def test_who_rides_the_product_goes_with_it(slug: str) -> None:
    rider = Person(pose="riding", action="ride", place="right")
    painting = _painted(_shot("street", Framing.WIDE, slug, people=(rider,), product_place="left"))
    layers = {layer.name: layer for layer in painting.layers if layer.name in ("product", "people")}
    assert list(layers) == ["product", "people"]
    assert layers["product"].course == layers["people"].course != ()
    left, _, right, bottom = _solid(painting, "product")
    rider = _solid(painting, "people")
    assert left < (rider[0] + rider[2]) / 2 < right
    assert bottom == pytest.approx(0.93 * painting.canvas.height, abs=20)


def test_pedals_go_round_and_no_leg_is_torn() -> None:
    start = cycling.pose(None)
    for step in range(12):
        angle = 2 * math.pi * step / 12
        ankle = cycling.CRANK[0] + cycling.PEDAL * math.cos(angle), cycling.CRANK[1] + cycling.PEDAL * math.sin(angle)
        assert all(math.dist(leg.hip, ankle) <= 330 for leg in start.legs)
