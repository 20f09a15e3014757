"""The backlot's door that answers with its result, as a model that answers at once: no id, no listing, no way back."""

import base64
from dataclasses import dataclass
from decimal import Decimal

from reelwright.film.money import CostSource, Usage
from reelwright.ports import ImageRequest, MediaFile, MediaReply, ModelCard
from reelwright.providers.http import HttpDoor


@dataclass
class SyncModel:
    """Paints stills while the caller waits."""

    card: ModelCard
    door: HttpDoor

    async def paint(self, request: ImageRequest) -> MediaReply:
        """The picture."""
        asked = {"prompt": request.prompt, "width": request.width_px, "height": request.height_px}
        body = {"kind": "image", "model": "m-1", "input": asked | {"seed": request.seed}}
        answer = await self.door.create("/v1/sync", body)
        target = request.workdir / "output.png"
        target.write_bytes(base64.b64decode(answer["content"]))
        usage = Usage(cost_usd=Decimal(answer["cost_usd"]), source=CostSource.REPORTED)
        return MediaReply(MediaFile(target, "image/png"), usage=usage)
