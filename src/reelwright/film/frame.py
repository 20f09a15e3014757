"""A frame: a still of a shot."""

from enum import StrEnum

from reelwright.film.asset import Asset
from reelwright.film.base import Noun


class FrameRole(StrEnum):
    """What a still is for."""

    HERO = "hero"
    START = "start"
    END = "end"
    PANEL = "panel"


class Frame(Noun):
    """A still, chosen among variations."""

    id: str
    film_id: str
    shot_id: str
    role: FrameRole
    variation: int = 1
    asset: Asset
    call_key: str = ""
    seed: int = 0
    selected: bool = True
    notes: tuple[str, ...] = ()
    """Fallbacks and other facts that a person should see."""
