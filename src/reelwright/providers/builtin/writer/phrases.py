"""The noun phrases of a brief: where a phrase begins and what ends it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reelwright.providers.builtin.writer.kinds import kind_at_end, owners
from reelwright.providers.builtin.writer.nouns import cast_of, facts_of, noun_class, usual_part, verb_stem
from reelwright.providers.builtin.writer.tokens import Token
from reelwright.providers.builtin.writer.words import lexicon

ARTICLES = ("a", "an", "the", "his", "her", "their", "its")
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
_MODALS = ("must", "can", "will", "should", "could", "would", "might", "cannot", "can't", "won't")
_OF_USE = ("app", "apps", "software", "tool", "tools", "platform", "service", "machine", "course", "courses", "club",
           "kit", "system", "bag", "bags", "shoes", "boots", "school", "classes", "lessons", "gear", "device",
           "programme", "program", "agency", "company", "charity", "equipment")  # fmt: skip
"""What stands after a word in -ing that says what it is for."""
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
    is_call = line[at].opens and _is_called_out(line, at)
    is_modal = at > 0 and (line[at - 1].low in _MODALS or line[at - 1].low.endswith("n't"))
    is_call = is_call or (is_modal and usual_part(low) == "v")
    if low in grammar["breaks"] or low in grammar["determiners"] or low.endswith("n't") or is_call:
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
    if start is not None and (_is_verb_form(line, at) or is_opinion(line, at)):
        return True
    if low.endswith("ing"):
        return _is_participle(line, at, start)
    return _is_past(line, at, start)


def _is_called_out(line: Sequence[Token], at: int) -> bool:
    """``Ring Rowntree Heating``, ``Put him on``, ``Sail overnight``: a verb that opens its sentence."""
    if at + 1 >= len(line) or line[at].after or usual_part(line[at].low) != "v":
        return False
    follows, grammar = line[at + 1], lexicon("grammar")
    is_named = follows.is_name_like and not line[at].text.isupper()
    return is_named or follows.low in _OBJECTS or follows.low in ("him", "her", "overnight", *grammar["adverbs"])


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
    is_brands = at > 0 and line[at - 1].is_name_like and verb_stem(low) not in ("", low)
    if is_brands and re.search(r"[^s]s$", low) and low not in owners():
        # ``Clausely reads contracts``
        return True
    if re.search(r"[^s]s$", low):
        return follows in ARTICLES or (follows in _OBJECTS and bool(verb_stem(low)))
    if at and line[at - 1].is_name_like and line[at - 1].low.endswith("s") and follows in ("your", "the", "our", "any"):
        # ``Copperfield Kitchens respray your cabinets``
        return True
    # ``two rivals row the boat``: after a plural the bare verb.
    return follows in ARTICLES and verb_stem(low) == low and line[at - 1].low.endswith("s")


def _is_compound(low: str, follows: str) -> bool:
    """``paddle boards stiff enough``: a word that may be a verb, before a bare plural thing."""
    if follows in ("hire", "rental", "repair", "repairs"):
        return True
    facts = facts_of(noun_class(follows))
    is_thing = noun_class(follows) == "thing" or bool(facts.get("kind"))
    return follows.endswith("s") and usual_part(low) == "n" and is_thing and not facts.get("leads")


def is_opinion(line: Sequence[Token], at: int) -> bool:
    """``Nurses choose these clogs``: whom it is for, and what they do with it."""
    is_crowd = line[at - 1].low.endswith(("s", "men", "people")) and cast_of(line[at - 1].low) is not None
    return is_crowd and line[at].low in lexicon("people")["opinions"] and at + 1 < len(line)


def _is_past(line: Sequence[Token], at: int, start: int | None) -> bool:
    """``suits tailored in Naples``, but not ``heated jacket``."""
    low = line[at].low
    if start is None or not (
        (low.endswith("ed") and usual_part(low) != "n")
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
    is_of_use = at + 1 < len(line) and not line[at].after and line[at + 1].low in _OF_USE
    if start is None and at and line[at - 1].low in ("is", "are", "was", "were", "been") and not is_of_use:
        return True
    if low in lexicon("grammar")["keeps_ing"] or low in owners():
        return False
    if start is None:
        if line[at].opens and _is_doing(line, at):
            return True
        if is_of_use:
            # ``a scheduling app``
            return False
        ahead = line[at + 1].low if at + 1 < len(line) else ""
        is_followed = ahead in lexicon("grammar")["determiners"] or ahead in (
            "down",
            "up",
            "out",
            "off",
            "back",
            "again",
        )
        return not line[at].opens or is_followed
    if at + 1 >= len(line) or line[at].after:
        return False
    ahead = [token.low for token in line[at + 1 : at + 3]]
    is_bare = start == 0 or line[start - 1].low not in ARTICLES
    if is_bare and at - start <= 2 and ahead[0] in ("for", "at", "with", "by"):
        # ``tap dancing for over-sixties``
        return False
    return not (ahead[0] in owners() or " ".join(ahead) in owners())
