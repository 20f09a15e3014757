"""Where drivers are born: each is a process of its own, forked from one that has loaded everything already."""

import os
import signal
import threading
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import wait
from multiprocessing.context import ForkServerContext
from typing import Any, Protocol

_DRIVER = "tests.workflows.crash.driver"
KILLED = -signal.SIGKILL


class Process(Protocol):
    """A driver's process."""

    @property
    def pid(self) -> int | None:
        """Its id."""
        ...

    @property
    def exitcode(self) -> int | None:
        """How it ended; None while it has not."""
        ...

    @property
    def sentinel(self) -> int:
        """Readable when it has ended."""
        ...

    def join(self, timeout: float | None = None) -> None:
        """Waits for its end."""

    def is_alive(self) -> bool:
        """Whether it runs or is frozen."""
        ...

    def kill(self) -> None:
        """Ends it."""


_context: ForkServerContext = get_context("forkserver")
_context.set_forkserver_preload([_DRIVER])
_asking = threading.Lock()
"""Starting a process asks all others how they ended, and an answer can be read once only: two threads must not."""


def begin(work: Callable[..., None], *arguments: Any) -> Process:
    """A running process that does the work."""
    process = _context.Process(target=work, args=arguments, daemon=True)
    with _asking:
        process.start()
    return process


def end(process: Process, within_s: float = 60.0) -> int:
    """The exit status of a process, waited for; minus the signal's number if one killed it.

    Raises:
        TimeoutError: If it has not ended by then; it is killed.
    """
    has_ended = wait([process.sentinel], within_s)
    with _asking:
        if not has_ended:
            process.kill()
        process.join(5)
    if not has_ended:
        raise TimeoutError(f"the driver {process.pid} had not ended after {within_s:g} s")
    assert process.exitcode is not None
    return process.exitcode


def is_frozen(process: Process) -> bool:
    """Whether it stands still."""
    with open(f"/proc/{process.pid}/stat") as file:
        return file.read().rpartition(")")[2].split()[0] == "T"


def thaw(process: Process) -> None:
    """Lets it go on."""
    assert process.pid is not None
    os.kill(process.pid, signal.SIGCONT)
