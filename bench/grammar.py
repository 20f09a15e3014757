"""Is the copy correct English? Checks all lines of two hundred briefs with Harper and prints findings by rule.

Usage: ``python bench/grammar.py [--seeds 1 2 3] [--all]``. Needs ``pip install harper-py`` (Apache-2.0, offline).
"""

import argparse
import importlib
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.providers.copy_briefs import COPY_BRIEFS
from tests.providers.test_copy import told

IGNORED = {
    "CompoundNouns": "joins what stays apart: dust sheets, barber shop, the other hand holds",
    "SplitWords": "does not know shoebox, clockmaker, mirrorless",
    "MissingPreposition": "takes 'the ground has other plans' for a slip",
    "ItsPossessive": "takes 'it's noon' for a possessive",
    "OxfordComma": "a list may be three words and three stops",
    "Regionalisms": "says that the British have no duvets",
    "SpellCheck": "names, brands and words of the trade; spelling is checked in the worlds by hand",
    "LongSentences": "a line is never longer than its window",
    "SentenceCapitalization": "lines begin with brands such as iPhone; capitals have their own test",
}
"""Rules that are not counted, each with its reason."""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--all", action="store_true", help="also count the ignored rules")
    chosen = parser.parse_args(arguments)
    lines = {line.text for prompt in COPY_BRIEFS for seed in chosen.seeds for line in told(prompt, seed)[1].lines}
    found = findings(sorted(lines), {} if chosen.all else IGNORED)
    for rule, hits in sorted(found.items(), key=lambda item: -len(item[1])):
        sys.stdout.write(f"\n{rule}: {len(hits)}\n")
        for text, message in hits:
            sys.stdout.write(f"  {text}  ({message})\n")
    total = sum(len(hits) for hits in found.values())
    sys.stdout.write(f"\n{len(lines)} different lines, {total} findings\n")
    return 0


def findings(lines: Sequence[str], ignored: dict[str, str]) -> dict[str, list[tuple[str, str]]]:
    """Lines and messages by the rule that found them."""
    harper: Any = importlib.import_module("harper")
    linter: Any = harper.Linter(dialect=harper.Dialect.BRITISH)
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for line in lines:
        for rule, lints in linter.organized_lints(line, language=harper.Language.PLAINTEXT).items():
            if lints and rule not in ignored:
                found[rule].extend((line, lint.message) for lint in lints)
    return found


if __name__ == "__main__":
    raise SystemExit(main())
