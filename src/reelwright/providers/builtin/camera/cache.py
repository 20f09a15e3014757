"""Paintings kept in a work process, so that start frame, end frame and takes of a shot are painted once."""

from collections import OrderedDict
from collections.abc import Callable

from reelwright.film.base import fingerprint
from reelwright.film.shot import Camera, Shot
from reelwright.providers.builtin.artist.painting import Painting

MAX_BYTES = 150_000_000


class PaintingCache:
    """The paintings used last, within a limit of bytes; the newest is always kept."""

    def __init__(self, max_bytes: int = MAX_BYTES) -> None:
        self._max_bytes = max_bytes
        self._kept: OrderedDict[str, Painting] = OrderedDict()

    def get(self, key: str, paint: Callable[[], Painting]) -> Painting:
        """The painting of a key, painted now if it is not there."""
        if key not in self._kept:
            self._kept[key] = paint()
        self._kept.move_to_end(key)
        while len(self._kept) > 1 and sum(painting.byte_count for painting in self._kept.values()) > self._max_bytes:
            self._kept.popitem(last=False)
        return self._kept[key]

    def __len__(self) -> int:
        return len(self._kept)


_CACHE = PaintingCache()


def as_read(shot: Shot) -> Shot:
    """The shot with only those fields that the artist may look at; the model cards name the same ones.

    The camera's movement does not change what is painted, so it is left out here.
    """
    return Shot(
        id="shot",
        number=1,
        frame_count=1,
        staging=shot.staging,
        camera=Camera(angle=shot.camera.angle, framing=shot.camera.framing, lens_note=shot.camera.lens_note),
        lighting=shot.lighting,
        emotional_tone=shot.emotional_tone,
    )


def painted(shot: Shot, style: str, width_px: int, height_px: int, seed: int) -> Painting:
    """The artist's painting of a shot, from the cache if it is there."""
    from reelwright.providers.builtin.artist import paint_shot

    seen = as_read(shot)
    key = fingerprint([seen.model_dump(mode="json"), style, width_px, height_px, seed])
    return _CACHE.get(key, lambda: paint_shot(seen, style, width_px, height_px, seed))
