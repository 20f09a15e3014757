"""Frames and takes: one child workflow a shot, so that a crash never mixes results up."""

from dataclasses import replace
from pathlib import Path

from reelwright.errors import ErrorJson, from_json
from reelwright.film.base import derived_seed
from reelwright.film.cut import plain_cuts
from reelwright.film.film import Film
from reelwright.film.frame import Frame, FrameRole
from reelwright.film.shot import Shot
from reelwright.film.take import Take
from reelwright.media.jobs import conform_job
from reelwright.media.segments import keyframes_for
from reelwright.ports import ImageRequest, MediaFile, RemoteModel, VideoRequest
from reelwright.stages.choose_look import choose_look
from reelwright.workflows.engine import all_ended, failure_of, production, stage, step
from reelwright.workflows.estimate import takes_of
from reelwright.workflows.recipes import Json, Made, Recipe, Result

_ROLES = (FrameRole.START, FrameRole.END)
_OWN_CAMERA = "builtin:camera"
"""Its takes are made for the cut; those of others are conformed."""


@stage("frames")
async def frames(film_id: str, run: int, shot_ids: list[str]) -> None:
    """Paints the start and end frame of every shot."""
    wanted = await count_pictures(film_id)
    children = [
        await shot_frames.start(f"{film_id}.frames.r{run}.{shot_id}", film_id, run, shot_id, len(shot_ids), wanted)
        for shot_id in shot_ids
    ]
    await all_ended(children)


@stage("shot frames")
async def shot_frames(film_id: str, run: int, shot_id: str, shot_count: int, wanted: Json) -> None:
    """Paints the frames of one shot."""
    await _paint(film_id, f"{film_id}.frames.r{run}.{shot_id}", shot_id, shot_count, wanted)


async def _paint(film_id: str, workflow_id: str, shot_id: str, shot_count: int, wanted: Json) -> None:
    """The frames of a shot: side by side where a provider makes them, one after the other where we do."""
    named = [(role.value, number) for role in _ROLES for number in range(1, wanted["variations"] + 1)]
    frame_count = shot_count * len(named)
    if not wanted["side_by_side"]:
        for role, number in named:
            await paint_frame(film_id, shot_id, role, number, frame_count)
        return
    children = [
        await one_frame.start(f"{workflow_id}.{role}.v{number}", film_id, shot_id, role, number, frame_count)
        for role, number in named
    ]
    await all_ended(children)


@stage("frame")
async def one_frame(film_id: str, shot_id: str, role: str, number: int, frame_count: int) -> None:
    """Paints one frame."""
    await paint_frame(film_id, shot_id, role, number, frame_count)


@step("count pictures")
async def count_pictures(film_id: str) -> Json:
    """How many variations of a frame and takes of a shot the film has, and whether a provider makes the frames."""
    at_work = production(film_id)
    film, crew = at_work.film(film_id), at_work.crew
    brief = film.brief
    return {
        "retakes": film.retakes,
        "variations": brief.variations or 1,
        "takes": takes_of(brief, crew.video.card),
        "side_by_side": isinstance(crew.image, RemoteModel),
    }


@step("paint frame")
async def paint_frame(film_id: str, shot_id: str, role: str, number: int, frame_count: int) -> str:
    """Paints one variation of a frame and keeps it; its id. The first one stands until somebody chooses."""
    at_work = production(film_id)
    film, shot = at_work.film(film_id), seeded(at_work.film(film_id), at_work.shot(film_id, shot_id))
    seed = shot.seed or 0
    if number > 1:
        seed = derived_seed(film.brief.film_seed, shot.id, role, "variation", number)
    result = await at_work.ask(
        film,
        at_work.crew.image,
        lambda workdir: image_request(film, shot, FrameRole(role), seed, workdir),
        turn=1 + _index_of(film_id, shot_id),
    )
    films, frame_id = at_work.crew.vault.films, f"{film_id}-{shot_id}-{role}" + (f"-v{number}" if number > 1 else "")
    chosen = {known.id: known.selected for known in films.frames(film_id)}
    frame = Frame(
        id=frame_id,
        film_id=film_id,
        shot_id=shot_id,
        role=FrameRole(role),
        variation=number,
        asset=result.media,
        call_key=result.key,
        seed=seed,
        selected=chosen.get(frame_id, number == 1),
        notes=result.notes,
    )
    films.save_frame(frame)
    what = f"{shot.slate} {role} frame" + (f", variation {number}" if number > 1 else "")
    at_work.reporter.piece_done("frames", frame_count, what, reused=result.reused)
    return frame.id


@stage("takes")
async def takes(film_id: str, run: int, shot_ids: list[str]) -> None:
    """Shoots the takes of every shot."""
    wanted = await count_pictures(film_id)
    children = [
        await shot_takes.start(f"{film_id}.takes.r{run}.{shot_id}", film_id, run, shot_id, len(shot_ids), wanted)
        for shot_id in shot_ids
    ]
    await all_ended(children)


@stage("shot takes")
async def shot_takes(film_id: str, run: int, shot_id: str, shot_count: int, wanted: Json) -> None:
    """Shoots one shot, after its frames were made to fit the length that the voice settled.

    Of several takes, which are shot side by side, it is enough that one succeeds.
    """
    await _paint(film_id, f"{film_id}.refit.r{run}.{shot_id}", shot_id, shot_count, wanted)
    wanted_here = wanted["takes"] + wanted["retakes"].get(shot_id, 0)
    numbers = range(1, wanted_here + 1)
    take_count = shot_count * wanted["takes"] + sum(wanted["retakes"].values())
    if wanted_here == 1:
        await shoot_take(film_id, shot_id, 1, take_count)
        return
    children = [
        await one_take.start(f"{film_id}.takes.r{run}.{shot_id}.t{number}", film_id, shot_id, number, take_count)
        for number in numbers
    ]
    failures = [problem for child in children if (problem := await failure_of(child)) is not None]
    await choose_take(film_id, shot_id, [problem.to_json() for problem in failures])
    if len(failures) == len(children):
        raise failures[0]


@stage("take")
async def one_take(film_id: str, shot_id: str, number: int, take_count: int) -> None:
    """Shoots one take."""
    await shoot_take(film_id, shot_id, number, take_count)


@step("choose take")
async def choose_take(film_id: str, shot_id: str, failures: list[ErrorJson]) -> None:
    """Selects one take: the first that there is until they are scored, but the newest that a person asked for."""
    at_work = production(film_id)
    films = at_work.crew.vault.films
    found = [take for take in films.takes(film_id) if take.shot_id == shot_id]
    chosen = [take for take in found if take.selected]
    if found and len(chosen) != 1:
        best = chosen[-1] if chosen else found[0]
        for take in found:
            films.save_take(take.model_copy(update={"selected": take.id == best.id}))
    slate = at_work.shot(film_id, shot_id).slate
    at_work.reporter.notes([f"a take failed: {from_json(failure).message}" for failure in failures], slate)


@step("shoot take")
async def shoot_take(film_id: str, shot_id: str, number: int, take_count: int) -> str:
    """Shoots one take and keeps it; its id."""
    at_work = production(film_id)
    film, shot = at_work.film(film_id), seeded(at_work.film(film_id), at_work.shot(film_id, shot_id))
    request = await _video_request(film, shot, number, at_work.crew.scratch)
    result = await at_work.ask(
        film,
        at_work.crew.video,
        lambda workdir: replace(request, workdir=workdir),
        take=number,
        turn=_turn_of_take(film_id, shot_id, number, take_count),
    )
    if result.media.origin != _OWN_CAMERA:
        result = await _conformed(film_id, result, request, shot.slate)
        at_work.reporter.notes(result.notes)
    films, take_id = at_work.crew.vault.films, f"{film_id}-{shot_id}-t{number:02d}"
    chosen = {known.id: known.selected for known in films.takes(film_id)}
    take = Take(
        id=take_id,
        film_id=film_id,
        shot_id=shot_id,
        number=number,
        asset=result.media,
        head_frames=request.head_frames,
        tail_frames=request.tail_frames,
        frame_count=request.frame_count,
        call_key=result.key,
        seed=request.seed,
        selected=chosen.get(take_id, number == 1 or number > takes_of(film.brief, at_work.crew.video.card)),
        notes=result.notes,
    )
    films.save_take(take)
    at_work.reporter.piece_done("takes", take_count, f"{shot.slate} take {number}", reused=result.reused)
    return take.id


def _turn_of_take(film_id: str, shot_id: str, number: int, take_count: int) -> int:
    """When a take's turn is: after all frames, for those have takes behind them, but for the first few.

    When all places are taken again and again, the last round has fewer takes than places. As many go before the frames
    of later shots, so that the last round begins and ends early.
    """
    at_work = production(film_id)
    card = at_work.crew.video.card
    earlier = _index_of(film_id, shot_id) * takes_of(at_work.film(film_id).brief, card)
    if earlier + number <= take_count % card.concurrency:
        return 0
    return 1 + len(at_work.shots(film_id))


def _index_of(film_id: str, shot_id: str) -> int:
    """The shot's place in its film, from 0."""
    return [shot.id for shot in production(film_id).shots(film_id)].index(shot_id)


async def _conformed(film_id: str, shot: Result, request: VideoRequest, slate: str) -> Result:
    """A foreign take at the film's size and rate, with the frames and keyframes that the cut needs."""
    at_work = production(film_id)
    facts = (request.width_px, request.height_px, request.rate, request.total_frames, request.keyframes)
    parts = {"take": shot.media.sha256, "facts": [str(fact) for fact in facts]}
    source = await at_work.path(shot.media)

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


def image_request(film: Film, shot: Shot, role: FrameRole, seed: int, workdir: Path) -> ImageRequest:
    """What a picture model is asked for a frame of this role."""
    prompts = shot.prompts
    of_role = {FrameRole.START: prompts.start_image_prompt, FrameRole.END: prompts.end_image_prompt}
    return ImageRequest(
        role=role,
        prompt=of_role.get(role, prompts.image_prompt),
        negative_prompt=prompts.negative_prompt,
        shot=shot,
        style=choose_look(film.brief),
        width_px=film.brief.width_px,
        height_px=film.brief.height_px,
        rate=film.brief.rate,
        seed=seed,
        workdir=workdir,
    )


async def _video_request(film: Film, shot: Shot, number: int, workdir: Path) -> VideoRequest:
    at_work = production(film.id)
    vault = at_work.crew.vault
    shots = vault.films.shots(film.id)
    plan = film.cut_plan or plain_cuts(len(shots))
    index = _index_of(film.id, shot.id)
    head, tail = plan.spare_frames(index)
    own = [frame for frame in vault.films.frames(film.id) if frame.shot_id == shot.id and frame.selected]
    stills = {frame.role: frame.asset for frame in own}
    start = stills.get(FrameRole.START)
    return VideoRequest(
        prompt=shot.prompts.motion_prompt,
        negative_prompt=shot.prompts.negative_prompt,
        shot=shot,
        style=choose_look(film.brief),
        start=start,
        end=stills.get(FrameRole.END),
        start_path=await at_work.path(start) if start else None,
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
