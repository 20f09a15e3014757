"""What runs inside one process of the workshop: takes jobs from its standard input, sends results back.

Everything is framed as eight bytes of length and a pickle. When the owner of the process dies, in whatever way, the
input ends, and so does the process, also in the middle of a job.
"""

import os
import queue
import struct
import sys
import threading
import traceback
from collections.abc import Callable
from multiprocessing.reduction import ForkingPickler
from typing import Any, BinaryIO

from reelwright.errors import MediaError, ReelwrightError

LENGTH = struct.Struct("<Q")
_pickler: Any = ForkingPickler
Job = tuple[Callable[..., Any], tuple[Any, ...]]
Outcome = tuple[bool, Any, str]
"""Whether it went well, the result or the error, and the traceback as text."""


def send(pipe: BinaryIO, value: object) -> None:
    """Writes one framed value.

    Raises:
        OSError: If the other side is gone.
    """
    body = bytes(_pickler.dumps(value))
    pipe.write(LENGTH.pack(len(body)))
    pipe.write(body)
    pipe.flush()


def receive(pipe: BinaryIO) -> Any:
    """Reads one framed value.

    Raises:
        EOFError: If the other side is gone.
    """
    return _pickler.loads(_exactly(pipe, LENGTH.unpack(_exactly(pipe, LENGTH.size))[0]))


def _exactly(pipe: BinaryIO, count: int) -> bytes:
    body = pipe.read(count)
    if len(body) < count:
        raise EOFError
    return body


def _outcome(job: Callable[..., Any], arguments: tuple[Any, ...]) -> Outcome:
    try:
        return True, job(*arguments), ""
    except Exception as problem:  # noqa: BLE001  # whatever a job raises belongs to its caller, not to the process
        return False, ReelwrightError.wrap(problem), traceback.format_exc()


def _listen(pipe: BinaryIO, jobs: "queue.SimpleQueue[Job | ReelwrightError]") -> None:
    """Feeds the jobs, and ends the process at once when the owner is gone."""
    while True:
        try:
            jobs.put(receive(pipe))
        except (EOFError, OSError):
            os._exit(1)
        except Exception as problem:  # noqa: BLE001  # a job that cannot be loaded here is the caller's error too
            jobs.put(MediaError(f"a job could not be handed to a work process: {problem!r}"))


def _private_output() -> BinaryIO:
    """The real standard output; what jobs print goes to standard error from here on."""
    real = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return real


def main() -> None:
    """Serves jobs until the input ends."""
    output = _private_output()
    sys.path[:] = receive(sys.stdin.buffer)
    jobs: queue.SimpleQueue[Job | ReelwrightError] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, jobs), daemon=True).start()
    while True:
        job = jobs.get()
        outcome: Outcome = (False, job, "") if isinstance(job, ReelwrightError) else _outcome(*job)
        try:
            send(output, outcome)
        except OSError:
            os._exit(1)
        except Exception as problem:  # noqa: BLE001  # a result that cannot travel is reported, not fatal
            lost = MediaError(f"the result of {job!r} cannot leave its work process: {problem!r}")
            send(output, (False, lost, traceback.format_exc()))


if __name__ == "__main__":
    main()
