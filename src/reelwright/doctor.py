"""Looks at everything a film needs and says passed, degraded or blocked, with the next step."""

import os
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from reelwright.errors import NotFound, ReelwrightError, StorageError
from reelwright.film.brief import Brief
from reelwright.film.report import Check
from reelwright.settings import Settings

_FILM_BYTES = 500 * 1024 * 1024
_COPIES = 3
"""A film lies on the disk as work in progress, as media and in its output folder."""
_LEAST_BYTES = 50 * 1024 * 1024
"""With less free not even the smallest film can be made."""


def examine(settings: Settings) -> tuple[Check, ...]:
    """One finding for each part; nothing is changed."""
    parts: tuple[tuple[str, Callable[[Settings], Check]], ...] = (
        ("python", _python),
        ("home", _home),
        ("disk", _disk),
        ("media", _media),
        ("database", _database),
        ("pictures", _pictures),
        ("video", _video),
        ("voice", _voice),
        ("models", _models),
        ("templates", _templates),
        ("prices", _prices),
    )
    return tuple(_safely(name, part, settings) for name, part in parts)


def _safely(name: str, part: Callable[[Settings], Check], settings: Settings) -> Check:
    try:
        return part(settings)
    except ReelwrightError as problem:
        return Check(name=name, state="blocked", message=problem.message, hint=problem.hint)
    except (ImportError, OSError) as problem:
        return Check(name=name, state="blocked", message=str(problem), hint="Install Reelwright again.")


def _python(_: Settings) -> Check:
    return Check(name="python", state="passed", message=f"Python {sys.version.split()[0]}, {os.cpu_count()} cores")


def _existing(folder: Path) -> Path:
    while not folder.exists():
        folder = folder.parent
    return folder


def _home(settings: Settings) -> Check:
    at = _existing(settings.home)
    if os.access(at, os.W_OK | os.X_OK):
        return Check(name="home", state="passed", message=f"everything is kept in {settings.home}")
    return Check(
        name="home",
        state="blocked",
        message=f"cannot write in {at}",
        hint="Set REELWRIGHT_HOME to a folder you may write to.",
    )


def _disk(settings: Settings) -> Check:
    """Free space where films are kept, against what the largest film so far has taken."""
    needed = max(_FILM_BYTES, _COPIES * _largest_film_bytes(settings))
    places = {settings.home} if settings.media_url.startswith("s3://") else {settings.home, settings.media_dir}
    free = {place: shutil.disk_usage(_existing(place)).free for place in sorted(places)}
    place = min(free, key=lambda place: free[place])
    said = f"{_size(free[place])} free for {str(place)!r}; a film may take {_size(needed)}"
    if free[place] >= needed:
        return Check(name="disk", state="passed", message=said)
    state = "degraded" if free[place] >= _LEAST_BYTES else "blocked"
    hint = "Make room: `reelwright clean` and `reelwright rm FILM_ID` free some; or point REELWRIGHT_HOME elsewhere."
    return Check(name="disk", state=state, message=said, hint=hint)


def _size(byte_count: int) -> str:
    return f"{byte_count / 1e9:.2f} GB"


def _largest_film_bytes(settings: Settings) -> int:
    from reelwright.store.database import open_database
    from reelwright.store.health import largest_film_bytes

    with suppress(ReelwrightError), open_database(settings.database, read_only=True) as database:
        return largest_film_bytes(database)
    return 0  # what is wrong with the database is said by its own part


def _media(settings: Settings) -> Check:
    """Puts something small into the media store and deletes it again."""
    from reelwright.crew import open_media

    place = settings.media_url or str(settings.media_dir)
    if settings.media_url or settings.media_dir.exists():
        open_media(settings).probe()
    return Check(name="media", state="passed", message=f"kept in {place}")


def _database(settings: Settings) -> Check:
    from reelwright.store.database import open_database
    from reelwright.store.films import SqlFilmStore
    from reelwright.store.health import faults_of, version_of

    try:
        database = open_database(settings.database, read_only=True)
    except NotFound:
        return Check(name="database", state="passed", message="there is none yet; the first film makes it")
    with database:
        faults = faults_of(database)
        if faults:
            raise StorageError(
                f"the database {database.name!r} is damaged: {'; '.join(faults)}",
                hint="Stop everything, keep the file with its -wal and -shm files, and put a backup in its place; the"
                " media files beside it are untouched.",
            )
        films = SqlFilmStore(database)
        unfinished = len(films.unfinished())
        said = f"{database.name}, version {version_of(database)}: {len(films.films(limit=10_000))} films, "
        said += f"{unfinished} unfinished"
    hint = "`reelwright resume` continues the latest." if unfinished else ""
    return Check(name="database", state="passed", message=said, hint=hint)


def _pictures(_: Settings) -> Check:
    from reelwright.media.canvas import skia

    surface = skia.Surface(16, 16)
    surface.getCanvas().clear(0xFF336699)
    drawn = int(surface.toarray().sum()) > 0
    return Check(name="pictures", state="passed" if drawn else "blocked", message=f"Skia {skia.__version__}")


def _video(_: Settings) -> Check:
    import av

    missing = [name for name in ("libx264", "aac", "mov_text", "png") if name not in av.codecs_available]
    if missing:
        return Check(
            name="video",
            state="blocked",
            message=f"PyAV {av.__version__} lacks {', '.join(missing)}",
            hint="Install the `av` wheel from the package index.",
        )
    return Check(name="video", state="passed", message=f"PyAV {av.__version__} with H.264, AAC and captions")


def _voice(settings: Settings) -> Check:
    from reelwright.crew import voices_of

    voices = voices_of(settings)
    own = len(settings.pronunciations)
    said = f"{len(voices)} voices: {', '.join(v.name for v in voices)}"
    return Check(name="voice", state="passed", message=said + (f"; pronunciations of your own: {own}" if own else ""))


def _models(settings: Settings) -> Check:
    from reelwright.crew import check_keys, check_models

    brief = Brief(prompt="check", models=settings.models)
    check_models(brief, settings)
    check_keys(brief, settings)
    return Check(name="models", state="passed", message=", ".join(f"{k} {v}" for k, v in settings.models))


def _templates(settings: Settings) -> Check:
    from reelwright.prompts.templates import left_out, load_templates, own_templates

    folder = settings.home / "story_templates"
    own = own_templates(folder)
    said = f"{len(load_templates(folder))} story templates" + (f", of which your own: {len(own)}" if own else "")
    broken = [one for one in own if one.faults]
    if not broken:
        return Check(name="templates", state="passed", message=said)
    said = f"{len(load_templates(folder))} story templates; {'; '.join(left_out(one) for one in broken)}"
    return Check(
        name="templates", state="degraded", message=said, hint="`reelwright templates check` says what to mend."
    )


def _prices(settings: Settings) -> Check:
    from reelwright.crew import cards_of
    from reelwright.providers.catalogue import load_prices, price_notes

    prices = load_prices(settings.home)
    own = sum(price.is_own for price in prices.values())
    said = f"{len(prices)} hosted models" + (f", {own} with prices of your own" if own else "")
    today = datetime.now(UTC).date()
    notes = {
        note for card in cards_of(settings, settings.models).values() for note in price_notes(card.name, prices, today)
    }
    if notes:
        said += f". {' '.join(sorted(notes))}"
    return Check(
        name="prices", state="degraded" if notes else "passed", message=said, hint=_PRICES_HINT if notes else ""
    )


_PRICES_HINT = "Correct what has changed in prices.toml in the studio's home; docs/costs.md says how."
