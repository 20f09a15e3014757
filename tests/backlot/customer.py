"""A plain client of the backlot for its own tests: no retries, no ledger."""

import time
from collections.abc import Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import httpx
from tests.backlot import Backlot


class Customer:
    """Asks as a real client would; the backlot's admin is ``lot``."""

    def __init__(self, lot: Backlot) -> None:
        self.lot = lot
        headers = {"Authorization": f"Bearer {lot.key}"}
        self.http = httpx.Client(base_url=lot.url, headers=headers, timeout=5, verify=False)
        self.keyless = httpx.Client(timeout=5, verify=False)
        """For the output host."""

    def create(self, kind: str = "image", *, key: str | None = None, webhook: str | None = None, **told: Any) -> Any:
        """The reply to an order; ``told`` is its input."""
        return self.http.post("/v1/jobs", json=_body(kind, webhook, told), headers=_headers(key))

    def sync(self, kind: str = "text", *, key: str | None = None, **told: Any) -> Any:
        """The reply to an order that is answered with its result."""
        return self.http.post("/v1/sync", json=_body(kind, None, told), headers=_headers(key))

    def ordered(self, kind: str = "image", **told: Any) -> str:
        """The id of a new job."""
        reply = self.create(kind, **told)
        assert reply.status_code == 201, reply.text
        return reply.json()["id"]

    def poll(self, job: str) -> Any:
        """The job as told now."""
        return self.http.get(f"/v1/jobs/{job}").json()

    def finished(self, job: str) -> Any:
        """The job as told once it is over."""
        deadline = time.monotonic() + 5
        while (told := self.poll(job))["status"] in ("queued", "running"):
            assert time.monotonic() < deadline
            time.sleep(0.01)
        return told

    def listed(self, **query: Any) -> Any:
        """One page of the listing."""
        return self.http.get("/v1/jobs", params=query).json()

    def download(self, job: str, **headers: str) -> httpx.Response:
        """The file of a job, fetched without the key once it is ready."""
        return self.keyless.get(self.finished(job)["output"]["url"], headers=headers)


def _body(kind: str, webhook: str | None, told: dict[str, Any]) -> dict[str, Any]:
    body: dict[str, Any] = {"kind": kind, "model": "reel-1", "input": told}
    return body if webhook is None else {**body, "webhook": webhook}


def _headers(key: str | None) -> dict[str, str]:
    return {} if key is None else {"Idempotency-Key": key}


@contextmanager
def mailbox(refuse_first: int = 0) -> Generator[tuple[str, list[tuple[str, bytes]]]]:
    """A receiver of webhooks: its address, and (path with query, body) of all it took; it refuses the first few."""
    letters: list[tuple[str, bytes]] = []
    refused = iter(range(refuse_first))

    class Receiver(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status = 200 if next(refused, None) is None else 503
            if status == 200:
                letters.append((self.path, body))
            self.send_response(status)
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing to say."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", letters
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
