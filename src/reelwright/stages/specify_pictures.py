"""Stage 3: what a picture model is told, with the descriptions of the story put in verbatim by code."""

import re
from collections.abc import Sequence

from reelwright.film.base import HexColor
from reelwright.film.brief import Brief
from reelwright.film.shot import Framing, Prompts, Shot
from reelwright.film.story import ConsistencyMarkers, Story
from reelwright.film.writing import PictureDraft, SpecifyPictureInputs
from reelwright.ports import TextRequest
from reelwright.prompts.render import render
from reelwright.stages.choose_look import choose_look, described_look
from reelwright.stages.colors import color_name
from reelwright.stages.negative_prompt import NEGATIVE_PROMPT
from reelwright.stages.write_story import shortened
from reelwright.stages.writing_tokens import answer_tokens

MIN_PROMPT_WORDS, MAX_PROMPT_WORDS = 80, 150
_MAX_ACTION_WORDS = 26

_FRAMINGS = {
    "extreme wide": "Extreme wide shot, figure small in the place",
    "wide": "Wide shot, the whole place readable",
    "medium wide": "Medium wide shot from the knees up",
    "medium": "Medium shot from the waist up",
    "medium close-up": "Medium close-up from the chest up",
    "close-up": "Close-up filling the frame",
    "extreme close-up": "Extreme close-up on one detail",
    "insert": "Insert shot of the object alone",
}
_HANDS = "Insert shot of the hands at work"
_ANGLES = {
    "POV": "POV with only the person's own hands in view",
    "top": "seen straight from above",
    "over the shoulder": "over the shoulder, the back of the head near the lens",
}
_MOVES = {
    "static": "Locked-off camera",
    "push-in": "Slow push-in towards the subject",
    "pull-out": "Slow pull-out that opens the space",
    "dolly left": "Smooth dolly to the left, foreground sliding past",
    "dolly right": "Smooth dolly to the right, foreground sliding past",
    "pan left": "Gentle pan to the left",
    "pan right": "Gentle pan to the right",
    "tilt up": "Gentle tilt upwards",
    "tilt down": "Gentle tilt downwards",
    "tracking": "Tracking beside the subject at its own pace",
    "orbit": "Slow orbit around the subject",
    "handheld": "Handheld with a breathing, restless sway",
}
_FILLERS = (
    "Composed on thirds with clear foreground, middle ground and background, and one centre of attention",
    "Natural materials and believable texture, edges softened by depth of field",
    "No lettering apart from the label of the product itself",
    "Calm negative space is left where captions may stand",
)


def specify_picture_request(
    brief: Brief, story: Story, markers: ConsistencyMarkers, shot: Shot, *, note: str = "", complaint: str = ""
) -> TextRequest[PictureDraft]:
    """Ask for the pictures of one shot; all shots can be asked for side by side.

    Args:
        brief: What was asked for.
        story: Stage 1's story.
        markers: From ``consistency_markers``.
        shot: The shot to specify, already staged.
        note: A director's wish in words.
        complaint: What was wrong with the last answer.
    """
    inputs = SpecifyPictureInputs(
        prompt=brief.prompt, style=choose_look(brief), story=story, markers=markers, shot=shot, note=note
    )
    prompt = render("specify_picture", task=inputs, complaint=complaint)
    tokens = answer_tokens("specify_picture")
    return TextRequest("specify_picture", inputs, prompt, PictureDraft, brief.film_seed, tokens)


def consistency_markers(brief: Brief, story: Story, shots: Sequence[Shot]) -> ConsistencyMarkers:
    """What every picture shares, composed from the story and the staged shots."""
    palette = next((shot.staging.palette for shot in shots if shot.staging.palette), ())
    lights = [shot.lighting.color_temperature or shot.lighting.setup for shot in shots]
    subject = " ".join(
        part for part in (story.subject.character_description, story.subject.product_description) if part
    )
    return ConsistencyMarkers(
        subject_description=subject,
        style=described_look(choose_look(brief)),
        color_palette=palette_words(palette),
        lighting=next((light for light in lights if light), "soft natural light"),
        mood=brief.mood or next((shot.emotional_tone for shot in reversed(shots) if shot.emotional_tone), "calm"),
    )


def read_picture(draft: PictureDraft, story: Story, markers: ConsistencyMarkers, shot: Shot) -> Shot:
    """The shot with its prompts: 80 to 150 words each, the descriptions verbatim.

    A negative prompt that a shot already carries is kept.
    """
    subject = _subject_sentences(shot, story)
    shared = _shared_sentences(shot, markers)
    prompts = Prompts(
        image_prompt=_composed(draft.image, subject, shared),
        start_image_prompt=_composed(
            _instant("First frame: just before", draft.start, "What follows", shot), subject, shared
        ),
        end_image_prompt=_composed(
            _instant("Last frame: just after", draft.end, "What went before", shot), subject, shared
        ),
        motion_prompt=_motion(shot, draft),
        negative_prompt=shot.prompts.negative_prompt or NEGATIVE_PROMPT,
    )
    return shot.model_copy(update={"prompts": prompts})


def _instant(when: str, seen: str, beside: str, shot: Shot) -> str:
    """A first or last frame: what is seen, and the action that it stands beside."""
    place = re.sub(r"^(INT|EXT)\. ", "", shot.scene_heading).split(" - ")[0].lower()
    action = " ".join(shot.action_description.rstrip(".").split()[:_MAX_ACTION_WORDS]).rstrip(",;:")
    where = f" in the {place}" if place else ""
    return f"{when} the action{where}: {seen.rstrip('.')}. {beside}: {_lower_first(action)}."


def _subject_sentences(shot: Shot, story: Story) -> list[str]:
    """The descriptions, verbatim; from the second shot on they say that it is the exact same subject."""
    again = "The exact same" if shot.number > 1 else "The"
    found: list[str] = []
    if shot.presence.character_visible and story.subject.character_description:
        found.append(f"{again} person: {story.subject.character_description}")
    if shot.presence.product_visible and story.subject.product_description:
        found.append(f"{again} product: {story.subject.product_description}")
    if not found and shot.number > 1:
        found.append("The exact same world, light and palette as the shots before")
    return found


def _shared_sentences(shot: Shot, markers: ConsistencyMarkers) -> list[str]:
    light = ", ".join(part for part in (shot.lighting.setup, shot.lighting.color_temperature) if part)
    place = shot.scene_heading or f"{shot.staging.setting.replace('_', ' ')}, {shot.staging.time_of_day}"
    framing, angle = shot.camera.framing, shot.camera.angle
    size = _HANDS if framing is Framing.INSERT and shot.presence.character_visible else _FRAMINGS[framing.value]
    view = _ANGLES.get(angle.value, angle.value) if shot.presence.character_visible else angle.value
    return [
        f"{size}, {view}",
        f"Light: {light or markers.lighting}",
        markers.style,
        f"Palette: {markers.color_palette}",
        f"Place: {place.lower().removeprefix('int. ').removeprefix('ext. ')}",
        f"Mood: {markers.mood}",
        *([shot.camera.lens_note[:1].upper() + shot.camera.lens_note[1:]] if shot.camera.lens_note else []),
        *_FILLERS,
    ]


def _composed(draft: str, subject: list[str], shared: list[str]) -> str:
    """Draft, subject, then as many shared sentences as it takes; 80 to 150 words."""
    fixed = sum(len(part.split()) for part in subject)
    room = MAX_PROMPT_WORDS - fixed - len(" ".join(shared[:2]).split())
    opening = " ".join(draft.split())
    if len(opening.split()) > max(room, 12):
        opening = shortened(opening, max(room, 12))
    sentences = [_sentence(part) for part in (opening, *subject)]
    for index, part in enumerate(shared):
        words = len(" ".join(sentences).split())
        enough = words >= MIN_PROMPT_WORDS and index >= len(shared) - len(_FILLERS)
        if not enough and words + len(part.split()) <= MAX_PROMPT_WORDS:
            sentences.append(_sentence(part))
    return " ".join(sentences)


def _sentence(text: str) -> str:
    bare = text.strip().rstrip(",;:")
    return bare if bare.endswith((".", "!", "?")) else bare + "."


_SMALL = re.compile(
    "(an?|the|his|her|its|their|this|that|these|those|one|two|three|some|no|in|on|at|from|under|over|behind|beside"
    "|inside|outside|through|across|seen|somebody|people|hands) ",
    re.IGNORECASE,
)


def _lower_first(text: str) -> str:
    """The text inside a sentence: a small first letter, unless a name may stand there."""
    return text[:1].lower() + text[1:] if _SMALL.match(text) else text


def camera_move(shot: Shot) -> str:
    """How the camera moves in a shot, in words."""
    return _MOVES[shot.camera.movement.value]


def _motion(shot: Shot, draft: PictureDraft) -> str:
    """Camera, subject, the world around it, pace."""
    life = draft.motion or "Small natural movements only"
    pace = "slow motion, 120 fps" if shot.camera.framing.value in ("insert", "extreme close-up") else "real time"
    parts = [camera_move(shot), life, _surroundings(shot), pace]
    return " ".join(_sentence(part[:1].upper() + part[1:]) for part in parts if part)


_AIR = {
    "steam": "steam curling", "dust": "dust turning in the light", "petals": "petals drifting",
    "sparkle": "glints winking", "neon": "neon flickering",
    "fire": "flames moving", "stars": "stars twinkling", "confetti": "confetti falling",
    "splash": "water splashing", "bokeh": "far lights shimmering",
}  # fmt: skip
_WEATHER = {"rain": "rain falling steadily", "snow": "snow falling softly", "fog": "fog drifting low"}
_LIVES = {
    "street": "passing lights behind", "cafe": "people moving softly behind", "restaurant": "candles flickering",
    "beach": "waves rolling in", "mountain": "wind and thin cloud over the ridge", "field": "grass bending in the wind",
    "steppe": "grass bending in long waves", "farm": "leaves moving in the wind", "forest": "leaves stirring",
    "kitchen": "window light wavering", "living_room": "the curtain breathing", "bedroom": "the curtain breathing",
    "train": "the landscape sliding past", "stage": "haze drifting in the beam", "studio": "haze drifting in the beam",
}  # fmt: skip


def _surroundings(shot: Shot) -> str:
    """What moves around the subject: weather, air, the crowd, the life of the place; at most two of them."""
    staging = shot.staging
    moving = [_WEATHER[staging.weather]] if staging.weather in _WEATHER else []
    moving += [_AIR[effect] for effect in staging.effects if effect in _AIR]
    moving += ["people crossing in the background"] if staging.crowd != "none" else []
    moving += [_LIVES[staging.setting]] if staging.setting in _LIVES else []
    return ", ".join(moving[:2])


def palette_words(palette: tuple[HexColor, ...]) -> str:
    """The names of the colours, each once, dark to light."""
    names: list[str] = []
    for color in palette:
        name = color_name(color)
        if name not in names:
            names.append(name)
    return ", ".join(names) or "restrained natural colours"
