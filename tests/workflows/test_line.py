"""Who is served next at a provider."""

import asyncio

from reelwright.workflows.line import Line


async def served(*asked: tuple[str, str, int]) -> list[str]:
    """The order in which those were served who asked one after the other while somebody else was being served."""
    line, order = Line(), list[str]()
    first_is_done = asyncio.Event()

    async def wait(film_id: str, name: str, turn: int) -> None:
        async with line.first("p", film_id, turn=turn):
            order.append(name)
            if name == "first":
                await first_is_done.wait()

    waiting = [asyncio.create_task(wait("film1", "first", 9))]
    for film_id, name, turn in asked:
        await asyncio.sleep(0)
        waiting.append(asyncio.create_task(wait(film_id, name, turn)))
    await asyncio.sleep(0.01)
    first_is_done.set()
    await asyncio.gather(*waiting)
    return order[1:]


async def test_films_are_served_as_they_came() -> None:
    assert await served(("a", "a1", 1), ("b", "b1", 1), ("a", "a2", 1)) == ["a1", "b1", "a2"]


async def test_a_lower_turn_goes_before_its_own_film_only() -> None:
    asked = (("a", "a1", 1), ("b", "b1", 1), ("b", "b2", 1), ("b", "take", 0))
    assert await served(*asked) == ["a1", "take", "b1", "b2"]


async def test_of_one_turn_who_came_first_goes_first() -> None:
    asked = (("a", "a1", 1), ("a", "take 1", 0), ("a", "take 2", 0))
    assert await served(*asked) == ["take 1", "take 2", "a1"]


async def test_nobody_goes_before_who_is_being_served() -> None:
    assert await served(("film1", "take", 0)) == ["take"]


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
