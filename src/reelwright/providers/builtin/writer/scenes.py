"""Stories without a person at their head: what nobody knows, and a place at its hour."""

import re
from collections.abc import Sequence

from reelwright.providers.builtin.writer.nouns import noun_class
from reelwright.providers.builtin.writer.tokens import Token
from reelwright.providers.builtin.writer.words import lexicon

_UNKNOWN = re.compile(
    r"^(?:nobody|no one) (?:knows|remembers|noticed|believes|ever (?:saw|asks|found)) (?:who|why|where|what|how|when)\b"
    r"|^(?:someone|somebody) (?:keeps?|leaves?|has been|is|knocks|writes|follows|left|wrote|stole|comes) ",
    re.IGNORECASE,
)
_HOUR = (
    r"at (?:\d{1,2}(?::\d\d)? ?(?:am|pm)|dawn|dusk|night|midnight|sunrise|sunset|noon|closing time|\w+ in the morning)"
)
_SCENE = re.compile(
    rf"\b{_HOUR}\b.*\b(?:before|after|while|when|as|until) (?:the|a|an|nobody|everyone|everybody|no one|snow|rain)\b",
    re.IGNORECASE,
)
_PLACES = ("building", "shop", "restaurant", "venue", "nature", "town", "transit", "home_place", "lodging",
           "school_place", "bread", "food", "clinic_place", "play", "show")  # fmt: skip
_FARTHEST = 4


def unknown_lead(line: Sequence[Token]) -> tuple[str, tuple[str, int]] | None:
    """``Nobody knows who leaves the paper cranes``: a stranger leads what is not known."""
    if any(one.sentence for one in line) or not _UNKNOWN.match(" ".join(one.low for one in line)):
        return None
    return "the stranger", ("any", 38)


def scene_lead(text: str, line: Sequence[Token]) -> tuple[str, tuple[str, int]] | None:
    """``A bakery in Paris at 4am, before the city wakes``: a place leads where nothing but its hour is told."""
    if not line or line[0].low not in ("a", "an", "the", "one") or not _SCENE.search(text):
        return None
    for token in line[1:_FARTHEST]:
        if token.low in lexicon("grammar")["breaks"]:
            return None
        if noun_class(token.low) in _PLACES:
            return f"the {token.low}", ("any", 40)
    return None
