"""Deeds that something shows at the product: a glint, light that comes on, mist, a stream, a glass that fills."""

from dataclasses import replace

from reelwright.providers.builtin.artist.brush import (
    Stop as Tone,
)
from reelwright.providers.builtin.artist.brush import (
    curve,
    darker,
    ink,
    linear,
    mix,
    oval,
    polygon,
    radial,
    smooth,
)
from reelwright.providers.builtin.artist.contract import Scene
from reelwright.providers.builtin.artist.deeds.deed import DEPTH, Deed, tinted
from reelwright.providers.builtin.artist.painting import Layer, Plate, Stop, Turning

_GLINTS = 7
_OPEN_VESSELS = ("mug", "pet_bowl", "bowl", "plate", "ice_cream", "jar")
_DRINKS = {
    "mug": "#4a2410",
    "pet_bowl": "#8a5a32",
    "bowl": "#b5682a",
    "plate": "#c98a3a",
    "ice_cream": "#5a2f16",
    "jar": "#e0a63a",
}


def glint(deed: Deed) -> None:
    """A band of light runs over the product."""
    mask, spot = deed.mask, deed.spot
    right = mask.left + mask.image.width() / (deed.scene.size.scale * mask.detail)
    width = max(deed.width, spot.height * 0.3)
    left, right = max(mask.left, spot.x - width * 0.7), min(right, spot.x + width * 0.7)
    half = max(10.0, (right - left) * 0.15)
    drawings: list[Layer | None] = []
    for step in range(_GLINTS):
        x = left - half + (right - left + 2 * half) * (step + 0.5) / _GLINTS
        tones: list[Tone] = [
            (0.0, "#fffaf0", 0.0), (0.35, "#fffaf0", 0.18), (0.5, "#ffffff", 0.8), (0.65, "#fffaf0", 0.18),
            (1.0, "#fffaf0", 0.0),
        ]  # fmt: skip
        slant = half * 0.5
        shader = linear((x - half, spot.base_y - slant), (x + half, spot.base_y + slant), tones)
        drawings.append(tinted(mask, deed.scene, ink(shader=shader)))
    order = (0, *range(1, _GLINTS + 1), *[0] * 9, *range(1, _GLINTS + 1), 0)
    book = deed.book(drawings, Turning(order, deed.begins, 0.07), name="glint")
    if book:
        deed.after.append(book)


def unveil(deed: Deed) -> None:
    """The whole place lies in the dark; then light comes up behind the product and runs over it."""
    deed.after.extend(shade(deed.scene, _DARK))
    halo = _halo(deed, max(deed.spot.height, deed.width) * 1.15, 0.6)
    if halo is not None:
        deed.before.append(
            replace(halo, course=(Stop(0.0, opacity=0.0), Stop(0.06, opacity=0.0), Stop(_LIT), Stop(1.0)))
        )
    deed.begins = _LIT - 0.1
    glint(deed)


def sweep(deed: Deed) -> None:
    """Half dark, until a band of light runs over the product."""
    deed.after.extend(shade(deed.scene))
    glint(deed)


_DARK, _DIM, _LIT = 0.6, 0.48, 0.28
"""How dark a place is before its light comes on, and the share of the shot at which that is done."""


def shade(scene: Scene, strength: float = _DIM) -> tuple[Layer, ...]:
    """Darkness over the whole frame that goes as light comes up."""
    size = scene.size
    area = (-size.margin_x, -size.margin_y, size.width + size.margin_x, size.height + size.margin_y)
    plate = Plate(size, DEPTH, "shade", _COARSE, area=area)
    plate.canvas.drawPaint(ink(darker(scene.hour.fill, 0.7), strength))
    layer = plate.layer()
    return () if layer is None else (replace(layer, course=(Stop(0.0), Stop(0.05), Stop(_LIT, opacity=0.0))),)


_COARSE = 24.0
"""Softness of what has no detail: painted on few pixels."""


def light_up(deed: Deed) -> None:
    """Dark at first; then its light comes on and falls around it."""
    shade = tinted(deed.mask, deed.scene, ink(darker(deed.scene.hour.fill, 0.6), 0.62))
    dark = (Stop(0.0), Stop(deed.begins), Stop(min(0.9, deed.begins + 0.1), opacity=0.0))
    deed.after.append(replace(shade, name="unlit", course=dark))
    shine_out(deed)


def shine_out(deed: Deed) -> None:
    """Light spreads around it."""
    spot, begins = deed.spot, deed.begins
    on = min(0.9, begins + 0.1)
    reach = max(spot.height, deed.width) * 0.95
    lit = (Stop(0.0, opacity=0.0), Stop(begins, opacity=0.0), Stop(on), Stop(on + 0.06, opacity=0.8), Stop(1.0))
    power = 0.6 if deed.product is None else 1.0
    for strength, radius, into in ((0.55 * power, reach, deed.before), (0.3 * power, reach * 0.62, deed.after)):
        halo = _halo(deed, radius, strength)
        if halo is not None:
            into.append(replace(halo, course=lit))


def _halo(deed: Deed, radius: float, strength: float) -> Layer | None:
    """A round glow about the product's middle."""
    spot, key = deed.spot, mix("#fff3d0", deed.look.accent, 0.18)
    x, y = spot.x, spot.base_y - spot.height * 0.55
    plate = deed.plate(x - radius, y - radius, x + radius, y + radius, soft=9)
    tones: list[Tone] = [(0.0, key, strength), (0.5, key, strength * 0.35), (1.0, key, 0.0)]
    plate.canvas.drawPath(oval(x, y, radius, radius), ink(shader=radial((x, y), radius, tones)))
    layer = plate.layer()
    return None if layer is None else replace(layer, name="glow", pivot=(x, y))


def spray(deed: Deed) -> None:
    """Two puffs of mist from its top to the free side, or as far as the wrist they are meant for."""
    spot, side = deed.spot, deed.towards or deed.free_side
    far = spot.height * _TO_THE_WRIST if deed.towards else max(spot.height * 0.95, deed.scene.size.height * 0.26)
    x, y = spot.x + side * deed.width * 0.16, deed.top + spot.height * 0.06
    drawings: list[Layer | None] = []
    for step in range(7):
        share = (step + 1) / 7
        plate = (
            deed.plate(x - far * 0.25, y - far * 0.6, x + far * 1.3, y + far * 0.55, soft=3)
            if side > 0
            else (deed.plate(x - far * 1.3, y - far * 0.6, x + far * 0.25, y + far * 0.55, soft=3))
        )
        dice = deed.dice("mist")
        for _ in range(90):
            along, spread = dice.random() ** 0.7, dice.gauss(0, 0.24)
            reach = along * min(1.0, share * 1.5)
            fade = (1.0 - max(0.0, share - 0.45) / 0.6) * (1.1 - 0.6 * reach)
            px = x + side * far * (reach + 0.12 * max(0.0, share - 0.4))
            py = y + far * (spread * (0.15 + reach) - 0.1 * reach + 0.14 * max(0.0, share - 0.5))
            radius = (2.0 + 11 * reach * dice.random()) * max(far, _FINE_MIST) / 310
            plate.canvas.drawCircle(px, py, radius, ink("#ffffff", 0.6 * fade, blur=radius * 0.45 + 0.4))
        cone = [
            (x, y),
            (x + side * far * share, y - far * 0.3 * share),
            (x + side * far * share, y + far * 0.2 * share),
        ]
        plate.canvas.drawPath(polygon(*cone), ink("#ffffff", 0.42 * (1.1 - share), blur=12))
        drawings.append(plate.layer())
    stays = (4, 4) if deed.towards else (5, 5)
    order = (0, 1, 2, 3, 4, 5, 6, 7, 0, 0, 0, 1, 2, 3, 4, *stays)
    book = deed.book(drawings, Turning(order, deed.begins, 0.09), name="mist")
    if book:
        deed.after.append(book)


_TO_THE_WRIST = 0.8
"""How far mist in a hand goes, in heights of the flacon."""
_FINE_MIST = 190.0
"""Drops of mist grow no finer than at this reach, in units."""


SPRAYED = ("perfume",)
"""What nobody pours into a glass."""


def pour(deed: Deed) -> None:
    """A stream runs into it; what is closed is tilted itself and fills a glass."""
    if deed.look.shape in _OPEN_VESSELS or deed.product is None:
        _stream_into(deed)
    else:
        _into_a_glass(deed)


_WELLS: dict[str, tuple[float, float, float, float]] = {
    "mug": (-9.0, -86.6, 36.6, 6.4), "pet_bowl": (0.0, -80.0, 78.0, 17.0), "bowl": (0.0, -65.4, 79.0, 14.6),
}  # fmt: skip
"""By shape, in hundredths of its height: middle, half width and half height of its inside, as it is seen."""


def fill(deed: Deed) -> None:
    """It is empty, and fills."""
    well = _WELLS.get(deed.look.shape)
    if well and deed.product is not None:
        x, y, wide, high = (part * deed.spot.height / 100 for part in well)
        x, y = x + deed.spot.x, y + deed.spot.base_y
        plate = deed.plate(x - wide, y - high, x + wide, y + high)
        wall = darker(mix(deed.look.color, deed.scene.hour.fill, 0.35), 0.3)
        sides: list[Tone] = [(0.0, darker(wall, 0.4)), (0.55, wall), (1.0, mix(wall, "#ffffff", 0.18))]
        plate.canvas.drawPath(oval(x, y, wide, high), ink(shader=linear((0, y - high), (0, y + high), sides)))
        empty = plate.layer()
        if empty is not None:
            course = (Stop(0.0), Stop(0.24), Stop(0.7, opacity=0.0))
            deed.after.append(replace(empty, name="empty", course=course))
    pour(deed)


def _stream_into(deed: Deed) -> None:
    spot = deed.spot
    tone = _DRINKS.get(deed.look.shape, "#6b3d1c")
    x = spot.x - (deed.width * 0.075 if deed.look.shape == "mug" else 0.0)
    end = deed.top + spot.height * 0.09
    _stream(deed, x, -deed.scene.size.margin_y, end, max(4.0, spot.height * 0.035), tone, 0.16, 0.86)


def _stream(deed: Deed, x: float, top: float, end: float, half: float, tone: str, begins: float, ends: float) -> None:
    """A stream that comes down, wavers in three drawings, and stops."""
    drawings: list[Layer | None] = []
    for step in range(5):
        reach = (0.4, 1.0, 1.0, 1.0, 1.0)[step]
        dice = deed.dice(f"stream {step}")
        plate = deed.plate(x - half * 5, top, x + half * 5, end + half * 2)
        low = top + (end - top) * reach
        waves = [dice.uniform(-0.35, 0.35) * half for _ in range(4)]
        heights = [top + (low - top) * k / 3 for k in range(4)]
        left = [(x - half * (1 - 0.12 * k) + waves[k], heights[k]) for k in range(4)]
        right = [(x + half * (1 - 0.12 * k) + waves[k], heights[k]) for k in range(3, -1, -1)]
        path = smooth([*left, *right])
        sides: list[Tone] = [(0.0, mix(tone, "#ffffff", 0.35)), (0.35, tone), (1.0, darker(tone, 0.35))]
        plate.canvas.drawPath(path, ink(shader=linear((x - half, 0), (x + half, 0), sides)))
        shine = curve(*[(x - half * 0.35 + waves[k], heights[k]) for k in range(4)])
        plate.canvas.drawPath(shine, ink("#ffffff", 0.5, stroke=max(1.0, half * 0.22)))
        if reach == 1.0:
            for _ in range(7):
                drop = oval(x + dice.uniform(-4, 4) * half, end - dice.uniform(0, 3.4) * half, half * 0.2, half * 0.26)
                plate.canvas.drawPath(drop, ink(tone, 0.9))
            ring = oval(x, end + half * 0.4, half * 2.6, half * 0.55)
            plate.canvas.drawPath(ring, ink(mix(tone, "#ffffff", 0.45), 0.7, stroke=1.6))
        drawings.append(plate.layer())
    book = deed.book(drawings, Turning((0, 1, 2, 3, 4, 5), begins, 0.1, 2, 9.0), name="stream")
    if book:
        deed.after.append(replace(book, course=(Stop(0.0), Stop(ends), Stop(ends + 0.03, opacity=0.0))))


def _into_a_glass(deed: Deed) -> None:
    """The product is lifted and tilted over a glass beside it."""
    spot, side = deed.spot, deed.free_side
    tall = min(spot.height * 0.42, deed.scene.size.height * 0.3)
    half = tall * 0.34
    x = spot.x + side * (spot.height * 0.52 + half)
    tone = deed.look.color if deed.look.shape in ("bottle", "can") else mix(deed.look.color, "#ffffff", 0.2)
    _glass(deed, x, half, tall)
    lift = max(-(deed.top - 10), -spot.height * 0.34) if deed.top > 20 else -spot.height * 0.12
    over = (
        Stop(0.0), Stop(0.1), Stop(0.28, y=lift, degrees=side * 10),
        Stop(0.4, x=side * spot.height * 0.06, y=lift, degrees=side * 74),
        Stop(0.84, x=side * spot.height * 0.06, y=lift, degrees=side * 82),
    )  # fmt: skip
    # It turns about its middle, so that its mouth comes over the glass.
    pivot = (spot.x, spot.base_y - spot.height * 0.5)
    if deed.product is not None:
        deed.product = replace(deed.product, course=over, pivot=pivot)
    mouth_y = pivot[1] + lift - spot.height * 0.14
    mouth_x = spot.x + side * spot.height * 0.55
    _stream(deed, mouth_x, mouth_y, spot.base_y - tall * 0.2, max(3.0, tall * 0.035), tone, 0.4, 0.93)
    _levels(deed, x, half, tall, tone)


def _glass(deed: Deed, x: float, half: float, tall: float) -> None:
    base = deed.spot.base_y
    plate = deed.plate(x - half * 1.4, base - tall * 1.1, x + half * 1.4, base + tall * 0.15)
    canvas = plate.canvas
    canvas.drawPath(oval(x, base, half * 0.95, half * 0.14), ink("#0a0712", 0.4, blur=5))
    wall = polygon((x - half, base - tall), (x + half, base - tall), (x + half * 0.78, base), (x - half * 0.78, base))
    canvas.drawPath(wall, ink("#eef6fb", 0.2))
    for sign in (-1, 1):
        canvas.drawLine(x + sign * half, base - tall, x + sign * half * 0.78, base, ink("#ffffff", 0.55, stroke=2.2))
    canvas.drawPath(oval(x, base - tall, half, half * 0.16), ink("#ffffff", 0.6, stroke=2))
    canvas.drawPath(oval(x, base - 2, half * 0.78, half * 0.12), ink("#ffffff", 0.4, stroke=2.4))
    layer = plate.layer()
    if layer is not None:
        deed.before.append(replace(layer, name="glass"))


def _levels(deed: Deed, x: float, half: float, tall: float, tone: str) -> None:
    """What is in the glass, rising."""
    base = deed.spot.base_y
    drawings: list[Layer | None] = []
    for step in range(8):
        high = tall * 0.78 * (step + 1) / 8
        wide, low = half * (0.78 + 0.22 * high / tall) * 0.95, half * 0.74
        plate = deed.plate(x - half, base - tall, x + half, base + tall * 0.1)
        path = polygon((x - wide, base - high), (x + wide, base - high), (x + low, base - 3), (x - low, base - 3))
        sides: list[Tone] = [(0.0, mix(tone, "#ffffff", 0.3), 0.85), (0.6, tone, 0.85), (1.0, darker(tone, 0.3), 0.85)]
        plate.canvas.drawPath(path, ink(shader=linear((x - wide, 0), (x + wide, 0), sides)))
        plate.canvas.drawPath(oval(x, base - high, wide, wide * 0.15), ink(mix(tone, "#ffffff", 0.4), 0.95))
        drawings.append(plate.layer())
    book = deed.book(drawings, Turning((0, 1, 2, 3, 4, 5, 6, 7, 8), 0.42, 0.2), name="fill")
    if book:
        deed.before.append(book)
