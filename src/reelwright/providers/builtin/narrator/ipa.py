"""International phonetic spelling as the model's symbols."""

import re

from reelwright.providers.builtin.narrator.vocabulary import SYMBOLS

_IPA = (
    ("tʃ", "ʧ"), ("dʒ", "ʤ"), ("eɪ", "A"), ("aɪ", "I"), ("oʊ", "O"), ("əʊ", "Q"), ("aʊ", "W"), ("ɔɪ", "Y"), ("ɚ", "əɹ"),
    ("ɝ", "ɜɹ"), ("r", "ɹ"), ("g", "ɡ"), ("e", "ɛ"), ("'", "ˈ"),
)  # fmt: skip
_VOWELS = "ɐᵻaeiouæɑɒɔəɛɜɪʊʌAIOQWY"
_STRESS = re.compile(rf"([ˈˌ])([^ˈˌ{_VOWELS} ]+)([{_VOWELS}])")
_FIRST_VOWEL = re.compile(rf"([{_VOWELS}])")
_LOST_R = re.compile(rf"([ɑɔɜ])ɹ(?![ˈˌ]?[{_VOWELS}])")
_WEAK_R = re.compile(rf"əɹ(?![ˈˌ]?[{_VOWELS}])")


def from_ipa(written: str, british: bool = False) -> str:
    """IPA between slashes as the model's symbols; marks it does not know are left out."""
    sounds = written.strip("/").replace(".", "")
    for ipa, symbol in _IPA:
        sounds = sounds.replace(ipa, symbol)
    if not british:
        sounds = sounds.replace("ː", "")
    known = "".join(symbol for symbol in sounds if symbol in SYMBOLS)
    # The model was trained with the stress right before the vowel, not before the syllable.
    return _STRESS.sub(r"\2\1\3", known)


def unsaid_marks(written: str) -> str:
    """The marks of an IPA spelling between slashes that have no sound here; none of a respelling."""
    if not written.startswith("/"):
        return ""
    plain = written.strip("/")
    for ipa, symbol in _IPA:
        plain = plain.replace(ipa, symbol)
    return "".join(sorted({mark for mark in plain if mark not in SYMBOLS and mark != "."}))


def listed(written: str, british: bool) -> str:
    """IPA of our word lists, which are American, in either accent."""
    sounds = from_ipa(written)
    if "ˈ" not in sounds:
        sounds = _FIRST_VOWEL.sub(r"ˈ\1", sounds, count=1)
    if not british:
        return sounds
    return _WEAK_R.sub("ə", _LOST_R.sub(r"\1ː", sounds)).replace("O", "Q")
