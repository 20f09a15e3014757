"""What a brief says beside its product: numbers, place, hour, and what may be spoken of it."""

import re
from collections.abc import Sequence

from reelwright.providers.builtin.writer.product import Product
from reelwright.providers.builtin.writer.tokens import Token
from reelwright.providers.builtin.writer.words import found, lexicon

_CROWDS = "teams|users|members|customers|people|families|companies|businesses|women|men|parents|students|reviews"
"""What may stand behind a number and the word that tells which: ``10,000 sales teams``."""


def untagged(brief: str, prompt: str) -> str:
    """The brief without the hashtags it ends with, which nobody speaks."""
    tags = {tag.lower() for tag in re.findall(r"#(\w+)", prompt)}
    words = brief.split()
    while len(words) > 2 and words[-1].lower() in tags:
        words.pop()
    return " ".join(words)


def rest_after(brief: str, line: Sequence[Token], product: Product) -> str:
    """What the brief says after the product's phrase; empty where the phrase does not open the brief."""
    words = brief.split()
    if not product.phrase or product.start > 3 or len(words) < product.end:
        return ""
    opening = {token.low for token in line[: product.start]}
    grammar = lexicon("grammar")
    is_open = all(word in grammar["determiners"] or word in grammar["openers"] or word.isdigit() for word in opening)
    return " ".join(words[product.end :]).strip(" ,:;-–—") if is_open else ""


def numbers_in(brief: str) -> tuple[str, ...]:
    """The numbers of a brief with what they count: ``250,000 members``."""
    brief = re.sub(r"(?i)\bfirst \d+|\b\d+[- ](?:bed|bedroom|seat|seater|door|piece|litre|course)\b", " ", brief)
    pattern = rf"(?<![\w.])\d[\d.,]*\s?(?:[MKk]\b|%|million|thousand)?\s?[a-z]*(?: (?:{_CROWDS})\b)?"
    found_ = (match.group(0).strip(" .,") for match in re.finditer(pattern, brief))
    breaks = (*lexicon("grammar")["breaks"], *lexicon("grammar")["determiners"])
    return tuple(re.sub(rf"(?<=\W)(?:{'|'.join(map(re.escape, breaks))})$", "", one).strip() for one in found_)


def stated(brief: str, name: str) -> str:
    """The first of the ``places`` or ``times`` of the grammar lexicon that the brief names; empty for none."""
    lists: dict[str, tuple[str, ...]] = lexicon("grammar")[name]
    owner = {word: key for key, words in lists.items() for word in words}
    words = found(brief, owner)
    return owner[words[0]] if words else ""


def asks(text: str) -> bool:
    """Whether a text ends with a question."""
    return text.rstrip(" \"'”’").endswith("?")
