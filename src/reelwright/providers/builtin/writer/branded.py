"""Who makes or sells, judged by learned weights: the rules' answer is one sign of many."""

import re

from reelwright.providers.builtin.writer import learned
from reelwright.providers.builtin.writer.capitals import is_invented
from reelwright.providers.builtin.writer.guards import NO_BRAND
from reelwright.providers.builtin.writer.laid_out import LaidOut
from reelwright.providers.builtin.writer.namings import brand_options
from reelwright.providers.builtin.writer.towns import is_town
from reelwright.providers.builtin.writer.words import lexicon

_DOUBT, _OPENING = 60, 150
"""By how much another brand must outweigh the one that the rules found; and one that opens the brief."""
_PUBLIC = ("university", "college", "academy", "school", "museum", "hospital", "library", "council", "festival",
           "theatre")  # fmt: skip


def judged_brand(prompt: str, out: LaidOut, ruled: str) -> str:
    """The brand as it is written, empty for none; arguments as in `brand_options`."""
    is_known = ruled.lower() in lexicon("brands")["names"] and ruled.lower() not in lexicon("names")["platforms"]
    # A toothbrush called Sonora is not from there.
    is_called = is_town(ruled) and re.search(rf"\b(?:called|named) {re.escape(ruled)}\b", out.brief) is not None
    name = ruled if is_known or is_called else _weighed(prompt, out, ruled)
    return "" if any(holds(out, name) for holds in NO_BRAND) else name if is_known else _bare_name(name)


def _weighed(prompt: str, out: LaidOut, ruled: str) -> str:
    """The name that weighs most, where it outweighs that of the rules by far."""
    options = brand_options(prompt, out, ruled)
    weights = [learned.weight("brand", one.signs) for one in options]
    held = next((weight for one, weight in zip(options, weights, strict=True) if one.text == ruled), 0)
    doubt = _OPENING if ruled and _opens(out, ruled) else _DOUBT
    return options[weights.index(max(weights))].text if max(weights) - held > doubt else ruled


def _opens(out: LaidOut, ruled: str) -> bool:
    """Whether a brief begins with a made-up name, an article before it or not."""
    said = [token.text for token in out.line[:2] if token.low not in ("the", "a")]
    return said[:1] == ruled.split()[:1] and is_invented(said[0])


def _bare_name(brand: str) -> str:
    """``Brightwell University's open day`` is of Brightwell University, ``Volteo E5`` a Volteo; ``Tony's`` stays."""
    *rest, last = re.sub(r"['’]s$", "", brand).split() or [""]
    if rest and re.fullmatch(r"[A-Z]\d+", last):
        return " ".join(rest)
    return " ".join((*rest, last)) if rest and last.lower() in _PUBLIC else brand
