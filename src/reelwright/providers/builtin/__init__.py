"""The studio that needs no key: writer, artist, camera, narrator and composer behind the ordinary ports."""

from importlib import import_module
from typing import cast

from reelwright.ports import ImageModel, ModelCard, MusicModel, SpeechModel, TextModel, Tools, VideoModel
from reelwright.providers.builtin.cards import CARDS

_PLACES = {
    "writer": ("reelwright.providers.builtin.writer", "Writer"),
    "artist": ("reelwright.providers.builtin.stills", "BuiltinArtist"),
    "camera": ("reelwright.providers.builtin.camera", "Camera"),
    "kokoro-82m": ("reelwright.providers.builtin.narrator", "Narrator"),
    "composer": ("reelwright.providers.builtin.composer", "Composer"),
}


class Builtin:
    """The built-in provider. Cards are plain; the models behind them load when they are opened."""

    name = "builtin"
    cards = CARDS

    def open(self, card: ModelCard, tools: Tools) -> TextModel | ImageModel | VideoModel | SpeechModel | MusicModel:
        """The model behind a card."""
        module, name = _PLACES[card.model]
        model = getattr(import_module(module), name)
        return cast("TextModel | ImageModel | VideoModel | SpeechModel | MusicModel", model(card, tools))


def provider() -> Builtin:
    """What the entry point returns."""
    return Builtin()
