"""What the house asks for from outside: protocols with their frozen requests, replies and model cards.

A request carries the thing and the words: hosted models read the prompts, the built-in studio reads the typed shot.
Providers return files they wrote into ``request.workdir``; the ledger moves them into the media store.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, Generic, Literal, Protocol, TypeAlias, TypeVar, runtime_checkable

from pydantic import BaseModel, Field, JsonValue

from reelwright.errors import ProviderError
from reelwright.film.asset import Asset
from reelwright.film.base import Noun
from reelwright.film.call import CallProfile, Modality
from reelwright.film.frame import FrameRole
from reelwright.film.money import Usage
from reelwright.film.score import Score, ScoreFailure
from reelwright.film.shot import Shot
from reelwright.film.sound import SpokenWord, TimingSource

Output = TypeVar("Output", bound=BaseModel)


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
    """For video: ``image-to-video``, ``start-end-to-video``; for images: ``text-to-image``, ``reference``; for words,
    where it is not held to a form by its host: ``prompt``."""
    sizes: tuple[tuple[int, int], ...] = ()
    """Allowed (width_px, height_px); empty means any."""
    max_duration_s: float | None = None
    seeds: bool = True
    prices_usd: dict[str, Decimal] = Field(default_factory=dict[str, Decimal])
    """US dollars a unit: ``calls``, ``images``, ``megapixels``, ``seconds``, ``characters``, ``input_tokens``,
    ``output_tokens``; ``seconds@720p`` where it depends on the picture's short side. Empty: the catalogue may know."""
    effort: str = ""
    """For words: how much it is asked to think before it answers, such as ``low``; empty leaves it to its host."""
    takes_money: bool = False
    """Whether its provider is paid even where no price is known; a card with prices is paid in any case."""
    concurrency: int = Field(default=2, ge=1)
    """Calls that the provider's account may have under way at once."""
    starts: int | None = Field(default=None, ge=1)
    """Calls that may be begun within ``period_s``; None is any number."""
    period_s: float = Field(default=60, gt=0)
    typical_s: float | None = Field(default=None, gt=0)
    """How long a call usually takes, until the ledger has seen some."""
    unit_factors: dict[str, float] = Field(default_factory=dict[str, float])
    """``input_tokens``, ``output_tokens``: how many it takes for each one that is expected."""
    notes: tuple[str, ...] = ()
    """What a person should know before it is used: each is told with the estimate, and becomes a warning."""
    profile: CallProfile = CallProfile()

    @property
    def name(self) -> str:
        """``provider:model``."""
        return f"{self.provider}:{self.model}"

    @property
    def is_paid(self) -> bool:
        """Whether its calls take money. Those that are free need no budget, have no limits and may be repeated."""
        return self.takes_money or bool(self.prices_usd)


@dataclass(frozen=True)
class MediaFile:
    """A file a provider has written, about to enter the media store."""

    path: Path
    media_type: str


@dataclass(frozen=True)
class TextRequest(Generic[Output]):
    """One writing task: a language model reads ``prompt``, the built-in writer reads ``inputs``."""

    task: str
    """Name of its prompt file: ``write_story``."""
    inputs: BaseModel
    prompt: str
    output_type: type[Output]
    seed: int
    answer_tokens: int
    """Tokens that a good answer is expected to take: prices are estimated from it, and answers are bounded by it."""

    @property
    def form(self) -> JsonValue:
        """The JSON schema of the answer."""
        return self.output_type.model_json_schema()


@dataclass(frozen=True)
class TextReply(Generic[Output]):
    """An answer, which is paid whether it can be used or not."""

    output: Output | None
    """None when ``error`` says why it cannot be used."""
    usage: Usage = Usage()
    notes: tuple[str, ...] = ()
    error: ProviderError | None = None
    """``Refused``, or ``ReplyUnreadable`` with what is wrong, for the next try to mend."""
    said: str = ""
    """What was said instead of a usable answer, for who looks for the reason."""


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
        """The task's typed output, or why a paid answer holds none."""
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


@dataclass(frozen=True)
class RemoteJob:
    """What a provider says about a call that it runs."""

    id: str
    state: Literal["running", "succeeded", "failed", "cancelled"]
    """``running`` also stands for queued and for any state that we do not know: it is not an end."""
    progress: float | None = None
    """0 to 1, if the provider tells."""
    output: JsonValue = None
    """Where to fetch what was made, as ``fetch`` wants it."""
    usage: Usage | None = None
    """What it cost, if the provider tells; for failed runs too."""
    error: ProviderError | None = None
    nonce: str = ""
    """Ours, if the provider gives it back."""
    created_at: datetime | None = None
    request: JsonValue = None
    """What was asked for, as the listing shows it."""


@runtime_checkable
class RemoteModel(Protocol):
    """A model whose provider makes things under an id of its own. The ledger alone sends, watches and fetches.

    No method repeats a request by itself. Whatever ends ``send`` without a definite answer is ``OutcomeUnknown``.
    """

    @property
    def card(self) -> ModelCard:
        """What it can do."""
        ...

    async def send(self, request: Any, nonce: str) -> RemoteJob:
        """Asks once; the nonce goes with it wherever the provider takes one.

        Raises:
            OutcomeUnknown: If it may have been accepted.
            ProviderError: If it surely was not.
        """
        ...

    async def look(self, job_id: str) -> RemoteJob:
        """How it stands."""
        ...

    async def listing(self, since: datetime) -> tuple[RemoteJob, ...]:
        """Jobs accepted since then, as far as the provider shows them."""
        ...

    def made_for(self, request: Any, job: RemoteJob) -> bool:
        """Whether a listed job has the very inputs of this request."""
        ...

    async def cancel(self, job_id: str) -> bool:
        """Tries to stop it; whether the provider agreed."""
        ...

    async def fetch(self, job: RemoteJob, workdir: Path) -> "MediaReply | SpeechReply":
        """Downloads what was made, complete.

        Raises:
            Missing: If it is no longer there.
            ReplyUnreadable: If it came incomplete; trying again may help.
        """
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


Model: TypeAlias = TextModel | ImageModel | VideoModel | SpeechModel | MusicModel | SoundModel | RemoteModel
"""Whatever a provider opens."""


class Provider(Protocol):
    """What an entry point in the group ``reelwright.providers`` returns when called without arguments."""

    name: str
    cards: tuple[ModelCard, ...]
    """The models that it is known to have."""

    def open(self, card: ModelCard, tools: "Tools") -> Model:
        """The model behind a card.

        Raises:
            NotConfigured: If a key or an address is missing.
        """
        ...


@runtime_checkable
class OpenProvider(Protocol):
    """A provider that is asked for models by any name, listed or not."""

    def card_of(self, model: str, modality: Modality) -> ModelCard | None:
        """The card of a model; None where it makes nothing of that kind. An empty name is its default model."""
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
