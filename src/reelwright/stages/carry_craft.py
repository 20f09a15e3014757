"""What an enhanced hero frame changes in its shot: camera, light and stock of all its pictures, and the motion."""

from reelwright.film.craft import Enhancement, PromptChange, PromptField
from reelwright.film.shot import Shot
from reelwright.film.story import ConsistencyMarkers, Story
from reelwright.stages.prompt_pieces import carried, composed, take_apart

_OTHERS = (PromptField.START, PromptField.END)


def changes_of(
    made: Enhancement, shot: Shot, story: Story | None, markers: ConsistencyMarkers | None, motion: str
) -> tuple[PromptChange, ...]:
    """The changes that accepting an enhancement makes; prompts that the shot does not have stay without.

    Args:
        made: The enhancement; its best round must be better than the original.
        shot: Its shot.
        story: The film's story, with the subject's descriptions.
        markers: What the film's pictures share.
        motion: The new motion prompt; empty leaves it.
    """
    best = made.best
    if best is None:
        return ()
    before = made.original_critique.score if made.original_critique else 0.0
    scored = f"{before:g} -> {best.critique.score:g} by {best.critique.critic} in round {best.number}"
    new = {PromptField.IMAGE: (best.prompt, scored)}
    subject = story.subject if story else None
    descriptions = (subject.character_description, subject.product_description) if subject else ()
    for field in _OTHERS:
        old = str(getattr(shot.prompts, field))
        if old:
            pieces = take_apart(old, descriptions, markers.style if markers else "")
            new[field] = (
                composed(carried(best.parts, pieces.picture), pieces),
                "the hero frame's camera, light and stock",
            )
    if motion and shot.prompts.motion_prompt:
        new[PromptField.MOTION] = (motion, "grows out of the enhanced hero frame")
    return tuple(
        PromptChange(
            shot_id=shot.id,
            field=field,
            old=str(getattr(shot.prompts, field)),
            new=text,
            reason=reason,
            source="enhancement",
        )
        for field, (text, reason) in new.items()
        if text != getattr(shot.prompts, field)
    )
