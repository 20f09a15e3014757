"""Language models on your own server: Ollama, LM Studio, llama.cpp, vLLM, whatever speaks OpenAI's chat completions."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from reelwright.errors import Busy, Missing, OutcomeUnknown, ProviderError, TimedOut
from reelwright.film.call import Modality
from reelwright.ports import Model, ModelCard, Output, TextReply, TextRequest, Tools
from reelwright.providers.language import Answer, Asked, Json, failure_of, language_card
from reelwright.providers.language.chat import PATH, chat_answer, chat_body, effort_asked, too_long

PORTS = {"Ollama": 11434, "LM Studio": 1234, "llama.cpp": 8080, "vLLM": 8000}
"""Where servers listen when nobody says otherwise."""
_KEY_NAME = "REELWRIGHT_LOCAL_API_KEY"
_TIMEOUT_S = 600.0
_PROBE_S = 1.0
_HINT = (
    "Start your server (Ollama, LM Studio, llama.cpp, vLLM), or set REELWRIGHT_LOCAL_BASE_URL to its address, such as "
    "http://localhost:8000/v1."
)


class LocalWire:
    """Chat completions as local servers speak them; what they take costs nothing."""

    def request(self, asked: Asked) -> tuple[str, Json, dict[str, str]]:
        """Path, body and headers."""
        body = chat_body(asked, bound="max_tokens", has_grammar=True)
        return PATH, body | effort_asked(asked) | {"seed": asked.seed}, {}

    def answer(self, body: Json) -> Answer:
        """Reads a chat completion."""
        return chat_answer(body)

    def judge(self, status: int, body: Json) -> ProviderError | None:
        """A server that is loading its model is busy; one whose context is too small says so in its own words."""
        error = failure_of(body)
        said = f"the local server answered {status}: {error.get('message', '')}"
        if status >= 500:
            return Busy(said, hint="It may still be loading its model: wait, then `reelwright resume`.")
        if status == 404:
            return Missing(said, hint="`reelwright models` shows what the server serves.")
        if status == 400 and "context" in said.lower():
            return too_long(said)
        return None


def _answers(base_url: str) -> bool:
    """Whether something listens there, though it will not say what it serves: a request then tells why."""
    import httpx

    try:
        httpx.get(base_url, timeout=_PROBE_S, trust_env=False)
    except httpx.HTTPError:
        return False
    return True


@dataclass(frozen=True)
class Served:
    """A server and what it serves."""

    base_url: str
    models: tuple[str, ...]


def find_server(options: Mapping[str, str], *, ports: tuple[int, ...] = tuple(PORTS.values())) -> Served | None:
    """The server that a setting names, else the first that answers on this machine where such servers listen.

    Args:
        options: ``base_url`` and ``api_key`` of the provider ``local``, each as far as it is set.
        ports: Where to look on this machine when no address is set.
    """
    named, key = options.get("base_url", ""), options.get("api_key", "")
    for address in [named] if named else [f"http://127.0.0.1:{port}/v1" for port in ports]:
        models = _models_at(address, key)
        if models is not None:
            return Served(address, models)
    return Served(named, ()) if named and _answers(named) else None


def _models_at(base_url: str, key: str) -> tuple[str, ...] | None:
    """What a server serves; None when none answers there in time."""
    import httpx

    headers = {"Authorization": f"Bearer {key}"} if key else {}
    try:
        response = httpx.get(f"{base_url}/models", headers=headers, timeout=_PROBE_S, trust_env=False)
        found: object = response.json() if response.status_code == 200 else None
    except (httpx.HTTPError, ValueError):
        return None
    if not isinstance(found, dict):
        return None
    listed: object = cast(Json, found).get("data")
    entries = cast(list[Any], listed) if isinstance(listed, list) else []
    return tuple(str(one["id"]) for one in entries if isinstance(one, dict) and one.get("id"))  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]


class LocalModel:
    """A model of a local server, which may not be running yet.

    Args:
        card: What was asked for; without a model's name the first that the server serves is meant.
        tools: The provider's settings.
    """

    def __init__(self, card: ModelCard, tools: Tools) -> None:
        self._tools = tools
        self._served = find_server(tools.options)
        self.card = self._named(card)

    async def write(self, request: TextRequest[Output]) -> TextReply[Output]:
        """The task's typed output, or why there is none.

        Raises:
            ProviderError: If the server is not there, or did not answer; nothing is ever charged.
        """
        from reelwright.providers.http import HttpDoor
        from reelwright.providers.language.model import LanguageModel

        self._served = self._served or find_server(self._tools.options)
        if self._served is None:
            raise Busy("no local server answers", hint=_HINT)
        wire, card = LocalWire(), self._named(self.card)
        key = self._tools.options.get("api_key", "")
        door = HttpDoor("local", self._served.base_url, key, _TIMEOUT_S, wire.judge, key_name=_KEY_NAME)
        try:
            return await LanguageModel(card, door, wire, thought_tokens=0).write(request)
        except OutcomeUnknown as problem:
            raise TimedOut(f"the local server gave no answer: {problem.message}", hint=_HINT) from problem
        except Busy:
            self._served = None  # it may come back elsewhere, or with another model
            raise

    def _named(self, card: ModelCard) -> ModelCard:
        if card.model or self._served is None or not self._served.models:
            return card
        return card.model_copy(update={"model": self._served.models[0], "title": self._served.models[0]})


class Local:
    """The provider of your own server's models."""

    name = "local"
    cards: tuple[ModelCard, ...] = ()

    def card_of(self, model: str, modality: Modality) -> ModelCard | None:
        """The card of a model of any name; an empty one is the first that the server serves."""
        if modality != "text":
            return None
        card = language_card("local", model, is_paid=False, timeout_s=_TIMEOUT_S)
        return card.model_copy(update={"concurrency": 1, "seeds": True})

    def open(self, card: ModelCard, tools: Tools) -> Model:
        """The model behind a card; the server need not run yet."""
        return LocalModel(card, tools)


def provider() -> Local:
    """What the entry point returns."""
    return Local()
