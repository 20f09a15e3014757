"""``make``, ``film`` and ``resume``."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from reelwright.cli.screen import Screen
from reelwright.cli.shooting import shoot

if TYPE_CHECKING:
    from reelwright.film.report import FilmReport
    from reelwright.studio import MakeOptions, Studio


def make_film(
    screen: Screen, prompt: str, until: str, options: dict[str, Any], models: dict[str, str], opens: bool
) -> None:
    """Makes a film of a prompt."""

    async def verb(studio: "Studio") -> "FilmReport":
        from reelwright.film.film import Until
        from reelwright.settings import load_settings

        wanted = options | {"until": Until(until)}
        if models:
            wanted["models"] = load_settings().models.model_copy(update=models)
        return await studio.make(prompt, **cast("MakeOptions", wanted))

    shoot(screen, verb, opens=opens)


def shoot_list(screen: Screen, shots: Path, until: str, out: Path | None, opens: bool) -> None:
    """Shoots a shot list exactly."""

    async def verb(studio: "Studio") -> "FilmReport":
        from reelwright.film.film import Until

        return await studio.film(shots, out=out, until=Until(until))

    shoot(screen, verb, opens=opens)


def resume_film(screen: Screen, film_id: str | None, out: Path | None, opens: bool) -> None:
    """Continues an unfinished film."""

    async def verb(studio: "Studio") -> "FilmReport":
        return await studio.resume(film_id, out=out)

    shoot(screen, verb, opens=opens)
