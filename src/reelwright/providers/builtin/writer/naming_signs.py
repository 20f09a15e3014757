"""What is seen of words that may name who makes or sells: their shape, their place, what the lists know of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reelwright.providers.builtin.writer.capitals import is_invented, is_place
from reelwright.providers.builtin.writer.first_names import borne_by, is_word
from reelwright.providers.builtin.writer.kinds import kind_at_end
from reelwright.providers.builtin.writer.nouns import cast_of, is_known, noun_class, usual_part, verb_stem
from reelwright.providers.builtin.writer.tagger import Mark
from reelwright.providers.builtin.writer.tokens import Token
from reelwright.providers.builtin.writer.towns import is_town
from reelwright.providers.builtin.writer.words import lexicon

JOINERS = ("&", "+", "and", "of", "the", "de", "do", "da", "dos", "das", "del", "du", "des", "la", "le", "van", "von",
           "y", "e", "et", "und", "og", "och", "al", "el", "ja", "to", "se")  # fmt: skip
"""Small words within names."""
_MOST_AHEAD = 4
Place = tuple[int, int]


@dataclass(frozen=True)
class Written:
    """A brief as the signs of every option look at it."""

    line: Sequence[Token]
    marks: Sequence[Mark]
    """As many as tokens."""
    ruled: str
    """What the rules of `names` found; empty for nothing."""
    quoted: frozenset[Place]
    tags: frozenset[str]
    handles: frozenset[str]


def signs_of_none(whole: Written, places: Sequence[Place]) -> Iterator[str]:
    """What speaks for no brand at all."""
    written = sum(token.is_name_like and not token.opens for token in whole.line)
    yield "none"
    yield f"none, ruled {bool(whole.ruled)}"
    yield f"none, ruled {bool(whole.ruled)}, written {min(written, 4)}"
    yield f"none, of {min(len(places), 6)}"
    yield f"none, sentences {min(whole.line[-1].sentence, 3) if whole.line else 0}"
    yield f"none, quoted {bool(whole.quoted)}"
    yield f"none, handles {bool(whole.handles)}"


def signs_of_name(whole: Written, place: Place) -> Iterator[str]:
    """What is seen of the words at a place."""
    start, end = place
    words = whole.line[start:end]
    shape, look = _shape(words[0]), _look(words[0])
    last = _look(words[-1])
    before, ahead = _before(whole, start), _ahead(whole, end)
    part = _part_of_run(whole.line, place)
    where = _where(whole.line, place)
    count = min(len(words), 4)
    yield from (
        f"count {count}",
        f"shape {shape}",
        f"look {look}",
        f"last look {last}",
        f"part {part}",
        f"where {where}",
    )
    yield from (f"before {before}", f"ahead {ahead}", f"before {before} look {look}", f"before {before} shape {shape}")
    yield from (f"ahead {ahead} look {last}", f"shape {shape} look {look}", f"where {where} look {look} {count}")
    yield from (
        f"where {where} shape {shape} {ahead[:5]}",
        f"part {part} last {last}",
        f"part {part} look {look} {count}",
    )
    yield from (
        f"looks {' '.join(_look(one) for one in words[:4])}",
        f"count {count} last {last}",
        f"shape {shape} {count}",
    )
    yield f"around {before} {ahead}"
    yield f"before {_before(whole, start - 1) if start > 1 else '^'} {before}"
    yield from (f"word {one.low.removesuffix(chr(39) + 's')}" for one in words)
    yield f"ends in {words[-1].low}"
    yield from _of_houses(words)
    yield from _of_neighbours(whole, place)
    yield from _of_marks(whole, place)
    yield f"ruled {_of_ruled(whole.ruled, words)}"
    yield f"ruled {_of_ruled(whole.ruled, words)} {look} {count}"


def _of_houses(words: Sequence[Token]) -> Iterator[str]:
    """Words that end or begin the names of houses and of people who trade under their own."""
    grammar, names = lexicon("grammar"), lexicon("names")
    if words[-1].low in grammar["institutions"] or words[-1].low in grammar["businesses"]:
        yield "house"
        yield f"house {min(len(words), 3)} {words[-1].is_name_like}"
    if words[-1].low in names["works"]:
        yield f"works {min(len(words), 3)} {words[-1].is_name_like}"
    if words[0].low in grammar["houses"]:
        yield f"house first {min(len(words), 3)}"
    if words[0].low.strip(".") in names["styled"]:
        yield f"styled {min(len(words), 3)}"
    if any(one.low in names["platforms"] for one in words):
        yield "platform"
    if any(one.low in names["feasts"] for one in words):
        yield f"feast {len(words) > 1}"
    if any(one.low in names["labels"] or one.low in names["greetings"] for one in words):
        yield f"of the form {words[-1].after}"
    if any(one.text in ("&", "+") for one in words):
        yield "joined"
    if any(re.search(r"[a-z][A-Z]", one.text) for one in words):
        yield "inner capital"


def _of_neighbours(whole: Written, place: Place) -> Iterator[str]:
    """What is sold right after it, and what else of its words the brief says."""
    start, end = place
    lows = [token.low for token in whole.line]
    ahead = next(
        (at for at in range(end + 1, min(end + _MOST_AHEAD, len(lows)) + 1) if kind_at_end(lows[end:at])[0]), 0
    )
    if ahead and not whole.line[end - 1].after and not any(one.after for one in whole.line[end : ahead - 1]):
        yield f"sells {ahead - end}"
        yield f"sells, {_look(whole.line[start])} {whole.line[start].opens}"
    if lows[start] in lows[:start] or lows[start] in lows[end:]:
        yield "said again"
    acts = end < len(lows) and not whole.line[end - 1].after and lows[end].endswith("s") and verb_stem(lows[end])
    if acts:
        yield f"acts {_look(whole.line[end - 1])}"


def _of_marks(whole: Written, place: Place) -> Iterator[str]:
    words = whole.line[slice(*place)]
    if place in whole.quoted:
        yield f"quoted {_before(whole, place[0]).isalpha()} {words[0].is_name_like}"
        yield "quoted"
    text = " ".join(one.text for one in words)
    if is_town(text):
        yield f"town {_before(whole, place[0])}"
        yield f"town {is_known(words[0].low)}"
    elif is_town(words[-1].text):
        yield f"ends in a town {min(len(words), 3)}"
    elif is_town(words[0].text):
        yield "begins with a town"
    if words[0].low in whole.tags:
        yield "tagged"
    if words[0].low in whole.handles:
        yield "handle"
    if len(words) == 1 and re.search(r"\w\.(?:com|org|net|io|app|co|[a-z]{2})$", words[0].low):
        yield "address"
    mine = [one for one in whole.quoted if one[0] <= place[0] and place[1] <= one[1] and one != place]
    if mine:
        yield "within a quotation"


def _of_ruled(ruled: str, words: Sequence[Token]) -> str:
    own, said = set(ruled.lower().split()), {one.low for one in words}
    if not ruled:
        return "none"
    return (
        "same"
        if own == said
        else "part"
        if own < said
        else "more"
        if said < own
        else "touches"
        if own & said
        else "other"
    )


def _shape(token: Token) -> str:
    """How it is written: small, Capital, CAPITALS, inner capitals, a code."""
    if re.search(r"\w[._]\w", token.text):
        return "code"
    if re.search(r"[a-z][A-Z]", token.text):
        return "inner"
    case = "capitals" if token.text.isupper() and len(token.text) > 1 else "capital" if token.is_name_like else "small"
    return f"{case}{'9' if re.search(r'[0-9]', token.text) else ''}{' opens' if token.opens else ''}"


def _look(token: Token) -> str:
    """What English and the lists know of it."""
    low = token.low.removesuffix("'s").strip(".")
    if low in JOINERS:
        return "joiner"
    if is_place(low) or (is_town(low) and not is_known(low) and not kind_at_end([low])[0]):
        return "place"
    if low in lexicon("grammar")["not_names"]:
        return "no name"
    if kind_at_end([low])[0]:
        return "kind"
    if is_invented(token.text) and not borne_by(low):
        return "invented"
    if borne_by(low) and not is_word(low):
        return "first name"
    if cast_of(low):
        return "somebody"
    if not is_known(low):
        return "unknown"
    return f"{usual_part(low) or 'form'} {noun_class(low) if usual_part(low) == 'n' else ''}".strip()


def _before(whole: Written, start: int) -> str:
    if start <= 0:
        return "^"
    before = whole.line[start - 1]
    if before.after:
        return f"sign {before.after}"
    small = before.low in lexicon("grammar")["governors"] or before.low in lexicon("grammar")["imperatives"]
    return before.low if small else whole.marks[start - 1].part


def _ahead(whole: Written, end: int) -> str:
    if end >= len(whole.line):
        return "$"
    if whole.line[end - 1].after:
        return f"sign {whole.line[end - 1].after}"
    low = whole.line[end].low
    return low if low in lexicon("grammar")["governors"] else whole.marks[end].part


def _part_of_run(line: Sequence[Token], place: Place) -> str:
    """Whether capitals go on before or after it."""
    start, end = place
    more = start > 0 and not line[start - 1].after and not line[start].opens and line[start - 1].is_name_like
    on = end < len(line) and not line[end - 1].after and line[end].is_name_like
    return f"{'after' if more else ''}{'before' if on else ''}" or "whole"


def _where(line: Sequence[Token], place: Place) -> str:
    start, end = place
    sentence, last = line[start].sentence, line[-1].sentence
    at = "only" if not last else "first" if not sentence else "last" if sentence == last else "middle"
    opens, closes = line[start].opens, end >= len(line) or line[end - 1].after in (".", "!", "?")
    piece = (opens or (start and line[start - 1].after)) and (closes or line[end - 1].after)
    stands = "alone" if opens and closes else "piece" if piece else "opens" if opens else "ends" if closes else "within"
    return f"{at} {stands}"
