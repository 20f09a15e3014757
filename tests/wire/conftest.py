"""A simulator for each test, and models that ask it."""

from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from tests.wire import KEYS, Simulator, Vendor

from reelwright.media.workshop import Workshop
from reelwright.ports import TextModel, Tools
from reelwright.providers.registry import card_for, provider_of


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Films leave their folders where the test works, which is not the checkout."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def simulator() -> Generator[Simulator]:
    with Simulator() as running:
        yield running


@pytest.fixture
def opened(simulator: Simulator, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., TextModel]:
    """Opens a vendor's model as the crew does."""
    cache = tmp_path_factory.mktemp("cache")

    def open_model(
        vendor: Vendor, model: str = "a/model", key: str | None = None, home: Path | None = None
    ) -> TextModel:
        card = card_for(f"{vendor}:{model}", "text", home)
        options = {"base_url": simulator.address(vendor), "api_key": KEYS[vendor] if key is None else key}
        opened = provider_of(card).open(card, Tools(Workshop(1), cache, options))
        assert isinstance(opened, TextModel)
        return opened

    return open_model
