"""Is a product told in a world it belongs to? Prints shares over ``tests/providers/worlds_of_briefs.tsv``.

Usage: ``python bench/worlds.py [--misses]``. Each row holds how far its brief was used (``seen``: words were taken from
it; ``looked at``: its misses were), the worlds that a reader accepted, none for what no world fits, and the brief.
"""

import argparse
from collections import Counter
from pathlib import Path

from reelwright.providers.builtin.writer.analyse import analyse
from reelwright.providers.builtin.writer.worlds import world_of

FILE = Path(__file__).resolve().parent.parent / "tests" / "providers" / "worlds_of_briefs.tsv"
_UNKNOWN = "generic"


def main() -> None:
    """Print how many play in a world that fits, in another, and in none though one fits."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--misses", action="store_true", help="also every brief that plays elsewhere")
    arguments = parser.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    for row in FILE.read_text(encoding="utf-8").splitlines():
        use, accepted, brief = row.split("\t")
        world = world_of(analyse(brief)).name
        is_right = world in accepted.split("; ") or (not accepted and world == _UNKNOWN)
        outcome = "fits" if is_right else "unknown" if world == _UNKNOWN else "another"
        counts[use, outcome] += 1
        if arguments.misses and outcome != "fits":
            print(f"{world}: {brief} ({accepted or 'none'})")
    for use in sorted({use for use, _ in counts}):
        total = sum(count for (one, _), count in counts.items() if one == use)
        shares = ", ".join(f"{name} {counts[use, name]}" for name in ("fits", "another", "unknown"))
        print(f"{use:10} {total} briefs: {shares}")


if __name__ == "__main__":
    main()
