"""What no film is made of: a brief is refused by a short, explainable list, before anything is started."""

import re
import unicodedata
from functools import lru_cache
from typing import Any

from reelwright.errors import BadInput
from reelwright.stages.lexicon import table

_HINT = "Say what the film is for without it, and try again; nothing was started or kept."


def refuse_brief(prompt: str) -> None:
    """Lets a brief pass, or says kindly why it is not made.

    The rules are in ``lexicon/refused.toml``: insults that name what people are, sexual content with minors, calls for
    violence against people. Rude or dark words alone pass: ``kill the boredom``, ``sexy dress``, a murder mystery.

    Raises:
        BadInput: With the reason; it does not repeat the words.
    """
    reason = refusal_of(prompt)
    if reason:
        raise BadInput(f"this brief cannot become a film: {reason}", hint=_HINT)


def refusal_of(prompt: str) -> str:
    """The reason why a brief is refused, empty where it is welcome."""
    plain = "".join(
        sign for sign in unicodedata.normalize("NFKC", prompt) if unicodedata.category(sign) not in ("Cf", "Mn")
    )
    for sentence in re.split(r"(?<=[.!?])\s+", plain):
        for reason, needed, excepted in _rules():
            if all(pattern.search(sentence) for pattern in needed) and not (excepted and excepted.search(plain)):
                return reason
    return ""


@lru_cache(maxsize=1)
def _rules() -> tuple[tuple[str, tuple[re.Pattern[str], ...], re.Pattern[str] | None], ...]:
    """Each rule: its reason, the patterns that must all be found in one sentence, the pattern that excuses."""
    lists: dict[str, Any] = table("refused")
    people = "(?:" + "|".join(lists["people"]["words"]) + ")"
    return tuple(
        (
            rule["reason"],
            tuple(_any_of(words, people) for words in rule.get("together", [rule.get("patterns", [])])),
            _any_of(rule["except"], people) if "except" in rule else None,
        )
        for rule in lists["rule"]
    )


def _any_of(words: list[str], people: str) -> re.Pattern[str]:
    joined = "|".join(word.replace("{people}", people) for word in words)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)
