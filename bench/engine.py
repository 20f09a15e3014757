"""What the durable engine and the paid-call ledger cost: a step, a call, waiting jobs, jobs resumed after a kill.

Usage: ``python bench/engine.py [steps waiting resumed]``
"""

import argparse
import asyncio
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.backlot import Backlot, Profile  # noqa: E402
from tests.backlot.models import card_of, open_model  # noqa: E402
from tests.postgres import cluster  # noqa: E402

from reelwright.film.brief import Brief  # noqa: E402
from reelwright.film.call import CallProfile  # noqa: E402
from reelwright.film.film import Film  # noqa: E402
from reelwright.film.frame import FrameRole  # noqa: E402
from reelwright.film.shot import Shot  # noqa: E402
from reelwright.ports import ImageRequest  # noqa: E402
from reelwright.settings import Settings  # noqa: E402
from reelwright.store.calls import CallStore  # noqa: E402
from reelwright.store.database import open_database  # noqa: E402
from reelwright.store.films import SqlFilmStore  # noqa: E402
from reelwright.store.media import FolderMediaStore  # noqa: E402
from reelwright.workflows.engine import Engine, stage, step  # noqa: E402
from reelwright.workflows.house import House  # noqa: E402
from reelwright.workflows.lease import Lease  # noqa: E402
from reelwright.workflows.ledger import Ledger, Payer  # noqa: E402

STEPS, WAITING, RESUMED = 300, 2000, 1000
LONG_S = 10_000.0
"""Jobs of the backlot that never end while we measure."""


@step("nothing")
async def nothing(film_id: str) -> int:
    """A step that does nothing."""
    return 0


@stage("many steps")
async def many_steps(film_id: str, count: int) -> None:
    """Steps one after the other."""
    for _ in range(count):
        await nothing(film_id)


async def step_ms(home: Path, address: str) -> float:
    """Milliseconds that one durable step takes."""
    settings = Settings(home=home, database_url=address)
    with Lease(settings) as lease, House(settings, lease) as house, Engine(house):
        await (await many_steps.start("f.warm.r1", "f", 20)).result()
        started_s = time.perf_counter()
        await (await many_steps.start("f.many.r1", "f", STEPS)).result()
        return 1000 * (time.perf_counter() - started_s) / STEPS


def steps() -> None:
    """Prints the cost of a step on both databases."""
    with tempfile.TemporaryDirectory() as folder, cluster() as fresh:
        addresses = {"SQLite": "", "PostgreSQL": fresh() if fresh else None}
        for name, address in addresses.items():
            if address is not None:
                cost_ms = asyncio.run(step_ms(Path(folder) / name, address))
                print(f"a durable step on {name}: {cost_ms:.2f} ms", flush=True)


class Jobs:
    """Many calls of one provider, all under way at once."""

    def __init__(self, folder: Path, url: str, reached: Callable[[str], None]) -> None:
        self.database = open_database(folder / "films.db")
        films = SqlFilmStore(self.database)
        if not films.films():
            films.add_film(Film(id="film1", brief=Brief(prompt="x"), created_at=datetime.now(UTC)))
        profile = CallProfile(is_remote=True, listing=True, listing_shows_running=True, timeout_s=30, max_job_s=LONG_S)
        self.model = open_model(card_of("image", profile, concurrency=10_000, typical_s=LONG_S), url)
        media = FolderMediaStore(folder / "media")
        self.ledger = Ledger(CallStore(self.database), media, folder / "scratch", reached=reached)
        self._shot = Shot(id="sh01", number=1, frame_count=72)

    def start(self, count: int) -> list["asyncio.Task[object]"]:
        """So many calls as tasks."""
        return [asyncio.create_task(self._ask(seed)) for seed in range(count)]

    async def _ask(self, seed: int) -> object:
        def request(workdir: Path) -> ImageRequest:
            return ImageRequest(FrameRole.START, "a mug", "", self._shot, "illustrated", 32, 18, seed, workdir)

        return await self.ledger.ask(Payer("film1"), self.model, request)


async def all_watched(folder: Path, url: str, count: int) -> float:
    """Starts calls until each is watched; the seconds that took."""
    watched = 0

    def reached(boundary: str) -> None:
        nonlocal watched
        watched += boundary == "id stored"

    jobs = Jobs(folder, url, reached)
    started_s = time.perf_counter()
    tasks = jobs.start(count)
    while watched < count:
        await asyncio.sleep(0.02)
    took_s = time.perf_counter() - started_s
    if os.environ.get("BENCH_HOLD"):
        sys.stdout.write(f"{took_s:.2f} {memory_kb()}\n")
        sys.stdout.flush()
        await asyncio.sleep(600)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return took_s


def memory_kb() -> int:
    """Resident memory of this process at its most, in kB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def held(folder: Path, url: str, count: int) -> tuple["subprocess.Popen[str]", float, int]:
    """A process of its own that watches so many calls: the process, the seconds until then, its memory in kB."""
    call = f"b.all_watched(pathlib.Path({str(folder)!r}), {url!r}, {count})"
    code = f"import asyncio, bench.engine as b, pathlib\nasyncio.run({call})"
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ, "BENCH_HOLD": "1"}
    )
    assert process.stdout is not None
    took_s, memory = process.stdout.readline().split()
    return process, float(took_s), int(memory)


def waiting() -> None:
    """Prints what waiting jobs take of memory."""
    with Backlot(Profile(latency_s={"image": LONG_S})) as lot, tempfile.TemporaryDirectory() as folder:
        sizes: dict[int, int] = {}
        for count in (1, WAITING):
            place = Path(folder) / str(count)
            place.mkdir()
            process, took_s, sizes[count] = held(place, lot.url, count)
            process.kill()
            process.communicate()
        each_kb = (sizes[WAITING] - sizes[1]) / WAITING
        print(f"{WAITING} waiting jobs: {each_kb:.1f} kB each, begun and sent in {took_s:.1f} s", flush=True)


def resumed() -> None:
    """Prints how soon jobs are watched again after the process that watched them was killed."""
    with Backlot(Profile(latency_s={"image": LONG_S})) as lot, tempfile.TemporaryDirectory() as folder:
        process, took_s, _ = held(Path(folder), lot.url, RESUMED)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        again_s = asyncio.run(all_watched(Path(folder), lot.url, RESUMED))
        charges = len(lot.books().charges)
    print(f"{RESUMED} jobs begun in {took_s:.1f} s, watched again {again_s:.2f} s after a kill, {charges} charges")


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the named measurements, or all."""
    known = {"steps": steps, "waiting": waiting, "resumed": resumed}
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="*", choices=[*known, []], default=list(known))
    for name in parser.parse_args(arguments).what or known:
        known[name]()


if __name__ == "__main__":
    main()
