"""People: recognisable from a wide shot to an extreme close-up, because everything derives from the head's height."""

from reelwright.providers.builtin.artist.people.draw import draw_person

__all__ = ["draw_person"]
