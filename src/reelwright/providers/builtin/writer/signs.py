"""Candidates for what a brief is about: its noun phrases, each with the signs that its place and words give."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reelwright.providers.builtin.writer.kinds import kind_at_end, kind_within
from reelwright.providers.builtin.writer.nouns import cast_of, class_at_end, facts_of, is_known, usual_part, verb_stem
from reelwright.providers.builtin.writer.phrases import noun_phrases
from reelwright.providers.builtin.writer.standing import is_on_the_way
from reelwright.providers.builtin.writer.tagger import Mark, spans
from reelwright.providers.builtin.writer.tokens import Token
from reelwright.providers.builtin.writer.towns import is_town
from reelwright.providers.builtin.writer.words import lexicon

_UNNAMED = ("DET", "PRON", "PRON+", "NUM", "ADP", "CCONJ", "SCONJ", "PART", "AUX", "ADV", "X")
"""No phrase begins with these."""
_HEADS = ("NOUN", "PROPN", "VBG", "ADJ", "VB", "VBP", "VBN", "X", "INTJ")
_INNER = ("VB", "VBZ", "VBP", "VBD", "VBG", "VBN", "ADP", "PRON", "AUX")
"""What seldom stands within a phrase that is one thing."""
_ASKING = [[word, verb] for word in ("why", "how", "when", "where") for verb in ("do", "does", "did", "can")]
_OBJECTS = ("them", "me", "us", "him", "her", "it", "people", "the", "our", "your", "how", "why")
_ORDERED = ("book", "order", "visit", "hire", "rent", "join", "try", "buy")
_SHOTS = ("slow", "slow-motion", "slowmo", "motion", "close-up", "close-ups", "closeup", "closeups", "macro", "asmr")
_HOUSES = ("client", "company", "business", "firm", "startup", "start-up", "brand", "studio", "agency", "shop", "team")
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
    def place(self) -> tuple[int, int]:
        """Where it begins and ends."""
        return self.start, self.end


def place_of(line: Sequence[Token], phrase: str) -> tuple[int, int] | None:
    """Where a phrase stands first, whatever its capitals; None where it stands nowhere."""
    words, lows = phrase.lower().split(), [token.low for token in line]
    starts = (start for start in range(len(lows) - len(words) + 1) if lows[start : start + len(words)] == words)
    found = next(starts, None) if words else None
    return None if found is None else (found, found + len(words))


def candidates(
    line: Sequence[Token], marks: Sequence[Mark], brand: str, picked: tuple[int, int] | None
) -> list[Candidate]:
    """Every noun phrase with its signs, in order.

    Args:
        line: The brief's tokens.
        marks: Their marks, at most as many.
        brand: The brand as written; a phrase of its words alone is no candidate.
        picked: Where the rules of `product_of` found the product, None where they found none.
    """
    line = line[: len(marks)]
    roles: dict[tuple[int, int], str] = {}
    wholes: dict[int, tuple[int, int]] = {}
    for span in spans(marks):
        place = _trimmed(line, marks, span.start, span.end)
        roles.setdefault(place, span.role)
        wholes.update(dict.fromkeys(range(*place), place))
    for phrase in noun_phrases(line):
        start, end = _trimmed(line, marks, phrase.start, phrase.end)
        same_end = next((role for (_, other), role in roles.items() if other == end), "none")
        roles.setdefault((start, end), same_end)
    if picked and picked[1] <= len(line):
        roles.setdefault(picked, next((role for (_, end), role in roles.items() if end == picked[1]), "none"))
    for (start, end), role in list(roles.items()):
        for other in (*_shorter(line, start, end), *_parts(line, marks, start, end)):
            roles.setdefault(other, role)
    ends = {end for _, end in roles}
    for at, mark in enumerate(marks[: len(line)]):
        # ``on all pizzas every tuesday``: a product that no phrase ends with.
        is_last = at + 1 == len(line) or marks[at + 1].part not in _HEADS
        is_noun = mark.part == "NOUN" or (at > 0 and line[at - 1].low in ("all", "every", "our", "any", "the"))
        if is_noun and is_last and at + 1 not in ends and kind_at_end([line[at].low])[0]:
            roles.setdefault((at, at + 1), "none")
    named = {word.removesuffix("'s") for word in brand.lower().split()}
    tails = set(_tails(line, brand))
    for place in tails:
        roles.setdefault(place, "none")
    kept = [
        place
        for place in sorted(roles)
        if place[0] < place[1]
        and not _begins_with_deed(line, place, named)
        and not _is_wished(line, place)
        and not _is_where(line, place)
        and not _is_gift(line, place[0])
        and not (is_on_the_way(line, place[0]) and any(token.after in (":", "-", ",", ".") for token in line))
        and not _is_house(line, place, named)
        and (
            place == picked
            or place in tails
            or any(token.low.removesuffix("'s") not in named for token in line[slice(*place)])
        )
        and (place == picked or marks[place[1] - 1].part in _HEADS or roles[place] == "none")
    ][:_MOST]
    found: list[Candidate] = []
    for at, (start, end) in enumerate(kept):
        own = set[str]() if (start, end) in tails else named
        signs = _signs(line, marks, (start, end), roles[start, end], own, picked, at, len(kept))
        cut = _cut(marks, (start, end), wholes.get(end - 1, (start, end)))
        extra = [f"tail of brand {end - start}"] if (start, end) in tails else []
        found.append(Candidate(start, end, (*signs, *cut, *extra)))
    return found


def _begins_with_deed(line: Sequence[Token], place: tuple[int, int], brand: set[str]) -> bool:
    """What is done is no part of what is sold: ``DinnerCrate sends ingredients``, ``book doctor online``, ``I run``."""
    start, end = place
    if start and line[start - 1].low in ("i", "we", "they"):
        return True
    first = next((at for at in range(start, end) if line[at].low not in brand), start)
    follows_brand = first > 0 and line[first - 1].low in brand and not line[first - 1].after
    low, is_more = line[first].low, first + 1 < end
    if follows_brand and verb_stem(low) not in ("", low) and not kind_at_end([low])[0]:
        return True
    words = [token.low for token in line[start:end]]
    return is_more and line[start].opens and low in _ORDERED and kind_at_end(words)[1] < len(words)


def _is_gift(line: Sequence[Token], start: int) -> bool:
    """``Buy one get a free pillow``: what comes on top."""
    at = start if line[start].low == "free" else start - 1
    before = [token.low for token in line[max(0, at - 2) : at]]
    return at > 0 and line[at].low == "free" and (before == ["get", "a"] or before[-1] in ("plus", "with"))


def _is_where(line: Sequence[Token], place: tuple[int, int]) -> bool:
    """``Burke & Nolan Roofing Galway``: the town of who sells."""
    words = line[slice(*place)]
    return (
        len(words) == 1
        and words[0].is_name_like
        and place[0] > 0
        and is_town(words[0].text)
        and not is_known(words[0].low)
    )


def _is_wished(line: Sequence[Token], place: tuple[int, int]) -> bool:
    """``Soft piano please.`` after what is sold, ``Please do a calm film``: a wish for the film."""
    start, end = place
    before = {token.low for token in line[max(0, start - 3) : start]}
    if line[end - 1].low in lexicon("grammar")["films"] and before & {"make", "do", "create", "want", "need", "shoot"}:
        return True
    if any(token.low in _SHOTS for token in line[start:end]) and end - start > 1:
        return True
    own = [token.low for token in line if token.sentence == line[place[0]].sentence]
    return line[place[0]].sentence > 0 and len(own) < 7 and "please" in (own[0], own[-1])


def _is_house(line: Sequence[Token], place: tuple[int, int], brand: set[str]) -> bool:
    """``Our company Relume``: who sells, said beside the name."""
    start, end = place
    said = [token.low for token in line[start:end] if token.low not in brand]
    beside = {token.low for token in line[end - 1 : end + 1]} & brand
    is_own = start > 0 and line[start - 1].low in ("our", "my")
    return is_own and bool(beside) and len(said) == 1 and said[0] in _HOUSES


def _parts(line: Sequence[Token], marks: Sequence[Mark], start: int, end: int) -> Iterator[tuple[int, int]]:
    """A phrase without what a number or a verb within it parts off: ``abaya`` of ``abaya starting 3500 tenge``."""
    for cut in range(start + 1, end):
        ahead, before = marks[cut].part, marks[cut - 1].part
        if (ahead in _PARTING or line[cut].text[0].isdigit()) and before not in _PARTING:
            yield start, cut
        if before in _PARTING or line[cut - 1].text[0].isdigit():
            yield cut, end


def _tails(line: Sequence[Token], brand: str) -> Iterator[tuple[int, int]]:
    """What a house's own name says it does: ``Shutter Repair`` of ``Aslam Shutter Repair``."""
    place = place_of(line, brand) if len(brand.split()) > 1 else None
    if not place or not is_known(line[place[1] - 1].low):
        return
    for start in range(max(place[0] + 1, place[1] - 2), place[1]):
        if line[start].low not in ("&", "and", "of", "the") and is_known(line[start].low):
            yield start, place[1]


def _cut(marks: Sequence[Mark], place: tuple[int, int], whole: tuple[int, int]) -> Iterator[str]:
    """What of a longer phrase stands before and after."""
    if place == whole:
        yield "whole phrase"
        return
    if whole[0] < place[0] < whole[1]:
        yield f"cut after {marks[place[0] - 1].part}"
    if whole[0] < place[1] < whole[1]:
        yield f"cut before {marks[place[1]].part}"


def _trimmed(line: Sequence[Token], marks: Sequence[Mark], start: int, end: int) -> tuple[int, int]:
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


def _shorter(line: Sequence[Token], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The phrase without a verb that opens or ends it by mistake, or the film it is for: ``sports drink ad``."""
    if end - start < 2:
        return
    if usual_part(line[start].low) == "v":
        yield start + 1, end
    last = line[end - 1].low
    if line[start].low in _SHOTS:
        yield start + 1, end
    if shots := [at for at in range(start + 1, end) if line[at].low in _SHOTS]:
        # ``pistachio gelato slow motion close ups``
        yield start, shots[0]
    if last in lexicon("grammar")["films"] or usual_part(last) == "v" or (last.endswith("s") and verb_stem(last)):
        yield start, end - 1


def _signs(
    line: Sequence[Token],
    marks: Sequence[Mark],
    place: tuple[int, int],
    role: str,
    brand: set[str],
    picked: tuple[int, int] | None,
    at: int,
    count: int,
) -> list[str]:
    start, end = place
    words = [token.low for token in line[start:end] if token.low.removesuffix("'s") not in brand]
    signs = [*_of_words(line, marks, place, words), *_of_place(line, marks, place, role, at, count)]
    signs += [*_of_brand(line, place, brand), *_of_talk(line, place)]
    if picked:
        same = "picked" if picked == place else "picked end" if picked[1] == end else ""
        overlaps = picked[0] < end and start < picked[1]
        signs.append(same or ("touches picked" if overlaps else "passed over"))
    return signs


def _of_words(line: Sequence[Token], marks: Sequence[Mark], place: tuple[int, int], words: list[str]) -> list[str]:
    """What the words themselves say."""
    start, end = place
    head = line[end - 1].low
    kind, named = kind_at_end(words) if words else ("", 0)
    within = "" if kind or not words else kind_within(words)
    name = class_at_end(words) if words else ""
    facts = facts_of(name)
    people = lexicon("people")
    words_count = min(2, end - start)
    signs = [
        f"head {marks[end - 1].part}",
        f"first {marks[start].part}",
        f"words {min(4, end - start)}",
        f"names kind {min(2, named)}" if kind else "within kind" if within else "no kind",
        f"class {name or 'none'}",
        f"usual {usual_part(head) or 'none'}",
        f"usual {usual_part(head) or 'none'} {words_count}",
        f"first usual {usual_part(line[start].low) or 'none'} {words_count}",
    ]
    signs += [f"head {head.removesuffix('s')}", *(f"said {low}" for low in words[:-1])]
    signs += [f"inner {mark.part}" for mark in marks[start + 1 : end - 1] if mark.part in _INNER]
    if facts.get("kind"):
        signs.append("class sells")
    if cast_of(head) or head in people["leads"] or head in people["audience"]:
        signs.append("somebody")
    for name in ("events", "businesses", "perks", "asides", "mass_nouns", "count_nouns", "containers", "institutions"):
        if head in lexicon("grammar")[name]:
            signs.append(f"in {name}")
    if head in lexicon("grammar")["films"]:
        signs.append("film word")
    if line[end - 1].text[:1].isupper() and not line[end - 1].opens:
        signs.append("capital")
    if head.endswith("s"):
        signs.append("plural")
    if any(re.search(r"\d", token.text) for token in line[start:end]):
        signs.append("digit")
    if any("'" in word for word in words):
        signs.append("possessive")
    return signs


def _of_talk(line: Sequence[Token], place: tuple[int, int]) -> Iterator[str]:
    """Whether the brief speaks of itself: ``tone``, ``end card``, ``Show them talking``."""
    start, end = place
    if line[end - 1].low in lexicon("genres")["talk"]:
        yield "brief talk"
    if line[start].opens and end < len(line) and not line[end - 1].after and line[end].low in _OBJECTS:
        yield "calls on"


def _of_place(
    line: Sequence[Token], marks: Sequence[Mark], place: tuple[int, int], role: str, at: int, count: int
) -> list[str]:
    """What stands around the phrase."""
    start, end = place
    sentence, last = line[start].sentence, line[-1].sentence
    own = [one for one in range(len(line)) if line[one].sentence == sentence]
    parts = [marks[one].part for one in own]
    opening = marks[own[0]].part
    ruler, ruler_part = _ruler(line, marks, start)
    before = _before(line, start, 1)
    ahead = (
        "$" if end >= len(line) else f"sign {line[end - 1].after}" if line[end - 1].after else _near(line, marks, end)
    )
    is_verbless = not any(part in ("VB", "VBZ", "VBP", "VBD", "AUX", "PRON+") for part in parts)
    is_asked = line[own[-1]].after == "?"
    where = "only" if last == 0 else "first" if sentence == 0 else "last" if sentence == last else "middle"
    kind, _ = kind_at_end([token.low for token in line[start:end]])
    named = "kind" if kind else "none"
    signs = [
        f"role {role}",
        f"role {role} {named}",
        f"role {role} {ruler}",
        f"ruled by {ruler}",
        f"ruled by {ruler_part} {role}",
        f"before {before}",
        f"two before {_before(line, start, 2)} {before}",
        f"ahead {ahead}",
        f"{where} sentence",
        f"{where} sentence {role} {'asked' if is_asked else 'told'}",
        f"opening {opening} {role}",
        f"opening word {line[own[0]].low} {role}" if _is_small(line[own[0]].low) else f"{opening} opens",
        f"place {min(at, 4)}",
        f"from the end {min(count - 1 - at, 3)}",
        f"{'verbless' if is_verbless else 'sentence'} {where}",
        f"verbless {at == 0} {role} {named}" if is_verbless else f"verbal {opening} {role} {named}",
    ]
    if is_asked:
        signs.append("asked")
    if end < len(line) and line[end].low in lexicon("grammar")["films"]:
        signs.append("ahead film word")
    if start == own[0]:
        signs.append(f"opens {where}")
    opener = next((line[one].low for one in range(own[0], start) if marks[one].part == "VB"), "")
    if opener and marks[own[0]].part == "VB":
        signs.append(f"call {opener}")
    signs += _of_commas(line, start, end)
    return signs


def _of_commas(line: Sequence[Token], start: int, end: int) -> list[str]:
    """What signs stand before and after, anywhere in the sentence."""
    sentence = line[start].sentence
    before = {token.after for token in line[:start] if token.sentence == sentence and token.after}
    after = {token.after for token in line[end - 1 :] if token.sentence == sentence and token.after}
    signs = [f"after a {sign}" for sign in sorted(before)]
    signs += [f"before a {sign}" for sign in sorted(after)]
    start -= start > 0 and line[start - 1].low in ("a", "an", "the", "our") and not line[start - 1].after
    if start and line[start - 1].after:
        signs.append(f"right after {line[start - 1].after}")
    return [*signs, *_of_piece(line, start, end)]


def _of_piece(line: Sequence[Token], start: int, end: int) -> Iterator[str]:
    """Which piece between two signs it stands in, and how much of it it fills: ``Biltong. Wind, salt, ten days``."""
    ahead = line[end - 1].after if end < len(line) else "$"
    piece = sum(bool(token.after) for token in line[:start])
    pieces = sum(bool(token.after) for token in line[:-1]) + 1
    opens = not start or bool(line[start - 1].after)
    filled = "all" if opens and ahead else "opens" if opens else "ends" if ahead else "within"
    place = "only" if pieces == 1 else "last" if piece == pieces - 1 else str(min(piece, 3))
    yield f"piece {place} {filled}"
    yield f"piece {place} {filled} {ahead}"
    yield f"piece {place} of {min(pieces, 6)}"
    kind = "kind" if kind_at_end([token.low for token in line[start:end]])[0] else "none"
    yield f"piece {place} {filled} {kind}"


def _of_brand(line: Sequence[Token], place: tuple[int, int], brand: set[str]) -> list[str]:
    """Where the brand stands."""
    start, end = place
    if not brand:
        return []
    at = [one for one, token in enumerate(line) if token.low.removesuffix("'s") in brand]
    if not at:
        return []
    signs = ["with brand" if any(start <= one < end for one in at) else "beside no brand"]
    lead = start - 1 if start and line[start - 1].low in ("a", "an", "the", "our") else start
    if lead - 1 in at:
        signs.append(f"brand before {line[lead - 1].after} {lead < start}")
    if lead - 2 in at:
        signs.append(f"brand {line[lead - 1].low if _is_small(line[lead - 1].low) else '-'} before")
    if end in at:
        signs.append(f"brand ahead {line[end - 1].after}")
    if end + 1 in at and end < len(line):
        signs.append(f"brand ahead {line[end].low if _is_small(line[end].low) else '-'}")
    same = any(line[one].sentence == line[start].sentence for one in at)
    signs.append("brand's sentence" if same else "brand elsewhere")
    return signs


def _ruler(line: Sequence[Token], marks: Sequence[Mark], start: int) -> tuple[str, str]:
    """The word outside of phrases that rules the phrase, as far as it is common, and its part."""
    for at in range(start - 1, max(-1, start - 5), -1):
        if line[at].sentence != line[start].sentence:
            break
        if marks[at].chunk == "O":
            low = line[at].low
            return (low if _is_small(low) else marks[at].part), marks[at].part
    return "^", "^"


def _before(line: Sequence[Token], start: int, back: int) -> str:
    at = start - back
    if at < 0:
        return "^"
    if back == 1 and line[at].after:
        return line[at].after
    return line[at].low if _is_small(line[at].low) else "9" if line[at].text[0].isdigit() else "-"


def _near(line: Sequence[Token], marks: Sequence[Mark], at: int) -> str:
    return line[at].low if _is_small(line[at].low) else marks[at].part


def _is_small(low: str) -> bool:
    return low in lexicon("grammar")["governors"]
