"""The product's phrase: noun phrases of a brief, weighed by kind, place in the sentence and the words before them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reelwright.providers.builtin.writer.kinds import kind_at_end, kind_within, owners
from reelwright.providers.builtin.writer.nouns import (
    cast_of,
    class_at_end,
    class_kind,
    facts_of,
    noun_class,
    usual_part,
    verb_stem,
)
from reelwright.providers.builtin.writer.tokens import Token
from reelwright.providers.builtin.writer.words import lexicon

_NAMED, _WITHIN, _OPENING, _CUED, _APPOSED, _RELATIVE, _PEOPLE = 3.0, 1.5, 2.5, 3.0, 3.0, -1.5, -2.5
"""How much speaks for a phrase: its last word names a product, a word within does, it opens the brief, a cue as
``introducing`` or ``our`` leads to it, it explains a name, it stands in a relative clause, it names people."""
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
_ARTICLES = ("a", "an", "the", "his", "her", "their", "its")
_OBJECTS = (
    "you",
    "your",
    "my",
    "our",
    "me",
    "us",
    "them",
    "it",
    "every",
    "any",
    "all",
    "whatever",
    "what",
    "when",
    "where",
)
_AFTER_PAST = (
    "by",
    "for",
    "in",
    "with",
    "from",
    "at",
    "to",
    "on",
    "until",
    "before",
    "after",
    "over",
    "under",
    "into",
    "like",
)
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
_THIS = 3.6
"""``with this grinder``"""
_ACCEPTED = 1.7
_MOST_WORDS, _KEPT_WORDS = 4, 3


@dataclass(frozen=True)
class Phrase:
    """A noun phrase: tokens ``start`` to ``end`` (not included)."""

    start: int
    end: int
    lead_in: tuple[str, ...]
    """The words just before it: determiner, preposition, cue."""
    is_first: bool
    in_relative: bool


def noun_phrases(line: Sequence[Token]) -> list[Phrase]:
    """The noun phrases of a text, in order."""
    phrases: list[Phrase] = []
    start: int | None = None
    before: list[str] = []
    relative = False
    for at, token in enumerate(line):
        if token.opens or (at and line[at - 1].after in (":", ";", "-")):
            relative = False
        if _breaks(line, at, start):
            if start is not None:
                phrases.append(Phrase(start, at, tuple(before), not phrases, relative))
                before = []
            start = None
            before.append(token.low)
            relative = relative or (token.low in ("that", "which", "who", "whose", "when") and bool(phrases))
        elif start is None:
            start = at
        if token.after and start is not None:
            phrases.append(Phrase(start, at + 1, tuple(before), not phrases, relative))
            start, before = None, []
        if token.after:
            before = []
            relative = relative and token.after == ","
    if start is not None:
        phrases.append(Phrase(start, len(line), tuple(before), not phrases, relative))
    return phrases


def _breaks(line: Sequence[Token], at: int, start: int | None) -> bool:
    """Whether a word cannot belong to a noun phrase here."""
    grammar = lexicon("grammar")
    low = line[at].low
    if low in grammar["breaks"] or low in grammar["determiners"]:
        return True
    if low in grammar["verbs"] and low not in owners():
        before = line[at - 1].low if at else ""
        return start is not None or before not in grammar["before_nouns"]
    is_crowd = line[at - 1].low in lexicon("people")["audience"] and line[at - 1].low != "family"
    if start is not None and is_crowd and low not in owners():
        return True
    is_bare = start is None or line[at].opens
    if line[at].opens and at + 2 < len(line) and not line[at].after and _is_compound(low, line[at + 1].low):
        return False
    if line[at].opens and at + 1 < len(line) and not line[at].after and low not in owners():
        follows = line[at + 1].low
        if follows in grammar["determiners"] and follows not in ("that", "which", "whose", "this"):
            return True
    if is_bare and low in grammar["imperatives"] and (line[at].opens or at == 0 or line[at - 1].after in (":", ",")):
        return True
    if start is not None and (_is_verb_form(line, at) or _is_opinion(line, at)):
        return True
    if low.endswith("ing"):
        return _is_participle(line, at, start)
    return _is_past(line, at, start)


def _is_doing(line: Sequence[Token], at: int) -> bool:
    """``Ordering groceries from your sofa``, but not ``cleaning services``."""
    grammar, low = lexicon("grammar"), line[at].low
    if line[at].after or at + 1 >= len(line) or not line[at + 1].low.endswith("s"):
        return False
    stems = (low[:-3], f"{low[:-3]}e", low[:-4])
    return line[at + 1].low not in grammar["businesses"] and any(stem in grammar["imperatives"] for stem in stems)


def _is_verb_form(line: Sequence[Token], at: int) -> bool:
    """``a drone captures the reindeer``: a word in -s right before an article is a verb."""
    if at + 1 >= len(line) or line[at].after:
        return False
    low, follows = line[at].low, line[at + 1].low
    if re.search(r"[^s]s$", low):
        return follows in _ARTICLES or (follows in _OBJECTS and bool(verb_stem(low)))
    # ``two rivals row the boat``: after a plural the bare verb.
    return follows in _ARTICLES and verb_stem(low) == low and line[at - 1].low.endswith("s")


def _is_compound(low: str, follows: str) -> bool:
    """``paddle boards stiff enough``: a word that may be a verb, before a bare plural thing."""
    facts = facts_of(noun_class(follows))
    is_thing = noun_class(follows) == "thing" or bool(facts.get("kind"))
    return follows.endswith("s") and usual_part(low) == "n" and is_thing and not facts.get("leads")


def _is_opinion(line: Sequence[Token], at: int) -> bool:
    """``Nurses choose these clogs``: whom it is for, and what they do with it."""
    is_crowd = line[at - 1].low.endswith(("s", "men", "people")) and cast_of(line[at - 1].low) is not None
    return is_crowd and line[at].low in lexicon("people")["opinions"] and at + 1 < len(line)


def _is_past(line: Sequence[Token], at: int, start: int | None) -> bool:
    """``suits tailored in Naples``, but not ``heated jacket``."""
    low = line[at].low
    if start is None or not (
        low.endswith("ed")
        or low in ("built", "made", "run", "woven", "grown", "spun", "cut", "cast", "hewn", "blown", "dug", "bred")
    ):
        return False
    if at + 1 >= len(line):
        return False
    follows, grammar = line[at + 1].low, lexicon("grammar")
    is_named = bool(kind_at_end([token.low for token in line[start:at]])[0])
    by = follows in grammar["determiners"] or follows in _AFTER_PAST or follows[0].isdigit()
    return by or (is_named and follows in grammar["breaks"])


def _is_participle(line: Sequence[Token], at: int, start: int | None) -> bool:
    """``perfume capturing elegance``, but not ``noise cancelling headset`` or ``dog walking service``."""
    low = line[at].low
    if low in lexicon("grammar")["keeps_ing"] or low in owners():
        return False
    if start is None:
        if line[at].opens and _is_doing(line, at):
            return True
        return not line[at].opens or (at + 1 < len(line) and line[at + 1].low in lexicon("grammar")["determiners"])
    if at + 1 >= len(line) or line[at].after:
        return False
    ahead = [token.low for token in line[at + 1 : at + 3]]
    is_bare = start == 0 or line[start - 1].low not in _ARTICLES
    if is_bare and at - start <= 2 and ahead[0] in ("for", "at", "with", "by"):
        # ``tap dancing for over-sixties``
        return False
    return not (ahead[0] in owners() or " ".join(ahead) in owners())


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
    for phrase in noun_phrases(line):
        words = [token.text for token in line[phrase.start : phrase.end]]
        bare = _bare(words, brand)
        if not bare or all(word.lower() in lexicon("grammar")["events"] for word in bare):
            continue
        kind, count = kind_at_end(bare)
        if count == 1:
            kind = _of_pair(bare) or kind
        within = "" if kind else kind_within(bare)
        kind = _contained(line, phrase) or _of_business(bare, count) or kind
        known = "" if kind else class_at_end(bare)
        weight = _weight(line, phrase, brand, is_led_in=is_led_in)
        weight += _NAMED if kind else max(_known_weight(line, phrase, known), _WITHIN if within else -9.0)
        if known and (not within or not facts_of(known).get("leads")):
            # A coffee table is furniture; a dog groomer is for dogs.
            within = str(facts_of(known).get("kind", "")) or within
        if not kind and not within and len(bare) > 1:
            # Marzipan pigs are sweets, kitchen scales belong to the kitchen.
            within = lexicon("grammar")["rooms"].get(bare[-2].lower(), "")
            within = within or (class_kind(bare[:-1]) if known == "animal" else "")
        is_event = bare[-1].lower() in lexicon("grammar")["events"] and phrase.end < len(line)
        if not kind and not within and (_is_asked(line, phrase) or is_event):
            continue
        if weight > best_weight + 1e-9:
            best_weight = weight
            best = Product(_called(bare, count), kind or within, phrase.start, phrase.end, known)
    return best


def _of_pair(words: Sequence[str]) -> str:
    """What two words name together where the lexicon knows only the last: a hedge trimmer is no beard trimmer."""
    name = noun_class(" ".join(words[-2:]).lower()) if len(words) > 1 else ""
    return "" if name in _LOOSE else str(facts_of(name).get("kind", ""))


def _known_weight(line: Sequence[Token], phrase: Phrase, name: str) -> float:
    """What the class of a phrase's last word says, where the word is a noun here."""
    low, is_alone = line[phrase.end - 1].low, phrase.end - phrase.start == 1
    is_called = low in lexicon("grammar")["imperatives"]
    if is_alone and (usual_part(low) != "n" or is_called) and not any(one in _ARTICLES for one in phrase.lead_in[-1:]):
        return 0.0 if usual_part(low) else _class_weight(name)
    if low.endswith("er") and line[phrase.end - 1].after == "," and line[phrase.end].low.endswith("er"):
        # ``a lighter, faster e-bike``
        return 0.0
    joins = phrase.end + 1 < len(line) and line[phrase.end].low in ("and", "or", "&")
    if joins and kind_within([token.text for token in line[phrase.end + 1 : phrase.end + 4]]):
        # ``rose and oud candle``
        return -1.0
    return _class_weight(name)


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


def _contained(line: Sequence[Token], phrase: Phrase) -> str:
    """What a container holds: ``a box of snacks``."""
    if line[phrase.end - 1].low not in lexicon("grammar")["containers"]:
        return ""
    after = [token.text for token in line[phrase.end : phrase.end + 5]]
    return kind_within(after) if after and after[0].lower() == "of" else ""


def _is_asked(line: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the phrase stands in a question: ``is your inbox killing you?`` sells no inbox."""
    sentence = line[phrase.start].sentence
    return any(token.after == "?" for token in line[phrase.start :] if token.sentence == sentence)


def _weight(line: Sequence[Token], phrase: Phrase, brand: str, *, is_led_in: bool) -> float:
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
        weight += _OPENING - 1.0
    opening = (phrase.is_first or _after_people(line, phrase)) and not any(
        cues.get(word, 0.0) < -0.5 for word in phrase.lead_in
    )
    opening = opening or _answers_hook(line, phrase)
    is_hook = line[-1].sentence > line[phrase.start].sentence and _is_asked(line, phrase)
    weight += (_OPENING - is_hook) if opening else 0.0
    weight += _THIS if _is_means(line, phrase) else 0.0
    weight += _CUED if is_led_in and phrase.is_first else 0.0
    weight += _RELATIVE if phrase.in_relative else 0.0
    opening_number = (
        line[phrase.start].text if re.match(r"\d{1,3}(?:,\d{3})+$|\d{3,}$", line[phrase.start].text) else ""
    )
    if opening_number and phrase.is_first and re.search(r"(?:ers|ors|ists|men)$", head):
        weight += _PEOPLE
    weight += _PEOPLE if head in lexicon("people")["audience"] and head not in owners() else 0.0
    if phrase.end < len(line) and not line[phrase.end - 1].after and _is_opinion(line, phrase.end):
        weight += _PEOPLE - _OPENING
    weight -= 0.2 * line[phrase.start].sentence
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


def _follows_name(line: Sequence[Token], phrase: Phrase, brand: str) -> bool:
    """``Halo, the ring``, ``Kumo: a sofa``, ``Nordvik is a jacket``."""
    ahead = [token.text for token in line[max(0, phrase.start - 4) : phrase.start]]
    return bool(ahead) and any(word in brand.split() for word in ahead)


def _bare(words: Sequence[str], brand: str) -> list[str]:
    """The phrase without brand, numbers at its start, superlatives and words for events at its end."""
    grammar = lexicon("grammar")
    of_brand = brand.lower().split()
    kept = [word for word in words if word.lower() not in of_brand and word.lower().removesuffix("'s") not in of_brand]
    while kept and (
        kept[0].lower() in grammar["openers"]
        or re.match(r"[\d$€£][\d.,kKmM%$€£+]*$", kept[0])
        or re.search(r"(world|town|planet|country)['’]s$", kept[0].lower())
        or (re.search(r"[a-z]{3}est$", kept[0].lower()) and kept[0].lower() not in ("harvest", "forest", "guest"))
    ):
        kept = kept[1:]
    while len(kept) > 1 and re.fullmatch(r"[\d.,]+", kept[-1]):
        kept = kept[:-1]
    while len(kept) > 1 and kept[-1].lower() in grammar["events"] and kind_within(kept[:-1]):
        kept = kept[:-1]
    is_after = len(kept) > 1 and usual_part(kept[-1].lower()) == "a" and not kind_at_end(kept)[0]
    return kept[:-1] if is_after and (kind_at_end(kept[:-1])[0] or class_kind(kept[:-1])) else kept


def _called(words: Sequence[str], count: int) -> str:
    """At most a few words, the head last; small letters but for acronyms and inner names."""
    keep = max(_KEPT_WORDS, count) if len(words) > _MOST_WORDS else len(words)
    return " ".join(_small(word) for word in words[-keep:])


def _small(word: str) -> str:
    is_spelled = len(word) > 1 and (word.isupper() or bool(re.search(r"[a-z][A-Z]|\d[A-Z]", word)))
    return word if is_spelled else word.lower()
