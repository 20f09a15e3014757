"""Hooks and statements: which sentence says plainly what is sold, as in ``Borrow a drill. The tool library``."""

from collections.abc import Sequence

from reelwright.providers.builtin.writer.capitals import is_invented
from reelwright.providers.builtin.writer.kinds import kind_at_end, kind_within
from reelwright.providers.builtin.writer.nouns import class_kind, usual_part
from reelwright.providers.builtin.writer.phrases import Phrase, noun_phrases
from reelwright.providers.builtin.writer.tokens import Token
from reelwright.providers.builtin.writer.words import lexicon

_STATED, _TEASED = 2.5, -2.5
"""What speaks for the phrase that a statement opens with, and against those of the hook before it."""
_OPENERS = ("a", "an", "the", "our", "new", "just", "this", "from", "by", "at", "every", "only")
_FINITE = ("is", "are", "was", "were", "has", "have", "had", "will", "can", "could", "must", "never", "always", "does")


def stated_in(line: Sequence[Token], phrases: Sequence[Phrase], brand: str) -> int:
    """The sentence after a hook that opens with the product; 0 where the first sentence does or none does.

    Args:
        line: The brief's tokens.
        phrases: Its noun phrases.
        brand: The brand or nothing: beside it a verb may follow the product.
    """
    firsts: dict[int, Phrase] = {}
    for phrase in phrases:
        firsts.setdefault(line[phrase.start].sentence, phrase)
    if 0 in firsts and _opens_nominally(line, firsts[0], "") and not _is_hook(line):
        return 0
    stated = [at for at, phrase in firsts.items() if at and _opens_nominally(line, phrase, brand)]
    return stated[0] if stated else 0


def statement_weight(line: Sequence[Token], phrase: Phrase, stated: int) -> float:
    """What the statement says for or against a phrase."""
    sentence = line[phrase.start].sentence
    if not stated or sentence > stated:
        return 0.0
    if sentence < stated:
        return _TEASED
    return _STATED if all(one.low in _OPENERS for one in _said_before(line, phrase)) else 0.0


def sells_after_hook(line: Sequence[Token]) -> bool:
    """Whether a later sentence opens with a product, by a name nobody bears: ``The Nestly car seat reclines``."""
    for phrase in noun_phrases(line):
        if not line[phrase.start].sentence or not all(one.low in _OPENERS for one in _said_before(line, phrase)):
            continue
        words = [one.low for one in line[phrase.start : phrase.end]]
        is_named = is_invented(line[phrase.start].text) and line[phrase.start].is_name_like
        explains = line[phrase.end - 1].after in (",", ":", "-") and phrase.end + 1 < len(line)
        if is_named and explains and line[phrase.end].low in ("a", "an", "the"):
            # ``IronMate, the steam press``
            told = [one.low for one in line[phrase.end + 1 : phrase.end + 5]]
            return bool(kind_within(told) or class_kind(told[:2]))
        if (is_named and kind_within(words)) or (not _goes_on(line, phrase) and kind_at_end(words)[0]):
            return True
    return False


def _is_hook(line: Sequence[Token]) -> bool:
    """Whether the first sentence asks, or calls somebody to do something."""
    last = next((at for at, one in enumerate(line) if one.sentence), len(line)) - 1
    return line[last].after == "?" or line[0].low in lexicon("grammar")["imperatives"]


def _opens_nominally(line: Sequence[Token], phrase: Phrase, brand: str) -> bool:
    """``The tool library on Mill Lane``: a product, and no verb of its own."""
    said = _said_before(line, phrase)
    if not all(one.low in _OPENERS for one in said):
        return False
    words = [one.low for one in line[phrase.start : phrase.end]]
    names = brand.replace("’", "'").split()
    if all(one.text.removesuffix("'s") in names for one in line[phrase.start : phrase.end]):
        return False
    is_call = not said and usual_part(line[phrase.start].low) == "v" and not kind_at_end(words[:1])[0]
    if is_call and phrase.end - phrase.start == 2:
        # ``Press play``
        return False
    by = [one.text for one in line[phrase.end : phrase.end + 2]]
    if names and by[:1] in (["by"], ["from"]) and by[1:] == names[:1]:
        return True
    is_brands = any(one.text in names[:1] for one in line[phrase.start : phrase.end - 1])
    is_article = is_brands or (bool(said) and said[-1].low in ("a", "an", "our"))
    if not (kind_at_end(words)[0] or class_kind(words) or is_article):
        return False
    is_named = any(one.text.removesuffix("'s") in names[:1] for one in line[phrase.start : phrase.end])
    return is_named or not _goes_on(line, phrase)


def _goes_on(line: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a verb follows the phrase."""
    if phrase.end >= len(line) or line[phrase.end - 1].after in (".", "!", "?", ":", ";"):
        return False
    follows, grammar = line[phrase.end].low, lexicon("grammar")
    return follows in _FINITE or follows in grammar["verbs"] or follows.endswith("n't")


def _said_before(line: Sequence[Token], phrase: Phrase) -> list[Token]:
    sentence = line[phrase.start].sentence
    return [one for one in line[: phrase.start] if one.sentence == sentence]
