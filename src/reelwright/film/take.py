"""A take: one rendered video of a shot."""

from pydantic import Field

from reelwright.film.asset import Asset
from reelwright.film.base import Noun


class Take(Noun):
    """One rendered video, clean of captions and transitions, with spare frames where a dissolve is planned."""

    id: str
    film_id: str
    shot_id: str
    number: int = Field(ge=1)
    asset: Asset
    head_frames: int = Field(default=0, ge=0)
    """Spare frames before the shot's first frame."""
    tail_frames: int = Field(default=0, ge=0)
    """Spare frames after the shot's last frame."""
    frame_count: int = Field(ge=1)
    """Frames of the shot itself, without the spare ones."""
    call_key: str = ""
    seed: int = 0
    selected: bool = True
    notes: tuple[str, ...] = ()

    @property
    def total_frames(self) -> int:
        """Frames in the file."""
        return self.head_frames + self.frame_count + self.tail_frames


def take_slate(shot_number: int, take_number: int) -> str:
    """The take's name in file names, logs and addresses: ``sh03_t01``."""
    return f"sh{shot_number:02d}_t{take_number:02d}"
