"""The built-in camera: moves over the artist's layers, or over any still."""

import zlib
from typing import Any

from reelwright.errors import CapabilityError
from reelwright.film.money import Usage
from reelwright.film.shot import Shot
from reelwright.ports import MediaFile, MediaReply, ModelCard, Tools, VideoRequest

ARTIST = "builtin:artist"


def bench_of(shot: Shot) -> int:
    """The bench of a shot: its frames and takes meet the same process, where its layers are warm."""
    return zlib.crc32(shot.id.encode())


def paint_seed(shot: Shot, seed: int) -> int:
    """The seed a shot is painted with: its own, so that all its frames and takes show the same things."""
    return shot.seed if shot.seed is not None else seed


class Camera:
    """Shoots takes of a shot (``VideoModel``)."""

    def __init__(self, card: ModelCard, tools: Tools) -> None:
        self.card = card
        self._workshop = tools.workshop

    async def shoot(self, request: VideoRequest) -> MediaReply:
        """An MP4 with exactly the frames asked for.

        The layers are painted again when the start frame is the artist's own, or when there is none; over any other
        start frame the camera moves as over a photograph.

        Raises:
            CapabilityError: If a foreign start frame comes without its file.
            UnreadableMedia: If that file is no picture.
        """
        from reelwright.providers.builtin.camera.jobs import Look, Take, shoot_job

        foreign = request.start is not None and request.start.origin != ARTIST
        if foreign and request.start_path is None:
            raise CapabilityError("the camera needs the start frame's file to move over it")
        seed = paint_seed(request.shot, request.seed)
        look = Look(request.shot, request.style, request.width_px, request.height_px, seed)
        take = Take(
            request.head_frames,
            request.frame_count,
            request.tail_frames,
            request.keyframes,
            request.rate,
            request.seed,
            request.start_path if foreign else None,
        )
        out = request.workdir / "take.mp4"
        done: Any = await self._workshop.run(shoot_job, look, take, out, bench=bench_of(request.shot))
        return MediaReply(
            MediaFile(out, "video/mp4"),
            Usage(units={"cpu_s": round(done.cpu_s, 3)}),
            (*done.notes, *_left_out(request, foreign=foreign)),
        )


def _left_out(request: VideoRequest, *, foreign: bool) -> tuple[str, ...]:
    """What was given and could not be used is said."""
    if foreign and request.end is not None:
        return (f"{request.shot.slate}: the built-in camera moves over the start frame; the end frame is not reached",)
    return ()
