"""A language model behind the port ``TextModel``: asks once, reads the answer, and keeps what a useless one cost."""

from dataclasses import dataclass, replace
from typing import Any

from reelwright.errors import InvalidRequest, Missing, ProviderError, Refused, ReplyUnreadable
from reelwright.ports import ModelCard, Output, TextReply, TextRequest
from reelwright.providers.http import HttpDoor
from reelwright.providers.language.reading import read_answer
from reelwright.providers.language.vendor import Answer, AnswerForm, Asked, Vendor, takes_no_effort, takes_no_form

_TIMES, _LEAST_TOKENS, _THOUGHT_TOKENS = 3, 400, 4000
_ASK_ANEW = "Change the prompt; asking again would not help."


@dataclass
class LanguageModel:
    """One model of one vendor.

    Args:
        card: What it is.
        door: Its vendor's API.
        vendor: Its vendor's wire.
        form: How it is told the form of its answers.
        thought_tokens: Room for what it thinks before it answers.
    """

    card: ModelCard
    door: HttpDoor
    vendor: Vendor
    form: AnswerForm = "json_schema"
    thought_tokens: int = _THOUGHT_TOKENS

    async def write(self, request: TextRequest[Output]) -> TextReply[Output]:
        """The task's typed output, or why a paid answer holds none.

        Raises:
            OutcomeUnknown: If it ended without an answer, and may have been charged.
            ProviderError: If it surely was not charged.
        """
        answer, notes = await self._answer_to(self._asked(request))
        answer = replace(answer, text=self.door.safe(answer.text) if answer.text else "")
        return replace(self._reply(answer, request), notes=(*self.card.notes, *notes))

    async def _answer_to(self, asked: Asked) -> tuple[Answer, tuple[str, ...]]:
        """The answer; what the model's host turns down costs nothing, and is left out of the next request."""
        notes: tuple[str, ...] = ()
        while True:
            try:
                return await self._answer(asked), notes
            except (InvalidRequest, Missing) as problem:
                if asked.effort and takes_no_effort(problem):
                    left_out = f"{self.card.name} cannot be told how much to think, so that was left to its host."
                    asked = replace(asked, effort="")
                elif asked.form != "prompt" and takes_no_form(problem):
                    left_out = f"{self.card.name} cannot be held to a form, so it was asked for it in words."
                    asked = replace(asked, form="prompt")
                else:
                    raise
            notes = (*notes, left_out)

    async def _answer(self, asked: Asked) -> Answer:
        path, body, headers = self.vendor.request(asked)
        return self.vendor.answer(await self.door.create(path, body, headers, takes_errors=True))

    def _reply(self, answer: Answer, request: TextRequest[Output]) -> TextReply[Output]:
        if answer.refused:
            said = f"{self.card.name} refused the content: {self.door.safe(answer.refused)[:300]}"
            return _useless(answer, Refused(said, hint=_ASK_ANEW))
        try:
            output = read_answer(answer.text, request.output_type, strictly=bool(answer.unfinished))
        except ReplyUnreadable as problem:
            wrong = ReplyUnreadable(self.door.safe(answer.unfinished)) if answer.unfinished else problem
            return _useless(answer, wrong)
        return TextReply(output, answer.usage)

    def _asked(self, request: TextRequest[Output]) -> Asked:
        bound = max(_TIMES * request.answer_tokens, _LEAST_TOKENS) + self.thought_tokens
        return Asked(
            model=self.card.model,
            task=request.task,
            prompt=request.prompt,
            form=self.form,
            schema=request.output_type.model_json_schema(),
            most_tokens=bound,
            seed=request.seed,
            effort=self.card.effort,
        )


def _useless(answer: Answer, error: ProviderError) -> TextReply[Any]:
    return TextReply(None, answer.usage, error=error, said=answer.text)
