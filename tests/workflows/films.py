"""Films that tests ask calls for."""

from datetime import UTC, datetime

from reelwright.film.brief import Brief
from reelwright.film.film import Film
from reelwright.store.database import Database
from reelwright.store.films import SqlFilmStore


def add_two_films(database: Database) -> None:
    """Adds the films ``film1`` and ``film2``."""
    for film_id in ("film1", "film2"):
        SqlFilmStore(database).add_film(Film(id=film_id, brief=Brief(prompt="x"), created_at=datetime.now(UTC)))
