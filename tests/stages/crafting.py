"""Enhances prompts with the built-in cinematographer and critic, round by round, as the workflow does."""

from datetime import UTC, datetime
from pathlib import Path

from tests.stages.films import Written, ask

from reelwright.film.base import Noun
from reelwright.film.brief import Brief
from reelwright.film.craft import MAX_ROUNDS, Critique, Enhancement, Round
from reelwright.film.shot import Shot
from reelwright.film.story import ConsistencyMarkers, Story
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

INPUTS = Path(__file__).parents[1] / "golden" / "craft" / "shots.jsonl"


class Kept(Noun):
    """A shot that golden prompts are made from, so that they change with the craft alone."""

    brief: Brief
    template: str
    story: Story
    markers: ConsistencyMarkers
    shot: Shot


def kept() -> list[Kept]:
    return [Kept.model_validate_json(line) for line in INPUTS.read_text("utf-8").splitlines()]


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
