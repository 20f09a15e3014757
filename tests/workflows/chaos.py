"""A soak: workers on one database that are killed and frozen at random while they make films that cost money."""

import random
import signal
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.backlot import Backlot, Fault
from tests.workflows.fleet import Fleet, Process

from reelwright.film.film import Event, Film, FilmStatus, Until
from reelwright.store.database import open_database
from reelwright.store.films import SqlFilmStore
from reelwright.store.leases import LeaseStore
from reelwright.store.media import FolderMediaStore

WORKERS = 4
CALLS = 8
"""Of a film: two shots, two roles, two variations."""
LEASE_S = 3.0
_PROMPTS = (
    "Red kites over the sea",
    "Blue bicycles in the rain",
    "A lantern in the old harbour",
    "A mug of tea at dawn",
)
_FAULTS = ("lost_response", "503_after", "500_before", "429", "reset")


@dataclass
class Report:
    """What a soak came to."""

    films: int
    calls_expected: int
    seconds: float = 0.0
    kills: int = 0
    freezes_past_lease: int = 0
    short_freezes: int = 0
    workers_started: int = 0
    ended_by_lost_lease: int = 0
    takeovers: int = 0
    stopped_as_deadly: int = 0
    """Films that met three deaths in one run, and were asked for again, as the message says."""
    takeover_s: list[float] = field(default_factory=list[float])
    """From a kill to the next process's word that it goes on, of films that met no death before."""
    charges: int = 0
    doubles: int = 0
    charged_usd: str = ""
    booked_usd: str = ""
    completed: int = 0
    pictures_lost: int = 0
    answers: dict[int, int] = field(default_factory=dict[int, int])

    @property
    def is_clean(self) -> bool:
        """Whether everything was made, and every call paid once."""
        return (
            self.completed == self.films
            and self.charges == self.calls_expected
            and self.doubles == self.pictures_lost == 0
            and self.charged_usd == self.booked_usd
        )


class Soak:
    """One run.

    Args:
        room: An empty folder.
        url: An empty PostgreSQL database.
        films: How many films are made.
        seed: Of the dice.
    """

    def __init__(self, room: Path, url: str, lot: Backlot, films: int, seed: int) -> None:
        lot.reset(latency_s={"image": 1.0}, jitter=0.6)
        lot.plan(*(Fault(on="create", fault=fault, times=max(1, films // 20)) for fault in _FAULTS))
        self.fleet, self._lot = Fleet(room, url, lot.url, lease_s=LEASE_S), lot
        self._dice = random.Random(seed)
        self.report = Report(films, films * CALLS)
        self._ids = [
            self.fleet.queue(_PROMPTS[number % len(_PROMPTS)], seed=number, variations=2, image="backlot:image")
            for number in range(films)
        ]
        self._workers: list[Process] = []
        self._frozen: dict[int, float] = {}
        """When to thaw a worker, by process id."""
        self._deaths: dict[str, float] = {}
        """When a worker died."""

    def run(self, within_s: float) -> Report:
        """Makes all films under chaos, and counts.

        Raises:
            TimeoutError: If they are not made in time; says how they stand.
        """
        started_s = time.monotonic()
        next_harm_s = started_s + 6
        while not self._all_made():
            now_s = time.monotonic()
            if now_s - started_s > within_s:
                raise TimeoutError(f"{self.report}\n{[(film.id, film.status) for film in self.fleet.films()]}")
            self._thaw(now_s)
            self._keep_staffed()
            if now_s > next_harm_s:
                self._harm()
                next_harm_s = now_s + self._dice.uniform(2.5, 6.0)
            time.sleep(0.25)
        self.report.seconds = round(time.monotonic() - started_s, 1)
        self._count()
        return self.report

    def close(self) -> None:
        """Ends every worker, the frozen ones too."""
        self.fleet.close()

    def _all_made(self) -> bool:
        films = self.fleet.films()
        for film in films:
            if film.status is FilmStatus.FAILED:
                self._ask_again(film)
        return all(film.status is FilmStatus.COMPLETED for film in films)

    def _ask_again(self, film: Film) -> None:
        """What a person does whose film met three deaths; nothing else may stop one."""
        message = str(self.fleet.events(film.id, "failed")[-1].body["message"])
        assert "workers died" in message, message
        self.report.stopped_as_deadly += 1
        with open_database(self.fleet.address) as database:
            LeaseStore(database, "", LEASE_S).queue(film.id, Until.FRAMES)

    def _keep_staffed(self) -> None:
        ended = [worker for worker in self._workers if worker.popen.poll() is not None]
        for worker in ended:
            self._workers.remove(worker)
            self._frozen.pop(worker.popen.pid, None)
            self.report.ended_by_lost_lease += worker.popen.returncode == 75
            assert worker.popen.returncode in (75, -signal.SIGKILL), worker.said
        while len(self._workers) < WORKERS:
            self._workers.append(self.fleet.start("worker"))
            self.report.workers_started += 1

    def _harm(self) -> None:
        """Kills or freezes one of those that run."""
        running = [worker for worker in self._workers if worker.popen.pid not in self._frozen]
        if len(running) < 2:
            return
        worker, dice = self._dice.choice(running), self._dice.random()
        if dice < 0.6:
            name = self._name_of(worker)
            worker.kill()
            self._deaths[name] = time.time()
            self.report.kills += 1
            return
        for_s = LEASE_S * (self._dice.uniform(1.3, 2.5) if dice < 0.85 else self._dice.uniform(0.2, 0.5))
        worker.signal(signal.SIGSTOP)
        self._frozen[worker.popen.pid] = time.monotonic() + for_s
        if for_s > LEASE_S:
            self.report.freezes_past_lease += 1
        else:
            self.report.short_freezes += 1

    def _thaw(self, now_s: float) -> None:
        for worker in self._workers:
            if self._frozen.get(worker.popen.pid, now_s + 1) <= now_s:
                del self._frozen[worker.popen.pid]
                worker.signal(signal.SIGCONT)

    def _count(self) -> None:
        books, report = self._lot.books(), self.report
        report.charges, report.doubles, report.charged_usd = (
            len(books.charges),
            len(books.doubles),
            str(books.total_usd),
        )
        report.booked_usd, report.answers = str(self.fleet.spent_usd()), books.answers
        report.completed = sum(film.status is FilmStatus.COMPLETED for film in self.fleet.films())
        media = FolderMediaStore(self.fleet.room / "home" / "media")
        with open_database(self.fleet.address) as database:
            films = SqlFilmStore(database)
            for film_id in self._ids:
                kept = [frame for frame in films.frames(film_id) if media.has(frame.asset)]
                report.pictures_lost += CALLS - len(kept)
                self._time_takeovers(films.events(film_id))

    def _time_takeovers(self, events: tuple[Event, ...]) -> None:
        """How long a film lay after its first death; after the second one it is made alone, when a worker has nothing
        else to lose.
        """
        for event in events:
            if event.kind == "taken_over":
                self.report.takeovers += 1
                died = str(event.body["message"]).partition("(")[2].partition(")")[0]
                if died in self._deaths and event.body["crashes"] == 1:
                    self.report.takeover_s.append(round(event.at.timestamp() - self._deaths[died], 2))

    def _name_of(self, worker: Process) -> str:
        """What the store calls a worker; empty while it is starting."""
        with open_database(self.fleet.address) as database:
            alive = LeaseStore(database, "", LEASE_S).alive()
        return next((found.id for found in alive if found.name.endswith(f"process {worker.popen.pid}")), "")
