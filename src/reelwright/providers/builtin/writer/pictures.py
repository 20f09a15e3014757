"""Stage 3: what stands in the first, the strongest and the last instant of each shot."""

from reelwright.film.shot import Movement, Shot
from reelwright.film.writing import PictureDraft, PicturesDraft, SpecifyPicturesInputs
from reelwright.providers.builtin.writer.words import uncapitalised

_STARTS = {
    Movement.PUSH_IN: "the subject still at a distance, space around it",
    Movement.PULL_OUT: "the subject near, filling most of the picture",
    Movement.TILT_UP: "the lower part of the scene, the view about to rise",
    Movement.DOLLY_LEFT: "the subject at the left third, foreground edge close by",
    Movement.DOLLY_RIGHT: "the subject at the right third, foreground edge close by",
}
_ENDS = {
    Movement.PUSH_IN: "the subject near and centred, background falling into blur",
    Movement.PULL_OUT: "the subject small in the opened space",
    Movement.TILT_UP: "the view risen to the light above",
    Movement.DOLLY_LEFT: "the subject at the right third, the foreground gone by",
    Movement.DOLLY_RIGHT: "the subject at the left third, the foreground gone by",
}


def draft_pictures(inputs: SpecifyPicturesInputs) -> PicturesDraft:
    """The pictures of the given shots."""
    return PicturesDraft(shots=tuple(_draft(shot) for shot in inputs.shots))


def _draft(shot: Shot) -> PictureDraft:
    action = shot.action_description.rstrip(".")
    start = _STARTS.get(shot.camera.movement, "the action about to begin, everything still")
    end = _ENDS.get(shot.camera.movement, "the action completed, a held breath after it")
    return PictureDraft(
        number=shot.number,
        image=f"{action}, at its strongest instant.",
        start=f"{action}; {start}.",
        end=f"{action}; {end}.",
        motion=_life(shot, uncapitalised(action)),
    )


def _life(shot: Shot, action: str) -> str:
    if shot.presence.character_visible:
        return "small natural movements of breath, eyes and hands"
    return "light travels slowly over the surfaces" if shot.presence.product_visible else "light and air move slowly"
