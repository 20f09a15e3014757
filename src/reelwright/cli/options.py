"""Reads what a person typed: every wrong value is named, with what is allowed and the next step."""

import math
import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import partial
from typing import Any, TypeVar

from reelwright.errors import BadInput

UNTIL = ("story", "shots", "frames", "film")
UNTIL_OF_LIST = ("frames", "film")
GATES = ("story", "frames", "takes")
COSTS_BY = ("film", "provider", "model", "step", "day")
MODALITIES = ("text", "image", "video", "voice", "music", "sound")
ASPECTS = ("16:9", "9:16", "1:1", "4:5")
MIN_DURATION_S, MAX_DURATION_S = 6, 60
MIN_SIDE_PX, MAX_SIDE_PX = 64, 4096
MAX_PROMPT_CHARACTERS = 5000
_BROADCAST_RATES = {"23.976": "24000/1001", "23.98": "24000/1001", "29.97": "30000/1001", "59.94": "60000/1001"}
_PRONOUNCE_HINT = (
    'Write `Reelwright=REEL-rite`, the stressed part in capitals, or the sounds as IPA: `Reelwright="/ˈriːlraɪt/"`.'
)
_Value = TypeVar("_Value")


def prompt_of(text: str) -> str:
    """The prompt, not empty and not endless."""
    if not text.strip():
        raise BadInput(
            f"the prompt {text!r} is empty",
            hint='Say what the film is about: `reelwright make "Artisan coffee that starts your morning right"`.',
        )
    if len(text) > MAX_PROMPT_CHARACTERS:
        raise BadInput(
            f"the prompt {text[:30] + '...'!r} has {len(text)} characters; allowed are {MAX_PROMPT_CHARACTERS}",
            hint="Shorten it to what the film is about.",
        )
    return text


def duration_s_of(text: str) -> float:
    """``--duration``: seconds, 6 to 60."""
    try:
        value = float(text.strip().removesuffix("s"))
    except ValueError:
        value = math.nan
    if not MIN_DURATION_S <= value <= MAX_DURATION_S:
        raise BadInput(
            f"--duration {text!r}: a film lasts {MIN_DURATION_S} to {MAX_DURATION_S} seconds",
            hint="Give seconds, for example `--duration 15`.",
        )
    return value


def size_of(text: str) -> tuple[int, int]:
    """``--size``: width and height in pixels, both even."""
    match = re.fullmatch(r"\s*(\d{1,5})\s*[xX×]\s*(\d{1,5})\s*", text)
    if not match:
        raise BadInput(
            f"--size {text!r} is not WIDTHxHEIGHT in pixels",
            hint="Write it like `--size 1280x720`, or use --aspect alone.",
        )
    width_px, height_px = int(match[1]), int(match[2])
    for side in (width_px, height_px):
        if not MIN_SIDE_PX <= side <= MAX_SIDE_PX or side % 2:
            raise BadInput(
                f"--size {text!r}: {side} is wrong; sides are even and from {MIN_SIDE_PX} to {MAX_SIDE_PX} pixels",
                hint=f"Try `--size {_even(width_px)}x{_even(height_px)}`.",
            )
    return width_px, height_px


def _even(side_px: int) -> int:
    return min(MAX_SIDE_PX, max(MIN_SIDE_PX, round(side_px / 2) * 2))


def aspect_of(text: str) -> str:
    """``--aspect``: one of four shapes."""
    return one_of("--aspect", text, ASPECTS, "16:9")


def rate_of(text: str) -> str:
    """``--fps``: frames per second, exact; 29.97 means 30000/1001."""
    rate = _BROADCAST_RATES.get(text.strip(), text.strip())
    try:
        value = Fraction(rate)
    except (ValueError, ZeroDivisionError):
        value = Fraction(0)
    if not 1 <= value <= 120:
        raise BadInput(
            f"--fps {text!r}: frame rates go from 1 to 120 frames per second, as a number or a fraction",
            hint="Try `--fps 24`, `--fps 30` or `--fps 30000/1001`.",
        )
    return rate


def seed_of(text: str) -> int:
    """``--seed``: a whole number; -1 derives it from the prompt."""
    try:
        value = int(text)
    except ValueError:
        value = -2
    if not -1 <= value < 2**31:
        raise BadInput(
            f"--seed {text!r}: a seed is a whole number from 0 to {2**31 - 1}, or -1 to derive it from the prompt",
            hint="Try `--seed 7`.",
        )
    return value


def budget_of(text: str) -> str:
    """``--budget``: US dollars, or ``none``."""
    from reelwright.briefing import cap_of

    cap_of(text)
    return text


def pause_after_of(text: str) -> str:
    """``--pause-after``: stages after which the film waits, or ``none``."""
    from reelwright.briefing import gates_of

    gates_of(text)
    return text


def until_of(text: str, allowed: tuple[str, ...] = UNTIL) -> str:
    """``--until``: how far the film is made."""
    return one_of("--until", text, allowed, "film")


def one_of(option: str, text: str, allowed: tuple[str, ...], example: str) -> str:
    """The value if it is allowed; a near miss is pointed out."""
    if text in allowed:
        return text
    from difflib import get_close_matches

    near = get_close_matches(text.lower(), allowed, n=1)
    raise BadInput(
        f"{option} {text!r}: allowed are {', '.join(allowed)}",
        hint=f"Try `{option} {near[0] if near else example}`.",
    )


def count_of(option: str, most: int, text: str) -> int:
    """A small whole number from 1 on."""
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= most:
        raise BadInput(f"{option} {text!r} is no whole number from 1 to {most}", hint=f"Try `{option} 3`.")
    return int(text)


def film_options(typed: Mapping[str, Any]) -> dict[str, Any]:
    """What the studio's ``make`` takes, from the options of `make` by their names.

    What was not given is left out, so that the studio's own defaults hold.

    Raises:
        BadInput: If a value is not allowed.
    """
    width_px, height_px = _read(typed["size"], size_of) or (None, None)
    return _given(
        duration_s=_read(typed["duration"], duration_s_of),
        aspect=_read(typed["aspect"], aspect_of),
        width_px=width_px,
        height_px=height_px,
        rate=_read(typed["fps"], rate_of),
        template=typed["template"],
        style=typed["style"],
        mood=typed["mood"],
        negative=typed["negative"],
        voice=typed["voice"],
        seed=_read(typed["seed"], seed_of),
        wants_voice=not typed["no_voice"],
        pronunciations=pronunciations_of(typed["pronounce"]) if typed["pronounce"] else None,
        wants_music=not typed["no_music"],
        music=typed["music"],
        wants_effects=not typed["no_effects"],
        burns_captions=typed["burn_captions"],
        wants_cards=not typed["no_cards"],
        single_stage=typed["single_stage"],
        variations=_read(typed["variations"], partial(count_of, "--variations", 8)),
        takes=_read(typed["takes"], partial(count_of, "--takes", 9)),
        new=typed["new"],
        budget=_read(typed["budget"], budget_of),
        out=typed["out"],
        pause_after=_read(typed["pause_after"], pause_after_of),
    )


def models_of(typed: Mapping[str, Any]) -> dict[str, str]:
    """The models that were named, by their part in the film."""
    return _given(**{part: typed[f"{part}_model"] for part in ("text", "image", "video", "voice", "music", "sound")})


def _read(text: str | None, reader: Callable[[str], _Value]) -> _Value | None:
    return None if text is None else reader(text)


def _given(**options: Any) -> dict[str, Any]:
    return {name: value for name, value in options.items() if value is not None}


def pronunciations_of(entries: list[str]) -> dict[str, str]:
    """``--pronounce``: how words are said, from ``WORD=SOUND``."""
    return dict(_pronunciation(entry) for entry in entries)


def _pronunciation(entry: str) -> tuple[str, str]:
    from reelwright.film.pronunciation import checked_pronunciations

    word, equals, said = entry.partition("=")
    try:
        if not equals:
            raise ValueError(f"{entry!r} has no `=` between the word and its sound")
        return next(iter(checked_pronunciations({word: said}).items()))
    except ValueError as problem:
        raise BadInput(f"--pronounce: {problem}", hint=_PRONOUNCE_HINT) from problem
