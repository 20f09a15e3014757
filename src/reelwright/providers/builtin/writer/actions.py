"""What happens in a shot, where and at what time: the blocking's sentences filled from brief and product."""

import re
from typing import Any

from reelwright.film.writing import BreakIntoShotsInputs
from reelwright.providers.builtin.writer.analyse import Reading
from reelwright.providers.builtin.writer.casting import pronouns
from reelwright.providers.builtin.writer.words import capitalised, found, lexicon, uncapitalised

_TELLTALES = {
    "mountain": "mountain", "ridge": "mountain", "street": "street", "sofa": "living_room", "hallway": "living_room",
    "desk": "office", "fridge": "kitchen", "counter": "kitchen", "kitchen": "kitchen", "mirror": "bathroom",
    "rail": "bedroom", "traffic": "street", "armchair": "living_room", "bedroom": "bedroom", "stone step": "street",
}  # fmt: skip
"""Things in an action that say where it plays."""
_STORY_PLACES = (
    "steppe", "desert", "village", "lighthouse", "garden", "meadow", "farm", "office", "forest", "beach", "mountain",
    "mountains", "city", "street", "attic", "castle", "train", "harbour", "kitchen", "library", "sea", "island", "snow",
)  # fmt: skip
_HOMELY = ("problem-agitate-solve",)


def place_of(reading: Reading, way: dict[str, Any], template: str) -> str:
    """Where the action says it plays, else where the brief says, else where the product lives."""
    said = str(way["action"])
    for text in ("trouble", "use"):
        said = said.replace(f"{{{text}}}", str(reading.facts[text]))
    words = found(said, _TELLTALES)
    if words:
        return _TELLTALES[words[0]]
    if reading.place:
        return reading.place
    if reading.is_story:
        return "field"
    home = str(reading.facts["place"])
    return "living_room" if template in _HOMELY and home == "street" else home


def time_of(reading: Reading, inputs: BreakIntoShotsInputs, index: int) -> str:
    """A time the brief states holds, moving at most a little; else the light moves with the beats."""
    arcs: dict[str, list[str]] = lexicon("sets")["arcs"]
    if reading.time:
        arc = arcs.get(f"stated {reading.time}", [reading.time])
    elif reading.is_story:
        arc = arcs["stated golden hour"]
    else:
        arc = arcs.get(inputs.template, [str(reading.facts["time"])])
        if reading.facts["place"] == "studio":
            arc = [str(reading.facts["time"])]
    return arc[min(len(arc) - 1, round(index * (len(arc) - 1) / max(1, len(inputs.plan) - 1)))]


def action_of(template: str, spot: dict[str, Any], time: str, inputs: BreakIntoShotsInputs, reading: Reading) -> str:
    """The blocking's sentence with person, product and place filled in."""
    who, pronoun = pronouns(inputs.story.subject.character_description)
    facts = reading.facts
    thing = str(lexicon("sets")["things"].get(reading.kind) or reading.noun_phrase.split()[-1])
    where = _story_place(reading, str(spot["where"]))
    plain = f"A hand sets the {thing} down on {spot['surface']} and lets go, light crossing it."
    words = {
        "she": who,
        "her": "her" if pronoun == "she" else "his",
        "hero": capitalised(reading.hero) if reading.hero else who,
        "hero_mid": reading.hero or uncapitalised(who),
        "onward": _onward(reading, where, outside=bool(spot["outside"])),
        "place": where,
        "surface": spot["surface"],
        "place_line": spot["view"],
        "thing": thing,
        "detail": str(facts["detail"]).format(noun=thing),
        "prepare": facts.get("prepare", plain),
        "use": str(facts["use"]).format(she=who, noun=thing),
        "trouble": str(facts["trouble"]).format(she=who),
        "mount": _mount(reading),
        "scene": _scene(reading),
        "last_light": _last_light(time),
    }
    text = _natural(template.format(**words), thing)
    text = capitalised(_with_dog(text) if reading.kind == "pet" else text)
    return text if pronoun == "she" else re.sub(r"\bher\b", "his", text)


_LARGE = ("car", "bicycle", "bike", "scooter", "sofa", "chair", "armchair", "mattress", "bed")
"""What nobody holds: people stand beside it."""
_OPEN = r"mountain trail|steppe|city street|street|beach|mountains?|island|sea|farm"


def _natural(text: str, thing: str) -> str:
    """The sentence with the preposition its place asks for, and nobody carrying a car."""
    text = re.sub(rf"\bin the ({_OPEN})\b(?! light| lights)", r"on the \1", text)
    if thing not in _LARGE:
        return text
    text = re.sub(rf"\bholds the {thing}\b(?: in both hands)?", f"stands beside the {thing}", text)
    text = re.sub(rf", holding (?:it|the {thing}) in both hands above [^.]+", ", one hand on it", text)
    return re.sub(rf"\bholding the {thing}\b", f"past the {thing}", text)


def _with_dog(text: str) -> str:
    """A film for a dog shows it."""
    for plain, own in (
        ("beside a friend", "beside the dog"),
        ("stands still in", "stands still beside the dog in"),
        ("smiles into the lens", "smiles, the dog at {her} side"),
        (", both smiling", ", smiling"),
        (", both laughing", ", laughing"),
    ):
        text = text.replace(plain, own.replace("{her}", "her"))
    return text


def _story_place(reading: Reading, where: str) -> str:
    """The story's own word for its place."""
    own = found(reading.prompt, _STORY_PLACES) if reading.is_story else []
    return f"the {own[0]}" if own else where


def _rides(reading: Reading) -> bool:
    return bool(re.search(r"\b(riding|rides|horse|horseback)\b", reading.prompt.lower()))


def _mount(reading: Reading) -> str:
    """The horse of a rider who stands."""
    return ", the horse waiting near" if _rides(reading) else ""


def _onward(reading: Reading, where: str, *, outside: bool) -> str:
    if _rides(reading):
        return f"rides on through {where} against the wind, leaning forward, dust rising behind"
    if outside:
        return f"walks on through {where} against the wind, leaning forward, coat moving"
    return f"walks through {where} and opens one drawer after another, paper sliding to the floor"


def _scene(reading: Reading) -> str:
    """The prompt itself, as an action in the present."""
    text = reading.spoken.rstrip(".!")
    hero = reading.hero.removeprefix("the ")
    text = re.sub(rf"({re.escape(hero)}) (\w+ing)\b", r"\1 is \2", text, count=1, flags=re.IGNORECASE)
    return " ".join(capitalised(text).split()[:40]) + "."


def _last_light(time: str) -> str:
    lights = {
        "night": "the last lamp still glowing",
        "dawn": "first light on the ground",
        "morning": "morning light on the ground",
        "day": "clear light on the ground",
    }
    return lights.get(time, "the last low sun behind")
