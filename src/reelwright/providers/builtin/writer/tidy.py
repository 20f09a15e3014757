"""What people paste, as plain words: strange letters, entities, tables, contact details and encoded lumps."""

import html
import re
import unicodedata

from reelwright.providers.builtin.writer.forms import said_in

_CONTACT = re.compile(
    r"<(script|style)\b.*?</\1>|[\w.+-]+@[\w-]+\.[\w.-]+"
    r"|(?:\b(?:tel|phone|call|fax)\.?:?\s*)?(?<![\w$€£.])\+?\d(?:[ ()-]{0,2}\d){8,}(?![\w%])"
    r"|(?-i:\b\d+[a-z]? (?:[A-Z]\w+ ){1,2}(?:St|Rd|Ave|Blvd|Ln|Street|Road|Avenue|Lane)\b\.?,?)"
    r"|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b",
    re.DOTALL | re.IGNORECASE,
)
"""Scripts, mail addresses, telephone numbers, street addresses, postcodes."""
_COMMAND = re.compile(r"\\[a-zA-Z]{2,}\*?(?=[{\s\[])")
_TABLE = re.compile(r"(?<=[^\W\d]),(?=\w)|(?<=\d),(?=[^\W\d])")
_PATH = re.compile(r"\.\./|^[~.]?/\w+/|^[A-Za-z]:[\\/]|[^\W\d]/\w+/\w+/")
_HEAP = re.compile(r"(\w)[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff]{2,}")
_PLAIN_LETTERS = ("<wide>", "<narrow>", "<font>", "<circle>", "<small>")


def tidy(prompt: str) -> str:
    """The prompt as somebody would have typed it, with one space between words and no line breaks.

    Forms (``Product: ... Audience: ...``, JSON, XML), greetings, signatures and chat roles give way to what they say;
    entities, contact details, encoded lumps, ornamental letters and heaps of accents to plain letters or nothing.
    """
    text = re.sub(r"\s*(?:→|⇒|➡\ufe0f?|-+>)\s*", " to ", _letters(html.unescape(prompt)))
    text = _CONTACT.sub(" ", _COMMAND.sub(" ", said_in(text)))
    text = re.sub(r"(?<=\d) (?=[₸₽₹¥€£](?!\w))", "", re.sub(r"(?<=[a-z]) & (?=[a-z])", " and ", text))
    return " ".join(word for word in _TABLE.sub(", ", text).split() if not _is_lump(word))


def _letters(text: str) -> str:
    """Wide, cursive and circled letters as plain ones; a letter keeps one accent, and a stray accent goes."""
    plain = "".join(
        unicodedata.normalize("NFKC", sign) if unicodedata.decomposition(sign).split(" ")[0] in _PLAIN_LETTERS else sign
        for sign in text
    )
    kept: list[str] = []
    composed = unicodedata.normalize("NFC", plain)
    for sign in _HEAP.sub(lambda heap: unicodedata.normalize("NFD", heap.group(1))[0], composed):
        name = unicodedata.name(sign, "") if unicodedata.category(sign) == "Mn" else ""
        if "OVERLAY" in name or (name.startswith("COMBINING") and not (kept and kept[-1].isalpha())):
            continue
        kept.append(sign)
    return "".join(kept)


def _is_lump(word: str) -> bool:
    """Whether a word is a file's path, or encoded, and nobody's: ``Q29mZmVlIGZvciB0d28=``."""
    if _PATH.search(word):
        return True
    bare = word.rstrip("=.,;")
    is_mixed = re.search(r"[a-z]", bare) and re.search(r"[A-Z]", bare) and len(re.findall(r"\d", bare)) > 1
    return len(bare) > 11 and bool(is_mixed) and bool(re.fullmatch(r"[A-Za-z0-9+/_-]+", bare))
