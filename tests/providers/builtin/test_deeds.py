"""What products do: each deed changes the picture between start and end, and rests at both."""

import numpy as np
import pytest

from reelwright.film.shot import Angle, Camera, Framing, Movement, Person, ProductLook, Shot, Staging
from reelwright.providers.builtin.artist import paint_shot
from reelwright.providers.builtin.artist.deeds import DEEDS
from reelwright.providers.builtin.artist.painting import Stop
from reelwright.providers.builtin.camera.life import stop_at
from reelwright.providers.builtin.camera.render import Lens

WIDTH, HEIGHT, SECONDS = 320, 180, 4.0
SHAPES = {"break": "chocolate", "drive": "car", "light_up": "phone", "open": "box", "perk": "dog", "spray": "perfume"}
BOTH_ENDS_ALIKE = {"bounce"}


def shot(deed: str, shape: str, **changes: object) -> Shot:
    camera = Camera(framing=Framing.MEDIUM, angle=changes.pop("angle", Angle.EYE_LEVEL))  # type: ignore[arg-type]
    look = ProductLook(shape=shape, label="Aurora")
    staging = Staging.model_validate({"setting": "studio", "product": look, "product_action": deed, **changes})
    return Shot(id="a", number=1, frame_count=96, camera=camera, staging=staging)


def frames(film: Shot, moments: list[float]) -> list[np.ndarray]:
    lens = Lens(paint_shot(film, "illustrated", WIDTH, HEIGHT, 1), Movement.STATIC)
    # Seconds stand still, so that only the deed is seen and not the dust in the air.
    return [lens.look(u, SECONDS * u)[..., :3].astype(int) for u in moments]


def changed(a: np.ndarray, b: np.ndarray) -> float:
    """Share of the pixels that differ by more than 20 of 255."""
    return float((np.abs(a - b).max(axis=2) > 20).mean())


@pytest.mark.parametrize("deed", sorted(DEEDS))
@pytest.mark.parametrize("shape", ["", "can"])
def test_a_deed_is_seen_and_rests_at_both_ends(deed: str, shape: str) -> None:
    moments = [0.0, 0.05, *np.linspace(0.12, 0.9, 24), 0.96, 1.0]
    seen = frames(shot(deed, shape or SHAPES.get(deed, "bottle")), moments)
    if deed != "drive":
        assert changed(seen[0], seen[1]) < 0.004
        assert changed(seen[-2], seen[-1]) < 0.004
    assert max(changed(seen[0], other) for other in seen[2:]) > 0.002
    if deed not in BOTH_ENDS_ALIKE and (deed, shape) != ("open", "can"):
        assert changed(seen[0], seen[-1]) > 0.004


@pytest.mark.parametrize("deed", sorted(DEEDS))
def test_a_product_in_a_hand_does_what_a_hand_lets_it(deed: str) -> None:
    person = Person(pose="holding", holds_product=True)
    thing = "bottle" if deed in ("drive", "perk") else SHAPES.get(deed, "bottle")  # nobody holds a car or a dog
    film = shot(deed, thing, people=(person,))
    seen = frames(film, list(np.linspace(0.0, 1.0, 25)))
    plain = frames(film.model_copy(update={"staging": film.staging.model_copy(update={"product_action": ""})}), [0.0])
    assert changed(seen[0], plain[0]) < 0.02
    assert max(changed(seen[0], other) for other in seen) > 0.001


def test_a_course_rests_on_its_stops_and_goes_on_where_it_is_even() -> None:
    course = (Stop(0.0, x=10), Stop(0.2, x=10), Stop(0.4, x=50, pace="rising"), Stop(0.6, x=0, pace="falling"))
    assert [stop_at(course, u).x for u in (-1, 0, 0.1, 0.2, 0.4, 0.6, 2)] == [10, 10, 10, 10, 50, 0, 0]
    assert stop_at(course, 0.3).x > 30 < stop_at(course, 0.5).x
    way = (Stop(0.0, x=0), Stop(1.0, x=100, pace="even"))
    assert [stop_at(way, u).x for u in (-0.1, 0.5, 1.1)] == pytest.approx([-10, 50, 110])


@pytest.mark.parametrize("angle", [Angle.POV, Angle.TOP, Angle.OVER_SHOULDER])
def test_an_angle_shows_hands_or_a_back_and_no_second_product(angle: Angle) -> None:
    person = Person(pose="holding", holds_product=True, garment_color="#2e5c8a")
    painting = paint_shot(shot("", "mug", angle=angle, people=(person,)), "illustrated", WIDTH, HEIGHT, 1)
    names = [layer.name for layer in painting.layers]
    assert ("hands" in names) == (angle is not Angle.OVER_SHOULDER)
    assert ("people" in names) == (angle is Angle.OVER_SHOULDER)
    if angle is Angle.OVER_SHOULDER:
        assert painting.layers[names.index("people")].depth > 1.1
        assert names.index("product") < names.index("people")


def test_a_silhouette_is_dark_before_a_bright_back() -> None:
    person = Person(garment_color="#f4efe2", place="centre")
    plain, dark = (
        frames(shot("", "mug", people=(person,), effects=effects, light_from="back"), [0.0])[0]
        for effects in ((), ("silhouette",))
    )
    middle = (slice(90, 140), slice(140, 180))
    assert dark[middle].mean() < 0.5 * plain[middle].mean()
    assert dark.std() > plain.std()
