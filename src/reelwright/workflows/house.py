"""One process at work: the premises, the ledger, and a production for each of its films."""

import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self

from reelwright.crew import Premises, Vault
from reelwright.film.call import Call
from reelwright.film.film import Event
from reelwright.settings import Settings
from reelwright.workflows.ledger import Ledger
from reelwright.workflows.production import Production
from reelwright.workflows.progress import Reporter


class House:
    """What all films of one process share; a context manager.

    Args:
        settings: Where things are kept.
        owner: The process, as the ledger names it.
        listen: Told every event of every film that is made here.
        is_alive: Whether another process that the ledger names may still be at work.
        may_send: Whether this process still holds its lease.
    """

    def __init__(
        self,
        settings: Settings,
        owner: str,
        listen: Callable[[Event], None] | None = None,
        *,
        is_alive: Callable[[str], bool] = lambda owner: False,
        may_send: Callable[[], bool] = lambda: True,
    ) -> None:
        self.settings = settings
        self._listen = listen
        self._premises = Premises(settings)
        self.vault: Vault = self._premises.vault
        self.ledger = Ledger(
            self.vault.calls,
            self.vault.media,
            settings.home / "scratch",
            owner=owner,
            is_alive=is_alive,
            may_send=may_send,
            repeat_up_to_usd=settings.repeat_up_to_usd,
            told=self._tell,
        )
        self._productions: dict[str, Production] = {}
        self._opening = threading.Lock()

    def production(self, film_id: str) -> Production:
        """What the steps of a film work with."""
        with self._opening:
            if film_id not in self._productions:
                film = self.vault.films.film(film_id)
                reporter = Reporter(self.vault.films, film, self._listen)
                self._productions[film_id] = Production(self._premises.crew(film.brief.models), self.ledger, reporter)
            return self._productions[film_id]

    def leave(self, film_id: str) -> None:
        """Forgets a film whose run has ended; the next one starts with a reporter of its own."""
        with self._opening:
            self._productions.pop(film_id, None)

    def _tell(self, call: Call, progress: float) -> None:
        if call.film_id is not None:
            self.production(call.film_id).reporter.call_progress(f"{call.provider}:{call.model}", progress)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._premises.close()
