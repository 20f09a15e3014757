"""The lead of a story: who does something in a brief that sells nothing."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from reelwright.providers.builtin.writer.heroes import couple_lead, described_lead, dweller_lead, named_lead
from reelwright.providers.builtin.writer.kinds import kind_at_end, owners, plural
from reelwright.providers.builtin.writer.names import is_ordinary
from reelwright.providers.builtin.writer.nouns import cast_of, class_kind, forms, noun_class, usual_part, verb_stem
from reelwright.providers.builtin.writer.scenes import heading_of, scene_lead, unknown_lead
from reelwright.providers.builtin.writer.statements import sells_after_hook
from reelwright.providers.builtin.writer.subjects import subject_lead
from reelwright.providers.builtin.writer.tokens import Token, tokens
from reelwright.providers.builtin.writer.words import found, lexicon

_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "ten", "twelve")
_CALLS = ("donate", "book", "order", "adopt", "buy", "shop", "join", "visit", "call", "subscribe", "download", "give")
_TRADING = {"buy", "order", "sale", "offer", "delivery", "available", "launch", "welcome", "online", "product", "brand"}
_MOODS = ("afraid", "lonely", "tired", "jealous", "lost", "bored", "homesick", "sad", "late", "alone", "curious")
_TRADES = ("craftsman", "doctor", "dentist", "tutor", "cook", "advocate", "traveller", "shop")
Lead = tuple[str, tuple[str, int]]
"""How the story calls its lead, and who is cast: presentation and age."""
_GENRE = re.compile(
    r"^(?:an? |the |one )?(?:(?:short|little|animated|silent|black-and-white|family|student|one-minute|dark|quiet) )*"
    r"(?:film|movie|story|tale|folk tale|fairy tale|fable|legend|cartoon|animation|drama|comedy|tragedy|thriller|"
    r"western|fantasy|mystery|romance)\s*[:–—-]\s+",
    re.IGNORECASE,
)
"""What a story may be called before it is told: ``Short film: a girl walks``."""
_TOLD = re.compile(
    r"^(?:once upon a time|there (?:once )?(?:was|lived)|long ago|(?:a |an |the )?(?:short |little |animated )?"
    r"(?:story|tale|folk tale|fairy tale|fable|legend|film|scene)\s+(?:about|of|in which)\b)",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def known_leads() -> dict[str, tuple[str, int]]:
    """Every noun that can lead a story, singular and plural, with who is cast."""
    leads: dict[str, tuple[str, int]] = lexicon("people")["leads"]
    return {**{plural(noun): cast for noun, cast in leads.items()}, **leads}


def lead_of(text: str, line: Sequence[Token]) -> Lead | None:
    """The lead of a story, None for an advertisement."""
    genre = _GENRE.match(text)
    if genre:
        text = text[genre.end() :]
        line = tokens(text)
    heading = heading_of(line)
    if heading:
        line = tokens(" ".join(text.split()[heading:]))
        text, genre = " ".join(text.split()[heading:]), genre or True
    couple = couple_lead(line)
    is_weekly = re.search(r"\bevery (?:mon|tues|wednes|thurs|fri|satur|sun)day\b", text, re.IGNORECASE)
    if _sells(text, line) or (is_weekly and not couple):
        return None
    told = bool(genre or _TOLD.match(text))
    described = couple or described_lead(line) or dweller_lead(line) or unknown_lead(line) or scene_lead(text, line)
    if described:
        return described
    named = named_lead(text, line)
    if named and " " in named[0]:
        return named
    return _noun_lead(line, told=told) or named or subject_lead(text, line) or _event_lead(line)


def _sells(text: str, line: Sequence[Token]) -> bool:
    """Whether a word speaks to a buyer."""
    grammar = lexicon("grammar")
    if any(token.opens and token.low in grammar["imperatives"] for token in line):
        return True
    if any(before.after in ("-", ":") and token.low in _CALLS for before, token in pairwise(line)):
        # ``a dog finds a home - donate to Paws & Hearts``
        return True
    if any(token.after == ":" and _names_product(line, at + 1) for at, token in enumerate(line)):
        return True
    last = [token for token in line if token.sentence == line[-1].sentence] if line else []
    if last and last[0].sentence and len(last) <= 4 and kind_at_end([token.low for token in last])[0]:
        return True
    if sells_after_hook(line):
        return True
    if _opens_with_product(line):
        return True
    said = set(found(text, grammar["selling"]))
    if said and said <= _TRADING and _is_told_of(text, line):
        return False
    return bool(said) or bool(re.search(r"[$€£%]|\b\d+\s?(?:euros|dollars|pounds)\b", text))


def _is_told_of(text: str, line: Sequence[Token]) -> bool:
    """``A little girl sells her drawings to buy``: somebody acts first, and it is about her own things."""
    owns = re.search(r"\b(?:his|her|he|she|their)\b", text)
    for at in range(1, min(5, len(line) - 1)):
        if line[at].low in known_leads() or cast_of(line[at].low):
            return bool(owns) and line[0].low in ("a", "an", "the", "one") and line[at + 1].low.endswith("s")
    return False


def _names_product(line: Sequence[Token], start: int) -> bool:
    """Whether a product stands in the first words from here: ``wet dog, clean car: seat covers``."""
    ahead = [token.low for token in line[start : start + 4]]
    return any(kind_at_end(ahead[:end])[0] or class_kind(ahead[:end]) for end in range(1, len(ahead) + 1))


def _opens_with_product(line: Sequence[Token]) -> bool:
    """``A tool library where neighbours share``: a product, then what is said of it."""
    for at in range(min(4, len(line) - 1)):
        if line[at].low in known_leads():
            return False
        told_of = line[at + 1].low in ("that", "for", "from", "by", "where") or line[at + 1].low[0].isdigit()
        if told_of and kind_at_end([token.low for token in line[: at + 1]])[0]:
            return True
    return False


def _noun_lead(line: Sequence[Token], *, told: bool) -> Lead | None:
    """A person's or creature's noun that heads its phrase and acts: ``the last dragon teaches``."""
    leads = known_leads()
    for at in range(len(line)):
        if line[at].sentence > 0 and not told and not _is_entrance(line, at):
            continue
        if _is_of_trade(line, at) or _is_which(line, at):
            continue
        noun, last = _noun_at(line, at)
        known = noun in leads
        is_creature = not known and _is_creature(line, at, told=told)
        if not (known or is_creature or _is_maker(line, at)) or _is_object(line, at, told=told):
            continue
        if (
            is_creature
            or (known and told and last + 1 < len(line) and line[last + 1].low == "of")
            or _acts(line, last + 1, told=told)
            or (known and last + 1 == len(line) and len(line) <= 5 and at < 4)
        ):
            who, age = leads.get(noun) or cast_of(noun) or ("any", 45)
            return f"the {noun if known else _crafted(line, at)}", (str(who), int(age))
    return None


def _is_entrance(line: Sequence[Token], at: int) -> bool:
    """``Rehearsal is over. The old dancer stays behind``: who opens the second sentence of what is no call."""
    if line[at].sentence != 1 or line[at - 1].after in (".", "!", "?"):
        return False
    said = [one.low for one in line[:at] if one.sentence == 1]
    first = [one.low for one in line if not one.sentence]
    return (
        said[:1] in (["the"], ["a"], ["an"]) and len(said) <= 2 and any(one in ("is", "was", "were") for one in first)
    )


def _is_which(line: Sequence[Token], at: int) -> bool:
    """``The women divers``: which of those that the next word names."""
    is_sexed = line[at].low in ("women", "woman", "men", "girl", "boy") and not line[at].after
    return is_sexed and at + 1 < len(line) and cast_of(line[at + 1].low) is not None


def _is_of_trade(line: Sequence[Token], at: int) -> bool:
    """``Hartley & Sons``, ``rifles, family owned``, ``toy robot``: words of a shop's, not of a tale."""
    before = line[at - 1] if at else None
    ahead = line[at + 1].low if at + 1 < len(line) and not line[at].after else ""
    # ``Photographer in Kent``, ``every mother knows``
    follows = line[at + 2].text[:1] if ahead in ("in", "near") and at + 2 < len(line) else ""
    is_bare = line[0].low not in (*lexicon("grammar")["determiners"], *_COUNTS) and not line[at].low.endswith("s")
    if follows.isupper() and is_bare and re.search(r"(?:er|or|ist|ian|an)$", line[at].low):
        return True
    told_of = at + 2 < len(line) and line[at + 2].low in ("that", "which", "for", "from")
    if before is None and told_of and re.search(r"[^s]s$", ahead) and noun_class(ahead):
        # ``Dog treats that taste like bacon``
        return True
    if before is None:
        return ahead in ("owned", "run", "made", "business")
    if before.low in ("every", "most", "many", "all"):
        return True
    if before.text in ("&", "+") or before.low in ("toy", "plush", "model", "costume", "lego"):
        return True
    return ahead in ("owned", "run") and before.after == ","


def _is_creature(line: Sequence[Token], at: int, *, told: bool) -> bool:
    """Somebody or something no lexicon knows, near the beginning, with a verb of its own: ``a snail crosses``."""
    if at > 4 or (at and line[at - 1].after) or at + 1 >= len(line) or line[at].after:
        return False
    creatures = lexicon("people")["creatures"]
    is_alive = cast_of(line[at].low) is not None or any(one in creatures for one in forms(line[at].low))
    minds = lexicon("people")["minds"]
    ahead = next((one.low for one in line[at + 1 : at + 4] if one.low not in lexicon("grammar")["adverbs"]), "")
    if told and is_alive:
        return True
    if is_alive and ahead == "of" and line[0].low in ("the", "a", "an"):
        # ``the keeper of the salt mine hears singing``
        verbs = lexicon("grammar")["verbs"]
        return any(one.low in minds or one.low in verbs for one in line[at + 3 : at + 7] if one.low.endswith("s"))
    if ahead == "is" and at + 2 < len(line) and line[at + 2].low in _MOODS:
        return True
    if is_alive and at and line[at].low.endswith(("s", "men")) and ahead in lexicon("grammar")["acts"]:
        return True
    if is_alive and ahead in ("who", "that", "whose") and at + 2 < len(line):
        if noun_class(line[at].low) in _TRADES:
            return any(one.low in ("his", "her", "he", "she") for one in line[at:])
        return bool(re.search(r"ed$", line[at + 2].low)) or line[at + 2].low in lexicon("grammar")["past"]
    if is_alive and usual_part(line[at].low) in ("n", ""):
        return (
            ahead in minds
            or _does_something(line, at + 1)
            or (_is_bare_verb(line, at + 1) and line[at].low.endswith("s"))
        )
    is_within = any(
        one.low in lexicon("grammar")["cues"] for one in line[1:at] if one.low in lexicon("grammar")["breaks"]
    )
    is_thing = noun_class(line[at].low) not in ("", "time", "feeling", "body") and not is_within
    opens = at > 0 and (
        line[0].low in ("a", "an", "one", "two", "three") or line[at - 1].low in ("old", "little", "last", "lonely")
    )
    is_that = ahead == "that" and at + 2 < len(line) and line[at + 2].low in lexicon("people")["minded"]
    return is_thing and (opens or line[0].low == "the") and (ahead in minds or is_that or ahead in ("who", "whose"))


def _is_bare_verb(line: Sequence[Token], at: int) -> bool:
    """``rivals row the boat``."""
    if at + 1 >= len(line) or line[at].after:
        return False
    follows = line[at + 1].low
    grammar = lexicon("grammar")
    return verb_stem(line[at].low) == line[at].low and (
        follows in grammar["determiners"] or follows in grammar["breaks"]
    )


def _is_maker(line: Sequence[Token], at: int) -> bool:
    """A person by the form of the noun, in a brief that goes on with ``his`` or ``her``: ``violin maker``."""
    low = line[at].low
    is_formed = bool(re.search(r"(?:maker|keeper|player|smith|ist|man|woman|seller|driver|worker)$", low))
    if not is_formed and not (re.search(r"(?:er|or)$", low) and _does_something(line, at + 1)):
        return False
    goes_on = any(one.low in ("his", "her", "he", "she") for one in line[at:])
    is_who = at + 1 < len(line) and line[at + 1].low == "who"
    goes_on = goes_on or (is_who and any(_does_something(line, later) for later in range(at + 3, len(line))))
    return low not in owners() and (goes_on or _does_something(line, at + 1))


def _does_something(line: Sequence[Token], at: int) -> bool:
    """Whether a verb in -s with its object comes here: ``finds a violin``."""
    if at + 1 >= len(line) or line[at].after:
        return False
    if line[at].low not in lexicon("grammar")["verbs"] and not verb_stem(line[at].low):
        return False
    follows = line[at + 1].low
    return line[at].low.endswith("s") and (follows in lexicon("grammar")["determiners"] or follows in _COUNTS)


def _crafted(line: Sequence[Token], at: int) -> str:
    """The noun with the one before it, unless that says only how the person is."""
    before = line[at - 1].low if at else ""
    grammar = lexicon("grammar")
    is_plain = not before or before in grammar["determiners"] or before in grammar["openers"] or is_ordinary(before)
    return line[at].low if is_plain and before not in owners() else f"{before} {line[at].low}"


def _noun_at(line: Sequence[Token], at: int) -> tuple[str, int]:
    """The noun at a place, of two words where the lexicon has such, and the place of its last word."""
    leads = known_leads()
    if at + 1 < len(line) and f"{line[at].low} {line[at + 1].low}" in leads:
        return f"{line[at].low} {line[at + 1].low}", at + 1
    return line[at].low, at


def _is_object(line: Sequence[Token], at: int, *, told: bool) -> bool:
    """Whether somebody else has acted before, the noun follows ``for`` or ``by``, or a crowd has an opinion."""
    ahead = line[at + 1].low if at + 1 < len(line) and not line[at].after else ""
    if ahead and at + 2 < len(line) and line[at + 2].low in ("this", "these", "our") and line[at].low.endswith("s"):
        return True
    crowd = {token.low for token in line[:at]} & {"hundred", "thousand", "million", "hundreds", "thousands", "millions"}
    if crowd or (line[at].low.endswith(("s", "men")) and ahead in lexicon("people")["opinions"]):
        return True
    before = [token.low for token in line[max(0, at - 3) : at]]
    if told:
        return False
    if any(word in ("for", "by", "from", "to", "like", "without") for word in before):
        return True
    verbs = lexicon("grammar")["verbs"]
    return any(token.low in verbs or token.low in ("that", "which", "where", "when", "whose") for token in line[1:at])


def _acts(line: Sequence[Token], at: int, *, told: bool) -> bool:
    """Whether a verb follows, or the place where the lead stands."""
    while at < len(line) and line[at].low in lexicon("grammar")["adverbs"]:
        at += 1
    if at >= len(line):
        return False
    low = line[at].low
    if low == "that" and at + 1 < len(line) and re.search(r"ed$", line[at + 1].low):
        # ``the wolf that guarded the sheep``
        return noun_class(line[at - 1].low) not in _TRADES
    if low in ("who", "whose") and noun_class(line[at - 1].low) in _TRADES and not told:
        # A gardener who comes every Tuesday is for hire.
        return any(one.low in ("his", "her", "he", "she") for one in line[at:])
    if low in ("is", "are", "was", "were") and at + 1 < len(line) and re.search(r"(?:ed|ing)$", line[at + 1].low):
        return True
    if low in ("and", "with", "who", "whose", "in", "on", "at", "under", "by", "against", "across", "through", "alone"):
        return True
    if (
        low in lexicon("grammar")["verbs"]
        or low in lexicon("grammar")["acts"]
        or (told and low in ("is", "was", "were"))
    ):
        return True
    is_verb = low not in owners() or bool(re.search(r"[^s]s$", low))
    if at + 1 < len(line) and line[at + 1].low in lexicon("grammar")["determiners"] and is_verb:
        return low not in lexicon("grammar")["breaks"]
    if low.endswith("ing") and at + 1 < len(line):
        ahead = line[at + 1].low
        return (
            ahead in lexicon("grammar")["determiners"] or ahead in lexicon("grammar")["breaks"] or ahead.endswith("ly")
        )
    is_noun = bool(re.search(r"[^s]s$", low)) and noun_class(low) != "" and not verb_stem(low)
    is_noun = is_noun or (low.endswith("ed") and usual_part(low) == "n")
    return bool(line[at - 1].after) or (bool(re.search(r"[^s']s$|ed$", low)) and not is_noun)


def _event_lead(line: Sequence[Token]) -> Lead | None:
    """Who is in an event that opens the brief: a runner in a chase."""
    events = lexicon("people")["events"]
    for at, token in enumerate(line[:5]):
        if token.low in events and not (at and line[at - 1].low in ("from", "of", "for", "after", "by")):
            ahead = line[at + 1].low if at + 1 < len(line) and not token.after else ""
            if ahead in lexicon("grammar")["businesses"] or ahead in lexicon("people")["event_trades"]:
                # A funeral home is a house of business.
                return None
            noun, who, age = events[token.low]
            return f"the {noun}", (str(who), int(age))
    return None
