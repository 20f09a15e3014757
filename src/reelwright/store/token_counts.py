"""What language models have counted: for each stored answer its task, what it was asked with, and its tokens."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from reelwright.film.call import CallState
from reelwright.store import schema
from reelwright.store.database import Database


@dataclass(frozen=True)
class TokenCount:
    """One answer that could be used."""

    task: str
    prompt_characters: int
    answer_tokens: int
    """What it was expected to take."""
    input_tokens: float
    output_tokens: float


def token_counts(database: Database, provider: str, model: str, *, newest: int = 100) -> tuple[TokenCount, ...]:
    """The newest answers of a model whose tokens were counted, useless ones left out."""
    calls = schema.calls
    wanted = (
        select(calls.c.request, calls.c.reply, calls.c.units)
        .where(calls.c.provider == provider, calls.c.model == model, calls.c.modality == "text")
        .where(calls.c.state == CallState.STORED.value, calls.c.units.is_not(None))
        .order_by(calls.c.updated_at.desc())
        .limit(newest)
    )
    with database.read() as connection:
        rows = connection.execute(wanted).all()
    counts = (_count(json.loads(row.request), json.loads(row.reply), json.loads(row.units)) for row in rows)
    return tuple(count for count in counts if count is not None)


def _count(request: dict[str, Any], reply: dict[str, Any], units: dict[str, float]) -> TokenCount | None:
    if "output" not in reply.get("body", {}) or not {"input_tokens", "output_tokens"} <= units.keys():
        return None
    if not {"task", "prompt", "answer_tokens"} <= request.keys():
        return None
    return TokenCount(
        task=str(request["task"]),
        prompt_characters=len(str(request["prompt"])),
        answer_tokens=int(request["answer_tokens"]),
        input_tokens=units["input_tokens"],
        output_tokens=units["output_tokens"],
    )
