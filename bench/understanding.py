"""Does the built-in writer understand briefs? Prints shares over the labelled sets of ``tests/briefs/`` and every miss.

Usage: ``python bench/understanding.py [set or path of a set ...] [--misses]``
"""

import argparse
import hashlib
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reelwright.film.writing import ChooseTemplateInputs, TemplateSummary
from reelwright.prompts.templates import load_templates
from reelwright.providers.builtin.writer.analyse import Reading, analyse
from reelwright.providers.builtin.writer.weigh import choose

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "briefs"
SETS = (
    *("tune", "held_out", "seen_once", "unseen", "unseen_rare", "first_sight", "blind", "second"),
    *("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
)
NEUTRAL = ("idea", "moment", "day", "product")
"""How a product may be called that the brief does not name."""


@dataclass(frozen=True)
class Label:
    """A brief with what people who know the trade accept as its reading."""

    text: str
    templates: tuple[str, ...]
    product: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    hero: tuple[str, ...] = ()
    audience: str = ""
    brand: str = ""


@dataclass
class Tally:
    """Hits and misses of one question over one set."""

    right: int = 0
    misses: list[str] = field(default_factory=list[str])

    def count(self, is_right: bool, miss: str) -> None:
        """Adds one answer."""
        self.right += is_right
        if not is_right:
            self.misses.append(miss)

    @property
    def share(self) -> float:
        """Right answers of all, in [0, 1]."""
        return self.right / max(1, self.right + len(self.misses))


def labels(name: str) -> tuple[Label, ...]:
    """The labelled briefs of ``tests/briefs/<name>.toml``, or of a path that ends in ``.toml``."""
    path = Path(name) if name.endswith(".toml") else FOLDER / f"{name}.toml"
    rows: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["brief"]
    return tuple(
        Label(
            text=row["text"],
            templates=tuple(row["templates"]),
            product=tuple(row.get("product", ())),
            kinds=tuple(row.get("kinds", ())),
            hero=tuple(row.get("hero", ())),
            audience=row.get("audience", ""),
            brand=row.get("brand", ""),
        )
        for row in rows
    )


def is_held_out(text: str) -> bool:
    """Which half a brief of the first two sets belongs to."""
    return hashlib.sha256(text.encode()).digest()[0] % 2 == 1


def measure(rows: Sequence[Label]) -> dict[str, Tally]:
    """Each question's tally: template, product, is_story, kind, audience, brand."""
    tallies = {name: Tally() for name in ("template", "product", "is_story", "kind", "audience", "brand")}
    for row in rows:
        _measure_one(row, tallies)
    return tallies


def _measure_one(row: Label, tallies: dict[str, Tally]) -> None:
    reading = analyse(row.text)
    chosen = choose(
        ChooseTemplateInputs(prompt=row.text, duration_s=15, mood="", style="", templates=summaries())
    ).selected_template
    tallies["template"].count(chosen in row.templates, f"{row.text!r}: {chosen}, not {' or '.join(row.templates)}")
    tallies["is_story"].count(reading.is_story == bool(row.hero), f"{row.text!r}: {reading.is_story}")
    called = reading.hero if reading.is_story else f"{reading.noun_phrase} ({reading.kind}) {reading.brand}"
    wanted = " or ".join(one or "none" for one in row.hero or row.product)
    tallies["product"].count(_is_found(row, reading), f"{row.text!r}: {called}, not {wanted}")
    if row.kinds and not row.hero:
        tallies["kind"].count(reading.kind in row.kinds, f"{row.text!r}: {reading.kind}, not {' or '.join(row.kinds)}")
    if row.audience:
        heard = plain_words(row.audience) <= plain_words(reading.audience)
        tallies["audience"].count(heard, f"{row.text!r}: {reading.audience!r}, not {row.audience!r}")
    if not row.hero:
        tallies["brand"].count(
            bare(reading.brand) == bare(row.brand), f"{row.text!r}: {reading.brand!r}, not {row.brand!r}"
        )


def _is_found(row: Label, reading: Reading) -> bool:
    """Whether the lead, or one of the accepted names of the product with all its words, is what the film is about."""
    if row.hero:
        return reading.is_story and any(plain_words(one) <= plain_words(reading.hero) for one in row.hero)
    said = plain_words(reading.noun_phrase) | plain_words("" if row.brand else reading.brand)
    return not reading.is_story and any(
        plain_words(one) <= said if one else reading.noun_phrase in NEUTRAL or reading.kind in row.kinds
        for one in row.product
    )


def bare(brand: str) -> str:
    """A brand in small letters and without its article, which people write or leave out: ``The Plough Inn``."""
    return brand.lower().replace("’", "'").removeprefix("the ")


def plain_words(text: str) -> set[str]:
    words = text.lower().replace("’", "'").replace("-", " ").split()
    return {word.removesuffix("'s").rstrip("s") for word in words}


def summaries() -> tuple[TemplateSummary, ...]:
    return tuple(
        TemplateSummary(slug=one.slug, name=one.name, best_for=one.best_for, tone=one.tone)
        for one in load_templates().values()
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=SETS)
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    for name in arguments.sets:
        rows = labels(name)
        tallies = measure(rows)
        print(
            f"{Path(name).stem:11} {len(rows):4} briefs  " + "  ".join(f"{k} {t.share:.1%}" for k, t in tallies.items())
        )
        for question, tally in tallies.items() if arguments.misses else ():
            print(f"  {question}:", *(f"    {miss}" for miss in tally.misses), sep="\n")


if __name__ == "__main__":
    main()
