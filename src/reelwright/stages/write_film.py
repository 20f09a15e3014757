"""The single stage: story, shots and pictures in one answer, checked as those of the four stages are."""

from reelwright.errors import ReplyUnreadable
from reelwright.film.brief import Brief
from reelwright.film.shot import Shot
from reelwright.film.story import Line, Narrative, Story, StoryTemplate
from reelwright.film.writing import FilmDraft, PictureDraft, ShotsDraft, WriteFilmInputs
from reelwright.ports import TextRequest
from reelwright.prompts.render import render
from reelwright.stages.break_into_shots import CAMERA_WORDS, read_shots
from reelwright.stages.choose_look import choose_look
from reelwright.stages.plan_shots import plan_shots
from reelwright.stages.write_story import read_story
from reelwright.stages.writing_tokens import answer_tokens


def write_film_request(
    brief: Brief, template: StoryTemplate, *, note: str = "", complaint: str = ""
) -> TextRequest[FilmDraft]:
    """Ask for the whole writing of a film at once.

    Args:
        brief: What was asked for.
        template: The story template.
        note: A director's wish in words.
        complaint: What was wrong with the last answer.
    """
    inputs = WriteFilmInputs(
        prompt=brief.prompt,
        mood=brief.mood,
        style=choose_look(brief),
        template=template,
        plan=plan_shots(template, brief.duration_s, brief.rate),
        note=note,
    )
    prompt = render(
        "write_film",
        task=inputs,
        complaint=complaint,
        **CAMERA_WORDS,
    )
    tokens = answer_tokens("write_film", len(inputs.plan))
    return TextRequest("write_film", inputs, prompt, FilmDraft, brief.film_seed, tokens)


def read_film(
    output: FilmDraft, brief: Brief, template: StoryTemplate
) -> tuple[Story, tuple[Shot, ...], tuple[PictureDraft, ...]]:
    """Story, shots (not yet staged) and what is seen in each.

    Raises:
        ReplyUnreadable: As the four stages do; names the field.
    """
    plan = plan_shots(template, brief.duration_s, brief.rate)
    if len(output.shots) != len(plan):
        raise ReplyUnreadable(f"shots: {len(output.shots)} were given, exactly {len(plan)} are needed, one per row")
    first, last, middle = output.shots[0], output.shots[-1], output.shots[1:-1] or output.shots[:1]
    told = Story(
        title=output.title,
        narrative=Narrative(
            logline=output.logline,
            setup=first.action,
            development=middle[0].action,
            climax=middle[-1].action,
            resolution=last.action,
        ),
        subject=output.subject,
        lines=tuple(Line(beat=slot.beat, text=shot.line) for slot, shot in zip(plan, output.shots, strict=True)),
        setting=output.setting,
        brand=output.brand,
        call_to_action=output.call_to_action,
    )
    story = read_story(told, brief, template)
    shots = read_shots(ShotsDraft(shots=output.shots), brief, template, story)
    return story, shots, output.shots
