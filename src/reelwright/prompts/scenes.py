"""What guides a scene, as data: style presets, shot patterns, example scenarios."""

import re
import tomllib
from difflib import get_close_matches
from functools import lru_cache
from importlib.resources import files
from typing import Any

from reelwright.errors import BadInput
from reelwright.film.scenario import ExampleScenario, FilmStyle, PatternShot, ShotPattern

EXAMPLES = (
    "noir-detective",
    "cyberpunk-market",
    "victorian-tea",
    "summit",
    "abandoned-hospital",
    "cooking-montage",
    "beach-sunset",
    "car-chase",
    "product-launch",
    "temple",
)
"""The example scenarios in the order people are shown them."""


@lru_cache(maxsize=1)
def film_styles() -> tuple[FilmStyle, ...]:
    """All style presets."""
    return tuple(FilmStyle.model_validate(one) for one in _read("film_styles.toml")["style"])


@lru_cache(maxsize=1)
def shot_patterns() -> tuple[ShotPattern, ...]:
    """All shot patterns; the last one suits any scene."""
    return tuple(_pattern(one) for one in _read("shot_patterns.toml")["pattern"])


@lru_cache(maxsize=1)
def example_scenarios() -> tuple[ExampleScenario, ...]:
    """The scenes that ship as examples."""
    return tuple(ExampleScenario.model_validate(_read(f"scenarios/{slug}.toml")) for slug in EXAMPLES)


def style_named(words: str) -> FilmStyle | None:
    """The preset that a style in words names: its slug, else whose words it holds most; None where it names none."""
    low = words.lower().strip()
    for style in film_styles():
        if low == style.slug:
            return style
    counted = [(sum(_holds(low, word) * len(word) for word in style.words), style) for style in film_styles()]
    most, style = max(counted, key=lambda one: one[0])
    return style if most else None


def pattern_for(description: str) -> ShotPattern:
    """The pattern that a description calls for most often, the first of equals; else the one for any scene."""
    low = description.lower()
    counted = [(sum(_holds(low, word) for word in pattern.words), pattern) for pattern in shot_patterns()]
    fitting = [(count, pattern) for count, pattern in counted if count >= pattern.least]
    return max(fitting, key=lambda one: one[0])[1] if fitting else shot_patterns()[-1]


def example_scenario(slug: str) -> ExampleScenario:
    """One of the examples.

    Raises:
        BadInput: If there is none of that name; names those that there are.
    """
    known = {one.slug: one for one in example_scenarios()}
    if slug not in known:
        near = get_close_matches(re.sub(r"[\s_]+", "-", slug.lower()), known, n=1)
        meant = f"Did you mean `--example {near[0]}`? " if near else ""
        raise BadInput(
            f"there is no example {slug[:60]!r}; there are {', '.join(known)}",
            hint=f"{meant}`reelwright scenario --examples` shows them.",
        )
    return known[slug]


def _holds(low: str, word: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", low) is not None


def _pattern(read: dict[str, Any]) -> ShotPattern:
    parts = {name: tuple(_set_up(text) for text in read[name]) for name in ("opening", "cycle", "closing")}
    return ShotPattern.model_validate(read | parts)


def _set_up(text: str) -> PatternShot:
    role, _, camera = text.partition(": ")
    framing, angle, movement = camera.split(", ")
    fields: dict[str, Any] = {"role": role, "framing": framing, "angle": angle, "movement": movement}
    return PatternShot.model_validate(fields)


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((files("reelwright.prompts") / name).read_text(encoding="utf-8"))
