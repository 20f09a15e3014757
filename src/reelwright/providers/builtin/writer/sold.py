"""What a brief sells: the judged phrase, corrected where the brief says outright what it is, and how it is filmed."""

from dataclasses import replace

from reelwright.providers.builtin.writer import judged, promises
from reelwright.providers.builtin.writer.candidates import place_of
from reelwright.providers.builtin.writer.kinds import (
    adopted,
    kind_by_hint,
    kind_by_verb,
    kind_within,
    named_within,
)
from reelwright.providers.builtin.writer.laid_out import LaidOut
from reelwright.providers.builtin.writer.names import known_kind
from reelwright.providers.builtin.writer.phrases import noun_phrases
from reelwright.providers.builtin.writer.product import Product, product_at, product_of
from reelwright.providers.builtin.writer.reading import UNNAMED
from reelwright.providers.builtin.writer.tagger import spans
from reelwright.providers.builtin.writer.words import lexicon

_TAUGHT = ("course", "language", "school")
_A = ("a", "an", "the", "our")
_LESSONS = ("course", "courses", "lesson", "lessons", "class", "classes", "bootcamp", "tutoring", "workshop")
Sold = tuple[Product, str, str]
"""A product with what it is called and the kind it is filmed as."""


def ruled_sold(out: LaidOut, brand: str) -> Sold:
    """What the rules alone take for the product."""
    product = product_of(out.undirected.line, brand, is_led_in=out.is_led_in)
    by_verb = kind_by_verb(out.brief)
    is_named = out.is_led_in or (brand and product.phrase)
    if not product.kind and (by_verb or (promises.is_tagline(out.brief) and not is_named)):
        product = Product("", by_verb, 0, 0)
    if by_verb in _TAUGHT and product.kind not in _TAUGHT:
        # Who learns the guitar buys no guitar.
        product = replace(product, kind=by_verb)
    return _filmed(product, out, brand)


def sold_in(out: LaidOut, brand: str) -> Sold:
    """The product as it was learned to tell it from all that is named; without a phrase, what the rules infer."""
    if _is_shopping_list(out):
        return _filmed(Product("shopping list", "grocery", 0, 0), out, brand)
    by_rules = ruled_sold(out, brand)
    if promises.mood_of(out.brief) == "solemn":
        return by_rules
    product = _explained(out, brand) or _judged(out, brand, by_rules)
    if (product.kind or by_rules[2]) in _TAUGHT:
        product = _lessons(out, brand) or product
    product = _called(product)
    return _filmed(product, out, brand) if product.phrase else by_rules


def _judged(out: LaidOut, brand: str, by_rules: Sold) -> Product:
    """The phrase that weighs most; the rules' own product where that is the same, or none weighs more."""
    product, phrase, kind = by_rules
    place = judged.best_place("product", out, judged.product_options(out, brand, (phrase, kind)))
    if place == judged.APP:
        return Product("app", "app", 0, 0)
    if place not in (None, place_of(out.line, phrase)):
        return product_at(out.line, place, brand)
    is_vessel = product.phrase.rsplit(" ", 1)[-1] in lexicon("grammar")["containers"]
    return product_at(out.undirected.line, (product.start, product.end), brand) if is_vessel else product


def _explained(out: LaidOut, brand: str) -> Product | None:
    """What is said right beside the brand: ``LendaHand, a free sharing app``, ``the Upwell desk: quiet motor``."""
    lows, words = [token.low for token in out.marked], brand.lower().split()
    ends = (end for end in range(len(words), len(lows) - 1) if words and lows[end - len(words) : end] == words)
    for end in ends:
        place = _after_name(out, end) or _up_to_colon(out, end) or _after_article(out, end, len(words))
        if place:
            product = product_at(out.marked, place, "")
            return product if product.kind else None
    return None


def _after_name(out: LaidOut, end: int) -> judged.Place | None:
    """``LendaHand, a free sharing app``, ``pennypod is a savings app``."""
    line = out.marked
    start = end + (line[end].low in ("is", "are") and not line[end - 1].after)
    is_said = start > end or line[end - 1].after in (",", ":", "-")
    if not is_said or line[start].low not in _A:
        return None
    phrases = (*spans(out.marks), *noun_phrases(line))
    last = max((one.end for one in phrases if one.start <= start + 1 < one.end), default=0)
    while 0 < last < len(line) and out.marks[last].part == "NOUN" and not line[last - 1].after:
        last += 1
    return (start + 1, last) if last else None


def _up_to_colon(out: LaidOut, end: int) -> judged.Place | None:
    """``Kestrel climbing ropes: trust the line``."""
    line = out.marked
    last = next((at for at in range(end, min(end + 4, len(line))) if line[at].after), end)
    return (end, last + 1) if not line[end - 1].after and line[last].after == ":" else None


def _after_article(out: LaidOut, end: int, count: int) -> judged.Place | None:
    """``the Erga standing desk gets you on your feet``."""
    line = out.marked
    if line[end - 1].after or end == count or line[end - count - 1].low not in _A:
        return None
    last = max((one.end for one in spans(out.marks) if one.start <= end < one.end), default=0)
    return (end, last) if last else None


def _called(product: Product) -> Product:
    """A language by itself is sold as lessons of it, ``Our tool sends reminders`` as software."""
    if product.kind == "software" and product.phrase in ("tool", "tools"):
        return replace(product, phrase="software")
    is_bare = product.kind == "language" and product.phrase and " " not in product.phrase
    return replace(product, phrase=f"{product.phrase.capitalize()} lessons") if is_bare else product


def _lessons(out: LaidOut, brand: str) -> Product | None:
    """Where a subject is taught, what it is taught by: ``Speak English in 90 days, online course``."""
    # The first lesson is free; what is taught is another thing.
    lures = ("first", "free", "trial")
    ends = [
        at + 1
        for at, one in enumerate(out.line)
        if one.low in _LESSONS and not one.opens and out.line[at - 1].low not in lures
    ]
    phrases = (one for one in noun_phrases(out.line) if one.end in ends)
    return next((product_at(out.line, (max(one.start, one.end - 2), one.end), brand) for one in phrases), None)


def _filmed(product: Product, out: LaidOut, brand: str) -> Sold:
    """The product, what it is called, by its kind where the brief has no name for it, and the kind."""
    suggested, word = ("", "") if product.phrase else named_within([one.text for one in out.line])
    kind = adopted(product.kind, out.brief) or suggested or known_kind(brand) or kind_by_hint(out.brief) or "generic"
    if promises.mood_of(out.brief) == "solemn":
        kind = promises.solemn_kind(out.brief)
    phrase = product.phrase or (word if kind == suggested else "")
    return product, phrase or noun_of(kind) or UNNAMED, kind


def noun_of(kind: str) -> str:
    """What a thing of the kind is called; empty where it has no word."""
    facts = lexicon("kinds")["kind"][kind]
    return str(facts.get("noun") or next(iter(facts["words"]), ""))


def _is_shopping_list(out: LaidOut) -> bool:
    """Three or more bare things between commas, some of them to eat or drink: ``milk, eggs, washing powder``."""
    parts = [part.split() for part in out.brief.split(",")]
    most = 3 if len(parts) > 4 else 2
    if out.is_led_in or len(parts) < 3 or any(not 1 <= len(part) <= most for part in parts):
        return False
    kinds = lexicon("kinds")["kind"]
    return sum(kinds[kind]["category"] in ("food", "drink") for part in parts if (kind := kind_within(part))) > 1
