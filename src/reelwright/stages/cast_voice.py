"""Which voice tells the film: the one whose description and accent fit the template and the words best."""

import re
from collections.abc import Sequence

from reelwright.ports import Voice
from reelwright.stages.lexicon import table

_TEMPLATE_POINTS, _WORD_POINTS, _ACCENT_POINTS = 2, 5, 8
_WORDS = re.compile(r"[^\W\d_]+|£")


def cast_voice(wish: str, template: str, voices: Sequence[Voice], words: str = "") -> str:
    """The name of the wished voice, or of the one that fits; the first where nothing tells them apart.

    Args:
        wish: A voice's name from the brief; empty leaves the choice to us.
        template: Slug of the story template.
        voices: What the speech model offers, at least one.
        words: The brief with its mood, audience and story; words of a place or its spelling also choose an accent.
    """
    if wish:
        return wish
    lists = table("voices")
    said = set(_WORDS.findall(words.lower()))
    traits = [(trait, _TEMPLATE_POINTS) for trait in lists["templates"].get(template, ())]
    for trait, known in lists["traits"].items():
        traits.append((trait, _WORD_POINTS * min(3, len(said & set(known.split())))))
    accents = {accent for accent, known in lists["accents"].items() if said & set(known.split())}

    def points(voice: Voice) -> int:
        fitting = sum(worth for trait, worth in traits if trait in voice.description.lower())
        return fitting + (_ACCENT_POINTS if voice.language in accents else 0)

    return max(voices, key=points).name
