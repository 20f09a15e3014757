"""Thousands of names of goods and services by the world they belong to, beside the words that worlds hold."""

from functools import lru_cache
from importlib.resources import files

_HERE = "reelwright.providers.builtin.writer"


def world_called(name: str) -> str:
    """The world of a name in small letters, singular or plural: ``garden`` for ``slug pellets``; empty for others."""
    listed = _listed()
    return listed.get(name) or listed.get(name.removesuffix("s")) or listed.get(f"{name}s", "")


@lru_cache(maxsize=1)
def _listed() -> dict[str, str]:
    text = (files(_HERE) / "worlds" / "called.txt").read_text(encoding="utf-8")
    lines = (line.split(": ", 1) for line in text.splitlines() if line and line[0] != "#")
    return {name: world for world, names in lines for name in names.split("|")}
