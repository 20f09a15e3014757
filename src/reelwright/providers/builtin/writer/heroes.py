"""A story's lead by name: ``Aldar Kose tricks``, ``Alma and Jonas meet``, ``Yerlan, a shepherd boy, chases``."""

import re
from collections.abc import Sequence

from reelwright.providers.builtin.writer.capitals import is_invented, is_place
from reelwright.providers.builtin.writer.kinds import owners
from reelwright.providers.builtin.writer.names import is_ordinary
from reelwright.providers.builtin.writer.nouns import cast_of, verb_stem
from reelwright.providers.builtin.writer.tokens import Token
from reelwright.providers.builtin.writer.words import lexicon

_LONGEST_ASIDE = 8
_TITLES = ("inspector", "captain", "professor", "sergeant", "detective", "mr", "mrs", "miss", "ms", "dr", "sir", "lady")
_DWELLS = ("lives", "lived", "dwells", "dwelt", "sleeps", "slept", "waits", "waited", "stands", "stood", "sits", "sat")


def named_lead(text: str, line: Sequence[Token]) -> tuple[str, tuple[str, int]] | None:
    """A name that does something: ``Aldar Kose tricks``; one word alone needs a story's verb or a pronoun."""
    if _is_small_name(text, line):
        female = bool(re.search(r"\b(?:her|she)\b", text, re.IGNORECASE))
        return line[0].text.capitalize(), ("woman" if female else "man", 34)
    names: list[str] = []
    for token in line:
        if not token.text[:1].isupper() or token.low in lexicon("grammar")["not_names"] or token.text.isupper():
            break
        names.append(token.text)
        if token.after:
            break
    if not names or len(names) > 3 or len(names) >= len(line) or (len(names) == 1 and is_ordinary(names[0])):
        return None
    verb = line[len(names)].low
    grammar = lexicon("grammar")
    is_finite = verb in grammar["past"] or bool(re.search(r"[^s]s$|ed$|ing$", verb))
    tells = verb not in owners() and is_finite and (verb in grammar["verbs"] or verb in grammar["acts"])
    pronoun = bool(re.search(r"\b(?:his|her|he|she|him)\b", text, re.IGNORECASE))
    titled = len(names) > 1 and (names[0].lower() in _TITLES or _alive(names[0].lower()) is not None)
    sells = verb in grammar["brand_verbs"] and not (pronoun or titled)
    goes = bool(re.search(r"[^s]s$", verb)) or (verb.endswith("ing") and verb not in grammar["keeps_ing"])
    moves = (
        tells
        or (titled and verb in ("has", "had", "must", "is", "was"))
        or (goes and (pronoun or (len(names) > 1 and not is_ordinary(names[0]))))
    )
    if sells or not moves or not (len(names) > 1 or pronoun or tells):
        return None
    female = names[0] in ("Baba", "Princess", "Queen", "Lady", "Mother", "Mrs", "Miss", "Ms", "Aunt", "Sister") or bool(
        re.search(r"\b(?:her|she)\b", text, re.IGNORECASE)
    )
    return " ".join(names), ("woman" if female else "man", 42)


def _is_small_name(text: str, line: Sequence[Token]) -> bool:
    """``lena moves back to the island where her brother``: a name in small letters, a verb, and whose things."""
    if len(line) < 5 or line[0].after or not is_invented(line[0].text) or not line[0].text.islower():
        return False
    verb, grammar = line[1].low, lexicon("grammar")
    tells = verb.endswith("s") and (verb in grammar["verbs"] or verb in grammar["acts"])
    return tells and bool(re.search(r"\b(?:his|her|he|she)\b", text)) and verb not in grammar["brand_verbs"]


def couple_lead(line: Sequence[Token]) -> tuple[str, tuple[str, int]] | None:
    """Two who are named together and do something: ``Alma and Jonas meet on the night bus``."""
    if len(line) < 5 or line[1].low != "and" or any(token.after for token in line[:3]):
        return None
    pair = (line[0], line[2])
    if not all(token.text.istitle() and not is_ordinary(token.text) and not is_place(token.text) for token in pair):
        return None
    grammar, verb = lexicon("grammar"), line[3].low
    tells = verb in grammar["past"] or verb in grammar["acts"] or verb_stem(verb) in (verb, f"{verb[:-1]}", verb[:-2])
    return (f"{line[0].text} and {line[2].text}", ("any", 34)) if tells and verb not in grammar["brand_verbs"] else None


def described_lead(line: Sequence[Token]) -> tuple[str, tuple[str, int]] | None:
    """A name with who that is between commas, and a verb: ``Yerlan, a shepherd boy, chases``."""
    if len(line) < 6 or line[0].after != "," or not line[0].text.istitle() or line[1].low not in ("a", "an", "the"):
        return None
    end = next((at for at in range(2, min(_LONGEST_ASIDE, len(line) - 2)) if line[at].after == ","), 0)
    cast = _alive(line[end].low) if end else None
    grammar, verb = lexicon("grammar"), line[end + 1].low
    tells = verb in grammar["past"] or (verb.endswith("s") and (verb in grammar["verbs"] or verb_stem(verb) != ""))
    return (line[0].text, cast) if cast and tells else None


def dweller_lead(line: Sequence[Token]) -> tuple[str, tuple[str, int]] | None:
    """Who stands after its verb: ``Deep in the swamp lives a witch``."""
    for at, token in enumerate(line[1 : _LONGEST_ASIDE + 2], 1):
        if token.low not in _DWELLS or token.sentence or at + 2 >= len(line):
            continue
        if line[at + 1].low not in ("a", "an", "the", "one") or line[0].low in ("the", "a", "an"):
            return None
        found = [(one.low, _alive(one.low)) for one in line[at + 2 : at + 5]]
        return next(((f"the {low}", cast) for low, cast in found if cast), None)
    return None


def _alive(low: str) -> tuple[str, int] | None:
    known: tuple[str, int] | None = lexicon("people")["leads"].get(low) or cast_of(low)
    return (str(known[0]), int(known[1])) if known else None
