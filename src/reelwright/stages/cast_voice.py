"""Which voice tells the film: the one whose description fits the template best."""

from collections.abc import Sequence

from reelwright.ports import Voice

_WANTED: dict[str, tuple[str, ...]] = {
    "aida": ("friendly", "clear", "confident", "bright"),
    "problem-agitate-solve": ("warm", "close", "trustworthy"),
    "before-after-bridge": ("warm", "bright", "close"),
    "heros-journey": ("deep", "driven", "triumph"),
    "emotional-arc": ("warm", "close", "family"),
    "teaser-reveal": ("composed", "elegant", "deep"),
    "social-proof": ("steady", "friendly", "trustworthy"),
    "sensory-experience": ("warm", "close", "soft", "food"),
}


def cast_voice(wish: str, template: str, voices: Sequence[Voice]) -> str:
    """The name of the wished voice, or of the one that fits; the first where nothing tells them apart.

    Args:
        wish: A voice's name from the brief; empty leaves the choice to us.
        template: Slug of the story template.
        voices: What the speech model offers, at least one.
    """
    if wish:
        return wish
    wanted = _WANTED.get(template, ())
    return max(voices, key=lambda voice: sum(word in voice.description.lower() for word in wanted)).name
