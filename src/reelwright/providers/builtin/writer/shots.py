"""Stage 2: what is filmed, how it is lit and framed."""

from typing import Any

from reelwright.film.shot import Angle, Framing, Lighting, Movement
from reelwright.film.writing import BreakIntoShotsInputs, PlannedShot, ShotDraft, ShotsDraft
from reelwright.providers.builtin.writer.actions import action_of, place_of, time_of
from reelwright.providers.builtin.writer.analyse import Reading, analyse
from reelwright.providers.builtin.writer.words import lexicon

_FALLBACK_ORDER = (
    "prepare",
    "use",
    "window",
    "hands_product",
    "walk",
    "use_wide",
    "relief",
    "share",
    "hero_near",
    "face",
    "hands",
    "hero",
    "place",
    "determined",
)

_LIE_FLAT = ("coffee", "food", "pizza", "app", "training", "chocolate")
"""What is made ready on a table and looks best from above."""


def draft_shots(inputs: BreakIntoShotsInputs, seed: int) -> ShotsDraft:
    """One draft per planned shot: no action twice, neighbours unlike in size and content."""
    reading = analyse(inputs.prompt)
    blocking = lexicon("blocking")
    used: list[str] = []
    drafts: list[ShotDraft] = []
    for index, slot in enumerate(inputs.plan):
        archetype = _archetype(slot, index, inputs, reading, blocking, used)
        used.append(archetype)
        drafts.append(_draft(slot, index, blocking["archetype"][archetype], inputs, reading))
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
    slot: PlannedShot, index: int, way: dict[str, Any], inputs: BreakIntoShotsInputs, reading: Reading
) -> ShotDraft:
    sets = lexicon("sets")
    place = place_of(reading, way, inputs.template)
    time = time_of(reading, inputs, index)
    framing, angle, movement = way["camera"]
    if way is lexicon("blocking")["archetype"]["prepare"] and reading.kind in _LIE_FLAT:
        angle = "top"
    spot = sets["place"][place]
    where = str(spot["where"]).removeprefix("the ").upper()
    depth = "deep focus" if framing in ("wide", "extreme wide") else "shallow depth of field"
    return ShotDraft(
        action_description=action_of(str(way["action"]), spot, time, inputs, reading),
        scene_heading=f"{'EXT' if spot['outside'] else 'INT'}. {where} - {time.upper()}",
        framing=Framing(framing),
        angle=Angle(angle),
        movement=Movement(movement),
        lens_note=f"{sets['lenses'][framing]} lens, {depth}",
        lighting=Lighting.model_validate(sets["light"][time]),
        emotional_tone=str(way["tone"]),
        character_visible="person" in way["sees"],
        product_visible="product" in way["sees"],
    )
