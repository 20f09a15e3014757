"""What a word sounds like: the pronunciation dictionaries of misaki, endings by rule, compounds, then letter rules."""

import importlib.resources
import json
import unicodedata
from functools import lru_cache
from typing import Literal, cast

from reelwright.providers.builtin.narrator.ipa import listed
from reelwright.providers.builtin.narrator.letters import VOWEL_SOUNDS, sound_out
from reelwright.providers.builtin.narrator.words import word_list

Entry = str | dict[str, str | None]
Use = Literal["DEFAULT", "VERB", "NOUN", "ADJ", "VBD", "None"]
"""How a word is used, for the few that sound different by it; ``None`` is a small word that ends its phrase."""

_TAP_AFTER = frozenset("AIOWYiuæɑəɛɪɹʊʌ")
_LETTER_NAMES_GB = {"r": "ˈɑː", "o": "ˈQ", "z": "zˈɛd"}
_OWN: dict[str, str] = {
    "discovered": "dəskˈʌvəɹd",
    "app": "ˈæp",
    "apps": "ˈæps",
    "skincare": "skˈɪnkˌɛɹ",
    "wifi": "wˈIfˌI",
}
"""Words that the dictionaries lack or read in a way that a listener would not expect in a film; American."""
_LETTERS = word_list("letters")
_INITIALISMS = frozenset(_LETTERS["spelled"])
_SHORT_WORDS = frozenset(_LETTERS["words"])
_SUFFIXES: tuple[tuple[str, str], ...] = (
    ("lessly", "ləsli"), ("fulness", "fəlnəs"), ("ability", "əbˈɪləTi"), ("fully", "fəli"), ("less", "ləs"),
    ("ness", "nəs"), ("ment", "mənt"), ("able", "əbəl"), ("ship", "ʃɪp"), ("like", "lˌIk"), ("wise", "wˌIz"),
    ("est", "əst"), ("ful", "fəl"), ("ish", "ɪʃ"), ("er", "əɹ"), ("ly", "li"), ("y", "i"),
)  # fmt: skip
_PREFIXES: tuple[tuple[str, str], ...] = (
    ("under", "ˌʌndəɹ"), ("inter", "ˌɪntəɹ"), ("super", "sˈupəɹ"), ("ultra", "ˈʌltɹə"), ("micro", "mˈIkɹO"),
    ("multi", "mˈʌlti"), ("over", "ˌOvəɹ"), ("anti", "ˈænti"), ("semi", "sˈɛmi"), ("out", "ˌWt"), ("mis", "mɪs"),
    ("pre", "pɹi"), ("non", "nˌɑn"), ("bio", "bˈIO"), ("eco", "ˈikO"), ("un", "ʌn"), ("re", "ɹi"),
)  # fmt: skip


class Lexicon:
    """One accent's dictionaries; the second, larger one is read when the first does not know a word."""

    def __init__(self, british: bool) -> None:
        self.british = british
        self._gold = _dictionary("gb_gold" if british else "us_gold")

    def sounds(self, word: str, use: Use = "DEFAULT") -> str:
        """Phonemes of one plain word (letters and apostrophes); never empty for a word with letters a to z."""
        plain = _plain(word)
        if named := self._named(word) or self._named(plain):
            return named
        if plain in _INITIALISMS and self._known(plain, use) in {None, self._known(plain.lower(), use)}:
            return _kokoro(self.spelled(plain))
        if len(plain) > 2 and plain[:-1].isupper() and plain.endswith("s"):
            return self.sounds(plain[:-1]) + "z"
        found = self._known(plain, use) or self._ended(plain, use)
        if found is None and _reads_as_letters(plain):
            found = self.spelled(plain)
        return _kokoro(
            found or self._compound(plain.lower()) or sound_out("".join(c for c in plain.lower() if c.isalpha()))
        )

    def spelled(self, letters: str) -> str:
        """The names of the letters, the last one stressed most."""
        names = [self._letter(letter) for letter in letters if letter.isalpha()]
        if not names:
            return ""
        return "".join(name.replace("ˈ", "ˌ") for name in names[:-1]) + names[-1].replace("ˌ", "ˈ")

    def is_known(self, word: str) -> bool:
        """Whether a dictionary or an ending rule knows the word."""
        plain = _plain(word)
        return bool(self._named(plain) or self._known(plain, "DEFAULT") or self._ended(plain, "DEFAULT"))

    def _named(self, word: str) -> str:
        """A brand, a name or a foreign word of our lists, also with an s behind it."""
        capitals: dict[str, str] = _LETTERS["said"]
        low = unicodedata.normalize("NFC", word.lower())
        for stem, ending in ((low, ""), (low.removesuffix("'s"), "z"), (low.removesuffix("s"), "z")):
            written = capitals.get(word, "") if not ending else ""
            if (written := written or _names().get(stem, "")) and (not ending or stem != low):
                sounds = listed(written, self.british)
                return sounds + ("s" if ending and sounds[-1] in "ptkfθ" else ending)
        return ""

    def _letter(self, letter: str) -> str:
        if self.british and letter.lower() in _LETTER_NAMES_GB:
            return _LETTER_NAMES_GB[letter.lower()]
        return self._entry(letter.upper(), "DEFAULT", self._gold) or ""

    def _known(self, word: str, use: Use) -> str | None:
        low = word.lower()
        if not self.british and low in _OWN:
            return _OWN[low]
        shouted = len(word) > 1 and word.isupper()
        spellings = (word, low) if shouted and _reads_as_letters(word) is False else (word, low, low.capitalize())
        for book in (self._gold, None):
            shelf = book if book is not None else self._silver()
            for spelling in spellings[:1] if shouted and _reads_as_letters(word) else spellings:
                found = self._entry(spelling, use, shelf)
                if found:
                    return found
        return None

    def _silver(self) -> dict[str, Entry]:
        return _dictionary("gb_silver" if self.british else "us_silver")

    def _entry(self, word: str, use: Use, book: dict[str, Entry]) -> str | None:
        entry = book.get(word)
        if isinstance(entry, dict):
            return entry.get(use) or entry.get("VERB" if use == "VBD" else "DEFAULT") or entry["DEFAULT"]
        return entry

    def _ended(self, word: str, use: Use) -> str | None:
        low = word.lower()
        for rule in (self._with_s, self._with_ed, self._with_ing):
            found = rule(low, use)
            if found:
                return found
        return None

    def _stem(self, stems: tuple[str, ...], use: Use) -> str | None:
        return next((found for stem in stems if len(stem) > 1 and (found := self._known(stem, use))), None)

    def _with_s(self, word: str, use: Use) -> str | None:
        if word.endswith("s'"):
            return self._known(word[:-1], use) or self._with_s(word[:-1], use)
        if not word.endswith("s") or word.endswith("ss") or len(word) < 3:
            return None
        stems = (word[:-2],) if word.endswith("'s") else (word[:-1],)
        if word.endswith("ies"):
            stems += (word[:-3] + "y",)
        elif word.endswith("es"):
            stems += (word[:-2],)
        found = self._stem(stems, use)
        if not found:
            return None
        if found[-1] in "ptkfθ":
            return found + "s"
        return found + (self._weak_i + "z" if found[-1] in "szʃʒʧʤ" else "z")

    def _with_ed(self, word: str, use: Use) -> str | None:
        if not word.endswith("ed") or len(word) < 4:
            return None
        doubled = (word[:-3],) if len(word) > 5 and word[-3] == word[-4] else ()
        found = self._stem((word[:-1], word[:-2], *doubled, word[:-3] + "y" if word.endswith("ied") else ""), "VERB")
        if not found:
            return None
        if found[-1] == "t" and not self.british and len(found) > 1 and found[-2] in _TAP_AFTER:
            return found[:-1] + "ɾᵻd"
        if found[-1] in "td":
            return found + self._weak_i + "d"
        return found + ("t" if found[-1] in "pkfθʃsʧ" else "d")

    def _with_ing(self, word: str, use: Use) -> str | None:
        word = word[:-1] + "g" if word.endswith("in'") else word
        if not word.endswith("ing") or len(word) < 5:
            return None
        doubled = (word[:-4],) if len(word) > 6 and word[-4] == word[-5] else ()
        found = self._stem((word[:-3], word[:-3] + "e", *doubled), "VERB")
        if not found:
            return None
        if found[-1] == "t" and not self.british and len(found) > 1 and found[-2] in _TAP_AFTER:
            return found[:-1] + "ɾɪŋ"
        return found + "ɪŋ"

    @property
    def _weak_i(self) -> str:
        return "ɪ" if self.british else "ᵻ"

    def _compound(self, word: str) -> str | None:
        """Two known words in one (``brewhaven``), or a known word with a common beginning or ending."""
        for ending, sound in _SUFFIXES:
            stem = word.removesuffix(ending)
            if stem != word and len(stem) > 2 and (found := self._stem((stem, stem + "e", stem[:-1] + "y"), "DEFAULT")):
                return found + sound
        for beginning, sound in _PREFIXES:
            stem = word.removeprefix(beginning)
            if (
                stem != word
                and len(stem) > 2
                and (found := self._stem((stem,), "DEFAULT") or self._ended(stem, "DEFAULT"))
            ):
                return sound + found
        return self._pair(word)

    def _pair(self, word: str) -> str | None:
        best: tuple[int, str] | None = None
        for cut in range(3, len(word) - 2):
            left, right = self._half(word[:cut]), self._half(word[cut:])
            if left is None or right is None:
                continue
            balance = min(cut, len(word) - cut)
            if best is None or balance > best[0]:
                best = balance, left + right.replace("ˈ", "ˌ")
        return best[1] if best else None

    def _half(self, part: str) -> str | None:
        """A half of a compound: a word or a name with a vowel in it."""
        found = self._entry(part, "DEFAULT", self._gold) or self._entry(part.capitalize(), "DEFAULT", self._gold)
        return found if found and {*found} & VOWEL_SOUNDS else None


def _plain(word: str) -> str:
    """Accents are taken off, as the dictionaries spell ``cafe``."""
    parted = unicodedata.normalize("NFKD", word.replace("ß", "ss").replace("ø", "o").replace("æ", "ae"))
    return "".join(c for c in parted if not unicodedata.combining(c)).replace("’", "'")


def _reads_as_letters(word: str) -> bool:
    """Capitals without a vowel, or two or three of them, are letters said one by one (``GPS``, ``UX``)."""
    letters = word.removesuffix("s") if word[:-1].isupper() else word
    if not letters.isupper() or not letters.isalpha() or len(letters) < 2 or letters in _SHORT_WORDS:
        return False
    return len(letters) == 2 or letters in _INITIALISMS or not set(letters) & set("AEIOUY")


def _kokoro(sounds: str) -> str:
    """The model was trained with ``T`` for the tap and ``t`` for the glottal stop."""
    return sounds.replace("ɾ", "T").replace("ʔ", "t")


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {
        unicodedata.normalize("NFC", word): said
        for group in word_list("names").values()
        for word, said in group.items()
    }


@lru_cache(maxsize=4)
def _dictionary(name: str) -> dict[str, Entry]:
    file = importlib.resources.files("misaki") / "data" / f"{name}.json"
    return cast(dict[str, Entry], json.loads(file.read_bytes()))


@lru_cache(maxsize=2)
def lexicon(british: bool) -> Lexicon:
    """The lexicon of an accent, read once per process."""
    return Lexicon(british)
