"""What the end card letters: the brand or product, and under it the brief's own promise or call."""

import re

from reelwright.providers.builtin.writer.analyse import Reading
from reelwright.providers.builtin.writer.announcing import card_of, is_sold, is_told
from reelwright.providers.builtin.writer.joints import marked
from reelwright.providers.builtin.writer.nouns import cast_of
from reelwright.providers.builtin.writer.offers import date_of, offer_of
from reelwright.providers.builtin.writer.product_name import as_written, unpriced
from reelwright.providers.builtin.writer.promised import own_claims
from reelwright.providers.builtin.writer.reading import UNNAMED
from reelwright.providers.builtin.writer.tails import after_the_name, is_asking, slogan
from reelwright.providers.builtin.writer.tokens import tokens
from reelwright.providers.builtin.writer.words import capitalised, titled

_LONGEST_NAME, _LONGEST_LINE = 40, 60
_NO_NAMES_END = re.compile(r"(?:ed|ly)$|^(?:ads?|advert|commercial|film|promo|reel|spot|teaser|video)$")
"""What may follow a name and is no part of it."""


def end_card(reading: Reading) -> tuple[str, str]:
    """Name and line for the end of an advertisement; nothing for a story. Both are the brief's own words.

    Returns:
        Such as ``("Artisan Coffee", "Starts your morning right")``; the line may be empty.
    """
    if reading.is_story:
        return "", ""
    if is_told(reading) and not is_sold(reading):
        name, line = card_of(reading)
        return titled(name), line
    if not (reading.brand or reading.call or reading.is_question or reading.noun_phrase != UNNAMED):
        is_said = reading.language == "en" and len(reading.spoken) <= _LONGEST_NAME
        return (titled(reading.spoken) if is_said else ""), ""
    if reading.is_question and not reading.brand and (is_asking(reading) or reading.noun_phrase == UNNAMED):
        return (reading.spoken, "") if len(reading.spoken) <= _LONGEST_NAME else ("", "")
    whole = _whole(reading)
    if whole:
        return _cut(titled(whole), _LONGEST_NAME), ""
    name = reading.brand or titled(reading.call or as_written(unpriced(reading.noun_phrase), reading.prompt))
    line = capitalised(_promise(reading).strip(" .,:;"))
    if line.lower().startswith(f"{name.lower()} ") and reading.call:
        # "Join 250,000 members of the book club": the line says it whole.
        name = titled(reading.noun_phrase)
    is_new = not set(line.lower().split()) <= set(name.lower().split()) and len(line) <= _LONGEST_LINE
    return _cut(name, _LONGEST_NAME), line if is_new else ""


def _promise(reading: Reading) -> str:
    """The offer of a brief, what it asks for, what it promises, or what it adds to the name."""
    offer, date = offer_of(reading), date_of(reading)
    if offer:
        return f"{offer} {date}".strip()
    asked = re.sub(rf" (?:at|with|from|on) {re.escape(reading.brand)}$", "", reading.call_to_action)
    if date and (not asked or reading.noun_phrase in asked):
        return date
    added = _told(after_the_name(reading), reading)
    if added.startswith("you ") and reading.brand:
        added = f"{reading.noun_phrase} {added}"
    if re.search(rf"\bthat {re.escape(added)}", reading.prompt) and re.match(r"(?:you|we|do|don't|never|can)\b", added):
        added = f"{reading.noun_phrase if reading.brand else ''} that {added}".strip()
    benefit = reading.benefit if reading.brand and reading.benefit.endswith(added) else ""
    noun = reading.noun_phrase if reading.brand and reading.noun_phrase != UNNAMED else ""
    return asked or slogan(reading) or benefit or added or ", ".join(own_claims(reading)) or noun


def _told(added: str, reading: Reading) -> str:
    """What is added to the name, without the rest of a name that was cut and without what people do in the film."""
    found = marked(tokens(added))
    is_cut = re.search(rf"{re.escape(reading.noun_phrase)} {re.escape(added)}", reading.spoken, re.IGNORECASE)
    if is_cut and found and found[0].part in ("NOUN", "PROPN"):
        # "Blood donation drive at our university" says more than donation.
        return ""
    clauses = added.split(", ")
    return ", ".join([*clauses[:1], *(one for one in clauses[1:] if not _acts(one))])


def _acts(clause: str) -> bool:
    """Whether somebody does something: ``kid jumps in every puddle``."""
    line = tokens(clause)
    found = marked(line)
    return any(
        found[at].part in ("VBZ", "VBP") and before.part == "NOUN" and cast_of(line[at - 1].low) is not None
        for at, before in enumerate(found[: len(found) - 1], 1)
    )


def _whole(reading: Reading) -> str:
    """A short brief that is all name: an occasion stands behind its product, or it names none; else empty."""
    spoken = reading.spoken.strip(" .!")
    if reading.brand or reading.call or reading.is_question or len(spoken) > _LONGEST_NAME:
        return ""
    if not re.search(rf"\b{re.escape(reading.noun_phrase)}", spoken, re.IGNORECASE):
        return spoken if re.match(r"\d", spoken) else ""
    # "Gourmet chocolate tasting": one word more says nothing alone.
    said = re.match(rf"(?:new )?{re.escape(reading.noun_phrase)} ([a-z]+)$", spoken, re.IGNORECASE)
    return spoken if said and not _NO_NAMES_END.search(said[1]) else ""


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most + 1].rsplit(" ", 1)[0]
