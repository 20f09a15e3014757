"""Deeds that move the product itself: turn, open, drop, bounce, drive, break; an animal that looks up."""

from dataclasses import replace

from reelwright.providers.builtin.artist.brush import ink, mix, oval, polygon, rect, smooth
from reelwright.providers.builtin.artist.deeds.deed import Deed, cut
from reelwright.providers.builtin.artist.deeds.shows import SPRAYED, glint, light_up, pour, spray, sweep
from reelwright.providers.builtin.artist.painting import Layer, LayerMotion, Stop, Turning

_CAPS = {
    "bottle": 0.185, "perfume": 0.24, "lipstick": 0.42, "jar": 0.24, "box": 0.3, "generic": 0.26,
}  # fmt: skip
"""How much of a product's height is its cap or lid."""
_FOLDING = ("laptop", "book")


def _moved(deed: Deed, *course: Stop) -> None:
    if deed.product is not None:
        deed.product = replace(deed.product, course=course, pivot=(deed.spot.x, deed.spot.base_y))


def turn(deed: Deed) -> None:
    """From aslant round to the front, then a highlight runs over it."""
    side = deed.free_side
    _moved(
        deed,
        Stop(0.0, degrees=-4.0 * side, wide=0.7, x=deed.width * 0.05 * side),
        Stop(0.12, degrees=-4.0 * side, wide=0.7, x=deed.width * 0.05 * side),
        Stop(0.55),
    )
    glint(replace_begin(deed, 0.55))


def replace_begin(deed: Deed, begins: float) -> Deed:
    """The same deed, whose shows begin later."""
    deed.begins = begins
    return deed


def open_up(deed: Deed) -> None:
    """A lid or cap comes off; what folds unfolds; all else lets its light out."""
    spot, layer = deed.spot, deed.product
    share = _CAPS.get(deed.look.shape, 0.0)
    if layer is not None and deed.look.shape in _FOLDING:
        _moved(deed, Stop(0.0, high=0.16), Stop(0.12, high=0.16), Stop(0.42, high=1.03), Stop(0.5))
        return
    if layer is None or share == 0.0:
        light_up(deed)
        return
    far, line = deed.scene.size.width * 2, deed.top + spot.height * share
    body = cut(layer, deed.scene, rect(-far, line, far, far))
    cap = cut(layer, deed.scene, rect(-far, -far, far, line))
    side, tall = deed.free_side, spot.height
    deed.product = body
    if cap is not None:
        course = (
            Stop(0.0), Stop(0.14), Stop(0.3, y=-tall * 0.16),
            Stop(0.55, x=side * tall * 0.34, y=-tall * 0.1, degrees=side * 32),
        )  # fmt: skip
        deed.after.append(replace(cap, course=course, pivot=(spot.x, line)))


def mist(deed: Deed) -> None:
    """The cap comes off, then two puffs of mist leave it to the other side."""
    if deed.product is not None and deed.look.shape in _CAPS:
        if deed.top > 0:
            open_up(deed)
        else:
            # The cap is above the frame.
            sweep(deed)
        deed.begins, deed.towards = 0.5, -deed.free_side
    spray(deed)


def pour_out(deed: Deed) -> None:
    """A stream runs into it or out of it; what is sprayed is sprayed."""
    if deed.look.shape in SPRAYED:
        mist(deed)
    else:
        pour(deed)


_NECK, _LOW, _HIGH = (4.0, -58.0), -50.0, -65.0
"""In hundredths of a sitting animal's height: what its head turns about, and how far head and body reach over it."""


def perk(deed: Deed) -> None:
    """An animal with its head low looks up and listens."""
    layer, spot = deed.product, deed.spot
    if layer is None or not deed.shape.is_alive:
        turn(deed)
        return
    unit, far = spot.height / 100, deed.scene.size.width * 2
    deed.product = cut(layer, deed.scene, rect(-far, spot.base_y + _HIGH * unit, far, far))
    head = cut(layer, deed.scene, rect(-far, -far, far, spot.base_y + _LOW * unit))
    if head is not None:
        low = Stop(0.0, y=4.5 * unit, x=1.5 * unit, degrees=19)
        course = (low, replace(low, at=0.16), Stop(0.34), Stop(0.62), Stop(0.72, degrees=-7), Stop(1.0, degrees=-7))
        pivot = (spot.x + _NECK[0] * unit, spot.base_y + _NECK[1] * unit)
        deed.after.append(replace(head, course=course, pivot=pivot))


def drop(deed: Deed) -> None:
    """It falls the last bit, settles, and the surface splashes up."""
    tall = deed.spot.height
    lifted = min(tall * 0.5, max(tall * 0.15, deed.top - 12))
    _moved(
        deed,
        Stop(0.0, y=-lifted, degrees=5), Stop(0.14, y=-lifted, degrees=5), Stop(0.24, pace="falling"),
        Stop(0.26, high=0.94, wide=1.03), Stop(0.32, y=-tall * 0.05, pace="rising"), Stop(0.38, pace="falling"),
    )  # fmt: skip
    _splash(deed, 0.235)


def _splash(deed: Deed, begins: float) -> None:
    drawings: list[Layer | None] = []
    wide = max(deed.width, deed.spot.height * 0.4)
    for step in range(7):
        share = (step + 1) / 7
        plate = deed.plate(
            deed.spot.x - wide * 1.5,
            deed.spot.base_y - wide * 0.95,
            deed.spot.x + wide * 1.5,
            deed.spot.base_y + wide * 0.3,
        )
        dice = deed.dice("splash")
        for _ in range(46):
            out, up = dice.uniform(-1.25, 1.25), dice.uniform(0.35, 1.0)
            x = deed.spot.x + wide * (0.5 * (1 if out > 0 else -1) + out * 0.8 * share)
            y = deed.spot.base_y - wide * up * 0.95 * (4 * share * (1 - share)) * 0.9
            radius = dice.uniform(0.012, 0.045) * wide * (1.1 - 0.6 * share)
            plate.canvas.drawPath(oval(x, y, radius * 0.8, radius * 1.25), ink("#e9f6ff", 0.85 * (1.15 - share)))
        plate.canvas.drawPath(
            oval(deed.spot.x, deed.spot.base_y, wide * (0.5 + 0.75 * share), wide * (0.06 + 0.09 * share)),
            ink("#eaf6ff", 0.5 * (1 - share), stroke=3, blur=1.2),
        )
        drawings.append(plate.layer())
    book = deed.book(drawings, Turning((0, 1, 2, 3, 4, 5, 6, 7, 0), begins, 0.085))
    if book:
        deed.after.append(book)


def bounce(deed: Deed) -> None:
    """Two hops, each with a squash."""
    tall = deed.spot.height
    high = min(tall * 0.45, max(tall * 0.12, deed.top - 10))
    _moved(
        deed,
        Stop(0.0), Stop(0.1), Stop(0.14, high=0.9, wide=1.06), Stop(0.24, y=-high, pace="rising"),
        Stop(0.33, pace="falling"),
        Stop(0.355, high=0.9, wide=1.06), Stop(0.43, y=-high * 0.55, pace="rising"), Stop(0.5, pace="falling"),
        Stop(0.52, high=0.95, wide=1.03), Stop(0.56),
    )  # fmt: skip


def drive(deed: Deed) -> None:
    """It comes across the frame and slows down, dust behind it."""
    size = deed.scene.size
    side = 1 if deed.spot.x >= size.width * 0.42 else -1
    far = size.width * 0.26
    _moved(deed, Stop(0.0, x=-side * far), Stop(0.06, x=-side * far * 0.93), Stop(0.9, pace="rising"))
    if deed.product is not None:
        deed.product = replace(deed.product, motion=LayerMotion("sway", 0.25, 0.31))
    x, y, tall = deed.spot.x - side * deed.width * 0.52, deed.spot.base_y, deed.spot.height
    plate = deed.plate(x - tall, y - tall * 0.5, x + tall, y + tall * 0.12, soft=6)
    dice = deed.dice("dust")
    for index in range(11):
        away = index / 11
        puff = oval(x - side * away * tall * 0.8, y - dice.uniform(0.02, 0.16) * tall, tall * 0.13, tall * 0.08)
        plate.canvas.drawPath(puff, ink("#efe4d2", 0.28 * (1 - away), blur=9))
    dust = plate.layer()
    if dust is not None and deed.product is not None:
        course = tuple(replace(stop, opacity=max(0.0, 1 - stop.at * 1.1)) for stop in deed.product.course)
        deed.before.append(replace(dust, course=course, pivot=deed.product.pivot))


def break_up(deed: Deed) -> None:
    """It snaps in the middle; crumbs fly."""
    layer, spot = deed.product, deed.spot
    if layer is None:
        glint(deed)
        return
    tall, far = spot.height, deed.scene.size.width * 2
    if deed.shape.aspect < 1:
        lower, upper = _snapped(deed, layer, far)
        away = Stop(0.27, x=tall * 0.05, y=-tall * 0.07, degrees=13, pace="rising")
        settled = Stop(0.6, x=tall * 0.07, y=-tall * 0.08, degrees=16)
        pivot = (spot.x + deed.width * 0.5, deed.top + tall * 0.5)
    else:
        lower, upper = _halved(deed, layer, far)
        away = Stop(0.27, x=tall * 0.1, degrees=8, pace="rising")
        settled = Stop(0.6, x=tall * 0.13, degrees=9)
        pivot = (spot.x + deed.width * 0.25, spot.base_y)
    deed.product = lower
    if upper is not None:
        deed.after.append(replace(upper, course=(Stop(0.0), Stop(0.18), away, settled), pivot=pivot))
    _crumbs(deed, 0.19)


def _snapped(deed: Deed, layer: Layer, far: float) -> tuple[Layer | None, Layer | None]:
    """Lower and upper part."""
    dice, y = deed.dice("crack"), deed.top + deed.spot.height * 0.42
    jag = deed.spot.height * 0.022
    edge = [(deed.spot.x + deed.width * (k / 6 - 0.75), y + dice.uniform(-jag, jag)) for k in range(10)]
    upper = polygon((-far, -far), (far, -far), (far, edge[-1][1]), *reversed(edge), (-far, edge[0][1]))
    lower = polygon((-far, far), (far, far), (far, edge[-1][1]), *reversed(edge), (-far, edge[0][1]))
    return cut(layer, deed.scene, lower), cut(layer, deed.scene, upper)


def _halved(deed: Deed, layer: Layer, far: float) -> tuple[Layer | None, Layer | None]:
    """Left and right part."""
    dice, tall = deed.dice("crack"), deed.spot.height
    jag = tall * 0.03
    edge = [(deed.spot.x + dice.uniform(-jag, jag), deed.top + tall * (k / 8)) for k in range(-1, 10)]
    left = polygon((-far, -far), (edge[0][0], -far), *edge, (edge[-1][0], far), (-far, far))
    right = polygon((far, -far), (edge[0][0], -far), *edge, (edge[-1][0], far), (far, far))
    return cut(layer, deed.scene, left), cut(layer, deed.scene, right)


def _crumbs(deed: Deed, begins: float) -> None:
    tall, spot = deed.spot.height, deed.spot
    drawings: list[Layer | None] = []
    for step in range(6):
        share = (step + 1) / 6
        plate = deed.plate(spot.x - tall, deed.top - tall * 0.2, spot.x + tall, spot.base_y + tall * 0.1)
        dice = deed.dice("crumbs")
        for _ in range(24):
            side, begin = dice.uniform(-1, 1), dice.uniform(0.1, 0.9)
            x = spot.x + side * tall * (0.04 + 0.42 * share)
            y = min(spot.base_y, deed.top + tall * (0.42 + 0.08 * begin - 0.35 * share + 0.9 * share * share))
            r = dice.uniform(0.01, 0.028) * tall
            crumb = smooth([(x - r, y), (x, y - r), (x + r, y - r * 0.2), (x + r * 0.3, y + r * 0.8)])
            plate.canvas.drawPath(crumb, ink(mix(deed.look.color, "#4a2a18", 0.5), 0.95))
        drawings.append(plate.layer())
    book = deed.book(drawings, Turning((0, 1, 2, 3, 4, 5, 6), begins, 0.085))
    if book:
        deed.after.append(book)
