"""Who is served next at a provider."""

import asyncio

from reelwright.workflows.line import Line


async def served(*asked: tuple[str, str, bool]) -> list[str]:
    """The order in which those were served who asked one after the other while somebody else was being served."""
    line, order = Line(), list[str]()
    first_is_done = asyncio.Event()

    async def wait(film_id: str, name: str, ahead: bool) -> None:
        async with line.first("p", film_id, ahead=ahead):
            order.append(name)
            if name == "first":
                await first_is_done.wait()

    waiting = [asyncio.create_task(wait("film1", "first", False))]
    for film_id, name, ahead in asked:
        await asyncio.sleep(0)
        waiting.append(asyncio.create_task(wait(film_id, name, ahead)))
    await asyncio.sleep(0.01)
    first_is_done.set()
    await asyncio.gather(*waiting)
    return order[1:]


async def test_films_are_served_as_they_came() -> None:
    assert await served(("a", "a1", False), ("b", "b1", False), ("a", "a2", False)) == ["a1", "b1", "a2"]


async def test_a_call_goes_ahead_of_its_own_film_only() -> None:
    asked = (("a", "a1", False), ("b", "b1", False), ("b", "b2", False), ("b", "take", True))
    assert await served(*asked) == ["a1", "take", "b1", "b2"]


async def test_those_who_went_ahead_keep_their_order() -> None:
    asked = (("a", "a1", False), ("a", "take 1", True), ("a", "take 2", True))
    assert await served(*asked) == ["take 1", "take 2", "a1"]


async def test_nobody_goes_before_who_is_being_served() -> None:
    assert await served(("film1", "take", True)) == ["take"]


async def test_who_gives_up_is_left_out() -> None:
    line = Line()
    async with line.first("p", "a"):
        gives_up = asyncio.create_task(_wait(line))
        await asyncio.sleep(0.01)
        gives_up.cancel()
    async with asyncio.timeout(1), line.first("p", "a"):
        pass


async def _wait(line: Line) -> None:
    async with line.first("p", "a"):
        raise AssertionError("it was cancelled")
