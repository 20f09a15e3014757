"""A brief laid out for reading: what leads in is taken off, words are tokens with their marks."""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from reelwright.providers.builtin.writer import gist, tagger
from reelwright.providers.builtin.writer.directions import undirected
from reelwright.providers.builtin.writer.spelling import respelled
from reelwright.providers.builtin.writer.tellings import signs_of_telling
from reelwright.providers.builtin.writer.tokens import Token, tokens
from reelwright.providers.builtin.writer.vectors import direction_of

_GREETING = re.compile(
    r"^(?:namaste|namaskar|hello|hi|hiya|hey|dear|respected|good (?:morning|afternoon|evening|day)|sala+m|salaam"
    r"|greetings|as+alam\w*(?: alaikum)?|bonjour|hola|merhaba|jambo)\b"
    r"(?:[ ,]+(?:sir|madam|sir/madam|team|all|dear|there|friends?|everyone|ji|guys)\b)*"
    r"(?:\s*[,!.:]+\s*|\s+(?=(?:please|kindly|make|create|we|i|our|my|can|could|need)\b))",
    re.IGNORECASE,
)
"""Who is greeted before anything is asked for."""
_LEAD_IN = re.compile(
    r"^(?:please,?\s+|kindly\s+|can you\s+|could you\s+"
    r"|(?:i|we)(?:['’]d like| would like| want| need)(?: you)?(?: to)?\s+)*"
    r"(?:(?:make|create|write|produce|shoot|do|film|design|give|prepare)\s+)?(?:me\s+|us\s+)?"
    r"(?:an?\s+|one\s+|the\s+|some\s+|our\s+)?"
    r"(?:[\w-]+\s+){0,3}?(?:ad|ads|advert|advertisement|commercial|video|film|spot|promo|trailer|teaser|campaign|clip|reel)\s+"
    r"(?:for|about|on|of|promoting|introducing)\s+"
    r"|^asmr(?: video| film)?(?: of)?:?\s+(?:an?\s+)?"
    r"|^(?:an? |the )?(?:extreme )?(?:close[- ]?up|macro|slow[- ]motion|montage|time[- ]?lapse|drone|pov|footage)"
    r"(?: shots?| video| footage)? of\s+(?:an?\s+|the\s+)?"
    r"|^(?:introducing|meet|discover|try|advertise|promote|the launch of|launch of|launching|presenting|say hello to)"
    r"\s*:?\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class LaidOut:
    """A brief in English, ready to be read."""

    text: str
    """The plain text, respelled."""
    brief: str
    """The text without ``a commercial for`` and the like."""
    is_led_in: bool
    line: list[Token]
    """The words of ``brief``."""

    @cached_property
    def marks(self) -> tuple[tagger.Mark, ...]:
        """What the first words are, and where noun phrases stand."""
        return tagger.marks(self.line)

    @property
    def marked(self) -> list[Token]:
        """The words that have marks."""
        return self.line[: len(self.marks)]

    @cached_property
    def undirected(self) -> "LaidOut":
        """The brief without what it says to those who make the film."""
        said = undirected(self.brief)
        return self if said == self.brief else replace(self, brief=said, line=tokens(said))

    @cached_property
    def directions(self) -> frozenset[int]:
        """Which words are said to those who make the film."""
        kept = [token.text for token in self.undirected.line]
        left_out: set[int] = set()
        for at, token in enumerate(self.line):
            if kept and kept[0] == token.text:
                kept.pop(0)
            else:
                left_out.add(at)
        return frozenset() if kept else frozenset(left_out)

    @cached_property
    def direction(self) -> tuple[int, ...]:
        """Where the words point together, as `vectors.direction_of` gives it."""
        return direction_of([token.low for token in self.marked])

    def signs(self, brand: str) -> list[str]:
        """Signs of the brief as a whole and of its words; empty for one without words."""
        if not self.line:
            return []
        own = gist.signs_of(self.brief, self.line, self.marks, brand)
        return own + gist.words_of(self.marked)

    def tellings(self, brand: str) -> list[str]:
        """Signs that tell a story from an advertisement; empty for one without words."""
        return signs_of_telling(self.brief, self.marked, self.marks, brand) if self.line else []

    def pairs(self) -> list[str]:
        """Words with their neighbours."""
        return gist.pairs_of(self.marked)


def laid_out(plain_text: str) -> LaidOut:
    """Lay out a plain text."""
    text = respelled(plain_text)
    text = text[greeted.end() :] if (greeted := _GREETING.match(text)) and greeted.end() < len(text) else text
    led_in = _LEAD_IN.match(text)
    brief = (text[led_in.end() :] if led_in else text).strip(" .!\"'“”") or text
    return LaidOut(text, brief, bool(led_in), tokens(brief))
