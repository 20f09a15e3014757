"""OpenAI's language models, by chat completions.

Source: openai 3.52.0 (Python), read 2026-11-21.
"""

from reelwright.errors import Busy, PaymentRequired, ProviderError
from reelwright.providers.http import refused_for_content
from reelwright.providers.language import Answer, Asked, Json, LanguageProvider, failure_of
from reelwright.providers.language.chat import PATH, chat_answer, chat_body, effort_asked, too_long

_REFUSED = ("content_policy_violation", "content_filter", "invalid_prompt", "safety_violation")


class OpenAIWire:
    """OpenAI's chat completions. Nothing is stored there beyond what its terms say."""

    def request(self, asked: Asked) -> tuple[str, Json, dict[str, str]]:
        """Path, body and headers."""
        return PATH, chat_body(asked) | effort_asked(asked) | {"seed": asked.seed, "store": False}, {}

    def answer(self, body: Json) -> Answer:
        """Reads a chat completion."""
        return chat_answer(body)

    def judge(self, status: int, body: Json) -> ProviderError | None:
        """No credit is a 429 of its own kind; a refusal is a 400."""
        error = failure_of(body)
        said = f"openai answered {status}: {error.get('message', '')}"
        codes = (error.get("code"), error.get("type"))
        if status == 429 and "insufficient_quota" in codes:
            return PaymentRequired(said, hint="Add credit to your account at OpenAI.")
        if status == 400 and any(code in _REFUSED for code in codes):
            return refused_for_content("openai", str(error.get("message")))
        if "context_length_exceeded" in codes:
            return too_long(said)
        return Busy(said) if status == 503 and error else None


def provider() -> LanguageProvider:
    """What the entry point returns."""
    return LanguageProvider("openai", OpenAIWire(), "https://api.openai.com/v1", "OPENAI_API_KEY", "gpt-6-luna")
