"""Real files, deterministic from the order: small, quick to make, and never two alike in bytes for two orders."""

import importlib
import io
import json
import math
import struct
import threading
import wave
import zlib
from array import array
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from tests.backlot.profile import Kind, Order

SOUND_RATE = 48_000
_COLOURS = ((70, 140), (110, 100), (90, 180), (130, 120))
"""Chroma (U, V) of videos: few, so that takes of one size share their coding."""
_coding = threading.Lock()


EXTENSIONS: dict[Kind, str] = {
    "image": "png",
    "video": "mp4",
    "music": "wav",
    "sound": "wav",
    "speech": "wav",
    "text": "txt",
}


class Content(NamedTuple):
    """A finished result."""

    body: bytes
    content_type: str


class BadOrder(ValueError):
    """The input asks for something that cannot be made."""


def check(order: Order) -> None:
    """Reads what an order asks for.

    Raises:
        BadOrder: If a size, rate or duration is missing its mark; the message names the field.
    """
    if order.kind in ("image", "video"):
        _whole(order, "width", 1280, 2, 8192)
        _whole(order, "height", 720, 2, 8192)
    if order.kind == "video":
        _whole(order, "frames", 24, 1, 10_000)
        _rate(order)
    if order.kind in ("music", "sound", "speech"):
        _duration_s(order)


def make(order: Order) -> Content:
    """The result of an order that ``check`` has passed. Takes up to a second of CPU for a long video."""
    digest = order.input_hash
    if order.kind == "image":
        size = _whole(order, "width", 1280, 2, 8192), _whole(order, "height", 720, 2, 8192)
        return Content(_png(*size, digest), "image/png")
    if order.kind == "video":
        return Content(_video(order, digest), "video/mp4")
    if order.kind == "text":
        return Content(text_of(order).encode(), "text/plain; charset=utf-8")
    return Content(_wav(_duration_s(order), digest), "audio/wav")


def text_of(order: Order) -> str:
    """``input.reply`` if the order brought one (an object becomes JSON), else the input itself as JSON."""
    reply = order.input.get("reply", order.input)
    return reply if isinstance(reply, str) else json.dumps(reply, sort_keys=True)


def _whole(order: Order, name: str, default: int, least: int, most: int) -> int:
    value = order.input.get(name, default)
    if not isinstance(value, int) or not least <= value <= most:
        raise BadOrder(f"input.{name} is {value!r}; it must be a whole number from {least} to {most}")
    if order.kind == "video" and name != "frames" and value % 2:
        raise BadOrder(f"input.{name} is {value!r}; a video's sides must be even")
    return value


def _rate(order: Order) -> Fraction:
    value = order.input.get("fps", "24")
    try:
        rate = Fraction(str(value))
    except (ValueError, ZeroDivisionError):
        rate = Fraction(0)
    if not 1 <= rate <= 240:
        raise BadOrder(f"input.fps is {value!r}; it must be a rate such as '24' or '24000/1001'")
    return rate


def _duration_s(order: Order) -> float:
    words = len(str(order.input.get("text", "")).split())
    value = order.input.get("duration_s", max(1.0, words * 0.4))
    if not isinstance(value, int | float) or not 0 < value <= 3600:
        raise BadOrder(f"input.duration_s is {value!r}; it must be above 0 and at most 3600")
    return float(value)


def _png(width: int, height: int, digest: str) -> bytes:
    """A gradient from one colour of the digest at the top to another at the bottom."""
    top, bottom = bytes.fromhex(digest[:6]), bytes.fromhex(digest[6:12])
    coder = zlib.compressobj(1, zlib.DEFLATED, 15, 9, zlib.Z_RLE)
    rows: list[bytes] = []
    for row in range(height):
        share = row / max(1, height - 1)
        colour = bytes(round(a + (b - a) * share) for a, b in zip(top, bottom, strict=True))
        rows.append(coder.compress(b"\x01" + colour + bytes(3 * (width - 1))))  # filter 1: differences to the left
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"tEXt", b"Comment\0" + digest.encode()), (b"IDAT", b"".join(rows) + coder.flush()))
    chunks = b"".join(_chunk(name, body) for name, body in (*parts, (b"IEND", b"")))
    return b"\x89PNG\r\n\x1a\n" + chunks


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _wav(duration_s: float, digest: str) -> bytes:
    """A quiet tone, mono, 16 bit; its pitch comes from the digest."""
    samples = round(duration_s * SOUND_RATE)
    period = 100 + int(digest[:2], 16)
    cycle = array("h", (round(1600 * math.sin(2 * math.pi * step / period)) for step in range(period)))
    sound = cycle.tobytes() * -(-samples // period)
    file = io.BytesIO()
    with wave.open(file, "wb") as target:
        target.setnchannels(1)
        target.setsampwidth(2)
        target.setframerate(SOUND_RATE)
        target.writeframes(sound[: samples * 2])
    note = b"note" + struct.pack("<I", len(digest)) + digest.encode()
    body = file.getvalue() + note
    return body[:4] + struct.pack("<I", len(body) - 8) + body[8:]


def _video(order: Order, digest: str) -> bytes:
    size = _whole(order, "width", 1280, 2, 8192), _whole(order, "height", 720, 2, 8192)
    frames = _whole(order, "frames", 24, 1, 10_000)
    with _coding:
        film = _coded(*size, frames, _rate(order), int(digest[:2], 16) % len(_COLOURS))
    return film + struct.pack(">I", 8 + len(digest)) + b"free" + digest.encode()


@lru_cache(maxsize=64)
def _coded(width: int, height: int, frames: int, rate: Fraction, colour: int) -> bytes:
    """An MP4 (H.264, yuv420p) in which a bright bar crosses a plain ground once."""
    av = importlib.import_module("av")
    file = io.BytesIO()
    with av.open(file, "w", format="mp4") as film:
        stream = film.add_stream("libx264", rate=rate, options={"preset": "ultrafast", "crf": "30"})
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        stream.thread_count = 1
        picture = av.VideoFrame(width, height, "yuv420p")
        for plane, level in zip(picture.planes[1:], _COLOURS[colour], strict=True):
            plane.update(bytes([level]) * plane.buffer_size)
        light, bar = picture.planes[0], max(2, width // 8)
        for number in range(frames):
            left = (width - bar) * number // max(1, frames - 1)
            row = bytes([80]) * left + bytes([200]) * bar + bytes([80]) * (light.line_size - left - bar)
            light.update(row * height)
            picture.pts = number
            picture.time_base = 1 / rate
            film.mux(stream.encode(picture))
        film.mux(stream.encode(None))
    return file.getvalue()
