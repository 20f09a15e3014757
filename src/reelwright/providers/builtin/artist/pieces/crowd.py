"""People in the background as soft silhouettes: standing, walking, at tables, rows of heads before a stage."""

from random import Random
from typing import Any

from reelwright.providers.builtin.artist.brush import Light, curve, darker, ink, linear, mix, oval, rect, smooth
from reelwright.providers.builtin.artist.contract import Scene
from reelwright.providers.builtin.artist.painting import Layer, LayerMotion, Plate

_CLOTHES = ("#6f5f74", "#7d6a58", "#56687a", "#8a5a52", "#5f7262", "#a58a68", "#4a4a5c", "#b0806a")
_HAIR = ("#2b1d1a", "#4a3326", "#8a6240", "#1c1a20", "#9a8f86")
_SKIN = ("#8a5a44", "#c08a6c", "#e0b494", "#6b4434", "#d3a07c")


def head_count(scene: Scene, few: int, many: int) -> int:
    """How many people the staging asks for here."""
    return {"none": 0, "few": few, "many": many}[scene.shot.staging.crowd]


def bystander(canvas: Any, light: Light, haze: str, x: float, tall: float, dice: Random, share: float = 0.35) -> None:
    """Somebody who walks by or stands turned away, ``tall`` centimetres, feet at y = 0.

    Nobody faces the lens: a face without features would be eerie.
    """
    cloth, legs, skin, hair = (
        mix(dice.choice(tones), haze, share) for tones in (_CLOTHES, _CLOTHES, _SKIN, _HAIR)
    )  # fmt: skip
    is_long, in_profile, way = dice.random() < 0.4, dice.random() < 0.6, dice.choice((-1, 1))
    canvas.save()
    canvas.translate(x, 0)
    canvas.scale(tall / 100 * way, tall / 100)
    seen = Light(light.dx * way, light.dy, light.key, light.fill, light.power)
    canvas.drawPath(oval(0, 0, 15, 1.8), ink("#0a0712", 0.35, blur=2))
    stride = dice.uniform(6, 12) if in_profile else dice.uniform(2.5, 4.5)
    for side in (-1, 1):
        hip = side * (1.0 if in_profile else 4.2)
        foot = side * stride if in_profile else side * stride + hip * 0.3
        lift = -3.5 if in_profile and side < 0 else 0.0
        leg = smooth([(hip - 4.4, -47), (hip + 4.4, -47), (foot + 2.7, -24), (foot + 2.2, lift - 2),
                      (foot - 2.4, lift - 2), (foot - 2.6, -24)])  # fmt: skip
        canvas.drawPath(leg, ink(darker(legs, 0.3 + (0.2 if side < 0 else 0.0))))
        toe = 2.4 if in_profile else 0.0
        canvas.drawPath(oval(foot + toe, lift - 1.4, 4.2 if in_profile else 3.0, 1.7), ink(darker(legs, 0.7)))
    _torso(canvas, seen, cloth, skin, in_profile, -33.0 if is_long else -45.0, dice)
    _crown(canvas, skin, hair, in_profile, is_long)
    canvas.restore()


def _torso(canvas: Any, light: Light, cloth: str, skin: str, in_profile: bool, hem: float, dice: Random) -> None:
    wide = 7.4 if in_profile else 9.2
    shine = [(0.0, mix(cloth, light.key, 0.55)), (0.4, cloth), (1.0, mix(cloth, light.fill, 0.55))]
    shader = linear((light.dx * wide, -82), (-light.dx * wide, hem), shine)
    trunk = smooth(
        [(-3, -86), (3, -86), (wide * 0.92, -81), (wide * 0.86, -70), (wide * 0.72, -60), (wide * 0.9, hem, "c"),
         (-wide * 0.9, hem, "c"), (-wide * 0.72, -60), (-wide * 0.86, -70), (-wide * 0.92, -81)]
    )  # fmt: skip
    swing = dice.uniform(4, 10) if in_profile else 0.0
    arms = ((-1, -swing), (1, swing)) if in_profile else ((-1, 0.0), (1, 0.0))
    for side, reach in arms:
        if in_profile and side > 0:
            canvas.drawPath(trunk, ink(shader=shader))
        at = 0.0 if in_profile else side * wide * 0.95
        hand = at + reach + (0 if in_profile else side * 2.0)
        canvas.drawPath(oval(hand, -44, 1.8, 2.6), ink(skin))
        sleeve = curve((at, -80), (at + reach * 0.4 + (0 if in_profile else side * 1.4), -62), (hand, -47))
        canvas.drawPath(sleeve, ink(darker(cloth, 0.32 if side < 0 else 0.12), stroke=5.2))
    if not in_profile:
        canvas.drawPath(trunk, ink(shader=shader))


def _crown(canvas: Any, skin: str, hair: str, in_profile: bool, is_long: bool) -> None:
    """The head from behind, or from the side looking the way it goes."""
    canvas.drawPath(rect(-2.2, -90, 2.2, -84), ink(darker(skin, 0.25)))
    if not in_profile:
        low = -80 if is_long else -88
        back = smooth(
            [(-5.6, -94), (-4.4, -99.5), (0, -101), (4.4, -99.5), (5.6, -94), (5.4, low), (0, low + 1.5), (-5.4, low)]
        )
        canvas.drawPath(back, ink(hair))
        return
    face = smooth(
        [(-4, -97), (2, -100), (5, -97.5), (5.4, -94.5), (7, -92.4), (5.4, -91.4), (5, -88), (1, -86.4), (-3, -88.5)]
    )
    canvas.drawPath(face, ink(skin))
    low = -79 if is_long else -89
    cap = smooth(
        [
            (5.4, -97),
            (3, -101),
            (-2, -102),
            (-6, -98.5),
            (-6.4, -92),
            (-5.4, low),
            (-2, low + 0.5),
            (-0.6, -92),
            (1.4, -96),
        ]
    )
    canvas.drawPath(cap, ink(hair))


def crowd_layer(scene: Scene, depth: float, few: int = 3, many: int = 8) -> Layer | None:
    """As many people as the staging asks for, softer than their place so that they stay background."""
    count, view, size = head_count(scene, few, many), scene.view, scene.size
    if count == 0:
        return None
    dice = scene.dice(f"crowd {depth}")
    left, right = view.span(depth, size.width)
    soft = view.blur * 1.2 + 1.6
    top, foot = view.y(195, depth), view.y(-6, depth)
    plate = Plate(size, 0.47, "crowd", soft, (-size.margin_x, top - 8, size.width + size.margin_x, foot + 8))
    if top > size.height + size.margin_y or foot < -size.margin_y:
        return None
    share = 0.3 + 0.1 * min(depth, 3.0)
    with view.at(plate.canvas, depth):
        for index in range(count):
            x = left + (index + dice.uniform(0.1, 0.9)) * (right - left) / count
            bystander(plate.canvas, scene.set_light, scene.hour.fill, x, dice.uniform(156, 184), dice, share)
    plate.blur(soft)
    return plate.layer(LayerMotion("drift", 5.0, 6.0, dice.random()))


def guests(canvas: Any, scene: Scene, tables: tuple[float, ...]) -> None:
    """People who sit behind tables, seen from the waist up; centimetres, table tops at -75."""
    count = head_count(scene, 1, 2)
    for index, x in enumerate(tables):
        for side in (-1, 1)[: count if (index + count) % 2 or count == 2 else 0]:
            dice = scene.dice(f"guest {index} {side}")
            canvas.save()
            canvas.translate(0, 42)
            bystander(canvas, scene.set_light, scene.hour.fill, x + side * 36, dice.uniform(160, 176), dice)
            canvas.restore()


def audience(canvas: Any, scene: Scene, y: float, head: float, rows: int, dice: Random) -> None:
    """Rows of heads and shoulders seen from behind, in frame units; ``y`` is where the nearest row's shoulders are."""
    size = scene.size
    for row in range(rows - 1, -1, -1):
        radius = head * (1 - row * 0.16)
        x, low = -size.margin_x + dice.uniform(0, radius), y - row * head * 1.1
        tone = mix("#0b0914", scene.hour.key, 0.05 + 0.05 * row)
        while x < size.width + size.margin_x:
            cx, up = x + radius * dice.uniform(-0.3, 0.3), low - radius * dice.uniform(0.9, 1.5)
            shoulders = smooth(
                [(cx - radius * 2.1, low + radius * 3, "c"), (cx - radius * 1.9, low + radius * 0.9),
                 (cx - radius * 0.6, low + radius * 0.2), (cx + radius * 0.6, low + radius * 0.2),
                 (cx + radius * 1.9, low + radius * 0.9), (cx + radius * 2.1, low + radius * 3, "c")]
            )  # fmt: skip
            canvas.drawPath(shoulders, ink(tone))
            canvas.drawPath(oval(cx, up, radius * 0.82, radius * 1.02), ink(tone))
            rim = smooth([(cx - radius * 0.8, up), (cx, up - radius * 1.02), (cx + radius * 0.8, up)], closed=False)
            canvas.drawPath(rim, ink(scene.hour.key, 0.35, stroke=radius * 0.08, blur=radius * 0.06))
            x += radius * dice.uniform(3.3, 4.4)
