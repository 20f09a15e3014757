"""Music, mix, captions and the cut itself; each found again by what it depends on."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from reelwright.film.asset import Asset
from reelwright.film.clock import seconds
from reelwright.film.cut import CutPlan, plain_cuts
from reelwright.film.film import Film
from reelwright.film.shot import Shot, ShotList
from reelwright.film.sound import Caption
from reelwright.film.take import Take
from reelwright.ports import MediaFile, MusicBeat, MusicRequest
from reelwright.prompts.templates import load_templates
from reelwright.stages.write_captions import write_captions
from reelwright.workflows.engine import production, stage, step
from reelwright.workflows.ledger import Made, Recipe, recipe_for

_OWN = "builtin"
_NARROW_CHARACTERS = 28
"""Characters of a caption line in a frame higher than wide."""


@stage("score")
async def score(film_id: str, run: int) -> None:
    """Composes the music."""
    await compose(film_id)


@stage("cut")
async def cut(film_id: str, run: int) -> None:
    """Mixes, captions, stitches, and makes poster and contact sheet."""
    await mix_sound(film_id)
    await write_film_captions(film_id)
    await stitch_film(film_id)
    await make_sheet(film_id)


@step("compose")
async def compose(film_id: str) -> None:
    """A score over the settled beats; nothing when the film wants no music."""
    at_work = production()
    film, shots = at_work.film(film_id), at_work.shots(film_id)
    if not film.brief.wants_music:
        return
    composer = at_work.crew.music

    def request(workdir: Path) -> MusicRequest:
        return MusicRequest(
            template=_template_slug(film),
            mood=film.brief.mood,
            tone=_tone(film),
            beats=_beats(film, shots),
            duration_s=_duration_s(film, shots),
            seed=film.brief.film_seed,
            workdir=workdir,
        )

    async def ask(workdir: Path) -> Made:
        return Made.of(await composer.compose(request(workdir)))

    result = await at_work.ledger.once(film_id, recipe_for(composer.card, request(at_work.crew.scratch)), ask)
    at_work.crew.vault.films.save_media(film_id, "music", result.media)
    at_work.reporter.piece_done("score", 1, "score", reused=result.reused)


@step("mix sound")
async def mix_sound(film_id: str) -> None:
    """Voice and music on one track at the loudness of delivery."""
    at_work = production()
    film, shots = at_work.film(film_id), at_work.shots(film_id)
    vault = at_work.crew.vault
    starts = dict(zip([shot.id for shot in shots], ShotList(shots=shots).starts(), strict=True))
    rate = film.brief.rate
    voice = [
        (speech.asset, round(seconds(starts[speech.shot_id], rate) + speech.offset_s, 4))
        for speech in (vault.films.speeches(film_id) if film.brief.wants_voice else ())
    ]
    music = vault.films.media(film_id).get("music") if film.brief.wants_music else None
    parts = {
        "voice": [[asset.sha256, at] for asset, at in voice],
        "music": music.sha256 if music else None,
        "duration_s": _duration_s(film, shots),
    }

    async def ask(workdir: Path) -> Made:
        return await at_work.crew.workshop.run(
            _mix_job,
            [(vault.media.path(asset), at) for asset, at in voice],
            vault.media.path(music) if music else None,
            parts["duration_s"],
            workdir / "mix.wav",
        )

    result = await at_work.ledger.once(film_id, Recipe(_OWN, "mixer", "1", "cut", parts), ask)
    vault.films.save_media(film_id, "mix", result.media)
    at_work.reporter.piece_done("cut", 4, "mix", reused=result.reused)


@step("write captions")
async def write_film_captions(film_id: str) -> None:
    """The caption files."""
    at_work = production()
    film = at_work.film(film_id)
    captions = _captions(film)
    for kind, media_type in (("srt", "application/x-subrip"), ("vtt", "text/vtt")):

        async def ask(workdir: Path, kind: str = kind, media_type: str = media_type) -> Made:
            return _caption_file(captions, kind, workdir / f"captions.{kind}", media_type)

        recipe = Recipe(_OWN, "captioner", "1", "cut", {"kind": kind, "captions": _dumped(captions)})
        result = await at_work.ledger.once(film_id, recipe, ask)
        at_work.crew.vault.films.save_media(film_id, f"captions.{kind}", result.media)
    at_work.reporter.piece_done("cut", 4, "captions", reused=False)


@step("stitch film")
async def stitch_film(film_id: str) -> None:
    """The film: takes, splices, sound and captions in one file."""
    at_work = production()
    film, shots = at_work.film(film_id), at_work.shots(film_id)
    vault = at_work.crew.vault
    takes, plan, captions = _selected(film, shots), _plan(film, shots), _captions(film)
    sound = vault.films.media(film_id)["mix"]
    parts = {
        "takes": [[take.asset.sha256, take.head_frames, take.frame_count, take.tail_frames] for take in takes],
        "plan": plan.model_dump(mode="json"),
        "sound": sound.sha256,
        "captions": _dumped(captions),
        "burns_captions": film.brief.burns_captions,
        "rate": str(film.brief.rate),
        "title": film.title,
    }

    async def ask(workdir: Path) -> Made:
        sources = [(vault.media.path(take.asset), take.head_frames, take.frame_count, take.tail_frames) for take in takes]
        return await at_work.crew.workshop.run(
            _stitch_job,
            sources,
            plan,
            film.brief.rate,
            vault.media.path(sound),
            captions,
            workdir / "film.mp4",
            film.brief.burns_captions,
            film.title,
        )

    result = await at_work.ledger.once(film_id, Recipe(_OWN, "stitcher", "1", "cut", parts), ask)
    vault.films.save_media(film_id, "film.mp4", result.media)
    at_work.reporter.piece_done("cut", 4, "film", reused=result.reused)


@step("make sheet")
async def make_sheet(film_id: str) -> None:
    """The poster and the contact sheet."""
    at_work = production()
    film, shots = at_work.film(film_id), at_work.shots(film_id)
    vault = at_work.crew.vault
    cells = _cells(film, shots)
    parts = {"title": film.title, "cells": [[a.sha256, b.sha256, *words] for a, b, *words in cells]}

    async def ask(workdir: Path) -> Made:
        rows = [(vault.media.path(a), vault.media.path(b), *words) for a, b, *words in cells]
        return await at_work.crew.workshop.run(_sheet_job, film.title, rows, workdir / "contact_sheet.png")

    result = await at_work.ledger.once(film_id, Recipe(_OWN, "sheet", "1", "cut", parts), ask)
    vault.films.save_media(film_id, "contact_sheet.png", result.media)
    vault.films.save_media(film_id, "poster.png", _poster(film, shots))
    at_work.reporter.piece_done("cut", 4, "contact sheet", reused=result.reused)
