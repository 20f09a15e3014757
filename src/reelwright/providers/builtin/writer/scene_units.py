"""A scene description cut into what can be filmed: one thing that happens, or is seen, after the other."""

import re
from dataclasses import dataclass, field, replace
from typing import Literal

from reelwright.film.scenario import SpokenDraft
from reelwright.providers.builtin.writer.nouns import noun_class, usual_part, verb_stem
from reelwright.providers.builtin.writer.scene_people import Company, Somebody, person_noun
from reelwright.providers.builtin.writer.tokens import plain, sentences, tokens
from reelwright.providers.builtin.writer.words import capitalised, found, lexicon

Kind = Literal["view", "act", "hands", "thing", "large", "speech"]
_QUOTED = re.compile(r"[\"“”«»]([^\"“”«»]{1,400})[\"“”«»]")
_MARK = "quotedline"
_AND = re.compile(r",? (?:and(?: then)?|then) (?=(\w+))")
_LEAST_ACTION, _MOST_ACTION = 14, 480


@dataclass(frozen=True)
class Unit:
    """One thing that happens or is seen."""

    text: str
    kind: Kind
    subject: Somebody | None = None
    people: tuple[Somebody, ...] = ()
    lines: tuple[SpokenDraft, ...] = ()
    own: bool = True
    """Whether the description says it; False for what is shown between."""
    things: tuple[str, ...] = field(default=())
    """Things with their articles, in order."""


def units_of(description: str, company: Company) -> list[Unit]:
    """What a description says, in its order; who is in it joins the company."""
    quotes: list[str] = []

    def kept(match: re.Match[str]) -> str:
        text = " ".join(match.group(1).split())
        quotes.append(text)
        goes_on = re.match(r"\s+[a-z]", description[match.end() :])
        return f" {_MARK}{len(quotes) - 1}x" + ("." if text[-1:] in ".!?" and not goes_on else "")

    marked = _QUOTED.sub(kept, description)
    units: list[Unit] = []
    for said in sentences(plain(marked)):
        for part in re.split(r"\s*;\s*", said):
            unit = _unit(part, quotes, company, is_first=not units)
            if unit is not None and not (units and unit.text == units[-1].text):
                units.append(unit)
    return units


def _unit(said: str, quotes: list[str], company: Company, *, is_first: bool) -> Unit | None:
    spoken = [quotes[int(number)] for number in re.findall(rf"{_MARK}(\d+)x", said)]
    bare = re.sub(rf"[,:]?\s*{_MARK}\d+x[.,]?", "", said).strip(" ,:;.!?")
    if not bare and not spoken:
        return None
    subject, people = company.read(bare)
    if spoken:
        return _speech(bare, spoken, subject, people, company)
    text = _closed(company.plain(bare, subject, people))
    kind: Kind = "act" if subject or people else "thing"
    words = [token.low for token in tokens(bare)]
    scene = lexicon("scene")
    if kind == "act" and (subject is None or any(word in scene["hands"]["verbs"] for word in words[:6])):
        near = any(word in scene["hands"]["verbs"] for word in words)
        kind = "hands" if near and subject else ("act" if subject or _is_plural(words) else "thing")
    if is_first and subject is None:
        kind = "view"
    elif kind == "thing" and found(" ".join(words[:5]), scene["large"]["things"]):
        kind = "large"
    if kind in ("thing", "large") and subject is None:
        people = ()  # whom it only speaks of need not be seen
    if len(text) < _LEAST_ACTION:
        text = f"{text} Nothing else moves."
    return Unit(text[:_MOST_ACTION], kind, subject, people, things=things_in(bare, company))


def _is_plural(words: list[str]) -> bool:
    return words[:1] == ["they"]


def _speech(
    bare: str, spoken: list[str], subject: Somebody | None, people: tuple[Somebody, ...], company: Company
) -> Unit:
    """A line: who says it, and whom it is said to."""
    verbs: list[str] = lexicon("scene")["people"]["says"]
    words = [token.low for token in tokens(bare)]
    said = next((word for word in words if word in verbs), "says")
    # "…," says the old man: the speaker follows the words.
    speaker = subject or next(iter(people), None) or next(iter(company.recent), None)
    listener = next((one for one in company.recent if one is not speaker), None)
    is_plain = len(words) <= 4
    doing = {"asks": "asks", "whispers": "leans in and whispers", "shouts": "shouts"}.get(said, "speaks")
    toward = f", {speaker.her} eyes on {listener.called}" if speaker and listener else ""
    text = f"{capitalised(speaker.called)} {doing}{toward}." if speaker else "Somebody speaks out of the picture."
    if not is_plain:
        text = _closed(company.plain(bare, subject, people))
        text = re.sub(rf"(?:,? and)? (?:{'|'.join(verbs)})(?: softly| quietly)?\.$", " and speaks.", text)
    name = speaker.name if speaker else "Voice"
    said_s = [capitalised(one.rstrip(",")) for one in spoken[:4]]
    lines = tuple(SpokenDraft(speaker=name, text=one[:300]) for one in said_s)
    shown = tuple(one for one in (speaker, *people, listener if is_plain else None) if one is not None)
    people = tuple(one for at, one in enumerate(shown) if one not in shown[:at])
    return Unit(text[:_MOST_ACTION], "speech", speaker, people, lines)


def _closed(text: str) -> str:
    bare = text.strip(" ,;:")
    return capitalised(bare) + ("" if bare.endswith((".", "!", "?")) else ".")


def split(unit: Unit) -> list[Unit]:
    """A unit in which two things are done, one after the other, as two; else the unit alone."""
    if unit.kind in ("speech", "view") or unit.subject is None:
        return [unit]
    for match in _AND.finditer(unit.text):
        verb = match.group(1).lower()
        after = unit.text[match.end() :]
        before = unit.text[: match.start()]
        stands = len(before.split()) > 4 and "," not in before and not re.search(r"\b(?:it|them|one)\b", after)
        if verb.endswith("s") and verb_stem(verb) and len(after.split()) > 2 and stands:
            first = _closed(before.rstrip("."))
            second = _closed(f"{capitalised(unit.subject.called)} {after}")
            hands = lexicon("scene")["hands"]["verbs"]
            kind: Kind = "hands" if verb in hands else "act"
            both = things_in(second, None)
            return [
                replace(unit, text=first, things=tuple(one for one in unit.things if one not in both)),
                replace(unit, text=second, kind=kind, things=both),
            ]
    return [unit]


def joined(first: Unit, second: Unit) -> Unit:
    """Two neighbours as one shot."""
    people = list(first.people) + [one for one in second.people if one not in first.people]
    kind: Kind = "speech" if first.lines or second.lines else "act" if people else first.kind
    if first.kind == "view":
        kind = "view" if not second.people else "act"
    text = f"{first.text} {second.text}"[:_MOST_ACTION]
    return Unit(
        text, kind, first.subject or second.subject, tuple(people), (*first.lines, *second.lines)[:4],
        things=(*first.things, *second.things),
    )  # fmt: skip


_THING = re.compile(
    r"\b((?:an?|the|his|her|their|its) (?:[\w'’-]+ ){0,3}?[\w'’-]+)"
    r"(?= (?:in|on|at|to|into|onto|from|with|under|over|behind|beside|by|of|and|across|around|through|between|before|"
    r"towards?|up|down|out|away|off|for|as|while|against|open|together|lies|stands|falls|lights|begins|is|are|\w+ing|"
    r"\w+s)\b|[,.;!?]|$)",
    re.IGNORECASE,
)
_ARTICLES = ("a", "an", "the", "his", "her", "their", "its")


def things_in(text: str, company: Company | None) -> tuple[str, ...]:
    """Things that a sentence names, with ``the``: what a detail can show."""
    people = {one.noun for one in company.known} if company else set[str]()
    scene = lexicon("scene")
    kept: list[str] = []
    for match in _THING.finditer(text):
        words = match.group(1).split()
        head = words[-1].lower()
        is_place = head in scene["places"]["inside"] or head in scene["places"]["outside"]
        is_verb = head.endswith("s") and bool(verb_stem(head)) and len(words) > 2
        if is_verb:
            words, head = words[:-1], words[-2].lower()
        if (
            len(words) < 2
            or head in (*_ARTICLES, *people)
            or head in scene["details"]["never"]
            or is_place
            or head in scene["large"]["things"]
        ):
            continue
        if noun_class(head) in scene["details"]["classes_never"] or usual_part(head) not in ("n", ""):
            continue
        if any(word.lower() in people for word in words) or _is_somebody(head):
            continue
        kept.append(" ".join(["the", *words[1:]]))
    return tuple(dict.fromkeys(kept))


def _is_somebody(word: str) -> bool:
    return person_noun(word) is not None
