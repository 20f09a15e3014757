"""A soak of the workers on PostgreSQL, short enough for every change; ``bench/chaos.py`` is the long one."""

import statistics
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.backlot import Backlot
from tests.workflows.chaos import CALLS, LEASE_S, Soak

FILMS = 26


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_killed_and_frozen_workers_make_every_film_and_pay_every_call_once(
    postgres: Callable[[], str], tmp_path: Path
) -> None:
    assert FILMS * CALLS >= 200
    with Backlot() as lot:
        soak = Soak(tmp_path, postgres(), lot, FILMS, seed=20261121)
        try:
            report = soak.run(within_s=540)
        finally:
            soak.close()
    sys.stderr.write(f"{report}\n")
    assert report.is_clean, report
    assert report.kills >= 3
    assert report.takeover_s
    assert statistics.median(report.takeover_s) < LEASE_S + 5
