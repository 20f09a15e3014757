"""Names by their capitals: runs of capitalised words, and what around them says that they name who makes or sells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reelwright.providers.builtin.writer.kinds import kind_at_end
from reelwright.providers.builtin.writer.nouns import class_kind, forms, is_known, noun_class, usual_part, verb_stem
from reelwright.providers.builtin.writer.tokens import Token
from reelwright.providers.builtin.writer.words import copy_file, lexicon

_LEADS_TO = {
    **dict.fromkeys(("by", "from", "at", "with"), 3.0),
    **dict.fromkeys(("join", "call", "ring", "phone", "visit", "ask", "trust", "choose", "try", "meet", "use"), 3.0),
    **dict.fromkeys(("get", "download", "hire", "support", "only", "called", "named", "introducing", "hello"), 2.5),
    **dict.fromkeys(("at the", "by the", "from the", "to the", "join the", "visit the"), 2.5),
    **dict.fromkeys(("with the", "meet the", "try the", "discover", "find", "book", "want", "love"), 2.4),
    **dict.fromkeys(("the", "our", "new"), 1.5),
}
"""How much the words before a run say that it names who sells."""
_PLACING = ("in", "near", "to", "of", "on", "across", "around", "through", "into", "for", "after", "like", "than", "as")
_BEHALF = re.compile(r"(?:in aid of|on behalf of|partnership with|presented by|powered by)(?: the)?$")
_STREETS = ("lane", "road", "street", "avenue", "square", "row", "hill", "green", "quay")
_AFTER_COMMA = ("from", "by")
_TO_HOUSE = ("switch", "switched", "switching", "move", "moved", "turn", "turned", "came", "come", "welcome", "donate")
_LISTS = ("not_names", "breaks", "determiners", "openers", "verbs", "imperatives", "events", "ordinary", "acts", "past",
          "adverbs", "selling")  # fmt: skip
_JOINERS = ("&", "+")
_ALIVE = ("animal", "being")
_MOST_AHEAD, _MOST_SHARE, _ACCEPTED = 5, 0.75, 2.0
_INITIALS = re.compile(r"[A-Z]{1,3}&[A-Z]{1,3}")
_DERIVED = re.compile(
    r"(?:less|proof|able|ible|ful|ish|ous|ive|[it]sed|[it]zed|ed|free|sized|shaped|made|grown|fed|aged|ary|ment|tion"
    r"|ness|est|ical|ian|ese|weight|style|men|ology|graphy)$"
    r"|^(?:ultra|non|multi|anti|micro|semi|super|hyper|over|under|self|cross|inter|forgot|broke|spilt|ate|drank)"
)
"""What an ordinary word begins or ends with that word lists lack: ``Mirrorless``, ``Ultralight``."""
_INNER_CAPITAL = re.compile(r"[a-z][A-Z]")


@dataclass(frozen=True)
class _Run:
    """Capitalised tokens ``start`` to ``end`` (not included)."""

    start: int
    end: int


def capital_name(line: Sequence[Token], *, is_led_in: bool) -> tuple[str, float]:
    """The name that stands best for who makes or sells, and how much speaks for it; ``("", 0.0)`` for none.

    Args:
        line: The brief's tokens.
        is_led_in: Whether ``a commercial for`` or ``introducing`` stood before them.
    """
    written = [token for token in line if len(token.text) > 3]
    if len(written) > 4 and sum(token.text[:1].isupper() for token in written) > _MOST_SHARE * len(written):
        return "", 0.0
    best, most = "", 0.0
    for run in _runs(line):
        name, weight = _read(line, run, is_led_in=is_led_in)
        if name and weight > most + 1e-9:
            best, most = name, weight
    return (best, most) if most >= _ACCEPTED else ("", 0.0)


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    return frozenset(lexicon("places")["names"])


@lru_cache(maxsize=1)
def peoples() -> frozenset[str]:
    """Words for whom or what comes from a land or a time of the year, which name no brand: ``sicilian``."""
    return frozenset((copy_file("proper") or {}).get("words", ()))


def is_place(word: str) -> bool:
    """Whether a word is a land, a region or a town of the gazetteer, or an English county."""
    low = word.lower().replace("’", "'").removesuffix("'s")
    return low in _places() or low.endswith("shire")


def is_invented(word: str) -> bool:
    """Whether English has no such word: ``Kuro``, ``TaxMate``; places and short acronyms are none."""
    if _INNER_CAPITAL.search(word) or _INITIALS.fullmatch(word):
        return True
    low = word.lower().replace("’", "'").removesuffix("'s")
    if len(low) < 3 or (word.isupper() and len(word) < 5) or not low.isalpha() or is_place(low):
        return False
    if _is_listed(low) or "'" in low:
        return False
    if low.endswith("ly") and usual_part(low[:-2]) == "a":
        return False
    if low.endswith(("ies", "ing")) or _DERIVED.search(low):
        return False
    return not is_known(low) and not any(usual_part(one) for one in forms(low) if len(one) > 3)


def _is_listed(low: str) -> bool:
    """Whether the lexicons of grammar or people know a word."""
    grammar, people = lexicon("grammar"), lexicon("people")
    return (
        any(low in grammar[name] for name in _LISTS)
        or low.removesuffix("s") in grammar["not_names"]
        or any(low in people[name] for name in ("audience", "leads"))
        or bool(kind_at_end([low])[0])
    )


def _runs(line: Sequence[Token]) -> list[_Run]:
    runs: list[_Run] = []
    start: int | None = None
    for at, token in enumerate(line):
        joins = token.text in _JOINERS and start is not None and at + 1 < len(line) and line[at + 1].text[:1].isupper()
        if start is not None and (token.opens or line[at - 1].after):
            runs.append(_Run(start, at))
            start = None
        if token.is_name_like or (joins and start is not None):
            start = at if start is None else start
        elif start is not None:
            runs.append(_Run(start, at))
            start = None
    return [*runs, *([_Run(start, len(line))] if start is not None else [])]


def _read(line: Sequence[Token], run: _Run, *, is_led_in: bool) -> tuple[str, float]:
    """A run as a name, and what speaks for it."""
    start, end = _without_openers(line, run)
    while end - start > 1 and _is_acronym(line[end - 1].text) and not line[end - 1].after:
        end -= 1
    is_street = line[end - 1].low in _STREETS and start > 0 and line[start - 1].low == "on" if end else False
    if (
        start >= end
        or is_street
        or _is_no_name(line, start, end)
        or any('"' in token.text for token in line[start:end])
    ):
        return "", 0.0
    opens = line[start].opens
    weight = (
        _opening_weight(line, start, end, is_led_in=is_led_in and not run.start)
        if opens
        else _inner_weight(line, start, end, is_led_in=is_led_in)
    )
    if not weight:
        return "", 0.0
    weight += 0.5 * any(_INNER_CAPITAL.search(token.text) for token in line[start:end])
    weight += 0.5 * any(token.text in _JOINERS for token in line[start:end])
    is_whole = (
        opens
        or line[start - 1].after in ("-", ":")
        or weight >= _LEADS_TO["get"]
        or line[start].low in lexicon("grammar")["houses"]
    )
    return _written(line, start, end, is_whole=is_whole or _product_ahead(line, end)), weight


def _without_openers(line: Sequence[Token], run: _Run) -> tuple[int, int]:
    """Where the name starts: ``Call Rapid Plumbing`` opens with a call."""
    start, grammar = run.start, lexicon("grammar")
    if not line[start].opens:
        return (start + (line[start].low in ("our", "new")), run.end)
    while start < run.end and line[start].opens and _leads_up(line[start], is_alone=_is_alone(line, start, run.end)):
        start += 1
    while start < run.end - 1 and line[start].low in (*grammar["determiners"], "new"):
        start += 1
    return start, run.end


def _is_alone(line: Sequence[Token], start: int, end: int) -> bool:
    return end - start == 1 or line[start + 1].text in _JOINERS


def _leads_up(token: Token, *, is_alone: bool) -> bool:
    grammar, low = lexicon("grammar"), token.low
    if any(low in grammar[name] for name in ("determiners", "imperatives", "breaks")) or low in _LEADS_TO:
        return True
    return not is_alone and low.endswith(("ing", "ed")) and is_known(low)


def _is_acronym(text: str) -> bool:
    return text.isupper() and text.isalpha() and len(text) < 5


def _is_no_name(line: Sequence[Token], start: int, end: int) -> bool:
    """Days, months, peoples, places, relatives, ``I`` and single acronyms."""
    grammar = lexicon("grammar")
    lows = [token.low.removesuffix("'s") for token in line[start:end]]
    if all(low in grammar["not_names"] or low in peoples() or is_place(low) or low in _JOINERS for low in lows):
        return True
    if end - start > 1:
        return False
    only = line[start]
    if _INITIALS.fullmatch(only.text):
        return False
    if re.match(r"[A-Za-z]-", only.text):
        return True
    is_relative = noun_class(lows[0]) == "relative" and not only.low.endswith("'s")
    return is_relative or (only.text.isupper() and len(only.text) < 5) or not only.text[-1:].isalpha()


def _opening_weight(line: Sequence[Token], start: int, end: int, *, is_led_in: bool) -> float:
    """A run that opens its sentence: alone, before its product, explained, or with a verb of brands."""
    follows = line[end].low if end < len(line) and not line[end - 1].after else ""
    is_invented_ = is_invented(line[start].text) or line[start].low in lexicon("brands")["words"]
    is_invented_ = is_invented_ or (is_led_in and _is_plain(line[start].low) and not _is_listed(line[start].low))
    is_invented_ = is_invented_ or (follows in lexicon("grammar")["brand_verbs"] and not is_known(line[start].low))
    count = end - start
    if _INITIALS.fullmatch(line[start].text) or _is_alone_before_statement(line, start, end):
        return 2.6
    if count == 1 and not is_invented_ and not _is_beast(line, start):
        return 0.0
    is_house = (
        line[start].low in lexicon("grammar")["houses"]
        or _ends_as_house(line[end - 1].low)
        or (line[start].sentence > 0 and _is_common(line[end - 1].low))
    )
    if count > 1 and all(_is_plain(token.low) for token in line[start:end]) and not is_house:
        return 0.0
    ends = end == len(line) or line[end - 1].after in (".", "!", "?")
    if ends:
        # ``... your kids will fight over. Keepsake Press``
        return 2.2 if line[start].sentence and line[start].sentence == line[-1].sentence else 0.0
    if (
        count > 1
        and line[end - 1].after == ","
        and (_ends_as_house(line[end - 1].low) or _is_common(line[end - 1].low))
    ):
        # ``Harbour Dental, 1,200 reviews``
        return 2.4
    if line[end - 1].after in (",", ":", "-"):
        ahead = line[end].low
        explains = ahead in ("a", "an", "the", "our", "your", "because") or _product_ahead(line, end)
        return 3.0 if explains else 0.0
    acts = follows[-1:] == "s" and (follows in lexicon("grammar")["verbs"] or verb_stem(follows) not in ("", follows))
    if follows in lexicon("grammar")["brand_verbs"] or acts:
        return 2.6
    number = end + 1 if follows.isdigit() else end
    return 2.6 if _product_ahead(line, number) else 0.0


def _is_noun(token: Token) -> bool:
    """A word with a capital within a sentence that is usually a noun, and no people's or season's."""
    bare = token.low.removesuffix("'s")
    is_derived = _DERIVED.search(bare) and usual_part(bare) != "n"
    is_other = is_derived or is_place(bare) or _is_listed(bare) or noun_class(bare) in ("time", "relative")
    return not is_other and usual_part(bare) in ("n", "") and not (token.text.isupper() and len(token.text) < 5)


def _is_alone_before_statement(line: Sequence[Token], start: int, end: int) -> bool:
    """``Obsidian. A whisky aged in the dark``."""
    if start or end != 1 or line[0].after != "." or len(line) < 4 or line[1].low not in ("a", "an", "the", "our"):
        return False
    return _is_noun(line[0]) and not line[0].low.endswith("s") and noun_class(line[0].low) not in ("feeling", "weather")


def _is_beast(line: Sequence[Token], start: int) -> bool:
    """``Osprey rucksacks``: a wild beast's name right before a thing that is no beast's."""
    low = line[start].low
    return noun_class(low) in _ALIVE and line[start].sentence > 0 and not line[start].after


def _is_plain(low: str) -> bool:
    return not is_invented(low) and (is_known(low) or low in lexicon("grammar")["not_names"])


def _ends_as_house(low: str) -> bool:
    return low in lexicon("grammar")["institutions"] or low in lexicon("grammar")["businesses"]


def _product_ahead(line: Sequence[Token], at: int) -> bool:
    """Whether the next words of this clause name a product before anything ends their phrase."""
    words: list[str] = []
    for token in line[at : at + _MOST_AHEAD]:
        if token.low in lexicon("grammar")["breaks"] or token.low in lexicon("grammar")["determiners"]:
            return False
        words.append(token.low)
        if kind_at_end(words)[0] or class_kind(words) or (token.after == "," and noun_class(token.low)):
            return True
        if token.after and token.after != ",":
            return False
    return False


def _inner_weight(line: Sequence[Token], start: int, end: int, *, is_led_in: bool) -> float:
    """A run within a sentence, by the words before it and what follows."""
    before = line[start - 1].low if not line[start - 1].after else ""
    earlier = line[start - 2].low if start > 1 and before and not line[start - 1].opens else ""
    count = end - start
    told = is_invented(line[start].text) or any(token.text in _JOINERS for token in line[start:end])
    explained = line[end - 1].after in (",", "-") and end < len(line) and line[end].low in ("a", "an", "the", "your")
    follows = line[end].low if end < len(line) else ""
    if explained and (told or count > 1 or _product_ahead(line, end + 1)) and before not in ("in", "near"):
        return 3.0
    is_bare = not line[end - 1].after and before not in ("in", "near", "of", "to")
    if is_bare and (told or _is_noun(line[start])) and _product_ahead(line, end):
        # ``a spot for Glissade roller skates``
        return 2.4
    if _BEHALF.search(" ".join(one.low for one in line[max(0, start - 3) : start])):
        return 2.6
    ends = end == len(line) or line[end - 1].after in (".", "!", "?", ",")
    is_crowd = bool(re.match(r"\d", line[0].text)) or line[0].low in ("over", "millions", "thousands", "everyone")
    if (
        told
        and count < 3
        and ends
        and (before == "of" or (before == "on" and is_crowd))
        and not _is_common(line[end - 1].low)
    ):
        # ``the winter coat collection of Nordhaven``
        return 2.2
    if before in _PLACING or (before == "the" and earlier in _PLACING):
        if before == "for" and is_led_in and (told or count > 1):
            # ``a video of a burger for Patty Boys``
            return 2.6
        house = count > 1 and _ends_as_house(line[end - 1].low)
        goes = "to" in (before, earlier) and any(one.low in _TO_HOUSE for one in line[max(0, start - 4) : start])
        return 2.6 if goes or (house and before != "in") else 0.0
    if before == "from" and follows == "to" and end + 1 < len(line) and line[end + 1].is_name_like:
        return 0.0
    weight = max(_LEADS_TO.get(f"{earlier} {before}", 0.0), _LEADS_TO.get(before, 0.0))
    if all(is_place(token.low) for token in line[start:end]):
        return 0.0
    if weight >= _ACCEPTED:
        # ``Bloom herbal tea, from Oakwood Farm``
        return weight - (before in _AFTER_COMMA and start > 1 and line[start - 2].after == ",")
    return _ACCEPTED if told or (count > 1 and line[start - 1].after in (":", ",", "-")) else 0.0


def _written(line: Sequence[Token], start: int, end: int, *, is_whole: bool) -> str:
    """The name as written; of a product's name only what is no common word: ``Posturo``, not ``Posturo Chair``."""
    words = [token.text for token in line[start:end]]
    if not is_whole:
        while len(words) > 1 and words[-2] not in _JOINERS and _is_common(words[-1]):
            words = words[:-1]
    is_the = start > 0 and line[start - 1].low == "the" and all(_is_plain(word.lower()) for word in words)
    if is_the and len(words) > 1 and is_whole:
        words = ["The", *words]
    name = " ".join(words)
    is_at = start > 0 and line[start - 1].low in ("at", "by") and end - start == 1
    return name if is_at else re.sub(r"['’]s$", "", name)


def _is_common(word: str) -> bool:
    low = word.lower()
    return bool(kind_at_end([low])[0] or class_kind([low])) and not _ends_as_house(low)
