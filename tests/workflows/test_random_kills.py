"""Killed at a random moment a film goes on: no recorded step runs again, every call is charged once.

``REELWRIGHT_TEST_RANDOM_KILLS=20 python3 reel test tests/workflows/test_random_kills.py -s`` kills twenty on each.
"""

import json
import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.backlot import Backlot
from tests.workflows.fleet import Fleet

from reelwright.film.film import FilmStatus

TRIALS = int(os.environ.get("REELWRIGHT_TEST_RANDOM_KILLS", "1"))
FILM = ("make", "Red kites over the sea", "--duration", "6", "--size", "320x180", "--no-voice", "--no-music", "--json")
MODELS = ("--no-effects", "--takes", "1", "--image-model", "backlot:image", "--video-model", "backlot:video")
PAID = 6
"""Four frames and two takes."""
LONGEST_S = 4.5
"""About as long as the steps take when nobody kills it."""


@pytest.mark.timeout(60 * TRIALS)
@pytest.mark.parametrize("kind", ["sqlite", pytest.param("postgresql", marks=[] if TRIALS > 1 else pytest.mark.slow)])
def test_no_recorded_step_runs_again(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    fresh: Callable[[], str] = request.getfixturevalue("postgres") if kind == "postgresql" else str
    dice = random.Random(f"kills/{kind}/{TRIALS}")
    found: list[dict[str, float | int]] = []
    with Backlot() as lot:
        for number in range(TRIALS):
            lot.reset(latency_s={"image": 0.3, "video": 0.8}, jitter=0.5)
            room = tmp_path / str(number)
            room.mkdir()
            fleet = Fleet(room, fresh(), lot.url, counts_steps=True)
            try:
                found.append(trial(fleet, lot, dice))
            finally:
                fleet.close()
            sys.stderr.write(f"{kind} {number + 1}: {json.dumps(found[-1])}\n")
    assert sum(one["recorded steps run again"] for one in found) == 0
    assert {one["charges"] for one in found} == {PAID}


def trial(fleet: Fleet, lot: Backlot, dice: random.Random) -> dict[str, float | int]:
    """Kills a film that is made, one in six before its first step, goes on with it, and counts."""
    is_early, after_s = dice.random() < 1 / 6, dice.uniform(0.0, LONGEST_S)
    maker = fleet.start(*FILM, *MODELS, "--budget", "none", "--out", str(fleet.room / "out"))
    if not is_early:
        fleet.until(fleet.executed)
    time.sleep(after_s / 2 if is_early else after_s)
    maker.kill()
    has_tables = (fleet.is_shared or Path(fleet.address).exists()) and fleet.has_engine()
    recorded, begun = fleet.steps() if has_tables else {}, fleet.executed()
    charged = len(lot.books().charges)
    for film in fleet.films():
        fleet.until(lambda film=film: not fleet.is_alive(film.worker))
    again = fleet.start(*FILM, *MODELS, "--budget", "none", "--out", str(fleet.room / "out"))
    assert again.ended() == 0, again.said
    (film,) = fleet.films()
    assert (film.status, film.run) == (FilmStatus.COMPLETED, 1)
    steps, books, since = fleet.steps(), lot.books(), fleet.executed()[len(begun) :]
    assert {step: steps[step] for step in recorded} == recorded
    assert not books.doubles
    assert fleet.spent_usd() == books.total_usd
    in_flight = [step for step in begun if step not in recorded]
    return {
        "steps begun": len(begun),
        "steps recorded": len(recorded),
        "of": len(steps),
        "recorded steps run again": sum(step in recorded for step in since),
        "steps in flight run again": sum(step in in_flight for step in since),
        "charged before": charged,
        "charges": len(books.charges),
    }
