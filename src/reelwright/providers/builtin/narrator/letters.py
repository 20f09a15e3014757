"""Letter-to-sound rules for words that no dictionary holds: brand names, coinages, foreign words.

Graphemes are matched in the order of the table; the symbols are those of Kokoro (``A`` as in day, ``I`` my, ``O`` go,
``W`` now, ``Y`` boy).
"""

import re

VOWEL_SOUNDS = frozenset("AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻɐ")

_BEFORE_OPEN_END = "[bdfgklmnprtvz][ao]$"
"""Names that end so are read as Italian ones: Lumo, Zuma, Moka."""

# Endings first, then clusters, then letters. Context: (before, letters, after) as patterns, then the sounds.
_RULES: tuple[tuple[str, str, str, str], ...] = (
    ("", "tion", "", "ʃən"), ("", "ssion", "", "ʃən"), ("[aeiou]", "sion", "", "ʒən"), ("", "sion", "", "ʃən"),
    ("", "cious", "", "ʃəs"), ("", "tious", "", "ʃəs"), ("", "cial", "", "ʃəl"), ("", "tial", "", "ʃəl"),
    ("", "ture", "$", "ʧəɹ"), ("", "sure", "$", "ʒəɹ"), ("", "ight", "", "It"), ("", "igh", "", "I"),
    ("", "ough", "t", "ɔ"), ("", "ough", "", "O"), ("", "augh", "", "ɔ"), ("", "eigh", "", "A"),
    ("", "ously", "$", "əsli"), ("..", "ous", "$", "əs"), ("..", "able", "$", "əbəl"), ("..", "ible", "$", "əbəl"),
    ("..", "less", "$", "ləs"), ("..", "ness", "$", "nəs"), ("..", "ment", "$", "mənt"), ("..", "ing", "$", "ɪŋ"),
    ("..", "ify", "$", "əfI"), ("..", "ity", "$", "əTi"), ("[bcdfgkptsz]", "le", "$", "əl"),
    ("..", "ique", "$", "ik"), ("", "que", "$", "k"), ("^", "kn", "", "n"), ("^", "gn", "", "n"),
    ("^", "wr", "", "ɹ"), ("^", "ps", "", "s"), ("^", "pn", "", "n"), ("^", "rh", "", "ɹ"), ("^", "x", "", "z"),
    ("^", "wh", "", "w"), ("^", "y", "[aeiou]", "j"), ("", "mb", "$", "m"), ("", "tch", "", "ʧ"),
    ("", "sch", "", "sk"), ("", "ch", "r", "k"), ("", "ch", "", "ʧ"), ("", "ck", "", "k"), ("", "dge", "", "ʤ"),
    ("", "sh", "", "ʃ"), ("", "ph", "", "f"), ("", "th", "", "θ"), ("", "gh", "$", ""), ("", "gh", "", "ɡ"),
    ("", "ng", "$", "ŋ"), ("", "ng", "[aeiou]", "ŋɡ"), ("", "ng", "", "ŋ"), ("", "nk", "", "ŋk"),
    ("", "qu", "", "kw"), ("", "sce", "", "sɛ"), ("", "sci", "", "sI"), ("", "cc", "[eiy]", "ks"),
    ("", "wh", "", "w"), ("", "eer", "", "ɪɹ"), ("", "ear", "", "ɪɹ"), ("", "air", "", "ɛɹ"), ("", "are", "$", "ɛɹ"),
    ("", "oar", "", "ɔɹ"), ("", "oor", "", "ɔɹ"), ("", "ore", "$", "ɔɹ"), ("", "our", "", "ɔɹ"),
    ("", "ire", "$", "Iəɹ"), ("", "ure", "$", "jʊɹ"), ("[^aeiou]", "er", "$", "əɹ"), ("[^aeiou]", "or", "$", "əɹ"),
    ("[^aeiou]", "ar", "$", "ɑɹ"), ("", "wor", "", "wɜɹ"), ("", "war", "", "wɔɹ"), ("", "ar", "(?![aeiour])", "ɑɹ"),
    ("", "er", "(?![aeiour])", "ɜɹ"), ("", "ir", "(?![aeiour])", "ɜɹ"), ("", "or", "(?![aeiour])", "ɔɹ"),
    ("", "ur", "(?![aeiour])", "ɜɹ"), ("", "eau", "", "O"), ("", "ai", "", "A"), ("", "ay", "", "A"),
    ("", "au", "", "ɔ"), ("", "aw", "", "ɔ"), ("", "aa", "", "ɑ"), ("", "ea", "", "i"), ("", "ee", "", "i"),
    ("", "ei", "", "A"), ("", "ey", "$", "i"), ("", "ey", "", "A"), ("", "eu", "", "ju"), ("", "ew", "", "u"),
    ("c", "ei", "", "i"), ("", "ie", "$", "i"), ("", "ie", "", "i"), ("", "oa", "", "O"), ("", "oe", "$", "O"),
    ("", "oi", "", "Y"), ("", "oy", "", "Y"), ("", "oo", "k", "ʊ"), ("", "oo", "", "u"), ("", "ou", "", "W"),
    ("", "ow", "$", "O"), ("", "ow", "", "W"), ("", "ue", "$", "u"), ("", "ui", "", "u"), ("", "ia", "$", "iə"),
    ("", "io", "$", "iO"), ("", "a", "(?:[bcdfgklmnpstvz]|th)e$", "A"), ("", "e", "[bcdfgklmnpstvz]e$", "i"),
    ("", "i", "(?:[bcdfgklmnpstvz])e$", "I"), ("", "o", "[bcdfgklmnpstvz]e$", "O"),
    ("[jlr]", "u", "[bcdfgklmnpstvz]e$", "u"), ("", "u", "[bcdfgklmnpstvz]e$", "ju"),
    ("[aeiouy].*[^aeiouy]", "e", "$", ""), ("", "es", "$", "z"), ("^[^aeiouy]*", "e", "$", "i"),
    ("^[^aeiouy]*", "y", "$", "I"), ("", "y", "$", "i"), ("^[^aeiouy]*", "i", "$", "I"), ("", "i", "$", "i"),
    ("", "a", "$", "ə"), ("", "o", "$", "O"), ("", "u", "$", "u"), ("", "o", "(?:ll|ld|lt|st)$", "O"),
    ("", "a", "(?:ll|lk|lt)", "ɔ"), ("", "i", "(?:nd|ld)$", "I"), ("w", "a", "", "ɑ"),
    ("^[^aeiouy]*", "[ei]", "[aou]", "i"), ("", "i", "[aou]", "i"), ("", "c", "[eiy]", "s"), ("", "g", "[eiy]", "ʤ"),
    ("", "u", _BEFORE_OPEN_END, "u"), ("", "o", "r[ao]$", "ɔ"), ("", "o", _BEFORE_OPEN_END, "O"),
    ("", "i", _BEFORE_OPEN_END, "i"), ("", "a", _BEFORE_OPEN_END, "ɑ"),
    ("[aeiou]", "s", "[aeiou]", "z"), ("[aeioubdglmnrvw]", "s", "$", "z"), ("", "a", "", "æ"), ("", "e", "", "ɛ"),
    ("", "i", "", "ɪ"), ("", "o", "", "ɑ"), ("", "u", "", "ʌ"), ("", "y", "", "ɪ"), ("", "b", "", "b"),
    ("", "c", "", "k"), ("", "d", "", "d"), ("", "f", "", "f"), ("", "g", "", "ɡ"), ("", "h", "", "h"),
    ("", "j", "", "ʤ"), ("", "k", "", "k"), ("", "l", "", "l"), ("", "m", "", "m"), ("", "n", "", "n"),
    ("", "p", "", "p"), ("", "q", "", "k"), ("", "r", "", "ɹ"), ("", "s", "", "s"), ("", "t", "", "t"),
    ("", "v", "", "v"), ("", "w", "", "w"), ("", "x", "", "ks"), ("", "z", "", "z"),
)  # fmt: skip
_COMPILED = tuple(
    (re.compile(f"(?:{before})$") if before else None, re.compile(letters), re.compile(after) if after else None, sound)
    for before, letters, after, sound in _RULES
)
_DOUBLED = re.compile(r"([bcdfghjklmnpqrstvwxz])\1")
_OPEN_END = re.compile(r"[aeiou]r?[bdfgklmnprtvz][ao]$")
_LATE_STRESS = re.compile(r"(?:tion|ssion|sion|cious|tious|cial|tial|ity|ique|ia|ic|ics|eer|ette)$")


def sound_out(word: str) -> str:
    """Phonemes of a word of plain letters, with one main stress.

    Args:
        word: Lower-case letters a to z.
    """
    text = _DOUBLED.sub(r"\1", word) if not re.search(r"cc[eiy]", word) else word
    sounds: list[str] = []
    at = 0
    while at < len(text):
        size, sound = _match(text, at)
        sounds.append(sound)
        at += size
    return _stressed(sounds, late=bool(_LATE_STRESS.search(word)), last_but_one=bool(_OPEN_END.search(text)))


def _match(text: str, at: int) -> tuple[int, str]:
    for before, letters, after, sound in _COMPILED:
        found = letters.match(text, at)
        if not found or (before and not before.search(text[:at])):
            continue
        if after and not after.match(text[found.end() :]):
            continue
        return found.end() - at, sound
    return 1, ""


def _stressed(sounds: list[str], late: bool, last_but_one: bool) -> str:
    joined = "".join(sounds)
    if last_but_one:
        place = [at for at, sound in enumerate(joined) if sound in VOWEL_SOUNDS][-2]
        return f"{joined[:place]}ˈ{joined[place:]}"
    nuclei = [place for place, sound in enumerate(joined) if sound in VOWEL_SOUNDS and sound != "ə"]
    if not nuclei:
        nuclei = [place for place, sound in enumerate(joined) if sound in VOWEL_SOUNDS]
    if not nuclei:
        return joined
    place = nuclei[-2 if late and len(nuclei) > 1 and joined.endswith(("i", "iə", "ɪk", "ɪks")) else -1 if late else 0]
    return f"{joined[:place]}ˈ{joined[place:]}"
