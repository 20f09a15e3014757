"""Motion prompts: the camera's movement in code, what the hero frame holds, always a frame rate."""

import re

import pytest
from tests.stages.crafting import rewritten, target
from tests.stages.films import Written, ask, write

from reelwright.film.crafting import MotionDraft
from reelwright.stages.specify_pictures import camera_move
from reelwright.stages.write_motion import read_motion, write_motion_request


@pytest.fixture(scope="module")
def film() -> Written:
    return write("Gourmet chocolate tasting")


def test_a_take_grows_out_of_its_hero_frame(film: Written) -> None:
    for shot in film.shots:
        of = target(film, shot, shot.prompts.image_prompt)
        request = write_motion_request(of, rewritten(of).final)
        assert film.story.subject.character_description not in request.prompt
        text = read_motion(ask(request), of)
        assert text.startswith(camera_move(shot))
        assert re.search(r"\b(24|60|120) fps", text)
        assert len(text.split()) <= 70


def test_steam_of_the_frame_moves_and_what_splashes_is_slowed(film: Written) -> None:
    shot = film.shots[0]
    of = target(film, shot, shot.prompts.image_prompt)
    text = read_motion(ask(write_motion_request(of, "Milk pours into the cup, steam in the backlight.")), of)
    assert "Steam curling through the light" in text
    assert text.endswith("Slow motion, 120 fps.")


@pytest.mark.parametrize(
    ("speed", "said"),
    [
        ("", "Real time, 24 fps."),
        ("slow motion", "Slow motion, 120 fps."),
        ("96 fps", "96 fps."),
        ("fast", "Fast, 24 fps."),
    ],
)
def test_there_is_always_a_frame_rate(film: Written, speed: str, said: str) -> None:
    of = target(film, film.shots[0], film.shots[0].prompts.image_prompt)
    long = MotionDraft(subject="the hand moves slowly, " * 10, environment="dust in the air", speed=speed)
    text = read_motion(long, of)
    assert text.endswith(said)
    assert len(text.split()) <= 70
