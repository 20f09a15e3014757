"""What the steps of one film work with: the crew, the ledger and the reporter."""

import threading
from dataclasses import dataclass, field
from typing import Any

from reelwright.crew import Crew
from reelwright.errors import NotFound
from reelwright.film.film import Film
from reelwright.film.shot import Shot
from reelwright.workflows.ledger import Ledger
from reelwright.workflows.progress import Reporter


@dataclass(frozen=True)
class Production:
    """One film at work."""

    crew: Crew
    ledger: Ledger
    reporter: Reporter
    _changing: threading.Lock = field(default_factory=threading.Lock)
    """Continued steps run on the engine's own thread, beside the one that starts the stages."""

    def film(self, film_id: str) -> Film:
        """The film as it is kept."""
        return self.crew.vault.films.film(film_id)

    def change(self, film_id: str, **fields: Any) -> Film:
        """Changes these fields of the film and no other, whoever else changes it at the same time."""
        with self._changing:
            film = self.film(film_id).model_copy(update=fields)
            self.crew.vault.films.save_film(film)
        return film

    def shots(self, film_id: str) -> tuple[Shot, ...]:
        """The film's shots in order."""
        return self.crew.vault.films.shots(film_id)

    def shot(self, film_id: str, shot_id: str) -> Shot:
        """One shot of the film, by its stable id."""
        for shot in self.shots(film_id):
            if shot.id == shot_id:
                return shot
        raise NotFound(f"the film {film_id} has no shot {shot_id!r}")
