"""Looks at everything a film needs and says passed, degraded or blocked, with the next step."""

import os
import shutil
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from reelwright.errors import ReelwrightError
from reelwright.film.brief import Brief
from reelwright.film.report import Check
from reelwright.settings import Settings

_MIN_FREE_BYTES = 500 * 1024 * 1024


def examine(settings: Settings) -> tuple[Check, ...]:
    """One finding for each part; nothing is changed."""
    parts: tuple[tuple[str, Callable[[Settings], Check]], ...] = (
        ("python", _python),
        ("home", _home),
        ("disk", _disk),
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
    free = shutil.disk_usage(_existing(settings.home)).free
    said = f"{free / 1024**3:.1f} GiB free"
    if free >= _MIN_FREE_BYTES:
        return Check(name="disk", state="passed", message=said)
    return Check(name="disk", state="degraded", message=said, hint="Make room: a film needs up to 500 MiB.")


def _database(settings: Settings) -> Check:
    from reelwright.crew import open_vault

    with open_vault(settings, read_only=True) as vault:
        unfinished = len(vault.films.unfinished())
        said = f"{vault.database.name}: {len(vault.films.films(limit=10_000))} films, {unfinished} unfinished"
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
    from reelwright.crew import check_models

    check_models(Brief(prompt="check", models=settings.models), settings)
    return Check(name="models", state="passed", message=", ".join(f"{k} {v}" for k, v in settings.models))


def _templates(settings: Settings) -> Check:
    from reelwright.prompts.templates import load_templates

    slugs = load_templates(settings.home / "story_templates")
    return Check(name="templates", state="passed", message=f"{len(slugs)} story templates")


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
