"""What a noun phrase's place in its brief says of its being the product: openers, cues, hooks and names before it."""

from collections.abc import Sequence

from reelwright.providers.builtin.writer.kinds import kind_at_end, owners
from reelwright.providers.builtin.writer.phrases import Phrase, is_opinion
from reelwright.providers.builtin.writer.tokens import Token
from reelwright.providers.builtin.writer.words import lexicon

_OPENING, _CUED, _APPOSED, _RELATIVE, _PEOPLE = 2.5, 3.0, 3.0, -1.5, -2.5
"""How much speaks for a phrase: it opens the brief, a cue as ``introducing`` or ``our`` leads to it, it explains a
name, it stands in a relative clause, it names people."""
_SOLD_BY, _AFTER_HOOK, _BEFORE_NAME, _LATER = 2.0, 3.0, -1.2, -0.2
"""Its maker follows; a hook with a colon stands before it; it stands in a tease, and who sells is named only
later; each sentence before its own."""
_FILMS = ("ad", "advert", "commercial", "spot", "promo", "video", "trailer", "campaign", "reel", "clip")


def standing(line: Sequence[Token], phrase: Phrase, brand: str, *, is_led_in: bool) -> float:
    """What the phrase's place in the sentence says."""
    cues: dict[str, float] = lexicon("grammar")["cues"]
    head, before = line[phrase.end - 1].low, phrase.start - 1 - len(phrase.lead_in)
    follows = phrase.end < len(line) and not line[phrase.end - 1].after
    said = (
        (_OPENING, _opens(line, phrase, cues)),
        (_AFTER_HOOK, before >= 0 and line[before].after == ":" and not _tells_kind(line, before)),
        (_SOLD_BY, _is_sold_by(line, phrase, brand)),
        (_CUED, phrase.is_first and head in _FILMS and phrase.end - phrase.start > 1),
        (_CUED, is_led_in and phrase.is_first),
        (_RELATIVE, phrase.in_relative),
        (_PEOPLE, _is_proper(line, phrase, brand)),
        (_PEOPLE, head in lexicon("people")["audience"] and head not in owners()),
        (_PEOPLE - _OPENING, follows and is_opinion(line, phrase.end)),
        (_BEFORE_NAME, _is_before_name(line, phrase, brand)),
        (_APPOSED, _follows_name(line, phrase, brand)),
    )
    weight = sum(cues.get(word, 0.0) for word in phrase.lead_in[-2:]) + _LATER * line[phrase.start].sentence
    return weight + sum(one for one, holds in said if holds)


def _opens(line: Sequence[Token], phrase: Phrase, cues: dict[str, float]) -> bool:
    """Whether it opens the brief, or answers a hook; what is asked before more is said opens nothing."""
    is_first = phrase.is_first or _after_people(line, phrase)
    is_first = is_first and not any(cues.get(word, 0.0) < -0.5 for word in phrase.lead_in)
    is_hook = line[-1].sentence > line[phrase.start].sentence and is_asked(line, phrase)
    return (is_first or _answers_hook(line, phrase)) and not is_hook


def _answers_hook(line: Sequence[Token], phrase: Phrase) -> bool:
    """Whether it opens the sentence after a question or a tease: ``Something is coming. Sneaker drop``."""
    at = phrase.start - len(phrase.lead_in)
    if not line[phrase.start].sentence or (at > 0 and not line[at].opens):
        return False
    hook = [one for one in line if one.sentence == line[phrase.start].sentence - 1]
    low = {one.low for one in hook}
    return hook[-1].after == "?" or bool(
        low & {"something", "someone", "it"} and low & {"coming", "way", "here", "near"}
    )


def _after_people(line: Sequence[Token], phrase: Phrase) -> bool:
    """``For teachers: lesson plans``: whom the brief calls stands before what it sells."""
    at = phrase.start - 1 - len(phrase.lead_in)
    if at < 0 or at > 4 or line[at].after not in (":", ","):
        return False
    return line[at].low in lexicon("people")["audience"] or line[0].low == "for"


def _tells_kind(line: Sequence[Token], at: int) -> bool:
    """After ``standing desk: quiet motor`` come features; but ``One less worry: a lock``."""
    return bool(kind_at_end([one.low for one in line[max(0, at - 2) : at + 1] if one.sentence == line[at].sentence])[0])


def _is_sold_by(line: Sequence[Token], phrase: Phrase, brand: str) -> bool:
    """``Christmas hampers from Oakley Farm Shop``."""
    ahead = [one.low for one in line[phrase.end : phrase.end + 4]]
    if ahead[:3] == ["in", "aid", "of"]:
        return True
    if not brand or line[phrase.end - 1].after not in ("", ",") or ahead[:1] not in (["by"], ["from"], ["at"]):
        return False
    first = brand.lower().replace("’", "'").split()[0]
    return any(one.removesuffix("'s") == first.removesuffix("'s") for one in ahead[1:])


def _is_before_name(line: Sequence[Token], phrase: Phrase, brand: str) -> bool:
    """Whether it stands in a tease, and who sells is named in a later sentence."""
    first = (brand.split() or [""])[0]
    named = [one.sentence for one in line if one.text.removesuffix("'s").removesuffix("’s") == first]
    return bool(named) and line[phrase.start].sentence < min(named)


def _is_proper(line: Sequence[Token], phrase: Phrase, brand: str) -> bool:
    """``Swim the Channel``: one word with a capital in a sentence of small letters names a place or a day."""
    only = line[phrase.start]
    is_alone = phrase.end - phrase.start == 1 and phrase.lead_in[-1:] == ("the",)
    return is_alone and only.text.istitle() and not only.opens and only.text not in brand.split()


def _follows_name(line: Sequence[Token], phrase: Phrase, brand: str) -> bool:
    """``Halo, the ring``, ``Kumo: a sofa``, ``Nordvik is a jacket``, ``Kuro ramen bar``."""
    ahead = [token.text for token in line[max(0, phrase.start - 4) : phrase.start]]
    return bool(ahead) and any(word in brand.split() for word in ahead)


def is_asked(line: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the phrase stands in a question: ``is your inbox killing you?`` sells no inbox."""
    sentence = line[phrase.start].sentence
    return any(token.after == "?" for token in line[phrase.start :] if token.sentence == sentence)
