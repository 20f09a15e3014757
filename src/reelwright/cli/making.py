"""``make``, ``film`` and ``resume``."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from reelwright.cli.money import show_price, tell_price
from reelwright.cli.screen import Screen
from reelwright.cli.shooting import shoot

if TYPE_CHECKING:
    from reelwright.film.estimate import Estimate
    from reelwright.film.film import Film
    from reelwright.film.report import FilmReport
    from reelwright.studio import Desk, MakeOptions, Studio


def make_film(
    screen: Screen,
    prompt: str,
    until: str,
    options: dict[str, Any],
    models: dict[str, str],
    *,
    opens: bool,
    only_prices: bool,
    may_ask: bool,
) -> None:
    """Makes a film of a prompt, or tells what it would cost."""
    from reelwright.briefing import chosen_models
    from reelwright.film.film import Until
    from reelwright.settings import load_settings

    options = options | {"until": Until(until)}
    if models:
        options["models"] = chosen_models(load_settings().models, models)
    wanted = cast("MakeOptions", options)

    def estimate(desk: "Desk") -> "Estimate":
        return desk.estimate(prompt, **wanted)

    if only_prices:
        show_price(screen, estimate, options.get("budget"))
        return

    def known(desk: "Desk") -> "Film | None":
        return desk.goes_on_with(prompt, **wanted)

    tell_price(screen, estimate, options.get("budget"), may_ask=may_ask, known_of=known)
    if options["until"] is Until.STORY and options.get("out"):
        screen.note("note: A story alone is shown and not written into a folder; `--until shots` writes story.json.")

    async def verb(studio: "Studio") -> "FilmReport":
        return await studio.make(prompt, **wanted)

    shoot(screen, verb, opens=opens)


def shoot_list(
    screen: Screen, shots: Path, options: dict[str, Any], *, opens: bool, only_prices: bool, may_ask: bool
) -> None:
    """Shoots a shot list exactly, or tells what that would cost."""
    from reelwright.film.film import Until

    options = options | {"until": Until(options["until"])}

    def estimate(desk: "Desk") -> "Estimate":
        return desk.estimate_list(shots, until=options["until"])

    if only_prices:
        show_price(screen, estimate, options["budget"])
        return
    tell_price(screen, estimate, options["budget"], may_ask=may_ask)

    async def verb(studio: "Studio") -> "FilmReport":
        return await studio.film(shots, **options)

    shoot(screen, verb, opens=opens)


def retake_shot(screen: Screen, film_id: str, shot: str, out: Path | None, *, opens: bool) -> None:
    """Shoots one more take of a shot."""

    async def verb(studio: "Studio") -> "FilmReport":
        return await studio.retake(film_id, shot, out=out)

    shoot(screen, verb, opens=opens)


def rewrite_stage(screen: Screen, film_id: str, stage: str, options: dict[str, Any], *, opens: bool) -> None:
    """Writes a stage once more."""

    async def verb(studio: "Studio") -> "FilmReport":
        return await studio.rewrite(film_id, stage, **options)

    shoot(screen, verb, opens=opens)


def resume_film(screen: Screen, film_id: str | None, options: dict[str, Any], *, opens: bool) -> None:
    """Continues an unfinished film."""

    async def verb(studio: "Studio") -> "FilmReport":
        return await studio.resume(film_id, **options)

    shoot(screen, verb, opens=opens)
