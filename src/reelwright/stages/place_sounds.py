"""Where the sound effects of the shots lie on the film's time-line."""

from collections.abc import Sequence
from fractions import Fraction

from reelwright.film.clock import seconds
from reelwright.film.shot import Shot, ShotList
from reelwright.film.sound import SoundCue
from reelwright.stages.lexicon import table

_LEAD_S, _TRAIL_S = 0.3, 0.4
"""How far the sound of a place reaches over the splices at its ends."""
_QUIET_END_S = 0.4
"""The end of every film in which nothing is heard."""
_SHORTEST_S = 0.25


def place_sounds(shots: Sequence[Shot], rate: Fraction) -> tuple[SoundCue, ...]:
    """One cue a sound: the sound of a place goes on over all neighbouring shots that have it, what happens within its
    shot does so when the action does.

    Args:
        shots: In order, with their final frame counts.
        rate: Frames per second.
    """
    starts = [seconds(start, rate) for start in ShotList(shots=tuple(shots)).starts()]
    ends = [start + seconds(shot.frame_count, rate) for start, shot in zip(starts, shots, strict=True)]
    latest_s = ends[-1] - _QUIET_END_S
    kinds: dict[str, dict[str, float]] = table("sound_cues")["sound"]
    cues: list[SoundCue | None] = []
    for index, shot in enumerate(shots):
        for sound in dict.fromkeys(shot.sounds):
            kind = kinds.get(sound, {})
            if not kind.get("is_place"):
                cues.append(_happening(shot, sound, kind, starts[index], ends[index], latest_s))
            elif not index or sound not in shots[index - 1].sounds:
                last = index
                while last + 1 < len(shots) and sound in shots[last + 1].sounds:
                    last += 1
                cues.append(_place(shot, sound, starts[index], ends[last], latest_s))
    return tuple(cue for cue in cues if cue is not None)


def _place(shot: Shot, sound: str, start_s: float, end_s: float, latest_s: float) -> SoundCue | None:
    begin_s = max(0.0, start_s - _LEAD_S)
    stop_s = min(latest_s, end_s + _TRAIL_S)
    return _cue(shot, sound, begin_s, stop_s, (0.5, 1.1 if stop_s == latest_s else 0.7), is_place=True)


def _happening(
    shot: Shot, sound: str, kind: dict[str, float], start_s: float, end_s: float, latest_s: float
) -> SoundCue | None:
    """Something done once at its moment, or all through its shot."""
    length_s = end_s - start_s
    at_s = max(0.0, start_s + kind.get("at", 0.3) * length_s - kind.get("before_s", 0.0))
    lasts_s = kind.get("lasts_s", 2.0) or length_s * 0.94 - (at_s - start_s)
    stop_s = min(latest_s, at_s + lasts_s, end_s + 0.6)
    fades = (0.01, 0.3 if stop_s < at_s + lasts_s or not kind.get("lasts_s", 2.0) else 0.02)
    return _cue(shot, sound, at_s, stop_s, fades, is_place=False)


def _cue(
    shot: Shot, sound: str, start_s: float, stop_s: float, fades_s: tuple[float, float], *, is_place: bool
) -> SoundCue | None:
    """None where there is no room for it."""
    if stop_s - start_s < _SHORTEST_S:
        return None
    return SoundCue(
        id=f"{shot.id}-{sound}",
        sound=sound,
        is_place=is_place,
        surface=_surface(shot),
        words=shot.action_description,
        start_s=round(start_s, 4),
        duration_s=round(stop_s - start_s, 4),
        fade_in_s=fades_s[0],
        fade_out_s=fades_s[1],
    )


def _surface(shot: Shot) -> str:
    """What the ground of the shot's place is."""
    if shot.staging.weather == "snow":
        return "snow"
    grounds: dict[str, list[str]] = table("sound_cues")["surface"]
    for ground, settings in grounds.items():
        if shot.staging.setting in settings:
            is_wet = ground == "stone" and shot.staging.weather == "rain"
            return "wet" if is_wet else ground
    return "wood"


def first_seen_s(shots: Sequence[Shot], rate: Fraction) -> tuple[float, ...]:
    """When the product is first seen, in seconds from the start of the film; empty when it never is."""
    starts = ShotList(shots=tuple(shots)).starts()
    for shot, start in zip(shots, starts, strict=True):
        if shot.presence.product_visible:
            late = 0.6 if "end" in shot.presence.product_timing else 0.0
            return (round(seconds(start, rate) + late * seconds(shot.frame_count, rate), 4),)
    return ()
