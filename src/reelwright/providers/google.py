"""Google's Gemini models, by generateContent.

Source: google-genai 3.4.0 (Python), read 2026-11-21.
"""

import re
from typing import Any, cast

from reelwright.errors import Busy, ProviderError, RateLimited, Unauthorised
from reelwright.providers.language import Answer, Asked, Json, LanguageProvider, counted, failure_of
from reelwright.providers.language.chat import too_long
from reelwright.providers.language.form import in_words, strict_schema

_WHOLE = ("STOP", "FINISH_REASON_UNSPECIFIED", "")
_CUT = "MAX_TOKENS"
_BROKEN = ("MALFORMED_RESPONSE", "OTHER")
"""Ends that say nothing of the content; all others that we do not know refuse it."""
_SECONDS = re.compile(r"(\d+(?:\.\d+)?)s")


class GoogleWire:
    """Gemini's generateContent."""

    def request(self, asked: Asked) -> tuple[str, Json, dict[str, str]]:
        """Path, body and headers."""
        config: Json = {"maxOutputTokens": asked.most_tokens}
        prompt = asked.prompt
        if asked.form == "prompt":
            prompt = in_words(prompt, asked.schema)
        else:
            form = {"responseMimeType": "application/json", "responseJsonSchema": strict_schema(asked.schema)}
            config |= form
        if asked.effort:
            config["thinkingConfig"] = {"thinkingLevel": asked.effort.upper()}
        body = {"contents": [{"role": "user", "parts": [{"text": prompt}]}], "generationConfig": config}
        return f"/models/{asked.model}:generateContent", body, {}

    def answer(self, body: Json) -> Answer:
        """Reads the first candidate, without its thoughts; a blocked prompt has none."""
        usage = counted(body.get("usageMetadata"), "promptTokenCount", "candidatesTokenCount", "thoughtsTokenCount")
        blocked = _part(body.get("promptFeedback")).get("blockReason")
        if blocked:
            return Answer("", usage, refused=f"the prompt was blocked: {blocked}")
        candidates: object = body.get("candidates")
        first = _part(cast(list[Any], candidates)[0]) if isinstance(candidates, list) and candidates else {}
        text, reason = _text(first), str(first.get("finishReason") or "")
        if reason == _CUT:
            return Answer(text, usage, unfinished="it was cut off before its end: write shorter")
        if reason in _BROKEN:
            return Answer(text, usage, unfinished=f"it came broken ({reason})")
        if reason not in _WHOLE:
            return Answer(text, usage, refused=f"the answer was stopped: {reason}")
        return Answer(text, usage, unfinished="" if first else "the answer is empty")

    def judge(self, status: int, body: Json) -> ProviderError | None:
        """A wrong key is a 400, and a limit says in its body when to come back."""
        error = failure_of(body)
        message = str(error.get("message", ""))
        said = f"google answered {status}: {message}"
        details = [_part(one) for one in cast(list[Any], error.get("details") or [])]
        if any(one.get("reason") == "API_KEY_INVALID" for one in details) or "API key not valid" in message:
            return Unauthorised(said, hint="Check GEMINI_API_KEY in your environment or config.toml.")
        if status == 429:
            waits = [match for one in details if (match := _SECONDS.fullmatch(str(one.get("retryDelay", ""))))]
            return RateLimited(said, retry_after_s=float(waits[0][1])) if waits else RateLimited(said)
        if status == 503 and error:
            return Busy(said)
        return too_long(said) if status == 400 and "token count" in message and "exceeds" in message else None


def _part(value: object) -> Json:
    return cast(Json, value) if isinstance(value, dict) else {}


def _text(candidate: Json) -> str:
    parts = [_part(one) for one in cast(list[Any], _part(candidate.get("content")).get("parts") or [])]
    return "".join(str(one.get("text") or "") for one in parts if not one.get("thought"))


def provider() -> LanguageProvider:
    """What the entry point returns."""
    return LanguageProvider(
        "google",
        GoogleWire(),
        "https://generativelanguage.googleapis.com/v1",
        "GEMINI_API_KEY",
        "gemini-3.5-flash-lite",
        key_header="x-goog-api-key",
    )
