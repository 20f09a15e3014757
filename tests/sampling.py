"""Many cases of one test: a sample in the default run, all of them with ``--slow``."""

from collections.abc import Iterable
from typing import Any

import pytest


def sampled(cases: Iterable[Any], every: int) -> list[Any]:
    """The first of each ``every`` cases as they are, the others marked slow."""
    return [case if at % every == 0 else pytest.param(case, marks=pytest.mark.slow) for at, case in enumerate(cases)]
