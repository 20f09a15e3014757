"""What the brief itself gives to the copy: product, brand, audience, promise, claims, numbers, place, as slots."""

import random
import re
from functools import lru_cache
from zlib import crc32

from reelwright.film.writing import WriteStoryInputs
from reelwright.providers.builtin.writer.analyse import Reading
from reelwright.providers.builtin.writer.counts import SCALES, number_of
from reelwright.providers.builtin.writer.nouns import noun_class, verb_stem
from reelwright.providers.builtin.writer.offers import date_of, offer_of
from reelwright.providers.builtin.writer.phrasing import base_of, of_many, third, with_article
from reelwright.providers.builtin.writer.product_name import short_name, unpriced, written_brand
from reelwright.providers.builtin.writer.tails import NO_NAMES, added_to, slogan
from reelwright.providers.builtin.writer.words import capitalised, copy_file, lexicon, uncapitalised, word_count
from reelwright.providers.builtin.writer.worlds import all_worlds, world_of

_GENERIC = "generic"
_PLACES = {
    "kitchen": "in the kitchen", "office": "at the desk", "street": "on the street", "cafe": "at the corner table",
    "gym": "in the gym", "mountain": "on the trail", "beach": "by the water", "field": "out in the open",
    "forest": "among the trees", "bedroom": "in the bedroom", "bathroom": "at the mirror", "shop": "in the shop",
    "living_room": "in the living room", "restaurant": "at the table", "train": "on the train", "farm": "on the farm",
}  # fmt: skip
_TIMES = {
    "dawn": "at first light", "morning": "in the morning", "golden hour": "in the last sun", "dusk": "at dusk",
    "night": "at night", "day": "at noon",
}  # fmt: skip
_CROWDS = {
    "people",
    "everyone",
    "family",
    "kids",
    "children",
    "lovers",
    "owners",
    "users",
    "members",
    "teams",
    "men",
    "women",
}
_WORDS_IN_A_CALL, _WORDS_IN_A_CLAIM = 5, 6


def materials(inputs: WriteStoryInputs, reading: Reading, dice: random.Random, seed: int = 1) -> dict[str, str]:
    """The slots that the brief can fill; a slot it cannot fill is missing or empty."""
    words = _words(inputs, reading, dice, seed)
    return {slot: _with_capitals(said, reading.prompt) for slot, said in words.items()}


def _with_capitals(text: str, prompt: str) -> str:
    """The text with capitals where English wants them: ``Thai massage``, but ``nail polish``."""
    wanted = {word for word in _proper() if word not in _EITHER or capitalised(word) in prompt}
    return re.sub(r"\b[a-z]{4,}\b", lambda found: capitalised(found[0]) if found[0] in wanted else found[0], text)


_EITHER = ("polish", "march")
"""Words that mean something else with a small letter."""


@lru_cache(maxsize=1)
def _proper() -> frozenset[str]:
    return frozenset((copy_file("proper") or {}).get("words", ()))


def _words(inputs: WriteStoryInputs, reading: Reading, dice: random.Random, seed: int) -> dict[str, str]:
    many = is_plural(reading)
    name = short_name(reading)
    return {
        "name": name,
        "question": reading.spoken if reading.is_question else "",
        "offer": offer_of(reading),
        "date": "" if reading.is_question else date_of(reading),
        "brand": written_brand(reading.brand),
        "actor": name if reading.brand or many or name.startswith("the ") else "",
        "noun": _noun(reading),
        "thing": thing(reading),
        "it": "them" if many else "it",
        "they": "they" if many else "it",
        "is": "are" if many else "is",
        "this": "these" if many else "this",
        "goes": "go" if many else "goes",
        "does_it": "do" if many else "does",
        "audience": "" if reading.audience.lower() in name.lower() else _in_small_letters(_audience(reading)),
        "one": one_of(reading),
        "place": _PLACES.get(reading.place, ""),
        "clock": _TIMES.get(reading.time, ""),
        "problem": _plain(_problem(reading), 4),
        "number": (number := number_of(reading, dice)),
        **added_to(name, reading, number),
        "use": _use(reading, seed),
        **_promise(reading, many=many),
        **_claims(reading, dice, number),
    }


def _noun(reading: Reading) -> str:
    """What a brand sells, where the brief says so beside its name."""
    noun = reading.noun_phrase
    is_said = noun not in ("idea", *NO_NAMES) and noun.lower() not in reading.brand.lower()
    return noun if reading.brand and is_said and not reading.benefit.startswith(noun) else ""


def is_plural(reading: Reading) -> bool:
    """Whether the product takes a plural verb: ``running shoes``, but not ``Nimbus``."""
    last = (unpriced(reading.noun_phrase).split() or [""])[-1]
    if reading.brand or last in lexicon("grammar")["mass_nouns"]:
        return False
    return bool(re.search(r"[^su]s$", last)) and last not in ("swiss", "news", "chess", "glass", "tennis")


def thing(reading: Reading) -> str:
    """The product by its head noun: ``the app``, ``the shoes``."""
    head = (reading.noun_phrase.split() or ["idea"])[-1]
    return f"the {head}"


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


def _audience(reading: Reading) -> str:
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
    return reading.audience if is_many and words[-1] != "family" else ""


def _in_small_letters(audience: str) -> str:
    """``kids`` where the brief opens with ``Kids``; who is called by a name keeps its capital."""
    return uncapitalised(audience) if audience.lower().split(" ")[0] in lexicon("people")["audience"] else audience


def _problem(reading: Reading) -> str:
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


def _plain(text: str, most: int) -> str:
    return text if text and word_count(text) <= most else ""


def _use(reading: Reading, seed: int) -> str:
    """What such a thing is for, as an order to the viewer; by the product's words, its kind, world or category."""
    if reading.mood == "solemn":
        return ""
    uses: dict[str, list[str]] = (copy_file("promises") or {}).get("use", {})
    words = reading.noun_phrase.lower().split()
    own_world, worlds = world_of(reading), all_worlds()
    world = own_world.name
    # What a world says is said of that world only: a "town" within a phrase is no meeting of the town.
    own = [" ".join(words[at:]) for at in range(len(words))]
    keys = (*(key for one in own for key in (one, one.removesuffix("s")) if key not in worlds), world)
    nothing: list[str] = worlds[world].get("use", [])
    found = next((uses[key] for key in keys if key in uses), nothing)
    found = [said for one in found if (said := of_many(one) if is_plural(reading) and own_world.names_product else one)]
    order = sorted(found, key=lambda one: crc32(f"{reading.prompt} {one}".encode()))
    is_own = reading.call and world == _GENERIC
    return (
        order[seed % len(order)] if order and not is_own and not re.match(r"(?:sell|stop|quit)\b", reading.call) else ""
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


def _promise(reading: Reading, *, many: bool) -> dict[str, str]:
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


def _claims(reading: Reading, dice: random.Random, number: str) -> dict[str, str]:
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
