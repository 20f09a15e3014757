"""What happens in films that tell a story: deeds from the prompt's own verbs, objects and world."""

import re
from typing import Any

from reelwright.providers.builtin.writer.analyse import Reading
from reelwright.providers.builtin.writer.where import Spot
from reelwright.providers.builtin.writer.words import capitalised, found, lexicon

PARTS = ("opening", "complication", "turn", "close")
_SHIFTS = (
    "in|into|on|at|across|through|under|over|behind|beside|near|and|who|that|while|as|before|after|for|to|from|with"
)
_OBJECT = re.compile(
    r"\b(?:finds?|discovers?|sees?|spots?|meets?|watches|watching|finding|notices|searches for|searching for|looks for|"
    r"looking for|hunts|follows|following|chases|chasing)\s+((?:an?|the|his|her|their|one|two)\s+.+?)"
    rf"(?=\s+(?:{_SHIFTS})\b|[,.;!?]|$)",
    re.IGNORECASE,
)
_MOST_OBJECT_WORDS = 5


def scene_of(reading: Reading) -> dict[str, Any]:
    """The prompt itself as the first deed, in the present."""
    text = reading.spoken.rstrip(".!")
    hero = reading.hero.removeprefix("the ")
    text = re.sub(rf"({re.escape(hero)}) (\w+ing)\b", r"\1 is \2", text, count=1, flags=re.IGNORECASE)
    cameras = ["wide, eye level, push-in", "extreme wide, eye level, push-in"]
    told = " ".join(capitalised(text).split()[:40]).replace("{", "").replace("}", "")
    if hero == "somebody":
        # A brief that names nothing is no scene.
        told = "{hero} stands still and looks up into the light"
    return {"do": f"{told}{thing_scene(reading)}.", "camera": cameras, "tone": "quiet"}


def thing_scene(reading: Reading) -> str:
    """What the first thing of a story that is handled shows in its opening scene; may be empty."""
    things = lexicon("deeds")["thing"]
    return next((str(things[name].get("scene", "")) for name in _called(reading.prompt, things)), "")


def thing_goes_on(reading: Reading) -> str:
    """What is still to be seen of the thing of a story while its hero does something else; may be empty."""
    things = lexicon("deeds")["thing"]
    own = next((str(things[name].get("goes_on", "")) for name in _called(reading.prompt, things)), "")
    beside: dict[str, str] = lexicon("deeds")["beside"]
    near = found(reading.prompt.removeprefix(reading.hero), beside)
    if own or not near or near[0] in reading.hero.lower() or _LOST.search(reading.prompt):
        return own
    return beside[near[0]]


def object_of(reading: Reading) -> str:
    """What the story's hero finds, sees or looks for, with its article; empty where the prompt names nothing."""
    match = _OBJECT.search(reading.spoken)
    words = re.sub(r"\b(?:lost|missing|stolen|hidden)\s+", "", match.group(1)).split() if match else []
    return " ".join(words) if 1 < len(words) <= _MOST_OBJECT_WORDS else ""


def held_of(reading: Reading) -> str:
    """What the story's people have in their hands, with ``the``; empty where the prompt names nothing of the kind."""
    words = found(reading.prompt, lexicon("deeds")["held"]["words"]) if reading.is_story else []
    return f"the {words[0]}" if words else ""


_LOST = re.compile(r"\b(?:lost|missing|stolen|hidden)\b", re.IGNORECASE)

_INDOORS = re.compile(r"\b(?:window|pane|drawer|curtains?|desk|room|wall|floor|door(?! of the yurt))\b")

_ON_STAGE = re.compile(r"\b(?:in the wings|before the crowd)\b")
_OUTDOORS = re.compile(r"\b(?:horizon|sky|skies|wind|rise|ground|dust rising)\b")


def own_deeds(reading: Reading, spot: Spot, part: str) -> list[dict[str, Any]]:
    """Deeds for a part of the story that its own verbs and its world call for, the verbs first."""
    table = lexicon("deeds")
    # What is told of a thing ("a watch that runs backwards") is not the hero's deed.
    heros = re.sub(r"\b(?:that|which|whose)\b.*", "", reading.prompt)
    things = [table["thing"][name] for name in _called(heros, table["thing"])[:1]]
    if held_of(reading) and not (part == "complication" and _LOST.search(reading.prompt)):
        things.append(table["held"])
    shown = [deed | {"thing": True} for source in things for deed in source.get(part, ())]
    hidden = {name for source in things for name in source.get("instead", ())}
    called = [table["verb"][name] for name in _called(heros, table["verb"]) if name not in hidden]
    worlds = [table["genre"][name] for name in _called(reading.prompt, table["genre"])[:2]]
    deeds = [*shown, *(deed for source in (*called, *worlds) for deed in source.get(part, ()))]
    elsewhere = _INDOORS if spot.outside else _OUTDOORS
    deeds = [deed for deed in deeds if not elsewhere.search(deed["do"])]
    if spot.slug != "stage":
        deeds = [deed for deed in deeds if not _ON_STAGE.search(deed["do"])]
    return [deed for deed in deeds if object_of(reading) or "{object}" not in deed["do"]]


def anybodys_deeds(spot: Spot, part: str) -> list[dict[str, Any]]:
    """Deeds for a part of any story, inside or outside."""
    return list(lexicon("deeds")["general"]["outside" if spot.outside else "inside"].get(part, ()))


def _called(prompt: str, entries: dict[str, dict[str, Any]]) -> list[str]:
    """Entries whose words the prompt names, in its order."""
    owner = {word: name for name, entry in reversed(list(entries.items())) for word in entry["words"]}
    return list(dict.fromkeys(owner[word] for word in found(prompt, owner)))
