"""The single stage: what the built-in writer would write in four, in one answer."""

from typing import Any

from reelwright.film.story import TemplateChoice
from reelwright.film.writing import (
    BreakIntoShotsInputs,
    FilmDraft,
    WholeShotDraft,
    WriteFilmInputs,
    WriteStoryInputs,
    plain_picture,
)
from reelwright.providers.builtin.writer.shots import draft_shots
from reelwright.providers.builtin.writer.story import tell


def write_at_once(inputs: WriteFilmInputs, seed: int) -> FilmDraft:
    """Story and shots as in the four stages; the pictures from each shot's action, since nothing is staged yet."""
    asked: dict[str, Any] = {"prompt": inputs.prompt, "mood": inputs.mood, "style": inputs.style, "plan": inputs.plan}
    story = tell(WriteStoryInputs(**asked, template=inputs.template, choice=_choice(inputs)), seed)
    drafts = draft_shots(BreakIntoShotsInputs(**asked, template=inputs.template.slug, story=story), seed)
    return FilmDraft(
        title=story.title,
        logline=story.narrative.logline[:400],
        setting=story.setting,
        subject=story.subject,
        brand=story.brand,
        call_to_action=story.call_to_action,
        shots=tuple(
            WholeShotDraft(**draft.model_dump(), **plain_picture(draft.action).model_dump(), line=line.text)
            for draft, line in zip(drafts.shots, story.lines, strict=True)
        ),
    )


def _choice(inputs: WriteFilmInputs) -> TemplateChoice:
    return TemplateChoice(
        selected_template=inputs.template.slug,
        confidence=1.0,
        reasoning="",
        alternative_template=inputs.template.slug,
        narrative_focus="",
        emotional_goal="",
        product_type="",
        target_audience="",
    )
