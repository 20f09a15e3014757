"""Hands a film over: gathers its files from the store and writes the output folder."""

import json
from pathlib import Path
from typing import Any

from reelwright.crew import Vault
from reelwright.errors import BadInput
from reelwright.exports.folder import Content, deliver
from reelwright.exports.manifest import manifest
from reelwright.film.board import Storyboard
from reelwright.film.brief import FilmKind
from reelwright.film.film import Film
from reelwright.film.frame import FrameRole
from reelwright.film.money import Usage
from reelwright.film.shot import Shot
from reelwright.film.take import take_slate
from reelwright.stages.break_storyboard import scenes_of
from reelwright.store.calls import Call
from reelwright.wire import stage_data, write_shot_list
from reelwright.workflows.progress import warnings_of


def deliver_film(vault: Vault, film: Film, folder: Path) -> None:
    """Writes everything the film has so far: papers, frames, takes, sheet, captions, the film itself.

    Raises:
        BadInput: If the folder is not ours to write.
        StorageError: If the disk is full or fails.
    """
    shots = vault.films.shots(film.id)
    frames, takes = vault.films.frames(film.id), vault.films.takes(film.id)
    number_of = {shot.id: shot.number for shot in shots}
    is_board = film.brief.kind is FilmKind.STORYBOARD and not film.supplied_shots
    papers = _board_papers(film, shots) if is_board else _story_papers(film, shots)
    files: dict[str, Content] = {
        **papers,
        "shots.json": _json(
            write_shot_list(
                film.brief,
                shots,
                title=film.title,
                choice=film.choice,
                story=film.story,
                markers=film.markers,
                cut_plan=film.cut_plan,
                cast=film.cast,
                soundtrack_mood=film.soundtrack_mood,
            )
        ),
    }
    if film.publishing is not None:
        files["publishing.json"] = _json(film.publishing.model_dump(mode="json"))
    for frame in frames:
        if frame.shot_id in number_of and frame.selected:
            files[_frame_name(number_of[frame.shot_id], frame.role)] = vault.media.path(frame.asset)
    for take in takes:
        if take.shot_id in number_of:
            files[f"takes/{take_slate(number_of[take.shot_id], take.number)}.mp4"] = vault.media.path(take.asset)
    for name, asset in vault.films.media(film.id).items():
        if "." in name:
            files[name] = vault.media.path(asset)
    said = manifest(
        film,
        shots,
        frames,
        takes,
        [_call(call) for call in vault.calls.used_by(film.id)],
        vault.cost_of(film.id),
        vault.books.reserved(film.id),
        warnings_of(vault.films.events(film.id), film.run),
    )
    deliver(folder, files, said)


def _story_papers(film: Film, shots: tuple[Shot, ...]) -> dict[str, Content]:
    return {"story.json": _json(stage_data(film.choice, film.story, shots, film.markers, film.brief.rate))}


def _board_papers(film: Film, shots: tuple[Shot, ...]) -> dict[str, Content]:
    """A storyboard under the names that other programs know."""
    return {
        "scene_breakdown.json": _json(storyboard_of(film, shots).model_dump(mode="json")),
        "sdxl_prompts.json": _json([shot.prompts.image_prompt for shot in shots]),
    }


def storyboard_of(film: Film, shots: tuple[Shot, ...]) -> Storyboard:
    """The panels of a film in words."""
    return Storyboard(
        story=film.brief.prompt, timestamp=film.created_at, num_frames=len(shots), scenes=scenes_of(shots)
    )


def kept_storyboard(vault: Vault, film_id: str) -> Storyboard:
    """The panels of a kept storyboard in words.

    Raises:
        NotFound: If there is no such film.
        BadInput: If it is none, or not broken into panels yet.
    """
    film = vault.films.film(film_id)
    shots = vault.films.shots(film.id)
    if film.brief.kind is not FilmKind.STORYBOARD or not shots:
        hint = "`reelwright storyboard --story TEXT` makes a storyboard."
        raise BadInput(f"the film {film.id} has no panels", hint=hint)
    return storyboard_of(film, shots)


def _frame_name(number: int, role: FrameRole) -> str:
    if role is FrameRole.PANEL:
        return f"frame_{number:03d}.png"
    return f"frames/clip_{number:03d}_{role.value}.png"


def _json(value: Any) -> bytes:
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()


def _call(call: Call) -> dict[str, Any]:
    usage = call.usage or Usage()
    return {
        "key": call.key,
        "model": f"{call.provider}:{call.model}",
        "modality": call.modality,
        "state": call.state.value,
        "sha256": call.asset.sha256 if call.asset else None,
        "cost_usd": f"{usage.cost_usd:f}",
        "cost_source": usage.source.value,
        "request": call.request,
    }
