"""Reelwright: a text-to-film studio. ``from reelwright import Studio`` is all that a program needs."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reelwright.film.film import Until
    from reelwright.film.report import FilmReport
    from reelwright.settings import Settings
    from reelwright.studio import Studio

__all__ = ["FilmReport", "Settings", "Studio", "Until"]

_HOMES = {
    "FilmReport": "reelwright.film.report",
    "Settings": "reelwright.settings",
    "Studio": "reelwright.studio",
    "Until": "reelwright.film.film",
}


def __getattr__(name: str) -> Any:
    """Imports a public name when it is first asked for, so that the command line starts fast."""
    if name not in _HOMES:
        raise AttributeError(f"module 'reelwright' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
