"""Stage 0: which story template fits the brief."""

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
    if output.selected_template not in templates:
        raise ReplyUnreadable(
            f"selected_template {output.selected_template!r} does not exist; allowed: {', '.join(templates)}"
        )
    output = output.model_copy(update={"is_fallback": False})  # that is for us to say
    if output.alternative_template in templates and output.alternative_template != output.selected_template:
        return output
    other = next((slug for slug in templates if slug != output.selected_template), output.selected_template)
    return output.model_copy(update={"alternative_template": other})


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
