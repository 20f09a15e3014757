from random import Random

import numpy
import pytest
from tests.sampling import sampled

from reelwright.film.shot import Angle, Camera, Framing, Person, ProductLook, Shot, Staging
from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist import paint_shot
from reelwright.providers.builtin.artist.painting import Painting
from reelwright.providers.builtin.artist.products import SHAPES
from reelwright.providers.builtin.artist.settings import SETTINGS

_BLEND = {
    "over": skia.BlendMode.kSrcOver,
    "screen": skia.BlendMode.kScreen,
    "soft light": skia.BlendMode.kSoftLight,
    "overlay": skia.BlendMode.kOverlay,
    "multiply": skia.BlendMode.kMultiply,
}
_TIMES = ("dawn", "morning", "day", "golden hour", "dusk", "night")
_WEATHER = ("clear", "overcast", "rain", "snow", "fog")


def _shot(setting: str, framing: Framing, product: str | None = None, **changes: object) -> Shot:
    look = ProductLook(shape=product, label="Aurora") if product else None
    angle = changes.pop("angle", Angle.EYE_LEVEL)
    staging = Staging.model_validate({"setting": setting, "product": look, **changes})
    return Shot(id="sh-a", number=1, frame_count=72, camera=Camera(framing=framing, angle=angle), staging=staging)  # type: ignore[arg-type]


def _pixels(painting: Painting) -> "numpy.ndarray[tuple[int, ...], numpy.dtype[numpy.uint8]]":
    """The flattened frame, shape (height, width, 4), uint8."""
    surface = skia.Surface(painting.width_px, painting.height_px)
    canvas, scale = surface.getCanvas(), painting.canvas.scale
    for layer in painting.layers:
        canvas.save()
        canvas.translate(layer.left * scale, layer.top * scale)
        canvas.scale(1 / layer.detail, 1 / layer.detail)
        canvas.drawImage(layer.image, 0, 0, skia.SamplingOptions(skia.FilterMode.kLinear))
        canvas.restore()
    for overlay in painting.overlays:
        canvas.drawImage(overlay.image, 0, 0, skia.SamplingOptions(), skia.Paint(BlendMode=_BLEND[overlay.blend]))
    return surface.makeImageSnapshot().toarray()


def _thumbnail(painting: Painting) -> "numpy.ndarray[tuple[int, ...], numpy.dtype[numpy.float64]]":
    """The frame at 64x36 RGB, each pixel the mean of its block."""
    frame = _pixels(painting)[:, :, :3].astype(float)
    return frame.reshape(36, frame.shape[0] // 36, 64, frame.shape[1] // 64, 3).mean(axis=(1, 3))


@pytest.mark.parametrize("setting", sampled(sorted(SETTINGS), 7))
def test_every_setting_paints_in_every_framing(setting: str) -> None:
    dice = Random(setting)
    for framing in Framing:
        shot = _shot(
            setting,
            framing,
            dice.choice([None, *sorted(SHAPES)]),
            time_of_day=dice.choice(_TIMES),
            weather=dice.choice(_WEATHER),
            light_from=dice.choice(("left", "right", "back", "above")),
            people=dice.choice(((), (Person(),), (Person(holds_product=True, pose="holding"),))),
            effects=("steam", "dust", "bokeh", "petals", "sparkle", "light shafts")[: dice.randrange(7)],
        )
        painting = paint_shot(shot, "illustrated", 320, 180, dice.randrange(1000))
        assert 2 <= len(painting.layers) <= 14
        assert (_pixels(painting)[:, :, 3] == 255).all(), "the frame has holes"
        assert painting.notes == ()


@pytest.mark.parametrize("product", sampled(sorted(SHAPES), 4))
def test_every_product_is_seen_from_every_angle(product: str) -> None:
    for angle in (Angle.EYE_LEVEL, Angle.TOP, Angle.LOW, Angle.HIGH):
        with_it = paint_shot(_shot("studio", Framing.CLOSE_UP, product, angle=angle), "illustrated", 320, 180, 3)
        without = paint_shot(_shot("studio", Framing.CLOSE_UP, None, angle=angle), "illustrated", 320, 180, 3)
        assert numpy.abs(_thumbnail(with_it) - _thumbnail(without)).mean() > 3


@pytest.mark.parametrize(("width", "height"), [(320, 180), (180, 320), (180, 180), (180, 224)])
def test_the_layers_cover_the_frame_with_room_for_the_camera(width: int, height: int) -> None:
    painting = paint_shot(_shot("kitchen", Framing.MEDIUM, "mug"), "illustrated", width, height, 1)
    back = painting.layers[0]
    assert back.left <= -0.05 * painting.canvas.width
    assert all(overlay.image.width() == width and overlay.image.height() == height for overlay in painting.overlays)
    depths = [layer.depth for layer in painting.layers if layer.name in ("outside", "room", "product", "foreground")]
    assert depths == sorted(depths)


def test_the_same_shot_gives_the_same_pixels() -> None:
    shot = _shot("street", Framing.MEDIUM, "shoe", people=(Person(),), weather="rain", time_of_day="night")
    first, second = (_pixels(paint_shot(shot, "illustrated", 320, 180, 11)) for _ in range(2))
    assert (first == second).all()


def test_another_seed_is_another_set_up() -> None:
    shot = _shot("kitchen", Framing.MEDIUM, "mug")
    first, second = (_thumbnail(paint_shot(shot, "illustrated", 320, 180, seed)) for seed in (1, 2))
    assert numpy.abs(first - second).mean() > 1


def test_the_shots_of_a_film_differ() -> None:
    person = Person(pose="holding", holds_product=True)
    shots = [
        _shot("kitchen", Framing.WIDE, time_of_day="dawn", people=(Person(),)),
        _shot("kitchen", Framing.CLOSE_UP, "mug", time_of_day="dawn"),
        _shot("kitchen", Framing.MEDIUM, "mug", time_of_day="dawn", people=(person,)),
        _shot("kitchen", Framing.CLOSE_UP, time_of_day="dawn", people=(Person(place="left"),)),
        _shot("kitchen", Framing.INSERT, "mug", time_of_day="dawn"),
    ]
    seen = [_thumbnail(paint_shot(shot, "illustrated", 320, 180, 100 + i)) for i, shot in enumerate(shots)]
    for i, one in enumerate(seen):
        for other in seen[i + 1 :]:
            assert numpy.abs(one - other).mean() >= 8


def test_what_it_does_not_know_is_painted_and_noted() -> None:
    shot = _shot("volcano", Framing.MEDIUM, "trombone")
    notes = " ".join(paint_shot(shot, "cubist", 320, 180, 1).notes)
    assert "'volcano'" in notes
    assert "'trombone'" in notes
    assert "'cubist'" in notes


def test_night_is_darker_than_day() -> None:
    day, night = (
        _thumbnail(paint_shot(_shot("beach", Framing.WIDE, time_of_day=time), "illustrated", 320, 180, 5)).mean()
        for time in ("day", "night")
    )
    assert night < day * 0.6


@pytest.mark.parametrize(
    ("prop", "framing"), [("horse", Framing.WIDE), ("horse", Framing.MEDIUM), ("dog", Framing.WIDE)]
)
def test_animals_are_seen_where_the_words_name_them(prop: str, framing: Framing) -> None:
    plain, named = (
        _thumbnail(paint_shot(_shot("field", framing, people=(Person(),), props=props), "illustrated", 320, 180, 5))
        for props in ((), (prop,))
    )
    assert (abs(plain - named).max(axis=2) > 12).sum() > 12


def test_a_rider_sits_on_a_horse() -> None:
    standing, riding = (
        _thumbnail(paint_shot(_shot("field", Framing.WIDE, people=(Person(pose=pose),)), "illustrated", 320, 180, 5))
        for pose in ("standing", "riding")
    )
    assert (abs(standing - riding).max(axis=2) > 12).sum() > 120
