"""OpenRouter: most hosted language models behind one key, with the real cost of every answer.

Source: openrouter 1.3.84 (Python) and the pages on errors and on zero completion insurance, read 2026-11-21.
"""

from collections.abc import Mapping
from typing import Any, cast

from reelwright.errors import (
    Busy,
    InvalidRequest,
    Missing,
    PaymentRequired,
    ProviderError,
    RateLimited,
    TimedOut,
    Unauthorised,
)
from reelwright.providers.http import refused_for_content
from reelwright.providers.language import Answer, Asked, Json, LanguageProvider, failure_of
from reelwright.providers.language.chat import PATH, chat_answer, chat_body, too_long

_TOO_LONG = ("context_length_exceeded", "max_tokens_exceeded", "token_limit_exceeded", "string_too_long")
_REFUSED = ("content_policy_violation", "refusal")
_KINDS: Mapping[str, type[ProviderError]] = {
    "authentication": Unauthorised,
    "permission_denied": Unauthorised,
    "payment_required": PaymentRequired,
    "rate_limit_exceeded": RateLimited,
    "provider_overloaded": Busy,
    "provider_unavailable": Busy,
    "invalid_request": InvalidRequest,
    "invalid_prompt": InvalidRequest,
    "not_found": Missing,
    "precondition_failed": InvalidRequest,
    "payload_too_large": InvalidRequest,
    "unprocessable": InvalidRequest,
    "timeout": TimedOut,
}
_BY_STATUS: Mapping[int, type[ProviderError]] = {
    400: InvalidRequest,
    401: Unauthorised,
    402: PaymentRequired,
    403: Unauthorised,
    404: Missing,
    408: TimedOut,
    413: InvalidRequest,
    422: InvalidRequest,
    429: RateLimited,
    503: Busy,
    529: Busy,
}
_HINTS: Mapping[type[ProviderError], str] = {
    Unauthorised: "Check OPENROUTER_API_KEY in your environment or config.toml, and what the key may use.",
    PaymentRequired: "Add credit to your account at OpenRouter.",
    Missing: "`reelwright models` lists models that are known; a retired one names what replaces it.",
    InvalidRequest: "Nothing was charged. See what it says of the request, and change that.",
}


class OpenRouterWire:
    """OpenRouter's chat completions: only hosts that keep to the form, and that do not keep what they read."""

    def request(self, asked: Asked) -> tuple[str, Json, dict[str, str]]:
        """Path, body and headers. Hosts of models that are free of charge live on what they read."""
        routing: Json = {} if asked.model.endswith(":free") else {"data_collection": "deny"}
        if asked.form == "json_schema":
            routing["require_parameters"] = True
        thought: Json = {"reasoning": {"effort": asked.effort}} if asked.effort else {}
        return PATH, chat_body(asked, bound="max_tokens") | thought | {"provider": routing}, {}

    def answer(self, body: Json) -> Answer:
        """Reads a chat completion, in which a failure may hide.

        Raises:
            ProviderError: A failure after the model has begun, for which OpenRouter charges nothing.
        """
        answer = chat_answer(body)
        problem = _hidden(body)
        if problem is None:
            return answer
        if answer.usage.cost_usd == 0:
            raise _failure(200, problem)
        return Answer(answer.text, answer.usage, unfinished=f"its host broke off: {problem.get('message', '')}")

    def judge(self, status: int, body: Json) -> ProviderError | None:
        """By ``error_type`` where there is one; a server's own failure may have been charged and is left in doubt."""
        error = failure_of(body)
        if status < 400 or not error:
            return None
        kind = _metadata(error).get("error_type")
        if status >= 500 and status not in _BY_STATUS and kind not in ("provider_overloaded", "provider_unavailable"):
            return None
        return _failure(status, error)


def _hidden(body: Json) -> Json | None:
    """The failure that a successful reply holds, at its top or in its choice."""
    if body.get("error"):
        return failure_of(body)
    choices: object = body.get("choices")
    for choice in cast(list[Any], choices) if isinstance(choices, list) else ():
        if isinstance(choice, dict) and (choice.get("error") or choice.get("finish_reason") == "error"):  # pyright: ignore[reportUnknownMemberType]
            return failure_of(cast(Json, choice)) or {"message": "no reason given"}
    return None


def _failure(status: int, error: Json) -> ProviderError:
    """What an error means: its type first, then its code."""
    facts, message = _metadata(error), str(error.get("message", ""))
    kind = str(facts.get("error_type") or "")
    code, has_begun = error.get("code"), status == 200
    status = code if isinstance(code, int) and has_begun else status
    said = f"openrouter answered {status}: {message}" + _upstream(facts)
    if kind in _REFUSED or facts.get("reasons") or facts.get("flagged_input"):
        return refused_for_content("openrouter", message)
    if kind in _TOO_LONG:
        return too_long(said)
    if facts.get("limit_source") == "openrouter_in_flight_budget":
        return RateLimited(said)
    if "not a valid model" in message:
        return Missing(said, hint=_HINTS[Missing])
    found = _KINDS.get(kind) or _BY_STATUS.get(status, Busy)
    if found is TimedOut and has_begun:
        found = Busy
    return found(said, hint=_HINTS.get(found, ""))


def _metadata(error: Json) -> Json:
    facts = error.get("metadata")
    return cast(Json, facts) if isinstance(facts, dict) else {}


def _upstream(facts: Json) -> str:
    """What the host behind OpenRouter said."""
    host, raw = facts.get("provider_name"), facts.get("raw")
    return f" ({host}: {str(raw)[:200]})" if host and raw else ""


def provider() -> LanguageProvider:
    """What the entry point returns."""
    return LanguageProvider(
        "openrouter",
        OpenRouterWire(),
        "https://openrouter.ai/api/v1",
        "OPENROUTER_API_KEY",
        "anthropic/claude-haiku-5.5",
        free_suffix=":free",
    )
