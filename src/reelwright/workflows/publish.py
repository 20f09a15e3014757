"""Texts to publish a film with, because a person asks for them: paid by the film, which then stands as it stood."""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from typing import Any

from reelwright.crew import open_vault, writing_cards
from reelwright.errors import BadInput, Conflict
from reelwright.film.estimate import Estimate, EstimateLine
from reelwright.film.film import Event, Film, FilmStatus
from reelwright.film.money import CostSource, cap_for
from reelwright.film.publishing import Publishing
from reelwright.settings import Settings
from reelwright.stages.suggest_publishing import PUBLISHING_TOKENS, read_publishing, suggest_publishing_request
from reelwright.workflows.engine import Engine, production, stage, step
from reelwright.workflows.house import House
from reelwright.workflows.lease import Lease
from reelwright.workflows.lock import studio_lock
from reelwright.workflows.pricing import price_of
from reelwright.workflows.writing import written

_AT_WORK = (FilmStatus.QUEUED, FilmStatus.PROCESSING)


@stage("publish")
async def publish(film_id: str, run: int, number: int) -> dict[str, Any]:
    """Suggests the texts."""
    return await suggest_publishing(film_id)


@step("suggest publishing")
async def suggest_publishing(film_id: str) -> dict[str, Any]:
    """The texts, kept with the film."""
    at_work = production(film_id)
    film, shots = at_work.film(film_id), at_work.shots(film_id)
    made = await written(
        film_id, lambda complaint: suggest_publishing_request(film, shots, complaint=complaint), read_publishing
    )
    at_work.change(film_id, publishing=made)
    return made.model_dump(mode="json")


def quote_publishing(settings: Settings, film_id: str) -> Estimate:
    """What the texts should cost.

    Raises:
        NotFound: If there is no such film.
    """
    with open_vault(settings, read_only=True) as vault:
        film = _ready(vault.films.film(film_id), bool(vault.films.shots(vault.films.film(film_id).id)))
    card = writing_cards(settings, film.brief.models)["suggest_publishing"]
    if not card.is_paid:
        return Estimate()
    asked, answered = PUBLISHING_TOKENS
    price = price_of(card, {"input_tokens": float(asked), "output_tokens": float(answered), "calls": 1.0})
    if price.source is CostSource.UNKNOWN:
        return Estimate(unpriced=(card.name,))
    low = price.cost_usd
    line = EstimateLine(
        step="writing", modality="text", model=card.name, low_calls=1, high_calls=2, low_usd=low, high_usd=2 * low
    )
    return Estimate(lines=(line,))


async def publish_film(
    settings: Settings, film_id: str, listen: Callable[[Event], None] | None = None
) -> tuple[Film, Publishing]:
    """The texts of a film, by its own text model; its budget rises by their price.

    Raises:
        NotFound: If there is no such film.
        BadInput: If it has no shots yet.
        Conflict: If the film, or on one computer any film, is being made.
        OverBudget: If it does not fit the day's budget.
    """
    estimate = quote_publishing(settings, film_id)
    with ExitStack() as open_:
        if not settings.is_shared:
            open_.enter_context(studio_lock(settings.home, f"publishing texts of film {film_id}"))
        lease = open_.enter_context(Lease(settings))
        house = open_.enter_context(House(settings, lease, listen))
        film = house.vault.films.film(film_id)
        _ready(film, bool(house.vault.films.shots(film.id)))
        finished = film.finished_at or datetime.now(UTC)
        house.leases.claim(film.id, film.until)
        open_.callback(house.vault.films.change_film, film.id, finished_at=finished)
        open_.callback(house.leases.give_back, film.id, film.status)
        if film.cap_usd is not None and estimate.high_usd:
            house.vault.books.set_cap(film.id, film.cap_usd + cap_for(estimate.high_usd))
        with Engine(house):
            number = len(house.vault.films.events(film.id))  # another time is another workflow
            running = await publish.start(f"{film.id}.publish.r{film.run}.{number}", film.id, film.run, number)
            made = Publishing.model_validate(await running.result())
        return house.vault.films.film(film.id), made


def _ready(film: Film, has_shots: bool) -> Film:
    if film.status in _AT_WORK:
        raise Conflict(f"the film {film.id}, {film.title!r}, is {film.status.value}", hint="Ask again when it is done.")
    if not has_shots:
        raise BadInput(
            f"the film {film.id}, {film.title!r}, has no shots yet", hint=f"`reelwright resume {film.id}` first."
        )
    return film
