"""How fast a line is spoken before anything else asks for it: by the feeling of its shot."""

import re
from fractions import Fraction
from functools import lru_cache

from reelwright.film.clock import seconds
from reelwright.film.shot import Shot
from reelwright.stages.lexicon import table
from reelwright.stages.plan_shots import LEAD_S, NATURAL_WORDS_PER_S, TAIL_S


def line_pace(shot: Shot, rate: Fraction) -> float:
    """The pace of a shot's line, 1 for the voice's own; calm ones slower, urgent ones faster, in [0.94, 1.06].

    A slower pace is only taken where the line leaves room for it, so that it is not recorded twice.
    """
    pace = next((_paces()[word] for word in re.findall(r"\w+", shot.emotional_tone.lower()) if word in _paces()), 1.0)
    room_s = seconds(shot.frame_count, rate) - LEAD_S - TAIL_S
    needed_s = len(shot.spoken.split()) / NATURAL_WORDS_PER_S
    return pace if pace >= 1 or needed_s / pace <= room_s else 1.0


@lru_cache(maxsize=1)
def _paces() -> dict[str, float]:
    return {word: float(pace) for pace, words in table("voices")["paces"].items() for word in words.split()}
