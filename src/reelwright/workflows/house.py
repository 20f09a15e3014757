"""One process at work: the premises, the ledger, and a production for each of its films."""

import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self

from reelwright.crew import Premises, Vault
from reelwright.errors import ReelwrightError
from reelwright.film.call import Call
from reelwright.film.film import Event, Film
from reelwright.settings import Settings
from reelwright.store.calls import Intent
from reelwright.workflows.lease import Lease
from reelwright.workflows.ledger import Ledger
from reelwright.workflows.production import Production
from reelwright.workflows.progress import Reporter


class House:
    """What all films of one process share; a context manager.

    Args:
        settings: Where things are kept.
        lease: The process, as the ledger and the engine name it, and its right to work.
        listen: Told every event of every film that is made here.
    """

    def __init__(
        self,
        settings: Settings,
        lease: Lease,
        listen: Callable[[Event], None] | None = None,
    ) -> None:
        self.settings, self.owner, self.leases = settings, lease.id, lease.store
        self._listen = listen
        self._premises = Premises(settings)
        self.vault: Vault = self._premises.vault
        self.ledger = Ledger(
            self.vault.calls,
            self.vault.media,
            settings.home / "scratch",
            owner=lease.id,
            is_alive=lease.store.is_alive,
            may_send=lease.may_send,
            repeat_up_to_usd=settings.repeat_up_to_usd,
            told=self._tell,
            moved=self._tell_money,
            waits=self._tell_wait,
        )
        self._productions: dict[str, Production] = {}
        self._opening = threading.Lock()

    def production(self, film_id: str) -> Production:
        """What the steps of a film work with."""
        with self._opening:
            if film_id not in self._productions:
                film = self.vault.films.film(film_id)
                reporter = Reporter(self.vault.films, film, self._listen)
                crew = self._premises.crew(film.brief.models)
                self._productions[film_id] = Production(crew, self.ledger, reporter, self.owner)
            return self._productions[film_id]

    def tell(self, film: Film, kind: str, **body: str | int | float | bool | None) -> None:
        """Records an event of a film's present run, and tells whoever listens."""
        event = self.vault.films.add_event(film.id, kind, {**body, "run": film.run})
        if self._listen is not None:
            self._listen(event)

    def leave(self, film_id: str) -> None:
        """Forgets a film whose run has ended; the next one starts with a reporter of its own."""
        with self._opening:
            self._productions.pop(film_id, None)

    def told(self, event: Event) -> None:
        """Passes an event on that is recorded already."""
        if self._listen is not None:
            self._listen(event)

    def _tell_money(self, call: Call) -> None:
        if call.film_id is not None and call.estimate_usd is not None:
            spent_usd, reserved_usd = self.vault.cost_of(call.film_id), self.vault.books.reserved(call.film_id)
            self.production(call.film_id).reporter.money(spent_usd, reserved_usd)

    def _tell(self, call: Call, progress: float) -> None:
        if call.film_id is not None:
            self.production(call.film_id).reporter.call_progress(f"{call.provider}:{call.model}", progress)

    def _tell_wait(self, intent: Intent, problem: ReelwrightError, wait_s: float) -> None:
        reporter = self.production(intent.film_id).reporter
        reporter.call_waits(f"{intent.provider}:{intent.model}", wait_s, problem.message)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._premises.close()
