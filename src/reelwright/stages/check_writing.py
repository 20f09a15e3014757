"""The craft of an advertisement as far as code can see it: what a writer should mend, and a person be told of."""

import re
from collections.abc import Iterable, Sequence
from itertools import combinations

from reelwright.film.brief import Brief
from reelwright.film.shot import Shot
from reelwright.film.story import Story, StoryTemplate
from reelwright.film.writing import FilmDraft, PlannedShot
from reelwright.stages.lexicon import found_words, table
from reelwright.stages.plan_shots import plan_shots

_ALIKE = 0.8
"""Share of words that two actions may have in common."""
_SIZES = 3
"""Shot sizes in a film of four shots or more."""
_Fault = tuple[int, str]
"""The index of a line, and what is wrong with it."""


def faults_of_story(
    story: Story, written: Sequence[str], brief: Brief, template: StoryTemplate, *, field: str = "lines.{}"
) -> tuple[str, ...]:
    """What is wrong with the words of a story that can be told nevertheless; each names the field.

    Promises that the brief did not make, a first shot without a hook, a call to action that names nothing, lines that
    had to be cut.

    Args:
        story: As it was read.
        written: Its lines as they were written, one for each of the story's.
        brief: What was asked for.
        template: The story's template.
        field: What a line is called where it was written; ``{}`` stands for its index.
    """
    plan = plan_shots(template, brief.duration_s, brief.rate)
    found = [*_claims(story, brief), *_numbers(story, brief), *_cut_lines(story, written)]
    if brief.wants_voice and not story.lines[0].text:
        found.append((0, "it is empty; the film needs its hook in the first seconds"))
    found += _call(story, brief, plan)
    return tuple(f"{field.format(at)}: {fault}" for at, fault in found)


def faults_of_shots(shots: Sequence[Shot], story: Story, brief: Brief, template: StoryTemplate) -> tuple[str, ...]:
    """What is wrong with shots that can be filmed nevertheless; each names the field.

    A product that is named before the template shows it, a film in too few shot sizes, an action told twice.
    """
    plan = plan_shots(template, brief.duration_s, brief.rate)
    names = _names(story, brief)
    faults = [
        f"shots.{at}.action: it names {found[0]!r}, which this film hides until beat {template.product_first_visible!r}"
        for at, (slot, shot) in enumerate(zip(plan, shots, strict=True))
        if slot.product == "hidden" and (found := found_words(shot.action_description, names))
    ]
    sizes = {shot.camera.framing for shot in shots}
    if len(shots) > _SIZES > len(sizes):
        faults.append(f"shots: {len(sizes)} framings in {len(shots)} shots; at least {_SIZES} are needed")
    for (one, first), (other, second) in combinations(enumerate(shots), 2):
        if _likeness(first.action_description, second.action_description) > _ALIKE:
            faults.append(f"shots.{other}.action: it tells the same as shots.{one}")
    return tuple(faults)


def faults_of_film(
    draft: FilmDraft, story: Story, shots: Sequence[Shot], brief: Brief, template: StoryTemplate
) -> tuple[str, ...]:
    """What is wrong with a film that was written at once: the faults of its words and of its shots.

    Args:
        draft: As it was written.
        story: As it was read.
        shots: As they were read.
        brief: What was asked for.
        template: The story's template.
    """
    lines = [shot.line for shot in draft.shots]
    words = faults_of_story(story, lines, brief, template, field="shots.{}.line")
    return (*words, *faults_of_shots(shots, story, brief, template))


def _claims(story: Story, brief: Brief) -> list[_Fault]:
    claims: list[str] = table("claims")["claims"]
    said = {claim: at for at, line in enumerate(story.lines) for claim in found_words(line.text, claims)}
    return [
        (at, f"it promises {claim!r}, which the brief does not say")
        for claim, at in said.items()
        if claim not in brief.prompt.lower()
    ]


def _numbers(story: Story, brief: Brief) -> list[_Fault]:
    """Figures that the brief does not hold: prices, shares, amounts."""
    known = set(re.findall(r"\d+", brief.prompt))
    return [
        (at, f"it says {figure!r}, a figure that the brief does not hold")
        for at, line in enumerate(story.lines)
        for figure in re.findall(r"\d+", line.text)
        if figure not in known
    ]


def _cut_lines(story: Story, written: Sequence[str]) -> list[_Fault]:
    """Lines that were shortened to be spoken in time, or fell silent because they were said before."""
    pairs = enumerate(zip(story.lines, written, strict=True))
    return [
        (at, f"it is too long for its shot, or was said before; {line.text!r} is left of it")
        for at, (line, text) in pairs
        if line.text != " ".join(text.split())
    ]


def _call(story: Story, brief: Brief, plan: Sequence[PlannedShot]) -> list[_Fault]:
    """Where something is offered, the line of the call to action or the last one says what, or the brief's own call."""
    names = _names(story, brief)
    at = next((index for index, slot in enumerate(plan) if slot.carries_call), len(plan) - 1)
    said = " ".join(line.text for line in story.lines[min(at, len(plan) - 1) :])
    call = story.call_to_action.lower()
    is_called = bool(call) and call in brief.prompt.lower() and call in said.lower()
    if not names or not said or is_called or found_words(said, {*names, *_weighty(names)}):
        return []
    return [(at, f"it carries the call to action and names neither {' nor '.join(map(repr, sorted(names)[:2]))}")]


def _names(story: Story, brief: Brief) -> set[str]:
    """What the thing on offer is called: its brand, and the noun of its description; a whole brief is no name."""
    is_brief = re.findall(r"\w+", story.brand.lower()) == re.findall(r"\w+", brief.prompt.lower())
    if story.subject.type not in ("product", "both") or not story.brand or is_brief:
        return set()
    head = re.split(r",|\bwith\b|\bof\b|\bin\b", story.subject.product_description)[0].split()
    noun = head[-1].lower().strip(".;:") if head else ""
    return {name for name in (story.brand.lower(), noun) if len(name) > 1}


def _weighty(names: Iterable[str]) -> set[str]:
    """The words of names that say something alone: ``Skincare Transformation`` is also called skincare."""
    return {word for name in names for word in re.findall(r"\w+", name) if len(word) > 3}


def _likeness(one: str, other: str) -> float:
    """The share of words in common, 0 to 1."""
    first, second = set(re.findall(r"\w+", one.lower())), set(re.findall(r"\w+", other.lower()))
    return len(first & second) / max(1, len(first | second))
