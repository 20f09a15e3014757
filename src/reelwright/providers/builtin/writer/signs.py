"""What is seen of a phrase that may be what a brief is about: its words, its place, the brand beside it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reelwright.providers.builtin.writer.kinds import kind_at_end, kind_within
from reelwright.providers.builtin.writer.nouns import cast_of, class_at_end, facts_of, usual_part
from reelwright.providers.builtin.writer.tagger import Mark
from reelwright.providers.builtin.writer.tokens import Token
from reelwright.providers.builtin.writer.words import lexicon

Place = tuple[int, int]
"""Where a phrase begins and, not included, ends."""
_INNER = ("VB", "VBZ", "VBP", "VBD", "VBG", "VBN", "ADP", "PRON", "AUX")
"""What seldom stands within a phrase that is one thing."""
_OBJECTS = ("them", "me", "us", "him", "her", "it", "people", "the", "our", "your", "how", "why")


@dataclass(frozen=True)
class Sight:
    """A phrase as its signs look at it."""

    place: Place
    role: str
    """Its role in the sentence, as of `tagger.Span`."""
    brand: set[str]
    """Words that do not count as the phrase's own."""
    picked: Place | None
    """Where the rules found the product."""
    at: int
    """Which of the phrases it is, from 0."""
    count: int


def signs_of(line: Sequence[Token], marks: Sequence[Mark], sight: Sight) -> list[str]:
    """What is seen of a phrase."""
    start, end = sight.place
    words = [token.low for token in line[start:end] if token.low.removesuffix("'s") not in sight.brand]
    signs = [*_of_words(line, marks, sight.place, words), *_of_place(line, marks, sight)]
    signs += [*_of_brand(line, sight.place, sight.brand), *_of_talk(line, sight.place)]
    if sight.picked:
        first, last = sight.picked
        same = "picked" if sight.picked == sight.place else "picked end" if last == end else ""
        signs.append(same or ("touches picked" if first < end and start < last else "passed over"))
    return signs


def _of_words(line: Sequence[Token], marks: Sequence[Mark], place: Place, words: list[str]) -> list[str]:
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


def _of_talk(line: Sequence[Token], place: Place) -> Iterator[str]:
    """Whether the brief speaks of itself: ``tone``, ``end card``, ``Show them talking``."""
    start, end = place
    if line[end - 1].low in lexicon("genres")["talk"]:
        yield "brief talk"
    if line[start].opens and end < len(line) and not line[end - 1].after and line[end].low in _OBJECTS:
        yield "calls on"


def _of_place(line: Sequence[Token], marks: Sequence[Mark], sight: Sight) -> list[str]:
    """What stands around the phrase."""
    (start, end), role, at = sight.place, sight.role, sight.at
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
        f"from the end {min(sight.count - 1 - at, 3)}",
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


def _of_brand(line: Sequence[Token], place: Place, brand: set[str]) -> list[str]:
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
