"""The manifest: every prompt, model, version, seed, hash and cost behind a film."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from reelwright.exports.folder import MADE_BY
from reelwright.film.film import Film
from reelwright.film.frame import Frame
from reelwright.film.shot import Shot
from reelwright.film.take import Take, take_slate

MANIFEST_SCHEMA_VERSION = 1


def manifest(
    film: Film,
    shots: Sequence[Shot],
    frames: Sequence[Frame],
    takes: Sequence[Take],
    calls: Sequence[dict[str, Any]],
    cost_usd: Decimal,
    reserved_usd: Decimal,
    warnings: Sequence[str],
) -> dict[str, Any]:
    """What ``manifest.json`` says, without the list of files, which the delivery adds.

    Args:
        film: The film.
        shots: Its shots in order.
        frames: Its frames.
        takes: Its takes.
        calls: The calls it rests on: key, model, version, cost in USD and where that figure comes from.
        cost_usd: What the film has paid; results that it reused from other films cost it nothing.
        reserved_usd: What is set aside for calls under way or in doubt.
        warnings: Fallbacks and other facts that a person should see.
    """
    return {
        "schema_version": MANIFEST_SCHEMA_VERSION,
        "made_by": MADE_BY,
        "how": "Made by software: written, drawn, spoken and composed by the models listed under calls.",
        "film_id": film.id,
        "title": film.title,
        "created_at": film.created_at.isoformat(),
        "brief": film.brief.model_dump(mode="json"),
        "template": film.choice.selected_template if film.choice else None,
        "template_version": film.template.version if film.template else None,
        "workflow_type": film.workflow_type,
        "fallbacks": [fact.model_dump(mode="json") for fact in film.fallbacks],
        "film_seed": film.brief.film_seed,
        "warnings": list(warnings),
        "cost_usd": f"{cost_usd:f}",
        "reserved_usd": f"{reserved_usd:f}",
        "estimate_usd": f"{film.estimate_usd:f}",
        "cap_usd": None if film.cap_usd is None else f"{film.cap_usd:f}",
        "shots": [_shot(shot, frames, takes) for shot in shots],
        "calls": list(calls),
    }


def _shot(shot: Shot, frames: Sequence[Frame], takes: Sequence[Take]) -> dict[str, Any]:
    return {
        "id": shot.id,
        "number": shot.number,
        "frame_count": shot.frame_count,
        "prompts": shot.prompts.model_dump(mode="json"),
        "frames": [
            {"role": frame.role.value, "sha256": frame.asset.sha256, "seed": frame.seed, "call": frame.call_key}
            for frame in frames
            if frame.shot_id == shot.id
        ],
        "takes": [
            {
                "slate": take_slate(shot.number, take.number),
                "sha256": take.asset.sha256,
                "seed": take.seed,
                "call": take.call_key,
                "selected": take.selected,
            }
            for take in takes
            if take.shot_id == shot.id
        ],
    }
