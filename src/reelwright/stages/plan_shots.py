"""How many shots, how long each, for which beat: settled in code before a word is written."""

import math
from fractions import Fraction

from reelwright.errors import BadInput
from reelwright.film.clock import frames_for, seconds
from reelwright.film.shot import MAX_SHOT_S, MIN_SHOT_S
from reelwright.film.story import Beat, StoryTemplate
from reelwright.film.writing import PlannedShot

LEAD_S, TAIL_S = 0.3, 0.4
"""Silence left before and after a line inside its shot."""
NATURAL_WORDS_PER_S = 2.2
"""What a voice speaks unhurriedly; lines are written for it."""
_RHYTHM = (1.06, 0.94, 1.0)


def plan_shots(template: StoryTemplate, duration_s: float, rate: Fraction) -> tuple[PlannedShot, ...]:
    """The film's slots: 3 to 7 s each, their frames adding up to ``round(duration_s * rate)`` exactly.

    Films too short for every beat merge neighbours and keep the first and the last; long ones give a beat several
    shots.

    Raises:
        BadInput: If no number of shots of 3 to 7 s gives this length.
    """
    total = frames_for(duration_s, rate)
    count = _shot_count(duration_s, len(template.beats))
    groups = _groups(template, count)
    parts = _parts(groups, count)
    flat = [(group, part, parts[index]) for index, group in enumerate(groups) for part in range(parts[index])]
    weights = [
        sum(beat.share for beat in group) / of * (_RHYTHM[part % 3] if of > 1 else 1) for group, part, of in flat
    ]
    frames = _spread(weights, total, rate)
    return tuple(
        _slot(template, number, group, (part, of), frames[number - 1], rate)
        for number, (group, part, of) in enumerate(flat, start=1)
    )


def words_that_fit(duration_s: float) -> int:
    """Words that a voice speaks unhurriedly in a shot of this length."""
    return max(2, int((duration_s - LEAD_S - TAIL_S) * NATURAL_WORDS_PER_S + 0.25))


def _shot_count(duration_s: float, beats: int) -> int:
    low, high = math.ceil(duration_s / MAX_SHOT_S - 1e-9), math.floor(duration_s / MIN_SHOT_S + 1e-9)
    if low > high or high < 1:
        raise BadInput(
            f"a film of {duration_s!r} s cannot be made of shots of 3 to 7 s; allowed are 6 to 60 s",
            hint="Give a length of 6 to 60 s with --duration.",
        )
    wished = round(duration_s / (3.5 + min(duration_s, 60) * 0.027))
    if high >= beats:
        wished = max(wished, beats)
    return min(max(wished, low, 1), high)


def _groups(template: StoryTemplate, count: int) -> list[list[Beat]]:
    """Beats merged until there are at most ``count`` groups; the first and the last keep their own names."""
    groups = [[beat] for beat in template.beats]
    while len(groups) > max(count, 1):
        pairs = range(len(groups) - 1)
        shortest = min(pairs, key=lambda i: sum(beat.share for beat in groups[i] + groups[i + 1]))
        inner = [i for i in pairs if 0 < i < len(groups) - 2]
        at = inner[0] if inner else shortest if len(groups) > 3 else _merge_of_three(template, groups)
        groups[at : at + 2] = [groups[at] + groups[at + 1]]
    return groups


def _merge_of_three(template: StoryTemplate, groups: list[list[Beat]]) -> int:
    """Of three groups, the middle joins the last unless it must come before the product is seen."""
    if len(groups) < 3:
        return 0
    middle = [beat.name for beat in groups[1]]
    return 1 if template.product_first_visible in middle else 0


def _parts(groups: list[list[Beat]], count: int) -> list[int]:
    """Shots per group, by share, at least one each."""
    parts = [1] * len(groups)
    shares = [sum(beat.share for beat in group) for group in groups]
    while sum(parts) < count:
        hungriest = max(range(len(groups)), key=lambda i: (shares[i] / parts[i], -i))
        parts[hungriest] += 1
    return parts


def _spread(weights: list[float], total: int, rate: Fraction) -> list[int]:
    """Whole frames by weight within 3 to 7 s each, adding up to ``total``."""
    low, high = math.floor(MIN_SHOT_S * rate), math.ceil(MAX_SHOT_S * rate)
    scale = total / sum(weights)
    frames = [min(max(round(weight * scale), low), high) for weight in weights]
    while (missing := total - sum(frames)) != 0:
        step = 1 if missing > 0 else -1
        room = [i for i, count in enumerate(frames) if low <= count + step <= high]
        if not room:
            raise BadInput(
                f"{len(weights)} shots of {low} to {high} frames (3 to 7 s) cannot fill {total} frames",
                hint="Give another --duration, or a story template with another number of beats with --template.",
            )
        at = max(room, key=lambda i: (step * (weights[i] * scale - frames[i]), -i))
        frames[at] += step
    return frames


def _slot(
    template: StoryTemplate, number: int, group: list[Beat], part_of: tuple[int, int], frames: int, rate: Fraction
) -> PlannedShot:
    names = [beat.name for beat in template.beats]
    covered = [beat.name for beat in group]
    first_at = names.index(template.product_first_visible)
    lead = group[-1] if names[-1] in covered else group[0]
    part, of = part_of
    hidden = names.index(covered[-1]) < first_at
    is_first = template.product_first_visible in covered and part == 0
    return PlannedShot(
        number=number,
        beat=lead.name,
        covers=tuple(covered),
        part=part,
        parts=of,
        purpose=lead.purpose,
        emotion=lead.emotion,
        framing=lead.default_framing,
        movement=lead.default_movement,
        frame_count=frames,
        duration_s=round(seconds(frames, rate), 3),
        max_words=words_that_fit(seconds(frames, rate)),
        product="hidden" if hidden else "first" if is_first else "free",
        carries_call=template.call_to_action in covered and part == of - 1,
    )
