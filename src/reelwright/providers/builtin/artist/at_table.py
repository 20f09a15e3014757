"""Who sits at a table: where it stands before them, and how high its top is in the frame."""

from reelwright.film.shot import Framing, Shot
from reelwright.providers.builtin.artist.contract import Scene
from reelwright.providers.builtin.artist.pieces.seats import BROAD_SEATS, seat_for

_TABLED = ("cafe", "classroom", "kitchen", "restaurant")
"""Settings that put a table before who sits in them."""
_ROOMS = (
    "bathroom", "bedroom", "clinic", "gym", "library", "living_room", "office", "shop", "train", *_TABLED,
)  # fmt: skip
"""Settings in which a table stands where the words name one."""
_FRAMINGS = (Framing.EXTREME_WIDE, Framing.WIDE, Framing.MEDIUM_WIDE)
TABLE_DEPTH = -0.06
_TOP_CM = 77.0


def sits_at_table(shot: Shot) -> bool:
    """Whether a table stands before the people of a shot, by its place or by name; a product on show brings its own."""
    staging = shot.staging
    brings_its_own = staging.product is not None and not any(person.holds_product for person in staging.people)
    sits = any(person.pose == "sitting" for person in staging.people)
    is_named = bool({"table", "desk"} & set(staging.props)) and seat_for(shot) not in BROAD_SEATS
    named_here = staging.setting in _ROOMS and is_named
    asked = staging.setting in _TABLED or named_here
    return asked and sits and not brings_its_own and shot.camera.framing in _FRAMINGS


def table_top(scene: Scene) -> float:
    """Height of the table's top in the frame, in units from its upper edge."""
    return scene.view.y(_TOP_CM, TABLE_DEPTH)
