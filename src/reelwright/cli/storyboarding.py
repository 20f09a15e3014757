"""``storyboard``."""

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from reelwright.cli.board_flags import DEVICES
from reelwright.cli.money import show_price, tell_price
from reelwright.cli.options import MAX_PROMPT_CHARACTERS, aspect_of, budget_of, one_of, seed_of, size_of
from reelwright.cli.screen import Screen
from reelwright.cli.shooting import open_film, shoot_report, show_report
from reelwright.errors import BadInput

if TYPE_CHECKING:
    from reelwright.briefing import BoardOptions
    from reelwright.film.board import Storyboard
    from reelwright.film.estimate import Estimate
    from reelwright.film.film import Film
    from reelwright.film.report import FilmReport
    from reelwright.studio import Desk, Studio

_EXAMPLE = "Aldar Kose rides his horse across the steppe to his yurt at sunset"
_HINT = f'Tell it: `reelwright storyboard --story "{_EXAMPLE}"`.'


def make_storyboard(screen: Screen, typed: Mapping[str, Any]) -> None:
    """Makes a storyboard of a story, or tells what it would cost."""
    options = cast("BoardOptions", board_options(typed))
    models = {part: typed[f"{part}_model"] for part in ("text", "image") if typed[f"{part}_model"]}
    story = _story(screen, typed["story"])
    if models:
        from reelwright.briefing import chosen_models
        from reelwright.settings import load_settings

        options["models"] = chosen_models(load_settings().models, models)

    def estimate(desk: "Desk") -> "Estimate":
        return desk.estimate_storyboard(story, **options)

    def known(desk: "Desk") -> "Film | None":
        return desk.board_goes_on_with(story, **options)

    if typed["estimate"]:
        show_price(screen, estimate, typed["budget"])
        return
    tell_price(screen, estimate, typed["budget"], may_ask=not typed["yes"], known_of=known)

    async def verb(studio: "Studio") -> "FilmReport":
        return await studio.storyboard(story, **options)

    report = shoot_report(screen, verb)
    board = _board(report.film_id)
    value = report.model_dump(mode="json") | {"storyboard": board.model_dump(mode="json"), "cameras": board.cameras}
    screen.result(value, lambda: _show(screen, report, board))
    if typed["open_it"] and report.path:
        from pathlib import Path

        open_film(screen, Path(report.path))


def board_options(typed: Mapping[str, Any]) -> dict[str, Any]:
    """What the studio's ``storyboard`` takes, from the options by their names; what was not given is left out.

    Raises:
        BadInput: If a value is not allowed.
    """
    size = size_of(typed["size"]) if typed["size"] else (None, None)
    read = {
        "num_frames": _whole("--num-frames", typed["num_frames"], "8"),
        "token": typed["token"],
        "base_seed": None if typed["base_seed"] is None else seed_of(typed["base_seed"]),
        "num_inference_steps": _whole("--num-inference-steps", typed["num_inference_steps"], "40"),
        "guidance_scale": _number("--guidance-scale", typed["guidance_scale"], "7.5"),
        "lora_path": typed["lora_path"],
        "lora_strength": _number("--lora-strength", typed["lora_strength"], "0.8"),
        "device": None if typed["device"] is None else one_of("--device", typed["device"], DEVICES, "auto"),
        "condense": typed["condense"] or None,
        "style": typed["style"],
        "mood": typed["mood"],
        "aspect": None if typed["aspect"] is None else aspect_of(typed["aspect"]),
        "width_px": size[0],
        "height_px": size[1],
        "dry_run": typed["dry_run"],
        "out": typed["output_dir"],
        "new": typed["new"],
        "budget": None if typed["budget"] is None else budget_of(typed["budget"]),
    }
    return {name: value for name, value in read.items() if value is not None}


def _whole(option: str, text: str | None, example: str) -> int | None:
    if text is not None and not (text.isascii() and text.isdigit()):
        raise BadInput(f"{option} {text!r} is no whole number", hint=f"Try `{option} {example}`.")
    return None if text is None else int(text[:9])


def _number(option: str, text: str | None, example: str) -> float | None:
    try:
        return None if text is None else float(text)
    except ValueError as problem:
        raise BadInput(f"{option} {text!r} is no number", hint=f"Try `{option} {example}`.") from problem


def _story(screen: Screen, given: str | None) -> str:
    """The story that was given, or that the person at the terminal tells now."""
    if given is None:
        if screen.as_json or not sys.stdin.isatty():
            raise BadInput("there is no story to break into panels", hint=_HINT)
        given = _asked()
    if not given.strip():
        raise BadInput(f"the story {given!r} is empty", hint=_HINT)
    if len(given) > MAX_PROMPT_CHARACTERS:
        said = f"has {len(given)} characters; allowed are {MAX_PROMPT_CHARACTERS}"
        raise BadInput(f"the story {given[:30] + '...'!r} {said}", hint="Shorten it to what is to be seen.")
    return given


def _asked() -> str:
    sys.stderr.write(f"Tell the story, for example: {_EXAMPLE}.\nAn empty line ends it.\n> ")
    sys.stderr.flush()
    lines: list[str] = []
    while (line := sys.stdin.readline().strip()) or not lines:
        if not line:
            break
        lines.append(line)
        sys.stderr.write("> ")
        sys.stderr.flush()
    return " ".join(lines)


def _board(film_id: str) -> "Storyboard":
    from reelwright.settings import load_settings
    from reelwright.studio import Desk

    return Desk(load_settings()).storyboard_of(film_id)


def _show(screen: Screen, report: "FilmReport", board: "Storyboard") -> None:
    rows = [(str(one.frame), one.camera, one.mood, one.description) for one in board.scenes]
    screen.table(("PANEL", "CAMERA", "MOOD", "SHOWS"), rows)
    cameras = ", ".join(f"{count} {name}{'s' if count > 1 else ''}" for name, count in board.cameras.items())
    screen.say(f"Camera variety: {len(board.cameras)} kinds in {board.num_frames} panels ({cameras}).")
    screen.say()
    show_report(screen, report)
