"""Async work for code that is not async."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

Made = TypeVar("Made")


def finish(work: Coroutine[Any, Any, Made]) -> Made:
    """Waits for the work, also where this thread already runs an event loop, as in a notebook."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    stops: list[Callable[[], object]] = []

    async def stoppable() -> Made:
        task, loop = asyncio.ensure_future(work), asyncio.get_running_loop()
        stops.append(lambda: loop.call_soon_threadsafe(task.cancel))
        return await task

    with ThreadPoolExecutor(max_workers=1) as aside:
        made = aside.submit(asyncio.run, stoppable())
        try:
            return made.result()
        except KeyboardInterrupt:
            for stop in stops:
                stop()
            raise
