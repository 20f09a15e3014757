"""Clocks and waits of paid calls."""

import asyncio
import random
import time
from collections.abc import Coroutine, Iterable
from typing import Any, TypeVar

from reelwright.errors import ReelwrightError

Result = TypeVar("Result")


async def to_its_end(work: Coroutine[Any, Any, Result]) -> Result:
    """Work that a cancellation lets come to its end first: a request that has left must not lose its answer."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task])
        if not task.cancelled():
            task.exception()
        raise


async def all_done(works: Iterable[Coroutine[Any, Any, Result]]) -> tuple[Result, ...]:
    """The results of works that go on side by side; all have ended before the first failure among them is raised."""
    tasks = [asyncio.ensure_future(work) for work in works]
    if tasks:
        await asyncio.wait(tasks)
    return tuple([task.result() for task in tasks])


def clock_s() -> float:
    """A clock in seconds that goes on while the machine sleeps, where the system has one."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()


def back_off_s(failures: int) -> float:
    """Half a second, doubled with each failure up to 30 s, less up to a half at random so that not all come at once."""
    return min(30.0, 0.5 * 2 ** (failures - 1)) * random.uniform(0.5, 1.0)


def asked_wait_s(problem: ReelwrightError) -> float:
    """What the provider asked us to wait, in seconds; 0 when it did not."""
    asked = problem.details.get("retry_after_s")
    return float(asked) if isinstance(asked, int | float) and not isinstance(asked, bool) else 0.0
