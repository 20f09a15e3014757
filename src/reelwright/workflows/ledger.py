"""Every call to a model, and every costly piece of our own work, is asked for once and found again by its key."""

import asyncio
import shutil
import tempfile
import threading
from collections.abc import Awaitable, Callable, Generator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field, is_dataclass
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

from pydantic import BaseModel

from reelwright.errors import ReelwrightError
from reelwright.film.asset import Asset
from reelwright.film.base import fingerprint
from reelwright.film.money import Usage
from reelwright.ports import MediaFile, MediaReply, MediaStore, Modality, ModelCard
from reelwright.store.calls import CallState, CallStore
from reelwright.store.faults import disk_faults

Json = dict[str, Any]


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
    def of(cls, reply: MediaReply) -> "Made":
        """A media reply."""
        return cls(reply.media, {"label": reply.label} if reply.label else {}, reply.usage, reply.notes)


@dataclass(frozen=True)
class Result:
    """A stored result."""

    key: str
    asset: Asset | None
    body: Json
    notes: tuple[str, ...]
    reused: bool

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
    if is_dataclass(value) and not isinstance(value, type):
        return {name: _json_value(getattr(value, name)) for name in value.__dataclass_fields__}
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise TypeError(f"a {type(value).__name__} cannot enter a content key")


class Ledger:
    """Asks once: a stored result with the same key is taken instead, at no cost."""

    def __init__(self, calls: CallStore, media: MediaStore, scratch: Path) -> None:
        self._calls, self._media, self._scratch = calls, media, scratch
        self._under_way: dict[str, Future[None]] = {}
        self._turning = threading.Lock()

    async def once(self, film_id: str, recipe: Recipe, ask: Callable[[Path], Awaitable[Made]]) -> Result:
        """The recipe's result, from the store or by asking.

        Args:
            film_id: The film that needs it.
            recipe: What the result depends on.
            ask: Makes it; gets an empty folder for its files.

        Raises:
            ReelwrightError: What ``ask`` raised; recorded, so that the next attempt asks again.
        """
        mine = await self._turn(recipe.key)
        try:
            return self._stored(film_id, recipe) or await self._asked(film_id, recipe, ask)
        finally:
            with self._turning:
                del self._under_way[recipe.key]
            mine.set_result(None)

    async def _turn(self, key: str) -> "Future[None]":
        """Waits until nobody in this process asks for the key; what is returned then ends our own turn.

        Two runs of one film can want the same thing at once: the one that continues and the one that a failure left.
        """
        while True:
            with self._turning:
                before = self._under_way.get(key)
                if before is None:
                    mine = self._under_way[key] = Future()
                    return mine
            await asyncio.shield(asyncio.wrap_future(before))

    async def _asked(self, film_id: str, recipe: Recipe, ask: Callable[[Path], Awaitable[Made]]) -> Result:
        self._calls.begin(recipe.key, film_id, recipe.provider, recipe.model, recipe.modality, recipe.parts)
        try:
            with self._workdir(recipe.model) as workdir:
                made = await ask(workdir)
                media = made.media
                asset = self._media.put(media.path, media.media_type, recipe.name) if media else None
        except ReelwrightError as problem:
            self._calls.fail(recipe.key, problem.to_json())
            raise
        self._calls.store(recipe.key, {"body": made.body, "notes": list(made.notes)}, asset, made.usage)
        return Result(recipe.key, asset, made.body, made.notes, reused=False)

    @contextmanager
    def _workdir(self, name: str) -> Generator[Path]:
        """An empty folder, gone at the end."""
        with disk_faults(self._scratch):
            self._scratch.mkdir(parents=True, exist_ok=True)
            workdir = Path(tempfile.mkdtemp(prefix=f"{name}-", dir=self._scratch))
        try:
            yield workdir
        finally:
            shutil.rmtree(workdir, ignore_errors=True)

    def _stored(self, film_id: str, recipe: Recipe) -> Result | None:
        call = self._calls.find(recipe.key)
        if call is None or call.state is not CallState.STORED:
            return None
        if call.asset and not self._media.has(call.asset):
            self._calls.reopen(recipe.key)
            return None
        reply = cast(Json, call.reply)
        self._calls.begin(recipe.key, film_id, recipe.provider, recipe.model, recipe.modality, recipe.parts)
        return Result(recipe.key, call.asset, reply["body"], tuple(reply["notes"]), reused=True)
