"""What must hold of the pictures of any film: drawn as flagged, everyone recognisable, no two shots alike."""

from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.stages.films import Written, write
from tests.stages.test_shots_vary import prompts

from reelwright.film.shot import Angle, Framing, Shot
from reelwright.providers.builtin.artist import paint_shot
from reelwright.providers.builtin.artist.painting import Painting
from reelwright.providers.builtin.camera.render import Lens, as_rgba
from reelwright.stages.choose_look import choose_look

WIDTH, HEIGHT = 320, 180
LEAST_DIFFERENCE = 8
"""Of 255, mean over 64 x 36 pixels, between any two start frames of a film."""
TIGHT = (Framing.EXTREME_CLOSE_UP, Framing.INSERT)
SAMPLE, ALL = 6, 60


def films(count: int) -> list[str]:
    """Briefs spread over all that there are."""
    every = prompts()
    return [every[at * len(every) // count] for at in range(count)]


@pytest.mark.parametrize("prompt", films(SAMPLE))
def test_pictures_hold(prompt: str) -> None:
    _hold(write(prompt))


@pytest.mark.slow
@pytest.mark.parametrize("prompt", films(ALL))
def test_sixty_films_hold(prompt: str) -> None:
    _hold(write(prompt, seed=7))


def _hold(film: Written) -> None:
    paintings = [_painted(film, shot) for shot in film.shots]
    for shot, painting in zip(film.shots, paintings, strict=True):
        _as_flagged(shot, painting)
    starts = [_start(shot, painting) for shot, painting in zip(film.shots, paintings, strict=True)]
    for (one, first), (other, second) in combinations(enumerate(starts, 1), 2):
        apart = float(np.abs(first - second).mean())
        assert apart >= LEAST_DIFFERENCE, f"start frames of shots {one} and {other} differ by {apart:.1f} only"
    _the_same_people(film)


def _painted(film: Written, shot: Shot) -> Painting:
    painting = paint_shot(shot, choose_look(film.brief), WIDTH, HEIGHT, film.brief.film_seed % 2**31)
    assert painting.notes == (), shot.action_description
    return painting


def _as_flagged(shot: Shot, painting: Painting) -> None:
    names = {layer.name for layer in painting.layers}
    assert shot.presence.character_visible == bool(shot.staging.people)
    assert shot.presence.product_visible == (shot.staging.product is not None)
    if shot.staging.people:
        assert names & {"people", "hands"}, shot.action_description
    elif not shot.staging.product:
        assert "people" not in names
    if shot.staging.product and not any(person.holds_product for person in shot.staging.people):
        assert names & {"product", "hands"}, shot.action_description


def _start(shot: Shot, painting: Painting) -> NDArray[np.float64]:
    picture = as_rgba(Lens(painting, shot.camera.movement, 1).look(0.0, 0.0))[..., :3].astype(float)
    return picture[: HEIGHT // 5 * 5, : WIDTH // 5 * 5].reshape(HEIGHT // 5, 5, WIDTH // 5, 5, 3).mean(axis=(1, 3))


def _the_same_people(film: Written) -> None:
    """Whoever leads is one and the same in every shot but for what the shot itself changes."""
    leads = [shot.staging.people[0].model_dump(exclude=CHANGING) for shot in film.shots if shot.staging.people]
    assert all(lead == leads[0] for lead in leads)
    products = [shot.staging.product for shot in film.shots if shot.staging.product]
    assert all(product == products[0] for product in products)


CHANGING = {"pose", "expression", "gaze", "place", "holds_product", "holds", "action", "seen_from", "marks"}


def test_the_colours_of_people_are_their_own() -> None:
    """Drawn people of one film are much nearer to each other in colour than to those of other films."""
    told = [_told(write(prompt)) for prompt in films(SAMPLE * 2)]
    own = [_apart(one, other) for shots in told for one, other in combinations(shots, 2)]
    others = [_apart(one[0], other[0]) for one, other in combinations([shots for shots in told if shots], 2)]
    assert np.mean(own) < 0.6 * np.mean(others), (np.mean(own), np.mean(others))


def _told(film: Written) -> list[NDArray[np.float64]]:
    """The signatures of the shots that show the lead alone, from the front and lit."""
    return [
        _signature(_painted(film, shot))
        for shot in film.shots
        if len(shot.staging.people) == 1
        and shot.staging.people[0].seen_from == "front"
        and shot.staging.people[0].pose != "riding"
        and shot.camera.framing not in TIGHT
        and shot.camera.angle not in (Angle.POV, Angle.TOP)
        and "silhouette" not in shot.staging.effects
    ]


def _apart(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    return float(np.abs(one - other).sum())


def _signature(painting: Painting) -> NDArray[np.float64]:
    """A histogram of hue and darkness of the people layer, light taken out by its mean: 8 x 4 shares adding up to 1."""
    layer = next(layer for layer in painting.layers if layer.name == "people")
    pixels = layer.image.toarray().astype(float)
    seen = pixels[pixels[..., 3] > 200][:, [2, 1, 0]]
    hue = np.arctan2(np.sqrt(3) * (seen[:, 1] - seen[:, 2]), 2 * seen[:, 0] - seen[:, 1] - seen[:, 2])
    dark = np.clip(seen.mean(axis=1) / 255, 0, 0.999)
    counts, _, _ = np.histogram2d(hue, dark, bins=(8, 4), range=((-np.pi, np.pi), (0, 1)))
    return (counts / max(1.0, counts.sum())).ravel()
