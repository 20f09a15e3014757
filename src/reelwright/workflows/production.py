"""What the steps of one film work with: the crew, the ledger and the reporter."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reelwright.crew import Crew
from reelwright.errors import NotFound
from reelwright.film.asset import Asset
from reelwright.film.film import Film
from reelwright.film.shot import Shot
from reelwright.ports import Model
from reelwright.store.charges import Caps
from reelwright.workflows.ledger import Ledger, Payer
from reelwright.workflows.progress import Reporter
from reelwright.workflows.recipes import Result


@dataclass(frozen=True)
class Production:
    """One film at work."""

    crew: Crew
    ledger: Ledger
    reporter: Reporter
    worker: str | None = None
    """This process, which must be the one that makes the film; None when it does not matter."""

    def film(self, film_id: str) -> Film:
        """The film as it is kept."""
        return self.crew.vault.films.film(film_id)

    def change(self, film_id: str, **fields: Any) -> Film:
        """Changes these fields of the film and no other, whoever else changes it at the same time.

        Raises:
            Conflict: If another process makes it by now.
        """
        return self.crew.vault.films.change_film(film_id, self.worker, **fields)

    async def ask(
        self,
        film: Film,
        model: Model,
        request_of: Callable[[Path], Any],
        *,
        take: int = 1,
        turn: int = 0,
        about: str = "",
    ) -> Result:
        """A model's answer, found or asked for; what it says beside becomes warnings.

        Args:
            film: The film that needs it, and pays.
            model: Who answers.
            request_of: The request, given the folder that its files go to.
            take: Number of the take.
            turn: Of the film's calls that wait for a provider those with a lower one go first.
            about: What the warnings are about, where they do not say.

        Raises:
            ReelwrightError: See ``Ledger.ask``.
        """
        payer = Payer(film.id, film.run, Caps(film.cap_usd, self.crew.daily_cap_usd))
        result = await self.ledger.ask(payer, model, request_of, take=take, turn=turn)
        self.reporter.notes(result.notes, about)
        return result

    async def path(self, asset: Asset) -> Path:
        """Where an asset's bytes are; they may have to be fetched, which holds nobody else up.

        Raises:
            NotFound: If they are gone.
            StorageError: If they cannot be fetched.
        """
        return await asyncio.to_thread(self.crew.vault.media.path, asset)

    def shots(self, film_id: str) -> tuple[Shot, ...]:
        """The film's shots in order."""
        return self.crew.vault.films.shots(film_id)

    def shot(self, film_id: str, shot_id: str) -> Shot:
        """One shot of the film, by its stable id."""
        for shot in self.shots(film_id):
            if shot.id == shot_id:
                return shot
        raise NotFound(f"the film {film_id} has no shot {shot_id!r}")
