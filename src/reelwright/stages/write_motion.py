"""What moves in a take: the camera's movement in code, and what grows out of the chosen hero frame."""

import re

from reelwright.film.base import derived_seed
from reelwright.film.crafting import MotionDraft, WriteMotionInputs
from reelwright.ports import TextRequest
from reelwright.prompts.render import render
from reelwright.stages.enhance_prompt import Target
from reelwright.stages.prompt_pieces import instant_of
from reelwright.stages.specify_pictures import camera_move
from reelwright.stages.write_story import shortened

MOTION_TOKENS = (300, 70)
MAX_MOTION_WORDS = 70
_RATE = re.compile(r"\b(24|25|30|48|50|60|96|100|120|240) ?fps\b")


def write_motion_request(target: Target, hero: str, *, complaint: str = "") -> TextRequest[MotionDraft]:
    """Ask what moves besides the camera, and how fast.

    Args:
        target: The shot whose take it is.
        hero: The prompt of its hero frame.
        complaint: What was wrong with the last answer.
    """
    text = hero
    for one in target.pieces.fixed:
        text = text.replace(one, "")
    facts = target.facts
    inputs = WriteMotionInputs(
        facts=facts, subject=target.pieces.subject, hero=" ".join(text.split()), move=camera_move(facts.shot)
    )
    prompt = render("write_motion", task=inputs, complaint=complaint)
    seed = derived_seed(target.seed, "motion", facts.shot.id)
    return TextRequest("write_motion", inputs, prompt, MotionDraft, seed, MOTION_TOKENS[1])


def read_motion(draft: MotionDraft, target: Target) -> str:
    """The motion prompt: camera, subject, the world around, speed with a frame rate; at most 70 words."""
    speed = draft.speed.strip() or "real time"
    rate = "" if _RATE.search(speed) else (", 120 fps" if "slow" in speed else ", 24 fps")
    said = [camera_move(target.facts.shot), draft.subject, draft.environment]
    text = " ".join(instant_of(part.strip()) for part in said if part.strip())
    end = instant_of(speed.rstrip(".") + rate)
    return f"{shortened(text, MAX_MOTION_WORDS - len(end.split()))} {end}"
