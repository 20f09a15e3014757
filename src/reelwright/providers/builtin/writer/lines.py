"""The spoken lines: chains of sentences laid into the windows of the film, ending on the product."""

import random
import re
from typing import Any, cast

from reelwright.film.writing import PlannedShot, WriteStoryInputs
from reelwright.providers.builtin.writer.analyse import Reading
from reelwright.providers.builtin.writer.words import capitalised, copy_file, sentence, uncapitalised, word_count

_GENERAL = "aida"
_STORY_PARTS = ("opening", "complication", "turn", "close")


def speak(inputs: WriteStoryInputs, reading: Reading, seed: int) -> list[str]:
    """One line per planned shot, each within its words; no sentence twice in a film."""
    dice = random.Random(f"lines {seed} {reading.prompt}")
    slots = _slots(inputs, reading, dice)
    chains = _chains(inputs, reading, dice, slots)
    return _laid(inputs.plan, chains, _closer(reading, _closing_words(inputs.plan[-1]), dice))


def _chains(
    inputs: WriteStoryInputs, reading: Reading, dice: random.Random, slots: dict[str, str]
) -> list[list[list[str]]]:
    """For each planned shot the chains its beat may draw from, the chosen strategy first."""
    by_beat = _story_beats(inputs, reading) if reading.is_story else _template_beats(inputs)
    drawn: dict[str, list[list[str]]] = {}
    for beat, strategies in by_beat.items():
        dice.shuffle(strategies)
        drawn[beat] = [_filled(strategy, slots) for strategy in strategies]
    return [drawn[slot.beat] for slot in inputs.plan]


def _template_beats(inputs: WriteStoryInputs) -> dict[str, list[list[str]]]:
    """The template's own chains; a user's template borrows those of ``aida`` in the order of its beats."""
    own = copy_file(inputs.template.slug)
    file = cast(dict[str, Any], own or copy_file(_GENERAL))
    names = list(dict.fromkeys(chain["beat"] for chain in file["chain"]))
    found: dict[str, list[list[str]]] = {}
    beats = inputs.template.beats
    for index, beat in enumerate(beats):
        source = beat.name if beat.name in names else names[min(index * len(names) // len(beats), len(names) - 1)]
        found[beat.name] = [list(chain["lines"]) for chain in file["chain"] if chain["beat"] == source]
    return found


def _story_beats(inputs: WriteStoryInputs, reading: Reading) -> dict[str, list[list[str]]]:
    """The genre that the prompt calls most, its parts laid over the template's beats."""
    file = cast(dict[str, Any], copy_file("stories"))
    text = reading.prompt.lower()
    called = {
        genre: sum(bool(re.search(rf"\b{word}\b", text)) for word in entry["words"]) for genre, entry in file.items()
    }
    genre = max(called, key=lambda name: called[name])
    chosen = file[genre if called[genre] else "life"]
    beats = inputs.template.beats
    parts = [_STORY_PARTS[round(index * 3 / max(1, len(beats) - 1))] for index in range(len(beats))]
    return {beat.name: [list(chosen[part])] for beat, part in zip(beats, parts, strict=True)}


def _slots(inputs: WriteStoryInputs, reading: Reading, dice: random.Random) -> dict[str, str]:
    facts = reading.facts
    senses, pains, joys = list(facts["senses"]), list(facts["pains"]), list(facts["joys"])
    for words in (senses, pains, joys):
        dice.shuffle(words)
    found = {"name": reading.name, "act": str(facts["act"]), "hero": reading.hero, "proof": _proof(reading)}
    for name, words in (("sense", senses), ("pain", pains), ("joy", joys)):
        found |= {f"{name}{number}": words[(number - 1) % len(words)] for number in (1, 2, 3)}
    return found


def _proof(reading: Reading) -> str:
    """The brief's own number, or none at all."""
    for number in reading.numbers:
        if re.search(r"[a-z]{3,}", number):
            return sentence(re.sub(r"(\d)M\b", r"\1 million", number))
    return "Then someone showed me."


def _filled(chain: list[str], slots: dict[str, str]) -> list[str]:
    """Sentences with their slots filled; a capital slot or the start of a sentence takes a capital."""
    return [_fill(line, slots) for line in chain]


def _fill(line: str, slots: dict[str, str]) -> str:
    def replace(match: re.Match[str]) -> str:
        name = match.group(1)
        value = slots[name.lower()]
        if name[0].isupper():
            return capitalised(value)
        # Names keep their capitals; phrases from the lists take a small letter inside a sentence.
        return value if name in ("name", "hero", "proof") else uncapitalised(value)

    filled = re.sub(r"\{(\w+)\}", replace, line)
    filled = re.sub(r"([.!?])\.", r"\1", filled)
    return re.sub(r"(^|[.!?] )([a-z])", lambda match: match.group(1) + match.group(2).upper(), filled)


def _closing_words(last: PlannedShot) -> int:
    """A closing line may be spoken a little denser than the rest: the promise is worth it."""
    return int((last.duration_s - 0.7) * 2.5)


def _closer(reading: Reading, most: int, dice: random.Random) -> list[str]:
    """Closing lines from the fullest to the shortest; every one ends with the product, or is the story's last word."""
    if reading.is_story:
        return []
    short = sentence(reading.call or reading.name)
    closers = [sentence(reading.sign_off)] if reading.sign_off else []
    if not closers and reading.brand and reading.noun_phrase not in (reading.brand.lower(), "idea"):
        article = "The " if reading.is_countable else ""
        closers.append(f"{reading.brand}. {capitalised(article + reading.noun_phrase)}.")
    if not closers and not reading.call:
        closers.append(
            sentence(
                dice.choice(("meet {}" if reading.is_countable else "simply {}", "this is {}")).format(reading.name)
            )
        )
    fitting = [line for line in closers if word_count(line) <= most]
    return [*fitting, short]


def _laid(plan: tuple[PlannedShot, ...], chains: list[list[list[str]]], closers: list[str]) -> list[str]:
    """Sentences laid into the shots in order, each used once, the close kept for the last shot."""
    # What the close says is not said before it.
    used = {_key(part) for part in re.split(r"(?<=[.!?])\s+", closers[0])} if closers else set[str]()
    lines: list[str] = []
    for index, (slot, chain) in enumerate(zip(plan, chains, strict=True)):
        last = index == len(plan) - 1
        closer = closers[0] if closers and last else ""
        ahead = sum(1 for later in plan[index + 1 :] if later.beat == slot.beat)
        room = slot.max_words - word_count(closer)
        said = _drawn(chain, room, used, ahead)
        lines.append(" ".join([*said, closer] if closer else said))
        used.update(_key(sentence_) for sentence_ in said)
    return lines


def _drawn(strategies: list[list[str]], room: int, used: set[str], ahead: int) -> list[str]:
    """The next sentences that fit. Chains are told in order; one whose next sentence does not fit gives way."""
    begun = sorted(strategies, key=lambda chain: not any(_key(line) in used for line in chain))
    for chain in begun:
        rest = _unsaid(chain, used)
        said = _taken(rest, room, ahead)
        if said:
            return said
    # Nothing continues a chain in so little room: any fresh sentence that fits will do.
    fresh = [line for chain in strategies for line in chain if _key(line) not in used and word_count(line) <= room]
    return fresh[:1]


def _unsaid(chain: list[str], used: set[str]) -> list[str]:
    """What follows the last sentence of the chain that was spoken."""
    spoken = [index for index, line in enumerate(chain) if _key(line) in used]
    return [line for line in chain[max(spoken, default=-1) + 1 :] if _key(line) not in used]


def _taken(rest: list[str], room: int, ahead: int) -> list[str]:
    said: list[str] = []
    for line in rest:
        words = word_count(" ".join(said))
        if words + word_count(line) > room:
            break
        if said and (len(rest) - len(said) <= ahead or words >= room * 0.6):
            break
        said.append(line)
    return said


def _key(line: str) -> str:
    return re.sub(r"\W+", " ", line.lower()).strip()
