"""``story.json`` and ``multi_stage_data``: the four stages under the names that other programs know."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from reelwright.film.clock import seconds
from reelwright.film.shot import Presence, Shot
from reelwright.film.story import ConsistencyMarkers, Story, TemplateChoice

Json = dict[str, Any]


def stage_data(
    choice: TemplateChoice | None,
    story: Story | None,
    shots: Sequence[Shot],
    markers: ConsistencyMarkers | None,
    rate: Fraction,
) -> Json:
    """``story.json`` and ``multi_stage_data``: the four stages under their wire names; a stage not yet done is null."""
    return {
        "stage_0_template_selection": choice.model_dump(mode="json") if choice else None,
        "stage_1_story": _stage_1(story) if story else None,
        "stage_2_scenes": _stage_2(shots, rate) if shots else None,
        "stage_3_storyboard": _stage_3(shots, markers) if shots and markers else None,
    }


def _stage_1(story: Story) -> Json:
    return {
        "story_title": story.title,
        "narrative": story.narrative.model_dump(mode="json"),
        "character_subject": story.subject.model_dump(mode="json"),
        "voice_over_script": {"lines": [line.model_dump(mode="json") for line in story.lines]},
        "setting": story.setting,
    }


def _stage_2(shots: Sequence[Shot], rate: Fraction) -> Json:
    return {
        "total_duration": round(seconds(sum(shot.frame_count for shot in shots), rate), 6),
        "number_of_scenes": len(shots),
        "scenes": [_scene(shot, rate) for shot in shots],
    }


def _scene(shot: Shot, rate: Fraction) -> Json:
    return {
        "scene_number": shot.number,
        "story_beat": shot.story_beat,
        "duration_seconds": round(seconds(shot.frame_count, rate), 6),
        "scene_heading": shot.scene_heading,
        "action_description": shot.action_description,
        "character_subject_presence": _presence(shot.presence),
        "camera_work": shot.camera.model_dump(mode="json"),
        "lighting": shot.lighting.model_dump(mode="json"),
        "emotional_tone": shot.emotional_tone,
        "voice_over": {
            "has_voiceover": bool(shot.voice_over.text),
            "text": shot.voice_over.text,
            "timing": {"start_s": shot.voice_over.start_s, "end_s": shot.voice_over.end_s},
        },
    }


def _presence(presence: Presence) -> Json:
    return {
        "character_visible": presence.character_visible,
        "character_presence_timing": presence.character_timing,
        "product_visible": presence.product_visible,
        "product_presence_timing": presence.product_timing,
    }


def _stage_3(shots: Sequence[Shot], markers: ConsistencyMarkers) -> Json:
    return {
        "consistency_markers": markers.model_dump(mode="json"),
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
