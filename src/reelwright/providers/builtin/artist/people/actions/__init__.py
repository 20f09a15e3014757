"""What people do within a shot: one function and one line each."""

from reelwright.providers.builtin.artist.people.actions import bodies, gaits, hands, together
from reelwright.providers.builtin.artist.people.actions.action import Action, Moment, Start

ACTIONS: dict[str, Action] = {
    "apply": hands.APPLY,
    "breathe_in": bodies.BREATHE_IN,
    "celebrate": bodies.CELEBRATE,
    "exercise": gaits.EXERCISE,
    "lift": hands.LIFT,
    "loosen": bodies.LOOSEN,
    "look_down": bodies.LOOK_DOWN,
    "look_up": bodies.LOOK_UP,
    "nod": bodies.NOD,
    "open": hands.OPEN,
    "point": hands.POINT,
    "ponder": bodies.PONDER,
    "pour": hands.POUR,
    "reach": hands.REACH,
    "ride": gaits.RIDE,
    "row": bodies.ROW,
    "run": gaits.RUN,
    "settle": bodies.SETTLE,
    "shake_head": bodies.SHAKE_HEAD,
    "sip": hands.SIP,
    "slump": bodies.SLUMP,
    "spray": hands.SPRAY,
    "stretch": bodies.STRETCH,
    "tap": hands.TAP,
    "taste": hands.TASTE,
    "turn": bodies.TURN,
    "walk": gaits.WALK,
    "wave": hands.WAVE,
    "wipe": hands.WIPE,
    "wipe_brow": hands.WIPE_BROW,
    "arm_around": together.ARM_AROUND,
    "give": together.GIVE,
    "high_five": together.HIGH_FIVE,
    "hold_hands": together.HOLD_HANDS,
    "hug": together.HUG,
    "lean_in": together.LEAN_IN,
    "listen": together.LISTEN,
    "shake_hands": together.SHAKE_HANDS,
    "show": together.SHOW,
    "take": together.TAKE,
    "look_on": together.LOOK_ON,
    "talk": together.TALK,
    "walk_together": together.WALK_TOGETHER,
}
"""By slug."""

__all__ = ["ACTIONS", "Action", "Moment", "Start"]
