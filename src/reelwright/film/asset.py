"""A piece of media, named by what is in it."""

from pydantic import Field

from reelwright.film.base import Noun


class Asset(Noun):
    """A stored file, named by the SHA-256 of its bytes."""

    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    media_type: str
    """MIME type: ``image/png``, ``video/mp4``, ``audio/wav``, ``application/json``."""
    byte_count: int = Field(ge=0)
    origin: str = ""
    """The model that made it, ``provider:model``; empty for an upload."""
