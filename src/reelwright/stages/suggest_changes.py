"""Low scores become changes of prompts, each with its reason, for a person to accept or reject."""

from collections.abc import Sequence

from reelwright.errors import ReplyUnreadable
from reelwright.film.base import derived_seed
from reelwright.film.brief import Brief
from reelwright.film.craft import PromptChange, PromptField
from reelwright.film.crafting import ChangeDraft, ChangesDraft, SuggestChangesInputs
from reelwright.film.score import Score, ScoreFailure
from reelwright.film.shot import Shot
from reelwright.film.story import Story
from reelwright.ports import TextRequest
from reelwright.prompts.render import render
from reelwright.stages.lexicon import table
from reelwright.stages.prompt_pieces import MAX_WORDS, word_count

SUGGEST_TOKENS = (750, 450)
_PICTURES = (PromptField.IMAGE, PromptField.START, PromptField.END)


def weak_scores(scores: Sequence[Score | ScoreFailure]) -> tuple[Score, ...]:
    """The scores that are weak, under the dimension's own name, the weakest first; of two of one dimension the lower.

    What could not be measured is no number and asks for nothing, nor does a dimension that nobody here knows.
    """
    names = {other: name for name, one in table("weaknesses").items() for other in (name, *one["names"])}
    found: dict[str, Score] = {}
    for score in scores:
        name = names.get(score.dimension.lower())
        if name is None or isinstance(score, ScoreFailure) or score.value >= table("weaknesses")[name]["weak_below"]:
            continue
        if name not in found or score.value < found[name].value:
            found[name] = score.model_copy(update={"dimension": name})
    return tuple(sorted(found.values(), key=lambda one: one.value / table("weaknesses")[one.dimension]["weak_below"]))


def suggest_changes_request(
    brief: Brief, shot: Shot, story: Story | None, weak: Sequence[Score], *, complaint: str = ""
) -> TextRequest[ChangesDraft]:
    """Ask for the changes that should mend weak scores.

    Args:
        brief: What was asked for.
        shot: The shot, with its prompts as they are.
        story: The film's story, whose descriptions stay word for word.
        weak: From ``weak_scores``; at least one.
        complaint: What was wrong with the last answer.
    """
    inputs = SuggestChangesInputs(shot=shot, subject=_descriptions(story), weak=tuple(weak))
    prompt = render("suggest_changes", task=inputs, complaint=complaint)
    seed = derived_seed(brief.film_seed, "suggest", shot.id)
    return TextRequest("suggest_changes", inputs, prompt, ChangesDraft, seed, SUGGEST_TOKENS[1])


def read_changes(
    output: ChangesDraft, shot: Shot, story: Story | None, weak: Sequence[Score]
) -> tuple[PromptChange, ...]:
    """The changes with their reasons; one that changes nothing is left out.

    Raises:
        ReplyUnreadable: If one mends what is not weak, loses a description, is too long, or a prompt is changed twice.
    """
    scores = {one.dimension: one for one in weak}
    fields = [change.field for change in output.changes]
    twice = next((field for field in fields if fields.count(field) > 1), None)
    if twice is not None:
        raise ReplyUnreadable(f"changes: {twice.value} is changed twice; write one change for each prompt")
    return tuple(
        _change(draft, shot, _descriptions(story), scores)
        for draft in output.changes
        if _told(draft) != getattr(shot.prompts, draft.field)
    )


def _change(draft: ChangeDraft, shot: Shot, descriptions: Sequence[str], scores: dict[str, Score]) -> PromptChange:
    named = [one.strip() for one in draft.dimension.split(",")]
    unknown = [one for one in named if one not in scores]
    if unknown:
        raise ReplyUnreadable(f"changes: {unknown[0]!r} is not weak; weak are {', '.join(scores)}")
    old, new = str(getattr(shot.prompts, draft.field)), _told(draft)
    lost = [one for one in descriptions if one in old and one not in new]
    if lost:
        raise ReplyUnreadable(f"changes: {draft.field.value} must keep word for word: {lost[0]}")
    if draft.field in _PICTURES and word_count(new) > max(MAX_WORDS, word_count(old)):
        raise ReplyUnreadable(f"changes: {draft.field.value} has {word_count(new)} words; at most {MAX_WORDS}")
    measured = ", ".join(f"{one} {scores[one].value:g} ({scores[one].scorer} {scores[one].version})" for one in named)
    reason = f"{measured}: {draft.reason}"[:400]
    return PromptChange(shot_id=shot.id, field=draft.field, old=old, new=new, reason=reason, source="suggestion")


def _told(draft: ChangeDraft) -> str:
    return " ".join(draft.new.split())


def _descriptions(story: Story | None) -> tuple[str, ...]:
    subject = story.subject if story else None
    return tuple(one for one in (subject.character_description, subject.product_description) if one) if subject else ()
