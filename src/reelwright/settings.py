"""What a person may set, from the environment, a ``.env`` file or ``config.toml``; the environment wins."""

import os
import re
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, cast

import platformdirs
from dotenv import dotenv_values
from pydantic import AfterValidator, AliasChoices, Field, SecretStr, ValidationError, field_validator
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from reelwright.errors import ConfigurationError
from reelwright.film.brief import Models
from reelwright.film.pronunciation import Pronunciations
from reelwright.film.writers import writers_of

PREFIX = "REELWRIGHT_"
_BASE_URL = re.compile(rf"^{PREFIX}([A-Z0-9_]+?)_BASE_URL$")


def _model_name(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9][a-z0-9._-]*(:\S+)?", value):
        raise ValueError("write a model as provider:model, or `builtin` for the studio that needs no key")
    return value


def _writers(value: str) -> str:
    if value:
        writers_of(value)
    return value


def _address(value: str) -> str:
    if not re.fullmatch(r"https?://\S+", value):
        raise ValueError("write an address that starts with http:// or https://")
    return value.rstrip("/")


ModelName = Annotated[str, AfterValidator(_model_name)]
"""``provider:model``, or a provider alone for its default model."""

HttpUrl = Annotated[str, AfterValidator(_address)]


def _media_place(value: str) -> str:
    if value.startswith("s3://"):
        if not re.fullmatch(r"s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[^/\s?#]+)*/?", value):
            raise ValueError("write a bucket as s3://bucket or s3://bucket/prefix, the bucket's name in lower case")
        return value.rstrip("/")
    if "://" in value and not value.startswith("file:///"):
        raise ValueError("write a folder's path, file:///path or s3://bucket/prefix")
    return value


def _address_or_nothing(value: str) -> str:
    return _address(value) if value else ""


def _key(variable: str, *others: str) -> Any:
    return Field(default=None, validation_alias=AliasChoices(variable, variable.lower(), *others), repr=False)


class Settings(BaseSettings):
    """Everything that can be set. In ``config.toml`` each goes by its name here, in the environment by the name shown.

    ``REELWRIGHT_HOME`` holds all that the program writes, unless ``--out`` says otherwise.
    """

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", extra="ignore", frozen=True, env_ignore_empty=True
    )

    home: Path = Field(default_factory=lambda: platformdirs.user_data_path("reelwright", appauthor=False))
    """``REELWRIGHT_HOME``: films, media, caches and the database."""
    database_url: str = ""
    """``REELWRIGHT_DATABASE_URL``: empty is SQLite in the home folder; else ``postgresql://...``."""
    media_url: Annotated[str, AfterValidator(_media_place)] = ""
    """``REELWRIGHT_MEDIA_URL``: where media is kept; empty is a folder in the home, a path or ``file:///path`` a folder
    that several machines share, ``s3://bucket/prefix`` an S3-compatible bucket."""
    media_cache_gb: float = Field(default=20.0, ge=0, le=1_000_000, allow_inf_nan=False)
    """``REELWRIGHT_MEDIA_CACHE_GB``: gigabytes of a bucket's media that are kept on this machine."""
    s3_endpoint_url: Annotated[str, AfterValidator(_address_or_nothing)] = Field(
        default="",
        validation_alias=AliasChoices(
            f"{PREFIX}S3_ENDPOINT_URL", "s3_endpoint_url", "AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"
        ),
    )
    """``REELWRIGHT_S3_ENDPOINT_URL``, ``AWS_ENDPOINT_URL_S3`` or ``AWS_ENDPOINT_URL``: the bucket's server; empty is
    Amazon's own."""
    aws_region: str = Field(default="", validation_alias=AliasChoices("AWS_REGION", "aws_region", "AWS_DEFAULT_REGION"))
    """``AWS_REGION`` or ``AWS_DEFAULT_REGION``: the bucket's region; empty is ``us-east-1``."""
    aws_profile: str = Field(default="", validation_alias=AliasChoices("AWS_PROFILE", "aws_profile"))
    """``AWS_PROFILE``: whose keys to take from ``~/.aws/credentials`` when the next ones are not set."""
    aws_access_key_id: SecretStr | None = _key("AWS_ACCESS_KEY_ID")
    """``AWS_ACCESS_KEY_ID``."""
    aws_secret_access_key: SecretStr | None = _key("AWS_SECRET_ACCESS_KEY")
    """``AWS_SECRET_ACCESS_KEY``."""
    aws_session_token: SecretStr | None = _key("AWS_SESSION_TOKEN")
    """``AWS_SESSION_TOKEN``."""
    text_model: Annotated[str, AfterValidator(_writers)] = "builtin"
    """``REELWRIGHT_TEXT_MODEL``: who writes, as ``provider:model``; stand-ins follow after commas, and
    ``story=provider:model`` names the writer of one stage."""
    scenario_default_model: Annotated[str, AfterValidator(_writers)] = Field(
        default="", validation_alias=AliasChoices("SCENARIO_DEFAULT_MODEL", "scenario_default_model")
    )
    """``SCENARIO_DEFAULT_MODEL``: who writes scenarios unless ``--model`` says otherwise; empty is the text model."""
    image_model: ModelName = "builtin"
    """``REELWRIGHT_IMAGE_MODEL``: who paints."""
    video_model: ModelName = "builtin"
    """``REELWRIGHT_VIDEO_MODEL``: who moves the camera."""
    voice_model: ModelName = "builtin"
    """``REELWRIGHT_VOICE_MODEL``: who speaks."""
    music_model: ModelName = "builtin"
    """``REELWRIGHT_MUSIC_MODEL``: who composes."""
    sound_model: ModelName = "builtin"
    """``REELWRIGHT_SOUND_MODEL``: who makes the sound effects."""
    voice_model_path: Path | None = None
    """``REELWRIGHT_VOICE_MODEL_PATH``: your own Kokoro model file (ONNX) for the built-in narrator."""
    pronunciations: Pronunciations = Field(default_factory=dict[str, str])
    """``REELWRIGHT_PRONUNCIATIONS``: how words are said, as a JSON object; ``[pronunciations]`` in ``config.toml``."""
    daily_cap_usd: Decimal | None = Field(default=Decimal(20), ge=0)
    """``REELWRIGHT_DAILY_CAP_USD``: what all films together may cost in a day of UTC; ``none`` takes the cap away."""
    repeat_up_to_usd: Decimal = Field(default=Decimal("0.05"), ge=0)
    """``REELWRIGHT_REPEAT_UP_TO_USD``: a short call whose reply was lost is asked once more up to this price."""
    workers: int = Field(default=0, ge=0, le=256)
    """``REELWRIGHT_WORKERS``: processes for painting, encoding and speech; 0 is one a core, at most 4."""
    films_at_once: int = Field(default=2, ge=1, le=64)
    """``REELWRIGHT_FILMS_AT_ONCE``: how many films `reelwright worker` makes at once."""
    lease_s: float = Field(default=30.0, ge=1, le=600)
    """``REELWRIGHT_LEASE_S``: a worker that is not heard of for so many seconds is taken to be dead, and its films go
    on elsewhere; the same on all machines."""
    stop_grace_s: float = Field(default=10.0, ge=0, le=600)
    """``REELWRIGHT_STOP_GRACE_S``: how long a worker that is asked to stop waits for requests that have left."""
    engine_days: float = Field(default=7.0, ge=0, le=36_500, allow_inf_nan=False)
    """``REELWRIGHT_ENGINE_DAYS``: days after which the engine's rows of a completed film are deleted."""
    base_urls: dict[str, HttpUrl] = Field(default_factory=dict[str, str], validation_alias="base_urls")
    """``REELWRIGHT_<PROVIDER>_BASE_URL``: another address for a provider; ``[base_urls]`` in ``config.toml``."""
    openrouter_api_key: SecretStr | None = _key("OPENROUTER_API_KEY")
    """``OPENROUTER_API_KEY``."""
    openai_api_key: SecretStr | None = _key("OPENAI_API_KEY")
    """``OPENAI_API_KEY``."""
    anthropic_api_key: SecretStr | None = _key("ANTHROPIC_API_KEY")
    """``ANTHROPIC_API_KEY``."""
    gemini_api_key: SecretStr | None = _key("GEMINI_API_KEY", "GOOGLE_API_KEY")
    """``GEMINI_API_KEY`` or ``GOOGLE_API_KEY``."""
    replicate_api_token: SecretStr | None = _key("REPLICATE_API_TOKEN")
    """``REPLICATE_API_TOKEN``."""
    fal_key: SecretStr | None = _key("FAL_KEY")
    """``FAL_KEY``."""
    elevenlabs_api_key: SecretStr | None = _key("ELEVENLABS_API_KEY")
    """``ELEVENLABS_API_KEY``."""
    local_api_key: SecretStr | None = _key("REELWRIGHT_LOCAL_API_KEY", "local_api_key")
    """``REELWRIGHT_LOCAL_API_KEY``: the key of your own server, when it wants one."""

    @field_validator("daily_cap_usd", mode="before")
    @classmethod
    def _no_cap(cls, value: object) -> object:
        return None if isinstance(value, str) and value.strip().lower() == "none" else value

    @field_validator("home", "voice_model_path")
    @classmethod
    def _absolute(cls, path: Path | None) -> Path | None:
        return None if path is None else Path(os.path.abspath(path.expanduser()))

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """First wins: the caller, the environment, ``.env``, ``config.toml``."""
        return init_settings, env_settings, _Addresses(settings_cls), dotenv_settings, _ConfigFile(settings_cls)

    @property
    def models(self) -> Models:
        """The models a film is made with unless its brief says otherwise."""
        return Models(
            text=self.text_model,
            image=self.image_model,
            video=self.video_model,
            voice=self.voice_model,
            music=self.music_model,
            sound=self.sound_model,
        )

    @property
    def media_dir(self) -> Path:
        """The folder in which media is kept by content, unless a bucket keeps it."""
        if not self.media_url:
            return self.home / "media"
        if self.media_url.startswith("file://"):
            from urllib.request import url2pathname  # slow to import, and seldom needed

            return Path(url2pathname(self.media_url.removeprefix("file://")))
        return Path(os.path.abspath(Path(self.media_url).expanduser()))

    @property
    def cache_dir(self) -> Path:
        """Where files lie that can be made again at any time."""
        return self.home / "cache"

    @property
    def database(self) -> str:
        """The database's address as SQLAlchemy reads it."""
        if not self.database_url:
            return f"sqlite:///{self.home / 'reelwright.db'}"
        return re.sub(r"^postgres(ql)?://", "postgresql+psycopg://", self.database_url)

    @property
    def is_shared(self) -> bool:
        """Whether the database is one that several processes may work on at once."""
        return not self.database.startswith("sqlite")

    def provider_options(self, provider: str) -> dict[str, str]:
        """What a provider may know: ``base_url``, ``api_key`` and, for our own narrator, ``voice_model_path``."""
        options: dict[str, str] = {}
        if provider in self.base_urls:
            options["base_url"] = self.base_urls[provider]
        key = self.api_key(provider)
        if key:
            options["api_key"] = key
        if provider == "builtin" and self.voice_model_path:
            options["voice_model_path"] = str(self.voice_model_path)
        return options

    def api_key(self, provider: str) -> str:
        """The provider's key, or nothing."""
        name = {"google": "gemini_api_key", "replicate": "replicate_api_token", "fal": "fal_key"}.get(
            provider, f"{provider}_api_key"
        )
        secret: SecretStr | None = getattr(self, name, None)
        return secret.get_secret_value() if secret else ""


def config_paths() -> tuple[Path, ...]:
    """Where ``config.toml`` is looked for; the first that exists is read."""
    home = _environment().get(f"{PREFIX}HOME")
    if home:
        return (Path(home).expanduser() / "config.toml",)
    return (
        platformdirs.user_data_path("reelwright", appauthor=False) / "config.toml",
        platformdirs.user_config_path("reelwright", appauthor=False) / "config.toml",
    )


def load_settings(**values: Any) -> Settings:
    """The settings now in force; ``values`` win over all else.

    Raises:
        ConfigurationError: If a value or ``config.toml`` is wrong. Keys are never shown.
    """
    try:
        return Settings(**values)
    except ValidationError as problem:
        raise _explained(problem) from None


def _explained(problem: ValidationError) -> ConfigurationError:
    first = problem.errors(include_url=False)[0]
    field = str(first["loc"][0]).lower().removeprefix(PREFIX.lower())
    variable = f"{PREFIX}{field.upper()}"
    if field == "base_urls" and len(first["loc"]) > 1:
        variable = f"{PREFIX}{str(first['loc'][1]).upper()}_BASE_URL"
    secret = field.endswith(("_key", "_token"))
    if secret:
        variable = field.upper()
    value = "(hidden)" if secret or field == "database_url" else repr(first["input"])
    return ConfigurationError(
        f"the setting {variable} is {value}: {first['msg'].removeprefix('Value error, ')}",
        hint=f"Correct the variable {variable}, or `{field}` in config.toml; `.env.example` lists every setting.",
        setting=field,
    )


class _Addresses(PydanticBaseSettingsSource):
    """``REELWRIGHT_<PROVIDER>_BASE_URL`` of any provider, known to us or not."""

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        """Nothing: whole values come from ``__call__``."""
        return None, field_name, False

    def __call__(self) -> dict[str, Any]:
        written = cast(object, _written().get("base_urls", {}))
        known = cast(dict[str, str], written) if isinstance(written, dict) else {}
        found = addresses(_environment())
        return {"base_urls": known | found} if found else {}


def _environment() -> dict[str, str]:
    """The environment over a ``.env`` file in the current folder."""
    written = {name: value for name, value in dotenv_values(".env").items() if value}
    return written | os.environ


def addresses(environment: Mapping[str, str]) -> dict[str, str]:
    """The providers' addresses named in an environment, by provider."""
    matches = ((_BASE_URL.match(name), value) for name, value in environment.items())
    return {match[1].lower(): value for match, value in matches if match and value}


class _ConfigFile(PydanticBaseSettingsSource):
    """The first ``config.toml`` there is."""

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        """Nothing: whole values come from ``__call__``."""
        return None, field_name, False

    def __call__(self) -> dict[str, Any]:
        return _written()


def _written() -> dict[str, Any]:
    """The values of the first ``config.toml``, every name checked."""
    path = next((path for path in config_paths() if path.is_file()), None)
    if path is None:
        return {}
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        hint = "Correct the file, or move it away."
        raise ConfigurationError(f"{path} cannot be read: {problem}", hint=hint) from None
    for name in values:
        if name not in Settings.model_fields:
            near = get_close_matches(name, Settings.model_fields, n=1)
            raise ConfigurationError(
                f"{path} sets {name!r}, which is no setting" + (f"; did you mean {near[0]!r}?" if near else ""),
                hint="`.env.example` lists every setting; in config.toml they are written without the prefix.",
                setting=name,
            )
    return values
