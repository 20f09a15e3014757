"""What the steps of one film work with: the crew, the ledger and the reporter."""

from dataclasses import dataclass

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

    def film(self, film_id: str) -> Film:
        """The film as it is kept."""
        return self.crew.vault.films.film(film_id)

    def save(self, film: Film) -> None:
        """Keeps the film."""
        self.crew.vault.films.save_film(film)

    def shots(self, film_id: str) -> tuple[Shot, ...]:
        """The film's shots in order."""
        return self.crew.vault.films.shots(film_id)

    def shot(self, film_id: str, shot_id: str) -> Shot:
        """One shot of the film, by its stable id."""
        for shot in self.shots(film_id):
            if shot.id == shot_id:
                return shot
        raise NotFound(f"the film {film_id} has no shot {shot_id!r}")
