"""Floors and grounds with what stands on them, from straight above: one short list a place."""

from collections.abc import Callable
from typing import Any

from reelwright.providers.builtin.artist.above.pieces import PIECES
from reelwright.providers.builtin.artist.above.plan import Plan
from reelwright.providers.builtin.artist.brush import curve, darker, glow, ink, lighter, mix, oval, rect
from reelwright.providers.builtin.artist.contract import Scene
from reelwright.providers.builtin.artist.painting import Layer, Plate
from reelwright.providers.builtin.artist.stagecraft import gather, wash

Item = tuple[str, float, float, float, float, float]
"""What, where (centimetres from the middle, right and down), how wide and deep, how far turned."""

_GROUNDS = {
    "planks": "#8a6346", "tiles": "#b9b1a6", "rubber": "#3c3f49", "carpet": "#6f6a78", "gloss": "#221b2c",
    "grass": "#6f8a48", "sand": "#dcc093", "asphalt": "#50535e", "paving": "#8f8a84", "earth": "#84694a",
    "snow": "#e6ecf2", "deck": "#8d6d50",
}  # fmt: skip
_FLOORS = {
    "kitchen": "tiles", "bathroom": "tiles", "clinic": "tiles", "shop": "tiles", "gym": "rubber", "office": "carpet",
    "train": "rubber", "space": "rubber", "studio": "gloss", "abstract": "gloss", "beach": "sand", "desert": "sand",
    "street": "asphalt", "road": "asphalt", "car": "asphalt", "market": "paving", "rooftop": "paving",
    "garden": "grass", "field": "grass", "farm": "earth", "forest": "earth", "mountain": "earth", "harbour": "deck",
}  # fmt: skip
"""What is underfoot; planks where nothing is said."""
_ROOM: tuple[Item, ...] = (
    ("rug", 20, 20, 290, 200, 0),
    ("plant", -270, -170, 80, 80, 0),
    ("table", 250, 110, 120, 120, 0),
)
_PLACES: dict[str, tuple[Item, ...]] = {
    "living_room": (
        ("rug", 0, 20, 300, 210, 0), ("sofa", 0, -170, 230, 92, 0), ("sofa", 265, 10, 100, 90, 90),
        ("low_table", -205, 60, 62, 110, 0), ("plant", -270, -190, 90, 90, 0), ("plant", 330, -200, 70, 70, 0),
        ("shelf", -20, 290, 320, 44, 0),
    ),
    "bedroom": (
        ("rug", 60, 60, 240, 180, 0), ("bed", -215, -40, 170, 215, 90), ("shelf", 200, -250, 220, 50, 0),
        ("plant", 310, 180, 80, 80, 0), ("low_table", -300, -190, 50, 46, 0),
    ),
    "kitchen": (
        ("counter", 0, -250, 1400, 84, 0), ("table", 225, 60, 140, 140, 0), ("rug", -120, 40, 190, 90, 0),
        ("plant", -330, 170, 80, 80, 0), ("low_table", -350, -60, 60, 170, 0),
    ),
    "bathroom": (
        ("bath", -230, -40, 90, 190, 0), ("rug", 20, 60, 130, 80, 0), ("counter", 0, -250, 1400, 74, 0),
        ("plant", 280, 120, 70, 70, 0),
    ),
    "office": (
        ("desk", 0, -165, 190, 84, 0), ("desk", 300, 110, 180, 80, 90), ("desk", -310, 120, 180, 80, 90),
        ("plant", -290, -190, 84, 84, 0), ("shelf", 60, 290, 420, 44, 0),
    ),
    "library": (
        ("shelf", -20, -240, 700, 50, 0), ("shelf", -340, 60, 300, 50, 90), ("shelf", 350, 60, 300, 50, 90),
        ("low_table", 190, 70, 90, 160, 0), ("rug", 0, 30, 220, 160, 0),
    ),
    "shop": (("shelf", -20, -240, 800, 56, 0), ("shelf", -240, 90, 220, 56, 90), ("shelf", 260, 90, 220, 56, 90)),
    "cafe": (
        ("table", -240, -110, 96, 96, 0), ("table", 240, 90, 96, 96, 0), ("table", 260, -200, 96, 96, 0),
        ("table", -260, 180, 96, 96, 0), ("plant", 20, -250, 70, 70, 0),
    ),
    "restaurant": (
        ("table", -250, -100, 110, 110, 0), ("table", 250, 70, 110, 110, 0), ("table", 230, -230, 110, 110, 0),
        ("table", -230, 210, 110, 110, 0), ("plant", 0, 280, 80, 80, 0),
    ),
    "classroom": (
        ("desk", -260, -120, 130, 60, 0), ("desk", 260, -120, 130, 60, 0), ("desk", -260, 120, 130, 60, 0),
        ("desk", 260, 120, 130, 60, 0), ("desk", 0, -250, 170, 70, 0),
    ),
    "clinic": (("bed", -240, 0, 90, 200, 90), ("counter", 0, -260, 1400, 76, 0), ("desk", 270, 60, 140, 70, 90)),
    "gym": (
        ("mat", -210, 40, 70, 185, 8), ("mat", 230, -30, 70, 185, 0), ("shelf", 0, -260, 500, 50, 0),
        ("mat", 330, 160, 70, 185, 0),
    ),
    "studio": (("disc", 0, 0, 430, 430, 0),),
    "stage": (("disc", 0, 0, 430, 430, 0),),
    "abstract": (("disc", 0, 0, 420, 420, 0),),
    "train": (
        ("sofa", -260, -170, 120, 110, 90), ("sofa", -260, 170, 120, 110, 90), ("sofa", 260, -170, 120, 110, 270),
        ("sofa", 260, 170, 120, 110, 270),
    ),
    "street": (
        ("pavement", 0, -235, 2000, 190, 0), ("lane", 0, 120, 2000, 14, 0), ("car", 330, 40, 440, 185, 0),
        ("car", -420, 235, 440, 185, 180), ("tree", -230, -230, 170, 170, 0), ("tree", 300, -250, 190, 190, 0),
    ),
    "road": (("lane", 0, 60, 2400, 14, 0), ("verge", 0, -330, 2400, 240, 0), ("tree", -260, -330, 200, 200, 0)),
    "car": (("lane", 0, 150, 2400, 14, 0), ("verge", 0, -340, 2400, 240, 0), ("car", 150, -170, 440, 185, 0)),
    "market": (
        ("awning", -20, -235, 620, 150, 0), ("awning", -340, 90, 300, 140, 90), ("awning", 370, 110, 300, 140, 90),
    ),
    "garden": (
        ("path", 0, 20, 2000, 120, -14), ("tree", -300, -190, 220, 220, 0), ("tree", 310, 190, 240, 240, 0),
        ("bed_of_flowers", 240, -190, 220, 80, -12), ("bench", -190, 150, 170, 52, -14),
    ),
    "forest": (
        ("path", 0, 20, 2000, 110, 12), ("tree", -330, -190, 260, 260, 0), ("tree", -80, -300, 240, 240, 0),
        ("tree", 300, -220, 260, 260, 0), ("tree", 370, 200, 240, 240, 0), ("tree", -290, 230, 250, 250, 0),
        ("rock", 120, 200, 60, 46, 0),
    ),
    "beach": (("sea", 0, -330, 2600, 330, 0), ("towel", 210, 110, 90, 180, 14), ("rock", -320, 200, 90, 70, 0)),
    "mountain": (
        ("path", 0, 10, 2000, 90, -8), ("rock", -280, -150, 150, 120, 0), ("rock", 270, 170, 120, 90, 0),
        ("rock", 340, -190, 90, 70, 0), ("tree", -330, 190, 150, 150, 0),
    ),
    "desert": (("rock", 290, -170, 120, 90, 0), ("rock", -300, 190, 80, 60, 0)),
    "field": (("path", 0, 60, 2000, 70, 8), ("tree", -340, -210, 210, 210, 0), ("rock", 280, 190, 60, 44, 0)),
    "farm": (("rows", 0, 0, 2000, 900, 0), ("hay", -280, -160, 130, 110, 20), ("hay", 300, 170, 130, 110, -12)),
    "harbour": (("sea", 0, -340, 2600, 300, 0), ("boat", -230, -250, 330, 130, 4), ("low_table", 260, 120, 70, 70, 8)),
    "rooftop": (
        ("plant", -280, -170, 90, 90, 0), ("plant", 300, 180, 90, 90, 0), ("table", 240, -150, 100, 100, 0),
        ("bench", -230, 190, 180, 54, 0),
    ),
}  # fmt: skip

_LAIN_ON: dict[str, tuple[Item, ...]] = {"bedroom": (("bed", 0, 55, 320, 260, 0),)}
"""Where somebody lies whom the camera is near to."""


def place_above(scene: Scene, plan: Plan, *, indoors: bool, is_near: bool = False) -> tuple[Layer, ...]:
    """The ground of the setting with its furniture, as one still layer; near, what somebody lies on."""
    slug = scene.shot.staging.setting
    plate = Plate(scene.size, 0.85, "set")
    kind = _FLOORS.get(slug, "planks" if indoors else "grass")
    if not indoors and scene.shot.staging.weather == "snow" and kind != "asphalt":
        kind = "snow"
    base = scene.local(_GROUNDS[kind], 0.28)
    plate.canvas.drawPaint(ink(base))
    with plan.on(plate.canvas):
        _TEXTURES.get(kind, _specks)(plate.canvas, scene, plan, base)
    side = -1 if scene.place_dice("plan").random() < 0.5 else 1
    items = _PLACES.get(slug, _ROOM)
    for what, x, y, wide, deep, degrees in _LAIN_ON.get(slug, items) if is_near else items:
        with plan.on(plate.canvas, x * side, y, degrees * side):
            PIECES[what](plate.canvas, scene, plan, wide, deep, degrees * side)
    size, light = scene.size, scene.light
    glow(
        plate.canvas,
        size.width * (0.5 + light.dx * 0.14),
        size.height * 0.46,
        size.height * 0.6,
        scene.hour.key,
        0.3 + 0.2 * scene.hour.lamps,
    )
    wash(plate.canvas, scene, 0.9)
    return gather(plate.layer())


def _planks(canvas: Any, scene: Scene, plan: Plan, base: str) -> None:
    dice, (wide, high) = scene.place_dice("planks"), plan.reach
    y = -high
    while y < high:
        x = -wide - dice.uniform(0, 160)
        while x < wide:
            long = dice.uniform(150, 230)
            tone = mix(base, dice.choice((darker(base, 0.16), lighter(base, 0.1))), dice.random())
            canvas.drawPath(rect(x, y, x + long, y + 22), ink(tone))
            grain = curve((x + 8, y + dice.uniform(5, 17)), (x + long / 2, y + dice.uniform(5, 17)), (x + long, y + 11))
            canvas.drawPath(grain, ink(darker(base, 0.3), 0.25, stroke=0.8))
            canvas.drawLine(x, y, x, y + 22, ink(darker(base, 0.5), 0.5, stroke=1.0))
            x += long
        canvas.drawLine(-wide, y, wide, y, ink(darker(base, 0.5), 0.5, stroke=1.1))
        y += 22


def _tiles(canvas: Any, scene: Scene, plan: Plan, base: str) -> None:
    """Every other one darker in half the films, only jointed in the others."""
    wide, high = plan.reach
    edge, checks = 60, scene.pick("tiles", (True, False))
    for row in range(-int(high // edge) - 2, int(high // edge) + 2):
        for column in range(-int(wide // edge) - 2, int(wide // edge) + 2):
            if checks and (row + column) % 2:
                x, y = column * edge, row * edge
                canvas.drawPath(rect(x, y, x + edge, y + edge), ink(darker(base, 0.3)))
    joint = ink(darker(base, 0.35), 0.6, stroke=1.4)
    for column in range(-int(wide // edge) - 2, int(wide // edge) + 3):
        canvas.drawLine(column * edge, -high, column * edge, high, joint)
    for row in range(-int(high // edge) - 2, int(high // edge) + 3):
        canvas.drawLine(-wide, row * edge, wide, row * edge, joint)


def _specks(canvas: Any, scene: Scene, plan: Plan, base: str) -> None:
    dice, (wide, high) = scene.place_dice("specks"), plan.reach
    for _ in range(26):
        x, y, reach = dice.uniform(-wide, wide), dice.uniform(-high, high), dice.uniform(40, 120)
        tone = dice.choice((darker(base, 0.2), lighter(base, 0.12)))
        canvas.drawPath(oval(x, y, reach, reach * 0.7), ink(tone, 0.3, blur=reach * 0.35))
    for _ in range(260):
        x, y = dice.uniform(-wide, wide), dice.uniform(-high, high)
        canvas.drawCircle(x, y, dice.uniform(0.6, 1.8), ink(dice.choice((darker(base, 0.4), lighter(base, 0.25))), 0.5))


def _tufts(canvas: Any, scene: Scene, plan: Plan, base: str) -> None:
    _specks(canvas, scene, plan, base)
    dice, (wide, high) = scene.place_dice("tufts"), plan.reach
    for _ in range(420):
        x, y, lean = dice.uniform(-wide, wide), dice.uniform(-high, high), dice.uniform(-5, 5)
        tone = dice.choice((darker(base, 0.28), lighter(base, 0.18), darker(base, 0.12)))
        canvas.drawPath(curve((x, y), (x + lean * 0.4, y - 5), (x + lean, y - 9)), ink(tone, 0.7, stroke=1.5))


def _ripples(canvas: Any, scene: Scene, plan: Plan, base: str) -> None:
    _specks(canvas, scene, plan, base)
    dice, (wide, high) = scene.place_dice("ripples"), plan.reach
    for _ in range(70):
        x, y, long = dice.uniform(-wide, wide), dice.uniform(-high, high), dice.uniform(40, 120)
        path = curve((x, y), (x + long / 2, y - dice.uniform(3, 9)), (x + long, y + 2))
        canvas.drawPath(path, ink(darker(base, 0.2), 0.35, stroke=2.2, blur=0.8))


_TEXTURES: dict[str, Callable[[Any, Scene, Plan, str], None]] = {
    "planks": _planks, "deck": _planks, "tiles": _tiles, "paving": _tiles, "grass": _tufts, "sand": _ripples,
}  # fmt: skip
