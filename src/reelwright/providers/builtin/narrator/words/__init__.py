"""The word lists beside this file, read once: measures, letters, names and uses."""

import importlib.resources
import tomllib
from functools import lru_cache
from typing import Any


@lru_cache(maxsize=4)
def word_list(name: str) -> dict[str, Any]:
    """The tables of ``measures``, ``letters``, ``names`` or ``uses``."""
    return tomllib.loads((importlib.resources.files(__name__) / f"{name}.toml").read_text("utf-8"))
