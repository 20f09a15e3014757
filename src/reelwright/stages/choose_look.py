"""Which of the looks that can be drawn a brief asks for."""

from reelwright.film.brief import Brief
from reelwright.stages.lexicon import meaning, strongest, table

DEFAULT_LOOK = "illustrated"


def choose_look(brief: Brief) -> str:
    """The look's slug: what ``style`` names, else what the prompt calls for, else ``illustrated``.

    A style in words that name none of our looks is kept as it is: a generative model may know it, and the built-in
    artist says that it paints another.
    """
    looks = table("looks")
    if brief.style:
        return meaning(brief.style, {slug: look["style"] for slug, look in looks.items()}, brief.style)
    return strongest(
        f"{brief.prompt} {brief.mood}", {slug: look["prompt"] for slug, look in looks.items()}, DEFAULT_LOOK
    )


def described_look(look: str) -> str:
    """The look in words for a generative model; an unknown one stands for itself."""
    known = table("looks").get(look)
    return str(known["picture"]) if known else look
