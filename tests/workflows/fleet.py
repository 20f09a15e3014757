"""Workers and makers as real processes on one database, with a provider that charges, or one that kills."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import inspect, text

from reelwright.film.brief import Brief, Models
from reelwright.film.film import Event, Film, Until
from reelwright.store.charges import ChargeStore
from reelwright.store.database import open_database
from reelwright.store.films import SqlFilmStore
from reelwright.store.leases import LeaseStore

ROOT = Path(__file__).parents[2]
LEASE_S = 2.0
PAID = ("--image-model", "backlot:image", "--budget", "none")
SHORT = ("--duration", "6", "--size", "320x180", "--no-voice", "--no-music", "--no-effects", "--until", "frames")
PICTURES = 4
"""Of a film of two shots."""
_SITE = """
import os
import signal
from tests.backlot.models import BacklotModel, BacklotProvider


class Deadly(BacklotModel):
    async def send(self, request, nonce):
        os.kill(os.getpid(), signal.SIGKILL)

    async def listing(self, since):
        os.kill(os.getpid(), signal.SIGKILL)


class DeadlyProvider(BacklotProvider):
    name = "deadly"

    def __init__(self):
        super().__init__()
        self.cards = tuple(card.model_copy(update={"provider": "deadly"}) for card in self.cards)

    def open(self, card, tools):
        return Deadly(card, None)
"""


_COUNTING = """
import functools
import os
import sys

if "reelwright" in sys.orig_argv[:4]:
    from dbos import DBOS

    log = os.open(os.path.join(os.path.dirname(__file__), "executed"), os.O_CREAT | os.O_APPEND | os.O_WRONLY)
    step = DBOS.step

    def counted_step(*, name):
        def wrap(function):
            @functools.wraps(function)
            async def counted(*args, **kwargs):
                os.write(log, f"{DBOS.workflow_id} {DBOS.step_id} {name}\\n".encode())
                return await function(*args, **kwargs)

            return step(name=name)(counted)

        return wrap

    DBOS.step = counted_step
"""
"""Notes each step that is really run, in a file that no kill takes back: the engine's record shows only its end."""


@dataclass
class Process:
    """One command that runs."""

    popen: "subprocess.Popen[bytes]"
    log: Path

    @property
    def said(self) -> str:
        """All it wrote to standard error so far."""
        return self.log.read_text()

    def kill(self) -> float:
        """Kill -9; when."""
        os.killpg(self.popen.pid, signal.SIGKILL)
        self.popen.wait(10)
        return time.monotonic()

    def signal(self, number: int) -> None:
        """Sends it a signal."""
        self.popen.send_signal(number)

    def ended(self, within_s: float = 60.0) -> int:
        """Its exit code, waited for."""
        return self.popen.wait(within_s)


@dataclass
class Fleet:
    """Everything that works on one database."""

    room: Path
    url: str
    backlot_url: str = ""
    counts_steps: bool = False
    lease_s: float = LEASE_S
    processes: list[Process] = field(default_factory=list[Process])

    def __post_init__(self) -> None:
        site = self.room / "site"
        info = site / "far-0.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: far\nVersion: 0\n")
        doors = "backlot = tests.backlot.models:BacklotProvider\ndeadly = far_provider:DeadlyProvider\n"
        (info / "entry_points.txt").write_text(f"[reelwright.providers]\n{doors}")
        (site / "far_provider.py").write_text(_SITE)
        if self.counts_steps:
            (site / "sitecustomize.py").write_text(_COUNTING)
        (self.room / "work").mkdir()

    @property
    def is_shared(self) -> bool:
        """Whether it is PostgreSQL."""
        return self.url.startswith("postgresql")

    def start(self, *arguments: str) -> Process:
        """Starts a command in a process group of its own."""
        database = {"REELWRIGHT_DATABASE_URL": self.url} if self.is_shared else {}
        environment = {
            **os.environ,
            **database,
            "REELWRIGHT_HOME": str(self.room / "home"),
            "REELWRIGHT_LEASE_S": f"{self.lease_s:g}",
            "REELWRIGHT_WORKERS": "1",
            "REELWRIGHT_DAILY_CAP_USD": "none",
            "REELWRIGHT_BACKLOT_BASE_URL": self.backlot_url,
            "PYTHONPATH": os.pathsep.join([str(self.room / "site"), str(ROOT)]),
            "PYTHONUNBUFFERED": "1",
        }
        log = self.room / f"{len(self.processes)}.log"
        with log.open("wb") as err, log.with_suffix(".out").open("wb") as out:
            popen = subprocess.Popen(
                [sys.executable, "-m", "reelwright", *arguments],
                env=environment,
                cwd=self.room / "work",
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                start_new_session=True,
            )
        self.processes.append(Process(popen, log))
        return self.processes[-1]

    def worker(self, *arguments: str) -> Process:
        """A worker that is ready."""
        process = self.start("worker", *arguments)
        self.until(lambda: "ready for films" in process.said or process.popen.poll() is not None)
        return process

    def make(self, prompt: str, *arguments: str) -> Process:
        """A small film, asked for."""
        return self.start("make", prompt, *SHORT, *arguments)

    def queue(self, prompt: str, *, seed: int = -1, variations: int = 1, **models: str) -> str:
        """A small film that waits in the database for whoever makes films; its id."""
        brief = Brief(
            prompt=prompt,
            seed=seed,
            variations=variations,
            duration_s=6,
            width_px=320,
            height_px=180,
            wants_voice=False,
            wants_music=False,
            wants_effects=False,
            models=Models(**models),
        )
        film = Film(id=os.urandom(6).hex(), brief=brief, until=Until.FRAMES, created_at=datetime.now(UTC))
        with open_database(self.address) as database:
            SqlFilmStore(database).add_film(film)
        return film.id

    @property
    def address(self) -> str:
        """The database's address."""
        return self.url if self.is_shared else str(self.room / "home" / "reelwright.db")

    def films(self) -> tuple[Film, ...]:
        """All films."""
        with open_database(self.address) as database:
            return SqlFilmStore(database).films()

    def film(self, film_id: str) -> Film:
        """A film."""
        with open_database(self.address) as database:
            return SqlFilmStore(database).film(film_id)

    def events(self, film_id: str, kind: str) -> list[Event]:
        """A film's events of a kind."""
        with open_database(self.address) as database:
            return [event for event in SqlFilmStore(database).events(film_id) if event.kind == kind]

    def is_alive(self, worker: str) -> bool:
        """Whether a process holds its lease; one that was killed does so for a while on PostgreSQL."""
        with open_database(self.address) as database:
            return self.is_shared and LeaseStore(database, "", self.lease_s).is_alive(worker)

    def spent_usd(self) -> Decimal:
        """What all films have cost, by our books, in which nothing may be in doubt."""
        with open_database(self.address) as database:
            books = ChargeStore(database)
            assert books.reserved() == 0
            return sum((charge.usage.cost_usd for charge in books.charges()), Decimal(0))

    def steps(self) -> dict[tuple[str, int], tuple[str, int]]:
        """What the engine has recorded: for each workflow and number the step's name and when it was recorded."""
        table = "dbos.operation_outputs" if self.is_shared else "operation_outputs"
        query = f"SELECT workflow_uuid, function_id, function_name, completed_at_epoch_ms FROM {table}"
        with open_database(self.address) as database, database.read() as connection:
            rows: list[Any] = list(connection.execute(text(query)))
        return {(row[0], row[1]): (row[2], row[3]) for row in rows}

    def has_engine(self) -> bool:
        """Whether a process has come so far that the engine has its tables."""
        with open_database(self.address) as database:
            inspected = inspect(database.engine)
            return inspected.has_table("operation_outputs", schema="dbos" if self.is_shared else None)

    def executed(self) -> list[tuple[str, int]]:
        """Each step that was begun, by workflow and number, as often as it was, in order; needs ``counts_steps``."""
        log = self.room / "site" / "executed"
        lines = log.read_text().splitlines() if log.exists() else []
        return [(line.split()[0], int(line.split()[1])) for line in lines]

    def until(self, holds: Callable[[], object], within_s: float = 60.0) -> float:
        """Waits until it holds; how long that took, in seconds."""
        started_s = time.monotonic()
        while not holds():
            logs = "\n".join(f"--- {process.log.name}\n{process.said}" for process in self.processes)
            assert time.monotonic() - started_s < within_s, logs
            time.sleep(0.03)
        return time.monotonic() - started_s

    def close(self) -> None:
        """Ends whatever still runs."""
        for process in self.processes:
            if process.popen.poll() is None:
                os.killpg(process.popen.pid, signal.SIGKILL)
                process.popen.wait(10)
