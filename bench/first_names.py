"""Makes the writer's table of first names, each with who mostly bears it, from the lists of Faker (MIT).

Usage: ``pip install faker`` in an environment of its own, then ``python bench/first_names.py``
"""

import importlib
import pkgutil
import re
import unicodedata
import zlib
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

LEXICON = Path(__file__).resolve().parent.parent / "src/reelwright/providers/builtin/writer/lexicon"
SEXES = {"first_names_female": "w", "first_names_male": "m", "first_names": "", "first_names_nonbinary": ""}
SHORTEST = 3


def plain(name: str) -> str:
    """A name in small letters without accents; empty where it is not written in Latin letters."""
    bare = "".join(sign for sign in unicodedata.normalize("NFD", name.lower()) if unicodedata.category(sign) != "Mn")
    return bare if re.fullmatch(r"[a-z]+", bare) and len(bare) >= SHORTEST else ""


def common_words() -> set[str]:
    """The words of the table of common words: written in small letters they are nobody's name."""
    rows = zlib.decompress((LEXICON / "nouns.zz").read_bytes()).split(b"\n")
    return {row.split(b"\t")[0].decode("ascii") for row in rows if row}


def first_names() -> dict[str, Counter[str]]:
    """Every first name of every language with how many of them give it to women and to men."""
    person: Any = importlib.import_module("faker.providers.person")
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute, sex in SEXES.items():
            names: Any = getattr(provider, attribute, ())
            listed: list[str] = [] if isinstance(names, property) else list(names)
            for name in listed:
                found[plain(name)][sex] += 1
    found.pop("", None)
    return found


def sign_of(count: Counter[str]) -> str:
    """``w`` or ``m`` for who mostly bears a name, ``u`` for both."""
    return "w" if count["w"] > 2 * count["m"] else "m" if count["m"] > 2 * count["w"] else "u"


def main() -> None:
    words = common_words()
    rows = {name: sign_of(count).upper() if name in words else sign_of(count) for name, count in first_names().items()}
    text = "\n".join(f"{name} {sign}" for name, sign in sorted(rows.items()))
    path = LEXICON / "first_names.zz"
    path.write_bytes(zlib.compress(text.encode("ascii"), 9))
    print(f"{len(rows)} names, {path.stat().st_size} bytes to {path}")


if __name__ == "__main__":
    main()
