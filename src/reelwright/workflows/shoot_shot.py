"""Frames and takes: one child workflow a shot, so that a crash never mixes results up."""

from pathlib import Path

from reelwright.film.base import derived_seed
from reelwright.film.cut import plain_cuts
from reelwright.film.film import Film
from reelwright.film.frame import Frame, FrameRole
from reelwright.film.shot import Shot
from reelwright.film.take import Take
from reelwright.media.jobs import conform_job
from reelwright.media.segments import keyframes_for
from reelwright.ports import ImageRequest, MediaFile, VideoRequest
from reelwright.stages.choose_look import choose_look
from reelwright.workflows.engine import all_ended, production, stage, step
from reelwright.workflows.recipes import Made, Recipe, Result

_ROLES = (FrameRole.START, FrameRole.END)
_OWN_CAMERA = "builtin:camera"
"""Its takes are made for the cut; those of others are conformed."""


@stage("frames")
async def frames(film_id: str, run: int, shot_ids: list[str]) -> None:
    """Paints the start and end frame of every shot."""
    children = [
        await shot_frames.start(f"{film_id}.frames.r{run}.{shot_id}", film_id, shot_id, len(shot_ids))
        for shot_id in shot_ids
    ]
    await all_ended(children)


@stage("shot frames")
async def shot_frames(film_id: str, shot_id: str, shot_count: int) -> None:
    """Paints the frames of one shot."""
    for role in _ROLES:
        await paint_frame(film_id, shot_id, role.value, shot_count)


@step("paint frame")
async def paint_frame(film_id: str, shot_id: str, role: str, shot_count: int) -> str:
    """Paints one frame and keeps it; its id."""
    at_work = production(film_id)
    film, shot = at_work.film(film_id), seeded(at_work.film(film_id), at_work.shot(film_id, shot_id))
    result = await at_work.ask(
        film, at_work.crew.image, lambda workdir: _image_request(film, shot, FrameRole(role), workdir)
    )
    frame = Frame(
        id=f"{film_id}-{shot_id}-{role}",
        film_id=film_id,
        shot_id=shot_id,
        role=FrameRole(role),
        asset=result.media,
        call_key=result.key,
        seed=shot.seed or 0,
        notes=result.notes,
    )
    at_work.crew.vault.films.save_frame(frame)
    at_work.reporter.piece_done("frames", shot_count * len(_ROLES), f"{shot.slate} {role} frame", reused=result.reused)
    return frame.id


@stage("takes")
async def takes(film_id: str, run: int, shot_ids: list[str]) -> None:
    """Shoots one take of every shot."""
    children = [
        await shot_takes.start(f"{film_id}.takes.r{run}.{shot_id}", film_id, shot_id, len(shot_ids))
        for shot_id in shot_ids
    ]
    await all_ended(children)


@stage("shot takes")
async def shot_takes(film_id: str, shot_id: str, shot_count: int) -> None:
    """Shoots the first take of one shot, after its frames were made to fit the length that the voice settled."""
    for role in _ROLES:
        await paint_frame(film_id, shot_id, role.value, shot_count)
    await shoot_take(film_id, shot_id, 1, shot_count)


@step("shoot take")
async def shoot_take(film_id: str, shot_id: str, number: int, shot_count: int) -> str:
    """Shoots one take and keeps it; its id."""
    at_work = production(film_id)
    film, shot = at_work.film(film_id), seeded(at_work.film(film_id), at_work.shot(film_id, shot_id))
    request = _video_request(film, shot, number, at_work.crew.scratch)
    result = await at_work.ask(
        film, at_work.crew.video, lambda workdir: _video_request(film, shot, number, workdir), take=number
    )
    if result.media.origin != _OWN_CAMERA:
        result = await _conformed(film_id, result, request, shot.slate)
        at_work.reporter.notes(result.notes)
    take = Take(
        id=f"{film_id}-{shot_id}-t{number:02d}",
        film_id=film_id,
        shot_id=shot_id,
        number=number,
        asset=result.media,
        head_frames=request.head_frames,
        tail_frames=request.tail_frames,
        frame_count=request.frame_count,
        call_key=result.key,
        seed=request.seed,
        notes=result.notes,
    )
    at_work.crew.vault.films.save_take(take)
    at_work.reporter.piece_done("takes", shot_count, f"{shot.slate} take {number}", reused=result.reused)
    return take.id


async def _conformed(film_id: str, shot: Result, request: VideoRequest, slate: str) -> Result:
    """A foreign take at the film's size and rate, with the frames and keyframes that the cut needs."""
    at_work = production(film_id)
    facts = (request.width_px, request.height_px, request.rate, request.total_frames, request.keyframes)
    parts = {"take": shot.media.sha256, "facts": [str(fact) for fact in facts]}
    source = at_work.crew.vault.media.path(shot.media)

    async def ask(workdir: Path) -> Made:
        out = workdir / "take.mp4"
        held = await at_work.crew.workshop.run(conform_job, source, out, *facts)
        said = (f"{slate}: the take was {held} frames short; its last frame is held.",) if held else ()
        return Made(MediaFile(out, "video/mp4"), notes=(*shot.notes, *said))

    return await at_work.ledger.once(film_id, Recipe("builtin", "conformer", "1", "cut", parts), ask)


def seeded(film: Film, shot: Shot) -> Shot:
    """The shot with its seed settled: its own, or one from the film's seed and its stable id."""
    if shot.seed is not None:
        return shot
    return shot.model_copy(update={"seed": derived_seed(film.brief.film_seed, shot.id, "picture")})


def _image_request(film: Film, shot: Shot, role: FrameRole, workdir: Path) -> ImageRequest:
    prompts = shot.prompts
    return ImageRequest(
        role=role,
        prompt=prompts.start_image_prompt if role is FrameRole.START else prompts.end_image_prompt,
        negative_prompt=prompts.negative_prompt,
        shot=shot,
        style=choose_look(film.brief),
        width_px=film.brief.width_px,
        height_px=film.brief.height_px,
        rate=film.brief.rate,
        seed=shot.seed or 0,
        workdir=workdir,
    )


def _video_request(film: Film, shot: Shot, number: int, workdir: Path) -> VideoRequest:
    vault = production(film.id).crew.vault
    shots = vault.films.shots(film.id)
    plan = film.cut_plan or plain_cuts(len(shots))
    index = next(i for i, other in enumerate(shots) if other.id == shot.id)
    head, tail = plan.spare_frames(index)
    stills = {frame.role: frame.asset for frame in vault.films.frames(film.id) if frame.shot_id == shot.id}
    start = stills.get(FrameRole.START)
    return VideoRequest(
        prompt=shot.prompts.motion_prompt,
        negative_prompt=shot.prompts.negative_prompt,
        shot=shot,
        style=choose_look(film.brief),
        start=start,
        end=stills.get(FrameRole.END),
        start_path=vault.media.path(start) if start else None,
        head_frames=head,
        frame_count=shot.frame_count,
        tail_frames=tail,
        keyframes=keyframes_for(plan, index, head, shot.frame_count, tail),
        rate=film.brief.rate,
        width_px=film.brief.width_px,
        height_px=film.brief.height_px,
        seed=shot.seed or 0 if number == 1 else derived_seed(film.brief.film_seed, shot.id, "take", number),
        workdir=workdir,
        take=number,
    )
