"""Whether a brief tells a tale and of whom, or sells: rules with their reasons, then learned weights."""

import re
from collections.abc import Callable

from reelwright.providers.builtin.writer import judged, learned
from reelwright.providers.builtin.writer.first_names import borne_by
from reelwright.providers.builtin.writer.kinds import kind_at_end, owners
from reelwright.providers.builtin.writer.laid_out import LaidOut
from reelwright.providers.builtin.writer.leads import Lead, lead_of
from reelwright.providers.builtin.writer.names import brand_of
from reelwright.providers.builtin.writer.notices import is_formal
from reelwright.providers.builtin.writer.nouns import cast_of, noun_class, verb_stem
from reelwright.providers.builtin.writer.promises import mood_of
from reelwright.providers.builtin.writer.tokens import tokens
from reelwright.providers.builtin.writer.words import found, lexicon

Guard = Callable[[LaidOut], bool]
SOMEBODY: Lead = ("somebody", ("any", 34))
"""Who is filmed where a brief names nothing: a mood has no box to letter."""
_DOUBT, _CERTAIN = 30, 100
"""What must speak against a story in which the rules found a lead, and for one that looks like a notice."""
_BARE_CLASSES = ("feeling", "time", "weather", "other")
_CONFESSED = re.compile(
    r"(?:I (?:still|never|always|once|was|am|miss|remember|wake|wait|dream|forgot|lost|buried|left|live|sit|stand|saw)"
    r"|we (?:waited|lived|grew|danced|met|lost|buried|walked|slept|ran|swam|sang|laughed|cried|kissed|stayed|watched"
    r"|hid|fell)"
    r"|(?:the |my |every )[^.!?,]{3,40} and I "
    r"|[^.!?]{3,60} I (?:met|had|was|saw|lost|left|knew|kept|found|told|learned|learnt) "
    r"|my \w+ (?:is|was|has|died|keeps|never|always|still|won't|can't) (?!so |too |for |on )"
    r"|my (?:first|last|only) \w+ (?:with|without) (?:you|him|her|them)$|my \w+['’]s \w+ smel(?:led|t) of"
    r"|our \w+ (?:burned|burnt|died|flooded|fell|sank|ran)|what would you (?:save|do|say|take|give|keep|tell)"
    r"|how do I tell my|(?:why|when|where) (?:did|do|does) (?:I|my|we))\b",
    re.IGNORECASE,
)
"""How somebody begins who tells of a life of their own."""
_TITLED = re.compile(
    r"((?:Detective|Inspector|Sheriff|Captain|Professor|Doctor|Sister|Agent|Commissioner|Colonel|Major|Lady|Lord|Sir"
    r"|Queen|King|Prince|Princess|Granny|Grandpa|Uncle|Aunt|Old|Little) [A-Z][\w’'-]+)"
    r" (?!and\b|of\b|offers|sells|helps|makes)[a-z]+s\b"
)
"""Who is called by a title and does something: ``Detective Moreau counts the chairs``."""
_JOINED = ("with", "for", "from", "by", "in", "of", "near", "to", "where", "that")
_TOLD = {"his", "told", "he", "she"}
_DONE = ("VB", "VBZ", "VBP", "VBD", "VBG", "AUX")
_TO_SELL = re.compile(
    r"\b(?:ads?|adverts?|advertisement|commercial|promo|spot|campaign|advertise|promote|promoting)\b", re.IGNORECASE
)


def lead_in(out: LaidOut, domain: str) -> Lead | None:
    """Whom a brief tells of, None where it sells.

    Args:
        out: The brief.
        domain: The name in its web address, empty for none.
    """
    lead = ruled_lead(out)
    if not out.line or is_wordless(out):
        return lead or SOMEBODY
    weight = _weight(out, domain, is_ruled=bool(lead))
    if is_formal(out.text) and weight < _CERTAIN:
        return None
    if not lead and (is_confessed(out) or is_still_picture(out)):
        return SOMEBODY
    if titled := _TITLED.match(out.text):
        return titled[1], ("any", 41)
    is_sold = is_thing_with_more(out)
    is_told = weight > (-_DOUBT if lead and not is_sold else 0) and not is_asked_to_sell(out)
    if is_told == bool(lead) or mood_of(out.brief) == "solemn":
        return lead
    return judged.lead_of_phrases(out) or SOMEBODY if is_told and not is_sold else None


def ruled_lead(out: LaidOut) -> Lead | None:
    """The story's lead by the rules; after ``a film about`` only where no product follows."""
    if is_asked_to_sell(out):
        return None
    return lead_of(out.text, tokens(out.text)) if out.is_led_in else lead_of(out.brief, out.line)


def is_wordless(out: LaidOut) -> bool:
    """Nothing is named that could stand on a table: ``12345``, ``Love``."""
    words = re.findall(r"[^\W\d_]+", out.text)
    is_one = len(words) == 1 and out.text == words[0] and out.text[1:].islower() and out.text.lower() not in owners()
    return not words or (is_one and noun_class(out.text.lower()) in _BARE_CLASSES)


def is_asked_to_sell(out: LaidOut) -> bool:
    """Who asks for an advertisement, or shows a thing of theirs, sells: ``ad for a torch``, ``trailer for my game``."""
    asked = out.text[: len(out.text) - len(out.brief)] if out.is_led_in else ""
    is_own = asked.endswith(("trailer for ", "teaser for ")) and out.line[0].low in ("my", "our")
    is_film = any(token.low in lexicon("grammar")["films"] for token in out.line[:4])
    return (is_own and not is_film) or _TO_SELL.search(asked) is not None


def is_thing_with_more(out: LaidOut) -> bool:
    """A product with what it has, and nobody who does anything, is sold: ``Bookshop with a cat``."""
    words = [token.low for token in out.line]
    at = next((at for at, token in enumerate(out.line) if token.low in _JOINED or token.after), 0)
    if not at or out.line[at].after or cast_of(words[at - 1]) or borne_by(words[0]) or _TOLD & set(words):
        return False
    is_bare = not any(word in lexicon("grammar")["determiners"] for word in words[:at])
    is_done = any(mark.part in _DONE for mark in out.marks[:at])
    return is_bare and not is_done and bool(kind_at_end(words[:at])[0])


def is_confessed(out: LaidOut) -> bool:
    """One sentence of somebody's own sells nothing: ``I still set the table for two``."""
    traded = (*lexicon("genres")["asked"], "sell", "made", "use", "believe", "tried")
    is_one = not out.line[-1].sentence and len(out.line) <= 16
    is_free = not found(out.text, traded) and not re.search(r"[\d$£€]", out.text)
    return is_one and is_free and _CONFESSED.match(out.text) is not None


def is_still_picture(out: LaidOut) -> bool:
    """A time, and what moves in it, sells nothing: ``Autumn. A swing moves, nobody on it``."""
    first, said = out.line[0], [token.low for token in out.line]
    is_time = first.after == "." and noun_class(first.low) in ("time", "weather")
    sold = ("new", *lexicon("genres")["asked"], *lexicon("grammar")["selling"])
    is_free = not found(out.text, sold) and not re.search(r"[\d$£€]", out.text)
    acts = any(low.endswith("s") and verb_stem(low) for low in said[2:5])
    return is_time and is_free and acts and said[1:2] in (["a"], ["an"], ["the"])


def _weight(out: LaidOut, domain: str, *, is_ruled: bool) -> int:
    """How much speaks for a story; ``is_ruled`` where the rules found its lead."""
    brand = brand_of(out.brief, out.line, is_led_in=out.is_led_in) or domain
    signs = judged.told_signs((*out.signs(brand), *out.tellings(brand)), is_ruled=is_ruled, is_led_in=out.is_led_in)
    return learned.weight("told", signs, out.direction)
