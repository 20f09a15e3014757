"""Stage 0: which story template fits the brief."""

import re
from collections.abc import Mapping

from reelwright.errors import BadInput, ReplyUnreadable
from reelwright.film.brief import Brief
from reelwright.film.story import StoryTemplate, TemplateChoice
from reelwright.film.writing import ChooseTemplateInputs, TemplateSummary
from reelwright.ports import TextRequest
from reelwright.prompts.render import render
from reelwright.stages.choose_look import choose_look
from reelwright.stages.writing_tokens import answer_tokens

Templates = Mapping[str, StoryTemplate]


def choose_template_request(
    brief: Brief, templates: Templates, *, note: str = "", complaint: str = ""
) -> TextRequest[TemplateChoice]:
    """Ask for a template; with ``brief.template`` set, use ``chosen_by_brief`` instead and ask nobody.

    Args:
        brief: What was asked for.
        templates: All templates by slug.
        note: A director's wish in words.
        complaint: What was wrong with the last answer.
    """
    inputs = ChooseTemplateInputs(
        prompt=brief.prompt,
        duration_s=brief.duration_s,
        mood=brief.mood,
        style=choose_look(brief),
        templates=tuple(
            TemplateSummary(slug=one.slug, name=one.name, best_for=one.best_for, tone=one.tone)
            for one in templates.values()
        ),
        note=note,
    )
    prompt = render("choose_template", task=inputs, complaint=complaint)
    tokens = answer_tokens("choose_template")
    return TextRequest("choose_template", inputs, prompt, TemplateChoice, brief.film_seed, tokens)


def read_template_choice(output: TemplateChoice, templates: Templates) -> TemplateChoice:
    """The choice, checked.

    Raises:
        ReplyUnreadable: If a template was named that does not exist.
    """
    chosen = _slug_of(output.selected_template, templates)
    if chosen is None:
        said = output.selected_template[:60]
        raise ReplyUnreadable(f"selected_template {said!r} does not exist; allowed: {', '.join(templates)}")
    other = _slug_of(output.alternative_template, templates)
    if other in (None, chosen):
        other = next((slug for slug in templates if slug != chosen), chosen)
    # Whether it is a fallback is for us to say.
    return output.model_copy(update={"selected_template": chosen, "alternative_template": other, "is_fallback": False})


def _slug_of(said: str, templates: Templates) -> str | None:
    """The template that a slug or a name means, however it is spelt."""
    known = {_letters(name): one.slug for one in templates.values() for name in (one.name, one.slug)}
    return known.get(_letters(said))


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())


def chosen_by_brief(brief: Brief, templates: Templates) -> TemplateChoice | None:
    """The choice that the brief itself makes, or None if it leaves it open.

    Raises:
        BadInput: If the brief names a template that does not exist.
    """
    if brief.template is None:
        return None
    if brief.template not in templates:
        raise BadInput(
            f"there is no story template {brief.template!r}; allowed are {', '.join(templates)}",
            hint="`reelwright templates` shows what each is for.",
        )
    return _plain_choice(templates[brief.template], templates, 1.0, "The brief asks for this template.")


def fallback_choice(templates: Templates) -> TemplateChoice:
    """``aida``, marked as a fallback: for when choosing failed after its retries."""
    choice = _plain_choice(templates["aida"], templates, 0.0, "Choosing failed; the most general template stands in.")
    return choice.model_copy(update={"is_fallback": True})


def _plain_choice(found: StoryTemplate, templates: Templates, confidence: float, reasoning: str) -> TemplateChoice:
    return TemplateChoice(
        selected_template=found.slug,
        confidence=confidence,
        reasoning=reasoning,
        alternative_template=next((slug for slug in templates if slug != found.slug), found.slug),
        narrative_focus="",
        emotional_goal=found.beats[-1].emotion,
        product_type="",
        target_audience="",
    )
