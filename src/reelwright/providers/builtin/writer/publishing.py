"""Texts to publish a film with, put together from its own words alone."""

from reelwright.film.publishing import Publishing, SuggestPublishingInputs
from reelwright.providers.builtin.writer.nouns import noun_class, usual_part
from reelwright.providers.builtin.writer.tokens import plain, sentences, tokens
from reelwright.providers.builtin.writer.words import sentence

_MOODS = {
    "tense": "low pulse, dark strings, building",
    "dread": "held low strings, single piano notes, silence",
    "joy": "bright acoustic groove, hand claps",
    "warm": "warm acoustic guitar, gentle piano",
    "calm": "slow ambient pads, soft piano",
    "epic": "wide orchestra, horns, slow drums",
    "proud": "rising strings, steady drums",
    "excited": "driving electronic beat, bright lead",
    "mysterious": "sparse piano, glassy pads, a slow pulse",
    "tender": "solo piano, soft strings",
    "luxur": "ambient luxury pads, deep bass, slow",
}
_DULL = (
    "film",
    "thing",
    "way",
    "time",
    "moment",
    "light",
    "side",
    "camera",
    "frame",
    "picture",
    "view",
    "edge",
    "end",
    "over",
    "back",
    "front",
    "side",
    "steps",
    "crossing",
    "corner",
    "place",
)
_MOST_TAGS, _MOST_SENTENCES = 12, 2


def draft_publishing(inputs: SuggestPublishingInputs) -> Publishing:
    """Title, description, tags and music, all in words that the film itself gives."""
    return Publishing(
        title=inputs.title[:100],
        description=_description(inputs),
        tags=_tags(inputs),
        soundtrack_mood=_music(inputs)[:160],
    )


def _description(inputs: SuggestPublishingInputs) -> str:
    """What it is about, what opens it, what is said last; nothing that the film does not hold."""
    told = sentences(plain(inputs.prompt))[:_MOST_SENTENCES]
    about = " ".join(sentence(one) for one in told) or sentence(inputs.title)
    first = inputs.shown[0] if inputs.shown else ""
    parts = [about]
    if first and first.rstrip(".").lower() not in about.lower():
        parts.append(sentence(first))
    if inputs.said:
        parts.append(f"“{inputs.said[-1].strip()}”" + (f" {inputs.brand}." if inputs.is_ad else ""))
    article = "An" if inputs.style[:1].lower() in "aeiou" else "A"
    length = f"{article} {inputs.style} short film, {inputs.duration_s:.0f} seconds." if inputs.style else ""
    return " ".join([*parts, length]).strip()[:1500]


def _tags(inputs: SuggestPublishingInputs) -> tuple[str, ...]:
    """Brand, style, places, and the nouns of the request; then those that the shots name most."""
    asked = [token.low for token in tokens(plain(inputs.prompt))]
    seen = [token.low for text in inputs.shown for token in tokens(plain(text))]
    often = sorted(set(seen), key=lambda word: (-seen.count(word), seen.index(word)))
    nouns = [word for word in (*asked, *often) if _is_noun(word)]
    named = [inputs.brand.lower(), inputs.style.lower(), *(place for place in inputs.places if place != "abstract")]
    kind = "commercial" if inputs.is_ad else "short film"
    found = [tag[:30] for tag in (*named, *nouns[:8], inputs.mood.lower(), kind, "animatic") if tag]
    return tuple(dict.fromkeys(found))[:_MOST_TAGS]


def _is_noun(word: str) -> bool:
    known = noun_class(word) not in ("", "body", "feeling")
    return len(word) > 3 and word not in _DULL and usual_part(word) == "n" and known


def _music(inputs: SuggestPublishingInputs) -> str:
    if inputs.soundtrack:
        return inputs.soundtrack
    mood = inputs.mood.lower()
    found = next((music for word, music in _MOODS.items() if word in mood), "light piano and strings, unhurried")
    return f"{found}; {mood}" if mood else found
