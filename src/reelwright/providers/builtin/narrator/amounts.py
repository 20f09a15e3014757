"""How amounts are said: prices, percents, and numbers with a unit beside them."""

import re

from reelwright.providers.builtin.narrator import numerals
from reelwright.providers.builtin.narrator.words import word_list

_MEASURES = word_list("measures")
_CURRENCIES: dict[str, list[str]] = _MEASURES["currencies"]
_MAGNITUDES: dict[str, str] = _MEASURES["magnitudes"]
_UNITS: dict[str, str] = _MEASURES["units"]
_PLURALS: dict[str, str] = _MEASURES["plurals"]
_SIGNS = "|".join(sorted((re.escape(sign) for sign in _CURRENCIES), key=len, reverse=True))
_AMOUNT = r"(\d[\d,]*)(?:\.(\d+))?(k|mln|m|mn|bn|b|t)?\+?"
_SIGN_FIRST = re.compile(rf"^({_SIGNS}){_AMOUNT}$", re.I)
_SIGN_LAST = re.compile(rf"^{_AMOUNT}({_SIGNS})$", re.I)
_BETWEEN = re.compile(rf"^({_SIGNS})(\d[\d,.]*[kmb]?)[-–—](?:{_SIGNS})?(\d[\d,.]*[kmb]?)$", re.I)
_PERCENT = re.compile(r"^([+\-−]?)(\d[\d,]*(?:\.\d+)?)(?:[-–](\d[\d,]*(?:\.\d+)?))?%$")
_QUANTITY = re.compile(r"^([+\-−~≈]?)(\d[\d,]*(?:\.\d+)?)([^\W\d]+[²2]?|°[CFcf]?|[a-zA-Z]+/[a-zA-Z\d]+)\+?$")
_LENGTHS = frozenset(
    {
        "deep",
        "tall",
        "long",
        "wide",
        "high",
        "away",
        "below",
        "above",
        "underwater",
        "sprint",
        "swim",
        "dash",
        "freestyle",
    }
)
_RACES = frozenset({"run", "runs", "race", "races", "runner", "training", "walk", "video", "tv", "screen", "display"})
_NUMBER = re.compile(r"^[+\-−~$€£]?\d[\d,.]*(?:[-–]\d[\d,.]*)?$")


def money(word: str, before: str, after: str) -> list[str]:
    """``$4.50``, ``10€``, ``£10k``, ``$5-10``."""
    if ranged := _BETWEEN.match(word):
        first, second = f"{ranged[1]}{ranged[2]}", f"{ranged[1]}{ranged[3]}"
        low, high = money(first, "", ""), money(second, "", "")
        unit = currency(ranged[1])
        shared = low[-1:] == high[-1:] and low[-1] == plural(unit[0])
        return [*(low[:-1] if shared else low), "to", *high]
    if found := _SIGN_FIRST.match(word):
        sign, whole, cents, magnitude = found.groups()
    elif found := _SIGN_LAST.match(word):
        whole, cents, magnitude, sign = found.groups()
    else:
        return []
    unit, small = currency(sign)
    scale = magnitude or (after if after.lower() in {"million", "billion", "thousand", "trillion"} else "")
    if scale:
        amount = f"{whole}.{cents}" if cents else whole
        said = [*numerals.decimal(amount), _MAGNITUDES[magnitude.lower()]] if magnitude else numerals.decimal(amount)
        return [*said, *plural(unit).split()] if magnitude else said
    return _exact(int(whole.replace(",", "")), int((cents or "0").ljust(2, "0")[:2]), unit, small)


def _exact(count: int, cents: int, unit: str, small: str) -> list[str]:
    words = [*numerals.cardinal(count), *(unit if count == 1 else plural(unit)).split()]
    if not cents or not small:
        return words
    coins = [*numerals.cardinal(cents), small if cents == 1 else plural(small)]
    return [*words, "and", *coins] if count else coins


def scaled_money(before: str, word: str) -> list[str]:
    """``million`` after ``$5``: the currency is said behind it."""
    found = _SIGN_FIRST.match(before)
    if not found or found[4] or word.lower() not in {"million", "billion", "thousand", "trillion"}:
        return []
    return [word, *plural(currency(found[1])[0]).split()]


def currency(sign: str) -> tuple[str, str]:
    """The names of a currency and of its small coin."""
    name, small = _CURRENCIES.get(sign) or _CURRENCIES[sign.upper()]
    return name, small


def percent(word: str, before: str, after: str) -> list[str]:
    """``50%``, ``-3.5%``, ``12-15%``."""
    found = _PERCENT.match(word)
    if not found:
        return []
    until = ["to", *numerals.decimal(found[3])] if found[3] else []
    return [*sign_words(found[1]), *numerals.decimal(found[2]), *until, "percent"]


def quantity(word: str, before: str, after: str) -> list[str]:
    """``5kg``, ``30°C``, ``5km/h``, ``10M``, ``5G``, ``4K``, ``2x``."""
    found = _QUANTITY.match(word)
    if not found:
        return []
    sign, amount, suffix = found.groups()
    said, low = [*sign_words(sign), *numerals.decimal(amount)], suffix.lower()
    if low in {"x", "×"}:
        return [*said, "times"]
    if low in {"am", "pm", "p"}:
        return [*(numerals.pairs(amount) if amount == "1080" else said), *suffix.upper()]
    if _is_letter(amount, suffix, after):
        return [*said, suffix.upper()]
    if low == "m" and suffix == "m" and after.lower() in _LENGTHS:
        return [*said, *unit_words(suffix, amount)]
    if low in _MAGNITUDES and (low in {"k", "m", "bn", "mn", "mln"} or suffix.isupper()):
        return [*said, _MAGNITUDES[low]]
    if low in _UNITS:
        return [*said, *unit_words(low, amount)]
    return [*said, _MAGNITUDES[low]] if low in _MAGNITUDES else []


def _is_letter(amount: str, suffix: str, after: str) -> bool:
    """``5G``, ``3D`` and ``4K`` are letters; ``10K`` steps are thousands, a ``5k`` run is not."""
    if suffix in {"G", "D"}:
        return len(amount) == 1
    return suffix in {"K", "k"} and (
        (suffix == "K" and amount in {"2", "4", "8"}) or (amount in {"5", "10"} and after.lower() in _RACES)
    )


def unit_alone(word: str, before: str, after: str) -> list[str]:
    """``ml`` after ``500``, ``USD`` after ``20``; a currency before its number is said with it."""
    low = word.lower()
    if not _NUMBER.match(before) and before.lower() not in {"million", "thousand", "billion"}:
        return []
    amount = before.lstrip("+-−~")
    if word in _CURRENCIES:
        return currency(word)[0].split() if amount == "1" else plural(currency(word)[0]).split()
    if low not in _UNITS or low in {"in", "mo", "s"} or word in {"T", "K", "B"}:
        return []
    return unit_words(low, amount)


def unit_words(unit: str, amount: str) -> list[str]:
    """The words of a unit, in the plural but after one."""
    name = _UNITS[unit.lower()]
    return (name if amount == "1" else plural(name)).split()


def plural(name: str) -> str:
    """``mile per hour`` -> miles per hour."""
    head, per, rest = name.partition(" per ")
    first, _, last = head.rpartition(" ")
    if head.startswith("degree "):
        return name.replace("degree", "degrees", 1)
    many = _PLURALS.get(last) or f"{last}s"
    return f"{first} {many}".strip() + per + rest


def sign_words(sign: str) -> list[str]:
    """``-`` -> minus."""
    return {"": [], "+": ["plus"], "~": ["about"], "≈": ["about"]}.get(sign, ["minus"])
