"""Filling a sentence: slots, persons and verbs that agree, capitals where sentences begin."""

import re
from dataclasses import dataclass, field

SLOT = re.compile(r"\{(~?[\w']+)\}")
_PERSONS = {
    "you": {"you": "you", "me": "you", "your": "your", "yours": "yours", "yourself": "yourself"},
    "I": {"you": "I", "me": "me", "your": "my", "yours": "mine", "yourself": "myself"},
    "we": {"you": "we", "me": "us", "your": "our", "yours": "ours", "yourself": "ourselves"},
    "she": {"you": "she", "me": "her", "your": "her", "yours": "hers", "yourself": "herself"},
    "they": {"you": "they", "me": "them", "your": "their", "yours": "theirs", "yourself": "themselves"},
    "it": {"you": "it", "me": "it", "your": "its", "yours": "its", "yourself": "itself"},
    "he": {"you": "he", "me": "him", "your": "his", "yours": "his", "yourself": "himself"},
}
PERSON_SLOTS = tuple(_PERSONS["you"])
_PERSONS["order"] = _PERSONS["you"]
_THIRD = {
    "be": "is",
    "have": "has",
    "do": "does",
    "go": "goes",
    "are": "is",
    "don't": "doesn't",
    "aren't": "isn't",
    "can't": "can't",
}
_FIRST = {"are": "am", "be": "am", "aren't": "am not"}
_VOWEL = re.compile(
    r"[aeioAEIO](?!ne\b|nce\b|uro)|[uU](?!ni|se|s[aeiu]|k|til|r[aeiou])|[hH](?:our|onest|eir)|[FHLMNRSX](?=[A-Z])(?![A-Z][a-z])"
)


@dataclass(frozen=True)
class Voice:
    """Who a line speaks of: ``you``, ``I``, ``we``, ``she`` or ``he``; ``order`` tells the viewer what to do."""

    person: str = "you"

    def word(self, slot: str) -> str:
        """The pronoun for a slot of the second person: ``your`` is ``her`` in the third."""
        return _PERSONS[self.person][slot]

    def verb(self, base: str) -> str:
        """The verb in the present, agreeing with the person."""
        if self.person in ("she", "he", "it"):
            return third(base)
        if self.person == "I":
            return _FIRST.get(base, base)
        return "are" if base == "be" and self.person != "order" else base


@dataclass
class Slots:
    """What a film puts into its sentences: fixed words by slot and the person they speak of."""

    voice: Voice
    words: dict[str, str] = field(default_factory=dict[str, str])

    def fill(self, text: str, *, raw: bool = False) -> str:
        """The text with its slots filled and its sentences begun with capitals; ``raw`` leaves unknown slots and signs.

        Raises:
            KeyError: If a slot is unknown; what sentences need is checked before.
        """
        filled = SLOT.sub(lambda match: self._value(match.group(1), keeps=raw), text)
        return filled if raw else tidy(filled)

    def knows(self, slot: str) -> bool:
        """Whether the slot can be filled in this film."""
        return slot.startswith("~") or slot in PERSON_SLOTS or bool(self.words.get(slot))

    def _value(self, slot: str, *, keeps: bool) -> str:
        if keeps and not slot.startswith("~") and slot not in PERSON_SLOTS:
            return f"{{{slot}}}"
        if slot.startswith("~"):
            return self.voice.verb(slot[1:])
        return self.voice.word(slot) if slot in PERSON_SLOTS else self.words[slot]


def third(base: str) -> str:
    """The third person of a verb: ``carry`` is ``carries``; ``miss`` is ``misses``."""
    if base in _THIRD:
        return _THIRD[base]
    if re.search(r"(s|sh|ch|x|z|o)$", base):
        return f"{base}es"
    return f"{base[:-1]}ies" if re.search(r"[^aeiou]y$", base) else f"{base}s"


def base_of(verb: str) -> str:
    """The plain form of a verb in the third person: ``carries`` is ``carry``."""
    for plain, said in _THIRD.items():
        if verb == said:
            return "be" if plain == "are" else plain
    if re.search(r"[^aeiou]ies$", verb):
        return f"{verb[:-3]}y"
    if re.search(r"(ss|sh|ch|x|zz|[^aeiou]o)es$", verb):
        return verb[:-2]
    return verb[:-1] if verb.endswith("s") and not verb.endswith("ss") else verb


_NOT_OF_MANY = re.compile(
    r"\b(?:it (?:looks?|always|never|belongs?|works|fits|sits|goes|lasts|was|could|can)|where it's"
    r"|it's (?:too|the first|made|there|from))\b"
)
_OBJECT = re.compile(
    r"(\{~(?!do\b|mean\b|get\b|make\b)\w+\}|\b(?:on|with|for|to|from|without|like|into|behind|around|under|at"
    r"|have|wear|keep|take|put|use|see|try|buy|want|pick|open|find|bring|hold|set|leave|let|turn|eat|drink|pour|share"
    r"|read|play|switch|lay|fill|taste|serve|order|need|hang|carry|borrow|love|ride|drive|learn|own|show|plant|grow"
    r"|watch|cut|cook|hide|keeps|like|gives?|touch|smell|hear|feel|book|rent|join|wash|rinse|brush|spread|wrap|light|tie|squeeze|rub|press"
    r"|comb|fold|dip|peel|pass|hold|roll|wind|lift|pull|push|throw|warm|heat|stir|slice|fry|bake|roast)) it\b"
    r"(?! (?:rain|pour|snow|hail|blow)\b)"
)


def of_many(fragment: str) -> str:
    """A fragment about one product said of several: ``put it on`` is ``put them on``; empty where it cannot be."""
    return "" if _NOT_OF_MANY.search(fragment) else _OBJECT.sub(r"\1 them", fragment)


def with_article(phrase: str) -> str:
    """``an app``, ``a unicorn``, ``an hour``."""
    return f"{'an' if _VOWEL.match(phrase) else 'a'} {phrase}"


_END = "\x03"
"""Marks where a full stop has given way to a quotation's own sign."""


def tidy(text: str) -> str:
    """One full stop a sentence, a capital where it begins, no spaces before signs."""
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"([.!?…]”)\s*\.(?!\.)", rf"\1{_END}", text)
    text = re.sub(r"([.!?…])\s*\.(?!\.)", r"\1", text)
    text = re.sub(r"\s+([,.;:!?])", r"\1", text)
    # “Again!” says somebody: only what the full stop ended is a sentence.
    text = re.sub(rf"((?:^|[.!?…](?:['\"]|”{_END})?\s+)[“\"]?)([a-zà-ÿ])([\w’']*)", _begin, text)
    return text.replace(_END, "")


_SAID = ("says", "say", "asks", "ask", "shouts", "whispers", "shout")
"""Verbs that follow what was said within one sentence: ``“again!” says the smallest``."""


def _begin(match: re.Match[str]) -> str:
    """A capital, but for names such as ``iPhone`` that begin with a small letter."""
    before, first, rest = match.groups()
    if before.rstrip()[-1:] in ("”", '"') and f"{first}{rest}" in _SAID:
        return match[0]
    return f"{before}{first if re.search('[A-Z]', rest) else first.upper()}{rest}"
