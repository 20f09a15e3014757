"""What a film is put out with: title, description, tags, and the mood of its music."""

from pydantic import Field

from reelwright.film.base import Noun


class SuggestPublishingInputs(Noun):
    """What ``suggest_publishing`` is asked."""

    title: str
    prompt: str
    is_ad: bool
    brand: str
    logline: str
    said: tuple[str, ...]
    """All that is spoken, in order."""
    shown: tuple[str, ...]
    """What is seen in each shot."""
    places: tuple[str, ...]
    style: str
    mood: str
    soundtrack: str
    duration_s: float


class Publishing(Noun):
    """Texts to publish a film with; suggestions, for a person to change."""

    title: str = Field(min_length=1, max_length=100)
    description: str = Field(min_length=1, max_length=1500)
    tags: tuple[str, ...] = Field(min_length=1, max_length=20)
    soundtrack_mood: str = Field(default="", max_length=160)
    """The music that suits it, in a few words."""
