"""What the simulator is told to say, what it has seen, and what it has charged."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

Vendor = Literal["openrouter", "openai", "anthropic", "google", "local"]
Json = dict[str, Any]
_PIECES = re.compile(r"[A-Za-z]+|\d|[^\w\s]{1,3}|\n|[^\W\d_A-Za-z]")
_LETTERS_A_TOKEN = 7


@dataclass(frozen=True)
class Case:
    """What happens to one request. The default is an answer of ``text``, or of whoever writes the answers."""

    text: str | None = None
    """What the model says; None asks the simulator's writer."""
    end: Literal["whole", "cut", "refused", "filtered", "error", "empty", "silent"] = "whole"
    """How the answer ends; ``silent`` says nothing of what it took."""
    status: int = 200
    error: Any = None
    """The error's body, in the vendor's own shape; with status 200 it hides in the success."""
    is_charged: bool = False
    """Whether an error is told after the model has run."""
    in_choice: bool = False
    """Whether a hidden error stands in the choice instead of at the top."""
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    drop: Literal["", "before", "after", "cut", "html", "slow"] = ""
    """The connection ends before or after the model has run, in the middle of the reply; or the reply is no JSON."""
    cost_usd: Decimal | None = None
    """What is charged, where it is not tokens at the simulator's prices."""


@dataclass(frozen=True)
class Seen:
    """A request that came."""

    vendor: Vendor
    model: str
    prompt: str
    schema: Json | None
    body: Json
    headers: Mapping[str, str]


@dataclass(frozen=True)
class Charge:
    """Money that the simulator took."""

    vendor: Vendor
    model: str
    input_tokens: int
    output_tokens: int
    cost_usd: Decimal


def tokens_of(text: str) -> int:
    """Tokens: of our prompts and answers within about a tenth of what SmolLM2 counts."""
    return sum(math.ceil(len(piece) / _LETTERS_A_TOKEN) for piece in _PIECES.findall(text))
