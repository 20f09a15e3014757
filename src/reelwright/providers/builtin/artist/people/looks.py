"""The colours of a person: skin with warm shadows, hair, cloth. All of them derive from ``Person``, so they stay."""

from dataclasses import dataclass

from reelwright.film.shot import Person
from reelwright.providers.builtin.artist.brush import darker, lighter, luminance, mix


@dataclass(frozen=True)
class SkinTone:
    """One Fitzpatrick type: local colour, warm shadow, deepest line, blush and lips."""

    base: str
    shadow: str
    line: str
    blush: str
    lip: str


SKIN_TONES: dict[int, SkinTone] = {
    1: SkinTone("#f3d0b8", "#c4826f", "#8a4a40", "#ec7f6c", "#c8706a"),
    2: SkinTone("#e9bd9d", "#b67359", "#7d4436", "#e2745c", "#bb6259"),
    3: SkinTone("#d9a07d", "#9c5b45", "#6c392c", "#d5634a", "#a94f47"),
    4: SkinTone("#bb7f5a", "#7c4634", "#532c22", "#b84f38", "#94443c"),
    5: SkinTone("#8f5c3f", "#583226", "#391f18", "#93402c", "#a04f49"),
    6: SkinTone("#643f2e", "#38201b", "#22120f", "#743122", "#8a4644"),
}
"""Local colours by Fitzpatrick type."""


@dataclass(frozen=True)
class Look:
    """All colours of one person."""

    skin: SkinTone
    hair: str
    brow: str
    garment: str
    accent: str
    trousers: str
    shoes: str
    eye: str
    lip: str

    @classmethod
    def of(cls, person: Person) -> "Look":
        """The colours that follow from the description."""
        skin = SKIN_TONES[person.skin]
        hair = _greyed(person.hair_color, person.age_years)
        natural = mix(skin.base, skin.lip, 0.55)
        painted = person.presentation == "woman"
        trousers = person.garment_color if person.garment == "suit" else mix(person.accent_color, "#262a3a", 0.72)
        if luminance(person.garment_color) < 0.22 and person.garment != "suit":
            trousers = mix("#3b393f", person.accent_color, 0.08)
        if person.garment.lower() in ("overalls", "uniform"):
            trousers = mix(person.garment_color, "#1c1a24", 0.12)
        if "jeans" in person.accessories:
            trousers = "#3d5576"
        if "skirt" in person.accessories:
            trousers = mix(person.accent_color, "#2a2433", 0.35)
        return cls(
            skin=skin,
            hair=hair,
            brow=darker(mix(hair, skin.line, 0.3), 0.15) if luminance(hair) < 0.62 else mix(hair, skin.line, 0.45),
            garment=person.garment_color,
            accent=person.accent_color,
            trousers=trousers,
            shoes=mix(darker(person.accent_color, 0.5), "#1d1614", 0.55),
            eye=person.eye_color,
            lip=skin.lip if painted else natural,
        )

    @property
    def hair_light(self) -> str:
        """Strands in the light."""
        return lighter(self.hair, 0.32)

    @property
    def hair_dark(self) -> str:
        """Strands in the shadow."""
        return darker(self.hair, 0.45)

    @property
    def garment_dark(self) -> str:
        """Folds and seams of the garment: warm for warm cloth, never grey."""
        return mix(darker(self.garment, 0.5), self.accent, 0.15)


def _greyed(hair: str, age_years: int) -> str:
    """The stated colour, greying from 58 only when the statement is not already light."""
    share = max(0.0, min(0.75, (age_years - 56) / 22))
    return hair if luminance(hair) > 0.5 else mix(hair, "#c9c5c2", share)
