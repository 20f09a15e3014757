"""What every paid call of a process works with."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from reelwright.errors import ReelwrightError
from reelwright.film.call import Call
from reelwright.keepers import MediaStore
from reelwright.store.calls import CallStore, Intent
from reelwright.workflows.line import Line
from reelwright.workflows.rescue import Rescue


@dataclass(frozen=True)
class Desk:
    """What every paid call works with."""

    calls: CallStore
    media: MediaStore
    rescue: Rescue
    """Where an answer goes that the store cannot take."""
    line: Line
    owner: str
    """This process, as the ledger names it."""
    workdir: Callable[[str], AbstractContextManager[Path]]
    is_alive: Callable[[str], bool]
    """Whether the process of an owner may still be at work."""
    may_send: Callable[[], bool]
    """Whether this process still holds its lease."""
    repeat_up_to_usd: Decimal
    """A call without an id whose reply was lost is repeated once when it costs no more than this."""
    reached: Callable[[str], None]
    """Told at every boundary; tests die there."""
    told: Callable[[Call, float], None]
    """Told the progress of a call, 0 to 1."""
    moved: Callable[[Call], None]
    """Told a call of which the money may have moved."""
    waits: Callable[[Intent, ReelwrightError, float], None]
    """Told a call that will be asked again in so many seconds, and why."""
    is_stopped: Callable[[str], bool]
    """Whether this process knows that a film was cancelled; long waits then end early."""
