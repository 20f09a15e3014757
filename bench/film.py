"""Whole films as a user makes them: CPU seconds, wall seconds and memory of fresh processes, children included.

Run: ``.venv/bin/python bench/film.py [--runs 3]``. Prints one Markdown table. Figures of different machines cannot be
compared; the ratios of one run can.
"""

import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

PROMPT = "Artisan coffee that starts your morning right"


@dataclass(frozen=True)
class Cost:
    """What one command cost."""

    cpu_s: float
    wall_s: float


def timed(arguments: list[str], home: Path) -> Cost:
    """Runs ``reelwright`` with the arguments in a home of its own."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    environment = {**os.environ, "REELWRIGHT_HOME": str(home)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # else every process compiles what it imports
    done = subprocess.run(
        [sys.executable, "-m", "reelwright", *arguments], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise SystemExit(f"{arguments} ended with {done.returncode}:\n{done.stderr}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu_s = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(cpu_s, time.perf_counter() - started)


def change_one_shot(folder: Path) -> Path:
    """A copy of the shot list in which one shot is lit from elsewhere: a picture-only change."""
    shots = json.loads((folder / "shots.json").read_text())
    staging = shots["shots"][1]["staging"]
    staging["light_from"] = "right" if staging["light_from"] != "right" else "left"
    changed = folder.parent / "changed.json"
    changed.write_text(json.dumps(shots))
    return changed


def main() -> None:
    """Runs everything and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    rows: dict[str, list[Cost]] = {"720p, 15 s": [], "one shot changed": [], "nothing changed": [], "1080p, 15 s": []}
    for _ in range(runs):
        place = Path(tempfile.mkdtemp(prefix="reelwright-bench-"))
        home, film = place / "home", place / "film"
        warm_up(home)
        rows["720p, 15 s"].append(timed(["make", PROMPT, "--out", str(film)], home))
        changed = change_one_shot(film)
        rows["one shot changed"].append(timed(["film", str(changed), "--out", str(place / "film2")], home))
        rows["nothing changed"].append(timed(["make", PROMPT, "--out", str(place / "film3")], home))
        hd = ["make", PROMPT, "--size", "1920x1080", "--out", str(place / "film4")]
        shutil.rmtree(home)
        warm_up(home)
        rows["1080p, 15 s"].append(timed(hd, home))
        shutil.rmtree(place)
    print_table(rows)


def warm_up(home: Path) -> None:
    """Set-up that is not part of a film: the voice model is put together once for a home."""
    timed(["make", "Warm up", "--duration", "6", "--size", "320x180", "--out", str(home.parent / "warm")], home)
    shutil.rmtree(home.parent / "warm")


def print_table(rows: dict[str, list[Cost]]) -> None:
    """Medians, with the ratio to the first row."""
    print("| film | CPU s | wall s | CPU to 720p |\n|---|---|---|---|")
    whole = statistics.median(cost.cpu_s for cost in rows["720p, 15 s"])
    for name, costs in rows.items():
        cpu_s = statistics.median(cost.cpu_s for cost in costs)
        wall_s = statistics.median(cost.wall_s for cost in costs)
        print(f"| {name} | {cpu_s:.1f} | {wall_s:.1f} | {cpu_s / whole:.2f} |")
    peak_mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"\nLargest process: {peak_mb:.0f} MB.")


if __name__ == "__main__":
    main()
