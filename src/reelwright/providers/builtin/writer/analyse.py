"""A brief, read: tokens once, then lead or product, brand, audience and promises, each by its own small module."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from reelwright.providers.builtin.writer import branded, judged, learned, promises
from reelwright.providers.builtin.writer.directions import undirected
from reelwright.providers.builtin.writer.first_names import borne_by
from reelwright.providers.builtin.writer.kinds import (
    adopted,
    kind_at_end,
    kind_by_hint,
    kind_by_verb,
    kind_within,
    named_within,
    owners,
)
from reelwright.providers.builtin.writer.laid_out import LaidOut, laid_out
from reelwright.providers.builtin.writer.leads import Lead, lead_of
from reelwright.providers.builtin.writer.names import brand_of, domain_of, known_kind
from reelwright.providers.builtin.writer.notices import is_formal, noticed
from reelwright.providers.builtin.writer.nouns import cast_of, noun_class, usual_part
from reelwright.providers.builtin.writer.phrases import noun_phrases
from reelwright.providers.builtin.writer.product import Product, product_at, product_of
from reelwright.providers.builtin.writer.reading import Reading
from reelwright.providers.builtin.writer.signs import place_of
from reelwright.providers.builtin.writer.tagger import spans
from reelwright.providers.builtin.writer.tokens import Token, plain, spoken, tokens
from reelwright.providers.builtin.writer.tongue import foreign_kind, language_of
from reelwright.providers.builtin.writer.words import found, lexicon

__all__ = ["Reading", "analyse"]

UNNAMED = "idea"
"""What a product is called that the brief does not name."""
_SOMEBODY: Lead = ("somebody", ("any", 34))
"""Who is filmed where a brief names nothing: a mood has no box to letter."""
_BARE_CLASSES = ("feeling", "time", "weather", "other")
_TAUGHT = ("course", "language", "school")
_A = ("a", "an", "the", "our")
_LESSONS = ("course", "courses", "lesson", "lessons", "class", "classes", "bootcamp", "tutoring", "workshop")


@lru_cache(maxsize=64)
def analyse(prompt: str) -> Reading:
    """Read a brief.

    Args:
        prompt: Anything a person or a program typed; it is never executed and need not be English.
    """
    text = plain(prompt)
    language = language_of(text)
    if language != "en":
        return _foreign(prompt, text, language)
    return noticed(_read(prompt, laid_out(text)))


def ruled(prompt: str, *, is_ad: bool = False) -> Reading:
    """What the rules alone read in a brief in English, without anything learned; as an advertisement if so."""
    out = laid_out(plain(prompt))
    lead = None if is_ad else _lead(out)
    return _story(prompt, out, lead) if lead else _advert(prompt, out, is_judged=False)


_DOUBT, _CERTAIN = 30, 100
"""What must speak against a story in which the rules found a lead, and for one that looks like a notice."""


def _read(prompt: str, out: LaidOut) -> Reading:
    lead = _lead(out)
    if not out.line or _is_bare(out.text):
        return _story(prompt, out, lead or _SOMEBODY)
    told = _told_weight(out, domain_of(prompt), is_ruled=bool(lead))
    if is_formal(out.text) and told < _CERTAIN:
        return _advert(prompt, out)
    if not lead and _is_confessed(out):
        return _story(prompt, out, _SOMEBODY)
    if titled := _TITLED.match(out.text):
        return _story(prompt, out, (titled[1], ("any", 41)))
    is_sold = _is_plainly_sold(out)
    is_told = told > (-_DOUBT if lead and not is_sold else 0) and not _is_asked_to_sell(out)
    if promises.mood_of(out.brief) != "solemn" and is_told != bool(lead):
        is_ad = bool(lead) or is_sold
        lead = None if is_ad else judged.lead_of_phrases(out.line, out.marks, None) or _SOMEBODY
    return _story(prompt, out, lead) if lead else _advert(prompt, out)


def _told_weight(out: LaidOut, domain: str, *, is_ruled: bool) -> int:
    """How much speaks for a story; ``is_ruled`` where the rules found its lead."""
    brand = brand_of(out.brief, out.line, is_led_in=out.is_led_in) or domain
    signs = judged.told_signs((*out.signs(brand), *out.tellings(brand)), is_ruled=is_ruled, is_led_in=out.is_led_in)
    return learned.weight("told", signs, out.direction)


_CONFESSED = re.compile(
    r"(?:I (?:still|never|always|once|was|am|miss|remember|wake|wait|dream|forgot|lost|buried|left|live|sit|stand|saw)"
    r"|we (?:waited|lived|grew|danced|met|lost|buried|walked|slept|ran|swam|sang|laughed|cried|kissed|stayed|watched"
    r"|hid|fell)"
    r"|(?:the |my |every )[^.!?,]{3,40} and I "
    r"|[^.!?]{3,60} I (?:met|had|was|saw|lost|left|knew|kept|found|told|learned|learnt) "
    r"|my \w+ (?:is|was|has|died|keeps|never|always|still|won't|can't) (?!so |too |for |on )"
    r"|our \w+ (?:burned|burnt|died|flooded|fell|sank|ran)|what would you (?:save|do|say|take|give|keep|tell)"
    r"|how do I tell my|(?:why|when|where) (?:did|do|does) (?:I|my|we))\b",
    re.IGNORECASE,
)
"""How somebody begins who tells of a life of their own and sells nothing."""


_TITLED = re.compile(
    r"((?:Detective|Inspector|Sheriff|Captain|Professor|Doctor|Sister|Agent|Commissioner|Colonel|Major|Lady|Lord|Sir"
    r"|Queen|King|Prince|Princess|Granny|Grandpa|Uncle|Aunt|Old|Little) [A-Z][\w’'-]+)"
    r" (?!and\b|of\b|offers|sells|helps|makes)[a-z]+s\b"
)
"""Who is called by a title and does something: ``Detective Moreau counts the chairs``."""


def _is_confessed(out: LaidOut) -> bool:
    """One sentence of somebody's own: ``I still set the table for two``."""
    is_one = out.line[-1].sentence == 0 and len(out.line) <= 16
    traded = (*lexicon("genres")["asked"], "sell", "made", "use", "believe", "tried", "without")
    return (
        is_one
        and bool(_CONFESSED.match(out.text))
        and not found(out.text, traded)
        and not re.search(r"[\d$£€]", out.text)
    )


_ASKED = ("visit", "try", "book", "order", "buy", "join", "adopt", "donate", "subscribe", "download", "shop")
_SOLD_BY_FILM = r"(?i)\b(?:ads?|advert|advertisement|commercial|promo|campaign|trailer|teaser|spot) for\s*$"
_JOINED = ("with", "for", "from", "by", "in", "of", "at", "near", "to", "where", "that")
_TOLD = {"his", "told", "he", "she"}
_DONE = ("VB", "VBZ", "VBP", "VBD", "VBG", "AUX")


def _is_plainly_sold(out: LaidOut) -> bool:
    """A call to buy, or a product with what it has and no verb: ``Senior residence where mum has a garden``."""
    words = [one.low for one in out.line]
    if len(words) > 2 and words[0] in _ASKED:
        return True
    if out.is_led_in and words[0] in ("my", "our") and re.search(_SOLD_BY_FILM, out.text[: -len(out.brief)]):
        return True
    at = next((at for at, word in enumerate(words) if word in _JOINED or out.line[at].after), 0)
    if not at or out.line[at].after or cast_of(words[at - 1]) or borne_by(words[0]):
        return False
    is_bare = not any(word in lexicon("grammar")["determiners"] for word in words[:at]) and not _TOLD & set(words)
    return is_bare and bool(kind_at_end(words[:at])[0]) and not any(mark.part in _DONE for mark in out.marks[:at])


_NAMED = r"(?:(?:introducing|meet) )?{0}(?:[,:] (?:the|an?|our)| helps) "
"""A brand that opens its brief and is explained: ``Pip: the lunch box``, ``Bloom helps teachers``."""


def _lead(out: LaidOut) -> Lead | None:
    """The story's lead by the rules; after ``a film about`` only where no product follows."""
    if _is_asked_to_sell(out):
        return None
    return lead_of(out.text, tokens(out.text)) if out.is_led_in else lead_of(out.brief, out.line)


_TO_SELL = re.compile(
    r"\b(?:ads?|adverts?|advertisement|commercial|promo|spot|campaign|advertise|promote|promoting)\b", re.IGNORECASE
)


def _is_asked_to_sell(out: LaidOut) -> bool:
    """Whether the brief itself asks for an advertisement: ``ad for a torch``."""
    return out.is_led_in and _TO_SELL.search(out.text[: len(out.text) - len(out.brief)]) is not None


def _is_bare(text: str) -> bool:
    """Whether a brief is one word for a feeling, or no word at all: nothing that could stand on a table."""
    words = re.findall(r"[^\W\d_]+", text)
    if not words:
        return True
    if all(word.lower() in lexicon("grammar")["determiners"] for word in words):
        return True
    low = words[0].lower()
    is_word = len(words) == 1 and text == words[0] and text[1:].islower()
    return is_word and low not in owners() and noun_class(low) in _BARE_CLASSES


def _story(prompt: str, out: LaidOut, lead: Lead) -> Reading:
    (hero, cast), brief = lead if usual_part(lead[0].split(" ")[-1]) != "a" else _SOMEBODY, out.brief
    return Reading(
        prompt=prompt,
        spoken=spoken(undirected(_untagged(out.text, prompt))),
        is_story=True,
        kind="generic",
        noun_phrase=UNNAMED,
        brand="",
        audience="",
        cast=cast,
        hero=hero,
        numbers=_numbers(brief),
        place=_stated(brief, "places"),
        time=_stated(brief, "times"),
        sign_off="",
        mood=promises.mood_of(brief),
        is_question=_asks(out.text),
        signs=(*out.signs(""), *out.pairs()),
        direction=out.direction,
    )


def _sold(out: LaidOut, brand: str, *, is_judged: bool) -> tuple[Product, str, str]:
    """The product with what it is called and the kind it is filmed as."""
    line, brief = out.line, out.brief
    product = product_of(line, brand, is_led_in=out.is_led_in)
    by_verb = kind_by_verb(brief)
    is_list = _is_shopping_list(brief)
    if is_list:
        product = Product("shopping list", "grocery", 0, 0)
    is_named = out.is_led_in or (brand and product.phrase)
    if not product.kind and (by_verb or (promises.is_tagline(brief) and not is_named)):
        product = Product("", by_verb, 0, 0)
    if by_verb in _TAUGHT and product.kind not in _TAUGHT:
        # Who learns the guitar buys no guitar.
        product = replace(product, kind=by_verb)
    phrase, kind = _filmed(product, brief, line, brand)
    if not is_judged or is_list or promises.mood_of(brief) == "solemn":
        return product, phrase, kind
    options = judged.product_options(line, out.marks, brand, (phrase, kind), is_led_in=out.is_led_in)
    place = judged.best_place("product", line, options)
    explained = _explained(out, brand) if brand else None
    if place == judged.APP and not explained:
        return Product("app", "app", 0, 0), "app", "app"
    is_other = place not in (None, judged.APP, place_of(line, phrase))
    chosen = explained or (product_at(line, place, brand) if place and is_other else product)
    if chosen.phrase.split()[-1:] and chosen.phrase.split()[-1] in lexicon("grammar")["containers"]:
        chosen = product_at(line, (chosen.start, chosen.end), brand)
    if (chosen.kind or kind) in _TAUGHT:
        chosen = _lessons(line, brand) or chosen
    chosen = _called(chosen)
    return (chosen, *_filmed(chosen, brief, line, brand)) if chosen.phrase else (product, phrase, kind)


def _explained(out: LaidOut, brand: str) -> Product | None:
    """What is said right after the brand: ``LendaHand, a free sharing app``, ``the Upwell desk: quiet motor``."""
    line, words = out.line[: len(out.marks)], brand.lower().split()
    for end in range(len(words), len(line) - 1):
        if [one.low for one in line[end - len(words) : end]] != words:
            continue
        start = end + (line[end].low in ("is", "are") and not line[end - 1].after)
        is_said = start > end or line[end - 1].after in (",", ":", "-")
        last = next((at for at in range(end, min(end + 4, len(line))) if line[at].after), 0)
        if is_said and line[start].low in _A:
            phrases = (*spans(out.marks), *noun_phrases(line))
            last = max((one.end for one in phrases if one.start <= start + 1 < one.end), default=0)
            while 0 < last < len(line) and out.marks[last].part == "NOUN" and not line[last - 1].after:
                last += 1
            product = product_at(line, (start + 1, last), "") if last else None
        elif not line[end - 1].after and last and line[last].after == ":":
            product = product_at(line, (end, last + 1), "")
        elif not line[end - 1].after and end > len(words) and line[end - len(words) - 1].low in _A:
            last = max((one.end for one in spans(out.marks) if one.start <= end < one.end), default=0)
            product = product_at(line, (end, last), "") if last else None
        else:
            continue
        return product if product and product.kind else None
    return None


def _called(product: Product) -> Product:
    """A language by itself is sold as lessons of it: ``Learn Spanish in 12 weeks``."""
    if product.phrase in ("tool", "tools") and product.kind == "software":
        # ``Our tool sends reminders by text``
        return replace(product, phrase="software")
    is_bare = product.kind == "language" and " " not in product.phrase
    return replace(product, phrase=f"{product.phrase.capitalize()} lessons") if is_bare and product.phrase else product


def _lessons(line: Sequence[Token], brand: str) -> Product | None:
    """Where a subject is taught, what it is taught by: ``Speak English in 90 days, online course``."""
    ends = [at for at, one in enumerate(line) if one.low in _LESSONS and not one.opens]
    places = (
        (max(phrase.start, phrase.end - 2), phrase.end) for phrase in noun_phrases(line) if phrase.end - 1 in ends
    )
    return next((product_at(line, place, brand) for place in places), None)


def _filmed(product: Product, brief: str, line: Sequence[Token], brand: str) -> tuple[str, str]:
    """What the product is called, by its kind where the brief has no name for it, and the kind."""
    suggested, word = ("", "") if product.phrase else named_within(_nouns_only(line, brand))
    kind = adopted(product.kind, brief) or suggested or known_kind(brand) or kind_by_hint(brief) or "generic"
    if promises.mood_of(brief) == "solemn":
        kind = promises.solemn_kind(brief)
    phrase = product.phrase or (word if kind == suggested else "")
    phrase = phrase or str(lexicon("kinds")["kind"][kind].get("noun", "")) or _first_word(kind)
    return phrase or UNNAMED, kind


def _advert(prompt: str, out: LaidOut, *, is_judged: bool = True) -> Reading:
    brief, text = out.brief, out.text
    # What is said to the film's makers names neither product nor brand.
    said = undirected(brief)
    told = replace(out, brief=said, line=tokens(said)) if said != brief else out
    brand = brand_of(said, told.line, is_led_in=out.is_led_in) or domain_of(prompt)
    is_plain = bool(brand) and re.match(_NAMED.format(re.escape(brand)), text, re.IGNORECASE) is not None
    if is_judged and out.line and not is_plain and promises.mood_of(brief) != "solemn":
        judged_as = branded.judged_brand(prompt, said, told.line, told.marks, brand)
        # Who is introduced by name is the brand: ``Introducing Marlow, the scarf``.
        is_introduced = out.is_led_in and out.line[0].low == brand.lower().split(" ")[0]
        brand = "" if judged_as.endswith(" Day") else judged_as or (brand if is_introduced else "")
    product, phrase, kind = _sold(told, brand, is_judged=is_judged)
    mood = promises.mood_of(brief)
    if mood == "solemn":
        brand = brand or promises.remembered_in(brief)
    audience, cast = promises.audience_of(brief)
    brief = undirected(_untagged(brief, prompt))
    rest = _after(brief, told.line, product)
    return Reading(
        prompt=prompt,
        spoken=spoken(undirected(_untagged(text, prompt))),
        is_story=False,
        kind=kind,
        noun_phrase=phrase,
        noun_class=product.noun_class,
        brand=brand,
        audience=audience,
        cast=cast or _usual(kind),
        hero="",
        numbers=_numbers(brief),
        place=_stated(brief, "places"),
        time=_stated(brief, "times"),
        sign_off=promises.sign_off_of(brief, rest, product.phrase, brand, kind),
        call=promises.call_of(brief) if promises.is_imperative(brief) else "",
        benefit=promises.first_match(brief, "benefit"),
        problem=promises.first_match(brief, "problem"),
        claims=promises.claims_of(brief),
        mood=mood,
        call_to_action=promises.call_to_action_of(_untagged(text, prompt)),
        is_question=_asks(text),
        signs=(*out.signs(brand), *out.pairs()),
        direction=out.direction,
    )


def _untagged(brief: str, prompt: str) -> str:
    """The brief without the hashtags it ends with, which nobody speaks."""
    tags = {tag.lower() for tag in re.findall(r"#(\w+)", prompt)}
    words = brief.split()
    while len(words) > 2 and words[-1].lower() in tags:
        words.pop()
    return " ".join(words)


def _nouns_only(line: Sequence[Token], brand: str) -> list[str]:
    """The words without a verb that opens the brief and a made-up brand: NightDesk is no desk."""
    is_called = len(line) > 1 and line[0].low in lexicon("grammar")["imperatives"]
    is_made_up = re.search(r"[a-z][A-Z]", brand) is not None
    return [one.text for one in line[is_called:] if not (is_made_up and one.text == brand)]


def _is_shopping_list(brief: str) -> bool:
    """Three or more bare things between commas, most of them to eat or drink."""
    parts = [part.split() for part in brief.split(",")]
    most = 3 if len(parts) > 4 else 2
    if len(parts) < 3 or any(not 1 <= len(part) <= most for part in parts):
        return False
    kinds = lexicon("kinds")["kind"]
    named = [kind_within(part) for part in parts]
    edible = sum(bool(kind) and kinds[kind]["category"] in ("food", "drink") for kind in named)
    return edible >= 2 or (len(parts) > 4 and not re.search(r"[.!?:]|[A-Z]", brief[1:]))


def _foreign(prompt: str, text: str, language: str) -> Reading:
    """A brief of another language, or of no words: its product by the small dictionary, else a neutral name."""
    named = [one for one in tokens(text) if one.low in owners()] if language else []
    kind = foreign_kind(prompt) or (owners()[named[-1].low] if named else "") or "generic"
    is_mood = kind == "generic" and not domain_of(prompt)
    facts = lexicon("kinds")["kind"][kind]
    return Reading(
        prompt=prompt,
        spoken=spoken(text),
        is_story=is_mood,
        kind=kind,
        noun_phrase=str(facts.get("noun") or _first_word(kind) or UNNAMED),
        brand=domain_of(prompt),
        audience="",
        cast=None,
        hero=_SOMEBODY[0] if is_mood else "",
        numbers=(),
        place="",
        time="",
        sign_off="",
        is_question=prompt.rstrip(" \"'”’»").endswith(("?", "？", "؟", ";")),
        language=language,
    )


def _first_word(kind: str) -> str:
    return str(next(iter(lexicon("kinds")["kind"][kind]["words"]), ""))


def _usual(kind: str) -> tuple[str, int] | None:
    """Who is cast for a kind where the brief is silent: a man for a razor."""
    lead = lexicon("kinds")["kind"][kind].get("lead")
    return (str(lead), 34) if lead else None


def _after(brief: str, line: Sequence[Token], product: Product) -> str:
    """What the brief says after the product's phrase; empty where the phrase does not open the brief."""
    words = brief.split()
    if not product.phrase or product.start > 3 or len(words) < product.end:
        return ""
    opening = {token.low for token in line[: product.start]}
    grammar = lexicon("grammar")
    is_open = all(word in grammar["determiners"] or word in grammar["openers"] or word.isdigit() for word in opening)
    return " ".join(words[product.end :]).strip(" ,:;-–—") if is_open else ""


_CROWDS = "teams|users|members|customers|people|families|companies|businesses|women|men|parents|students|reviews"
"""What may stand behind a number and the word that tells which: ``10,000 sales teams``."""


def _numbers(brief: str) -> tuple[str, ...]:
    brief = re.sub(r"(?i)\bfirst \d+|\b\d+[- ](?:bed|bedroom|seat|seater|door|piece|litre|course)\b", " ", brief)
    pattern = rf"(?<![\w.])\d[\d.,]*\s?(?:[MKk]\b|%|million|thousand)?\s?[a-z]*(?: (?:{_CROWDS})\b)?"
    found_ = (match.group(0).strip(" .,") for match in re.finditer(pattern, brief))
    breaks = (*lexicon("grammar")["breaks"], *lexicon("grammar")["determiners"])
    return tuple(re.sub(rf"(?<=\W)(?:{'|'.join(map(re.escape, breaks))})$", "", one).strip() for one in found_)


def _stated(brief: str, name: str) -> str:
    lists: dict[str, tuple[str, ...]] = lexicon("grammar")[name]
    owner = {word: key for key, words in lists.items() for word in words}
    words = found(brief, owner)
    return owner[words[0]] if words else ""


def _asks(text: str) -> bool:
    return text.rstrip(" \"'”’").endswith("?")
