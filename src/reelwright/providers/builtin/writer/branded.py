"""Which words of a brief name who makes or sells, judged by learned weights: the rules' answer is one sign of many."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reelwright.providers.builtin.writer import learned
from reelwright.providers.builtin.writer.capitals import is_invented, is_place
from reelwright.providers.builtin.writer.first_names import borne_by, is_word
from reelwright.providers.builtin.writer.kinds import kind_at_end
from reelwright.providers.builtin.writer.nouns import cast_of, forms, is_known, noun_class, usual_part, verb_stem
from reelwright.providers.builtin.writer.tagger import Mark
from reelwright.providers.builtin.writer.tokens import Token, tokens
from reelwright.providers.builtin.writer.towns import is_town
from reelwright.providers.builtin.writer.vectors import is_common
from reelwright.providers.builtin.writer.words import lexicon

_JOINERS = ("&", "+", "and", "of", "the", "de", "do", "da", "dos", "das", "del", "du", "des", "la", "le", "van", "von",
            "y", "e", "et", "und", "og", "och", "al", "el", "ja", "to", "se")  # fmt: skip
_LONGEST, _MOST_OPTIONS, _MOST_AHEAD = 6, 60, 4
_DOUBT, _OPENING = 60, 150
"""By how much another brand must outweigh the one that the rules found; and one that opens the brief."""
_PUBLIC = (
    "university",
    "college",
    "academy",
    "school",
    "museum",
    "hospital",
    "library",
    "council",
    "festival",
    "theatre",
)
_VERBAL = ("VB", "VBZ", "VBP", "VBD", "AUX", "PRON+")


@dataclass(frozen=True)
class Naming:
    """Words that may be the brand, as they would be lettered, with what is seen of them."""

    text: str
    """Empty for a brief that names no brand."""
    signs: tuple[str, ...]


@dataclass(frozen=True)
class _Brief:
    """What the signs of every option look at."""

    line: Sequence[Token]
    marks: Sequence[Mark]
    ruled: str
    quoted: frozenset[tuple[int, int]]
    tags: frozenset[str]
    handles: frozenset[str]


def judged_brand(prompt: str, brief: str, line: Sequence[Token], marks: Sequence[Mark], ruled: str) -> str:
    """The brand as it is written, empty for none; arguments as in `brand_options`."""
    if ruled.lower() in lexicon("brands")["names"] and ruled.lower() not in lexicon("names")["platforms"]:
        return "" if _is_reached(line, ruled) else ruled
    options = brand_options(prompt, brief, line, marks, ruled)
    weights = [learned.weight("brand", one.signs) for one in options]
    held = next((weight for one, weight in zip(options, weights, strict=True) if one.text == ruled), 0)
    doubt = _OPENING if ruled and _opens(line, ruled) else _DOUBT
    judged = options[weights.index(max(weights))].text if max(weights) - held > doubt else ruled
    if _is_plain_opening(line, marks, judged) or (
        is_town(judged) and _is_reached(line, judged) and not judged.endswith("s")
    ):
        return ""
    return _bare_name(judged or _seller(line, marks))


def _seller(line: Sequence[Token], marks: Sequence[Mark]) -> str:
    """Who opens the brief and does something: ``Emberhouse is a steakhouse``, ``Inkwell Print makes cards``."""
    end = next((at for at, token in enumerate(line[:4]) if not token.is_name_like or (at and token.opens)), 0)
    is_unheard = not is_known(line[0].low) and not is_common(line[0].low)
    if not end and is_unheard and [one.low for one in line[1:3]] in (["is", "a"], ["is", "an"], ["is", "the"]):
        return line[0].text
    if line[0].low in lexicon("grammar")["determiners"]:
        return ""
    if not end or end + 1 >= len(marks) or any(token.after or "'" in token.low for token in line[:end]):
        return ""
    low, follows = line[end].low, line[end + 1].low
    acts = (low in ("is", "are") and follows in ("a", "an", "the", "our")) or marks[end].part == "VBZ"
    is_name = end > 1 or not (is_common(line[0].low) or borne_by(line[0].low) or is_town(line[0].text))
    return " ".join(token.text for token in line[:end]) if acts and is_name else ""


def _is_reached(line: Sequence[Token], name: str) -> bool:
    """``Treks in Patagonia``: a place where one goes, of whatever brand it is the name."""
    at = next((at for at, token in enumerate(line) if token.text == name), 0)
    return at > 0 and line[at - 1].low in ("in", "across", "through", "around", "near")


def _is_plain_opening(line: Sequence[Token], marks: Sequence[Mark], brand: str) -> bool:
    """``Lice shampoo for kids``: a common word whose capital is the brief's first, with its noun."""
    if len(line) < 2 or brand != line[0].text or line[0].after or not brand.istitle():
        return False
    is_plain = any(map(is_common, (line[0].low, line[0].low.removesuffix("s"))))
    is_once = all(token.low != line[0].low for token in line[1:])
    return is_plain and is_once and line[1].text[0].islower() and marks[1].part in ("NOUN", "ADJ", "VBG")


def _bare_name(brand: str) -> str:
    """``Brightwell University's open day`` is of Brightwell University, ``Volteo E5`` a Volteo; ``Tony's`` stays."""
    *rest, last = re.sub(r"['’]s$", "", brand).split() or [""]
    if rest and rest[0] == "The" and last.islower():
        # ``The Bristol marathon``
        return ""
    if rest and re.fullmatch(r"[A-Z]\d+", last):
        return " ".join(rest)
    return " ".join((*rest, last)) if rest and last.lower() in _PUBLIC else brand


def _opens(line: Sequence[Token], ruled: str) -> bool:
    """Whether a brief begins with a made-up name, an article before it or not."""
    said = [token.text for token in line[:2] if token.low not in ("the", "a")]
    return said[:1] == ruled.split()[:1] and is_invented(said[0])


def brand_options(
    prompt: str, brief: str, line: Sequence[Token], marks: Sequence[Mark], ruled: str
) -> tuple[Naming, ...]:
    """No brand, and all that might be one.

    Args:
        prompt: As typed, with its hashes and handles.
        brief: The plain text without what leads in.
        line: Its tokens.
        marks: Their marks, at most as many.
        ruled: What the rules of `names` found; empty for nothing.
    """
    line = line[: len(marks)]
    whole = _Brief(
        line,
        marks,
        ruled,
        frozenset(_quoted(brief, len(line))),
        frozenset(word.lower() for word in re.findall(r"#(\w+)", prompt)),
        frozenset(word.lower().strip(".") for word in re.findall(r"(?<!\w)@([\w.]+)", prompt)),
    )
    places = sorted({*_runs(line, marks), *_strange(whole), *whole.quoted, *_segments(line, marks)})
    options = [Naming("", tuple(_of_none(whole, places)))]
    for place in places[:_MOST_OPTIONS]:
        signs = tuple(_signs(whole, place))
        text = " ".join(token.text for token in line[slice(*place)])
        bare = re.sub(r"['’]s$", "", text)
        options.append(Naming(text, (*signs, "possessive kept" if bare != text else "as it stands")))
        if bare != text:
            options.append(Naming(bare, (*signs, "possessive cut")))
    if ruled and ruled not in [one.text for one in options]:
        options.append(Naming(ruled, ("ruled from nowhere", f"ruled from nowhere {len(ruled.split())}")))
    return tuple(options)


def _runs(line: Sequence[Token], marks: Sequence[Mark]) -> Iterator[tuple[int, int]]:
    """Words with capitals that stand together, and every part of them; with small nouns that end the clause."""
    start = 0
    while start < len(line):
        if not _is_written(line[start]):
            start += 1
            continue
        end = _end_of_run(line, start)
        for first in range(start, end):
            for last in range(first + 1, min(end, first + _LONGEST) + 1):
                if _is_written(line[first]) and _is_written(line[last - 1]):
                    yield first, last
        for last in range(end + 1, min(end + 2, len(line)) + 1):
            if line[last - 2].after or line[last - 1].opens or marks[last - 1].part not in ("NOUN", "PROPN", "ADJ"):
                break
            yield start, last
        start = end


def _end_of_run(line: Sequence[Token], start: int) -> int:
    """Where capitals that begin there end; up to two small joining words may stand between them."""
    end = start + 1
    while end < len(line) and not line[end - 1].after and not line[end].opens:
        ahead = end
        while ahead < len(line) - 1 and line[ahead].low in _JOINERS and not line[ahead].after:
            ahead += 1
        if not _is_written(line[ahead]) or ahead - end > 2:
            break
        end = ahead + 1
    return end


def _is_written(token: Token) -> bool:
    return token.is_name_like or bool(re.fullmatch(r"[A-Z0-9]*\d[A-Z]\w*", token.text))


def _strange(whole: _Brief) -> Iterator[tuple[int, int]]:
    """Words in small letters that no list knows, handles, addresses, well-known brands, and what is called so."""
    known = lexicon("brands")["names"]
    for at, token in enumerate(whole.line):
        low = token.low.removesuffix("'s")
        is_coded = bool(re.search(r"\w[._]\w", low)) or low in whole.handles
        is_called = at > 0 and whole.line[at - 1].low in ("called", "named") and not token.is_name_like
        is_strange = len(low) > 3 and low.isalpha() and not is_known(low) and not any(map(usual_part, forms(low)))
        if is_coded or is_called or low in known or (is_strange and not token.is_name_like):
            yield at, at + 1


def _quoted(brief: str, count: int) -> Iterator[tuple[int, int]]:
    """What stands between quotation marks, a few words long."""
    at, start = 0, -1
    for word in brief.split():
        if not tokens(word):
            continue
        if word[0] in '"“':
            start = at
        if start >= 0 and word.rstrip(".,;:!?")[-1] in '"”' and start <= at < count:
            if at - start < _LONGEST:
                yield start, at + 1
            start = -1
        at += 1
    if 0 <= start < at <= count and at - start < _LONGEST:
        # The last sign of a brief is taken off before it is read.
        yield start, at


def _segments(line: Sequence[Token], marks: Sequence[Mark]) -> Iterator[tuple[int, int]]:
    """The last words between two signs where nothing is done: ``museum of city history``."""
    start = len(line) - 1
    while start > 0 and not line[start - 1].after:
        start -= 1
    if start > 0 and len(line) - start <= _LONGEST and not any(mark.part in _VERBAL for mark in marks[start:]):
        yield start, len(line)


def _of_none(whole: _Brief, places: Sequence[tuple[int, int]]) -> Iterator[str]:
    """What speaks for no brand at all."""
    written = sum(token.is_name_like and not token.opens for token in whole.line)
    yield "none"
    yield f"none, ruled {bool(whole.ruled)}"
    yield f"none, ruled {bool(whole.ruled)}, written {min(written, 4)}"
    yield f"none, of {min(len(places), 6)}"
    yield f"none, sentences {min(whole.line[-1].sentence, 3) if whole.line else 0}"
    yield f"none, quoted {bool(whole.quoted)}"
    yield f"none, handles {bool(whole.handles)}"


def _signs(whole: _Brief, place: tuple[int, int]) -> Iterator[str]:
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


def _of_neighbours(whole: _Brief, place: tuple[int, int]) -> Iterator[str]:
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


def _of_marks(whole: _Brief, place: tuple[int, int]) -> Iterator[str]:
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
    if low in _JOINERS:
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


def _before(whole: _Brief, start: int) -> str:
    if start <= 0:
        return "^"
    before = whole.line[start - 1]
    if before.after:
        return f"sign {before.after}"
    small = before.low in lexicon("grammar")["governors"] or before.low in lexicon("grammar")["imperatives"]
    return before.low if small else whole.marks[start - 1].part


def _ahead(whole: _Brief, end: int) -> str:
    if end >= len(whole.line):
        return "$"
    if whole.line[end - 1].after:
        return f"sign {whole.line[end - 1].after}"
    low = whole.line[end].low
    return low if low in lexicon("grammar")["governors"] else whole.marks[end].part


def _part_of_run(line: Sequence[Token], place: tuple[int, int]) -> str:
    """Whether capitals go on before or after it."""
    start, end = place
    more = start > 0 and not line[start - 1].after and not line[start].opens and line[start - 1].is_name_like
    on = end < len(line) and not line[end - 1].after and line[end].is_name_like
    return f"{'after' if more else ''}{'before' if on else ''}" or "whole"


def _where(line: Sequence[Token], place: tuple[int, int]) -> str:
    start, end = place
    sentence, last = line[start].sentence, line[-1].sentence
    at = "only" if not last else "first" if not sentence else "last" if sentence == last else "middle"
    opens, closes = line[start].opens, end >= len(line) or line[end - 1].after in (".", "!", "?")
    piece = (opens or (start and line[start - 1].after)) and (closes or line[end - 1].after)
    stands = "alone" if opens and closes else "piece" if piece else "opens" if opens else "ends" if closes else "within"
    return f"{at} {stands}"
