"""What a brief says: product, kind, audience, brand, numbers, place and time, advertisement or story."""

import re
from dataclasses import dataclass
from typing import Any

from reelwright.providers.builtin.writer.words import capitalised, found, lexicon, uncapitalised, word_count

_LEAD_INS = re.compile(
    r"^(?:please\s+)?(?:(?:make|create|write|produce|shoot)\s+)?(?:me\s+)?(?:an?\s+|the\s+)?(?:\w+\s+)?"
    r"(?:ad|advert|advertisement|commercial|video|film|spot|promo|trailer|campaign)\s+(?:for|about|on|of)\s+"
    r"|^(?:introducing|meet|discover|try|advertise|promote|launch of|launching|presenting)\s*:?\s+",
    re.IGNORECASE,
)

_LONGEST_WORD, _MOST_WORDS = 30, 60
"""Beyond these a brief holds more than a short film can say."""


@dataclass(frozen=True)
class Reading:
    """A brief, understood."""

    prompt: str
    spoken: str
    """The prompt without what nobody can speak: mark-up, addresses, pictures."""
    is_story: bool
    kind: str
    noun_phrase: str
    """What the product is called in the brief, small letters but for names: ``artisan coffee``."""
    brand: str
    audience: str
    cast: tuple[str, int] | None
    """Who the lead is, from audience or story: woman, man, girl, boy or any, and an age."""
    hero: str
    """How a story calls its lead: ``Aldar Kose``, ``the detective``."""
    numbers: tuple[str, ...]
    place: str
    time: str
    sign_off: str
    """The brief's own promise as a closing line, or empty where it makes none that can be spoken."""

    call: str = ""
    """A brief that begins with a verb, cut to what can be called out: ``Learn Spanish``."""
    benefit: str = ""
    """What the brief promises, in its words, as it stands after ``that``, ``to`` or ``so you can``: ``sleep better``."""
    problem: str = ""
    """What the product takes away, as a noun phrase in the brief's words: ``back pain``, ``paperwork``."""
    claims: tuple[str, ...] = ()
    """The brief's own claims, word for word: ``organic``, ``zero sugar``, ``lasts 30 hours``."""
    mood: str = ""
    """A key of ``moods`` in the evidence lexicon: luxurious, playful, calm, warm, epic, dark, energetic, romantic."""
    call_to_action: str = ""
    """The brief's own call, without addresses: ``book a table``; empty where it makes none."""
    is_question: bool = False
    language: str = "en"
    """ISO 639-1 code of the brief's language; ``""`` where it holds no words."""

    @property
    def category(self) -> str:
        """The category of the product's kind: ``drink``, ``finance``, ``health``, ``generic``..."""
        return str(lexicon("kinds")["kind"][self.kind]["category"])

    @property
    def facts(self) -> dict[str, Any]:
        """The kind's entry in the lexicon, completed from its category."""
        kinds = lexicon("kinds")
        own: dict[str, Any] = kinds["kind"][self.kind]
        return {"count": "one", **kinds["category"][own["category"]], **own}

    @property
    def name(self) -> str:
        """The product within a sentence: the brand, or ``this coffee``-like with its article."""
        if self.brand:
            return self.brand
        return f"the {self.noun_phrase}" if self.is_countable else self.noun_phrase

    @property
    def is_countable(self) -> bool:
        """Whether the product takes an article: ``the app``, but ``coffee`` and ``running shoes``."""
        return _is_countable(self.noun_phrase, self.kind)


def _is_countable(phrase: str, kind: str) -> bool:
    last = phrase.split()[-1] if phrase else ""
    if last in lexicon("grammar")["mass_nouns"] or re.match(r"\w+['’]s\b", phrase):
        return False
    if last in lexicon("grammar")["count_nouns"]:
        return True
    plural = last.endswith("s") and not last.endswith("ss")
    return lexicon("kinds")["kind"][kind].get("count", "one") == "one" and not plural


def analyse(prompt: str) -> Reading:
    """Read a brief."""
    plain = _plain(prompt)
    brief = _LEAD_INS.sub("", plain).strip(" .!\"'") or plain
    brand = _brand(plain, brief) or _domain(prompt)
    brief = re.sub(r"\s*\b(?:called|named)\s+[A-Z]\w+", "", brief)
    head, rest = _split(brief)
    hero, lead = _hero(head, rest, brief)
    kind = _kind(head) or ("" if hero else _kind(brief)) or "generic"
    is_story = bool(hero) and not _kind(head) and not brand.startswith("@")
    noun_phrase = _noun_phrase(head, brand, kind, is_story)
    audience, cast = _audience(brief)
    return Reading(
        prompt=prompt,
        spoken=plain,
        is_story=is_story,
        kind=kind,
        noun_phrase=noun_phrase,
        brand="" if is_story else brand,
        audience=audience,
        cast=lead if is_story else cast,
        hero=hero if is_story else "",
        numbers=tuple(
            match.group(0).strip()
            for match in re.finditer(r"\b\d[\d.,]*\s?(?:[MKk%]|million|thousand)?\s?[a-z]*", brief)
        ),
        place=_stated(brief, lexicon("grammar")["places"]),
        time=_stated(brief, lexicon("grammar")["times"]),
        call=_call(brief) if _is_imperative(brief) and not is_story else "",
        is_question=plain.rstrip(" \"'").endswith("?"),
        sign_off="" if is_story else _sign_off(brief, head, rest, noun_phrase, brand, kind),
    )


def _plain(prompt: str) -> str:
    """The prompt without mark-up, addresses and pictures, which nobody can speak."""
    text = re.sub(r"<[^>]*>|https?://\S+|www\.\S+|[{}\[\]<>|*_#`]", " ", prompt)
    spoken = "".join(sign for sign in text if sign.isalnum() or sign in " .,:;!?'’\"“”&%-–—+$€£/")
    words: list[str] = []
    for word in spoken.split():
        # "sale sale sale" is said once.
        is_new = not words or word.lower() != words[-1].lower()
        if is_new and len(word) <= _LONGEST_WORD and any(sign.isalnum() or sign in ",-–—&" for sign in word):
            words.append(word)
    return " ".join(words[:_MOST_WORDS])


def _domain(prompt: str) -> str:
    match = re.search(r"(?:https?://|www\.)(?:www\.)?([a-z0-9-]+)\.", prompt, re.IGNORECASE)
    return match.group(1).capitalize() if match else ""


def _is_imperative(text: str) -> bool:
    return text.split(" ", 1)[0].lower() in lexicon("grammar")["imperatives"]


def _call(brief: str) -> str:
    """The longest beginning of at most six words that stops before a preposition."""
    words = brief.split()
    if len(words) <= 6:
        return brief
    stops = [
        index for index in range(2, 7) if words[index].lower() in ("with", "for", "in", "of", "from", "at", "by", "to")
    ]
    return " ".join(words[: stops[-1]]) if stops else ""


def _brand(prompt: str, brief: str) -> str:
    """A quoted name, a called one, or capitals where English would not put them."""
    quoted = re.search(r"[\"“']([A-Z][\w&' -]{1,24})[\"”']", prompt) or re.search(
        r"\b(?:called|named)\s+([A-Z]\w+(?: [A-Z]\w+)?)", prompt
    )
    if quoted:
        return quoted.group(1).strip()
    words = brief.split()
    capitals = [word for word in words if word[:1].isupper()]
    first = words[0].strip(",:;") if words else ""
    spelled = first.isupper() and len(first) > 2 and first.isalpha() and len(words) > 1 and not words[1].isupper()
    led_in = brief != prompt.strip(" .!\"'") and len(words) > 1 and first[:1].isupper() and not _kind(first)
    if spelled or (led_in and first.lower() not in lexicon("grammar")["not_names"] and not _is_imperative(brief)):
        return first
    run = re.match(r"[A-Z]\w+(?: [A-Z]\w+)+(?= [a-z])", brief)
    if run and run.group(0).split()[0].lower() not in lexicon("grammar")["not_names"] and not _kind(run.group(0)):
        return run.group(0)
    if len(capitals) > max(2, len(words) // 2):
        return ""
    led = re.match(r"([A-Z]\w+(?: [A-Z]\w+)?)\s*(?:,|:|-|–|—|\bis\b|\bhelps\b|\bmakes\b)", brief)
    if led and led.group(1).lower() not in lexicon("grammar")["not_names"] and not _kind(led.group(1)):
        return led.group(1)
    inner = [
        (index, word.strip(",.!?:;'’s") if word.endswith(("'s", "’s")) else word.strip(",.!?:;"))
        for index, word in enumerate(words)
    ]
    names = [
        word
        for index, word in inner
        if word[:1].isupper()
        and (index > 0 or re.search(r"[a-z][A-Z]", word))
        and not (index and words[index - 1].lower() in ("in", "at", "to", "from", "of", "near"))
        and word.lower() not in lexicon("grammar")["not_names"]
    ]
    return names[0] if names and not re.fullmatch(r"[\d.,]+[MK]?", names[0]) else ""


def _split(brief: str) -> tuple[str, str]:
    """The noun phrase the brief opens with, and what it says about it."""
    words = brief.split()
    for index, word in enumerate(words):
        bare = word.strip(",.:;!?").lower()
        if index and (
            bare in lexicon("grammar")["breaks"]
            or (
                bare.endswith("ing")
                and index < len(words) - 1
                and _stands_alone(" ".join(words[:index]))
                and bare not in lexicon("grammar")["keeps_ing"]
            )
            or bare in lexicon("grammar")["verbs"]
        ):
            return " ".join(words[:index]).strip(" ,.:;-–—"), " ".join(words[index:])
        if (index and word.endswith((",", ":", ";"))) or word in ("-", "–", "—"):
            return " ".join(words[: index + 1]).strip(" ,.:;-–—"), " ".join(words[index + 1 :])
    return brief, ""


def _stands_alone(head: str) -> bool:
    """Whether what came before a word in -ing is a noun phrase of its own: ``luxury perfume``, not ``a noise``."""
    named = all(word[:1].isupper() and word not in ("A", "An", "The", "My", "Our", "One") for word in head.split())
    return bool(_kind(head) or named or re.search(r"\d", head) or found(head, lexicon("people")["leads"]))


def _hero(head: str, rest: str, brief: str) -> tuple[str, tuple[str, int] | None]:
    """The lead of a story: a person's noun, or a name that does something."""
    people = lexicon("people")["leads"]
    leads = found(head, people)
    if leads and (rest or word_count(head) <= 4):
        who, age = people[leads[-1]]
        return f"the {leads[-1]}", (str(who), int(age))
    acts = re.match(r"(\w+)", rest)
    does = (
        bool(acts) and (acts.group(1).lower() in lexicon("grammar")["verbs"] or acts.group(1).lower().endswith("ing"))
        if acts
        else False
    )
    names = [word for word in head.split() if word[:1].isupper()]
    if (
        does
        and len(names) == word_count(head)
        and word_count(head) <= 3
        and not _kind(head)
        and (word_count(head) > 1 or re.search(r"\b(his|her|he|she)\b", brief))
    ):
        female = re.search(r"\b(her|she)\b", brief, re.IGNORECASE)
        return head, ("woman" if female else "man", 42)
    return "", None


def _kind(text: str) -> str:
    """The kind of product a text names; its last word counts most, for English puts the head there."""
    kinds: dict[str, dict[str, Any]] = lexicon("kinds")["kind"]
    owner = {word: name for name, entry in kinds.items() for word in entry["words"]}
    words = found(text, owner) or found(text, [f"{word}s" for word in owner])
    if not words:
        return ""
    last = words[-1]
    return owner.get(last) or owner[last[:-1]]


def _noun_phrase(head: str, brand: str, kind: str, is_story: bool) -> str:
    words = [word for word in re.sub(r"[^\w\s&'’-]", " ", head).split() if word not in brand.split()]
    while words and words[0].lower() in ("a", "an", "the", "our", "my", "your", "this", "some"):
        words = words[1:]
    while len(words) > 1 and words[-1].lower() in lexicon("grammar")["events"]:
        words = words[:-1]
    phrase = " ".join(word if word.isupper() and len(word) > 1 else word.lower() for word in words)
    if (
        is_story
        or not phrase
        or re.match(r"\d", phrase)
        or word_count(phrase) > 4
        or (kind != "generic" and not _kind(phrase))
    ):
        facts = lexicon("kinds")["kind"][kind]
        return str(facts.get("noun") or next(iter(facts["words"]), "") or phrase or "idea")
    return phrase


def _audience(brief: str) -> tuple[str, tuple[str, int] | None]:
    people = lexicon("people")["audience"]
    match = re.search(
        r"\bfor\s+((?:[\w-]+\s+){0,3}?)([\w-]+)\b(?=\s+(?:to|that|who|with|in|at|on|and)\b|[,.!]|$)", brief
    )
    words = found(brief, people)
    cast = (str(people[words[0]][0]), int(people[words[0]][1])) if words else None
    if match and found(match.group(0), people):
        return f"{match.group(1)}{match.group(2)}".strip(), cast
    return (words[0] if words else ""), cast


def _stated(brief: str, lists: dict[str, tuple[str, ...]]) -> str:
    owner = {word: key for key, words in lists.items() for word in words}
    words = found(brief, owner)
    return owner[words[0]] if words else ""


def _sign_off(brief: str, head: str, rest: str, phrase: str, brand: str, kind: str) -> str:
    """The brief as a closing line: only where it reads like one, and never with more than it said."""
    words = rest.split()
    if (
        2 <= word_count(brief) <= 9
        and brief[:1].isalpha()
        and (_is_imperative(brief) or brief.endswith("?") or (kind == "generic" and not brand))
    ):
        return capitalised(brief)
    if len(words) < 2 or kind == "generic" or re.match(r"\d", head) or word_count(brief) > 14 or _kind(phrase) != kind:
        return ""
    promise = re.split(r"[.!?;]", rest)[0].strip()
    opener = words[0].lower()
    if not (
        opener in ("that", "for", "with", "to", "from", "made", "without", "in", "delivered", "designed")
        or opener.endswith("ing")
    ):
        return ""
    if opener == "for" and " to " in promise:
        promise = promise.split(" to ")[0]
    named = f"the {phrase}" if _is_countable(phrase, kind) else phrase
    subject = brand if brand and brand not in promise else named
    if brand and brand == subject:
        return f"{brand}. {capitalised(named)} {uncapitalised(promise)}" if opener in ("that", "for", "with") else ""
    comma = "," if opener.endswith("ing") or (brand and subject == brand) else ""
    return capitalised(f"{subject}{comma} {uncapitalised(promise)}")
