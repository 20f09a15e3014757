"""A take ends in another state than it began in, even when the camera stands still: something was done in it."""

import numpy as np
import pytest
from tests.sampling import sampled
from tests.stages.films import write

from reelwright.film.shot import Framing, Movement
from reelwright.providers.builtin.artist import paint_shot
from reelwright.providers.builtin.camera.render import Lens
from reelwright.stages.choose_look import choose_look

LEAST = {Framing.EXTREME_WIDE: 0.003, Framing.WIDE: 0.003}
"""Share of the pixels that differ by more than 24 of 255 between first and last frame, where people are small."""
NEAR = 0.006
PROMPTS = (
    "Meditation app that helps you sleep",
    "Organic dog food delivered monthly",
    "Artisan coffee that starts your morning right",
    "Adopt a shelter dog",
    "Luxury perfume capturing midnight elegance",
    "Two friends repair an old car in a barn",
    "Online bank for freelancers without paperwork",
    "Ramen shop lunch special, ready in eight minutes",
)


@pytest.mark.parametrize("prompt", sampled(PROMPTS, 8))
def test_no_take_ends_as_it_began(prompt: str) -> None:
    film = write(prompt)
    for shot in film.shots:
        painting = paint_shot(shot, choose_look(film.brief), 320, 180, film.brief.film_seed % 2**31)
        lens = Lens(painting, Movement.STATIC, 1)
        seconds = shot.frame_count / float(film.brief.rate)
        first = lens.look(0.0, 0.0)[..., :3].astype(int)
        last = lens.look(1.0, seconds)[..., :3].astype(int)
        changed = float((np.abs(first - last).max(axis=2) > 24).mean())
        assert changed >= LEAST.get(shot.camera.framing, NEAR), (shot.action_description, changed)
