"""A storyboard: the story in panels, each panel drawn, all of them in one grid. No single panel fails the whole."""

from pathlib import Path

from reelwright.errors import CapabilityError, MediaError, ProviderError, ReelwrightError, ReplyUnreadable
from reelwright.film.frame import Frame, FrameRole
from reelwright.film.writing import BoardDraft
from reelwright.media.jobs import grid_job
from reelwright.ports import MediaFile, TextRequest
from reelwright.stages.break_storyboard import (
    Board,
    break_storyboard_request,
    camera_of,
    read_storyboard,
    stage_panels,
    unused_wishes,
)
from reelwright.workflows.engine import failure_of, production, stage, step
from reelwright.workflows.recipes import Made, Recipe
from reelwright.workflows.shoot_shot import image_request, seeded
from reelwright.workflows.writing import BUILT_IN, fell_back, written

_OF_ONE_PANEL = (ProviderError, MediaError, CapabilityError)
"""What may be wrong with one panel alone; anything else stops the storyboard."""


@stage("breakdown")
async def breakdown(film_id: str, run: int) -> None:
    """Breaks the story into panels."""
    await break_storyboard(film_id)


@step("break storyboard")
async def break_storyboard(film_id: str) -> int:
    """The panels as shots, staged; their number. What a writer cannot mend in three tries stays, and is told."""
    at_work = production(film_id)
    film = at_work.film(film_id)
    usable: list[BoardDraft] = []

    def read(output: BoardDraft) -> Board:
        try:
            read_storyboard(output, film.brief, as_it_is=True)
            usable.append(output)
        except ReplyUnreadable:
            pass
        return read_storyboard(output, film.brief)

    def request(complaint: str) -> TextRequest[BoardDraft]:
        return break_storyboard_request(film.brief, complaint=complaint)

    names = (BUILT_IN,) if film.has_fallen_back("breakdown") else None
    try:
        board = await written(film_id, request, read, names=names)
    except ReplyUnreadable as problem:
        if usable:
            board = read_storyboard(usable[-1], film.brief, as_it_is=True)
            fell_back(film_id, "storyboard", "panels without a fault", "panels as the writer left them", problem)
        else:
            fell_back(film_id, "breakdown", "a language model", "the built-in writer", problem)
            board = await written(film_id, request, read, names=(BUILT_IN,))
    at_work.crew.vault.films.save_shots(film_id, stage_panels(board, film.brief))
    at_work.change(film_id, story=board.story)
    at_work.reporter.notes(board.notes)
    at_work.reporter.notes(unused_wishes(film.brief))
    at_work.reporter.piece_done("shots", 1, f"{len(board.shots)} panels", reused=False)
    return len(board.shots)


@stage("panels")
async def panels(film_id: str, run: int, shot_ids: list[str]) -> None:
    """Draws every panel. One that cannot be drawn is told, and left blank; all of them failing is a failure."""
    children = [
        await panel.start(f"{film_id}.frames.r{run}.{shot_id}", film_id, shot_id, len(shot_ids)) for shot_id in shot_ids
    ]
    failures = [problem for child in children if (problem := await failure_of(child)) is not None]
    if failures:
        raise failures[0]
    await check_panels(film_id)


@stage("panel")
async def panel(film_id: str, shot_id: str, panel_count: int) -> None:
    """Draws one panel."""
    await draw_panel(film_id, shot_id, panel_count)


@step("draw panel")
async def draw_panel(film_id: str, shot_id: str, panel_count: int) -> str:
    """Draws a panel and keeps it; its id, or nothing when it could not be drawn."""
    at_work = production(film_id)
    film, shot = at_work.film(film_id), seeded(at_work.film(film_id), at_work.shot(film_id, shot_id))
    frame_id = f"{film_id}-{shot_id}-panel"
    try:
        result = await at_work.ask(
            film,
            at_work.crew.image,
            lambda workdir: image_request(film, shot, FrameRole.PANEL, shot.seed or 0, workdir),
            about=f"panel {shot.number}",
        )
    except _OF_ONE_PANEL as problem:
        at_work.reporter.warning(f"panel {shot.number} could not be drawn and is left blank: {problem.message}")
        at_work.reporter.piece_done("frames", panel_count, f"panel {shot.number} left blank", reused=False)
        return ""
    frame = Frame(
        id=frame_id,
        film_id=film_id,
        shot_id=shot_id,
        role=FrameRole.PANEL,
        asset=result.media,
        call_key=result.key,
        seed=shot.seed or 0,
        notes=result.notes,
    )
    at_work.crew.vault.films.save_frame(frame)
    at_work.reporter.piece_done("frames", panel_count, f"panel {shot.number}", reused=result.reused)
    return frame.id


@step("check panels")
async def check_panels(film_id: str) -> int:
    """How many panels there are.

    Raises:
        ReelwrightError: If there is none: then something is wrong with all of them.
    """
    at_work = production(film_id)
    drawn = [frame for frame in at_work.crew.vault.films.frames(film_id) if frame.role is FrameRole.PANEL]
    if not drawn:
        raise ReelwrightError(
            "no panel of the storyboard could be drawn",
            hint="The warnings say why; `reelwright resume` tries again, `--image-model` names another painter.",
        )
    return len(drawn)


@stage("grid")
async def grid(film_id: str, run: int) -> None:
    """Lays the panels out in one picture."""
    await draw_grid(film_id)


@step("draw grid")
async def draw_grid(film_id: str) -> None:
    """The panels with their words in one picture; a panel that is missing is an empty frame."""
    at_work = production(film_id)
    film, shots, films = at_work.film(film_id), at_work.shots(film_id), at_work.crew.vault.films
    drawn = {frame.shot_id: frame.asset for frame in films.frames(film_id) if frame.role is FrameRole.PANEL}
    words = [(f"{shot.number}", camera_of(shot.camera), shot.emotional_tone, shot.action_description) for shot in shots]
    size = (film.brief.width_px, film.brief.height_px)
    parts = {
        "panels": [drawn[shot.id].sha256 if shot.id in drawn else None for shot in shots],
        "words": words,
        "title": film.title,
        "size": list(size),
    }

    async def ask(workdir: Path) -> Made:
        pictures = [await at_work.path(drawn[shot.id]) if shot.id in drawn else None for shot in shots]
        out = workdir / "storyboard_grid.png"
        await at_work.crew.workshop.run(grid_job, film.title, list(zip(pictures, words, strict=True)), size, out)
        return Made(MediaFile(out, "image/png"))

    result = await at_work.ledger.once(film_id, Recipe("builtin", "grid", "1", "cut", parts), ask)
    films.save_media(film_id, "storyboard_grid.png", result.media)
    at_work.reporter.piece_done("sheet", 1, "storyboard grid", reused=result.reused)
