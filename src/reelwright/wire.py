"""The names other programs know: the stage data of ``story.json`` and the API, and the shot list of ``shots.json``."""

import json
from collections.abc import Sequence
from fractions import Fraction
from typing import Any, cast

from pydantic import Field, ValidationError

from reelwright.errors import BadInput
from reelwright.film.base import Noun
from reelwright.film.brief import MAX_DURATION_S, MIN_DURATION_S, Brief
from reelwright.film.clock import frames_for
from reelwright.film.cut import CutPlan
from reelwright.film.film import Film
from reelwright.film.shot import SHOTS_SCHEMA_VERSION, Shot
from reelwright.film.story import ConsistencyMarkers, Story, TemplateChoice

Json = dict[str, Any]
MAX_SHOT_LIST_CHARACTERS = 4_000_000
MAX_SHOTS = 200


class SuppliedShots(Noun):
    """A shot list as it was read: the shots, and as much of the film around them as the list holds."""

    brief: Brief
    shots: tuple[Shot, ...] = Field(min_length=1)
    choice: TemplateChoice | None = None
    story: Story | None = None
    markers: ConsistencyMarkers | None = None
    cut_plan: CutPlan | None = None


def render_story(film: Film, shots: Sequence[Shot]) -> Json:
    """The four stages under the names of the HTTP API; a stage that was not reached is null."""
    specified = any(shot.prompts.image_prompt for shot in shots)
    return {
        "stage_0_template_selection": film.choice.model_dump(mode="json") if film.choice else None,
        "stage_1_story": _stage_1(film.story) if film.story else None,
        "stage_2_scenes": _stage_2(film, shots) if shots else None,
        "stage_3_storyboard": _stage_3(film, shots) if specified else None,
    }


def _stage_1(story: Story) -> Json:
    return {
        "story_title": story.title,
        "narrative": story.narrative.model_dump(mode="json"),
        "character_subject": story.subject.model_dump(mode="json"),
        "voice_over_script": {"lines": [line.model_dump(mode="json") for line in story.lines]},
    }


def _stage_2(film: Film, shots: Sequence[Shot]) -> Json:
    rate = film.brief.rate
    return {
        "total_duration": _seconds(sum(shot.frame_count for shot in shots), rate),
        "number_of_scenes": len(shots),
        "scenes": [_scene(shot, rate) for shot in shots],
    }


def _scene(shot: Shot, rate: Fraction) -> Json:
    presence, voice = shot.presence, shot.voice_over
    return {
        "scene_number": shot.number,
        "story_beat": shot.story_beat,
        "duration_seconds": _seconds(shot.frame_count, rate),
        "action_description": shot.action_description,
        "character_subject_presence": {
            "character_visible": presence.character_visible,
            "character_presence_timing": presence.character_timing,
            "product_visible": presence.product_visible,
            "product_presence_timing": presence.product_timing,
        },
        "camera_work": shot.camera.model_dump(mode="json"),
        "lighting": shot.lighting.model_dump(mode="json"),
        "emotional_tone": shot.emotional_tone,
        "voice_over": {
            "has_voiceover": bool(voice.text),
            "text": voice.text,
            "timing": f"{voice.start_s:.2f}-{voice.end_s:.2f} s" if voice.text else "",
        },
    }


def _stage_3(film: Film, shots: Sequence[Shot]) -> Json:
    return {
        "consistency_markers": film.markers.model_dump(mode="json") if film.markers else None,
        "scenes": [
            {
                "scene_number": shot.number,
                "image_generation_prompt": shot.prompts.image_prompt,
                "start_image_prompt": shot.prompts.start_image_prompt,
                "end_image_prompt": shot.prompts.end_image_prompt,
                "motion_prompt": shot.prompts.motion_prompt,
                "negative_prompt": shot.prompts.negative_prompt,
            }
            for shot in shots
        ],
    }


def _seconds(frame_count: int, rate: Fraction) -> float:
    return round(float(frame_count / rate), 3)


def render_shot_list(film: Film, shots: Sequence[Shot]) -> Json:
    """What ``shots.json`` holds: everything needed to shoot the film again, to be edited by hand."""
    return {
        "schema_version": SHOTS_SCHEMA_VERSION,
        "title": film.title,
        "brief": film.brief.model_dump(mode="json"),
        "choice": film.choice.model_dump(mode="json") if film.choice else None,
        "story": film.story.model_dump(mode="json") if film.story else None,
        "markers": film.markers.model_dump(mode="json") if film.markers else None,
        "cut_plan": film.cut_plan.model_dump(mode="json") if film.cut_plan else None,
        "shots": [shot.model_dump(mode="json") for shot in shots],
    }


def read_shot_list(text: str) -> SuppliedShots:
    """A shot list, ours or written by hand.

    Only ``shots`` is needed, and of a shot only its length, as ``frame_count`` or as ``duration_s``. A bare array of
    shots is a list too. Shots are numbered in the order they stand; a shot without an id gets a free one.

    Raises:
        BadInput: Naming the field, its value and what is allowed.
    """
    if len(text) > MAX_SHOT_LIST_CHARACTERS:
        raise BadInput(f"the shot list has {len(text)} characters; {MAX_SHOT_LIST_CHARACTERS} are allowed")
    try:
        parsed: Any = json.loads(text)
    except ValueError as problem:
        raise BadInput(f"the shot list is no JSON: {problem}", hint="Check the commas and quotes there.") from problem
    document = _document(parsed)
    rate = _rate(document)
    document["shots"] = [_shot(shot, place, rate) for place, shot in enumerate(document["shots"])]
    _settle_ids(document["shots"])
    if "prompt" not in document["brief"]:
        document["brief"]["prompt"] = str(document.pop("title", "") or document["shots"][0].get("action_description"))
    document.pop("title", None)
    total_s = sum(shot["frame_count"] for shot in document["shots"] if isinstance(shot["frame_count"], int)) / rate
    document["brief"].setdefault("duration_s", min(MAX_DURATION_S, max(MIN_DURATION_S, round(float(total_s), 3))))
    try:
        read = SuppliedShots.model_validate(document)
    except ValidationError as problem:
        raise _explained(problem) from problem
    if read.cut_plan is not None and len(read.cut_plan.splices) != len(read.shots) + 1:
        return read.model_copy(update={"cut_plan": None})
    return read


def _document(parsed: Any) -> Json:
    if isinstance(parsed, list):
        parsed = {"shots": parsed}
    if not isinstance(parsed, dict):
        raise BadInput(f"the shot list is a {type(parsed).__name__}; allowed is an object with 'shots', or an array")
    document = dict(cast(Json, parsed))
    version = document.pop("schema_version", SHOTS_SCHEMA_VERSION)
    if version != SHOTS_SCHEMA_VERSION:
        raise BadInput(
            f"schema_version {version!r} is not known; allowed: {SHOTS_SCHEMA_VERSION}",
            hint="The list was written by another version of Reelwright; update, or make the film again.",
        )
    shots = document.get("shots")
    if not isinstance(shots, list) or not 1 <= len(cast(list[Any], shots)) <= MAX_SHOTS:
        raise BadInput(f"'shots' must be an array of 1 to {MAX_SHOTS} shots")
    brief = document.get("brief") or {}
    if not isinstance(brief, dict):
        raise BadInput(f"'brief' is {brief!r}; allowed is an object", hint="Leave it out to take the defaults.")
    document["brief"] = dict(cast(Json, brief))
    return document


def _rate(document: Json) -> Fraction:
    value = document["brief"].get("rate", "24")
    try:
        return Brief(prompt="rate", rate=value).rate
    except ValidationError as problem:
        raise BadInput(f"brief.rate is {value!r}; write 24, 25, 30 or 30000/1001") from problem


def _shot(shot: Any, place: int, rate: Fraction) -> Json:
    """One shot with its length in frames and its number by place; everything else as it stands."""
    if not isinstance(shot, dict):
        raise BadInput(f"shots.{place} is {shot!r}; allowed is an object")
    given = dict(cast(Json, shot))
    duration_s = given.pop("duration_s", None)
    if duration_s is not None:
        if not isinstance(duration_s, int | float) or isinstance(duration_s, bool) or not 0 < duration_s <= 600:
            raise BadInput(f"shots.{place}.duration_s is {duration_s!r}; allowed are seconds above 0, up to 600")
        frame_count = frames_for(duration_s, rate)
        if given.setdefault("frame_count", frame_count) != frame_count:
            raise BadInput(
                f"shots.{place} has frame_count {given['frame_count']!r} and duration_s {duration_s!r}, which disagree",
                hint=f"At {rate} frames per second {duration_s} s are {frame_count} frames. Keep one of the two.",
            )
    if "frame_count" not in given:
        raise BadInput(f"shots.{place} has no length", hint="Give it `duration_s` or `frame_count`.")
    return given | {"number": place + 1}


def _settle_ids(shots: list[Json]) -> None:
    """Every shot has an id of its own."""
    taken = [shot["id"] for shot in shots if "id" in shot]
    twice = {str(one) for one in taken if taken.count(one) > 1}
    if twice:
        raise BadInput(f"the shot id {sorted(twice)[0]!r} is given twice", hint="Leave the id of the new shot out.")
    free = (f"sh{number:02d}" for number in range(1, MAX_SHOTS * 2 + 1) if f"sh{number:02d}" not in taken)
    for shot in shots:
        if "id" not in shot:
            shot["id"] = next(free)


def _explained(problem: ValidationError) -> BadInput:
    first = problem.errors(include_url=False)[0]
    place = ".".join(str(step) for step in first["loc"])
    shown = repr(first["input"])
    return BadInput(
        f"{place} is {shown if len(shown) <= 120 else shown[:117] + '...'}: {first['msg']}",
        hint="docs/shot-list.md describes every field.",
    )
