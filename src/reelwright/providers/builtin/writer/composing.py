"""Composing a line: shapes filled with a world's fragments, the best of many tries kept."""

import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from reelwright.providers.builtin.writer.phrasing import SLOT, Slots, Voice, of_many
from reelwright.providers.builtin.writer.words import copy_file, telling, word_count
from reelwright.providers.builtin.writer.worlds import OPENINGS, POOLS, World

_TRIES = 12
_FULL = 0.6
"""Share of a window that a line fills at least, where the copy allows."""
_OF_THE_BRIEF = ("problem", "claim", "number", "does", "do")
"""Slots that hold what the brief says and no other brief does."""
_OF_ITS_OWN = ("time", "people", "sense", "touch", "act", "trace", "effort")
"""Pools that no wider world lends, as long as a line can be made without."""
_ANSWERS = ("joy", "worse", "turn", "end", "effort")
"""Pools that may take up a word that was said: the alarm that has to try twice."""
_OF_THE_NAME = ("name", "brand", "noun", "thing")
"""Slots that may be said again."""
_SMALL = frozenset(
    re.findall(
        r"\w+",
        "a an the and or but of in on at to for from with by is are was be it its this that these those you your she "
        "her he his him they them their i me my we us our one no not so as then than there here all every each just "
        "still before after into out up down over under again who what when where how why",
    )
)


_OF_SOMEBODY = re.compile(r"\{(?:you|me|your|yours|yourself)\}")
_ADDRESS = Slots(Voice("order"))


@dataclass(frozen=True)
class Draft:
    """A line as it might be spoken, and what it is made of."""

    text: str
    shapes: tuple[str, ...]
    fragments: tuple[str, ...]
    names_person: bool = False
    raw: str = ""
    """The line before its persons were chosen, without the closing."""


@dataclass
class Composer:
    """The words of one film so far; nothing is said twice."""

    world: World
    slots: Slots
    dice: random.Random
    hidden: frozenset[str] = frozenset()
    """Words that give the product away."""
    seed: int = 0
    prompt: str = ""
    strays: float = 0.25
    """How often what any thing of the category may say is said instead of the thing's own."""
    is_many: bool = False
    """Whether the product is several things: ``raincoats``."""
    is_nobody: bool = False
    """Whether a story's lead has neither hands nor a heart: ``the river``."""
    lends: bool = False
    """Whether what fits anything may stand in where a world has said all it has."""
    is_wide: bool = False
    """Whether a pool is drawn from whole, where this seed's third of it holds nothing that fits."""
    lines: list[Draft] = field(default_factory=list[Draft])

    def compose(
        self,
        shapes: Sequence[str],
        room: int,
        *,
        hides: bool = False,
        closing: Sequence[str] = (),
        prefers: Sequence[str] = (),
        most: int = 3,
        strict: bool = False,
    ) -> Draft | None:
        """The best line of these shapes within the room, None if none fits.

        Args:
            shapes: What may be said, each with slots; several are joined where the room is wide.
            room: Most words.
            hides: Whether the product may not be given away.
            closing: Last sentences, filled already; one ends the line.
            prefers: Slots that are better filled than not.
            most: Most shapes joined.
            strict: Whether a line that repeats an image is none.
        """
        unclean: list[Draft] = []
        for self.is_wide in (False, True):
            sound = self._sound(shapes, room, hides=hides, closing=closing, most=most)
            clean = [draft for draft in sound if not self._repeats(draft)]
            unclean += sound
            if clean:
                break
        else:
            clean = [] if strict else unclean
        self.is_wide = False
        wanted = {f"{{{slot}}}": 0.3 for slot in _OF_THE_BRIEF} | {f"{{{slot}}}": 0.6 for slot in prefers}
        return max(clean, key=lambda draft: self._merit(draft, room, wanted), default=None)

    def _sound(
        self, shapes: Sequence[str], room: int, *, hides: bool, closing: Sequence[str], most: int
    ) -> list[Draft]:
        """Lines of these shapes that may be said here: new, within the room, giving nothing away."""
        usable = [shape for shape in shapes if shape not in self._spoken_shapes() and self._knows(shape)]
        tries = [self._try(usable, room, list(closing), most) for _ in range(_TRIES)]
        said = {key for line in self.lines for key in _sentences(line.text)}
        if not closing:
            said.update(_sentences(self.slots.words.get("name", "")))
        pairs = set[tuple[str, str]]().union(*(pairs_of(line.text) for line in self.lines))
        pairs -= pairs_of(". ".join(self.slots.words.get(slot, "") for slot in _OF_THE_NAME))
        # What the brief asks for is kept for the end.
        pairs |= set[tuple[str, str]]() if closing else pairs_of(self.slots.words.get("call", ""))
        names = content(" ".join(self.slots.words.get(slot, "") for slot in _OF_THE_NAME))
        new = [draft for draft in tries if draft and _is_new(draft, said) and not _echoes(draft.text, pairs)]
        new = [draft for draft in new if not _says_twice(draft, names)]
        told = [content(" ".join(line.fragments)) for line in self.lines]
        new = [draft for draft in new if not any(len(content(" ".join(draft.fragments)) & one) > 1 for one in told)]
        # An image does not take the words that the brief's own promise will need.
        promised = pairs_of(". ".join(self.slots.words.get(slot, "") for slot in (*_OF_THE_BRIEF, "tail", "where")))
        new = [draft for draft in new if not pairs_of(". ".join(draft.fragments)) & promised]
        return [draft for draft in new if not (hides and words_of(draft.text) & self.hidden)]

    def _repeats(self, draft: Draft) -> bool:
        """Whether an image takes up a word of an earlier one, or two of a line share one; the brief's may return."""
        answering = {one for pool in _ANSWERS for layer in self.world.layers for one in layer.get(pool, ())}
        images = [content(one) for one in draft.fragments if one not in answering]
        free = content(self.prompt)
        said = content(" ".join(line.text for line in self.lines)) - free
        answers = content(" ".join(one for one in draft.fragments if one in answering))
        if (content(draft.text) - answers - free) & said:
            return True
        words = [word for part in _parts(draft.text) for word in content(part) - free]
        return len(words) != len(set(words)) or any(one & two - free for one, two in pairwise(images))

    def keep(self, draft: Draft) -> None:
        """Speak the draft: what it used is not used again."""
        self.lines.append(draft)

    def is_known(self, slot: str) -> bool:
        """Whether a slot is a pool of the world or can be filled in this film."""
        pool = slot.rstrip("23")
        return bool(self._fresh(pool)) if pool in POOLS else self.slots.knows(slot)

    def _knows(self, shape: str) -> bool:
        return all(self.is_known(slot) for slot in SLOT.findall(shape))

    def _spoken_shapes(self) -> set[str]:
        return {shape for draft in self.lines for shape in draft.shapes if _fixed_words(shape)}

    def _spoken_fragments(self) -> set[str]:
        return {fragment for draft in self.lines for fragment in draft.fragments}

    def _fresh(self, pool: str) -> tuple[str, ...]:
        """What the world still has to say of this, from its own layer as long as there is any."""
        spoken = self._spoken_fragments()
        layers = [
            tuple(one for one in self.world.pool(pool, depth) if one not in spoken and self._fillable(one))
            for depth in range(len(self.world.layers))
        ]
        own = layers[0] or next((layer for layer in layers if layer), ())
        wider = next((layer for layer in layers[1:] if layer), ())
        if pool in _OF_ITS_OWN and len(layers) > 1 and not self.lends:
            # What time it is, or who stands by, says nothing of the thing unless its world chose it.
            own, wider = layers[0], ()
        # A thing's own words; its category's are said where it has few.
        is_near = len(layers[0]) > 1 and len(self.world.layers) > 2
        drawn = own if not wider or is_near or self.dice.random() >= self.strays else wider
        said = content(" ".join(line.text for line in self.lines))
        follows = tuple(one for one in drawn if not self.world.answers(one) or content(one) & said)
        return self._hand(pool, follows or drawn)

    def dealt(self, shapes: Sequence[str]) -> list[str]:
        """The third of the shapes that can be said here which this seed plays with."""
        known = (one for one in shapes if self._knows(one))
        able = self._dealt_out(known)
        return [one for at, one in enumerate(able) if at % 3 == self.seed % 3] or able

    def _dealt_out(self, pool: Iterable[str]) -> list[str]:
        """A pool as it is dealt to three seeds; the next three get it dealt anew."""
        deal = (self.seed - 1) // 3
        again = f" {deal}" if deal else ""
        return sorted(pool, key=lambda one: crc32(f"{self.prompt}{again} {one}".encode()))

    def hand(self, pool: str) -> tuple[str, ...]:
        """What this film may draw of a pool now."""
        return self._fresh(pool)

    def _hand(self, pool: str, fragments: tuple[str, ...]) -> tuple[str, ...]:
        """The third of a pool that this seed plays with, and what answers a line; the next seeds tell otherwise."""
        shuffled = self._dealt_out(fragments)
        said = content(" ".join(line.text for line in self.lines)) if pool not in OPENINGS else frozenset[str]()
        held = tuple(one for index, one in enumerate(shuffled) if index % 3 == self.seed % 3 or (said & content(one)))
        return fragments if self.is_wide else held or fragments

    def _fillable(self, fragment: str) -> bool:
        if _singular(words_of(fragment)) & strangers() - _singular(words_of(self.prompt)):
            return False
        if (self.is_many and not of_many(fragment)) or (self.is_nobody and _OF_SOMEBODY.search(fragment)):
            return False
        said, told = words_of(fragment), words_of(self.prompt)
        if said & beside(told):
            return False
        if any(sense in told and said & telling(sense) for sense in ("blind", "deaf")):
            return False
        return all(self.slots.knows(slot) for slot in SLOT.findall(fragment))

    def _try(self, shapes: list[str], room: int, closing: list[str], most: int) -> Draft | None:
        end = self.dice.choice(closing) if closing else ""
        left = room - word_count(end)
        if left < 0:
            return None
        parts: list[Draft] = []
        pending = list(shapes)
        self.dice.shuffle(pending)
        wanted = room * self.dice.uniform(_FULL, 0.95)
        while pending and len(parts) < most and sum(word_count(part.text) for part in parts) + word_count(end) < wanted:
            part = self._filled(pending.pop(), parts)
            if part and word_count(part.text) <= left - sum(word_count(one.text) for one in parts):
                parts.append(part)
        if not parts and not end:
            return None
        text = " ".join([*(part.text for part in parts), *([end] if end else [])])
        return Draft(
            text,
            tuple(shape for part in parts for shape in part.shapes),
            tuple(fragment for part in parts for fragment in part.fragments),
            any(part.names_person for part in parts),
            " ".join(part.raw for part in parts),
        )

    def _filled(self, shape: str, before: list[Draft]) -> Draft | None:
        taken = [fragment for part in before for fragment in part.fragments]
        drawn: list[str] = []
        text = shape
        for slot in SLOT.findall(shape):
            pool = slot.rstrip("23")
            if pool in POOLS:
                fresh = [one for one in self._fresh(pool) if one not in drawn and one not in taken]
                if not fresh:
                    return None
                drawn.append(self.dice.choice(fresh))
                # What one does is said to the viewer, whoever the lines speak of.
                agreed = of_many(drawn[-1]) if self.is_many else drawn[-1]
                said = _ADDRESS.fill(agreed, raw=True) if pool == "act" else agreed
                text = text.replace(f"{{{slot}}}", said, 1)
        names = self._names_person(text, before)
        if names:
            text = text.replace("{you}", "{one}", 1)
        return Draft(self.slots.fill(text), (shape,), tuple(drawn), names, text)

    def _names_person(self, text: str, before: list[Draft]) -> bool:
        """Whether ``she`` should be ``a busy mom`` here: at the first mention, as a subject."""
        if self.slots.voice.person not in ("she", "he") or not self.slots.words.get("one"):
            return False
        if any(part.names_person for part in (*before, *self.lines)):
            return False
        first = re.search(r"\{(you|me|your|yours|yourself)\}", text)
        return bool(first) and first.group(1) == "you" if first else False

    def _merit(self, draft: Draft, room: int, wanted: dict[str, float]) -> float:
        """How good a line is here: full, concrete, following from what was said, of another rhythm."""
        share = word_count(draft.text) / room
        merit = 1.0 if share >= _FULL else share
        merit += self._thread(draft)
        merit += max(
            (weight for slot, weight in wanted.items() for shape in draft.shapes if slot in shape), default=0.0
        )
        # The product is on the screen; its name is kept for the end, unless it is a name.
        merit -= 0.3 * any("{name}" in shape for shape in draft.shapes) * (not self.slots.words.get("brand"))
        merit -= 0.035 * sum(_fixed_words(shape) for shape in draft.shapes)
        # "On the", "in a": what every line could hold makes all films sound alike.
        neighbours = pairwise(re.findall(r"[\w’'-]+", draft.text.lower()))
        merit -= 0.4 * sum({first, second} <= _SMALL for first, second in neighbours)
        openings = {line.text.split()[0].lower() for line in self.lines}
        merit -= 0.2 * (draft.text.split()[0].lower() in openings)
        if self.lines and rhythm(draft.text) == rhythm(self.lines[-1].text):
            merit -= 0.2
        if room < 9:
            merit -= 0.25 * max(0, len(rhythm(draft.text)) - 2)
        return merit + 0.25 * self.dice.random()

    def _thread(self, draft: Draft) -> float:
        """Words taken up again are good where one fragment answers another, bad where a line only repeats."""
        said = content(" ".join(line.text for line in self.lines)) - self.hidden
        earlier = content(" ".join(fragment for line in self.lines for fragment in line.fragments))
        again = content(draft.text) & said
        answers = again & earlier & content(" ".join(draft.fragments))
        lone = sum(self.world.answers(fragment) and not (content(fragment) & said) for fragment in draft.fragments)
        worn = sum(sum(word in content(line.text) for line in self.lines) > 1 for word in answers)
        return 0.5 * bool(answers) - 0.5 * (len(again - answers) + worn) - 0.15 * max(0, len(answers) - 1) - 0.4 * lone


@lru_cache(maxsize=1)
def strangers() -> frozenset[str]:
    """People, animals and things that belong to no film whose prompt does not name them."""
    return _singular((copy_file("strangers") or {}).get("words", ()))


def beside(told: set[str]) -> frozenset[str]:
    """What belongs to no film whose prompt holds these words, though their world holds it."""
    barred: dict[str, list[str]] = (copy_file("strangers") or {}).get("beside", {})
    return frozenset(word for one in told for word in barred.get(one, ()))


def _singular(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower().rstrip("s") for word in words)


def content(text: str) -> frozenset[str]:
    """The words that carry meaning, plural or not."""
    return frozenset(word.rstrip("s") for word in words_of(SLOT.sub(" ", text)) - _SMALL if len(word) > 2)


def _parts(text: str) -> list[str]:
    return [part for part in re.split(r"[.!?:;,…]\s*", text) if part]


def _sentences(text: str) -> list[str]:
    return [" ".join(re.findall(r"\w+", part.lower())) for part in re.split(r"(?<=[.!?…])\s+", text)]


def _is_new(draft: Draft, said: set[str]) -> bool:
    """Whether no sentence of a line was spoken before, nor a sentence or word twice in a row within it."""
    keys = _sentences(draft.text)
    if re.search(r"\b(\w+)\W+\1\b", draft.text, re.IGNORECASE) or _TWO_JOINTS.search(draft.text):
        return False
    return len(keys) == len(set(keys)) and not said & set(keys)


_TWO_JOINTS = re.compile(r"\b(?:then|and|now|today|these days),? (?:then|and|now|but|soon)\b", re.IGNORECASE)
"""A shape's lead-in before a fragment's own: ``Then now it's really late``."""


def _says_twice(draft: Draft, names: frozenset[str]) -> bool:
    """Whether a sentence takes up a word of the one before, or a fragment one of its shape: ``Sink in. Sink.``"""
    said = [content(part) - names for part in re.split(r"[.!?:]\s", draft.text)]
    own = [content(one) for one in (*draft.fragments, *draft.shapes)]
    return any(first & second for parts in (said, own) for at, first in enumerate(parts) for second in parts[at + 1 :])


def pairs_of(text: str) -> set[tuple[str, str]]:
    """Neighbouring words of which at least one carries meaning."""
    return set(_runs(text))


def _runs(text: str) -> list[tuple[str, str]]:
    found = [re.findall(r"[\w’'-]+", part.lower()) for part in re.split(r"[.!?:;,…]\s*", text)]
    return [pair for words in found for pair in pairwise(words) if not set(pair) <= _SMALL]


def _echoes(text: str, said: set[tuple[str, str]]) -> bool:
    """Whether two words that stand together did so before, in the film or in the line itself."""
    runs = _runs(text)
    return len(runs) != len(set(runs)) or bool(set(runs) & said)


def _fixed_words(shape: str) -> int:
    return len(words_of(SLOT.sub(" ", shape)))


def words_of(text: str) -> set[str]:
    """The words of a text in small letters."""
    return set(re.findall(r"[\w’'-]+", text.lower()))


def rhythm(text: str) -> tuple[int, ...]:
    """Words in each sentence."""
    return tuple(word_count(part) for part in re.split(r"(?<=[.!?…])\s+", text) if part)
