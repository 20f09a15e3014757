"""A person's own story templates as files: what is wrong with one, and what films it would shape."""

from pydantic import Field

from reelwright.film.base import Noun
from reelwright.film.story import StoryTemplate
from reelwright.film.writing import PlannedShot


class TemplateFault(Noun):
    """One thing that is wrong with a story template's file."""

    field: str
    """Dotted: ``beats.0.share``; empty when the file as a whole is wrong."""
    value: str = Field(default="", max_length=120)
    """What stands there, as a person would write it; empty where nothing does."""
    message: str
    allowed: str = ""
    """What may stand there, in words."""

    def __str__(self) -> str:
        where = f"field {self.field!r}: " if self.field else ""
        value = f"{self.value} " if self.value else ""
        allowed = f"; allowed: {self.allowed}" if self.allowed else ""
        return f"{where}{value}{self.message}{allowed}"


class TemplateFile(Noun):
    """A file in the folder of a person's own story templates, read."""

    path: str
    slug: str
    """As the file says; its name where it says none."""
    template: StoryTemplate | None = None
    """None when something is wrong."""
    faults: tuple[TemplateFault, ...] = ()
    replaces_ours: bool = False
    """Whether a story template that ships has the same slug; this one is then used instead."""


class TemplatePreview(Noun):
    """A story template with the shots that it makes of a film of some length."""

    template: StoryTemplate
    path: str | None
    """The person's own file; None for one that ships."""
    duration_s: float
    plan: tuple[PlannedShot, ...]
