"""Stage 2: what is filmed, how it is lit and framed."""

import random
import re
from typing import Any

from reelwright.film.shot import Angle, Framing, Lighting, Movement
from reelwright.film.writing import BreakIntoShotsInputs, PlannedShot, ShotDraft, ShotsDraft
from reelwright.providers.builtin.writer.analyse import Reading, analyse
from reelwright.providers.builtin.writer.casting import pronouns
from reelwright.providers.builtin.writer.words import capitalised, lexicon, uncapitalised

_PLACES: dict[str, tuple[str, str, str]] = {
    # where, on what, and the empty place as an establishing view
    "kitchen": ("the kitchen", "the wooden kitchen counter", "The kitchen lies still, chairs pushed in, light crossing the wooden counter and an empty bowl."),
    "living_room": ("the living room", "the low wooden table", "The living room lies still, a lamp glowing beside the sofa, books and a plant in soft shadow."),
    "office": ("the office", "the desk", "The office lies still before work, papers on the desk, light through the blinds."),
    "street": ("the city street", "the stone step", "The city street lies nearly empty, wet asphalt mirroring the lights, a bicycle against a wall."),
    "studio": ("the dark studio", "black lacquer", "A dark studio set lies empty, a heavy curtain at the side, dust motes turning in a single beam of light."),
    "cafe": ("the cafe", "the small marble table", "The cafe is nearly empty, chairs along the window, candles on small tables, bokeh beyond the glass."),
    "gym": ("the gym", "the wooden bench", "The gym lies still, dumbbells in a row, a towel over the bench, light from above."),
    "mountain": ("the mountain trail", "a flat rock", "The mountain rises above a line of fog, a thin trail climbing towards the ridge."),
    "beach": ("the beach", "a weathered plank", "The beach lies open, slow waves folding on the sand, a path leading down to the water."),
    "field": ("the open field", "a wooden fence", "The field runs to the horizon, grass bending in long waves under a wide sky."),
    "forest": ("the forest", "a mossy trunk", "The forest stands still, shafts of light between the trunks, mist close to the ground."),
    "bedroom": ("the bedroom", "the bedside table", "The bedroom lies still, curtains breathing in the window, sheets folded back."),
    "bathroom": ("the bathroom", "pale stone", "The bathroom lies still, a folded towel beside the mirror, soft light on pale stone."),
    "shop": ("the shop", "the counter", "The shop is just opening, shelves in order, light crossing the floor from the window."),
}  # fmt: skip
_OUTSIDE = {"street", "mountain", "beach", "field", "forest"}
_ARCS: dict[str, tuple[str, ...]] = {
    "problem-agitate-solve": ("dusk", "night", "morning", "golden hour"),
    "before-after-bridge": ("dusk", "morning", "dawn", "golden hour"),
    "heros-journey": ("dawn", "day", "morning", "golden hour"),
    "social-proof": ("day", "morning", "golden hour", "dusk"),
    "emotional-arc": ("dawn", "dawn", "morning", "golden hour"),
}
_LIGHTS: dict[str, tuple[str, str, str]] = {
    "dawn": ("low window light from the left, long soft shadows", "tender", "warm 3400 K against blue shadow"),
    "morning": ("clear window light from the left", "fresh", "soft daylight 5000 K"),
    "day": ("broad daylight, soft fill", "open", "neutral daylight 5600 K"),
    "golden hour": ("low sun as backlight, rim light on edges", "glowing", "golden 3000 K"),
    "dusk": ("fading sky light with one warm lamp from the right", "intimate", "blue 7000 K with a 2700 K lamp"),
    "night": ("a single spotlight from above in deep shadow", "hushed", "warm 2800 K on black"),
}
_THINGS: dict[str, str] = {"coffee": "mug", "perfume": "flacon", "chocolate": "chocolate bar", "food": "plate", "drink": "bottle", "skincare": "jar", "lipstick": "lipstick", "app": "phone", "phone": "smartphone", "laptop": "laptop", "headphones": "headphones", "watch": "watch", "shoes": "shoes", "training": "phone", "fashion": "bag", "car": "car", "home": "jar", "travel": "bag", "book": "book", "pet": "tin", "baby": "box", "service": "laptop", "generic": "box"}  # fmt: skip
_FALLBACK_ORDER = ("prepare", "use", "window", "hero", "relief", "walk")
_LENSES = {"insert": "100 mm macro", "extreme close-up": "100 mm macro", "close-up": "85 mm", "medium close-up": "65 mm", "medium": "50 mm", "medium wide": "40 mm", "wide": "28 mm", "extreme wide": "21 mm"}  # fmt: skip


def draft_shots(inputs: BreakIntoShotsInputs, seed: int) -> ShotsDraft:
    """One draft per planned shot: no action twice, neighbours unlike in size and content."""
    reading = analyse(inputs.prompt)
    blocking = lexicon("blocking")
    dice = random.Random(f"shots {seed} {inputs.prompt}")
    used: list[str] = []
    drafts: list[ShotDraft] = []
    for index, slot in enumerate(inputs.plan):
        archetype = _archetype(slot, index, inputs, reading, blocking, used)
        used.append(archetype)
        drafts.append(_draft(slot, index, blocking["archetype"][archetype], inputs, reading, dice))
    return ShotsDraft(shots=tuple(drafts))


def _archetype(
    slot: PlannedShot,
    index: int,
    inputs: BreakIntoShotsInputs,
    reading: Reading,
    blocking: dict[str, Any],
    used: list[str],
) -> str:
    """The first way of shooting the beat that is allowed here and was not used lately."""
    names = _beat_ways(slot, index, len(inputs.plan), reading, blocking)
    if slot.parts > 1 and slot.carries_call and not reading.is_story:
        names = ["hero_person", *names]
    if not reading.is_story:
        names = [*names, *_FALLBACK_ORDER]
    ways = blocking["archetype"]
    allowed = [name for name in names if _is_allowed(ways[name]["sees"], slot)] or names
    if slot.carries_call and slot.parts > 1 and not reading.is_story:
        allowed = ["hero", *allowed]
    recent = used[-8:]
    fresh = [name for name in allowed if name not in used] or [name for name in allowed if name not in recent[-3:]]
    return (fresh or allowed)[0]


def _beat_ways(slot: PlannedShot, index: int, count: int, reading: Reading, blocking: dict[str, Any]) -> list[str]:
    if reading.is_story:
        part = ("opening", "complication", "turn", "close")[min(3, round(index * 3 / max(1, count - 1)))]
        others = [name for ways in blocking["story"].values() for name in ways]
        return [*blocking["story"][part], *others]
    known = blocking["beats"].get(slot.beat)
    position = "opening" if index == 0 else "closing" if index == count - 1 else "middle"
    return list(known or blocking["fallback"][position])


def _is_allowed(sees: list[str], slot: PlannedShot) -> bool:
    if slot.product == "hidden":
        return "product" not in sees
    return "product" in sees if slot.product == "first" or slot.carries_call else True


def _draft(
    slot: PlannedShot,
    index: int,
    way: dict[str, Any],
    inputs: BreakIntoShotsInputs,
    reading: Reading,
    dice: random.Random,
) -> ShotDraft:
    place = _place(reading, way)
    time = _time(reading, inputs, index)
    framing, angle, movement = way["camera"]
    setup, mood, temperature = _LIGHTS[time]
    action = _action(str(way["action"]), place, time, inputs, reading)
    where = _PLACES[place][0].removeprefix("the ")
    return ShotDraft(
        action_description=action,
        scene_heading=f"{'EXT' if place in _OUTSIDE else 'INT'}. {where.upper()} - {time.upper()}",
        framing=Framing(framing),
        angle=Angle(angle),
        movement=Movement(movement),
        lens_note=f"{_LENSES[framing]} lens, shallow depth of field"
        if framing not in ("wide", "extreme wide")
        else f"{_LENSES[framing]} lens, deep focus",
        lighting=Lighting(setup=setup, mood=mood, color_temperature=temperature),
        emotional_tone=str(way["tone"]),
        character_visible="person" in way["sees"],
        product_visible="product" in way["sees"],
    )


def _place(reading: Reading, way: dict[str, Any]) -> str:
    """Where the action says it plays, else where the brief says, else where the product lives."""
    said = str(way["action"])
    for word, place in (("mountain", "mountain"), ("ridge", "mountain"), ("street", "street")):
        if word in said:
            return place
    if reading.place:
        return reading.place
    return "field" if reading.is_story else str(reading.facts["place"])


def _time(reading: Reading, inputs: BreakIntoShotsInputs, index: int) -> str:
    """A time the brief states holds; else the light moves with the beats."""
    if reading.time:
        return reading.time
    if reading.is_story:
        return ("day", "golden hour", "golden hour", "dusk")[min(3, round(index * 3 / max(1, len(inputs.plan) - 1)))]
    arc = _ARCS.get(inputs.template)
    if arc is None or reading.facts["place"] == "studio":
        return str(reading.facts["time"])
    return arc[min(len(arc) - 1, round(index * (len(arc) - 1) / max(1, len(inputs.plan) - 1)))]


def _action(template: str, place: str, time: str, inputs: BreakIntoShotsInputs, reading: Reading) -> str:
    who, pronoun = pronouns(inputs.story.subject.character_description)
    where, surface, line = _PLACES[place]
    facts = reading.facts
    hero = capitalised(reading.hero) if reading.hero else who
    words = {
        "she": who,
        "her": "her" if pronoun == "she" else "his",
        "hero": hero,
        "hero_mid": reading.hero or uncapitalised(who),
        "onward": "rides on" if re.search(r"\b(riding|rides|horse)\b", reading.prompt) else "moves on",
        "place": _story_place(reading, where),
        "surface": surface,
        "place_line": line,
        "thing": _THINGS[reading.kind],
        "detail": str(facts["detail"]),
        "prepare": str(
            facts.get(
                "prepare", f"A hand sets the {_THINGS[reading.kind]} down on {surface} and lets go, light crossing it."
            )
        ),
        "use": str(facts["use"]).format(she=who),
        "trouble": str(facts["trouble"]).format(she=who),
        "scene": _scene(reading),
        "last_light": _last_light(time),
    }
    return _agreeing(capitalised(template.format(**words)), pronoun)


def _story_place(reading: Reading, where: str) -> str:
    """The story's own word for its place."""
    match = re.search(
        r"\b(steppe|desert|village|lighthouse|garden|meadow|farm|office|forest|beach|mountains?|city|street)\b",
        reading.prompt.lower(),
    )
    return f"the {match.group(1)}" if match else where


def _scene(reading: Reading) -> str:
    """The prompt itself, as an action."""
    text = reading.prompt.strip().rstrip(".!")
    text = (
        re.sub(r"^(\S+(?: \S+){0,4}?) (\w+ing)\b", r"\1 is \2", text, count=1)
        if not re.search(r"\b\w+s\b", text.split(" ")[1] if " " in text else "")
        else text
    )
    return capitalised(text) + "."


def _last_light(time: str) -> str:
    return {
        "night": "the last lamp still glowing",
        "dawn": "first light on the ground",
        "morning": "morning light on the ground",
        "day": "clear light on the ground",
    }.get(time, "the last low sun behind")


def _agreeing(text: str, pronoun: str) -> str:
    return text if pronoun == "she" else re.sub(r"\bher reflection\b", "his reflection", text)
