"""The command line: reads options, calls the studio's verbs, shows what came back."""

import sys
from collections.abc import Sequence


def run(arguments: Sequence[str] | None = None) -> int:
    """The ``reelwright`` command; returns its exit code."""
    from reelwright.cli.door import enter

    return enter(list(sys.argv[1:] if arguments is None else arguments))
