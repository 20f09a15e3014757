"""HTTP/1.1 over asyncio streams: keep-alive, and the freedom to answer badly."""

import asyncio
import json
import secrets
import socket
import struct
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from typing import Any, TypeAlias
from urllib.parse import parse_qsl, unquote, urlsplit

MAX_HEAD = 64 * 1024
MAX_BODY = 256 * 1024 * 1024
_PIECES = 20


@dataclass(frozen=True)
class Call:
    """A request, read whole. Header names are in lower case."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes

    @property
    def bearer(self) -> str | None:
        """The key it brought, if any."""
        scheme, _, key = self.headers.get("authorization", "").partition(" ")
        return key if scheme.lower() == "bearer" else None


@dataclass(frozen=True)
class Reply:
    """A reply. With ``sent`` below the body's length the connection closes early; ``over_s`` spreads the body."""

    status: int = 200
    body: bytes = b""
    content_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    sent: int | None = None
    over_s: float = 0.0


@dataclass(frozen=True)
class Drop:
    """No reply: the connection closes, politely or with a reset."""

    reset: bool = False


Outcome: TypeAlias = Reply | Drop
Answer: TypeAlias = Callable[[Call], Awaitable[Outcome]]


def told(body: Any, status: int = 200, **headers: str) -> Reply:
    """A JSON reply; header names are given with underscores."""
    named = {name.replace("_", "-").title(): value for name, value in headers.items()}
    return Reply(status, json.dumps(body).encode(), headers=named)


def failure(status: int, code: str, message: str, **facts: Any) -> Reply:
    """An error as this provider words it: ``{"error": {"code", "message", ...}}``."""
    return told({"error": {"code": code, "message": message, **facts}}, status)


async def listen(answer: Answer, keep_alive_s: Callable[[], float]) -> tuple[asyncio.Server, int]:
    """A server on a free loopback port, and the port. Connections that idle for longer than ``keep_alive_s`` close."""
    converse = partial(_converse, answer, keep_alive_s)
    server = await asyncio.start_server(converse, "127.0.0.1", 0, limit=MAX_HEAD, backlog=1024)
    return server, server.sockets[0].getsockname()[1]


async def _converse(
    answer: Answer, keep_alive_s: Callable[[], float], reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    try:
        while (call := await _read(reader, keep_alive_s())) is not None:
            outcome = await answer(call)
            if isinstance(outcome, Drop):
                _drop(writer, outcome)
                return
            whole = await _write(writer, outcome, head_only=call.method == "HEAD")
            if not whole or call.headers.get("connection", "").lower() == "close":
                return
    except (ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
        return  # the client has gone; whatever it ordered goes on
    finally:
        writer.close()


async def _read(reader: asyncio.StreamReader, within_s: float) -> Call | None:
    try:
        async with asyncio.timeout(within_s):
            head = await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, TimeoutError):
        return None
    try:
        return await _parsed(head, reader)
    except ValueError:
        return None  # not HTTP: TLS, or a client's mistake


async def _parsed(head: bytes, reader: asyncio.StreamReader) -> Call | None:
    first, *lines = head.decode("latin-1").rstrip("\r\n").split("\r\n")
    method, target, version = first.split(" ", 2)
    if not version.startswith("HTTP/1."):
        raise ValueError(version)
    headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    length = int(headers.get("content-length", "0"))
    if length > MAX_BODY or "transfer-encoding" in headers:
        return None
    address = urlsplit(target)
    query = dict(parse_qsl(address.query, keep_blank_values=True))
    return Call(method, unquote(address.path), query, headers, await reader.readexactly(length))


async def _write(writer: asyncio.StreamWriter, reply: Reply, *, head_only: bool) -> bool:
    """Whether all that was promised was sent."""
    sent = len(reply.body) if reply.sent is None else min(reply.sent, len(reply.body))
    fields = {
        "Content-Type": reply.content_type,
        "Content-Length": str(len(reply.body)),
        "X-Request-Id": f"req_{secrets.token_hex(8)}",
        **reply.headers,
    }
    lines = [f"HTTP/1.1 {reply.status} {HTTPStatus(reply.status).phrase if reply.status in _KNOWN else 'Odd'}"]
    lines += [f"{name}: {value}" for name, value in fields.items()]
    head = ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")
    body = b"" if head_only else reply.body[:sent]
    if reply.over_s:
        writer.write(head)
        await _pour(writer, body, reply.over_s)
    else:
        writer.write(head + body)
    await writer.drain()
    return head_only or sent == len(reply.body)


_KNOWN = frozenset(int(status) for status in HTTPStatus)


async def _pour(writer: asyncio.StreamWriter, body: bytes, over_s: float) -> None:
    step = max(1, -(-len(body) // _PIECES))
    for start in range(0, len(body), step):
        await asyncio.sleep(over_s * step / len(body))
        writer.write(body[start : start + step])
        await writer.drain()


def _drop(writer: asyncio.StreamWriter, drop: Drop) -> None:
    if drop.reset:
        raw: socket.socket = writer.get_extra_info("socket")
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()


async def post(address: str, body: bytes, *, within_s: float = 5.0) -> int:
    """POSTs JSON to a loopback address; returns the status of the answer.

    Raises:
        OSError: If nobody answers in time (``TimeoutError`` is one).
    """
    parts = urlsplit(address)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    head = f"POST {target} HTTP/1.1\r\nHost: {parts.netloc}\r\nContent-Type: application/json\r\n"
    head += f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    async with asyncio.timeout(within_s):
        reader, writer = await asyncio.open_connection(parts.hostname, parts.port or 80)
        try:
            writer.write(head.encode("latin-1") + body)
            await writer.drain()
            first = (await reader.readline()).split(b" ", 2)
        finally:
            writer.close()
    if len(first) < 2 or not first[1].isdigit():
        raise ConnectionResetError("the webhook's receiver hung up")
    return int(first[1])
