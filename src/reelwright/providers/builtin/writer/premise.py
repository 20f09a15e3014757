"""The premise of a story prompt: who does what to whom, along which way, to where, in what place and when, as slots."""

import re

from reelwright.providers.builtin.writer.analyse import Reading
from reelwright.providers.builtin.writer.phrasing import base_of, third
from reelwright.providers.builtin.writer.words import word_count

_PATHS = {"across", "through", "over", "along", "down", "up", "past", "beyond", "between", "around", "against"}
_GOALS = {"to", "toward", "towards", "into", "for"}
_PLACES = {
    "in",
    "at",
    "on",
    "under",
    "above",
    "inside",
    "near",
    "beside",
    "by",
    "behind",
    "among",
    "outside",
    "below",
    "during",
}
_MATES = {"with"}
_LINKS = {"who", "that", "is", "are", "slowly", "quietly", "and"}
_TURNS = {
    "who",
    "that",
    "while",
    "as",
    "when",
    "until",
    "but",
    "and",
    "because",
    "before",
    "after",
    "where",
    "then",
    "so",
}
_ANNOUNCED = re.compile(
    r"^(?:please |can you |could you )*(?:write|tell|sing|give|make|draw|show) (?:me |us )?(?:an? )?(?:\w+ )?"
    r"(?:poem|story|song|tale|film|video|movie|joke|haiku|ballad) (?:about|of|on) "
    r"|^(?:i|we) (?:need|want|would like) (?:an? )?(?:\w+ )?(?:poem|story|song|tale|film|video|movie) (?:about|of|on) "
    r"|^(?:an?|the)?\s*(?:[\w-]+ ){0,2}?(?:short film|film|comedy|story|folk tale|fairy tale|tale|drama|scene|portrait"
    r"|trailer|teaser|movie|animation|sketch|short)\b[^,.:]{0,20}?(?::|\babout|\bof|\bbetween)\s+"
    r"|^(?:[\w-]+ ){0,2}(?:horror|western|thriller|noir|fantasy|sci-fi|comedy|romance|drama|fable|musical|mystery"
    r"|documentary|anime|adventure|ghost story)\s*:\s+"
    r"|^(?:western|fantasy|sci[- ]fi|science fiction|horror|thriller|noir|comedy|drama|musical|romance|fable|mystery"
    r"|visual poem|poem|fairy ?tale|space opera|anime|cartoon)(?: in (?:one|a|two) minutes?)?[.,;:]\s+(?=\w)"
    r"|^(?:pl(?:ea)?[sz]e?,? |need |want )*(?:an? )?(?:\d+[- ]?sec(?:ond)?s? |one[- ]minute )?"
    r"(?:poem as film|poem|story|film|short|script)\s*:\s+",
    re.IGNORECASE,
)
_PREPOSITIONS = _PATHS | _GOALS | _PLACES | _MATES
_WHEN = re.compile(
    r"\b(sunset|sunrise|dawn|dusk|night|midnight|noon|morning|evening|afternoon|winter|summer|spring|autumn|christmas|"
    r"monday|sunday|saturday|friday|day|storm|moon|time|weekend|birthday)\b",
    re.IGNORECASE,
)
_DOUBLED = re.compile(r"([bdgklmnprt])\1$")
_KEEPS_DOUBLE = ("tell", "sell", "fall", "call", "roll", "pull", "fill", "spell", "smell", "yell", "kill")
_WITH_E = re.compile(
    r"(rid|mak|tak|chas|hid|driv|writ|com|giv|sav|los|hop|liv|dar|glid|explor|danc|escap|rac|brav|shap|balanc|div|ris|"
    r"slid|wak|leav|mov|prepar|practis|practic|bak|cycl|clos|arriv|invit|believ|ceas|fac|fin|guid|juggl|struggl|settl|"
    r"whistl|stumbl|argu|rescu|continu|cur|trad|measur|captur|exchang|chang|forg|notic|pac|plac|promis|raid|reunit|"
    r"serv|shar|smil|solv|stag|stok|stor|tam|trac|unit|vot|wav|skat|paus|phon|us|hik|bik)$"
)


def premise(reading: Reading) -> dict[str, str]:
    """The parts of the prompt by slot; what it does not have is empty.

    ``hero`` the lead, ``deed`` verb and object (``rides his horse``), ``object`` what it is done to, ``path``,
    ``goal``, ``place``, ``when`` and ``mate`` with their prepositions but for the goal, ``aim`` the goal with its own.
    """
    parts: dict[str, str] = dict.fromkeys(
        ("hero", "deed", "object", "path", "goal", "aim", "place", "when", "mate"), ""
    )
    said = announced(reading.spoken.rstrip(" .!?"))
    hero = whole_hero(reading.hero or "somebody", said)
    text = _after(said, hero.removeprefix("the "))
    words = [word for word in re.split(r"[.!?;]", text)[0].split() if word]
    verb, rest = _verb(_without_links(words))
    chunks = _chunks(rest)
    parts |= {"hero": hero, "deed": "", "object": " ".join(chunks[0]) if chunks else ""}
    if verb:
        parts["deed"] = " ".join([verb, *(chunks[0] if chunks else [])])
    for chunk in chunks[1:]:
        _sort(chunk, parts)
    if word_count(parts["deed"]) > 6:
        parts["deed"] = ""
    parts["object"] = _definite(parts["object"])
    parts["goal"] = _definite(parts["goal"])
    return {name: part.strip(" ,") for name, part in parts.items()}


def announced(text: str) -> str:
    """The text without what announces it: ``horror:``, ``a short film about``."""
    return _ANNOUNCED.sub("", text)


def whole_hero(hero: str, text: str) -> str:
    """The lead with the words that the text gives before it: ``the refugee teacher`` for ``the teacher``."""
    bare = hero.removeprefix("the ")
    said = (
        re.match(rf"(?:an?|the)\s+((?:[\w’'-]+\s+){{1,3}}){re.escape(bare)}\b", text, re.IGNORECASE)
        if bare != hero
        else None
    )
    return f"the {said[1]}{bare}" if said and not _LEADS_ON.search(said[1]) else hero


_LEADS_ON = re.compile(r"\b(?:of|in|on|at|for|with|and|who|that|from|to)\s", re.IGNORECASE)


def _after(text: str, hero: str) -> str:
    """What stands behind the lead."""
    at = text.lower().find(hero.lower())
    return text[at + len(hero) :] if at >= 0 else ""


def _without_links(words: list[str]) -> list[str]:
    """The words from the verb on: ``who is riding home`` is ``riding home``."""
    while words and words[0].lower().strip(",") in _LINKS:
        words = words[1:]
    return words


def _verb(words: list[str]) -> tuple[str, list[str]]:
    """The verb in the third person and the rest; an empty verb where the prompt has none there."""
    if not words:
        return "", []
    first = words[0].lower().strip(",")
    if first.endswith("ing") and len(first) > 5 and first not in _PREPOSITIONS:
        return third(plain_verb(first[:-3])), words[1:]
    if (
        re.search(r"[a-z]s$", first)
        and first not in ("his", "its", "this", "as", "was", "whose")
        and not first.endswith("ss")
        and first not in _PREPOSITIONS
    ):
        return first, words[1:]
    return "", words


def plain_verb(stem: str) -> str:
    """The verb whose -ing form this was: ``rid`` is ``ride``, ``runn`` is ``run``."""
    if _DOUBLED.search(stem) and stem not in _KEEPS_DOUBLE:
        return stem[:-1]
    return f"{stem}e" if _WITH_E.search(stem) else stem


def _chunks(words: list[str]) -> list[list[str]]:
    """The words split before each preposition and each word that begins a new clause."""
    chunks: list[list[str]] = [[]]
    for word in words:
        bare = word.lower().strip(",")
        if bare in _PREPOSITIONS or bare in _TURNS:
            chunks.append([])
        chunks[-1].append(word)
        if word.endswith(","):
            chunks.append(["and"])
    return chunks


def _sort(chunk: list[str], parts: dict[str, str]) -> None:
    head, said = chunk[0].lower(), " ".join(chunk).strip(" ,")
    if len(chunk) < 2 or word_count(said) > 6:
        return
    if head in _TURNS:
        return
    slot = "path" if head in _PATHS else "mate" if head in _MATES else "place" if head in _PLACES else "goal"
    if slot == "place" and _WHEN.search(said):
        slot = "when"
    if slot == "goal":
        if re.match(r"(to|for) (a|an|the|his|her|their|[A-Z])", " ".join(chunk)) is None and head in ("to", "for"):
            return
        parts["aim"] = parts["aim"] or said
        said = " ".join(chunk[1:]) if head != "for" else ""
    parts[slot] = parts[slot] or said


def _definite(phrase: str) -> str:
    """What was named once is known: ``a glowing fox`` is ``the glowing fox``."""
    bare = re.sub(r"^(?:a|an)\s+", "the ", phrase.strip(" ,"))
    return bare if re.match(r"(the|his|her|their|my|our|its|[A-Z])", bare) and word_count(bare) <= 4 else ""


def plural_hero(hero: str) -> bool:
    """Whether the lead is more than one: ``two robots``, ``the friends``, ``the couple``."""
    last = hero.split()[-1].lower() if hero else ""
    return (
        bool(re.search(r"\b(two|three|four|and)\b", hero))
        or last in ("friends", "couple", "brothers", "sisters", "children")
        or (hero.startswith("the ") and base_of(last) != last and not re.search(r"(ss|us|is)$", last))
    )
