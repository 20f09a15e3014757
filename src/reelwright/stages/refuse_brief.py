"""What no film is made of: a brief is refused by a short, explainable list, before anything is started."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reelwright.errors import BadInput
from reelwright.stages.lexicon import table

_HINT = "Say what the film is for without it, and try again; nothing was started or kept."


def refuse_brief(prompt: str) -> None:
    """Lets a brief pass, or says kindly why it is not made.

    The rules are in ``lexicon/refused.toml``: insults and hatred for what people are, sexual content with minors, calls
    for violence, cruelty, hard drugs, and briefs of nothing but swearing. Rude or dark words among others pass: ``kill
    the boredom``, ``sexy dress``, a murder mystery.

    Raises:
        BadInput: With the reason; it does not repeat the words.
    """
    reason = refusal_of(prompt)
    if reason:
        raise BadInput(f"this brief cannot become a film: {reason}", hint=_HINT)


def refusal_of(prompt: str) -> str:
    """The reason why a brief is refused, empty where it is welcome."""
    plain = _spelled_out(
        "".join(
            sign for sign in unicodedata.normalize("NFKC", prompt) if unicodedata.category(sign) not in ("Cf", "Mn")
        )
    )
    sentences = re.split(r"(?<=[.!?])\s+", plain)
    for rule in _rules():
        held = [plain] if rule.is_whole else sentences
        if any(all(pattern.search(part) for pattern in rule.needed) for part in held) and not (
            rule.excepted and rule.excepted.search(plain)
        ):
            return rule.reason
    return ""


def _spelled_out(text: str) -> str:
    """The text with words that were pulled apart, letter by letter, put together again."""
    return re.sub(r"(?<!\w)(?:\w[ .*_-]){3,}\w(?!\w)", lambda found: re.sub(r"[ .*_-]", "", found.group()), text)


@dataclass(frozen=True)
class _Rule:
    reason: str
    needed: tuple[re.Pattern[str], ...]
    """All must be found in one sentence."""
    excepted: re.Pattern[str] | None
    """What excuses the whole brief."""
    is_whole: bool
    """Whether the brief counts as one sentence."""


@lru_cache(maxsize=1)
def _rules() -> tuple[_Rule, ...]:
    lists: dict[str, Any] = table("refused")
    people = "(?:" + "|".join(lists["people"]["words"]) + ")"
    return tuple(
        _Rule(
            rule["reason"],
            tuple(_any_of(words, people) for words in _needed(rule)),
            _any_of(rule["except"], people) if "except" in rule else None,
            "whole" in rule,
        )
        for rule in lists["rule"]
    )


def _needed(rule: dict[str, Any]) -> list[list[str]]:
    if "whole" in rule:
        return [rule["whole"], rule["needed"]]
    return list(rule.get("together", [rule.get("patterns", [])]))


def _any_of(words: list[str], people: str) -> re.Pattern[str]:
    joined = "|".join(word.replace("{people}", people) for word in words)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)
