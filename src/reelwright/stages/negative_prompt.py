"""What picture and video models are told to avoid: what always fails, what breaks the look, what a person names."""

from reelwright.film.brief import Brief
from reelwright.stages.choose_look import choose_look
from reelwright.stages.lexicon import table

NEGATIVE_PROMPT = "fast movements, disfigurements, low quality, artifacts, distortions"
"""What is avoided in every film."""


def negative_prompt(brief: Brief) -> str:
    """The negative prompt that a film's shots begin with, each thing once.

    A shot of a person's own shot list has its own instead, exactly as it is written there.
    """
    look = table("negatives")["look"].get(choose_look(brief), "")
    parts = [part.strip() for text in (NEGATIVE_PROMPT, look, brief.negative) for part in text.split(",")]
    once = {part.lower(): part for part in reversed(parts) if part}
    return ", ".join(once[key] for key in dict.fromkeys(part.lower() for part in parts if part))
