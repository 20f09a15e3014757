"""The long soak: four workers on PostgreSQL, killed and frozen at random, and a provider that charges and misbehaves.

Usage: ``python bench/chaos.py [FILMS] [SEED]``; a film is eight paid calls.
"""

import dataclasses
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.backlot import Backlot  # noqa: E402
from tests.postgres import cluster  # noqa: E402
from tests.workflows.chaos import Soak  # noqa: E402


def main() -> int:
    """Runs it and prints what it came to."""
    words = sys.argv[1:]
    films, seed = int(words[0]) if words else 150, int(words[1]) if len(words) > 1 else 1
    with tempfile.TemporaryDirectory() as folder, cluster() as fresh, Backlot() as lot:
        if fresh is None:
            print("PostgreSQL's initdb is not installed")
            return 78
        soak = Soak(Path(folder), fresh(), lot, films, seed)
        try:
            report = soak.run(within_s=20 * films)
        finally:
            soak.close()
    for name, value in dataclasses.asdict(report).items():
        print(f"{name.replace('_', ' ')}: {value}")
    print("clean" if report.is_clean else "NOT CLEAN")
    return 0 if report.is_clean else 1


if __name__ == "__main__":
    sys.exit(main())
