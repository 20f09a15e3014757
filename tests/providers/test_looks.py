import math
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.sampling import sampled

from reelwright.film.shot import Camera, Framing, Movement, Person, ProductLook, Shot, Staging
from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist import paint_shot
from reelwright.providers.builtin.artist.brush import Light
from reelwright.providers.builtin.artist.contract import Scene
from reelwright.providers.builtin.artist.painting import Canvas2D
from reelwright.providers.builtin.artist.settings import SETTINGS
from reelwright.providers.builtin.artist.styles import NOIR, STYLES
from reelwright.providers.builtin.artist.styles.style import softened
from reelwright.providers.builtin.camera.render import Lens, as_rgba
from reelwright.stages.lexicon import table

WIDTH, HEIGHT = 320, 180


def seen(look: str, setting: str = "kitchen", framing: Framing = Framing.MEDIUM, **staging: Any) -> NDArray[np.float64]:
    lead = Person(garment_color="#2f7f86", place="left")
    looks = {"people": (lead,), "product": ProductLook(shape="mug", label="DAWN", color="#b5482f")} | staging
    place = Staging.model_validate({"setting": setting, **looks})
    shot = Shot(id="one", number=1, frame_count=72, camera=Camera(framing=framing), staging=place)
    painting = paint_shot(shot, look, WIDTH, HEIGHT, 5)
    assert painting.notes == ()
    return as_rgba(Lens(painting, Movement.STATIC).look(0.0, 0.0))[..., :3].astype(float)


def colorfulness(picture: NDArray[np.float64]) -> float:
    return float((picture.max(axis=2) - picture.min(axis=2)).mean())


def test_every_look_that_words_name_can_be_drawn() -> None:
    assert set(table("looks")) == set(STYLES)


@pytest.mark.parametrize("setting", ["kitchen", "street", "studio"])
def test_looks_are_told_apart(setting: str) -> None:
    pictures = {look: seen(look, setting) for look in STYLES}
    for one in STYLES:
        for other in STYLES:
            if one < other:
                assert np.abs(pictures[one] - pictures[other]).mean() > 15, (one, other)


def test_noir_is_nearly_without_colour_and_dark() -> None:
    noir, plain = seen("noir"), seen("illustrated")
    assert colorfulness(noir) < 0.4 * colorfulness(plain)
    assert noir.mean() < plain.mean()
    assert noir.max() > 200, "the light is hard, not gone"


@pytest.mark.parametrize("slug", SETTINGS)
def test_the_blinds_of_noir_hang_only_indoors(slug: str) -> None:
    shot = Shot(id="one", number=1, frame_count=72, camera=Camera(framing=Framing.WIDE), staging=Staging(setting=slug))
    light = Light(-0.7, -0.7, "#ffe2b0", "#3c3660")
    scene = Scene(shot, "noir", Canvas2D.for_size(WIDTH, HEIGHT), light, ("#101020", "#e0e0f0"), ("#88aadd",), 5)
    surface = skia.Surface(WIDTH, HEIGHT)
    assert NOIR.over is not None
    NOIR.over(surface.getCanvas(), scene, WIDTH, HEIGHT)
    assert surface.toarray().any() == SETTINGS[slug].is_interior


def test_paper_is_light_and_has_a_frame() -> None:
    paper = seen("paper")
    assert paper.mean() > 150
    assert (paper[:2].mean(axis=(0, 1)) > 215).all(), "bare paper outside the panel"
    assert paper[4:9, 60:260].min(axis=0).mean() < 130, "an inked line"


def test_neon_is_magenta_and_cyan_whatever_the_hour() -> None:
    for hour in ("day", "night"):
        red, green, blue = np.moveaxis(seen("neon", time_of_day=hour), 2, 0)
        assert blue.mean() > green.mean() * 1.3
        assert red.mean() > green.mean()


@pytest.mark.parametrize("look", sorted(STYLES))
@pytest.mark.parametrize("framing", sampled(Framing, 4))
def test_the_same_shot_gives_the_same_picture_in_every_look(look: str, framing: Framing) -> None:
    assert np.array_equal(seen(look, framing=framing), seen(look, framing=framing))


def _gauss(values: NDArray[np.float32], sigma: float) -> NDArray[np.float32]:
    """The blur itself, by sums over a kernel."""
    reach = int(4 * sigma) + 1
    shares = [math.exp(-(step**2) / (2 * sigma**2)) for step in range(-reach, reach + 1)]
    for _ in range(2):
        wide = np.pad(values, ((reach, reach), (0, 0)), "edge")
        values = np.zeros_like(values)
        for step, share in enumerate(shares):
            values += wide[step : step + len(values)] * np.float32(share / sum(shares))
        values = values.T
    return values


@pytest.mark.parametrize("sigma", [0.7, 0.9, 1.5, 2.6, 3.0, 6.0])
@pytest.mark.parametrize("shape", [(60, 81), (81, 60), (40, 41)])
def test_a_quick_blur_is_nearly_a_gaussian(sigma: float, shape: tuple[int, int]) -> None:
    values = np.zeros(shape, np.float32)
    values[shape[0] // 3 :, shape[1] // 4 : shape[1] // 2] = 1
    quick = softened(values, sigma)
    assert quick.shape == shape
    assert float(quick.max()) <= 1
    assert float(np.abs(quick - _gauss(values, sigma)).mean()) < 0.03
