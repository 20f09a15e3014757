"""The backlot as a provider of Reelwright: the adapter that any vendor's would be, behind our ports."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from reelwright.errors import NotConfigured, ProviderError, RunFailed
from reelwright.film.call import CallProfile, Modality
from reelwright.film.money import CostSource, Usage
from reelwright.ports import (
    ImageRequest,
    MediaFile,
    MediaReply,
    Model,
    ModelCard,
    MusicRequest,
    RemoteJob,
    SoundRequest,
    Tools,
    VideoRequest,
)
from reelwright.providers.http import HttpDoor, refused_for_content

PRICES = {"image": "0.05", "video": "0.05", "music": "0.05", "sound": "0.05"}
_READS: dict[str, tuple[str, ...]] = {
    "image": ("prompt", "width_px", "height_px", "seed", "role"),
    "video": ("prompt", "start", "end", "width_px", "height_px", "rate", "total_frames", "seed"),
    "music": ("mood", "tone", "duration_s", "seed"),
    "sound": ("sound", "words", "duration_s", "seed"),
}
_TYPES = {"image": ("image/png",), "video": ("video/mp4",), "music": ("audio/wav",), "sound": ("audio/wav",)}


def _image(request: ImageRequest) -> dict[str, Any]:
    return {"prompt": request.prompt, "width": request.width_px, "height": request.height_px, "seed": request.seed}


def _video(request: VideoRequest) -> dict[str, Any]:
    return {
        "prompt": request.prompt,
        "width": request.width_px,
        "height": request.height_px,
        "fps": str(request.rate),
        "frames": request.total_frames,
        "seed": request.seed,
        "start": request.start.sha256 if request.start else None,
    }


def _music(request: MusicRequest) -> dict[str, Any]:
    return {"prompt": f"{request.mood} {request.tone}", "duration_s": request.duration_s, "seed": request.seed}


def _sound(request: SoundRequest) -> dict[str, Any]:
    return {"prompt": f"{request.sound}: {request.words}", "duration_s": request.duration_s, "seed": request.seed}


_INPUTS: dict[str, Callable[[Any], dict[str, Any]]] = {
    "image": _image,
    "video": _video,
    "music": _music,
    "sound": _sound,
}


def judged(status: int, body: dict[str, Any]) -> ProviderError | None:
    """The backlot's own words for refused content."""
    error = body.get("error")
    if isinstance(error, dict) and error.get("code") == "content_policy":  # pyright: ignore[reportUnknownMemberType]
        return refused_for_content("backlot", str(error.get("message")))  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
    return None


def card_of(kind: Modality, profile: CallProfile, *, concurrency: int = 8, **more: Any) -> ModelCard:
    """The model card of one kind of job."""
    return ModelCard(
        provider="backlot",
        model=kind,
        modality=kind,
        title=f"The backlot's {kind} model",
        version="1",
        reads=_READS[kind],
        prices_usd={"calls": Decimal(PRICES[kind])},
        concurrency=concurrency,
        profile=profile,
        **more,
    )


@dataclass(frozen=True)
class BacklotModel:
    """A model of the backlot, as ``ports.RemoteModel`` wants it."""

    card: ModelCard
    door: HttpDoor
    webhook_url: str = ""
    """Where it reports to; our nonce is added."""

    async def send(self, request: Any, nonce: str) -> RemoteJob:
        """Posts the job."""
        body: dict[str, Any] = {"kind": self.card.model, "model": "m-1", "input": self._input(request)}
        if self.webhook_url:
            body["webhook"] = f"{self.webhook_url}?n={nonce}"
        headers = {"Idempotency-Key": nonce} if self.card.profile.idempotency else {}
        return _job(await self.door.create("/v1/jobs", body, headers))

    async def look(self, job_id: str) -> RemoteJob:
        """The job now."""
        return _job(await self.door.read(f"/v1/jobs/{job_id}"))

    async def listing(self, since: datetime) -> tuple[RemoteJob, ...]:
        """All pages of the listing."""
        found: list[RemoteJob] = []
        query = {"after": since.isoformat()}
        while True:
            page = await self.door.read("/v1/jobs", query)
            found += [_job(entry) for entry in page["results"]]
            if not page["next_cursor"]:
                return tuple(found)
            query["cursor"] = page["next_cursor"]

    def made_for(self, request: Any, job: RemoteJob) -> bool:
        """Equal inputs."""
        return job.request == self._input(request)

    async def cancel(self, job_id: str) -> bool:
        """Tries to stop it."""
        try:
            await self.door.read(f"/v1/jobs/{job_id}/cancel", method="POST")
        except ProviderError:
            return False
        return True

    async def fetch(self, job: RemoteJob, workdir: Path) -> MediaReply:
        """Downloads the output."""
        assert isinstance(job.output, dict)
        target = workdir / "output"
        media_type = await self.door.download(str(job.output["url"]), target, _TYPES[self.card.model])
        return MediaReply(MediaFile(target, media_type))

    def _input(self, request: Any) -> dict[str, Any]:
        return _INPUTS[self.card.model](request)


def _job(body: dict[str, Any]) -> RemoteJob:
    states = {"succeeded": "succeeded", "failed": "failed", "canceled": "cancelled"}
    cost, error = body.get("cost_usd"), body.get("error")
    usage = None if cost is None else Usage(cost_usd=Decimal(cost), source=CostSource.REPORTED)
    refusal = None
    if error:
        refusal = judged(200, body) or RunFailed(f"backlot: {error['message']}")
    webhook = parse_qs(urlsplit(body.get("webhook") or "").query)
    return RemoteJob(
        id=body["id"],
        state=states.get(body["status"], "running"),  # pyright: ignore[reportArgumentType]
        progress=body.get("progress"),
        output=body.get("output"),
        usage=usage,
        error=refusal,
        nonce=webhook.get("n", [""])[0],
        created_at=datetime.fromisoformat(body["created_at"]),
        request=body.get("input"),
    )


class BacklotProvider:
    """What the entry point gives: reads address, profile and limits from its options."""

    name = "backlot"

    def __init__(
        self, profile: CallProfile | None = None, *, typical_s: Mapping[str, float] | None = None, **card: Any
    ) -> None:
        self.profile = profile or CallProfile(is_remote=True, listing=True, listing_shows_running=True, timeout_s=5)
        kinds: tuple[Modality, ...] = ("image", "video", "music", "sound")
        usual = typical_s or {}
        self.cards = tuple(card_of(kind, self.profile, typical_s=usual.get(kind), **card) for kind in kinds)

    def open(self, card: ModelCard, tools: Tools) -> Model:
        """The model behind a card."""
        if "base_url" not in tools.options:
            raise NotConfigured("the backlot has no address", hint="Set REELWRIGHT_BACKLOT_BASE_URL.")
        return open_model(card, tools.options["base_url"], tools.options.get("api_key", "backlot-key"))


def open_model(card: ModelCard, base_url: str, key: str = "backlot-key", webhook_url: str = "") -> BacklotModel:
    """The model behind a card, at an address."""
    return BacklotModel(card, HttpDoor("backlot", base_url, key, card.profile.timeout_s, judged), webhook_url)
