"""The mouth: lips with form, what a feeling does to them, and teeth where it opens."""

from dataclasses import dataclass
from typing import Any

from reelwright.providers.builtin.artist.brush import (
    Point,
    clipped,
    curve,
    ink,
    lighter,
    linear,
    mix,
    smooth,
)
from reelwright.providers.builtin.artist.people.faces import traits_of
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.modelling import Hairs, soft_spot
from reelwright.providers.builtin.artist.people.outline import taper

_EXPRESSIONS: dict[str, tuple[float, float, float]] = {
    "smile": (1.22, 3.5, 0.0),
    "joy": (1.24, 4.0, 5.2),
    "calm": (1.05, 1.7, 0.0),
    "awe": (0.84, 0.5, 2.0),
    "tired": (0.96, -1.0, 0.0),
    "worried": (0.9, -1.7, 0.0),
    "determined": (1.0, 0.2, 0.0),
}
"""Width as a share, rise of the corners and gap between the lips in points, by expression."""


_SHOWN_FROM_AFAR = 2.0
"""Gap between the lips of a smile that is not close: a bow alone would not be seen as one."""


@dataclass(frozen=True)
class Mouth:
    """A mouth as wide, full and open as the person and the feeling make it, in points of the face."""

    figure: Figure
    width: float
    """Half of it."""
    corner: float
    """How far the corners rise over the middle."""
    gap: float
    upper: float
    lower: float
    bow: float
    arch: float = 0.0
    """How far the middle of the line is raised over the corners."""

    @classmethod
    def of(cls, figure: Figure) -> "Mouth":
        """The mouth in this shot."""
        width, corner, gap = _EXPRESSIONS.get(figure.person.expression, (1.01, 0.8, 0.0))
        own, body = traits_of(figure.person), figure.body
        full = (0.78 if body.is_male else 1.0) * (1 - 0.16 * body.childhood) * (1 - 0.28 * body.age)
        base = (12.2 if body.is_male else 11.4) * (1 - 0.16 * body.childhood) * own.mouth_width
        thin = {"smile": 0.88, "joy": 0.76, "determined": 0.86}.get(figure.person.expression, 1.0)
        upper, lower = 3.3 * full * thin * own.upper_lip, 4.5 * full * thin * own.lower_lip
        # From afar a feeling is drawn a little stronger, as on a stage.
        loud = 1.0 if figure.is_close else 1.4
        if figure.person.expression == "smile" and not figure.is_close:
            gap = _SHOWN_FROM_AFAR
        arch = 0.8 if figure.person.expression == "awe" else 0.0
        return cls(figure, base * width, corner * loud, gap * (1 + (loud - 1) * 0.4), upper, lower, own.bow, arch)

    def at(self, x: float, dy: float) -> Point:
        """A point across from the middle and down from the line between the lips."""
        y = 31.0 + 0.6 * self.figure.body.childhood - 0.18 * self.gap
        share = abs(x) / self.width
        rise = self.corner * share**1.7 + self.arch * max(0.0, 1 - share**2)
        return self.figure.face(x, y + dy - rise, 2.0 - 0.12 * abs(x))


def draw_mouth(figure: Figure) -> None:
    """Lips with form: the upper one in shadow, the lower one in light; teeth only when laughing."""
    mouth, canvas = Mouth.of(figure), figure.canvas
    at, w, gap = mouth.at, mouth.width, mouth.gap
    skin = figure.look.skin
    top = [
        at(-w, 0),
        at(-w * 0.55, 0.35),
        at(-w * 0.2, 0.5),
        at(0, 0.75),
        at(w * 0.2, 0.5),
        at(w * 0.55, 0.35),
        at(w, 0),
    ]
    low = [at(w * 0.6, gap * 0.74 + 0.35), at(0, gap + 0.75), at(-w * 0.6, gap * 0.74 + 0.35)]
    soft_spot(canvas, at(0, gap + mouth.lower + 2.6), w * 0.8, 2.6, skin.shadow, 0.4)
    if gap:
        _inside(mouth, smooth([(*top[0], "c"), *top[1:6], (*top[6], "c"), *low]))
    dip = mouth.upper * (1 - 0.34 * mouth.bow)
    upper = smooth([
        (*top[0], "c"), at(-w * 0.56, -mouth.upper * 0.58), at(-w * 0.2, -mouth.upper), at(0, -dip),
        at(w * 0.2, -mouth.upper), at(w * 0.56, -mouth.upper * 0.58), (*top[6], "c"), *top[5:0:-1],
    ])  # fmt: skip
    deep = gap + mouth.lower
    closing = low if gap else top[5:0:-1]
    lower = smooth([
        (*top[0], "c"), at(-w * 0.6, deep * 0.74), at(-w * 0.24, deep + 0.5), at(w * 0.24, deep + 0.5),
        at(w * 0.6, deep * 0.74), (*top[6], "c"), *closing,
    ])  # fmt: skip
    _lips(mouth, upper, lower)
    _line(mouth, top)
    _corners(mouth)


def _lips(mouth: Mouth, upper: Any, lower: Any) -> None:
    """Their colour: darker above, where they turn from the light, with a shine below."""
    figure, canvas, at = mouth.figure, mouth.figure.canvas, mouth.at
    w, gap, deep = mouth.width, mouth.gap, mouth.gap + mouth.lower
    tone, skin = figure.look.lip, figure.look.skin
    soft = 0.28 if figure.is_fine else 0
    _, mid = at(0, 0)
    shade = linear(
        (0, mid - mouth.upper), (0, mid + 1), [(0, mix(tone, skin.base, 0.3)), (1, mix(tone, skin.line, 0.42))]
    )
    canvas.drawPath(upper, ink(shader=shade, blur=soft))
    bed = linear(
        (0, mid + gap), (0, mid + deep), [(0, mix(tone, skin.line, 0.2)), (0.4, tone), (1, mix(tone, skin.base, 0.34))]
    )
    canvas.drawPath(lower, ink(shader=bed, blur=soft))
    with clipped(canvas, lower):
        if figure.is_close:
            _lip_lines(mouth)
        shine = lighter(tone, 0.7)
        strength = 0.34 + 0.3 * figure.light.power
        soft_spot(
            canvas,
            at(figure.light.dx * w * 0.2, gap + mouth.lower * 0.52),
            w * 0.42,
            mouth.lower * 0.34,
            shine,
            strength,
        )


def _line(mouth: Mouth, top: list[Point]) -> None:
    """The line between closed lips, deepest in the middle and at the corners."""
    figure, at, w = mouth.figure, mouth.at, mouth.width
    dark = mix(figure.look.skin.line, "#33101a", 0.45)
    if mouth.gap:
        return
    line = [at(-w - 0.5, -0.3), *top[1:6], at(w + 0.5, -0.3)]
    widths = (0.14, 0.3, 0.38, 0.44, 0.38, 0.3, 0.14)
    figure.canvas.drawPath(taper([(*p, s) for p, s in zip(line, widths, strict=True)]), ink(dark, 0.85, blur=0.12))


def _corners(mouth: Mouth) -> None:
    figure, at, w = mouth.figure, mouth.at, mouth.width
    smiles = figure.person.expression in ("smile", "joy")
    line = figure.look.skin.line
    for side in (-1, 1):
        soft_spot(figure.canvas, at(side * (w + 0.7), 0.0), 2.0, 1.9, line, 0.26 if mouth.gap > 5 else 0.46)
        if smiles and figure.is_fine:
            strong = (0.3 if figure.person.expression == "smile" else 0.42) * (1 - 0.6 * figure.body.childhood)
            fold = [
                figure.face(side * 8.6, 19.5, 2),
                figure.face(side * (w + 1.6), 23.4, 1),
                at(side * (w + 3.6), 0.2),
            ]
            path = taper([(*p, h) for p, h in zip(fold, (0.1, 0.62, 0.12), strict=True)])
            figure.canvas.drawPath(path, ink(mix(line, figure.look.skin.blush, 0.2), strong, blur=0.7))


def _lip_lines(mouth: Mouth) -> None:
    hairs, w = Hairs(), mouth.width
    for k in range(-7, 8):
        x = k * w * 0.1
        points = [mouth.at(x, mouth.gap + 1.2), mouth.at(x * 1.05, mouth.gap + mouth.lower * 0.6)]
        hairs.add(
            [*points, mouth.at(x * 1.12, mouth.gap + mouth.lower * 0.95)], mouth.figure.look.skin.line, 0.13, 0.24
        )
    hairs.draw(mouth.figure.canvas)


def _inside(mouth: Mouth, opening: Any) -> None:
    canvas, at, gap = mouth.figure.canvas, mouth.at, mouth.gap
    canvas.drawPath(opening, ink("#3d141b"))
    with clipped(canvas, opening):
        soft_spot(canvas, at(0, gap + 1.0), mouth.width * 0.62, gap * 0.5, "#b8605c", 0.9)
        w = mouth.width * 0.94
        reach = gap * {"joy": 0.56, "smile": 0.8}.get(mouth.figure.person.expression, 0.16)
        teeth = smooth([
            at(-w, -2), at(0, -2), at(w, -2), at(w * 0.72, reach * 0.72), at(w * 0.3, reach * 1.06),
            at(0, reach * 1.12), at(-w * 0.3, reach * 1.06), at(-w * 0.72, reach * 0.72),
        ])  # fmt: skip
        canvas.drawPath(teeth, ink(mix("#f4ede4", mouth.figure.look.skin.base, 0.06)))
        with clipped(canvas, teeth):
            for side in (-1, 1):
                soft_spot(canvas, at(side * w, 0.5), w * 0.5, gap, "#5a2a2c", 0.75)
            soft_spot(canvas, at(0, -0.4), w, 2.0, "#6a3a38", 0.45)
            if mouth.figure.is_close:
                for x in (-0.56, -0.36, -0.18, 0.0, 0.18, 0.36, 0.56):
                    line = curve(at(x * w, -1), at(x * w * 0.99, reach * 1.05))
                    canvas.drawPath(line, ink("#b79a90", 0.4, stroke=0.26))
