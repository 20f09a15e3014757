"""Which voice tells the film: the one whose description and accent fit the template and the words best."""

import re
from collections.abc import Sequence

from reelwright.film.base import derived_seed
from reelwright.film.story import Character
from reelwright.ports import Voice
from reelwright.stages.lexicon import table
from reelwright.stages.stage_cast import described

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


def cast_voices(
    speakers: Sequence[str], cast: Sequence[Character], voices: Sequence[Voice], narrator: str
) -> dict[str, str]:
    """A voice for each who speaks: the one the character asks for, else one of its sex that nobody else has.

    Where voices are fewer than speakers they are shared, the narrator's last of all.

    Args:
        speakers: Names, in the order in which they are first heard.
        cast: Descriptions tell a man from a woman; who is not in it may have any voice.
        voices: What the speech model offers, at least one.
        narrator: The voice of the voice-over.
    """
    known = {one.name: one for one in cast}
    names = [voice.name for voice in voices]
    chosen = {name: known[name].voice for name in speakers if name in known and known[name].voice in names}
    for name in dict.fromkeys(speakers):
        if name not in chosen:
            sex = _sex(known.get(name))
            fitting = [voice for voice in voices if sex in ("", _sex_of(voice))] or list(voices)
            taken = [*chosen.values(), *([narrator] if len(voices) > 1 else [])]
            turn = derived_seed("voice", name) % len(fitting)
            order = [*fitting[turn:], *fitting[:turn]]
            chosen[name] = min(order, key=lambda voice: taken.count(voice.name)).name
    return chosen


def _sex(who: Character | None) -> str:
    """``man``, ``woman`` or, where nothing tells, nothing."""
    if who is None or not who.description:
        return ""
    return "man" if described(who.description).presentation in ("man", "boy") else "woman"


def _sex_of(voice: Voice) -> str:
    words = set(_WORDS.findall(voice.description.lower()))
    return "woman" if words & {"woman", "female", "girl"} else "man" if words & {"man", "male", "boy"} else ""
