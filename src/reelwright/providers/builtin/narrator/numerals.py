"""Numbers as the words an English narrator says."""

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_ROUND = "zero ten twenty thirty forty fifty sixty seventy eighty ninety"
_ONES, _TENS = _SMALL.split(), _ROUND.split()
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_MAX_NUMBER = 10**15


def cardinal(number: int) -> list[str]:
    """``342`` -> three hundred forty two; numbers of sixteen digits and more are read digit by digit."""
    if number >= _MAX_NUMBER:
        return digits(str(number))
    words: list[str] = []
    for size, name in _SCALES:
        if number >= size:
            words += [*cardinal(number // size), name]
            number %= size
    if number >= 100:
        words += [_ONES[number // 100], "hundred"]
        number %= 100
    if number or not words:
        words += _below_hundred(number)
    return words


def _below_hundred(number: int) -> list[str]:
    if number < 20:
        return [_ONES[number]]
    return [_TENS[number // 10], *([_ONES[number % 10]] if number % 10 else [])]


def ordinal(number: int) -> list[str]:
    """``21`` -> twenty first."""
    *front, last = cardinal(number)
    if last in _ORDINALS:
        return [*front, _ORDINALS[last]]
    return [*front, last[:-1] + "ieth" if last.endswith("y") else last + "th"]


def year(number: int) -> list[str]:
    """``1999`` -> nineteen ninety nine, ``2005`` -> two thousand five, ``2026`` -> twenty twenty six."""
    century, rest = divmod(number, 100)
    if not 1100 <= number <= 2099 or 2000 <= number <= 2009:
        return cardinal(number)
    if rest == 0:
        return [*cardinal(century), "hundred"]
    return [*cardinal(century), *(["oh"] if rest < 10 else []), *cardinal(rest)]


def digits(text: str) -> list[str]:
    """``007`` -> zero zero seven."""
    return [_ONES[int(digit)] for digit in text if digit.isdecimal()]


def decimal(text: str) -> list[str]:
    """``12.5`` -> twelve point five; thousands may be parted by commas."""
    whole, _, fraction = text.replace(",", "").partition(".")
    words = cardinal(int(whole or 0))
    return [*words, "point", *digits(fraction)] if fraction else words


def pairs(text: str) -> list[str]:
    """``5090`` -> fifty ninety, as the numbers of models are said."""
    words: list[str] = []
    for at in range(0, len(text), 2):
        pair = text[at : at + 2]
        if pair == "00":
            words.append("hundred")
        else:
            words += digits(pair) if pair[0] == "0" else cardinal(int(pair))
    return words


def fraction(part: int, whole: int) -> list[str]:
    """``3, 4`` -> three quarters; empty for what is not usually said so."""
    names = {2: ("half", "halves"), 3: ("third", "thirds"), 4: ("quarter", "quarters")}
    if not 0 < part < whole or whole not in names:
        return []
    return [*cardinal(part), names[whole][part > 1]]
