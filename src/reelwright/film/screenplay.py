"""A screenplay as it was read: title page, scenes, what is seen and what is said."""

from typing import Literal

from pydantic import Field

from reelwright.film.base import Noun

ElementKind = Literal[
    "scene", "action", "character", "parenthetical", "dialogue", "transition", "centred", "lyrics", "section",
    "synopsis", "page break",
]  # fmt: skip


class ScreenplayElement(Noun):
    """One paragraph or line of a screenplay."""

    kind: ElementKind
    text: str
    is_dual: bool = False
    """Whether a character speaks at the same time as the one before."""
    scene_number: str = ""
    extension: str = ""
    """Of a character: ``V.O.``, ``O.S.``, ``CONT'D``."""
    line: int = Field(default=1, ge=1)
    """Where it stands in the file."""


class Screenplay(Noun):
    """A screenplay; notes and boneyards are left out."""

    title_page: dict[str, str] = Field(default_factory=dict[str, str])
    """By key in small letters: ``title``, ``credit``, ``author``..."""
    elements: tuple[ScreenplayElement, ...] = ()

    @property
    def title(self) -> str:
        """Its title, without marks of emphasis; empty where it has none."""
        return self.title_page.get("title", "")
