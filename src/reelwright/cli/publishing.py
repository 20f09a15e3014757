"""``publish``: title, description, tags and the mood of the music for a film."""

import asyncio
from typing import TYPE_CHECKING

from reelwright.cli.money import tell_price
from reelwright.cli.progress import Watch
from reelwright.cli.screen import Screen
from reelwright.cli.shooting import stoppable

if TYPE_CHECKING:
    from reelwright.film.publishing import Publishing


def suggest_texts(screen: Screen, film_id: str, *, may_ask: bool) -> None:
    """Suggests the texts and shows them."""
    from reelwright.film.money import dollars

    tell_price(screen, lambda desk: desk.estimate_publishing(film_id), None, may_ask=may_ask)
    with stoppable(screen), Watch(screen) as watch:
        from reelwright.studio import Studio

        made = asyncio.run(_published(film_id, watch))
        report = asyncio.run(Studio().show(film_id))
    value = made.model_dump(mode="json") | {"film_id": report.film_id, "film_cost_usd": float(report.cost_usd)}

    def show() -> None:
        screen.say(made.title)
        screen.say(f"  {made.description}")
        screen.say(f"  tags    {', '.join(made.tags)}")
        screen.say(f"  music   {made.soundtrack_mood}")
        if report.cost_usd:
            screen.say(f"  cost    {dollars(report.cost_usd)} for the film so far")

    screen.result(value, show)


async def _published(film_id: str, watch: Watch) -> "Publishing":
    from reelwright.studio import Studio

    async with Studio(on_event=watch) as studio:
        return await studio.publish(film_id)
