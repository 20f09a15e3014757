"""What was asked for."""

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field, field_validator

from reelwright.film.asset import Asset
from reelwright.film.base import Noun, derived_seed, fingerprint
from reelwright.film.board import BoardWishes
from reelwright.film.clock import Rate
from reelwright.film.pronunciation import Pronunciations
from reelwright.film.story import Character
from reelwright.film.writers import writers_of

MIN_DURATION_S, MAX_DURATION_S = 6.0, 60.0
MAX_PROMPT_CHARACTERS = 5000
MAX_SCENARIO_SHOTS = 24


def _writers(value: str) -> str:
    writers_of(value)
    return value


class FilmKind(StrEnum):
    """What sort of piece the film is."""

    AD = "ad"
    SCENARIO = "scenario"
    STORYBOARD = "storyboard"
    PROMPT = "prompt"
    """A prompt without a film, in one shot: what pays for its enhancement."""


class Aspect(StrEnum):
    """The shapes a film is delivered in, width to height."""

    WIDE = "16:9"
    TALL = "9:16"
    SQUARE = "1:1"
    PORTRAIT = "4:5"

    @property
    def ratio(self) -> float:
        """Width divided by height."""
        width, height = self.value.split(":")
        return int(width) / int(height)


class Models(Noun):
    """Which model makes each part, as ``provider:model``; ``builtin`` needs no key."""

    text: Annotated[str, AfterValidator(_writers)] = "builtin"
    """Who writes; ``film.writers`` says how stand-ins and writers of single stages are named."""
    image: str = "builtin"
    video: str = "builtin"
    voice: str = "builtin"
    music: str = "builtin"
    sound: str = "builtin"


_LATER = ("board", "negative", "variations", "takes", "single_stage", "shot_count", "cast")
"""Fields that came later: a brief that does not use them is the same film as before they were there."""


class Brief(Noun):
    """The request that a film answers. ``identity`` tells whether two requests are the same."""

    prompt: str = Field(min_length=1, max_length=MAX_PROMPT_CHARACTERS)
    kind: FilmKind = FilmKind.AD
    duration_s: float = Field(default=15.0, ge=MIN_DURATION_S, le=MAX_DURATION_S)
    aspect: Aspect = Aspect.WIDE
    width_px: int = Field(default=1280, ge=64, le=4096, multiple_of=2)
    height_px: int = Field(default=720, ge=64, le=4096, multiple_of=2)
    rate: Rate = Field(default=24)  # type: ignore[assignment]  # validated into a Fraction
    template: str | None = None
    """Slug of a story template that overrides the writer's choice."""
    style: str = ""
    """The look in words; empty lets the film choose."""
    mood: str = ""
    negative: str = Field(default="", max_length=500)
    """What pictures and takes are to avoid, beside what all do; with commas."""
    voice: str = ""
    """Name of a voice; empty lets the film choose."""
    wants_voice: bool = True
    pronunciations: Pronunciations = Field(default_factory=dict[str, str])
    """How words are said in this film, by word; they win over those of the settings."""
    wants_music: bool = True
    music: Asset | None = None
    """A person's own track instead of a composed score, by its content: it may be moved, and is the same film."""
    wants_effects: bool = True
    """Whether what happens is heard too: rain, pouring, steps."""
    wants_cards: bool = True
    """Whether title and end card are lettered over the first and the last shot."""
    burns_captions: bool = False
    seed: int = Field(default=-1, ge=-1, lt=2**31)
    """-1 derives the seed from the prompt."""
    models: Models = Models()
    single_stage: bool = False
    """Whether one call writes everything, instead of one for each stage."""
    variations: int | None = Field(default=None, ge=1, le=8)
    """Stills made for each frame, of which one is chosen; None is one."""
    takes: int | None = Field(default=None, ge=1, le=9)
    """Takes of each shot; None is three, and one by the built-in camera, whose takes differ little."""
    board: BoardWishes | None = None
    """What a storyboard asks for; None for every other kind."""
    shot_count: int | None = Field(default=None, ge=1, le=MAX_SCENARIO_SHOTS)
    """How many shots a scenario has; None is five."""
    cast: tuple[Character, ...] = Field(default=(), max_length=12)
    """Characters that are described beforehand."""

    model_config = Noun.model_config | {"validate_default": True}

    @field_validator("prompt")
    @classmethod
    def _one_line(cls, prompt: str) -> str:
        """White space is folded, so that the same words are the same film."""
        folded = " ".join(prompt.split())
        if not folded:
            raise ValueError("the prompt is empty; say in one line what the film is about")
        return folded

    @property
    def film_seed(self) -> int:
        """The seed all others derive from, in [0, 2**31)."""
        return self.seed if self.seed >= 0 else derived_seed("film", self.prompt)

    @property
    def identity(self) -> str:
        """Fingerprint of the normalised brief with its seed: equal means the same film is asked for."""
        unasked = {name for name in _LATER if getattr(self, name) == type(self).model_fields[name].default}
        return fingerprint(self.model_dump(mode="json", exclude=unasked) | {"seed": self.film_seed})
