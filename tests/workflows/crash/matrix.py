"""The crash matrix: a real process death at each boundary, for each kind of provider, and what the books say after it.

``python -m tests.workflows.crash.matrix`` prints the whole of it, on SQLite and on PostgreSQL.
"""

import itertools
import json
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.backlot import Backlot, Charge
from tests.postgres import cluster
from tests.workflows.crash.boundaries import BOUNDARIES, HELPS, Boundary, Help, expected
from tests.workflows.crash.driver import PRICE, Order, drive, living, placed
from tests.workflows.crash.nest import KILLED, begin, end

from reelwright.film.brief import Brief
from reelwright.film.call import CallEvent, CallState
from reelwright.film.film import Film
from reelwright.film.money import CostSource, Usage
from reelwright.store.calls import CallStore
from reelwright.store.charges import ChargeStore
from reelwright.store.database import open_database
from reelwright.store.films import SqlFilmStore

SIDE_BY_SIDE = 8
FILMS = ("film1", "film2")


@dataclass(frozen=True)
class Cell:
    """One death: where, and with which provider."""

    boundary: Boundary
    help: Help


@dataclass(frozen=True)
class Ended:
    """How a cell ended."""

    cell: Cell
    verdict: str
    """As in ``Verdict``, or what went wrong, in capitals first."""

    @property
    def right(self) -> bool:
        return self.verdict == expected(self.cell.boundary, self.cell.help)


WHOLE = tuple(Cell(boundary, help_) for boundary in BOUNDARIES for help_ in HELPS if expected(boundary, help_) != "-")


class Databases:
    """New databases with two films in them, each a copy of one that was made once."""

    def __init__(self, room: Path, fresh: Callable[..., str] | None) -> None:
        self._room, self._fresh = room, fresh
        self._numbers = itertools.count(1)
        self._making = threading.Lock()
        self._first = fresh() if fresh else str(room / "first.db")
        with open_database(self._first) as database:
            for film_id in FILMS:
                SqlFilmStore(database).add_film(Film(id=film_id, brief=Brief(prompt="x"), created_at=datetime.now(UTC)))

    def new(self) -> str:
        """The address of one more."""
        with self._making:
            if self._fresh:
                return self._fresh(self._first)
            target = self._room / f"films{next(self._numbers)}.db"
            shutil.copy(self._first, target)
            return str(target)


@contextmanager
def letter_box() -> Generator[str]:
    """Receives webhooks and notes them in the database that the path names, as the web app will; its address."""

    class Receiver(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            address = urlsplit(self.path)
            nonce = parse_qs(address.query)["n"][0]
            with open_database(bytes.fromhex(address.path.strip("/")).decode()) as database:
                CallStore(database).note_webhook(nonce, body["job"]["id"], body)
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing to say."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def run_matrix(cells: Iterable[Cell], room: Path, fresh: Callable[..., str] | None = None) -> list[Ended]:
    """Every cell, several side by side.

    Args:
        cells: Which.
        room: An empty folder.
        fresh: Makes PostgreSQL databases; SQLite files are used without it.
    """
    wanted = list(cells)
    databases = Databases(room, fresh)
    with ExitStack() as stack:
        box = stack.enter_context(letter_box())
        lots: dict[str, Backlot] = {}
        for help_ in {cell.help.title: cell.help for cell in wanted}.values():
            lots[help_.title] = stack.enter_context(Backlot(help_.lot))
            faults = [_fault(cell) for cell in wanted if cell.help is help_ and cell.boundary.fault]
            lots[help_.title].plan(*faults)
        pool = stack.enter_context(ThreadPoolExecutor(SIDE_BY_SIDE))

        def died(cell: Cell) -> Ended:
            return _Death(cell, lots[cell.help.title], databases.new(), room, box).run()

        return list(pool.map(died, wanted))


def _prompt(cell: Cell) -> str:
    return cell.boundary.title


def _fault(cell: Cell) -> Any:
    fault = cell.boundary.fault
    assert fault is not None
    door = "sync" if fault.on == "create" and not cell.help.card.is_remote else fault.on
    return fault.model_copy(update={"on": door, "match": f'"prompt":"{_prompt(cell)}","seed":1'})


class _Death:
    """One cell: a process dies, another one does the same work thrice, and perhaps a person decides."""

    def __init__(self, cell: Cell, lot: Backlot, database: str, room: Path, box: str) -> None:
        self._cell, self._lot, self._database = cell, lot, database
        folder = room / f"{BOUNDARIES.index(cell.boundary)}-{HELPS.index(cell.help)}"
        folder.mkdir()
        self._order = Order(
            database,
            folder,
            lot.url,
            lot.secret,
            cell.help.card,
            folder / "first.json",
            prompt=_prompt(cell),
            die_at=cell.boundary.die_at,
            webhook_url=f"{box}/{database.encode().hex()}" if cell.help.card.webhook_nonce else "",
            repeat_up_to_usd=cell.help.repeat_up_to_usd,
        )

    def run(self) -> Ended:
        """The verdict."""
        try:
            return Ended(self._cell, self._judged())
        except (TimeoutError, AssertionError, FileNotFoundError) as problem:
            return Ended(self._cell, f"BROKE: {type(problem).__name__}: {problem}")

    def _judged(self) -> str:
        status = end(begin(drive, self._order))
        if status != (KILLED if self._order.die_at else 0):
            return f"DID NOT DIE: the first process ended with {status}"
        rounds = self._again("second", rounds=3)
        first, others = {ended[0] for ended in rounds}, {ended[1] for ended in rounds}
        if others != {"stored"}:
            return f"LOST: the other call ended as {sorted(others)}"
        if all(ended.startswith("OutcomeUnknown") for ended in first):
            return self._asks()
        if first != {"stored"}:
            return f"LOST: {sorted(first)}"
        return self._books(repeats=self._order.repeat_up_to_usd >= PRICE)

    def _asks(self) -> str:
        """A person looks at the provider's page, says what is there, and the work goes on."""
        with open_database(self._database) as database:
            calls, books = CallStore(database), ChargeStore(database)
            (call,) = calls.open_calls()
            if (call.state, books.reserved()) != (CallState.UNKNOWN, PRICE):
                return f"LOST: {call.state} with {books.reserved()} reserved"
            charged = self._seen_by_a_person()
            if len(charged) > 1:
                return f"DOUBLE: {len(charged)} charges"
            if not charged:
                calls.move(call.key, CallEvent.FORGIVEN)
            elif self._cell.help.card.is_remote:
                calls.move(call.key, CallEvent.ACCEPTED, remote_id=charged[0].job)
            else:
                calls.move(call.key, CallEvent.WRITTEN_OFF, usage=Usage(cost_usd=PRICE, source=CostSource.ESTIMATE))
        if self._again("third", rounds=1) != [["stored", "stored"]]:
            return "LOST: not even a person could help"
        said = self._books(repeats=bool(charged) and not self._cell.help.card.is_remote, exact=True)
        return "asks" if said in ("ok", "repeats") else said

    def _books(self, *, repeats: bool, exact: bool = False) -> str:
        """Both sides' books at the end."""
        times = [len(self._charged(seed)) for seed in (1, 2)]
        if times[1] != 1 or times[0] not in ((1, 2) if repeats else (1,)):
            return f"DOUBLE: {times[0]} and {times[1]} charges" if sum(times) > 2 else f"LOST: {times}"
        with open_database(self._database) as database:
            ours = sum((charge.usage.cost_usd for charge in ChargeStore(database).charges()), Decimal(0))
            reserved = ChargeStore(database).reserved()
        if reserved or (ours != PRICE * sum(times) and not (repeats and not exact and ours >= PRICE * sum(times))):
            return f"WRONG BOOKS: {ours} and {reserved} reserved, {sum(times)} charges of {PRICE}"
        return "repeats" if repeats and self._expects_a_repeat else "ok"

    @property
    def _expects_a_repeat(self) -> bool:
        return expected(self._cell.boundary, self._cell.help) in ("repeats", "asks")

    def _again(self, name: str, *, rounds: int) -> list[list[str]]:
        order = living(self._order, self._order.room / f"{name}.json", rounds=rounds, run=2 if name == "third" else 1)
        status = end(begin(drive, order))
        assert status == 0, f"the {name} process ended with {status}"
        return json.loads(order.report.read_text())

    def _seen_by_a_person(self) -> list[Charge]:
        """What the provider's page shows to somebody who looks again until nothing can be accepted late any more."""
        deadline = time.monotonic() + self._cell.help.card.max_accept_delay_s
        while not (charged := self._charged(1)) and time.monotonic() < deadline:
            time.sleep(0.05)
        return charged

    def _charged(self, seed: int) -> list[Charge]:
        wanted = placed(self._order.prompt, seed).input_hash
        return [charge for charge in self._lot.books().charges if charge.input_hash == wanted]


def table(ended: list[Ended]) -> str:
    """The matrix as Markdown; what is not as it must be is in bold."""
    found = {(one.cell.boundary.title, one.cell.help.title): one for one in ended}
    lines = ["| Boundary | " + " | ".join(help_.title for help_ in HELPS) + " |", "|---" * (len(HELPS) + 1) + "|"]
    for boundary in BOUNDARIES:
        said: list[str] = []
        for help_ in HELPS:
            one = found.get((boundary.title, help_.title))
            said.append("-" if one is None else one.verdict if one.right else f"**{one.verdict}**")
        lines.append(f"| {boundary.title} | " + " | ".join(said) + " |")
    return "\n".join(lines) + "\n"


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> int:
    """Prints the whole matrix for both databases; the number of wrong cells."""
    wrong = 0
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False).stdout
    with cluster() as postgres, tempfile.TemporaryDirectory(prefix="rw-matrix-") as folder:
        for name, fresh in {"SQLite": None, "PostgreSQL": postgres}.items():
            if name != "SQLite" and fresh is None:
                _say("PostgreSQL is not installed.")
                continue
            room = Path(folder) / name
            room.mkdir()
            begun = time.monotonic()
            ended = run_matrix(WHOLE, room, fresh)
            wrong += sum(not one.right for one in ended)
            _say(f"## {name}, {len(ended)} deaths in {time.monotonic() - begun:.0f} s, at {commit.strip()}\n")
            _say(table(ended))
    return wrong


if __name__ == "__main__":
    sys.exit(main())
