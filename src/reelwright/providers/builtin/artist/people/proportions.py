"""Measures of a body in *points*: the head is 100 points from crown (-50) to chin (50), the origin its middle."""

from dataclasses import dataclass

from reelwright.film.shot import Person
from reelwright.providers.builtin.artist.brush import Point

_BREADTH = {"slim": 0.92, "average": 1.0, "athletic": 1.05, "broad": 1.17}
_LIMB = {"slim": 0.88, "average": 1.0, "athletic": 1.08, "broad": 1.2}


@dataclass(frozen=True)
class Body:
    """How long and how broad a person is. Poses speak of an adult; ``place`` fits them to this body."""

    is_child: bool
    is_male: bool
    childhood: float
    """1 for a small child to 0 for an adult."""
    age: float
    """0 up to 45 years to 1 at 80."""
    stature: float
    """Length of the body below the chin, as a share of an adult's."""
    shoulder: float
    """Half width across the shoulders."""
    waist: float
    hip: float
    neck: float
    """Half width of the neck."""
    limb: float
    """Thickness of arms and legs as a share of the average adult's."""
    lean: float = 0.0
    """How far the body leans back below the head, in points per point."""

    @classmethod
    def of(cls, person: Person, lean: float = 0.0) -> "Body":
        """The measures that follow from age, presentation and build."""
        male = person.presentation in ("man", "boy")
        child = person.presentation in ("girl", "boy") or person.age_years < 15
        years = min(person.age_years, 12) if person.presentation in ("girl", "boy") else person.age_years
        childhood = max(0.0, min(1.0, (16.5 - years) / 12.5)) if child else 0.0
        broad = _BREADTH[person.build]
        adult_shoulder = (96 if male else 82) * broad
        return cls(
            is_child=child,
            is_male=male,
            childhood=childhood,
            age=max(0.0, min(1.0, (person.age_years - 45) / 35)),
            stature=1 - 0.42 * childhood,
            shoulder=adult_shoulder * (1 - 0.34 * childhood),
            waist=(68 if male else 54) * broad * (1 - 0.26 * childhood),
            hip=(66 if male else 68) * broad * (1 - 0.34 * childhood),
            neck=(24.5 if male else 18.5) * (0.6 + 0.4 * broad) * (1 - 0.24 * childhood),
            limb=(1.08 if male else 0.9) * _LIMB[person.build] * (1 - 0.22 * childhood),
            lean=lean,
        )

    @property
    def breadth(self) -> float:
        """Half shoulder width as a share of an adult man's."""
        return self.shoulder / 92

    def y(self, adult_y: float) -> float:
        """A height of the adult body on this one."""
        return adult_y if adult_y <= 50 else 50 + (adult_y - 50) * self.stature

    def place(self, x: float, adult_y: float) -> Point:
        """A point of the adult body on this one, leaning."""
        y = self.y(adult_y)
        return x * self.breadth - self.lean * max(0.0, y - 60), y

    def adult(self, x: float, y: float) -> Point:
        """The point of the adult body that is at a point of this one, upright."""
        return x / self.breadth, y if y <= 50 else 50 + (y - 50) / self.stature

    @property
    def shoulder_y(self) -> float:
        """Height of the shoulder joints."""
        return self.y(86)
