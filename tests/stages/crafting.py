"""Enhances prompts with the built-in cinematographer and critic, round by round, as the workflow does."""

from datetime import UTC, datetime

from tests.stages.films import Written, ask

from reelwright.film.craft import MAX_ROUNDS, Critique, Enhancement, Round
from reelwright.film.shot import Shot
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


def target(film: Written, shot: Shot, prompt: str) -> Target:
    return target_of(prompt, shot, film.brief, film.story, film.markers, film.template.slug)


def judged(prompt: str, of: Target) -> Critique:
    return critique_of(read_marks(ask(judge_prompt_request(prompt, of))), prompt, of, "builtin:writer", "1")


def rewritten(of: Target) -> Enhancement:
    rounds: list[Round] = []
    while not is_done(rounds, MAX_ROUNDS):
        parts = read_parts(ask(enhance_prompt_request(of, rounds)), of)
        prompt = enhanced(parts, of)
        number = len(rounds) + 1
        critique = judged(prompt, of)
        rounds.append(Round(number=number, parts=parts, prompt=prompt, critique=critique, writer="builtin:writer"))
    return Enhancement(
        id="e",
        film_id="f",
        shot_id="s",
        original=of.pieces.original,
        original_critique=judged(of.pieces.original, of),
        rounds=tuple(rounds),
        at=datetime.now(UTC),
    )
