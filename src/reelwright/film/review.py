"""A person's verdict on a take or a frame."""

from typing import Literal

from reelwright.film.base import Noun


class Review(Noun):
    """What a person decided, and why."""

    verdict: Literal["selected", "accepted", "rejected"]
    of: str
    """Id of the frame or take."""
    note: str = ""
    reviewer: str = ""
