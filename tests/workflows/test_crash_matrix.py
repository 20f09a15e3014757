"""A process dies at any moment of a paid call: nothing is paid twice, or a person is asked. ``-s`` shows the matrix."""

import os
import sys
from pathlib import Path

import pytest
from tests.postgres import cluster
from tests.workflows.crash.boundaries import BOUNDARIES, HELPS
from tests.workflows.crash.matrix import WHOLE, Cell, Ended, run_matrix, table

SAMPLE = tuple(cell for cell in WHOLE if (BOUNDARIES.index(cell.boundary) + HELPS.index(cell.help)) % 4 == 0)
"""Each boundary and each kind of help a few times."""


def judge(ended: list[Ended], cells: tuple[Cell, ...]) -> None:
    """Shows the matrix, also in the file that ``CRASH_MATRIX_FILE`` names; fails with the cells that are wrong."""
    shown = table(ended)
    sys.stdout.write(f"\n{shown}")
    if "CRASH_MATRIX_FILE" in os.environ:
        Path(os.environ["CRASH_MATRIX_FILE"]).write_text(shown)
    assert len(ended) == len(cells)
    wrong = {(one.cell.boundary.title, one.cell.help.title): one.verdict for one in ended if not one.right}
    assert not wrong


def test_a_sample_of_deaths(tmp_path: Path) -> None:
    assert {cell.boundary for cell in SAMPLE} == set(BOUNDARIES)
    judge(run_matrix(SAMPLE, tmp_path), SAMPLE)


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_every_death(kind: str, tmp_path: Path) -> None:
    with cluster() as fresh:
        if kind == "postgresql" and fresh is None:
            pytest.skip("PostgreSQL's initdb is not installed")
        judge(run_matrix(WHOLE, tmp_path, fresh if kind == "postgresql" else None), WHOLE)
