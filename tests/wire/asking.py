"""A small writing task to ask models for."""

from pydantic import Field

from reelwright.film.base import Noun
from reelwright.ports import TextRequest


class Inputs(Noun):
    """What the task is about."""

    thing: str = "mug"


class Answer(Noun):
    """What is asked for."""

    name: str = Field(min_length=1, max_length=40)
    lines: tuple[str, ...] = Field(min_length=1, max_length=4)
    note: str = ""


GOOD = '{"name": "Dawn", "lines": ["Good morning.", "Stay."], "note": ""}'


def request(prompt: str = "Name a film about a mug.", seed: int = 7) -> TextRequest[Answer]:
    """The task."""
    return TextRequest("name_film", Inputs(), prompt, Answer, seed, 60)
