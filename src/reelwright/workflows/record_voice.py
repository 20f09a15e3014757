"""The voice, made before the pictures move: record, settle the timing, record again what did not fit."""

from pathlib import Path
from typing import Any

from reelwright.errors import CapabilityError, NotConfigured
from reelwright.film.film import Film
from reelwright.film.pronunciation import spoken_in
from reelwright.film.sound import Speech, SpokenWord
from reelwright.ports import SpeechRequest
from reelwright.stages.cast_voice import cast_voice
from reelwright.stages.lock_timing import lock_timing
from reelwright.stages.pace_line import line_pace
from reelwright.workflows.engine import production, stage, step

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
    brief = at_work.film(film_id).brief
    if not brief.wants_voice:
        return []
    return [
        {"shot_id": shot.id, "text": shot.voice_over.text, "pace": line_pace(shot, brief.rate)}
        for shot in at_work.shots(film_id)
        if shot.voice_over.text.strip()
    ]


@step("speak line")
async def speak_line(film_id: str, shot_id: str, text: str, pace: float, line_count: int) -> bool:
    """Records one line and keeps it; False when no voice is possible at all, which the film then says.

    A line that this voice cannot speak, in a script it does not know, leaves its shot silent.
    """
    at_work = production(film_id)
    film, shot = at_work.film(film_id), at_work.shot(film_id, shot_id)
    speaker = at_work.crew.voice
    said = spoken_in(text, dict(at_work.crew.pronunciations) | film.brief.pronunciations)

    def request(workdir: Path) -> SpeechRequest:
        return SpeechRequest(text, _voice_name(film), pace, shot.emotional_tone, workdir, said)

    try:
        result = await at_work.ask(film, speaker, request, about=shot.slate)
    except NotConfigured as problem:
        at_work.reporter.warning(f"No voice: {problem.message}. The film has captions instead. {problem.hint}".strip())
        return False
    except CapabilityError as problem:
        at_work.reporter.warning(f"{shot.slate} is silent: {problem.message}. Its captions are there.")
        return True
    speech = Speech(
        shot_id=shot_id,
        text=text,
        asset=result.media,
        voice=_voice_name(film),
        duration_s=result.body["duration_s"],
        words=tuple(SpokenWord.model_validate(word) for word in result.body["words"]),
        timing_source=result.body["timing_source"],
        pace=pace,
        notes=result.notes,
    )
    at_work.crew.vault.films.save_speech(film_id, speech)
    at_work.reporter.piece_done("voice", line_count, f"{shot.slate} {text!r}", reused=result.reused)
    return True


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
