"""A person's respelling of a word (``REEL-rite``, ``al-MAH-tee``) as phonemes."""

import re

from reelwright.providers.builtin.narrator.letters import VOWEL_SOUNDS, sound_out
from reelwright.providers.builtin.narrator.lexicon import Lexicon

_OPEN = re.compile(r"^([^aeiouy]*)(uh|ah|aw|eh|oh|ee|ay|oo|eye|ow|oy|er)$")
_VOWELS = {
    "uh": "ə", "ah": "ɑ", "aw": "ɔ", "eh": "ɛ", "oh": "O", "ee": "i", "ay": "A", "oo": "u", "eye": "I", "ow": "W",
    "oy": "Y", "er": "əɹ",
}  # fmt: skip


def respelled(said: str, book: Lexicon) -> str:
    """Phonemes of a respelling.

    Args:
        said: Words parted by spaces; parts of a word by hyphens, the stressed part in capitals (else the first).
        book: The accent's lexicon, where parts are looked up as words.
    """
    return " ".join(_word(word, book) for word in said.split())


def _word(word: str, book: Lexicon) -> str:
    parts = [part for part in word.split("-") if part]
    if len(parts) == 1:
        return book.sounds(word.lower()) if book.is_known(word.lower()) else _plain(word, book)
    loud = next((index for index, part in enumerate(parts) if part.isupper()), 0)
    sounds = [re.sub("[ˈˌ]", "", _plain(part, book)) for part in parts]
    sounds[loud] = _stressed(sounds[loud])
    return "".join(sounds)


def _plain(part: str, book: Lexicon) -> str:
    low = part.lower()
    if found := _OPEN.match(low):
        return (sound_out(f"{found[1]}a")[:-1] if found[1] else "") + _VOWELS[found[2]]
    return book.sounds(low)


def _stressed(sounds: str) -> str:
    place = next((index for index, sound in enumerate(sounds) if sound in VOWEL_SOUNDS), 0)
    return f"{sounds[:place]}ˈ{sounds[place:]}"
