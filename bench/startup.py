"""How long `reelwright --help` takes beside `python -c "import typer"`, in interleaved runs.

.venv/bin/python bench/startup.py [ROUNDS]
"""

import statistics
import subprocess
import sys
import time

BARE = [sys.executable, "-c", "pass"]
TYPER = [sys.executable, "-c", "import typer"]
HELP = [sys.executable, "-P", "-m", "reelwright", "--help"]
GOAL = 2.5


def wall_s(command: list[str]) -> float:
    """Wall time of a whole process, in seconds."""
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


def measure(rounds: int) -> dict[str, list[float]]:
    """Wall times in seconds by command, one of each in every round."""
    commands = {"bare": BARE, "typer": TYPER, "help": HELP}
    for command in commands.values():
        wall_s(command)
    found: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            found[name].append(wall_s(command))
    return found


def ratio(found: dict[str, list[float]]) -> float:
    """The help over the import, as the median of the rounds."""
    return statistics.median(ours / theirs for ours, theirs in zip(found["help"], found["typer"], strict=True))


def main() -> None:
    """Print the table."""
    found = measure(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
    for name, times in found.items():
        print(f"{name:<6} min {min(times) * 1000:6.0f} ms   median {statistics.median(times) * 1000:6.0f} ms")
    print(f"help / import typer: {ratio(found):.2f} (goal {GOAL})")


if __name__ == "__main__":
    main()
