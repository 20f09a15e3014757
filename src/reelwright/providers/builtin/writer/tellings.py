"""Signs of a brief that tells: genres, names of people, whose things, years, and the absence of all trade."""

import re
from collections.abc import Iterator, Sequence

from reelwright.providers.builtin.writer.first_names import borne_by, is_word
from reelwright.providers.builtin.writer.kinds import kind_at_end
from reelwright.providers.builtin.writer.nouns import cast_of, noun_class
from reelwright.providers.builtin.writer.tagger import Mark
from reelwright.providers.builtin.writer.tokens import Token
from reelwright.providers.builtin.writer.words import found, lexicon

_HEADING = 6
"""Words that may stand before the sign after a genre."""
_YEAR = re.compile(r"1\d\d\d|20\d\d|21\d\d")
_OWN = ("my", "our", "his", "her", "their")
_PRICE = re.compile(r"[$€£₦₹%]|\b\d[\d.,]*\s?(?:euros?|eur|dollars|usd|pounds|quid|off|percent|zł|kr)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"#\w|@\w|\bwww\.|\.com\b|\b0\d{3,}")


def signs_of_telling(text: str, line: Sequence[Token], marks: Sequence[Mark], brand: str) -> list[str]:
    """What tells a story from an advertisement beside the words.

    Args:
        text: The brief without what leads in.
        line: Its tokens, at least one, as many as marks.
        marks: Their marks.
        brand: Empty where it names none.
    """
    lists = lexicon("genres")
    signs = [*_of_genre(text, line), *_of_names(line, marks), *_of_owners(line)]
    signs += [f"asks for {word}" for word in found(text, lists["asked"])]
    if any(_YEAR.fullmatch(token.low) for token in line[:_HEADING]):
        signs.append("year")
    fragments = sum(token.after in (",", ".", ";") for token in line)
    signs.append(f"pieces {min(fragments, 5)}")
    return [*signs, *_mixed(text, line, marks, brand)]


def _of_genre(text: str, line: Sequence[Token]) -> Iterator[str]:
    lists = lexicon("genres")
    words = text.split()
    head = " ".join(words[:_HEADING])
    early, later = found(head, lists["kinds"]), found(text, lists["kinds"])
    sign = next((token.after for token in line[:_HEADING] if token.after), "")
    if early:
        yield "genre opens"
        yield f"genre opens {sign}"
        yield f"genre opens, place {min(3, len(head.lower().split(early[0])[0].split()))}"
    elif later:
        yield "genre within"
    for word in found(text, lists["told"]):
        yield f"tells {word}"
        yield "tells early" if word in head.lower() else "tells later"


def _of_names(line: Sequence[Token], marks: Sequence[Mark]) -> Iterator[str]:
    """First names: where they stand, and what follows."""
    for at, token in enumerate(line):
        low = token.low.removesuffix("'s")
        if not borne_by(low) or (is_word(low) and not (token.text[:1].isupper() and not token.opens)):
            continue
        is_written = token.text[:1].isupper()
        where = "opens" if not at else "early" if at < 4 else "later" if not token.sentence else "in a later sentence"
        follows = token.after or (marks[at + 1].part if at + 1 < len(line) else "$")
        yield f"name {where}"
        if is_written:
            yield f"written name {where} {follows}"
            before = line[at - 1].low if at and not line[at - 1].after else "^"
            yield f"written name after {before if before in lexicon('grammar')['governors'] else '-'}"


def _of_owners(line: Sequence[Token]) -> Iterator[str]:
    """``my father's boat``, ``grandpa's first day``: whose the first things are."""
    for at, token in enumerate(line[:4]):
        if token.low.endswith("'s") and _is_somebody(token.low.removesuffix("'s")):
            yield "somebody's"
            yield f"somebody's, place {min(at, 2)}"
        if token.low in _OWN and at + 1 < len(line) and noun_class(line[at + 1].low.removesuffix("'s")) == "relative":
            yield "own relative"


def _mixed(text: str, line: Sequence[Token], marks: Sequence[Mark], brand: str) -> list[str]:
    """Whether anything is traded, together with who is there and whether anything is said of them."""
    grammar, lists = lexicon("grammar"), lexicon("genres")
    lows = [token.low for token in line]
    speaks = any(low in ("you", "your", "we", "our", "us", "yours") for low in lows)
    asks = bool(found(text, lists["asked"]) or found(text, grammar["selling"]))
    priced = bool(_PRICE.search(text) or _ADDRESS.search(text))
    calls = any(
        mark.part == "VB" and (token.opens or (at and line[at - 1].after in (",", "-", ":")))
        for at, (token, mark) in enumerate(zip(line, marks, strict=True))
    )
    somebody = any(_is_somebody(low) for low in lows)
    kind = any(kind_at_end([low])[0] for low in lows)
    verbal = any(mark.part in ("VBZ", "VBP", "VBD", "AUX", "PRON+") for mark in marks)
    third = any(low in ("he", "she", "his", "her", "they", "their", "him") for low in lows)
    trade = sum((speaks, asks, priced, calls, bool(brand)))
    return [
        f"trade {min(trade, 3)}",
        f"trade {min(trade, 2)} {'somebody' if somebody else 'nobody'} {'kind' if kind else 'none'}",
        f"trade {min(trade, 2)} {'verbal' if verbal else 'verbless'} {'third' if third else 'none'}",
        f"trade {min(trade, 1)} {somebody} {kind} {verbal} {third}",
        f"speaks {speaks} asks {asks} priced {priced} calls {calls} brand {bool(brand)}",
    ]


def _is_somebody(low: str) -> bool:
    return cast_of(low) is not None or low in lexicon("people")["leads"] or bool(borne_by(low) and not is_word(low))
