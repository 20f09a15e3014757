"""Stage 1: the story, its subject and the spoken lines."""

import re

from reelwright.errors import ReplyUnreadable
from reelwright.film.brief import Brief
from reelwright.film.story import Line, Story, StoryTemplate, Subject, TemplateChoice
from reelwright.film.writing import PlannedShot, WriteStoryInputs
from reelwright.ports import TextRequest
from reelwright.prompts.render import render
from reelwright.stages.choose_look import choose_look
from reelwright.stages.identifiers import MIN_IDENTIFIERS, identifiers
from reelwright.stages.plan_shots import LEAD_S, TAIL_S, plan_shots
from reelwright.stages.writing_tokens import answer_tokens

MAX_WORDS_PER_S = 3.0
MAX_CHARACTER_WORDS, MAX_PRODUCT_WORDS = 75, 40


def write_story_request(
    brief: Brief, template: StoryTemplate, choice: TemplateChoice, *, note: str = "", complaint: str = ""
) -> TextRequest[Story]:
    """Ask for the story of a brief on a template, one line per planned shot.

    Args:
        brief: What was asked for.
        template: The chosen template.
        choice: Stage 0's reading of the brief.
        note: A director's wish in words.
        complaint: What was wrong with the last answer.
    """
    inputs = WriteStoryInputs(
        prompt=brief.prompt,
        mood=brief.mood,
        style=choose_look(brief),
        template=template,
        choice=choice,
        plan=plan_shots(template, brief.duration_s, brief.rate),
        note=note,
    )
    prompt = render("write_story", task=inputs, complaint=complaint)
    tokens = answer_tokens("write_story", len(inputs.plan))
    return TextRequest("write_story", inputs, prompt, Story, brief.film_seed, tokens)


def read_story(output: Story, brief: Brief, template: StoryTemplate) -> Story:
    """The story, checked and its lines fitted to their shots.

    Raises:
        ReplyUnreadable: If the lines do not answer the plan or a description is not precise enough.
    """
    plan = plan_shots(template, brief.duration_s, brief.rate)
    if len(output.lines) != len(plan):
        raise ReplyUnreadable(f"lines: {len(output.lines)} were given, exactly {len(plan)} are needed, one per row")
    if not output.title.strip():
        raise ReplyUnreadable("title: it is empty")
    _check_subject(output.subject)
    lines = [
        Line(beat=slot.beat, text=fitted_line(line.text, slot)) for slot, line in zip(plan, output.lines, strict=True)
    ]
    return output.model_copy(update={"lines": _without_repeats(lines), "title": output.title.strip()[:80]})


def fitted_line(text: str, slot: PlannedShot) -> str:
    """The line as it stands if it can be spoken within the shot, else its longest beginning that can."""
    clean = " ".join(text.split())
    most = int((slot.duration_s - LEAD_S - TAIL_S) * MAX_WORDS_PER_S)
    if len(clean.split()) <= most:
        return clean
    return shortened(clean, most)


def shortened(text: str, most_words: int) -> str:
    """The text cut to at most so many words: whole sentences first, then clauses, then words."""
    for pattern in (r"(?<=[.!?])\s+", r"(?<=[,;:])\s+"):
        kept: list[str] = []
        for piece in re.split(pattern, text):
            if len(" ".join([*kept, piece]).split()) > most_words:
                break
            kept.append(piece)
        if kept:
            return _closed(" ".join(kept))
    return _closed(" ".join(text.split()[:most_words]))


def _closed(text: str) -> str:
    bare = text.rstrip(" ,;:-")
    return bare if bare.endswith((".", "!", "?")) else bare + "."


def _without_repeats(lines: list[Line]) -> tuple[Line, ...]:
    """A line that was said before falls silent: nothing is said twice in a film."""
    seen: set[str] = set()
    kept: list[Line] = []
    for line in lines:
        key = re.sub(r"\W+", " ", line.text.lower()).strip()
        kept.append(line if key and key not in seen else line.model_copy(update={"text": ""}))
        seen.add(key)
    return tuple(kept)


def _check_subject(subject: Subject) -> None:
    person, product = subject.character_description.split(), subject.product_description.split()
    if subject.type in ("character", "both"):
        found = identifiers(subject.character_description)
        if len(found) < MIN_IDENTIFIERS:
            raise ReplyUnreadable(
                f"subject.character_description: {len(found)} identifiers ({', '.join(sorted(found))}), "
                f"at least {MIN_IDENTIFIERS} are needed"
            )
    if subject.type in ("product", "both") and len(product) < 5:
        raise ReplyUnreadable("subject.product_description: size, material, colour and finish are needed")
    for name, words, most in (
        ("character_description", person, MAX_CHARACTER_WORDS),
        ("product_description", product, MAX_PRODUCT_WORDS),
    ):
        if len(words) > most:
            raise ReplyUnreadable(f"subject.{name}: {len(words)} words, at most {most} are allowed")
