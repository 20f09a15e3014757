"""How what is written is said: numbers, prices, dates, units, short forms, addresses become plain words."""

import re
import unicodedata

from reelwright.providers.builtin.narrator import amounts, numerals
from reelwright.providers.builtin.narrator import calendar_words as calendar
from reelwright.providers.builtin.narrator.words import word_list

_SHORT_FORMS: dict[str, str] = word_list("measures")["short"]
_SYMBOLS = {
    "&": "and",
    "+": "plus",
    "@": "at",
    "%": "percent",
    "=": "equals",
    "°": "degrees",
    "#": "number",
    "×": "times",
    "€": "euros",
    "£": "pounds",
    "$": "dollars",
    "₸": "tenge",
}
ALWAYS_SHORT = frozenset({"mr", "mrs", "dr", "vs", "etc", "e.g", "i.e", "ms", "approx", "ltd", "w/", "w/o"})
"""Short forms that are never the word itself; a full stop after one ends no sentence."""
DOTTED_BEFORE_NUMBERS = frozenset(
    {"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"}
) | {"No"}
"""Short forms whose full stop ends no sentence when a number follows."""

_ORDINAL = re.compile(r"^(\d[\d,]*)(?:st|nd|rd|th)$", re.I)
_DECADE = re.compile(r"^'?(\d{2}|\d{4})'?s$")
_NUMBER = re.compile(r"^([+\-−~≈]?)(\d[\d,]*(?:\.\d+)?|\.\d+)(\+?)$")
_RANGE = re.compile(r"^([$€£]?\d[\d,.:]*)[-–—](\d[\d,.:]*\S*)$")
_ADDRESS = re.compile(r"^(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?$", re.I)
_MAIL = re.compile(r"^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$")
_DOTTED = re.compile(r"^(?:[A-Za-z]\.)+[A-Za-z]\.?$")
_PARTS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*['’]?|\d[\d,]*(?:\.\d+)?|[&+@%=°#×€£$₸]")
_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_ENDINGS = frozenset({"io", "ai", "tv", "uk", "us", "eu", "kz", "ru", "de", "fr"})
_TWO_AND_MORE = re.compile(r"^[A-Z]{2,}$")


def spoken_words(core: str, before: str = "", after: str = "") -> list[str]:
    """The plain words of one written word whose outer punctuation is gone.

    Args:
        core: One word without white space, such as ``$4.50`` or ``Wi-Fi``.
        before: The written word in front of it.
        after: The written word behind it.

    Returns:
        Words to look up, in the case they were written in; empty when nothing can be said.
    """
    plain = unicodedata.normalize("NFKC", core.replace("²", "2")).replace("’", "'").replace("‘", "'")
    for reader in _READERS:
        words = reader(plain, before, after)
        if words:
            return words
    return _pieces(plain)


def _short_form(word: str, before: str, after: str) -> list[str]:
    low = word.lower().rstrip(".")
    dotted = word.endswith(".") and low in _SHORT_FORMS and low not in {"no", "st", "inc"}
    numbered = low == "no" and word[0] == "N" and word.endswith(".") and after[:1].isdecimal()
    return _SHORT_FORMS[low].split() if dotted or numbered or low in ALWAYS_SHORT else []


def _dotted(word: str, before: str, after: str) -> list[str]:
    known = word.lower().rstrip(".") in _SHORT_FORMS
    return [letter.upper() for letter in word if letter != "."] if _DOTTED.match(word) and not known else []


def _rate(word: str, before: str, after: str) -> list[str]:
    """``$9.99/month``, ``/month`` alone."""
    amount, slash, unit = word.partition("/")
    if not slash or not unit.isalpha() or (amount and not any(c.isdecimal() for c in amount)):
        return []
    if amount and amounts.quantity(word, before, after):
        return []
    name = (
        " ".join(amounts.unit_words(unit, "1")) if unit.lower() in {"mo", "yr", "wk", "h", "hr", "min", "kg"} else unit
    )
    return [*(spoken_words(amount) if amount else []), "per", *name.split()]


def _by(word: str, before: str, after: str) -> list[str]:
    between = before[-1:].isdecimal() and after[:1].isdecimal()
    return ["by"] if between and word.lower() in {"x", "×"} else []


def _scale(word: str, before: str, after: str) -> list[str]:
    return amounts.scaled_money(before, word)


def _ordinal(word: str, before: str, after: str) -> list[str]:
    found = _ORDINAL.match(word)
    return numerals.ordinal(int(found[1].replace(",", ""))) if found else []


def _decade(word: str, before: str, after: str) -> list[str]:
    found = _DECADE.match(word)
    if not found or (len(found[1]) == 2 and found[1][1] != "0") or (word[0] != "'" and found[1] in {"10", "60"}):
        return []
    *front, last = numerals.year(int(found[1])) if len(found[1]) == 4 else numerals.cardinal(int(found[1]))
    return [*front, last[:-1] + "ies" if last.endswith("y") else last + "s"]


def _number(word: str, before: str, after: str) -> list[str]:
    found = _NUMBER.match(word)
    if not found:
        return []
    sign, number, more = found.groups()
    said = _plain_number(number, before)
    return [*amounts.sign_words(sign), *said, *(["plus"] if more else [])]


def _plain_number(number: str, before: str) -> list[str]:
    if number.isdecimal() and len(number) > 1 and number[0] == "0":
        return numerals.digits(number)
    if number.isdecimal() and len(number) == 4 and _TWO_AND_MORE.match(before) and number[1:] != "000":
        return numerals.pairs(number)
    if number.isdecimal() and len(number) == 4:
        return numerals.year(int(number))
    return numerals.decimal(number)


def _span(word: str, before: str, after: str) -> list[str]:
    found = _RANGE.match(word)
    return [*spoken_words(found[1]), "to", *spoken_words(found[2])] if found else []


def _mail(word: str, before: str, after: str) -> list[str]:
    if not _MAIL.match(word):
        return []
    name, _, house = word.partition("@")
    return [*_addressed(name), "at", *_addressed(house)]


def _address(word: str, before: str, after: str) -> list[str]:
    if "@" in word or not _ADDRESS.match(word) or not re.search(r"\.[a-z]{2,}(/|$)", word, re.I):
        return []
    return _addressed(re.sub(r"^(https?://)?(www\.)?", "", word, flags=re.I).rstrip("/"))


def _addressed(bare: str) -> list[str]:
    words: list[str] = []
    for piece in re.findall(r"[^\W\d_]+|\d+|[./_+-]", bare):
        sign = {".": ["dot"], "/": ["slash"], "-": ["dash"], "_": ["underscore"], "+": ["plus"]}.get(piece)
        if piece.lower() in _ENDINGS and words[-1:] == ["dot"]:
            words += [letter.upper() for letter in piece]
        else:
            words += sign or spoken_words(piece)
    return words


def _tag(word: str, before: str, after: str) -> list[str]:
    """``#FitMom`` and ``@reelwright``."""
    if len(word) < 2 or word[0] not in "#@" or not word[1].isalpha():
        return []
    parts = [part for piece in re.split(r"[_.]", word[1:]) for part in _CAMEL.findall(piece)]
    return ["hashtag" if word[0] == "#" else "at", *(said for part in parts for said in spoken_words(part))]


def _amp(word: str, before: str, after: str) -> list[str]:
    """``H&M`` and ``AT&T``: letters around an and."""
    left, sign, right = word.partition("&")
    if not sign or not (left + right).isupper() or not (left + right).isalpha() or max(len(left), len(right)) > 2:
        return []
    return [*left, "and", *right]


def _pieces(word: str) -> list[str]:
    """Words, numbers and symbols inside, for ``Wi-Fi6`` or ``rock&roll``; anything else is silent."""
    words: list[str] = []
    for piece in _PARTS.findall(word):
        if piece in _SYMBOLS:
            words.append(_SYMBOLS[piece])
        elif piece[0].isdecimal():
            words += _plain_number(piece.rstrip(",."), words[-1] if words else "")
        else:
            words.append(piece)
    return words


_READERS = (
    _tag,
    _by,
    calendar.half_of_day,
    amounts.unit_alone,
    _dotted,
    _short_form,
    calendar.month,
    calendar.day_of_month,
    calendar.date,
    _rate,
    _scale,
    amounts.money,
    amounts.percent,
    calendar.time,
    _ordinal,
    _decade,
    amounts.quantity,
    _number,
    _span,
    _mail,
    _address,
    _amp,
)
