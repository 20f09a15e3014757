"""A process that asks for pictures through the paid-call ledger, and dies where it is told to."""

import asyncio
import json
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from tests.backlot import Office
from tests.backlot import Order as Placed
from tests.backlot.models import BacklotModel, card_of, open_model
from tests.workflows.crash.sync_model import SyncModel

from reelwright.errors import OutcomeUnknown, ReelwrightError
from reelwright.film.call import CallProfile
from reelwright.film.frame import FrameRole
from reelwright.film.shot import Shot
from reelwright.ports import ImageRequest, MediaReply, ModelCard, RemoteJob
from reelwright.store import database as database_module
from reelwright.store.calls import CallStore
from reelwright.store.charges import Caps
from reelwright.store.database import Database, open_database
from reelwright.store.media import FolderMediaStore
from reelwright.workflows import paid_call as paid_call_module
from reelwright.workflows.ledger import Ledger, Payer

PRICE = Decimal("0.05")
NO_LIMIT = {"concurrency": 99}


@dataclass(frozen=True)
class Order:
    """What a driver is to do. Everything can be pickled."""

    database: str
    room: Path
    """Where media, scratch and reports go."""
    url: str
    secret: str
    profile: CallProfile
    report: Path
    prompt: str = "a mug"
    asks: tuple[tuple[str, int], ...] = (("film1", 1), ("film1", 2))
    """(film, seed) one after another, or all at once."""
    at_once: bool = False
    run: int = 1
    rounds: int = 1
    """How often the whole is done, each time by a ledger of its own."""
    die_at: str = ""
    """A boundary: one that the ledger tells of, or ``sent``, ``sending``, ``downloading``, ``over``."""
    stop_at: str = ""
    """There it freezes instead, until somebody thaws it."""
    webhook_url: str = ""
    caps: Caps = Caps()
    repeat_up_to_usd: Decimal = Decimal(0)
    card: dict[str, Any] = field(default_factory=lambda: dict[str, Any](NO_LIMIT))
    alive: bool = False
    """Whether it takes every other process to be alive."""
    clock_s: float = 0.0
    """Its clock is so much ahead."""


def request_of(prompt: str, seed: int) -> Callable[[Path], ImageRequest]:
    """The picture of a seed."""
    shot = Shot(id="sh01", number=1, frame_count=72)
    return lambda workdir: ImageRequest(
        FrameRole.START, prompt, "", shot, "illustrated", 32, 18, seed, workdir, rate=Fraction(24)
    )


def placed(prompt: str, seed: int) -> Placed:
    """The order as the backlot knows it."""
    return Placed(kind="image", model="m-1", input={"prompt": prompt, "width": 32, "height": 18, "seed": seed})


def die() -> None:
    """At once, without a last word."""
    os.kill(os.getpid(), signal.SIGKILL)


def freeze() -> None:
    """Until somebody says SIGCONT."""
    os.kill(os.getpid(), signal.SIGSTOP)


@dataclass(frozen=True)
class Mortal:
    """A model of the backlot whose process dies, or freezes, in the middle of sending or fetching."""

    inner: BacklotModel
    order: Order

    @property
    def card(self) -> ModelCard:
        return self.inner.card

    async def send(self, request: Any, nonce: str) -> RemoteJob:
        sending = asyncio.ensure_future(self.inner.send(request, nonce))
        if "sent" in (self.order.die_at, self.order.stop_at):
            await _charged(self.order, request.seed)
            die() if self.order.die_at else freeze()
        try:
            return await sending
        except OutcomeUnknown:
            if self.order.die_at == "sending":
                die()
            raise

    async def look(self, job_id: str) -> RemoteJob:
        return await self.inner.look(job_id)

    async def listing(self, since: datetime) -> tuple[RemoteJob, ...]:
        return await self.inner.listing(since)

    def made_for(self, request: Any, job: RemoteJob) -> bool:
        return self.inner.made_for(request, job)

    async def cancel(self, job_id: str) -> bool:
        return await self.inner.cancel(job_id)

    async def fetch(self, job: RemoteJob, workdir: Path) -> MediaReply:
        fetching = asyncio.ensure_future(self.inner.fetch(job, workdir))
        while self.order.die_at == "downloading" and not fetching.done():
            if any(workdir.iterdir()):
                die()
            await asyncio.sleep(0.005)
        return await fetching


@dataclass
class MortalSync:
    """The same for a model that answers at once."""

    card: ModelCard
    inner: SyncModel
    order: Order

    async def paint(self, request: ImageRequest) -> MediaReply:
        painting = asyncio.ensure_future(self.inner.paint(request))
        if self.order.die_at == "sent":
            await _charged(self.order, request.seed)
            die()
        try:
            return await painting
        except OutcomeUnknown:
            if self.order.die_at == "sending":
                die()
            raise


async def _charged(order: Order, seed: int) -> None:
    """Waits until the provider has accepted the picture."""
    wanted = placed(order.prompt, seed).input_hash
    while True:
        books = await asyncio.to_thread(Office(order.url, order.secret).books)
        if any(charge.input_hash == wanted for charge in books.charges):
            return
        await asyncio.sleep(0.02)


def model_of(order: Order) -> "Mortal | MortalSync":
    """The model that an order asks."""
    card = card_of("image", order.profile, **order.card)
    remote = open_model(card, order.url, webhook_url=order.webhook_url)
    return Mortal(remote, order) if order.profile.is_remote else MortalSync(card, SyncModel(card, remote.door), order)


def ledger_of(order: Order, database: Database) -> Ledger:
    """A ledger that dies or freezes at the boundary of the order."""
    frozen: list[str] = []

    def reached(boundary: str) -> None:
        if boundary == order.die_at:
            die()
        if boundary == order.stop_at and not frozen:
            frozen.append(boundary)
            freeze()

    return Ledger(
        CallStore(database),
        FolderMediaStore(order.room / "media"),
        order.room / "scratch",
        is_alive=lambda owner: order.alive,
        repeat_up_to_usd=order.repeat_up_to_usd,
        reached=reached,
    )


async def ask(ledger: Ledger, order: Order, film_id: str, seed: int) -> str:
    """How one call ended: ``stored``, or the error's kind."""
    payer = Payer(film_id, order.run, order.caps)
    try:
        await ledger.ask(payer, model_of(order), request_of(order.prompt, seed))
    except ReelwrightError as problem:
        return f"{type(problem).__name__}: {problem.message}"
    return "stored"


async def _round(order: Order, database: Database) -> list[str]:
    ledger = ledger_of(order, database)
    if order.at_once:
        return list(await asyncio.gather(*(ask(ledger, order, *wanted) for wanted in order.asks)))
    return [await ask(ledger, order, *wanted) for wanted in order.asks]


def drive(order: Order) -> None:
    """Does what is ordered, and reports how each call ended, round by round."""
    if order.clock_s:
        _set_clock(order.clock_s)
    ended: list[list[str]] = []
    with open_database(order.database) as database:
        for _ in range(order.rounds):
            ended.append(asyncio.run(_round(order, database)))
            if order.die_at == "over":
                die()
    partial = order.report.with_suffix(".partial")
    partial.write_text(json.dumps(ended))
    partial.replace(order.report)


def _set_clock(ahead_s: float) -> None:
    """The wall clock of this process alone; nothing but `now` is asked of it."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> "Clock":
            moment = datetime.now(tz or UTC) + timedelta(seconds=ahead_s)
            return cls.fromtimestamp(moment.timestamp(), tz)

    for module in (database_module, paid_call_module):
        setattr(module, "datetime", Clock)  # noqa: B010


def living(order: Order, report: Path, **changes: Any) -> Order:
    """The same work for a process that is not told to die."""
    return replace(order, report=report, **({"die_at": "", "stop_at": ""} | changes))
