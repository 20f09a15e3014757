"""What a product is called in a line: brand, or its phrase as the brief writes it."""

import re

from reelwright.providers.builtin.writer.analyse import Reading
from reelwright.providers.builtin.writer.reading import UNNAMED
from reelwright.providers.builtin.writer.tails import NO_NAMES, is_asking
from reelwright.providers.builtin.writer.words import capitalised, lexicon, uncapitalised, word_count
from reelwright.providers.builtin.writer.worlds import asked_for

_WORDS_IN_A_NAME = 5
_PRICED = re.compile(r" (?:half price|on sale|for sale|open|available)$|^price ")
"""What a reading takes for a part of a name: ``all lamps half price``."""


def short_name(reading: Reading) -> str:
    """The product as it is called in a line: brand, or as much of its phrase as a short line holds; may be empty."""
    if reading.brand:
        return written_brand(reading.brand)
    if is_asking(reading):
        # Who asks why cats purr sells no cats.
        own = re.search(rf"\byour {re.escape(reading.noun_phrase)}\b", reading.prompt, re.IGNORECASE)
        if asked_for(reading) or reading.noun_phrase == UNNAMED:
            return ""
        return f"your {reading.noun_phrase}" if own else reading.noun_phrase
    if reading.noun_phrase in ("", "idea", *NO_NAMES):
        return _said(reading)
    if re.search(rf"\b(?:learn|how) to {re.escape(reading.noun_phrase)}\b", reading.prompt, re.IGNORECASE):
        # A verb that was taken for the product.
        return ""
    spoken = _as_written(reading)
    if spoken:
        return spoken
    name = re.sub(r"^(?:the )?(?:shop|buy|try|get|discover|order) (?:our|the|my|your) ", "", reading.name)
    name = re.sub(r" (?:either|too|again|means|now)$", "", unpriced(name))
    if name.startswith("the ") and not has_article(reading):
        # A headline names it bare: "Bramble gin", "Carpet cleaning".
        name = name.removeprefix("the ")
    while word_count(name) > _WORDS_IN_A_NAME and " " in name:
        article, rest = ("the ", name.removeprefix("the ")) if name.startswith("the ") else ("", name)
        name = article + rest.split(" ", 1)[1]
    name = _with_apostrophe(name, reading.prompt)
    counted = re.search(rf"\b(\d[\w.]*-[a-z]+) {re.escape(name)}\b", reading.prompt, re.IGNORECASE)
    name = f"{counted[1]} {name}" if counted and word_count(name) < _WORDS_IN_A_NAME else name
    return as_lettered(_capitalled(_numbered(name, reading.prompt), reading.prompt), reading.prompt)


def _capitalled(name: str, prompt: str) -> str:
    """``Earl Grey tea``: two words that the brief opens with and writes with capitals, where it writes others small."""
    said = re.match(r"([A-Z][a-z]+ [A-Z][a-z]+) ([a-z]+)", prompt)
    opens = said is not None and name.startswith(f"{said[1].lower()} {said[2]}")
    return name.replace(said[1].lower(), said[1], 1) if said and opens else name


def unpriced(noun_phrase: str) -> str:
    """A product's phrase without what it costs now: ``lamps`` of ``lamps half price``."""
    return _PRICED.sub("", noun_phrase)


def _numbered(name: str, prompt: str) -> str:
    """The name with the number that its last letters want: ``sunscreen SPF 50``."""
    said = re.search(rf"{re.escape(name.split()[-1])} (\d+)\b", prompt) if name else None
    return f"{name} {said[1]}" if said and name.split()[-1].isupper() else name


_ARTICLES = r"(?:an?|the|our|my|your|his|her|their|this|that|every|one)"


def has_article(reading: Reading) -> bool:
    """Whether the brief itself puts an article before the product, or asks for one: ``Book a table``."""
    phrase = re.escape(reading.noun_phrase)
    if not re.search(phrase, reading.prompt, re.IGNORECASE):
        return True
    return re.search(rf"\b{_ARTICLES}\s+(?:[\w’'-]+\s+){{0,3}}?{phrase}", reading.prompt, re.IGNORECASE) is not None


def as_written(name: str, prompt: str) -> str:
    """A product's name with the signs that the brief writes in it: ``kids' balance bike``, ``sunscreen SPF 50``."""
    return _capitalled(_numbered(_with_apostrophe(name, prompt), prompt), prompt)


def _with_apostrophe(name: str, prompt: str) -> str:
    """``kids' cookery club`` where the brief has its apostrophe and the reading dropped it."""
    spelled = "['’]?".join(map(re.escape, re.split(r"(?<=s)(?= )", name.removeprefix("the "))))
    said = re.search(rf"\b{spelled}", prompt, re.IGNORECASE)
    has_more = bool(said) and len(said[0]) > len(name.removeprefix("the "))
    return name.replace(name.removeprefix("the "), uncapitalised(said[0])) if said and has_more else name


def is_plural(reading: Reading) -> bool:
    """Whether the product takes a plural verb: ``running shoes``, but not ``Nimbus``."""
    last = (unpriced(reading.noun_phrase).split() or [""])[-1]
    if reading.brand or last in lexicon("grammar")["mass_nouns"]:
        return False
    return bool(re.search(r"[^su]s$", last)) and last not in ("swiss", "news", "chess", "glass", "tennis")


def written_brand(brand: str) -> str:
    """A brand typed in small letters, as brands are written: ``Zara``, ``BMW``."""
    if not brand.islower():
        return brand
    return brand.upper() if len(brand) <= 3 else capitalised(brand)


def _said(reading: Reading) -> str:
    """A brief that names nothing, as it is written, where it can be said at all."""
    words = re.findall(r"[A-Za-z][\w'’-]*", reading.spoken)
    speakable = reading.language == "en" and not reading.is_question and any(len(word) > 3 for word in words)
    return " ".join(words) if speakable and len(words) <= _WORDS_IN_A_NAME - 1 else ""


def _as_written(reading: Reading) -> str:
    """A name that the brief writes with capitals: ``Nimbus``, ``Black Friday``."""
    match = re.match(r"(?:[A-Z][\w’']+ ?){1,3}", reading.spoken)
    written = match.group(0).strip() if match else ""
    is_whole = written == reading.spoken.strip(" .!") or word_count(written) > 1
    return written if is_whole and written.lower() == reading.noun_phrase.lower() and reading.kind == "generic" else ""


def as_lettered(text: str, prompt: str) -> str:
    """The text with single letters as the brief writes them: ``vitamin C``."""
    return re.sub(r"\b([a-z])\b(?<!\ba)(?<!['’]s)", lambda match: _letter(match.group(1), prompt), text)


def _letter(letter: str, prompt: str) -> str:
    """``vitamin C``: a single letter as the brief writes it."""
    return letter.upper() if re.search(rf"(?<!^)\b{letter.upper()}\b", prompt) else letter
