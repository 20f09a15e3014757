"""Music, sound effects, mix, captions and the cut itself; each found again by what it depends on."""

from pathlib import Path
from typing import Any

from reelwright.film.asset import Asset
from reelwright.film.base import derived_seed
from reelwright.film.clock import seconds
from reelwright.film.cut import CutPlan, plain_cuts
from reelwright.film.film import Film
from reelwright.film.frame import FrameRole
from reelwright.film.shot import Shot, ShotList
from reelwright.film.sound import Caption, SoundCue
from reelwright.film.take import Take
from reelwright.media.caption_text import as_srt, as_vtt
from reelwright.media.jobs import fit_track_job, mix_job, sheet_job, stitch_job
from reelwright.ports import MediaFile, MusicBeat, MusicRequest, SoundRequest
from reelwright.prompts.templates import load_templates
from reelwright.stages.choose_look import choose_look
from reelwright.stages.place_sounds import first_seen_s, place_sounds
from reelwright.stages.write_captions import write_captions
from reelwright.workflows.engine import production, stage, step
from reelwright.workflows.recipes import Made, Recipe

_OWN = "builtin"
_SOUND_PIECES = 2
"""Music and sound effects."""
_PIECES = 4
"""Pieces of the cut for the progress: mix, captions, film, sheet."""
_NARROW_CHARACTERS = 28
"""Characters of a caption line in a frame higher than wide."""


@stage("score")
async def score(film_id: str, run: int) -> None:
    """Composes the music, or fits a person's own, and makes the sound effects."""
    await compose(film_id)
    await make_effects(film_id)


@stage("cut")
async def cut(film_id: str, run: int) -> None:
    """Mixes, captions, stitches, and makes poster and contact sheet."""
    await mix_sound(film_id)
    await write_film_captions(film_id)
    await stitch_film(film_id)
    await choose_poster(film_id)
    await make_sheet(film_id, _PIECES)


@stage("sheet")
async def sheet(film_id: str, run: int) -> None:
    """The contact sheet alone, for a film that stops at its frames."""
    await make_sheet(film_id, 1)


@step("compose")
async def compose(film_id: str) -> None:
    """A score over the settled beats, or the person's own track; nothing when the film wants no music."""
    at_work = production(film_id)
    film, shots = at_work.film(film_id), at_work.shots(film_id)
    if not film.brief.wants_music:
        return
    if film.brief.music is not None:
        await _fit_own_track(film, film.brief.music, _duration_s(film, shots))
        return

    def request(workdir: Path) -> MusicRequest:
        return MusicRequest(
            template=_template_slug(film),
            mood=film.brief.mood or film.soundtrack_mood,
            tone=_tone(film),
            beats=_beats(film, shots),
            duration_s=_duration_s(film, shots),
            seed=film.brief.film_seed,
            workdir=workdir,
            look=choose_look(film.brief),
            words=film.brief.prompt,
            accents_s=first_seen_s(shots, film.brief.rate),
        )

    result = await at_work.ask(film, at_work.crew.music, request)
    at_work.crew.vault.films.save_media(film_id, "music", result.media)
    what = f"score {result.body.get('label', '')}".strip()
    at_work.reporter.piece_done("score", _SOUND_PIECES, what, reused=result.reused)


async def _fit_own_track(film: Film, track: Asset, duration_s: float) -> None:
    """The person's track, trimmed or looped to the film's length."""
    at_work = production(film.id)
    vault = at_work.crew.vault

    async def ask(workdir: Path) -> Made:
        out = workdir / "music.wav"
        body = await at_work.crew.workshop.run(fit_track_job, await at_work.path(track), duration_s, out)
        notes = ("your own track holds nothing but silence",) if body["is_silent"] else ()
        return Made(MediaFile(out, "audio/wav"), body, notes=notes)

    parts = {"track": track.sha256, "duration_s": duration_s}
    result = await at_work.ledger.once(film.id, Recipe(_OWN, "own-track", "1", "cut", parts), ask)
    at_work.reporter.notes(result.notes)
    vault.films.save_media(film.id, "music", result.media)
    at_work.reporter.piece_done("score", _SOUND_PIECES, "your own track", reused=result.reused)


@step("make effects")
async def make_effects(film_id: str) -> None:
    """The sound effects of all shots, each a call of its own, so that an edit of one makes only that one again."""
    at_work = production(film_id)
    film = at_work.film(film_id)

    async def make(cue: SoundCue) -> bool:
        def request(workdir: Path) -> SoundRequest:
            seed = derived_seed(film.brief.film_seed, cue.id)
            return SoundRequest(cue.sound, cue.surface, cue.words, cue.duration_s, seed, workdir)

        result = await at_work.ask(film, at_work.crew.sound, request)
        at_work.crew.vault.films.save_media(film_id, _effect_name(cue), result.media)
        return result.reused

    reused = [await make(cue) for cue in _cues(film, at_work.shots(film_id))]
    at_work.reporter.piece_done("score", _SOUND_PIECES, f"{len(reused)} sound effects", reused=all(reused))


@step("mix sound")
async def mix_sound(film_id: str) -> None:
    """Voice, music and sound effects on one track at the loudness of delivery."""
    at_work = production(film_id)
    film, shots = at_work.film(film_id), at_work.shots(film_id)
    vault = at_work.crew.vault
    starts = dict(zip([shot.id for shot in shots], ShotList(shots=shots).starts(), strict=True))
    rate = film.brief.rate
    voice = [
        (speech.asset, round(seconds(starts[speech.shot_id], rate) + speech.offset_s, 4))
        for speech in (vault.films.speeches(film_id) if film.brief.wants_voice else ())
    ]
    kept = vault.films.media(film_id)
    music = kept.get("music") if film.brief.wants_music else None
    effects = [(kept[_effect_name(cue)], cue) for cue in _cues(film, shots)]
    parts = {
        "voice": [[asset.sha256, at] for asset, at in voice],
        "music": music.sha256 if music else None,
        "effects": [[asset.sha256, cue.model_dump(mode="json", exclude={"id", "words"})] for asset, cue in effects],
        "accents_s": list(first_seen_s(shots, rate)),
        "duration_s": _duration_s(film, shots),
    }

    async def ask(workdir: Path) -> Made:
        out = workdir / "mix.m4a"
        body = await at_work.crew.workshop.run(
            mix_job,
            [(await at_work.path(asset), at) for asset, at in voice],
            await at_work.path(music) if music else None,
            _duration_s(film, shots),
            out,
            [(await at_work.path(asset), cue) for asset, cue in effects],
            first_seen_s(shots, rate),
        )
        return Made(MediaFile(out, "audio/mp4"), body)

    result = await at_work.ledger.once(film_id, Recipe(_OWN, "mixer", "5", "cut", parts), ask)
    vault.films.save_media(film_id, "mix", result.media)
    at_work.reporter.piece_done("cut", _PIECES, "mix", reused=result.reused)


@step("write captions")
async def write_film_captions(film_id: str) -> None:
    """The caption files."""
    at_work = production(film_id)
    film = at_work.film(film_id)
    captions = _captions(film)
    for kind, media_type in (("srt", "application/x-subrip"), ("vtt", "text/vtt")):

        async def ask(workdir: Path, kind: str = kind, media_type: str = media_type) -> Made:
            out = workdir / f"captions.{kind}"
            out.write_text(as_srt(captions) if kind == "srt" else as_vtt(captions), "utf-8")
            return Made(MediaFile(out, media_type))

        recipe = Recipe(_OWN, "captioner", "1", "cut", {"kind": kind, "captions": _dumped(captions)})
        result = await at_work.ledger.once(film_id, recipe, ask)
        at_work.crew.vault.films.save_media(film_id, f"captions.{kind}", result.media)
    at_work.reporter.piece_done("cut", _PIECES, "captions", reused=False)


@step("stitch film")
async def stitch_film(film_id: str) -> None:
    """The film: takes, splices, sound and captions in one file."""
    at_work = production(film_id)
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
        sources = [
            (await at_work.path(take.asset), take.head_frames, take.frame_count, take.tail_frames) for take in takes
        ]
        out = workdir / "film.mp4"
        body = await at_work.crew.workshop.run(
            stitch_job,
            sources,
            plan,
            film.brief.rate,
            await at_work.path(sound),
            captions,
            out,
            film.brief.burns_captions,
            film.title,
            at_work.crew.cache_dir / "splices",
        )
        return Made(MediaFile(out, "video/mp4"), body)

    result = await at_work.ledger.once(film_id, Recipe(_OWN, "stitcher", "5", "cut", parts), ask)
    vault.films.save_media(film_id, "film.mp4", result.media)
    at_work.reporter.piece_done("cut", _PIECES, "film", reused=result.reused)


@step("make sheet")
async def make_sheet(film_id: str, piece_count: int) -> None:
    """The contact sheet of all frames."""
    at_work = production(film_id)
    film, shots = at_work.film(film_id), at_work.shots(film_id)
    vault = at_work.crew.vault
    starts, ends = _stills(film, FrameRole.START), _stills(film, FrameRole.END)
    cells = [(starts[shot.id], ends[shot.id], words) for shot, words in zip(shots, _words(film, shots), strict=True)]
    subtitle = f"{len(shots)} shots, {_duration_s(film, shots):g} s"
    parts = {
        "title": film.title,
        "subtitle": subtitle,
        "cells": [[a.sha256, b.sha256, *words] for a, b, words in cells],
    }

    async def ask(workdir: Path) -> Made:
        rows = [(await at_work.path(a), await at_work.path(b), *words) for a, b, words in cells]
        out = workdir / "contact_sheet.png"
        await at_work.crew.workshop.run(sheet_job, film.title, subtitle, rows, out)
        return Made(MediaFile(out, "image/png"))

    result = await at_work.ledger.once(film_id, Recipe(_OWN, "sheet", "2", "cut", parts), ask)
    vault.films.save_media(film_id, "contact_sheet.png", result.media)
    stage_name = "sheet" if piece_count == 1 else "cut"
    at_work.reporter.piece_done(stage_name, piece_count, "contact sheet", reused=result.reused)


@step("choose poster")
async def choose_poster(film_id: str) -> None:
    """The start frame that says most: person and product together, else the product, else the last shot."""
    at_work = production(film_id)
    film, shots = at_work.film(film_id), at_work.shots(film_id)
    best = max(shots, key=lambda shot: (shot.presence.product_visible, shot.presence.character_visible, shot.number))
    at_work.crew.vault.films.save_media(film_id, "poster.png", _stills(film, FrameRole.START)[best.id])


def _cues(film: Film, shots: tuple[Shot, ...]) -> tuple[SoundCue, ...]:
    return place_sounds(shots, film.brief.rate) if film.brief.wants_effects else ()


def _effect_name(cue: SoundCue) -> str:
    """The effect's name among the film's media; without a dot it stays out of the output folder."""
    return f"effect {cue.id}".replace(".", "_")


def _words(film: Film, shots: tuple[Shot, ...]) -> list[tuple[str, str, str, str]]:
    """Slate, timing, beat and action of each shot."""
    rate = film.brief.rate
    starts = ShotList(shots=shots).starts()
    return [
        (
            shot.slate,
            f"{seconds(start, rate):.2f}-{seconds(start + shot.frame_count, rate):.2f} s",
            shot.story_beat,
            f"{shot.camera.framing.value}, {shot.camera.movement.value}. {shot.action_description}",
        )
        for shot, start in zip(shots, starts, strict=True)
    ]


def _duration_s(film: Film, shots: tuple[Shot, ...]) -> float:
    return seconds(ShotList(shots=shots).frame_count, film.brief.rate)


def _template_slug(film: Film) -> str:
    return film.choice.selected_template if film.choice else ""


def _tone(film: Film) -> tuple[str, ...]:
    template = film.template or load_templates(production(film.id).crew.template_dir).get(_template_slug(film))
    return template.tone if template else ()


def _beats(film: Film, shots: tuple[Shot, ...]) -> tuple[MusicBeat, ...]:
    """One stretch a shot; the composer joins those of one beat if it likes."""
    rate = film.brief.rate
    starts = ShotList(shots=shots).starts()
    return tuple(
        MusicBeat(shot.story_beat, shot.emotional_tone, seconds(start, rate), seconds(shot.frame_count, rate))
        for shot, start in zip(shots, starts, strict=True)
    )


def _plan(film: Film, shots: tuple[Shot, ...]) -> CutPlan:
    return film.cut_plan or plain_cuts(len(shots))


def _selected(film: Film, shots: tuple[Shot, ...]) -> list[Take]:
    takes = {take.shot_id: take for take in production(film.id).crew.vault.films.takes(film.id) if take.selected}
    return [takes[shot.id] for shot in shots]


def _captions(film: Film) -> tuple[Caption, ...]:
    films = production(film.id).crew.vault.films
    speeches = films.speeches(film.id) if film.brief.wants_voice else ()
    is_tall = film.brief.height_px > film.brief.width_px
    options = {"max_characters": _NARROW_CHARACTERS} if is_tall else {}
    return write_captions(films.shots(film.id), speeches, film.brief.rate, **options)


def _dumped(captions: tuple[Caption, ...]) -> list[Any]:
    return [caption.model_dump(mode="json") for caption in captions]


def _stills(film: Film, role: FrameRole) -> dict[str, Asset]:
    frames = production(film.id).crew.vault.films.frames(film.id)
    return {frame.shot_id: frame.asset for frame in frames if frame.role is role and frame.selected}
