"""Where and when a described scene plays, in its own words."""

import re
from dataclasses import dataclass
from typing import cast

from reelwright.film.scenario import TimeOfDay
from reelwright.providers.builtin.writer.reading import Reading
from reelwright.providers.builtin.writer.tokens import plain, sentences
from reelwright.providers.builtin.writer.words import found, lexicon

_PHRASE = r"(?:\b(?:an?|the|his|her|their|one|my|our)\s+)?((?:[\w'’-]+\s+){0,3}?)(%s)\b"
_SKIP = ("in", "at", "on", "of", "through", "into", "to", "from", "and", "across", "over", "by", "with", "is", "are",
         "enters", "inside", "outside", "along", "down", "up", "near", "under", "a", "an", "the", "his", "her", "their",
         "its")  # fmt: skip
_WEATHER = {
    "rain": ("rain", "rainy", "storm", "stormy", "drizzle", "downpour", "rain-soaked", "thunderstorm"),
    "snow": ("snow", "snowy", "blizzard", "snowfall", "snowstorm"),
    "fog": ("fog", "foggy", "mist", "misty", "haze"),
}


@dataclass(frozen=True)
class Place:
    """A place as a scene heading and as sentences need it."""

    called: str
    """``the dimly lit office``."""
    heading: str
    """``INT. DIMLY LIT OFFICE``."""
    weather: str = ""
    is_named: bool = True
    """Whether the description names it."""


def place_of(description: str, reading: Reading) -> Place:
    """The first place that a description names; where it names none, where such things are usually filmed."""
    text = plain(description)
    places = lexicon("scene")["places"]
    weather = next((name for name, words in _WEATHER.items() if found(text, words)), "")
    nouns = sorted((*places["inside"], *places["outside"]), key=len, reverse=True)
    pattern = re.compile(_PHRASE % "|".join(map(re.escape, nouns)), re.IGNORECASE)
    for said in sentences(text):
        best = next((match for match in pattern.finditer(said) if _is_place(said, match)), None)
        if best is not None:
            words = _own(best.group(1))
            noun = best.group(2).lower()
            phrase = " ".join([*words, noun])
            side = "INT" if noun in places["inside"] else "EXT"
            around = re.match(
                rf" (?:in|on|by|above|under) (?:an?|the) (?:\w+ )?(?:{'|'.join(nouns)})\b", said[best.end() :]
            )
            heading = f"{side}. {phrase}{around[0] if around else ''}".upper()
            return Place(f"the {phrase}", heading[:80], weather)
    usual = reading.place if reading.is_story else str(reading.facts["place"])
    spot = lexicon("sets")["place"].get(usual)
    if spot is None:
        return Place("the open", "EXT. OPEN PLACE", weather, is_named=False)
    called = str(spot["where"]).removeprefix("the ")
    return Place(f"the {called}", f"{'EXT' if spot['outside'] else 'INT'}. {called.upper()}", weather, is_named=False)


def _own(modifiers: str) -> list[str]:
    """The adjectives just before the noun."""
    words = [word.strip(",.").lower() for word in modifiers.split()]
    last = max((at for at, word in enumerate(words) if word in _SKIP or (word.endswith("ing") and at == 0)), default=-1)
    return words[last + 1 :]


def _is_place(said: str, match: re.Match[str]) -> bool:
    """A car that races is no place, nor is a street in ``street stalls``."""
    noun = match.group(2).lower()
    if noun in ("car", "bus", "train", "boat", "ship", "cell", "bar", "tent", "bank", "lift", "club"):
        before = said[: match.start()].lower().split()[-1:]
        return before in (["in"], ["inside"], ["on"], ["aboard"], ["at"])
    after = said[match.end() :].split()[:1]
    return not (
        after and after[0].strip(",.").lower() in ("stall", "stalls", "sign", "signs", "lamp", "lamps", "launch")
    )


def time_of(description: str) -> TimeOfDay:
    """The hour that a description names first; the day where it names none."""
    times: dict[str, list[str]] = lexicon("scene")["times"]
    owner = {word: name for name, words in times.items() for word in words}
    text = plain(description)
    words = found(text, owner)
    clock = re.search(r"\b(\d{1,2})(?::\d\d)? ?(am|pm)\b", text, re.IGNORECASE)
    if clock and not words:
        return _hour(int(clock[1]) % 12 + 12 * (clock[2].lower() == "pm"))
    return cast(TimeOfDay, owner[words[0]] if words else "day")


def _hour(hour: int) -> TimeOfDay:
    if hour < 5 or hour >= 21:
        return "night"
    return "dawn" if hour < 7 else "morning" if hour < 10 else "day" if hour < 18 else "dusk"
