"""Who writes: a film's language models in the order they are asked, and others for single stages of the writing."""

import re
from collections.abc import Mapping

from pydantic import Field

from reelwright.film.base import Noun

TASKS: Mapping[str, tuple[str, ...]] = {
    "template": ("choose_template",),
    "story": ("write_story", "write_film"),
    "shots": ("break_into_shots",),
    "pictures": ("specify_picture",),
    "storyboard": ("break_storyboard",),
    "camera": ("enhance_prompt", "write_motion"),
    "critic": ("judge_prompt",),
    "suggestions": ("suggest_changes",),
    "scenario": ("write_scenario",),
    "publishing": ("suggest_publishing",),
}
"""The writing tasks of each stage that can have writers of its own."""
STAGES = ("template", "story", "shots", "pictures")
"""Those in which a film is written, in order."""
_MODEL = re.compile(r"[a-z0-9][a-z0-9._-]*(:\S+)?")
_FORM = "write `provider:model`, several with commas for stand-ins, `stage=provider:model` for one stage"


def stage_of(task: str) -> str:
    """The stage that a writing task belongs to, as people name it; empty for one that has none."""
    return next((stage for stage, tasks in TASKS.items() if task in tasks), "")


class Writers(Noun):
    """The models that write, as ``provider:model``."""

    names: tuple[str, ...] = Field(default=("builtin",), min_length=1)
    """The first is asked; each next one stands in when those before it are down."""
    by_stage: dict[str, tuple[str, ...]] = Field(default_factory=dict[str, tuple[str, ...]])
    """Other writers for a stage: the keys of ``TASKS``."""

    def of(self, task: str) -> tuple[str, ...]:
        """Who is asked for a writing task, in this order."""
        return self.by_stage.get(stage_of(task), self.names)

    @property
    def all(self) -> tuple[str, ...]:
        """Every model once."""
        return tuple(dict.fromkeys([*self.names, *(name for names in self.by_stage.values() for name in names)]))


def writers_of(text: str) -> Writers:
    """Reads ``openrouter:a,anthropic:b; story=openai:c``: a list, and other lists for single stages.

    Raises:
        ValueError: If it is not written so; names what is allowed.
    """
    names: tuple[str, ...] = ("builtin",)
    by_stage: dict[str, tuple[str, ...]] = {}
    for part in re.split(r"[;\s]+", re.sub(r"\s*([,=])\s*", r"\1", text.strip()).strip("; ")):
        stage, equals, listed = part.rpartition("=")
        models = tuple(listed.split(","))
        wrong = next((model for model in models if not _MODEL.fullmatch(model)), None)
        if wrong is not None:
            raise ValueError(f"{wrong!r} is no model; {_FORM}, or `builtin` for the writer that needs no key")
        if not equals:
            names = models
        elif stage in TASKS:
            by_stage[stage] = models
        else:
            raise ValueError(f"{stage!r} is no stage of the writing; allowed are {', '.join(TASKS)}")
    return Writers(names=names, by_stage=by_stage)
