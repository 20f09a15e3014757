"""Whom the copy speaks to: the brief's audience where it is people, many or one."""

import re

from reelwright.providers.builtin.writer.analyse import Reading
from reelwright.providers.builtin.writer.nouns import noun_class
from reelwright.providers.builtin.writer.phrasing import with_article
from reelwright.providers.builtin.writer.words import lexicon, uncapitalised

_CROWDS = {
    "people", "everyone", "family", "kids", "children", "lovers", "owners", "users",
    "members", "teams", "men", "women",
}  # fmt: skip


def one_of(reading: Reading) -> str:
    """One person of the audience: ``a busy mom``; empty where English has no such word."""
    words = _people(reading).split()
    if not words or words[-1] in _CROWDS or not reading.cast:
        return ""
    last = words[-1]
    single = {"wives": "wife", "women": "woman", "men": "man"}.get(last) or (
        f"{last[:-3]}y"
        if last.endswith("ies")
        else re.sub(r"(?<=ss|sh|ch)e?s$|s$", "", last)
        if re.search(r"[^su]s$", last)
        else ""
    )
    # A family does not stop and look.
    return with_article(" ".join([*words[:-1], single])) if single and single not in _CROWDS else ""


def _people(reading: Reading) -> str:
    """The audience where it is people: who has cats speaks to none."""
    words = reading.audience.split()
    if not words or noun_class(words[-1].lower()) in ("animal", "pet", "pest") or words[0] == "The":
        return ""
    if re.search(rf"\b(?!for |to )\w+s (?:your|their) {re.escape(reading.audience)}$", reading.prompt.rstrip(" .!")):
        # "A doorbell that knows your neighbours" is not for them.
        return ""
    # Who made a thing is not who it is for.
    by = re.search(rf"\b(\w+) by (?:[\w’'-]+ ){{0,2}}{re.escape(reading.audience)}\b", reading.prompt, re.IGNORECASE)
    return "" if by and by[1].lower() not in _LIKED else reading.audience


_LIKED = ("trusted", "used", "loved", "chosen", "read", "worn", "rated", "recommended", "designed", "approved")


def audience_in(reading: Reading) -> str:
    """The audience where it is many and more than ``users``: ``busy moms``."""
    words = _people(reading).split()
    if re.search(rf"\b(?:needs?|wants?|seeks?) (?:more |new )?{re.escape(reading.audience)}\b", reading.prompt):
        # Who is needed there is not who it is for.
        return ""
    if reading.noun_phrase.lower().split()[-1:] == [word.lower() for word in words[-1:]]:
        return ""
    if words[:1] and words[0] in ("my", "our", "their", "his", "her"):
        return ""
    if not words or len(words) > 3 or words[-1] in ("users", "members", "customers", "people", "everyone"):
        return ""
    if re.search(rf"{re.escape(reading.audience)} (?:who|that|over|under|with|without|in|at|aged)\b", reading.prompt):
        # Said alone it would be more people than the brief means.
        return ""
    is_many = words[-1] in _CROWDS or re.search(r"[^su]s$", words[-1])
    # ``Kids`` that open a brief are ``kids``; Londoners stay Londoners.
    is_common = words[0].lower() in lexicon("people")["audience"]
    said = uncapitalised(reading.audience) if is_common else reading.audience
    return said if is_many and words[-1] != "family" else ""
