"""The one place that wires: settings and a brief's choice of models become a crew at work."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from reelwright.errors import ConfigurationError
from reelwright.film.brief import Models
from reelwright.media.workshop import LocalWorkshop
from reelwright.ports import (
    FilmStore,
    ImageModel,
    MediaStore,
    Modality,
    MusicModel,
    SpeechModel,
    TextModel,
    Tools,
    VideoModel,
    Workshop,
)
from reelwright.providers.registry import card_for, provider_of
from reelwright.settings import Settings
from reelwright.store.calls import CallStore
from reelwright.store.database import Database, open_database
from reelwright.store.films import SqlFilmStore
from reelwright.store.media import FolderMediaStore

Model = TypeVar("Model")


@dataclass(frozen=True)
class Vault:
    """What is kept: films, calls and media. Enough to look; a crew is needed to make."""

    database: Database
    films: FilmStore
    calls: CallStore
    media: MediaStore

    def close(self) -> None:
        """Gives the database back."""
        self.database.close()


@dataclass(frozen=True)
class Crew:
    """Everyone and everything that a film needs."""

    vault: Vault
    database_url: str
    text: TextModel
    image: ImageModel
    video: VideoModel
    voice: SpeechModel
    music: MusicModel
    workshop: Workshop
    scratch: Path
    """Folder for work in progress; can be emptied while nothing runs."""
    _open: ExitStack

    def close(self) -> None:
        """Ends all processes and gives the database back."""
        self._open.close()


def open_vault(settings: Settings, *, read_only: bool = False) -> Vault:
    """The kept things alone, for commands that only look.

    Raises:
        StorageError: If the database or the media folder cannot be opened.
    """
    database = open_database(settings.database_location, read_only=read_only)
    media = FolderMediaStore(settings.home / "media")
    return Vault(database, SqlFilmStore(database), CallStore(database), media)


def assemble(settings: Settings, models: Models) -> Crew:
    """The crew for a brief's models.

    Raises:
        BadInput: If a model does not exist.
        NotConfigured: If a model's provider lacks a key or an address.
        StorageError: If the database or the media folder cannot be opened.
    """
    with ExitStack() as stack:
        vault = open_vault(settings)
        stack.callback(vault.close)
        workshop = LocalWorkshop(settings.workers or None)
        stack.callback(workshop.close)
        booth = LocalWorkshop(1)
        stack.callback(booth.close)
        pictures = _opener(settings, workshop)
        crew = Crew(
            vault=vault,
            database_url=vault.database.url,
            text=pictures(models.text, "text", TextModel),
            image=pictures(models.image, "image", ImageModel),
            video=pictures(models.video, "video", VideoModel),
            voice=_opener(settings, booth)(models.voice, "voice", SpeechModel),
            music=pictures(models.music, "music", MusicModel),
            workshop=workshop,
            scratch=settings.home / "scratch",
            _open=stack.pop_all(),
        )
    return crew


def _opener(settings: Settings, workshop: Workshop) -> Callable[[str, Modality, type[Model]], Model]:
    """Opens a model by name with the processes it may use; the voice has its own, since its model is large."""

    def open_model(name: str, modality: Modality, port: type[Model]) -> Model:
        card = card_for(name, modality)
        tools = Tools(workshop, settings.home / "cache", settings.provider_options(card.provider))
        model = provider_of(card).open(card, tools)
        if not isinstance(model, port):
            raise ConfigurationError(f"the provider of {card.name!r} gave no {modality} model")
        return model

    return open_model
