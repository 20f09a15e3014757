"""What a noun phrase's place in its brief says of its being the product: openers, cues, hooks and names before it."""

import re
from collections.abc import Sequence

from reelwright.providers.builtin.writer.kinds import kind_at_end, owners
from reelwright.providers.builtin.writer.nouns import cast_of, noun_class
from reelwright.providers.builtin.writer.phrases import Phrase, is_opinion
from reelwright.providers.builtin.writer.tokens import Token
from reelwright.providers.builtin.writer.words import lexicon

_OPENING, _CUED, _APPOSED, _RELATIVE, _PEOPLE = 2.5, 3.0, 3.0, -1.5, -2.5
"""How much speaks for a phrase: it opens the brief, a cue as ``introducing`` or ``our`` leads to it, it explains a
name, it stands in a relative clause, it names people."""
_TAKES_AWAY = (
    "stop",
    "end",
    "beat",
    "fix",
    "fight",
    "cut",
    "lose",
    "quit",
    "forget",
    "kill",
    "silence",
    "banish",
    "tame",
)
_SOLD_BY, _ASIDE, _AFTER_HOOK = 2.0, -3.0, 3.0
"""Its maker follows; it is what comes on top of a product (reviews, quotes); a hook with a colon stands before it."""
_VESSEL = 5.0
_FILMS = ("ad", "advert", "commercial", "spot", "promo", "video", "trailer", "campaign", "reel", "clip")
_SLOGANS = (["death", "to"], ["goodbye", "to"], ["farewell", "to"], ["enough", "of"])
_OFFERED = ("use", "try", "get", "meet", "choose", "grab", "take", "have", "buy")
_FELT = ("smell", "taste", "scent", "feel", "feeling", "sound", "warmth", "flavour", "flavor", "power", "whole")
_USERS = ("homes", "households", "teams", "firms", "companies", "businesses", "schools", "kitchens", "offices", "shops")
_BEFORE_NAME = -1.2
"""It stands in a tease; who sells is named only later."""
_THIS = 3.6
"""``with this grinder``"""


def standing(line: Sequence[Token], phrase: Phrase, brand: str, *, is_led_in: bool) -> float:
    """What the phrase's place in the sentence says."""
    cues: dict[str, float] = lexicon("grammar")["cues"]
    head = line[phrase.end - 1].low
    weight = sum(cues.get(word, 0.0) for word in phrase.lead_in[-2:])
    before = phrase.start - 1 - len(phrase.lead_in)
    if _is_with_perk(line, phrase, before):
        return _CUED + _OPENING
    if phrase.lead_in and before >= 0 and line[before].low in lexicon("grammar")["events"]:
        # ``a sale on garden furniture``: the event is not what is sold.
        return _OPENING
    if before >= 0 and line[before].after == ":":
        weight += _after_colon(line, before)
    opening = (phrase.is_first or _after_people(line, phrase)) and not any(
        cues.get(word, 0.0) < -0.5 for word in phrase.lead_in
    )
    opening = opening or _answers_hook(line, phrase)
    is_hook = line[-1].sentence > line[phrase.start].sentence and is_asked(line, phrase)
    weight += (0.0 if is_hook else _OPENING) if opening else 0.0
    weight += _SOLD_BY if _is_sold_by(line, phrase, brand) else 0.0
    weight += _ASIDE if head in lexicon("grammar")["asides"] else 0.0
    weight += _turned(line, phrase)
    weight += _CUED if phrase.lead_in[-2:] == ("believe", "in") else 0.0
    weight += _CUED if phrase.is_first and head in _FILMS and phrase.end - phrase.start > 1 else 0.0
    weight += _said_of_it(line, phrase)
    weight += _PEOPLE if _is_proper(line, phrase, brand) else 0.0
    weight += _VESSEL if _is_vessel(line, phrase) else 0.0
    weight += _THIS if _is_means(line, phrase) else 0.0
    weight += _CUED if is_led_in and phrase.is_first else 0.0
    weight += _RELATIVE if phrase.in_relative else 0.0
    opening_number = (
        line[phrase.start].text if re.match(r"\d{1,3}(?:,\d{3})+$|\d{3,}$", line[phrase.start].text) else ""
    )
    is_crowd = bool(re.search(r"(?:ers|ors|ists|men)$", head)) or head in lexicon("people")["audience"]
    is_crowd = is_crowd or head in _USERS
    if opening_number and phrase.is_first and is_crowd:
        weight += _PEOPLE
    weight += _PEOPLE if head in lexicon("people")["audience"] and head not in owners() else 0.0
    if phrase.end < len(line) and not line[phrase.end - 1].after and is_opinion(line, phrase.end):
        weight += _PEOPLE - _OPENING
    weight -= 0.2 * line[phrase.start].sentence
    weight += _PEOPLE if phrase.lead_in[-1:] in (("every",), ("most",), ("many",)) and cast_of(head) else 0.0
    weight += _ASIDE if [one.low for one in line[phrase.end : phrase.end + 2]] == ["after", head] else 0.0
    weight += _CUED if _is_repeated_of(line, phrase) else 0.0
    weight += _BEFORE_NAME if brand and _is_before_name(line, phrase, brand) else 0.0
    if (
        phrase.lead_in[-1:] == ("this",)
        and phrase.lead_in[-2:-1]
        and phrase.lead_in[-2] in ("with", "by", "on", "from")
    ):
        weight += _THIS
    elif phrase.lead_in[-1:] == ("this",) and not phrase.is_first and head not in lexicon("grammar")["not_this"]:
        weight += _THIS / 2
    if (
        line[0].low in _TAKES_AWAY
        and phrase.start <= 3
        and any(one.low in ("with", "using") for one in line[phrase.end :])
    ):
        # ``stop food waste with a smart fridge``
        weight -= 4.0
    if brand and _follows_name(line, phrase, brand):
        weight += _APPOSED
    return weight


def _is_with_perk(line: Sequence[Token], phrase: Phrase, before: int) -> bool:
    """``Free delivery on wellies``."""
    is_perk = line[0].low in ("free", "same-day", "next-day") and before == 1
    return is_perk and line[before].low in lexicon("grammar")["perks"] and phrase.lead_in[0] in ("on", "for", "with")


def _answers_hook(line: Sequence[Token], phrase: Phrase) -> bool:
    """Whether it opens the sentence after a question or a tease: ``Something is coming. Sneaker drop``."""
    at = phrase.start - len(phrase.lead_in)
    if not line[phrase.start].sentence or (at > 0 and not line[at].opens):
        return False
    head, grammar = line[phrase.end - 1].low, lexicon("grammar")
    said = [one.low for one in line[: phrase.start] if one.sentence == line[phrase.start].sentence]
    if any(grammar["cues"].get(word, 0.0) < -0.5 for word in said) or head in grammar["past"]:
        return False
    hook = [one for one in line if one.sentence == line[phrase.start].sentence - 1]
    low = {one.low for one in hook}
    return hook[-1].after == "?" or bool(
        low & {"something", "someone", "it"} and low & {"coming", "way", "here", "near"}
    )


def _is_means(line: Sequence[Token], phrase: Phrase) -> bool:
    """``Frizz to smooth in ten minutes with the straightener``: what brings it about stands last."""
    if phrase.lead_in[-1:] not in (("a",), ("an",), ("the",), ("our",)) or phrase.lead_in[-2:-1] != ("with",):
        return False
    before = " ".join(one.low for one in line[max(0, phrase.start - 6) : phrase.start])
    return bool(re.search(r"\b(?:in|within) \S+ (?:second|minute|hour|day|week|month)s? with\b", before))


def _after_people(line: Sequence[Token], phrase: Phrase) -> bool:
    """``For teachers: lesson plans``: whom the brief calls stands before what it sells."""
    at = phrase.start - 1 - len(phrase.lead_in)
    if at < 0 or at > 4 or line[at].after not in (":", ","):
        return False
    return line[at].low in lexicon("people")["audience"] or line[0].low == "for"


def _after_colon(line: Sequence[Token], at: int) -> float:
    """``One less worry: a lock``; after ``standing desk: quiet motor`` come features."""
    told = [one.low for one in line[max(0, at - 2) : at + 1] if one.sentence == line[at].sentence]
    if line[at].sentence and line[at + 1].after == ",":
        # ``I tried everything: gloves, oils, prayers``
        return 0.0
    return 0.0 if kind_at_end(told)[0] else _AFTER_HOOK


def _is_sold_by(line: Sequence[Token], phrase: Phrase, brand: str) -> bool:
    """``Christmas hampers from Oakley Farm Shop``."""
    ahead = [one.low for one in line[phrase.end : phrase.end + 4]]
    if ahead[:3] == ["in", "aid", "of"]:
        return True
    if not brand or line[phrase.end - 1].after not in ("", ",") or ahead[:1] not in (["by"], ["from"], ["at"]):
        return False
    first = brand.lower().replace("’", "'").split()[0]
    return any(one.removesuffix("'s") == first.removesuffix("'s") for one in ahead[1:])


def _is_repeated_of(line: Sequence[Token], phrase: Phrase) -> bool:
    """``Ladle after ladle of lentil soup``, ``four weeks of salsa classes``."""
    at = phrase.start - 1
    if at > 1 and line[at].low == "of" and noun_class(line[at - 1].low) == "time" and line[at - 1].low.endswith("s"):
        return bool(kind_at_end([one.low for one in line[phrase.start : phrase.end]])[0])
    return at > 2 and line[at].low == "of" and line[at - 2].low == "after" and line[at - 1].low == line[at - 3].low


def _is_before_name(line: Sequence[Token], phrase: Phrase, brand: str) -> bool:
    """Whether it stands in a tease, and who sells is named in a later sentence."""
    first = brand.split()[0]
    named = [one.sentence for one in line if one.text.removesuffix("'s").removesuffix("’s") == first]
    return bool(named) and line[phrase.start].sentence < min(named)


def _said_of_it(line: Sequence[Token], phrase: Phrase) -> float:
    """``Death to boredom``, ``free balloons for kids``, ``grand opening of a supermarket``, ``use a VPN``."""
    at = phrase.start - 1 - len(phrase.lead_in)
    if (
        phrase.is_first
        and [line[phrase.start].low, *(one.low for one in line[phrase.end : phrase.end + 1])] in _SLOGANS
    ):
        return _ASIDE
    if line[phrase.start].low == "free" and phrase.start and line[phrase.start - 1].after == ",":
        return _ASIDE
    if (
        phrase.lead_in[:1] == ("of",)
        and at >= 0
        and line[at].low in ("opening", "launch", "premiere", "debut", "release")
    ):
        return _CUED
    opens = line[phrase.start].sentence > 0 and len(phrase.lead_in) == 2 and line[at + 1].opens
    return _OPENING if opens and phrase.lead_in[0] in _OFFERED else 0.0


def _is_proper(line: Sequence[Token], phrase: Phrase, brand: str) -> bool:
    """``Swim the Channel``: one word with a capital in a sentence of small letters names a place or a day."""
    only = line[phrase.start]
    is_alone = phrase.end - phrase.start == 1 and phrase.lead_in[-1:] == ("the",)
    return is_alone and only.text.istitle() and not only.opens and only.text not in brand.split()


def _is_vessel(line: Sequence[Token], phrase: Phrase) -> bool:
    """``The smell of figs in a hand cream``, ``all the films in one service``: what holds it all is sold."""
    if phrase.lead_in[-2:] not in (("in", "a"), ("in", "an"), ("in", "one"), ("in", "single")):
        return False
    lows = [one.low for one in line[: phrase.start]]
    return lows[0] in ("all", "every", "everything") or any(one in lows[:3] for one in _FELT)


def _turned(line: Sequence[Token], phrase: Phrase) -> float:
    """``Turn the pictures on your phone into photo books``: what comes of it is sold, and not what it is made of."""
    if line[0].low not in ("turn", "transform"):
        return 0.0
    if "into" in phrase.lead_in[-2:]:
        return -float(lexicon("grammar")["cues"]["into"])
    is_before = phrase.is_first and any(one.low == "into" and not one.sentence for one in line[phrase.end :])
    return -_OPENING if is_before else 0.0


def _follows_name(line: Sequence[Token], phrase: Phrase, brand: str) -> bool:
    """``Halo, the ring``, ``Kumo: a sofa``, ``Nordvik is a jacket``, ``Kuro ramen bar``."""
    if (
        phrase.end - phrase.start > len(brand.split())
        and line[phrase.start].text.removesuffix("'s") == brand.split()[0]
    ):
        return True
    ahead = [token.text for token in line[max(0, phrase.start - 4) : phrase.start]]
    return bool(ahead) and any(word in brand.split() for word in ahead)


def is_asked(line: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the phrase stands in a question: ``is your inbox killing you?`` sells no inbox."""
    sentence = line[phrase.start].sentence
    return any(token.after == "?" for token in line[phrase.start :] if token.sentence == sentence)
