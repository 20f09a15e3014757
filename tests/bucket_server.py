"""A real S3-compatible server for the tests, and a wire to it that can fail."""

import http.client
import os
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal

import obstore
from obstore.store import S3Store

from reelwright.store.bucket_address import BucketAddress, Patience

ACCESS_KEY, SECRET_KEY = "reel-test", "not-a-secret-but-long-enough"
HURRIED = Patience(connect_s=5.0, request_s=10.0, retries=1, retrying_s=2.0, tries=2)
Fault = Literal["stall", "503", "drop", "lost reply", "cut", "garble"]


@dataclass(frozen=True)
class BucketServer:
    """A server and its keys."""

    endpoint_url: str
    access_key: str
    secret_key: str

    def new_bucket(self, prefix: str = "films/media") -> BucketAddress:
        """An empty bucket's address."""
        address = self.address(f"reel-{uuid.uuid4().hex[:12]}", prefix)
        url = obstore.sign(client(replace(address, prefix="")), "PUT", "", timedelta(minutes=1))
        urllib.request.urlopen(urllib.request.Request(url, method="PUT"), timeout=10).close()
        return address

    def address(self, bucket: str, prefix: str = "") -> BucketAddress:
        """The address of a bucket, whether it exists or not."""
        return BucketAddress(
            bucket, prefix, self.endpoint_url, "us-east-1", self.access_key, self.secret_key, patience=HURRIED
        )


def client(address: BucketAddress) -> S3Store:
    """The bucket itself, beside everything of ours."""
    return S3Store(
        address.bucket,
        prefix=address.prefix or None,
        endpoint=address.endpoint_url,
        region=address.region,
        access_key_id=address.access_key_id,
        secret_access_key=address.secret_access_key,
        client_options={"allow_http": True},
    )


def keys(address: BucketAddress) -> list[str]:
    """The keys of all objects in the bucket, with the prefix."""
    return sorted(found["path"] for found in obstore.list(client(replace(address, prefix=""))).collect())  # type: ignore[reportUnknownMemberType]


@contextmanager
def running_server(folder: Path) -> Generator[BucketServer]:
    """Nanio in a process of its own; or the server that the variables S3_TEST_... name."""
    theirs = os.environ.get("S3_TEST_ENDPOINT_URL")
    if theirs:
        yield BucketServer(theirs, os.environ["S3_TEST_ACCESS_KEY"], os.environ["S3_TEST_SECRET_KEY"])
        return
    port = _free_port()
    environment = os.environ | {"NANIO_ACCESS_KEY": ACCESS_KEY, "NANIO_SECRET_KEY": SECRET_KEY}
    command = [sys.executable, "-m", "nanio", "serve", "--data-dir", str(folder), "--host", "127.0.0.1"]
    server = subprocess.Popen(
        [*command, "--port", str(port), "--log-level", "error", "--no-access-log"], env=environment
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/", server)
        yield BucketServer(f"http://127.0.0.1:{port}", ACCESS_KEY, SECRET_KEY)
    finally:
        server.terminate()
        server.wait(10)


def _free_port() -> int:
    import socket

    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def _wait_for(url: str, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + 20
    while True:
        try:
            urllib.request.urlopen(url, timeout=2).close()
        except urllib.error.HTTPError as answer:
            answer.close()
            return
        except OSError:
            assert server.poll() is None, "the bucket's server did not start"
            assert time.monotonic() < deadline, "the bucket's server did not start in 20 s"
            time.sleep(0.05)
        else:
            return


class FaultyWire:
    """Passes requests on to a server unchanged, but spoils those that it was told to spoil."""

    def __init__(self, target_url: str) -> None:
        self.target = target_url.removeprefix("http://")
        self.seen: list[str] = []
        """Methods of all requests, in order."""
        self.waiting: list[tuple[str, Fault]] = []
        """Methods whose next request will fail, and how."""
        self._ended = threading.Event()
        wire = self

        class Handler(_Handler):
            faulty = wire

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def spoil(self, method: str, fault: Fault, times: int = 1) -> None:
        """The next requests of a method fail in this way."""
        self.waiting.extend((method, fault) for _ in range(times))

    def fault_for(self, method: str) -> Fault | None:
        self.seen.append(method)
        for found in self.waiting:
            if found[0] == method:
                self.waiting.remove(found)
                return found[1]
        return None

    def stall(self) -> None:
        self._ended.wait(20)

    def __enter__(self) -> "FaultyWire":
        self._thread.start()
        return self

    def __exit__(self, *problem: object) -> None:
        self._ended.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


class _Handler(BaseHTTPRequestHandler):
    faulty: FaultyWire
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: the tests ask ``seen``."""

    def _pass_on(self) -> None:
        fault = self.faulty.fault_for(self.command)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if fault == "stall":
            self.faulty.stall()
        if fault in ("stall", "drop"):
            self.close_connection = True
            return
        if fault == "503":
            self._answer(503, [("Content-Type", "application/xml")], b"<Error><Code>SlowDown</Code></Error>", None)
            return
        server = http.client.HTTPConnection(self.faulty.target, timeout=20)
        try:
            server.request(self.command, self.path, body, dict(self.headers.items()))
            answer = server.getresponse()
            self._answer(answer.status, answer.getheaders(), answer.read(), fault)
        finally:
            server.close()

    def _answer(self, status: int, headers: list[tuple[str, str]], body: bytes, fault: Fault | None) -> None:
        if fault == "lost reply":
            self.close_connection = True
            return
        self.send_response_only(status)
        own = {"content-length", "transfer-encoding", "connection"}
        for name, value in headers:
            if name.lower() not in own or (self.command == "HEAD" and name.lower() == "content-length"):
                self.send_header(name, value)
        if self.command != "HEAD" and status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if fault == "cut":
            self.wfile.write(body[: len(body) // 2])
            self.close_connection = True
        elif fault == "garble":
            self.wfile.write(bytes(len(body)))
        elif self.command != "HEAD":
            self.wfile.write(body)

    do_GET = do_HEAD = do_PUT = do_POST = do_DELETE = _pass_on
