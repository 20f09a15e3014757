"""A stage of the writing once more, with a wish in words: what follows from it is made anew, and nothing else."""

from typing import Any

from reelwright.crew import open_vault
from reelwright.errors import BadInput, Conflict
from reelwright.film.brief import FilmKind
from reelwright.film.film import Film, FilmStatus, Rewrite
from reelwright.film.writers import STAGES, TASKS
from reelwright.settings import Settings

_AT_WORK = (FilmStatus.QUEUED, FilmStatus.PROCESSING)
MAX_NOTE = 1000


def order_rewrite(settings: Settings, film_id: str, stage: str, note: str = "") -> Film:
    """The film with a stage of its writing asked for anew; what was written before stays in the ledger.

    Args:
        settings: Where it is kept.
        film_id: Its id, or a start of it.
        stage: ``template``, ``story``, ``shots`` or ``pictures``.
        note: What should be different, in words; at most 1,000 characters.

    Raises:
        NotFound: If there is no such film.
        Conflict: If the film is being made.
        BadInput: If there is no such stage, the film was not written by us, or not yet, or its template was named.
    """
    if stage not in STAGES:
        raise BadInput(
            f"there is no stage {stage[:40]!r} of a film's writing; allowed are {', '.join(STAGES)}",
            hint="`reelwright retake FILM SHOT` shoots a shot once more, `reelwright enhance` rewrites its prompt.",
        )
    if len(note) > MAX_NOTE:
        raise BadInput(f"the note has {len(note)} characters; allowed are {MAX_NOTE}", hint="Say it shorter.")
    with open_vault(settings) as vault:
        film = vault.films.film(film_id)
        _check(film, stage)
        times = film.rewrites[stage].times + 1 if stage in film.rewrites else 1
        changed: dict[str, Any] = {"rewrites": {**film.rewrites, stage: Rewrite(times=times, note=note.strip())}}
        if stage == "template":
            changed |= {"template": None, "choice": None}
        changed |= {"fallbacks": tuple(fact for fact in film.fallbacks if not _is_undone(fact.stage, stage))}
        changed |= {"single_stage": False}
        return vault.films.change_film(film.id, **changed, run=film.run + 1, status=FilmStatus.QUEUED)


def _is_undone(fallback: str, stage: str) -> bool:
    """Whether a stage that is written anew takes back a fallback; whoever stood in for another stage still does."""
    own = {task.replace("_", " ") for task in TASKS[stage]}
    return fallback in (stage, "writing", *own) or fallback.startswith("pictures of")


def _check(film: Film, stage: str) -> None:
    named = f"the film {film.id}, {film.title!r},"
    if film.status in _AT_WORK:
        raise Conflict(f"{named} is {film.status.value}", hint="Ask again when it is done.")
    if film.supplied_shots or film.brief.kind is not FilmKind.AD:
        raise BadInput(f"{named} was not written in stages", hint="Edit its shots.json, and shoot it with `film`.")
    if film.single_stage and stage in ("shots", "pictures"):
        raise BadInput(f"{named} was written at once", hint=f"`reelwright rewrite {film.id} story` writes it anew.")
    if stage == "template" and film.brief.template is not None:
        raise BadInput(
            f"{named} was asked for with the template {film.brief.template!r}, which no writer chooses anew",
            hint=f"`make` with another --template begins another film; `reelwright rewrite {film.id} story` keeps it.",
        )
    if film.story is None:
        raise BadInput(f"{named} has no story yet", hint=f"`reelwright resume {film.id}` first.")
