"""What the head and the whole body do: settle, turn, look, nod, loosen, stretch, celebrate, slump, breathe."""

from dataclasses import replace

from reelwright.providers.builtin.artist.people.actions.action import (
    Action,
    Moment,
    Start,
    at_rest,
    free_arm,
    keyed,
    with_grip,
)
from reelwright.providers.builtin.artist.people.poses import pose_of
from reelwright.providers.builtin.artist.people.poses.pose import Arm


def _turn(progress: float, start: Start) -> Moment:
    """From profile, looking away, round to us."""
    side = Moment(replace(start.pose, tilt_degrees=0.0), start.grip, gaze="forward", turn=0.95)
    end = Moment(start.pose, start.grip, gaze="camera", expression=start.lifted, turn=min(start.turn, 0.3))
    return keyed((0, side), (1, end))(progress)


def _look_up(progress: float, start: Start) -> Moment:
    low = Moment(replace(start.pose, pitch=-0.6, tilt_degrees=-2.0, bob=-4.0), start.grip, gaze="down")
    happy = "awe" if start.expression == "awe" else start.lifted
    risen = replace(start.pose, pitch=0.65, tilt_degrees=5.0, bob=3.0)
    if start.grip is None and not start.pose.sits and start.bottom > _WHOLE_FIGURE:
        # From afar a face is not seen to look up: a hand over the brow is.
        low, risen = (
            replace(low, pose=replace(low.pose, bob=-8.0)),
            replace(risen, right=pose_of("shading_eyes", None).right),
        )
    high = Moment(risen, start.grip, gaze="up", expression=happy)
    return keyed((0, low), (1, high))(progress)


_WHOLE_FIGURE = 460.0
"""From so many points under the head in the frame on, a person is seen down to the legs."""


def _look_down(progress: float, start: Start) -> Moment:
    high = Moment(replace(at_rest(start), pitch=0.12, bob=3.0), start.grip, gaze="camera")
    low = Moment(replace(start.comes_to or start.pose, pitch=-0.5, tilt_degrees=-2.0), start.grip, gaze="down")
    return keyed((0, high), (1, low))(progress)


def _ponder(progress: float, start: Start) -> Moment:
    """A hand comes to the chin, the other arm carries its elbow."""
    if start.grip is not None:
        return _look_down(progress, start)
    doubt = pose_of("pondering", None)
    end = replace(start.pose, left=doubt.left, right=doubt.right, tilt_degrees=5.0, pitch=-0.14)
    return keyed((0, Moment(start.pose)), (1, Moment(end, gaze="down")))(progress)


def _nod(progress: float, start: Start) -> Moment:
    high = Moment(replace(start.pose, pitch=0.1), start.grip)
    happy = "smile" if start.lifted != "joy" else "joy"
    up = Moment(replace(start.pose, pitch=0.06), start.grip, expression=happy)
    low = Moment(replace(start.pose, pitch=-0.38), start.grip, expression=happy)
    return keyed((0, high), (0.3, up), (1, low))(progress)


def _shake_head(progress: float, start: Start) -> Moment:
    sad = "worried" if start.expression in ("neutral", "worried", "tired") else start.expression
    near = Moment(replace(start.pose, pitch=-0.12), start.grip, gaze="closed", expression=sad, turn=0.14)
    far = Moment(replace(start.pose, pitch=-0.12), start.grip, gaze="closed", expression=sad, turn=0.62)
    begin = Moment(replace(at_rest(start), bob=6.0), start.grip, expression=sad, turn=start.turn)
    return keyed((0, begin), (0.4, near), (1, far))(progress)


def _stretch(progress: float, start: Start) -> Moment:
    """Arms over the head, eyes closed, taller."""
    low, high = Moment(at_rest(start), start.grip, expression="tired"), max(-96.0, start.top + 72)
    left, right = free_arm(-1, (-78, high), "fist", -70), free_arm(1, (88, high - 6), "open", -108)
    pose = replace(start.pose, left=left, tilt_degrees=-5.0, pitch=0.15, bob=5.0)
    pose = replace(pose, right=right) if start.grip is None or start.grip.both else pose
    grip = None if start.grip is not None and start.grip.both else start.grip
    low = replace(low, grip=grip, pose=low.pose if grip is start.grip else at_rest(replace(start, grip=None)))
    # Wide on the way, or the hands would pass before the face.
    wide = replace(pose, left=free_arm(-1, (-196, 92), "relaxed", -150), bob=2.0)
    wide = replace(wide, right=free_arm(1, (200, 84), "relaxed", -30)) if pose.right.hand == "open" else wide
    return keyed(
        (0, low),
        (0.5, Moment(wide, grip, gaze="closed", expression="calm")),
        (1, Moment(pose, grip, gaze="closed", expression="smile")),
    )(progress)


def _loosen(progress: float, start: Start) -> Moment:
    """Shoulders rise with a breath and fall; the head rolls to one side and comes back easier."""
    begin = Moment(replace(at_rest(start), pitch=-0.25, bob=-6.0), start.grip)
    high = Moment(replace(start.pose, pitch=0.2, tilt_degrees=-4.0, bob=9.0), start.grip, gaze="closed")
    rolled = Moment(
        replace(start.pose, pitch=0.12, tilt_degrees=9.0, bob=-2.0), start.grip, gaze="closed", expression="calm"
    )
    easy = "joy" if start.expression == "joy" else "smile"
    end = Moment(replace(start.pose, pitch=0.05, tilt_degrees=-2.0, bob=-4.0), start.grip, expression=easy)
    return keyed((0, begin), (0.35, high), (0.7, rolled), (1, end))(progress)


def _celebrate(progress: float, start: Start) -> Moment:
    """Arms fly up and the whole person hops."""
    rest = at_rest(start)
    begin = Moment(replace(rest, pitch=-0.2, bob=0.0), start.grip)
    dip = Moment(replace(rest, pitch=-0.3, bob=-9.0), start.grip, expression="smile")
    high = max(-64.0, start.top + 84)
    left, right = free_arm(-1, (-142, high), "fist", -84), free_arm(1, (158, high - 8), "open", -78)
    up = replace(rest, left=left, right=right if start.grip is None else rest.right, pitch=0.25, tilt_degrees=-3.0)
    if start.grip is not None and start.grip.both:
        up = replace(rest, pitch=0.2, tilt_degrees=-6.0)
    top = Moment(replace(up, bob=16.0), start.grip, gaze="camera", expression="joy")
    end = Moment(up, start.grip, gaze="camera", expression="joy")
    return keyed((0, begin), (0.3, dip), (0.75, top), (1, end))(progress)


def _slump(progress: float, start: Start) -> Moment:
    """All tension goes: head and shoulders sink."""
    begin = Moment(replace(start.pose, pitch=0.08, bob=5.0), start.grip, gaze="camera", expression=start.expression)
    rest = start.comes_to or at_rest(start)
    low = replace(rest, pitch=-0.75, tilt_degrees=8.0, bob=-24.0, lean=-0.05)
    return keyed((0, begin), (1, Moment(low, start.grip, gaze="down", expression="tired")))(progress)


def _settle(progress: float, start: Start) -> Moment:
    """Of whom nothing else is told: looks aside with arms that hang, then comes into the pose and looks ahead."""
    aside = 0.7 if start.turn < _NEARLY_PROFILE else 0.1
    begin = replace(at_rest(start), pitch=-0.3, tilt_degrees=-2.0, bob=-4.0)
    end = replace(start.comes_to or start.pose, bob=2.0)
    if start.pose.sits:
        # The lap keeps the hands, so that the trunk has to tell it.
        begin = replace(begin, pitch=-0.5, bob=-14.0, lean=0.05)
    arms = replace(begin, left=end.left, right=end.right)
    return keyed(
        (0, Moment(begin, start.grip, gaze="down", turn=aside)),
        (0.6, Moment(replace(arms, pitch=-0.1), start.grip, turn=start.turn)),
        (1, Moment(end, start.grip, expression=start.expression, turn=start.turn)),
    )(progress)


_NEARLY_PROFILE = 0.45


def _row(progress: float, start: Start) -> Moment:
    """Hands and trunk go forward over the oars, then lean into the stroke."""
    rest = start.pose

    def pulling(out: float, y: float) -> tuple[Arm, Arm]:
        return free_arm(-1, (-out, y), "fist", 60), free_arm(1, (out, y), "fist", 120)

    far, near = pulling(52, 268), pulling(56, 276)
    low = replace(rest, left=far[0], right=far[1], pitch=-0.3, bob=-26.0, lean=0.05)
    high = replace(rest, left=near[0], right=near[1], pitch=0.1, bob=4.0, lean=-0.05)
    fore, back = Moment(low, gaze="down"), Moment(high, gaze="forward")
    return keyed((0, fore), (0.5, back), (1, replace(fore, gaze="forward")))(progress)


_SCENTED = (
    "bottle", "bouquet", "bowl", "box", "bread", "cake", "candle", "chocolate", "glass", "ice_cream", "jar", "lipstick",
    "mug", "perfume", "pizza", "plate", "tube", "flower",
)  # fmt: skip
"""What is smelled when it is held."""


def _breathe_in(progress: float, start: Start) -> Moment:
    """The chest rises, the eyes close, the face clears."""
    begin = Moment(replace(at_rest(start), pitch=-0.3, bob=-6.0), start.grip)
    ends = start.expression if start.expression in ("smile", "joy") else "calm"
    if ends != "calm":
        begin = replace(begin, expression="calm")
    if start.grip is not None and start.shape in _SCENTED:
        # What is held is smelled: its top comes under the nose.
        x, y = start.mouth
        across = 0.0 if start.grip.both else -0.5
        near = start.grip.brought((x + 1, y + 19), across, 1.0, 0.0 if start.grip.both else -10.0)
        smelling = replace(with_grip(start.pose, near), pitch=-0.12, tilt_degrees=2.0)
        return keyed((0, begin), (1, Moment(smelling, near, gaze="closed", expression=ends)))(progress)
    risen = replace(start.pose, pitch=0.4, tilt_degrees=3.0, bob=9.0)
    if start.grip is None and not start.pose.sits and start.bottom > _WHOLE_FIGURE:
        # From afar a breath is seen in the arms.
        open_arms = free_arm(-1, (-172, 190), "open", 160), free_arm(1, (176, 184), "open", 20)
        risen = replace(risen, left=open_arms[0], right=open_arms[1])
    high = Moment(risen, start.grip, gaze="closed", expression=ends)
    return keyed((0, begin), (1, high))(progress)


def _notice(progress: float, start: Start) -> Moment:
    """Looks at who acts, and is glad."""
    begin = Moment(start.pose, start.grip)
    tilted = replace(start.pose, tilt_degrees=start.pose.tilt_degrees + 3.0)
    end = Moment(tilted, start.grip, gaze="forward", expression=start.lifted)
    return keyed((0, begin), (1, end))(progress)


NOTICE = Action(_notice, drawings=4, begins=0.4, step_s=0.12)
"""What a companion does who does nothing else."""
TURN = Action(_turn, drawings=6)
LOOK_UP = Action(_look_up, drawings=7)
LOOK_DOWN = Action(_look_down, drawings=6)
PONDER = Action(_ponder, drawings=7)
NOD = Action(_nod, "to and fro", drawings=5, step_s=0.09, swings_from=0.3)
ROW = Action(_row, "to and fro", drawings=9, begins=0.05, step_s=0.2, swings_from=0.5)
SETTLE = Action(_settle, drawings=7, begins=0.16, step_s=0.11)
SHAKE_HEAD = Action(_shake_head, "to and fro", drawings=6, step_s=0.1, swings_from=0.4)
LOOSEN = Action(_loosen, drawings=8, step_s=0.15)
STRETCH = Action(_stretch, drawings=8, step_s=0.125)
CELEBRATE = Action(_celebrate, drawings=8, step_s=0.09)
SLUMP = Action(_slump, drawings=6, step_s=0.14)
BREATHE_IN = Action(_breathe_in, drawings=6, step_s=0.17)
