"""Looks: how a finished painting is graded. One object per look."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Style:
    """The finish of a look, applied by the lens overlays."""

    slug: str
    grade: float = 1.0
    """Strength of the warm-to-cool colour grade."""
    vignette: float = 0.42
    """Darkness of the corners, 0 to 1."""
    grain: float = 0.05
    """Strength of the film grain, 0 to 1; strong grain costs bit rate."""
    bloom: float = 1.0
    """Strength of the glow towards the light."""


STYLES = {style.slug: style for style in (Style("illustrated"),)}


def style_named(slug: str) -> tuple[Style, str]:
    """The look and, where the slug is unknown and ``illustrated`` stands in, a note that says so."""
    if slug in STYLES:
        return STYLES[slug], ""
    return STYLES["illustrated"], f"the artist does not know the style {slug!r}; painted as 'illustrated'"
