"""The wire that OpenAI began and most servers speak: chat completions."""

from typing import cast

from reelwright.errors import InvalidRequest
from reelwright.film.money import Usage
from reelwright.providers.language.form import in_words, strict_schema
from reelwright.providers.language.vendor import Answer, Asked, Json, counted, reported

PATH = "/chat/completions"
_CUT = {
    "length": "it was cut off before its end: write shorter",
    "error": "its host broke off",
}


def chat_body(asked: Asked, *, bound: str = "max_completion_tokens", has_grammar: bool = False) -> Json:
    """The body that all servers of this wire take.

    Args:
        asked: What is asked.
        bound: The name of the field that bounds the answer.
        has_grammar: Whether the form is enforced by a grammar, which can bound texts and lists too.
    """
    body: Json = {"model": asked.model, bound: asked.most_tokens}
    if asked.form == "prompt":
        return body | {"messages": [{"role": "user", "content": in_words(asked.prompt, asked.schema)}]}
    form = {"name": asked.task[:64], "strict": True, "schema": strict_schema(asked.schema, bounded=has_grammar)}
    return body | {
        "messages": [{"role": "user", "content": asked.prompt}],
        "response_format": {"type": "json_schema", "json_schema": form},
    }


def effort_asked(asked: Asked) -> Json:
    """The field that says how much a model shall think, where something is to be said of it."""
    return {"reasoning_effort": asked.effort} if asked.effort else {}


def chat_answer(body: Json) -> Answer:
    """Reads a chat completion: its text, why it ended, and what it took."""
    usage = _usage(body.get("usage"))
    choice = _first_choice(body)
    message = choice.get("message")
    said = cast(Json, message) if isinstance(message, dict) else {}
    text = _text(said.get("content"))
    ended = str(choice.get("finish_reason") or "")
    if said.get("refusal"):
        return Answer(text, usage, refused=str(said["refusal"]))
    if ended == "content_filter":
        return Answer(text, usage, refused="its filter stopped the answer")
    return Answer(text, usage, unfinished=_CUT.get(ended, "") if choice else "the answer is empty")


def too_long(message: str) -> InvalidRequest:
    """A prompt that does not fit."""
    hint = "Choose a model with more context (`--text-model`), or ask for a shorter film."
    return InvalidRequest(message, hint=hint)


def _first_choice(body: Json) -> Json:
    choices = body.get("choices")
    first: object = cast(list[object], choices)[0] if isinstance(choices, list) and choices else None
    return cast(Json, first) if isinstance(first, dict) else {}


def _text(content: object) -> str:
    """The text of a message, whole or in parts."""
    if isinstance(content, list):
        parts = [cast(Json, part) for part in cast(list[object], content) if isinstance(part, dict)]
        return "".join(str(part.get("text") or "") for part in parts)
    return content if isinstance(content, str) else ""


def _usage(given: object) -> Usage:
    usage = counted(given, "prompt_tokens", "completion_tokens")
    if not isinstance(given, dict):
        return usage
    found = cast(Json, given)
    cost = found.get("cost")
    if found.get("is_byok") and isinstance(cost, int | float):
        details = found.get("cost_details")
        upstream = cast(Json, details).get("upstream_inference_cost") if isinstance(details, dict) else None
        cost = cost + upstream if isinstance(upstream, int | float) else cost
    return reported(usage, cost)
