"""The clock is settled once the voice is recorded: re-time, borrow frames, or ask for a shorter line."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from reelwright.errors import BadInput
from reelwright.film.clock import seconds
from reelwright.film.shot import MAX_SHOT_S, MIN_SHOT_S, Shot
from reelwright.film.sound import Speech
from reelwright.stages.plan_shots import LEAD_S, TAIL_S
from reelwright.stages.write_story import shortened

MAX_PACE = 1.15
_TIGHT_LEAD_S, _TIGHT_TAIL_S = 0.12, 0.2
"""The least silence around a line before anything else is changed."""
_END_TAIL_S = 0.7
"""Silence wanted behind the last word of the film."""


@dataclass(frozen=True)
class RespeakRequest:
    """A line to record again."""

    shot_id: str
    text: str
    pace: float
    reason: str


@dataclass(frozen=True)
class LockedTiming:
    """What locking decided. With ``respeak`` empty the clock is final."""

    shots: tuple[Shot, ...]
    """Final frame counts (their sum never changes) and voice-over windows."""
    speeches: tuple[Speech, ...]
    """With their place within the shot."""
    respeak: tuple[RespeakRequest, ...] = ()
    notes: tuple[str, ...] = field(default=())

    @property
    def is_final(self) -> bool:
        """Whether nothing has to be recorded again."""
        return not self.respeak


def lock_timing(
    shots: Sequence[Shot],
    speeches: Sequence[Speech],
    rate: Fraction,
    *,
    supplied: bool = False,
    paces: Mapping[str, float] | None = None,
) -> LockedTiming:
    """Fit the recorded lines into their shots; the film's total number of frames never changes.

    In this order: speak up to 1.15x faster, borrow frames from shots that can spare some, shorten the text. Call it
    again with the lines that were recorded again; it converges in two rounds.

    Args:
        shots: In order.
        speeches: Recordings by shot; a shot may have none.
        rate: Frames per second.
        supplied: The list is a person's own: no frame is moved and no word is changed.
        paces: The pace each line was already recorded at, by shot id; 1 where absent.

    Raises:
        BadInput: If a supplied line cannot be spoken within its shot.
    """
    by_shot = {speech.shot_id: speech for speech in speeches}
    said = paces or {}
    needs = [_needed_frames(by_shot.get(shot.id), said.get(shot.id, 1.0), rate) for shot in shots]
    frames = [shot.frame_count for shot in shots]
    if not supplied:
        frames = _borrowed(frames, needs, by_shot, shots, rate)
    timed = tuple(shot.model_copy(update={"frame_count": count}) for shot, count in zip(shots, frames, strict=True))
    asked = [
        request
        for shot in timed
        if (speech := by_shot.get(shot.id))
        and (request := _respeak(shot, speech, rate, said.get(shot.id, 1.0), supplied or bool(shot.dialogue)))
    ]
    last = timed[-1].id if timed else ""
    placed = tuple(_placed(by_shot[shot.id], shot, rate, shot.id == last) for shot in timed if shot.id in by_shot)
    offsets = {speech.shot_id: speech for speech in placed}
    windowed = tuple(_windowed(shot, offsets.get(shot.id), rate) for shot in timed)
    moved = [
        f"Shot {shot.number} is {new - shot.frame_count:+d} frames to fit its line."
        for shot, new in zip(shots, frames, strict=True)
        if new != shot.frame_count
    ]
    return LockedTiming(windowed, placed, tuple(asked), (*moved, *(request.reason for request in asked)))


def _needed_frames(speech: Speech | None, pace: float, rate: Fraction) -> int:
    """Frames that a line needs at the fastest pace allowed, with the least silence around it."""
    if speech is None:
        return 0
    fastest_s = speech.duration_s * pace / MAX_PACE
    return math.ceil((fastest_s + _TIGHT_LEAD_S + _TIGHT_TAIL_S) * rate)


def _borrowed(
    frames: list[int], needs: list[int], by_shot: Mapping[str, Speech], shots: Sequence[Shot], rate: Fraction
) -> list[int]:
    """Frames moved to shots whose line is too long, from the shots that have most to spare."""
    shortest, longest = math.floor(MIN_SHOT_S * rate), math.ceil(MAX_SHOT_S * rate)
    moved = list(frames)
    comfort = [
        max(min(shortest, frames[i]), need, _comfortable_frames(by_shot.get(shot.id), rate))
        for i, (shot, need) in enumerate(zip(shots, needs, strict=True))
    ]
    for index, need in enumerate(needs):
        lacking = min(need, max(longest, moved[index])) - moved[index]
        # The nearest shots give first, so that the rest of the film keeps its rhythm.
        for other in sorted((i for i in range(len(moved)) if i != index), key=lambda i: (abs(i - index), i)):
            if lacking <= 0:
                break
            given = min(lacking, max(0, moved[other] - comfort[other]))
            moved[other] -= given
            moved[index] += given
            lacking -= given
    return moved


def _comfortable_frames(speech: Speech | None, rate: Fraction) -> int:
    return math.ceil((speech.duration_s + _TIGHT_LEAD_S + _TIGHT_TAIL_S) * rate) if speech else 0


def _respeak(shot: Shot, speech: Speech, rate: Fraction, pace: float, supplied: bool) -> RespeakRequest | None:
    """What must be recorded again, or None when the line fits."""
    room_s = seconds(shot.frame_count, rate) - _TIGHT_LEAD_S - _TIGHT_TAIL_S
    if speech.duration_s <= room_s + 1e-6:
        return None
    wanted = pace * speech.duration_s / max(room_s, 0.1) + 0.01
    if wanted <= MAX_PACE + 0.01:
        faster = round(min(wanted, MAX_PACE), 3)
        # A voice that already speaks at its fastest and still runs over by a hair is not asked again.
        if faster > pace + 0.004:
            return RespeakRequest(shot.id, speech.text, faster, f"Shot {shot.number} is spoken {faster:.2f}x to fit.")
    if supplied:
        shown = speech.text if len(speech.text) <= 60 else speech.text[:60] + "..."
        raise BadInput(
            f"shot {shot.number}: the line {shown!r} takes {speech.duration_s:.1f} s, "
            f"its shot has {room_s:.1f} s for it and {MAX_PACE}x is the fastest allowed",
            hint="Shorten the line or lengthen the shot; a list of your own is never changed.",
            shot_id=shot.id,
        )
    return _shorter(shot, speech, room_s, pace)


def _shorter(shot: Shot, speech: Speech, room_s: float, pace: float) -> RespeakRequest | None:
    """The line with fewer words, cut where a sentence or a clause ends."""
    words = len(speech.text.split())
    if words <= 1:
        return None
    natural_s = speech.duration_s * pace
    most = min(words - 1, max(1, int(words * room_s * 0.96 / natural_s)))
    text = shortened(speech.text, most)
    return RespeakRequest(shot.id, text, 1.0, f"Shot {shot.number}: the line is shortened to {text!r}.")


def _placed(speech: Speech, shot: Shot, rate: Fraction, ends_film: bool) -> Speech:
    """The usual lead-in where there is room, less where there is not; the film's end keeps more silence."""
    tail_s = _END_TAIL_S if ends_film else TAIL_S
    spare_s = seconds(shot.frame_count, rate) - speech.duration_s
    offset_s = LEAD_S if spare_s >= LEAD_S + tail_s else max(0.0, spare_s * LEAD_S / (LEAD_S + tail_s))
    return speech.model_copy(update={"offset_s": round(offset_s, 4)})


def _windowed(shot: Shot, speech: Speech | None, rate: Fraction) -> Shot:
    """The shot with the window in which its line is really spoken."""
    if speech is None or shot.dialogue:
        return shot
    end_s = min(speech.offset_s + speech.duration_s, seconds(shot.frame_count, rate))
    said = {"text": speech.text, "start_s": speech.offset_s, "end_s": round(end_s, 4)}
    return shot.model_copy(update={"voice_over": shot.voice_over.model_copy(update=said)})
