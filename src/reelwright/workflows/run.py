"""One film, embedded: lock the home, assemble the crew, launch the engine, make, hand over."""

import shutil
from collections.abc import Callable
from pathlib import Path

from reelwright.crew import Vault
from reelwright.errors import NotFound
from reelwright.exports.folder import check_folder, choose_folder, slug_of
from reelwright.film.film import Event, Film, Until
from reelwright.film.shot import Shot
from reelwright.settings import Settings
from reelwright.workflows.deliver import deliver_film
from reelwright.workflows.engine import Engine
from reelwright.workflows.house import House
from reelwright.workflows.lock import studio_lock
from reelwright.workflows.make_film import make_film


async def produce(
    settings: Settings,
    film: Film,
    until: Until,
    out: Path | None,
    shots: tuple[Shot, ...] | None,
    listen: Callable[[Event], None] | None,
) -> Path | None:
    """Makes a film as far as asked and hands it over; the output folder, or None when the story alone was asked for.

    Raises:
        BadInput: If the output folder is not ours to write.
        Conflict: If another process is at work in this home.
        ReelwrightError: What stopped the film.
    """
    folder = _folder(film, until, out)
    with studio_lock(settings.home, f"film {film.id}, {film.title!r}"):
        _clear_scratch(settings.home / "scratch")
        with House(settings, film.id, listen) as house:
            film = _enrol(house.vault, film, shots, folder)
            with Engine(house, executor_id=film.id):
                await make_film(film.id, until, lambda made: _hand_over(house.vault, made, folder))
    return folder


def _hand_over(vault: Vault, film: Film, folder: Path | None) -> None:
    if folder is not None:
        deliver_film(vault, film, folder)


def _folder(film: Film, until: Until, out: Path | None) -> Path | None:
    """Where the film goes; checked before anything is made."""
    if until is Until.STORY:
        return None
    if out is not None:
        folder = out.absolute()
    elif film.out_dir:
        folder = Path(film.out_dir)
    else:
        folder = choose_folder(Path.cwd() / slug_of(film.brief.prompt), film.id)
    check_folder(folder)
    return folder


def _clear_scratch(scratch: Path) -> None:
    """Deletes what a killed process was working on; nobody else is at work while we hold the lock."""
    shutil.rmtree(scratch, ignore_errors=True)


def _enrol(vault: Vault, film: Film, shots: tuple[Shot, ...] | None, folder: Path | None) -> Film:
    """The film in the store, new or as it is now that we hold the lock, with the folder it will go to."""
    place = {"out_dir": str(folder) if folder else film.out_dir}
    try:
        known = vault.films.film(film.id).model_copy(update=place)
    except NotFound:
        new = film.model_copy(update=place)
        vault.films.add_film(new, shots or ())
        if film.brief.music:
            vault.films.save_media(film.id, "own track", film.brief.music)
        return new
    vault.films.save_film(known)
    return known
