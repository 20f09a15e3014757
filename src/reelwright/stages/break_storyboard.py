"""A story in panels: asked of a writer, checked, the character put in by its token, and made into shots."""

import re
from dataclasses import dataclass
from typing import Any

from reelwright.errors import ReplyUnreadable
from reelwright.film.base import derived_seed
from reelwright.film.board import MIN_PANELS, BoardScene, BoardWishes, PanelCamera
from reelwright.film.brief import Brief
from reelwright.film.shot import Angle, Camera, Framing, Lighting, Movement, Presence, Prompts, Shot
from reelwright.film.story import Narrative, Story, Subject
from reelwright.film.writing import BoardDraft, BreakStoryboardInputs, PanelDraft
from reelwright.ports import TextRequest
from reelwright.prompts.render import render
from reelwright.stages.board_prompts import WINDOW_TOKENS, encoder_tokens, negative_prompt, panel_prompt
from reelwright.stages.choose_look import choose_look
from reelwright.stages.leave_out_looks import leave_out_looks
from reelwright.stages.lexicon import found_words, meaning, table
from reelwright.stages.stage_product import product_look
from reelwright.stages.stage_shot import stage_shot
from reelwright.stages.token_for_name import token_for_name
from reelwright.stages.writing_tokens import answer_tokens

PANEL_S = 3.0
"""How long a panel stands when its storyboard is shot as a film."""
_CAMERAS = {
    PanelCamera.EXTREME_WIDE: (Framing.EXTREME_WIDE, Angle.EYE_LEVEL),
    PanelCamera.WIDE: (Framing.WIDE, Angle.EYE_LEVEL),
    PanelCamera.MEDIUM: (Framing.MEDIUM, Angle.EYE_LEVEL),
    PanelCamera.CLOSE_UP: (Framing.CLOSE_UP, Angle.EYE_LEVEL),
    PanelCamera.EXTREME_CLOSE_UP: (Framing.EXTREME_CLOSE_UP, Angle.EYE_LEVEL),
    PanelCamera.POV: (Framing.MEDIUM_WIDE, Angle.POV),
    PanelCamera.LOW: (Framing.MEDIUM_WIDE, Angle.LOW),
    PanelCamera.HIGH: (Framing.WIDE, Angle.HIGH),
    PanelCamera.OVER_SHOULDER: (Framing.MEDIUM, Angle.OVER_SHOULDER),
}
_SPARE = (PanelCamera.MEDIUM, PanelCamera.CLOSE_UP, PanelCamera.WIDE, PanelCamera.LOW)
_FEWEST_CAMERAS = 4
_TITLE_CHARACTERS = 72
_HANDS = re.compile(r"\b(?:hands?|fingers)\b", re.IGNORECASE)
_ALIKE = 0.8
"""Share of words in common from which two panels show the same."""
_OUTSIDE = ("street", "mountain", "beach", "harbour", "desert", "field", "farm", "garden", "forest", "rooftop", "road",
            "market", "space")  # fmt: skip


@dataclass(frozen=True)
class Board:
    """A storyboard that was read: its panels as shots, what they tell, and what its maker should know."""

    shots: tuple[Shot, ...]
    story: Story
    notes: tuple[str, ...]


def break_storyboard_request(brief: Brief, *, note: str = "", complaint: str = "") -> TextRequest[BoardDraft]:
    """Ask for the panels of a story.

    Args:
        brief: A storyboard's, with its wishes.
        note: A director's wish in words.
        complaint: What was wrong with the last answer.
    """
    wishes = wishes_of(brief)
    inputs = BreakStoryboardInputs(
        story=brief.prompt,
        panel_count=wishes.panel_count,
        token=wishes.token,
        mood=brief.mood,
        style=choose_look(brief),
        note=note,
    )
    prompt = render("break_storyboard", task=inputs, complaint=complaint, cameras=[one.value for one in PanelCamera])
    tokens = answer_tokens("break_storyboard", wishes.panel_count) + (0 if wishes.token else 50)
    return TextRequest("break_storyboard", inputs, prompt, BoardDraft, brief.film_seed, tokens)


def wishes_of(brief: Brief) -> BoardWishes:
    """What a storyboard's brief asks for."""
    return brief.board or BoardWishes()


def read_storyboard(output: BoardDraft, brief: Brief, *, as_it_is: bool = False) -> Board:
    """The panels as shots, with their prompts; staging is still empty.

    Args:
        output: The writer's answer.
        brief: What was asked for.
        as_it_is: Take what cannot be mended, and say so, rather than refuse it: for when the writer was asked enough.

    Raises:
        ReplyUnreadable: If panels are missing, alike or all seen alike, or clothes and looks cannot be cut out; names
            each panel and phrase.
    """
    wishes, notes = wishes_of(brief), list[str]()
    drafts = _counted(output.panels, wishes.panel_count, notes, as_it_is=as_it_is)
    drafts = [_by_token(draft, number, wishes, notes) for number, draft in enumerate(drafts, 1)]
    complaints = [*_repeats(drafts), *_looks_left(drafts, wishes), *_unnamed(drafts, wishes)]
    drafts = _varied(drafts, notes)
    complaints += _dull(drafts)
    if complaints and not as_it_is:
        raise ReplyUnreadable("; ".join(complaints))
    notes += complaints
    character = "" if wishes.token else output.character.strip()
    story = _story(brief, output, wishes)
    shots, place, time = list[Shot](), "", ""
    for number, draft in enumerate(drafts, 1):
        place = _word(draft.description, "settings") or place
        time = meaning(draft.description, table("places")["times"], time)
        heading = _heading(place or _word(brief.prompt, "settings"), time or _time(brief))
        product = story.subject.product_description if _shows_product(draft, story.subject, brief) else ""
        prompt = panel_prompt(
            draft,
            character=character,
            product=product,
            look=choose_look(brief),
            time=meaning(heading, table("places")["times"], ""),
            condenses=wishes.condenses,
        )
        notes += [f"panel {number}: {prompt.note}"] if prompt.note else []
        shots.append(_shot(number, draft, heading, prompt.text, brief, shows_product=bool(product)))
    notes += _long_prompts(shots, wishes)
    return Board(tuple(shots), story, tuple(notes))


def stage_panels(board: Board, brief: Brief) -> tuple[Shot, ...]:
    """The panels with the staging that the built-in artist draws from; who is seen alone need not be the lead."""
    found: list[Shot] = []
    for shot in board.shots:
        other = "" if shot.presence.character_visible else _other_person(shot.action_description)
        if not other:
            found.append(stage_shot(shot, board.story.subject, brief))
            continue
        seen = Presence(character_visible=True, character_timing="throughout")
        subject = Subject(type="character", character_description=other)
        staged = stage_shot(shot.model_copy(update={"presence": seen}), subject, brief)
        # Without its mark the staging counts as chosen, and a shot list keeps this person.
        staging = staged.staging.model_copy(update={"derived": ""})
        found.append(staged.model_copy(update={"presence": shot.presence, "staging": staging}))
    return tuple(found)


def _other_person(words: str) -> str:
    """Somebody who is no lead, with the words about them: ``a woman in red``."""
    others = "|".join(re.escape(one) for one in sorted(table("appearance")["others"], key=len, reverse=True))
    found = re.search(
        rf"(?:[\w-]+\s+){{0,2}}\b(?:{others})\b(?:\s+in\s+(?:an?\s+)?[\w-]+(?:\s+[\w-]+)?)?", words, re.IGNORECASE
    )
    return found.group(0) if found else ""


def unused_wishes(brief: Brief) -> tuple[str, ...]:
    """What was asked for and the chosen painter does not use; it is kept in the brief."""
    wishes, usual = wishes_of(brief), BoardWishes()
    options = ("lora_path", "lora_strength", "inference_steps", "guidance_scale", "device")
    given = [name for name in options if getattr(wishes, name) != getattr(usual, name)]
    if not given or brief.models.image.partition(":")[0] != "builtin":
        return ()
    named = ", ".join(_OPTIONS.get(name, f"--{name.replace('_', '-')}") for name in given)
    return (
        f"the built-in artist does not use {named}: kept for a painter that does; sdxl_prompts.json has the prompts",
    )


_OPTIONS = {"inference_steps": "--num-inference-steps"}


def scenes_of(shots: tuple[Shot, ...]) -> tuple[BoardScene, ...]:
    """The panels as ``scene_breakdown.json`` names them."""
    return tuple(
        BoardScene(
            frame=shot.number,
            description=shot.action_description,
            camera=camera_of(shot.camera),
            mood=shot.emotional_tone,
        )
        for shot in shots
    )


def camera_of(camera: Camera) -> str:
    """A camera in the words of a storyboard; one that a person has edited is told by size and angle."""
    if camera.framing is Framing.INSERT:
        return PanelCamera.EXTREME_CLOSE_UP.value
    for known, (framing, angle) in _CAMERAS.items():
        if (camera.framing, camera.angle) == (framing, angle):
            return known.value
    return f"{camera.framing.value}, {camera.angle.value}"


def _counted(panels: tuple[PanelDraft, ...], wanted: int, notes: list[str], *, as_it_is: bool) -> list[PanelDraft]:
    """As many panels as were asked for; at the worst fewer, but never under six."""
    if len(panels) == wanted:
        return list(panels)
    said = f"panels: {len(panels)} were given, exactly {wanted} are needed"
    if not as_it_is or len(panels) < MIN_PANELS:
        raise ReplyUnreadable(said)
    notes.append(f"{said}; the storyboard has {min(len(panels), wanted)}")
    return list(panels[:wanted])


def _by_token(draft: PanelDraft, number: int, wishes: BoardWishes, notes: list[str]) -> PanelDraft:
    """A panel in which the character is its token, named once, without the clothes and looks that go with it."""
    description = " ".join(draft.description.split())
    if not wishes.token:
        return draft.model_copy(update={"description": description})
    named = token_for_name(description, wishes.token, is_seen=draft.lead)
    bare = leave_out_looks(named, wishes.token)
    if bare.cut:
        said = ", ".join(repr(one) for one in bare.cut)
        notes.append(f"panel {number}: {said} was cut; {wishes.token} stands for clothes and looks")
    before, names, _ = bare.text.partition(wishes.token)
    is_seen = bool(names) and not _other_person(before)
    return draft.model_copy(update={"description": bare.text, "lead": is_seen or draft.lead})


def _looks_left(drafts: list[PanelDraft], wishes: BoardWishes) -> list[str]:
    if not wishes.token:
        return []
    found = {number: leave_out_looks(draft.description, wishes.token).left for number, draft in enumerate(drafts, 1)}
    return [
        f"panel {number}: {', '.join(map(repr, left))} describes clothes or looks, which {wishes.token} stands for"
        for number, left in found.items()
        if left
    ]


def _unnamed(drafts: list[PanelDraft], wishes: BoardWishes) -> list[str]:
    if not wishes.token:
        return []
    missing = [number for number, draft in enumerate(drafts, 1) if draft.lead and wishes.token not in draft.description]
    return [f"panel {number}: the main character is seen, but not as {wishes.token!r}" for number in missing]


def _repeats(drafts: list[PanelDraft]) -> list[str]:
    """Panels that show what an earlier one shows."""
    bags = [set(re.findall(r"[^\W_]{3,}", draft.description.lower())) for draft in drafts]
    return [
        f"panel {later + 1} repeats panel {earlier + 1}"
        for later in range(len(bags))
        for earlier in range(later)
        if len(bags[later] & bags[earlier]) >= _ALIKE * max(1, len(bags[later] | bags[earlier]))
    ][:4]


def _varied(drafts: list[PanelDraft], notes: list[str]) -> list[PanelDraft]:
    """No two neighbours seen alike: the later one takes a camera that is rarest so far."""
    kept: list[PanelDraft] = []
    for at, draft in enumerate(drafts):
        if kept and draft.camera is kept[-1].camera:
            after = drafts[at + 1].camera if at + 1 < len(drafts) else None
            used = [one.camera for one in kept]
            free = [one for one in _SPARE if one not in (draft.camera, after)]
            other = min(free, key=used.count)
            notes.append(f"panel {at + 1}: a {draft.camera.value} again; drawn as a {other.value}")
            draft = draft.model_copy(update={"camera": other})
        kept.append(draft)
    return kept


def _dull(drafts: list[PanelDraft]) -> list[str]:
    used = list(dict.fromkeys(draft.camera.value for draft in drafts))
    if len(used) >= _FEWEST_CAMERAS:
        return []
    return [f"camera: only {', '.join(used)}; use at least {_FEWEST_CAMERAS}, as wide, medium, close-up and POV"]


def _word(text: str, lists: str) -> str:
    """The first word of a lexicon's lists that a text names."""
    known: dict[str, list[str]] = table("places")[lists]
    return next(iter(found_words(text, [word for words in known.values() for word in words])), "")


def _time(brief: Brief) -> str:
    return meaning(f"{brief.prompt} {brief.mood}", table("places")["times"], "")


def _long_prompts(shots: list[Shot], wishes: BoardWishes) -> list[str]:
    """Says which prompts are longer than a text encoder's window, or what condensing them left out."""
    sizes = {shot.number: encoder_tokens(shot.prompts.image_prompt) for shot in shots}
    long = [number for number, tokens in sizes.items() if tokens > WINDOW_TOKENS]
    if not long:
        return []
    said = f"panels {', '.join(map(str, long))}" if len(long) > 1 else f"panel {long[0]}"
    return [
        f"{said}: prompts of up to about {max(sizes.values())} tokens; a text encoder reads {WINDOW_TOKENS} at once, so"
        " encode them in chunks, or have them condensed"
    ]


def _heading(place: str, time: str) -> str:
    """``EXT. STEPPE - DUSK``; a place that a panel does not name is that of the panel before."""
    if not place:
        return time.upper()
    inside = "EXT" if meaning(place, table("places")["settings"], "") in _OUTSIDE else "INT"
    return f"{inside}. {place.upper()}" + (f" - {time.upper()}" if time else "")


def _shot(number: int, draft: PanelDraft, heading: str, prompt: str, brief: Brief, *, shows_product: bool) -> Shot:
    framing, angle = _CAMERAS[draft.camera]
    if draft.camera is PanelCamera.EXTREME_CLOSE_UP and (shows_product or _HANDS.search(draft.description)):
        framing = Framing.INSERT
    time = meaning(heading, table("places")["times"], "")
    lights: dict[str, Any] = table("light")["times"]
    return Shot(
        id=f"p{derived_seed('panel', brief.film_seed, number):08x}",
        number=number,
        story_beat=draft.mood,
        scene_heading=heading,
        frame_count=max(1, round(PANEL_S * brief.rate)),
        action_description=draft.description,
        presence=Presence(
            character_visible=draft.lead,
            character_timing=_timing(draft.lead),
            product_visible=shows_product,
            product_timing=_timing(shows_product),
        ),
        camera=Camera(angle=angle, movement=Movement.STATIC, framing=framing),
        lighting=Lighting.model_validate(lights[time]) if time else Lighting(),
        emotional_tone=draft.mood,
        prompts=Prompts(image_prompt=prompt, negative_prompt=negative_prompt()),
    )


def _story(brief: Brief, output: BoardDraft, wishes: BoardWishes) -> Story:
    """What the panels tell, with the looks by which a painter without the token's LoRA draws the character."""
    kind = wishes.token.rpartition("_")[2] if wishes.token else ""
    looks = output.character.strip() or (f"A {kind}" if kind in table("appearance")["kinds"] else "")
    product = output.product.strip()
    logline = brief.prompt[:400]
    return Story(
        title=_title(brief.prompt),
        narrative=Narrative(logline=logline, setup="", development="", climax="", resolution=""),
        subject=Subject(
            type="both" if product else "character", character_description=looks, product_description=product
        ),
        lines=(),
    )


_LEADS_ON = re.compile(r"(?:\s+(?:a|an|the|his|her|their|its|on|in|at|to|of|and|with|for|from|by|through|across))+$")


def _title(story: str) -> str:
    """The story's first sentence, or as much of it as a heading holds."""
    first = re.split(r"(?<=[.!?])\s", story)[0].rstrip(" .")
    if len(first) <= _TITLE_CHARACTERS:
        return first
    return (
        _LEADS_ON.sub("", first[:_TITLE_CHARACTERS].rpartition(" ")[0] or first[:_TITLE_CHARACTERS]).rstrip(",;:")
        + "..."
    )


def _timing(is_seen: bool) -> str:
    return "throughout" if is_seen else "never"


def _shows_product(draft: PanelDraft, subject: Subject, brief: Brief) -> bool:
    """Whether a panel's words name what is sold."""
    if not subject.product_description:
        return False
    shape = product_look(subject, brief).shape
    return bool(found_words(draft.description, table("things")["shapes"].get(shape, ())))
