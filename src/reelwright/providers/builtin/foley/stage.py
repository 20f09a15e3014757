"""Which function makes which sound, and how it becomes a stereo recording."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from reelwright.providers.builtin.composer.waves import RATE_HZ, Wave
from reelwright.providers.builtin.foley import actions, ambiences

Maker = Callable[[float, int, str], Wave]
AMBIENCES: dict[str, Maker] = {
    "birds": ambiences.birds, "crowd": ambiences.crowd, "fire": ambiences.fire, "rain": ambiences.rain,
    "traffic": ambiences.traffic, "waves": ambiences.waves, "wind": ambiences.wind,
}  # fmt: skip
ACTIONS: dict[str, Maker] = {
    "bark": actions.bark, "chime": actions.chime, "click": actions.click, "cloth": actions.cloth,
    "crunch": actions.crunch, "engine": actions.engine, "hooves": actions.hooves, "meow": actions.meow,
    "pour": actions.pour, "sizzle": actions.sizzle, "spray": actions.spray, "steps": actions.steps,
    "typing": actions.typing, "whoosh": actions.whoosh,
}  # fmt: skip
_EDGE_S = 0.006
_SIDE = 0.55
_PEAK = 0.5


def knows(sound: str) -> bool:
    """Whether the sound can be made here."""
    return sound in AMBIENCES or sound in ACTIONS


def effect(sound: str, surface: str, duration_s: float, seed: int) -> NDArray[np.float32]:
    """A sound effect, shape (round(duration_s * 48000), 2), peak 0.5, without clicks; silence for an unknown one.

    Sounds of a place are wide, and still whole when both channels are added; sounds of an action stand in the middle.
    """
    count = round(duration_s * RATE_HZ)
    if sound in AMBIENCES:
        middle = AMBIENCES[sound](duration_s, seed, surface)
        side = AMBIENCES[sound](duration_s, seed + 1000, surface) * np.float32(_SIDE)
        pair = np.stack([middle + side, middle - side], axis=1)
    elif sound in ACTIONS:
        middle = ACTIONS[sound](duration_s, seed, surface)
        pair = np.stack([middle, middle], axis=1)
    else:
        return np.zeros((count, 2), np.float32)
    edge = min(count // 2, round(_EDGE_S * RATE_HZ))
    ramp = np.linspace(0, 1, edge, dtype=np.float32)[:, None]
    pair[:edge] *= ramp
    pair[count - edge :] *= ramp[::-1]
    return (pair * np.float32(_PEAK / max(1e-6, float(np.abs(pair).max())))).astype(np.float32)
