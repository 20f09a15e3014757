"""The spoken lines of a story that sells nothing: its own premise, told in a way that suits its things and places."""

import random
import re
from typing import Any
from zlib import crc32

from reelwright.film.writing import WriteStoryInputs
from reelwright.providers.builtin.writer.analyse import Reading
from reelwright.providers.builtin.writer.composing import Composer, Draft
from reelwright.providers.builtin.writer.happenings import images_of, shared, stems
from reelwright.providers.builtin.writer.laying import Piece, laid
from reelwright.providers.builtin.writer.nouns import cast_of, noun_class
from reelwright.providers.builtin.writer.phrasing import Slots, Voice
from reelwright.providers.builtin.writer.premise import announced, plural_hero, premise, whole_hero
from reelwright.providers.builtin.writer.retelling import is_past, retold
from reelwright.providers.builtin.writer.words import found, sentence, telling, word_count
from reelwright.providers.builtin.writer.worlds import World, all_worlds, merged

_OF_PEOPLE = ("child", "love", "comedy", "craft")
"""Themes that give way to a theme of places."""


def narrate(inputs: WriteStoryInputs, reading: Reading, seed: int, pronoun: str = "she") -> Composer:
    """The words of a story: its own sentences in their order, and images of what they name where a window is left."""
    dice = random.Random(f"tale {seed} {reading.prompt}")
    themes, text = _themes(reading, seed), retold(reading)
    slots = Slots(_voice(reading, text, pronoun), premise(reading))
    own = images_of(text, has_deeds=reading.hero.lower().split(" ")[-1] not in telling("lifeless"))
    composer = Composer(_world(themes, own, text), slots, dice, seed=seed, prompt=reading.prompt, strays=0.0)
    composer.is_nobody = _is_lifeless(reading.hero) or is_past(text)
    gap = _GAP if len(own["still"]) > 1 else _DEAR_GAP
    pieces = laid(text, [slot.max_words for slot in inputs.plan], seed, gap=gap)
    told = {piece.window: piece for piece in pieces}
    for index, slot in enumerate(inputs.plan):
        share = index / max(1, len(inputs.plan) - 1)
        if index in told:
            composer.keep(_told(told[index], told.get(index + 1), composer, slot.max_words))
            continue
        left = sum(window > index for window in told)
        composer.keep(_image(composer, slot.max_words, _moment(share, left, len(told))))
    return composer


def _voice(reading: Reading, text: str, pronoun: str) -> Voice:
    """Who the images speak of: whoever tells the story, else its lead."""
    if re.search(r"\bI\b", text):
        return Voice("I")
    if re.search(r"\b[Ww]e\b", text):
        return Voice("we")
    return Voice("they" if plural_hero(reading.hero) else pronoun)


def _moment(share: float, left: int, count: int) -> str:
    """Where in a story a window stands: before it is told, within it, or after all of it."""
    if left == count and count:
        return "before"
    if left:
        return "within"
    return "after" if share > 0.7 else "within"


_SHAPES = {
    "before": ("{still}.", "{still}. {still2}."),
    "within": ("{still}.", "{effort}.", "{still}. {effort}."),
    "after": ("{end}.", "{turn}.", "{still}."),
}


def _image(composer: Composer, room: int, moment: str) -> Draft:
    """An image where nothing is told: of the story's own deeds and things, else of its theme, else of any story."""
    world, shapes = composer.world, _SHAPES[moment]
    draft = None
    said = [line.text for line in composer.lines]
    for layer in world.layers[: 2 if len(world.layers) > 2 else 1]:
        fresh = {pool: tuple(one for one in images if not shared(one, said)) for pool, images in layer.items()}
        composer.world = World(world.name, (fresh,))
        for some in (shapes[:1], shapes):
            draft = draft or composer.compose(some, room, most=2, strict=True)
    composer.world = world
    composer.world = World(world.name, (merged([all_worlds("tales")["anything"]]),))
    draft = draft or composer.compose(["{still}.", "{effort}.", "{turn}.", "{end}."], room, most=1)
    composer.world = world
    return draft or Draft(sentence("silence"), (), ())


def _told(piece: Piece, following: Piece | None, composer: Composer, room: int) -> Draft:
    """A piece of the story in its window; where it ends and there is room, with an image of its own."""
    bare = piece.line
    left = room - word_count(bare)
    if bare.endswith("…") or left < _ROOM or not following or not following.begins:
        # What comes last stands alone.
        return Draft(bare, (), ())
    world = composer.world
    composer.world = World(world.name, world.layers[:1])
    composer.lines.append(Draft(bare, (), ()))
    draft = composer.compose(["{still}."], left, most=1, strict=True)
    composer.lines.pop()
    composer.world = world
    if not draft:
        return Draft(bare, (), ())
    return Draft(f"{bare} {draft.text}", draft.shapes, draft.fragments, draft.names_person, draft.raw)


_ROOM = 3
"""Words that an image needs beside what is told."""
_GAP, _DEAR_GAP = 0.8, 2.0
"""What a window without a piece of the story costs, where its own words call images, and where they do not."""


def _is_lifeless(hero: str) -> bool:
    """Whether a lead has neither hands nor a heart: ``the river``, ``the day``."""
    head = hero.lower().split()[-1:]
    return any(
        word in telling("lifeless") or not (cast_of(word) or noun_class(word) in telling("alive") | {""})
        for word in head
    )


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
    if name == "stage" and not found(text, telling("on_stage")):
        # Who plays in the metro has no rows of seats.
        return []
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


def _world(themes: list[str], own: dict[str, tuple[str, ...]], text: str) -> World:
    """What the story's own words call, above what its themes hold together and what fits any story."""
    entries = all_worlds("tales")
    theme = merged([entries[name] for name in themes]) if themes else {}
    layers = [own, theme, merged([entries["anything"]])]
    spoken = stems(text)
    # What an image would take up from the story, the story says itself.
    kept = [
        {
            pool: tuple(one for one in images if pool == "title" or not stems(one) & spoken)
            for pool, images in layer.items()
        }
        for layer in layers
    ]
    return World(" ".join(themes), tuple(layer for layer in kept if any(layer.values())))
