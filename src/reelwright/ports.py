"""What the house asks for from outside: protocols with their frozen requests, replies and model cards.

A request carries the thing and the words: hosted models read the prompts, the built-in studio reads the typed shot.
Providers return files they wrote into ``request.workdir``; the ledger moves them into the media store.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any, Generic, Literal, Protocol, TypeAlias, TypeVar, runtime_checkable

from pydantic import BaseModel, Field

from reelwright.film.asset import Asset
from reelwright.film.base import Noun
from reelwright.film.film import Event, Film, FilmStatus
from reelwright.film.frame import Frame, FrameRole
from reelwright.film.money import Usage
from reelwright.film.score import Score, ScoreFailure
from reelwright.film.shot import Shot
from reelwright.film.sound import Speech, SpokenWord, TimingSource
from reelwright.film.take import Take

Output = TypeVar("Output", bound=BaseModel)
Modality = Literal["text", "image", "video", "voice", "music", "sound", "cut"]
"""What a call makes; ``cut`` is our own work on finished parts: mixing, stitching, sheets."""


class ModelCard(Noun):
    """What a model can do and costs: data that is checked before anything is spent."""

    provider: str
    model: str
    modality: Modality
    title: str
    version: str
    """The adapter's version with all that shapes its output (libraries, thread count); part of every content key."""
    reads: tuple[str, ...]
    """Names of the request fields the model depends on, dotted (``shot.staging``); only these enter the content key."""
    modes: tuple[str, ...] = ()
    """For video: ``image-to-video``, ``start-end-to-video``; for images: ``text-to-image``, ``reference``."""
    sizes: tuple[tuple[int, int], ...] = ()
    """Allowed (width_px, height_px); empty means any."""
    max_duration_s: float | None = None
    seeds: bool = True
    price: str = "free"
    """For people; the ledger of part 3 reads the price catalogue."""
    concurrency: int = Field(default=2, ge=1)

    @property
    def name(self) -> str:
        """``provider:model``."""
        return f"{self.provider}:{self.model}"


@dataclass(frozen=True)
class MediaFile:
    """A file a provider has written, about to enter the media store."""

    path: Path
    media_type: str


@dataclass(frozen=True)
class TextRequest(Generic[Output]):
    """One writing task: a language model reads ``prompt``, the built-in writer reads ``inputs``."""

    task: Literal["choose_template", "write_story", "break_into_shots", "specify_pictures"]
    inputs: BaseModel
    prompt: str
    output_type: type[Output]
    seed: int


@dataclass(frozen=True)
class TextReply(Generic[Output]):
    """Valid typed output."""

    output: Output
    usage: Usage = Usage()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class ImageRequest:
    """One still."""

    role: FrameRole
    prompt: str
    negative_prompt: str
    shot: Shot
    style: str
    width_px: int
    height_px: int
    seed: int
    workdir: Path
    references: tuple[Asset, ...] = ()
    rate: Fraction = Fraction(24)
    """The film's rate: a start or end frame shows what moves in the scene as the take's first or last frame does."""


@dataclass(frozen=True)
class VideoRequest:
    """One take. The file must hold ``head_frames + frame_count + tail_frames`` frames at ``rate``, without sound.

    Keyframes stand at the frames in ``keyframes`` so that the cut can copy the stream up to them.
    """

    prompt: str
    negative_prompt: str
    shot: Shot
    style: str
    start: Asset | None
    end: Asset | None
    start_path: Path | None
    """The start frame as a file, for a model (or camera) that needs its pixels."""
    head_frames: int
    frame_count: int
    tail_frames: int
    keyframes: tuple[int, ...]
    rate: Fraction
    width_px: int
    height_px: int
    seed: int
    workdir: Path
    take: int = 1

    @property
    def total_frames(self) -> int:
        """Frames in the file."""
        return self.head_frames + self.frame_count + self.tail_frames


@dataclass(frozen=True)
class SpeechRequest:
    """One stretch of voice-over in one voice."""

    text: str
    voice: str
    pace: float
    """1 is the voice's own; the narrator may go from 0.85 to 1.15."""
    emotion: str
    workdir: Path
    pronunciations: tuple[tuple[str, str], ...] = ()
    """Words of this text that are said in a person's way: the word in lower case, a respelling or IPA in slashes."""


@dataclass(frozen=True)
class MusicBeat:
    """A stretch of the score with one feeling."""

    name: str
    emotion: str
    start_s: float
    duration_s: float


@dataclass(frozen=True)
class MusicRequest:
    """A score for the whole film."""

    template: str
    mood: str
    tone: tuple[str, ...]
    beats: tuple[MusicBeat, ...]
    duration_s: float
    seed: int
    workdir: Path
    look: str = ""
    """Slug of the film's look: ``illustrated``, ``noir``..."""
    words: str = ""
    """What the film is about: its prompt."""
    accents_s: tuple[float, ...] = ()
    """Moments to land on, the most important first: where the product is first seen."""


@dataclass(frozen=True)
class SoundRequest:
    """One sound effect."""

    sound: str
    """Slug of the sound: ``rain``, ``pour``, ``steps``..."""
    surface: str
    """What it happens on: ``wood``, ``stone``, ``grass``, ``sand``, ``snow``, ``wet``..."""
    words: str
    """What is seen while it is heard, for a model that reads words."""
    duration_s: float
    seed: int
    workdir: Path


@dataclass(frozen=True)
class MediaReply:
    """A still, a take, a score or a sound effect, as a file in the request's ``workdir``."""

    media: MediaFile
    usage: Usage = Usage()
    notes: tuple[str, ...] = ()
    """What the user should be told: each becomes a warning."""
    label: str = ""
    """What was made, in a word or two: the palette of a score. Shown with the progress."""


@dataclass(frozen=True)
class SpeechReply:
    """A recording (WAV, mono) with the times of its words."""

    media: MediaFile
    duration_s: float
    words: tuple[SpokenWord, ...]
    timing_source: TimingSource
    usage: Usage = Usage()
    notes: tuple[str, ...] = ()


@runtime_checkable
class TextModel(Protocol):
    """Writes."""

    card: ModelCard

    async def write(self, request: TextRequest[Output]) -> TextReply[Output]:
        """The task's typed output."""
        ...


@runtime_checkable
class ImageModel(Protocol):
    """Makes stills."""

    card: ModelCard

    async def paint(self, request: ImageRequest) -> MediaReply:
        """A PNG (or JPEG, WebP) of exactly the asked size."""
        ...


@runtime_checkable
class VideoModel(Protocol):
    """Makes takes."""

    card: ModelCard

    async def shoot(self, request: VideoRequest) -> MediaReply:
        """An MP4."""
        ...


@dataclass(frozen=True)
class Voice:
    """A voice a speech model offers."""

    name: str
    language: str
    """BCP 47: ``en-US``."""
    description: str


@runtime_checkable
class SpeechModel(Protocol):
    """Speaks."""

    card: ModelCard
    voices: tuple[Voice, ...]

    async def speak(self, request: SpeechRequest) -> SpeechReply:
        """A WAV with word times."""
        ...


@runtime_checkable
class MusicModel(Protocol):
    """Composes."""

    card: ModelCard

    async def compose(self, request: MusicRequest) -> MediaReply:
        """A WAV, stereo, 48 kHz, exactly as long as asked within one sample."""
        ...


@runtime_checkable
class SoundModel(Protocol):
    """Makes sound effects."""

    card: ModelCard

    async def sound(self, request: SoundRequest) -> MediaReply:
        """A WAV, stereo, 48 kHz, exactly as long as asked within one sample, its loudest moment at any level."""
        ...


@runtime_checkable
class Scorer(Protocol):
    """Measures a frame or a take."""

    name: str
    version: str
    dimensions: tuple[str, ...]

    async def score(self, media: Path, text: str) -> tuple[Score | ScoreFailure, ...]:
        """One result per dimension, a number or a stated reason."""
        ...


Model: TypeAlias = TextModel | ImageModel | VideoModel | SpeechModel | MusicModel | SoundModel
"""Whatever a provider opens."""


class Provider(Protocol):
    """What an entry point in the group ``reelwright.providers`` returns when called without arguments."""

    name: str
    cards: tuple[ModelCard, ...]

    def open(self, card: ModelCard, tools: "Tools") -> Model:
        """The model behind a card.

        Raises:
            NotConfigured: If a key or an address is missing.
        """
        ...


class Workshop(Protocol):
    """Runs picklable functions in spawned processes that die with this one."""

    async def run(self, job: Any, /, *arguments: Any, bench: int | None = None) -> Any:
        """The result of ``job(*arguments)``; jobs of the same ``bench`` meet the same process and its warm caches."""
        ...


@dataclass(frozen=True)
class Tools:
    """What a provider may use: processes, a folder for caches that can be deleted at any time, its settings."""

    workshop: Workshop
    cache_dir: Path
    options: Mapping[str, str] = field(default_factory=dict[str, str])
    """``base_url``, ``api_key``, ``voice_model_path`` and the like."""


class FilmStore(Protocol):
    """Keeps films, shots, speeches, frames, takes and events. Every method is one transaction."""

    def add_film(self, film: Film, shots: tuple[Shot, ...] = ()) -> None:
        """A new film, with its shots if it comes with them: both are there, or neither."""
        ...

    def film(self, film_id: str) -> Film:
        """The film; an unambiguous start of its id of at least four characters is enough.

        Raises:
            NotFound: If there is none, or more than one.
        """
        ...

    def films(self, status: FilmStatus | None = None, limit: int = 100) -> tuple[Film, ...]:
        """The newest first."""
        ...

    def unfinished(self, identity: str | None = None) -> tuple[Film, ...]:
        """Films queued, processing, failed or cancelled, newest first; with an identity, only those of that brief."""
        ...

    def save_film(self, film: Film) -> None:
        """The film as it is now."""
        ...

    def remove_film(self, film_id: str) -> tuple[str, ...]:
        """Deletes a film with all it owns; returns the SHA-256 of media that nothing else uses."""
        ...

    def save_shots(self, film_id: str, shots: tuple[Shot, ...]) -> None:
        """Replaces the film's shots."""
        ...

    def shots(self, film_id: str) -> tuple[Shot, ...]:
        """In order."""
        ...

    def save_speech(self, film_id: str, speech: Speech) -> None:
        """Replaces the speech of its shot."""
        ...

    def speeches(self, film_id: str) -> tuple[Speech, ...]:
        """In the order of the shots."""
        ...

    def save_frame(self, frame: Frame) -> None:
        """Inserts or replaces by id."""
        ...

    def frames(self, film_id: str) -> tuple[Frame, ...]:
        """In the order of the shots; start before end."""
        ...

    def save_take(self, take: Take) -> None:
        """Inserts or replaces by id."""
        ...

    def takes(self, film_id: str) -> tuple[Take, ...]:
        """In the order of the shots, then by number."""
        ...

    def save_media(self, film_id: str, name: str, asset: Asset) -> None:
        """Other media of a film under a name: ``music``, ``film.mp4``, ``poster.png``."""
        ...

    def media(self, film_id: str) -> dict[str, Asset]:
        """Other media of a film by name."""
        ...

    def add_event(self, film_id: str, kind: str, body: Mapping[str, str | int | float | bool | None]) -> Event:
        """Appends; ids increase by at least one and are never reused."""
        ...

    def events(self, film_id: str, after: int = 0) -> tuple[Event, ...]:
        """Events with an id above ``after``, in order."""
        ...


class MediaStore(Protocol):
    """Keeps files by the SHA-256 of their bytes."""

    def put(self, source: Path, media_type: str, origin: str = "") -> Asset:
        """Moves a file in: written aside, synced, renamed; an equal file that is there already is kept instead."""
        ...

    def path(self, asset: Asset) -> Path:
        """Where the bytes are.

        Raises:
            NotFound: If they are gone.
        """
        ...

    def has(self, asset: Asset) -> bool:
        """Whether the bytes are there."""
        ...

    def remove(self, sha256: str) -> None:
        """Deletes the bytes; silent when they are gone already."""
        ...
