"""Products: every shape draws at every size, stays in its box, shows its colour and carries its name."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.sampling import sampled

from reelwright.film.shot import ProductLook, Shot
from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import LEGIBLE, Light, channels, contrast_ratio, legible
from reelwright.providers.builtin.artist.contract import Scene, Spot
from reelwright.providers.builtin.artist.painting import Canvas2D
from reelwright.providers.builtin.artist.products import SHAPES, shape_of
from reelwright.providers.builtin.artist.products.ground import stand
from reelwright.providers.builtin.artist.products.marks import broken, printable
from reelwright.providers.builtin.artist.products.sitter import contrast
from reelwright.stages.lexicon import table

Pixels = NDArray[np.uint8]
LIGHT = Light.towards(-0.8, -0.5, "#ffe8bd", "#332f55", 0.7)
UNLETTERED = {"plate", "pizza", "ice_cream"}
"""Food carries no name."""
COLOR, ACCENT = "#2f7fb8", "#e0b040"


def _scene(light: Light = LIGHT) -> Scene:
    palette = ("#101018", "#404050", "#808090", "#c0b8a8", "#f0e8d8")
    shot = Shot(id="one", number=1, frame_count=90)
    return Scene(shot, "illustrated", Canvas2D.for_size(1280, 720), light, palette, ("#88aadd", "#ffffff"), 7)


def _drawn(
    slug: str,
    height: float = 120,
    *,
    label: str = "Aurora",
    light: Light = LIGHT,
    tilt: float = 0,
    colors: tuple[str, str] = (COLOR, ACCENT),
) -> Pixels:
    """The product alone on transparency, twice its box in size, its foot 3/4 down."""
    shape = shape_of(slug)
    width = max(40, round(height * shape.aspect * 2))
    surface = skia.Surface(width, round(height * 2))
    surface.getCanvas().clear(0)
    look = ProductLook(shape=slug, label=label, color=colors[0], accent=colors[1])
    shape.draw(surface.getCanvas(), look, Spot(width / 2, height * 1.5, height, tilt), light, _scene(light))
    return surface.toarray(colorType=skia.kRGBA_8888_ColorType)


def _painted(pixels: Pixels) -> tuple[list[int], list[int]]:
    """The rows and the columns in which something is painted, shadow-like hints left out."""
    rows, columns = np.nonzero(pixels[..., 3] > 40)
    return sorted(set(rows.tolist())), sorted(set(columns.tolist()))


def test_an_unknown_shape_is_the_generic_one() -> None:
    assert shape_of("flux capacitor") is SHAPES["generic"]


def test_every_shape_that_the_words_can_name_is_drawn() -> None:
    assert set(table("things")["shapes"]) <= set(SHAPES)


@pytest.mark.parametrize("slug", sorted(SHAPES))
@pytest.mark.parametrize("height", [24, 150, 420])
def test_a_shape_fills_its_box_and_stays_in_it(slug: str, height: float) -> None:
    rows, columns = _painted(_drawn(slug, height))
    allowed = 1.15 * height + 4
    assert 0.8 * height < rows[-1] - rows[0] + 1 <= allowed
    width = height * shape_of(slug).aspect
    assert 0.75 * width - 3 < columns[-1] - columns[0] + 1 <= 1.15 * width + 4
    assert abs((rows[-1] + 1) - 1.5 * height) <= 0.06 * height + 2, "it stands on its foot"


@pytest.mark.parametrize("slug", sorted(SHAPES))
def test_the_same_look_gives_the_same_pixels(slug: str) -> None:
    assert np.array_equal(_drawn(slug), _drawn(slug))


def _hue(color: NDArray[Any]) -> NDArray[np.float64]:
    """Direction of a colour away from grey, of length 1."""
    away = color.astype(float) - color.astype(float).mean(axis=-1, keepdims=True)
    return away / np.maximum(np.linalg.norm(away, axis=-1, keepdims=True), 1e-6)


@pytest.mark.parametrize("slug", sorted(SHAPES))
def test_the_products_color_shows(slug: str) -> None:
    pixels = _drawn(slug, 200)
    seen = pixels[pixels[..., 3] > 200][:, :3]
    colored = seen[seen.max(axis=1).astype(int) - seen.min(axis=1) > 22]
    alike = (_hue(colored) @ _hue(np.array(channels(COLOR)))) > 0.9
    least = 0.025 if shape_of(slug).is_alive else 0.04
    assert alike.sum() > least * len(seen)


@pytest.mark.parametrize("slug", sampled(sorted(set(SHAPES) - UNLETTERED), 4))
def test_the_name_is_lettered_on_it(slug: str) -> None:
    one, other = _drawn(slug, 300, label="Aurora"), _drawn(slug, 300, label="Mistral")
    assert (np.abs(one.astype(int) - other).max(axis=2) > 24).sum() > 40


@pytest.mark.parametrize(
    "label",
    ["", "   ", "Donaudampfschifffahrtsgesellschaft", "a b c d e f g h i", "Žluťoučký kůň", "日本酒", "🚀🚀", "x\n\ty"],
)
@pytest.mark.parametrize("slug", sampled(sorted(SHAPES), 3))
def test_odd_names_do_not_break_it(slug: str, label: str) -> None:
    assert _drawn(slug, 110, label=label)[..., 3].any()


COLORS = ((COLOR, ACCENT), ("#20242c", "#8fb3d9"), ("#808080", "#909090"), ("#b5483c", "#2e2f36"))
MODELLED = 2.6
"""Least contrast of a name that is flat 4.5, where a hard light models it and its ground."""
FINE = ("bicycle", "guitar", "lamp", "ring", "watch")
"""Their names are so small that no pixel would be ink alone."""


def _shining(pixels: Pixels) -> NDArray[np.float64]:
    share = pixels[..., :3] / 255
    return np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4) @ (0.2126, 0.7152, 0.0722)


@pytest.mark.parametrize("slug", sampled(sorted(set(SHAPES) - UNLETTERED), 4))
def test_a_name_is_not_dark_on_dark_nor_light_on_light(slug: str) -> None:
    """Where two names differ, one shows the ink and the other the ground."""
    height = 400 if slug in FINE else 160
    for colors in COLORS:
        one, other = (_shining(_drawn(slug, height, label=label, colors=colors)) for label in ("HHHH", "OOOO"))
        ratio = (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)
        plainest = float(np.median(np.sort(ratio, axis=None)[-24:]))
        assert plainest >= MODELLED, f"{colors}: {plainest:.2f}"


@pytest.mark.parametrize("ground", ["#000000", "#20242c", "#2f7fb8", "#777777", "#808080", "#e0b040", "#ffffff"])
def test_letters_can_be_read_on_any_ground(ground: str) -> None:
    for wished in ("#000000", "#5a3522", "#808080", "#e0b040", "#ffffff", ground):
        assert contrast_ratio(legible(wished, ground), ground) >= LEGIBLE
        assert contrast_ratio(contrast(ground), ground) >= LEGIBLE
    assert legible("#ffffff", "#101010") == "#ffffff", "what reads stays as it is"


def test_no_word_of_a_name_is_dropped() -> None:
    name = "The Long Winter of Ada"
    assert all(" ".join(lines) == name for lines in broken(name))
    assert {len(lines) for lines in broken(name)} >= {1, 2, 3}


def test_names_keep_only_what_the_typeface_has() -> None:
    assert printable("Café  Ø\n日本🚀 No. 5") == "Café Ø No. 5"


@pytest.mark.parametrize("slug", sorted(set(SHAPES) - {"headphones"}))  # two cups, each lit on its own
def test_the_side_of_the_light_is_brighter(slug: str) -> None:
    """Over both lights, so that what is not symmetrical cancels out."""
    from_left = _drawn(slug, 160).astype(float)
    from_right = _drawn(slug, 160, light=Light.towards(0.8, -0.5, LIGHT.key, LIGHT.fill, LIGHT.power)).astype(float)
    difference = (from_left - from_right)[..., :3].sum(axis=2)
    half = difference.shape[1] // 2
    assert difference[:, :half].sum() > difference[:, half:].sum()


def test_a_tilted_product_keeps_the_scenes_light() -> None:
    upright, tilted = _drawn("can", 160), _drawn("can", 160, tilt=30)
    assert not np.array_equal(upright, tilted)
    gray = tilted[..., :3].astype(float).sum(axis=2)
    alpha = tilted[..., 3] > 200
    middle = float(np.mean(np.nonzero(alpha)[1]))
    left, right = slice(0, round(middle)), slice(round(middle), None)
    assert gray[:, left][alpha[:, left]].mean() > gray[:, right][alpha[:, right]].mean()


def test_what_stands_on_gloss_is_mirrored_and_on_grass_is_not() -> None:
    look, spot = ProductLook(shape="can", label="Aurora", color=COLOR, accent=ACCENT), Spot(150, 150, 120)
    below: dict[str, float] = {}
    for surface in ("gloss", "grass"):
        target = skia.Surface(300, 260)
        target.getCanvas().clear(skia.ColorWHITE)
        stand(target.getCanvas(), shape_of("can"), look, spot, LIGHT, _scene(), surface)
        pixels = target.toarray(colorType=skia.kRGBA_8888_ColorType).astype(int)[165:200, 135:165]
        below[surface] = float((pixels[..., 2] - pixels[..., 0]).mean())
    assert below["gloss"] < below["grass"] - 3, "the can's golden foot is mirrored"


@pytest.mark.parametrize("slug", sorted(name for name, shape in SHAPES.items() if shape.draw_from_above))
def test_shapes_that_are_seen_from_above(slug: str) -> None:
    draw = SHAPES[slug].draw_from_above
    assert draw is not None
    surface = skia.Surface(300, 300)
    surface.getCanvas().clear(0)
    draw(surface.getCanvas(), ProductLook(shape=slug, color=COLOR), Spot(150, 250, 200), LIGHT, _scene())
    rows, columns = _painted(surface.toarray())
    assert 150 < columns[-1] - columns[0] < 240
    assert 150 < rows[-1] - rows[0] < 240
