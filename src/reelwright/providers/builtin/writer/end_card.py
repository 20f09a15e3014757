"""What the end card letters: the brand or product, and under it the brief's own promise or call."""

import re

from reelwright.providers.builtin.writer.analyse import UNNAMED, Reading
from reelwright.providers.builtin.writer.materials import after_the_name, own_claims
from reelwright.providers.builtin.writer.naming import titled
from reelwright.providers.builtin.writer.product_name import as_written
from reelwright.providers.builtin.writer.words import capitalised

_LONGEST_NAME, _LONGEST_LINE = 40, 60


def end_card(reading: Reading) -> tuple[str, str]:
    """Name and line for the end of an advertisement; nothing for a story. Both are the brief's own words.

    Returns:
        Such as ``("Artisan Coffee", "Starts your morning right")``; the line may be empty.
    """
    if reading.is_story:
        return "", ""
    if not (reading.brand or reading.call or reading.noun_phrase != UNNAMED):
        return "", ""
    whole = _whole(reading)
    if whole:
        return _cut(titled(whole), _LONGEST_NAME), ""
    name = reading.brand or titled(reading.call or as_written(reading.noun_phrase, reading.prompt))
    promise = reading.call_to_action or after_the_name(reading) or ", ".join(own_claims(reading))
    promise = promise or (reading.noun_phrase if reading.brand and reading.noun_phrase != UNNAMED else "")
    line = capitalised(promise.strip(" .,:;"))
    is_new = not set(line.lower().split()) <= set(name.lower().split()) and len(line) <= _LONGEST_LINE
    return _cut(name, _LONGEST_NAME), line if is_new else ""


def _whole(reading: Reading) -> str:
    """A short brief that is all name: an occasion stands behind its product, or it names none; else empty."""
    spoken = reading.spoken.strip(" .!")
    if reading.brand or reading.call or reading.is_question or len(spoken) > _LONGEST_NAME:
        return ""
    if not re.search(rf"\b{re.escape(reading.noun_phrase)}", spoken, re.IGNORECASE):
        return spoken if re.match(r"\d", spoken) else ""
    # "Gourmet chocolate tasting": one word more says nothing alone.
    said = re.match(rf"(?:new )?{re.escape(reading.noun_phrase)} ([a-z]+)$", spoken, re.IGNORECASE)
    return spoken if said and not re.search(r"(?:ed|ly)$", said[1]) else ""


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most + 1].rsplit(" ", 1)[0]
