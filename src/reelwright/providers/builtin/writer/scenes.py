"""Stories without a person at their head: what nobody knows, and a place at its hour."""

import re
from collections.abc import Sequence

from reelwright.providers.builtin.writer.capitals import is_place
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
_LONGEST_HEADING = 6
_STYLES = (
    "style",
    "noir",
    "documentary",
    "film",
    "movie",
    "story",
    "tale",
    "scene",
    "anime",
    "western",
    "fantasy",
    "opera",
)


def heading_of(line: Sequence[Token]) -> int:
    """How many words stand before the colon of a scene's heading: ``Tokyo, 2091: a courier``; 0 for none."""
    at = next((at for at, one in enumerate(line[:_LONGEST_HEADING]) if one.after == ":"), -1)
    if at < 0 or at + 3 >= len(line) or line[at + 1].low not in ("a", "an", "the", "two", "three", "one"):
        return 0
    said = line[: at + 1]
    is_year = any(re.fullmatch(r"(?:1\d|2\d)\d\d|\d{1,2}(?:am|pm)", one.low) for one in said)
    return at + 1 if is_year or any(is_place(one.low) or one.low in _STYLES for one in said) else 0


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
