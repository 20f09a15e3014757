"""Two agents on a picture prompt: a cinematographer rewrites it, a critic says what is weak; the best round wins.

The subject's descriptions are put in by code, byte for byte, and so is the film's style; subject and length are
measured here, whoever the critic is.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reelwright.errors import ReplyUnreadable
from reelwright.film.base import derived_seed
from reelwright.film.brief import Brief
from reelwright.film.craft import GOOD_ENOUGH, MEANINGS, MEASURED, SHARES, Criterion, Critique, Mark, PromptParts, Round
from reelwright.film.crafting import CritiqueDraft, EnhancePromptInputs, JudgePromptInputs, ShotFacts
from reelwright.film.shot import Shot
from reelwright.film.story import ConsistencyMarkers, Story
from reelwright.ports import TextRequest
from reelwright.prompts.render import render
from reelwright.stages.choose_look import choose_look, described_look
from reelwright.stages.prompt_pieces import (
    MAX_WORDS,
    MIN_WORDS,
    Pieces,
    composed,
    instant_of,
    invented,
    take_apart,
    word_count,
)
from reelwright.stages.specify_pictures import palette_words
from reelwright.stages.write_story import shortened

ENHANCE_TOKENS, JUDGE_TOKENS = (520, 200), (420, 260)
"""What a rewriting and a critique are asked with and answered with."""
_LEAST_ROOM = 30
"""Words that the cinematographer has even beside a subject that fills the prompt."""


@dataclass(frozen=True)
class Target:
    """A prompt that is to be enhanced, with what is known of its shot."""

    pieces: Pieces
    facts: ShotFacts
    seed: int
    """The film's seed; every round derives its own."""

    @property
    def most_words(self) -> int:
        """Room beside what code puts in."""
        return max(_LEAST_ROOM, MAX_WORDS - word_count(" ".join(self.pieces.fixed)))


def target_of(
    prompt: str,
    shot: Shot,
    brief: Brief,
    story: Story | None,
    markers: ConsistencyMarkers | None,
    template: str = "",
    *,
    is_own: bool = False,
) -> Target:
    """A prompt of a shot as a target.

    Args:
        prompt: The prompt.
        shot: Its shot, staged.
        brief: The film's brief.
        story: Its story, whose descriptions stay word for word; None where a person supplied the shots.
        markers: What the film's pictures share.
        template: Slug of the story template.
        is_own: Whether a person wrote the prompt: then all of it is the picture.
    """
    subject = story.subject if story else None
    descriptions = (subject.character_description, subject.product_description) if subject else ()
    style = markers.style if markers else ""
    facts = ShotFacts(
        shot=shot,
        look=choose_look(brief),
        template=template,
        mood=brief.mood,
        palette=markers.color_palette if markers else palette_words(shot.staging.palette),
        about=brief.prompt,
    )
    pieces = take_apart(prompt, descriptions, style, is_own=is_own)
    if is_own and brief.style:
        pieces = replace(pieces, style=f"{described_look(choose_look(brief)).rstrip('.')}.")
    return Target(pieces, facts, brief.film_seed)


def is_done(rounds: Sequence[Round], max_rounds: int) -> bool:
    """Whether no further round is wanted: the last one is good enough, or it was the last that is allowed."""
    return len(rounds) >= max_rounds or bool(rounds and rounds[-1].critique.score >= GOOD_ENOUGH)


def enhance_prompt_request(target: Target, rounds: Sequence[Round], *, complaint: str = "") -> TextRequest[PromptParts]:
    """Ask the cinematographer for the next round, which starts from the best one so far.

    Args:
        target: The prompt.
        rounds: What was tried, in order.
        complaint: What was wrong with the last answer.
    """
    best = max(rounds, key=lambda one: one.critique.score, default=None)
    last = rounds[-1] if rounds else None
    inputs = EnhancePromptInputs(
        picture=_shown(target),
        rest=target.pieces.rest,
        parts=best.parts if best else None,
        subject=target.pieces.subject,
        keeps=target.pieces.within,
        facts=target.facts,
        weak=best.critique.weak if best else (),
        worse=last.critique.weak if last and best and last.number != best.number else (),
        number=len(rounds) + 1,
        most_words=target.most_words,
    )
    prompt = render("enhance_prompt", task=inputs, complaint=complaint)
    seed = derived_seed(target.seed, "enhance", inputs.number)
    return TextRequest("enhance_prompt", inputs, prompt, PromptParts, seed, ENHANCE_TOKENS[1])


def read_parts(output: PromptParts, target: Target) -> PromptParts:
    """The rewriting, with nothing in it that the original does not hold.

    Raises:
        ReplyUnreadable: If it letters something, or names a brand or a person of its own.
    """
    facts = target.facts
    known = " ".join([target.pieces.original, *target.pieces.fixed, facts.about, facts.look, facts.palette])
    found = invented(output, known)
    if found:
        raise ReplyUnreadable(f"{found[0]}: not in the original prompt; invent no lettering, brand or name")
    return output


def judge_prompt_request(prompt: str, target: Target, *, complaint: str = "") -> TextRequest[CritiqueDraft]:
    """Ask the critic for its marks on what code cannot measure for every language of prompts.

    Args:
        prompt: What is judged.
        target: Where it comes from.
        complaint: What was wrong with the last answer.
    """
    criteria = tuple(one for one in Criterion if one not in MEASURED)
    inputs = JudgePromptInputs(prompt=prompt, subject=target.pieces.descriptions, criteria=criteria)
    text = render("judge_prompt", task=inputs, shares=SHARES, meanings=MEANINGS, complaint=complaint)
    return TextRequest("judge_prompt", inputs, text, CritiqueDraft, derived_seed(target.seed, "judge"), JUDGE_TOKENS[1])


def read_marks(output: CritiqueDraft) -> tuple[Mark, ...]:
    """One mark for each criterion that was asked for; more points than its share count as the share.

    Raises:
        ReplyUnreadable: If one is missing.
    """
    given = {mark.criterion: mark for mark in output.marks}
    asked = [one for one in Criterion if one not in MEASURED]
    missing = [one.value for one in asked if one not in given]
    if missing:
        raise ReplyUnreadable(f"marks: there is none for {', '.join(missing)}")
    return tuple(_within(given[one]) for one in asked)


def critique_of(marks: Sequence[Mark], prompt: str, target: Target, critic: str, version: str) -> Critique:
    """The critique, with what is measured by code for every critic.

    Args:
        marks: The critic's own.
        prompt: What was judged.
        target: Where it comes from.
        critic: ``provider:model``.
        version: The critic's version.
    """
    return Critique(marks=(*_measured(prompt, target.pieces.descriptions), *marks), critic=critic, version=version)


def enhanced(parts: PromptParts, target: Target) -> str:
    """The prompt that a rewriting makes: 80 to 150 words as far as the subject lets it, the subject word for word."""
    return composed(parts, target.pieces)


def _shown(target: Target) -> str:
    """What the original shows, as far as it fits beside a word on how it is shot."""
    most = max(12, target.most_words * (85 if target.pieces.is_own else 60) // 100)
    shown = instant_of(target.pieces.picture)
    return shown if word_count(shown) <= most else shortened(shown, most)


def _within(mark: Mark) -> Mark:
    share = SHARES[mark.criterion]
    lost = mark.points < share
    weak = (mark.weak or MEANINGS[mark.criterion]) if lost else ""
    return mark.model_copy(update={"points": min(mark.points, share), "weak": weak})


def _measured(prompt: str, descriptions: Sequence[str]) -> tuple[Mark, ...]:
    """Subject and length. Without a subject there is no mark for it."""
    count, share = word_count(prompt), SHARES[Criterion.LENGTH]
    beyond = max(0, MIN_WORDS - count, count - MAX_WORDS)
    points = max(0, share - (beyond + 9) // 10)
    length = Mark(criterion=Criterion.LENGTH, points=points, weak=f"{count} words, not 80 to 150" if beyond else "")
    if not descriptions:
        return (length,)
    absent = [one for one in descriptions if one not in prompt]
    kept = SHARES[Criterion.SUBJECT] * (len(descriptions) - len(absent)) // len(descriptions)
    weak = f"not word for word: {absent[0][:80]}" if absent else ""
    return Mark(criterion=Criterion.SUBJECT, points=kept, weak=weak), length
