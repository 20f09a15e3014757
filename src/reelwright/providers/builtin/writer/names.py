"""The brand of a brief: quoted, called, introduced, explained, or written with capitals where English has none."""

import re
from collections.abc import Sequence

from reelwright.providers.builtin.writer.capitals import capital_name, is_place, peoples
from reelwright.providers.builtin.writer.first_names import borne_by
from reelwright.providers.builtin.writer.kinds import kind_at_end, kind_within, owners
from reelwright.providers.builtin.writer.nouns import forms, is_known, noun_class, usual_part, verb_stem
from reelwright.providers.builtin.writer.tokens import Token
from reelwright.providers.builtin.writer.words import lexicon

_NAME = r"[A-Z][\w'’.-]*(?: (?:& |and |of |the )?[A-Z][\w'’-]*){0,2}"
_CUE = re.compile(r"(?:introducing|meet|discover|try|say hello to|this is)\s*:?\s+(?:the\s+|our\s+)?", re.IGNORECASE)
_ANNOUNCED = re.compile(
    r"\b(?:brand(?: name)?(?: is|:)?|(?:the )?name(?: is|:)|called|named)\s+[\"“'‘]?([A-Za-z][\w-]{2,})\b(?!')",
    re.IGNORECASE,
)
_PLACES_AFTER = frozenset(
    {"in", "near", "to", "from", "of", "on", "across", "around", "through", "into", "for", "after"}
)

_NUMBERED = ("one", "two", "three", "pro", "max", "mini", "zero")
_FIRM = 3.0
"""From here on what stands around a name outweighs that another is introduced."""
_JOINED = ("switched", "switch", "switching", "moved", "move", "turned", "turn", "trust", "came")
_JOINING = ("join", "find", "book", "order", "rent", "swap", "stream", "download", "hire", "shop", "trade", "learn")
"""``switched to Maple Credit Union`` and ``join the community on Plotshare`` name who one goes to, and no places."""


def brand_of(text: str, line: Sequence[Token], *, is_led_in: bool) -> str:
    """The brand as it is written; empty where the brief names none.

    Args:
        text: The brief without ``a commercial for``.
        line: Its tokens.
        is_led_in: Whether ``a commercial for`` or ``introducing`` stood before it.
    """
    quoted = re.search(rf"(?<!\w)[\"“]({_NAME})[\"”](?!\w)", text) or re.search(
        rf"\b(?:called|named)\s+({_NAME})", text
    )
    if quoted:
        return quoted.group(1).strip(" .'’")
    words = text.split()
    if 2 <= len(words) <= 3 and all(re.fullmatch(_NAME, word) for word in words) and not is_ordinary(words[0]):
        return text if kind_at_end(words)[0] else ""
    coined = _coined(line)
    if coined:
        return coined
    name, weight = capital_name(line, is_led_in=is_led_in)
    explained, known = _explained(text, is_led_in=is_led_in), _known(line)
    if name and known.startswith(name):
        return known
    if name and (weight >= _FIRM or (explained and name.startswith(explained))):
        return name
    return explained or known or name or _capital_run(line) or _spelled(line) or _announced(text) or _signed(line)


def _announced(text: str) -> str:
    """``brand petalrouge``, ``name: Flowright``, also in small letters where English has no such word."""
    for match in _ANNOUNCED.finditer(text):
        name = match.group(1)
        if (name[:1].isupper() and not is_ordinary(name)) or _is_unheard(name):
            return name
    return ""


def _signed(line: Sequence[Token]) -> str:
    """A word that English has not and that signs the brief: ``... remembers them for you. tabtidy``, ``by hushpup``."""
    if len(line) < 4:
        return ""
    last, before = line[-1], line[-2]
    signs = last.opens or before.after in (",", "-") or before.low in ("by", "from", "with")
    if signs and _is_unheard(last.text) and not last.low.endswith("'s"):
        return last.text
    # ``Someone reads your mail? padlok stops them``
    for at in range(1, len(line) - 2):
        token, ahead = line[at], line[at + 1].low
        acts = ahead[-1:] == "s" and verb_stem(ahead) not in ("", ahead)
        if token.opens and not token.after and acts and _is_unheard(token.text):
            return token.text
    return ""


def _is_unheard(word: str) -> bool:
    """Whether a word is in no list: no word, no place, nobody's name, no slip of the finger of four letters."""
    low = word.lower()
    if len(low) < 5 or not low.isalpha() or is_place(low) or is_ordinary(low) or borne_by(low):
        return False
    return not is_known(low) and not any(usual_part(one) for one in forms(low) if len(one) > 3)


def _coined(line: Sequence[Token]) -> str:
    """An invented name before its product, told by its ending: ``Velora evening gowns``."""
    if (
        not len(line) >= 2
        or line[0].after
        or line[1].is_name_like
        or not re.fullmatch(r"[A-Z][a-z]{2,}(?:[aoi]|ix|us|ex|yx|eo)", line[0].text)
    ):
        return ""
    if is_ordinary(line[0].text) or line[0].low in lexicon("grammar")["vowel_words"] or noun_class(line[0].low):
        return ""
    rest = [token.low for token in line[1:5]]
    return line[0].text if any(kind_at_end(rest[:end])[0] for end in range(1, len(rest) + 1)) else ""


def domain_of(prompt: str) -> str:
    """The name in a web address."""
    match = re.search(r"(?:https?://|www\.)(?:www\.)?([a-z0-9-]+)\.", prompt, re.IGNORECASE)
    if not match or match.group(1).lower() in lexicon("names")["hosts"]:
        # Who sends a film of others names no brand.
        return ""
    return match.group(1).replace("-", " ").title()


def is_ordinary(word: str) -> bool:
    """Whether a word is in the lexicons, and so is no invented name."""
    low = word.lower().replace("’", "'")
    grammar, people = lexicon("grammar"), lexicon("people")
    lists = ("not_names", "breaks", "determiners", "openers", "verbs", "imperatives", "events", "ordinary", "acts")
    return (
        low in owners()
        or low in peoples()
        or any(low in grammar[name] for name in lists)
        or any(low in people[name] for name in ("audience", "leads"))
        or bool(re.match(r"[\d$€£]", low))
        or (low.endswith("ing") and is_known(low))
        or (low.endswith("ly") and (is_known(low) or usual_part(low[:-2]) == "a"))
    )


def _explained(text: str, *, is_led_in: bool) -> str:
    """``Halo, the ring``, ``Kumo: a sofa``, ``Nordvik is a jacket``, and after ``introducing`` any name."""
    sentences = re.split(r"(?<=[.!?])\s+", text)
    for at, sentence in enumerate(sentences):
        cue = re.match(
            r"(?:introducing|meet|discover|try|say hello to|this is)\s*:?\s+(?:the\s+|our\s+)?", sentence, re.I
        )
        rest = sentence[cue.end() :] if cue else sentence
        led = re.match(rf"({_NAME})", rest)
        if not led or is_ordinary(led.group(1).split()[0]):
            continue
        name, after = led.group(1), rest[led.end() :]
        if re.match(r"\s*(?:[,:–—]|-\s|\s(?:is|are|helps|makes|lets|brings|keeps|turns)\b)", after) and (
            is_led_in or cue or re.match(r"\s*(?:,|:|-|–|—|is|helps|makes|lets|brings|keeps|turns|are)\s*\w+", after)
        ):
            return _trimmed(name)
        if (cue or (is_led_in and at == 0)) and not kind_at_end(name.split())[0]:
            return _trimmed(name)
    return ""


def _trimmed(name: str) -> str:
    """The name without common words at its end: ``FreshPaws``, not ``Posturo Chair``."""
    words = name.split()
    while len(words) > 1 and is_ordinary(words[-1]) and words[-2] != "&" and words[-1].lower() not in _NUMBERED:
        words = words[:-1]
    return " ".join(words).strip(" .,'’") if words else ""


def _known(line: Sequence[Token]) -> str:
    """A well-known brand, also in small letters."""
    brands, words = lexicon("brands")["names"], lexicon("brands")["words"]
    for token in line:
        if token.low in brands and token.low not in words:
            return token.text
        bare = token.low.removesuffix("'s")
        if bare in brands and (bare not in words or (token.is_name_like and not token.opens)):
            return token.text.removesuffix("'s").removesuffix("’s")
    if line and line[0].low in words and line[0].is_name_like and kind_within([token.text for token in line[1:]]):
        return line[0].text
    return ""


def known_kind(brand: str) -> str:
    """What a well-known brand is known for; empty for all others."""
    return str(lexicon("brands")["names"].get(brand.lower(), ""))


def _capital_run(line: Sequence[Token]) -> str:
    """Capitals within a sentence, not after ``in`` or ``near``, which name places; a run may hold ``&``."""
    runs: list[list[int]] = []
    for at, token in enumerate(line):
        joins = token.text in ("&", "and") and runs and runs[-1][-1] == at - 1 and token.text == "&"
        if token.text[:1].isupper() or joins or bool(re.search(r"[a-z][A-Z]", token.text)):
            if runs and runs[-1][-1] == at - 1 and not line[at - 1].after:
                runs[-1].append(at)
            else:
                runs.append([at])
    for whole in runs:
        is_article = line[whole[0]].opens and len(whole) > 1 and line[whole[0]].low in lexicon("grammar")["determiners"]
        kept = _name_in(line, whole[1:] if is_article else whole)
        if kept:
            return kept
    return ""


def _name_in(line: Sequence[Token], run: list[int]) -> str:
    first = line[run[0]]
    before = line[run[0] - 1].low if run[0] and not first.opens else ""
    previous = line[run[0] - 2].low if run[0] > 1 and not first.opens else ""
    words = [line[at].text for at in run]
    if before == "on" and line[run[-1]].low in ("lane", "road", "street", "avenue", "square", "hill"):
        return ""
    if re.match(r"[A-Za-z]-", first.text):
        return ""
    whole = _institution(words, before) if not first.opens else ""
    is_joined = (before == "to" and previous in _JOINED) or (
        before == "on" and line[0].low in _JOINING and not re.match(r"(?:\w+day|[A-Z][a-z]+ \d)", first.text)
    )
    is_house = len(words) > 1 and first.low in lexicon("grammar")["houses"]
    if not (is_joined or is_house) and (
        before in _PLACES_AFTER or (before == "the" and previous in _PLACES_AFTER) or _is_people(line, run)
    ):
        return ""
    if whole:
        return whole
    article = words[:1] == ["The"] and len(words) > 1 and not first.opens
    if len(words) == 1 and (is_place(words[0]) or noun_class(first.low) == "relative"):
        return ""
    kept = words if article else [word for word in words if word == "&" or not _is_common(word)]
    if (
        first.opens
        and not re.search(r"[a-z][A-Z]", first.text)
        and (("&" not in words and len(kept) < 2) or kept != words)
    ):
        return ""
    if not kept or kept == ["&"] or re.fullmatch(r"[\d.,]+[MKk%+]?", kept[0]):
        return ""
    if len(kept) == 1 and kept[0].isupper() and len(kept[0]) < 5:
        return ""
    name = " ".join(kept)
    return name if "'" in name[-3:] and len(kept) == 1 and before == "at" else re.sub(r"['’]s$", "", name)


def _institution(words: list[str], before: str) -> str:
    """``Maple Credit Union``, ``Wok Lane``, ``the Old Mill``: capitals throughout that end in a word for a house."""
    named = words if words[0] not in ("The", "Our", "New") else words[1:]
    if len(named) < 2 or named[-1].lower() not in lexicon("grammar")["institutions"]:
        return ""
    if named[0].lower() in lexicon("grammar")["not_names"]:
        return ""
    is_plain = before == "the" and all(_is_common(word) or noun_class(word.lower()) for word in named)
    return " ".join(["The", *named] if is_plain or (named[0] == "Old" and before == "the") else named)


def _is_people(line: Sequence[Token], run: list[int]) -> bool:
    """``half a million Canadians``."""
    before = line[run[0] - 1].low if run[0] else ""
    return len(run) == 1 and before in ("million", "thousand", "hundred", "many", "most", "all", "of")


def _is_common(word: str) -> bool:
    return is_ordinary(word) or word.lower().removesuffix("'s") in lexicon("grammar")["not_names"]


def _spelled(line: Sequence[Token]) -> str:
    """A brand in capital letters at the start: ``VOLTA electric bikes``, or alone: ``LUMA``."""
    if not line:
        return ""
    first = line[0]
    if len(line) > 1 and (line[1].text.isupper() or not kind_within([token.text for token in line[1:]])):
        return ""
    is_spelled = first.text.isupper() and first.text.isalpha() and len(first.text) > 3
    return first.text if is_spelled and not is_ordinary(first.text) else ""
