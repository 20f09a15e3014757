"""The built-in artist behind the image port: a still is a moment of the shot as the camera sees it."""

from typing import Any

from reelwright.film.frame import FrameRole
from reelwright.film.money import Usage
from reelwright.ports import ImageRequest, MediaFile, MediaReply, ModelCard, Tools
from reelwright.providers.builtin.camera import bench_of, paint_seed

_MOMENTS = {FrameRole.START: 0.0, FrameRole.END: 1.0, FrameRole.HERO: 0.4, FrameRole.PANEL: 0.4}


class BuiltinArtist:
    """Paints stills of a shot (``ImageModel``)."""

    def __init__(self, card: ModelCard, tools: Tools) -> None:
        self.card = card
        self._workshop = tools.workshop

    async def paint(self, request: ImageRequest) -> MediaReply:
        """A PNG; start and end frames are the first and the last picture of the shot's first take."""
        from reelwright.providers.builtin.camera.jobs import Look, paint_frame_job

        seed = paint_seed(request.shot, request.seed)
        look = Look(request.shot, request.style, request.width_px, request.height_px, seed)
        u = _MOMENTS[request.role]
        t_s = float(round(u * (request.shot.frame_count - 1)) / request.rate)
        out = request.workdir / f"{request.role.value}.png"
        job = (paint_frame_job, look, u, t_s, out)
        done: Any = await self._workshop.run(*job, bench=bench_of(request.shot))
        return MediaReply(MediaFile(out, "image/png"), Usage(units={"cpu_s": round(done.cpu_s, 3)}), done.notes)
