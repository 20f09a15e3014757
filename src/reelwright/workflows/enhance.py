"""The exchange of cinematographer and critic over a prompt, as a workflow; each answer is a call of the ledger."""

from datetime import UTC, datetime
from typing import Any

from reelwright.errors import ErrorJson, OutcomeUnknown, ProviderError, from_json
from reelwright.film.brief import FilmKind
from reelwright.film.craft import Critique, Enhancement, PromptChange, PromptField, PromptParts, Round
from reelwright.film.score import Score, ScoreFailure
from reelwright.film.shot import Shot
from reelwright.ports import ModelCard
from reelwright.stages.carry_craft import changes_of
from reelwright.stages.enhance_prompt import (
    Target,
    critique_of,
    enhance_prompt_request,
    enhanced,
    is_done,
    judge_prompt_request,
    read_marks,
    read_parts,
    target_of,
)
from reelwright.stages.suggest_changes import read_changes, suggest_changes_request, weak_scores
from reelwright.stages.write_motion import read_motion, write_motion_request
from reelwright.workflows.engine import production, stage, step
from reelwright.workflows.writing import fell_back, written

Json = dict[str, Any]


@stage("enhance")
async def enhance(film_id: str, run: int, order: Json) -> Json:
    """Rounds until one is good enough or none is left; the best one wins. What fails ends the exchange where it is, and
    the best prompt so far stands: the original, when there was no whole round.

    Args:
        film_id: The film that pays.
        run: Its run.
        order: ``id``, ``shot_id`` and ``max_rounds``.
    """
    made = Enhancement.model_validate(await begin_enhancing(film_id, order))
    motion, failed = "", None
    try:
        made = _judged(made, await judge_prompt(film_id, made.shot_id, made.original, 0))
        while not is_done(made.rounds, made.max_rounds):
            told = [one.model_dump(mode="json") for one in made.rounds]
            rewritten = await rewrite_prompt(film_id, made.shot_id, told)
            critique = await judge_prompt(film_id, made.shot_id, rewritten["prompt"], len(told) + 1)
            made = _with_round(made, rewritten, critique)
        if made.best is not None:
            motion = await write_motion(film_id, made.shot_id, made.final)
    except ProviderError as problem:
        if isinstance(problem, OutcomeUnknown):
            raise  # money may have moved: a person finds out first
        failed = problem.to_json()
    return await keep_enhancement(film_id, made.model_dump(mode="json"), motion, failed)


def _judged(made: Enhancement, critique: Json) -> Enhancement:
    return made.model_copy(update={"original_critique": Critique.model_validate(critique)})


def _with_round(made: Enhancement, rewritten: Json, critique: Json) -> Enhancement:
    number = len(made.rounds) + 1
    one = Round.model_validate({**rewritten, "number": number, "critique": critique})
    return made.model_copy(update={"rounds": (*made.rounds, one)})


@step("begin enhancing")
async def begin_enhancing(film_id: str, order: Json) -> Json:
    """The enhancement before its first round."""
    shot = production(film_id).shot(film_id, order["shot_id"])
    begun = Enhancement(
        id=order["id"],
        film_id=film_id,
        shot_id=shot.id,
        original=original_of(shot),
        max_rounds=order["max_rounds"],
        at=datetime.now(UTC),
    )
    return begun.model_dump(mode="json")


@step("judge prompt")
async def judge_prompt(film_id: str, shot_id: str, prompt: str, number: int) -> Json:
    """The critique of a prompt; number 0 is the original."""
    at_work, target, critics = production(film_id), _target(film_id, shot_id), list[ModelCard]()
    marks = await written(
        film_id,
        lambda complaint: judge_prompt_request(prompt, target, complaint=complaint),
        read_marks,
        heard=critics.append,
    )
    critique = critique_of(marks, prompt, target, critics[0].name, critics[0].version)
    slate = at_work.shot(film_id, shot_id).slate
    at_work.reporter.event("round", shot=slate, number=number, score=critique.score, critic=critique.critic)
    return critique.model_dump(mode="json")


@step("rewrite prompt")
async def rewrite_prompt(film_id: str, shot_id: str, rounds: list[Json]) -> Json:
    """The cinematographer's next version: its parts, the whole prompt, and who wrote it."""
    target, writers = _target(film_id, shot_id), list[ModelCard]()
    known = [Round.model_validate(one) for one in rounds]
    parts: PromptParts = await written(
        film_id,
        lambda complaint: enhance_prompt_request(target, known, complaint=complaint),
        lambda output: read_parts(output, target),
        heard=writers.append,
    )
    return {"parts": parts.model_dump(mode="json"), "prompt": enhanced(parts, target), "writer": writers[0].name}


@step("write motion")
async def write_motion(film_id: str, shot_id: str, hero: str) -> str:
    """The motion prompt that grows out of the enhanced hero frame; none for a prompt without a film."""
    target = _target(film_id, shot_id)
    if target.pieces.is_own:
        return ""
    return await written(
        film_id,
        lambda complaint: write_motion_request(target, hero, complaint=complaint),
        lambda output: read_motion(output, target),
    )


@step("keep enhancement")
async def keep_enhancement(film_id: str, made: Json, motion: str, failed: ErrorJson | None) -> Json:
    """Keeps the exchange, and proposes what it would change; what failed is a fact of the film."""
    at_work = production(film_id)
    kept, prompts = Enhancement.model_validate(made), at_work.crew.vault.prompts
    film, shot = at_work.film(film_id), at_work.shot(film_id, kept.shot_id)
    changes: tuple[PromptChange, ...] = ()
    if kept.best is not None:
        changes = prompts.propose(film_id, changes_of(kept, shot, film.story, film.markers, motion))
    if failed is not None:
        problem = from_json(failed)
        used = f"round {kept.best.number}" if kept.best else "the original prompt"
        fell_back(film_id, "enhancement", "an enhanced prompt", used, problem)
        kept = kept.model_copy(update={"fell_back": f"{used} stands, since {problem.message}"[:600]})
    kept = kept.model_copy(update={"changes": changes})
    prompts.save_enhancement(kept)
    return kept.model_dump(mode="json")


@stage("suggest changes")
async def suggest(film_id: str, run: int, order: Json) -> Json:
    """Changes that should mend a shot's low scores, proposed to a person.

    Args:
        film_id: The film that pays.
        run: Its run.
        order: ``shot_id`` and ``scores``.
    """
    return {"changes": await suggest_changes(film_id, order["shot_id"], order["scores"])}


@step("suggest changes")
async def suggest_changes(film_id: str, shot_id: str, scores: list[Json]) -> list[Json]:
    """The changes, kept open until somebody decides; none when nothing is weak."""
    at_work = production(film_id)
    film, shot = at_work.film(film_id), at_work.shot(film_id, shot_id)
    weak = weak_scores([(Score if "value" in one else ScoreFailure).model_validate(one) for one in scores])
    if not weak:
        return []
    changes = await written(
        film_id,
        lambda complaint: suggest_changes_request(film.brief, shot, film.story, weak, complaint=complaint),
        lambda output: read_changes(output, shot, film.story, weak),
    )
    proposed = at_work.crew.vault.prompts.propose(film_id, changes)
    return [one.model_dump(mode="json") for one in proposed]


def original_of(shot: Shot) -> str:
    """The prompt that is enhanced: the hero frame's, or the action where a person's shot list has none."""
    return getattr(shot.prompts, PromptField.IMAGE) or shot.action_description


def _target(film_id: str, shot_id: str) -> Target:
    at_work = production(film_id)
    film, shot = at_work.film(film_id), at_work.shot(film_id, shot_id)
    template = film.choice.selected_template if film.choice else ""
    is_own = film.brief.kind is FilmKind.PROMPT or not shot.prompts.image_prompt
    return target_of(original_of(shot), shot, film.brief, film.story, film.markers, template, is_own=is_own)
