"""First names of many languages, and who mostly bears them."""

import zlib
from functools import lru_cache
from importlib.resources import files

FILE = "first_names.zz"
_HERE = "reelwright.providers.builtin.writer"
_BORNE = {"w": "woman", "m": "man", "u": "any"}


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """Each name with a sign, by `bench/first_names.py`; a capital sign where it is a word as well."""
    rows = zlib.decompress((files(_HERE) / "lexicon" / FILE).read_bytes()).decode("ascii").splitlines()
    return {row[:-2]: row[-1] for row in rows}


def borne_by(name: str) -> str:
    """Who mostly bears a first name in ASCII letters: ``woman``, ``man`` or ``any``; empty for no first name."""
    return _BORNE.get(_names().get(name.lower(), "").lower(), "")


def is_word(name: str) -> bool:
    """Whether a first name is a common word as well: ``Rose``."""
    return _names().get(name.lower(), "").isupper()
