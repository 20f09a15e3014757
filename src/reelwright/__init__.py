"""Reelwright: a text-to-film studio. ``from reelwright import Studio`` is all that a program needs."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reelwright.film.film import Until
    from reelwright.film.report import FilmReport
    from reelwright.film.scenario import Scenario
    from reelwright.scenario_writer import ScenarioWriter, save_scenario, write_scenario
    from reelwright.settings import Settings
    from reelwright.studio import Studio

__all__ = [
    "FilmReport",
    "Scenario",
    "ScenarioWriter",
    "Settings",
    "Studio",
    "Until",
    "save_scenario",
    "write_scenario",
]

_HOMES = {
    "FilmReport": "reelwright.film.report",
    "Scenario": "reelwright.film.scenario",
    "ScenarioWriter": "reelwright.scenario_writer",
    "Settings": "reelwright.settings",
    "Studio": "reelwright.studio",
    "Until": "reelwright.film.film",
    "save_scenario": "reelwright.scenario_writer",
    "write_scenario": "reelwright.scenario_writer",
}


def __getattr__(name: str) -> Any:
    """Imports a public name when it is first asked for, so that the command line starts fast."""
    if name not in _HOMES:
        raise AttributeError(f"module 'reelwright' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
