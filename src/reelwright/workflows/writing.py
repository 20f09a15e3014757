"""One writing task: asked of the first writer that is there, up to three times, each time told what was wrong."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from reelwright.errors import (
    Busy,
    Missing,
    PaymentRequired,
    RateLimited,
    ReelwrightError,
    ReplyUnreadable,
    RunFailed,
    TimedOut,
    Unauthorised,
)
from reelwright.film.film import Fallback, Rewrite
from reelwright.film.writers import stage_of, writers_of
from reelwright.ports import ModelCard, TextModel, TextRequest
from reelwright.workflows.engine import production
from reelwright.workflows.waiting import asked_wait_s

Output = TypeVar("Output", bound=BaseModel)
Value = TypeVar("Value")
TRIES = 3
BUILT_IN = "builtin"
_DOWN = (Busy, TimedOut, RateLimited, PaymentRequired, Unauthorised, Missing, RunFailed)
"""What says nothing of the task itself: another model may do it."""


Faults = Callable[[Output, Value], tuple[str, ...]]


@dataclass(frozen=True)
class _Usable(Generic[Value]):
    """A value that can be used, and what is wrong with it nevertheless."""

    value: Value
    faults: tuple[str, ...]


def _no_faults(output: object, value: object) -> tuple[str, ...]:
    return ()


def _nobody(card: ModelCard) -> None:
    return None


async def written(
    film_id: str,
    request: Callable[[str], TextRequest[Output]],
    read: Callable[[Output], Value],
    *,
    faults: Faults[Output, Value] = _no_faults,
    names: tuple[str, ...] | None = None,
    heard: Callable[[ModelCard], object] = _nobody,
) -> Value:
    """Asks the film's writer for a task and reads the answer; when that writer is down, the next one in the list.

    Args:
        film_id: The film.
        request: The request, told what was wrong with the last answer.
        read: Reads and checks the answer.
        faults: What is wrong with a value that can be used nevertheless: the writer is asked once more, the better one
            is taken, and what is left is told.
        names: Who is asked instead of the film's writers.
        heard: Told whose answer it is.

    Raises:
        ReplyUnreadable: What was wrong with the third answer.
        Refused: If the task was refused for its content.
        ProviderError: Why the last writer in the list did not answer.
    """
    at_work = production(film_id)
    film, task = at_work.film(film_id), request("").task
    names = names or writers_of(film.brief.models.text).of(task)
    stage = task.replace("_", " ")
    # Whoever stood in before goes on: what was bought of it stays the film's.
    gone = {fact.wanted for fact in film.fallbacks if fact.stage == stage}
    left = [name for name in names if name not in gone] or [names[-1]]
    request = _anew(request, film.rewrites.get(stage_of(task)))
    for name, following in zip(left, [*left[1:], None], strict=True):
        try:
            value = await _tried(film_id, at_work.crew.writers[name], request, read, faults)
            heard(at_work.crew.writers[name].card)
            return value
        except _DOWN as problem:
            if following is None:
                raise _with_next_step(problem, name) from problem
            fell_back(film_id, stage, name, following, problem)
    raise AssertionError("the loop returns or raises")


async def written_or_built_in(
    film_id: str, what: str, request: Callable[[str], TextRequest[Output]], read: Callable[[Output], Value]
) -> Value:
    """As ``written``; when no answer can be used, the built-in writer stands in, which is told as any fallback is.

    Raises:
        Refused: If the task was refused for its content.
        ProviderError: Why the last writer in the list did not answer.
    """
    film = production(film_id).film(film_id)
    if not film.has_fallen_back(what):
        try:
            return await written(film_id, request, read)
        except ReplyUnreadable as problem:
            if writers_of(film.brief.models.text).of(request("").task)[-1] == BUILT_IN:
                raise
            fell_back(film_id, what, "a language model", "the built-in writer", problem)
    return await written(film_id, request, read, names=(BUILT_IN,))


def fell_back(film_id: str, stage: str, wanted: str, used: str, problem: ReelwrightError) -> None:
    """Writes down that something stands in, and tells it."""
    at_work = production(film_id)
    fact = Fallback(stage=stage, wanted=wanted, used=used, reason=problem.message[:500])
    known = at_work.film(film_id).fallbacks
    if fact not in known:
        at_work.change(film_id, fallbacks=(*known, fact))
    at_work.reporter.warning(f"{stage}: {used} stands in for {wanted}, since {problem.message}")


def _with_next_step(problem: ReelwrightError, name: str) -> ReelwrightError:
    """The failure of the last writer, with what to do where its vendor does not say."""
    if problem.hint:
        return problem
    wait_s = asked_wait_s(problem)
    when = f"in {math.ceil(wait_s / 60)} min" if wait_s else "later"
    hint = f'Try `reelwright resume` {when}, or name a stand-in: `--text-model "{name},openrouter:MODEL"`.'
    return type(problem)(problem.message, hint=hint, **problem.details)


def _anew(request: Callable[[str], TextRequest[Output]], again: Rewrite | None) -> Callable[[str], TextRequest[Output]]:
    """The request with the next seed, where a person wants the stage once more: its answer is then another one."""
    if again is None:
        return request

    def anew(complaint: str) -> TextRequest[Output]:
        wanted = request(complaint)
        return replace(wanted, seed=(wanted.seed + again.times) % 2**31)

    return anew


async def _tried(
    film_id: str,
    writer: TextModel,
    request: Callable[[str], TextRequest[Output]],
    read: Callable[[Output], Value],
    faults: Faults[Output, Value],
) -> Value:
    """Asks up to three times anew. Useless answers of an earlier run are read again, for free, and do not count."""
    at_work = production(film_id)
    best: _Usable[Value] | None = None
    first = request("")
    task = first.task.replace("_", " ")
    complaint, number, asked = "", 0, 0
    while asked < TRIES:
        number += 1
        wanted = request(complaint)
        result = await at_work.ask(at_work.film(film_id), writer, lambda workdir, wanted=wanted: wanted, take=number)
        asked += not result.reused
        try:
            output = result.output(wanted.output_type)
            found = _Usable(value := read(output), faults(output, value))
        except (ReplyUnreadable, ValidationError) as problem:
            complaint = _told(problem)
            continue
        if not found.faults or best is not None:
            best = found if best is None or len(found.faults) < len(best.faults) else best
            break
        best, complaint = found, "; ".join(found.faults)
    if best is None:
        raise ReplyUnreadable(
            f"{writer.card.name}, asked {TRIES} times: {complaint}",
            hint="Choose another model (`reelwright models`), name a stand-in after a comma, or let the built-in writer"
            f' do it: `--text-model "{writer.card.name}; {stage_of(first.task)}=builtin"`.',
        )
    at_work.reporter.notes(best.faults, task)
    return best.value


def _told(problem: ReplyUnreadable | ValidationError) -> str:
    """What was wrong, for the writer to mend: the first fields, and what they must be."""
    if isinstance(problem, ReplyUnreadable):
        return problem.message
    wrong = [f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in problem.errors(include_url=False)[:4]]
    return "; ".join(wrong)
