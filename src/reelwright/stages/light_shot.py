"""Light and lens of a shot, worded in code by the time of day and the size; a writer may name the light's source."""

from reelwright.film.shot import Framing, Lighting
from reelwright.film.writing import ShotDraft
from reelwright.stages.lexicon import meaning, table

_DEEP = (Framing.WIDE, Framing.EXTREME_WIDE)


def lighting_of(draft: ShotDraft) -> Lighting:
    """The light of the time that the heading or the action names; the writer's own words for it win."""
    times = table("places")["times"]
    place, _, said = draft.heading.rpartition(" - ")
    time = meaning(said, times, "") or meaning(place, times, "") or meaning(draft.action, times, "day")
    usual = Lighting.model_validate(table("light")["times"][time])
    return usual.model_copy(update={"setup": draft.light.strip()}) if draft.light.strip() else usual


def lens_note(framing: Framing) -> str:
    """Focal length and depth of field."""
    depth = "deep focus" if framing in _DEEP else "shallow depth of field"
    return f"{table('light')['lenses'][framing.value]} lens, {depth}"
