"""The drawing kit: colours, paints, gradients, smooth paths, and ``solid``, which makes a flat shape a lit one."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reelwright.media.canvas import skia

Point = tuple[float, float]
PathPoint = tuple[float, float] | tuple[float, float, str]
"""A point of a smooth path; ``(x, y, "c")`` is a corner."""
Stop = tuple[float, str] | tuple[float, str, float]
"""A gradient stop: position 0-1, colour, opacity 0-1."""


def rgba(color: str, alpha: float = 1.0) -> int:
    """``#rrggbb`` and an opacity in [0, 1] as Skia's 32-bit colour."""
    r, g, b = channels(color)
    return skia.Color(r, g, b, round(255 * max(0.0, min(1.0, alpha))))


def channels(color: str) -> tuple[int, int, int]:
    """Red, green and blue in [0, 255]."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def mix(first: str, second: str, share: float) -> str:
    """The colour ``share`` of the way from the first to the second, in sRGB."""
    pairs = zip(channels(first), channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def darker(color: str, share: float) -> str:
    """Towards a cool near-black."""
    return mix(color, "#0d0a16", share)


def lighter(color: str, share: float) -> str:
    """Towards a warm near-white."""
    return mix(color, "#fff6e8", share)


def luminance(color: str) -> float:
    """Perceived lightness in [0, 1] (Rec. 709 weights on gamma values)."""
    r, g, b = channels(color)
    return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255


def contrast_ratio(first: str, second: str) -> float:
    """How far apart two colours are to a reader: 1 for equal ones, 21 for black and white.

    Source: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio, read 2026-11-21.
    """
    light, dark = sorted((_shining(first), _shining(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _shining(color: str) -> float:
    """Relative luminance in [0, 1], of linear light."""
    shares = [value / 255 for value in channels(color)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


LEGIBLE = 4.5
"""The least contrast of letters with what they stand on."""


def legible(color: str, ground: str, least: float = LEGIBLE) -> str:
    """The colour, moved as little as need be towards dark or light until letters in it can be read on the ground."""
    for share in (0.0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 1.0):
        for found in (darker(color, share), lighter(color, share)):
            if contrast_ratio(found, ground) >= least:
                return found
    return max(("#000000", "#ffffff"), key=lambda tone: contrast_ratio(tone, ground))


def ink(
    color: str = "#000000",
    alpha: float = 1.0,
    *,
    shader: Any = None,
    blur: float = 0,
    stroke: float = 0,
    blend: Any = None,
) -> Any:
    """A Skia paint: fill, or a round-capped stroke of ``stroke`` units; ``blur`` is a sigma in units."""
    paint = skia.Paint(AntiAlias=True)
    if shader is not None:
        paint.setShader(shader)
        paint.setAlphaf(alpha)
    else:
        paint.setColor(rgba(color, alpha))
    if blur > 0:
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
    if stroke > 0:
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(stroke)
        paint.setStrokeCap(skia.Paint.kRound_Cap)
        paint.setStrokeJoin(skia.Paint.kRound_Join)
    if blend is not None:
        paint.setBlendMode(blend)
    return paint


SCREEN: Any = skia.BlendMode.kScreen
SOFT_LIGHT: Any = skia.BlendMode.kSoftLight
MULTIPLY: Any = skia.BlendMode.kMultiply
ON_TOP: Any = skia.BlendMode.kSrcATop
"""Only on what is painted."""
MODULATE: Any = skia.BlendMode.kModulate
"""Multiplies what is painted and leaves what is not: light that falls on a whole plate."""


def _stops(stops: Sequence[Stop]) -> tuple[list[int], list[float]]:
    return [rgba(stop[1], stop[2] if len(stop) > 2 else 1.0) for stop in stops], [stop[0] for stop in stops]  # type: ignore[misc]


def linear(start: Point, end: Point, stops: Sequence[Stop]) -> Any:
    """A linear gradient shader."""
    colors, positions = _stops(stops)
    return skia.GradientShader.MakeLinear([start, end], colors, positions)


def radial(centre: Point, radius: float, stops: Sequence[Stop]) -> Any:
    """A radial gradient shader."""
    colors, positions = _stops(stops)
    return skia.GradientShader.MakeRadial(centre, radius, colors, positions)


def smooth(points: Sequence[PathPoint], *, closed: bool = True, tension: float = 1.0) -> Any:
    """A Catmull-Rom path through the points. Tangents are clamped to the segments, so nothing overshoots."""
    count = len(points)
    builder = skia.PathBuilder()
    builder.moveTo(points[0][0], points[0][1])

    def at(index: int) -> PathPoint:
        return points[index % count] if closed else points[max(0, min(count - 1, index))]

    def tangent(before: PathPoint, here: PathPoint, after: PathPoint, segment: float) -> Point:
        if len(here) > 2:
            return 0.0, 0.0
        dx, dy = after[0] - before[0], after[1] - before[1]
        length = math.hypot(dx, dy) or 1.0
        reach = min(length * tension / 3, segment * 0.38)
        return dx / length * reach, dy / length * reach

    for index in range(count if closed else count - 1):
        a, b, c, d = at(index - 1), at(index), at(index + 1), at(index + 2)
        segment = math.hypot(c[0] - b[0], c[1] - b[1])
        out, into = tangent(a, b, c, segment), tangent(b, c, d, segment)
        builder.cubicTo(b[0] + out[0], b[1] + out[1], c[0] - into[0], c[1] - into[1], c[0], c[1])
    if closed:
        builder.close()
    return builder.detach()


def curve(*points: PathPoint) -> Any:
    """An open smooth path."""
    return smooth(points, closed=False)


def polygon(*points: Point) -> Any:
    """A closed path with straight sides."""
    builder = skia.PathBuilder()
    builder.moveTo(*points[0])
    for point in points[1:]:
        builder.lineTo(*point)
    builder.close()
    return builder.detach()


def box(x: float, y: float, width: float, height: float, radius: float = 0) -> Any:
    """A rectangle with round corners, from its top left corner."""
    return skia.Path.RRect(skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(x, y, width, height), radius, radius))


def rect(left: float, top: float, right: float, bottom: float) -> Any:
    """A rectangle from its edges."""
    return skia.Path.Rect(skia.Rect.MakeLTRB(left, top, right, bottom))


def oval(cx: float, cy: float, rx: float, ry: float) -> Any:
    """An ellipse around its centre."""
    return skia.Path.Oval(skia.Rect.MakeLTRB(cx - rx, cy - ry, cx + rx, cy + ry))


def moved(path: Any, dx: float, dy: float) -> Any:
    """The path somewhere else."""
    return transformed(path, skia.Matrix.Translate(dx, dy))


def transformed(path: Any, matrix: Any) -> Any:
    """The path under a ``skia.Matrix``."""
    target = skia.Path()
    path.transform(matrix, target)
    return target


def minus(path: Any, other: Any) -> Any:
    """What of the path lies outside the other."""
    return skia.Op(path, other, skia.kDifference_PathOp)


def union(path: Any, other: Any) -> Any:
    """Both paths as one shape."""
    return skia.Op(path, other, skia.kUnion_PathOp)


def leaf(x: float, y: float, degrees: float, length: float, width: float) -> Any:
    """A leaf from its stalk at (x, y); 0 degrees points up, positive leans right."""
    shape = smooth([(0, 0, "c"), (width / 2, -length * 0.45), (0, -length, "c"), (-width / 2, -length * 0.45)])
    return transformed(shape, skia.Matrix.Translate(x, y).preConcat(skia.Matrix.RotateDeg(degrees)))


def glow(canvas: Any, x: float, y: float, radius: float, color: str, alpha: float = 0.5) -> None:
    """Light around a lamp or behind a subject, screened over what is there."""
    stops: list[Stop] = [(0, color, alpha), (0.4, color, alpha * 0.35), (1, color, 0)]
    canvas.drawPath(oval(x, y, radius, radius), ink(shader=radial((x, y), radius, stops), blend=SCREEN))


def clipped(canvas: Any, path: Any) -> "_Clip":
    """A context in which only what lies inside the path is drawn."""
    return _Clip(canvas, path)


class _Clip:
    def __init__(self, canvas: Any, path: Any) -> None:
        self._canvas, self._path = canvas, path

    def __enter__(self) -> None:
        self._canvas.save()
        self._canvas.clipPath(self._path, skia.ClipOp.kIntersect, True)

    def __exit__(self, *problem: object) -> None:
        self._canvas.restore()


@dataclass(frozen=True)
class Light:
    """The scene's key light: ``dx, dy`` points from the subject towards it; ``fill`` colours the shadows."""

    dx: float
    dy: float
    key: str
    fill: str
    power: float = 0.6
    """0 flat to 1 hard."""

    @classmethod
    def towards(cls, dx: float, dy: float, key: str, fill: str, power: float = 0.6) -> "Light":
        """A light with its direction brought to length 1."""
        length = math.hypot(dx, dy) or 1.0
        return cls(dx / length, dy / length, key, fill, power)


def solid(
    canvas: Any,
    path: Any,
    color: str,
    light: Light,
    *,
    shade: float = 0.55,
    rim: float = 0.8,
    rim_width: float = 7,
    soft: float = 18,
    whole: Any = None,
) -> None:
    """Fills a path, then models it: directional gradient, core shadow away from the light, rim light towards it.

    Args:
        canvas: Skia canvas in frame units.
        path: The outline.
        color: Local colour, ``#rrggbb``.
        light: The scene's light.
        shade: Depth of the shadow, 0 to 1.
        rim: Strength of the rim light, 0 to 1.
        rim_width: Width of the rim in units; fitting the size of the thing.
        soft: Softness of the core shadow in units.
        whole: Bounds of a larger thing of which this is a part, a ``skia.Rect``: the light lies across all of it.
    """
    canvas.drawPath(path, ink(color))
    bounds = path.getBounds() if whole is None else whole
    cx, cy = bounds.centerX(), bounds.centerY()
    reach = max(bounds.width(), bounds.height()) / 2
    near = (cx + light.dx * reach, cy + light.dy * reach)
    far = (cx - light.dx * reach, cy - light.dy * reach)
    stops: list[Stop] = [
        (0, light.key, 0.45 * light.power),
        (0.45, light.key, 0),
        (0.55, light.fill, 0.15 * shade),
        (1, light.fill, shade),
    ]
    canvas.drawPath(path, ink(shader=linear(near, far, stops)))
    with clipped(canvas, path):
        if shade > 0:
            core = minus(path, moved(path, light.dx * rim_width * 2.2, light.dy * rim_width * 2.2))
            canvas.drawPath(core, ink(light.fill, shade * 0.7, blur=soft))
        if rim > 0:
            edge = minus(path, moved(path, -light.dx * rim_width, -light.dy * rim_width))
            canvas.drawPath(edge, ink(light.key, rim * light.power, blur=max(1.2, rim_width * 0.35)))


def contact_shadow(canvas: Any, cx: float, y: float, width: float, alpha: float = 0.5, color: str = "#0a0712") -> None:
    """The soft dark under a thing that stands on something; ``width`` in units."""
    canvas.drawPath(oval(cx, y, width / 2, max(3.0, width * 0.06)), ink(color, alpha, blur=max(2.0, width * 0.05)))
