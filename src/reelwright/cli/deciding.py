"""``approve``, ``reject`` and ``cancel``: decisions on a film, whichever process makes it."""

from typing import TYPE_CHECKING

from reelwright.cli.screen import Screen
from reelwright.errors import BadInput

if TYPE_CHECKING:
    from reelwright.film.film import Film, Gate
    from reelwright.studio import Desk


def _desk() -> "Desk":
    from reelwright.settings import load_settings
    from reelwright.studio import Desk

    return Desk(load_settings())


def approve_film(screen: Screen, film_id: str, note: str) -> None:
    """Lets a film go on."""
    gate = _desk().approve(film_id, note=note)
    _show(screen, gate, f"Approved ({gate.stage.value}). `reelwright resume {gate.film_id}` or a worker goes on.")


def reject_film(screen: Screen, film_id: str, note: str) -> None:
    """Keeps a film from going on as it is."""
    if not note.strip():
        raise BadInput("nobody is told what is wrong with it", hint="Add --note TEXT, also for yourself in a month.")
    gate = _desk().reject(film_id, note=note)
    _show(
        screen,
        gate,
        f"Rejected ({gate.stage.value}); the film stays as it is. Change its shots.json and shoot that with"
        f" `reelwright film`, or let `reelwright resume {gate.film_id}` ask you again, or"
        f" `reelwright cancel {gate.film_id}`.",
    )


def _show(screen: Screen, gate: "Gate", said: str) -> None:
    screen.result(gate.model_dump(mode="json"), lambda: screen.say(said))


def cancel_film(screen: Screen, film_id: str) -> None:
    """Stops a film."""
    film: Film = _desk().cancel(film_id)
    said = f"Cancelled {film.title!r}. What was made is kept: `reelwright resume {film.id}` goes on from there."
    screen.result({"film_id": film.id, "title": film.title, "status": film.status.value}, lambda: screen.say(said))
