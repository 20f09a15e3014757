"""Candidates for what a brief is about: its noun phrases and parts of them, but for those that guards forbid."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reelwright.providers.builtin.writer.guards import NO_PRODUCT, SHOTS
from reelwright.providers.builtin.writer.laid_out import LaidOut
from reelwright.providers.builtin.writer.nouns import is_known, usual_part, verb_stem
from reelwright.providers.builtin.writer.phrases import noun_phrases
from reelwright.providers.builtin.writer.signs import Place, Sight, signs_of
from reelwright.providers.builtin.writer.tagger import Mark, spans
from reelwright.providers.builtin.writer.tokens import Token
from reelwright.providers.builtin.writer.words import lexicon

_UNNAMED = ("DET", "PRON", "PRON+", "NUM", "ADP", "CCONJ", "SCONJ", "PART", "AUX", "ADV", "X")
"""No phrase begins with these."""
_HEADS = ("NOUN", "PROPN", "VBG", "ADJ", "VB", "VBP", "VBN", "X", "INTJ")
_ASKING = [[word, verb] for word in ("why", "how", "when", "where") for verb in ("do", "does", "did", "can")]
_MOST = 80
_PARTING = ("VB", "VBZ", "VBP", "VBD", "VBG", "NUM", "ADP", "PRON", "INTJ", "SCONJ")
"""What parts two things that were taken for one."""


@dataclass(frozen=True)
class Candidate:
    """A phrase that may be what the film is about: tokens ``start`` to ``end`` (not included)."""

    start: int
    end: int
    signs: tuple[str, ...]

    @property
    def place(self) -> Place:
        """Where it begins and ends."""
        return self.start, self.end


def place_of(line: Sequence[Token], phrase: str) -> Place | None:
    """Where a phrase stands first, whatever its capitals; None where it stands nowhere."""
    words, lows = phrase.lower().split(), [token.low for token in line]
    starts = (start for start in range(len(lows) - len(words) + 1) if lows[start : start + len(words)] == words)
    found = next(starts, None) if words else None
    return None if found is None else (found, found + len(words))


def candidates(out: LaidOut, brand: str, picked: Place | None) -> list[Candidate]:
    """Every noun phrase with its signs, in order.

    Args:
        out: The brief.
        brand: The brand as written; a phrase of its words alone is no candidate.
        picked: Where the rules of `product_of` found the product, None where they found none.
    """
    line, marks = out.marked, out.marks
    roles, wholes = _phrases(line, marks, picked)
    named = {word.removesuffix("'s") for word in brand.lower().split()}
    tails = set(_tails(line, brand))
    roles |= {place: "none" for place in tails if place not in roles}
    kept = [place for place in sorted(roles) if not any(holds(line, place, named) for holds in NO_PRODUCT)]
    kept = [place for place in kept if not out.directions & set(range(*place))]
    kept = [place for place in kept if place in (picked, *tails) or _has_own_words(line, place, named)]
    kept = [place for place in kept if place == picked or marks[place[1] - 1].part in _HEADS or roles[place] == "none"]
    found: list[Candidate] = []
    for at, place in enumerate(kept[:_MOST]):
        start, end = place
        sight = Sight(place, roles[place], set() if place in tails else named, picked, at, len(kept[:_MOST]))
        cut = _cut(marks, place, wholes.get(end - 1, place))
        extra = [f"tail of brand {end - start}"] if place in tails else []
        found.append(Candidate(start, end, (*signs_of(line, marks, sight), *cut, *extra)))
    return found


def _has_own_words(line: Sequence[Token], place: Place, brand: set[str]) -> bool:
    return any(token.low.removesuffix("'s") not in brand for token in line[slice(*place)])


def _phrases(
    line: Sequence[Token], marks: Sequence[Mark], picked: Place | None
) -> tuple[dict[Place, str], dict[int, Place]]:
    """Every phrase with its role in the sentence, and the whole phrase that each word stands in."""
    roles: dict[Place, str] = {}
    wholes: dict[int, Place] = {}
    for span in spans(marks):
        place = _trimmed(line, marks, span.start, span.end)
        roles.setdefault(place, span.role)
        wholes.update(dict.fromkeys(range(*place), place))
    others = [_trimmed(line, marks, phrase.start, phrase.end) for phrase in noun_phrases(line)]
    for place in (*others, *([picked] if picked and picked[1] <= len(line) else [])):
        roles.setdefault(place, next((role for (_, end), role in roles.items() if end == place[1]), "none"))
    for (start, end), role in list(roles.items()):
        for other in (*_shorter(line, start, end), *_parts(line, marks, start, end)):
            roles.setdefault(other, role)
    return {(start, end): role for (start, end), role in roles.items() if start < end}, wholes


def _parts(line: Sequence[Token], marks: Sequence[Mark], start: int, end: int) -> Iterator[Place]:
    """A phrase without what a number or a verb within it parts off: ``abaya`` of ``abaya starting 3500 tenge``."""
    for cut in range(start + 1, end):
        ahead, before = marks[cut].part, marks[cut - 1].part
        if (ahead in _PARTING or line[cut].text[0].isdigit()) and before not in _PARTING:
            yield start, cut
        if before in _PARTING or line[cut - 1].text[0].isdigit():
            yield cut, end


def _tails(line: Sequence[Token], brand: str) -> Iterator[Place]:
    """What a house's own name says it does: ``Shutter Repair`` of ``Aslam Shutter Repair``."""
    place = place_of(line, brand) if len(brand.split()) > 1 else None
    if not place or not is_known(line[place[1] - 1].low):
        return
    for start in range(max(place[0] + 1, place[1] - 2), place[1]):
        if line[start].low not in ("&", "and", "of", "the") and is_known(line[start].low):
            yield start, place[1]


def _cut(marks: Sequence[Mark], place: Place, whole: Place) -> Iterator[str]:
    """What of a longer phrase stands before and after."""
    if place == whole:
        yield "whole phrase"
        return
    if whole[0] < place[0] < whole[1]:
        yield f"cut after {marks[place[0] - 1].part}"
    if whole[0] < place[1] < whole[1]:
        yield f"cut before {marks[place[1]].part}"


def _trimmed(line: Sequence[Token], marks: Sequence[Mark], start: int, end: int) -> Place:
    """Without articles, numbers and words of time around it."""
    openers = lexicon("grammar")["openers"]
    while start < end - 1 and (
        marks[start].part in _UNNAMED or line[start].low in openers or line[start].text[0].isdigit()
    ):
        start += 1
    if end - start > 1 and start > 1 and [token.low for token in line[start - 2 : start]] in _ASKING:
        # ``Why do cats purr``
        end -= 1
    for at in range(end - 1, start, -1):
        if line[at - 1].after:
            # A sign ends a phrase.
            return at, end
    return start, end


def _shorter(line: Sequence[Token], start: int, end: int) -> Iterator[Place]:
    """The phrase without a verb that opens or ends it by mistake, or the film it is for: ``sports drink ad``."""
    if end - start < 2:
        return
    if usual_part(line[start].low) == "v":
        yield start + 1, end
    last = line[end - 1].low
    if line[start].low in SHOTS:
        yield start + 1, end
    if shots := [at for at in range(start + 1, end) if line[at].low in SHOTS]:
        # ``pistachio gelato slow motion close ups``
        yield start, shots[0]
    if last in lexicon("grammar")["films"] or usual_part(last) == "v" or (last.endswith("s") and verb_stem(last)):
        yield start, end - 1
