"""``python -m reelwright``."""

import sys

from reelwright.cli import run

if __name__ == "__main__":
    sys.exit(run())
