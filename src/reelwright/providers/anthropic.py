"""Anthropic's language models, by its messages.

Source: anthropic 2.11.0 (Python), read 2026-11-21.
"""

from typing import Any, cast

from reelwright.errors import Busy, PaymentRequired, ProviderError
from reelwright.providers.language import Answer, Asked, Json, LanguageProvider, counted, failure_of
from reelwright.providers.language.chat import too_long
from reelwright.providers.language.form import in_words, strict_schema

_VERSION = "2026-10-21"
_CUT = {
    "max_tokens": "it was cut off before its end: write shorter",
    "model_context_window_exceeded": "it was cut off, since prompt and answer do not fit together: write shorter",
    "pause_turn": "it stopped before its end",
}


class AnthropicWire:
    """Anthropic's messages. It takes no seed and no temperature."""

    def request(self, asked: Asked) -> tuple[str, Json, dict[str, str]]:
        """Path, body and headers."""
        body: Json = {"model": asked.model, "max_tokens": asked.most_tokens}
        prompt, config = asked.prompt, dict[str, Any]()
        if asked.form == "prompt":
            prompt = in_words(prompt, asked.schema)
        else:
            config["format"] = {"type": "json_schema", "schema": strict_schema(asked.schema)}
        if asked.effort:
            config["effort"] = asked.effort
        if config:
            body["output_config"] = config
        body["messages"] = [{"role": "user", "content": prompt}]
        return "/messages", body, {"anthropic-version": _VERSION}

    def answer(self, body: Json) -> Answer:
        """Reads a message: its blocks of text, why it stopped, and what it took."""
        usage = counted(body.get("usage"), "input_tokens", "output_tokens")
        blocks: object = body.get("content")
        parts = [cast(Json, one) for one in cast(list[Any], blocks) if isinstance(one, dict)] if blocks else []
        text = "".join(str(one.get("text") or "") for one in parts if one.get("type") == "text")
        reason = str(body.get("stop_reason") or "")
        if reason == "refusal":
            return Answer(text, usage, refused=_refusal(body.get("stop_details")))
        return Answer(text, usage, unfinished=_CUT.get(reason, ""))

    def judge(self, status: int, body: Json) -> ProviderError | None:
        """Overload is a status of its own, and an empty account is told in words."""
        error = failure_of(body)
        message = str(error.get("message", ""))
        said = f"anthropic answered {status}: {message}"
        if error.get("type") == "overloaded_error":
            return Busy(said)
        if error.get("type") == "billing_error" or (status == 400 and "credit balance" in message):
            return PaymentRequired(said, hint="Add credit to your account at Anthropic.")
        return too_long(said) if status == 400 and "prompt is too long" in message else None


def _refusal(details: object) -> str:
    """Why it was refused: the category, and what is said of it."""
    found = cast(Json, details) if isinstance(details, dict) else {}
    told = [str(found[name]) for name in ("category", "explanation") if found.get(name)]
    return ": ".join(told) or "no reason given"


def provider() -> LanguageProvider:
    """What the entry point returns."""
    return LanguageProvider(
        "anthropic", AnthropicWire(), "https://api.anthropic.com/v1", "ANTHROPIC_API_KEY", "claude-haiku-5-5"
    )
