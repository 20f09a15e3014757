"""What a result depends on, what came back, and what is kept of it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, is_dataclass
from enum import Enum
from fractions import Fraction
from typing import Any, cast

from pydantic import BaseModel

from reelwright.errors import ReelwrightError, ReplyUnreadable, from_json
from reelwright.film.asset import Asset
from reelwright.film.base import fingerprint
from reelwright.film.call import Modality
from reelwright.film.money import Usage
from reelwright.ports import (
    ImageModel,
    MediaFile,
    MediaReply,
    Model,
    ModelCard,
    MusicModel,
    Output,
    SoundModel,
    SpeechModel,
    SpeechReply,
    TextModel,
    TextReply,
    VideoModel,
)

Json = dict[str, Any]
Reply = MediaReply | SpeechReply | TextReply[Any]
_MAX_SAID = 4000


@dataclass(frozen=True)
class Recipe:
    """What a result depends on, and on nothing else; equal recipes have equal results."""

    provider: str
    model: str
    version: str
    modality: Modality
    parts: Json

    @property
    def key(self) -> str:
        """The content key: SHA-256 over all fields."""
        return fingerprint([self.provider, self.model, self.version, self.modality, self.parts])

    @property
    def name(self) -> str:
        """``provider:model``."""
        return f"{self.provider}:{self.model}"


@dataclass(frozen=True)
class Made:
    """What came back: a file or none, and JSON."""

    media: MediaFile | None = None
    body: Json = field(default_factory=dict[str, Any])
    usage: Usage = field(default_factory=Usage)
    notes: tuple[str, ...] = ()

    @classmethod
    def of(cls, reply: Reply) -> "Made":
        """A model's reply."""
        if isinstance(reply, TextReply):
            return cls(None, _answer(reply), reply.usage, reply.notes)
        if isinstance(reply, SpeechReply):
            words = [word.model_dump(mode="json") for word in reply.words]
            body = {"duration_s": reply.duration_s, "words": words, "timing_source": reply.timing_source}
            return cls(reply.media, body, reply.usage, reply.notes)
        return cls(reply.media, {"label": reply.label} if reply.label else {}, reply.usage, reply.notes)


def _answer(reply: TextReply[Any]) -> Json:
    """What is kept of an answer; one that cannot be used is paid as well, and must not be asked for again unseen."""
    if reply.output is not None:
        return {"output": reply.output.model_dump(mode="json")}
    error = reply.error or ReplyUnreadable("the answer holds nothing")
    return {"error": error.to_json(), "said": reply.said[:_MAX_SAID]}


@dataclass(frozen=True)
class Result:
    """A stored result."""

    key: str
    asset: Asset | None
    body: Json
    notes: tuple[str, ...]
    reused: bool

    def output(self, output_type: type[Output]) -> Output:
        """The typed output of a writing task.

        Raises:
            ProviderError: Why the answer cannot be used: ``Refused`` or ``ReplyUnreadable``.
            ValidationError: If it is none of that type.
        """
        if "error" in self.body:
            raise from_json(self.body["error"])
        return output_type.model_validate(self.body["output"])

    @property
    def media(self) -> Asset:
        """The asset of a call that makes one."""
        if self.asset is None:
            raise ReelwrightError(f"the call {self.key[:12]} made no file")
        return self.asset


def recipe_for(card: ModelCard, request: object, *, take: int = 1) -> Recipe:
    """The recipe of a request: the fields that the card says it reads, and the take's number."""
    parts = {path: _json_value(_read(request, path)) for path in card.reads}
    return Recipe(card.provider, card.model, card.version, card.modality, parts | {"take": take})


def verb_of(model: Model) -> Callable[[Any], Awaitable[Reply]]:
    """What a model that answers at once is asked through.

    Raises:
        TypeError: If it is a remote model, or no model at all.
    """
    match model:
        case TextModel():
            return model.write
        case ImageModel():
            return model.paint
        case VideoModel():
            return model.shoot
        case SpeechModel():
            return model.speak
        case MusicModel():
            return model.compose
        case SoundModel():
            return model.sound
        case _:
            raise TypeError(f"{type(model).__name__} answers no request at once")


def _read(value: object, path: str) -> object:
    for name in path.split("."):
        value = getattr(value, name)
    return value


def _json_value(value: object) -> Any:
    if isinstance(value, Asset):
        return value.sha256
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, tuple | list):
        return [_json_value(item) for item in value]  # type: ignore[reportUnknownVariableType]
    if isinstance(value, dict):
        return {str(name): _json_value(item) for name, item in cast(Json, value).items()}
    if is_dataclass(value) and not isinstance(value, type):
        return {name: _json_value(getattr(value, name)) for name in value.__dataclass_fields__}
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise TypeError(f"a {type(value).__name__} cannot enter a content key")
