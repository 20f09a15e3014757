"""What a brief promises and to whom: audience, benefit, problem, claims, mood, call to action, closing line."""

import re
from typing import Any

from reelwright.providers.builtin.writer.kinds import kind_within
from reelwright.providers.builtin.writer.nouns import noun_class
from reelwright.providers.builtin.writer.reading import is_countable
from reelwright.providers.builtin.writer.tokens import sentences
from reelwright.providers.builtin.writer.words import capitalised, found, lexicon, uncapitalised, word_count

Cast = tuple[str, int] | None
_ENDS = r"(?=\s+(?:to|that|who|with|in|at|on|and|of|from|without|under|living|aged|looking|right|now)\b|[,.!?:;]|$)"
_FIRM = re.compile(
    r"(?:&|\+) (?:sons?|daughters?|brothers|sisters|family|friends)\b|\bnot (?:the )?(?:children|kids)\b"
    r"|\bvictims of\b|\bfamily[- ](?:owned|run|business|firm)\b",
    re.IGNORECASE,
)
_PLURAL_PEOPLE = re.compile(r"(?:ers|etes|ors|ists|ians|eers|ants|ents|ees|women|men|people|folk|lovers)$")
_MOST_CLAIMS = 6
_PEOPLE = ("person", "relative", "child", "traveller", "athlete", "craftsman", "musician", "cook", "tutor", "doctor")


def audience_of(text: str) -> tuple[str, Cast]:
    """Who the brief speaks of or to, in its words, and who is cast for it."""
    people: dict[str, Any] = lexicon("people")["audience"]
    # Hartley & Sons call no sons, and what is spared is not addressed.
    text = re.sub(
        r"(?:&|\+) (?:Sons?|Daughters?|Brothers|Sisters|Family|Friends)\b|\bnot (?:the )?(?:children|kids)\b", " ", text
    )
    text = re.sub(r"\bfor (?:the |our )?first (?:\d+ )?\w+", " ", text, flags=re.IGNORECASE)
    text = re.sub(r"\bfamily[- ](?:owned|run|business|firm)\b", " ", text, flags=re.IGNORECASE)
    for pattern in lexicon("promises")["audience"]:
        for match in re.finditer(str(pattern).replace("{end}", _ENDS), text, re.IGNORECASE):
            said = _people_in(match.group(1), people)
            if said:
                return said, _cast(said, people)
    words = found(text, people)
    return (words[0], _cast(words[0], people)) if words else ("", None)


def _people_in(said: str, people: dict[str, Any]) -> str:
    """The people at the end of what was matched, with at most three words before them."""
    words = re.sub(r"^(?:a|an|the|our|your|all|every|everyone who|\d[\d.,]*[MKk]?|of)\s+", "", said.strip()).split()
    for end in range(len(words), 0, -1):
        last = words[end - 1].lower().strip(",.:;!?").removesuffix("'s")
        is_person = _PLURAL_PEOPLE.search(last) and last not in lexicon("promises")["not_people"]
        if last in people or is_person or (last.endswith("s") and noun_class(last) in _PEOPLE):
            kept = words[max(0, end - 4) : end]
            return (
                re.sub(r"^(?:over|more than|of|the|our|your|for)\s+", "", " ".join(kept))
                .removesuffix("'s")
                .strip(",.:;")
            )
    return ""


def _cast(said: str, people: dict[str, Any]) -> Cast:
    words = found(said, people)
    if words and found(said, ("retired", "elderly", "older")):
        return (str(people[words[-1]][0]), 68)
    return (str(people[words[-1]][0]), int(people[words[-1]][1])) if words else None


def first_match(text: str, name: str) -> str:
    """The first thing that a list of patterns in the promises lexicon finds, trimmed to whole words."""
    for pattern in lexicon("promises")[name]:
        match = re.search(pattern, text, re.IGNORECASE)
        if match:
            said = match.group(1).strip(" ,.:;!?-–—'\"")
            if 0 < word_count(said) <= 9:
                return said
    return ""


def claims_of(text: str) -> tuple[str, ...]:
    """The brief's own claims, word for word, in order, none inside another."""
    spans: list[tuple[int, int]] = []
    for pattern in lexicon("promises")["claims"]:
        spans += [match.span() for match in re.finditer(rf"(?<![\w-])(?:{pattern})(?![\w-])", text, re.IGNORECASE)]
    outer = [
        one for one in spans if not any(other != one and other[0] <= one[0] and one[1] <= other[1] for other in spans)
    ]
    return tuple(dict.fromkeys(text[start:end].strip() for start, end in sorted(set(outer))))[:_MOST_CLAIMS]


def mood_of(text: str) -> str:
    """The mood most of the brief's words speak for; empty where none does. Grief outweighs all else."""
    if solemn_kind(text):
        return "solemn"
    moods: dict[str, list[str]] = lexicon("promises")["moods"]
    counts = {mood: len(found(text, words)) for mood, words in moods.items()}
    best = max(counts, key=lambda mood: counts[mood])
    return best if counts[best] else ""


def solemn_kind(text: str) -> str:
    """``remembrance`` of the dead or ``comfort`` for who grieves or is gravely ill: nobody jokes of these."""
    lists = lexicon("promises")["solemn"]
    said = re.sub(lists["unless"], " ", text, flags=re.IGNORECASE)
    if re.search(lists["joyful"], said, re.IGNORECASE):
        # "For weddings and funerals": who names both tells of life.
        said = re.sub(lists["beside_joy"], " ", said, flags=re.IGNORECASE)
    return next((kind for kind in ("comfort", "remembrance") if found(said, lists[kind])), "")


def remembered_in(text: str) -> str:
    """Whose memory a brief keeps: ``In loving memory of Grandma Rose``; empty for no name."""
    match = re.search(r"\b(?:[Mm]emory of|[Rr]emembering|[Ff]arewell,?(?: to)?) ((?:[A-Z][\w'’-]+ ?){1,3})", text)
    return match.group(1).strip() if match else ""


def call_to_action_of(text: str) -> str:
    """What the brief asks the viewer to do, in its words: the last clause that begins with such a verb."""
    verbs = "|".join(re.escape(verb) for verb in lexicon("promises")["calls"])
    for sentence in reversed(sentences(text)):
        for clause in reversed(re.split(r"[,:;–—](?!\d)\s*|\s-\s|\band\s+(?=\w+\b)", sentence)):
            match = re.match(rf"\s*((?:{verbs})\b.*)", clause.strip(" .!?\"'"), re.IGNORECASE)
            if match and 2 <= word_count(match.group(1)) <= 8:
                return uncapitalised(match.group(1).strip())
    return ""


def is_imperative(text: str) -> bool:
    """Whether the brief opens with a verb that asks."""
    return text.split(" ", 1)[0].lower().strip(",:") in lexicon("grammar")["imperatives"]


def call_of(brief: str) -> str:
    """The longest beginning of at most six words that stops before a preposition."""
    first = re.split(r"[:;]\s", sentences(brief)[0])[0].rstrip(" .!") if brief else ""
    words = first.split()
    if len(words) <= 6:
        return first
    if "and" in words[2:6]:
        # "Adopt a tree and watch it grow"
        return " ".join(words[: words.index("and", 2)]).rstrip(",")
    stops = [
        index for index in range(2, 7) if words[index].lower() in ("with", "for", "in", "of", "from", "at", "by", "to")
    ]
    return " ".join(words[: stops[-1]]).rstrip(",") if stops else ""


def is_tagline(brief: str) -> bool:
    """Whether a brief without a product reads like a line from a poster."""
    return (
        2 <= word_count(brief) <= 9
        and len(sentences(brief)) == 1
        and brief[:1].isalpha()
        and bool(re.match(lexicon("promises")["tagline"], brief, re.IGNORECASE))
    )


def sign_off_of(brief: str, rest: str, phrase: str, brand: str, kind: str) -> str:
    """The brief as a closing line: only where it reads like one, and never with more than it said.

    Args:
        brief: The brief without ``a commercial for``.
        rest: What it says after its product.
        phrase: The product's phrase, empty where the brief names none.
        brand: The brand or nothing.
        kind: The product's kind.
    """
    reads_whole = 2 <= word_count(brief) <= 9 and brief[:1].isalpha() and len(sentences(brief)) == 1
    reads_whole = reads_whole and not re.search(r"[;/]|\b[A-Z]{4,}\b", brief)
    if reads_whole and (is_imperative(brief) or brief.endswith("?") or (not phrase and not brand)):
        return capitalised(brief)
    words = rest.split()
    if (
        len(words) < 2
        or kind == "generic"
        or not phrase
        or word_count(brief) > 14
        or kind_within(phrase.split()) != kind
    ):
        return ""
    promise = re.split(r"[.!?;](?!\d)", rest)[0].strip()
    opener = words[0].lower()
    openers = ("that", "for", "with", "to", "from", "made", "without", "in", "delivered", "designed")
    if not (opener in openers or opener.endswith("ing")):
        return ""
    if opener == "for" and " to " in promise:
        promise = promise.split(" to ")[0]
    named = f"the {phrase}" if is_countable(phrase, kind) else phrase
    subject = brand if brand and brand not in promise else named
    if brand and brand == subject:
        return f"{brand}. {capitalised(named)} {uncapitalised(promise)}" if opener in ("that", "for", "with") else ""
    comma = "," if opener.endswith("ing") else ""
    return capitalised(f"{subject}{comma} {uncapitalised(promise)}")
