"""What a notice says: its own words over the windows of a film, its own thoughts on the end card."""

import random
import re
from collections.abc import Sequence

from reelwright.film.writing import WriteStoryInputs
from reelwright.providers.builtin.writer.composing import Composer, Draft
from reelwright.providers.builtin.writer.happenings import images_of
from reelwright.providers.builtin.writer.laying import Piece, is_whole, laid, opening_of, thoughts
from reelwright.providers.builtin.writer.phrasing import Slots, Voice
from reelwright.providers.builtin.writer.product_name import written_brand
from reelwright.providers.builtin.writer.reading import Reading
from reelwright.providers.builtin.writer.words import capitalised, lexicon, sentence
from reelwright.providers.builtin.writer.worlds import World, all_worlds, merged, world_of

_LONGEST_NAME, _LONGEST_LINE = 40, 60
_MOST_WORDS = 60
_SHAPES = {"before": ["{still}."], "after": ["{end}.", "{still}."]}


def is_told(reading: Reading) -> bool:
    """Whether a brief is told in its own words: a notice, or some words about what no world knows."""
    if reading.notice:
        return True
    if reading.is_story or reading.language != "en" or reading.mood == "solemn" or reading.call or reading.is_question:
        return False
    fewest = _FEWEST_OF_A_PRODUCT if is_sold(reading) else _FEWEST_WORDS
    return len(_announced(reading).split()) >= fewest and world_of(reading).name == _UNKNOWN


def is_sold(reading: Reading) -> bool:
    """Whether a brief that is told in its own words sells something by its name, which its film ends with."""
    if reading.notice or (not reading.brand and reading.noun_phrase.split()[-1] in _NO_GOODS):
        return False
    return bool(reading.brand or _PITCH.search(reading.spoken))


_NO_GOODS = ("family", "company", "team", "firm", "business", "people", "guy", "idea")
"""Who sells, and is not what is sold: ``Our family has been making olive oil``."""


_UNKNOWN, _FEWEST_WORDS, _FEWEST_OF_A_PRODUCT = "generic", 4, 7
_PITCH = re.compile(r"[$€£%]|\b(?:introducing|new|launch\w*|made|for|rated|trusted|programme|program)\b", re.IGNORECASE)
"""Words of a product, whose name is shown and praised."""


def announce(inputs: WriteStoryInputs, reading: Reading, seed: int) -> Composer:
    """The words of a notice: its own, what it asks for last."""
    dice = random.Random(f"notice {seed} {reading.prompt}")
    entry = lexicon("notices")[reading.notice] if reading.notice else images_of(reading.spoken)
    world = World(reading.notice, ({pool: tuple(entry[pool]) for pool in ("still", "end")},))
    if not reading.notice:
        world = World("", (*world.layers, merged([all_worlds("tales")["anything"]])))
    text = " ".join(_NOTED.sub("", _announced(reading)).split()[:_MOST_WORDS])
    name, line = card_of(reading)
    composer = Composer(
        world,
        Slots(Voice(), {"brand": "", "name": name, "named": name}),
        dice,
        seed=seed,
        prompt=reading.prompt,
        strays=0.0,
    )
    rooms = [slot.max_words for slot in inputs.plan]
    name_last = _name_at_the_end(reading, text, rooms[-1]) if is_sold(reading) else ""
    told = _windows(_unnamed(text, reading.brand), rooms[:-1], seed) if name_last else {}
    if not name_last or any(piece.line.strip(" ….").lower() == name_last.lower() for piece in told.values()):
        name_last, told = "", _windows(text, rooms, seed)
    for index, room in enumerate(rooms):
        if name_last and index == len(rooms) - 1:
            composer.keep(Draft(sentence(name_last), (), ()))
            continue
        if index in told:
            composer.keep(Draft(told[index].line, (), ()))
            continue
        is_over = not any(window > index for window in told)
        draft = composer.compose(_SHAPES["after" if is_over else "before"], room, most=1, strict=True)
        draft = draft or composer.compose(["{still}.", "{end}."], room, most=1)
        composer.keep(draft or Draft(sentence(line or name), (), ()))
    return composer


def _windows(text: str, rooms: Sequence[int], seed: int) -> dict[int, Piece]:
    return {piece.window: piece for piece in laid(capitalised(text), rooms, seed, gap=0.9, is_last_told=True)}


def _unnamed(text: str, brand: str) -> str:
    """The text without what only names the brand, where it opens or ends: ``Name is Quillon``."""
    if not brand:
        return text
    name = re.escape(brand)
    said = rf"(?<=[.,;:!?] )(?:(?:the |our )?(?:brand|name|company)(?: name)?(?: is|:)? )?{name}[ .!]*$|^{name}[.,:;] "
    return re.sub(said, "", text, flags=re.IGNORECASE).strip()


def _name_at_the_end(reading: Reading, text: str, room: int) -> str:
    """The brand or the product for the last line; empty where the text ends with it, or nothing is named."""
    written = re.search(re.escape(reading.noun_phrase), reading.spoken, re.IGNORECASE)
    name = written_brand(reading.brand) or (written[0] if written else "")
    ends = {word.lower().strip(".,!?") for word in _unnamed(text, reading.brand).split()[-_NEAR_THE_END:]}
    return " ".join(name.split()[-room:]) if name and not set(name.lower().split()) <= ends else ""


_NEAR_THE_END = 6


def card_of(reading: Reading) -> tuple[str, str]:
    """What the end card of a notice letters: its first thought, and under it when and where, or how that goes on."""
    parts = thoughts(_LED_IN.sub("", _NOTED.sub("", _announced(reading))))
    if len(parts) > 1 and _SALUTES.fullmatch(parts[0]):
        parts = parts[1:]
    first = parts[0].strip(" .,;:") if parts else ""
    name = opening_of(first, _LONGEST_NAME)
    if len(parts) > 1 and name != first and not is_whole(first, name):
        # What can be cut nowhere gives way to what is asked.
        first = parts.pop(1).strip(" .,;:")
        name = opening_of(first, _LONGEST_NAME)
    name = name.strip(" .,;:")
    rest = [part.strip(" .,;:") for part in parts[1:] if len(part) <= _LONGEST_LINE]
    goes_on = first[len(name) :].strip(" .,;:")
    is_line = len(goes_on.split()) > 2 and len(goes_on) <= _LONGEST_LINE
    line = _dated(rest) or (goes_on if is_line else "") or (rest[-1] if rest else "")
    return name, capitalised(line.strip(" .,!;:"))


def _announced(reading: Reading) -> str:
    """The brief without what asks for a film: ``Promo for a choir in need`` is ``choir in need``."""
    return _FOR_A_FILM.sub("", _FIELD.sub("", reading.spoken))


def _dated(parts: Sequence[str]) -> str:
    """The thoughts that say when, as long as they follow one another: ``Saturday 14 June, 2pm``."""
    at = next((at for at, part in enumerate(parts) if _WHEN.search(part)), len(parts))
    said = ""
    for part in parts[at:]:
        joined = f"{said}, {part}" if said else part
        if not _WHEN.search(part) or len(joined) > _LONGEST_LINE:
            break
        said = joined
    return said


_FIELD = re.compile(
    r"^(?:concept|brief(?: for (?:the )?agency)?|objective|idea|pitch|product|ugc style|my story)\s*:\s+", re.IGNORECASE
)
"""What a planner's paper puts before it."""
_FOR_A_FILM = re.compile(
    r"^(?:[\w'’-]+ ){0,6}?(?:ads?|advert(?:isement)?|commercial|promo|video|film|spot|trailer|teaser|clip|reel)"
    r" (?:for|about|of) ",
    re.IGNORECASE,
)
_LED_IN = re.compile(
    r"^(?:[\w’' ]{3,24} (?:are|is) (?:kindly )?(?:reminded|advised|informed|told|warned) that "
    r"|please (?:note|remember|be aware)(?: that)? "
    r"|(?:reminder|notice|attention|important|warning|lost|found|missing|wanted)[!:] +"
    r"|we(?: are|'re|’re) (?:currently )?(?:looking for|hiring|seeking) (?:an? )?)",
    re.IGNORECASE,
)
"""What leads in to a notice and tells nothing of it."""
_NOTED = re.compile(
    r"^(?:(?:reminder|notice|attention|important|warning)[!:] +|we regret (?:to (?:inform|tell) you )?that )",
    re.IGNORECASE,
)
_SALUTES = re.compile(
    r"(?:you(?:'re|’re| are) (?:all )?invited|lost|found|missing|hello|hi(?: all| everyone)?"
    r"|attention|reminder)[!.:,]*",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\d|\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|january|february|march|april"
    r"|june|july|august|september|october|november|december)s?\b",
    re.IGNORECASE,
)
