"""The ``enhanced_prompt`` of a scene's shot: composed in a form from which the plain action is read back."""

import re
from collections.abc import Sequence

from reelwright.film.scenario import FilmStyle
from reelwright.film.shot import Angle, Framing, Movement, Prompts, Shot
from reelwright.film.story import Character

_FRAMINGS = {
    Framing.EXTREME_WIDE: ("Extreme wide shot", "a small figure in a great space, one strong line leading in"),
    Framing.WIDE: ("Wide shot", "the whole place readable, weight on one third, depth in three layers"),
    Framing.MEDIUM_WIDE: ("Medium wide shot", "figure from the knees up, room to move into"),
    Framing.MEDIUM: ("Medium shot", "from the waist up, eyes on the upper third"),
    Framing.MEDIUM_CLOSE: ("Medium close-up", "from the chest up, background dissolving"),
    Framing.CLOSE_UP: ("Close-up", "the face or thing fills the frame, eye-line kept"),
    Framing.EXTREME_CLOSE_UP: ("Extreme close-up", "one detail from edge to edge"),
    Framing.INSERT: ("Insert shot", "one thing and the hands at it, nothing else"),
}
_ANGLES = {
    Angle.EYE_LEVEL: "at eye level",
    Angle.LOW: "from a low angle",
    Angle.HIGH: "from a high angle",
    Angle.TOP: "from straight above",
    Angle.OVER_SHOULDER: "over the shoulder",
    Angle.POV: "as a point of view",
}
_MOVES = {
    Movement.STATIC: "the camera does not move",
    Movement.PUSH_IN: "the camera pushes in slowly",
    Movement.PULL_OUT: "the camera pulls back slowly",
    Movement.DOLLY_LEFT: "the camera glides to the left",
    Movement.DOLLY_RIGHT: "the camera glides to the right",
    Movement.PAN_LEFT: "the camera pans left",
    Movement.PAN_RIGHT: "the camera pans right",
    Movement.TILT_UP: "the camera tilts up",
    Movement.TILT_DOWN: "the camera tilts down",
    Movement.TRACKING: "the camera keeps pace beside",
    Movement.ORBIT: "the camera circles slowly",
    Movement.HANDHELD: "the camera breathes, handheld",
}
_LABELS = ("Light", "Lens", "Composition", "Look", "Palette", "Mood", "Place", "Style", "Camera", "Lighting", "Colour",
           "Color", "Negative")  # fmt: skip
_LABELLED = re.compile(rf"\b(?:{'|'.join(_LABELS)}): [^.]*(?:\.|$)(?:\d[^.]*\.)*\s*")
_OPENING = re.compile(
    rf"^(?:{'|'.join(opening for opening, _ in _FRAMINGS.values())})\s+(?:{'|'.join(_ANGLES.values())})[.:]\s*",
    re.IGNORECASE,
)
_CRAFT = re.compile(
    r"\b(?:shallow |deep )?depth of field\b|\bfilm noir\b|\bfield of view\b|\b(?:film )?stock\b|\bbokeh\b|\b\d+ ?mm\b"
    r"|\b(?:cinematic|photorealistic|highly detailed|masterpiece|8k|4k|volumetric|anamorphic)\b",
    re.IGNORECASE,
)
"""Words of craft that name no place and no thing."""
_AGAIN = "The exact same "


def scene_prompts(
    shot: Shot, cast: Sequence[Character], style: FilmStyle | None, style_words: str, seen: Sequence[str] = ()
) -> Prompts:
    """All that a picture model is told of a shot.

    Args:
        shot: With action, camera, light, mood, heading; its negative prompt is kept.
        cast: Whose descriptions go in word for word, for whom the shot names.
        style: The style preset, if there is one.
        style_words: The style as it was asked for.
        seen: Characters that earlier shots show.
    """
    opening, composition = _FRAMINGS[shot.camera.framing]
    place = re.sub(r"^(?:INT|EXT|EST|INT\./EXT|I/E)\.? ", "", shot.scene_heading).lower()
    look = style.style if style else style_words
    parts = [
        f"{opening} {_ANGLES[shot.camera.angle]}.",
        shot.action_description,
        _labelled("Place", place),
        _labelled("Light", shot.lighting.setup),
        _labelled("Lens", shot.camera.lens_note),
        _labelled("Composition", composition),
        _labelled("Look", look),
        _labelled("Palette", style.palette if style else ""),
        _labelled("Mood", shot.emotional_tone),
    ]
    body = " ".join(part for part in parts if part)
    return prompts_of(recast(body, shot.characters, cast, seen), shot)


def prompts_of(image_prompt: str, shot: Shot) -> Prompts:
    """The prompts that follow from a shot's picture prompt: its first and last instant, and the motion."""
    first, *others = image_prompt.split("\n")
    rest = "".join(f"\n{line}" for line in others)
    return Prompts(
        image_prompt=image_prompt,
        start_image_prompt=f"The first instant, before it happens. {first}{rest}",
        end_image_prompt=f"The last instant, after it happened. {first}{rest}",
        motion_prompt=f"{_capital(_MOVES[shot.camera.movement])}. {shot.action_description}".strip(),
        negative_prompt=shot.prompts.negative_prompt,
    )


def recast(prompt: str, names: Sequence[str], cast: Sequence[Character], seen: Sequence[str] = ()) -> str:
    """The prompt with one line for each character that the shot names, the description byte for byte.

    Lines about members of the cast that stand there already are replaced.
    """
    known = {one.name.lower(): one for one in cast}
    body = "\n".join(line for line in prompt.split("\n") if _name_of(line).lower() not in known)
    lines = [
        f"{_AGAIN if one.name in seen else ''}{one.name}: {one.description}"
        for name in names
        if (one := known.get(name.lower())) is not None and one.description
    ]
    return "\n".join([body.rstrip(), *lines]).strip()


def action_in(prompt: str, cast: Sequence[Character] = ()) -> str:
    """What happens in a prompt, without camera, light, look and the lines about the cast."""
    known = {one.name.lower() for one in cast}
    body = " ".join(line for line in prompt.split("\n") if _name_of(line).lower() not in known)
    bare = _LABELLED.sub("", _OPENING.sub("", body.strip()))
    bare = re.sub(r"\s*(?:[,;]\s*)+(?=[.,;]|$)", "", re.sub(r"\s+([,.;])", r"\1", _CRAFT.sub("", bare)))
    return " ".join(bare.split()).strip(" ,;") or " ".join(body.split())


def _name_of(line: str) -> str:
    name, colon, _ = line.removeprefix(_AGAIN).partition(": ")
    return name.strip() if colon else ""


def _labelled(label: str, text: str) -> str:
    bare = text.strip().rstrip(".")
    return f"{label}: {bare.replace('. ', ', ')}." if bare else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
