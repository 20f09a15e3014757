"""What runs in the workshop: painting a still, shooting a take."""

import time
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from reelwright.film.shot import Shot
from reelwright.media.encode import TakeEncoder
from reelwright.media.png import write_png
from reelwright.providers.builtin.artist.painting import Painting
from reelwright.providers.builtin.camera.cache import painted
from reelwright.providers.builtin.camera.render import LAYOUT, Lens, as_rgba
from reelwright.providers.builtin.camera.still import still_painting


@dataclass(frozen=True)
class Look:
    """What is painted: equal looks are equal pictures."""

    shot: Shot
    style: str
    width_px: int
    height_px: int
    paint_seed: int


@dataclass(frozen=True)
class Take:
    """How it is shot."""

    head_frames: int
    frame_count: int
    tail_frames: int
    keyframes: tuple[int, ...]
    rate: Fraction
    move_seed: int
    still: Path | None = None
    """A still to move over instead of the artist's layers."""


@dataclass(frozen=True)
class Done:
    """What a job tells back."""

    notes: tuple[str, ...]
    cpu_s: float


def paint_frame_job(look: Look, u: float, t_s: float, out: Path) -> Done:
    """Writes a PNG of the shot at ``u`` of its time, as the camera of its first take sees it."""
    began = time.process_time()
    painting = _paint(look)
    lens = Lens(painting, look.shot.camera.movement, look.paint_seed)
    write_png(out, as_rgba(lens.look(u, t_s)))
    return Done(painting.notes, time.process_time() - began)


def shoot_job(look: Look, take: Take, out: Path) -> Done:
    """Writes an MP4 of the shot with its spare frames."""
    began = time.process_time()
    move = look.shot.camera.movement
    if take.still is None:
        painting = _paint(look)
    else:
        painting = still_painting(take.still, look.width_px, look.height_px, move, take.move_seed)
    lens = Lens(painting, move, take.move_seed)
    with TakeEncoder(out, look.width_px, look.height_px, take.rate, keyframes=take.keyframes) as encoder:
        for number in range(-take.head_frames, take.frame_count + take.tail_frames):
            u = number / max(1, take.frame_count - 1)
            encoder.write(lens.look(u, float(number / take.rate)), LAYOUT)
    return Done(painting.notes, time.process_time() - began)


def _paint(look: Look) -> Painting:
    return painted(look.shot, look.style, look.width_px, look.height_px, look.paint_seed)
