"""The studio that needs no key: writer, artist, camera, narrator, composer and foley behind the ordinary ports."""

from importlib import import_module
from typing import cast

from reelwright.ports import Model, ModelCard, Tools
from reelwright.providers.builtin.cards import CARDS

_PLACES = {
    "writer": ("reelwright.providers.builtin.writer", "Writer"),
    "artist": ("reelwright.providers.builtin.stills", "BuiltinArtist"),
    "camera": ("reelwright.providers.builtin.camera", "Camera"),
    "kokoro-82m": ("reelwright.providers.builtin.narrator", "Narrator"),
    "composer": ("reelwright.providers.builtin.composer", "Composer"),
    "foley": ("reelwright.providers.builtin.foley", "Foley"),
}


class Builtin:
    """The built-in provider. Cards are plain; the models behind them load when they are opened."""

    name = "builtin"
    cards = CARDS

    def open(self, card: ModelCard, tools: Tools) -> Model:
        """The model behind a card."""
        module, name = _PLACES[card.model]
        model = getattr(import_module(module), name)
        return cast("Model", model(card, tools))


def provider() -> Builtin:
    """What the entry point returns."""
    return Builtin()
