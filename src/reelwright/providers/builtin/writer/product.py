"""The product's phrase: the noun phrases of a brief, weighed by what they name and by their place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reelwright.providers.builtin.writer.kinds import kind_at_end, kind_within
from reelwright.providers.builtin.writer.nouns import (
    class_at_end,
    class_kind,
    facts_of,
    is_known,
    noun_class,
    usual_part,
)
from reelwright.providers.builtin.writer.phrases import Phrase, noun_phrases
from reelwright.providers.builtin.writer.standing import is_asked, standing
from reelwright.providers.builtin.writer.statements import stated_in, statement_weight
from reelwright.providers.builtin.writer.tokens import Token
from reelwright.providers.builtin.writer.words import lexicon

_NAMED, _WITHIN = 3.0, 1.5
"""How much speaks for a phrase: its last word names a product, a word within does."""
_OF_CLASS = {
    "thing": 1.5,
    "material": 0.5,
    "feeling": -1.0,
    "time": -1.5,
    "body": -1.0,
    "weather": -1.5,
    "ailment": -1.5,
}
"""What general knowledge of the last word says; a class with a kind of its own says 2.2, other classes nothing."""
_LOOSE = (
    "book",
    "treatment",
    "show",
    "service",
    "course",
    "journey",
    "club",
    "company",
    "device",
    "food",
    "plant",
    "money",
)
_ACCEPTED, _CERTAIN = 1.7, 4.0
_MOST_WORDS, _KEPT_WORDS = 4, 3


@dataclass(frozen=True)
class Product:
    """What a brief advertises."""

    phrase: str
    """Small letters but for names; empty where the brief names no product."""
    kind: str
    """Empty where no lexicon knows the phrase."""
    start: int
    end: int
    noun_class: str = ""
    """What general knowledge makes of it where no lexicon of kinds knows it: a key of the noun classes lexicon."""


_NOTHING = Product("", "", 0, 0)


def product_of(line: Sequence[Token], brand: str, *, is_led_in: bool) -> Product:
    """The phrase that is most likely the product.

    Args:
        line: The brief's tokens, without ``a commercial for``.
        brand: Its words do not count as the product.
        is_led_in: Whether ``a commercial for`` or ``introducing`` stood before the first token.
    """
    best, best_weight = _NOTHING, _ACCEPTED
    phrases = noun_phrases(line)
    stated = stated_in(line, phrases, brand)
    for phrase in phrases:
        words = [token.text for token in line[phrase.start : phrase.end]]
        bare = _bare(words, brand)
        if not bare or all(word.lower() in lexicon("grammar")["events"] for word in bare):
            continue
        product, weight = _named(line, phrase, bare)
        weight += standing(line, phrase, brand, is_led_in=is_led_in) + statement_weight(line, phrase, stated)
        is_event = bare[-1].lower() in lexicon("grammar")["events"] and phrase.end < len(line)
        if not product.kind and (is_asked(line, phrase) or is_event):
            continue
        if weight > best_weight + 1e-9:
            best, best_weight = product, weight
    return best if best_weight >= _CERTAIN and best.kind else _of_house(brand) or best


def product_at(line: Sequence[Token], place: tuple[int, int], brand: str) -> Product:
    """The product whose phrase is known already; of a brand's own words it may be the last, not all."""
    place = _held(line, place) or place
    if place[0] and line[place[0] - 1].text.isdigit() and _is_counted(line[place[0] - 1].text, line[place[0]].low):
        # ``24 hour pharmacy``
        place = (place[0] - 1, place[1])
    words = [token.text for token in line[place[0] : place[1]]]
    bare = _bare(words, brand) or (words if len(words) < len(brand.split()) else [])
    return _named(line, Phrase(*place, (), is_first=not place[0], in_relative=False), bare)[0] if bare else _NOTHING


def _held(line: Sequence[Token], place: tuple[int, int]) -> tuple[int, int] | None:
    """What a container holds: ``spicy ramen`` of ``a steaming bowl of spicy ramen``."""
    end = place[1]
    if line[end - 1].low not in lexicon("grammar")["containers"] or end >= len(line) or line[end].low != "of":
        return None
    held = next((one for one in noun_phrases(line) if one.start in (end + 1, end + 2)), None)
    return (held.start, held.end) if held and kind_at_end([one.low for one in line[held.start : held.end]])[0] else None


def _named(line: Sequence[Token], phrase: Phrase, bare: Sequence[str]) -> tuple[Product, float]:
    """The product that a phrase names, and what its words weigh, wherever they stand."""
    kind, count = kind_at_end(bare)
    if count == 1:
        kind = _of_pair(bare) or kind
    within = "" if kind else kind_within(bare)
    kind = _of_business(bare, count) or kind
    known = "" if kind else class_at_end(bare)
    weight = _NAMED if kind else max(_known_weight(line, phrase, known), _WITHIN if within else -9.0)
    if known and (not within or not facts_of(known).get("leads")):
        # A coffee table is furniture; a dog groomer is for dogs.
        within = str(facts_of(known).get("kind", "")) or within
    if not kind and not within and len(bare) > 1:
        # Marzipan pigs are sweets, kitchen scales belong to the kitchen.
        within = lexicon("grammar")["rooms"].get(bare[-2].lower(), "")
        within = within or (class_kind(bare[:-1]) if known == "animal" else "")
    return Product(_called(bare, count), kind or within, phrase.start, phrase.end, known), weight


def _of_house(brand: str) -> Product | None:
    """What a house's own name says it deals in: ``Greenside Landscaping``."""
    words = brand.split()
    kind, count = kind_at_end(words) if len(words) > 1 else ("", 0)
    return Product(" ".join(words[-count:]).lower(), kind, 0, 0) if count else None


def _of_pair(words: Sequence[str]) -> str:
    """What two words name together where the lexicon knows only the last: a hedge trimmer is no beard trimmer."""
    name = noun_class(" ".join(words[-2:]).lower()) if len(words) > 1 else ""
    return "" if name in _LOOSE else str(facts_of(name).get("kind", ""))


def _known_weight(line: Sequence[Token], phrase: Phrase, name: str) -> float:
    """What the class of a phrase's last word says; ``lighter`` of ``a lighter, faster e-bike`` is no noun."""
    last = line[phrase.end - 1]
    is_compared = last.after == "," and last.low.endswith("er") and line[phrase.end].low.endswith("er")
    return 0.0 if is_compared else _class_weight(name)


def _class_weight(name: str) -> float:
    facts = facts_of(name)
    if facts.get("leads") and not facts.get("kind"):
        return -1.5
    return _OF_CLASS.get(
        name, 2.2 if facts.get("kind") and not facts.get("leads") else 0.5 if facts.get("kind") else 0.0
    )


def _of_business(words: Sequence[str], count: int) -> str:
    """What a business deals in: an insurance company sells insurance."""
    is_vague = count <= 1 and len(words) > 1 and words[-1].lower() in lexicon("grammar")["businesses"]
    return kind_within(words[:-1]) if is_vague else ""


def _bare(words: Sequence[str], brand: str) -> list[str]:
    """The phrase without brand, numbers at its start, superlatives and words for events at its end."""
    grammar = lexicon("grammar")
    kept = [word for word in words if not _is_of_brand(word, brand)]
    while kept and (
        kept[0].lower() in grammar["openers"]
        or (re.match(r"[\d$€£][\d.,kKmM%$€£+]*$", kept[0]) and not _is_counted(*kept[:2]))
        or re.search(r"(world|town|planet|country)['’]s$", kept[0].lower())
        or (re.search(r"[a-z]{3}est$", kept[0].lower()) and kept[0].lower() not in ("harvest", "forest", "guest"))
    ):
        kept = kept[1:]
    if len(kept) > 2 and [word.lower() for word in kept[:2]] == ["limited", "edition"]:
        kept = kept[2:]
    if len(kept) > 1 and kept[0].lower() in ("bed", "bedroom") and kind_at_end(kept[1:])[0] == "property":
        # ``3 bedroom apartments``
        kept = kept[1:]
    while len(kept) > 1 and re.fullmatch(r"[\d.,]+", kept[-1]):
        kept = kept[:-1]
    while len(kept) > 1 and kept[-1].lower() in grammar["events"] and (kind_within(kept[:-1]) or class_kind(kept[:-1])):
        kept = kept[:-1]
    is_after = len(kept) > 1 and usual_part(kept[-1].lower()) == "a" and not kind_at_end(kept)[0]
    return kept[:-1] if is_after and (kind_at_end(kept[:-1])[0] or class_kind(kept[:-1])) else kept


def _is_counted(number: str, unit: str = "") -> bool:
    """Whether a number and a word measure what follows: ``24 hour``, ``10 minute``."""
    return number.isdigit() and unit.lower() in ("hour", "minute", "second", "day", "week", "month", "year")


def _is_of_brand(word: str, brand: str) -> bool:
    """Whether a word is one of the brand's, as written or where English has no such word: not honey of Dera Honey."""
    bare = re.sub(r"['’]s$", "", word)
    lows = brand.lower().split()
    is_written = word in brand.split() or bare in brand.split()
    return is_written or (
        (word.lower() in lows or bare.lower() in lows) and (brand.islower() or not is_known(bare.lower()))
    )


def _called(words: Sequence[str], count: int) -> str:
    """At most a few words, the head last; small letters but for acronyms and inner names."""
    most = _MOST_WORDS + 2 * _is_counted(*words[:2])
    keep = max(_KEPT_WORDS, count) if len(words) > most else len(words)
    return " ".join(_small(word) for word in words[-keep:])


def _small(word: str) -> str:
    is_acronym = word.isupper() and (len(word) < 5 or not is_known(word.lower()))
    is_spelled = len(word) > 1 and (is_acronym or bool(re.search(r"[a-z][A-Z]|\d[A-Z]", word)))
    return word if is_spelled else word.lower()
