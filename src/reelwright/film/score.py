"""A measurement, or the stated reason why there is none."""

from reelwright.film.base import Noun


class Score(Noun):
    """A number with the name and version of what measured it."""

    dimension: str
    value: float
    scorer: str
    version: str


class ScoreFailure(Noun):
    """Why a dimension has no number."""

    dimension: str
    scorer: str
    version: str
    reason: str
