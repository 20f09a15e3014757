"""What is told of a film as it stands: its report, and its shots with what they are for."""

from decimal import Decimal
from typing import Any, cast

from reelwright.crew import Vault
from reelwright.film.call import CallState
from reelwright.film.film import Film, FilmStatus
from reelwright.film.money import CostSource
from reelwright.film.report import Authorship, FilmReport, Stop
from reelwright.film.scenario import Scenario
from reelwright.film.writers import STAGES, stage_of
from reelwright.workflows.following import failure_in
from reelwright.workflows.progress import warnings_of


def report_on(vault: Vault, film: Film, elapsed_s: float) -> FilmReport:
    """What became of a film; ``elapsed_s`` is the wall time of this run."""
    shots = vault.films.shots(film.id)
    frame_count = sum(shot.frame_count for shot in shots)
    return FilmReport(
        film_id=film.id,
        status=film.status.value,
        waits_after=_waits_after(vault, film),
        title=film.title,
        template=film.choice.selected_template if film.choice else "",
        duration_s=round(float(frame_count / film.brief.rate), 3) if shots else film.brief.duration_s,
        shots=len(shots),
        path=film.out_dir or None,
        cost_usd=vault.cost_of(film.id),
        unknown_calls=sum(one.usage.source is CostSource.UNKNOWN for one in vault.books.charges(film.id)),
        reserved_usd=vault.books.reserved(film.id),
        estimate_usd=film.estimate_usd,
        cap_usd=film.cap_usd,
        elapsed_s=elapsed_s,
        workflow_type=film.workflow_type,
        writers=_writers(vault, film),
        stopped_by=_stop(vault, film),
        fallbacks=film.fallbacks,
        warnings=warnings_of(vault.films.events(film.id), film.run),
    )


def scenario_of(vault: Vault, film: Film) -> Scenario:
    """A film's shots with their cast and cost."""
    return Scenario(
        film_id=film.id,
        title=film.title,
        brief=film.brief,
        cast=film.cast,
        soundtrack_mood=film.soundtrack_mood,
        product=film.story.subject.product_description if film.story else "",
        shots=vault.films.shots(film.id),
        cost_usd=vault.cost_of(film.id),
        estimate_usd=film.estimate_usd,
        path=film.out_dir or None,
        warnings=warnings_of(vault.films.events(film.id), film.run),
    )


def _writers(vault: Vault, film: Film) -> tuple[Authorship, ...]:
    """Who wrote what of a film, by model, and what the film has paid for it."""
    paid: dict[str, Decimal] = {}
    for charge in vault.books.charges(film.id):
        paid[charge.call_key] = paid.get(charge.call_key, Decimal(0)) + charge.usage.cost_usd
    calls = [
        call for call in vault.calls.used_by(film.id) if call.modality == "text" and call.state is CallState.STORED
    ]
    found: list[Authorship] = []
    for model in dict.fromkeys(f"{call.provider}:{call.model}" for call in calls):
        own = [call for call in calls if f"{call.provider}:{call.model}" == model]
        tasks = dict.fromkeys(str(cast(dict[str, Any], call.request).get("task", "")) for call in own)
        stages = tuple(dict.fromkeys(stage for task in tasks for stage in _stages_of(task)))
        cost_usd = sum((paid.get(call.key, Decimal(0)) for call in own), Decimal(0))
        found.append(Authorship(model=model, stages=stages, calls=len(own), cost_usd=cost_usd))
    return tuple(found)


def _stages_of(task: str) -> tuple[str, ...]:
    """The stages that a task writes, as people name them."""
    return STAGES[1:] if task == "write_film" else (stage_of(task) or task.replace("_", " "),)


def _stop(vault: Vault, film: Film) -> Stop | None:
    """What stopped a film that has failed: its last word about it."""
    if film.status is not FilmStatus.FAILED:
        return None
    told = (failure_in(event) for event in reversed(vault.films.events(film.id)))
    problem = next((one for one in told if one is not None), None)
    return problem and Stop(kind=type(problem).__name__, message=problem.message, hint=problem.hint)


def _waits_after(vault: Vault, film: Film) -> str | None:
    if film.status is not FilmStatus.WAITING:
        return None
    return next(
        (gate.stage.value for gate in reversed(vault.turns.gates(film.id)) if gate.decision != "approved"), None
    )
