"""The one place that wires: settings and a brief's choice of models become a crew at work."""

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Self, TypeVar

from reelwright.errors import BadInput, ConfigurationError, NotFound
from reelwright.film.brief import Brief, Models
from reelwright.film.call import Modality
from reelwright.film.writers import TASKS, writers_of
from reelwright.keepers import FilmStore, MediaStore
from reelwright.media.workshop import Workshop
from reelwright.ports import (
    ImageModel,
    ModelCard,
    MusicModel,
    RemoteModel,
    SoundModel,
    SpeechModel,
    TextModel,
    Tools,
    VideoModel,
    Voice,
)
from reelwright.providers.catalogue import load_prices, priced_card
from reelwright.providers.language.hosted import no_key
from reelwright.providers.registry import card_for, provider_of
from reelwright.settings import Settings
from reelwright.store.calls import CallStore
from reelwright.store.charges import ChargeStore
from reelwright.store.database import Database, open_database
from reelwright.store.films import SqlFilmStore
from reelwright.store.media import FolderMediaStore
from reelwright.store.prompts import PromptStore
from reelwright.store.turns import TurnStore

Model = TypeVar("Model")


@dataclass(frozen=True)
class Vault:
    """What is kept: films, calls and media. Enough to look; a crew is needed to make."""

    database: Database
    films: FilmStore
    calls: CallStore
    books: ChargeStore
    turns: TurnStore
    prompts: PromptStore
    media: MediaStore

    def close(self) -> None:
        """Gives the database back."""
        self.database.close()

    def cost_of(self, film_id: str) -> Decimal:
        """What a film has paid, in US dollars."""
        return sum(self.books.totals(film_id).values(), Decimal(0))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *problem: object) -> None:
        self.close()


@dataclass(frozen=True)
class Crew:
    """Everyone and everything that a film needs."""

    vault: Vault
    writers: Mapping[str, TextModel]
    """The models that write, by the names that the brief calls them."""
    image: ImageModel | RemoteModel
    video: VideoModel | RemoteModel
    voice: SpeechModel
    music: MusicModel | RemoteModel
    sound: SoundModel | RemoteModel
    workshop: Workshop
    scratch: Path
    """Folder for work in progress; can be emptied while nothing runs."""
    cache_dir: Path
    """Folder of what can be made again; can be emptied at any time."""
    template_dir: Path
    """A person's own story templates."""
    daily_cap_usd: Decimal | None
    """What all films together may cost in a day."""
    pronunciations: Mapping[str, str]
    """How words are said in every film, by word."""


def open_vault(settings: Settings, *, read_only: bool = False) -> Vault:
    """The kept things alone, for commands that only look.

    Raises:
        StorageError: If the database or the media folder cannot be opened.
    """
    try:
        database = open_database(settings.database, read_only=read_only)
    except NotFound:
        database = open_database(settings.database)
    media = open_media(settings)
    return Vault(
        database,
        SqlFilmStore(database),
        CallStore(database),
        ChargeStore(database),
        TurnStore(database),
        PromptStore(database),
        media,
    )


def open_media(settings: Settings) -> MediaStore:
    """Where media is kept: a folder of the home, a folder that machines share, or a bucket.

    Raises:
        ConfigurationError: If the bucket's extra is not installed, or the profile holds no keys.
        StorageError: If a shared folder is not there.
    """
    if not settings.media_url.startswith("s3://"):
        return FolderMediaStore(settings.media_dir, shared=bool(settings.media_url))
    from reelwright.store.bucket import Bucket
    from reelwright.store.bucket_address import bucket_address
    from reelwright.store.media_bucket import BucketMediaStore
    from reelwright.store.media_cache import MediaCache

    cache = MediaCache(settings.cache_dir / "media", int(settings.media_cache_gb * 1e9))
    return BucketMediaStore(Bucket(bucket_address(settings)), cache)


class Premises:
    """The store and the processes that all films of one process share, and the crew for each choice of models.

    Raises:
        StorageError: If the database or the media folder cannot be opened.
    """

    def __init__(self, settings: Settings) -> None:
        with ExitStack() as stack:
            self.settings = settings
            self.vault = open_vault(settings)
            stack.callback(self.vault.close)
            self.workshop = Workshop(settings.workers or None)
            stack.callback(self.workshop.close)
            self._booth = Workshop(1)
            stack.callback(self._booth.close)
            self._crews: dict[str, Crew] = {}
            self._open = stack.pop_all()

    def crew(self, models: Models) -> Crew:
        """The crew for a brief's models.

        Raises:
            BadInput: If a model does not exist.
            NotConfigured: If a model's provider lacks a key or an address.
        """
        name = models.model_dump_json()
        if name not in self._crews:
            self._crews[name] = self._assembled(models)
        return self._crews[name]

    def close(self) -> None:
        """Ends all processes and gives the database back."""
        self._open.close()

    def _assembled(self, models: Models) -> Crew:
        settings = self.settings
        shop, booth = self.workshop, self._booth  # the voice has a process of its own, since its model is large
        return Crew(
            vault=self.vault,
            writers=_Writers(
                (*writers_of(models.text).all, "builtin"),
                lambda name: _at_once(settings, shop, name, "text", TextModel),
            ),
            image=_open(settings, shop, models.image, "image", ImageModel),
            video=_open(settings, shop, models.video, "video", VideoModel),
            voice=_at_once(settings, booth, models.voice, "voice", SpeechModel),
            music=_open(settings, shop, models.music, "music", MusicModel),
            sound=_open(settings, shop, models.sound, "sound", SoundModel),
            workshop=self.workshop,
            cache_dir=settings.cache_dir,
            scratch=settings.home / "scratch",
            template_dir=settings.home / "story_templates",
            daily_cap_usd=settings.daily_cap_usd,
            pronunciations=settings.pronunciations,
        )


class _Writers(Mapping[str, TextModel]):
    """The models that write, each opened when it is first asked: who shoots a list that is written needs no key."""

    def __init__(self, names: Iterable[str], open_one: Callable[[str], TextModel]) -> None:
        self._names, self._open_one = tuple(dict.fromkeys(names)), open_one
        self._opened: dict[str, TextModel] = {}
        self._opening = threading.Lock()

    def __getitem__(self, name: str) -> TextModel:
        """The model.

        Raises:
            NotConfigured: If its provider lacks a key or an address.
        """
        if name not in self._names:
            raise KeyError(name)
        with self._opening:
            if name not in self._opened:
                self._opened[name] = self._open_one(name)
            return self._opened[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def check_keys(brief: Brief, settings: Settings) -> None:
    """Refuses a writer whose key is not set, before a film is begun.

    Raises:
        NotConfigured: Names the variable.
    """
    for name in writers_of(brief.models.text).all:
        card = card_for(name, "text", settings.home)
        key_name = str(getattr(provider_of(card), "key_name", ""))
        if key_name and not settings.api_key(card.provider):
            raise no_key(card, key_name)


def _open(
    settings: Settings, workshop: Workshop, name: str, modality: Modality, port: type[Model]
) -> Model | RemoteModel:
    """Opens a model by name, with the processes it may use."""
    card = priced_card(card_for(name, modality, settings.home), load_prices(settings.home))
    tools = Tools(workshop, settings.cache_dir, settings.provider_options(card.provider))
    model = provider_of(card).open(card, tools)
    if not isinstance(model, port | RemoteModel):
        raise ConfigurationError(f"the provider of {card.name!r} gave no {modality} model")
    return model


def _at_once(settings: Settings, workshop: Workshop, name: str, modality: Modality, port: type[Model]) -> Model:
    """Opens a model that answers at once; for words and voice there is no other."""
    model = _open(settings, workshop, name, modality, port)
    if not isinstance(model, port):
        raise ConfigurationError(f"the {modality} model {name!r} does not answer at once")
    return model


def cards_of(settings: Settings, models: Models) -> dict[Modality, ModelCard]:
    """The cards of a brief's models with their prices, by what they make.

    Raises:
        BadInput: If a model does not exist.
        ConfigurationError: If the person's own ``prices.toml`` is wrong.
    """
    prices = load_prices(settings.home)
    named: dict[Modality, str] = {
        "text": writers_of(models.text).names[0],
        "image": models.image,
        "video": models.video,
        "voice": models.voice,
        "music": models.music,
        "sound": models.sound,
    }
    return {modality: priced_card(card_for(name, modality, settings.home), prices) for modality, name in named.items()}


def writing_cards(settings: Settings, models: Models, *, rank: int = 0) -> dict[str, ModelCard]:
    """The card of whom each writing task asks first, with its prices, by task.

    Args:
        settings: Where prices are.
        models: The brief's models.
        rank: 1 for the first stand-ins, and so on; tasks without one are left out.

    Raises:
        BadInput: If a model does not exist.
        ConfigurationError: If the person's own ``prices.toml`` is wrong.
    """
    prices, writers = load_prices(settings.home), writers_of(models.text)
    named = {task: writers.of(task)[rank : rank + 1] for group in TASKS.values() for task in group}
    return {
        task: priced_card(card_for(names[0], "text", settings.home), prices) for task, names in named.items() if names
    }


def voices_of(settings: Settings) -> tuple[Voice, ...]:
    """The voices of the settings' speech model."""
    return _voices(settings, settings.models.voice)


def check_models(brief: Brief, settings: Settings) -> None:
    """Refuses a model or a voice that does not exist, before anything is made.

    Raises:
        BadInput: Names what there is.
    """
    for name in writers_of(brief.models.text).all:
        card_for(name, "text", settings.home)
    card_for(brief.models.image, "image")
    card_for(brief.models.video, "video")
    card_for(brief.models.voice, "voice")
    card_for(brief.models.music, "music")
    card_for(brief.models.sound, "sound")
    if not brief.voice:
        return
    names = [voice.name for voice in _voices(settings, brief.models.voice)]
    if brief.voice not in names:
        raise BadInput(
            f"there is no voice {brief.voice!r}; there are {', '.join(names)}",
            hint="`reelwright voices` describes them.",
        )


def _voices(settings: Settings, name: str) -> tuple[Voice, ...]:
    with Workshop(1) as booth:
        return _at_once(settings, booth, name, "voice", SpeechModel).voices
