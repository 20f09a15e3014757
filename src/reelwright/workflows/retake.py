"""Another take of one shot: what a person adds to a film before it is made once more, in which only that is new."""

from decimal import Decimal

from reelwright.crew import cards_of, open_vault
from reelwright.errors import BadInput, Conflict, NotFound
from reelwright.film.film import Film, FilmStatus, Until
from reelwright.film.shot import Shot
from reelwright.settings import Settings
from reelwright.workflows.pricing import price_of

_AT_WORK = (FilmStatus.QUEUED, FilmStatus.PROCESSING)


def order_retake(settings: Settings, film_id: str, shot_name: str) -> Film:
    """The film with one more take of a shot asked for; its cap is raised by the price of that take.

    Args:
        settings: Where it is kept.
        film_id: Its id, or a start of it.
        shot_name: The shot's number (``3``), slate (``sh03``) or id.

    Raises:
        NotFound: If there is no such film or shot.
        Conflict: If the film is being made.
        BadInput: If it was never made as far as its takes.
    """
    with open_vault(settings) as vault:
        film = vault.films.film(film_id)
        if film.status in _AT_WORK:
            raise Conflict(
                f"the film {film.id}, {film.title!r}, is {film.status.value}", hint="Ask again when it is done."
            )
        if not vault.films.takes(film.id):
            raise BadInput(
                f"the film {film.id}, {film.title!r}, has no takes yet", hint=f"`reelwright resume {film.id}` first."
            )
        shot = named_shot(vault.films.shots(film.id), shot_name)
        cap_usd = film.cap_usd
        if cap_usd is not None:
            cap_usd += take_price_usd(settings, film, shot)
        retakes = {**film.retakes, shot.id: film.retakes.get(shot.id, 0) + 1}
        return vault.films.change_film(
            film.id, retakes=retakes, cap_usd=cap_usd, until=Until.FILM, run=film.run + 1, status=FilmStatus.QUEUED
        )


def take_price_usd(settings: Settings, film: Film, shot: Shot) -> Decimal:
    """What one more take of a shot should cost."""
    card = cards_of(settings, film.brief.models)["video"]
    units = {"seconds": float(shot.frame_count / film.brief.rate), "calls": 1.0}
    return price_of(card, units | {"lines": float(min(film.brief.width_px, film.brief.height_px))}).cost_usd


def named_shot(shots: tuple[Shot, ...], name: str) -> Shot:
    """The shot that a person means.

    Raises:
        NotFound: If there is none; names those that there are.
    """
    for shot in shots:
        if name in (str(shot.number), shot.slate, shot.id):
            return shot
    known = ", ".join(f"{shot.number} ({shot.slate})" for shot in shots)
    raise NotFound(f"the film has no shot {name!r}; it has {known}", hint="Name a shot by its number.")
