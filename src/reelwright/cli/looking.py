"""``films``, ``show``, ``rm``, ``clean``, ``voices`` and ``doctor``."""

import sys
from typing import TYPE_CHECKING, Any

from reelwright.cli.screen import Screen
from reelwright.cli.shooting import show_report, show_story
from reelwright.errors import BadInput, Cancelled, ConfigurationError

if TYPE_CHECKING:
    from reelwright.film.film import Film
    from reelwright.film.report import Check
    from reelwright.studio import Desk


def _desk() -> "Desk":
    from reelwright.settings import load_settings
    from reelwright.studio import Desk

    return Desk(load_settings())


def list_films(screen: Screen) -> None:
    """All films, the newest first."""
    films = _desk().films()

    def show() -> None:
        if not films:
            screen.say('No films yet. Make one: `reelwright make "Artisan coffee that starts your morning right"`')
            return
        rows = [
            (film.id, film.status.value, f"{film.created_at:%Y-%m-%d %H:%M}", film.title, film.out_dir)
            for film in films
        ]
        screen.table(("ID", "STATUS", "MADE", "TITLE", "FOLDER"), rows)

    screen.result({"films": [_summary(film) for film in films]}, show)


def _summary(film: "Film") -> dict[str, Any]:
    return {
        "film_id": film.id,
        "title": film.title,
        "status": film.status.value,
        "until": film.until.value,
        "template": film.choice.selected_template if film.choice else "",
        "template_version": film.template.version if film.template else None,
        "prompt": film.brief.prompt,
        "created_at": film.created_at.isoformat(),
        "path": film.out_dir or None,
    }


def show_film(screen: Screen, film_id: str) -> None:
    """What became of a film: its story, its warnings, its folder."""
    desk = _desk()
    report, film = desk.show(film_id), desk.find(film_id)

    def show() -> None:
        show_report(screen, report)
        screen.say(f"  status  {film.status.value}, made up to {film.until.value}")
        screen.say(f"  prompt  {film.brief.prompt}")
        show_story(screen, film)
        for warning in report.warnings:
            screen.say(f"  note    {warning}")
        if report.stopped_by:
            screen.say(f"  error   {report.stopped_by.message}")
            next_step = report.stopped_by.hint or f"`reelwright resume {film.id}` tries again."
            screen.say(f"  next    {next_step}")

    screen.result(_summary(film) | report.model_dump(mode="json"), show)


def remove_film(screen: Screen, film_id: str, *, asks: bool) -> None:
    """Deletes a film, after asking."""
    desk = _desk()
    film = desk.find(film_id)
    if asks:
        _confirm(screen, f"Delete {film.title!r} ({film.id}) with its media?")
    desk.remove(film.id)
    removed = {"film_id": film.id, "title": film.title, "removed": True}
    screen.result(removed, lambda: screen.say(f"Deleted {film.title!r} ({film.id})."))


def clean_up(screen: Screen, days: float | None, *, dry_run: bool, sure: bool) -> None:
    """What nothing needs any more, deleted or only told."""
    cleaned = _desk().clean(days=days, dry_run=dry_run, sure=sure)

    def show() -> None:
        size = _size(cleaned.media_bytes + cleaned.scratch_bytes)
        screen.say(f"Nothing was deleted; this would free {size}:" if dry_run else f"Freed {size}:")
        media, scratch = _size(cleaned.media_bytes), _size(cleaned.scratch_bytes)
        screen.say(f"  media    {cleaned.media_files} files that no film names, {media}")
        screen.say(f"  scratch  {scratch} that stopped processes left")
        screen.say(f"  engine   {cleaned.engine_rows} rows of {cleaned.films} films that ended")
        screen.say(f"  notes    {cleaned.notes} rows about calls and workers of long ago")
        screen.say(f"  leases   {cleaned.leases} of processes that are gone")

    screen.result(cleaned.model_dump(mode="json"), show)


def _size(byte_count: int) -> str:
    return f"{byte_count / 1e9:.2f} GB" if byte_count >= 1e8 else f"{byte_count / 1e6:.2f} MB"


def _confirm(screen: Screen, question: str) -> None:
    if screen.as_json or not sys.stdin.isatty():
        raise BadInput("nobody is there to ask whether to delete it", hint="Add --yes to delete without being asked.")
    sys.stderr.write(f"{question} [y/N] ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() not in ("y", "yes"):
        raise Cancelled("nothing was deleted")


def list_voices(screen: Screen) -> None:
    """The voices of the chosen speech model."""
    voices = _desk().voices()

    def show() -> None:
        screen.table(("VOICE", "LANGUAGE", "SOUNDS"), [(one.name, one.language, one.description) for one in voices])

    listed = [{"name": one.name, "language": one.language, "description": one.description} for one in voices]
    screen.result({"voices": listed}, show)


def examine(screen: Screen) -> int:
    """The doctor's findings; the exit code says whether a film can be made."""
    checks = _desk().doctor()
    state = next((state for state in ("blocked", "degraded") if any(one.state == state for one in checks)), "passed")
    screen.result(
        {"state": state, "checks": [one.model_dump(mode="json") for one in checks]},
        lambda: _show_checks(screen, checks, state),
    )
    return ConfigurationError.exit_code if state == "blocked" else 0


def _show_checks(screen: Screen, checks: "tuple[Check, ...]", state: str) -> None:
    screen.table(("PART", "STATE", "FOUND"), [(one.name, one.state, one.message) for one in checks])
    for one in checks:
        if one.hint:
            screen.say(f"{one.name}: {one.hint}")
    said = {
        "passed": "Everything is in order.",
        "degraded": "Films can be made, with the limits above.",
        "blocked": "No film can be made until the blocked parts are mended.",
    }
    screen.say(said[state])
