"""What it costs a speaker to pause before each word of a text, and its words' parts of speech for that."""

import re
from collections.abc import Sequence

from reelwright.providers.builtin.writer.nouns import verb_stem
from reelwright.providers.builtin.writer.tagger import Mark, marks
from reelwright.providers.builtin.writer.tokens import Token, tokens
from reelwright.providers.builtin.writer.words import telling

FREE, NEVER = 0.0, 14.0
"""The cost between sentences, and where a word would hang in the air."""
CLAUSE, TAIL = 0.7, 1.9
"""The most that a pause costs before a new thought, and before what could be left out."""
_WITHIN, _ODD = 12.0, 6.0
_FINITE = ("VBZ", "VBP", "VBD", "AUX", "PRON+", "VB")
_ACTING = (*_FINITE, "VBG", "VBN")
_OPEN = ("DET", "ADJ", "ADP", "CCONJ", "SCONJ", "AUX", "PART", "NUM")
"""Words after which something must follow."""
_JOINERS = (
    "and",
    "but",
    "until",
    "because",
    "while",
    "then",
    "so",
    "when",
    "before",
    "after",
    "as",
    "or",
    "yet",
    "nor",
    "if",
)
_WHEN = ("when", "while", "as", "before", "after", "if")
_TURNING = ("but", "because", "until")
_RELATIVE = ("who", "that", "which", "whose", "where", "whom")
_HANGING = (
    "because",
    "until",
    "on",
    "at",
    "in",
    "to",
    "for",
    "of",
    "with",
    "from",
    "by",
    "a",
    "an",
    "the",
    "and",
    "or",
    "but",
    "than",
)
"""Words that no piece ends with."""
_OWNERS = ("my", "your", "his", "her", "its", "our", "their")
_PARTICLES = ("up", "down", "out", "off", "away", "back", "home")
_WANTING = ("wants", "want", "has", "have", "needs", "need", "tries", "try", "begins", "going", "used", "how", "learns")
_ABBREVIATED = re.compile(r"(?:[A-Z]|St|Mr|Mrs|Ms|Dr|No|approx)\.")


def joints(words: Sequence[str]) -> list[float]:
    """The cost before each word, 0 where a sentence begins, 14 where nobody pauses.

    Args:
        words: A text's words with their signs, as ``str.split`` gives them.
    """
    at_word: list[int] = []
    count = 0
    for word in words:
        at_word.append(count)
        count += bool(tokens(word))
    line = tokens(" ".join(words))
    found = [*marked(line)]
    found += [Mark("X", "O")] * (count + 1 - len(found))
    costs = [_joint(words, line, found, index, at) for index, at in enumerate(at_word)]
    return _verbs_kept(costs, line, found, at_word)


def marked(line: Sequence[Token]) -> list[Mark]:
    """The marks of a story's words; a word in -s that stands where a verb does is one: ``stops every clock``."""
    found = list(marks(line))
    has_verb = False
    for at in range(1, len(found)):
        has_verb = has_verb and not line[at].opens
        if found[at].part in ("NOUN", "PROPN", "ADP") and _is_verb_after_all(line, found, at, has_verb=has_verb):
            found[at] = Mark("VBZ", "O")
            if found[at - 1].chunk in ("B", "I"):
                found[at - 1] = Mark(found[at - 1].part, "E-subj")
        elif found[at].part == "NOUN" and not has_verb and _is_plain_verb(line, found, at):
            # ``A boy and his robot watch the last sunset``
            found[at] = Mark("VBP", "O")
        elif found[at].part in ("VBP", "VB") and not line[at - 1].after and _is_noun_after_all(line, found, at):
            found[at] = Mark("NOUN", found[at].chunk)
        has_verb = has_verb or found[at].part in _FINITE
    return found


def _is_plain_verb(line: Sequence[Token], found: Sequence[Mark], at: int) -> bool:
    """Whether a word taken for a noun stands between another and an article, and is used as a verb as a rule."""
    is_between = found[at - 1].part in ("NOUN", "PROPN") and at + 1 < len(found) and line[at + 1].low in _ARTICLES
    return is_between and not line[at - 1].after and not line[at].after and verb_stem(line[at].low) == line[at].low


def _is_noun_after_all(line: Sequence[Token], found: Sequence[Mark], at: int) -> bool:
    """Whether a plain verb stands where only a noun can: ``every love letter``, ``her teddy bear``."""
    if found[at - 1].part in ("DET", "ADJ"):
        return True
    is_one = found[at - 1].part == "NOUN" and not line[at - 1].low.endswith("s") and found[at].part == "VBP"
    return at > 1 and is_one and found[at - 2].part in ("DET", "ADJ", "PRON")


def _is_verb_after_all(line: Sequence[Token], found: Sequence[Mark], at: int, *, has_verb: bool) -> bool:
    low, before = line[at].low, found[at - 1].part
    if not re.search(r"[^s]s$", low) or low in _NO_VERBS or line[at].text[:1].isupper() or line[at - 1].after:
        return False
    follows = found[at + 1].part if at + 1 < len(found) and not line[at].after else ""
    is_told = follows != "" and line[at + 1].low in _ARTICLES
    if not has_verb and before in ("NOUN", "PROPN") and is_told:
        # ``A troll guards a bridge``
        return True
    if not verb_stem(low) or (follows and follows not in _BEHIND):
        return False
    if before == "CCONJ":
        return bool(follows)
    if before == "ADJ":
        return not has_verb and follows in ("ADP", "DET", "PART", "PRON", "SCONJ")
    return before in ("NOUN", "PROPN", "PRON") and (not has_verb or before == "PRON" or not follows)


_ARTICLES = ("a", "an", "the", "his", "her", "their", "its", "every", "no", "my", "one", "two")
_NO_VERBS = (
    "his",
    "its",
    "as",
    "this",
    "is",
    "was",
    "has",
    "across",
    "does",
    "perhaps",
    "always",
    "sometimes",
    "towards",
)
_BEHIND = ("DET", "PRON", "ADP", "NUM", "PART", "SCONJ", "ADV", "ADJ", "VBG")
"""What may follow a verb."""


def _verbs_kept(costs: list[float], line: list[Token], found: list[Mark], at_word: list[int]) -> list[float]:
    """The costs, higher within a subject that has its verb still to come."""
    dearer = list(costs)
    begun = 0
    for index, at in enumerate(at_word):
        begun = at if costs[index] <= CLAUSE else begun
        has_verb = any(mark.part in _FINITE for mark in found[begun:at])
        goes_on = any(mark.part in _FINITE for mark in found[at : at + 9])
        is_long = at < len(line) and found[at].part in _FINITE and at - begun > 3
        if CLAUSE < costs[index] < NEVER and goes_on and not has_verb and not is_long and at - begun < 5:
            dearer[index] += 2.5
    return dearer


def _joint(words: Sequence[str], line: list[Token], found: list[Mark], index: int, at: int) -> float:
    if index == 0:
        return FREE
    if at >= len(line) or not any(map(str.isalnum, words[index])):
        return NEVER
    by_sign = _after_sign(words[index - 1], line, found, at)
    if by_sign is not None:
        return by_sign
    low, part, before = line[at].low, found[at].part, found[at - 1]
    is_counted = (before.part in ("NUM", "ADJ") and low not in ("and", "or")) or low in _TURNING
    if low in _JOINERS and (before.part not in _OPEN or is_counted):
        return _at_joiner(line, found, at)
    if low in _RELATIVE and before.part in ("NOUN", "PROPN", "PRON", "NUM"):
        return 1.2
    is_owned = line[at - 1].low in _OWNERS and part in ("NOUN", "PROPN", "ADJ", "VBN")
    if line[at - 1].low in (*_RELATIVE, *_WHEN, *_HANGING) or low == "not" or is_owned:
        return NEVER
    if before.part == "ADJ" and part in ("DET", "ADP") and low != "of":
        # ``late the day…``
        return 1.6 if part == "DET" else 2.0
    if before.part in _OPEN and line[at - 1].low not in _PARTICLES and part != "PART":
        return NEVER
    return _at_word(line, found, at)


def _after_sign(word: str, line: list[Token], found: list[Mark], at: int) -> float | None:
    """The cost after a word that ends with a sign; None after any other."""
    tail = word.rstrip("\"”'’")[-1:]
    if tail in ".!?" and not _ABBREVIATED.fullmatch(word):
        return FREE
    if tail in (";", ":"):
        return 0.2
    if tail == ",":
        begun = max((back + 1 for back in range(at - 1) if line[back].after), default=0)
        is_place = found[begun].part == "ADP" and not any(mark.part in _FINITE for mark in found[begun:at])
        if line[at].low in _RELATIVE or is_place or line[begun].low in _WHEN:
            # ``In a small village, a mermaid works``
            return 0.9
        # One adjective more, or a thought of its own.
        return 4.0 if found[at - 1].part == "ADJ" and found[at].part in ("ADJ", "NOUN") else 0.5
    return None


def _at_joiner(line: list[Token], found: list[Mark], at: int) -> float:
    low, rest = line[at].low, _rest(line, found, at)
    if low in ("and", "or"):
        nouns = next((step for step, part in enumerate(rest) if part in ("NOUN", "PROPN")), 9)
        verbs = next((step for step, part in enumerate(rest) if part in _FINITE), 9)
        begun = max((back + 1 for back in range(at) if line[back].after), default=0)
        has_verb = any(mark.part in _FINITE for mark in found[begun:at]) and at - begun > 1
        # ``and finds the mayor``, ``and she stays``; ``a goat and a violin``, ``Sara and Ben`` are one thing.
        return 0.6 if has_verb and verbs < 9 and verbs <= nouns + 2 else 3.0
    if low == "so" and rest[:1] and rest[0] in ("ADJ", "ADV"):
        return _ODD
    is_clause = any(part in _FINITE for part in rest)
    if low in _WHEN:
        # What only says when goes on with what it belongs to.
        return 0.8 if is_clause else 1.0
    return 0.6 if is_clause else 1.1


def _rest(line: list[Token], found: list[Mark], at: int) -> list[str]:
    """The parts of speech behind a word up to the next sign, at most seven."""
    end = next((later + 1 for later in range(at + 1, min(len(line), at + 8)) if line[later].after), at + 8)
    return [mark.part for mark in found[at + 1 : min(len(line), end)]]


def _at_word(line: list[Token], found: list[Mark], at: int) -> float:
    """Before a word that neither follows a sign nor joins two thoughts."""
    low, previous, part, before = line[at].low, line[at - 1].low, found[at].part, found[at - 1]
    if low == "to" and part == "PART":
        return 2.4 if previous in _WANTING or before.part in _FINITE else 1.3
    if part == "ADP" or low in telling("going_on"):
        is_left_over = bool(line[at].after) or (at + 1 < len(found) and found[at + 1].part == "CCONJ")
        return 9.0 if is_left_over and before.part in _ACTING else _at_preposition(low, previous, before)
    if (part == "NUM" and before.part in ("NOUN", "PROPN")) or previous.isdigit():
        # ``ward 7``, ``14 June``
        return _WITHIN
    if low in ("me", "him", "them", "us") or (low in ("her", "it", "you") and before.part in _ACTING):
        return _WITHIN
    if low in ("how", "what", "why", "when", "if", "whether"):
        return 1.4
    if found[at].chunk == "I" or (found[at].chunk.startswith("E-") and before.chunk in ("B", "I")):
        return _WITHIN
    return _at_phrase(found, at)


def _at_preposition(low: str, previous: str, before: Mark) -> float:
    if low == "of" or (low == "to" and before.part == "NUM"):
        return _ODD
    if low in (*_PARTICLES, "on", "over") and before.part in _FINITE:
        return 7.0
    if before.part == "ADP":
        return 1.4 if previous in _PARTICLES else 7.0
    return 2.2 if before.part in _ACTING else 1.0


def _at_phrase(found: list[Mark], at: int) -> float:
    part, before = found[at].part, found[at - 1].part
    after_noun = before in ("NOUN", "PROPN")
    if part in ("VBZ", "VBD", "VBP", "AUX") and after_noun:
        # ``is afraid`` says little without who is.
        return (3.0 if at > 3 else 3.8) + 1.5 * (part == "AUX")
    if part in ("DET", "NUM", "PRON") and after_noun:
        # ``…the night his wife dies``, ``…every evening``
        return 1.5
    if part in ("DET", "PRON", "NUM", "PROPN") and before in _ACTING:
        return 2.6
    if part == "VBG" and after_noun:
        return 1.6
    if part in ("ADJ", "ADV", "NOUN") and before in _ACTING:
        # ``falls asleep``
        return 9.0
    return 4.0 if part == "ADV" else _ODD
