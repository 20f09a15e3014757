"""Sound before picture: the recorded voice settles where splices fall, and the film's length never changes.

A line that is too long for its shot is, in this order: spoken a little faster (at most 1.15 times), given frames from
shots that can spare them, shortened. In a list that a person supplied, shots keep their length and words: such a line
is spoken faster or refused.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from reelwright.errors import BadInput
from reelwright.film.clock import seconds
from reelwright.film.shot import MIN_SHOT_S, Shot, VoiceOver
from reelwright.film.sound import Speech
from reelwright.stages.write_story import shortened

MAX_PACE = 1.15
LEAD_S, TAIL_S = 0.3, 0.35
"""Silence before and after a line where there is room."""
MIN_LEAD_S, MIN_TAIL_S = 0.1, 0.2
"""Silence that is always kept, so that a splice never clips a word."""
_CLOSE_S = 0.02
"""A line this little too long still fits: less than a frame."""


@dataclass(frozen=True)
class SpeakAgain:
    """A line that has to be recorded again, faster or shorter."""

    shot_id: str
    text: str
    pace: float


@dataclass(frozen=True)
class Timing:
    """The film's clock after the voice was heard. Settled when nothing has to be spoken again."""

    shots: tuple[Shot, ...]
    speeches: tuple[Speech, ...]
    again: tuple[SpeakAgain, ...] = ()
    notes: tuple[str, ...] = ()


def lock_timing(shots: Sequence[Shot], speeches: Sequence[Speech], rate: Fraction, *, supplied: bool) -> Timing:
    """Fits the recorded lines into the shots.

    Args:
        shots: In order, with planned lengths.
        speeches: The recordings made so far, with the pace they were spoken at.
        rate: Frames per second.
        supplied: Whether a person supplied the list, which is then not re-timed.

    Raises:
        BadInput: If a line of a supplied list does not fit; names the shot and how much is missing.
    """
    heard = {speech.shot_id: speech for speech in speeches}
    counts = [shot.frame_count for shot in shots]
    again: list[SpeakAgain] = []
    notes: list[str] = []
    for index, shot in enumerate(shots):
        speech = heard.get(shot.id)
        if speech is None or _room_s(counts[index], rate) + _CLOSE_S >= speech.duration_s:
            continue
        if supplied:
            again.append(_faster_or_refused(shot, speech, rate))
            continue
        if speech.pace * speech.duration_s / _room_s(counts[index], rate) > MAX_PACE:
            wanted = ceil((_fastest_s(speech) + MIN_LEAD_S + MIN_TAIL_S) * rate) - counts[index]
            got = _borrow(counts, index, wanted, shots, heard, rate)
            if got:
                notes.append(f"{shot.slate} is {seconds(got, rate):.2f} s longer, so that its line can be spoken.")
        again.append(_spoken_again(shot, speech, _room_s(counts[index], rate), notes))
    timed = tuple(shot.model_copy(update={"frame_count": count}) for shot, count in zip(shots, counts, strict=True))
    if again:
        return Timing(timed, tuple(speeches), tuple(again), tuple(notes))
    placed = {speech.shot_id: _placed(speech, shot, rate) for shot in timed if (speech := heard.get(shot.id))}
    windowed = tuple(_windowed(shot, placed.get(shot.id)) for shot in timed)
    return Timing(windowed, tuple(placed.values()), notes=tuple(notes))


def _room_s(frame_count: int, rate: Fraction) -> float:
    return seconds(frame_count, rate) - MIN_LEAD_S - MIN_TAIL_S


def _fastest_s(speech: Speech) -> float:
    """How long the line takes at the greatest pace allowed."""
    return speech.duration_s * speech.pace / MAX_PACE


def _pace(speech: Speech, room_s: float) -> float:
    """The pace at which the line fits, with a margin because voices do not follow it exactly."""
    return round(min(MAX_PACE, speech.pace * speech.duration_s / room_s * 1.02), 3)


def _faster_or_refused(shot: Shot, speech: Speech, rate: Fraction) -> SpeakAgain:
    room_s = _room_s(shot.frame_count, rate)
    if room_s <= 0 or _fastest_s(speech) > room_s + _CLOSE_S or speech.pace >= MAX_PACE:
        raise BadInput(
            f"the line of {shot.slate}, {speech.text!r}, takes {_fastest_s(speech):.2f} s at its fastest; "
            f"its shot of {seconds(shot.frame_count, rate):.2f} s leaves {max(0.0, room_s):.2f} s",
            hint="Shorten the line or give the shot more frames in the list.",
        )
    return SpeakAgain(shot.id, speech.text, _pace(speech, room_s))


def _spoken_again(shot: Shot, speech: Speech, room_s: float, notes: list[str]) -> SpeakAgain:
    if _fastest_s(speech) <= room_s + _CLOSE_S and speech.pace < MAX_PACE:
        return SpeakAgain(shot.id, speech.text, _pace(speech, room_s))
    words = len(speech.text.split())
    fitting = max(1, min(words - 1, int(words * room_s / (speech.duration_s * speech.pace))))
    text = shortened(speech.text, fitting)
    notes.append(f"The line of {shot.slate} was shortened to fit: {text!r}")
    return SpeakAgain(shot.id, text, 1.0)


def _borrow(
    counts: list[int], index: int, wanted: int, shots: Sequence[Shot], heard: dict[str, Speech], rate: Fraction
) -> int:
    """Moves up to ``wanted`` frames to a shot from the nearest ones that can spare them; how many it got."""
    got = 0
    for donor in sorted(range(len(counts)), key=lambda other: abs(other - index)):
        if donor == index or got >= wanted:
            continue
        speech = heard.get(shots[donor].id)
        least_s = max(MIN_SHOT_S, speech.duration_s + LEAD_S + TAIL_S if speech else 0.0)
        given = max(0, min(wanted - got, counts[donor] - ceil(least_s * rate)))
        counts[donor] -= given
        counts[index] += given
        got += given
    return got


def _placed(speech: Speech, shot: Shot, rate: Fraction) -> Speech:
    """The recording within its shot: after a breath where there is room, never into the splice."""
    spare_s = max(0.0, seconds(shot.frame_count, rate) - speech.duration_s)
    return speech.model_copy(update={"offset_s": round(min(LEAD_S, spare_s * LEAD_S / (LEAD_S + TAIL_S)), 3)})


def _windowed(shot: Shot, speech: Speech | None) -> Shot:
    if speech is None:
        return shot
    end_s = round(speech.offset_s + speech.duration_s, 3)
    return shot.model_copy(update={"voice_over": VoiceOver(text=speech.text, start_s=speech.offset_s, end_s=end_s)})
