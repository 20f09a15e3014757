"""What the writer knows of a brief: one frozen reading that words, pictures and cast are made from."""

import re
from dataclasses import dataclass
from typing import Any

from reelwright.providers.builtin.writer.words import lexicon

UNNAMED = "idea"
"""What a product is called that the brief does not name."""


@dataclass(frozen=True)
class Reading:
    """A brief, understood."""

    prompt: str
    spoken: str
    """The prompt without what nobody can speak: mark-up, addresses, pictures."""
    is_story: bool
    kind: str
    noun_phrase: str
    """What the product is called in the brief, small letters but for names: ``artisan coffee``."""
    brand: str
    audience: str
    cast: tuple[str, int] | None
    """Who the lead is, from audience or story: woman, man, girl, boy or any, and an age."""
    hero: str
    """How a story calls its lead: ``Aldar Kose``, ``the detective``."""
    numbers: tuple[str, ...]
    place: str
    time: str
    sign_off: str
    """The brief's own promise as a closing line, or empty where it makes none that can be spoken."""

    call: str = ""
    """A brief that begins with a verb, cut to what can be called out: ``Learn Spanish``."""
    benefit: str = ""
    """What the brief promises, in its own words, as it stands after ``that``, ``to`` or ``so you can``."""
    problem: str = ""
    """What the product takes away, as a noun phrase in the brief's words: ``back pain``, ``paperwork``."""
    claims: tuple[str, ...] = ()
    """The brief's own claims, word for word: ``organic``, ``zero sugar``, ``lasts 30 hours``."""
    mood: str = ""
    """A key of ``moods`` in the promises lexicon: luxurious, playful, calm, warm, epic, dark, energetic, romantic."""
    call_to_action: str = ""
    """The brief's own call, without addresses: ``book a table``; empty where it makes none."""
    noun_class: str = ""
    """What general knowledge makes of the product where no kind names it: a key of the noun classes lexicon."""
    signs: tuple[str, ...] = ()
    """What the brief as a whole and its words say to what was learned from labelled briefs."""
    direction: tuple[int, ...] = ()
    """Where its words point together among meanings, as `vectors.direction_of` gives it."""
    is_question: bool = False
    notice: str = ""
    """A key of the notices lexicon where the brief announces and sells nothing: ``birthday``, ``council``."""
    language: str = "en"
    """ISO 639-1 code of the brief's language; ``""`` where it holds no words."""

    @property
    def category(self) -> str:
        """The category of the product's kind: ``drink``, ``finance``, ``health``, ``generic``..."""
        return str(lexicon("kinds")["kind"][self.kind]["category"])

    @property
    def facts(self) -> dict[str, Any]:
        """The kind's entry in the lexicon, completed from its category."""
        kinds = lexicon("kinds")
        own: dict[str, Any] = kinds["kind"][self.kind]
        return {"count": "one", **kinds["category"][own["category"]], **own}

    @property
    def name(self) -> str:
        """The product within a sentence: the brand, or ``the coffee``-like with its article."""
        if self.brand:
            return self.brand
        return f"the {self.noun_phrase}" if self.is_countable else self.noun_phrase

    @property
    def is_countable(self) -> bool:
        """Whether the product takes an article: ``the app``, but ``coffee`` and ``running shoes``."""
        return is_countable(self.noun_phrase, self.kind)


def is_countable(phrase: str, kind: str) -> bool:
    """Whether a product's phrase takes an article."""
    last = phrase.split()[-1] if phrase else ""
    if last in lexicon("grammar")["mass_nouns"] or re.match(r"\w+['’]s\b", phrase):
        return False
    if last in lexicon("grammar")["count_nouns"]:
        return True
    plural = last.endswith("s") and not last.endswith(("ss", "us"))
    return lexicon("kinds")["kind"][kind].get("count", "one") == "one" and not plural
