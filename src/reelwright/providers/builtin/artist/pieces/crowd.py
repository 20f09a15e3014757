"""People in the background as soft silhouettes: standing, walking, at tables, rows of heads before a stage."""

from random import Random
from typing import Any

from reelwright.providers.builtin.artist.brush import Light, box, darker, ink, linear, mix, oval, smooth
from reelwright.providers.builtin.artist.contract import Scene

_CLOTHES = ("#6f5f74", "#7d6a58", "#56687a", "#8a5a52", "#5f7262", "#a58a68", "#4a4a5c", "#b0806a")
_HAIR = ("#2b1d1a", "#4a3326", "#8a6240", "#1c1a20", "#9a8f86")
_SKIN = ("#8a5a44", "#c08a6c", "#e0b494", "#6b4434", "#d3a07c")


def head_count(scene: Scene, few: int, many: int) -> int:
    """How many people the staging asks for here."""
    return {"none": 0, "few": few, "many": many}[scene.shot.staging.crowd]


def bystander(canvas: Any, light: Light, haze: str, x: float, tall: float, dice: Random, share: float = 0.35) -> None:
    """Somebody who stands or walks, ``tall`` centimetres, feet at y = 0; ``haze`` is mixed in by ``share``."""
    head, stride = tall * 0.062, dice.choice((0.03, 0.07, 0.1)) * tall
    cloth, legs = (mix(dice.choice(_CLOTHES), haze, share) for _ in range(2))
    skin, hair = mix(dice.choice(_SKIN), haze, share), mix(dice.choice(_HAIR), haze, share)
    hip, shoulder = -tall * 0.47, -tall * 0.82
    canvas.drawPath(oval(x, 0, tall * 0.16, tall * 0.02), ink("#0a0712", 0.35, blur=tall * 0.02))
    for side in (-1, 1):
        foot = x + side * stride
        leg = smooth(
            [(x + side * tall * 0.012 - tall * 0.04, hip), (x + side * tall * 0.012 + tall * 0.04, hip),
             (foot + tall * 0.026, -tall * 0.02), (foot - tall * 0.026, -tall * 0.02)]
        )  # fmt: skip
        canvas.drawPath(leg, ink(darker(legs, 0.3)))
        canvas.drawPath(oval(foot + tall * 0.006, -tall * 0.012, tall * 0.034, tall * 0.016), ink(darker(legs, 0.7)))
    is_long = dice.random() < 0.4
    hem, wide = (-tall * 0.34 if is_long else hip + tall * 0.02), tall * dice.uniform(0.098, 0.116)
    shine = [(0.0, mix(cloth, light.key, 0.5)), (0.4, cloth), (1.0, mix(cloth, light.fill, 0.55))]
    shader = linear((x + light.dx * wide, shoulder), (x - light.dx * wide, hem), shine)
    for side in (-1, 1):
        swing = dice.uniform(-0.02, 0.05) * tall
        arm = smooth(
            [(x + side * wide * 0.72, shoulder + tall * 0.005), (x + side * wide * 1.06, shoulder + tall * 0.03),
             (x + side * (wide * 1.18 + swing * 0.6), -tall * 0.62), (x + side * (wide * 1.04 + swing), -tall * 0.46),
             (x + side * (wide * 0.84 + swing), -tall * 0.46), (x + side * (wide * 0.86 + swing * 0.5), -tall * 0.62)]
        )  # fmt: skip
        canvas.drawPath(oval(x + side * (wide * 0.94 + swing), -tall * 0.44, tall * 0.017, tall * 0.026), ink(skin))
        canvas.drawPath(arm, ink(shader=shader))
        canvas.drawPath(arm, ink(darker(cloth, 0.6), 0.22, stroke=tall * 0.006))
    low = 0.98 if is_long else 0.78
    trunk = smooth(
        [(x - tall * 0.03, -tall * 0.86), (x + tall * 0.03, -tall * 0.86), (x + wide * 0.9, shoulder),
         (x + wide * 0.82, -tall * 0.7), (x + wide * 0.7, -tall * 0.6), (x + wide * low, hem, "c"),
         (x - wide * low, hem, "c"), (x - wide * 0.7, -tall * 0.6), (x - wide * 0.82, -tall * 0.7),
         (x - wide * 0.9, shoulder)]
    )  # fmt: skip
    canvas.drawPath(trunk, ink(shader=shader))
    canvas.drawPath(box(x - head * 0.4, -tall * 0.9, head * 0.8, tall * 0.06), ink(darker(skin, 0.2)))
    canvas.drawPath(oval(x, -tall + head, head * 0.85, head * 1.08), ink(skin))
    top = smooth(
        [(x - head * 0.95, -tall + head * 1.3), (x - head * 0.9, -tall + head * 0.2), (x, -tall - head * 0.15),
         (x + head * 0.9, -tall + head * 0.2), (x + head * 0.95, -tall + head * 1.3), (x, -tall + head * 0.5)]
    )  # fmt: skip
    canvas.drawPath(top, ink(hair))


def bystanders(canvas: Any, scene: Scene, few: int = 3, many: int = 8, depth: float = 1.0) -> None:
    """As many people as the staging asks for across what is seen at a depth; the canvas is in centimetres there."""
    count = head_count(scene, few, many)
    if count == 0:
        return
    dice = scene.dice(f"crowd {depth}")
    left, right = scene.view.span(depth, scene.size.width)
    for index in range(count):
        x = left + (index + dice.uniform(0.15, 0.85)) * (right - left) / count
        bystander(canvas, scene.set_light, scene.hour.fill, x, dice.uniform(156, 184), dice)


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
