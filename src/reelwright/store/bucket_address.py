"""Which bucket, where, with which keys: from the settings, or from the files in ``~/.aws`` that programs share."""

import configparser
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reelwright.errors import ConfigurationError
from reelwright.settings import Settings

PART_BYTES = 8 << 20
"""A file larger than this goes up in parts, and comes down in ranges, of this length."""


@dataclass(frozen=True)
class Patience:
    """How long to wait and how often to ask again. The defaults let a part through at 1 Mbit/s."""

    connect_s: float = 5.0
    request_s: float = 70.0
    """For one request with its body; a part has at most ``PART_BYTES``."""
    retries: int = 3
    """Of one request, after a refused connection or an answer of 5xx."""
    retrying_s: float = 90.0
    """No retry begins later than this after the first try."""
    tries: int = 2
    """Of a whole transfer, after a time-out or a reply that was cut off."""


@dataclass(frozen=True)
class BucketAddress:
    """Which bucket, where, and with which keys; what is empty is left to the environment's own means."""

    bucket: str
    prefix: str = ""
    endpoint_url: str = ""
    """Empty is Amazon's own for the region."""
    region: str = ""
    access_key_id: str = ""
    secret_access_key: str = field(default="", repr=False)
    session_token: str = field(default="", repr=False)
    patience: Patience = Patience()

    @property
    def url(self) -> str:
        """For people: ``s3://bucket/prefix``."""
        return f"s3://{self.bucket}/{self.prefix}".rstrip("/")


def bucket_address(settings: Settings) -> BucketAddress:
    """The bucket of ``media_url``. Keys that are in no setting are taken from the profile, and what that lacks is left
    to the machine's own means (web identity, container, instance).

    Raises:
        ConfigurationError: If the chosen profile does not exist or holds no keys.
    """
    bucket, _, prefix = settings.media_url.removeprefix("s3://").partition("/")
    own = {
        "aws_access_key_id": settings.aws_access_key_id,
        "aws_secret_access_key": settings.aws_secret_access_key,
        "aws_session_token": settings.aws_session_token,
    }
    keys = {name: value.get_secret_value() for name, value in own.items() if value}
    profile = {} if keys else read_profile(settings.aws_profile)
    keys = keys or profile
    return BucketAddress(
        bucket=bucket,
        prefix=prefix,
        endpoint_url=settings.s3_endpoint_url or profile.get("endpoint_url", ""),
        region=settings.aws_region or profile.get("region", ""),
        access_key_id=keys.get("aws_access_key_id", ""),
        secret_access_key=keys.get("aws_secret_access_key", ""),
        session_token=keys.get("aws_session_token", ""),
    )


def read_profile(name: str, environment: Mapping[str, str] | None = None) -> dict[str, str]:
    """The settings of a profile: ``aws_access_key_id``, ``region``, ``endpoint_url`` and the like.

    Args:
        name: Empty is ``default``, which need not exist.
        environment: Where ``AWS_SHARED_CREDENTIALS_FILE`` and ``AWS_CONFIG_FILE`` may stand; the process's own.

    Raises:
        ConfigurationError: If a file cannot be read, the profile does not exist, or it holds no keys of its own.
    """
    environment = os.environ if environment is None else environment
    folder = Path.home() / ".aws"
    wanted = name or "default"
    sections = (
        (environment.get("AWS_CONFIG_FILE") or folder / "config", f"profile {wanted}"),
        (environment.get("AWS_CONFIG_FILE") or folder / "config", wanted),
        (environment.get("AWS_SHARED_CREDENTIALS_FILE") or folder / "credentials", wanted),
    )
    found: dict[str, str] = {}
    for place, section in sections:
        found |= _section(Path(place).expanduser(), section)
    if name and "aws_access_key_id" not in found:
        known = "has no keys of its own" if found else "does not exist"
        raise ConfigurationError(
            f"the profile {name!r} {known}",
            hint=f"Export its keys with `aws configure export-credentials --profile {name} --format env`, or set"
            " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.",
            setting="aws_profile",
        )
    return found


def _section(path: Path, section: str) -> dict[str, str]:
    parser = configparser.ConfigParser(interpolation=None)
    try:
        parser.read(path, encoding="utf-8")
    except (configparser.Error, OSError, UnicodeDecodeError):
        raise ConfigurationError(
            f"{path} cannot be read", hint="Correct the file, or set AWS_ACCESS_KEY_ID.", setting="aws_profile"
        ) from None
    return dict(parser[section]) if parser.has_section(section) else {}
