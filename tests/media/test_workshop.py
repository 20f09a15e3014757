import asyncio
import operator
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from reelwright.errors import Cancelled, MediaError, ReelwrightError, UnreadableMedia
from reelwright.media.probe import probe
from reelwright.media.workshop import Workshop


async def test_a_job_runs_in_another_process_and_answers() -> None:
    with Workshop(1) as workshop:
        assert await workshop.run(operator.add, 20, 22) == 42
        assert await workshop.run(os.getpid) != os.getpid()


async def test_a_bench_keeps_its_process_and_two_benches_share_the_load() -> None:
    with Workshop(2) as workshop:
        pids = await asyncio.gather(*[workshop.run(os.getpid, bench=bench) for bench in (7, 8, 7, 8, 7)])
        assert pids[0] == pids[2] == pids[4] != pids[1] == pids[3]
        assert await workshop.run(os.getpid, bench=8) == pids[1]


async def test_what_a_job_prints_does_not_disturb_its_answer() -> None:
    with Workshop(1) as workshop:
        await workshop.run(os.write, 1, b"")
        assert await workshop.run(exec, "print('hello')") is None


async def test_our_errors_come_back_as_themselves(tmp_path: Path) -> None:
    with Workshop(1) as workshop:
        with pytest.raises(UnreadableMedia) as caught:
            await workshop.run(probe, tmp_path / "nothing.mp4")
        assert "nothing.mp4" in str(caught.value)


async def test_other_errors_come_back_named_with_their_trace() -> None:
    with Workshop(1) as workshop:
        with pytest.raises(ReelwrightError, match="ZeroDivisionError") as caught:
            await workshop.run(divmod, 1, 0)
        assert any("ZeroDivisionError" in note for note in caught.value.__notes__)
        with pytest.raises(MediaError, match="cannot be sent"):
            await workshop.run(operator.add, (n for n in ()), 1)
        with pytest.raises(MediaError, match="cannot leave"):
            await workshop.run(open, os.devnull)
        assert await workshop.run(operator.add, 1, 1) == 2


async def test_a_process_that_dies_is_reported_and_replaced() -> None:
    with Workshop(1) as workshop:
        first = await workshop.run(os.getpid, bench=1)
        with pytest.raises(MediaError, match="SIGKILL"):
            await workshop.run(signal.raise_signal, signal.SIGKILL, bench=1)
        assert await workshop.run(os.getpid, bench=1) != first


async def test_an_interrupt_does_not_reach_the_processes() -> None:
    with Workshop(1) as workshop:
        pid = await workshop.run(os.getpid)
        os.kill(pid, signal.SIGINT)
        assert await workshop.run(os.getpid) == pid


async def test_closing_ends_running_and_waiting_jobs_within_half_a_second() -> None:
    workshop = Workshop(1)
    pid = await workshop.run(os.getpid)
    jobs = [asyncio.ensure_future(workshop.run(time.sleep, 60)) for _ in range(2)]
    await asyncio.sleep(0.1)
    started = time.monotonic()
    workshop.close()
    assert time.monotonic() - started < 0.5
    assert all(isinstance(end, Cancelled) for end in await asyncio.gather(*jobs, return_exceptions=True))
    assert not _alive(pid)
    with pytest.raises(Cancelled):
        await workshop.run(os.getpid)


def test_the_processes_die_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(
        textwrap.dedent("""
            import asyncio, os, time
            from reelwright.media.workshop import Workshop
            async def main():
                workshop = Workshop(2)
                pids = await asyncio.gather(*[workshop.run(os.getpid, bench=n) for n in (0, 1)])
                print(*pids, flush=True)
                await asyncio.gather(*[workshop.run(time.sleep, 60, bench=n) for n in (0, 1)])
            asyncio.run(main())
        """)
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, env=environment, text=True) as parent:
        assert parent.stdout is not None
        pids = [int(word) for word in parent.stdout.readline().split()]
        assert len(pids) == 2
        assert all(_alive(pid) for pid in pids)
        time.sleep(0.2)
        parent.kill()
    deadline = time.monotonic() + 3
    while any(_alive(pid) for pid in pids) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not any(_alive(pid) for pid in pids)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text().rsplit(")", 1)[1].split()[0] != "Z"


async def test_a_process_that_dies_before_its_first_job_is_reported_and_replaced(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stillborn() -> "subprocess.Popen[bytes]":
        monkeypatch.undo()
        process = subprocess.Popen([sys.executable, "-c", ""], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        process.wait()
        return process

    monkeypatch.setattr("reelwright.media.workshop._launch", stillborn)
    with Workshop(1) as workshop:
        with pytest.raises(MediaError, match="ended unexpectedly"):
            await workshop.run(operator.add, 1, 2)
        assert await workshop.run(operator.add, 1, 2) == 3
