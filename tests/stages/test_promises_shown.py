"""What an advertisement promises is seen in its pictures, not only told."""

import pytest
from tests.stages.films import write

from reelwright.film.shot import Framing

FAR = (Framing.EXTREME_WIDE, Framing.WIDE)


@pytest.mark.parametrize(
    "prompt", ["Fitness app for busy moms to stay healthy", "Home workout app for beginners", "Marathon training app"]
)
def test_somebody_moves_in_a_film_about_fitness(prompt: str) -> None:
    for seed in range(3):
        acts = {person.action for shot in write(prompt, 15, seed).shots for person in shot.staging.people}
        assert acts & {"run", "exercise"}, (seed, acts)


@pytest.mark.parametrize("template", ["before-after-bridge", "problem-agitate-solve"])
def test_skin_is_troubled_first_and_clear_at_last(template: str) -> None:
    for seed in range(3):
        shots = write("Face serum for tired skin", 15, seed, template=template).shots
        marks = [{*person.marks} & {"blemishes", "glow"} for shot in shots for person in shot.staging.people]
        seen = [one for found in marks for one in sorted(found)]
        assert seen[0] == "blemishes"
        assert seen == sorted(seen), seen
        near = [shot.camera.framing for shot in shots for person in shot.staging.people if "blemishes" in person.marks]
        assert not set(near) & set(FAR), near
