"""Towns, counties and states of the world, by their names."""

import unicodedata
import zlib
from functools import lru_cache
from importlib.resources import files

FILE = "towns.zz"
_HERE = "reelwright.providers.builtin.writer"
_UNDRAWN = str.maketrans({"’": "'", "ı": "i", "ø": "o", "ł": "l"})


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    """Each name in small letters without accents, by `bench/place_names.py`."""
    return frozenset(zlib.decompress((files(_HERE) / "lexicon" / FILE).read_bytes()).decode("ascii").split("\n"))


@lru_cache(maxsize=1024)
def is_town(words: str) -> bool:
    """Whether one word or a few are the name of a place, whatever their capitals and accents."""
    low = words.lower().removesuffix("'s").translate(_UNDRAWN)
    return "".join(sign for sign in unicodedata.normalize("NFD", low) if unicodedata.category(sign) != "Mn") in _names()
