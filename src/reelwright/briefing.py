"""What code asks of the studio, read into a brief and a budget."""

from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Literal, TypedDict

from pydantic import ValidationError

from reelwright.errors import BadInput
from reelwright.film.asset import Asset
from reelwright.film.board import BoardWishes
from reelwright.film.brief import Aspect, Brief, FilmKind, Models
from reelwright.film.craft import MAX_ROUNDS
from reelwright.film.film import GateStage, Until
from reelwright.film.story import Character

Budget = Decimal | int | float | str | None
"""US dollars, ``"none"`` for no limit, or None for what the film has: a new one its estimate and a fifth more."""
PauseAfter = str | Iterable[str] | None
"""Stages after which to wait for a person: ``"story,frames"`` or a list; None is as before, ``""`` nowhere."""
_SHORT_SIDE_PX = 720
_NOT_OF_THE_BRIEF = ("until", "out", "new", "budget", "pause_after")


class MakeOptions(TypedDict, total=False):
    """What `make` takes beside the prompt; everything has a default."""

    kind: FilmKind
    shot_count: int | None
    cast: tuple[Character, ...]
    duration_s: float
    aspect: str
    width_px: int | None
    height_px: int | None
    rate: str
    template: str | None
    style: str
    mood: str
    negative: str
    voice: str
    wants_voice: bool
    pronunciations: dict[str, str]
    wants_music: bool
    music: str | Path | Asset | None
    wants_effects: bool
    burns_captions: bool
    wants_cards: bool
    seed: int
    single_stage: bool
    variations: int | None
    takes: int | None
    models: Models
    until: Until
    out: str | Path | None
    new: bool
    budget: Budget
    pause_after: PauseAfter


class BoardOptions(TypedDict, total=False):
    """What `storyboard` takes beside the story; everything has a default."""

    num_frames: int
    """6 to 10 (8)."""
    token: str
    """The trigger token by which alone the main character appears."""
    base_seed: int
    """Every panel has a seed of its own that derives from it."""
    num_inference_steps: int
    guidance_scale: float
    lora_path: str | Path | None
    lora_strength: float
    device: Literal["auto", "cpu", "cuda", "mps"]
    condense: bool
    """Whether prompts are brought under a text encoder's window."""
    style: str
    mood: str
    aspect: str
    width_px: int | None
    height_px: int | None
    models: Models
    dry_run: bool
    """Whether it stops after the breakdown."""
    out: str | Path | None
    new: bool
    budget: Budget


_WISHES = {
    "num_frames": "panel_count",
    "token": "token",
    "num_inference_steps": "inference_steps",
    "guidance_scale": "guidance_scale",
    "lora_strength": "lora_strength",
    "device": "device",
    "condense": "condenses",
}
_PANEL_S = 3.0


def board_brief_of(story: str, options: BoardOptions) -> Brief:
    """The brief of a storyboard, on paper unless a style is given.

    Raises:
        BadInput: Naming the value and what is allowed.
    """
    given: dict[str, Any] = dict(options)
    wishes = {name: given.pop(option) for option, name in _WISHES.items() if option in given}
    wishes["lora_path"] = _weights(given.pop("lora_path", None))
    for option in ("dry_run", "out", "new", "budget"):
        given.pop(option, None)
    try:
        board = BoardWishes.model_validate(wishes)
    except ValidationError as problem:
        raise _wrong_wish(problem) from problem
    seed = given.pop("base_seed", -1)
    wanted = {"style": "paper", **{name: value for name, value in given.items() if value is not None}}
    brief = brief_of(story, {**wanted, "seed": seed})  # type: ignore[typeddict-item]  # a storyboard takes fewer
    length_s = _PANEL_S * board.panel_count
    return brief.model_copy(update={"kind": FilmKind.STORYBOARD, "board": board, "duration_s": length_s})


def board_until(options: BoardOptions) -> Until:
    """How far a storyboard is made."""
    return Until.SHOTS if options.get("dry_run") else Until.FRAMES


def _wrong_wish(problem: ValidationError) -> BadInput:
    first = problem.errors(include_url=False)[0]
    option = next((one for one, name in _WISHES.items() if name == first["loc"][0]), str(first["loc"][0]))
    said = first["msg"][:1].lower() + first["msg"][1:]
    if option == "token":
        said = "a token is one word of 2 to 40 letters, digits, _ and -, a letter first: aldar_kose_man"
    shown = repr(first["input"])[:60]
    return BadInput(f"--{option.replace('_', '-')} {shown}: {said}", hint="`reelwright storyboard --help` shows all.")


def _weights(path: str | Path | None) -> str:
    """The path of a LoRA's weights.

    Raises:
        BadInput: If there is no such file, or it is no safetensors file: others can run code when they are loaded.
    """
    if path is None or not str(path):
        return ""
    whole = Path(path).expanduser().absolute()
    if whole.suffix != ".safetensors":
        raise BadInput(f"--lora-path {str(path)!r} is no .safetensors file", hint="Save the LoRA as safetensors.")
    if not whole.is_file():
        raise BadInput(f"--lora-path {str(path)!r}: there is no such file", hint="Name the file of the LoRA's weights.")
    return str(whole)


class EnhanceOptions(TypedDict, total=False):
    """What enhancing a prompt takes; everything has a default."""

    rounds: int
    """Rewritings at the most, 1 to 4; 4 unless given."""
    accept: bool
    """Writes the new prompts into the shot; the film's next run makes what depends on them."""
    budget: Budget
    """What the film may cost in all from now on; not given, the enhancement comes on top of its budget."""
    keep_trace: str | Path | None
    """Folder for the exchange as files."""


class PromptOptions(TypedDict, total=False):
    """What enhancing a prompt without a film takes; everything has a default."""

    subject: str
    """A description in it that must stay word for word."""
    style: str
    mood: str
    models: Models
    """Who writes; as set unless given."""
    rounds: int
    budget: Budget
    keep_trace: str | Path | None


def until_of(options: MakeOptions) -> Until:
    """How far a film is made: to its end unless given.

    Raises:
        BadInput: If there is no such stage.
    """
    wanted = options.get("until", Until.FILM)
    try:
        return Until(wanted)
    except ValueError as problem:
        allowed = ", ".join(until.value for until in Until)
        raise BadInput(f"until {str(wanted)[:40]!r}: allowed are {allowed}", hint="Try `until='story'`.") from problem


def chosen_models(known: Models, named: Mapping[str, str]) -> Models:
    """The known models with others in the place of those that are named by their part in the film.

    Raises:
        BadInput: If a name is written wrongly; names what is allowed.
    """
    try:
        return Models.model_validate({**known.model_dump(), **named})
    except ValidationError as problem:
        first = problem.errors(include_url=False)[0]
        part, said = str(first["loc"][0]), first["msg"].removeprefix("Value error, ")
        raise BadInput(
            f"--{part}-model {str(first['input'])[:80]!r}: {said}",
            hint='Write it like `--text-model "openrouter:a,anthropic:b; story=openai:c"`; `reelwright models` lists'
            " what can be chosen.",
        ) from problem


def cap_of(budget: Budget) -> Decimal | Literal["none"] | None:
    """A budget as it was given: dollars, ``"none"``, or None when nothing was said.

    Raises:
        BadInput: If it is no amount of dollars.
    """
    if budget is None:
        return None
    text = str(budget).strip().lower().removeprefix("$")
    if text == "none":
        return "none"
    try:
        amount = Decimal(text)
    except InvalidOperation:
        amount = Decimal(-1)
    if not amount.is_finite() or amount < 0:
        raise BadInput(
            f"the budget {str(budget)!r} is no amount of US dollars",
            hint="Write `--budget 2.50`, or `--budget none` for no limit.",
        )
    return amount


def rounds_of(options: EnhanceOptions | PromptOptions) -> int:
    """How often a prompt is rewritten at the most: 4 unless given.

    Raises:
        BadInput: If it is not 1 to 4.
    """
    rounds = options.get("rounds", MAX_ROUNDS)
    if not 1 <= rounds <= MAX_ROUNDS:
        raise BadInput(f"{rounds} rounds: a prompt is rewritten 1 to {MAX_ROUNDS} times", hint="Write `--rounds 4`.")
    return rounds


def gates_of(pause_after: PauseAfter) -> tuple[GateStage, ...] | None:
    """Where a film waits for a person, in the order of the stages; None when nothing was said.

    Raises:
        BadInput: If a stage has no gate.
    """
    if pause_after is None:
        return None
    names = pause_after.split(",") if isinstance(pause_after, str) else pause_after
    wanted = {name.strip() for name in names if name.strip()}
    allowed = [stage.value for stage in GateStage]
    unknown = sorted(wanted - set(allowed) - {"none"})
    if unknown:
        raise BadInput(
            f"--pause-after {unknown[0]!r}: a film can wait after {', '.join(allowed)}",
            hint="Write `--pause-after story,frames`, or `--pause-after none`.",
        )
    return tuple(stage for stage in GateStage if stage.value in wanted)


def brief_of(prompt: str, options: MakeOptions) -> Brief:
    """The brief of a request; the size follows the aspect with a short side of 720 unless given.

    Raises:
        BadInput: Naming the value and what is allowed.
    """
    given: dict[str, Any] = {key: value for key, value in options.items() if key not in _NOT_OF_THE_BRIEF}
    width_px, height_px = given.pop("width_px", None), given.pop("height_px", None)
    try:
        aspect = Aspect(given.get("aspect", Aspect.WIDE))
    except ValueError as problem:
        allowed = ", ".join(aspect.value for aspect in Aspect)
        raise BadInput(f"there is no aspect {given['aspect']!r}", hint=f"Choose one of {allowed}.") from problem
    size = _size(aspect, width_px, height_px, "aspect" in given)
    try:
        return Brief(prompt=prompt, **{**given, **size})
    except ValidationError as problem:
        first = problem.errors(include_url=False)[0]
        name = ".".join(str(part) for part in first["loc"])
        given_there = str(first["input"])
        shown = given_there if len(given_there) <= 40 else given_there[:40] + "..."
        if first["type"] == "string_too_long":
            said = f"has {len(given_there)} characters; allowed are {first.get('ctx', {}).get('max_length')}"
            raise BadInput(f"the {name} {shown!r} {said}", hint="Shorten it to what matters.") from problem
        if first["type"] == "string_too_short":
            raise BadInput(f"the {name} {shown!r} is empty", hint="Say in one line what is to be seen.") from problem
        said = first["msg"].removeprefix("Value error, ")
        hint = "`reelwright make --help` shows what is allowed."
        raise BadInput(f"{name} {shown!r} is wrong: {said[:1].lower()}{said[1:]}", hint=hint) from problem


def _size(aspect: Aspect, width_px: int | None, height_px: int | None, aspect_given: bool) -> dict[str, Any]:
    if width_px is None or height_px is None:
        wide = aspect.ratio >= 1
        long_px = round(_SHORT_SIDE_PX * max(aspect.ratio, 1 / aspect.ratio) / 2) * 2
        return {"width_px": long_px if wide else _SHORT_SIDE_PX, "height_px": _SHORT_SIDE_PX if wide else long_px}
    fitting = [shape for shape in Aspect if abs(width_px / height_px / shape.ratio - 1) < 0.02]
    if not fitting or (aspect_given and aspect not in fitting):
        wanted = f"is not {aspect.value}" if aspect_given and fitting else "is none of the shapes "
        shapes = "" if aspect_given and fitting else ", ".join(shape.value for shape in Aspect)
        raise BadInput(
            f"a size of {width_px}x{height_px} {wanted}{shapes}",
            hint="Give --aspect alone: the size follows, with a short side of 720.",
        )
    return {"width_px": width_px, "height_px": height_px, "aspect": fitting[0]}
