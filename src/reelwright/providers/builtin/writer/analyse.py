"""A brief, read: tokens once, then lead or product, brand, audience and promises, each by its own small module."""

from functools import lru_cache

from reelwright.providers.builtin.writer import promises
from reelwright.providers.builtin.writer.branded import judged_brand
from reelwright.providers.builtin.writer.details import asks, numbers_in, rest_after, stated, untagged
from reelwright.providers.builtin.writer.directions import undirected
from reelwright.providers.builtin.writer.kinds import owners
from reelwright.providers.builtin.writer.laid_out import LaidOut, laid_out
from reelwright.providers.builtin.writer.leads import Lead
from reelwright.providers.builtin.writer.names import brand_of, domain_of
from reelwright.providers.builtin.writer.notices import noticed
from reelwright.providers.builtin.writer.reading import UNNAMED, Reading
from reelwright.providers.builtin.writer.sold import noun_of, ruled_sold, sold_in
from reelwright.providers.builtin.writer.tokens import plain, spoken, tokens
from reelwright.providers.builtin.writer.told import SOMEBODY, lead_in, ruled_lead
from reelwright.providers.builtin.writer.tongue import foreign_kind, language_of
from reelwright.providers.builtin.writer.words import lexicon

__all__ = ["Reading", "analyse"]


@lru_cache(maxsize=64)
def analyse(prompt: str) -> Reading:
    """Read a brief.

    Args:
        prompt: Anything a person or a program typed; it is never executed and need not be English.
    """
    text = plain(prompt)
    language = language_of(text)
    if language != "en":
        return _foreign(prompt, text, language)
    out = laid_out(text)
    lead = lead_in(out, domain_of(prompt))
    return noticed(_story(prompt, out, lead) if lead else _advert(prompt, out))


def ruled(prompt: str, *, is_ad: bool = False) -> Reading:
    """What the rules alone read in a brief in English, without anything learned; as an advertisement if so."""
    out = laid_out(plain(prompt))
    lead = None if is_ad else ruled_lead(out)
    return _story(prompt, out, lead) if lead else _advert(prompt, out, is_judged=False)


def _story(prompt: str, out: LaidOut, lead: Lead) -> Reading:
    (hero, cast), brief = lead, out.brief
    return Reading(
        prompt=prompt,
        spoken=spoken(undirected(untagged(out.text, prompt))),
        is_story=True,
        kind="generic",
        noun_phrase=UNNAMED,
        brand="",
        audience="",
        cast=cast,
        hero=hero,
        numbers=numbers_in(brief),
        place=stated(brief, "places"),
        time=stated(brief, "times"),
        sign_off="",
        mood=promises.mood_of(brief),
        is_question=asks(out.text),
        signs=(*out.signs(""), *out.pairs()),
        direction=out.direction,
    )


def _advert(prompt: str, out: LaidOut, *, is_judged: bool = True) -> Reading:
    brief, text = out.brief, out.text
    mood = promises.mood_of(brief)
    # What is said to the film's makers names neither product nor brand.
    told = out.undirected
    brand = brand_of(told.brief, told.line, is_led_in=out.is_led_in) or domain_of(prompt)
    if is_judged and out.line and mood != "solemn":
        brand = judged_brand(prompt, told, brand)
    product, phrase, kind = (sold_in if is_judged else ruled_sold)(out, brand)
    if mood == "solemn":
        brand = brand or promises.remembered_in(brief)
    audience, cast = promises.audience_of(brief)
    brief = undirected(untagged(brief, prompt))
    is_first = all(at >= product.end for at in out.directions)
    rest = rest_after(brief, told.line, product) if is_first else ""
    return Reading(
        prompt=prompt,
        spoken=spoken(undirected(untagged(text, prompt))),
        is_story=False,
        kind=kind,
        noun_phrase=phrase,
        noun_class=product.noun_class,
        brand=brand,
        audience=audience,
        cast=cast or _usual(kind),
        hero="",
        numbers=numbers_in(brief),
        place=stated(brief, "places"),
        time=stated(brief, "times"),
        sign_off=promises.sign_off_of(brief, rest, product.phrase, brand, kind),
        call=promises.call_of(brief) if promises.is_imperative(brief) else "",
        benefit=promises.first_match(brief, "benefit"),
        problem=promises.first_match(brief, "problem"),
        claims=promises.claims_of(brief),
        mood=mood,
        call_to_action=promises.call_to_action_of(untagged(text, prompt)),
        is_question=asks(text),
        signs=(*out.signs(brand), *out.pairs()),
        direction=out.direction,
    )


def _foreign(prompt: str, text: str, language: str) -> Reading:
    """A brief of another language, or of no words: its product by the small dictionary, else a neutral name."""
    named = [one for one in tokens(text) if one.low in owners()] if language else []
    kind = foreign_kind(prompt) or (owners()[named[-1].low] if named else "") or "generic"
    is_mood = kind == "generic" and not domain_of(prompt)
    return Reading(
        prompt=prompt,
        spoken=spoken(text),
        is_story=is_mood,
        kind=kind,
        noun_phrase=noun_of(kind) or UNNAMED,
        brand=domain_of(prompt),
        audience="",
        cast=None,
        hero=SOMEBODY[0] if is_mood else "",
        numbers=(),
        place="",
        time="",
        sign_off="",
        is_question=prompt.rstrip(" \"'”’»").endswith(("?", "？", "؟", ";")),
        language=language,
    )


def _usual(kind: str) -> tuple[str, int] | None:
    """Who is cast for a kind where the brief is silent: a man for a razor."""
    lead = lexicon("kinds")["kind"][kind].get("lead")
    return (str(lead), 34) if lead else None
