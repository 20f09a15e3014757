"""Signs of a whole brief: how it opens, whom it speaks to, who acts, which words it uses."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from reelwright.providers.builtin.writer.kinds import kind_at_end
from reelwright.providers.builtin.writer.nouns import cast_of, forms, noun_class
from reelwright.providers.builtin.writer.tagger import Mark, Span, spans
from reelwright.providers.builtin.writer.tokens import Token
from reelwright.providers.builtin.writer.words import found, lexicon

FINITE = ("VB", "VBZ", "VBP", "VBD", "AUX", "PRON+")
"""Parts of speech that make a sentence of a phrase."""
_SPEAKERS = {
    **dict.fromkeys(("you", "your", "yours"), "you"),
    **dict.fromkeys(("we", "us", "our"), "we"),
    **dict.fromkeys(("i", "me", "my"), "i"),
    **dict.fromkeys(("he", "him", "his", "she", "her"), "he or she"),
    **dict.fromkeys(("they", "their"), "they"),
}
_PRICE = re.compile(r"[$€£%]|\b\d+\s?(?:euros?|eur|dollars|pounds|quid|off)\b")
_MANY = re.compile(r"\b\d+\s?(?:k\b|m\b|,\d{3}|million|thousand)", re.IGNORECASE)
_STEPS = (0.4, 0.8, 1.3, 1.9, 2.6, 3.5, 5.0)
_LEADS_BY = (0.3, 0.6, 1.0, 1.5, 2.2)


def signs_of(text: str, line: Sequence[Token], marks: Sequence[Mark], brand: str) -> list[str]:
    """What tells a story from an advertisement, and one template from another, beside the words.

    Args:
        text: The brief without what leads in.
        line: Its tokens, at least one.
        marks: Their marks, at most as many.
        brand: Empty where it names none.
    """
    line = line[: len(marks)]
    lows = [token.low for token in line]
    parts = [mark.part for mark in marks]
    signs = [f"sentences {min(line[-1].sentence + 1, 4)}", f"words {min(len(line) // 4, 8)}"]
    signs += [f"says {_SPEAKERS[low]}" for low in lows if low in _SPEAKERS]
    signs += [f"opens {' '.join(parts[:count])}" for count in (1, 2, 3)]
    signs += [f"first {lows[0]}", f"two {' '.join(lows[:2])}"]
    signs += [f"has {part}" for part in FINITE[:4] if part in parts]
    signs += [] if any(part in FINITE for part in parts) else ["verbless"]
    signs += [f"sells {word}" for word in found(text, lexicon("grammar")["selling"])]
    signs += [f"sign {token.after}" for token in line if token.after in (":", "-")]
    signs.append("somebody" if any(_is_somebody(low) for low in lows) else "nobody")
    if any(kind_at_end([low])[0] for low in lows):
        signs.append("kind named")
    return [*signs, *_of_signs(text, brand), *_of_actors(line, marks), *_of_ending(line, marks)]


def words_of(line: Sequence[Token]) -> list[str]:
    """The words with what they may be forms of, and the classes of nouns."""
    lows = [token.low for token in line]
    signs = [f"word {form}" for low in lows for form in (low, *forms(low)[1:])]
    return signs + [f"class {name}" for name in map(noun_class, lows) if name not in ("", "other")]


def pairs_of(line: Sequence[Token]) -> list[str]:
    """Words with their neighbours."""
    return [f"pair {before} {low}" for before, low in pairwise(["^", *(token.low for token in line), "$"])]


def signs_of_weights(weights: Mapping[str, float]) -> list[str]:
    """What the evidence lexicon says of the templates, in steps: how strong each is, how far the first leads."""
    ranked = sorted(weights, key=lambda slug: -weights[slug])
    signs = [f"score {slug} {step}" for slug in weights for step in _STEPS if weights[slug] >= step]
    lead = weights[ranked[0]] - weights[ranked[1]]
    return [
        *signs,
        f"best {ranked[0]}",
        f"second {ranked[1]}",
        *(f"ahead {ranked[0]} {step}" for step in _LEADS_BY if lead >= step),
    ]


def _of_signs(text: str, brand: str) -> list[str]:
    text = text.rstrip()
    last = text.rstrip(" \"'”’")[-1:]
    checks = {
        "asks at the end": last == "?",
        "asks": "?" in text,
        "shouts": "!" in text,
        "number": any(sign.isdigit() for sign in text),
        "price": bool(_PRICE.search(text)),
        "many": bool(_MANY.search(text)),
        "brand": bool(brand),
    }
    return [sign for sign, holds in checks.items() if holds] + [f"ends {last if last in '.!?' else '-'}"]


def _of_actors(line: Sequence[Token], marks: Sequence[Mark]) -> list[str]:
    """Who stands first, who does something, and what follows."""
    phrases = list(spans(marks))
    subjects = [phrase for phrase in phrases if phrase.role == "subj"]
    signs = [] if subjects else ["no subject"]
    for at, phrase in enumerate(subjects[:2]):
        who, ahead = _who(line, marks, phrase), _part(marks, phrase.end)
        signs += [f"subject {at} {who}", f"subject {at} {who} {ahead}", f"subject {marks[phrase.start].part} {who}"]
        if not at:
            signs.append(f"subject at {min(phrase.start, 3)} {who} {ahead}")
    for phrase in phrases[:1]:
        low = line[phrase.end - 1].low
        who = "somebody" if _is_somebody(low) else noun_class(low) or "none"
        signs += [f"opening {who}", f"opening {line[phrase.start].low} {who}"]
        signs.append(f"opening {who} {phrase.role} {_part(marks, phrase.end)}")
    return signs


def _who(line: Sequence[Token], marks: Sequence[Mark], phrase: Span) -> str:
    head = line[phrase.end - 1]
    if _is_somebody(head.low):
        return "somebody"
    if marks[phrase.end - 1].part.startswith("PRON"):
        return "pronoun"
    return "name" if head.text[:1].isupper() and not head.opens else noun_class(head.low) or "none"


def _of_ending(line: Sequence[Token], marks: Sequence[Mark]) -> list[str]:
    """The last of several sentences: its length, how it opens, whether it has a verb."""
    if not line[-1].sentence:
        return []
    last = [mark.part for token, mark in zip(line, marks, strict=True) if token.sentence == line[-1].sentence]
    verbs = "verbal" if any(part in FINITE for part in last) else "verbless"
    return [f"last {min(len(last), 5)}", f"last {verbs}", f"last opens {last[0]}"]


def _part(marks: Sequence[Mark], at: int) -> str:
    return marks[at].part if at < len(marks) else "$"


def _is_somebody(low: str) -> bool:
    return cast_of(low) is not None or low in lexicon("people")["leads"]
