"""Work processes: CPU-heavy jobs run beside the event loop, and never outlive it.

Each process is a plain interpreter fed through pipes, not a ``multiprocessing`` child, so a caller's script needs no
``__main__`` guard and an interrupt from the keyboard reaches the owner alone.
"""

import asyncio
import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

from reelwright.errors import Cancelled, MediaError, ReelwrightError
from reelwright.media.bench import Outcome, receive, send

MAX_PROCESSES = 4
_CLOSING_S = 0.4


def usable_cores() -> int:
    """Cores this process may run on, at least 1."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1


@dataclass
class _Order:
    job: Callable[..., Any]
    arguments: tuple[Any, ...]
    result: "Future[Any]" = field(default_factory=lambda: Future[Any]())


class _Bench:
    """One process and the thread that feeds it, one job at a time."""

    def __init__(self) -> None:
        self.pending = 0
        self.bound = 0
        self.process: subprocess.Popen[bytes] | None = None
        self._orders: queue.SimpleQueue[_Order | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._closed = False
        self._counting = threading.Lock()

    def take(self, order: _Order) -> None:
        with self._counting:
            self.pending += 1
        self._orders.put(order)
        if self._thread is None:
            self._thread = threading.Thread(target=self._serve, name="reelwright-bench", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Kills the process; whatever waited is cancelled."""
        self._closed = True
        if self.process is not None:
            with contextlib.suppress(OSError):
                self.process.kill()
        self._orders.put(None)

    def join(self, until: float) -> None:
        if self._thread is not None:
            self._thread.join(max(0.0, until - time.monotonic()))

    def _serve(self) -> None:
        while (order := self._orders.get()) is not None:
            if self._closed:
                order.result.cancel()
            elif order.result.set_running_or_notify_cancel():
                self._settle(order)
            with self._counting:
                self.pending -= 1
        self._dismiss()

    def _settle(self, order: _Order) -> None:
        try:
            done, value, trace = self._ask(order)
        except ReelwrightError as problem:
            order.result.set_exception(problem)
            return
        if done:
            order.result.set_result(value)
            return
        value.add_note(trace)
        order.result.set_exception(value)

    def _ask(self, order: _Order) -> Outcome:
        try:
            process = self._started()
            assert process.stdin is not None
            assert process.stdout is not None
            send(process.stdin, (order.job, order.arguments))  # type: ignore[arg-type]
            return receive(process.stdout)  # type: ignore[arg-type]
        except (EOFError, OSError):
            raise self._death(order) from None
        except ReelwrightError:
            raise
        except Exception as problem:
            raise MediaError(f"{order.job!r} cannot be sent to a work process: {problem!r}") from problem

    def _death(self, order: _Order) -> ReelwrightError:
        code = self._dismiss()
        if self._closed:
            return Cancelled("the work was stopped")
        name = getattr(order.job, "__name__", repr(order.job))
        return MediaError(
            f"the work process running {name!r} ended unexpectedly ({_ending(code)})",
            hint="Memory may have run out: close other programs or choose a smaller --size, then run it again.",
        )

    def _started(self) -> "subprocess.Popen[bytes]":
        if self.process is None:
            self.process = _launch()
            send(self.process.stdin, list(sys.path))  # type: ignore[arg-type]
            if self._closed:
                self.process.kill()
        return self.process

    def _dismiss(self) -> int | None:
        process, self.process = self.process, None
        if process is None:
            return None
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        return process.wait()


def _launch() -> "subprocess.Popen[bytes]":
    """A fresh process that never sees an interrupt: it inherits the blocked signal of this thread."""
    blocks = hasattr(signal, "pthread_sigmask")
    if blocks:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return subprocess.Popen(
            [sys.executable, "-c", "from reelwright.media.bench import main; main()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        )
    except OSError as problem:
        raise MediaError(f"no work process could be started: {problem}") from problem
    finally:
        if blocks:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _ending(code: int | None) -> str:
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            return f"killed by {signal.Signals(-code).name}"
    return f"exit code {code}"


class Workshop:
    """Runs picklable functions in processes of their own.

    Jobs of the same ``bench`` meet the same process, so what one of them cached is warm for the next; a bench is bound,
    when first seen, to the process with the least work. Processes start when first needed, die with this one even if
    it is killed, ignore interrupts, and are replaced when they die themselves.

    Args:
        processes: How many; the usable cores, at most four, if None.
    """

    def __init__(self, processes: int | None = None) -> None:
        count = processes if processes is not None else min(MAX_PROCESSES, usable_cores())
        self._benches = tuple(_Bench() for _ in range(max(1, count)))
        self._bound: dict[int, _Bench] = {}
        self._closed = False

    @property
    def size(self) -> int:
        """The number of processes it may use."""
        return len(self._benches)

    async def run(self, job: Any, /, *arguments: Any, bench: int | None = None) -> Any:
        """The result of ``job(*arguments)``, computed in a work process.

        Raises:
            ReelwrightError: What the job raised; an error of another type comes as one that keeps its name.
            MediaError: If the process died, for example for lack of memory; the next job gets a new one.
            Cancelled: If the workshop was closed meanwhile.
        """
        if self._closed:
            raise Cancelled("the workshop is closed")
        order = _Order(job, arguments)
        self._bench(bench).take(order)
        try:
            return await asyncio.wrap_future(order.result)
        except asyncio.CancelledError:
            if self._closed:
                raise Cancelled("the work was stopped") from None
            raise

    def _bench(self, name: int | None) -> _Bench:
        if name is None:
            # A process that runs already saves the start of another one.
            return min(self._benches, key=lambda bench: (bench.pending, bench.process is None))
        if name not in self._bound:
            self._bound[name] = min(self._benches, key=lambda bench: (bench.pending, bench.bound))
            self._bound[name].bound += 1
        return self._bound[name]

    def close(self) -> None:
        """Ends all processes within half a second; what runs or waits raises ``Cancelled``."""
        self._closed = True
        for bench in self._benches:
            bench.close()
        until = time.monotonic() + _CLOSING_S
        for bench in self._benches:
            bench.join(until)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
