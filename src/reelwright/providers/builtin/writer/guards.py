"""What the learned weights may not choose: rules with their reasons, asked in the order in which they are listed."""

from collections.abc import Callable, Sequence

from reelwright.providers.builtin.writer.kinds import kind_at_end
from reelwright.providers.builtin.writer.laid_out import LaidOut
from reelwright.providers.builtin.writer.nouns import is_known, verb_stem
from reelwright.providers.builtin.writer.tokens import Token
from reelwright.providers.builtin.writer.towns import is_town
from reelwright.providers.builtin.writer.vectors import is_common
from reelwright.providers.builtin.writer.words import lexicon

Line = Sequence[Token]
Place = tuple[int, int]
NoProduct = Callable[[Line, Place, set[str]], bool]
NoBrand = Callable[[LaidOut, str], bool]
SHOTS = ("slow", "slow-motion", "slowmo", "motion", "close-up", "close-ups", "closeup", "closeups", "macro", "asmr")
"""How a film is to look, said beside what it shows."""
_ORDERED = ("book", "order", "visit", "hire", "rent", "join", "try", "buy")
_HOUSES = ("client", "company", "business", "firm", "startup", "start-up", "brand", "studio", "agency", "shop", "team")
_WISHING = {"make", "do", "create", "want", "need", "shoot"}


# No product: asked of each phrase that may be one.


def is_of_somebody_acting(line: Line, place: Place, brand: set[str]) -> bool:
    """What somebody does is no part of what is sold: ``we repaint kitchen cabinets``."""
    return place[0] > 0 and line[place[0] - 1].low in ("i", "we", "they")


def begins_with_a_brands_deed(line: Line, place: Place, brand: set[str]) -> bool:
    """What a brand does is no part of what it sells: ``DinnerCrate sends ingredients``."""
    start, end = place
    first = next((at for at in range(start, end) if line[at].low not in brand), start)
    follows = first > 0 and line[first - 1].low in brand and not line[first - 1].after
    low = line[first].low
    return follows and verb_stem(low) not in ("", low) and not kind_at_end([low])[0]


def begins_with_an_order(line: Line, place: Place, brand: set[str]) -> bool:
    """What one is to do with it is no part of it: ``book 2 driving lessons``."""
    start, end = place
    first = next((at for at in range(start, end) if line[at].low not in brand), start)
    is_order = first + 1 < end and line[start].opens and line[first].low in _ORDERED
    return is_order and kind_at_end([token.low for token in line[start:end]])[1] < end - start


def is_the_film_itself(line: Line, place: Place, brand: set[str]) -> bool:
    """A wish for the film sells nothing: ``Please do a calm film``, ``slow motion ramen``, ``Soft piano please.``"""
    start, end = place
    before = {token.low for token in line[max(0, start - 3) : start]}
    if line[end - 1].low in lexicon("grammar")["films"] and before & _WISHING:
        return True
    if end - start > 1 and any(token.low in SHOTS for token in line[start:end]):
        return True
    own = [token.low for token in line if token.sentence == line[start].sentence]
    return line[start].sentence > 0 and len(own) < 7 and "please" in (own[0], own[-1])


def is_the_town(line: Line, place: Place, brand: set[str]) -> bool:
    """The town of who sells is not for sale: ``Burke & Nolan Roofing Galway``."""
    only = line[place[0]]
    is_one = place[1] - place[0] == 1 and place[0] > 0 and only.is_name_like
    return is_one and is_town(only.text) and not is_known(only.low)


def is_a_gift(line: Line, place: Place, brand: set[str]) -> bool:
    """What comes on top is not what is sold: ``Buy one mattress, get a free pillow``."""
    at = place[0] if line[place[0]].low == "free" else place[0] - 1
    before = [token.low for token in line[max(0, at - 2) : at]]
    return at > 0 and line[at].low == "free" and (before == ["get", "a"] or before[-1] in ("plus", "with"))


def is_on_the_way(line: Line, place: Place, brand: set[str]) -> bool:
    """Neither end of a change is sold: ``From bare patio to garden paradise - Greenstone Landscaping``."""
    lows = [one.low for one in line if not one.sentence]
    if lows[:1] != ["from"] or "to" not in lows[2:8] or line[place[0]].sentence or not line[1].text[:1].islower():
        return False
    is_before = not any(one.after in (":", "-", ",") for one in line[: place[0]])
    return is_before and any(one.after in (":", "-", ",", ".") for one in line)


def is_who_sells(line: Line, place: Place, brand: set[str]) -> bool:
    """A word for the firm beside its name is no product: ``Our company Relume``."""
    start, end = place
    said = [token.low for token in line[start:end] if token.low not in brand]
    beside = {token.low for token in line[end - 1 : end + 1]} & brand
    is_own = start > 0 and line[start - 1].low in ("our", "my")
    return is_own and bool(beside) and len(said) == 1 and said[0] in _HOUSES


NO_PRODUCT: tuple[NoProduct, ...] = (
    is_of_somebody_acting,
    begins_with_a_brands_deed,
    begins_with_an_order,
    is_the_film_itself,
    is_the_town,
    is_a_gift,
    is_on_the_way,
    is_who_sells,
)
"""Each is given the brief's words, where the phrase stands and the words of the brand."""


# No brand: asked of the name that was judged best.


def is_where_one_goes(out: LaidOut, name: str) -> bool:
    """A place is a place, of whatever brand it is the name too: ``Treks in Patagonia``."""
    at = next((at for at, token in enumerate(out.line) if token.text == name), 0)
    is_reached = at > 0 and out.line[at - 1].low in ("in", "across", "through", "around", "near")
    return is_reached and name.lower() in lexicon("brands")["names"]


def is_a_common_opening(out: LaidOut, name: str) -> bool:
    """The first word has its capital from its place alone: ``Sweaty hijab days are over``."""
    line = out.line
    if len(line) < 2 or name != line[0].text or line[0].after or not name.istitle():
        return False
    low = line[0].low
    is_plain = low not in lexicon("brands")["names"] and any(map(is_common, (low, low.removesuffix("s"))))
    is_once = all(token.low != low for token in line[1:])
    return is_plain and is_once and line[1].text[0].islower() and out.marks[1].part in ("NOUN", "ADJ", "VBG")


def is_half_an_address(out: LaidOut, name: str) -> bool:
    """``Street`` of ``5th Street`` and ``High Street`` is where a shop stands."""
    return name.lower() in ("street", "road", "avenue", "lane", "square", "boulevard", "highway")


def is_of_a_town(out: LaidOut, name: str) -> bool:
    """An article, a town and what it has are no maker's name: ``The Bristol marathon``."""
    words = name.split()
    return len(words) == 3 and words[0] == "The" and is_town(words[1]) and words[2].islower()


NO_BRAND: tuple[NoBrand, ...] = (is_where_one_goes, is_a_common_opening, is_half_an_address, is_of_a_town)
