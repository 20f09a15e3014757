"""The loaded voice model: optimised once into the cache, then read from there as it is."""

import contextlib
import ctypes
import importlib
import os
import platform
from functools import lru_cache
from pathlib import Path
from typing import Any

from reelwright.errors import NotConfigured
from reelwright.providers.builtin.narrator.model_file import model_key, model_parts

_CPU_FACTS = Path("/proc/cpuinfo")


@lru_cache(maxsize=1)
def session(own_model: str, cache_dir: str) -> Any:
    """A session of the runtime with one thread.

    Args:
        own_model: Path of a person's own model; empty for ours.
        cache_dir: Where the optimised model is kept.

    Raises:
        NotConfigured: If the model is missing, cannot be kept or does not load.
    """
    runtime: Any = importlib.import_module("onnxruntime")
    key = f"{model_key(own_model)}-onnxruntime-{runtime.__version__}-{'quick' if _multiplies_exactly() else 'exact'}"
    cached = Path(cache_dir) / f"{key}.onnx"
    for attempt in (1, 2):
        if not cached.exists():
            _optimise(runtime, own_model, cached)
        try:
            return _loaded(runtime, str(cached), optimised=True)
        except Exception as problem:  # the runtime raises its own untyped kinds; a damaged file is made again
            cached.unlink(missing_ok=True)
            if attempt == 2:
                raise NotConfigured(
                    f"the voice model does not load: {problem}", hint="Run `reelwright doctor`."
                ) from problem
    raise AssertionError("unreachable")


def _optimise(runtime: Any, own_model: str, target: Path) -> None:
    """Writes the model with what the runtime makes of it, aside and then renamed."""
    parts = model_parts(own_model)
    aside = target.with_name(f".{os.getpid()}.{target.name}")
    plain = aside.with_suffix(".plain")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with plain.open("wb") as opened:
            opened.writelines(parts)
        # What the runtime reads from a file it holds once, and we no longer.
        del parts
        _give_back()
        try:
            _loaded(runtime, str(plain), aside=aside)
        except Exception as problem:  # the runtime raises its own untyped kinds
            if not own_model:
                raise NotConfigured(
                    f"the voice model does not load: {problem}", hint="Run `reelwright doctor`."
                ) from problem
            _without_times(runtime, own_model, aside)
        with aside.open("rb+") as written:
            os.fsync(written.fileno())
        aside.replace(target)
    except OSError as problem:
        raise NotConfigured(
            f"the voice model cannot be written to {str(target)!r}: {problem}",
            hint="Make room, or set REELWRIGHT_HOME to a folder you may write to.",
        ) from problem
    finally:
        aside.unlink(missing_ok=True)
        plain.unlink(missing_ok=True)
        _give_back()


def _give_back() -> None:
    """Hands freed memory to the system: glibc keeps 150 MB that the loading of the model would come on top of."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


def _without_times(runtime: Any, own_model: str, aside: Path) -> None:
    """A person's model as it is, for a graph that names the timings otherwise."""
    try:
        _loaded(runtime, own_model, aside=aside)
    except Exception as problem:
        raise NotConfigured(
            f"the voice model {own_model!r} does not load: {problem}",
            hint="Give the path of a Kokoro model in ONNX format.",
        ) from problem


def _loaded(runtime: Any, model: str, *, optimised: bool = False, aside: Path | None = None) -> Any:
    options = runtime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Every line has another length, so that a plan of one line's memory is of no use to the next.
    options.enable_mem_pattern = False
    levels = runtime.GraphOptimizationLevel
    options.graph_optimization_level = levels.ORT_DISABLE_ALL if optimised else levels.ORT_ENABLE_EXTENDED
    if aside:
        options.optimized_model_filepath = str(aside)
        # It is only written: nothing of it need be laid out for quick products.
        options.add_session_config_entry("session.disable_prepacking", "1")
    if not _multiplies_exactly():
        options.add_session_config_entry("session.x64quantprecision", "1")
    return runtime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _multiplies_exactly() -> bool:
    """Whether the processor multiplies unsigned by signed levels without overflow.

    Older x86 processors saturate the sum of two products at 16 bits; the runtime then has to be told to be exact.
    Source: onnxruntime.ai, "Quantize ONNX models", read 2026-11-21.
    """
    if platform.machine().lower() not in {"x86_64", "amd64", "i386", "i686"}:
        return True
    try:
        return "vnni" in _CPU_FACTS.read_text("ascii", "replace")
    except OSError:
        return False
