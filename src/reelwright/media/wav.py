"""WAV files in and out: 16-bit, 24-bit, 32-bit and float PCM, as arrays of samples."""

import struct
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reelwright.errors import UnreadableMedia

Samples = NDArray[np.float32]
"""Shape (samples, channels), full scale is 1."""

_PCM, _FLOAT, _EXTENSIBLE = 1, 3, 0xFFFE


def write_wav(path: Path, samples: Samples, rate_hz: int) -> None:
    """Write 16-bit PCM; samples beyond full scale are clipped.

    Args:
        path: File to write, replaced if there.
        samples: Shape (samples, channels) or (samples,), float, full scale 1.
        rate_hz: Samples per second.
    """
    columns = samples[:, None] if samples.ndim == 1 else samples
    channels = columns.shape[1]
    body = np.clip(np.rint(columns * 32767.0), -32768, 32767).astype("<i2").tobytes()
    block = channels * 2
    form = struct.pack("<HHIIHH", _PCM, channels, rate_hz, rate_hz * block, block, 16)
    head = b"WAVE" + b"fmt " + struct.pack("<I", len(form)) + form + b"data" + struct.pack("<I", len(body))
    path.write_bytes(b"RIFF" + struct.pack("<I", len(head) + len(body)) + head + body)


def read_wav(path: Path) -> tuple[Samples, int]:
    """The samples, shape (samples, channels), full scale 1, and the rate in Hz.

    Raises:
        UnreadableMedia: If it is not a PCM or float WAV file, or is cut short.
    """
    try:
        chunks = _chunks(path.read_bytes())
        form, body = chunks[b"fmt "], chunks[b"data"]
        kind, channels, rate_hz, _, _, bits = struct.unpack("<HHIIHH", form[:16])
        if kind == _EXTENSIBLE:
            kind = struct.unpack("<H", form[24:26])[0]
        flat = _decode(body, kind, bits)
    except (KeyError, struct.error, ValueError, OSError) as problem:
        raise UnreadableMedia(f"{str(path)!r} is no WAV file we can read: {problem}") from problem
    whole = len(flat) - len(flat) % channels
    return flat[:whole].reshape(-1, channels), int(rate_hz)


def _chunks(raw: bytes) -> dict[bytes, bytes]:
    if raw[:4] != b"RIFF" or raw[8:12] != b"WAVE":
        raise ValueError("the RIFF header is missing")
    found: dict[bytes, bytes] = {}
    at = 12
    while at + 8 <= len(raw):
        name, size = raw[at : at + 4], struct.unpack("<I", raw[at + 4 : at + 8])[0]
        found.setdefault(name, raw[at + 8 : at + 8 + size])
        at += 8 + size + size % 2
    return found


def _decode(body: bytes, kind: int, bits: int) -> NDArray[np.float32]:
    usable = body[: len(body) - len(body) % (bits // 8 or 1)]
    match kind, bits:
        case (1, 16):
            return np.frombuffer(usable, "<i2").astype(np.float32) / np.float32(32768)
        case (1, 24):
            octets = np.frombuffer(usable, np.uint8).reshape(-1, 3).astype(np.int32)
            value = (octets[:, 0] << 8 | octets[:, 1] << 16 | octets[:, 2] << 24) >> 8
            return value.astype(np.float32) / np.float32(1 << 23)
        case (1, 32):
            return (np.frombuffer(usable, "<i4") / float(1 << 31)).astype(np.float32)
        case (3, 32):
            return np.frombuffer(usable, "<f4").astype(np.float32)
        case (3, 64):
            return np.frombuffer(usable, "<f8").astype(np.float32)
        case _:
            raise ValueError(f"format {kind} with {bits} bits; allowed are 16, 24, 32 bits and float")
