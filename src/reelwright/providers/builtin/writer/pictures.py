"""Stage 3: the first, the strongest and the last instant of each shot: before, in and after its action."""

import re
from typing import Any

from reelwright.film.shot import Shot
from reelwright.film.writing import PictureDraft, PicturesDraft, SpecifyPicturesInputs
from reelwright.providers.builtin.writer.casting import pronouns
from reelwright.providers.builtin.writer.words import capitalised, lexicon, uncapitalised

_MOST_ACTION_WORDS = 26


def draft_pictures(inputs: SpecifyPicturesInputs) -> PicturesDraft:
    """The pictures of the given shots."""
    who, _ = pronouns(inputs.story.subject.character_description)
    return PicturesDraft(shots=tuple(_draft(shot, uncapitalised(who)) for shot in inputs.shots))


def _draft(shot: Shot, who: str) -> PictureDraft:
    action = " ".join(shot.action_description.rstrip(".").split()[:_MOST_ACTION_WORDS]).rstrip(",;:")
    start, end, motion = _phases(shot, who)
    camera: dict[str, str] = lexicon("phases")["camera"][shot.camera.movement.value.replace(" ", "-")]
    where = _where(shot)
    return PictureDraft(
        number=shot.number,
        image=f"{action}, at its strongest instant.",
        start=f"Just before the action{where}: {start}; {camera['start']}. What follows: {uncapitalised(action)}.",
        end=f"Just after the action{where}: {end}; {camera['end']}. What went before: {uncapitalised(action)}.",
        motion=capitalised(motion),
    )


def _phases(shot: Shot, who: str) -> tuple[str, str, str]:
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


def _where(shot: Shot) -> str:
    place = re.sub(r"^(INT|EXT)\. ", "", shot.scene_heading).split(" - ")[0].lower()
    return f" in the {place}" if place else ""
