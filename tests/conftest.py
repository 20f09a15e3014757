"""What every test stands on: a home of its own, no keys, no network, databases of both kinds."""

import os
import socket
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import pytest
from tests.postgres import cluster

_SECRET_NAMES = (
    "OPENROUTER_API_KEY",
    "OPENAI_API_KEY",
    "ANTHROPIC_API_KEY",
    "GEMINI_API_KEY",
    "GOOGLE_API_KEY",
    "REPLICATE_API_TOKEN",
    "FAL_KEY",
    "ELEVENLABS_API_KEY",
)


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A studio's home for this test alone; nothing the machine is set to can reach a test."""
    for name in [name for name in os.environ if name.startswith(("REELWRIGHT_", "AWS_")) or name in _SECRET_NAMES]:
        monkeypatch.delenv(name)
    home = tmp_path / "home"
    monkeypatch.setenv("REELWRIGHT_HOME", str(home))
    for name in ("AWS_SHARED_CREDENTIALS_FILE", "AWS_CONFIG_FILE"):
        monkeypatch.setenv(name, os.devnull)
    return home


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Generator[None]:
    """Connections beyond this machine fail at once, and say why."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise OSError(f"tests stay on this machine; {address!r} is beyond it")
        return connect(self, address)

    patch = pytest.MonkeyPatch()
    patch.setattr(socket.socket, "connect", guarded)
    yield
    patch.undo()


@pytest.fixture(scope="session")
def postgres() -> Generator[Callable[..., str]]:
    """A running cluster; each call gives the address of a new, empty database."""
    with cluster() as fresh:
        if fresh is None:
            pytest.skip("PostgreSQL's initdb is not installed")
        yield fresh


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    if request.param == "sqlite":
        return str(tmp_path / "films.db")
    fresh: Callable[..., str] = request.getfixturevalue("postgres")
    return fresh()
