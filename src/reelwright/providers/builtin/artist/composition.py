"""Decides where the camera, people and the product stand in the frame, for each framing, angle and aspect."""

from dataclasses import dataclass
from random import Random
from typing import Literal

from reelwright.film.shot import Angle, Framing, Person, Shot
from reelwright.providers.builtin.artist.contract import Anchor, ProductShape, Scene, Setting, Spot, View
from reelwright.providers.builtin.artist.painting import Canvas2D
from reelwright.providers.builtin.artist.pairs import PAIR, bond_of, gap_of
from reelwright.providers.builtin.artist.people.proportions import Body
from reelwright.providers.builtin.artist.pieces.seats import seat_for
from reelwright.providers.builtin.artist.wheels import WHEELS, is_ridden, rides_product, wheels_of

HEAD_CM = 23.0
FIGURE_HEADS = 7.4
"""Height of a standing figure in heads."""
_ON_THE_GROUND = 2.9
"""By how many heads who sits on the ground is lower than who stands."""
_RIDER_HEADS = 9.9
"""Height of rider and horse in a rider's heads."""
_FROM_THE_SADDLE = 0.76
"""How much smaller a rider is framed, so that the horse has room."""
_ON_THE_RUN = {Framing.MEDIUM_WIDE: 0.9, Framing.MEDIUM: 0.6, Framing.MEDIUM_CLOSE: 0.7}
"""How much smaller somebody who runs is framed: a run is in the legs."""

_HEAD = {
    Framing.EXTREME_WIDE: 0.052, Framing.WIDE: 0.104, Framing.MEDIUM_WIDE: 0.15, Framing.MEDIUM: 0.225,
    Framing.MEDIUM_CLOSE: 0.32, Framing.CLOSE_UP: 0.47, Framing.EXTREME_CLOSE_UP: 0.82, Framing.INSERT: 0.6,
}  # fmt: skip
"""Height of a head as a share of the frame."""
_WALL = {
    Framing.EXTREME_WIDE: 1.15, Framing.WIDE: 1.75, Framing.MEDIUM_WIDE: 2.3, Framing.MEDIUM: 2.9,
    Framing.MEDIUM_CLOSE: 3.7, Framing.CLOSE_UP: 4.8, Framing.EXTREME_CLOSE_UP: 6.4, Framing.INSERT: 5.8,
}  # fmt: skip
"""Units a centimetre of the back wall measures, for a frame 720 high."""
_BLUR = {
    Framing.EXTREME_WIDE: 0.7, Framing.WIDE: 1.0, Framing.MEDIUM_WIDE: 1.5, Framing.MEDIUM: 2.2,
    Framing.MEDIUM_CLOSE: 3.6, Framing.CLOSE_UP: 6.0, Framing.EXTREME_CLOSE_UP: 9.0, Framing.INSERT: 8.0,
}  # fmt: skip
_PRODUCT = {
    Framing.EXTREME_WIDE: 0.2, Framing.WIDE: 0.28, Framing.MEDIUM_WIDE: 0.36, Framing.MEDIUM: 0.45,
    Framing.MEDIUM_CLOSE: 0.54, Framing.CLOSE_UP: 0.64, Framing.EXTREME_CLOSE_UP: 1.35, Framing.INSERT: 0.9,
}  # fmt: skip
"""Height of a product that is alone in the frame, as a share of the frame."""
_PORTRAIT = {
    Framing.MEDIUM: 0.86, Framing.MEDIUM_CLOSE: 1.05, Framing.CLOSE_UP: 1.25, Framing.INSERT: 1.5,
    Framing.EXTREME_CLOSE_UP: 1.8,
}  # fmt: skip
"""The same for an animal, of which near shots show the head."""
VEHICLES = {"bicycle": 0.112, "scooter": 0.122, "car": 0.054}
"""What people stand beside, and a head's height as a share of the width at which it is seen whole."""
_UNDER_UMBRELLA = 1.55
"""Heads of room over whoever stands under an umbrella."""
_CHILD_YEARS = 15
HANDWORK = ("open", "tap", "pour", "reach")
AT_THE_FACE = ("sip", "taste", "apply")
"""What hands do at work and at the face."""
_HANDS_BELOW, _HANDS_RAISED = 1.78, 1.5
"""How far hands that hold something are below the middle of the head, in heads; what is lifted comes up."""
_TO_THE_HAND = 0.26
"""How far the hand that holds something is beside the middle, in heads."""
WIDES = (Framing.EXTREME_WIDE, Framing.WIDE)
_WITH_HORSE = (Framing.EXTREME_WIDE, Framing.WIDE, Framing.MEDIUM_WIDE, Framing.MEDIUM)
TIGHTS = (Framing.EXTREME_CLOSE_UP, Framing.INSERT)
Place = Literal["left", "centre", "right"]


@dataclass(frozen=True)
class Composition:
    """Where everything stands, in units."""

    anchors: tuple[Anchor, ...]
    """One per person."""
    spot: Spot | None
    """Of a product that is not in a hand."""
    back_edge_y: float | None
    """Far edge of the table the product stands on; None when it stands on the floor or there is none."""


def basis(size: Canvas2D) -> float:
    """The length that shot sizes are shares of: a tall frame is bound by its width."""
    return min(size.height, 1.34 * size.width)


def _column(size: Canvas2D, place: Place, *, is_shared: bool = False) -> float:
    """The third a place stands on; nearer the middle where the frame is narrow and a person has it alone."""
    wide = size.width > size.height
    reach = (0.2 if wide else 0.235) if is_shared else (0.165 if wide else 0.08)
    return size.width * {"left": 0.5 - reach, "centre": 0.5, "right": 0.5 + reach}[place]


def head_height(shot: Shot, size: Canvas2D) -> float:
    """Height of a lone head, in units."""
    framing = shot.camera.framing
    length = basis(size) if framing not in WIDES else (size.height + basis(size)) / 2
    share = _HEAD[framing] * (_FROM_THE_SADDLE if is_ridden(shot) and framing in _WITH_HORSE else 1.0)
    if any(person.action == "run" or person.pose == "running" for person in shot.staging.people):
        share *= _ON_THE_RUN.get(framing, 1.0)
    product = shot.staging.product
    if product is not None and product.shape in VEHICLES and shot.staging.people and framing in WIDES:
        # Nearer than another wide, as near as its length allows.
        return min(share * 1.12 * length, size.width * VEHICLES[product.shape])
    several = len(shot.staging.people) > (1 if near_shoulder(shot) is None else 2)
    if is_ridden(shot) and framing in _WITH_HORSE:
        # A horse is eleven heads long, a bicycle or a scooter eight.
        share = min(share, size.width * (0.112 if wheels_of(shot) else 0.084) / length)
    if several and framing not in WIDES:
        return min(share * 0.88 * length, size.width * 0.2 if size.is_tall else size.height)
    return share * length


def _horizon(shot: Shot, size: Canvas2D, wiggle: float) -> float:
    """Where the camera's height lies in the frame."""
    share = 0.5 if shot.camera.framing in WIDES else 0.43
    share += {Angle.LOW: 0.2, Angle.HIGH: -0.22, Angle.TOP: -0.3}.get(shot.camera.angle, 0.0) + wiggle
    return size.height * share


def floor_share(shot: Shot) -> float:
    """Where feet stand in a wide, as a share of the frame's height."""
    return 0.8 if shot.camera.framing is Framing.EXTREME_WIDE else 0.93


def view_of(scene: Scene, setting: Setting) -> View:
    """The camera's place in the setting: the seed chooses the station, so that no two set-ups show the same wall."""
    shot, size = scene.shot, scene.size
    dice = scene.dice("view")
    horizon = _horizon(shot, size, dice.uniform(-0.055, 0.055))
    subject = head_height(shot, size) / HEAD_CM
    wall = _WALL[shot.camera.framing] * basis(size) / 720 * dice.uniform(0.82, 1.32)
    wall = min(wall, subject * 0.85)
    if shot.camera.framing in (*WIDES, Framing.MEDIUM_WIDE):
        floor = floor_share(shot) if shot.camera.framing in WIDES else 1.12
        eye = (size.height * floor - horizon) / subject
    else:
        eye = {Angle.LOW: 95.0, Angle.HIGH: 190.0, Angle.TOP: 220.0}.get(shot.camera.angle, 142.0)
    station = dice.choice(setting.stations_cm) + dice.uniform(-40, 40)
    if shot.camera.framing in WIDES and setting.is_interior:
        station *= 0.4
    return View(
        subject,
        wall,
        station,
        max(eye, 25.0),
        horizon,
        size.width / 2,
        mirrored=shot.staging.light_from == "right",
        blur=_BLUR[shot.camera.framing],
    )


def near_shoulder(shot: Shot) -> int | None:
    """Which person stands with the back to us near the lens; None where nobody does."""
    if shot.camera.angle is not Angle.OVER_SHOULDER or shot.camera.framing in WIDES or not shot.staging.people:
        return None
    return len(shot.staging.people) - 1


def _shoulder(size: Canvas2D, person: Person) -> Anchor:
    """Head and shoulder large at the edge, cropped by it."""
    height = (0.5 if size.is_tall else 0.66) * basis(size)
    side = 1 if person.place == "right" else -1
    x = size.width * (0.5 + side * (0.46 if size.is_tall else 0.36))
    return Anchor(x, size.height * (0.46 if not size.is_tall else 0.52), height, Framing.CLOSE_UP, -0.5 * side)


def compose(scene: Scene, shape: ProductShape | None) -> Composition:
    """Places people and product by thirds, with headroom and room to look into."""
    shot = scene.shot
    near = near_shoulder(shot)
    anchors = tuple(
        _shoulder(scene.size, person) if index == near else _anchor(scene, person, index)
        for index, person in enumerate(shot.staging.people)
    )
    if shape is None or is_held(shot) or rides_product(shot):
        return Composition(anchors, None, None)
    if anchors and near != 0:
        spot, edge = _beside_people(scene, shape)
    else:
        spot, edge = _alone(scene, shape)
    return Composition(anchors, spot, edge)


def is_held(shot: Shot) -> bool:
    """Whether a person has the product in the hand."""
    return any(person.holds_product for person in shot.staging.people)


def _anchor(scene: Scene, person: Person, index: int) -> Anchor:
    """Thirds across, headroom above; in a wide the feet stand on the floor."""
    shot, size = scene.shot, scene.size
    height = head_height(shot, size)
    framing = shot.camera.framing
    child = 0.86 if person.age_years < _CHILD_YEARS else 1.0
    if framing in WIDES:
        head_y = size.height * floor_share(shot) - _feet(shot, person) * height * child
    else:
        headroom = {Framing.EXTREME_CLOSE_UP: -0.03, Framing.CLOSE_UP: 0.07, Framing.MEDIUM_CLOSE: 0.1}.get(
            framing, 0.11
        )
        if size.is_tall:
            headroom += 0.1
        if "umbrella" in shot.staging.props:
            headroom = max(headroom, min(_UNDER_UMBRELLA * height / size.height, 0.34))
        head_y = size.height * headroom + height / 2
        lower = _lower(scene, person, height * child, height)
        beside = head_y + lower
        if is_of_hands(shot, person):
            # The face is above the frame.
            head_y = size.height * 0.5 - height * (_HANDS_RAISED if person.action == "lift" else _HANDS_BELOW)
        if framing is Framing.MEDIUM_WIDE and wheels_of(shot):
            head_y = size.height * 0.94 - _feet(shot, person) * height * child
        if framing is Framing.MEDIUM_WIDE and person.pose != "riding":
            # Feet stay below the frame, or people would float before the set.
            head_y = max(head_y, size.height * 1.08 - _feet(shot, person) * height * child)
        head_y = max(head_y, beside) if lower else head_y
    x = _x_of(scene, person, index, height)
    return Anchor(x, head_y, height * child, framing, _turn(shot, person, index))


def _x_of(scene: Scene, person: Person, index: int, height: float) -> float:
    """The middle of a person's head across the frame."""
    shot, size, framing = scene.shot, scene.size, scene.shot.camera.framing
    x = size.width * 0.5
    if framing not in TIGHTS:
        x = _column(size, person.place) if len(shot.staging.people) == 1 else _in_company(scene, index, height)
    if is_of_hands(shot, person):
        x -= height * _TO_THE_HAND * (-1 if faces(person) < 0 else 1)
    if len(shot.staging.people) == 1 and framing not in TIGHTS:
        x += scene.dice("lean").uniform(-0.05, 0.05) * size.width
    if rides_product(shot):
        # Its way lies before it.
        x = size.width * 0.41
    elif framing in WIDES and shot.staging.product is not None and shot.staging.product.shape == "car":
        # Its name is on the middle of its flank.
        x = size.width * (0.5 + (0.27 if person.place == "right" else -0.27))
    return x


def _turn(shot: Shot, person: Person, index: int) -> float:
    """Where a person faces, as ``Anchor.faces`` says it."""
    first = shot.staging.people[0]
    # People who walk or ride together go the same way.
    alike = (_walks(person) and _walks(first)) or person.pose == first.pose == "riding"
    turn = _set_up(faces(first if alike else person), shot, person)
    if len(shot.staging.people) > 1 and person.place != "centre" and person.gaze != "camera" and not _walks(person):
        turn *= 1.35
    if rides_product(shot):
        # Its name is not to be read backwards.
        turn = abs(turn)
    bond = bond_of(shot)
    if bond is not None and index < PAIR and not _walks(person):
        turn = bond.turn if _towards_right(shot, index) else -bond.turn
    return turn


_TURNS, _OWN_TURNS = (1.0, 1.6, 0.72), (0.2, 0.46, 0.32)
"""How the turn of a shot differs from those of its neighbours: as a factor, and of who looks at us from the middle."""


def _set_up(turn: float, shot: Shot, person: Person) -> float:
    """The turn from where this shot's camera stands: three shots in a row see a person from three sides."""
    if _walks(person) or person.pose == "riding":
        return turn
    if abs(turn) < _TOWARDS_US:
        side = 1 if turn > 0 or (turn == 0 and Random(person.id).random() < 0.5) else -1
        return side * _OWN_TURNS[shot.number % len(_OWN_TURNS)]
    return max(-0.9, min(0.9, turn * _TURNS[shot.number % len(_TURNS)]))


_TOWARDS_US = 0.12
_AT = {"left": -1, "centre": 0, "right": 1}


def _towards_right(shot: Shot, index: int) -> bool:
    """Whether the other one of a pair stands to the right of this one."""
    one, other = (shot.staging.people[at].place for at in (index, 1 - index))
    return _AT[other] > _AT[one] if one != other else index == 0


def _in_company(scene: Scene, index: int, height: float) -> float:
    """Where one of several stands: as near as people are who have to do with each other."""
    shot, size = scene.shot, scene.size
    people = shot.staging.people
    lead, is_pair = people[0], len(people) == PAIR
    if is_ridden(shot) or near_shoulder(shot) is not None or "rowing_boat" in shot.staging.props:
        return _column(size, people[index].place, is_shared=True) + index * 0.01 * size.width
    gap = min(gap_of(shot) * height, size.width * (0.47 if is_pair else 0.34))
    if not is_pair or lead.place == "centre":
        return size.width * 0.5 + gap * _AT[people[index].place]
    side = 1 if _towards_right(shot, index) else -1
    return size.width * _pair_middle(scene) - side * gap / 2


def _pair_middle(scene: Scene) -> float:
    """The middle of two people as a share of the width: off the centre where the frame has room; tables stand there."""
    sits = any(person.pose == "sitting" for person in scene.shot.staging.people)
    if scene.size.width <= scene.size.height or sits:
        return 0.5
    out = 0.14 if scene.shot.camera.framing in WIDES else 0.05
    return 0.5 + out * _AT[scene.shot.staging.people[0].place]


def is_of_hands(shot: Shot, person: Person) -> bool:
    """Whether a tight shot shows hands instead of a face: what they hold would be below the frame."""
    framing = shot.camera.framing
    if person.action in AT_THE_FACE or framing not in TIGHTS:
        return False
    return person.holds_product or (framing is Framing.INSERT and person.action in HANDWORK)


def _lower(scene: Scene, person: Person, own: float, height: float) -> float:
    """How far a child's head is below those of the adults beside it, with both on one floor; the face stays in view."""
    shot = scene.shot
    tallest = max(
        (_feet(shot, other) * height for other in shot.staging.people if other.age_years >= _CHILD_YEARS), default=0.0
    )
    if person.age_years >= _CHILD_YEARS or not tallest or shot.camera.framing in TIGHTS:
        return 0.0
    room = scene.size.height * (0.34 if not scene.size.is_tall else 0.26)
    return max(0.0, min(tallest - _feet(shot, person) * own, room))


def _feet(shot: Shot, person: Person) -> float:
    """How far the soles, or a mount's hooves, are below the middle of the head, in heads of this person."""
    if person.pose == "riding":
        slug = wheels_of(shot)
        return WHEELS[slug].ground / 100 if slug else _RIDER_HEADS - 0.5
    sits = _ON_THE_GROUND if seat_for(shot) == "ground" else 1.7
    return Body.of(person).y(100 * (FIGURE_HEADS - 0.5 - (sits if person.pose == "sitting" else 0.0))) / 100


def _walks(person: Person) -> bool:
    return person.action in ("walk", "run") or (person.action == "" and person.pose in ("walking", "running"))


def faces(person: Person) -> float:
    """Towards what is looked at or where the way leads, else into the frame."""
    if _walks(person):
        return -0.58 if person.place == "right" else 0.58
    if person.pose == "riding":
        return -0.62 if person.place == "right" else 0.62
    into = {"left": 0.34, "centre": 0.0, "right": -0.34}[person.place]
    return {"left": -0.5, "right": 0.5, "camera": into * 0.5}.get(person.gaze, into)


LARGE_CM = 50
"""What is so high stands on the floor, not on a table."""
_NEARER = 1.35
"""How much larger than beside a person something looks on the table before them."""
_STRETCHED = 2.0
"""The same for small things, so that they are seen at all."""


def _beside_people(scene: Scene, shape: ProductShape) -> tuple[Spot, float | None]:
    """On the table in front, or on the floor when it is large; near its true size, never above a person's."""
    shot, size = scene.shot, scene.size
    true = shape.real_height_cm * head_height(shot, size) / HEAD_CM
    people = shot.staging.people
    free: Place = "right" if people[0].place != "right" else "left"
    place: Place = free if shot.staging.product_place in ("in hand", people[0].place) else shot.staging.product_place
    x = _column(size, place) + {"left": -0.09, "centre": 0.12, "right": 0.09}[place] * size.width
    if shape.real_height_cm >= LARGE_CM:
        return _on_the_floor(scene, shape, place), None
    least, most, base, edge = (0.07, 0.2, 0.95, 0.9) if shot.camera.framing in WIDES else (0.2, 0.34, 0.93, 0.84)
    height = min(max(true * _NEARER, size.height * least), true * _STRETCHED)
    height = min(height, size.height * most, size.width * 0.34 / shape.aspect)
    if shape.shadow is not None:
        # What lies reaches back over the table before them, which is nearer to us than they are.
        height = min(height * 1.6, size.height * 0.16)
        return Spot(x, size.height * 0.95, height), min(size.height * edge, size.height * 0.93 - height)
    return Spot(x, size.height * base, height), size.height * edge


def _before_them(scene: Scene, shape: ProductShape, place: Place) -> Spot:
    """A bicycle or a scooter stands nearer to us than its owner, whose hand is on its bar; a car stands behind them."""
    product, size = scene.shot.staging.product, scene.size
    is_car = product is not None and product.shape == "car"
    scale = head_height(scene.shot, size) / HEAD_CM * (0.96 if is_car else 1.04)
    height = min(shape.real_height_cm * scale, 0.92 * size.width / shape.aspect)
    half = height * shape.aspect / 2
    foot = min(size.height * (floor_share(scene.shot) + (-0.03 if is_car else 0.025)), size.height * 0.985)
    shift = {"left": -0.3, "centre": 0.0, "right": 0.3}[place] * half
    middle = _column(size, scene.shot.staging.people[0].place) + shift
    return Spot(max(half * 1.04, min(size.width - half * 1.04, middle)), foot, height)


def _on_the_floor(scene: Scene, shape: ProductShape, place: Place) -> Spot:
    """Beside people, or as far behind them as it takes to be seen whole: what is smaller stands higher."""
    if scene.shot.staging.product is not None and scene.shot.staging.product.shape in VEHICLES:
        return _before_them(scene, shape, place)
    view, size = scene.view, scene.size
    room = (0.95 * size.height - view.horizon_y) / view.eye_cm
    wide = 0.9 * size.width / (shape.aspect * shape.real_height_cm)
    scale = min(view.subject_scale, max(room, 0.6 * wide), wide)
    height, foot = shape.real_height_cm * scale, min(view.horizon_y + view.eye_cm * scale, size.height * 0.97)
    half = min(size.width * 0.48, height * shape.aspect * 0.5 + size.width * 0.03)
    # Out from behind the person, between two of them.
    out = max(0.0, min(0.33, 0.5 - half / size.width)) if len(scene.shot.staging.people) == 1 else 0.0
    x = size.width * (0.5 + (-out if place == "left" else out))
    return Spot(max(half, min(size.width - half, x)), foot, height)


def _alone(scene: Scene, shape: ProductShape) -> tuple[Spot, float | None]:
    """The hero of the frame, on its surface; a detail of it in an insert."""
    shot, size = scene.shot, scene.size
    framing, angle = shot.camera.framing, shot.camera.angle
    is_large = shape.real_height_cm >= LARGE_CM
    height = _PRODUCT[framing] * basis(size)
    is_detail = framing is Framing.EXTREME_CLOSE_UP or (is_large and framing in TIGHTS)
    widest = 1.5 if is_detail else 0.7 if size.width > size.height else 0.9 if is_large else 0.8
    height = min(height, size.width * widest / shape.aspect)
    place = shot.staging.product_place
    x = _column(size, place if place != "in hand" else "centre")
    if near_shoulder(shot) is not None:
        height = min(height, size.width * 0.52 / shape.aspect)
        x = size.width * (0.5 + (0.15 if place == "right" else -0.15))
    if place == "centre":
        x += scene.dice("product").choice((-0.13, -0.08, 0.05, 0.11)) * size.width
    if shape.shadow is not None:
        return _lying(scene, shape, x)
    if shape.is_alive and framing in _PORTRAIT:
        height = min(_PORTRAIT[framing] * basis(size), size.width * 1.3 / shape.aspect)
        # It looks to the right, so that its head is right of its middle.
        return Spot(size.width * 0.5 - 0.16 * height, size.height * 0.5 + shape.focus * height, height), None
    half = height * shape.aspect / 2 + size.width * 0.04
    if not is_detail and half < size.width / 2:
        x = max(half, min(size.width - half, x))
    if framing in TIGHTS:
        middle = size.height * 0.5
        base = middle + shape.focus * height
        if is_large:
            return Spot(x, base, height), None
        edge = min(size.height * (0.4 if angle is Angle.HIGH else 0.8), base - height * (0.1 + shape.deep))
        # What is seen to stand, and what does something, stands straight.
        is_askew = base > size.height and not shot.staging.product_action
        return Spot(x, base, height, scene.dice("tilt").uniform(-5, 5) if is_askew else 0.0), edge
    if is_large:
        foot = scene.view.horizon_y + scene.view.eye_cm * height / shape.real_height_cm
        return Spot(x, max(size.height * 0.62, min(size.height * 0.86, foot)), height), None
    base, edge = {Angle.HIGH: (0.82, 0.46), Angle.LOW: (0.9, 0.86)}.get(angle, (0.84, 0.7))
    if size.is_tall:
        base, edge = base - 0.12, edge - 0.1
    edge = min(edge, base - shape.deep * height / size.height - 0.02)
    return Spot(x, size.height * base, height), size.height * edge


def _lying(scene: Scene, shape: ProductShape, x: float) -> tuple[Spot, float]:
    """On a table that we look down at: what lies there reaches towards its far edge, below the horizon."""
    size = scene.size
    base = size.height * (0.92 if not size.is_tall else 0.8)
    edge = max(scene.view.horizon_y + size.height * 0.02, size.height * 0.26)
    wide = 0.8 if scene.shot.camera.framing in TIGHTS else 0.62
    height = min((base - edge) * 0.88, size.width * wide / shape.aspect)
    half = height * shape.aspect / 2
    return Spot(max(half * 0.9, min(size.width - half * 0.9, x)), base, height), min(edge, base - height * 1.2)
