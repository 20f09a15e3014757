"""What makes a face somebody's own: shape, eyes, nose, lips and brows, chosen once by who the person is."""

from dataclasses import dataclass
from functools import lru_cache
from random import Random

from reelwright.film.shot import Person


@dataclass(frozen=True)
class Traits:
    """How one face differs from the usual one. Widths and heights in points of the head unless said otherwise."""

    temple: float
    cheek: float
    """Of the cheekbones, outwards."""
    jaw: float
    """Of the angle of the jaw, outwards."""
    chin: float
    """Half width of the chin, outwards."""
    length: float
    """Of the chin, downwards."""
    eye_size: float
    """A share of the usual size."""
    eye_gap: float
    """How far each eye stands further out."""
    eye_tilt: float
    """How far the outer corner is raised."""
    eye_round: float
    """Height of the opening as a share of the usual."""
    lid: float
    """Height of the lid over the lashes."""
    nose_width: float
    """A share of the usual width."""
    nose_length: float
    nose_bridge: float
    """How strongly the bridge stands out, about 1."""
    mouth_width: float
    """A share of the usual width."""
    upper_lip: float
    """A share of the usual height."""
    lower_lip: float
    """A share of the usual height."""
    bow: float
    """Depth of the dip in the upper lip, 0 to 1."""
    brow_weight: float
    """A share of the usual thickness."""
    brow_height: float
    brow_arch: float
    ear: float
    """A share of the usual size."""


_SHAPES: dict[str, tuple[float, float, float, float, float]] = {
    "oval": (0.0, 0.3, -0.4, -0.2, 0.4),
    "round": (0.4, 1.6, 2.2, 1.6, -1.8),
    "square": (0.8, 0.4, 2.5, 1.7, 0.2),
    "heart": (1.4, 1.4, -2.2, -2.4, 0.6),
    "long": (-1.2, -1.4, -0.8, 0.2, 1.8),
}
"""Temple, cheek, jaw, chin and length by shape of face."""


def traits_of(person: Person) -> Traits:
    """The face that belongs to a person: the same in every shot and film with the same description."""
    who = f"{person.id}/{person.presentation}/{person.skin}/{person.hair_color}/{person.eye_color}"
    return _traits(who, person.face_shape, person.skin >= 5, person.presentation in ("man", "boy"))


@lru_cache(maxsize=64)
def _traits(who: str, shape: str, is_full: bool, is_male: bool) -> Traits:
    dice = Random(f"face/{who}")
    kinds = ("oval", "square", "long", "oval", "round") if is_male else ("oval", "heart", "round", "oval", "long")
    chosen = dice.choice(kinds)
    temple, cheek, jaw, chin, length = _SHAPES[shape or chosen]
    jaw *= 0.6 if is_male else 1.0
    near = dice.uniform
    return Traits(
        temple=temple + near(-0.4, 0.4),
        cheek=cheek + near(-0.5, 0.5),
        jaw=jaw + near(-0.7, 0.7),
        chin=chin + near(-0.7, 0.7),
        length=length + near(-0.5, 0.5),
        eye_size=near(0.97, 1.08),
        eye_gap=near(-0.5, 0.7),
        eye_tilt=near(-0.35, 0.9),
        eye_round=near(0.88, 1.05),
        lid=near(0.7, 2.1),
        nose_width=near(0.9, 1.1) + (0.1 if is_full else 0.0),
        nose_length=near(-1.0, 1.1),
        nose_bridge=near(0.8, 1.2),
        mouth_width=near(0.95, 1.08),
        upper_lip=near(0.86, 1.14) + (0.14 if is_full else 0.0),
        lower_lip=near(0.9, 1.12) + (0.1 if is_full else 0.0),
        bow=near(0.35, 1.0),
        brow_weight=near(0.82, 1.2),
        brow_height=near(-0.7, 0.7),
        brow_arch=near(-0.7, 0.9),
        ear=near(0.92, 1.06),
    )
