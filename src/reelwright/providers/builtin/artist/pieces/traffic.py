"""Vehicles that drive by behind the people."""

from typing import Any

from reelwright.providers.builtin.artist.contract import Scene
from reelwright.providers.builtin.artist.painting import Layer, Plate, Stop
from reelwright.providers.builtin.artist.pieces import vehicles
from reelwright.providers.builtin.artist.stagecraft import wash

_PAINTS = ("#b5483c", "#e3b04a", "#3f6b8a", "#d9d5cc", "#5a6f5f", "#2f3340")


def traffic(scene: Scene, depth: float) -> Layer | None:
    """A car, more seldom a bus, that crosses the frame once within the shot, soft with speed."""
    size, view, dice = scene.size, scene.view, scene.dice("drives by")
    is_bus = dice.random() < 0.25 or "bus" in scene.shot.staging.props
    half = (vehicles.BUS_CM if is_bus else vehicles.CAR_CM) / 2
    scale, foot = view.scale(depth), view.y(0, depth)
    if foot - 150 * scale > size.height + size.margin_y:
        return None
    way, middle = dice.choice((-1, 1)), size.width / 2
    reach_right = half + (430 if scene.hour.lamps > 0.3 else 20)
    ahead, behind = reach_right * scale, (half + 70) * scale
    left, right = (middle - behind, middle + ahead) if way > 0 else (middle - ahead, middle + behind)
    soft = max(2.6, view.blur)
    plate = Plate(size, 0.55, "traffic", soft, (left, foot - 345 * scale, right, foot + 24 * scale))
    _draw(plate.canvas, scene, is_bus, dice.choice(_PAINTS), middle, foot, scale, way)
    plate.blur(soft)
    layer = plate.layer()
    if layer is None:
        return None
    begin = dice.uniform(0.02, 0.3)
    start, end = -way * (middle + size.margin_x + ahead), way * (middle + size.margin_x + behind)
    course = (
        Stop(0, x=start),
        Stop(begin, x=start),
        Stop(min(0.98, begin + dice.uniform(0.4, 0.6)), x=end, pace="even"),
    )
    return Layer(layer.name, layer.image, layer.left, layer.top, layer.depth, detail=layer.detail, course=course)


def _draw(canvas: Any, scene: Scene, is_bus: bool, paint: str, x: float, y: float, scale: float, way: int) -> None:
    canvas.save()
    canvas.translate(x, y)
    canvas.scale(scale * way, scale)
    draw = vehicles.bus if is_bus else vehicles.car
    draw(canvas, scene.light, scene.local(paint, 0.25), 0.0)
    canvas.restore()
    wash(canvas, scene, 0.8)
    if scene.hour.lamps > 0.3:
        canvas.save()
        canvas.translate(x, y)
        canvas.scale(scale * way, scale)
        vehicles.shine(canvas, is_bus, scene.hour.lamps)
        canvas.restore()
