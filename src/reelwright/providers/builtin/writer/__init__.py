"""The built-in writer: rule-based and transparent, behind the same port as any language model."""

from typing import cast

from pydantic import BaseModel

from reelwright.errors import InvalidRequest
from reelwright.film.crafting import EnhancePromptInputs, JudgePromptInputs, SuggestChangesInputs, WriteMotionInputs
from reelwright.film.publishing import SuggestPublishingInputs
from reelwright.film.scenario import WriteScenarioInputs
from reelwright.film.writing import (
    BreakIntoShotsInputs,
    BreakStoryboardInputs,
    ChooseTemplateInputs,
    SpecifyPictureInputs,
    WriteFilmInputs,
    WriteStoryInputs,
)
from reelwright.ports import ModelCard, Output, TextReply, TextRequest, Tools
from reelwright.providers.builtin.cards import WRITER
from reelwright.providers.builtin.writer.adviser import advise
from reelwright.providers.builtin.writer.analyse import analyse
from reelwright.providers.builtin.writer.at_once import write_at_once
from reelwright.providers.builtin.writer.board import draft_board
from reelwright.providers.builtin.writer.cinematographer import shoot
from reelwright.providers.builtin.writer.critic import judge
from reelwright.providers.builtin.writer.movement import move
from reelwright.providers.builtin.writer.pictures import draft_picture
from reelwright.providers.builtin.writer.publishing import draft_publishing
from reelwright.providers.builtin.writer.scene_list import draft_scenario
from reelwright.providers.builtin.writer.shots import draft_shots
from reelwright.providers.builtin.writer.story import tell
from reelwright.providers.builtin.writer.weigh import choose


class Writer:
    """Writes the four stages and storyboards from typed inputs; the same inputs and seed give the same words."""

    card: ModelCard

    def __init__(self, card: ModelCard = WRITER, tools: Tools | None = None) -> None:
        self.card = card

    async def write(self, request: TextRequest[Output]) -> TextReply[Output]:
        """The task's typed output.

        Raises:
            InvalidRequest: If the inputs belong to no task the writer knows.
        """
        notes = _notes(request.inputs.prompt) if isinstance(request.inputs, _READ) else ()
        return TextReply(cast(Output, _written(request.inputs, request.seed)), notes=notes)


_READ = (WriteStoryInputs, WriteScenarioInputs)
"""Tasks in which what a brief says is read for the first time."""


def _notes(prompt: str) -> tuple[str, ...]:
    """What a person should know of a brief that the writer could not read as English."""
    reading = analyse(prompt)
    if reading.language == "en":
        return ()
    is_known = reading.kind != "generic" or bool(reading.brand)
    if not reading.language:
        return () if is_known else ("the brief holds no words; say what the film is about for a film of its own",)
    about = f"read as about {reading.name}" if is_known else "and nothing in it was understood; say it in English"
    return (f"the writer writes English only; the brief seems to be in another language ({reading.language}), {about}",)


def _written(inputs: BaseModel, seed: int) -> BaseModel:
    if isinstance(inputs, ChooseTemplateInputs):
        return choose(inputs)
    if isinstance(inputs, WriteStoryInputs):
        return tell(inputs, seed)
    if isinstance(inputs, BreakIntoShotsInputs):
        return draft_shots(inputs, seed)
    if isinstance(inputs, SpecifyPictureInputs):
        return draft_picture(inputs)
    if isinstance(inputs, WriteFilmInputs):
        return write_at_once(inputs, seed)
    if isinstance(inputs, WriteScenarioInputs):
        return draft_scenario(inputs, seed)
    if isinstance(inputs, SuggestPublishingInputs):
        return draft_publishing(inputs)
    return _crafted(inputs, seed)


def _crafted(inputs: BaseModel, seed: int) -> BaseModel:
    """The tasks of prompt craft, and storyboards."""
    if isinstance(inputs, BreakStoryboardInputs):
        return draft_board(inputs, seed)
    if isinstance(inputs, EnhancePromptInputs):
        return shoot(inputs, seed)
    if isinstance(inputs, JudgePromptInputs):
        return judge(inputs)
    if isinstance(inputs, WriteMotionInputs):
        return move(inputs)
    if isinstance(inputs, SuggestChangesInputs):
        return advise(inputs)
    raise InvalidRequest(f"the built-in writer does not know the inputs {type(inputs).__name__!r}")
