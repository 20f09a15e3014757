"""The default: lit volumes, warm-to-cool light, soft depth."""

from reelwright.providers.builtin.artist.styles.style import Style

ILLUSTRATED = Style("illustrated")
