"""What the muxer cannot be told: small corrections inside a finished MP4."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

_ENABLED = 1
_CAPTION_HANDLERS = (b"sbtl", b"text", b"subt")


def switch_off_captions(path: Path) -> None:
    """Marks the caption tracks of a file as not enabled: a person may switch them on, no player does so unasked.

    The muxer enables the first track of each kind. Source: ISO/IEC 14496-12, TrackHeaderBox, flag 0x000001.
    """
    with path.open("r+b") as file:
        size = path.stat().st_size
        for kind, start, stop in _boxes(file, 0, size):
            if kind != b"moov":
                continue
            file.seek(start)
            index = bytearray(file.read(stop - start))
            if _clear(index):
                file.seek(start)
                file.write(index)
            return


def _clear(index: bytearray) -> bool:
    changed = False
    for kind, start, stop in _inner(index, 0, len(index)):
        if kind == b"trak" and _handler(index, start, stop) in _CAPTION_HANDLERS:
            header = next(at for name, at, _ in _inner(index, start, stop) if name == b"tkhd")
            index[header + 3] &= ~_ENABLED & 0xFF
            changed = True
    return changed


def _handler(index: bytearray, start: int, stop: int) -> bytes:
    for kind, media, media_stop in _inner(index, start, stop):
        if kind == b"mdia":
            found = next(at for name, at, _ in _inner(index, media, media_stop) if name == b"hdlr")
            return bytes(index[found + 8 : found + 12])
    return b""


def _inner(index: bytearray, start: int, stop: int) -> Iterator[tuple[bytes, int, int]]:
    """Kind, start and end of the content of each box between two places."""
    while start + 8 <= stop:
        size = int.from_bytes(index[start : start + 4], "big")
        yield bytes(index[start + 4 : start + 8]), start + 8, start + size
        start += max(8, size)


def _boxes(file: BinaryIO, start: int, stop: int) -> Iterator[tuple[bytes, int, int]]:
    while start + 8 <= stop:
        file.seek(start)
        head = file.read(16)
        size, inside = int.from_bytes(head[:4], "big"), start + 8
        if size == 1:
            size, inside = int.from_bytes(head[8:16], "big"), start + 16
        yield head[4:8], inside, start + size
        start += max(8, size)
