"""What a brief adds to its product's name in its own words, and how that can be said: alone, or only after the name."""

import re

from reelwright.providers.builtin.writer.analyse import Reading
from reelwright.providers.builtin.writer.phrasing import with_article
from reelwright.providers.builtin.writer.tagger import marks
from reelwright.providers.builtin.writer.tokens import tokens
from reelwright.providers.builtin.writer.words import lexicon, uncapitalised, word_count

NO_NAMES = ("go", "believe", "guess", "length", "trial", "what", "why")
"""Words that a hurried reading takes for products; nobody asks for a go."""
_ASKS = re.compile(r"(?:why|who|whose|how|where|when|which|what) ", re.IGNORECASE)
_JOINTS = re.compile(r"^[\s,:;-]*(?:that|which|who)?\s*", re.IGNORECASE)
_TAILS = re.compile(
    r"(for|with|without|made|from|in|at|to|of|aged|trusted|delivered|capturing|ready|set|light|on|under|by|over|across|near"
    r"|around|through|online|open|you can|never|do not|don't|\w+ed"
    r"|woven|grown|built|cut|cast|shown|held|sold|kept|told|served|sewn|spun|knit|run|caught|drawn|thrown|written|born"
    r"|\w+er than)\b"
)
_ALONE = re.compile(
    r"(?!(?:with|without|from|to|of|light|by|over|across|around|through|online|you|never|do|don't)\b"
    r"|in (?!the |a |an )[a-z])"
)
"""What can be said without its noun: ``for dry eyes``, ``by the sea``; never ``with a cat``."""
_MOST_AT_THE_END = 6
_SEASONS = re.compile(r"(?:in (?:spring|summer|autumn|winter)|by the)\b")
_OF_PLACE = re.compile(r"(?:in|at|on|to|by|under|over)\b")
_FOUND_THERE = re.compile(
    r"^(?:in|at|on|near|by|under)\b.*?"
    r"\b(?=(?:opens|starts|begins|returns|closes|reopens|needs|celebrates|gives|is|are)\b)",
    re.IGNORECASE,
)
"""Where a thing is, before what it does: ``in Ashby Park opens on Saturday``."""
_AT_A_NAME = re.compile(
    r"^((?:in|at|near) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
    r"(?= (?!for|with|and|since|from|by|of|on|in|near|at|that|to)[a-z]).*$"
)
"""A place's name, and what is no part of it: ``in Kingston yuh ever bite``."""
_LONGEST, _LIST = 6, "shopping list"


def after_the_name(reading: Reading) -> str:
    """The brief's own promise without the name it begins with: ``for busy moms``, ``starts your morning right``."""
    said, own = _after_the_name(reading), _own_name(reading)
    return own.sub("", said) if own else said


def _own_name(reading: Reading) -> re.Pattern[str] | None:
    """What only says the name again: ``called Lumen that``, ``by Harlow & Finch``."""
    brand = re.escape(reading.brand)
    if not brand:
        return None
    return re.compile(
        rf"^(?:(?:called|named|by|from|for)\s+[\"“]?|[\"“]){brand}[\"”]?,?(?:\s+(?:that|which|who)\b)?\s*",
        re.IGNORECASE,
    )


def _after_the_name(reading: Reading) -> str:
    promise = re.sub(r"^the\s+", "", reading.sign_off, flags=re.IGNORECASE)
    for name in (reading.call, reading.noun_phrase, reading.brand):
        if name and promise.lower().startswith(name.lower()):
            return _FOUND_THERE.sub("", _JOINTS.sub("", promise[len(name) :], count=1))
    if promise or reading.call or reading.is_question:
        return ""
    said = re.match(
        rf"(?:[\w’'-]+,? ){{0,3}}?{re.escape(reading.noun_phrase)},? ((?:[^.!?;:]|(?<=\d)[.:](?=\d))+)",
        reading.spoken,
        re.IGNORECASE,
    )
    return _FOUND_THERE.sub("", _JOINTS.sub("", said[1], count=1)).strip() if said else ""


def slogan(reading: Reading) -> str:
    """What a brief says behind its product and a colon, where it calls: ``adopt, don't shop``; else empty."""
    phrase = re.escape(reading.noun_phrase)
    said = re.match(rf"(?:the |an? |our )?{phrase}(?:: | - | – )([a-z][^.:;!?]+)$", reading.spoken, re.IGNORECASE)
    words = said[1].split() if said and not reading.brand and not reading.call else []
    calls = bool(words) and words[0].lower().strip(",") in lexicon("grammar")["imperatives"]
    return " ".join(words) if calls and len(words) <= _LONGEST else ""


def is_asking(reading: Reading) -> bool:
    """Whether a brief asks what it does not answer: ``Why do cats purr?``, but not ``Tired of back pain?``."""
    return reading.is_question and _ASKS.match(reading.spoken) is not None


def added_to(name: str, reading: Reading, number: str = "") -> dict[str, str]:
    """What the brief adds to a name, by slot; a slot is empty where nothing is added or it cannot be said so.

    Returns:
        ``tail`` and ``where`` (a place or an hour) stand alone: ``for busy moms``, ``by the sea``; ``called`` is what
        a brand sells with it: ``the scarf you can wash``; ``named`` is the name with it, ``whole`` the same as a
        sentence of its own: ``a bookshop with a cat``.
    """
    tail = _tail(reading)
    is_alone = bool(_ALONE.match(tail)) or bool(_SEASONS.match(tail))
    is_alone = is_alone or (bool(reading.call) and re.match(r"(?:in|at|for|from|with)\b", tail) is not None)
    if re.match(r"(?:never|do|don't)\b", tail):
        tail = f"that {tail}"
    is_place = _OF_PLACE.match(tail) is not None
    ends_alike = bool(name) and name.lower().endswith(reading.noun_phrase.split()[-1].lower())
    named = f"{name} {tail}" if tail and ends_alike else ""
    # Where the name with it is too long for a last line, it is said by itself.
    is_alone = is_alone or (tail.startswith("with ") and word_count(named) > _MOST_AT_THE_END)
    has_article = re.match(r"(?:the|an?|our|my|your)\b", name) or re.search(r"(?:ing|ish)$", reading.noun_phrase)
    is_one = reading.is_countable and reading.noun_phrase != _LIST and not reading.brand and not has_article
    article = re.search(rf"\b((?:the|an?) ){re.escape(reading.noun_phrase)}\b", reading.prompt, re.IGNORECASE)
    called = f"{article[1].lower() if article else ''}{reading.noun_phrase} {tail}"
    whole = with_article(named) if is_one and named else named
    if reading.noun_phrase == _LIST and word_count(reading.spoken) <= _LONGEST:
        # A list is told by what stands on it.
        whole = uncapitalised(reading.spoken.rstrip(" .!"))
    return {
        "tail": _alone(tail, number) if is_alone and not is_place else "",
        "where": tail if is_alone and is_place else "",
        "called": called if tail and reading.brand and reading.noun_phrase not in NO_NAMES else "",
        "named": named,
        "whole": whole,
    }


def _alone(tail: str, number: str) -> str:
    """What is added to the name as far as it means something without it."""
    if number and number in tail:
        # Its number is said by itself.
        return ""
    return re.sub(r"^(for .+?) without .*$", r"\1", tail)


def _tail(reading: Reading) -> str:
    text = uncapitalised(after_the_name(reading).strip(" .!"))
    clauses = [part.strip() for part in re.split(r",\s", text) if part.strip()]
    tail = clauses[0] if clauses else ""
    if len(clauses) > 1 and word_count(tail) == 2 and marks(tokens(tail))[-1].part == "ADJ":
        # "for dry, damaged hair": what stands before the comma has no noun yet.
        tail = f"{tail}, {clauses[1]}"
    tail = _AT_A_NAME.sub(r"\1", tail)
    if re.match(r"\w+ (?:its|their|his|her) |in the world\b|in town\b", tail):
        return ""
    return tail if _TAILS.match(tail) and word_count(tail) <= _LONGEST else ""
