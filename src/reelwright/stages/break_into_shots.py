"""Stage 2: the story as shots, with camera, light and voice-over on an exact clock."""

from reelwright.errors import ReplyUnreadable
from reelwright.film.base import derived_seed
from reelwright.film.brief import Brief
from reelwright.film.shot import Angle, Framing, Movement, Presence, Prompts, Shot, VoiceOver
from reelwright.film.story import Line, Story, StoryTemplate
from reelwright.film.writing import BreakIntoShotsInputs, PlannedShot, ShotDraft, ShotsDraft
from reelwright.ports import TextRequest
from reelwright.prompts.render import render
from reelwright.stages.choose_look import choose_look
from reelwright.stages.light_shot import lens_note, lighting_of
from reelwright.stages.negative_prompt import negative_prompt
from reelwright.stages.plan_shots import LEAD_S, NATURAL_WORDS_PER_S, TAIL_S, plan_shots
from reelwright.stages.writing_tokens import answer_tokens

CAMERA_WORDS = {
    "framings": [framing.value for framing in Framing],
    "angles": [angle.value for angle in Angle],
    "movements": [movement.value for movement in Movement],
}
"""What a writer may say of the camera: inputs of the prompts that ask for shots."""
_ANGLES = (Angle.EYE_LEVEL, Angle.LOW, Angle.HIGH, Angle.OVER_SHOULDER)


def break_into_shots_request(
    brief: Brief, template: StoryTemplate, story: Story, *, note: str = "", complaint: str = ""
) -> TextRequest[ShotsDraft]:
    """Ask for the shots of a story, one per planned slot.

    Args:
        brief: What was asked for.
        template: The chosen template.
        story: Stage 1's story.
        note: A director's wish in words.
        complaint: What was wrong with the last answer.
    """
    inputs = BreakIntoShotsInputs(
        prompt=brief.prompt,
        mood=brief.mood,
        style=choose_look(brief),
        template=template.slug,
        story=story,
        plan=plan_shots(template, brief.duration_s, brief.rate),
        note=note,
    )
    prompt = render(
        "break_into_shots",
        task=inputs,
        complaint=complaint,
        **CAMERA_WORDS,
    )
    tokens = answer_tokens("break_into_shots", len(inputs.plan))
    return TextRequest("break_into_shots", inputs, prompt, ShotsDraft, brief.film_seed, tokens)


def read_shots(output: ShotsDraft, brief: Brief, template: StoryTemplate, story: Story) -> tuple[Shot, ...]:
    """The shots, on the planned clock, with presence and camera set right where the template or the craft demands it.

    Staging is still empty: ``stage_shot`` reads it from the words.

    Raises:
        ReplyUnreadable: If the number of shots is not the planned one.
    """
    plan = plan_shots(template, brief.duration_s, brief.rate)
    if len(output.shots) != len(plan):
        raise ReplyUnreadable(f"shots: {len(output.shots)} were given, exactly {len(plan)} are needed, one per row")
    drafts = _varied(output.shots)
    return tuple(
        _shot(slot, draft, line, story, brief) for slot, draft, line in zip(plan, drafts, story.lines, strict=True)
    )


def window(text: str, duration_s: float) -> VoiceOver:
    """The voice-over of a shot with the window it is expected to take; the recording settles it later."""
    if not text:
        return VoiceOver()
    spoken_s = len(text.split()) / NATURAL_WORDS_PER_S
    return VoiceOver(text=text, start_s=LEAD_S, end_s=round(min(LEAD_S + spoken_s, duration_s - TAIL_S / 2), 3))


def _varied(drafts: tuple[ShotDraft, ...]) -> list[ShotDraft]:
    """No two neighbours of the same framing and angle, and all sideways moves one way, on one side of the action.

    The later of two equal neighbours takes the next angle that suits it.
    """
    way = next((side for draft in drafts if (side := _side(draft.movement))), "")
    kept: list[ShotDraft] = []
    for draft in drafts:
        if _side(draft.movement) not in ("", way):
            draft = draft.model_copy(update={"movement": Movement(draft.movement.split()[0] + f" {way}")})
        if kept and (draft.framing, draft.angle) == (kept[-1].framing, kept[-1].angle):
            other = next(angle for angle in _ANGLES if angle is not draft.angle)
            draft = draft.model_copy(update={"angle": other})
        kept.append(draft)
    return kept


def _side(movement: Movement) -> str:
    """Where a sideways move goes: ``left`` or ``right``."""
    side = movement.value.rpartition(" ")[2]
    return side if side in ("left", "right") else ""


def _shot(slot: PlannedShot, draft: ShotDraft, line: Line, story: Story, brief: Brief) -> Shot:
    return Shot(
        id=_stable_id(brief, slot),
        number=slot.number,
        story_beat=slot.beat,
        scene_heading=draft.heading,
        frame_count=slot.frame_count,
        action_description=draft.action,
        presence=_presence(slot, draft, story),
        camera={  # type: ignore[arg-type]  # validated into a Camera
            "angle": draft.angle,
            "movement": draft.movement,
            "framing": draft.framing,
            "lens_note": lens_note(draft.framing),
        },
        lighting=lighting_of(draft),
        prompts=Prompts(negative_prompt=negative_prompt(brief)),
        emotional_tone=draft.tone or slot.emotion,
        voice_over=window(line.text, slot.duration_s),
    )


def _stable_id(brief: Brief, slot: PlannedShot) -> str:
    """An id that says nothing of the position, so that moving a shot changes none of its pictures."""
    return f"s{derived_seed('shot', brief.film_seed, slot.beat, slot.part, slot.number):08x}"


def _presence(slot: PlannedShot, draft: ShotDraft, story: Story) -> Presence:
    """What the draft wishes, within what the template and the subject allow."""
    has_product = story.subject.type in ("product", "both")
    has_person = story.subject.type in ("character", "both")
    product = (
        has_product and slot.product != "hidden" and (draft.product or slot.product == "first" or slot.carries_call)
    )
    person = has_person and draft.person
    return Presence(
        character_visible=person,
        character_timing="throughout" if person else "never",
        product_visible=product,
        product_timing="throughout" if product else "never",
    )
