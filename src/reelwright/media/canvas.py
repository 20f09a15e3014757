"""The one door to Skia, also where no OpenGL is installed.

The wheel of skia-python links libGL and libEGL although raster drawing never calls them. Slim containers have
neither, so on Linux inert stand-ins are written and loaded first. They only satisfy the dynamic linker.
"""

import ctypes
import importlib
import importlib.util
import os
import platform
import struct
import tempfile
from pathlib import Path
from typing import Any

from reelwright.errors import ConfigurationError

_SONAMES = ("libGL.so.1", "libEGL.so.1")
_MACHINES = {"x86_64": 62, "aarch64": 183}
_RETURN_ZERO = {"x86_64": b"\x31\xc0\xc3", "aarch64": b"\x00\x00\x80\xd2\xc0\x03\x5f\xd6"}
_PAGE = 4096
_HINT = "Install the two libraries: `apt-get install libgl1 libegl1` (Debian, Ubuntu) or your system's equivalent."


def _undefined_gl_names(library: bytes) -> list[str]:
    """Names starting with gl or egl that an ELF64 shared object expects from elsewhere."""
    section_offset = struct.unpack_from("<Q", library, 40)[0]
    entry_size, count = struct.unpack_from("<HH", library, 58)
    sections = [struct.unpack_from("<IIQQQQIIQQ", library, section_offset + i * entry_size) for i in range(count)]
    names: set[str] = set()
    for section in sections:
        if section[1] != 11:  # SHT_DYNSYM
            continue
        strings_at = sections[section[6]][4]
        for at in range(section[4], section[4] + section[5], 24):
            name, _, _, index = struct.unpack_from("<IBBH", library, at)
            if index == 0 and name:
                end = library.index(b"\0", strings_at + name)
                text = library[strings_at + name : end]
                if text.startswith((b"gl", b"egl")):
                    names.add(text.decode())
    return sorted(names)


def _elf_hash(name: str) -> int:
    """The System V ABI's symbol hash."""
    value = 0
    for byte in name.encode():
        value = (value << 4) + byte
        high = value & 0xF0000000
        if high:
            value ^= high >> 24
        value &= ~high & 0xFFFFFFFF
    return value


def _align(value: int, to: int) -> int:
    return -(-value // to) * to


def _hash_table(names: list[str]) -> bytes:
    """DT_HASH over symbols 1..n."""
    count = len(names) + 1
    buckets, chain = [0] * max(1, count // 2), [0] * count
    for index, name in enumerate(names, 1):
        slot = _elf_hash(name) % len(buckets)
        chain[index], buckets[slot] = buckets[slot], index
    return struct.pack(f"<II{len(buckets)}I{count}I", len(buckets), count, *buckets, *chain)


def inert_library(soname: str, names: list[str]) -> bytes:
    """A minimal ELF64 shared object in which every name is a function that returns 0.

    Source: System V ABI, ELF-64 object file format (read 2026-11-21).
    """
    machine = platform.machine()
    strings = b"\0"
    offsets: dict[str, int] = {}
    for name in [soname, *names]:
        offsets[name] = len(strings)
        strings += name.encode() + b"\0"
    code_at = _align(64 + 3 * 56, 16)
    symbols_at = _align(code_at + 16, 16)
    symbols = bytes(24) + b"".join(struct.pack("<IBBHQQ", offsets[n], 0x12, 0, 1, code_at, 8) for n in names)
    strings_at = symbols_at + len(symbols)
    hash_at = _align(strings_at + len(strings), 8)
    table = _hash_table(names)
    end = hash_at + len(table)
    dynamic_at = _align(end, _PAGE)
    tags = [(14, offsets[soname]), (4, hash_at), (5, strings_at), (6, symbols_at), (10, len(strings)), (11, 24), (0, 0)]
    dynamic = b"".join(struct.pack("<QQ", *tag) for tag in tags)
    header = b"\x7fELF\x02\x01\x01" + bytes(9)
    header += struct.pack("<HHIQQQIHHHHHH", 3, _MACHINES[machine], 1, 0, 64, 0, 0, 64, 56, 3, 64, 0, 0)
    size = len(dynamic)
    load = struct.pack("<IIQQQQQQ", 1, 5, 0, 0, 0, end, end, _PAGE)
    load += struct.pack("<IIQQQQQQ", 1, 6, dynamic_at, dynamic_at, dynamic_at, size, size, _PAGE)
    load += struct.pack("<IIQQQQQQ", 2, 6, dynamic_at, dynamic_at, dynamic_at, size, size, 8)
    image = bytearray(dynamic_at + size)
    parts = [(0, header), (64, load), (code_at, _RETURN_ZERO[machine]), (symbols_at, symbols), (strings_at, strings)]
    for at, part in [*parts, (hash_at, table), (dynamic_at, dynamic)]:
        image[at : at + len(part)] = part
    return bytes(image)


def _load_stand_ins() -> None:
    spec = importlib.util.find_spec("skia")
    if spec is None or spec.origin is None or platform.system() != "Linux" or platform.machine() not in _MACHINES:
        raise ConfigurationError("the drawing library Skia cannot find libGL or libEGL", hint=_HINT)
    names = _undefined_gl_names(Path(spec.origin).read_bytes())
    with tempfile.TemporaryDirectory(prefix="reelwright-gl-") as folder:
        for soname in _SONAMES:
            try:
                ctypes.CDLL(soname, ctypes.RTLD_GLOBAL)
            except OSError:
                stand_in = os.path.join(folder, soname)
                Path(stand_in).write_bytes(inert_library(soname, names))
                ctypes.CDLL(stand_in, ctypes.RTLD_GLOBAL)


def _import_skia() -> Any:
    try:
        return importlib.import_module("skia")
    except ImportError as problem:
        if not any(name.split(".")[0] in str(problem) for name in _SONAMES):
            raise
    try:
        _load_stand_ins()
        return importlib.import_module("skia")
    except (ImportError, OSError, KeyError, struct.error) as problem:
        raise ConfigurationError(f"the drawing library Skia does not load: {problem}", hint=_HINT) from problem


skia: Any = _import_skia()
"""The skia-python module; untyped, so it is ``Any``."""
