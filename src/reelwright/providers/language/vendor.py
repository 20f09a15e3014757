"""What differs from vendor to vendor: the body that is sent, the answer that comes back, the words of an error."""

import math
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, Protocol, cast

from reelwright.errors import InvalidRequest, Missing, ProviderError
from reelwright.film.money import CostSource, Usage

Json = dict[str, Any]
AnswerForm = Literal["json_schema", "prompt"]
"""How a model is told the form of its answer: enforced by its host, or asked for in words."""


@dataclass(frozen=True)
class Asked:
    """What a model is asked."""

    model: str
    task: str
    """Names the form: letters, digits and underscores."""
    prompt: str
    form: AnswerForm
    schema: Json
    """The JSON schema of the answer, as pydantic writes it."""
    most_tokens: int
    """The answer's bound, with what a model thinks before it."""
    seed: int
    effort: str = ""
    """How much it shall think before it answers; empty says nothing of it."""


@dataclass(frozen=True)
class Answer:
    """What a model said, and what that took."""

    text: str
    usage: Usage = Usage()
    refused: str = ""
    """Why it was refused for its content; empty when it was not."""
    unfinished: str = ""
    """Why it is not whole; empty when it is."""


class Vendor(Protocol):
    """One vendor's wire."""

    def request(self, asked: Asked) -> tuple[str, Json, dict[str, str]]:
        """Path, body and headers."""
        ...

    def answer(self, body: Json) -> Answer:
        """Reads a successful reply.

        Raises:
            ProviderError: If it holds a failure that cost nothing.
        """
        ...

    def judge(self, status: int, body: Json) -> ProviderError | None:
        """The vendor's own reading of an error; None leaves it to the table of ``providers.http``."""
        ...


def counted(given: object, name_in: str, name_out: str, *more_out: str) -> Usage:
    """Tokens as a vendor counts them; nothing when it does not say.

    Args:
        given: The vendor's object.
        name_in: Its name for the prompt's tokens.
        name_out: Its name for the answer's tokens.
        more_out: Names of tokens that are charged like the answer's and counted apart.
    """
    if not isinstance(given, dict):
        return Usage()
    found = cast(Json, given)
    asked, said = _number(found.get(name_in)), _number(found.get(name_out))
    if asked is None and said is None:
        return Usage()
    units = {"output_tokens": (said or 0.0) + sum(_number(found.get(name)) or 0.0 for name in more_out)}
    if asked is not None:
        units["input_tokens"] = asked
    return Usage(units=units)


def reported(usage: Usage, cost: object) -> Usage:
    """The same with the vendor's own figure in US dollars, when it gives one."""
    amount = _number(cost)
    if amount is None:
        return usage
    return usage.model_copy(update={"cost_usd": Decimal(str(cost)), "source": CostSource.REPORTED})


def failure_of(body: Json) -> Json:
    """The error that a body holds, whatever its shape: an object, a text, or nothing."""
    error: object = body.get("error")
    if isinstance(error, dict):
        return cast(Json, error)
    return {"message": str(error)} if error else {}


def takes_no_effort(problem: ProviderError) -> bool:
    """Whether a request may have been turned down because the model cannot be told how much to think."""
    said = problem.message.lower()
    signs = ("effort", "reasoning", "thinking", "requested parameters")
    return isinstance(problem, InvalidRequest | Missing) and any(sign in said for sign in signs)


def takes_no_form(problem: ProviderError) -> bool:
    """Whether a request was turned down because the model cannot be held to a form; it can then be asked in words."""
    if not isinstance(problem, InvalidRequest | Missing):
        return False
    said = problem.message.lower()
    signs = ("response_format", "json_schema", "structured output", "output_config", "responsejsonschema", "json mode")
    return any(sign in said for sign in signs) or "requested parameters" in said


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value) or value < 0:
        return None
    return float(value)
