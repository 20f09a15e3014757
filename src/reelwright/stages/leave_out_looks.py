"""Cuts clothes and looks of the main character out of a panel's words, where a trigger token stands for them."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reelwright.stages.lexicon import table

_STOPS = (
    "in|on|at|of|with|and|as|while|to|from|by|into|onto|over|under|behind|through|who|that|is|are|was|his|her|their|the"
    "|a|an|for|but|then|off|beside|against|toward|towards|across|along"
)
_MOD = rf"(?:(?!(?:{_STOPS})\b)[\w'-]+,?\s+){{0,4}}?"
_DET = r"(?:(?:an?|the|his|her|their|its)\s+)?"
_OWNER = r"(?:his|her|their)"


@dataclass(frozen=True)
class WithoutLooks:
    """A text without the main character's clothes and looks."""

    text: str
    cut: tuple[str, ...] = ()
    """What was cut out of it."""
    left: tuple[str, ...] = ()
    """What could not be cut without breaking a sentence."""


@dataclass(frozen=True)
class _Words:
    """Patterns of the lexicon."""

    wearing: str
    garment: str
    feature: str
    looks: str
    part: str
    others: re.Pattern[str]


def leave_out_looks(text: str, token: str) -> WithoutLooks:
    """The text without phrases that describe how the character of this token looks, and those that had to stay.

    Clothes of anybody else, and clothes that nobody wears, stay.
    """
    cut: list[str] = []
    text = _without_clauses(text, token, cut)
    for pattern in _cuts(token):
        text = _without(text, pattern, token, cut)
    text = _without_sentences(text, token, cut)
    if cut:
        text = re.sub(rf"\b({re.escape(token)}),\s+(?=\w+[^s\s]s\b)", r"\1 ", text)
    left = tuple(
        dict.fromkeys(
            match.group(0).strip()
            for pattern in _leftovers(token)
            for match in pattern.finditer(text)
            if not _is_another(text, match.start(), token)
        )
    )
    return WithoutLooks(_tidy(text), tuple(cut), left)


@lru_cache(maxsize=1)
def _words() -> _Words:
    own: dict[str, Any] = table("appearance")
    people: dict[str, Any] = table("people")
    worn = [
        word for name in ("garment", "headwear", "accessories") for words in people[name].values() for word in words
    ]
    garments = _any([*worn, *own["garments"]])
    return _Words(
        wearing=_any(own["wearing"]),
        garment=rf"{garments}(?!['’]?[\w-])(?!\s+{_any(own['not_before'])}\b)",
        feature=_any(own["features"]),
        looks=_any(own["looks"]),
        part=_any(own["parts"]),
        others=re.compile(rf"\b{_any(own['others'])}\b", re.IGNORECASE),
    )


def _any(words: list[str]) -> str:
    return rf"(?:{'|'.join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))})"


@lru_cache(maxsize=8)
def _cuts(token: str) -> tuple[re.Pattern[str], ...]:
    """What can be cut out of any sentence."""
    words, name = _words(), re.escape(token)
    of_part = rf"(?:{words.looks},?\s+(?:and\s+)?)+{words.part}\b"
    one = rf"{_DET}(?:{_MOD}(?:{words.garment}|{words.feature}\b)|{of_part})"
    several = rf"{one}(?:(?:\s*,)?\s+(?:and|with|over)\s+{one})*"
    described = rf"{words.looks}(?:(?:,|\s+and|,\s+and)?\s+{words.looks})*"
    worn = rf"(?:{words.wearing}|in|with|under|inside|beneath)\s+{several}"
    patterns = (
        rf",\s*{worn}\s*,",
        rf"\s*,?\s*\b{worn}",
        rf"\b\w+s\s+(?:(?:on|off|up)\s+)?{_OWNER}\s+{_MOD}{words.garment}(?:\s+(?:on|off|up|back))?,?\s+and\s+"
        r"(?=\w+s\b)",
        rf"\b(?:(?:an?|the)\s+)?{described},?\s+(?={name}\b)",
        rf"(?<=\b{name}),\s+{described}\s*(?:,|(?=[.;]|$))",
        rf"(?:(?<=\b{name}['’]s\s)|(?<=\bhis\s)|(?<=\bher\s)|(?<=\btheir\s))(?:{words.looks},?\s+(?:and\s+)?)+"
        rf"(?={words.part}\b)",
        rf"\b(?:an?|the)\s+(?={name}\b)",
    )
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


@lru_cache(maxsize=8)
def _leftovers(token: str) -> tuple[re.Pattern[str], ...]:
    """What still speaks of the character's clothes and looks."""
    words, name = _words(), re.escape(token)
    owner = rf"(?:{_OWNER}|{name}['’]s)"
    patterns = (
        rf"\b{owner}\s+{_MOD}(?:{words.garment}|{words.feature}\b)",
        rf"\b{owner}\s+(?:{words.looks},?\s+(?:and\s+)?)+{words.part}\b",
        rf"\b{words.wearing}\s+{_DET}{_MOD}{words.garment}",
        rf"\b(?:{name}|he|she|they)\s+(?:is|are|was|looks|has|have|wears|wear)\s+{_DET}(?:\w+\s+){{0,2}}?"
        rf"(?:{words.looks}\b|{words.garment}|{words.feature}\b)",
    )
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def _without(text: str, pattern: re.Pattern[str], token: str, cut: list[str]) -> str:
    def leave(match: re.Match[str]) -> str:
        if _is_another(text, match.start(), token):
            return match.group(0)
        said = match.group(0).strip(" ,")
        if said.lower() not in ("a", "an", "the"):
            cut.append(said)
        return " " if match.group(0)[0] == "," == match.group(0)[-1] else ""

    return pattern.sub(leave, text)


def _without_clauses(text: str, token: str, cut: list[str]) -> str:
    """The text without clauses between commas that hold nothing but the character's clothes and looks."""
    sentences = re.split(r"(?<=[.!?])\s+", text)
    for at, sentence in enumerate(sentences):
        clauses = re.split(r"(?<=[,;])\s+", sentence)
        gone = [one for one in clauses[1:] if _is_of_looks(one, text, token)]
        if gone:
            cut += [one.strip(" ,;.!?") for one in gone]
            end = sentence[-1] if sentence[-1] in ".!?" else ""
            sentences[at] = " ".join(one for one in clauses if one not in gone).rstrip(" ,;.!?") + end
    return " ".join(sentences)


def _without_sentences(text: str, token: str, cut: list[str]) -> str:
    """The text without sentences about nothing but the looks; an only one stays."""
    sentences = re.split(r"(?<=[.!?])\s+", text)
    told = [one for one in sentences if not _leftovers(token)[-1].match(one)]
    if not told:
        return text
    cut += [one.strip(" .") for one in sentences if one not in told]
    return " ".join(told)


_ACTS = re.compile(r"(?:and|then|but|who|as|while|\w{3,}(?:ing|[^s]s))\b", re.IGNORECASE)
"""How a clause begins in which somebody does something."""


def _is_of_looks(clause: str, text: str, token: str) -> bool:
    """Whether a clause that is no first one can go as a whole: it speaks of worn things or looks, and tells nothing."""
    words = _words()
    bare = clause.strip(" ,;.!?")
    is_worn = re.match(rf"{words.wearing}\b", bare, re.IGNORECASE)
    if token.lower() in bare.lower() or (_ACTS.match(bare) and not is_worn and not bare.lower().startswith("eyes")):
        return False
    found = re.search(
        rf"\b(?:{words.garment}|{words.feature}\b|(?:{words.looks},?\s+(?:and\s+)?)+{words.part}\b)",
        bare,
        re.IGNORECASE,
    )
    return bool(found) and not words.others.search(bare) and not _is_another(text, text.find(bare), token)


def _is_another(text: str, at: int, token: str) -> bool:
    """Whether the nearest person named before a place in the text is somebody else."""
    before = re.split(r"(?<=[.!?])\s", text[:at])[-1]
    named = list(_words().others.finditer(before))
    return bool(named) and before.lower().rfind(token.lower()) < named[-1].start()


def _tidy(text: str) -> str:
    text = re.sub(r"\s+([,.;!?])", r"\1", re.sub(r"\s{2,}", " ", text)).strip(" ,;")
    text = re.sub(r"([,;])(?:\s*[,;])+", r"\1", text)
    text = re.sub(r"[,;]\s*\.", ".", text)
    return text[:1].upper() + text[1:] if text[:1].islower() and "_" not in text.split()[0] else text
