"""Who waits in this process for a place at a provider: only the first one asks, and films are served as they came."""

import asyncio
import threading
from collections import deque
from collections.abc import AsyncGenerator
from concurrent.futures import Future
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field


@dataclass(frozen=True, eq=False)
class _Waiting:
    film_id: str
    turn: int
    called: Future[None] = field(default_factory=Future[None])


class Line:
    """One line a provider. Those who wait may stand in different event loops."""

    def __init__(self) -> None:
        self._changing = threading.Lock()
        self._waiting: dict[str, deque[_Waiting]] = {}
        self._freed: dict[str, Future[None]] = {}

    @asynccontextmanager
    async def first(self, provider: str, film_id: str, *, turn: int = 0) -> AsyncGenerator[None]:
        """Waits to be the first in the line; the next one is called at the end of the context.

        Args:
            provider: Whose line it is.
            film_id: The film that waits.
            turn: Goes before those of this film with a higher one; other films keep their places.
        """
        mine = _Waiting(film_id, turn)
        with self._changing:
            line = self._waiting.setdefault(provider, deque())
            line.insert(_place(line, mine), mine)
            if len(line) == 1:
                mine.called.set_result(None)
        try:
            await asyncio.wrap_future(mine.called)
            yield
        finally:
            with self._changing:
                line.remove(mine)
                if line and not line[0].called.done():
                    line[0].called.set_result(None)

    async def freed(self, provider: str, seconds: float) -> None:
        """Waits so long, or until somebody in this process has given a place back."""
        with self._changing:
            news = self._freed.setdefault(provider, Future())
        with suppress(TimeoutError):
            await asyncio.wait_for(asyncio.shield(asyncio.wrap_future(news)), seconds)

    def free(self, provider: str) -> None:
        """Says that a place has been given back."""
        with self._changing:
            news = self._freed.pop(provider, None)
        if news is not None:
            news.set_result(None)


def _place(line: deque[_Waiting], mine: _Waiting) -> int:
    """Where to stand: before the first of the own film with a higher turn who is not called yet, else at the end."""
    for place, other in enumerate(line):
        if other.film_id == mine.film_id and other.turn > mine.turn and not other.called.done():
            return place
    return len(line)
