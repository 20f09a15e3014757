"""How what is written is said: prices, percents, years, units, dates, acronyms, addresses become plain words."""

import re
import unicodedata

from reelwright.providers.builtin.narrator import numerals

_CURRENCIES = {
    "$": ("dollar", "cent"),
    "€": ("euro", "cent"),
    "£": ("pound", "penny"),
    "¥": ("yen", ""),
    "₹": ("rupee", "paisa"),
}
_MAGNITUDES = {"k": "thousand", "m": "million", "mn": "million", "bn": "billion", "b": "billion", "t": "trillion"}
_UNITS = {
    "kg": "kilogram", "g": "gram", "mg": "milligram", "km": "kilometer", "cm": "centimeter", "mm": "millimeter",
    "ml": "milliliter", "l": "liter", "lb": "pound", "lbs": "pound", "oz": "ounce", "ft": "foot", "min": "minute",
    "mins": "minute", "sec": "second", "secs": "second", "s": "second", "hr": "hour", "hrs": "hour", "h": "hour",
    "kcal": "kilocalorie", "gb": "gigabyte", "mb": "megabyte", "tb": "terabyte", "mph": "mile per hour",
    "mm²": "square millimeter", "ghz": "gigahertz", "hz": "hertz", "kwh": "kilowatt hour", "w": "watt", "v": "volt",
    "mi": "mile", "px": "pixel",
}  # fmt: skip
_PLURALS = {"foot": "feet", "mile per hour": "miles per hour", "penny": "pence", "yen": "yen", "hertz": "hertz"}
_SYMBOLS = {
    "&": "and",
    "+": "plus",
    "@": "at",
    "%": "percent",
    "=": "equals",
    "°": "degrees",
    "#": "number",
    "×": "times",
}
_SHORT_FORMS = {
    "mr": "mister", "mrs": "missus", "ms": "miz", "dr": "doctor", "st": "saint", "vs": "versus", "etc": "et cetera",
    "e.g": "for example", "i.e": "that is", "no": "number", "approx": "approximately", "inc": "incorporated",
    "ltd": "limited",
}  # fmt: skip
ALWAYS_SHORT = frozenset({"mr", "mrs", "dr", "vs", "etc", "e.g", "i.e", "ms", "approx", "ltd"})
"""Short forms that are never the word itself; a full stop after one ends no sentence."""

_PRICE = re.compile(r"^([$€£¥₹])(\d[\d,]*)(?:\.(\d+))?([kmb]|mn|bn|t)?\+?$", re.I)
_QUANTITY = re.compile(r"^(\d[\d,]*(?:\.\d+)?)([a-z²]+)\+?$", re.I)
_PERCENT = re.compile(r"^([+\-−]?)(\d[\d,]*(?:\.\d+)?)%$")
_ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th)$", re.I)
_DECADE = re.compile(r"^'?(\d{2}|\d{4})'?s$")
_CLOCK = re.compile(r"^([01]?\d|2[0-3]):([0-5]\d)(am|pm)?$", re.I)
_NUMBER = re.compile(r"^([+\-−]?)(\d[\d,]*(?:\.\d+)?|\.\d+)(\+?)$")
_RANGE = re.compile(r"^(\d[\d,.]*)[-–—](\d[\d,.]*\S*)$")
_ADDRESS = re.compile(r"^(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?$", re.I)
_DOTTED = re.compile(r"^(?:[A-Za-z]\.)+[A-Za-z]\.?$")
_PARTS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*['’]?|\d[\d,]*(?:\.\d+)?|[&+@%=°#×]")


def spoken_words(core: str, before: str = "") -> list[str]:
    """The plain words of one written word whose outer punctuation is gone.

    Args:
        core: One word without white space, such as ``$4.50`` or ``Wi-Fi``.
        before: The written word in front of it.

    Returns:
        Words to look up, in the case they were written in; empty when nothing can be said.
    """
    plain = unicodedata.normalize("NFKC", core).replace("’", "'").replace("‘", "'")
    for reader in (
        _dotted,
        _short_form,
        _rate,
        _money,
        _percent,
        _time,
        _ordinal,
        _decade,
        _quantity,
        _number,
        _span,
        _address,
    ):
        words = reader(plain, before)
        if words:
            return words
    return _pieces(plain)


def _short_form(word: str, before: str) -> list[str]:
    low = word.lower().rstrip(".")
    dotted = word.endswith(".") and low in _SHORT_FORMS and low not in {"no", "st", "inc"}
    return _SHORT_FORMS[low].split() if dotted or low in ALWAYS_SHORT else []


def _dotted(word: str, before: str) -> list[str]:
    return (
        _spelled(word.replace(".", "")) if _DOTTED.match(word) and word.lower().rstrip(".") not in _SHORT_FORMS else []
    )


def _rate(word: str, before: str) -> list[str]:
    """``$9.99/month``."""
    amount, slash, unit = word.partition("/")
    if not slash or not unit.isalpha() or not any(c.isdecimal() for c in amount):
        return []
    return [*spoken_words(amount), "per", *(_UNITS.get(unit.lower(), unit).split())]


def _money(word: str, before: str) -> list[str]:
    found = _PRICE.match(word)
    if not found:
        return []
    sign, whole, fraction, magnitude = found.groups()
    unit, small = _CURRENCIES[sign]
    if magnitude:
        amount = f"{whole}.{fraction}" if fraction else whole
        return [*numerals.decimal(amount), _MAGNITUDES[magnitude.lower()], _plural(unit)]
    count = int(whole.replace(",", ""))
    words = [*numerals.cardinal(count), unit if count == 1 else _plural(unit)]
    cents = int((fraction or "0").ljust(2, "0")[:2])
    if not cents:
        return words
    if not count:
        return [*numerals.cardinal(cents), small if cents == 1 else _plural(small)]
    return [*words, "and", *numerals.cardinal(cents), small if cents == 1 else _plural(small)]


def _percent(word: str, before: str) -> list[str]:
    found = _PERCENT.match(word)
    return [*_sign(found[1]), *numerals.decimal(found[2]), "percent"] if found else []


def _time(word: str, before: str) -> list[str]:
    found = _CLOCK.match(word)
    if not found:
        return []
    hour, minute, half = int(found[1]), int(found[2]), found[3]
    past = ["o'clock"] if not minute and not half else ["oh"] if 0 < minute < 10 else []
    return [*numerals.cardinal(hour), *past, *(numerals.cardinal(minute) if minute else []), *_spelled(half or "")]


def _ordinal(word: str, before: str) -> list[str]:
    found = _ORDINAL.match(word)
    return numerals.ordinal(int(found[1])) if found else []


def _decade(word: str, before: str) -> list[str]:
    found = _DECADE.match(word)
    if not found:
        return []
    *front, last = numerals.year(int(found[1])) if len(found[1]) == 4 else numerals.cardinal(int(found[1]))
    return [*front, last[:-1] + "ies" if last.endswith("y") else last + "s"]


def _quantity(word: str, before: str) -> list[str]:
    found = _QUANTITY.match(word)
    if not found:
        return []
    amount, suffix = numerals.decimal(found[1]), found[2].lower()
    if suffix == "x":
        return [*amount, "times"]
    if suffix in {"am", "pm"}:
        return [*amount, *_spelled(suffix)]
    if suffix in _UNITS and not (suffix == "m" or found[2] in {"M", "K", "B"}):
        return [*amount, *_unit(suffix, found[1])]
    if suffix in _MAGNITUDES:
        return [*amount, _MAGNITUDES[suffix]]
    return []


def _number(word: str, before: str) -> list[str]:
    found = _NUMBER.match(word)
    if not found:
        return []
    sign, number, more = found.groups()
    tail = ["plus"] if more else []
    if number.isdecimal() and len(number) > 1 and number[0] == "0":
        return [*_sign(sign), *numerals.digits(number), *tail]
    if number.isdecimal() and len(number) == 4:
        return [*_sign(sign), *numerals.year(int(number)), *tail]
    return [*_sign(sign), *numerals.decimal(number), *tail]


def _span(word: str, before: str) -> list[str]:
    found = _RANGE.match(word)
    return [*spoken_words(found[1]), "to", *spoken_words(found[2])] if found else []


def _address(word: str, before: str) -> list[str]:
    if "@" in word or not _ADDRESS.match(word) or not re.search(r"\.[a-z]{2,}(/|$)", word, re.I):
        return []
    bare = re.sub(r"^(https?://)?(www\.)?", "", word, flags=re.I).rstrip("/")
    words: list[str] = []
    for piece in re.findall(r"[^\W\d_]+|\d+|[./-]", bare):
        words += {".": ["dot"], "/": ["slash"], "-": ["dash"]}.get(piece) or spoken_words(piece)
    return words


def _pieces(word: str) -> list[str]:
    """Words, numbers and symbols inside, for ``Wi-Fi6`` or ``rock&roll``; anything else is silent."""
    if word == "24/7":
        return ["twenty", "four", "seven"]
    words: list[str] = []
    for piece in _PARTS.findall(word):
        if piece in _SYMBOLS:
            words.append(_SYMBOLS[piece])
        else:
            words += numerals.decimal(piece) if piece[0].isdecimal() else [piece]
    return words


def _unit(suffix: str, amount: str) -> list[str]:
    unit = _UNITS[suffix]
    return (unit if amount == "1" else _plural(unit)).split()


def _plural(unit: str) -> str:
    return _PLURALS.get(unit) or f"{unit}s"


def _spelled(letters: str) -> list[str]:
    return [letter.upper() for letter in letters]


def _sign(sign: str) -> list[str]:
    return {"": [], "+": ["plus"]}.get(sign, ["minus"])
