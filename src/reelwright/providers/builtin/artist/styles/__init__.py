"""Looks: the light they ask for, how each drawing is finished, and what the lens adds. One file per look."""

from reelwright.providers.builtin.artist.styles.illustrated import ILLUSTRATED
from reelwright.providers.builtin.artist.styles.neon import NEON
from reelwright.providers.builtin.artist.styles.noir import NOIR
from reelwright.providers.builtin.artist.styles.paper import PAPER
from reelwright.providers.builtin.artist.styles.style import Style

STYLES: dict[str, Style] = {style.slug: style for style in (ILLUSTRATED, NOIR, PAPER, NEON)}


def style_named(slug: str) -> tuple[Style, str]:
    """The look and, where the slug is unknown and ``illustrated`` stands in, a note that says so."""
    if slug in STYLES:
        return STYLES[slug], ""
    return ILLUSTRATED, f"the artist does not know the style {slug!r}; painted as 'illustrated'"
