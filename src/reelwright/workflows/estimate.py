"""What a film is expected to cost: its planned steps at the prices of the chosen models' cards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from reelwright.film.board import BoardWishes
from reelwright.film.brief import Brief, FilmKind
from reelwright.film.call import Modality
from reelwright.film.clock import seconds
from reelwright.film.estimate import Estimate, EstimateLine
from reelwright.film.film import Until
from reelwright.film.money import CostSource
from reelwright.film.scenario import DEFAULT_SHOTS
from reelwright.film.shot import Shot
from reelwright.film.story import StoryTemplate
from reelwright.ports import ModelCard
from reelwright.prompts.scenes import pattern_for
from reelwright.stages.place_sounds import place_sounds
from reelwright.stages.plan_cut import DISSOLVE_S
from reelwright.stages.plan_shots import plan_shots
from reelwright.stages.writing_tokens import BREAKDOWN, SINGLE_STAGE, WRITING, scenario_units, writing_calls
from reelwright.workflows.pricing import expected_of, price_of

Units = Mapping[str, float]
_FRAMES_A_SHOT = 2
_CHARACTERS_A_WORD = 6.0
_SHORT_LINE = 0.6
"""Writers seldom fill a shot with words."""
_FRAMES_MADE_AGAIN = ("shot", "shot.frame_count", "rate")
"""A model that reads one of these paints a frame again when the voice moves a splice."""


@dataclass(frozen=True)
class Outline:
    """A film's shots as far as they are known: their lengths and the characters of their lines."""

    lengths_s: tuple[float, ...]
    characters: tuple[float, ...]

    @property
    def duration_s(self) -> float:
        """The film's length."""
        return sum(self.lengths_s)


@dataclass(frozen=True)
class _Step:
    name: str
    modality: Modality
    low: Sequence[Units]
    """The units of each call when all goes well."""
    high: Sequence[Units]
    """Likewise when steps are repeated."""
    card: ModelCard | None = None
    """Who makes it, where one part of the film has several models."""


_TAKES = 3
"""Takes of a shot by any camera but ours, whose takes differ little."""


def estimate_film(
    brief: Brief,
    cards: Mapping[Modality, ModelCard],
    templates: Sequence[StoryTemplate],
    *,
    until: Until = Until.FILM,
    shots: Sequence[Shot] | None = None,
    writers: Mapping[str, ModelCard] | None = None,
    stand_ins: Sequence[Mapping[str, ModelCard]] = (),
) -> Estimate:
    """What the film is expected to cost, at the least and at the most.

    Args:
        brief: What is asked for.
        cards: The model of each part, with its prices.
        templates: The story templates that the writer may choose; how many shots there are depends on it.
        until: How far the film is made.
        shots: A person's own shot list, which needs no writing.
        writers: Who is asked first, by writing task, where it is not the same writer for all.
        stand_ins: Who is asked next, and after that, by writing task; they cost something at the most.
    """
    if brief.kind is FilmKind.STORYBOARD and shots is None:
        return _estimated(_board_steps(brief, cards, until, writers), cards)
    writers = writers or dict.fromkeys((*WRITING, *SINGLE_STAGE, "write_scenario"), cards["text"])
    steps: tuple[_Step, ...] = ()
    if shots is None:
        spare = (_writing(brief, templates, until, cards) for cards in stand_ins)
        steps = (
            *_writing(brief, templates, until, writers),
            *(replace(step, name="stand-in", low=()) for group in spare for step in group),
        )
    if until in (Until.FRAMES, Until.FILM):
        least, most = _outlines(brief, templates, shots)
        steps = (*steps, *_pictures(brief, cards, least, most, until))
        if until is Until.FILM:
            steps = (*steps, *_sound(brief, cards, least, most, shots))
    return _estimated(steps, cards)


def _estimated(steps: Sequence[_Step], cards: Mapping[Modality, ModelCard]) -> Estimate:
    priced = [(step, step.card or cards[step.modality]) for step in steps]
    lines = [line for step, card in priced if (line := _line(step, card)) is not None]
    unpriced = {card.name for step, card in priced if step.high and _is_unpriced(step, card)}
    return Estimate(lines=tuple(lines), unpriced=tuple(sorted(unpriced)))


def _board_steps(
    brief: Brief, cards: Mapping[Modality, ModelCard], until: Until, writers: Mapping[str, ModelCard] | None
) -> tuple[_Step, ...]:
    """A storyboard: its breakdown, which may be asked for a second time, and a still for each panel."""
    count = brief.board.panel_count if brief.board else BoardWishes().panel_count
    calls = writing_calls(BREAKDOWN, count)
    writing = _Step("writing", "text", calls, calls * 2, (writers or {}).get(BREAKDOWN, cards["text"]))
    stills = [_still(brief)] * count
    return (writing,) if until is Until.SHOTS else (writing, _Step("frames", "image", stills, stills))


def _still(brief: Brief) -> Units:
    lines = float(min(brief.width_px, brief.height_px))
    return {"images": 1.0, "megapixels": brief.width_px * brief.height_px / 1e6, "lines": lines, "calls": 1.0}


def _line(step: _Step, card: ModelCard) -> EstimateLine | None:
    if not card.is_paid or not step.high:
        return None
    low, high = ([price_of(card, units).cost_usd for units in calls] for calls in (step.low, step.high))
    return EstimateLine(
        step=step.name,
        modality=step.modality,
        model=card.name,
        low_calls=len(low),
        high_calls=len(high),
        low_usd=sum(low, Decimal(0)),
        high_usd=sum(high, Decimal(0)),
    )


def _is_unpriced(step: _Step, card: ModelCard) -> bool:
    return card.is_paid and any(price_of(card, units).source is CostSource.UNKNOWN for units in step.high)


def _outlines(
    brief: Brief, templates: Sequence[StoryTemplate], shots: Sequence[Shot] | None
) -> tuple[Outline, Outline]:
    """The film with the fewest shots and with the most; one and the same when the shots are known."""
    if shots is not None:
        lengths = tuple(seconds(shot.frame_count, brief.rate) for shot in shots)
        known = Outline(lengths, tuple(float(len(shot.spoken)) for shot in shots))
        return known, known
    if brief.kind is FilmKind.SCENARIO:
        pattern, count = pattern_for(brief.prompt), brief.shot_count or DEFAULT_SHOTS
        words = float(len(brief.prompt)) if '"' in brief.prompt else 0.0
        scene = Outline((pattern.pace_s,) * count, (words,) + (0.0,) * (count - 1))
        return scene, scene
    found = sorted((_planned(one, brief) for one in templates), key=lambda outline: len(outline.lengths_s))
    return found[0], found[-1]


def _planned(template: StoryTemplate, brief: Brief) -> Outline:
    plan = plan_shots(template, brief.duration_s, brief.rate)
    lengths = tuple(seconds(shot.frame_count, brief.rate) for shot in plan)
    return Outline(lengths, tuple(shot.max_words * _CHARACTERS_A_WORD for shot in plan))


def _writing(
    brief: Brief, templates: Sequence[StoryTemplate], until: Until, writers: Mapping[str, ModelCard]
) -> tuple[_Step, ...]:
    """The writing tasks, one step a writer; each may be asked a second time, when its answer does not fit the form."""
    if brief.kind is FilmKind.SCENARIO:
        units = scenario_units(len(brief.prompt.split()), brief.shot_count or DEFAULT_SHOTS)
        card = writers.get("write_scenario")
        if card is None:
            return ()
        used = expected_of(card, units)
        return (_Step("writing", "text", [used], [used] * 2, card),)
    tasks = list(SINGLE_STAGE if brief.single_stage else WRITING[1:] if brief.template else WRITING)
    if until is Until.STORY and not brief.single_stage:
        tasks = [task for task in tasks if task in ("choose_template", "write_story")]
    tasks = [task for task in tasks if task in writers]
    counts = [len(plan_shots(one, brief.duration_s, brief.rate)) for one in templates]
    steps: list[_Step] = []
    for name in dict.fromkeys(writers[task].name for task in tasks):
        own = [task for task in tasks if writers[task].name == name]
        low, high = (
            [expected_of(writers[task], call) for task in own for call in writing_calls(task, count, len(brief.prompt))]
            for count in (min(counts), max(counts))
        )
        high = high * 2
        steps.append(_Step("writing", "text", low, high, writers[own[0]]))
    return tuple(steps)


def takes_of(brief: Brief, camera: ModelCard) -> int:
    """Takes of each shot: as many as asked, else one by the built-in camera and three by any other."""
    return brief.takes or (1 if camera.provider == "builtin" else _TAKES)


def _pictures(
    brief: Brief, cards: Mapping[Modality, ModelCard], least: Outline, most: Outline, until: Until
) -> tuple[_Step, ...]:
    lines = float(min(brief.width_px, brief.height_px))
    still = _still(brief)
    may_repeat = brief.wants_voice and until is Until.FILM and _reads(cards["image"], _FRAMES_MADE_AGAIN)
    stills, takes = _FRAMES_A_SHOT * (brief.variations or 1), takes_of(brief, cards["video"])
    frames = _Step(
        "frames",
        "image",
        [still] * (stills * len(least.lengths_s)),
        [still] * (stills * len(most.lengths_s) * (2 if may_repeat else 1)),
    )
    if until is Until.FRAMES:
        return (frames,)
    low, high = (
        [{"seconds": length_s + spare_s, "lines": lines, "calls": 1.0} for length_s in outline.lengths_s] * takes
        for outline, spare_s in ((least, 0.0), (most, DISSOLVE_S))
    )
    return frames, _Step("takes", "video", low, high)


def _sound(
    brief: Brief,
    cards: Mapping[Modality, ModelCard],
    least: Outline,
    most: Outline,
    shots: Sequence[Shot] | None,
) -> tuple[_Step, ...]:
    steps: list[_Step] = []
    if brief.wants_voice:
        short = 1.0 if shots is not None else _SHORT_LINE
        again = 2 if _reads(cards["voice"], ("pace",)) else 1
        low = [{"characters": count * short, "calls": 1.0} for count in least.characters if count]
        high = [{"characters": count, "calls": 1.0} for count in most.characters if count] * again
        steps.append(_Step("voice", "voice", low, high))
    if brief.wants_music and brief.music is None:
        score = [{"seconds": most.duration_s, "calls": 1.0}]
        steps.append(_Step("music", "music", score, score))
    if brief.wants_effects:
        steps.append(_sounds(brief.rate, most, shots))
    return tuple(steps)


def _sounds(rate: Fraction, most: Outline, shots: Sequence[Shot] | None) -> _Step:
    """The sounds of a list are known. A film that is not written yet has none at the least; at the most one a shot and
    one of the place, which together last twice as long as the film.
    """
    if shots is not None:
        known = [{"seconds": cue.duration_s, "calls": 1.0} for cue in place_sounds(shots, rate)]
        return _Step("sounds", "sound", known, known)
    count = len(most.lengths_s) + 1
    return _Step("sounds", "sound", (), [{"seconds": 2 * most.duration_s / count, "calls": 1.0}] * count)


def _reads(card: ModelCard, fields: Sequence[str]) -> bool:
    return any(field in fields for field in card.reads)
