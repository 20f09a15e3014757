"""Places, what lives in them, and the weather: each is painted, seen, and unlike the others."""

from itertools import combinations
from random import Random

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.sampling import sampled
from tests.stages.films import write

from reelwright.film.shot import Angle, Camera, Framing, Movement, Person, ProductLook, Shot, Staging
from reelwright.providers.builtin.artist import paint_shot
from reelwright.providers.builtin.artist.pieces.seats import draw_seat, seat_for
from reelwright.providers.builtin.artist.settings import SETTINGS, setting_for
from reelwright.providers.builtin.camera.render import Lens, as_rgba
from reelwright.stages.lexicon import meaning, table

_TIMES = ("dawn", "morning", "day", "golden hour", "dusk", "night")
_WEATHER = ("clear", "overcast", "rain", "snow", "fog")
_PERSON = (Person(place="left"),)
_FRAMES = ((160, 90), (90, 160), (90, 90), (90, 112))


def _shot(setting: str, framing: Framing = Framing.WIDE, angle: Angle = Angle.EYE_LEVEL, **staging: object) -> Shot:
    camera = Camera(framing=framing, angle=angle, movement=Movement.STATIC)
    stage = Staging.model_validate({"setting": setting, **staging})
    return Shot(id="sh-a", number=1, frame_count=72, camera=camera, staging=stage)


def _seen(
    shot: Shot, seed: int = 3, *, u: float = 0.5, t_s: float = 1.5, size: tuple[int, int] = (160, 90)
) -> NDArray[np.float64]:
    """The frame's colours, shape (height, width, 3), 0 to 255."""
    painting = paint_shot(shot, "illustrated", *size, seed)
    assert painting.notes == ()
    return as_rgba(Lens(painting, shot.camera.movement, seed).look(u, t_s))[..., :3].astype(float)


def _changed(first: NDArray[np.float64], second: NDArray[np.float64], by: float = 14) -> int:
    """How many pixels differ plainly."""
    return int((np.abs(first - second).max(axis=2) > by).sum())


@pytest.mark.parametrize("setting", sampled(sorted(SETTINGS), 4))
def test_every_place_holds_at_every_size_hour_weather_and_shape(setting: str) -> None:
    dice = Random(f"hold/{setting}")
    for index in range(dice.randrange(2), len(Framing), 2):
        framing = list(Framing)[index]
        shot = _shot(
            setting,
            framing,
            list(Angle)[(index + dice.randrange(6)) % 6],
            time_of_day=_TIMES[index % 6],
            weather=dice.choice(_WEATHER),
            light_from=dice.choice(("left", "right", "back", "above")),
            crowd=dice.choice(("none", "few", "many")),
            people=_PERSON if dice.random() < 0.5 else (),
            place_seed=index,
        )
        frame = _seen(shot, index, size=_FRAMES[index % 4])
        assert frame.std() > 3, f"{setting} {framing} is an empty frame"


def test_every_place_differs_from_every_other() -> None:
    seen = {name: _seen(_shot(name, time_of_day="day")) for name in SETTINGS}
    for one, other in combinations(sorted(seen), 2):
        assert np.abs(seen[one] - seen[other]).mean() > 5, f"{one} looks like {other}"


@pytest.mark.parametrize("setting", ["kitchen", "street", "train", "desert"])
def test_the_hour_is_seen(setting: str) -> None:
    means = [_seen(_shot(setting, time_of_day=time)).mean(axis=(0, 1)) for time in _TIMES]
    for one, other in combinations(means, 2):
        assert np.abs(one - other).max() > 3


@pytest.mark.parametrize(
    "setting", ["kitchen", "cafe", "living_room", "bedroom", "office", "street", "harbour", "train"]
)
def test_another_film_has_another_place_and_one_film_has_one(setting: str) -> None:
    looks = [_seen(_shot(setting, place_seed=seed, time_of_day="day")) for seed in (1, 1, 2)]
    assert (looks[0] == looks[1]).all()
    assert np.abs(looks[0] - looks[2]).mean() > 2


@pytest.mark.parametrize("setting", ["kitchen", "living_room", "restaurant", "library", "street", "garden", "rooftop"])
def test_lamps_burn_at_night(setting: str) -> None:
    night = _seen(_shot(setting, time_of_day="night")).max(axis=2)
    assert (night > 170).sum() > 12


@pytest.mark.parametrize("weather", ["rain", "snow", "fog"])
@pytest.mark.parametrize("setting", ["street", "field", "mountain"])
def test_the_weather_is_seen_outdoors(weather: str, setting: str) -> None:
    clear, other = (_seen(_shot(setting, weather=kind)) for kind in ("overcast", weather))
    assert _changed(clear, other, 10) > 400


@pytest.mark.parametrize(
    ("effect", "setting", "time"),
    [
        ("fire", "forest", "night"),
        ("fire", "living_room", "night"),
        ("neon", "cafe", "night"),
        ("neon", "street", "night"),
        ("stars", "beach", "night"),
        ("confetti", "stage", "night"),
        ("splash", "studio", "day"),
    ],
)
def test_the_effects_are_seen(effect: str, setting: str, time: str) -> None:
    plain, with_it = (
        _seen(_shot(setting, time_of_day=time, effects=effects, product=ProductLook(shape="bottle")))
        for effects in ((), (effect,))
    )
    assert _changed(plain, with_it) > 25


@pytest.mark.parametrize("setting", ["street", "cafe", "gym", "shop", "office", "garden", "restaurant", "rooftop"])
def test_a_crowd_is_seen(setting: str) -> None:
    nobody, many = (_seen(_shot(setting, crowd=crowd)) for crowd in ("none", "many"))
    assert _changed(nobody, many) > 150


@pytest.mark.parametrize("prop", ["cat", "dog", "horse", "car", "bus", "scooter", "bicycle", "birds"])
def test_animals_and_vehicles_are_seen(prop: str) -> None:
    plain, with_it = (_seen(_shot("farm", people=_PERSON, props=props)) for props in ((), (prop,)))
    assert _changed(plain, with_it) > (2 if prop == "birds" else 40)


@pytest.mark.parametrize(
    "setting", ["train", "garden", "farm", "harbour", "beach", "kitchen", "stage", "street", "road", "field"]
)
def test_something_lives_behind_a_camera_that_stands_still(setting: str) -> None:
    shot = _shot(setting, time_of_day="day", place_seed=4)
    painting = paint_shot(shot, "illustrated", 320, 180, 5)
    lens = Lens(painting, Movement.STATIC)
    first = as_rgba(lens.look(0.0, 0.0))[..., :3].astype(float)
    moved = [as_rgba(lens.look(t / 4, t))[..., :3].astype(float) for t in (1.0, 2.0, 3.0)]
    assert max(_changed(first, frame, 4) for frame in moved) > 30


@pytest.mark.parametrize(
    ("words", "setting"),
    [
        ("INT. RESTAURANT - NIGHT", "restaurant"),
        ("a lighthouse on the coast", "harbour"),
        ("a space station", "space"),
        ("in the desert", "desert"),
        ("EXT. ROOFTOP BAR - DUSK", "rooftop"),
        ("INT. TRAIN CARRIAGE - DAY", "train"),
        ("INT. DOCTOR'S OFFICE - DAY", "clinic"),
        ("EXT. STEPPE - SUNSET", "field"),
        ("coffee shop in the city", "cafe"),
        ("EXT. COASTAL ROAD - DAWN", "road"),
        ("the old farm behind the hill", "farm"),
        ("on stage at a concert", "stage"),
        ("a bench in the park", "garden"),
        ("the reading room", "library"),
        ("a lecture hall", "classroom"),
        ("INT. SUBWAY CAR - NIGHT", "train"),
        ("the chocolate bar lies on slate", "abstract"),
    ],
)
def test_words_find_the_nearest_place(words: str, setting: str) -> None:
    assert meaning(words, table("places")["settings"], "abstract") == setting


def test_every_place_that_words_name_can_be_painted() -> None:
    assert set(table("places")["settings"]) <= set(SETTINGS)


@pytest.mark.parametrize(
    ("setting", "props", "seat"),
    [
        ("living_room", (), "sofa"),
        ("street", (), "bench"),
        ("train", (), "train seat"),
        ("office", ("armchair",), "armchair"),
        ("studio", (), "stool"),
    ],
)
def test_the_seat_is_what_the_words_or_the_place_say(setting: str, props: tuple[str, ...], seat: str) -> None:
    assert seat_for(_shot(setting, props=props)) == seat


def test_every_seat_is_drawn_and_none_like_another() -> None:
    from reelwright.media.canvas import skia
    from reelwright.providers.builtin.artist.painting import Canvas2D
    from reelwright.providers.builtin.artist.scene import build_scene

    scene = build_scene(_shot("living_room"), SETTINGS["living_room"], "illustrated", Canvas2D.for_size(320, 180), 1)
    drawn: dict[str, NDArray[np.uint8]] = {}
    for kind in ("sofa", "armchair", "bench", "chair", "desk chair", "stool", "train seat", "car seat", "bed", "rock"):
        surface = skia.Surface(200, 160)
        surface.getCanvas().scale(0.2, 0.2)
        draw_seat(surface.getCanvas(), kind, 500, 480, 112, 690, scene.light, scene)
        drawn[kind] = surface.makeImageSnapshot().toarray()[..., 3]
    for one, other in combinations(drawn, 2):
        assert (drawn[one] != drawn[other]).sum() > 300, f"{one} looks like {other}"


@pytest.mark.parametrize(
    ("setting", "shape", "weather", "never"),
    [
        ("garden", "mug", "clear", {"grass"}),
        ("beach", "phone", "clear", {"sand"}),
        ("kitchen", "perfume", "clear", {"wood"}),
        ("mountain", "shoe", "snow", {"stone", "wood"}),
    ],
)
def test_a_product_stands_on_what_suits_it_and_the_place(
    setting: str, shape: str, weather: str, never: set[str]
) -> None:
    look = ProductLook(shape=shape)
    found = {
        setting_for(Staging.model_validate({"setting": setting, "product": look, "weather": weather, "place_seed": n}))[
            0
        ]
        for n in range(6)
    }
    assert not {each.surface for each in found} & never


def test_films_differ_in_what_a_product_stands_on() -> None:
    tops = {setting_for(Staging(setting="kitchen", place_seed=n))[0].surface for n in range(6)}
    assert len(tops) == 3


@pytest.mark.parametrize("setting", ["kitchen", "restaurant", "cafe"])
def test_who_sits_where_people_eat_sits_at_a_table(setting: str) -> None:
    """A product on a table of its own, or nobody sitting, needs none."""
    sitting, standing = (Person(pose=pose) for pose in ("sitting", "standing"))

    def names(*people: Person, product: ProductLook | None = None) -> set[str]:
        shot = _shot(setting, people=people, product=product)
        return {layer.name for layer in paint_shot(shot, "illustrated", 160, 90, 3).layers}

    assert "table" in names(sitting)
    assert "table" not in names(standing)
    assert "table" not in names(sitting, product=ProductLook(shape="mug"))


def test_a_ramen_shop_is_no_dining_room() -> None:
    seen = [_seen(_shot("restaurant", props=props)) for props in ((), ("noodle_bar",))]
    assert np.abs(seen[0] - seen[1]).mean() > 12
    film = write("Ramen shop lunch special, ready in eight minutes")
    assert all(shot.staging.setting == "restaurant" and "noodle_bar" in shot.staging.props for shot in film.shots)
