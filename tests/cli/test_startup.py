"""Help appears at once."""

import subprocess
import sys
import time


def _wall_s(*arguments: str) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


def test_help_takes_at_most_two_and_a_half_times_the_import_of_typer() -> None:
    rounds = [(_wall_s("-P", "-m", "reelwright", "--help"), _wall_s("-c", "import typer")) for _ in range(5)]
    ours_s, theirs_s = (min(times) for times in zip(*rounds, strict=True))
    assert ours_s <= 2.5 * theirs_s, f"{ours_s:.3f} s against {theirs_s:.3f} s"
