"""The voice, made before the pictures move: record, settle the timing, record again what did not fit."""

from pathlib import Path
from typing import Any

from reelwright.errors import CapabilityError, NotConfigured
from reelwright.film.film import Film
from reelwright.film.pronunciation import spoken_in
from reelwright.film.shot import Shot
from reelwright.film.sound import Speech, SpokenWord
from reelwright.media.jobs import join_job
from reelwright.ports import MediaFile, SpeechRequest
from reelwright.stages.cast_voice import cast_voice, cast_voices
from reelwright.stages.lock_timing import lock_timing
from reelwright.stages.pace_line import line_pace
from reelwright.workflows.engine import production, stage, step
from reelwright.workflows.recipes import Made, Recipe

DIALOGUE_GAP_S = 0.3
"""Silence between two lines of a dialogue."""
_ROUNDS = 4
"""The first recording and what may follow; locking converges in two, one more is for a voice that ignores the pace."""


@stage("voice")
async def voice(film_id: str, run: int) -> None:
    """Records every line and settles the film's timing."""
    wanted = await script(film_id)
    for _ in range(_ROUNDS):
        for line in wanted:
            if not await speak_line(film_id, line["shot_id"], line["text"], line["pace"], len(wanted)):
                return
        wanted = await settle_timing(film_id)
        if not wanted:
            return


@step("read script")
async def script(film_id: str) -> list[dict[str, Any]]:
    """The lines to record; none when the film wants no voice."""
    at_work = production(film_id)
    film = at_work.film(film_id)
    brief, voices = film.brief, [voice.name for voice in at_work.crew.voice.voices]
    if not brief.wants_voice:
        return []
    lacking = [one for one in film.cast if one.voice and one.voice not in voices]
    at_work.reporter.notes(
        f"There is no voice {one.voice!r} for {one.name}; another one speaks. There are {', '.join(voices)}."
        for one in lacking
    )
    return [
        {"shot_id": shot.id, "text": shot.spoken, "pace": line_pace(shot, brief.rate)}
        for shot in at_work.shots(film_id)
        if shot.spoken
    ]


@step("speak line")
async def speak_line(film_id: str, shot_id: str, text: str, pace: float, line_count: int) -> bool:
    """Records one line and keeps it; False when no voice is possible at all, which the film then says.

    A line that this voice cannot speak, in a script it does not know, leaves its shot silent.
    """
    at_work = production(film_id)
    film, shot = at_work.film(film_id), at_work.shot(film_id, shot_id)
    parts = _parts(film, shot, text)
    try:
        speeches = [await _spoken(film, shot, one, voice, pace) for voice, one in parts]
    except NotConfigured as problem:
        at_work.reporter.warning(f"No voice: {problem.message}. The film has captions instead. {problem.hint}".strip())
        return False
    except CapabilityError as problem:
        at_work.reporter.warning(f"{shot.slate} is silent: {problem.message}. Its captions are there.")
        return True
    speech = speeches[0][0] if len(speeches) == 1 else await _joined(film, text, [one for one, _ in speeches])
    reused = all(was_there for _, was_there in speeches)
    at_work.crew.vault.films.save_speech(film_id, speech)
    at_work.reporter.piece_done("voice", line_count, f"{shot.slate} {text!r}", reused=reused)
    return True


def _parts(film: Film, shot: Shot, text: str) -> list[tuple[str, str]]:
    """Who says what in a shot: the narrator first, then the characters, each with a voice."""
    narrator = _voice_name(film)
    if not shot.dialogue:
        return [(narrator, text)]
    at_work = production(film.id)
    speakers = [line.speaker for one in at_work.shots(film.id) for line in one.dialogue]
    voices = cast_voices(speakers, film.cast, at_work.crew.voice.voices, narrator)
    narrated = [(narrator, shot.voice_over.text.strip())] if shot.voice_over.text.strip() else []
    return [*narrated, *((voices[line.speaker], line.text) for line in shot.dialogue)]


async def _spoken(film: Film, shot: Shot, text: str, voice: str, pace: float) -> tuple[Speech, bool]:
    """One line in one voice, and whether it was there already."""
    at_work = production(film.id)
    said = spoken_in(text, dict(at_work.crew.pronunciations) | film.brief.pronunciations)

    def request(workdir: Path) -> SpeechRequest:
        return SpeechRequest(text, voice, pace, shot.emotional_tone, workdir, said)

    result = await at_work.ask(film, at_work.crew.voice, request, about=shot.slate)
    speech = Speech(
        shot_id=shot.id,
        text=text,
        asset=result.media,
        voice=voice,
        duration_s=result.body["duration_s"],
        words=tuple(SpokenWord.model_validate(word) for word in result.body["words"]),
        timing_source=result.body["timing_source"],
        pace=pace,
        notes=result.notes,
    )
    return speech, result.reused


async def _joined(film: Film, text: str, parts: list[Speech]) -> Speech:
    """Several lines of a shot as one recording, a breath between them."""
    at_work = production(film.id)
    paths = [await at_work.path(part.asset) for part in parts]

    async def ask(workdir: Path) -> Made:
        out = workdir / "dialogue.wav"
        body = await at_work.crew.workshop.run(join_job, paths, DIALOGUE_GAP_S, out)
        return Made(MediaFile(out, "audio/wav"), body)

    recipe = Recipe("builtin", "dialogue", "1", "cut", {"parts": [part.asset.sha256 for part in parts]})
    result = await at_work.ledger.once(film.id, recipe, ask)
    words = tuple(
        word.model_copy(update={"start_s": word.start_s + start_s, "end_s": word.end_s + start_s})
        for part, start_s in zip(parts, result.body["starts_s"], strict=True)
        for word in part.words
    )
    voices = "+".join(dict.fromkeys(part.voice for part in parts))
    changed = {"text": text, "asset": result.media, "voice": voices, "words": words}
    return parts[0].model_copy(update=changed | {"duration_s": result.body["duration_s"]})


@step("settle timing")
async def settle_timing(film_id: str) -> list[dict[str, Any]]:
    """Fits the recordings into the shots; the lines to record again, none when the clock is settled."""
    at_work = production(film_id)
    film = at_work.film(film_id)
    shots, speeches = at_work.shots(film_id), at_work.crew.vault.films.speeches(film_id)
    timing = lock_timing(
        shots,
        speeches,
        film.brief.rate,
        supplied=film.supplied_shots,
        paces={speech.shot_id: speech.pace for speech in speeches},
    )
    at_work.reporter.notes(timing.notes)
    at_work.crew.vault.films.save_shots(film_id, timing.shots)
    for speech in timing.speeches:
        at_work.crew.vault.films.save_speech(film_id, speech)
    return [{"shot_id": line.shot_id, "text": line.text, "pace": line.pace} for line in timing.respeak]


def _voice_name(film: Film) -> str:
    brief, choice = film.brief, film.choice
    told = f"{choice.target_audience} {choice.narrative_focus}" if choice else ""
    words = f"{brief.prompt} {brief.mood} {brief.style} {told}"
    template = choice.selected_template if choice else ""
    return cast_voice(brief.voice, template, production(film.id).crew.voice.voices, words)
