"""Who waits in this process for a place at a provider: first come, first served, and only the first one asks."""

import asyncio
import threading
from collections import deque
from collections.abc import AsyncGenerator
from concurrent.futures import Future
from contextlib import asynccontextmanager, suppress


class Line:
    """One line a provider. Those who wait may stand in different event loops."""

    def __init__(self) -> None:
        self._changing = threading.Lock()
        self._waiting: dict[str, deque[Future[None]]] = {}
        self._freed: dict[str, Future[None]] = {}

    @asynccontextmanager
    async def first(self, provider: str) -> AsyncGenerator[None]:
        """Waits to be the first in the line; the next one is called at the end of the context."""
        mine: Future[None] = Future()
        with self._changing:
            line = self._waiting.setdefault(provider, deque())
            line.append(mine)
            if len(line) == 1:
                mine.set_result(None)
        try:
            await asyncio.wrap_future(mine)
            yield
        finally:
            with self._changing:
                line.remove(mine)
                if line and not line[0].done():
                    line[0].set_result(None)

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
