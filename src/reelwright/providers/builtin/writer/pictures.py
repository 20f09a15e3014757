"""Stage 3: the first, the strongest and the last instant of each shot: before, in and after its action."""

from typing import Any

from reelwright.film.shot import Shot
from reelwright.film.writing import PictureDraft, SpecifyPictureInputs, strongest_instant
from reelwright.providers.builtin.writer.casting import pronouns
from reelwright.providers.builtin.writer.words import capitalised, lexicon, uncapitalised


def draft_picture(inputs: SpecifyPictureInputs) -> PictureDraft:
    """The pictures of a shot."""
    who, _ = pronouns(inputs.story.subject.character_description)
    shot = inputs.shot
    start, end, motion = phases(shot, uncapitalised(who))
    camera: dict[str, str] = lexicon("phases")["camera"][shot.camera.movement.value.replace(" ", "-")]
    return PictureDraft(
        image=strongest_instant(shot.action_description),
        start=f"{start}; {camera['start']}",
        end=f"{end}; {camera['end']}",
        motion=capitalised(motion),
    )


def phases(shot: Shot, who: str) -> tuple[str, str, str]:
    """Before, after and the movement between: of the person, else of the product, else of the place."""
    phases = lexicon("phases")
    people, product = shot.staging.people, shot.staging.product
    found: dict[str, Any] | None = None
    if people:
        found = phases["action"].get(people[0].action)
    if found is None and product:
        found = phases["product_action"].get(shot.staging.product_action)
    if found is None:
        kind = "person" if people else "product" if product else "place"
        start, end, motion = phases["alone"][kind]
        found = {"start": start, "end": end, "motion": motion}
    thing = product.shape.replace("_", " ") if product and product.shape != "generic" else "product"
    return tuple(str(found[key]).format(who=who, thing=thing) for key in ("start", "end", "motion"))  # type: ignore[return-value]
