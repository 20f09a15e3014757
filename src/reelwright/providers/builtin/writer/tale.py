"""The spoken lines of a story that sells nothing: its own premise, told in a way that suits its things and places."""

import random
import re
from typing import Any, cast

from reelwright.film.writing import WriteStoryInputs
from reelwright.providers.builtin.writer.analyse import Reading
from reelwright.providers.builtin.writer.composing import Composer, Draft
from reelwright.providers.builtin.writer.phrasing import SLOT, Slots, Voice
from reelwright.providers.builtin.writer.premise import pieces, plural_hero, premise
from reelwright.providers.builtin.writer.words import copy_file, found, sentence, word_count
from reelwright.providers.builtin.writer.worlds import POOLS, World, all_worlds, merged

_AFRESH = ("and", "until", "but", "when", "while", "before", "because", "then")
"""Words that begin a sentence of their own."""
_LEADING = frozenset(
    (
        "a",
        "an",
        "the",
        "his",
        "her",
        "their",
        "its",
        "and",
        "or",
        "of",
        "to",
        "with",
        "for",
        "in",
        "on",
        "at",
        "from",
        "by",
        "who",
        "that",
    )
)
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
    themes = _themes(reading)
    slots = Slots(Voice(), premise(reading))
    composer = Composer(_world(themes), slots, dice, seed=seed, prompt=reading.prompt, strays=0.1)
    strategy = _strategy(themes, composer)
    third = "they" if plural_hero(reading.hero) else pronoun
    slots.voice = Voice(third if strategy["voice"] == "third" else "I")
    told = _laid(pieces(reading), [slot.max_words for slot in inputs.plan], seed)
    for index, slot in enumerate(inputs.plan):
        part = _PARTS[min(3, round(index * 3 / max(1, len(inputs.plan) - 1)))]
        if told.get(index):
            is_asked = reading.is_question and told[index] == pieces(reading)[-1]
            composer.keep(_with_image(told[index], strategy[part], composer, slot.max_words, is_asked=is_asked))
            continue
        draft = composer.compose(strategy[part], slot.max_words, most=2)
        draft = draft or composer.compose(list(_SPARE[part]), slot.max_words)
        composer.keep(
            draft or composer.compose(["{still}.", "{end}."], slot.max_words) or Draft(sentence("silence"), (), ())
        )
    return composer


def _laid(parts: list[str], rooms: list[int], seed: int) -> dict[int, str]:
    """What the prompt tells by the window it is told in: its beginning first, its end last or, by seed, soon after."""
    groups: list[str] = []
    for part in dict.fromkeys(parts):
        at = min(len(groups), len(rooms) - 1)
        joined = f"{groups[-1]} {part}" if groups else part
        bare = part.removeprefix("that ")
        if groups and word_count(joined) <= rooms[at - (len(groups) <= at)] and part.split()[0] not in _AFRESH:
            groups[-1] = joined
        elif word_count(part) <= rooms[at]:
            groups.append(part)
        elif word_count(bare) <= rooms[at] or not groups:
            groups.append(_cut(bare, rooms[at]))
        else:
            break
    groups = groups[: len(rooms)]
    if len(groups) < 2:
        return dict(enumerate(groups))
    may_wait = _MAY_WAIT.match(groups[-1])
    last = len(rooms) - 1 if may_wait and (len(groups) > 2 or seed % 2) else len(groups) - 1
    return {**dict(enumerate(groups[:-1])), last: groups[-1]}


_MAY_WAIT = re.compile(r"(?:and|until|but|when|before|after|in|on|at|under|through|to (?:the|his|her|their|a)) ")


def _cut(text: str, room: int) -> str:
    """As much of a text as fits, without a word that leads to nothing."""
    words = text.split()[:room]
    while len(words) > 1 and words[-1].lower() in _LEADING:
        words = words[:-1]
    return " ".join(words)


def _with_image(told: str, shapes: list[str], composer: Composer, room: int, *, is_asked: bool = False) -> Draft:
    """What the prompt tells, with an image beside it where the window is wide."""
    bare = sentence(told)
    if is_asked:
        bare = f"{bare[:-1]}?"
    left = room - word_count(bare)
    images = [shape for shape in shapes if "{hero}" not in shape and "{deed}" not in shape]
    draft = composer.compose(images, left, most=1) if left > 2 else None
    if not draft:
        return Draft(bare, (), ())
    return Draft(f"{bare} {draft.text}", draft.shapes, draft.fragments, draft.names_person, draft.raw)


def _themes(reading: Reading) -> list[str]:
    """The themes a prompt calls, the one with most words first."""
    entries = all_worlds("tales")
    # A name is no theme: Red Riding Hood has no horse.
    text = reading.prompt if reading.hero.startswith("the ") else reading.prompt.replace(reading.hero, " ")
    calls = {name: found(text, entry.get("words", ())) for name, entry in entries.items()}
    called = [name for name in calls if calls[name]]
    order = sorted(called, key=lambda name: (name in _OF_PEOPLE, -len(calls[name]), _first(text, calls[name])))
    return order[:1]


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
