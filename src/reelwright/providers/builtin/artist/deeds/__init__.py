"""What a product does within a shot: each deed turns the product's layer into layers that move."""

from collections.abc import Callable

from reelwright.providers.builtin.artist.deeds import moves, shows
from reelwright.providers.builtin.artist.deeds.deed import Deed

DEEDS: dict[str, Callable[[Deed], None]] = {
    "bounce": moves.bounce,
    "break": moves.break_up,
    "drive": moves.drive,
    "drop": moves.drop,
    "fill": shows.fill,
    "glint": shows.sweep,
    "light_up": shows.light_up,
    "open": moves.open_up,
    "perk": moves.perk,
    "pour": moves.pour_out,
    "spray": moves.mist,
    "turn": moves.turn,
    "unveil": shows.unveil,
}
"""By slug."""
WITH_OWN_SHADOW = ("drive",)
"""Deeds in which the shadow goes with the product."""
IN_HAND: dict[str, Callable[[Deed], None]] = {
    "glint": shows.glint,
    "light_up": shows.light_up,
    "open": shows.shine_out,
    "spray": shows.spray,
}
"""What they are in a hand; the others only glint there."""
