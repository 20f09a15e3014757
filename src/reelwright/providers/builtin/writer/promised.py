"""What the brief promises, as it can be said: benefit, trouble, claims and what it asks people to do."""

import random
import re

from reelwright.providers.builtin.writer.analyse import Reading
from reelwright.providers.builtin.writer.counts import SCALES
from reelwright.providers.builtin.writer.nouns import verb_stem
from reelwright.providers.builtin.writer.offers import offer_of
from reelwright.providers.builtin.writer.phrasing import base_of, third
from reelwright.providers.builtin.writer.product_name import is_plural
from reelwright.providers.builtin.writer.tails import slogan
from reelwright.providers.builtin.writer.words import uncapitalised, word_count

_WORDS_IN_A_CALL, _WORDS_IN_A_CLAIM = 5, 6


def problem_in(reading: Reading) -> str:
    """What is taken away, as it stands after "no more"; empty where the brief only says what a thing lacks."""
    problem = uncapitalised(re.sub(r"\s+with\s+(?:the |an? )?[A-Z\w].*$", "", reading.problem)).removesuffix(" again")
    named = {word.removesuffix("s") for word in reading.noun_phrase.lower().split()}
    if {word.removesuffix("s") for word in problem.lower().split()} & named and reading.noun_phrase != reading.problem:
        return ""
    is_lacked = re.search(rf"\bfor (?:[^,.]* without (?:the )?)?{re.escape(problem)}", reading.prompt, re.IGNORECASE)
    # "No more wrinkle" of ``anti-wrinkle``.
    is_lacked = is_lacked or re.search(rf"\banti-{re.escape(problem)}\b", reading.prompt, re.IGNORECASE)
    # "Quit smoking without willpower": what is not needed is not taken away.
    is_lacked = is_lacked or (reading.call and f"without {problem}" in reading.call)
    # "Ends June 1" ends no trouble, and what is somebody's is not said of everybody.
    return "" if is_lacked or _NO_TROUBLE.match(problem) else problem


_NO_TROUBLE = re.compile(
    r"(?:an?|my|your|his|her|our|their|there|its|this|next|until|at|on|in|by|soon|today|tonight|tomorrow|midnight|being|having)\b"
    r"|.*\d"
    r"|(?:jan|febr|march|april|may|june|july|august|sept|octo|novem|decem|mon|tues|wednes|thurs|fri|satur|sun)\w*\b",
    re.IGNORECASE,
)


def told_of(reading: Reading) -> str:
    """What a brief that is a sentence says of its product: ``turns 100`` of ``Our village bakery turns 100``."""
    for name in (reading.brand, reading.noun_phrase):
        said = name and re.match(
            rf"(?:the |an? |our |my )?(?:[\w’'&-]+ ){{0,2}}?{re.escape(name)} ([\w’'-]+) ([^,.;:!?]+)",
            reading.spoken,
            re.IGNORECASE,
        )
        verb = said[1].lower() if said else ""
        is_verb = verb_stem(verb) == verb if is_plural(reading) else verb.endswith("s") and bool(verb_stem(verb))
        if said and is_verb and said[1].islower():
            return f"{verb} {said[2]}"
    return ""


_MODALS = ("cannot", "can", "do", "will", "must", "may", "should", "won't", "don't", "never")


def promise_in(reading: Reading, *, many: bool) -> dict[str, str]:
    """The benefit as what the product ``does`` or as what one can ``do`` with it."""
    benefit = reading.benefit.strip(" .") or told_of(reading)
    verb, _, rest = benefit.partition(" ")
    bare = re.search(rf"(?:^|\b(?:to|lets?|helps?|for|makes?)\b.*){re.escape(benefit)}", reading.prompt, re.IGNORECASE)
    is_third = third(base_of(verb)) == verb
    if not rest or word_count(benefit) > 6 or not (is_third or bare) or verb in _MODALS:
        return {"do": "", "does": ""}
    is_third = third(base_of(verb)) == verb and verb not in ("less", "always")
    if is_third:
        return {"does": f"{base_of(verb)} {rest}" if many else benefit, "do": ""}
    if re.match(r"(you|your|it|them|every|the)\b", rest) or verb.endswith("ing"):
        return {"do": "", "does": "" if verb.endswith("ing") else benefit if many else f"{third(verb)} {rest}"}
    return {"do": benefit, "does": ""}


def _whole(claim: str, prompt: str) -> str:
    """The claim with what it counts by: "in ten minutes" of "in ten minutes a day" would promise more."""
    found = re.search(
        rf"{re.escape(claim)}( (?:an?|per|every) (?:day|week|month|year|night|hour))\b", prompt, re.IGNORECASE
    )
    return claim + found[1] if found else claim


_OF_TIME = re.compile(r"^(?:in|under|within|up to)\b|^\d+-\w+$|\d% (?:on|for|in)\b|^\d[\d.,]*%$")
"""Claims that say nothing alone: ``in ten minutes``, ``20% on``."""


def own_claims(reading: Reading) -> list[str]:
    """The claims of a brief that can be said alone, in its own words."""
    ready = {claim: f"ready {claim}" for claim in reading.claims if f"ready {claim}" in reading.prompt}
    claims = [_whole(uncapitalised(ready.get(claim, claim)), reading.prompt) for claim in reading.claims]
    claims = [
        re.sub(r"(?:\s(?:every|all|our|your|the|of|a|an|and|on|this|next|from))+$", "", claim) for claim in claims
    ]
    before = {
        claim: re.search(rf"\b(from|under|only|just) {re.escape(claim)}", reading.prompt, re.IGNORECASE)
        for claim in claims
    }
    claims = [
        f"{said[1].lower()} {claim}" if (said := before[claim]) and claim[:1] in "$€£₸₽₹¥" else claim
        for claim in claims
    ]
    # "in ten minutes" alone does not say what is done in them.
    return [claim for claim in claims if word_count(claim) <= _WORDS_IN_A_CLAIM and not _OF_TIME.search(claim)]


def claims_in(reading: Reading, dice: random.Random, number: str) -> dict[str, str]:
    """Up to two of the brief's own claims beside its number, and what it asks people to do."""
    claims = own_claims(reading)
    named = set(re.findall(r"\w+", f"{reading.name} {reading.noun_phrase}".lower()))
    claims = [claim for claim in claims if not named & set(re.findall(r"\w{4,}", claim.lower()))]
    offer = offer_of(reading)
    claims = [claim for claim in claims if not offer or claim not in offer]
    claims = [re.sub(r"(?<=\d)[MKk]\b", lambda scale: f" {SCALES[scale[0]]}", claim) for claim in claims]
    claims = [claim for claim in claims if not number or claim not in number]
    dice.shuffle(claims)
    asked = (reading.call_to_action, reading.call, slogan(reading))
    calls = [call.rstrip(" .!") for call in asked if call and not call[-1].isdigit()]
    called = next((call for call in calls if word_count(call) <= _WORDS_IN_A_CALL), min(calls, key=len, default=""))
    return {
        "claim": claims[0] if claims else "",
        "claim2": claims[1] if len(claims) > 1 else "",
        "call": uncapitalised(called),
    }
