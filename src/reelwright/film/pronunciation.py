"""How a person wants words to be said: by a respelling, or by phonetic symbols between slashes."""

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator

_WORD = re.compile(r"[^\W_][\w'’&.+-]{0,59}")
_RESPELLING = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*")
_SYMBOLS = re.compile(r"/[a-zæðøçœŋθβχ\u0250-\u02af ˈˌːʰʲ'.\u0303]{1,80}/")
_EDGE = "\"“”'‘’.,;:!?…()[]{}—–-"


def checked_pronunciations(book: Mapping[str, str]) -> dict[str, str]:
    """The book with its edges trimmed, in the order of the alphabet.

    Raises:
        ValueError: If an entry is no word, or its sound neither a respelling nor IPA between slashes.
    """
    found = {word.strip(): said.strip() for word, said in book.items()}
    for word, said in found.items():
        if len(word) > 60 or len(said) > 82:
            raise ValueError(f"{word[:20]!r} to {said[:20]!r}...: a word has at most 60 letters, its sound 80")
        if not _WORD.fullmatch(word):
            raise ValueError(f"{word!r} is not one word; a pronunciation is given word by word")
        if said.startswith("/"):
            if not _SYMBOLS.fullmatch(said):
                raise ValueError(f"{said!r} for {word!r} is not IPA between two slashes, such as /ˈriːlraɪt/")
        elif not _RESPELLING.fullmatch(said):
            raise ValueError(f"{said!r} for {word!r} is no respelling in letters, such as REEL-rite")
    return dict(sorted(found.items()))


Pronunciations = Annotated[dict[str, str], AfterValidator(checked_pronunciations)]
"""How words are said, by word."""


def spoken_in(text: str, book: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The entries whose word occurs in a text, in lower case and sorted; others have no effect on it."""
    words = {bare for written in text.split() for bare in _bare(written)}
    return tuple(sorted((word.lower(), said) for word, said in book.items() if word.lower() in words))


def _bare(written: str) -> set[str]:
    """A written word without its punctuation, with and without a possessive ending."""
    word = written.strip(_EDGE).lower().replace("’", "'")
    return {word, word.removesuffix("'s"), written.strip().lower()}
