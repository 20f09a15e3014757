"""A picture prompt taken apart (what is seen, the subject word for word, the rest) and put together again."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reelwright.film.craft import PromptParts
from reelwright.film.writing import STRONGEST
from reelwright.stages.lexicon import found_words, table
from reelwright.stages.specify_pictures import MAX_PROMPT_WORDS, MIN_PROMPT_WORDS
from reelwright.stages.write_story import shortened

MIN_WORDS, MAX_WORDS = MIN_PROMPT_WORDS, MAX_PROMPT_WORDS
_LABEL = r"(?:The exact same|The) (?:person|product): "
_SAME_WORLD = "The exact same world, light and palette as the shots before."
_FRAME = re.compile(r"^(?:First|Last) frame: (?:just (?:before|after) the action[^:]*: )?", re.IGNORECASE)
_BEYOND = re.compile(r"(?:^|(?<=[.;]) )What (?:follows|went before): .*?(?:\.(?=\s|$)|$)")
_STRONGEST = re.compile(rf",? {STRONGEST}(?=[.,;]|$)")
_OWN_PLACE = re.compile(r"\b(thirds?|centred|centre|across the frame|edge of the frame)\b")
_FILLERS = (
    "Natural materials and believable texture in everything that is near.",
    "Composed on thirds, with clear foreground, middle ground and background and one centre of attention.",
    "No lettering apart from the label of the product itself.",
    "Calm negative space is left where captions may stand.",
    "Nothing is posed; the moment looks found.",
)
_SHARES = {"picture": 0.4, "camera": 0.2, "light": 0.24, "composition": 0.2, "colour": 0.16}
_OWN_SHARES = {"picture": 0.85, "camera": 0.1, "light": 0.1, "composition": 0.08, "colour": 0.06}
"""Of the room, where a rewriting is too long for it; together more than 1, since few are too long in every part."""


@dataclass(frozen=True)
class Pieces:
    """A prompt taken apart."""

    original: str
    picture: str
    """What is seen, as the original opens."""
    subject: tuple[str, ...]
    """Its sentences about the subject, as they stand there."""
    descriptions: tuple[str, ...]
    """The subject's descriptions in them, which must stay byte for byte."""
    rest: str
    """What came after."""
    style: str = ""
    """The film's style, which code puts in again."""
    is_own: bool = False
    """Whether a person wrote it: then what it shows is not shortened before all else is."""

    @property
    def within(self) -> tuple[str, ...]:
        """The descriptions that stand within what is seen, not in sentences of their own."""
        return tuple(one for one in self.descriptions if one not in " ".join(self.subject))

    @property
    def fixed(self) -> tuple[str, ...]:
        """What code puts in."""
        return (*self.subject, *((self.style,) if self.style else ()))


def take_apart(prompt: str, descriptions: Sequence[str], style: str = "", *, is_own: bool = False) -> Pieces:
    """The pieces of a prompt.

    Args:
        prompt: The whole prompt.
        descriptions: The subject's; one that does not stand in the prompt is not the prompt's subject.
        style: The film's style; kept if it stands there.
        is_own: Whether a person wrote it: then all of it is the picture. One that we composed opens with it.
    """
    kept = tuple(one for one in descriptions if one and one in prompt)
    sentences: list[str] = []
    for one in kept:
        match = re.search(f"(?:{_LABEL})?{re.escape(one)}[.]?", prompt)
        assert match is not None, "the description stands there"
        if not is_own or _is_sentence(prompt, match):
            sentences.append(match[0])
    if not kept and not is_own and _SAME_WORLD in prompt:
        sentences.append(_SAME_WORLD)
    first = min((prompt.index(one) for one in sentences), default=-1)
    without = prompt
    for one in sentences:
        without = without.replace(one, " ", 1)
    picture = prompt[:first] if first > 0 and not is_own else ("" if is_own or sentences else _opening(prompt))
    picture = " ".join((picture or without).split())
    rest = " ".join(without.split()).removeprefix(picture).strip()
    own_style = f"{style.rstrip('.')}." if style and style in prompt else ""
    rest = rest.replace(own_style, "").strip() if own_style else rest
    return Pieces(prompt, picture, tuple(map(_closed, sentences)), kept, rest, own_style, is_own)


def _is_sentence(prompt: str, match: re.Match[str]) -> bool:
    """Whether a description stands by itself, and not within a sentence that says what it does."""
    before, after = prompt[: match.start()].rstrip(), prompt[match.end() :].strip()
    return (not before or before.endswith((".", "!", "?"))) and (not after or match[0].endswith("."))


def instant_of(picture: str) -> str:
    """What is seen in one instant: without the frame's name, and without what came before or follows."""
    bare = _STRONGEST.sub("", _BEYOND.sub(" ", _FRAME.sub("", picture)))
    return _sentence(" ".join(bare.split())) if bare.strip() else picture


def composed(parts: PromptParts, pieces: Pieces) -> str:
    """The rewritten prompt. Parts that are too long are shortened, a prompt that is too short is filled.

    A description that stands within the original's own sentence stays there.
    """
    room = MAX_WORDS - word_count(" ".join(pieces.fixed))
    texts = {name: " ".join(getattr(parts, name).split()) for name in _SHARES}
    if sum(map(word_count, texts.values())) > room:
        texts = _fitted(texts, max(room, 20), _OWN_SHARES if pieces.is_own else _SHARES)
    if any(one not in f"{texts['picture']} {' '.join(pieces.subject)}" for one in pieces.descriptions):
        texts["picture"] = pieces.picture  # the subject stands within it, and the rewriting has lost it
    after = [texts[name] for name in ("camera", "light", "composition", "colour")]
    sentences = [
        _sentence(texts["picture"]),
        *pieces.subject,
        *(_sentence(one) for one in (*after, pieces.style) if one),
    ]
    for filler in _FILLERS:
        count = word_count(" ".join(sentences))
        if count < MIN_WORDS and count + word_count(filler) <= MAX_WORDS:
            sentences.append(filler)
    return " ".join(sentences)


def carried(parts: PromptParts, picture: str) -> PromptParts:
    """The same camera, light and colour for another picture of the shot; where it says itself where things stand in
    the frame, the placing is left out.
    """
    composition = parts.composition
    if _OWN_PLACE.search(picture):
        composition = re.split(r"[;.]\s+", composition, maxsplit=1)[1:] or [""]
        composition = composition[0]
    return parts.model_copy(update={"picture": instant_of(picture), "composition": composition})


def invented(parts: PromptParts, known: str) -> list[str]:
    """What a rewriting letters or names that stands nowhere in the original, each with the part it stands in."""
    trade = table("trade")
    names = {*trade["names"], *(one.strip(".'") for one in re.findall(r"[\w./'-]+", known))}
    folded = {one.lower() for one in names}
    found: list[str] = []
    for name in _SHARES:
        text = str(getattr(parts, name))
        quoted = [one for one in re.findall(r'["“]([^"”]{2,})["”]', text) if one not in known]
        letters = [one for one in found_words(text, trade["lettering"]) if one not in known.lower()]
        capitals = [one.rstrip(".") for one in re.findall(r"(?<=[a-z,;:] )[A-Z][\w./'-]*", text)]
        capitals = [one for one in capitals if one.lower().removesuffix("'s") not in folded]
        found += [f"{name} {one!r}" for one in (*quoted, *letters, *capitals)]
    return found


def word_count(text: str) -> int:
    """Words between spaces."""
    return len(text.split())


def _opening(prompt: str) -> str:
    return re.split(r"(?<=[.!?])\s+", prompt, maxsplit=1)[0]


def _fitted(texts: dict[str, str], room: int, shares: Mapping[str, float]) -> dict[str, str]:
    """Each part within its share of the room, then what is left given to those that want more, in their order."""
    fitted = {name: _cut(text, max(8, int(room * shares[name]))) for name, text in texts.items()}
    for name, text in texts.items():
        left = room - sum(map(word_count, fitted.values()))
        if left > 0 and fitted[name] != text:
            fitted[name] = _cut(text, word_count(fitted[name]) + left)
    while (over := sum(map(word_count, fitted.values())) - room) > 0:
        name = max(("composition", "colour", "light", "picture", "camera"), key=lambda one: word_count(fitted[one]))
        fitted[name] = _cut(fitted[name], max(0, word_count(fitted[name]) - over))
    return fitted


def _cut(text: str, most_words: int) -> str:
    if word_count(text) <= most_words:
        return text
    return shortened(text, most_words) if most_words >= 3 else ""


def _sentence(text: str) -> str:
    bare = text.strip().rstrip(",;:")
    return _closed(bare[:1].upper() + bare[1:])


def _closed(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else text + "."
