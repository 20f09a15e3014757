"""The door to a provider's HTTP API: one request at a time, our errors, no retries, the key on one host only.

What matters for money is the difference between a request that surely was not accepted and one that may have been.
"""

import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from pathlib import Path
from typing import Any, cast

import httpx

from reelwright.errors import (
    Busy,
    InvalidRequest,
    Missing,
    OutcomeUnknown,
    PaymentRequired,
    ProviderError,
    RateLimited,
    Refused,
    ReplyUnreadable,
    TimedOut,
    Unauthorised,
)

Json = dict[str, Any]
Judge = Callable[[int, Json], ProviderError | None]
"""A vendor's own reading of an error's status and body; None leaves it to the table here."""
MAX_REPLY_BYTES = 64_000_000
MAX_FILE_BYTES = 4_000_000_000
_MAX_TOLD = 300
_MAX_JUDGED = 500
_CONNECT_S = 10.0
_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)
"""What ends a request before its first byte has left."""


@dataclass(frozen=True)
class HttpDoor:
    """One provider's API.

    Args:
        provider: Its name, for messages.
        base_url: Where the API is; the key goes nowhere else.
        key: Sent as a bearer token, and never shown.
        timeout_s: How long to wait for the reply to one request.
        judge: The vendor's own reading of errors.
    """

    provider: str
    base_url: str
    key: str = field(repr=False)
    timeout_s: float = 60.0
    judge: Judge = lambda status, body: None
    key_header: str = "Authorization"
    """The header that carries the key; a bearer token, unless it is another one. Without a key none is sent."""
    key_name: str = ""
    """The variable that the key is set by, for hints."""

    async def create(
        self, path: str, body: Json, headers: Mapping[str, str] | None = None, *, takes_errors: bool = False
    ) -> Json:
        """Posts what may cost money, once.

        Args:
            path: Below the base address.
            body: Sent as JSON.
            headers: More headers.
            takes_errors: Returns a successful reply that holds an error as well: it may also hold what that cost.

        Raises:
            OutcomeUnknown: If it ended without an answer that tells whether it was accepted.
            ProviderError: If it surely was not accepted.
        """
        try:
            response = await self._request("POST", path, json=body, headers=headers)
        except _NOT_SENT as problem:
            raise self._unreachable(problem) from problem
        except httpx.HTTPError as problem:
            raise OutcomeUnknown(f"{self.provider} gave no answer: {self.safe(problem)}") from problem
        answer = _body(response)
        refused = self._refused(response, answer)
        if response.status_code >= 500 and not isinstance(refused, RateLimited | Busy):
            raise OutcomeUnknown(f"{self.provider} answered {response.status_code} and may have accepted the call")
        if refused is not None:
            raise refused
        if answer is None or ("error" in answer and not takes_errors):
            raise OutcomeUnknown(f"{self.provider} answered {response.status_code} with what cannot be read")
        return answer

    async def read(self, path: str, query: Mapping[str, str] | None = None, *, method: str = "GET") -> Json:
        """Asks what costs nothing and may be asked again.

        Raises:
            ProviderError: ``Busy``, ``TimedOut`` and ``ReplyUnreadable`` may pass.
        """
        try:
            response = await self._request(method, path, params=query)
        except httpx.TimeoutException as problem:
            raise TimedOut(f"{self.provider} gave no answer in {self.timeout_s:g} s") from problem
        except httpx.HTTPError as problem:
            raise self._unreachable(problem) from problem
        answer = _body(response)
        refused = self._refused(response, answer)
        if refused is not None:
            raise refused
        if response.status_code >= 500:
            raise Busy(f"{self.provider} answered {response.status_code}")
        if answer is None or ("error" in answer and len(answer) == 1):
            raise ReplyUnreadable(f"{self.provider} answered {response.status_code} with what cannot be read")
        return answer

    async def download(self, url: str, target: Path, media_types: tuple[str, ...]) -> str:
        """Fetches an output, whole, without the key; its media type.

        Raises:
            Missing: If it is no longer there.
            ReplyUnreadable: If it came incomplete or is something else than asked for.
            ProviderError: ``Busy`` and ``TimedOut`` may pass.
        """
        try:
            async with self._client() as client, client.stream("GET", url, follow_redirects=True) as response:
                if response.status_code in (403, 404, 410):
                    raise Missing(f"{self.provider} no longer has the file ({response.status_code})")
                if response.status_code >= 400:
                    raise Busy(f"{self.provider} answered {response.status_code} for the file", **_wait(response))
                with target.open("wb") as file:
                    size = 0
                    async for piece in response.aiter_bytes(1 << 20):
                        size += file.write(piece)
                        if size > MAX_FILE_BYTES:
                            raise ReplyUnreadable(f"{self.provider} sent more than {MAX_FILE_BYTES / 1e9:g} GB")
        except httpx.TimeoutException as problem:
            raise TimedOut(f"the file from {self.provider} stopped coming") from problem
        except httpx.HTTPError as problem:
            raise ReplyUnreadable(f"the file from {self.provider} came incomplete: {self.safe(problem)}") from problem
        found = sniffed(target)
        if found not in media_types:
            raise ReplyUnreadable(
                f"{self.provider} sent {found or 'something unknown'}, not {' or '.join(media_types)}"
            )
        return found

    async def _request(self, method: str, path: str, **options: Any) -> httpx.Response:
        more: Mapping[str, str] = options.pop("headers", None) or {}
        headers = {**self._key_headers(), **more}
        async with self._client() as client:
            return await client.request(method, self.base_url.rstrip("/") + path, headers=headers, **options)

    def _key_headers(self) -> dict[str, str]:
        if not self.key:
            return {}
        return {self.key_header: f"Bearer {self.key}" if self.key_header == "Authorization" else self.key}

    def _client(self) -> httpx.AsyncClient:
        """A client for one request: steps run in more than one event loop, and a client belongs to one."""
        timeout = httpx.Timeout(self.timeout_s, connect=min(self.timeout_s, _CONNECT_S))
        return httpx.AsyncClient(timeout=timeout, verify=_trust(), trust_env=False)

    def _unreachable(self, problem: Exception) -> Busy:
        hint = f"Check the connection and REELWRIGHT_{self.provider.upper()}_BASE_URL."
        return Busy(f"{self.provider} cannot be reached: {self.safe(problem)}", hint=hint)

    def _refused(self, response: httpx.Response, body: Json | None) -> ProviderError | None:
        """What an answer that is no success means; None for a success, and for a 5xx that says nothing."""
        status = response.status_code
        judged = self.judge(status, body or {})
        if judged is not None:
            wait = _wait(response) if judged.retryable else {}
            details = cast(dict[str, Any], wait | judged.details)
            return type(judged)(self.safe(judged.message)[:_MAX_JUDGED], hint=judged.hint, **details)
        said = f"{self.provider} answered {status}{self._told(body)}"
        if status == 401:
            return Unauthorised(said, hint=self._key_hint())
        if status == 402:
            return PaymentRequired(said, hint=f"Add credit to your account at {self.provider}.")
        if status == 403:
            return Unauthorised(said, hint="The key may not use this model.")
        if status in (404, 410):
            return Missing(said, hint="The model or the job is no longer there.")
        if status == 408:
            return TimedOut(said)
        if status == 429:
            return RateLimited(said, **_wait(response))
        if 400 <= status < 500:
            return InvalidRequest(said, hint="Nothing was charged. See what it says of the field, and change that.")
        return None

    def _told(self, body: Json | None) -> str:
        error: Any = (body or {}).get("error") or (body or {}).get("detail") or ""
        text = error.get("message", "") if isinstance(error, dict) else str(error)  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
        shown = self.safe(str(text))[:_MAX_TOLD]  # pyright: ignore[reportUnknownArgumentType]
        return f": {shown}" if shown else ""

    def _key_hint(self) -> str:
        where = self.key_name or f"the key of {self.provider}"
        return f"Check {where} in your environment or config.toml."

    def safe(self, said: object) -> str:
        """A text without the key, whoever put it there."""
        text = str(said) or type(said).__name__
        return text.replace(self.key, "(key)") if self.key else text


def refused_for_content(provider: str, message: str) -> Refused:
    """The refusal that a provider words in its own way."""
    return Refused(f"{provider} refused the content: {message}", hint="Change the prompt; asking again would not help.")


def sniffed(path: Path) -> str:
    """The media type of a file by its first bytes; empty when it is none that we use."""
    with path.open("rb") as file:
        head = file.read(16)
    if head[:4] == b"RIFF":
        return {b"WAVE": "audio/wav", b"WEBP": "image/webp"}.get(head[8:12], "")
    if head[4:8] == b"ftyp":
        return "video/mp4"
    starts = {
        b"\x89PNG\r\n\x1a\n": "image/png",
        b"\xff\xd8\xff": "image/jpeg",
        b"\x1aE\xdf\xa3": "video/webm",
        b"ID3": "audio/mpeg",
        b"\xff\xfb": "audio/mpeg",
        b"fLaC": "audio/flac",
        b"OggS": "audio/ogg",
    }
    return next((kind for start, kind in starts.items() if head.startswith(start)), "")


def _body(response: httpx.Response) -> Json | None:
    """The reply's JSON object; None for anything else."""
    if len(response.content) > MAX_REPLY_BYTES:
        return None
    try:
        found = response.json()
    except ValueError:
        return None
    return found if isinstance(found, dict) else None  # pyright: ignore[reportUnknownVariableType]


def _wait(response: httpx.Response) -> dict[str, Any]:
    """``retry_after_s``, when the provider gives a number of seconds or a date."""
    said = response.headers.get("retry-after", "")
    try:
        return {"retry_after_s": max(0.0, float(said))}
    except ValueError:
        pass
    try:
        return {"retry_after_s": max(0.0, (parsedate_to_datetime(said) - datetime.now(UTC)).total_seconds())}
    except (ValueError, TypeError):
        return {}


@cache
def _trust() -> ssl.SSLContext:
    return httpx.create_ssl_context(trust_env=False)
