"""The backlot as a process: what outlives it, what it outlives, and how many it holds."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tests.backlot import Backlot, Fault, Office, Profile, charges_in
from tests.backlot.customer import Customer
from tests.backlot.server import CRASHED


def test_the_books_outlive_a_killed_server(tmp_path: Path) -> None:
    file = tmp_path / "books.jsonl"
    with Backlot(Profile(latency_s={"image": 30}, max_running=1), books=file) as lot:
        customer = Customer(lot)
        with customer.http, customer.keyless:
            customer.ordered(seed=0)
            lot.reset()
            jobs = [customer.ordered(seed=number) for number in range(2)]
            customer.http.post(f"/v1/jobs/{jobs[1]}/cancel")
        os.kill(lot.process.pid, signal.SIGKILL)
        lot.process.wait()
        assert [(charge.job, charge.refunded) for charge in charges_in(file)] == [(jobs[0], False), (jobs[1], True)]


def test_it_dies_with_its_parent_however_that_dies(tmp_path: Path) -> None:
    code = (
        "import os, signal; from tests.backlot import Backlot; lot = Backlot();"
        "os.write(1, str(lot.process.pid).encode()); os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], capture_output=True, check=False)
    process = Path(f"/proc/{int(done.stdout)}/stat")
    deadline = time.monotonic() + 5
    while process.exists() and process.read_text().rpartition(")")[2].split()[0] != "Z":
        assert time.monotonic() < deadline, "the backlot outlived its parent"
        time.sleep(0.01)


def test_a_mistake_of_its_own_is_not_taken_for_a_fault(capfd: pytest.CaptureFixture[str]) -> None:
    with Backlot() as lot:
        bad = http.client.HTTPConnection(urlsplit(lot.url).netloc)
        bad.request("POST", "/_admin/profile", b"{", {"Authorization": f"Bearer {lot.secret}"})
        with pytest.raises(http.client.RemoteDisconnected):
            bad.getresponse()
        bad.close()
        assert lot.stop() == CRASHED
    assert "the backlot crashed" in capfd.readouterr().err


def test_it_holds_hundreds_of_jobs(customer: Customer) -> None:
    customer.lot.set_profile(latency_s={"image": 30})
    jobs = [customer.ordered(seed=number) for number in range(200)]
    begun = time.monotonic()
    assert all(customer.poll(job)["status"] == "running" for job in jobs)
    assert time.monotonic() - begun < 8
    assert customer.lot.books().peak_running == 200


def test_idle_lines_are_closed(customer: Customer) -> None:
    customer.lot.set_profile(keep_alive_s=0.05)
    address = urlsplit(customer.lot.url)
    with socket.create_connection((address.hostname or "", address.port or 0), timeout=5) as line:
        assert line.recv(1) == b""
    customer.lot.set_profile(keep_alive_s=30)
    with socket.create_connection((address.hostname or "", address.port or 0), timeout=5) as line:
        for _ in range(2):
            line.sendall(b"GET / HTTP/1.1\r\n\r\n")
            assert line.recv(4096).startswith(b"HTTP/1.1 401")
        line.sendall(b"\x16\x03\x01 this is not HTTP\r\n\r\n")
        assert line.recv(4096) == b""


def test_another_process_may_hold_the_desk(customer: Customer) -> None:
    office = Office(customer.lot.url, customer.lot.secret)
    office.plan(Fault(on="poll", fault="429", times=None))
    assert [fault.fault for fault in customer.lot.books().faults_left] == ["429"]
    with pytest.raises(ValueError, match="happens on"):
        Fault(on="poll", fault="truncated_file")
    with pytest.raises(ValueError, match="speed"):
        office.set_profile(speed=2)
    with pytest.raises(TimeoutError, match="0 charges"):
        office.wait_until(lambda books: bool(books.charges), within_s=0.05)
