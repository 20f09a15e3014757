"""What the shell may complete: words out of a few, story templates, voices and the ids of films."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reelwright.studio import Desk

Completion = Callable[[str], list[str]]


def words(values: tuple[str, ...]) -> Completion:
    """Completes a word out of a few."""

    def complete(incomplete: str) -> list[str]:
        return [value for value in values if value.startswith(incomplete)]

    return complete


def templates(incomplete: str) -> list[str]:
    """Completes the slug of a story template."""
    return _found(lambda desk: [one.slug for one in desk.templates()], incomplete)


def own_templates(incomplete: str) -> list[str]:
    """Completes the slug of a story template of one's own, in order or not."""
    return _found(lambda desk: [one.slug for one in desk.template_files()], incomplete)


def voices(incomplete: str) -> list[str]:
    """Completes the name of a voice."""
    return _found(lambda desk: [one.name for one in desk.voices()], incomplete)


def films(incomplete: str) -> list[str]:
    """Completes the id of a film, the newest first."""
    return _found(lambda desk: [one.id for one in desk.films()], incomplete)


def _found(look: "Callable[[Desk], list[str]]", incomplete: str) -> list[str]:
    from reelwright.errors import ReelwrightError
    from reelwright.settings import load_settings
    from reelwright.studio import Desk

    try:
        found = look(Desk(load_settings()))
    except ReelwrightError:  # whoever presses the tabulator wants a word or nothing, not a message between two words
        return []
    return [one for one in found if one.startswith(incomplete)]


def examples(incomplete: str) -> list[str]:
    """Completes the name of an example scenario."""
    from reelwright.prompts.scenes import EXAMPLES

    return [slug for slug in EXAMPLES if slug.startswith(incomplete)]


def library(incomplete: str) -> list[str]:
    """Completes the name of a scene that is kept."""
    from reelwright.scene_library import SceneLibrary
    from reelwright.settings import load_settings

    return [name for name in SceneLibrary(load_settings()).names() if name.startswith(incomplete)]
