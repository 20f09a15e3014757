"""What moves in a take: the person's or product's own movement, the air of the hero frame, a speed that suits both."""

import re

from reelwright.film.crafting import MotionDraft, WriteMotionInputs
from reelwright.providers.builtin.writer.casting import pronouns
from reelwright.providers.builtin.writer.pictures import phases
from reelwright.providers.builtin.writer.words import capitalised, found, lexicon, uncapitalised

_MOST_AIR = 2
_PLACED = re.compile(r"([Tt]he [a-z]+) (?:on|weighted to) the (left|right) third")


def move(inputs: WriteMotionInputs) -> MotionDraft:
    """Subject, surroundings, speed."""
    shot = inputs.facts.shot
    who, _ = pronouns(" ".join(inputs.subject))
    _, _, motion = phases(shot, uncapitalised(who))
    placed = _PLACED.search(inputs.hero)
    is_moving = shot.camera.movement.value not in ("static", "handheld")
    ends = f", ending with {uncapitalised(placed[1])} on the {placed[2]} third" if placed and is_moving else ""
    tables = lexicon("motion")
    camera = f"{shot.camera.movement.value} {shot.camera.framing.value}"
    words = f"{inputs.hero} {shot.staging.weather} {shot.action_description} {camera}"
    air = [tables["air"][one] for one in dict.fromkeys(found(words, tables["air"]))]
    speeds = {speed: said for speed, said in tables["speed"].items() if speed != "usual"}
    speed = next((speed for speed, said in speeds.items() if found(words, said)), tables["speed"]["usual"])
    return MotionDraft(subject=capitalised(motion) + ends, environment=", ".join(air[:_MOST_AIR]), speed=speed)
