"""How layers live within a shot: small periodic motions, and their way along the stops of a course."""

import math
from typing import Any

from reelwright.providers.builtin.artist.painting import Layer, LayerMotion, Stop


def along(canvas: Any, layer: Layer, u: float) -> float:
    """Moves the canvas to where the layer's course is at ``u`` of the shot; returns its opacity there."""
    here = stop_at(layer.course, u)
    x, y = _pivot(layer)
    canvas.translate(x + here.x, y + here.y)
    canvas.rotate(here.degrees)
    canvas.scale(here.wide, here.high)
    canvas.translate(-x, -y)
    return here.opacity


def stop_at(course: tuple[Stop, ...], u: float) -> Stop:
    """Where a course is at a moment: between the two stops around it; an even way goes on beyond its ends."""
    after = next((index for index, stop in enumerate(course) if stop.at > u), len(course))
    if after in (0, len(course)):
        end, near = (0, 1) if after == 0 else (len(course) - 1, len(course) - 2)
        if len(course) < 2 or course[max(end, near)].pace != "even":
            return course[end]
        a, b = course[min(end, near)], course[max(end, near)]
    else:
        a, b = course[after - 1], course[after]
    share = _paced(b.pace, (u - a.at) / max(1e-6, b.at - a.at))
    return Stop(
        u,
        x=a.x + (b.x - a.x) * share,
        y=a.y + (b.y - a.y) * share,
        degrees=a.degrees + (b.degrees - a.degrees) * share,
        wide=a.wide + (b.wide - a.wide) * share,
        high=a.high + (b.high - a.high) * share,
        opacity=max(0.0, min(1.0, a.opacity + (b.opacity - a.opacity) * share)),
    )


def _paced(pace: str, share: float) -> float:
    """How far a layer has come at a share of the time between two stops."""
    match pace:
        case "even":
            return share
        case "falling":
            return share * share
        case "rising":
            return 1 - (1 - share) * (1 - share)
        case _:
            return share * share * (3 - 2 * share)


def _pivot(layer: Layer) -> tuple[float, float]:
    return layer.pivot or (layer.left, layer.top)


def alive(canvas: Any, layer: Layer, t_s: float) -> Any:
    """Yields an opacity for each copy of the layer to draw, with the canvas saved and moved for it."""
    motion = layer.motion
    at = (t_s / motion.period_s + motion.phase) % 1.0 if motion.period_s > 0 else motion.phase
    if motion.kind in ("rise", "fall"):
        yield from _streaming(canvas, motion, at)
        return
    canvas.save()
    wave = math.sin(math.tau * at)
    if motion.kind == "drift":
        canvas.translate(motion.amount * wave, 0.35 * motion.amount * math.sin(2 * math.tau * at))
    elif motion.kind in ("sway", "breathe"):
        _about(canvas, layer, motion, wave)
    yield 1 - motion.amount * (0.5 + 0.5 * wave) if motion.kind == "flicker" else 1.0


def _streaming(canvas: Any, motion: LayerMotion, at: float) -> Any:
    """Two copies half a period apart, each faint at the ends of its way, so that the stream has no seam."""
    sign = -1 if motion.kind == "rise" else 1
    for share in (at, (at + 0.5) % 1.0):
        canvas.save()
        canvas.translate(0, sign * motion.amount * (share - 0.5))
        yield math.sin(math.pi * share) ** 2


def _about(canvas: Any, layer: Layer, motion: LayerMotion, wave: float) -> None:
    x, y = _pivot(layer)
    canvas.translate(x, y)
    if motion.kind == "sway":
        canvas.rotate(motion.amount * wave)
    else:
        canvas.scale(1 + motion.amount * wave, 1 + motion.amount * wave)
    canvas.translate(-x, -y)
