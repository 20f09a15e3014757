"""The spoken lines of a story that sells nothing: its own premise, told in a way that suits its things and places."""

import random
import re
from typing import Any, cast
from zlib import crc32

from reelwright.film.writing import WriteStoryInputs
from reelwright.providers.builtin.writer.analyse import Reading
from reelwright.providers.builtin.writer.composing import Composer, Draft
from reelwright.providers.builtin.writer.nouns import cast_of, noun_class
from reelwright.providers.builtin.writer.phrasing import SLOT, Slots, Voice
from reelwright.providers.builtin.writer.premise import announced, pieces, plural_hero, premise, whole_hero
from reelwright.providers.builtin.writer.words import copy_file, found, sentence, telling, uncapitalised, word_count
from reelwright.providers.builtin.writer.worlds import POOLS, World, all_worlds, merged

_AFRESH = ("and", "until", "but", "when", "while", "before", "because", "then")
"""Words that begin a sentence of their own."""
_OF_PEOPLE = ("child", "love", "comedy", "craft")
"""Themes that give way to a theme of places."""
_PARTS = ("opening", "complication", "turn", "close")
_SPARE = {
    "opening": ("{still}.", "{still}. {still2}."),
    "complication": ("{effort}.", "{still}."),
    "turn": ("{turn}.", "{effort}."),
    "close": ("{end}.", "{turn}."),
}


def narrate(inputs: WriteStoryInputs, reading: Reading, seed: int, pronoun: str = "she") -> Composer:
    """The words of a story: one draft per planned shot, in four movements."""
    dice = random.Random(f"tale {seed} {reading.prompt}")
    themes = _themes(reading, seed)
    slots = Slots(Voice(), premise(reading))
    composer = Composer(_world(themes), slots, dice, seed=seed, prompt=reading.prompt, strays=0.0)
    composer.is_nobody = _is_lifeless(reading.hero)
    strategy = _strategy(themes, composer)
    third = "they" if plural_hero(reading.hero) else pronoun
    slots.voice = Voice(third if strategy["voice"] == "third" else "I")
    told = _laid(pieces(reading), [slot.max_words for slot in inputs.plan], seed)
    for index, slot in enumerate(inputs.plan):
        part = _PARTS[min(3, round(index * 3 / max(1, len(inputs.plan) - 1)))]
        if told.get(index):
            composer.keep(_told(told, index, strategy[part], composer, slot.max_words, reading))
            continue
        composer.keep(_drawn(composer, strategy[part], part, slot.max_words))
    return composer


def _drawn(composer: Composer, shapes: list[str], part: str, room: int) -> Draft:
    """A line of its theme; where that has said all it has, of what fits any story."""
    draft = composer.compose(shapes, room, most=2)
    draft = draft or composer.compose([*shapes, *_SPARE[part]], room)
    composer.strays = 1.0
    draft = draft or composer.compose([*_SPARE[part], "{still}.", "{end}.", "{effort}.", "{turn}."], room)
    composer.strays = 0.0
    return draft or Draft(sentence("silence"), (), ())


def _is_lifeless(hero: str) -> bool:
    """Whether a lead has neither hands nor a heart: ``the river``, ``the day``."""
    head = hero.lower().split()[-1:]
    return any(
        word in telling("lifeless") or not (cast_of(word) or noun_class(word) in telling("alive") | {""})
        for word in head
    )


def _laid(parts: list[str], rooms: list[int], seed: int) -> dict[int, str]:
    """What the prompt tells by the window it is told in: in its order; a turn at its end comes last."""
    groups: list[str] = []
    pending = list(dict.fromkeys(parts))
    while pending and len(groups) < len(rooms) + 1:
        part = pending.pop(0)
        joined = f"{groups[-1]} {part}" if groups else part
        if (
            groups
            and word_count(joined) <= rooms[len(groups) - 1]
            and part.split()[0] not in _AFRESH
            and part[0] != "…"
        ):
            groups[-1] = joined
            continue
        room = rooms[min(len(groups), len(rooms) - 1)]
        if word_count(part) > room:
            kept = _cut(part, room)
            rest = part[len(kept) :].strip()
            part = kept
            pending = [f"…{rest}", *pending] if rest else pending
        groups.append(part)
    groups = groups[: len(rooms)]
    if len(groups) < 2:
        return dict(enumerate(groups))
    # Only a clause of its own can wait; a place without its verb would hang in the air.
    last = len(rooms) - 1 if _MAY_WAIT.match(groups[-1]) and seed % 2 else len(groups) - 1
    return {**dict(enumerate(groups[:-1])), last: groups[-1]}


_MAY_WAIT = re.compile(r"(?:until|but|when|before|and (?:he|she|it|they|no|nobody|never|finally)) ")


def _cut(text: str, room: int) -> str:
    """As much of a text as fits in so many words, up to where a thing or a place begins."""
    words = text.split()
    joints = [
        at
        for at in range(2, room + 1)
        if words[at].lower() in telling("leading") and words[at - 1].lower() not in telling("leading")
    ]
    return " ".join(words[: joints[-1] if joints else room])


def _told(
    told: dict[int, str], index: int, shapes: list[str], composer: Composer, room: int, reading: Reading
) -> Draft:
    """What the prompt tells in a window; a sentence taken up by the next one stays open, another may have an image."""
    bare, following = sentence(told[index].lstrip("…")), told.get(index + 1, "")
    if told.get(index - 1) and _hangs(told[index], told[index - 1]):
        bare = f"…{uncapitalised(bare)}"
    if following and _hangs(following, told[index]):
        return Draft(f"{bare[:-1]}…", (), ())
    if reading.is_question and index == max(told):
        bare = f"{bare[:-1]}?"
    left = room - word_count(bare)
    images = [shape for shape in shapes if "{hero}" not in shape and "{deed}" not in shape]
    draft = (
        composer.compose(images, left, most=1)
        if left > 2 and following.split(" ")[0].lower() not in telling("going_on")
        else None
    )
    if not draft:
        return Draft(bare, (), ())
    return Draft(f"{bare} {draft.text}", draft.shapes, draft.fragments, draft.names_person, draft.raw)


def _hangs(piece: str, before: str) -> bool:
    """Whether a piece means nothing without the one before it: ``the shepherd searches…`` ``…for a lamb``."""
    return bool(_HANGS.match(piece)) or (piece.startswith("for ") and word_count(before) <= _FEW)


_FEW = 3
_HANGS = re.compile(
    r"…|(?:who|whose|that) |to (?!the |a |an |his |her |their |no )\w+|of "
    r"|(?!and |but |until |when |while |then )\w+s (?:his|her|their|the|a|an|its) ",
    re.IGNORECASE,
)
"""Words that mean nothing without those before them: an infinitive, an attribute, a verb without its subject."""


def _themes(reading: Reading, seed: int) -> list[str]:
    """The theme a prompt calls, the one with most words; a tale of its own where it tells nothing."""
    entries = all_worlds("tales")
    # A name is no theme: Red Riding Hood has no horse.
    text = reading.prompt if reading.hero.startswith("the ") else reading.prompt.replace(reading.hero, " ")
    calls = {name: _called(name, text, reading, entries[name]) for name in entries}
    called = [name for name in calls if calls[name]]
    if not called and word_count(reading.spoken) == 1:
        sort = noun_class(reading.spoken.lower())
        called = [name for name, entry in entries.items() if sort in entry.get("classes", ())]
    order = sorted(called, key=lambda name: _rank(name, text, calls[name]))
    if order or reading.hero not in ("", "somebody") or (reading.language == "en" and word_count(reading.spoken) > 2):
        return order[:1]
    own = sorted(name for name, entry in entries.items() if entry.get("of_nothing"))
    return [own[(crc32(reading.prompt.encode()) + seed) % len(own)]]


def _rank(name: str, text: str, words: list[str]) -> tuple[bool, bool, int, int]:
    """What happens comes before where; themes of people give way, unless more than one word calls them."""
    is_late = name in _OF_PEOPLE and len(words) < 2
    return is_late, name not in telling("of_plots"), -len(words), _first(text, words) if words else 0


def _called(name: str, text: str, reading: Reading, entry: dict[str, Any]) -> list[str]:
    """The words by which a text calls a theme; a place only where somebody is, a trade by its lead."""
    words = found(text, entry.get("words", ()))
    lead = whole_hero(reading.hero, announced(reading.spoken)).lower()
    if name in telling("of_leads"):
        return [word for word in words if re.search(rf"\b{re.escape(word)}\b", lead)]
    if name in telling("of_places"):
        return [
            word
            for word in words
            if reading.language != "en"
            or not any(map(str.isalnum, word))
            or _is_there(word, text.lower())
            or (word in telling("at_home_there") and word in lead)
        ]
    return words


def _is_there(word: str, text: str) -> bool:
    if re.search(rf"\b(?:paper|toy|model|cardboard|painted|tiny) {re.escape(word)}\b", text):
        return False
    return (
        re.search(rf"\b(?:{'|'.join(sorted(telling('there')))})\s+(?:[\w’'-]+\s+){{0,3}}?{re.escape(word)}\b", text)
        is not None
    )


def _first(text: str, words: list[str]) -> int:
    return text.lower().find(words[0])


def _world(themes: list[str]) -> World:
    """What the called themes hold together, above what fits any story."""
    entries = all_worlds("tales")
    # Two places do not mix: what is told of one is untrue of the other.
    layers = [merged([entries[name] for name in themes])] if themes else []
    return World(" ".join(themes), (*layers, merged([entries["anything"]])))


def _strategy(themes: list[str], composer: Composer) -> dict[str, Any]:
    file = cast(dict[str, Any], copy_file("tales"))
    fitting = [one for one in file["strategy"] if not one.get("genres") or set(one["genres"]) & set(themes)]
    able = [one for one in fitting if all(_usable(one[part], composer) for part in _PARTS)]
    order = sorted(able, key=lambda one: random.Random(f"way {composer.prompt} {one['name']}").random())
    return order[composer.seed % len(order)]


def _usable(shapes: list[str], composer: Composer) -> bool:
    return any(
        all(slot.rstrip("23") in POOLS or composer.is_known(slot) for slot in SLOT.findall(shape)) for shape in shapes
    )
