"""A screen shows what its app is for: no two purposes look alike, and the brief says which it is."""

from itertools import combinations

import numpy as np
import pytest

from reelwright.film.brief import Brief
from reelwright.film.shot import Camera, Framing, Movement, ProductLook, Shot, Staging
from reelwright.film.story import Subject
from reelwright.providers.builtin.artist import paint_shot
from reelwright.providers.builtin.artist.products.app_screens import SCREENS
from reelwright.providers.builtin.camera.render import Lens
from reelwright.stages.lexicon import table
from reelwright.stages.stage_product import product_look

SUBJECT = Subject(type="both", character_description="", product_description='A phone, dark, lettered "Wren".')


def _screen(name: str) -> np.ndarray:
    look = ProductLook(shape="phone", label="Wren", color="#20242c", accent="#3f9dd8", screen=name)
    staging = Staging(setting="studio", product=look)
    shot = Shot(id="a", number=1, frame_count=72, camera=Camera(framing=Framing.CLOSE_UP), staging=staging)
    painting = paint_shot(shot, "illustrated", 160, 160, 1)
    return Lens(painting, Movement.STATIC, 1).look(1.0, 3.0)[..., :3].astype(int)


def test_no_two_purposes_share_a_screen() -> None:
    seen = {name: _screen(name) for name in SCREENS}
    for one, other in combinations(seen, 2):
        apart = (np.abs(seen[one] - seen[other]).max(axis=2) > 24).mean()
        assert apart > 0.02, (one, other, apart)


@pytest.mark.parametrize(
    ("prompt", "screen"),
    [
        ("Fitness app for busy moms to stay healthy", "exercise"),
        ("Marathon training app", "exercise"),
        ("10M users tracking goals", "tasks"),
        ("Budget app for students", "money"),
        ("Language learning app for travellers", "words"),
        ("Meditation app that helps you sleep", "calm"),
        ("New smartphone launch", "home"),
        ("An app for whatever you like", ""),
    ],
)
def test_the_brief_says_what_a_screen_shows(prompt: str, screen: str) -> None:
    assert product_look(SUBJECT, Brief(prompt=prompt)).screen == screen
    assert product_look(SUBJECT.model_copy(update={"product_description": "A mug"}), Brief(prompt=prompt)).screen == ""


def test_every_screen_that_words_call_is_drawn() -> None:
    assert set(table("things")["screens"]) == set(SCREENS) - {""}
