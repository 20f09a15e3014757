"""One film that a person asks for: made here, or by the workers if there are any, and handed over."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from reelwright.crew import Vault, open_vault
from reelwright.errors import Conflict, NotFound
from reelwright.exports.folder import check_folder, choose_folder, slug_of
from reelwright.film.brief import FilmKind
from reelwright.film.film import Event, Film, FilmStatus, Until
from reelwright.film.shot import Shot
from reelwright.settings import Settings
from reelwright.store.leases import LeaseStore
from reelwright.workflows.deliver import deliver_film
from reelwright.workflows.engine import Engine
from reelwright.workflows.follow import follow_film
from reelwright.workflows.house import House
from reelwright.workflows.lease import Lease
from reelwright.workflows.lock import studio_lock
from reelwright.workflows.make_film import make_film
from reelwright.workflows.pruning import prune_a_little
from reelwright.workflows.scratch import clear_scratch

Listener = Callable[[Event], None]


async def produce(
    settings: Settings,
    film: Film,
    until: Until,
    out: Path | None,
    shots: tuple[Shot, ...] | None,
    listen: Listener | None,
) -> Path | None:
    """Makes a film as far as asked and hands it over; the output folder, or None when the story alone was asked for.

    Where a studio or workers run, it is left to them, and followed; if they end before it does, it is made here.

    Raises:
        BadInput: If the output folder is not ours to write.
        Conflict: If another process is at work in this home, or at this film.
        ReelwrightError: What stopped the film.
    """
    order = _Order(settings, film.model_copy(update={"out_dir": _out_dir(film, until, out)}), until, shots, listen)
    while True:
        if order.is_for_workers():
            if await order.followed():
                break
            continue
        try:
            await order.made_here()
            break
        except Conflict as problem:
            if not problem.details.get("is_studio"):
                raise
            order.sees_studio = True
    return Path(order.film.out_dir) if until is not Until.STORY else None


class _Order:
    """What a person asked for."""

    def __init__(
        self, settings: Settings, film: Film, until: Until, shots: tuple[Shot, ...] | None, listen: Listener | None
    ) -> None:
        self._settings, self.film, self._until = settings, film, until
        self._shots, self._listen = shots, listen
        self.sees_studio = False

    def is_for_workers(self) -> bool:
        """Whether somebody else runs who makes whatever film waits."""
        if not self._settings.is_shared:
            return self.sees_studio
        with open_vault(self._settings) as vault:
            store = LeaseStore(vault.database, "", self._settings.lease_s)
            return any(worker.takes_any for worker in store.alive())

    async def made_here(self) -> None:
        """Makes the film in this process."""
        settings, film = self._settings, self.film
        with ExitStack() as open_:
            if not settings.is_shared:
                open_.enter_context(studio_lock(settings.home, f"film {film.id}, {film.title!r}"))
            clear_scratch(settings)
            lease = open_.enter_context(Lease(settings))
            house = open_.enter_context(House(settings, lease, self._listen))
            _enrol(house.vault, film, self._shots)
            prune_a_little(house.vault.database, settings)
            house.leases.claim(film.id, self._until)
            open_.callback(house.leases.give_back, film.id, FilmStatus.PROCESSING)
            with Engine(house):
                await make_film(film.id, lambda made: self._hand_over(house.vault, made))

    async def followed(self) -> bool:
        """Leaves the film to the workers and waits for it; False when none is left who would make it."""
        with open_vault(self._settings) as vault:
            _enrol(vault, self.film, self._shots)
            seen = max((event.id for event in vault.films.events(self.film.id)), default=0)
            store = LeaseStore(vault.database, "", self._settings.lease_s)
            store.queue(self.film.id, self._until)
            ended = await follow_film(vault, self.film.id, seen, self._listen, self._is_worked_for)
            if ended is None:
                self.sees_studio = False
                return False
            self._hand_over(vault, ended)
            return True

    def _is_worked_for(self) -> bool:
        """Whether anybody is left who makes films."""
        if self._settings.is_shared:
            return self.is_for_workers()
        try:
            with studio_lock(self._settings.home, "look"):
                return False
        except Conflict:
            return True

    def _hand_over(self, vault: Vault, made: Film) -> None:
        if self._until is not Until.STORY and vault.films.shots(made.id):
            deliver_film(vault, made, Path(self.film.out_dir))


def _out_dir(film: Film, until: Until, out: Path | None) -> str:
    """Where the film goes; checked before anything is made."""
    if until is Until.STORY:
        return film.out_dir
    if out is not None:
        folder = out.absolute()
    elif film.out_dir:
        folder = Path(film.out_dir)
    else:
        folder = choose_folder(Path.cwd() / _folder_name(film), film.id)
    check_folder(folder)
    return str(folder)


def _folder_name(film: Film) -> str:
    if film.brief.kind is FilmKind.STORYBOARD and not film.supplied_shots:
        return f"prompt_storyboard_{film.created_at.astimezone():%Y%m%d_%H%M%S}"
    return slug_of(film.brief.prompt)


def _enrol(vault: Vault, film: Film, shots: tuple[Shot, ...] | None) -> None:
    """Puts the film into the store, or tells the one that is there where it will go."""
    try:
        vault.films.change_film(film.id, out_dir=film.out_dir)
    except NotFound:
        vault.films.add_film(film, shots or ())
        if film.brief.music:
            vault.films.save_media(film.id, "own track", film.brief.music)
